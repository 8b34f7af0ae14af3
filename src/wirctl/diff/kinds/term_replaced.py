"""A name that was replaced by another in the texts of many elements."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wirctl.diff.registry import change_kind

if TYPE_CHECKING:
    from wirctl.diff.situation import Situation, Words

_THREE = (
    "# measures/M-BIL-01.yaml\n{id: M-BIL-01, title: Lotsen im LIP 2.0}\n"
    "# measures/M-BIL-02.yaml\n{id: M-BIL-02, objective: Der LIP 2.0 wird gelesen.}\n"
    "# goals/Z-BIL-1.yaml\n{id: Z-BIL-1, text: Alle kennen den LIP 2.0.}\n"
)


@change_kind(
    "term-replaced",
    de="Ausdruck in {count} Elementen ersetzt: {terms}",
    en="Term replaced in {count} elements: {terms}",
    short=("Ausdruck ersetzt", "term replaced"),
    rank=1,
    mirror="term-replaced",
    fires=[
        (_THREE, _THREE.replace("LIP", "WIR")),
        (_THREE, _THREE.replace("2.0", "3.0")),
    ],
    silent=[
        (_THREE, _THREE.replace("LIP", "WIR", 2)),
        (_THREE.replace("LIP 2.0", "Plan von 2024"), _THREE.replace("LIP 2.0", "Plan von 2025")),
        (_THREE, _THREE.replace("LIP", "WIR").replace("Alle kennen", "Viele schätzen")),
    ],
)
def term_replaced(_: Situation) -> Words | None:
    """At least three elements have the new name where they had the old, and no other difference.

    Figures, negations and modal verbs are no names; a version is part of one. No single element
    tells that a name was replaced; `diff.gathering` finds it.
    """
    return None
