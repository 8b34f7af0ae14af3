"""Text freed of how it was typed: what two spellings of one text have in common."""

from __future__ import annotations

import re
from unicodedata import category, is_normalized, normalize

from wirctl.core.blocks import blocks, joined

_SOFT_HYPHEN = "\u00ad"
_EMPTY_LINE = re.compile(r"\n\s*\n")
# Only a text in which a line begins like this has other blocks than paragraphs.
_MARK = r"[^\S\n]*(?:[-*+>|#=_]|[0-9]{1,9}[.)]\s)"
_FIRST_MARK = re.compile(_MARK)
_LATER_MARK = re.compile(r"\n" + _MARK)
_FOLDED = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "æ": "ae", "œ": "oe", "ø": "oe", "ł": "l", "đ": "d", "ı": "i"}
)


def canonical_line(text: str) -> str:
    r"""The text on one line: NFC, no soft hyphens, each stretch of white space one space.

    >>> canonical_line(" Hannover\u00a0-\n  Linden ")
    'Hannover - Linden'
    """
    return " ".join(_composed(text).split())


def canonical_prose(text: str) -> str:
    r"""The blocks of a text, each on one line, as `blocks` reads them and `joined` writes them.

    >>> canonical_prose("Die Stadt\nfördert:\n* Sport\n\n* Musik\n\nUnd\nmehr.")
    'Die Stadt fördert:\n\n- Sport\n- Musik\n\nUnd mehr.'
    """
    text = _composed(text)
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if _FIRST_MARK.match(text) or _LATER_MARK.search(text):
        return joined(blocks(text))
    if "\n" not in text:
        return " ".join(text.split())
    paragraphs = (" ".join(part.split()) for part in _EMPTY_LINE.split(text))
    return "\n\n".join(filter(None, paragraphs))


def fold(text: str) -> str:
    """The text as a search should see it: small letters, `ä` as `ae`, `ß` as `ss`, no accents.

    >>> fold("Ärzt*innen, Straße, Café")
    'aerzt*innen, strasse, cafe'
    """
    plain = _composed(text).casefold()
    if not plain.isascii():
        decomposed = normalize("NFD", normalize("NFC", plain).translate(_FOLDED))
        plain = "".join(letter for letter in decomposed if category(letter) != "Mn")
    return " ".join(plain.split())


def _composed(text: str) -> str:
    if text.isascii():
        return text
    if _SOFT_HYPHEN in text:
        text = text.replace(_SOFT_HYPHEN, "")
    return text if is_normalized("NFC", text) else normalize("NFC", text)
