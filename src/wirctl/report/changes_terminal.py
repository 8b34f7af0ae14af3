"""Changes on a terminal: by field of action and element, texts word by word."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from wirctl.core.change import Weight
from wirctl.diff.excerpt import clipped, excerpt
from wirctl.diff.prose import Act, Run, compare
from wirctl.report.asking import asked, heading, hint
from wirctl.report.flow import Piece, flow, paint
from wirctl.report.headline import headline, notice
from wirctl.report.registry import change_format
from wirctl.report.sections import sections
from wirctl.report.visible import one_line, width

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wirctl.diff.compare import Comparison
    from wirctl.report.inherited import Inheritance
    from wirctl.report.registry import Look
    from wirctl.report.rows import Row
    from wirctl.report.sections import Section

_WORDS = {
    "de": {
        "unchanged": "Unverändert",
        "unplaced": "Nicht verglichen, gehört zu keiner Art",
        "moved": "[~von hier~] und {~hierher~} verschoben",
    },
    "en": {
        "unchanged": "Unchanged",
        "unplaced": "Not compared, belongs to no kind",
        "moved": "moved [~from here~] and {~to here~}",
    },
}
_MARK = {Weight.SUBSTANTIVE: "●", Weight.EDITORIAL: "○", Weight.FORM: "·"}
_BOLD, _FAINT = "1", "2"
_GONE, _CAME = ("31;9", "[-", "-]"), ("32;4", "{+", "+}")
_SIGNS = {
    Act.DELETED: _GONE,
    Act.MOVED_AWAY: ("33;9", "[~", "~]"),
    Act.INSERTED: _CAME,
    Act.MOVED_HERE: ("33;4", "{~", "~}"),
}
_MOVED = frozenset({Act.MOVED_AWAY, Act.MOVED_HERE})
_CONTEXT_MOVED = 3
"""Words at both ends of what went elsewhere: the whole of it stands there."""
_INDENT = "      "
_CONTEXT = {Weight.SUBSTANTIVE: 6, Weight.EDITORIAL: 3, Weight.FORM: 3}
_PARAGRAPH = " ¶ "
"""Stands for the end of a paragraph that came or went."""
_SHORT_SENTENCE = 24
"""Columns of a sentence that stands in the heading where it is the only one."""
_SHORT = 60
"""Columns that old and new may take together to stand in the line of the change."""


@change_format("terminal")
def terminal(comparison: Comparison, look: Look) -> Iterator[str]:
    """Lines for a screen; without colour, `[-old-]` and `{+new+}` mark words of a text.

    What moved is marked as `[~here before~]` and `{~here now~}`, also in colour.
    """
    yield from headlines(comparison, look)
    for group, members in groupby(sections(comparison, look.language), lambda item: item.group):
        yield ""
        yield _bold(one_line(group), look)
        yield from _group(tuple(members), look)
    if comparison.questions:
        yield ""
        yield _bold(heading(look.language), look)
        for question in comparison.questions:
            text = asked(comparison, question, look.language)
            yield from _wrapped(f"? {text}", look, "    ", _INDENT)
        yield from _wrapped(hint(look.language), look)
    if comparison.unplaced:
        yield ""
        paths = ", ".join(comparison.unplaced)
        yield from _wrapped(f"{_WORDS[look.language]['unplaced']}: {paths}", look, "", "  ")


def headlines(comparison: Comparison, look: Look) -> Iterator[str]:
    """What the comparison comes to and what the plan says of itself, as the screen has room."""
    text = one_line(headline(comparison, look.language))
    yield from flow((Piece(text, _BOLD if look.colour else ""),), look.width, "", "  ")
    said = notice(comparison)
    if said:
        yield from flow((Piece(said, _FAINT if look.colour else ""),), look.width, "", "  ")


def _group(members: tuple[Section, ...], look: Look) -> Iterator[str]:
    for section in members:
        if not section.is_plain:
            yield from _section(section, look)
    plain = sorted((item for item in members if item.is_plain), key=lambda item: item.outcome)
    for outcome, same in groupby(plain, lambda item: item.outcome):
        names = ", ".join(section.element for section in same)
        word = _WORDS[look.language]["unchanged"]
        yield from _wrapped(f"{word}, {outcome}: {names}", look, "  ", "    ")


def _section(section: Section, look: Look) -> Iterator[str]:
    if not section.element:
        for row in section.rows:
            yield from row_lines(row, look)
        return
    title = section.name.removeprefix(section.element)
    outcome = f" – {section.outcome}" if section.outcome else ""
    lone = _lone(section)
    pieces = (
        Piece(section.element, _BOLD if look.colour else ""),
        Piece(f"{title} ({section.kind}){outcome}{f' ● {lone}' if lone else ''}"),
    )
    yield from flow(pieces, look.width, "  ", _INDENT)
    if lone:
        return
    for text in section.demands:
        yield from _wrapped(f"» {text}", look)
    for row in section.rows:
        yield from row_lines(row, look)


def _lone(section: Section) -> str:
    """The sentence of a section's only row, where it is short and there is nothing else to tell."""
    if len(section.rows) != 1 or section.demands:
        return ""
    [row] = section.rows
    more = row.old or row.new or row.remark or row.notes or row.texts
    says_all = not (more or row.is_editorial)
    return row.sentence if says_all and width(row.sentence) <= _SHORT_SENTENCE else ""


