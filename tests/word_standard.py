"""What a Word file has to keep to, by ISO/IEC 29500-1 and by what Word does without a word.

The standard gives the children of most elements an order. Word is strict about it: it repairs a
file that breaks it, or opens none.
"""

from __future__ import annotations

import posixpath
from collections import Counter
from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import ZipFile

from lxml import etree

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"

_BORDERS = "top start left bottom end right insideH insideV tl2br tr2bl"
SEQUENCES: Mapping[str, tuple[str, ...]] = {
    name: tuple(words.split())
    for name, words in {
        "pPr": (
            "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr "
            "suppressLineNumbers pBdr shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct "
            "topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd snapToGrid spacing ind "
            "contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment "
            "textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange"
        ),
        "rPr": (
            "ins del moveFrom moveTo rStyle rFonts b bCs i iCs caps smallCaps strike dstrike "
            "outline shadow emboss imprint noProof snapToGrid vanish webHidden color spacing w "
            "kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang "
            "eastAsianLayout specVanish oMath rPrChange"
        ),
        "tblPr": (
            "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc "
            "tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption "
            "tblDescription tblPrChange"
        ),
        "tcPr": (
            "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection "
            "tcFitText vAlign hideMark headers cellIns cellDel cellMerge tcPrChange"
        ),
        "sectPr": (
            "headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc "
            "pgBorders lnNumType pgNumType cols formProt vAlign noEndnote titlePg textDirection "
            "bidi rtlGutter docGrid printerSettings sectPrChange"
        ),
        "tbl": "tblPr tblGrid tr",
        "tr": "tblPrEx trPr tc",
        "style": (
            "name aliases basedOn next link autoRedefine hidden uiPriority semiHidden "
            "unhideWhenUsed qFormat locked personal personalCompose personalReply rsid pPr rPr "
            "tblPr trPr tcPr tblStylePr"
        ),
        "tblStylePr": "pPr rPr tblPr trPr tcPr",
        "styles": "docDefaults latentStyles style",
        "docDefaults": "rPrDefault pPrDefault",
        "numbering": "numPicBullet abstractNum num numIdMacAtCleanup",
        "abstractNum": "nsid multiLevelType tmpl name styleLink numStyleLink lvl",
        "num": "abstractNumId lvlOverride",
        "lvl": (
            "start numFmt lvlRestart pStyle isLgl suff lvlText lvlPicBulletId legacy lvlJc pPr rPr"
        ),
        "pBdr": "top left bottom right between bar",
        "tblBorders": _BORDERS,
        "tcBorders": _BORDERS,
        "tblCellMar": _BORDERS,
        "tcMar": _BORDERS,
        "settings": (
            "writeProtection view zoom removePersonalInformation removeDateAndTime "
            "doNotDisplayPageBoundaries displayBackgroundShape printPostScriptOverText "
            "printFractionalCharacterWidth printFormsData embedTrueTypeFonts embedSystemFonts "
            "saveSubsetFonts saveFormsData mirrorMargins alignBordersAndEdges "
            "bordersDoNotSurroundHeader bordersDoNotSurroundFooter gutterAtTop hideSpellingErrors "
            "hideGrammaticalErrors activeWritingStyle proofState formsDesign attachedTemplate "
            "linkStyles stylePaneFormatFilter stylePaneSortMethod documentType mailMerge "
            "revisionView trackRevisions doNotTrackMoves doNotTrackFormatting documentProtection "
            "autoFormatOverride styleLockTheme styleLockQFSet defaultTabStop autoHyphenation "
            "consecutiveHyphenLimit hyphenationZone doNotHyphenateCaps showEnvelope summaryLength "
            "clickAndTypeStyle defaultTableStyle evenAndOddHeaders bookFoldRevPrinting "
            "bookFoldPrinting bookFoldPrintingSheets drawingGridHorizontalSpacing "
            "drawingGridVerticalSpacing displayHorizontalDrawingGridEvery "
            "displayVerticalDrawingGridEvery doNotUseMarginsForDrawingGridOrigin "
            "drawingGridHorizontalOrigin drawingGridVerticalOrigin doNotShadeFormData "
            "noPunctuationKerning characterSpacingControl printTwoOnOne strictFirstAndLastChars "
            "noLineBreaksAfter noLineBreaksBefore savePreviewPicture doNotValidateAgainstSchema "
            "saveInvalidXml ignoreMixedContent alwaysShowPlaceholderText doNotDemarcateInvalidXml "
            "saveXmlDataOnly useXSLTWhenSaving saveThroughXslt showXMLTags "
            "alwaysMergeEmptyNamespace updateFields hdrShapeDefaults footnotePr endnotePr compat "
            "docVars rsids mathPr "
            "attachedSchema themeFontLang clrSchemeMapping doNotIncludeSubdocsInStats "
            "doNotAutoCompressPictures forceUpgrade captions readModeInkLockDown smartTagType "
            "schemaLibrary shapeDefaults doNotEmbedSmartTags decimalSymbol listSeparator"
        ),
    }.items()
}
"""The children of an element in their order, by local names."""
_MANY = (
    "headerReference footerReference tr tc style tblStylePr lvl abstractNum num lvlOverride "
    "numPicBullet activeWritingStyle attachedSchema smartTagType"
)
MANY = frozenset(_MANY.split())
"""What may stand there more than once."""
_BLOCKS = frozenset({f"{W}p", f"{W}tbl"})
_IN_RUNS = frozenset({f"{W}t", f"{W}delText", f"{W}instrText"})
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_STYLES = {"pStyle": "paragraph", "rStyle": "character", "tblStyle": "table"}
_STORIES = ("document", "footnotes", "header", "footer")


