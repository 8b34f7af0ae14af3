"""Words that are no fixed choice stand in the list that the plan keeps of them."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from wirctl.core.diagnostic import Diagnostic
from wirctl.core.near import nearest
from wirctl.core.value import list_of, record_of
from wirctl.load import messages as say
from wirctl.load.references import LIMIT, title_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from wirctl.core.pointer import Pointer
    from wirctl.load.files import Faulty, File
    from wirctl.load.references import Linked
    from wirctl.schema.links import Link


def unlisted_findings(linked: Sequence[Linked], faulty: Faulty) -> Iterator[Diagnostic]:
    """Where a word is missing in its list, such as an outcome that the process does not know.

    Nothing is said where the list itself is missing or at fault.
    """
    owners = _Owners(linked)
    for file, links in linked:
        lists = {link.listed_in for link in links if link.listed_in}
        found = (
            item for name in sorted(lists) for item in _of_list(file, links, name, owners, faulty)
        )
        yield from islice(found, LIMIT)


def _of_list(
    file: File, links: Sequence[Link], listed_in: str, owners: _Owners, faulty: Faulty
) -> Iterator[Diagnostic]:
    kind, _, name = listed_in.partition("/")
    owner = owners.of(file, links, kind)
    if owner is None or faulty.has(owner, name):
        return
    words = owners.words(owner, name)
    for link in links if words else ():
        if link.listed_in == listed_in and link.name not in words:
            at = file.kind.pointer(file.record, link.path)
            if not faulty.has_value(file, link.path) and not faulty.has_place(file, at):
                yield _finding(file, at, link, owner, tuple(words))


class _Owners:
    """The files that keep lists of words, by kind and id."""

    def __init__(self, linked: Iterable[Linked]) -> None:
        self._files: dict[str, dict[str, File]] = {}
        self._words: dict[tuple[str, str], Mapping[str, None]] = {}
        for file, _ in linked:
            self._files.setdefault(file.kind.name, {}).setdefault(file.id, file)

    def of(self, file: File, links: Iterable[Link], kind: str) -> File | None:
        """The element of the kind whose list counts for a file; `None` if that is not clear.

        It is the file itself, else the one that it refers to, else the only one there is.
        """
        if file.kind.name == kind:
            return file
        known = self._files.get(kind, {})
        named = [link.name for link in links if link.target == (kind,) and len(link.path) == 1]
        if named:
            return known.get(named[0])
        return next(iter(known.values())) if len(known) == 1 else None

    def words(self, owner: File, name: str) -> Mapping[str, None]:
        """The words of a list, in their order: the ids of its items."""
        mark = (owner.path, name)
        if mark not in self._words:
            found = (record_of(item).get("id") for item in list_of(owner.record.get(name)))
            self._words[mark] = dict.fromkeys(word for word in found if isinstance(word, str))
        return self._words[mark]


def _finding(
    file: File, at: Pointer, link: Link, owner: File, words: tuple[str, ...]
) -> Diagnostic:
    title, near = title_of(file, link), nearest(link.name, words)
    name = link.listed_in.rpartition("/")[2]
    field = owner.kind.fields.get(name)
    arguments = (
        ("value", link.name[:LIMIT]),
        ("title_de", title.de),
        ("title_en", title.en),
        ("list_de", field.title.de if field is not None else name),
        ("list_en", field.title.en if field is not None else name),
        ("path", owner.path),
        ("choices", words[:LIMIT]),
        ("hint_de", f"Gemeint ist wohl „{near}“. " if near else ""),
        ("hint_en", f"Did you mean “{near}”? " if near else ""),
    )
    message = say.UNLISTED_WORD
    return Diagnostic(message.id, message.severity, file.subject, at, arguments)