def row_lines(row: Row, look: Look) -> Iterator[str]:
    """One change: what it is, then what it says anew in old and new words."""
    head = f"{_MARK[row.change.weight]} {row.sentence}{_inline(row)}{_remark(row)}"
    yield from _wrapped(head, look, "    ", _INDENT)
    if row.is_text:
        yield from _redline(row, look)
    elif not _is_short(row):
        for sign, text in (("-", row.old), ("+", row.new)):
            if text:
                yield from _wrapped(f"{sign} {text}", look)
    for note in row.notes:
        yield from _wrapped(note, look)
    for taken in row.texts:
        yield from _taken(taken, look)


def _redline(row: Row, look: Look) -> Iterator[str]:
    """What changed in a text, with a few words around it; what moved away by its ends."""
    words = _CONTEXT[row.change.weight]
    runs = excerpt(compare(row.old, row.new), context_words=words)
    yield from flow((_piece(run, look) for run in map(_away, runs)), look.width, _INDENT, _INDENT)
    if any(run.act in _MOVED for run in runs):
        yield from _wrapped(f"({_WORDS[look.language]['moved']})", look)


def _away(run: Run) -> Run:
    """What stands elsewhere now by its first and last words; all else as it is."""
    if run.act is not Act.MOVED_AWAY:
        return run
    return Run(run.act, clipped(run.text, _CONTEXT_MOVED))


def _taken(text: Inheritance, look: Look) -> Iterator[str]:
    """A text of an element that came from others: what is new in it, in what it took over."""
    remark = text.remark(look.language)
    if remark:
        yield from _wrapped(f"{text.label}: {remark}", look)
        return
    runs = excerpt(text.runs, context_words=_CONTEXT[Weight.SUBSTANTIVE])
    pieces = (Piece(f"{text.label}: "), *(_piece(run, look) for run in runs))
    yield from flow(pieces, look.width, _INDENT, _INDENT)


def _inline(row: Row) -> str:
    """Old and new where there is room for them in the line of the change."""
    if row.is_text or not _is_short(row):
        return ""
    shown = " → ".join(text for text in (row.old, row.new) if text)
    return f": {shown}" if shown else ""


def _is_short(row: Row) -> bool:
    return width(row.old) + width(row.new) <= _SHORT and "\n" not in row.old + row.new


def _remark(row: Row) -> str:
    if not row.remark:
        return ""
    return f" – {row.remark}" if row.is_text else f" ({row.remark})"


def _piece(run: Run, look: Look) -> Piece:
    """A stretch of text, coloured, or in signs where there is no colour."""
    text = _PARAGRAPH if "\n" in run.text and not run.text.strip() else run.text
    if run.act not in _SIGNS or not text.strip():
        return Piece(run.text)
    style, opening, closing = _SIGNS[run.act]
    if look.colour and run.act not in _MOVED:
        return Piece(text, style)
    bare = text.strip()
    before, _, after = text.partition(bare)
    return Piece(f"{before}{opening}{bare}{closing}{after}", style if look.colour else "")


def _wrapped(text: str, look: Look, first: str = _INDENT, further: str = _INDENT) -> Iterator[str]:
    yield from flow((Piece(text),), look.width, first, further)


def _bold(text: str, look: Look) -> str:
    return paint(text, _BOLD) if look.colour else text
