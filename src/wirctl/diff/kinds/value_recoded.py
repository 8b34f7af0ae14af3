"""One value of a field that became the same other one in many elements."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wirctl.diff.registry import change_kind

if TYPE_CHECKING:
    from wirctl.diff.situation import Situation, Words

_THREE = "".join(
    f"# measures/M-BIL-0{number}.yaml\n{{id: M-BIL-0{number}, title: Lotsen, priority: A}}\n"
    for number in (1, 2, 3)
)


@change_kind(
    "value-recoded",
    de="{field} in {count} Elementen umgestellt",
    en="{field} recoded in {count} elements",
    short=("umgestellt", "recoded"),
    rank=1,
    mirror="value-recoded",
    fires=[
        (_THREE, _THREE.replace("priority: A", "priority: B")),
        (
            _THREE.replace("priority: A", "themes: [Q-1]"),
            _THREE.replace("priority: A", "themes: [Q-2]"),
        ),
    ],
    silent=[
        (_THREE, _THREE.replace("priority: A", "priority: B", 2)),
        (_THREE, _THREE.replace("priority: A", "priority: B", 2).replace(": A", ": C")),
        (
            _THREE.replace("priority: A", "themes: []"),
            _THREE.replace("priority: A", "themes: [Q-1]"),
        ),
    ],
)
def value_recoded(_: Situation) -> Words | None:
    """At least three elements changed alike, and most of those that had the old value.

    No single element tells that; `diff.gathering` finds it.
    """
    return None
