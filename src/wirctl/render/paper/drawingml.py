"""Drawings for Word: shapes of DrawingML (ISO/IEC 29500) that stay sharp, and their words.

Programs that do not know shapes show the words instead.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape, quoteattr

from wirctl.press.parts import Box, Dot, Stroke, Words

if TYPE_CHECKING:
    from collections.abc import Callable

    from wirctl.press.parts import Figure, Shape

_POINT = 12_700
"""Units of DrawingML in a point."""
_GROUP = "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup"
_NAMESPACES = " ".join(
    f'xmlns:{prefix}="{address}"'
    for prefix, address in (
        ("mc", "http://schemas.openxmlformats.org/markup-compatibility/2006"),
        ("wp", "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"),
        ("a", "http://schemas.openxmlformats.org/drawingml/2006/main"),
        ("wpg", _GROUP),
        ("wps", "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"),
    )
)
_TONES = {"accent": "07566B", "quiet": "4D5B66", "line": "B8C4CA", "target": "C99A1D"}
_SIDES = {"start": "left", "middle": "center", "end": "right"}
_NO_EDGES = " ".join(f'{side}Ins="0"' for side in "ltrb")
_LINE = 12.0
"""The height of a line of words in a drawing, in points."""


def drawing(figure: Figure, number: int, paragraph: Callable[[Words, str], str]) -> str:
    """The drawing as the content of a run; `number` tells it from others of the document.

    `paragraph` writes words of it as a paragraph, to the left, in the middle or to the right.
    """
    width, height = _units(figure.width), _units(figure.height)
    first = number * 1000
    shapes = "".join(
        _shape(_inside(shape, figure.width), first + place, paragraph)
        for place, shape in enumerate(figure.shapes, 1)
    )
    frame = (
        f'<a:xfrm><a:off x="0" y="0"/><a:ext cx="{width}" cy="{height}"/>'
        f'<a:chOff x="0" y="0"/><a:chExt cx="{width}" cy="{height}"/></a:xfrm>'
    )
    name, said = quoteattr(figure.caption), quoteattr(figure.alternative)
    return (
        f'<mc:AlternateContent {_NAMESPACES}><mc:Choice Requires="wpg"><w:drawing>'
        '<wp:inline distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent cx="{width}" cy="{height}"/><wp:effectExtent l="0" t="0" r="0" b="0"/>'
        f'<wp:docPr id="{first}" name={name} descr={said}/><wp:cNvGraphicFramePr/>'
        f'<a:graphic><a:graphicData uri="{_GROUP}"><wpg:wgp><wpg:cNvGrpSpPr/>'
        f"<wpg:grpSpPr>{frame}</wpg:grpSpPr>{shapes}</wpg:wgp></a:graphicData></a:graphic>"
        "</wp:inline></w:drawing></mc:Choice>"
        f"<mc:Fallback><w:t>{escape(figure.alternative)}</w:t></mc:Fallback></mc:AlternateContent>"
    )


def _units(points: float) -> int:
    return round(points * _POINT)


def _inside(shape: Shape, width: float) -> Shape:
    """The shape with no more room for its words than the drawing has: others would stretch it."""
    if not isinstance(shape, Words):
        return shape
    start, end = max(shape.x, 0.0), min(shape.x + shape.width, width)
    return replace(shape, x=start, width=max(end - start, 1.0))


def _shape(shape: Shape, number: int, paragraph: Callable[[Words, str], str]) -> str:
    match shape:
        case Box(x, y, width, height, tone):
            return _wrapped(number, _form("rect", (x, y, width, height), _filled(tone)))
        case Dot(x, y, radius, tone):
            place = (x - radius, y - radius, 2 * radius, 2 * radius)
            return _wrapped(number, _form("ellipse", place, _filled(tone)))
        case Stroke(x, y, to_x, to_y, tone):
            place = (min(x, to_x), min(y, to_y), abs(to_x - x), abs(to_y - y))
            line = f'<a:ln w="{_units(0.8)}">{_colour(tone)}</a:ln>'
            return _wrapped(number, _form("line", place, line))
        case _:
            return _words(shape, number, paragraph(shape, _SIDES[shape.side]))


def _words(words: Words, number: int, inner: str) -> str:
    place = (words.x, words.y, words.width, _LINE)
    form = _form("rect", place, "<a:noFill/><a:ln><a:noFill/></a:ln>")
    text = f"<wps:txbx><w:txbxContent>{inner}</w:txbxContent></wps:txbx>"
    return _wrapped(number, form, text, ' txBox="1"')


def _wrapped(number: int, form: str, text: str = "", kind: str = "") -> str:
    return (
        f'<wps:wsp><wps:cNvPr id="{number}" name=""/><wps:cNvSpPr{kind}/>{form}{text}'
        f"<wps:bodyPr {_NO_EDGES}><a:noAutofit/></wps:bodyPr></wps:wsp>"
    )


def _form(name: str, place: tuple[float, float, float, float], look: str) -> str:
    x, y, width, height = map(_units, place)
    return (
        f'<wps:spPr><a:xfrm><a:off x="{x}" y="{y}"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>'
        f'<a:prstGeom prst="{name}"><a:avLst/></a:prstGeom>{look}</wps:spPr>'
    )


def _filled(tone: str) -> str:
    return f"{_colour(tone)}<a:ln><a:noFill/></a:ln>"


def _colour(tone: str) -> str:
    return f'<a:solidFill><a:srgbClr val="{_TONES[tone]}"/></a:solidFill>'
