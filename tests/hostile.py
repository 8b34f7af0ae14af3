"""A plan whose every text is one that means harm, wherever a format of changes shows texts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from versions import MemoryTree
from wirctl.diff.compare import compare

if TYPE_CHECKING:
    from wirctl.diff.compare import Comparison

EVIL = (
    "</style><script>alert(1)</script>",
    "</title><img src=x onerror=alert(1)>",
    "\"' onmouseover=alert(1) x='",
    "javascript:alert(1)",
    "{{ 7*7 }}{% for x in y %}",
    '=HYPERLINK("http://example.org")',
    "\u202egnirts\u2066 \x1b[31m\x07",
    "]]>&lt;&#60;<w:p/>\ufffe\uffff",
)
_HARMLESS = "Harmlos"


def spoilt(text: str) -> Comparison:
    """What lies between a harmless plan and one in which this text stands everywhere."""
    return compare(_plan(_HARMLESS), _plan(text))


def _plan(text: str) -> MemoryTree:
    quoted, lines = _quoted(text), _quoted(f"Eins {text}\n\nZwei {text}")
    files = {
        "plan.yaml": f"{{id: P, title: {quoted}, languages: [de]}}",
        "fields/HF-BIL.yaml": f"{{id: HF-BIL, title: {quoted}}}",
        "measures/M-BIL-01.yaml": (
            f"{{id: M-BIL-01, title: {quoted}, field: HF-BIL, lead_unit: {quoted}, "
            f"description: {lines}, partners: [{quoted}]}}"
        ),
        "bodies/G-LG.yaml": f"{{id: G-LG, title: {quoted}}}",
    }
    if text != _HARMLESS:
        files |= {
            "measures/M-BIL-02.yaml": f"{{id: M-BIL-02, title: {quoted}, objective: {lines}}}",
            "rounds/LG-2021-11-08.yaml": (
                f"{{id: LG-2021-11-08, title: {quoted}, body: G-LG, date: {quoted}, "
                "closed: {date: 2021-11-08}, decisions: "
                f"[{{item: M-BIL-01, outcome: {quoted}, mandate: {quoted}, paper: {quoted}}}]}}"
            ),
        }
    return MemoryTree({path: data.encode() for path, data in files.items()}, text or "NEU")


def _quoted(text: str) -> str:
    """The text in double quotes, each odd sign by its number."""
    signs = (sign if sign.isascii() and sign.isalnum() else f"\\U{ord(sign):08x}" for sign in text)
    return '"' + "".join(signs) + '"'
