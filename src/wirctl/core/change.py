"""The one type for a difference between two versions of a plan."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, TypeAlias

from wirctl.core.frozen import frozen
from wirctl.core.pointer import ROOT

if TYPE_CHECKING:
    from wirctl.core.diagnostic import Location, Subject
    from wirctl.core.pointer import Pointer
    from wirctl.core.value import Value

ChangeWords: TypeAlias = tuple[tuple[str, str], ...]
"""Names and words for the placeholders of a sentence, in no language."""


class Weight(StrEnum):
    """How much a change matters, heaviest first."""

    SUBSTANTIVE = "substantive"
    EDITORIAL = "editorial"
    FORM = "form"


DOWNGRADED = "downgraded"
"""The ground of a change that the class rules call substantive and somebody declared editorial."""


@frozen
class Ground:
    """Why a change has its weight: the class rule that decided, and words for its sentence.

    Where somebody declared a change of substance to be editorial, the rule is `DOWNGRADED`, the
    words are `by`, `reason` and `round`, and `was` is what the class rules had decided.
    """

    rule: str
    words: ChangeWords = ()
    was: Ground | None = None


@frozen
class Difference:
    """How far a value went: `+12` months, `-50000` EUR; the amount is a decimal with its sign.

    `unit` is `EUR`, `percentage_point`, `year`, `month`, `week`, `day`, `hour`, or empty for
    bare numbers.
    """

    amount: str
    unit: str = ""


@frozen
class Change:
    """One change of meaning.

    `subject` is the element as the newer side knows it, or the older where it is gone.
    `old` and `new` are the values at `at`, `None` where a side has none; `was_at` is where
    the older side has the value if that is another place. `lineage` names the elements of the
    older side that this one came from, where it is not itself. `ground` says why the change
    weighs what it does, where its kind leaves that open.

    Where many elements changed in the same way, one change stands for all of them: its
    `members` are what happened to each, `exceptions` the places where the old value stands as
    before. Its subject has no id and, where its members are of several kinds, no kind.
    """

    kind: str
    subject: Subject
    at: Pointer = ROOT
    old: Value = None
    new: Value = None
    weight: Weight = Weight.SUBSTANTIVE
    lineage: tuple[str, ...] = ()
    arguments: ChangeWords = ()
    ground: Ground | None = None
    difference: Difference | None = None
    was_at: Pointer | None = None
    members: tuple[Change, ...] = ()
    exceptions: tuple[Location, ...] = ()

    @property
    def old_at(self) -> Pointer:
        """Where the older side has the value."""
        return self.at if self.was_at is None else self.was_at

    @property
    def is_downgraded(self) -> bool:
        """Whether somebody declared a change of substance to be editorial."""
        return self.ground is not None and self.ground.was is not None

    @property
    def weight_by_rules(self) -> Weight:
        """The weight whatever anybody declared: what others have agreed to goes by this one."""
        return Weight.SUBSTANTIVE if self.is_downgraded else self.weight

    @property
    def singles(self) -> tuple[Change, ...]:
        """The changes of single elements: its members, or itself."""
        return self.members or (self,)

    @property
    def elements(self) -> tuple[str, ...]:
        """The ids of the elements that changed, each once, in their order."""
        return tuple(dict.fromkeys(single.subject.id for single in self.singles))
