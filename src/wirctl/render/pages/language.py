"""What templates may call: values as HTML, words of the language, and small look-ups."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from markupsafe import Markup, escape

from wirctl.render import wording
from wirctl.render.model.text import Prose
from wirctl.render.model.values import Group
from wirctl.render.pages.easy import EasyText
from wirctl.render.pages.keeping import Kept
from wirctl.render.pages.lookups import Lookups
from wirctl.render.pages.paths import file_name
from wirctl.render.pages.text import TextHtml
from wirctl.render.pages.values import ValueHtml
from wirctl.render.phrases import Phrases, is_records

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from wirctl.render.labels import Labels
    from wirctl.render.model.item import Item, Translated
    from wirctl.render.model.site import Site
    from wirctl.render.model.values import Entry, Reference, Word
    from wirctl.render.pages.paths import Paths
    from wirctl.schema.field import Words

_GOOD = (
    frozenset({"accepted", "accepted_with_conditions", "adopted", "adopted_amended", "amended"})
    | {"awarded", "commissioned", "decided", "decided_amended", "fulfilled", "preferred", "running"}
    | {"regular_business"}
)
_CARE = frozenset({"deferred", "delayed", "due", "no_award", "partly_adopted", "referred"}) | {
    "referred_to_party_groups",
    "returned",
}
_BAD = frozenset({"avoided", "cancelled", "not_adopted", "rejected", "rejected_by_council"}) | {
    "stopped",
    "withdrawn",
}
_TONES: Mapping[str, frozenset[str]] = {"good": _GOOD, "warn": _CARE, "bad": _BAD}
# Shown elsewhere on every page of an element.
_APART = frozenset({"sources", "note", "withdrawn"})


@dataclass(frozen=True, slots=True)
class MentionGroup:
    """The elements of one kind that refer to an element in one field."""

    title: str
    references: tuple[Reference, ...]


@dataclass(frozen=True, slots=True)
class Speech:
    """The functions that templates may call, for pages at one depth of the site."""

    site: Site
    labels: Labels
    values: ValueHtml

    @classmethod
    def at(cls, top: str, site: Site, labels: Labels, paths: Paths) -> Speech:
        """The functions for pages from which `top` leads to the top of the site."""
        table, note, back = (labels.text(name) for name in ("table", "note", "note_back"))
        is_foreign = labels.language != site.heading.language
        own = f' lang="{labels.language}" dir="{labels.direction}"' if is_foreign else ""
        text = TextHtml(lambda id: f"{top}{paths.of(id)}", table, note, back, own)
        return cls(site, labels, ValueHtml(Phrases(labels), paths, text, top, Kept(site)))

    def functions(self) -> dict[str, object]:
        """Every function by the name that templates use."""
        values = self.values
        is_foreign = bool(values.foreign)
        return {
            "t": self.text,
            "count": self.labels.count,
            "label": self.label,
            "show": values.show,
            "plain": values.phrases.plain,
            "words": values.words,
            "quoted": lambda text: values.said(escape(text)),
            "entry": values.entry,
            "pairs": values.pairs,
            "facts_of": self.facts_of,
            "figure": values.figure,
            "link": values.link,
            "once": values.kept.once,
            "date": values.date,
            "plain_date": values.phrases.date,
            "total": values.phrases.total,
            "money": lambda text: wording.money(text, self.labels.language),
            "number": lambda text: wording.number(str(text), self.labels.language),
            "inline": values.text.inline,
            "table": values.table,
            "easy": EasyText(values.text).lines,
            "size": self.size,
            "chosen": chosen,
            "remaining": remaining,
            "short_ones": short_ones,
            "long_ones": long_ones,
            "roomy": values.roomy,
            "first_of": first_of,
            "mark": file_name,
            "mentioned": self.mentioned,
            "tone": tone,
            "translation_name": self.translation_name,
            "example_mark": values.example,
            "said": values.foreign,
            "marked": values.marked,
            "titled": values.titled,
            "translation_of": self.translation_of,
            "partly": is_partly_translated,
            **Lookups.of(self.site, values).functions(),
            "plan_mark": self.plan_mark("title"),
            "plan_language": self.labels.language_name(self.site.heading.language),
            "subtitle_mark": self.plan_mark("subtitle"),
            "disclaimer_mark": self.plan_mark("disclaimer"),
            "labelled": values.own if is_foreign else "",
        }

    def text(self, name: str, **arguments: object) -> str:
        """A text of the pages; the marks of words that are put into it stay."""
        if any(isinstance(word, Markup) for word in arguments.values()):
            return escape(self.labels.text(name)).format_map(arguments)
        return self.labels.text(name, **arguments)

    def disclaimer(self) -> Markup:
        """What the plan says of itself: the first paragraph, for every page."""
        said = self.site.heading.disclaimer
        return self.values.text.inline(Prose(said.blocks[:1])) if said is not None else Markup()

    def size(self, count: int) -> str:
        """How big a file is, in the unit that suits it."""
        thousand = 1000
        if count < thousand:
            return f"{count}{wording.NO_BREAK}B"
        small = count < thousand * thousand
        whole = count / (thousand if small else thousand * thousand)
        figure = wording.number(f"{whole:.1f}", self.labels.language)
        return f"{figure}{wording.NO_BREAK}{'kB' if small else 'MB'}"

    def plan_mark(self, name: str) -> Markup:
        """The mark of a text of the plan as a whole, on pages in another language."""
        plan = next(iter(self.site.of_kind("plan")), None)
        entry = plan.fields.get(name) if plan is not None else None
        language = entry.language if entry is not None else ""
        return self.values.marked(language or self.site.heading.language)

    def label(self, words: Words) -> str:
        """A title in the language of the pages."""
        return self.labels.title(words)

    def facts_of(self, group: Group) -> Markup:
        """The fields of a record as a list of facts."""
        pairs = self.values.pairs(self.values.phrases.lines(group))
        return Markup('<dl class="facts">') + pairs + Markup("</dl>") if pairs else Markup()

    def mentioned(self, id: str, skip: Collection[str] = ()) -> tuple[MentionGroup, ...]:
        """Who refers to an element, by kind and field; without the kinds in `skip`."""
        groups: dict[tuple[str, str], list[Reference]] = {}
        for mention in self.site.mentions.get(id, ()):
            if mention.source.kind not in skip and mention.path != "sources.paper":
                key = (mention.source.kind, self.label(mention.field))
                groups.setdefault(key, []).append(mention.source)
        return tuple(
            MentionGroup(self._mention_title(*key), tuple(dict.fromkeys(references)))
            for key, references in groups.items()
        )

    def _mention_title(self, kind: str, field: str) -> str:
        return f"{self.label(self.site.kinds[kind].plural)} ({field})"

    def translation_of(self, id: str) -> Translated | None:
        """The translation of an element that pages in this language show in its place."""
        if self.labels.language == self.site.heading.language:
            return None
        found = self.site.translations.get(id, ())
        ours = (part for part in found if part.language == self.labels.language)
        return next((part for part in ours if not part.is_easy), None)

    def translation_name(self, part: Translated) -> str:
        """What a translation is called: its language, or easy language."""
        return self.labels.language_name("de-simple" if part.is_easy else part.language)


def is_partly_translated(item: Item) -> bool:
    """Whether a text of a translated element still stands there in the plan's language."""
    texts = (
        entry
        for name, entry in item.fields.items()
        if name != "note" and isinstance(entry.value, Prose)
    )
    return not item.language or any(not entry.language for entry in texts)