def faults(data: bytes) -> list[str]:
    """Everything in a Word file that breaks one of the rules, part by part."""
    with ZipFile(BytesIO(data)) as archive:
        names = archive.namelist()
        parts = {name: archive.read(name) for name in names}
    found = [f"{name}: twice in the archive" for name, count in Counter(names).items() if count > 1]
    trees = {name: etree.fromstring(text) for name, text in parts.items() if _is_xml(name)}
    found += _packaging(trees, parts)
    for name, tree in trees.items():
        if name.startswith("word/"):
            found += [f"{name}: {fault}" for fault in _orders(tree)]
    stories = {name: tree for name, tree in trees.items() if _is_story(name)}
    for name, tree in stories.items():
        rules = (_blocks(tree), _tables(tree), _changes(tree), _fields(tree), _uses(tree, trees))
        found += [f"{name}: {fault}" for rule in rules for fault in rule]
    return found + list(_identities(stories))


def _is_xml(name: str) -> bool:
    return name.endswith((".xml", ".rels"))


def _is_story(name: str) -> bool:
    folder, _, file = name.rpartition("/")
    return folder == "word" and file.startswith(_STORIES)


def _local(element: etree._Element) -> str:
    return str(element.tag).rpartition("}")[2]


def _packaging(trees: Mapping[str, etree._Element], parts: Mapping[str, bytes]) -> Iterator[str]:
    """Every part has a content type and is led to; every relation leads to a part."""
    types = trees["[Content_Types].xml"]
    known = {item.get("PartName", "")[1:] for item in types.iter(f"{_TYPES}Override")}
    endings = {item.get("Extension", "").lower() for item in types.iter(f"{_TYPES}Default")}
    yield from (f"{name}: a content type of no part" for name in sorted(known - parts.keys()))
    led_to = {"[Content_Types].xml"}
    for name, tree in trees.items():
        if not name.endswith(".rels"):
            continue
        led_to.add(name)
        top = name.replace("_rels/", "", 1).rpartition("/")[0] if "/_rels/" in name else ""
        ids = [item.get("Id") for item in tree.iter(_RELATION)]
        yield from (f"{name}: {id_} twice" for id_, count in Counter(ids).items() if count > 1)
        for item in tree.iter(_RELATION):
            target = item.get("Target", "")
            if item.get("TargetMode") == "External":
                continue
            place = target[1:] if target[:1] == "/" else posixpath.normpath(f"{top}/{target}")
            led_to.add(place.lstrip("/"))
    yield from (f"{name}: not there" for name in sorted(led_to - parts.keys()))
    for name in sorted(parts.keys() - {"[Content_Types].xml"}):
        if name not in known and name.rpartition(".")[2].lower() not in endings:
            yield f"{name}: no content type"
        if name not in led_to:
            yield f"{name}: nothing leads to it"
        if "stylesWithEffects" in name:
            yield f"{name}: styles for Word 2010 that are not those of the document"


def _orders(tree: etree._Element) -> Iterator[str]:
    """Children of known elements stand in the order of the standard, each once."""
    for element in tree.iter(*(f"{W}{name}" for name in SEQUENCES)):
        name = _local(element)
        order = SEQUENCES[name]
        places = []
        for child in element:
            own = _local(child)
            if own in order:
                places.append(order.index(own))
            elif not (name == "settings" and not str(child.tag).startswith(W)):
                yield f"{own or child.tag} in {name}"
        if places != sorted(places):
            yield f"order of {name}: {' '.join(map(_local, element))}"
        for place, count in Counter(places).items():
            if count > 1 and order[place] not in MANY:
                yield f"{order[place]} twice in {name}"


def _tables(tree: etree._Element) -> Iterator[str]:
    """Cells end with a paragraph, rows fill the grid, tables do not touch."""
    for cell in tree.iter(f"{W}tc"):
        blocks = [child for child in cell if child.tag in _BLOCKS]
        if not blocks or blocks[-1].tag != f"{W}p":
            yield "a cell that does not end with a paragraph"
    for table in tree.iter(f"{W}tbl"):
        columns = len(table.findall(f"{W}tblGrid/{W}gridCol"))
        if any(_width(row) != columns for row in table.findall(f"{W}tr")):
            yield "a row that does not fill the grid"
        following = table.getnext()
        if following is not None and following.tag == f"{W}tbl":
            yield "two tables that flow into each other"


def _width(row: etree._Element) -> int:
    spans = row.findall(f"{W}tc/{W}tcPr/{W}gridSpan")
    more = sum(int(span.get(f"{W}val", "1")) - 1 for span in spans)
    return len(row.findall(f"{W}tc")) + more


