"""What a Synopse says besides what stands in the plan, in both languages."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

_WORDS: Mapping[str, Mapping[str, str]] = {
    "de": {
        "title": "Synopse",
        "skip": "Zum Inhalt springen",
        "from": "Bisher",
        "to": "Neu",
        "commit": "Commit",
        "contents": "Inhalt",
        "what": "Was sich ändert",
        "old": "Bisher",
        "new": "Neu",
        "why": "Begründung und Beschluss",
        "substantive": "inhaltlich",
        "editorial": "redaktionell",
        "decisions": "Beschlüsse",
        "all": "Zusammen",
        "group": "Handlungsfeld",
        "no_decision": "Kein Beschluss dazu",
        "unchanged": "Wortlaut unverändert",
        "only_decided": "Ohne Änderung entschieden",
        "none": "Zwischen diesen Fassungen hat sich inhaltlich nichts geändert.",
        "unplaced": "Nicht verglichen, gehört zu keiner Art",
        "legend": "So ist es zu lesen",
        "gone": "gestrichen",
        "came": "eingefügt",
        "moved_away": "von hier verschoben",
        "moved_here": "hierher verschoben",
        "gone_is": "entfällt",
        "came_is": "ist neu",
        "moved_is": "steht jetzt an anderer Stelle",
        "nothing": "nichts",
        "link": "Adresse dieser Änderung",
        "label": "Bezeichnung",
        "word": "Hinweiswort",
        "quiet": "Nebensache",
        "page": "Seite",
        "page_of": "von",
    },
    "en": {
        "title": "Synopsis",
        "skip": "Skip to content",
        "from": "Old",
        "to": "New",
        "commit": "commit",
        "contents": "Contents",
        "what": "What changes",
        "old": "Old",
        "new": "New",
        "why": "Reason and decision",
        "substantive": "substantive",
        "editorial": "editorial",
        "decisions": "decisions",
        "all": "Total",
        "group": "Field of action",
        "no_decision": "No decision on it",
        "unchanged": "Text unchanged",
        "only_decided": "Decided without a change",
        "none": "Nothing of substance changed between these versions.",
        "unplaced": "Not compared, belongs to no kind",
        "legend": "How to read it",
        "gone": "deleted",
        "came": "inserted",
        "moved_away": "moved away from here",
        "moved_here": "moved here",
        "gone_is": "goes",
        "came_is": "is new",
        "moved_is": "stands elsewhere now",
        "nothing": "nothing",
        "link": "Address of this change",
        "label": "label",
        "word": "word of note",
        "quiet": "aside",
        "page": "Page",
        "page_of": "of",
    },
}


def words_in(language: str) -> Mapping[str, str]:
    """The words in German for `de`, else in English."""
    return _WORDS["de" if language == "de" else "en"]
