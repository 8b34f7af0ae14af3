"""A measure that became something else, such as a recommendation to the Land."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wirctl.core.change import Weight
from wirctl.diff.operation import Act
from wirctl.diff.registry import change_kind

if TYPE_CHECKING:
    from wirctl.diff.situation import Situation, Words


@change_kind(
    "measure-converted",
    de="Umgewandelt: {old}{old_addressee} → {new}{addressee}",
    en="Converted: {old}{old_addressee} → {new}{addressee}",
    short=("umgewandelt", "converted"),
    rank=10,
    weight=Weight.SUBSTANTIVE,
    mirror="measure-converted",
    tells=("addressee",),
    fires=[
        (
            "# measures/M-BIL-01.yaml\n{id: M-BIL-01, title: Lotsen, kind: measure}\n",
            "# measures/M-BIL-01.yaml\n{id: M-BIL-01, title: Lotsen, kind: recommendation}\n",
        ),
    ],
    silent=[
        (
            "# measures/M-BIL-01.yaml\n{id: M-BIL-01, title: Lotsen}\n",
            "# measures/M-BIL-01.yaml\n{id: M-BIL-01, title: Lotsen, kind: measure}\n",
        ),
        (
            "# indicators/I-A.yaml\n{id: I-A, kind: input}\n",
            "# indicators/I-A.yaml\n{id: I-A, kind: output}\n",
        ),
    ],
)
def measure_converted(situation: Situation) -> Words | None:
    """The kind of a measure changed: measure, recommendation, standing task, working group."""
    operation = situation.operation
    if situation.kind.name != "measure" or operation.at != ("kind",):
        return None
    if operation.act is not Act.CHANGED:
        return None
    return {
        "old": str(operation.old),
        "new": str(operation.new),
        "old_addressee": _in_brackets(situation.before("addressee")),
        "addressee": _in_brackets(situation.after("addressee")),
    }


def _in_brackets(addressee: str) -> str:
    return f" ({addressee})" if addressee else ""
