"""Marks of language in a template of Word, whose words come from a plan in another language.

A template puts words into the middle of a run. They carry two signs that no text has
(noncharacters of Unicode), and afterwards become runs of their own with the look of the others.
"""

from __future__ import annotations

import re
from copy import deepcopy
from itertools import groupby
from typing import TYPE_CHECKING, Any

from wirctl.press.wordparts import put
from wirctl.render.labels import direction_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docx.document import Document as WordDocument

_BEGIN, _END = "\ufdd0", "\ufdd1"
_SIGN = re.compile(f"([{_BEGIN}{_END}])")


def foreign(text: str) -> str:
    """Words that are not in the language of the document; nothing stays nothing."""
    return f"{_BEGIN}{bare(text)}{_END}" if text else ""


def bare(text: str) -> str:
    """The words without signs.

    >>> bare(foreign("Maßnahme"))
    'Maßnahme'
    """
    return _SIGN.sub("", text)


def mark(file: WordDocument, language: str) -> None:
    """Let the words between signs be in this language, and take the signs out."""
    from docx.opc.part import XmlPart
    from docx.oxml.ns import qn

    related = (item.target_part for item in file.part.rels.values() if not item.is_external)
    for part in (file.part, *related):
        if isinstance(part, XmlPart):
            texts = [one for one in part.element.iter(qn("w:t")) if _SIGN.search(one.text or "")]
            for run in dict.fromkeys(one.getparent() for one in texts):
                _split(run, language)


def _split(run: Any, language: str) -> None:  # noqa: ANN401 - an element of lxml
    """Put runs in the place of one, of which each is in one language."""
    from docx.oxml.ns import qn

    look = run.find(qn("w:rPr"))
    for is_foreign, pieces in groupby(_pieces(run), lambda piece: piece[0]):
        made = run.makeelement(run.tag, dict(run.attrib))
        if look is not None:
            made.append(deepcopy(look))
        if is_foreign:
            _speak(made, language)
        made.extend([piece for _, piece in pieces])
        run.addprevious(made)
    run.getparent().remove(run)


def _pieces(run: Any) -> Iterator[tuple[bool, Any]]:  # noqa: ANN401 - an element of lxml
    """What a run consists of, and whether it stands between signs."""
    from docx.oxml.ns import qn

    is_foreign = False
    for child in list(run):
        if child.tag == qn("w:t"):
            for words in _SIGN.split(child.text or ""):
                if _SIGN.match(words):
                    is_foreign = words == _BEGIN
                elif words:
                    piece = deepcopy(child)
                    piece.text = words
                    piece.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
                    yield is_foreign, piece
        elif child.tag != qn("w:rPr"):
            yield is_foreign, child


def _speak(run: Any, language: str) -> None:  # noqa: ANN401 - an element of lxml
    from docx.oxml.ns import qn
    from docx.oxml.parser import OxmlElement

    look = run.find(qn("w:rPr"))
    if look is None:
        look = OxmlElement("w:rPr")
        run.append(look)
    for old in look.findall(qn("w:rtl")):
        look.remove(old)
    is_turned = direction_of(language) == "rtl"
    if is_turned:
        put(look, "rtl")
    put(look, "lang", **{"bidi" if is_turned else "val": language})
