"""Who has how many seats (Sitze) in a body at a date, and what its rules ask for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from wirctl.rules.facts.days import lies_within

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from wirctl.model.body import Body, CompositionRule, Seat

SIDES_DE: Mapping[str, str] = {"internal": "intern", "external": "extern", "politics": "Politik"}
SIDES_EN: Mapping[str, str] = {name: name for name in SIDES_DE}


@dataclass(frozen=True, slots=True)
class Occupancy:
    """The seats of one date, either planned or actual."""

    date: str
    planned: bool
    seats: tuple[Seat, ...]

    def of(self, group: str) -> tuple[Seat, ...]:
        """The seats of a group, of a side, or of the whole body where no group is named.

        Seats that only advise, and those counted in another group already, count for nothing
        but their own name.
        """
        named = tuple(seat for seat in self.seats if group and seat.group == group)
        return named or tuple(seat for seat in self._counting() if group in {"", seat.side})

    def _counting(self) -> Iterator[Seat]:
        return (seat for seat in self.seats if seat.voting and not seat.included_in)

    def count(self, group: str = "") -> int | None:
        """How many seats these are together; `None` where none is listed."""
        seats = self.of(group)
        return _sum(seats) if seats else None

    def sides(self) -> Mapping[str, int]:
        """Seats by side, or by group where one of them belongs to no side."""
        seats = tuple(self._counting())
        has_sides = all(seat.side for seat in seats)
        names = dict.fromkeys(seat.side if has_sides else seat.group for seat in seats)
        return {name: _sum(self.of(name)) for name in names}


def _sum(seats: Iterable[Seat]) -> int:
    return sum(seat.count or 0 for seat in seats)


def occupancies(body: Body) -> tuple[Occupancy, ...]:
    """The occupancies of a body in the order of their dates, planned before actual."""
    keys = sorted({(seat.date, not seat.planned) for seat in body.seats})
    return tuple(
        Occupancy(
            date,
            not actual,
            tuple(seat for seat in body.seats if (seat.date, not seat.planned) == (date, actual)),
        )
        for date, actual in keys
    )


def held_against(body: Body, *kinds: str) -> Iterator[tuple[CompositionRule, Occupancy]]:
    """Each rule of these kinds with each occupancy of a date on which it held."""
    for occupancy in occupancies(body):
        for rule in body.composition_rules:
            if rule.kind in kinds and lies_within(occupancy.date, rule.valid_from, rule.valid_to):
                yield rule, occupancy


def group_words(group: str) -> dict[str, str]:
    """How a group or side is called in a message: `group_de` and `group_en`.

    >>> group_words("external")["group_de"], group_words("Vereine")["group_de"]
    ('die Seite „extern“', 'die Gruppe „Vereine“')
    """
    if group in SIDES_DE:
        return {
            "group_de": f"die Seite „{SIDES_DE[group]}“",
            "group_en": f"the side “{SIDES_EN[group]}”",
        }
    return {"group_de": f"die Gruppe „{group}“", "group_en": f"the group “{group}”"}


def shown(counts: Mapping[str, int], names: Mapping[str, str]) -> str:
    """Counts in words, such as „intern 12, extern 11“.

    >>> shown({"internal": 12, "external": 11}, SIDES_DE)
    'intern 12, extern 11'
    """
    return ", ".join(f"{names.get(name, name)} {count}" for name, count in counts.items())
