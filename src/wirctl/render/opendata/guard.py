"""Formulas in tables of text: a spreadsheet must not reckon with what somebody wrote.

Where a text, or what a spreadsheet might take for a cell or row of its own inside it, begins
with a sign that begins formulas (or with the guard itself), an apostrophe goes before it.
`unguarded` takes just these away again, so that nothing is lost.
"""

from __future__ import annotations

import re

_BEGIN = re.compile(r"((?:^|[;\t\r\n])[ \u00a0]*)(?=[=+\-@'＝＋－＠])")
_GUARD = re.compile(r"((?:^|[;\t\r\n])[ \u00a0]*)'")


def guarded(text: str) -> str:
    """The text with an apostrophe before whatever a spreadsheet would take for a formula.

    >>> guarded("=1+1"), guarded("a;-b"), guarded("Satz - Satz")
    ("'=1+1", "a;'-b", 'Satz - Satz')
    """
    return _BEGIN.sub(r"\1'", text)


def unguarded(text: str) -> str:
    """The text as it was before it was guarded.

    >>> unguarded(guarded("'=1;'+2"))
    "'=1;'+2"
    """
    return _GUARD.sub(r"\1", text)
