"""What a comparison comes to, in one sentence."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from wirctl.core.change import Weight

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from wirctl.diff.compare import Comparison

_WORDS: Mapping[str, Mapping[str, tuple[str, str]]] = {
    "de": {
        Weight.SUBSTANTIVE: ("inhaltlich", "inhaltlich"),
        Weight.EDITORIAL: ("redaktionell", "redaktionell"),
        "form": ("Datei nur anders geschrieben", "Dateien nur anders geschrieben"),
        "none": ("keine Änderungen", "keine Änderungen"),
    },
    "en": {
        Weight.SUBSTANTIVE: ("substantive", "substantive"),
        Weight.EDITORIAL: ("editorial", "editorial"),
        "form": ("file only written otherwise", "files only written otherwise"),
        "none": ("no changes", "no changes"),
    },
}


def headline(comparison: Comparison, language: str) -> str:
    """Both versions and what lies between them, counted: `A → B: 3 inhaltlich, 1 redaktionell`."""
    names = f"{comparison.old.label} → {comparison.new.label}"
    return f"{names}: {total(comparison, language)}"


def total(comparison: Comparison, language: str) -> str:
    """How many changes of each weight there are, without those that there are none of."""
    return ", ".join(_parts(comparison, language)) or _WORDS[language]["none"][0]


def _parts(comparison: Comparison, language: str) -> Iterator[str]:
    count = Counter[str](change.weight for change in comparison.changes)
    count["form"] = len(comparison.form_only)
    for name in (Weight.SUBSTANTIVE, Weight.EDITORIAL, "form"):
        if count[name]:
            one, many = _WORDS[language][name]
            yield f"{count[name]} {one if count[name] == 1 else many}"
