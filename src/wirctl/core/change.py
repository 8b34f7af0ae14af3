"""The one type for a difference between two versions of a plan."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from wirctl.core.pointer import ROOT

if TYPE_CHECKING:
    from wirctl.core.diagnostic import Subject
    from wirctl.core.pointer import Pointer
    from wirctl.core.value import Value


class Weight(StrEnum):
    """How much a change matters, heaviest first."""

    SUBSTANTIVE = "substantive"
    EDITORIAL = "editorial"
    FORM = "form"


@dataclass(frozen=True, slots=True)
class Change:
    """One change of meaning.

    `subject` is the element as the newer side knows it, or the older where it is gone.
    `old` and `new` are the values at `at`, `None` where a side has none. `lineage` names
    the elements of the older side that this one came from, where it is not itself.
    """

    kind: str
    subject: Subject
    at: Pointer = ROOT
    old: Value = None
    new: Value = None
    weight: Weight = Weight.SUBSTANTIVE
    lineage: tuple[str, ...] = ()
    arguments: tuple[tuple[str, str], ...] = ()
