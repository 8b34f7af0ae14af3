"""Texts fitted into their page: headings below the page's own, notes with marks of their own."""

from __future__ import annotations

import re

_DEEPEST = 6
_MARK = re.compile(
    r'<(?P<close>/?)h(?P<level>[1-6])(?P<rest>(?: [^>]*)?)>|(?P<text><div class="noted">)'
    r'|(?:(?<= id=")|(?<= href="#))(?P<end>note|ref)-x-'
)
_OWN = re.compile(r' class="said-([0-9]+)"')


def settled(html: str) -> str:
    """The page with headings of texts right below the heading they follow, and ids that are one.

    No text of the plan can look like a mark of ours: its brackets are escaped, and its quotes
    too, or they have a stroke before them in data.
    """
    if 'class="said-' not in html and 'class="noted"' not in html:
        return html
    return _MARK.sub(_Place().fitted, html)


class _Place:
    """Where on the page we are: below which of its headings, and in which text with notes."""

    def __init__(self) -> None:
        self._above = 1
        self._open = 1
        self._text = 0

    def fitted(self, mark: re.Match[str]) -> str:
        """What stands there in the page."""
        if mark["text"]:
            self._text += 1
            return mark[0]
        return f"{mark['end']}-{self._text}-" if mark["end"] else self._heading(mark)

    def _heading(self, mark: re.Match[str]) -> str:
        if mark["close"]:
            return f"</h{self._open}>"
        own = _OWN.fullmatch(mark["rest"])
        if own:
            self._open = min(self._above + int(own[1]), _DEEPEST)
            return f'<h{self._open} class="said">'
        self._above = self._open = int(mark["level"])
        return mark[0]
