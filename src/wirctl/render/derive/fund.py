"""The fund by years: what there was, what was given, and what is left as far as is known."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING

from wirctl.render.model.derived import AreaYear, FundAccount, FundYear
from wirctl.render.model.values import Group, Word, groups_in, text_in, value_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from wirctl.render.model.item import Item

_ROUGH = frozenset({"about", "at_least", "at_most"})


def funds_of(items: Mapping[str, Item]) -> dict[str, FundAccount]:
    """The account of each fund."""
    return {
        item.id: _account(item, items)
        for item in items.values()
        if item.kind == "fund" and not item.withdrawn
    }


def _account(fund: Item, items: Mapping[str, Item]) -> FundAccount:
    calls = [item for item in items.values() if _is_of(item, "call", fund.id)]
    awards = [item for item in items.values() if _is_of(item, "award", fund.id)]
    return FundAccount(
        fund=fund.id,
        years=tuple(_year(year, fund, awards) for year in _years(fund, awards)),
        calls=tuple(item.id for item in calls),
        awards=tuple(item.id for item in awards),
    )


def _is_of(item: Item, kind: str, fund: str) -> bool:
    return item.kind == kind and not item.withdrawn and text_in(Group(item.fields), "fund") == fund


def _years(fund: Item, awards: Iterable[Item]) -> list[str]:
    holder = Group(fund.fields)
    named = [*groups_in(holder, "budgets"), *groups_in(holder, "allocations")]
    years = {text_in(entry, "year") for entry in named} | {year_of(item) for item in awards}
    return sorted(years - {""})


def year_of(award: Item) -> str:
    """The year to whose money an award counts: the one it names, else that of the decision."""
    holder = Group(award.fields)
    return text_in(holder, "year") or text_in(holder, "decided_on")[:4]


def _year(year: str, fund: Item, awards: Iterable[Item]) -> FundYear:
    holder = Group(fund.fields)
    given = [item for item in awards if year_of(item) == year]
    budget = _sum_of(entry for entry in groups_in(holder, "budgets") if _is_in(entry, year))
    shares = [entry for entry in groups_in(holder, "allocations") if _is_in(entry, year)]
    areas = _areas(fund, shares, given)
    return FundYear(
        year=year,
        budget=_text(budget),
        total=_line("", "", budget if budget is not None else _sum_of(shares), given),
        areas=tuple(areas),
    )


def _areas(fund: Item, shares: Sequence[Group], given: Sequence[Item]) -> list[AreaYear]:
    """A line for each area that has money or awards; awards without an area come last."""
    words = [value_of(entry, "funding_area") for entry in shares]
    words += [value_of(Group(item.fields), "funding_area") for item in given]
    titles = {
        word.name: word.title.de if word.title is not None else ""
        for word in words
        if isinstance(word, Word)
    }
    declared = [text_in(area, "id") for area in groups_in(Group(fund.fields), "funding_areas")]
    order = [name for name in declared if name in titles]
    order += sorted(set(titles) - set(declared))
    lines = [_area(name, titles[name], shares, given) for name in order]
    rest = [item for item in given if not text_in(Group(item.fields), "funding_area")]
    return [*lines, *([_line("", "", None, rest)] if rest and lines else [])]


def _area(name: str, title: str, shares: Sequence[Group], given: Sequence[Item]) -> AreaYear:
    allocated = _sum_of(entry for entry in shares if text_in(entry, "funding_area") == name)
    ours = [item for item in given if text_in(Group(item.fields), "funding_area") == name]
    return _line(name, title, allocated, ours)


def _line(name: str, title: str, allocated: Decimal | None, given: Sequence[Item]) -> AreaYear:
    holders = [Group(item.fields) for item in given]
    awarded = _sum_of(holders)
    left = None if allocated is None else allocated - (awarded or 0)
    unknown = sum(_amount(holder) is None for holder in holders)
    return AreaYear(
        area=name,
        title=title,
        allocated=_text(allocated),
        awarded=_text(awarded),
        left=_text(left),
        is_about=any(text_in(holder, "accuracy") in _ROUGH for holder in holders),
        is_most=unknown > 0 or not given,
        unknown=unknown,
        awards=tuple(item.id for item in given),
    )


def _is_in(entry: Group, year: str) -> bool:
    return text_in(entry, "year") == year


def _sum_of(holders: Iterable[Group]) -> Decimal | None:
    """The sum of the amounts that are known; `None` where none is."""
    amounts = [amount for holder in holders if (amount := _amount(holder)) is not None]
    return sum(amounts, Decimal(0)) if amounts else None


def _amount(holder: Group) -> Decimal | None:
    try:
        amount = Decimal(text_in(holder, "amount_eur"))
    except InvalidOperation:
        return None
    return amount if amount.is_finite() else None


def _text(amount: Decimal | None) -> str:
    return "" if amount is None else f"{amount:f}"
