"""The newer plan in Word, with what changed as tracked changes: to be accepted or rejected."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING

from wirctl.core.problem import Problem
from wirctl.core.regex import regex
from wirctl.core.value import text_of
from wirctl.report.registry import change_file
from wirctl.report.word import WordFile, node, page_numbers, paragraph, run

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wirctl.diff.compare import Comparison
    from wirctl.report.registry import Look
    from wirctl.report.tracked import Tracked
    from wirctl.report.word import Node

_WORDS = {
    "de": {
        "since": "Fassung {new} mit den Änderungen seit {old}",
        "how": "Alle Änderungen annehmen ergibt die neue Fassung, alle ablehnen die bisherige.",
        "end": "Ende des Plans",
        "label": "Bezeichnung",
        "page": "Seite",
        "of": "von",
    },
    "en": {
        "since": "Version {new} with the changes since {old}",
        "how": "Accept all changes for the new version, reject all for the old one.",
        "end": "End of the plan",
        "label": "label",
        "page": "Page",
        "of": "of",
    },
}
_DATE = regex(r"([0-9]{4})(-[0-9]{2})?(-[0-9]{2})?")
_LABEL = "WirLabel"


class OnlyWholeError(Problem):
    """A part of the changes was asked for, in a document that has the plan as a whole."""


@change_file("docx-tracked")
def docx_tracked(comparison: Comparison, look: Look) -> bytes:
    """A Word file, A4; the same comparison gives the same bytes.

    Raises:
        OnlyWholeError: changes were left out.
        UnreadableVersionError: something in one of the versions cannot be read.
    """
    from wirctl.report.headline import plan_language
    from wirctl.report.synopse import version_name
    from wirctl.report.tracked import tracked

    if comparison.left_out:
        raise OnlyWholeError
    words = _WORDS["de" if look.language == "de" else "en"]
    old, new = version_name(comparison.old), version_name(comparison.new)
    title = f"{comparison.old.label} → {comparison.new.label}"
    file = WordFile(title, plan_language(comparison) or look.language)
    label = file.add_style(words["label"], of_characters=True)
    label.element.styleId = _LABEL
    label.font.bold = True
    page_numbers(file, title, words["page"], words["of"])
    file.add(paragraph([run(words["since"].format(old=old, new=new))], "Title"))
    file.add(paragraph([run(words["how"])]))
    origin = look.origin()
    pen = _Pen(*_signature(comparison, origin.day))
    for part in tracked(comparison, look.language):
        file.add(pen.paragraph(part))
    file.add(paragraph([run(words["end"])]))
    return file.data(origin.day)


def _signature(comparison: Comparison, day: str) -> tuple[str, str]:
    """Who made the changes, and when: the body and the day of the newer version's round."""
    side = comparison.new
    element = side.element(side.label)
    if element is None or element.kind != "round":
        return side.label, day
    body = text_of(element.value.get("body"))
    return side.label_of(body) if body else side.label, str(element.value.get("date") or day)


class _Pen:
    """Writes changes that one author made on one day, each with a number of its own."""

    def __init__(self, author: str, day: str) -> None:
        self._signed = {"author": author[:255] or "–"}
        match = _DATE.fullmatch(day)
        if match is not None:
            self._signed["date"] = f"{match[1]}{match[2] or '-01'}{match[3] or '-01'}T00:00:00Z"
        self._numbers = count(1)

    def paragraph(self, part: Tracked) -> Node:
        """A paragraph; one that came or went has an end that came or went, too."""
        more = [] if part.fate == "kept" else [node("rPr", self._change(_TAGS[part.fate]))]
        return paragraph(self._runs(part), part.style, *more)

    def _runs(self, part: Tracked) -> Iterator[Node]:
        for stretch in part.stretches:
            style = _LABEL if stretch.is_label else ""
            if stretch.fate == "kept":
                yield run(stretch.text, style)
            else:
                letters = "delText" if stretch.fate == "gone" else "t"
                yield self._change(_TAGS[stretch.fate], run(stretch.text, style, letters))

    def _change(self, tag: str, *content: Node) -> Node:
        return node(tag, *content, id=str(next(self._numbers)), **self._signed)


_TAGS = {"gone": "del", "came": "ins"}
