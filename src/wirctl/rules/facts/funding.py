"""What a fund (Förderfonds) had to give, what it gave, and by which rules."""

from __future__ import annotations

from collections import defaultdict
from decimal import Decimal
from typing import TYPE_CHECKING

from wirctl.rules.facts.days import lies_within

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from wirctl.model.award import Award
    from wirctl.model.fund import Fund, FundingRule
    from wirctl.model.plan import Plan

NOTHING = Decimal(0)


def area_title(fund: Fund, area: str) -> str:
    """What people call an area of the fund; its id where it has no other name."""
    return next((item.title for item in fund.funding_areas if item.id == area), area)


def awards_with_fund(plan: Plan) -> Iterator[tuple[Award, Fund]]:
    """Each award whose fund is known, with that fund."""
    funds = {fund.id: fund for fund in plan.funds}
    for award in plan.awards:
        if award.fund in funds:
            yield award, funds[award.fund]


def awards_by_year(fund: str, plan: Plan) -> Mapping[tuple[int | None, str], Sequence[Award]]:
    """The awards of a fund by year and area."""
    found: dict[tuple[int | None, str], list[Award]] = defaultdict(list)
    for award in plan.awards:
        if award.fund == fund:
            found[award.year, award.funding_area].append(award)
    return found


def total(amounts: Iterable[Decimal | None]) -> Decimal:
    """The sum of the amounts that are known."""
    return sum((amount for amount in amounts if amount is not None), NOTHING)


def size(award: Award) -> Decimal | None:
    """What one project got: of several together, the average; `None` where it is not known."""
    if award.amount_eur is None or award.accuracy == "at_most" or award.count < 1:
        return None
    return award.amount_eur / award.count


def rules_for(award: Award, fund: Fund) -> tuple[FundingRule, ...]:
    """The rules that surely held on the day of the award, for its area or for all areas."""
    return tuple(
        rule
        for rule in fund.funding_rules
        if rule.funding_area in {"", award.funding_area}
        and lies_within(award.decided_on, rule.valid_from, rule.valid_to)
    )


def rules_for_size(award: Award, fund: Fund) -> tuple[FundingRule, ...]:
    """Those among the rules that hold for a project as large as this one."""
    amount = size(award)
    if amount is None or award.count != 1:
        return ()
    return tuple(rule for rule in rules_for(award, fund) if _covers(rule, amount))


def _covers(rule: FundingRule, amount: Decimal) -> bool:
    above = rule.from_eur is None or rule.from_eur < amount
    return above and (rule.max_amount_eur is None or amount <= rule.max_amount_eur)


def nearest_to(area: str, rules: Iterable[FundingRule]) -> tuple[FundingRule, ...]:
    """The rules made for this area, or those for all areas where it has none of its own."""
    rules = tuple(rules)
    return tuple(rule for rule in rules if area and rule.funding_area == area) or rules


def ceiling(award: Award, fund: Fund) -> Decimal | None:
    """The most that one project could get by the rules of the day; `None` without a limit.

    Rules of the area and rules for all areas each set a limit of their own.
    """
    rules = rules_for(award, fund)
    own = [rule for rule in rules if rule.funding_area]
    common = [rule for rule in rules if not rule.funding_area]
    limits = [limit for limit in map(_limit, (own, common)) if limit is not None]
    return min(limits) if limits else None


def _limit(rules: Iterable[FundingRule]) -> Decimal | None:
    """The highest step of these rules; `None` if the highest is open, or there is none."""
    steps = [rule for rule in rules if rule.max_amount_eur or rule.from_eur or rule.financing]
    limits = [rule.max_amount_eur for rule in steps if rule.max_amount_eur is not None]
    return max(limits) if limits and len(limits) == len(steps) else None
