"""Spaces at which no line may break, as German typography wants them.

They are set where people read a text: on pages, in print and in Word. What is stored, compared
and given away as data keeps the spaces as they were written.
"""

from __future__ import annotations

import re

from wirctl.render.wording import NO_BREAK

_MONTHS = (
    "Januar|Jänner|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember"
)
_COUNTED = r"[€%‰]|(?:EUR|Euro|Uhr|km|ha|m²|Mio|Mrd|VZÄ)\b"
# What stands before and after a space that holds together.
_BOUND = tuple(
    (re.compile(f"(?:{before})$"), re.compile(after))
    for before, after in (
        (r"§|\b(?:Abs|Art|Nr|Nrn|Ziff|Kap|Abb|Tab|Anl|Bd|S)\.", r"[0-9]"),
        (r"\b[^\W\d_]\.", r"[^\W\d_]\."),
        (r"\b[0-9]{1,2}\.", rf"(?:{_MONTHS}|Quartal|Halbjahr)\b"),
        (r"[0-9]", _COUNTED),
        (r"\b(?:Mio|Mrd)\.", r"€|(?:EUR|Euro)\b"),
    )
)
_GAP = re.compile(f"([§.0-9]) (?={'|'.join(after.pattern for _, after in _BOUND)})")
_LONGEST = 8


def bound(text: str) -> str:
    """The text with no-break spaces in `§ 5`, `z. B.`, `250.000 €` and `12. März`.

    >>> bound("z. B. § 5 Abs. 2 am 12. März: 250.000 €. Ende").replace(NO_BREAK, "~")
    'z.~B. §~5 Abs.~2 am 12.~März: 250.000~€. Ende'
    """
    return _GAP.sub(_joined, text)


def _joined(gap: re.Match[str]) -> str:
    text, place = gap.string, gap.end()
    before = text[max(0, place - 1 - _LONGEST) : place - 1]
    for left, right in _BOUND:
        if right.match(text, place) and left.search(before):
            return gap[1] + NO_BREAK
    return gap[0]
