"""A round (Runde) that is over: what it decided, counted."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from wirctl.core.change import Weight
from wirctl.core.value import list_of, record_of, text_of
from wirctl.diff.operation import Act
from wirctl.diff.registry import change_kind

if TYPE_CHECKING:
    from wirctl.diff.situation import Situation, Words
    from wirctl.model.plan import Element


@change_kind(
    "round-closed",
    de="Runde abgeschlossen{outcomes}",
    en="Round closed{outcomes}",
    short=("Runde abgeschlossen", "round closed"),
    rank=20,
    weight=Weight.SUBSTANTIVE,
    waiver="a decision is not taken backwards; a round that opens again lost its field `closed`",
    fires=[
        (
            "# rounds/LG-2021.yaml\n{id: LG-2021, date: 2021-11-22}\n",
            (
                "# rounds/LG-2021.yaml\n"
                "id: LG-2021\n"
                "closed: {date: 2021}\n"
                "decisions: [{item: M-BIL-01, outcome: accepted}]\n"
            ),
        ),
        (
            "",
            "# rounds/LG-2021.yaml\n{id: LG-2021, date: 2021-11-22, closed: {date: 2021}}\n",
        ),
    ],
    silent=[
        (
            "",
            "# rounds/LG-2021.yaml\n{id: LG-2021, date: 2021-11-22}\n",
        ),
        (
            (
                "# rounds/LG-2021.yaml\n"
                "id: LG-2021\n"
                "closed: {date: 2021}\n"
                "decisions: [{item: M-BIL-01, outcome: accepted}]\n"
            ),
            (
                "# rounds/LG-2021.yaml\n"
                "id: LG-2021\n"
                "closed: {date: 2022}\n"
                "decisions: [{item: M-BIL-01, outcome: accepted}]\n"
            ),
        ),
    ],
)
def round_closed(situation: Situation) -> Words | None:
    """A round got its field `closed`: from here on its version stands."""
    new, operation = situation.new, situation.operation
    if new is None or new.kind != "round" or operation.act is not Act.ADDED:
        return None
    is_new = situation.whole and new.value.get("closed") is not None
    return {"outcomes": _counted(new)} if is_new or operation.at == ("closed",) else None


def _counted(element: Element) -> str:
    """How often the round came to each outcome: `5 accepted, 1 returned`."""
    decisions = map(record_of, list_of(element.value.get("decisions")))
    count = Counter(text_of(decision.get("outcome")) for decision in decisions)
    return ", ".join(f"{number} {outcome}" for outcome, number in count.most_common())