def _blocks(tree: etree._Element) -> Iterator[str]:
    """The body ends with a paragraph and its section; paragraphs hold no paragraphs."""
    for body in tree.iter(f"{W}body"):
        if [child.tag for child in list(body)[-2:]] != [f"{W}p", f"{W}sectPr"]:
            yield "a body that does not end with a paragraph and its section"
    for inner in tree.iter(*_BLOCKS):
        above = next(inner.iterancestors(f"{W}p", f"{W}tc", f"{W}txbxContent"), None)
        if above is not None and above.tag == f"{W}p":
            yield "a paragraph that holds another block"


def _changes(tree: etree._Element) -> Iterator[str]:
    """Changes are signed and numbered; what is deleted says so, and what is not does not."""
    for tag, letters in (("ins", "t"), ("del", "delText")):
        for change in tree.iter(f"{W}{tag}"):
            if not change.get(f"{W}id") or not change.get(f"{W}author"):
                yield f"{tag} without number or author"
            wrong = {f"{W}t", f"{W}delText"} - {f"{W}{letters}"}
            if any(next(change.iter(name), None) is not None for name in wrong):
                yield f"{tag} with the letters of the other"
    for text in tree.iter(f"{W}delText"):
        if next(text.iterancestors(f"{W}del"), None) is None:
            yield "delText outside of del"
    for text in tree.iter(*_IN_RUNS):
        parent = text.getparent()
        if parent is None or parent.tag not in {f"{W}r", _FALLBACK}:
            yield f"{_local(text)} outside of a run"


def _fields(tree: etree._Element) -> Iterator[str]:
    """Fields are begun, separated and ended in this order."""
    open_ = []
    for mark in tree.iter(f"{W}fldChar"):
        kind = mark.get(f"{W}fldCharType")
        if kind == "begin":
            open_.append(kind)
        elif not open_ or (kind == "separate" and open_[-1] != "begin"):
            yield f"{kind} of no field"
        elif kind == "separate":
            open_[-1] = kind
        else:
            open_.pop()
    if open_:
        yield "a field without end"


def _uses(tree: etree._Element, trees: Mapping[str, etree._Element]) -> Iterator[str]:
    """Styles, lists, relations and bookmarks that are used are there."""
    styles = {
        (item.get(f"{W}type"), item.get(f"{W}styleId"))
        for item in trees["word/styles.xml"].iter(f"{W}style")
    }
    for name, kind in _STYLES.items():
        used = {item.get(f"{W}val") for item in tree.iter(f"{W}{name}")}
        yield from (f"no {kind} style {one}" for one in used if (kind, one) not in styles)
    own = next(name for name, other in trees.items() if other is tree)
    folder, _, file = own.rpartition("/")
    wanted = {
        "list": (
            {item.get(f"{W}val") for item in tree.iter(f"{W}numId")},
            {"0"} | _all(trees.get("word/numbering.xml"), f"{W}num", f"{W}numId"),
        ),
        "relation": (
            {item.get(f"{R}{name}") for item in tree.iter() for name in ("id", "embed", "link")},
            {None} | _all(trees.get(f"{folder}/_rels/{file}.rels"), _RELATION, "Id"),
        ),
        "bookmark": (
            {item.get(f"{W}anchor") for item in tree.iter(f"{W}hyperlink")},
            {None}.union(*(_all(one, f"{W}bookmarkStart", f"{W}name") for one in trees.values())),
        ),
    }
    for what, (needed, there) in wanted.items():
        yield from (f"no {what} {one}" for one in sorted(map(str, needed - there)))


def _all(tree: etree._Element | None, tag: str, name: str) -> set[str | None]:
    return set() if tree is None else {item.get(name) for item in tree.iter(tag)}


_IDENTITIES = (
    ("change", f"{W}ins", f"{W}id"),
    ("change", f"{W}del", f"{W}id"),
    ("bookmark", f"{W}bookmarkStart", f"{W}name"),
    ("start of a bookmark", f"{W}bookmarkStart", f"{W}id"),
    ("end of a bookmark", f"{W}bookmarkEnd", f"{W}id"),
    ("drawing", f"{WP}docPr", "id"),
    ("footnote", f"{W}footnote", f"{W}id"),
)


def _identities(stories: Mapping[str, etree._Element]) -> Iterator[str]:
    """Numbers that tell things apart do; bookmarks end, footnotes are there."""
    found = Counter(
        (kind, str(item.get(name)))
        for tree in stories.values()
        for kind, tag, name in _IDENTITIES
        for item in tree.iter(tag)
    )
    yield from (f"{kind} {id_} twice" for (kind, id_), count in found.items() if count > 1)
    ids = {wanted: {id_ for kind, id_ in found if kind == wanted} for wanted, *_ in _IDENTITIES}
    if ids["start of a bookmark"] != ids["end of a bookmark"]:
        yield "a bookmark that does not end"
    for tree in stories.values():
        used = {str(item.get(f"{W}id")) for item in tree.iter(f"{W}footnoteReference")}
        yield from (f"no footnote {one}" for one in sorted(used - ids["footnote"]))
