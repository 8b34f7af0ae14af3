"""Parts of a Word file at their place, and none that the library's own template leaves behind."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from docx.document import Document

_ORDERS = {
    "pPr": (
        "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers "
        "pBdr shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE "
        "autoSpaceDN bidi adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents "
        "suppressOverlap jc textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle "
        "rPr sectPr pPrChange"
    ),
    "rPr": (
        "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint "
        "noProof snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u "
        "effect bdr shd fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath rPrChange"
    ),
    "tblPr": (
        "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc "
        "tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption "
        "tblDescription tblPrChange"
    ),
}
"""The order of properties of paragraphs, runs and tables (ISO/IEC 29500-1, 17.3 and 17.4)."""
_MODE = "15"
"""The layout of Word 2013 and later."""
_SHED = ("/thumbnail", "/stylesWithEffects")


def put(properties: Any, name: str, **attributes: str) -> None:  # noqa: ANN401 - of the library
    """Set a property at its place in the order of the standard; one that is there gives way."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    order = _ORDERS[str(properties.tag).rpartition("}")[2]].split()
    for old in properties.findall(qn(f"w:{name}")):
        properties.remove(old)
    made: Any = OxmlElement(f"w:{name}")
    for key, value in attributes.items():
        made.set(qn(f"w:{key}"), value)
    later = {qn(f"w:{other}") for other in order[order.index(name) + 1 :]}
    following = next((child for child in properties if child.tag in later), None)
    if following is None:
        properties.append(made)
    else:
        following.addprevious(made)


def shed(file: Document) -> None:
    """Let go of what the library's template brings and no document of ours is.

    That is the picture of an empty page, styles for Word 2010 that know none of ours, and the
    layout of that version, of which newer ones warn the reader. How large pages are shown is said
    in full, as the standard wants it.

    https://learn.microsoft.com/en-us/openspecs/office_standards/ms-docx/90138c4d-eb18-4edc-aa6c-dfb799cb1d0d
    """
    from docx.oxml.ns import qn

    package: Any = file.part.package
    for relations in (package.rels, file.part.rels):
        for name, relation in tuple(relations.items()):
            if relation.reltype.endswith(_SHED):
                del relations[name]
    settings: Any = file.settings.element
    for zoom in settings.iter(qn("w:zoom")):
        if zoom.get(qn("w:percent")) is None:
            zoom.set(qn("w:percent"), "100")
    for setting in settings.iter(qn("w:compatSetting")):
        if setting.get(qn("w:name")) == "compatibilityMode":
            setting.set(qn("w:val"), _MODE)
