"""What fields say, as HTML."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from markupsafe import Markup, escape

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
    Url,
    Word,
    is_true,
    references_in,
    text_in,
    value_of,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from wirctl.render.labels import Labels
    from wirctl.render.model.values import (
        Shown,
    )
    from wirctl.render.pages.paths import Paths
    from wirctl.render.pages.text import TextHtml

_SOURCE = frozenset({"key", "title", "url", "paper", "reference", "published", "accessed", "date"})
_PERIOD = frozenset({"start", "end", "continuous"})
_VOTES = frozenset({"yes", "no", "abstain"})
_ALIAS = frozenset({"name", "valid_from", "valid_to"})
_WIDE = (Prose, Group, Many)
_MOST_COLUMNS = 6
# What a word such as “about” is said of, nearest first.
_ROUGH = ("value", "amount_eur", "participants")


@dataclass(frozen=True, slots=True)
class ValueHtml:
    """Writes values for pages at one depth of the site; `top` leads to its top."""

    labels: Labels
    paths: Paths
    text: TextHtml
    top: str

    @property
    def language(self) -> str:
        """The language in which numbers and dates are written."""
        return self.labels.language

    def href(self, id: str) -> str:
        """The address of an element from here."""
        return f"{self.top}{self.paths.of(id)}"

    def show(self, value: Shown | None) -> Markup:
        """A value, whatever it is; nothing for nothing."""
        if value is None:
            return Markup()
        if isinstance(value, Group | Many | Prose):
            return self._block(value)
        match value:
            case Reference():
                return self.link(value)
            case Date(iso):
                return self.date(iso)
            case Url(url):
                return self.outward(url, urlsplit(url).hostname or url)
            case _:
                return escape(self.plain(value))

    def _block(self, value: Group | Many | Prose) -> Markup:
        if isinstance(value, Prose):
            return self.text.prose(value)
        return self.group(value) if isinstance(value, Group) else self.many(value)

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
                return wording.date(iso, self.language)
            case _:
                return ""

    def date(self, iso: str) -> Markup:
        """A date for people and programs."""
        if not iso:
            return Markup()
        return Markup('<time datetime="{}">{}</time>').format(iso, wording.date(iso, self.language))

    def link(self, reference: Reference, words: str = "") -> Markup:
        """The element by its name, as a link where the plan has it."""
        text = words or reference.title or reference.id
        if reference.id not in self.paths.site.items:
            return escape(text)
        return Markup('<a href="{}">{}</a>').format(self.href(reference.id), text)

    def outward(self, url: str, words: str) -> Markup:
        """A link to another place on the web."""
        return Markup('<a href="{}" rel="noopener">{}</a>').format(url, words)

    def many(self, many: Many) -> Markup:
        """A list; records as a table where they are alike and small."""
        groups = [value for value in many.values if isinstance(value, Group)]
        if groups and len(groups) == len(many.values):
            return self.records(groups)
        parts = [self.show(value) for value in many.values]
        if len(parts) == 1:
            return parts[0]
        tag = Markup("li")
        inner = Markup().join(Markup("<{0}>{1}</{0}>").format(tag, part) for part in parts)
        return Markup("<ul>{}</ul>").format(inner)

    def records(self, groups: Sequence[Group]) -> Markup:
        """Records below each other: sources as a list, small ones as a table, others singly."""
        if all(_is_source(group) for group in groups):
            inner = Markup().join(Markup("<li>{}</li>").format(self.source(g)) for g in groups)
            return Markup('<ul class="sources">{}</ul>').format(inner)
        if all(frozenset(group.fields) <= _ALIAS for group in groups):
            inner = Markup().join(Markup("<li>{}</li>").format(self.alias(g)) for g in groups)
            return Markup('<ul class="plain">{}</ul>').format(inner)
        if len(groups) > 1 and _is_table(groups):
            return self.table(groups)
        return Markup().join(map(self.group, groups))

    def table(self, groups: Sequence[Group], caption: str = "") -> Markup:
        """Records as the rows of a table, their fields as columns."""
        titles = {name: entry.title for group in groups for name, entry in self.lines(group)}
        names = [name for name in _schema_order(groups) if name in titles]
        head = Markup().join(
            Markup('<th scope="col">{}</th>').format(titles[name].in_language(self.language))
            for name in names
        )
        rows = Markup().join(self._row(dict(self.lines(group)), names) for group in groups)
        top = Markup("<caption>{}</caption>").format(caption) if caption else Markup()
        return Markup(
            '<div class="scroll" tabindex="0" role="region" aria-label="{}"><table>{}'
            "<thead><tr>{}</tr></thead><tbody>{}</tbody></table></div>"
        ).format(caption or self.labels.text("table"), top, head, rows)

    def _row(self, entries: Mapping[str, Entry], names: Sequence[str]) -> Markup:
        cells = Markup().join(
            Markup("<td>{}</td>").format(self.entry(entries[name]) if name in entries else "")
            for name in names
        )
        return Markup("<tr>{}</tr>").format(cells)

    def group(self, group: Group) -> Markup:
        """A record: in one line where it has a form of its own, else its fields by name."""
        names = frozenset(group.fields)
        if _is_source(group):
            return self.source(group)
        if names <= _PERIOD:
            return self.period(group)
        if names <= _VOTES:
            return escape(self.votes(group))
        if names <= _ALIAS:
            return self.alias(group)
        return Markup('<dl class="inner">{}</dl>').format(self.pairs(self.lines(group)))

    def alias(self, group: Group) -> Markup:
        """Another name, with the time in which it held."""
        start, end = text_in(group, "valid_from"), text_in(group, "valid_to")
        words = wording.span(start, end, self.language)
        return escape(text_in(group, "name")) + (escape(f" ({words})") if words else Markup())

    def pairs(self, entries: Iterable[tuple[str, Entry]]) -> Markup:
        """Fields by name and value, for the inside of a list of facts."""
        pair = Markup("<div><dt>{}</dt><dd>{}</dd></div>")
        return Markup().join(
            pair.format(entry.title.in_language(self.language), self.entry(entry))
            for _, entry in entries
        )

    def entry(self, entry: Entry) -> Markup:
        """What a field says, marked where it only shows how it would look."""
        shown = self.show(entry.value)
        return shown + self.example() if entry.illustrative else shown

    def example(self) -> Markup:
        """The mark of a value that was invented for showing."""
        return Markup(' <span class="tag example">{}</span>').format(self.labels.text("example"))

    def lines(self, group: Group) -> Iterator[tuple[str, Entry]]:
        """The fields of a record, with “about” said in the line of its figure."""
        said = value_of(group, "accuracy")
        figure = next((name for name in _ROUGH if name in group.fields), "")
        for name, entry in group.fields.items():
            if isinstance(said, Word) and figure and name == "accuracy":
                continue
            if isinstance(said, Word) and name == figure:
                yield name, Entry(name, entry.title, self._rough(said, entry), entry.illustrative)
            else:
                yield name, entry

    def _rough(self, said: Word, entry: Entry) -> Shown:
        figure = self.plain(entry.value)
        return Line(figure if said.name == "exact" else f"{self.labels.word(said)} {figure}")

    def figure(self, group: Group, name: str) -> Markup:
        """A figure of a record with its “about”, as in “etwa 34.000 €”."""
        entry = dict(self.lines(group)).get(name)
        return self.entry(entry) if entry is not None else Markup()

    def period(self, group: Group) -> Markup:
        """From when to when."""
        start, end = text_in(group, "start"), text_in(group, "end")
        words = wording.span(start, end, self.language)
        if is_true(group, "continuous"):
            words = f"{words}, {self.labels.text('continuous')}" if words else ""
            return escape(words or self.labels.text("continuous"))
        return escape(words)

    def votes(self, group: Group) -> str:
        """Votes in one line."""
        return ", ".join(
            f"{self.plain(entry.value)} {entry.title.in_language(self.language)}"
            for entry in group.fields.values()
        )

    def source(self, group: Group) -> Markup:
        """Where something comes from, in one line."""
        title, url = text_in(group, "title"), value_of(group, "url")
        key, papers = text_in(group, "key"), references_in(group, "paper")
        if isinstance(url, Url):
            shown = self.outward(url.url, title)
        else:
            shown = self.link(papers[0], title) if papers else escape(title)
        notes = Markup(", ").join(self._source_notes(group, title))
        return (
            (escape(f"[{key}] ") if key else Markup())
            + shown
            + (Markup(" ({})").format(notes) if notes else Markup())
        )

    def _source_notes(self, group: Group, title: str) -> Iterator[Markup]:
        """Number, paper and dates of a source, as far as its title does not say them."""
        number, papers = text_in(group, "reference"), references_in(group, "paper")
        if papers and "url" in group.fields:
            yield self.link(papers[0], number if number not in title else "")
        elif number and number not in title:
            yield escape(number)
        for name in ("date", "published", "accessed"):
            if name in group.fields:
                day = wording.date(text_in(group, name), self.language)
                yield escape(self.labels.text(f"source_{name}", date=day))


def _is_source(group: Group) -> bool:
    return "title" in group.fields and frozenset(group.fields) <= _SOURCE


def _is_table(groups: Sequence[Group]) -> bool:
    names = {name for group in groups for name in group.fields}
    small = (
        not isinstance(entry.value, _WIDE) or _fits(entry.value)
        for group in groups
        for entry in group.fields.values()
    )
    return len(names) <= _MOST_COLUMNS and all(small)


def _fits(value: Shown) -> bool:
    """Whether a record fits into a cell."""
    match value:
        case Prose(blocks):
            return len(blocks) == 1
        case Group():
            return _is_source(value) or frozenset(value.fields) <= _PERIOD | _VOTES
        case _:
            return False


def _schema_order(groups: Sequence[Group]) -> list[str]:
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
