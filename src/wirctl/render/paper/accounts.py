"""Money by years, of a fund and of measures, and seats of a body held against rules, as tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wirctl.press.parts import Par, Run
from wirctl.press.tables import grid
from wirctl.render import wording
from wirctl.render.model.text import Prose
from wirctl.render.model.values import Word, text_in, value_of
from wirctl.render.paper.prose import line_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from wirctl.press.parts import Block, Blocks, Line
    from wirctl.render.model.derived import (
        AreaYear,
        Composition,
        FundAccount,
        RuleCheck,
        Spending,
    )
    from wirctl.render.paper.values import ValueParts

_ANSWERS = {True: "rule_met", False: "rule_missed", None: "rule_open"}


def of_fund(account: FundAccount | None, values: ValueParts) -> Iterator[Block]:
    """What was there, what was given and what is left, a table for each year."""
    if account is None or not account.years:
        return
    labels = values.phrases.labels
    names = ("fund_area", "allocated", "awarded", "left")
    head = tuple((Run(labels.text(name)),) for name in names)
    for year in account.years:
        rows = [_money(line, line.title or line.area, values) for line in year.areas]
        rows.append(_money(year.total, labels.text("total"), values))
        yield grid(head, rows, labels.text("fund_in", year=year.year))
    yield Par((Run(labels.text("fund_known")),), "quiet")


def _money(line: AreaYear, name: str, values: ValueParts) -> tuple[Blocks, ...]:
    labels = values.phrases.labels
    most = f"{labels.text('at_most')} " if line.is_most else ""
    awarded = values.phrases.total(line.awarded, is_about=line.is_about)
    if line.unknown:
        more = labels.count("unknown_award", line.unknown)
        awarded = f"{awarded}, {more}" if awarded else more
    return (
        (Par((values.said(name or labels.text("no_area")),)),),
        _cell(_amount(line.allocated, values)),
        _cell(awarded),
        _cell(f"{most}{_amount(line.left, values)}" if line.left else ""),
    )


def _amount(text: str, values: ValueParts) -> str:
    return wording.money(text, values.phrases.language) if text else ""


def _cell(text: str) -> Blocks:
    return (Par((Run(text),)),) if text else ()


def of_measures(spending: Spending | None, values: ValueParts) -> Iterator[Block]:
    """What measures are planned to cost, by years, and of how many that is known."""
    if spending is None:
        return
    labels, total = values.phrases.labels, values.phrases.total
    names = ("spending_year", "spending_once", "spending_yearly")
    head = tuple((Run(labels.text(name)),) for name in names)
    rows = tuple(
        (
            _cell(year.year),
            _cell(total(year.once, is_about=year.is_once_about)),
            _cell(total(year.yearly, is_about=year.is_yearly_about)),
        )
        for year in spending.years
    )
    yield grid(head, rows, labels.text("spending"))
    known = {name: getattr(spending, name) for name in ("known", "free", "unknown")}
    said = (Run(labels.text("spending_known", **known)),)
    yield Par((*said, Run(" "), values.mark("example")) if spending.is_invented else said, "quiet")


def of_body(days: Sequence[Composition], values: ValueParts) -> Iterator[Block]:
    """Who sat in a body, day by day, and whether that kept its rules."""
    labels = values.phrases.labels
    for day in days:
        name = labels.text("composition_planned" if day.is_planned else "composition")
        date = values.phrases.date(day.date)
        said = ", ".join(filter(None, (name, date, labels.count("seat", day.total))))
        yield Par((Run(said),), "group")
        for check in day.checks:
            yield Par(tuple(_check(check, values)), "entry")


def _check(check: RuleCheck, values: ValueParts) -> Line:
    labels = values.phrases.labels
    text, kind = value_of(check.rule, "text"), value_of(check.rule, "kind")
    line = line_of(text, values.known, values.foreign) if isinstance(text, Prose) else None
    if line is None:
        words = labels.word(kind) if isinstance(kind, Word) else text_in(check.rule, "group")
        line = (values.said(words),)
    seen = (Run(f" ({labels.text('observed')} {check.observed})"),) if check.observed else ()
    return (*line, *seen, Run(" "), values.mark(_ANSWERS[check.is_met]))
