"""A plan and what must hold of it: the one way from files to values."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wirctl.core.frozen import frozen
from wirctl.core.span import TOP, Span
from wirctl.load.downgrades import downgrade_findings
from wirctl.load.files import Faulty, read_files
from wirctl.load.identity import identity_findings, owners
from wirctl.load.layout import layout_findings, strays
from wirctl.load.lineage import lineage_findings
from wirctl.load.listed import unlisted_findings
from wirctl.load.names import Names
from wirctl.load.order import order_findings
from wirctl.load.own_kinds import own_kinds
from wirctl.load.references import reference_findings
from wirctl.model.plan import Element, Plan
from wirctl.schema.check import checks_of, findings
from wirctl.schema.links import Links
from wirctl.schema.messages import UNKNOWN_FIELD
from wirctl.source.document import diagnostics as reading_findings

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from wirctl.core.diagnostic import Diagnostic, Subject
    from wirctl.load.files import File
    from wirctl.schema.kind import Kinds
    from wirctl.source.document import Document
    from wirctl.source.tree import Tree

_AT_KEY = frozenset({UNKNOWN_FIELD.id})


@frozen(eq=False)
class Loaded:
    """A plan, the kinds it uses, its documents by path, and all findings of reading it."""

    plan: Plan
    kinds: Kinds
    documents: Mapping[str, Document]
    diagnostics: tuple[Diagnostic, ...]

    def span(self, finding: Diagnostic) -> Span:
        """Where the finding stands in its file; the top of the file where it has no place."""
        if isinstance(finding.at, Span):
            return finding.at
        span = self.place(finding.subject, finding.at, key=finding.rule in _AT_KEY)
        document = self.documents.get(finding.subject.path)
        if document is None or finding.excerpt is None:
            return span
        return document.words_span(span, finding.excerpt)

    def place(self, subject: Subject, at: tuple[str, ...], *, key: bool = False) -> Span:
        """Where a pointer into a subject's file leads, or its nearest parent."""
        document = self.documents.get(subject.path)
        if document is None:
            return TOP
        kind = self.kinds.by_name.get(subject.kind)
        return document.span(at, kind.keys_of if kind else _no_keys, key=key)


def _no_keys(_: tuple[str, ...]) -> tuple[str, ...]:
    return ()


def load(tree: Tree) -> Loaded:
    """The plan of this tree with every finding that `validate` gives, sorted by place."""
    own, paths = own_kinds(tree), tree.paths()
    files = read_files(tree, own.kinds)
    faults = tree.faults()
    unread = [fault.subject.path for fault in faults]
    owner = owners(files)
    content = tuple(content_findings(files, own.kinds))
    faulty = Faulty.of(files, content)
    names = Names.of(files, (*strays(paths, own.kinds), *unread), own.kinds, faulty)
    found = (
        *faults,
        *own.findings,
        *layout_findings(paths, unread, files, own),
        *content,
        *_across(files, owner, names, own.kinds, faulty),
    )
    return Loaded(
        plan=Plan(tuple(_elements(owner, own.kinds))),
        kinds=own.kinds,
        documents={file.path: file.document for file in files},
        diagnostics=tuple(sorted(found, key=_sort_key)),
    )


def content_findings(files: Iterable[File], kinds: Kinds) -> Iterator[Diagnostic]:
    """What the reader and the schemas find in each file."""
    files = tuple(files)
    used = {file.kind.name: file.kind for file in files}
    checks = checks_of(used.values(), kinds.shared)
    for file in files:
        document = file.document
        if document.faults:
            yield from reading_findings(document, file.subject)
        if document.value is not None:
            check = checks[file.kind.name]
            yield from findings(
                file.kind, file.subject, document.value, check, document.unreadable, document.typed
            )


def _across(
    files: Iterable[File],
    owner: Mapping[str, File],
    names: Names,
    kinds: Kinds,
    faulty: Faulty,
) -> Iterator[Diagnostic]:
    """What files say of each other, as far as nothing is wrong with them already."""
    links = Links()
    linked = [(file, links.of(file.kind, file.record)) for file in files]
    yield from identity_findings(files, owner, faulty)
    yield from reference_findings(linked, names, kinds, faulty)
    yield from unlisted_findings(linked, faulty)
    yield from lineage_findings(owner, names, faulty)
    yield from order_findings(files, faulty)
    yield from downgrade_findings(files, owner, names, faulty)
    yield from _dead_links(files, names, faulty)


def _dead_links(files: Iterable[File], names: Names, faulty: Faulty) -> Iterator[Diagnostic]:
    """Links in texts that lead nowhere; most plans have none, and load nothing to read them."""
    linked = [file for file in files if "](" in file.document.text]
    if linked:
        from wirctl.load.text_links import dead_link_findings

        yield from dead_link_findings(linked, names, faulty)


def _elements(owner: Mapping[str, File], kinds: Kinds) -> Iterator[Element]:
    """The elements in the order of kinds and ids."""
    order = {kind.name: place for place, kind in enumerate(kinds)}
    for file in sorted(owner.values(), key=lambda file: (order[file.kind.name], file.id)):
        yield Element(file.kind.name, file.id, file.path, file.record)


def _sort_key(finding: Diagnostic) -> tuple[object, ...]:
    at = finding.at
    place = (at.line, at.column, ()) if isinstance(at, Span) else (0, 0, at)
    return (finding.subject, place, finding.rule, str(finding.arguments))
