"""Changes as a Synopse in Word: a table a field of action, old beside new beside decision."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from wirctl.diff.run import Act
from wirctl.report.registry import change_file
from wirctl.report.word import WordFile, page_numbers, paragraph, run
from wirctl.report.word_table import SHADE, cell, fill, row, table, text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from wirctl.diff.compare import Comparison
    from wirctl.diff.run import Run
    from wirctl.report.paragraphs import Paragraph
    from wirctl.report.registry import Look
    from wirctl.report.synopse import Entry, Group, Line
    from wirctl.report.word import Node
_TOTALS = (6000, 1800, 1800, 1800)
_AWAY = frozenset({"gone", "moved_away"})
_WIDTHS = (2550, 4550, 4550, 3480)
"""Of the columns, in twentieths of a point: what A4 across leaves between the margins."""
_GONE, _CAME = "951A2B", "0D5A34"
_QUIET = "4D5B66"
_MARKS = {
    Act.DELETED: ("WirGone", "gone"),
    Act.MOVED_AWAY: ("WirMovedAway", "moved_away"),
    Act.INSERTED: ("WirCame", "came"),
    Act.MOVED_HERE: ("WirMovedHere", "moved_here"),
}


@change_file("docx")
def docx(comparison: Comparison, look: Look) -> bytes:
    """A Word file, A4 across; the same comparison gives the same bytes."""
    from wirctl.report.headline import besides, disclaimer, plan_language
    from wirctl.report.synopse import groups, legend, version_name
    from wirctl.report.synopse_words import words_in

    words = words_in(look.language)
    old, new = version_name(comparison.old), version_name(comparison.new)
    title = f"{words['title']} {comparison.old.label} → {comparison.new.label}"
    file = WordFile(title, plan_language(comparison) or look.language, landscape=True)
    _add_styles(file, words)
    page_numbers(file, title, words["page"], words["page_of"])
    origin, found = look.origin(), tuple(groups(comparison, look.language))
    file.add(paragraph([run(words["title"])], "Title"))
    file.add(_version(words["from"], old, origin.old_commit))
    file.add(_version(words["to"], new, origin.new_commit))
    file.add(_legend(legend(found), words))
    said = disclaimer(comparison)
    if said:
        file.add(paragraph([run(said, "WirQuiet")]))
    if found:
        file.add(_totals(found, words))
    else:
        file.add(paragraph([run(words["none"])]))
    rest = besides(comparison, look.language)
    if rest:
        file.add(paragraph([run(f"{rest}.")]))
    for group in found:
        _add_group(file, group, words)
    _add_questions(file, comparison, look.language)
    if comparison.unplaced:
        file.add(paragraph([run(f"{words['unplaced']}: {', '.join(comparison.unplaced)}")]))
    return file.data(origin.day)


def _add_styles(file: WordFile, words: Mapping[str, str]) -> None:
    """A style for each thing that may happen to words, told apart without colour."""
    from docx.enum.text import WD_UNDERLINE
    from docx.shared import Pt, RGBColor

    made = {name: _style(file, style, words[name]).font for style, name in _MARKS.values()}
    for name, font in made.items():
        font.color.rgb = RGBColor.from_string(_GONE if name in _AWAY else _CAME)
    made["gone"].strike = made["moved_away"].strike = made["moved_away"].italic = True
    made["came"].underline = WD_UNDERLINE.SINGLE
    made["moved_here"].underline = WD_UNDERLINE.DASH
    for style, name, size in (("WirWord", "word", 6.5), ("WirQuiet", "quiet", 8.5)):
        font = _style(file, style, words[name]).font
        font.size, font.bold = Pt(size), False
        font.color.rgb = RGBColor.from_string(_QUIET)
    _style(file, "WirLabel", words["label"]).font.bold = True


def _style(file: WordFile, id_: str, name: str) -> Any:  # noqa: ANN401 - the library's own type
    made = file.add_style(name, of_characters=True)
    made.element.styleId = id_
    return made


def _version(word: str, name: str, commit: str) -> Node:
    parts = [run(f"{word}: "), run(name, "WirLabel")]
    return paragraph([*parts, run(f"  {commit[:10]}", "WirQuiet")] if commit else parts)


def _legend(marks: Sequence[tuple[str, str]], words: Mapping[str, str]) -> Node:
    styles = {name: style for style, name in _MARKS.values()}
    parts = [run(f"{words['legend']}: ")]
    for name, means in marks:
        end = "." if name == marks[-1][0] else ", "
        parts += [run(words[name], styles[name]), run(f" {words[means]}{end}")]
    return paragraph(parts)


def _totals(groups: Sequence[Group], words: Mapping[str, str]) -> Node:
    """How much happened in each field of action."""
    names = ("substantive", "editorial", "decisions")
    counts = [[getattr(group, name) for name in names] for group in groups]
    made = table(_TOTALS, words["contents"], [words["group"], *(words[name] for name in names)])
    titles = [group.title for group in groups]
    sums = [sum(column) for column in zip(*counts, strict=True)]
    fill(made, [*map(_total, titles, counts), _total(words["all"], sums, "WirLabel")])
    return made


def _total(title: str, counts: Iterable[int], style: str = "") -> Node:
    numbers = [text([run(str(count or "–"), style)], is_number=True) for count in counts]
    return row([cell([text([run(title, style)])]), *(cell([number]) for number in numbers)])


def _add_group(file: WordFile, group: Group, words: Mapping[str, str]) -> None:
    file.add(paragraph([run(group.title)], "Heading1"))
    if group.entries:
        heads = [words[name] for name in ("what", "old", "new", "why")]
        made = table(_WIDTHS, f"{words['title']}: {group.title}", heads)
        fill(made, (line for entry in group.entries for line in _entry(entry, words)))
        file.add(made)
        file.add(paragraph([]))
    if group.unchanged:
        file.add(paragraph([run(words["only_decided"])], "Heading2"))
    for entry in group.unchanged:
        file.add(paragraph(_decided_shortly(entry), "ListBullet"))


def _add_questions(file: WordFile, comparison: Comparison, language: str) -> None:
    """What probably goes on under another id, though nobody said so."""
    from wirctl.report.asking import asked, heading, hint

    if comparison.questions:
        file.add(paragraph([run(heading(language))], "Heading1"))
        for question in comparison.questions:
            file.add(paragraph([run(asked(comparison, question, language))], "ListBullet"))
        file.add(paragraph([run(hint(language), "WirQuiet")]))


def _decided_shortly(entry: Entry) -> Iterator[Node]:
    yield run(f"{entry.title} ({entry.id}): ")
    if entry.decision is not None:
        yield run(entry.decision.outcome, "WirLabel")
        yield run(f"  {entry.decision.source}", "WirQuiet")


def _entry(entry: Entry, words: Mapping[str, str]) -> Iterator[Node]:
    """The rows of one element; the decision stands beside them all."""
    if entry.id:
        head = [run(entry.title), run(f"  {entry.kind} {entry.id}", "WirQuiet")]
        yield row([cell([paragraph(head, "Heading3")], span=4, shade=SHADE)])
    why = tuple(_decision(entry))
    if not entry.lines:
        yield row([cell([text([run(words["unchanged"])])], span=3), cell(why)])
    for place, line in enumerate(entry.lines):
        merged = "" if len(entry.lines) == 1 else "continue" if place else "restart"
        last = cell(why if not place else (), merge=merged)
        yield row([*_sides(line, words), last])


def _sides(line: Line, words: Mapping[str, str]) -> Iterator[Node]:
    """What happened, and both sides of it."""
    what = [text([run(line.what)])]
    asides = (line.remark, *line.notes, words["editorial"] if line.is_editorial else "")
    what += [text([run(aside, "WirQuiet")]) for aside in asides if aside]
    if line.is_told:
        yield cell(what, span=3)
        return
    yield cell(what)
    for side in (line.old, line.new):
        shown = [text(runs) for runs in _marked(side, words)]
        yield cell(shown or [text([run("–", "WirQuiet")])])


def _marked(side: Sequence[Paragraph], words: Mapping[str, str]) -> Iterator[list[Node]]:
    """The runs of each paragraph; what changed is in its style, and in brackets with a word.

    What came or went whole has the word once.
    """
    acts = {piece.act for part in side for piece in part.runs if piece.text.strip()}
    is_whole = len(acts) == 1 and acts <= _MARKS.keys()
    for place, part in enumerate(side):
        made = [run(f"{part.label}: ", "WirLabel")] if part.label else []
        for piece in part.runs:
            made += _piece(piece, words, is_bare=is_whole)
        if is_whole and not place:
            made.insert(0, run(f"[{words[_MARKS[min(acts)][1]]}: ", "WirWord"))
        if is_whole and place == len(side) - 1:
            made.append(run("]", "WirWord"))
        yield made


def _piece(piece: Run, words: Mapping[str, str], *, is_bare: bool) -> list[Node]:
    if piece.act not in _MARKS or not piece.text.strip():
        return [run(piece.text)]
    style, name = _MARKS[piece.act]
    bare = run(piece.text, style)
    return [bare] if is_bare else [run(f"[{words[name]}: ", "WirWord"), bare, run("]", "WirWord")]


def _decision(entry: Entry) -> Iterator[Node]:
    if entry.decision is None:
        return
    yield text([run(entry.decision.outcome, "WirLabel")])
    yield text([run(entry.decision.source, "WirQuiet")])
    for label, point in entry.decision.points:
        yield text([run(f"{label}: ", "WirLabel"), run(point)])