def tone(word: Word) -> str:
    """Whether a word is good news, calls for care, or is bad; by class, besides the word."""
    return next((name for name, words in _TONES.items() if word.name in words), "")


def chosen(item: Item, names: Sequence[str]) -> tuple[tuple[str, Entry], ...]:
    """Some fields of an element, in the order given, as far as they say something."""
    return tuple((name, item.fields[name]) for name in names if name in item.fields)


def remaining(item: Item, skip: Collection[str]) -> tuple[tuple[str, Entry], ...]:
    """The fields of an element that are not shown elsewhere, in the order of the schema."""
    values = Group(item.fields)
    return tuple(
        (name, entry)
        for name, entry in values.fields.items()
        if name not in skip and name not in _APART
    )


def short_ones(entries: Sequence[tuple[str, Entry]]) -> tuple[tuple[str, Entry], ...]:
    """The fields that fit into a list of facts."""
    return tuple(pair for pair in entries if not is_records(pair[1].value))


def long_ones(entries: Sequence[tuple[str, Entry]]) -> tuple[tuple[str, Entry], ...]:
    """The fields that are lists of records, which need a section each."""
    return tuple(pair for pair in entries if is_records(pair[1].value))


def first_of(item: Item, names: Sequence[str]) -> str:
    """The first of these fields that says anything, or the empty text."""
    return next((name for name in names if name in item.fields), "")
