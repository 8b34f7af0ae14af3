"""What a comparison comes to, in one sentence."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from wirctl.core.change import Weight

if TYPE_CHECKING:
    from wirctl.diff.compare import Comparison


def headline(comparison: Comparison, language: str) -> str:
    """Both versions and how many changes of each weight there are, in a sentence."""
    count = Counter(change.weight for change in comparison.changes)
    substantive, editorial = count[Weight.SUBSTANTIVE], count[Weight.EDITORIAL]
    form = len(comparison.form_only)
    names = f"{comparison.old.label} → {comparison.new.label}"
    if not (substantive or editorial or form):
        same = "keine Änderungen" if language == "de" else "no changes"
        return f"{names}: {same}"
    if language == "de":
        return (
            f"{names}: {substantive} inhaltlich, {editorial} redaktionell, "
            f"{form} {'Datei' if form == 1 else 'Dateien'} nur anders geschrieben"
        )
    return (
        f"{names}: {substantive} substantive, {editorial} editorial, {form} files only reformatted"
    )
