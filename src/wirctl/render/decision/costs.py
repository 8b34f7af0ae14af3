"""What measures cost, as a paper for the council lists it: only what the plan says."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from functools import partial
from typing import TYPE_CHECKING

from wirctl.render import wording
from wirctl.render.derive.spending import FREE, planned, years_of
from wirctl.render.model.values import Group, Word, groups_in, text_in, value_of
from wirctl.render.phrases import Phrases
from wirctl.render.typography import bound

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from wirctl.render.derive.spending import Amount
    from wirctl.render.labels import Labels
    from wirctl.render.model.derived import YearCost
    from wirctl.render.model.item import Item


@dataclass(frozen=True, slots=True)
class Cost:
    """What one measure costs: in or from a year, once or each year, and what it is paid from."""

    id: str
    title: str
    year: str
    kind: str
    amount: str
    path: str
    mark: str


@dataclass(frozen=True, slots=True)
class CostYear:
    """The sums of what begins in a year; empty where there is nothing of the sort."""

    year: str
    once: str
    yearly: str


@dataclass(frozen=True, slots=True)
class Costs:
    """What the measures cost; `notes` say what is not known, and what needs no money."""

    rows: tuple[Cost, ...]
    years: tuple[CostYear, ...]
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Figure:
    item: Item
    group: Group
    amount: Amount


def costs_of(measures: Sequence[Item], labels: Labels) -> Costs:
    """What these measures cost as planned; what was spent is no matter of a decision to come."""
    figures = [figure for item in measures for figure in _figures(item)]
    years = years_of(figure.amount for figure in figures)
    return Costs(
        rows=tuple(_row(figure, labels) for figure in figures),
        years=tuple(_year(year, labels) for year in years),
        notes=tuple(_notes(measures, {figure.item.id for figure in figures}, labels)),
    )


def _figures(item: Item) -> Iterator[_Figure]:
    for group in groups_in(Group(item.fields), "costs"):
        amount = planned(partial(text_in, group))
        if amount is not None:
            yield _Figure(item, group, amount)


def _row(figure: _Figure, labels: Labels) -> Cost:
    item, group = figure.item, figure.group
    costs = item.fields["costs"]
    return Cost(
        id=item.id,
        title=bound(item.title),
        year=figure.amount.year,
        kind=_word(group, "kind", labels),
        amount=f"{_rough(group, labels)}{wording.money(str(figure.amount.value), labels.language)}",
        path=_word(Group(item.fields), "funding_path", labels),
        mark=labels.text("example") if costs.illustrative or item.example is not None else "",
    )


def _rough(group: Group, labels: Labels) -> str:
    accuracy = value_of(group, "accuracy")
    is_said = isinstance(accuracy, Word) and accuracy.name != "exact"
    return f"{labels.word(accuracy)} " if is_said and isinstance(accuracy, Word) else ""


def _word(holder: Group, name: str, labels: Labels) -> str:
    value = value_of(holder, name)
    return labels.word(value) if isinstance(value, Word) else ""


def _year(year: YearCost, labels: Labels) -> CostYear:
    total = Phrases(labels).total
    return CostYear(
        year.year,
        total(year.once, is_about=year.is_once_about),
        total(year.yearly, is_about=year.is_yearly_about),
    )


def _notes(measures: Sequence[Item], told: set[str], labels: Labels) -> Iterator[str]:
    """How many measures cost nothing, of how many nobody says, and the posts that are needed."""
    free = [item for item in measures if text_in(Group(item.fields), "funding_path") == FREE]
    known = told | {item.id for item in free}
    without = [item.id for item in measures if item.id not in known]
    if free:
        yield labels.text("decision_costs_free", n=len(free), total=len(measures))
    if without:
        yield labels.text("decision_costs_unknown", n=len(without), total=len(measures))
    posts = [text_in(Group(item.fields), "staffing_fte") for item in measures]
    figures = [Decimal(post) for post in posts if post]
    if figures:
        total = wording.number(str(sum(figures, Decimal(0))), labels.language)
        yield labels.text("decision_staff", n=total)
