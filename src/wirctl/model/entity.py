"""What every element and every record inside one has in common."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, ClassVar

from wirctl.core.diagnostic import Location

if TYPE_CHECKING:
    from wirctl.core.diagnostic import Subject
    from wirctl.core.pointer import Pointer
    from wirctl.model.records import Allowance, Illustrative, Lineage, Source, Withdrawal


@dataclass(frozen=True, slots=True)
class Part:
    """A record inside an element.

    `place` is its pointer in the element, for naming it in a finding:
    `measure.at(*cost.place, "amount_eur")`. Two parts of equal values are equal, wherever they
    stand. `KEY` names the properties by which an item of a list is known, as the schema does.
    """

    KEY: ClassVar[tuple[str, ...]] = ()

    place: Pointer = field(default=(), compare=False, repr=False, kw_only=True)


@dataclass(frozen=True, slots=True)
class Entity:
    """An element of the plan, by name instead of by key; absent values are empty or `None`."""

    subject: Subject
    id: str
    illustrative: Illustrative | None = None
    sources: tuple[Source, ...] = ()
    allow: tuple[Allowance, ...] = ()
    note: str = ""

    def at(self, *names: str) -> Location:
        """A place inside this element; the element itself without names."""
        return Location(self.subject, names)


@dataclass(frozen=True, slots=True)
class Traced(Entity):
    """An element that may come from others and go again, leaving its id behind."""

    lineage: tuple[Lineage, ...] = ()
    withdrawn: Withdrawal | None = None
