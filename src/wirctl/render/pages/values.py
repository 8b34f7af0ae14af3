"""What fields say, as HTML."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from markupsafe import Markup, escape

from wirctl.model.dates import first_day
from wirctl.render.labels import direction_of
from wirctl.render.model.text import Prose
from wirctl.render.model.values import (
    Date,
    Group,
    Line,
    Many,
    Reference,
    Told,
    Url,
    Word,
    references_in,
    text_in,
    value_of,
    values_of,
)
from wirctl.render.phrases import columns, is_alias, is_source, is_table
from wirctl.render.typography import bound

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from wirctl.render.labels import Labels
    from wirctl.render.model.item import Item
    from wirctl.render.model.values import Entry, Shown
    from wirctl.render.pages.keeping import Kept
    from wirctl.render.pages.paths import Paths
    from wirctl.render.pages.text import TextHtml
    from wirctl.render.phrases import Phrases


@dataclass(frozen=True, slots=True)
class ValueHtml:
    """Writes values for pages at one depth of the site; `top` leads to its top."""

    phrases: Phrases
    paths: Paths
    text: TextHtml
    top: str
    kept: Kept

    @property
    def language(self) -> str:
        """The language in which numbers and dates are written."""
        return self.phrases.language

    @property
    def labels(self) -> Labels:
        """The words of that language."""
        return self.phrases.labels

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
                return self.words(value)

    def words(self, value: Shown) -> Markup:
        """A value that fits into a line, as words; those of the plan marked."""
        if isinstance(value, Line):
            words = escape(bound(value.text))
            return words if isinstance(value, Told) else self.said(words)
        words = escape(self.phrases.plain(value))
        if not self.foreign:
            return words
        if isinstance(value, Reference) and value.title:
            return self._title(value, words)
        is_said = isinstance(value, Word) and self.labels.is_the_plans(value)
        return self.said(words) if is_said else words

    def _title(self, reference: Reference, words: Markup) -> Markup:
        """The title of an element, in the language of the page where there is one."""
        item = self.paths.site.items.get(reference.id)
        if item is None or not item.language:
            return self.said(words)
        return self.within(self.titled(item), escape(item.title))

    def text_of(self, prose: Prose, mark: Markup) -> Markup:
        """A text among values, with the mark of its language."""
        words = self.text.prose(prose)
        return _html(f"<div{mark}>{words}</div>") if mark else words

    def _block(self, value: Group | Many | Prose) -> Markup:
        if isinstance(value, Prose):
            return self.text.prose(value)
        return self.group(value) if isinstance(value, Group) else self.many(value)

    def date(self, iso: str) -> Markup:
        """A date for people and programs."""
        words = self.phrases.date(iso)
        if first_day(iso) is None:
            return escape(words)
        return _html(f'<time datetime="{escape(iso)}">{escape(words)}</time>')

    def link(self, reference: Reference, words: str = "") -> Markup:
        """The element by its name, as a link where the plan has it."""
        return self.kept.piece((reference, words), lambda: self._link(reference, words))

    def _link(self, reference: Reference, words: str) -> Markup:
        item = self.paths.site.items.get(reference.id)
        if item is None:
            return escape(words or reference.title or reference.id)
        mark = "" if words or not reference.title else self.titled(item)
        # What lies within an element is named after it, and not by a title of its own.
        title = item.title if item.language else reference.title
        text = escape(words or title or reference.id)
        return _html(f'<a href="{escape(self.href(reference.id))}"{mark}>{text}</a>')

    @property
    def foreign(self) -> Markup:
        """The mark of words that are the plan's own, where pages are in another language."""
        return self.marked(self.paths.site.heading.language)

    def marked(self, language: str) -> Markup:
        """The mark of words in a language; none where pages are in it."""
        if language == self.language:
            return Markup()
        mark = Markup(' lang="{}"').format(language)
        turned = direction_of(language)
        return mark if turned == self.labels.direction else mark + Markup(f' dir="{turned}"')  # noqa: S704 - one of two words

    @property
    def own(self) -> Markup:
        """The mark of words of the page that stand among others."""
        return Markup(' lang="{}" dir="{}"').format(self.language, self.labels.direction)

    def titled(self, item: Item) -> Markup:
        """The mark of an element's title."""
        return self.marked(item.language) if item.language else self.foreign

    def said(self, words: Markup) -> Markup:
        """Words of the plan, marked where pages are in another language."""
        return self.within(self.foreign, words)

    def within(self, mark: Markup, words: Markup) -> Markup:
        """Words with the mark of their language, if they need one."""
        return _html(f"<span{mark}>{words}</span>") if mark else words

    def outward(self, url: str, words: str) -> Markup:
        """A link to another place on the web."""
        return _html(f'<a href="{escape(url)}" rel="noopener">{escape(words)}</a>')

    def many(self, many: Many) -> Markup:
        """A list; records as a table where they are alike and small."""
        groups = [value for value in many.values if isinstance(value, Group)]
        if groups and len(groups) == len(many.values):
            return self.records(groups)
        parts = [self.show(value) for value in many.values]
        return parts[0] if len(parts) == 1 else _list(parts)

    def records(self, groups: Sequence[Group]) -> Markup:
        """Records below each other: sources as a list, small ones as a table, others singly."""
        if all(map(is_source, groups)):
            return _list(map(self.source, groups), "sources")
        if all(map(is_alias, groups)):
            return _list(map(self.alias, groups), "plain")
        if is_table(groups):
            return self.table(groups)
        return Markup().join(map(self.group, groups))

    def alias(self, group: Group) -> Markup:
        """Another name, with the time in which it held."""
        name = escape(text_in(group, "name"))
        return self.said(name) + escape(self.phrases.alias_time(group))

    def roomy(self, value: Shown) -> Markup:
        """A list of records where there is room: a table, else a list of facts for each."""
        groups = [part for part in values_of(value) if isinstance(part, Group)]
        if is_table(groups) or not all(group.fields for group in groups):
            return self.records(groups)
        cards = (self.pairs(self.phrases.lines(group)) for group in groups)
        return _html(
            "".join(f'<div class="voice"><dl class="facts">{card}</dl></div>' for card in cards)
        )

    def table(self, groups: Sequence[Group], caption: str = "") -> Markup:
        """Records as the rows of a table, their fields as columns."""
        lines = [dict(self.phrases.lines(group)) for group in groups]
        titles = {name: self.phrases.title(entry) for line in lines for name, entry in line.items()}
        names = [name for name in columns(groups) if name in titles]
        head = "".join(f'<th scope="col">{escape(titles[name])}</th>' for name in names)
        top = f"<caption>{escape(caption)}</caption>" if caption else ""
        rows = "".join(self._row(line, names) for line in lines)
        return _html(
            f'<div class="scroll" tabindex="0" role="group" '
            f'aria-label="{escape(caption or self.labels.text("table"))}"><table>{top}'
            f"<thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></div>"
        )

    def _row(self, entries: Mapping[str, Entry], names: Sequence[str]) -> str:
        cells = (self._cell(entries[name]) if name in entries else "<td></td>" for name in names)
        return f"<tr>{''.join(cells)}</tr>"

    def _cell(self, entry: Entry) -> str:
        mark = self.foreign if isinstance(entry.value, Prose) else ""
        return f"<td{mark}>{self.entry(entry)}</td>"

    def group(self, group: Group) -> Markup:
        """A record: in one line where it has a form of its own, else its fields by name."""
        if is_source(group):
            return self.source(group)
        words = self.phrases.one_line(group)
        if words:
            return self.alias(group) if is_alias(group) else escape(words)
        return _html(f'<dl class="inner">{self.pairs(self.phrases.lines(group))}</dl>')

    def pairs(self, entries: Iterable[tuple[str, Entry]]) -> Markup:
        """Fields by name and value, for the inside of a list of facts."""
        title, said, foreign = self.phrases.title, self.entry, self.foreign
        if not foreign:
            return _html(
                "".join(
                    f"<div><dt>{escape(title(entry))}</dt><dd>{said(entry)}</dd></div>"
                    for _, entry in entries
                )
            )
        return _html("".join(map(self._foreign_pair, (entry for _, entry in entries))))

    def _foreign_pair(self, entry: Entry) -> str:
        """A field on pages in another language than the plan's, whose texts are marked."""
        mark = self.foreign if isinstance(entry.value, Prose) else ""
        title = escape(self.phrases.title(entry))
        return f"<div><dt>{title}</dt><dd{mark}>{self.entry(entry)}</dd></div>"

    def entry(self, entry: Entry) -> Markup:
        """What a field says, marked where it only shows how it would look."""
        shown = self.translated(entry) if entry.language else self._shown(entry)
        return shown + self.example() if entry.illustrative else shown

    def _shown(self, entry: Entry) -> Markup:
        """A value as it is, and of a list also whether a translation in it is too old."""
        shown = self.show(entry.value)
        return shown + self.tag("stale", "warn") if entry.is_stale else shown

    def translated(self, entry: Entry) -> Markup:
        """A translated text, with a mark where it was made from an older one."""
        tag = "div" if isinstance(entry.value, Prose) else "span"
        words = self._block(entry.value) if isinstance(entry.value, Prose) else self._words(entry)
        turned = direction_of(entry.language)
        mark = f' lang="{escape(entry.language)}" dir="{turned}"'
        stale = self.tag("stale", "warn") if entry.is_stale else ""
        return _html(f"<{tag}{mark}>{words}{stale}</{tag}>")

    def _words(self, entry: Entry) -> Markup:
        return escape(self.phrases.plain(entry.value))

    def example(self) -> Markup:
        """The mark of a value that was invented for showing."""
        return self.tag("example", "example")

    def tag(self, name: str, tone: str) -> Markup:
        """A mark in the words of the page, wherever it stands."""
        words, mark = escape(self.labels.text(name)), self.own if self.foreign else ""
        return _html(f' <span class="tag {tone}"{mark}>{words}</span>')

    def figure(self, group: Group, name: str) -> Markup:
        """A figure of a record with its “about”, as in “etwa 34.000 €”."""
        entry = dict(self.phrases.lines(group)).get(name)
        return self.entry(entry) if entry is not None else Markup()

    def source(self, group: Group) -> Markup:
        """Where something comes from, in one line."""
        title, url = text_in(group, "title"), value_of(group, "url")
        key, papers = text_in(group, "key"), references_in(group, "paper")
        if isinstance(url, Url):
            shown = self.said(self.outward(url.url, title))
        else:
            shown = self.said(self.link(papers[0], title) if papers else escape(title))
        notes = Markup(", ").join(self._source_notes(group, title))
        return (
            (self.said(escape(f"[{key}]")) + " " if key else Markup())
            + shown
            + (Markup(" ({})").format(notes) if notes else Markup())
        )

    def _source_notes(self, group: Group, title: str) -> Iterator[Markup]:
        """Number, paper and dates of a source, as far as its title does not say them."""
        number, papers = text_in(group, "reference"), references_in(group, "paper")
        is_new = bool(number) and number not in title
        if papers and "url" in group.fields:
            words = number if is_new else self.labels.text("paper_page")
            yield self.said(self.link(papers[0], words)) if is_new else self.link(papers[0], words)
        elif is_new:
            yield self.said(escape(number))
        yield from map(escape, self.phrases.source_dates(group))


def _list(parts: Iterable[Markup], name: str = "") -> Markup:
    inner = "".join(f"<li>{part}</li>" for part in parts)
    return _html(f'<ul class="{name}">{inner}</ul>' if name else f"<ul>{inner}</ul>")


def _html(text: str) -> Markup:
    """Text that is HTML: its tags are ours, and whatever came from the plan is escaped."""
    return str.__new__(Markup, text)
