"""What follows from the plan and is nowhere written in it; worked out once, for every format."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from wirctl.render.model.text import Prose
    from wirctl.render.model.values import Group, Reference, Shown, Word
    from wirctl.schema.field import Words


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a body decided on an element in a round; `details` is all that it said besides.

    `is_whole` tells that it decided on the plan as a whole, and so on the element too.
    """

    round: Reference
    body: Reference
    date: str
    item: Reference
    outcome: Word | None
    details: Group
    is_whole: bool = False


@dataclass(frozen=True, slots=True)
class Voice:
    """What a body said about an element, and what became of it."""

    statement: Reference
    body: Reference
    date: str
    point: Group
    responses: tuple[Group, ...]


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a measure was on a day, and who says so."""

    date: str
    status: Word | None
    details: Group
    report: Reference | None = None


@dataclass(frozen=True, slots=True)
class Standing:
    """Where an element stands in the process: the state, and the round that brought it there."""

    state: Word
    round: Reference | None = None


@dataclass(frozen=True, slots=True)
class Cell:
    """What serves a guideline in a field of action."""

    goals: tuple[str, ...]
    measures: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Coverage:
    """Guidelines against fields of action: `cells` by guideline, then by field."""

    guidelines: tuple[str, ...]
    fields: tuple[str, ...]
    cells: Mapping[str, Mapping[str, Cell]]


@dataclass(frozen=True, slots=True)
class Moment:
    """A milestone: when it was planned and when it came.

    `months_late` is positive for late, negative for early, and `None` where that cannot be
    told. `is_overdue` tells of a planned day that has passed without an actual one.
    """

    item: Reference
    planned: str
    actual: str
    months_late: int | None
    is_overdue: bool


@dataclass(frozen=True, slots=True)
class AreaYear:
    """One area of the fund in one year; amounts as decimal text, empty where not known.

    `is_about` tells that an award was only reported roughly, `unknown` counts awards without
    any amount, `is_most` tells that no more than `left` can be left, but perhaps less.
    """

    area: str
    title: str
    allocated: str
    awarded: str
    left: str
    is_about: bool
    is_most: bool
    unknown: int
    awards: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FundYear:
    """The fund in one year, as a whole and by area."""

    year: str
    budget: str
    total: AreaYear
    areas: tuple[AreaYear, ...]


@dataclass(frozen=True, slots=True)
class FundAccount:
    """A fund by years, with its calls and awards."""

    fund: str
    years: tuple[FundYear, ...]
    calls: tuple[str, ...]
    awards: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class YearCost:
    """What begins in a year: sums in EUR as decimal text, empty where nothing of the sort is known.

    `once` is needed in that year, `yearly` from then on in each. The marks tell of sums in
    which an amount is only known roughly.
    """

    year: str
    once: str
    yearly: str
    is_once_about: bool
    is_yearly_about: bool


@dataclass(frozen=True, slots=True)
class Spending:
    """What the measures of a field of action, or of the whole plan, are planned to cost.

    `known` counts the measures with amounts, `free` those that need no money, `unknown` all
    others. `is_invented` tells of an amount that only shows how one would look.
    """

    years: tuple[YearCost, ...]
    known: int
    free: int
    unknown: int
    is_invented: bool


@dataclass(frozen=True, slots=True)
class RuleCheck:
    """A rule of composition held against one day's seats: what it wants and what there was."""

    rule: Group
    observed: str
    is_met: bool | None


@dataclass(frozen=True, slots=True)
class Composition:
    """Who sat in a body on a day; `is_planned` where that was only intended."""

    date: str
    seats: tuple[Group, ...]
    total: int
    is_planned: bool
    checks: tuple[RuleCheck, ...]


@dataclass(frozen=True, slots=True)
class Changed:
    """One difference from another version.

    `path` are the titles of the fields that lead to it, empty for the element as a whole;
    `named` tells for each of them which item of its list it is, by what that is known by.
    `old` and `new` are what the two versions say. `sentence` says what happened, with named
    placeholders that `words` fill. `field` is the id of the field of action.
    """

    kind: str
    weight: str
    item: Reference
    field: str
    path: tuple[Words, ...]
    old: Shown | None
    new: Shown | None
    sentence: Words
    words: Mapping[str, str]
    named: tuple[tuple[Shown, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class News:
    """What changed since another version."""

    since: str
    changes: tuple[Changed, ...]


@dataclass(frozen=True, slots=True)
class Edition:
    """A closed round as a version of the plan, and what changed in it since the round before.

    `news` is `None` for the first, which has none before it.
    """

    round: Reference
    date: str
    commit: str
    news: News | None


@dataclass(frozen=True, slots=True)
class Heading:
    """A person's view of the plan as a whole.

    `languages` are those that the plan says it is written in, its own first.
    """

    title: str
    subtitle: str
    municipality: str
    language: str
    disclaimer: Prose | None
    languages: tuple[str, ...] = ()
