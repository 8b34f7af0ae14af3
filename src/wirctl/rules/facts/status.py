"""The states of implementation (Umsetzungsstand) that need a reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

NEEDS_REASON: Mapping[str, tuple[str, str]] = {
    "not_started": ("nicht begonnen", "not started"),
    "delayed": ("verzögert", "delayed"),
    "stopped": ("beendet", "stopped"),
}
"""State to its German and English words."""


def status_words(status: str) -> dict[str, str]:
    """The state as a word of messages: `status`, `status_de` and `status_en`."""
    german, english = NEEDS_REASON[status]
    return {"status": status, "status_de": german, "status_en": english}
