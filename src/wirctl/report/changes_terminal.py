"""Changes on a terminal: by field of action and element, texts word by word."""

from __future__ import annotations

from itertools import groupby
from textwrap import wrap
from typing import TYPE_CHECKING

from wirctl.core.change import Weight
from wirctl.diff.excerpt import excerpt
from wirctl.diff.prose import Act, compare
from wirctl.report.headline import headline
from wirctl.report.registry import change_format
from wirctl.report.sections import sections
from wirctl.report.visible import one_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from wirctl.diff.compare import Comparison
    from wirctl.diff.prose import Run
    from wirctl.report.registry import Look
    from wirctl.report.sections import Row, Section

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
    for group, members in groupby(sections(comparison, look.language), lambda item: item.group):
        yield ""
        yield _bold(one_line(group), look)
        yield from _group(tuple(members), look)


def _group(members: tuple[Section, ...], look: Look) -> Iterator[str]:
    for section in members:
        if not section.is_plain:
            yield from _section(section, look)
    for outcome, same in _unchanged(members):
        word = "Unverändert" if look.language == "de" else "Unchanged"
        names = ", ".join(section.element for section in same)
        yield from _wrapped(f"{word}, {one_line(outcome)}: {names}", look, "  ", "    ")


def _unchanged(members: tuple[Section, ...]) -> Iterator[tuple[str, list[Section]]]:
    """The elements that were decided on and did not change, by outcome."""
    plain = sorted((item for item in members if item.is_plain), key=lambda item: item.outcome)
    for outcome, same in groupby(plain, lambda item: item.outcome):
        yield outcome, list(same)


def _section(section: Section, look: Look) -> Iterator[str]:
    outcome = f" – {one_line(section.outcome)}" if section.outcome else ""
    title = one_line(section.name).removeprefix(section.element)
    yield f"  {_bold(section.element, look)}{title} ({section.kind}){outcome}"
    for text in section.demands:
        yield from _wrapped(f"» {one_line(text)}", look)
    for row in section.rows:
        yield from _row(row, look)


def _row(row: Row, look: Look) -> Iterator[str]:
    yield f"    {_MARK[row.change.weight]} {one_line(row.sentence)}{_inline(row)}"
    if row.is_text:
        runs = excerpt(compare(row.old, row.new), context_words=_CONTEXT)
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


def _wrapped(text: str, look: Look, first: str = _INDENT, further: str = _INDENT) -> Iterator[str]:
    width = max(40, min(look.width, 120))
    yield from wrap(
        text,
        width,
        initial_indent=first,
        subsequent_indent=further,
        break_on_hyphens=False,
        break_long_words=False,
    )


def _bold(text: str, look: Look) -> str:
    return f"\x1b[1m{text}\x1b[0m" if look.colour else text
