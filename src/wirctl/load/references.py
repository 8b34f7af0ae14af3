"""References lead to elements of the right kind."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING, TypeAlias

from wirctl.core.diagnostic import Diagnostic
from wirctl.core.near import nearest
from wirctl.load import messages as say
from wirctl.schema.field import Words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from wirctl.load.files import Faulty, File
    from wirctl.load.names import Names
    from wirctl.schema.kind import Kinds
    from wirctl.schema.links import Link

    Linked: TypeAlias = "tuple[File, Sequence[Link]]"
    """A file with every name in it that stands for something else."""

LIMIT = 100
"""Findings for one file; whoever has more has made one mistake many times."""
_LIKENESS = 0.8
HINTS = 500
"""Findings that look for the name that was meant: each goes through all names."""


def reference_findings(
    linked: Iterable[Linked], names: Names, kinds: Kinds, faulty: Faulty
) -> Iterator[Diagnostic]:
    """Where a reference leads to nothing, or to an element of another kind."""
    hints = HINTS
    for file, links in linked:
        wrong = (link for link in links if not link.listed_in and not _leads(link, names))
        news = (link for link in _once(wrong) if not faulty.has_value(file, link.path))
        for link in islice(news, LIMIT):
            if link.name in names.kinds:
                yield _wrong_kind(file, link, names, kinds)
            else:
                hints -= 1
                near = meant(link.name, names.fitting(link.target)) if hints >= 0 else ""
                yield _unknown(file, link, near)


def _leads(link: Link, names: Names) -> bool:
    return names.has(link.name, link.target) and names.fits(link.name, link.target)


def _once(links: Iterable[Link]) -> Iterator[Link]:
    """The links without those that name the same in the same list once more."""
    seen = set()
    for link in links:
        is_item = isinstance(link.path[-1], int)
        mark = (link.name, link.path[:-1] if is_item else link.path)
        if mark not in seen:
            seen.add(mark)
            yield link


def _wrong_kind(file: File, link: Link, names: Names, kinds: Kinds) -> Diagnostic:
    found = [kinds[name].title for name in sorted(names.kinds[link.name]) if name]
    wanted = [kinds[name].title for name in link.target if name in kinds.by_name]
    at = file.kind.pointer(file.record, link.path)
    title = title_of(file, link)
    words = (
        ("id", link.name),
        ("title_de", title.de),
        ("title_en", title.en),
        ("wanted_de", " oder ".join(item.de for item in wanted)),
        ("wanted_en", " or ".join(item.en for item in wanted)),
        ("found_de", " und ".join(item.de for item in found)),
        ("found_en", " and ".join(item.en for item in found)),
    )
    message = say.REFERENCE_TO_WRONG_KIND
    return Diagnostic(message.id, message.severity, file.subject, at, words)


def _unknown(file: File, link: Link, near: str) -> Diagnostic:
    words = (
        ("id", link.name[:LIMIT]),
        ("hint_de", f"Gemeint ist wohl {near}." if near else "Prüfen Sie die Kennung."),
        ("hint_en", f"Did you mean {near}?" if near else "Check the id."),
    )
    message = say.UNKNOWN_REFERENCE
    at = file.kind.pointer(file.record, link.path)
    return Diagnostic(message.id, message.severity, file.subject, at, words)


def title_of(file: File, link: Link) -> Words:
    """What the field is called in which the link stands."""
    properties = tuple(step for step in link.path if isinstance(step, str))
    field = file.kind.field_of(properties)
    return field.title if field is not None else Words(properties[-1], properties[-1])


def meant(name: str, known: Iterable[str]) -> str:
    """The id that was probably meant: a near one with the same figures; empty where there is none.

    >>> meant("M-BLI-1", ["M-BIL-01", "M-BIL-02"])
    'M-BIL-01'
    >>> meant("L-9", ["L-1"])
    ''
    """
    figures = _figures(name)
    return nearest(name, (item for item in known if _figures(item) == figures), _LIKENESS)


def _figures(name: str) -> list[str]:
    return [figure.lstrip("0") for figure in re.findall("[0-9]+", name)]
