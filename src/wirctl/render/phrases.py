"""Values in words of a language: what every format of text says in the same way."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from wirctl.render import wording
from wirctl.render.model.text import Prose
from wirctl.render.model.values import (
    Date,
    Entry,
    Flag,
    Group,
    Language,
    Line,
    Many,
    Money,
    Number,
    Reference,
    Share,
    Told,
    Url,
    Word,
    is_true,
    text_in,
    value_of,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from wirctl.render.labels import Labels
    from wirctl.render.model.values import Shown

_SOURCE = frozenset({"key", "title", "url", "paper", "reference", "published", "accessed", "date"})
_PERIOD = frozenset({"start", "end", "continuous"})
_VOTES = frozenset({"yes", "no", "abstain"})
_ALIAS = frozenset({"name", "valid_from", "valid_to"})
_WIDE = (Prose, Group, Many)
_MOST_COLUMNS = 6
# For programs, not for people: what was read when a body spoke.
_DIGESTS = frozenset({"digest", "digests", "source_digest"})
# What a word such as “about” is said of, nearest first.
_ROUGH = ("value", "amount_eur", "participants")


@dataclass(frozen=True, slots=True)
class Phrases:
    """Writes values as plain words."""

    labels: Labels

    @property
    def language(self) -> str:
        """The language in which numbers and dates are written."""
        return self.labels.language

    def title(self, entry: Entry) -> str:
        """What a field is called."""
        return self.labels.title(entry.title)

    def total(self, amount: str, *, is_about: bool) -> str:
        """A sum of money, with a word before it where it is only known roughly."""
        about = f"{self.labels.text('about_amount')} " if is_about else ""
        return f"{about}{wording.money(amount, self.language)}" if amount else ""

    def date(self, iso: str) -> str:
        """A date in words."""
        return wording.date(iso, self.language)

    def plain(self, value: Shown) -> str:
        """A value that fits into a line, as text; empty for one that does not."""
        match value:
            case Word():
                return self.labels.word(value)
            case Flag(answer):
                return self.labels.text("yes" if answer else "no")
            case Language(code):
                return self.labels.language_name(code)
            case Line(text) | Url(text):
                return text
            case Reference():
                return value.title or value.id
            case _:
                return self._figure(value)

    def _figure(self, value: Shown) -> str:
        match value:
            case Number(figure):
                return wording.number(figure, self.language)
            case Money(amount):
                return wording.money(amount, self.language)
            case Share(figure):
                return wording.share(figure, self.language)
            case Date(iso):
                return self.date(iso)
            case _:
                return ""

    def lines(self, group: Group) -> Iterator[tuple[str, Entry]]:
        """The fields of a record for people, with “about” said in the line of its figure."""
        said = value_of(group, "accuracy")
        figure = next((name for name in _ROUGH if name in group.fields), "")
        for name, entry in group.fields.items():
            is_said = isinstance(said, Word) and figure and name == "accuracy"
            is_handle = name == "id" and len(group.fields) > 1
            if is_said or is_handle or name in _DIGESTS:
                continue
            if isinstance(said, Word) and name == figure:
                yield name, Entry(name, entry.title, self._rough(said, entry), entry.illustrative)
            else:
                yield name, entry

    def _rough(self, said: Word, entry: Entry) -> Shown:
        figure = self.plain(entry.value)
        return Told(figure if said.name == "exact" else f"{self.labels.word(said)} {figure}")

    def one_line(self, group: Group) -> str:
        """A record that has a form of its own: a period, votes, another name; else empty."""
        names = frozenset(group.fields)
        if names <= _PERIOD:
            return self.period(group)
        if names <= _VOTES:
            return self.votes(group)
        return self.alias(group) if names <= _ALIAS else ""

    def period(self, group: Group) -> str:
        """From when to when."""
        words = wording.span(text_in(group, "start"), text_in(group, "end"), self.language)
        always = self.labels.text("continuous") if is_true(group, "continuous") else ""
        return ", ".join(filter(None, (words, always)))

    def votes(self, group: Group) -> str:
        """Votes in one line."""
        return ", ".join(
            f"{self.plain(entry.value)} {self.title(entry)}" for entry in group.fields.values()
        )

    def alias(self, group: Group) -> str:
        """Another name, with the time in which it held."""
        return text_in(group, "name") + self.alias_time(group)

    def alias_time(self, group: Group) -> str:
        """When another name held, in brackets behind it; empty where nobody says."""
        start, end = text_in(group, "valid_from"), text_in(group, "valid_to")
        words = wording.span(start, end, self.language)
        return f" ({words})" if words else ""

    def source_dates(self, group: Group) -> Iterator[str]:
        """When a source was published and read."""
        for name in ("date", "published", "accessed"):
            if name in group.fields:
                yield self.labels.text(f"source_{name}", date=self.date(text_in(group, name)))


def is_source(group: Group) -> bool:
    """Whether the record says where something comes from."""
    return "title" in group.fields and frozenset(group.fields) <= _SOURCE


def is_alias(group: Group) -> bool:
    """Whether the record is another name."""
    return "name" in group.fields and frozenset(group.fields) <= _ALIAS


def is_table(groups: Sequence[Group]) -> bool:
    """Whether the records are several, alike and small enough for the rows of a table."""
    names = {name for group in groups for name in group.fields} - {"id"}
    values = (entry.value for group in groups for entry in group.fields.values())
    return len(groups) > 1 and len(names) <= _MOST_COLUMNS and all(map(_fits, values))


def _fits(value: Shown) -> bool:
    """Whether a value fits into a cell."""
    match value:
        case Prose(blocks):
            return len(blocks) == 1
        case Group(fields):
            return is_source(value) or frozenset(fields) <= _PERIOD | _VOTES
        case _:
            return not isinstance(value, _WIDE)


def is_records(value: Shown) -> bool:
    """Whether the value is a list of records that needs room of its own."""
    if not isinstance(value, Many):
        return False
    groups = [part for part in value.values if isinstance(part, Group)]
    return bool(groups) and not all(is_source(group) or is_alias(group) for group in groups)


def columns(groups: Sequence[Group]) -> list[str]:
    """The names of all fields, each after those that come before it in any record."""
    order: list[str] = []
    for group in groups:
        place = 0
        for name in group.fields:
            if name in order:
                place = order.index(name) + 1
            else:
                order.insert(place, name)
                place += 1
    return order
