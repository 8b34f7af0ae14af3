"""Changes as a Synopse in Markdown: by field of action and element, old beside new."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from wirctl.core.change import Weight
from wirctl.diff.prose import NEW_SIDE, OLD_SIDE, Act, compare
from wirctl.report.asking import asked, heading, hint
from wirctl.report.headline import disclaimer, total
from wirctl.report.markdown_text import escaped, inline
from wirctl.report.registry import change_format
from wirctl.report.sections import sections

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from wirctl.diff.compare import Comparison
    from wirctl.diff.prose import Run
    from wirctl.report.inherited import Inheritance
    from wirctl.report.registry import Look
    from wirctl.report.rows import Row
    from wirctl.report.sections import Section

_WORDS: Mapping[str, Mapping[str, str]] = {
    "de": {
        "title": "Synopse",
        "decided": "Entscheidung",
        "unchanged": "Entschieden ohne Änderung",
        "unplaced": "Nicht verglichen, gehört zu keiner Art",
        "what": "Was",
        "old": "Bisher",
        "new": "Neu",
        Weight.SUBSTANTIVE: "inhaltlich",
        Weight.EDITORIAL: "redaktionell",
        "legend": "<del>Durchgestrichenes</del> entfällt, <ins>Unterstrichenes</ins> ist neu.",
        "moved": "<em>Kursives</em> steht jetzt an anderer Stelle.",
    },
    "en": {
        "title": "Synopsis",
        "decided": "Decision",
        "unchanged": "Decided without a change",
        "unplaced": "Not compared, belongs to no kind",
        "what": "What",
        "old": "Old",
        "new": "New",
        Weight.SUBSTANTIVE: "substantive",
        Weight.EDITORIAL: "editorial",
        "legend": "<del>Struck</del> text goes, <ins>underlined</ins> text is new.",
        "moved": "Text in <em>italics</em> stands elsewhere now.",
    },
}
_TAGS = {
    Act.DELETED: ("<del>", "</del>"),
    Act.MOVED_AWAY: ("<del><em>", "</em></del>"),
    Act.INSERTED: ("<ins>", "</ins>"),
    Act.MOVED_HERE: ("<ins><em>", "</em></ins>"),
}
_PARAGRAPH = "¶"
_SHORT = 120
"""Characters that old and new may have together where texts are left out."""


@change_format("markdown")
def markdown(comparison: Comparison, look: Look) -> Iterator[str]:
    """Markdown as forges render it: a heading per field of action and element, a table each."""
    yield from page(comparison, look)


def page(comparison: Comparison, look: Look, note: str = "") -> Iterator[str]:
    """The lines of the page.

    With a `note`, which then stands below the totals, the wording of texts is left out.
    """
    words = _WORDS[look.language]
    names = f"{comparison.old.label} → {comparison.new.label}"
    yield f"# {words['title']} {escaped(names)}"
    yield ""
    yield f"{escaped(total(comparison, look.language))}."
    yield note or words["legend"]
    said = disclaimer(comparison)
    if said:
        yield from ("", f"> {escaped(said)}")
    for group, members in groupby(sections(comparison, look.language), lambda item: item.group):
        yield from ("", f"## {escaped(group)}")
        yield from _group(tuple(members), words, shows_texts=not note)
    if comparison.questions:
        yield from ("", f"## {escaped(heading(look.language))}", "")
        for question in comparison.questions:
            yield f"- {escaped(asked(comparison, question, look.language))}"
        yield from ("", escaped(hint(look.language)))
    if comparison.unplaced:
        yield from ("", f"{words['unplaced']}: {escaped(', '.join(comparison.unplaced))}")


def _group(
    members: tuple[Section, ...], words: Mapping[str, str], *, shows_texts: bool
) -> Iterator[str]:
    for section in members:
        if not section.element:
            yield from _alike(section)
        elif not section.is_plain:
            yield from _section(section, words, shows_texts=shows_texts)
    plain = [section for section in members if section.is_plain]
    if plain:
        yield from ("", f"### {words['unchanged']}", "")
        yield from (f"- {escaped(f'{item.name}: {item.outcome}')}" for item in plain)


def _alike(section: Section) -> Iterator[str]:
    """What happened alike in many elements, as points."""
    for row in section.rows:
        values = f": {row.old} → {row.new}" if row.old or row.new else ""
        yield from ("", f"- {escaped(f'{row.sentence}{values}{_remark(row)}')}")
        yield from (f"  - {escaped(note)}" for note in row.notes)


def _section(section: Section, words: Mapping[str, str], *, shows_texts: bool) -> Iterator[str]:
    title = section.title if section.title != section.element else section.kind
    yield from ("", f"### {escaped(f'{title} ({section.element})')}")
    if section.outcome:
        yield from ("", f"{words['decided']}: <strong>{escaped(section.outcome)}</strong>")
    told = [row for row in section.rows if not _has_values(row, shows_texts=shows_texts)]
    points = (*section.demands, *(f"{row.sentence}{_remark(row)}" for row in told))
    if points:
        yield ""
        yield from (f"- {escaped(text)}" for text in points)
    valued = [row for row in section.rows if row not in told]
    if valued:
        yield from table(valued, words)


def _has_values(row: Row, *, shows_texts: bool) -> bool:
    """Whether there is something to set beside each other: not where texts are left out."""
    if shows_texts:
        return bool(row.old or row.new or row.texts or row.content)
    return not row.is_text and 0 < len(row.old) + len(row.new) <= _SHORT


def _remark(row: Row) -> str:
    return f" ({row.remark})" if row.remark else ""


def table(rows: Iterable[Row], words: Mapping[str, str]) -> Iterator[str]:
    """Old and new of each row in two columns."""
    yield from ("", f"| {words['what']} | {words['old']} | {words['new']} |", "| --- | --- | --- |")
    yield from (_row(row, words) for row in rows)


def _row(row: Row, words: Mapping[str, str]) -> str:
    note = f" <em>{words[row.change.weight]}</em>" if row.is_editorial else ""
    old, new = redline(row) if row.is_text else (escaped(row.old), escaped(row.new))
    new += "<br>".join(map(_taken, (*row.texts, *row.content)))
    moved = f"<br>{words['moved']}" if _TAGS[Act.MOVED_HERE][0] in new else ""
    return f"| {escaped(row.sentence + _remark(row))}{note}{moved} | {old} | {new} |"


def _taken(text: Inheritance) -> str:
    """A text of an element that came from others: what is new in it underlined."""
    return f"{escaped(text.label)}: {''.join(map(_run, text.runs)).strip()}"


def redline(row: Row) -> tuple[str, str]:
    """Old and new text of a row, with what went struck and what came underlined."""
    runs = compare(row.old, row.new)
    old = "".join(_run(run) for run in runs if run.act in OLD_SIDE)
    new = "".join(_run(run) for run in runs if run.act in NEW_SIDE)
    return old.strip(), new.strip()


def changed_inside(row: Row) -> tuple[str, ...]:
    """What changed in an element that came from others, and what a new one says."""
    return tuple(_taken(text) for text in (*row.texts, *row.content) if text.has_changed)


def _run(run: Run) -> str:
    if run.act not in _TAGS:
        return inline(run.text)
    opening, closing = _TAGS[run.act]
    if not run.text.strip():
        mark = f"{opening}{_PARAGRAPH}{closing}" if "\n" in run.text else ""
        return mark + inline(run.text)
    before, bare, after = run.text.partition(run.text.strip())
    return f"{inline(before)}{opening}{escaped(bare)}{closing}{inline(after)}"
