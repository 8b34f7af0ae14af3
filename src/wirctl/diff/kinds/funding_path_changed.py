"""A measure that is paid for from elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wirctl.core.change import Weight
from wirctl.diff.operation import Act
from wirctl.diff.registry import change_kind

if TYPE_CHECKING:
    from wirctl.diff.situation import Situation, Words


@change_kind(
    "funding-path-changed",
    de="Finanzierungsweg gewechselt: {old} → {new}",
    en="Funding path changed: {old} → {new}",
    short=("Finanzierung gewechselt", "funding changed"),
    rank=10,
    weight=Weight.SUBSTANTIVE,
    mirror="funding-path-changed",
    fires=[
        (
            "# measures/M-BIL-01.yaml\n{id: M-BIL-01, title: Lotsen, funding_path: fund}\n",
            ("# measures/M-BIL-01.yaml\n{id: M-BIL-01, title: Lotsen, funding_path: own_budget}\n"),
        ),
    ],
    silent=[
        (
            "# measures/M-BIL-01.yaml\n{id: M-BIL-01, title: Lotsen}\n",
            "# measures/M-BIL-01.yaml\n{id: M-BIL-01, title: Lotsen, funding_path: fund}\n",
        ),
    ],
)
def funding_path_changed(situation: Situation) -> Words | None:
    """The money comes from another place: own budget, fund, third party, or none is needed."""
    operation = situation.operation
    if operation.at != ("funding_path",) or operation.act is not Act.CHANGED:
        return None
    return {"old": str(operation.old), "new": str(operation.new)}
