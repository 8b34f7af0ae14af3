"""An element as a section: heading, text, a table of facts, and what followed from it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from wirctl.press.parts import Bullets, Facts, Heading, Par, Run
from wirctl.press.tables import grid
from wirctl.render.model.text import Prose
from wirctl.render.model.values import Group, Many, Word, value_of
from wirctl.render.paper import accounts
from wirctl.render.paper.prose import blocks_of
from wirctl.render.phrases import is_records
from wirctl.render.typography import bound

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from wirctl.press.parts import Block, Blocks, Grid, Line
    from wirctl.render.labels import Labels
    from wirctl.render.model.derived import Progress, Verdict, Voice
    from wirctl.render.model.item import Item
    from wirctl.render.model.site import Site
    from wirctl.render.model.values import Entry
    from wirctl.render.paper.values import ValueParts

_LEADS = ("summary", "preamble", "description", "text", "definition", "objective")
# In the heading, on the cover, or nothing that people read.
_APART = frozenset({"title", "label", "subtitle", "disclaimer", "format"})
_LAST = ("sources", "note")
# Kinds whose ids people cite, so that they stand before the title.
_CITED = frozenset({"measure", "goal", "indicator"})
# Who refers to these is worth a line: what serves them.
_SERVED = frozenset({"guideline", "priority", "theme", "goal", "indicator", "term"})
_SERVANTS = frozenset({"goal", "measure", "indicator"})


@dataclass(frozen=True, slots=True)
class Sections:
    """Writes the elements of a view as sections."""

    site: Site
    labels: Labels
    values: ValueParts

    def of(self, item: Item, level: int) -> Iterator[Block]:
        """The element with all that it says."""
        label = item.id if item.kind in _CITED and item.title != item.id else ""
        values = self.values.spoken(item.language) if item.language else self.values
        yield Heading(level, bound(item.title), item.id, label, values.foreign)
        yield from self._label(item)
        yield from self._state(item)
        lead = next((name for name in _LEADS if name in item.fields), "")
        if lead:
            yield from self._lead(item.fields[lead], level)
        yield from self._body(item, lead)
        yield from self._followed(item)
        yield from self.last(item)

    def _label(self, item: Item) -> Iterator[Block]:
        """What kind of element this is; with its id where the heading does not have it."""
        word = value_of(Group(item.fields), "kind")
        title = self.labels.title(self.site.kinds[item.kind].title)
        kind = self.labels.word(word) if isinstance(word, Word) else title
        marked = item.kind in _CITED or item.kind == "plan"
        if item.kind != "plan":
            yield Par((Run(kind if marked else f"{kind} · {item.id}"),), "label")

    def _state(self, item: Item) -> Iterator[Block]:
        if item.withdrawn:
            yield Par((Run(self.labels.text("withdrawn"), strong=True),), "notice")
        if item.example is not None:
            name = "example_some" if item.example.fields else "example_whole"
            said = (Run(f"{self.labels.text(name)} "), self.values.said(item.example.reason))
            yield Par(said, "notice")
        marks = self._marks(item)
        if marks:
            words = self.labels.text("translated").rstrip(".")
            yield Par((Run(f"{words}: {', '.join(marks)}."),), "notice")

    def _marks(self, item: Item) -> list[str]:
        """What is to be known of the translation that stands in place of the element's texts."""
        language = self.labels.language
        found = self.site.translations.get(item.id, ())
        ours = (part for part in found if part.language == language and not part.is_easy)
        part = next(ours, None) if language != self.site.heading.language else None
        if part is None:
            return []
        marks = [] if part.is_official else [self.labels.text("unofficial")]
        return marks + ([self.labels.text("stale")] if part.is_current is False else [])

    def _lead(self, entry: Entry, level: int) -> Iterator[Block]:
        if isinstance(entry.value, Prose):
            foreign = self.values.of_entry(entry).foreign
            blocks = blocks_of(entry.value, self.values.known, foreign, "lead", level)
            yield from self.values.marked(blocks, entry)
        else:
            yield from self.values.entry(entry)

    def _body(self, item: Item, lead: str) -> Iterator[Block]:
        """The facts in one table, then what needs tables of its own."""
        rest = [
            (name, entry)
            for name, entry in self.values.phrases.lines(Group(item.fields))
            if name != lead and name not in _APART and name not in _LAST
            if not _is_in_label(name, entry)
        ]
        pairs = [*self._standing(item), *self._facts(rest), *self._served(item)]
        if pairs:
            head = (self.labels.text("paper_fact"), self.labels.text("paper_content"))
            yield Facts(head, tuple(pairs))
        for _, entry in rest:
            if is_records(entry.value):
                yield from self.records(entry)

    def _facts(self, entries: Sequence[tuple[str, Entry]]) -> Iterator[tuple[str, Blocks]]:
        for _, entry in entries:
            if not is_records(entry.value):
                yield self.values.phrases.title(entry), self.values.entry(entry)

    def records(self, entry: Entry) -> Blocks:
        """A list of records under the name of its field."""
        if not isinstance(entry.value, Many):
            return ()
        groups = [part for part in entry.value.values if isinstance(part, Group)]
        caption = self.values.phrases.title(entry)
        return self.values.marked(self.values.records(groups, caption), entry)

    def _standing(self, item: Item) -> Iterator[tuple[str, Blocks]]:
        standing = self.site.standings.get(item.id)
        if standing is None:
            return
        line: Line = (Run(self.labels.word(standing.state), strong=True),)
        if standing.round is not None:
            line = (*line, Run(" – "), self.values.reference(standing.round))
        yield self.labels.text("filter_state"), (Par(line),)

    def _served(self, item: Item) -> Iterator[tuple[str, Blocks]]:
        """The goals, measures and indicators that refer to what they serve."""
        if item.kind not in _SERVED:
            return
        found = dict.fromkeys(
            mention.source
            for mention in self.site.mentions.get(item.id, ())
            if mention.source.kind in _SERVANTS and mention.path != "sources.paper"
        )
        for kind in sorted(_SERVANTS):
            lines = [self.cited(source.id) for source in found if source.kind == kind]
            if lines:
                title = self.labels.title(self.site.kinds[kind].plural)
                yield title, tuple(Par(line) for line in lines)

    def cited(self, id: str) -> Line:
        """An element by id and title."""
        item = self.site.items[id]
        name = self.values.reference(item.reference)
        return (name,) if item.title == id else (Run(f"{id} ", target=name.target), name)

    def _followed(self, item: Item) -> Iterator[Block]:
        # What was decided on the plan as a whole stands with the plan and in the state.
        made = self.site.verdicts.get(item.id, ())
        verdicts = [verdict for verdict in made if not verdict.is_whole]
        if verdicts:
            yield self._verdicts(verdicts)
        voices = self.site.voices.get(item.id, ())
        if voices:
            yield self._voices(voices)
        reported = [step for step in self.site.progress.get(item.id, ()) if step.report]
        if reported:
            yield self._reported(reported)
        yield from accounts.of_fund(self.site.funds.get(item.id), self.values)
        yield from accounts.of_measures(self.site.spending.get(item.id), self.values)
        yield from accounts.of_body(self.site.compositions.get(item.id, ()), self.values)

    def _verdicts(self, verdicts: Sequence[Verdict]) -> Grid:
        names = ("date", "round", "result", "details")
        rows = tuple(
            (
                (Par((Run(self.values.phrases.date(verdict.date)),)),),
                (Par((self.values.reference(verdict.round),)),),
                (Par((Run(self._outcome(verdict), strong=True),)),),
                tuple(self.values.pairs(verdict.details)),
            )
            for verdict in verdicts
        )
        return self._grid(names, rows, "decisions")

    def _outcome(self, verdict: Verdict) -> str:
        return self.labels.word(verdict.outcome) if verdict.outcome is not None else ""

    def _voices(self, voices: Sequence[Voice]) -> Grid:
        rows = tuple(
            (
                (Par((Run(self.values.phrases.date(voice.date)),)),),
                (Par((self.values.reference(voice.body),)),),
                tuple(self.values.pairs(voice.point)),
                tuple(part for answer in voice.responses for part in self.values.pairs(answer)),
            )
            for voice in voices
        )
        return self._grid(("date", "body", "details", "answer"), rows, "statements")

    def _reported(self, steps: Sequence[Progress]) -> Grid:
        rows = tuple(
            (
                (Par((Run(self.values.phrases.date(step.date)),)),),
                (Par((self.values.reference(step.report),)),) if step.report else (),
                (Par((Run(self.labels.word(step.status)),)),) if step.status else (),
                tuple(self.values.pairs(step.details)),
            )
            for step in steps
        )
        caption = self.labels.title(self.site.kinds["report"].plural)
        return grid(self._head("date", "source", "as_of", "details"), rows, caption)

    def _grid(
        self,
        names: Sequence[str],
        rows: tuple[tuple[Blocks, ...], ...],
        caption: str,
    ) -> Grid:
        return grid(self._head(*names), rows, self.labels.text(caption))

    def _head(self, *names: str) -> list[Line]:
        return [(Run(self.labels.text(name)),) for name in names]

    def last(self, item: Item) -> Iterator[Block]:
        """Where it comes from, and what else is to be known, in small letters."""
        for name in _LAST:
            entry = item.fields.get(name)
            if entry is None:
                continue
            title = Run(f"{self.values.phrases.title(entry)}: ", strong=True)
            blocks = self.values.entry(entry)
            if len(blocks) == 1 and isinstance(blocks[0], Par):
                yield Par((title, *blocks[0].line), "quiet")
            else:
                yield Par((title,), "quiet")
                yield from (quiet(block) for block in blocks)


def _is_in_label(name: str, entry: Entry) -> bool:
    """Whether the line below the heading says it already, and all of it."""
    return name == "kind" and isinstance(entry.value, Word) and not entry.illustrative


def quiet(block: Block) -> Block:
    """The block in small letters, where it has a look."""
    return replace(block, look="quiet") if isinstance(block, Par | Bullets) else block
