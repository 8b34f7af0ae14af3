"""A plan and what must hold of it: the one way from files to values."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from wirctl.core.diagnostic import Diagnostic, Subject
from wirctl.core.span import TOP, Span
from wirctl.load import messages as say
from wirctl.load.files import File, read_files, stray_files
from wirctl.load.identity import identity_findings
from wirctl.load.lineage import lineage_findings
from wirctl.load.order import order_findings
from wirctl.load.own_kinds import kinds_of
from wirctl.load.references import reference_findings
from wirctl.model.plan import Element, Plan
from wirctl.schema.check import Checks, findings
from wirctl.source.document import diagnostics as reading_findings

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from wirctl.core.pointer import Pointer
    from wirctl.schema.kind import Kinds
    from wirctl.source.document import Document
    from wirctl.source.tree import Tree


@dataclass(frozen=True, slots=True)
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
        return self.place(finding.subject, finding.at)

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
    kinds, schema_findings = kinds_of(tree)
    files = read_files(tree, kinds)
    found = [
        *tree.faults(),
        *schema_findings,
        *stray_files(tree, kinds),
        *_missing_plan(files),
        *content_findings(files, kinds),
        *identity_findings(files),
        *reference_findings(files, kinds),
        *lineage_findings(files),
        *order_findings(files),
    ]
    return Loaded(
        plan=Plan(tuple(_elements(files, kinds))),
        kinds=kinds,
        documents={file.path: file.document for file in files},
        diagnostics=tuple(sorted(found, key=_sort_key)),
    )


def content_findings(files: Iterable[File], kinds: Kinds) -> Iterator[Diagnostic]:
    """What the reader and the schemas find in each file."""
    checks = Checks.empty()
    for file in files:
        yield from reading_findings(file.document, file.subject)
        if file.document.value is not None:
            unreadable = _unreadable(file)
            check = checks.of(file.kind, kinds.shared)
            yield from findings(file.kind, file.subject, file.document.value, check, unreadable)


def _unreadable(file: File) -> frozenset[Pointer]:
    """The places of values that the reader could not use."""
    paths = (fault.path for fault in file.document.faults)
    return frozenset(file.kind.pointer(file.document.value, path) for path in paths if path)


def _missing_plan(files: tuple[File, ...]) -> Iterator[Diagnostic]:
    if not any(file.kind.file == "plan.yaml" for file in files):
        yield Diagnostic(say.NOT_A_PLAN.id, say.NOT_A_PLAN.severity, Subject("plan.yaml"))


def _elements(files: Iterable[File], kinds: Kinds) -> Iterator[Element]:
    """The elements in the order of kinds and ids; of two with one id, the rightly named one."""
    order = {kind.name: place for place, kind in enumerate(kinds)}
    chosen: dict[str, File] = {}
    for file in files:
        stem = file.path.rpartition("/")[2].removesuffix(".yaml")
        if file.id not in chosen or stem == file.id:
            chosen[file.id] = file
    for file in sorted(chosen.values(), key=lambda file: (order[file.kind.name], file.id)):
        yield Element(file.kind.name, file.id, file.path, file.record)


def _sort_key(finding: Diagnostic) -> tuple[object, ...]:
    at = finding.at
    place = (at.line, at.column, ()) if isinstance(at, Span) else (0, 0, at)
    return (finding.subject, place, finding.rule, str(finding.arguments))
