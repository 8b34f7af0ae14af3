"""Small questions that templates ask of the view."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from markupsafe import Markup, escape

from wirctl.model.dates import first_day, last_day
from wirctl.render import wording
from wirctl.render.model.values import (
    Group,
    group_in,
    groups_in,
    references_in,
    text_in,
    without,
)
from wirctl.render.pages import tables
from wirctl.render.pages.changes import Changes
from wirctl.render.pages.charting import chart
from wirctl.render.pages.watching import also

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
    from datetime import date

    from wirctl.render.model.derived import Cell, Verdict
    from wirctl.render.model.item import Item, Translated
    from wirctl.render.model.site import Site
    from wirctl.render.model.values import Many, Reference
    from wirctl.render.pages.values import ValueHtml


@dataclass(frozen=True, slots=True)
class Lookups:
    """Answers from the view, for pages at one depth of the site."""

    site: Site
    values: ValueHtml
    _rounds: Mapping[str, tuple[Verdict, ...]]

    @classmethod
    def of(cls, site: Site, values: ValueHtml) -> Lookups:
        """The answers of this view."""
        rounds: dict[str, list[Verdict]] = {}
        for verdicts in site.verdicts.values():
            for verdict in verdicts:
                if verdict.is_whole:
                    continue
                rounds.setdefault(verdict.round.id, []).append(verdict)
        return cls(
            site, values, also(site, "rounds", {id: tuple(made) for id, made in rounds.items()})
        )

    def functions(self) -> dict[str, Callable[..., object]]:
        """Every function by the name that templates use."""
        return {
            "referring": self.referring,
            "referred": self.referred,
            "items_of": self.items_of,
            "without_goal": self.without_goal,
            "gone_of": self.gone_of,
            "decided_in": self.decided_in,
            "undecided": undecided,
            "tally": self.tally,
            "numbered": numbered,
            "own_name": self.own_name,
            "less": lambda group, names: without(group, *names),
            "listed": self.listed,
            "has_any": has_any,
            "any_in": any_in,
            "eligible": tables.eligible,
            "with_unit": self.with_unit,
            "basis": self.basis,
            "chart": lambda item: chart(item, self.values.phrases),
            "open_calls": self.open_calls,
            "answers_to": answers_to,
            "seat_sources": seat_sources,
            "tally_of": self.tally_of,
            **Changes.of(self.site, self.values, self.tally, self.decided_in).functions(),
        }

    def referring(self, id: str, kind: str, path: str) -> tuple[Item, ...]:
        """The elements of a kind that refer to this one in this field."""
        return tuple(
            item
            for mention in self.site.mentions.get(id, ())
            if mention.source.kind == kind and mention.path == path
            for item in (self.site.items[mention.source.id],)
            if not item.withdrawn
        )

    def referred(self, item: Item, name: str) -> tuple[Item, ...]:
        """The elements that a field refers to, as far as the plan has them."""
        ids = (reference.id for reference in references_in(Group(item.fields), name))
        return self.items_of(id for id in ids if id in self.site.items)

    def items_of(self, ids: Iterable[str]) -> tuple[Item, ...]:
        """The elements with these ids."""
        return tuple(self.site.items[id] for id in ids)

    def without_goal(self, measures: Iterable[Item], goals: Iterable[Item]) -> tuple[Item, ...]:
        """The measures that serve none of these goals."""
        ids = {item.id for goal in goals for item in self.referring(goal.id, "measure", "goals")}
        return tuple(item for item in measures if item.id not in ids)

    def gone_of(self, field: str) -> tuple[str, ...]:
        """The goals and measures of a field of action that hold no longer."""
        return tuple(
            item.id
            for kind in self.site.kinds
            for item in self.site.withdrawn_of(kind)
            if item.field == field
        )

    def decided_in(self, id: str) -> tuple[Verdict, ...]:
        """What a round decided, in the order of elements."""
        order = {item: place for place, item in enumerate(self.site.items)}
        return tuple(
            sorted(
                self._rounds.get(id, ()),
                key=lambda verdict: order.get(verdict.item.id, len(order)),
            )
        )

    def tally_of(self, cell: Cell) -> tuple[str, ...]:
        """How many goals and measures a cell of the matrix has, as far as it has any."""
        numbers = {"goal": len(cell.goals), "measure": len(cell.measures)}
        return tuple(
            self.values.labels.count(name, number) for name, number in numbers.items() if number
        )

    def tally(self, verdicts: Sequence[Verdict]) -> Markup:
        """How many decisions had which outcome, the most frequent first."""
        words = Counter(self.values.words(item.outcome) for item in verdicts if item.outcome)
        return Markup(", ").join(
            Markup("{} {}").format(number, word) for word, number in words.most_common()
        )

    def own_name(self, part: Translated) -> str:
        """The name of a language as its own speakers write it."""
        code = "de-simple" if part.is_easy else part.language
        names = self.values.labels.texts
        return names.get(f"own_{code}") or self.values.labels.language_name(code)

    def listed(self, many: Many) -> Markup:
        """Short values in one line."""
        return Markup(", ").join(map(self.values.words, many.values))

    def open_calls(self) -> tuple[Item, ...]:
        """The calls that people can still answer on the day of the version, the nearest first."""
        today = first_day(self.site.version.date)
        found = [(last_day(_deadline(item)), item) for item in self.site.of_kind("call")]
        waiting = [
            (day, item.id, item)
            for day, item in found
            if today is not None and day is not None and day >= today and _is_waiting(item, today)
        ]
        return tuple(item for _, _, item in sorted(waiting, key=lambda entry: entry[:2]))

    def with_unit(self, figures: Group, item: Item) -> Markup:
        """A figure of an indicator with its unit."""
        unit = text_in(Group(item.fields), "unit")
        shown = self.values.figure(figures, "value")
        space = wording.NO_BREAK if len(unit) <= len("FTE") else " "
        return shown + space + self.values.said(escape(unit)) if unit and shown else shown

    def basis(self, figures: Group) -> Markup:
        """What a figure was counted from: who was counted, under which term, how many."""
        parts = [
            self.values.show(figures.fields[name].value)
            for name in ("population", "term")
            if name in figures.fields
        ]
        top, whole = text_in(figures, "numerator"), text_in(figures, "denominator")
        if top and whole:
            language = self.values.language
            of = self.values.labels.text(
                "of_total", n=wording.number(top, language), total=wording.number(whole, language)
            )
            parts.append(escape(of))
        return Markup("; ").join(parts)


def _deadline(call: Item) -> str:
    return text_in(Group(call.fields), "deadline")


def _is_waiting(call: Item, today: date) -> bool:
    """Whether a call is out, and nothing has come of it yet."""
    opens = first_day(text_in(Group(call.fields), "opens"))
    return "result" not in call.fields and (opens is None or opens <= today)


def undecided(item: Item, made: Iterable[Verdict]) -> tuple[Reference, ...]:
    """What lay before a round and was not decided there."""
    decided = {verdict.item.id for verdict in made}
    return tuple(
        reference
        for submission in groups_in(Group(item.fields), "submissions")
        for reference in references_in(submission, "item")
        if reference.id not in decided
    )


def numbered(item: Item, title: str) -> str:
    """A kind with the number that the element has in the paper: `Leitlinie 3`."""
    number = text_in(Group(item.fields), "number")
    return f"{title} {number}" if number else title


def has_any(rows: Iterable[object], name: str) -> bool:
    """Whether any of the rows says something in this column."""
    return any(getattr(row, name, None) is not None for row in rows)


def any_in(groups: Iterable[Group], *names: str) -> bool:
    """Whether any of the records has one of these fields."""
    return any(name in group.fields for group in groups for name in names)


def answers_to(item: Item, point: Group) -> tuple[Group, ...]:
    """The answers to a point of a statement."""
    number = text_in(point, "id")
    responses: Collection[Group] = groups_in(Group(item.fields), "responses")
    return tuple(answer for answer in responses if number and text_in(answer, "point") == number)


def seat_sources(seats: Iterable[Group]) -> tuple[Group, ...]:
    """The sources of seats, each once."""
    found = [group_in(seat, "source") for seat in seats]
    return tuple(
        group for place, group in enumerate(found) if group.fields and group not in found[:place]
    )
