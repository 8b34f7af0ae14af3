"""What the drafting states (Stand der Beratung) mean: the one vocabulary that all plans share.

Which bodies there are, which outcomes they may come to and to which state each leads is data
(`process.yaml`). What a state means for checks and for what is owed is told here.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Literal, TypeAlias

from wirctl.core.frozen import frozen

if TYPE_CHECKING:
    from collections.abc import Mapping

Stage: TypeAlias = Literal["drafted", "accepted", "decided"]
Debt: TypeAlias = Literal["", "mandate", "deferred", "condition"]

DRAFTED: Stage = "drafted"
ACCEPTED: Stage = "accepted"
DECIDED: Stage = "decided"
SUBMITTED = "submitted"


@frozen
class State:
    """How far an element has come, and what somebody still owes.

    `debt` is `mandate` where it was sent back with one, `deferred` where a decision was put
    off, `condition` where it holds but something is to be worked in. `waits` tells that a body
    has to come back to it. `is_ordered` tells that the element was asked for by a body, so that
    nobody has submitted it.
    """

    stage: Stage = DRAFTED
    debt: Debt = ""
    waits: bool = False
    is_ordered: bool = False


STATES: Mapping[str, State] = MappingProxyType(
    {
        "drafted": State(),
        "in_consultation": State(waits=True),
        "submitted": State(waits=True),
        "accepted": State(ACCEPTED),
        "accepted_with_conditions": State(ACCEPTED, "condition"),
        "amended": State(ACCEPTED),
        "returned": State(debt="mandate", waits=True),
        "deferred": State(debt="deferred", waits=True),
        "rejected": State(),
        "converted": State(ACCEPTED),
        "commissioned": State(ACCEPTED, is_ordered=True),
        "tabled": State(ACCEPTED),
        "referred": State(ACCEPTED),
        "decided": State(DECIDED),
        "decided_amended": State(DECIDED),
        "rejected_by_council": State(),
    }
)


def state_of(name: str) -> State:
    """What the state means; that of a draft where nobody knows the word."""
    return STATES.get(name, STATES["drafted"])
