"""Who sat in a body, day by day, held against its rules of composition."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING

from wirctl.render.model.derived import Composition, RuleCheck
from wirctl.render.model.values import Group, groups_in, is_true, text_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from wirctl.render.model.item import Item

_PERCENT = 100


def compositions_of(items: Mapping[str, Item]) -> dict[str, tuple[Composition, ...]]:
    """The compositions of each body that are known, oldest first."""
    found = {
        item.id: tuple(_compositions(Group(item.fields)))
        for item in items.values()
        if item.kind == "body" and not item.withdrawn
    }
    return {id: days for id, days in found.items() if days}


def _compositions(body: Group) -> Iterable[Composition]:
    seats = groups_in(body, "seats")
    rules = groups_in(body, "composition_rules")
    days = sorted({(text_in(seat, "date"), is_true(seat, "planned")) for seat in seats})
    for date, is_planned in days:
        here = tuple(
            seat
            for seat in seats
            if text_in(seat, "date") == date and is_true(seat, "planned") == is_planned
        )
        checks = (_check(rule, here) for rule in rules if _holds_on(rule, date))
        yield Composition(
            date=date,
            seats=here,
            total=sum(_count(seat) for seat in here if not text_in(seat, "included_in")),
            is_planned=is_planned,
            checks=tuple(checks),
        )


def _holds_on(rule: Group, date: str) -> bool:
    start, end = text_in(rule, "valid_from"), text_in(rule, "valid_to")
    return start[: len(date)] <= date[: len(start) or None] and (not end or date[: len(end)] <= end)


def _check(rule: Group, seats: tuple[Group, ...]) -> RuleCheck:
    match text_in(rule, "kind"):
        case "parity":
            return _parity(rule, seats)
        case "minimum_share":
            return _minimum(rule, seats)
        case "count" | "range":
            return _number(rule, seats)
        case _:
            return RuleCheck(rule, "", None)


def _parity(rule: Group, seats: tuple[Group, ...]) -> RuleCheck:
    ours, theirs = (
        _members(seats, text_in(rule, "group")),
        _members(seats, text_in(rule, "against")),
    )
    if ours is None or theirs is None:
        return RuleCheck(rule, "", None)
    allowed = _whole(text_in(rule, "tolerance")) or 0
    return RuleCheck(rule, f"{ours} : {theirs}", abs(ours - theirs) <= allowed)


def _minimum(rule: Group, seats: tuple[Group, ...]) -> RuleCheck:
    members, total = _members(seats, text_in(rule, "group")), _all(seats)
    try:
        wanted = Decimal(text_in(rule, "share"))
    except InvalidOperation:
        return RuleCheck(rule, "", None)
    if members is None or not total:
        return RuleCheck(rule, "", None)
    return RuleCheck(rule, f"{members} / {total}", members * _PERCENT >= wanted * total)


def _number(rule: Group, seats: tuple[Group, ...]) -> RuleCheck:
    group = text_in(rule, "group")
    members = _members(seats, group) if group else _all(seats)
    if members is None:
        return RuleCheck(rule, "", None)
    exact = _whole(text_in(rule, "count"))
    low, high = _whole(text_in(rule, "min")), _whole(text_in(rule, "max"))
    is_met = (
        exact in {None, members}
        and (low is None or members >= low)
        and (high is None or members <= high)
    )
    return RuleCheck(rule, str(members), is_met)


def _members(seats: tuple[Group, ...], name: str) -> int | None:
    """The members of a group or of a side; `None` where nothing is said about it."""
    ours = [seat for seat in seats if text_in(seat, "group") == name]
    if not ours:
        ours = [
            seat
            for seat in seats
            if text_in(seat, "side") == name and not text_in(seat, "included_in")
        ]
    return sum(map(_count, ours)) if ours else None


def _all(seats: tuple[Group, ...]) -> int:
    return sum(_count(seat) for seat in seats if not text_in(seat, "included_in"))


def _count(seat: Group) -> int:
    return _whole(text_in(seat, "count")) or 0


def _whole(text: str) -> int | None:
    return int(text) if text.isdecimal() else None
