"""An element that a body ordered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wirctl.core.change import Weight
from wirctl.diff.operation import Act
from wirctl.diff.registry import change_kind
from wirctl.model.states import state_of

if TYPE_CHECKING:
    from wirctl.diff.situation import Situation, Words


@change_kind(
    "element-commissioned",
    de="Neu in Auftrag gegeben ({round})",
    en="Newly commissioned ({round})",
    short=("neu in Auftrag", "newly ordered"),
    rank=20,
    weight=Weight.SUBSTANTIVE,
    waiver="an order cannot be given backwards; the mirror image is an element that is gone",
    fires=[
        (
            "# rounds/LG-2021.yaml\n{id: LG-2021, date: 2021-11-22}\n",
            (
                "# rounds/LG-2021.yaml\n"
                "id: LG-2021\n"
                "closed: {date: 2021}\n"
                "decisions: [{item: M-BIL-01, outcome: commissioned}]\n"
                "# measures/M-BIL-01.yaml\n"
                "{id: M-BIL-01, title: Lotsen}\n"
            ),
        ),
        (
            "# process.yaml\noutcomes: [{id: verlangt, leads_to: commissioned}]\n",
            (
                "# process.yaml\noutcomes: [{id: verlangt, leads_to: commissioned}]\n"
                "# rounds/LG-2021.yaml\n"
                "id: LG-2021\n"
                "closed: {date: 2021}\n"
                "decisions: [{item: M-BIL-01, outcome: verlangt}]\n"
                "# measures/M-BIL-01.yaml\n"
                "{id: M-BIL-01, title: Lotsen}\n"
            ),
        ),
    ],
    silent=[
        (
            "# rounds/LG-2021.yaml\n{id: LG-2021, date: 2021-11-22}\n",
            (
                "# rounds/LG-2021.yaml\n"
                "id: LG-2021\n"
                "closed: {date: 2021}\n"
                "decisions: [{item: M-BIL-01, outcome: accepted}]\n"
                "# measures/M-BIL-01.yaml\n"
                "{id: M-BIL-01, title: Lotsen}\n"
            ),
        ),
        (
            (
                "# measures/M-BIL-01.yaml\n"
                "{id: M-BIL-01, title: Lotsen}\n"
                "# rounds/LG-2021.yaml\n"
                "{id: LG-2021, date: 2021-11-22}\n"
            ),
            (
                "# rounds/LG-2021.yaml\n"
                "id: LG-2021\n"
                "closed: {date: 2021}\n"
                "decisions: [{item: M-BIL-01, outcome: commissioned}]\n"
                "# measures/M-BIL-01.yaml\n"
                "{id: M-BIL-01, title: Lotsen}\n"
            ),
        ),
    ],
)
def element_commissioned(situation: Situation) -> Words | None:
    """The element is new, and a decision in between commissioned it."""
    verdict = situation.verdict
    if not situation.whole or situation.operation.act is not Act.ADDED or verdict is None:
        return None
    return {"round": verdict.round} if state_of(verdict.state).is_ordered else None
