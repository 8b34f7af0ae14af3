"""What changed, in words: the news, the history of an element, the comparison of two rounds."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import unescape
from typing import TYPE_CHECKING, TypeAlias

from markupsafe import Markup, escape

from wirctl.diff.prose import NEW_SIDE, OLD_SIDE, Act, compare
from wirctl.load.translated import EASY
from wirctl.render.model.text import Prose, plain_text
from wirctl.render.model.values import Group, Many, text_in
from wirctl.render.pages.watching import also

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence

    from wirctl.diff.prose import Run
    from wirctl.render.model.derived import Changed, News, Verdict
    from wirctl.render.model.site import Site
    from wirctl.render.model.values import Reference, Shown
    from wirctl.render.pages.values import ValueHtml

_MARK = re.compile("</?(?:span|a)(?: [^>]*)?>")
_LINE = 90
"""What is longer does not stand in a line of news."""
_PARTS = 3
_TAGS = {Act.DELETED: "del", Act.MOVED_AWAY: "del", Act.INSERTED: "ins", Act.MOVED_HERE: "ins"}

_Event: TypeAlias = "tuple[Reference, str, Changed]"
"""The round, its day, and what changed in it."""


@dataclass(frozen=True, slots=True)
class NewsLine:
    """The changes of one element, in words."""

    item: Reference
    texts: tuple[Markup, ...]


@dataclass(frozen=True, slots=True)
class NewsGroup:
    """The changes in one field of action, or in the rest of the plan."""

    title: str
    field: Reference | None
    changes: tuple[NewsLine, ...]


@dataclass(frozen=True, slots=True)
class Past:
    """What changed of an element in a round."""

    round: Reference
    date: str
    texts: tuple[Markup, ...]


@dataclass(frozen=True, slots=True)
class Compared:
    """One difference beside each other: what it is called, and both sides as HTML."""

    title: Markup
    old: Markup
    new: Markup


@dataclass(frozen=True, slots=True)
class ComparedItem:
    """All differences of one element: what happened to it as a whole, and its fields."""

    item: Reference
    told: tuple[Markup, ...]
    rows: tuple[Compared, ...]


@dataclass(frozen=True, slots=True)
class Changes:
    """Puts changes into words, for pages at one depth of the site."""

    site: Site
    values: ValueHtml
    tally: Callable[[Sequence[Verdict]], Markup]
    decided_in: Callable[[str], tuple[Verdict, ...]]
    _past: Mapping[str, tuple[_Event, ...]]

    @classmethod
    def of(
        cls,
        site: Site,
        values: ValueHtml,
        tally: Callable[[Sequence[Verdict]], Markup],
        decided_in: Callable[[str], tuple[Verdict, ...]],
    ) -> Changes:
        """The words for the changes of this view."""
        past: dict[str, list[_Event]] = {}
        for edition in site.editions:
            for change in edition.news.changes if edition.news is not None else ():
                event = (edition.round, edition.date, change)
                past.setdefault(change.item.id, []).append(event)
        known = {id: tuple(events) for id, events in past.items()}
        return cls(site, values, tally, decided_in, also(site, "past", known))

    def functions(self) -> Mapping[str, Callable[..., object]]:
        """Every function by the name that templates use."""
        return {
            "news_groups": self.news_groups,
            "history_of": self.history_of,
            "compared_in": self.compared_in,
        }

    def news_groups(self) -> tuple[NewsGroup, ...]:
        """What changed since the version before, by field of action."""
        return tuple(self._groups(self.site.news)) if self.site.news is not None else ()

    def _groups(self, news: News) -> Iterator[NewsGroup]:
        groups: dict[tuple[str, str], dict[Reference, dict[Markup, None]]] = {}
        for change in news.changes:
            is_placed = change.field in self.site.items
            key = (change.field, "") if is_placed else ("", change.item.kind)
            items = groups.setdefault(key, {})
            items.setdefault(change.item, {})[self.sentence(change)] = None
        for (field, kind), items in groups.items():
            lines = (NewsLine(item, tuple(texts)) for item, texts in items.items())
            above = self.site.items[field].reference if field else None
            yield NewsGroup(self._plural(kind), above, tuple(lines))

    def history_of(self, id: str) -> tuple[Past, ...]:
        """What changed of an element in each round, the latest round first."""
        rounds: dict[str, tuple[Reference, str, dict[Markup, None]]] = {}
        for round, date, change in self._past.get(id, ()):
            texts = rounds.setdefault(round.id, (round, date, {}))[2]
            texts[self.sentence(change)] = None
        return tuple(
            Past(round, date, tuple(texts)) for round, date, texts in reversed(rounds.values())
        )

    def compared_in(self, id: str) -> tuple[ComparedItem, ...]:
        """What changed in a round, both sides beside each other; of the round itself nothing."""
        edition = next((item for item in self.site.editions if item.round.id == id), None)
        if edition is None or edition.news is None:
            return ()
        items: dict[Reference, list[Changed]] = {}
        for change in edition.news.changes:
            if change.item.id != id:
                items.setdefault(change.item, []).append(change)
        return tuple(self._item(item, changes) for item, changes in items.items())

    def _item(self, item: Reference, changes: Sequence[Changed]) -> ComparedItem:
        told = (self.sentence(change) for change in changes if not change.path)
        rows = (self._compared(change) for change in changes if change.path)
        return ComparedItem(item, tuple(dict.fromkeys(told)), tuple(rows))

    def _compared(self, change: Changed) -> Compared:
        path = self._path(change)
        old, new = _text(change.old), _text(change.new)
        if old and new:
            runs = compare(old, new)
            mark, within = self._mark(change), self.values.within
            sides = (_side(runs, acts) for acts in (OLD_SIDE, NEW_SIDE))
            return Compared(path, *(within(mark, side) for side in sides))
        return Compared(path, self._beside(change.old, change), self._beside(change.new, change))

    def _beside(self, value: Shown | None, change: Changed) -> Markup:
        if isinstance(value, Prose):
            return self.values.text_of(value, self._mark(change))
        return self.values.show(value)

    def _mark(self, change: Changed) -> Markup:
        """The mark of the words that changed: of a translation that of its language."""
        item = self.site.items.get(change.item.id)
        if item is None or item.kind != "translation":
            return self.values.foreign
        code = text_in(Group(item.fields), "language")
        return self.values.marked(code.removesuffix(EASY))

    def _plural(self, name: str) -> str:
        kind = self.site.kinds.get(name)
        return self.values.labels.title(kind.plural) if kind is not None else name

    def _path(self, change: Changed) -> Markup:
        """The fields on the way, of a list also which item: `Kosten › 2023, einmalig › Betrag`."""
        parts: list[Markup] = []
        for place, title in enumerate(change.path):
            parts.append(escape(self.values.labels.title(title)))
            for named in change.named[place : place + 1]:
                parts += [Markup(", ").join(map(self.values.words, named))] if named else []
        return Markup(" › ").join(parts)

    def sentence(self, change: Changed) -> Markup:
        """What happened in words: of a small value both sides, of a text only that it changed."""
        labels = self.values.labels
        path, old, new = self._path(change), self._short(change.old), self._short(change.new)
        if path and old and new:
            return Markup("{}: {} → {}").format(path, old, new)
        is_field = change.kind.startswith(("field-", "item-", "value-", "text-"))
        if is_field and path and (old or new) and (change.old is None or change.new is None):
            name = "field_added" if new else "field_removed"
            return escape(labels.text(name)).format(field=path, value=new or old)
        words = {name: self._name(word) for name, word in change.words.items()}
        if words.get("to"):
            words["to"] = escape(labels.text("goes_on")).format(to=words["to"])
        if "outcomes" in words:
            tally = self.tally(self.decided_in(change.item.id))
            words["outcomes"] = Markup(": {}").format(tally) if tally else Markup()
        said = escape(labels.title(change.sentence))
        return said.format_map(_Blank({"field": escape(path), **words}))

    def _short(self, value: Shown | None) -> Markup:
        """The value in a few words; empty where it takes more."""
        parts = self._parts(value) if value is not None else ()
        return Markup(", ").join(map(self._words, parts)) if self._fits(parts) else Markup()

    def _parts(self, value: Shown) -> tuple[Shown, ...]:
        """What of a value is said in a line: of a record its first small fields."""
        phrases = self.values.phrases
        match value:
            case Prose():
                return ()
            case Group() if phrases.one_line(value):
                return (value,)
            case Group():
                lines = (self._parts(entry.value) for _, entry in phrases.lines(value))
                few = [line for line in lines if line and self._fits(line)][:_PARTS]
                return tuple(part for line in few for part in line)
            case Many(values):
                found = [self._parts(part) for part in values]
                is_small = all(found) and len(found) <= _PARTS
                return tuple(part for parts in found for part in parts) if is_small else ()
            case _:
                return (value,) if phrases.plain(value) else ()

    def _fits(self, parts: Sequence[Shown]) -> bool:
        return len(", ".join(map(self._plain, parts))) <= _LINE

    def _plain(self, part: Shown) -> str:
        phrases = self.values.phrases
        return phrases.one_line(part) if isinstance(part, Group) else phrases.plain(part)

    def _words(self, part: Shown) -> Markup:
        return self.values.group(part) if isinstance(part, Group) else self.values.words(part)

    def _name(self, word: str) -> Markup:
        """An argument of a sentence: elements by their titles, the rest in the plan's words."""
        parts = word.split(", ")
        known = [self.site.items.get(id) for id in parts]
        if not any(known):
            return self.values.said(escape(word))
        titles = (
            self.values.words(item.reference) if item is not None else self.values.said(escape(id))
            for id, item in zip(parts, known, strict=True)
        )
        return Markup(", ").join(titles)


class _Blank(dict[str, Markup]):
    """Words for placeholders; one that is missing is left out."""

    def __missing__(self, key: str) -> Markup:
        return Markup()


def plainly(said: Markup) -> str:
    """A sentence without the marks of languages, as plain text."""
    return unescape(_MARK.sub("", said))


def _text(value: Shown | None) -> str:
    """A text that words can be compared in; of other values none."""
    if isinstance(value, Prose):
        return plain_text(value)
    return getattr(value, "text", "") if getattr(value, "type", "") == "line" else ""


def _side(runs: Iterable[Run], acts: Collection[Act]) -> Markup:
    """One side of two texts, with what only this side has marked."""
    return Markup().join(
        Markup("<{0}>{1}</{0}>").format(_TAGS[run.act], run.text)
        if run.act in _TAGS
        else escape(run.text)
        for run in runs
        if run.act in acts
    )
