"""Closed sets of words that several kinds use."""

from __future__ import annotations

from typing import Literal, TypeAlias

Accuracy: TypeAlias = Literal["exact", "about", "at_least", "at_most"]
Adoption: TypeAlias = Literal["adopted", "partly_adopted", "not_adopted", ""]
ApplicantKind: TypeAlias = Literal["organisation", "individual", "municipal_unit", ""]
DraftingState: TypeAlias = Literal[
    "drafted",
    "in_consultation",
    "submitted",
    "accepted",
    "accepted_with_conditions",
    "amended",
    "returned",
    "deferred",
    "rejected",
    "converted",
    "commissioned",
    "tabled",
    "decided",
    "decided_amended",
    "referred",
    "rejected_by_council",
    "",
]
Financing: TypeAlias = Literal["fixed_sum", "share_funding", ""]
ImplementationStatus: TypeAlias = Literal[
    "not_started", "preparing", "running", "regular_business", "fulfilled", "delayed", "stopped", ""
]
Interval: TypeAlias = Literal[
    "quarterly",
    "half_yearly",
    "yearly",
    "every_two_years",
    "every_five_years",
    "mid_term_and_final",
    "on_occasion",
    "",
]
LineageKind: TypeAlias = Literal[
    "renamed", "moved", "split", "merged", "replaced", "carried_over", ""
]
OriginKind: TypeAlias = Literal[
    "group", "body", "survey", "event", "idea", "motion", "predecessor", ""
]
Phase: TypeAlias = Literal[
    "strategy", "draft", "steering", "administration", "council", "report", ""
]
Side: TypeAlias = Literal["internal", "external", "politics", ""]
Stance: TypeAlias = Literal["support", "concerns", "oppose", "no_comment", ""]
