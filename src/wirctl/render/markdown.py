"""The plan as one Markdown document, for reading aloud, searching and pasting."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from wirctl.render import wording
from wirctl.render.model.values import Group, without
from wirctl.render.registry import writer
from wirctl.render.versions import version_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wirctl.render.model.derived import Spending
    from wirctl.render.model.item import Item
    from wirctl.render.model.site import Site
    from wirctl.render.plaintext.values import ValueMarkdown
    from wirctl.render.registry import Files, Options

_TEXTS = ("summary", "preamble", "description", "text", "definition", "objective")
# Stand in the heading or above the document, or say nothing to people.
_APART = frozenset({"title", "label", "subtitle", "disclaimer", "format", "sources", "note"})
_NESTED = ("goal", "measure")


@writer("markdown", de="Ein Dokument in Markdown", en="one document in Markdown")
def markdown(site: Site, options: Options) -> Files:
    """The whole plan in one file: kinds as chapters, elements as sections."""
    from wirctl.render.phrases import Phrases
    from wirctl.render.plaintext.text import TextMarkdown
    from wirctl.render.plaintext.values import ValueMarkdown

    anchors = {item.id: f"#{_slug(_heading(item))}" for item in site.items.values()}

    def href(id: str) -> str:
        return anchors.get(id, "")

    values = ValueMarkdown(Phrases(options.labels), href, TextMarkdown(href))
    blocks = [*_Document(site, options, values).blocks(), values.text.definitions()]
    text = "\n\n".join(block.strip("\n") for block in blocks if block.strip())
    return {"plan.md": f"{text}\n".encode()}


def _heading(item: Item) -> str:
    is_named = item.kind == "plan" or item.title == item.id
    return item.title if is_named else f"{item.title} ({item.id})"


def _slug(heading: str) -> str:
    """The anchor that forges make of a heading."""
    return re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")


@dataclass(frozen=True, slots=True)
class _Document:
    site: Site
    options: Options
    values: ValueMarkdown

    def blocks(self) -> Iterator[str]:
        yield from self._head()
        for kind in self.site.kinds.values():
            items = [item for item in self.site.items.values() if item.kind == kind.name]
            if kind.name == "field_of_action":
                yield f"## {_escaped(self.options.labels.title(kind.plural))}"
                for item in items:
                    yield from self._field(item)
            elif kind.name == "plan":
                for item in items:
                    yield from self._body(item, 1)
            elif items:
                yield from self._chapter(kind.name, items)

    def _head(self) -> Iterator[str]:
        heading, labels = self.site.heading, self.options.labels
        yield f"# {_escaped(heading.title or labels.text('untitled'))}"
        if heading.subtitle:
            yield f"**{_escaped(heading.subtitle)}**"
        if heading.disclaimer is not None:
            said = self.values.text.prose(heading.disclaimer)
            yield "\n".join(f"> {line}".rstrip() for line in said.split("\n"))
        draft = f"**{labels.text('draft')}** · " if self.site.version.is_draft else ""
        commit = self.site.version.commit
        named = f" · {labels.text('commit')} `{commit}`" if commit else ""
        yield f"{draft}{_escaped(version_line(self.site, labels))}{named}"

    def _chapter(self, kind: str, items: list[Item]) -> Iterator[str]:
        """The elements of a kind that do not stand with their field of action."""
        items = [item for item in items if kind not in _NESTED or not self._is_placed(item)]
        if items:
            title = self.options.labels.title(self.site.kinds[kind].plural)
            yield f"## {_escaped(title)}"
        for item in items:
            yield from self._section(item, 3)

    def _is_placed(self, item: Item) -> bool:
        field = self.site.items.get(item.field)
        return field is not None and field.kind == "field_of_action"

    def _field(self, field: Item) -> Iterator[str]:
        yield from self._section(field, 3)
        for kind in _NESTED:
            items = [
                item
                for item in self.site.items.values()
                if item.kind == kind and item.field == field.id
            ]
            for item in items:
                yield from self._section(item, 4)

    def _section(self, item: Item, level: int) -> Iterator[str]:
        yield f"{'#' * level} {_escaped(_heading(item))}"
        yield from self._body(item, level)

    def _body(self, item: Item, level: int) -> Iterator[str]:
        labels = self.options.labels
        if item.withdrawn:
            yield f"**{labels.text('withdrawn')}**"
        if item.example is not None:
            name = "example_some" if item.example.fields else "example_whole"
            yield f"*{labels.text(name)}* {_escaped(item.example.reason)}"
        holder = Group(item.fields)
        lead = next((name for name in _TEXTS if name in item.fields), "")
        if lead:
            yield from self._text(item, lead, level)
        rest = without(holder, lead, *_APART)
        last = [(name, item.fields[name]) for name in ("note", "sources") if name in item.fields]
        lines = [
            *self._state(item),
            *self.values.facts(self.values.phrases.lines(rest)),
            *self._derived(item),
            *self.values.facts(last),
        ]
        yield "\n".join(lines)

    def _text(self, item: Item, name: str, level: int) -> Iterator[str]:
        from wirctl.render.model.text import Prose

        entry = item.fields[name]
        if isinstance(entry.value, Prose):
            yield self.values.text.prose(entry.value, level)
        else:
            yield self.values.short(entry.value)
        if entry.illustrative:
            yield f"*({self.options.labels.text('example')})*"

    def _state(self, item: Item) -> Iterator[str]:
        labels = self.options.labels
        standing = self.site.standings.get(item.id)
        if standing is not None:
            title = labels.text("filter_state")
            yield f"- **{_escaped(title)}:** {_escaped(labels.word(standing.state))}"

    def _derived(self, item: Item) -> Iterator[str]:
        """What was decided on the element, and the account of a fund."""
        labels, phrases = self.options.labels, self.values.phrases
        verdicts = self.site.verdicts.get(item.id, ())
        if verdicts:
            yield f"- **{labels.text('decisions')}:**"
        for verdict in verdicts:
            day, name = phrases.date(verdict.date), self.values.link(verdict.round)
            outcome = _escaped(labels.word(verdict.outcome)) if verdict.outcome else ""
            yield f"  - {day}{', ' if day else ''}{name}{': ' if outcome else ''}{outcome}"
        account = self.site.funds.get(item.id)
        for year in account.years if account is not None else ():
            yield f"- **{labels.text('fund_in', year=year.year)}:** {self._money(year.total)}"
        spending = self.site.spending.get(item.id)
        if spending is not None:
            yield from self._spending(spending)

    def _spending(self, spending: Spending) -> Iterator[str]:
        """What measures are planned to cost, by years, and of how many that is known."""
        labels = self.options.labels
        mark = f" *({labels.text('example')})*" if spending.is_invented else ""
        yield f"- **{labels.text('spending')}:**{mark}"
        for year in spending.years:
            sums = (
                (year.once, "spending_once", year.is_once_about),
                (year.yearly, "spending_yearly", year.is_yearly_about),
            )
            told = [
                f"{self.values.phrases.total(amount, is_about=is_about)} {labels.text(name)}"
                for amount, name, is_about in sums
                if amount
            ]
            yield f"  - {year.year}: {', '.join(told)}"
        known = {name: getattr(spending, name) for name in ("known", "free", "unknown")}
        yield f"  - {labels.text('spending_known', **known)}"

    def _money(self, line: object) -> str:
        labels = self.options.labels
        parts = [
            f"{labels.text(name)} {wording.money(amount, labels.language)}"
            for name in ("allocated", "awarded", "left")
            if (amount := getattr(line, name))
        ]
        return ", ".join(parts)


def _escaped(text: str) -> str:
    from wirctl.render.plaintext.text import escaped

    return escaped(text)
