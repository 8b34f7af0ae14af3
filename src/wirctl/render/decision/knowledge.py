"""What a plan knows of a paper that has it decided; what it does not know stays empty."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from wirctl import __version__
from wirctl.core.near import nearest
from wirctl.render import wording
from wirctl.render.decision.costs import costs_of
from wirctl.render.decision.tongues import foreign
from wirctl.render.localize import language_of_notice
from wirctl.render.model.text import Prose, plain_text
from wirctl.render.model.values import Group, Word, groups_in, is_true, references_in, text_in
from wirctl.render.model.values import value_of as value_in
from wirctl.render.paper.document import NoSuchElementError
from wirctl.render.paper.prose import blocks_of
from wirctl.render.typography import bound
from wirctl.render.versions import version_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from wirctl.press.parts import Blocks
    from wirctl.render.decision.costs import Costs
    from wirctl.render.labels import Labels
    from wirctl.render.model.item import Item
    from wirctl.render.model.site import Site

_KIND = Word("decision_paper", "paper.paper_type")
_DECIDED_ON = ("goal", "measure")
# States from which an element may go to the council, and those that came of it.
_READY = frozenset(
    {
        *("accepted", "accepted_with_conditions", "amended", "tabled"),
        *("decided", "decided_amended", "referred"),
    }
)
_REASONS = ("summary", "preamble", "initial_situation", "description", "objective", "text")


@dataclass(frozen=True, slots=True)
class Station:
    """A body in the order of consultation: what it is to do, when, and what came of it."""

    body: str
    task: str
    date: str
    result: str


@dataclass(frozen=True, slots=True)
class Annex:
    """An annex by its number."""

    number: str
    title: str


@dataclass(frozen=True, slots=True)
class Thing:
    """An element that is to be decided on, or not yet."""

    id: str
    kind: str
    title: str
    lead: str
    state: str


@dataclass(frozen=True, slots=True)
class Opinion:
    """A body that made a statement, and when."""

    body: str
    date: str


@dataclass(frozen=True, slots=True)
class Paper:
    """What a template may show. Every text that is not known is empty.

    `motion` and `reasons` are paragraphs: they stand for themselves in a template. What is in
    the `plan_language`, where that is not the paper's, stands between signs (see `tongues`).
    """

    municipality: str
    kind: str
    number: str
    title: str
    date: str
    unit: str
    version: str
    draft: str
    notice: str
    origin: str
    consultations: tuple[Station, ...]
    motion: Blocks
    is_whole: bool
    items: tuple[Thing, ...]
    waiting: tuple[Thing, ...]
    costs: Costs
    reasons: Blocks
    statements: tuple[Opinion, ...]
    annexes: tuple[Annex, ...]
    plan_language: str


def paper(site: Site, labels: Labels, only: str = "") -> Paper:
    """The paper of this id, or the draft of one on another element; of none, on the whole plan.

    Raises:
        NoSuchElementError: the plan has no element that `only` names.
    """
    if only and only not in site.items:
        raise NoSuchElementError(only, nearest(only, site.items))
    return _Clerk(site, labels).paper(_about(site, only))


def _about(site: Site, only: str) -> Item | None:
    """The element that the paper is, or is about; the plan where none is named."""
    return site.items[only] if only else next(iter(site.of_kind("plan")), None)


@dataclass(frozen=True, slots=True)
class _Clerk:
    site: Site
    labels: Labels

    def paper(self, about: Item | None) -> Paper:
        site, labels = self.site, self.labels
        known = Group(about.fields if about is not None and about.kind == "paper" else {})
        things = self._things(about)
        ready = [item for item in things if self._is_ready(item) or known.fields]
        whole = about is None or about.kind == "plan"
        title = about.title if about is not None else labels.text("untitled")
        notice = site.heading.disclaimer
        return Paper(
            municipality=self._own(site.heading.municipality),
            kind=self._word(known, "paper_type") or labels.word(_KIND),
            number=text_in(known, "reference"),
            title=self._own(bound(title), about.language if about is not None else labels.language),
            date=self._date(text_in(known, "date")),
            unit=self._own(text_in(known, "under_direction_of") or text_in(known, "originator")),
            version=version_line(site, labels),
            draft=labels.text("draft") if site.version.is_draft else "",
            notice=self._own(
                plain_text(Prose(notice.blocks[:1])) if notice is not None else "",
                language_of_notice(site),
            ),
            origin=self._origin(),
            consultations=tuple(self._stations(known)),
            motion=self._prose(known, ("summary",)),
            is_whole=whole,
            items=tuple(map(self._thing, ready)),
            waiting=tuple(self._thing(item) for item in things if item not in ready),
            costs=costs_of([item for item in ready if item.kind == "measure"], labels),
            reasons=self._reasons(about),
            statements=tuple(self._opinions(ready)),
            annexes=tuple(self._annexes(known, title if whole else "")),
            plan_language=site.heading.language,
        )

    @property
    def _foreign(self) -> str:
        """The language of the plan where it is not that of the paper."""
        own = self.site.heading.language
        return "" if own == self.labels.language else own

    def _own(self, words: str, language: str = "") -> str:
        """Words of the plan, marked where they are in another language than the paper."""
        return foreign(words) if self._foreign and language != self.labels.language else words

    def _things(self, about: Item | None) -> list[Item]:
        """The elements to be decided on, those of a field of action with their field."""
        items = self.site.items.values()
        if about is None or about.kind == "plan":
            return [item for item in items if item.kind in _DECIDED_ON and not item.withdrawn]
        if about.kind == "paper":
            named = references_in(Group(about.fields), "items")
            return [self.site.items[part.id] for part in named if part.id in self.site.items]
        parts = [item for item in items if item.field == about.id and not item.withdrawn]
        return [item for item in parts if item.kind in _DECIDED_ON] or [about]

    def _is_ready(self, item: Item) -> bool:
        standing = self.site.standings.get(item.id)
        return standing is not None and standing.state.name in _READY

    def _thing(self, item: Item) -> Thing:
        standing = self.site.standings.get(item.id)
        return Thing(
            id=item.id,
            kind=self.labels.title(self.site.kinds[item.kind].title),
            title=self._own(bound(item.title), item.language),
            lead=self._own(text_in(Group(item.fields), "lead_unit")),
            state=self.labels.word(standing.state) if standing is not None else "",
        )

    def _stations(self, known: Group) -> Iterator[Station]:
        """Who consults; of a paper as it says, of a draft as the process has it."""
        if known.fields:
            for group in groups_in(known, "consultations"):
                date = self._date(text_in(group, "date"))
                result = self._word(group, "result")
                yield Station(self._body(group), self._task(group), date, result)
            return
        steps = [
            group
            for item in self.site.of_kind("process")
            for group in groups_in(Group(item.fields), "steps")
            if text_in(group, "phase") == "council"
        ]
        for place, group in enumerate(steps, 1):
            task = "decision_decides" if place == len(steps) else "decision_advises"
            yield Station(self._body(group), self.labels.text(task), "", "")

    def _task(self, group: Group) -> str:
        if is_true(group, "authoritative"):
            return self.labels.text("decision_decides")
        is_told = text_in(group, "result") == "taken_note"
        return self.labels.text("decision_informed" if is_told else "decision_advises")

    def _body(self, group: Group) -> str:
        named = references_in(group, "body")
        return self._own(bound(named[0].title or named[0].id)) if named else ""

    def _reasons(self, about: Item | None) -> Blocks:
        if about is None or about.kind == "paper":
            return ()
        return self._prose(Group(about.fields), _REASONS)

    def _prose(self, holder: Group, names: Sequence[str]) -> Blocks:
        """The texts of these fields, one after the other."""
        found = [value_in(holder, name) for name in names]
        return tuple(
            block
            for value in found
            if isinstance(value, Prose)
            for block in blocks_of(value, (), self._foreign, level=1)
        )

    def _opinions(self, items: Sequence[Item]) -> Iterator[Opinion]:
        """Who spoke about what is to be decided, each once, by date."""
        voices = [voice for item in items for voice in self.site.voices.get(item.id, ())]
        said = {(voice.date, voice.body.title or voice.body.id) for voice in voices}
        for date, body in sorted(said):
            yield Opinion(self._own(bound(body)), self._date(date))

    def _annexes(self, known: Group, plan: str) -> Iterator[Annex]:
        """The annexes of a paper; of a draft on the plan, the plan itself."""
        for group in groups_in(known, "annexes"):
            yield Annex(text_in(group, "number"), self._own(bound(text_in(group, "title"))))
        if plan and not known.fields:
            yield Annex("1", f"{self._own(bound(plan))}, {version_line(self.site, self.labels)}")

    def _word(self, holder: Group, name: str) -> str:
        value = value_in(holder, name)
        return self.labels.word(value) if isinstance(value, Word) else ""

    def _date(self, iso: str) -> str:
        return wording.date(iso, self.labels.language) if iso else ""

    def _origin(self) -> str:
        commit = self.site.version.commit
        named = f" · {self.labels.text('commit')} {commit[:10]}" if commit else ""
        return f"wirctl {__version__}{named}"
