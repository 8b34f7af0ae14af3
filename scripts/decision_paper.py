"""Makes templates/decision-paper/decision-paper.docx, the template of papers for the council.

Whoever wants another paper edits a copy of the template in Word (`wirctl render --eject`); only
what everybody gets is made here, so that its changes can be read.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import docx
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement, parse_xml
from docx.shared import Cm, Pt

from wirctl.render.paper.wordfile import describe, dress, packed, speak
from wirctl.render.paper.wordml import page_field

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from docx.document import Document
    from docx.text.paragraph import Paragraph

TARGET = (
    Path(__file__).resolve().parent.parent / "templates" / "decision-paper" / "decision-paper.docx"
)
BLANK = "{{ words.blank }}"
_NAMESPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_WIDTH = 16.5

# The parts of a line: words as they are, those in bold, and what is to be filled in.
Piece = str | tuple[str, str]


def bold(text: str) -> Piece:
    """Words in bold."""
    return (text, "Strong")


def known(value: str) -> tuple[Piece, ...]:
    """A value of the plan, or a blank to be seen and filled in."""
    return (
        f"{{% if {value} %}}{{{{ {value} }}}}{{% else %}}",
        (BLANK, "Wirctl Blank"),
        "{% endif %}",
    )


def template() -> bytes:
    """The file."""
    file = docx.Document()
    dress(file)
    speak(file, "de")
    _styles(file)
    _edges(file)
    _head(file)
    _consultations(file)
    _motion(file)
    _heading(file, "gender")
    _line(file, "", (BLANK, "Wirctl Blank"))
    _costs(file)
    _heading(file, "climate")
    _line(file, "", "{{ words.climate_choices }}")
    _line(file, "", (BLANK, "Wirctl Blank"))
    _reasons(file)
    _end(file)
    describe(file, "Beschlussdrucksache", "", "de", "")
    return packed(file)


def _styles(file: Document) -> None:
    styles: Any = file.styles
    blank = styles.add_style("Wirctl Blank", WD_STYLE_TYPE.CHARACTER)
    blank.font.bold = True
    shade = parse_xml(f'<w:shd {_NAMESPACE} w:val="clear" w:color="auto" w:fill="FFF2AB"/>')
    blank.element.get_or_add_rPr().append(shade)
    styles["Subtitle"].font.bold = True
    styles["Wirctl Group"].paragraph_format.space_before = Pt(8)
    for name, size, before in (("Title", 18, 6), ("Subtitle", 11, 0), ("Heading 1", 13, 14)):
        styles[name].font.size = Pt(size)
        styles[name].paragraph_format.space_before = Pt(before)
        styles[name].paragraph_format.space_after = Pt(4)
    for rule in styles["Title"].element.iter(qn("w:pBdr")):
        rule.getparent().remove(rule)
        break


def _edges(file: Document) -> None:
    """Who publishes it stands at the top of each page; version, origin and page at its foot."""
    section = file.sections[0]
    top, foot = section.header.paragraphs[0], section.footer.paragraphs[0]
    for place in (top, foot):
        place.style = file.styles["Wirctl Quiet"]
    _add(top, "{{ paper.municipality }} · {{ paper.kind }}")
    _add(top, "{% if paper.draft %} · {{ paper.draft }}{% endif %}")
    _add(foot, "{{ paper.version }} · {{ paper.origin }} · ")
    inner: Any = parse_xml(f"<w:p {_NAMESPACE}>{page_field()}</w:p>")
    for run in list(inner):
        foot._p.append(run)  # noqa: SLF001 - its only door to XML


def _head(file: Document) -> None:
    _line(file, "Subtitle", "{{ paper.kind }}")
    _line(file, "Title", "{{ paper.title }}")
    _line(file, "Wirctl Lead", bold("{{ words.number }}: "), *known("paper.number"))
    count = "{{ words.annex_count }}: "
    number = "{% if paper.annexes %}{{ paper.annexes | length }}{% else %}"
    blank = (BLANK, "Wirctl Blank")
    _line(file, "Wirctl Lead", bold(count), number, blank, "{% endif %}")
    _line(file, "Wirctl Lead", bold("{{ words.agenda_item }}: "), blank)
    _line(file, "Wirctl Label", "{{ words.keep }}")
    _line(file, "", "{%p if paper.notice %}")
    _line(file, "Wirctl Notice", "{{ paper.notice }}")
    _line(file, "", "{%p endif %}")


def _consultations(file: Document) -> None:
    _heading(file, "consultations")
    with_rows = ("station", "paper.consultations")
    heads = ("body", "task", "date", "result")
    cells = (
        ("{{ station.body }}",),
        ("{{ station.task }}",),
        known("station.date"),
        ("{{ station.result }}",),
    )
    _line(file, "", "{%p if paper.consultations %}")
    _table(file, "consultations", heads, cells, with_rows, (6.5, 3, 3.5, 3.5))
    _otherwise_blank(file)


def _motion(file: Document) -> None:
    _heading(file, "motion")
    _line(file, "", "{%p if paper.motion %}")
    _line(file, "", "{{p paper.motion }}")
    _line(file, "", "{%p elif paper.is_whole %}")
    _line(file, "", "{{ words.motion_on_plan }} {{ paper.title }}, {{ paper.version }}")
    _line(file, "", "{%p else %}")
    _line(file, "", "{{ words.motion_on_items }}")
    _line(file, "", "{%p endif %}")
    _line(file, "", "{%p if paper.items %}")
    _line(file, "Wirctl Group", "{{ words.items }}")
    names = ("id", "kind", "title", "lead", "state")
    cells = tuple((f"{{{{ item.{name} }}}}",) for name in names)
    heads = ("id", "kind", "thing", "lead", "state")
    _table(file, "items", heads, cells, ("item", "paper.items"), (2.2, 2, 5.3, 4.3, 2.7))
    _otherwise_blank(file)


def _costs(file: Document) -> None:
    _heading(file, "costs")
    _line(file, "", "{%p if paper.costs.rows %}")
    cells = (
        ("{{ cost.title }} ({{ cost.id }})",),
        ("{{ cost.year }}",),
        ("{{ cost.kind }}",),
        ("{{ cost.amount }}{% if cost.mark %} ({{ cost.mark }}){% endif %}",),
        known("cost.path"),
    )
    heads: tuple[str, ...] = ("measure", "year", "kind", "amount", "path")
    _table(file, "costs", heads, cells, ("cost", "paper.costs.rows"), (5.5, 1.5, 2.5, 4, 3))
    _line(file, "Wirctl Group", "{{ words.costs_by_year }}")
    sums = (("{{ sum.year }}",), ("{{ sum.once }}",), ("{{ sum.yearly }}",))
    by_year = ("year", "once", "yearly")
    _table(file, "costs_by_year", by_year, sums, ("sum", "paper.costs.years"), (3, 4, 4))
    _otherwise_blank(file)
    _line(file, "", "{%p for note in paper.costs.notes %}")
    _line(file, "", "{{ note }}")
    _line(file, "", "{%p endfor %}")


def _reasons(file: Document) -> None:
    _heading(file, "reasons")
    _line(file, "", "{%p if paper.reasons %}")
    _line(file, "", "{{p paper.reasons }}")
    _line(file, "", "{%p endif %}")
    _line(file, "", (BLANK, "Wirctl Blank"))
    _listed(
        file, "statements", "opinion", "paper.statements", "{{ opinion.body }}, {{ opinion.date }}"
    )
    waiting = "{{ thing.kind }} {{ thing.id }}: {{ thing.title }}"
    state = "{% if thing.state %} ({{ thing.state }}){% endif %}"
    _listed(file, "waiting", "thing", "paper.waiting", waiting + state)


def _end(file: Document) -> None:
    _heading(file, "annexes")
    _line(file, "", "{%p if paper.annexes %}")
    _line(file, "", "{%p for annex in paper.annexes %}")
    _line(file, "List Bullet", "{{ annex.number }}: ", *known("annex.title"))
    _line(file, "", "{%p endfor %}")
    _otherwise_blank(file)
    _line(file, "Wirctl Group", "{{ words.unit }}: ", *known("paper.unit"))
    _line(
        file, "Wirctl Group", "{{ words.place }}: {{ paper.municipality }}, ", *known("paper.date")
    )


def _listed(file: Document, name: str, one: str, many: str, line: str) -> None:
    _line(file, "", f"{{%p if {many} %}}")
    _line(file, "Wirctl Group", f"{{{{ words.{name} }}}}:")
    _line(file, "", f"{{%p for {one} in {many} %}}")
    _line(file, "List Bullet", line)
    _line(file, "", "{%p endfor %}")
    _line(file, "", "{%p endif %}")


def _otherwise_blank(file: Document) -> None:
    _line(file, "", "{%p else %}")
    _line(file, "", (BLANK, "Wirctl Blank"))
    _line(file, "", "{%p endif %}")


def _heading(file: Document, name: str) -> None:
    _line(file, "Heading 1", f"{{{{ words.{name} }}}}")


def _line(file: Document, style: str, *pieces: Piece) -> None:
    _add(file.add_paragraph(style=style or "Normal"), *pieces)


def _add(paragraph: Paragraph, *pieces: Piece) -> None:
    for piece in pieces:
        text, style = piece if isinstance(piece, tuple) else (piece, "")
        paragraph.add_run(text, style or None)


def _table(
    file: Document,
    name: str,
    heads: Sequence[str],
    cells: Iterable[Sequence[Piece]],
    rows: tuple[str, str],
    widths: Sequence[float],
) -> None:
    """A table with a head that each page repeats, and a row for each part of a list."""
    made = file.add_table(rows=4, cols=len(heads), style="Table Grid")
    caption = OxmlElement("w:tblCaption")
    caption.set(qn("w:val"), f"{{{{ words.{name} }}}}")
    made._tbl.tblPr.append(caption)  # noqa: SLF001 - its only door to XML
    head, begin, body, end = made.rows
    for cell, word in zip(head.cells, heads, strict=True):
        _fill(cell.paragraphs[0], "Wirctl Head", f"{{{{ words.{word} }}}}")
    _fill(begin.cells[0].paragraphs[0], "Wirctl Cell", f"{{%tr for {rows[0]} in {rows[1]} %}}")
    for cell, pieces in zip(body.cells, cells, strict=True):
        _fill(cell.paragraphs[0], "Wirctl Cell", *pieces)
    _fill(end.cells[0].paragraphs[0], "Wirctl Cell", "{%tr endfor %}")
    for row in made.rows:
        row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))  # noqa: SLF001
        for cell, width in zip(row.cells, widths, strict=True):
            cell.width = Cm(width * _WIDTH / sum(widths))
    head._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))  # noqa: SLF001
    for column, width in zip(made.columns, widths, strict=True):
        column.width = Cm(width * _WIDTH / sum(widths))


def _fill(paragraph: Paragraph, style: str, *pieces: Piece) -> None:
    paragraph.style = style
    _add(paragraph, *pieces)


def main() -> int:
    """Write the template."""
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    TARGET.write_bytes(template())
    return 0


if __name__ == "__main__":
    sys.exit(main())
