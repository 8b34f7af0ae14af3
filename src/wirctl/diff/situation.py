"""An operation with all that a kind of change may ask about it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from wirctl.core.value import record_of, text_of

if TYPE_CHECKING:
    from wirctl.core.value import Record
    from wirctl.diff.operation import Operation
    from wirctl.model.plan import Element
    from wirctl.schema.kind import Kind


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a body decided on an element between the two versions."""

    round: str
    outcome: str
    record: Record


@dataclass(frozen=True, slots=True)
class Situation:
    """One operation on one element.

    `old` and `new` are the element on both sides, `None` where it is not there. `verdict` is
    the last decision on the element that only the newer version knows. An element that is
    new and declares where it came from has the kind of that lineage and its `origins`, as far
    as the older version has them.
    """

    kind: Kind
    old: Element | None
    new: Element | None
    operation: Operation
    verdict: Verdict | None = None
    lineage_kind: str = ""
    origins: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        """The id of the element, as the newer side knows it."""
        element = self.new or self.old
        return element.id if element is not None else ""

    @property
    def whole(self) -> bool:
        """Whether the operation is about the element as a whole."""
        return not self.operation.at

    @property
    def name(self) -> str:
        """The property at the top that the operation touches; empty for the whole element."""
        return self.operation.at[0] if self.operation.at else ""

    @property
    def outcome(self) -> str:
        """The outcome of the verdict, or the empty text."""
        return self.verdict.outcome if self.verdict is not None else ""

    def after(self, name: str) -> str:
        """A text of the newer element, or the empty text."""
        return text_of(self.new.value.get(name)) if self.new is not None else ""

    def record_after(self, name: str) -> Record:
        """A record of the newer element, or an empty one."""
        return record_of(self.new.value.get(name)) if self.new is not None else {}


Words = Mapping[str, str]
"""The words for the placeholders of a kind's sentence."""
