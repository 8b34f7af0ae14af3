"""A change as the review rules (Freigaberegeln) see it, and which rules it falls under."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from wirctl.core.pointer import read

if TYPE_CHECKING:
    from collections.abc import Mapping
    from decimal import Decimal

    from wirctl.core.change import Change
    from wirctl.core.pointer import Pointer
    from wirctl.model.review_rules import ReviewRule

ADDED, REMOVED, CHANGED = "added", "removed", "changed"
"""What may become of an element."""

ANY = "*"
"""Stands for one name in the pointer of a rule."""


@dataclass(frozen=True, slots=True)
class Matter:
    """One change with all that a rule may ask of it.

    `fields` are the fields of action that the element belongs to before or after. `events` says
    whether the element is added, removed or changed; two of them where that is a matter of
    view. `places` leads from each place whose value came, went or changed to the highest amount
    there, in euro, or `None`.
    """

    change: Change
    fields: frozenset[str] = frozenset()
    events: frozenset[str] = frozenset({CHANGED})
    places: Mapping[Pointer, Decimal | None] = field(default_factory=dict)

    @property
    def item(self) -> str:
        """The id of the element."""
        return self.change.subject.id


def concerns(rule: ReviewRule, matter: Matter) -> bool:
    """Whether the rule speaks of this change: it does in all that the rule names.

    What an author declared to be editorial is substantive here as well: nobody declares away
    that others have to agree.
    """
    change = matter.change
    return (
        _narrows(rule.fields, matter.fields)
        and _narrows(rule.classes, {change.weight.value, change.weight_by_rules.value})
        and _narrows(rule.kinds, {change.subject.kind})
        and _narrows(rule.changes, matter.events)
        and _has_place(rule, matter)
    )


def _narrows(named: tuple[str, ...], found: frozenset[str] | set[str]) -> bool:
    return not named or not found.isdisjoint(named)


def _has_place(rule: ReviewRule, matter: Matter) -> bool:
    if not rule.pointers and rule.above_eur is None:
        return True
    return any(_is_at(rule, at) and _is_above(rule, amount) for at, amount in matter.places.items())


def _is_at(rule: ReviewRule, at: Pointer) -> bool:
    return not rule.pointers or any(leads_to(read(text), at) for text in rule.pointers)


def _is_above(rule: ReviewRule, amount: Decimal | None) -> bool:
    return rule.above_eur is None or (amount is not None and amount > rule.above_eur)


def leads_to(pattern: Pointer, at: Pointer) -> bool:
    """Whether the place is the one that the pattern names, or lies in it.

    >>> leads_to(("costs", "*", "amount_eur"), ("costs", "2023:yearly", "amount_eur"))
    True
    >>> leads_to(("costs",), ("costs", "2023:yearly")), leads_to(("costs", "2022"), ("costs",))
    (True, False)
    """
    pairs = zip(pattern, at, strict=False)
    return len(pattern) <= len(at) and all(name in {ANY, here} for name, here in pairs)
