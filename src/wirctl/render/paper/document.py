"""From the view of a plan to a printed document: cover, chapters, registers."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from wirctl import __version__
from wirctl.core.near import nearest
from wirctl.core.problem import Problem
from wirctl.press.parts import Cover, Document, Footing, Heading, Par, Run
from wirctl.render.localize import language_of_notice
from wirctl.render.model.text import Prose, plain_text
from wirctl.render.model.values import Group, group_in, text_in
from wirctl.render.pages.paths import file_name
from wirctl.render.paper.drawings import bars, timeline
from wirctl.render.paper.indexes import indexes
from wirctl.render.paper.matrix import matrix
from wirctl.render.paper.news import news
from wirctl.render.paper.prose import blocks_of
from wirctl.render.paper.sections import Sections
from wirctl.render.paper.translations import translations
from wirctl.render.paper.values import ValueParts
from wirctl.render.phrases import Phrases
from wirctl.render.versions import version_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wirctl.press.parts import Block
    from wirctl.render.labels import Labels
    from wirctl.render.model.item import Item
    from wirctl.render.model.site import Site

_NESTED = ("goal", "measure")
# In this order people read a plan; kinds that nobody knows come after these.
_ORDER = (
    *("guideline", "priority", "theme", "field_of_action", "goal", "measure", "indicator"),
    *("fund", "call", "award", "report", "milestone", "term", "process", "body", "round"),
    *("statement", "paper", "participation"),
)
# Chapters that begin on the page on which the one before ends.
_FOLLOWS = frozenset({"priority", "theme", "call", "award", "statement"})
# Their elements stand in the contents one by one.
_MAJOR = frozenset({"guideline", "priority", "theme", "goal", "measure", "indicator"})
_WORDS = {
    "contents": "paper_contents",
    "page_of": "paper_page_of",
    "attached": "paper_attached",
    "attachment": "paper_attachment",
}


class NoSuchElementError(Problem):
    """The plan has no element of this id to write alone; `near` is what was probably meant."""

    def __init__(self, id: str, near: str) -> None:
        super().__init__(id)
        self.id = id
        self.near = near


def document(site: Site, labels: Labels, only: str = "") -> Document:
    """The whole plan, or one element alone; of a field of action with its goals and measures.

    Raises:
        NoSuchElementError: the plan has no element that `only` names.
    """
    if only and only not in site.items:
        raise NoSuchElementError(only, nearest(only, site.items))
    writer = _Writer.of(site, labels, only)
    title = site.items[only].title if only else site.heading.title or labels.text("untitled")
    return Document(
        name=file_name(only) if only else "plan",
        title=title,
        author=site.heading.municipality,
        language=labels.language,
        direction=labels.direction,
        moment=site.version.time,
        cover=None if only else writer.cover(title),
        footing=writer.footing(only),
        words={name: labels.text(text) for name, text in _WORDS.items()},
        blocks=tuple(writer.alone(site.items[only]) if only else writer.chapters()),
        attached="plan.json",
    )


@dataclass(frozen=True, slots=True)
class _Writer:
    site: Site
    labels: Labels
    values: ValueParts
    sections: Sections

    @classmethod
    def of(cls, site: Site, labels: Labels, only: str) -> _Writer:
        language = site.heading.language
        foreign = "" if language == labels.language else language
        known = frozenset(_part(site, only) if only else site.items)
        values = ValueParts(Phrases(labels), known, foreign)
        return cls(site, labels, values, Sections(site, labels, values))

    def cover(self, title: str) -> Cover:
        heading, labels = self.site.heading, self.labels
        notice = heading.disclaimer
        return Cover(
            over=heading.municipality,
            title=title,
            subtitle=heading.subtitle,
            version=version_line(self.site, labels),
            draft=labels.text("draft") if self.site.version.is_draft else "",
            notice=blocks_of(notice, (), self._notice_foreign) if notice is not None else (),
            provenance=tuple(self._provenance()),
        )

    @property
    def _notice_foreign(self) -> str:
        language = language_of_notice(self.site)
        return self.values.spoken(language).foreign if language else self.values.foreign

    def _provenance(self) -> Iterator[tuple[str, str]]:
        version, labels = self.site.version, self.labels
        plan = next(iter(self.site.of_kind("plan")), None)
        holder = Group(plan.fields if plan is not None else {})
        period = self.values.phrases.period(group_in(holder, "period"))
        if period:
            yield labels.text("period"), period
        if version.round:
            yield labels.text("round"), version.round
        if version.commit:
            yield labels.text("commit"), version.commit
        yield labels.text("paper_made_with"), f"wirctl {__version__}"
        licence = text_in(holder, "licence")
        if licence:
            yield labels.text("paper_licence"), licence

    def footing(self, only: str) -> Footing:
        """The foot of each page; of an element alone in a few words, the rest stands in the text.

        What stands at the foot is skipped when a document is read aloud.
        """
        version, labels = self.site.version, self.labels
        draft = f"{labels.text('draft')} · " if version.is_draft else ""
        notice = self.site.heading.disclaimer
        if only:
            return Footing(f"{draft}{version.label}", f"wirctl {__version__}", "")
        return Footing(
            version=f"{draft}{version_line(self.site, labels)}",
            origin=self._origin(),
            warning=_first_sentence(notice) if notice is not None else "",
        )

    def _origin(self) -> str:
        commit = self.site.version.commit[:10]
        is_new = commit and commit != self.site.version.label
        named = f" · {self.labels.text('commit')} {commit}" if is_new else ""
        return f"wirctl {__version__}{named}"

    def alone(self, item: Item) -> Iterator[Block]:
        """An element without a cover, with its origin; a field with what belongs to it.

        Of what the plan says of itself it has the first paragraph, so that a sheet is one page.
        """
        if item.kind == "field_of_action":
            yield from self._field(item)
        else:
            yield from self._section(item, 1)
        notice = self.site.heading.disclaimer
        if notice is not None:
            first = Prose(notice.blocks[:1])
            yield from blocks_of(first, (), self._notice_foreign, "notice")
        title = self.values.said(self.site.heading.title)
        version = version_line(self.site, self.labels)
        yield Par((title, Run(f" · {version} · {self._origin()}")), "quiet")

    def chapters(self) -> Iterator[Block]:
        """Everything, in the order in which people read a plan."""
        site = self.site
        for item in site.of_kind("plan"):
            yield Heading(1, self.labels.text("paper_plan"), item.id, own_page=True)
            yield from tuple(self._section(item, 1))[1:]
        yield from news(site, self.labels)
        for kind in sorted(site.kinds, key=_place):
            items = self._standing_alone(kind)
            if kind == "field_of_action":
                yield from matrix(site, self.values)
                for item in items:
                    yield from self._field(item)
            elif kind == "translation":
                yield from translations(items, self.sections)
            elif items and kind != "plan":
                yield from self._chapter(kind, items)
        yield from indexes(site, self.values)

    def _standing_alone(self, kind: str) -> list[Item]:
        """The elements of a kind that do not stand with their field of action."""
        return [
            item
            for item in self.site.items.values()
            if item.kind == kind and (kind not in _NESTED or not self._is_placed(item))
        ]

    def _is_placed(self, item: Item) -> bool:
        field = self.site.items.get(item.field)
        return field is not None and field.kind == "field_of_action"

    def _chapter(self, kind: str, items: list[Item]) -> Iterator[Block]:
        title = self.labels.title(self.site.kinds[kind].plural)
        yield Heading(1, title, own_page=kind not in _FOLLOWS)
        if kind == "milestone":
            yield from timeline(self.site, self.values)
        for item in items:
            first, *rest = self._section(item, 2)
            yield self._placed(first, minor=kind not in _MAJOR)
            yield from rest

    def _field(self, field: Item) -> Iterator[Block]:
        """A field of action with its goals, and a page for each of its measures."""
        first, *rest = self.sections.of(field, 1)
        yield self._placed(first, own_page=True)
        yield from rest
        for kind in _NESTED:
            items = [
                item
                for item in self.site.items.values()
                if item.kind == kind and item.field == field.id
            ]
            own_page = kind == "measure"
            if items:
                title = self.labels.title(self.site.kinds[kind].plural)
                yield Heading(2, title, own_page=own_page)
            for place, item in enumerate(items):
                first, *rest = self._section(item, 3)
                yield self._placed(first, own_page=own_page and place > 0)
                yield from rest

    def _placed(self, block: Block, *, own_page: bool = False, minor: bool = False) -> Block:
        """The heading of a section, on a page of its own or out of the contents."""
        if not isinstance(block, Heading):
            return block
        return replace(block, own_page=own_page, minor=minor)

    def _section(self, item: Item, level: int) -> Iterator[Block]:
        yield from self.sections.of(item, level)
        if item.kind == "indicator":
            yield from bars(item, self.values)


def _part(site: Site, only: str) -> Iterator[str]:
    """The elements that stand in a document of one element."""
    yield only
    yield from (item.id for item in site.items.values() if item.field == only)


def _first_sentence(notice: Prose) -> str:
    """The first sentence of what the plan says of itself."""
    words = plain_text(Prose(notice.blocks[:1]))
    first, mark, _ = words.partition(". ")
    return f"{first}{mark.strip()}"


def _place(kind: str) -> tuple[int, str]:
    """Where the chapter of a kind stands; translations come last."""
    if kind == "translation":
        return len(_ORDER) + 1, ""
    return (_ORDER.index(kind), "") if kind in _ORDER else (len(_ORDER), kind)
