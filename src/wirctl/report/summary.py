"""A comparison as one table: per field of action, how many changes of which class and kind."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from wirctl.core.change import Weight
from wirctl.diff.registry import every_kind
from wirctl.report.changes_terminal import headlines
from wirctl.report.events import leading
from wirctl.report.headline import total
from wirctl.report.markdown_text import escaped
from wirctl.report.sections import is_told_as_decision, sections
from wirctl.report.tables import table

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from wirctl.diff.compare import Comparison
    from wirctl.report.registry import ChangeLines, Look

VERSION = 1

_WORDS: Mapping[str, Mapping[str, str]] = {
    "de": {
        "title": "Synopse",
        "group": "Handlungsfeld",
        "elements": "Elemente",
        "substantive": "inhaltlich",
        "editorial": "redaktionell",
        "downgraded": "herabgestuft",
        "decided": "entschieden",
        "kinds": "Art der Änderungen",
        "total": "Zusammen",
    },
    "en": {
        "title": "Synopsis",
        "group": "Field of action",
        "elements": "Elements",
        "substantive": "substantive",
        "editorial": "editorial",
        "downgraded": "downgraded",
        "decided": "decided",
        "kinds": "Kinds of change",
        "total": "Together",
    },
}
_COLUMNS = ("group", "elements", "substantive", "editorial", "decided", "kinds")
_NUMBERS = frozenset({1, 2, 3, 4})


@dataclass(slots=True)
class Tally:
    """What happened in one field of action: elements, decisions, changes by class and kind.

    `downgraded` counts the editorial changes that are substantive by the rules.
    """

    group: str
    elements: set[str] = field(default_factory=set)
    decided: int = 0
    downgraded: int = 0
    classes: Counter[str] = field(default_factory=Counter)
    kinds: Counter[str] = field(default_factory=Counter)

    def cells(self, language: str) -> tuple[str, ...]:
        """The row of the table."""
        known = every_kind()
        shorts = (
            f"{count} × {known[kind].short[language != 'de']}"
            for kind, count in sorted(self.kinds.items(), key=lambda item: (-item[1], item[0]))
        )
        note = f" ({self.downgraded} {_WORDS[language]['downgraded']})" if self.downgraded else ""
        figures = (
            str(len(self.elements)),
            str(self.classes[Weight.SUBSTANTIVE]),
            f"{self.classes[Weight.EDITORIAL]}{note}",
            str(self.decided),
        )
        return (self.group, *figures, ", ".join(shorts))


def tallies(comparison: Comparison, language: str) -> tuple[Tally, ...]:
    """One for each field of action in which something happened, in order; the sum is the last."""
    found: dict[str, Tally] = {}
    groups: dict[str, str] = {}
    whole = Tally(_WORDS[language]["total"])
    for section in sections(comparison, language):
        own = found.setdefault(section.group, Tally(section.group))
        told = dict.fromkeys((section.element, *(row.change.subject.id for row in section.rows)))
        groups.update(dict.fromkeys(told, section.group))
        for tally in (own, whole):
            tally.elements.update(filter(None, told))
            tally.decided += bool(section.outcome)
    for change in leading(comparison, comparison.changes):
        group = groups.get(change.subject.id)
        if change.weight is Weight.FORM or is_told_as_decision(comparison, change):
            continue
        for tally in (found[group], whole) if group is not None else (whole,):
            tally.classes[change.weight] += 1
            tally.downgraded += change.is_downgraded
            tally.kinds[change.kind] += 1
            tally.elements.update(change.elements if change.members else ())
    return (*found.values(), whole)


def terminal(comparison: Comparison, look: Look) -> Iterator[str]:
    """The table on a screen."""
    words = _WORDS[look.language]
    yield from headlines(comparison, look)
    rows = tallies(comparison, look.language)
    if len(rows) > 1:
        yield ""
        titles = [words[name] for name in _COLUMNS]
        yield from table(titles, [row.cells(look.language) for row in rows], look, _NUMBERS)


def markdown(comparison: Comparison, look: Look) -> Iterator[str]:
    """The table as a page of its own."""
    words = _WORDS[look.language]
    names = f"{comparison.old.label} → {comparison.new.label}"
    yield f"# {words['title']} {escaped(names)}"
    yield ""
    yield f"{escaped(total(comparison, look.language))}."
    rows = tallies(comparison, look.language)
    if len(rows) > 1:
        yield ""
        yield from markdown_table(rows, look.language)


def markdown_table(rows: tuple[Tally, ...], language: str) -> Iterator[str]:
    """The table alone."""
    words = _WORDS[language]
    yield f"| {' | '.join(words[name] for name in _COLUMNS)} |"
    yield f"| {' | '.join('---:' if at in _NUMBERS else '---' for at in range(len(_COLUMNS)))} |"
    for row in rows:
        yield f"| {' | '.join(map(escaped, row.cells(language)))} |"


def json_lines(comparison: Comparison, look: Look) -> Iterator[str]:
    """One JSON object, as `wirctl schema summary` says."""
    *groups, whole = tallies(comparison, look.language)
    made = {
        "version": VERSION,
        "from": {"label": comparison.old.label},
        "to": {"label": comparison.new.label},
        "fields": [{"title": tally.group, **_plain(tally)} for tally in groups],
        "total": _plain(whole),
        "form_only": len(comparison.form_only),
        "not_compared": len(comparison.unplaced),
        "left_out": comparison.left_out,
    }
    yield json.dumps(made, ensure_ascii=False, indent=2)


def _plain(tally: Tally) -> dict[str, object]:
    downgraded = {"downgraded": tally.downgraded} if tally.downgraded else {}
    return {
        "elements": len(tally.elements),
        "substantive": tally.classes[Weight.SUBSTANTIVE],
        "editorial": tally.classes[Weight.EDITORIAL],
        **downgraded,
        "decided": tally.decided,
        "kinds": dict(sorted(tally.kinds.items())),
    }


SUMMARIES: Mapping[str, ChangeLines] = {
    "json": json_lines,
    "markdown": markdown,
    "terminal": terminal,
}
"""The formats in which there is a summary."""
