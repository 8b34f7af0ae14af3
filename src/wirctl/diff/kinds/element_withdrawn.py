"""An element that got a tombstone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wirctl.core.change import Weight
from wirctl.core.value import list_of, record_of, text_of
from wirctl.diff.operation import Act
from wirctl.diff.registry import change_kind

if TYPE_CHECKING:
    from wirctl.diff.situation import Situation, Words


@change_kind(
    "element-withdrawn",
    de="Gestrichen: {reason}{to}",
    en="Struck: {reason}{to}",
    short=("gestrichen", "withdrawn"),
    rank=10,
    weight=Weight.SUBSTANTIVE,
    mirror="element-restored",
    fires=[
        (
            "# measures/M-BIL-01.yaml\n{id: M-BIL-01, title: Lotsen}\n",
            (
                "# measures/M-BIL-01.yaml\n"
                "{id: M-BIL-01, withdrawn: {round: LG-2021, reason: Doppelt.}}\n"
            ),
        ),
    ],
    silent=[
        (
            "# measures/M-BIL-01.yaml\n{id: M-BIL-01, title: Lotsen}\n",
            "",
        ),
        (
            (
                "# measures/M-BIL-01.yaml\n"
                "{id: M-BIL-01, withdrawn: {round: LG-2021, reason: Doppelt.}}\n"
            ),
            (
                "# measures/M-BIL-01.yaml\n"
                "{id: M-BIL-01, withdrawn: {round: LG-2021, reason: Zu teuer.}}\n"
            ),
        ),
    ],
)
def element_withdrawn(situation: Situation) -> Words | None:
    """The field `withdrawn` appeared: the id stays taken, the element no longer counts."""
    operation = situation.operation
    if operation.at != ("withdrawn",) or operation.act is not Act.ADDED:
        return None
    tombstone = record_of(operation.new)
    to = ", ".join(map(text_of, list_of(tombstone.get("to"))))
    return {"reason": text_of(tombstone.get("reason")), "to": to}
