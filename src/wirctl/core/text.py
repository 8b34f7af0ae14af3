"""Text freed of how it was typed: what two spellings of one text have in common."""

from __future__ import annotations

from typing import TYPE_CHECKING
from unicodedata import category, is_normalized, normalize

from wirctl.core.blocks import blocks, joined
from wirctl.core.regex import regex

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

EMPTY_LINE = "\n\n"
_SOFT_HYPHEN = "\u00ad"
_ODD_SPACES = "\t\r\v\f\x1c\x1d\x1e\x1f\x85\u00a0" + _SOFT_HYPHEN
_WIDE_SPACES = (
    "\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029"
    "\u202f\u205f\u3000"
)
_BEGINS_ODDLY = " -*+>|#=_[0123456789"
_EMPTY_LINE = regex(r"\n\s*\n")
# Only a text in which a line begins like this has other blocks than paragraphs.
_MARK = r"[^\S\n]*(?:[-*+>|#=_]|\[\^|[0-9]{1,9}[.)]\s)"
_FIRST_MARK = regex(_MARK)
_LATER_MARK = regex(r"\n" + _MARK)
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
    if _is_plain(text.split(EMPTY_LINE)):
        return text
    text = _composed(text)
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if _FIRST_MARK.match(text) or _LATER_MARK.search(text):
        return joined(blocks(text))
    if "\n" not in text:
        return " ".join(text.split())
    paragraphs = (" ".join(part.split()) for part in _EMPTY_LINE.split(text))
    return "\n\n".join(filter(None, paragraphs))


def canonical_parts(text: str, known: Collection[str] = ()) -> list[str]:
    r"""What stands between the empty lines of a text in canonical form.

    Parts of another text in this form may be named as `known`: they need no look.

    >>> canonical_parts("Die\nStadt\n\n\nEnde")
    ['Die Stadt', 'Ende']
    """
    parts = text.split(EMPTY_LINE)
    if _is_plain(parts, known):
        return parts
    found = canonical_prose(text)
    return found.split(EMPTY_LINE) if found else []


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


def _is_plain(parts: Sequence[str], known: Collection[str] = ()) -> bool:
    """Whether these are plainly paragraphs in canonical form: a quick look, before the long one.

    A text that is only Latin-1 is NFC; looking whether it is takes no time.
    """
    for part in parts:
        if not part or part[0] in _BEGINS_ODDLY or part[-1] == " " or "\n" in part:
            return False
    text = EMPTY_LINE.join(part for part in parts if part not in known)
    if "  " in text or any(map(text.__contains__, _ODD_SPACES)):
        return False
    try:
        text.encode("latin-1")
    except UnicodeEncodeError:
        return is_normalized("NFC", text) and not any(map(text.__contains__, _WIDE_SPACES))
    return True


def _composed(text: str) -> str:
    if text.isascii():
        return text
    if _SOFT_HYPHEN in text:
        text = text.replace(_SOFT_HYPHEN, "")
    return text if is_normalized("NFC", text) else normalize("NFC", text)
