"""Tables for Word documents: lines, a head that each page repeats, rows that no page end tears."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from wirctl.report.word import node, paragraph, run

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from wirctl.report.word import Node

SHADE = "EEF2F4"
"""Behind heads."""


def text(runs: Iterable[Node], *, is_number: bool = False) -> Node:
    """A paragraph of a cell; numbers stand to the right."""
    more = (node("jc", val="right"),) if is_number else ()
    return paragraph(runs, "", node("spacing", before="20", after="40"), *more)


def table(widths: Sequence[int], caption: str, heads: Sequence[str]) -> Node:
    """An empty table with lines and a head that each page repeats."""
    properties = node(
        "tblPr",
        node("tblStyle", val="TableGrid"),
        node("tblW", w=str(sum(widths)), type="dxa"),
        node("tblLayout", type="fixed"),
        node("tblLook", val="0020", firstRow="1", lastRow="0", firstColumn="0", lastColumn="0",
             noHBand="1", noVBand="1"),
        node("tblCaption", val=caption),
    )  # fmt: skip
    grid = node("tblGrid", *(node("gridCol", w=str(width)) for width in widths))
    cells = [cell([text([run(head, "WirLabel")])], shade=SHADE) for head in heads]
    return node("tbl", properties, grid, row(cells, is_head=True))


def fill(grown: Node, rows: Iterable[Node]) -> None:
    """Put rows at the end; each cell gets the width of its columns."""
    from docx.oxml.ns import qn

    made: Any = grown
    made.extend(rows)
    widths = [int(column.get(qn("w:w"))) for column in made.iter(qn("w:gridCol"))]
    for line in made.iter(qn("w:tr")):
        place = 0
        for part in line.iter(qn("w:tcPr")):
            span = part.find(qn("w:gridSpan"))
            count = int(span.get(qn("w:val"))) if span is not None else 1
            part.find(qn("w:tcW")).set(qn("w:w"), str(sum(widths[place : place + count])))
            place += count


def row(cells: Iterable[Node], *, is_head: bool = False) -> Node:
    """A row that no page end tears."""
    properties = node("trPr", node("cantSplit"))
    if is_head:
        properties = node("trPr", node("cantSplit"), node("tblHeader"))
    return node("tr", properties, *cells)


def cell(content: Iterable[Node], *, span: int = 1, merge: str = "", shade: str = "") -> Node:
    """A cell; with `merge` it begins (`restart`) or goes on (`continue`) below another."""
    parts = [node("tcW", w="0", type="dxa")]
    if span > 1:
        parts.append(node("gridSpan", val=str(span)))
    if merge:
        parts.append(node("vMerge", val=merge))
    if shade:
        parts.append(node("shd", val="clear", color="auto", fill=shade))
    return node("tc", node("tcPr", *parts), *(tuple(content) or (paragraph([]),)))
