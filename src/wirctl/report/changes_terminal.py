"""Changes on a terminal: by field of action and element, texts word by word."""

from __future__ import annotations

from collections import Counter
from textwrap import wrap
from typing import TYPE_CHECKING

from wirctl.core.change import Weight
from wirctl.diff.prose import Act, compare, excerpt
from wirctl.report.registry import change_format
from wirctl.report.showing import sections
from wirctl.report.visible import one_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from wirctl.diff.compare import Comparison
    from wirctl.diff.prose import Run
    from wirctl.report.registry import Look
    from wirctl.report.showing import Row, Section

_MARK = {Weight.SUBSTANTIVE: "●", Weight.EDITORIAL: "○", Weight.FORM: "·"}
_COLOURS = {
    Act.DELETED: "31;9",
    Act.MOVED_AWAY: "31;9",
    Act.INSERTED: "32;4",
    Act.MOVED_HERE: "32;4",
}
_BRACKETS = {
    Act.DELETED: ("[-", "-]"),
    Act.MOVED_AWAY: ("[-", "-]"),
    Act.INSERTED: ("{+", "+}"),
    Act.MOVED_HERE: ("{+", "+}"),
}
_INDENT = "      "
_CONTEXT = 6


@change_format("terminal")
def terminal(comparison: Comparison, look: Look) -> Iterator[str]:
    """Lines for a screen; without colour, `[-old-]` and `{+new+}` mark words of a text."""
    yield _bold(headline(comparison, look.language), look)
    group = None
    for section in sections(comparison, look.language):
        if section.group != group:
            group = section.group
            yield ""
            yield _bold(one_line(group), look)
        yield from _section(section, look)


def headline(comparison: Comparison, language: str) -> str:
    """Both versions and how many changes of each weight there are, in a sentence."""
    count = Counter(change.weight for change in comparison.changes)
    substantive, editorial = count[Weight.SUBSTANTIVE], count[Weight.EDITORIAL]
    form = len(comparison.form_only)
    names = f"{comparison.old.label} → {comparison.new.label}"
    if not (substantive or editorial or form):
        same = "keine Änderungen" if language == "de" else "no changes"
        return f"{names}: {same}"
    if language == "de":
        return (
            f"{names}: {substantive} inhaltlich, {editorial} redaktionell, "
            f"{form} {'Datei' if form == 1 else 'Dateien'} nur anders geschrieben"
        )
    return (
        f"{names}: {substantive} substantive, {editorial} editorial, {form} files only reformatted"
    )


def _section(section: Section, look: Look) -> Iterator[str]:
    title = f" {one_line(section.title)}" if section.title != section.element else ""
    yield f"  {_bold(one_line(section.element), look)}{title} ({section.kind})"
    for row in section.rows:
        yield from _row(row, look)


def _row(row: Row, look: Look) -> Iterator[str]:
    yield f"    {_MARK[row.change.weight]} {one_line(row.sentence)}{_inline(row)}"
    if row.is_text:
        runs = excerpt(compare(row.old, row.new), _CONTEXT)
        yield from _wrapped(_marked(runs, look), look)
    elif not _short(row):
        for sign, text in (("-", row.old), ("+", row.new)):
            if text:
                yield from _wrapped(f"{sign} {one_line(text)}", look)


_SHORT = 60
_ONE_SIDED = frozenset({"field-added", "item-added", "field-removed", "item-removed"})


def _short(row: Row) -> bool:
    """Whether old and new stand in the line itself."""
    return len(row.old) + len(row.new) <= _SHORT and "\n" not in row.old + row.new


def _inline(row: Row) -> str:
    if row.is_text or not _short(row) or not (row.old or row.new):
        return ""
    if row.change.kind in _ONE_SIDED:
        return f": {one_line(row.new or row.old)}"
    if row.change.kind == "value-changed":
        return f": {one_line(row.old)} → {one_line(row.new)}"
    return ""


def _marked(runs: Iterable[Run], look: Look) -> str:
    return "".join(_run(run, look) for run in runs)


def _run(run: Run, look: Look) -> str:
    text = one_line(run.text) if run.text.strip() else " "
    before = " " if run.text[:1].isspace() and run.text.strip() else ""
    after = " " if run.text[-1:].isspace() and run.text.strip() else ""
    if run.act not in _BRACKETS:
        return f"{before}{text}{after}"
    if look.colour:
        return f"{before}\x1b[{_COLOURS[run.act]}m{text}\x1b[0m{after}"
    opening, closing = _BRACKETS[run.act]
    return f"{before}{opening}{text}{closing}{after}"


def _wrapped(text: str, look: Look) -> Iterator[str]:
    width = max(40, min(look.width, 120))
    yield from wrap(
        text,
        width,
        initial_indent=_INDENT,
        subsequent_indent=_INDENT,
        break_on_hyphens=False,
        break_long_words=False,
    )


def _bold(text: str, look: Look) -> str:
    return f"\x1b[1m{text}\x1b[0m" if look.colour else text
