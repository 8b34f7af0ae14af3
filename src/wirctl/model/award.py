"""Awards (Bewilligungen)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

from wirctl.model.entity import Traced

if TYPE_CHECKING:
    from decimal import Decimal

    from wirctl.model.records import PreDecision
    from wirctl.model.words import Accuracy, ApplicantKind, Financing

AwardKind: TypeAlias = Literal["project", "small_project", "municipal_project", ""]
ProofOfUse: TypeAlias = Literal["due", "received", "checked", ""]


@dataclass(frozen=True, slots=True)
class Award(Traced):
    """Money granted for a project or, where only totals are known, for several (Bewilligung)."""

    title: str = ""
    kind: AwardKind = ""
    fund: str = ""
    funding_area: str = ""
    year: int | None = None
    call: str = ""
    measure: str = ""
    goals: tuple[str, ...] = ()
    count: int = 1
    applicant_kind: ApplicantKind = ""
    applicant: str = ""
    amount_eur: Decimal | None = None
    accuracy: Accuracy = "exact"
    total_cost_eur: Decimal | None = None
    own_share: float | None = None
    own_share_reason: str = ""
    financing: Financing = ""
    decided_by: str = ""
    decided_on: str = ""
    paper: str = ""
    pre_decision: PreDecision | None = None
    proof_of_use: ProofOfUse = ""
    description: str = ""
