"""What measures are planned to cost, summed up by years: for each field, and for the plan."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from wirctl.core.value import list_of, record_of
from wirctl.render.model.derived import Spending, YearCost

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from wirctl.core.value import Record
    from wirctl.model.plan import Element, Plan
    from wirctl.render.model.item import Item
    from wirctl.schema.kind import Kinds

ONCE, YEARLY = "one_off", "yearly"
FREE = "none_needed"
_COSTS, _PATH = "costs", "funding_path"


class Amount(NamedTuple):
    """One planned amount in EUR: in its year, or from then on each year."""

    year: str
    kind: str
    value: Decimal
    is_exact: bool


def spending_of(plan: Plan, kinds: Kinds, items: Mapping[str, Item]) -> dict[str, Spending]:
    """What is planned, by the id of each field of action that has costs, and by that of the plan.

    What was spent is no plan, and what was withdrawn costs nothing.
    """
    measures = [item for item in plan.of_kind("measure") if _counts(item, items, kinds)]
    homes: dict[str, list[Element]] = {}
    for measure in measures:
        homes.setdefault(items[measure.id].field, []).append(measure)
    whole = next((item.id for item in items.values() if item.kind == "plan"), "")
    found = {
        **({whole: _spending(measures, items)} if whole else {}),
        **{id: _spending(own, items) for id, own in homes.items() if id in items},
    }
    return {id: spending for id, spending in sorted(found.items()) if spending.years}


def _counts(measure: Element, items: Mapping[str, Item], kinds: Kinds) -> bool:
    """Whether the measure still holds, and everybody may know what it costs."""
    fields = kinds[measure.kind].fields
    is_public = all(name in fields and fields[name].public for name in (_COSTS, _PATH))
    return is_public and not measure.is_withdrawn and measure.id in items


def _spending(measures: Sequence[Element], items: Mapping[str, Item]) -> Spending:
    amounts = {item.id: tuple(_amounts(item)) for item in measures}
    told = [item for item in measures if amounts[item.id]]
    others = [item for item in measures if not amounts[item.id]]
    free = [item for item in others if item.value.get(_PATH) == FREE]
    return Spending(
        years=years_of(amount for item in told for amount in amounts[item.id]),
        known=len(told),
        free=len(free),
        unknown=len(others) - len(free),
        is_invented=any(_is_invented(items[item.id]) for item in told),
    )


def _amounts(measure: Element) -> Iterator[Amount]:
    for cost in map(record_of, list_of(measure.value.get(_COSTS))):
        amount = planned(partial(_said, cost))
        if amount is not None:
            yield amount


def _said(cost: Record, name: str) -> str:
    return str(cost.get(name, ""))


def planned(said: Callable[[str], str]) -> Amount | None:
    """The amount of a cost that says this by name; `None` where it is none, or is spent already."""
    try:
        value = Decimal(said("amount_eur"))
    except InvalidOperation:
        return None
    if not value.is_finite() or said("basis") == "actual":
        return None
    return Amount(said("year"), said("kind"), value, said("accuracy") in {"", "exact"})


def _is_invented(measure: Item) -> bool:
    """Whether its costs only show how it would look."""
    example = measure.example
    return example is not None and (
        not example.fields or any(name.split("/")[0] == _COSTS for name in example.fields)
    )


def years_of(amounts: Iterable[Amount]) -> tuple[YearCost, ...]:
    """The sums of what begins in each year, in the order of years."""
    years: dict[str, list[Amount]] = {}
    for amount in amounts:
        years.setdefault(amount.year, []).append(amount)
    return tuple(_year(year, years[year]) for year in sorted(years))


def _year(year: str, amounts: Sequence[Amount]) -> YearCost:
    once = [amount for amount in amounts if amount.kind == ONCE]
    yearly = [amount for amount in amounts if amount.kind == YEARLY]
    return YearCost(year, _sum(once), _sum(yearly), _is_about(once), _is_about(yearly))


def _sum(amounts: Sequence[Amount]) -> str:
    return f"{sum((amount.value for amount in amounts), Decimal(0)):f}" if amounts else ""


def _is_about(amounts: Iterable[Amount]) -> bool:
    return not all(amount.is_exact for amount in amounts)
