"""Changes as annotations of GitHub (and Forgejo), each at its place in the newer version."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wirctl.core.change import Weight
from wirctl.report.findings_github import SHOWN, command
from wirctl.report.headline import total
from wirctl.report.registry import change_format
from wirctl.report.sections import sections

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from wirctl.core.change import Change
    from wirctl.diff.compare import Comparison
    from wirctl.report.registry import Look
    from wirctl.report.rows import Row
    from wirctl.report.sections import Section

_MORE = {
    "de": "… und {count} weitere; alle zeigt wirctl diff.",
    "en": "… and {count} more; wirctl diff shows all.",
}


@change_format("github")
def github(comparison: Comparison, look: Look) -> Iterator[str]:
    """A line `::notice file=…,line=…::…` for each change of substance; then the total.

    GitHub shows ten of them and drops the rest without a word, so the tenth counts the others.
    """
    language = look.language
    told = [
        _annotation(comparison, section, row, look.prefixes[1])
        for section in sections(comparison, language)
        for row in section.rows
        if row.change.weight_by_rules is Weight.SUBSTANTIVE
    ]
    last = len(told) if len(told) <= SHOWN + 1 else SHOWN
    yield from told[:last]
    if len(told) > last:
        yield command("notice", _MORE[language].format(count=len(told) - last))
    yield total(comparison, language)


def _annotation(comparison: Comparison, section: Section, row: Row, prefix: str) -> str:
    return command(
        "notice", _text(row), **_place(comparison, row.change, prefix), title=section.name
    )


def _text(row: Row) -> str:
    """What the change is, why it matters, and old and new; of texts, both in full."""
    values = " → ".join(text for text in (row.old, row.new) if text)
    remark = f" ({row.remark})" if row.remark else ""
    return f"{row.sentence}{remark}{f': {values}' if values else ''}"


def _place(comparison: Comparison, change: Change, prefix: str) -> Mapping[str, object]:
    """File, line and column of the value in the newer version; nothing where it is gone."""
    first = change.singles[0]
    element = comparison.new.element(first.subject.id)
    span = comparison.new.span(first.subject.id, first.at)
    if element is None or span is None:
        return {}
    return {"file": prefix + element.path, "line": span.line, "col": span.column}
