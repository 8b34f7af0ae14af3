"""An agenda for Word: what to know of each item, then the list to vote with, to be filled in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wirctl.report.registry import agenda_file
from wirctl.report.visible import one_line
from wirctl.report.word import WordFile, node, page_numbers, paragraph, run
from wirctl.report.word_table import cell, fill, row, table, text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from wirctl.report.agenda import AgendaRow, AgendaSection, AgendaText
    from wirctl.report.registry import Look
    from wirctl.report.word import Node

_ITEMS = (700, 3300, 5400)
_VOTES = (700, 3500, 800, 800, 1400, 2200)
"""Of the columns, in twentieths of a point: what A4 leaves between the margins."""
_BOXES = ("yes", "no", "abstain")
_QUIET = "4D5B66"


@agenda_file("docx")
def docx(agenda: AgendaText, look: Look) -> bytes:
    """A Word file, A4; the same agenda of the same version gives the same bytes.

    Raises:
        MissingExtraError: what writes Word files is not installed.
    """
    from wirctl.report.synopse_words import words_in

    words = words_in(look.language)
    file = WordFile(one_line(agenda.title), agenda.said or look.language)
    _add_styles(file, agenda)
    page_numbers(file, one_line(agenda.title), words["page"], words["page_of"])
    file.add(paragraph([run(one_line(agenda.title))], "Title"))
    file.add(paragraph([run(one_line(agenda.subtitle), "WirQuiet")]))
    if agenda.statements:
        file.add(paragraph([run(agenda.words["statements"])], "Heading1"))
    for line in agenda.statements:
        file.add(paragraph([run(one_line(line))], "ListBullet"))
    if not agenda.ballot:
        file.add(paragraph([run(agenda.words["nothing"])]))
    for section in agenda.sections:
        file.add(paragraph([run(one_line(section.title))], "Heading1"))
        file.add(_table(section, agenda))
    if agenda.ballot:
        file.add(paragraph([run(agenda.words["ballot"])], "Heading1", node("pageBreakBefore")))
        file.add(_ballot(agenda))
    file.add(paragraph([]))
    return file.data(look.origin().day)


def _add_styles(file: WordFile, agenda: AgendaText) -> None:
    from docx.shared import Pt, RGBColor

    label = file.add_style(agenda.words["item"], of_characters=True)
    label.element.styleId, label.font.bold = "WirLabel", True
    quiet = file.add_style(agenda.words["number"], of_characters=True)
    quiet.element.styleId, quiet.font.size = "WirQuiet", Pt(8.5)
    quiet.font.color.rgb = RGBColor.from_string(_QUIET)


def _table(section: AgendaSection, agenda: AgendaText) -> Node:
    heads = [agenda.words[name] for name in ("number", "item", "know")]
    made = table(_ITEMS, one_line(section.title), heads)
    fill(made, (row([_number(line), cell(_item(line, agenda)), _known(line, agenda)])
                for line in section.rows))  # fmt: skip
    return made


def _ballot(agenda: AgendaText) -> Node:
    heads = [agenda.words[name] for name in ("number", "item", *_BOXES, "outcome")]
    made = table(_VOTES, agenda.words["ballot"], heads)
    fill(made, (_vote(line) for line in agenda.ballot))
    return made


def _vote(line: AgendaRow) -> Node:
    boxes = (cell([]) for _ in _BOXES)
    outcome = cell(_texts([line.outcome] if line.outcome else []))
    return row([_number(line), cell([_name(line)]), *boxes, outcome])


def _number(line: AgendaRow) -> Node:
    return cell([text([run(str(line.number))], is_number=True)])


def _name(line: AgendaRow) -> Node:
    title = one_line(line.title or line.id)
    return text([run(title), run(f"\n{one_line(line.id)}", "WirQuiet")])


def _item(line: AgendaRow, agenda: AgendaText) -> Iterator[Node]:
    yield _name(line)
    if line.is_contested:
        yield text([run(agenda.words["contested"], "WirLabel")])


def _known(line: AgendaRow, agenda: AgendaText) -> Node:
    decided = [agenda.words["decided"].format(outcome=line.outcome)] if line.outcome else []
    return cell(_texts([*line.facts, *decided]))


def _texts(lines: Iterable[str]) -> list[Node]:
    return [text([run(one_line(line))]) for line in lines]
