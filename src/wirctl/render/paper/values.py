"""What fields say, as lines and blocks of a printed document."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from wirctl.press.parts import Bullets, Note, Par, Run
from wirctl.press.tables import grid
from wirctl.render.model.text import Prose
from wirctl.render.model.values import (
    Group,
    Line,
    Many,
    Reference,
    Told,
    Url,
    references_in,
    text_in,
    value_of,
)
from wirctl.render.paper.prose import blocks_of, line_of
from wirctl.render.phrases import columns, is_alias, is_source, is_table
from wirctl.render.typography import bound

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from wirctl.press.parts import Block, Blocks, Grid, Span
    from wirctl.press.parts import Line as PaperLine
    from wirctl.render.model.values import Entry, Shown
    from wirctl.render.phrases import Phrases

# What a reader wants to look up but not to read through: footnotes of the record.
_NOTED = ("source", "sources", "note")


@dataclass(frozen=True, slots=True)
class ValueParts:
    """Writes values; `known` are the elements that stand in the document.

    `foreign` is the language of the plan's own words where it is not that of the document.
    """

    phrases: Phrases
    known: Collection[str]
    foreign: str = ""

    def said(self, text: str) -> Run:
        """Words of the plan."""
        return Run(bound(text), language=self.foreign)

    def line(self, value: Shown) -> PaperLine | None:
        """A value in one line; `None` where it needs more."""
        match value:
            case Prose(blocks):
                return line_of(value, self.known, self.foreign) if len(blocks) == 1 else None
            case Reference():
                return (self.reference(value),)
            case Url(url):
                return (Run(_shortened(url), url=url),)
            case Group():
                return self._line_of_group(value)
            case Many(values):
                return self._line_of_many(values)
            case _:
                words = self.phrases.plain(value)
                return (self.said(words) if is_the_plans(value) else Run(words),)

    def _line_of_group(self, group: Group) -> PaperLine | None:
        if is_source(group):
            return tuple(self.source(group))
        words = self.phrases.one_line(group)
        return (Run(words),) if words else None

    def _line_of_many(self, values: Sequence[Shown]) -> PaperLine | None:
        """Short values in one line; anything longer is a list."""
        if len(values) == 1:
            return self.line(values[0])
        if any(isinstance(value, Prose | Group | Many) for value in values):
            return None
        found: list[Span] = []
        for value in values:
            found += [Run(", ")] if found else []
            found += self.line(value) or ()
        return tuple(found)

    def blocks(self, value: Shown) -> Blocks:
        """A value, whatever it is."""
        line = self.line(value)
        if line is not None:
            return (Par(line),)
        match value:
            case Prose():
                return blocks_of(value, self.known, self.foreign)
            case Group():
                return tuple(self.pairs(value))
            case Many(values):
                return (Bullets(tuple(self.blocks(part) for part in values)),)
            case _:
                return ()

    def entry(self, entry: Entry) -> Blocks:
        """What a field says, marked where it only shows how it would look, or is outdated."""
        return self.marked(self.of_entry(entry).blocks(entry.value), entry)

    def of_entry(self, entry: Entry) -> ValueParts:
        """The same for the values of this field, which may be in another language."""
        return self.spoken(entry.language) if entry.language else self

    def spoken(self, language: str) -> ValueParts:
        """The same for words in this language."""
        foreign = "" if language == self.phrases.language else language
        return replace(self, foreign=foreign)

    def marked(self, blocks: Blocks, entry: Entry) -> Blocks:
        """The blocks, with the marks of a value that is invented, or made from an older text."""
        said = [name for name in ("example",) if entry.illustrative]
        said += [name for name in ("stale",) if entry.is_stale]
        if not said or not blocks:
            return blocks
        mark = tuple(span for name in said for span in (Run(" "), self.mark(name)))
        if isinstance(blocks[-1], Par):
            last = blocks[-1]
            return (*blocks[:-1], replace(last, line=(*last.line, *mark)))
        return (*blocks, Par(mark[1:]))

    def mark(self, name: str) -> Run:
        """A word about a value."""
        return Run(self.phrases.labels.text(name), is_mark=True)

    def pairs(self, group: Group) -> Iterator[Block]:
        """The fields of a record, each with its name; its sources as footnotes of the first."""
        notes = self.notes(group)
        for name, entry in self.phrases.lines(group):
            if name in _NOTED:
                continue
            yield from self._pair(entry, notes)
            notes = ()
        if notes:
            yield Par(tuple(span for note in notes for span in note.line), "quiet")

    def _pair(self, entry: Entry, notes: Sequence[Note]) -> Iterator[Block]:
        blocks = self.entry(entry)
        title = self.phrases.title(entry)
        if len(blocks) == 1 and isinstance(blocks[0], Par):
            yield Par((Run(f"{title}: ", strong=True), *blocks[0].line, *notes))
        else:
            yield Par((Run(f"{title}:", strong=True), *notes))
            yield from blocks

    def notes(self, group: Group) -> tuple[Note, ...]:
        """What the record says of where it comes from, as footnotes."""
        return tuple(
            Note(unnoted(self._flat(self.entry(group.fields[name]))))
            for name in _NOTED
            if name in group.fields
        )

    def _flat(self, blocks: Iterable[Block]) -> PaperLine:
        """The words of blocks in one line, for a footnote."""
        found: list[Span] = []
        for block in blocks:
            found += [Run(" ")] if found else []
            found += flat(block)
        return tuple(found)

    def records(self, groups: Sequence[Group], caption: str = "") -> Blocks:
        """Records below each other: as a table where they are alike, else as a list."""
        rest = [Group({n: e for n, e in g.fields.items() if n not in _NOTED}) for g in groups]
        if all(map(is_source, groups)) or all(map(is_alias, groups)):
            head: Blocks = (Par((Run(caption),), "caption"),) if caption else ()
            return (*head, Bullets(tuple((Par(self.line(g) or ()),) for g in groups)))
        if is_table(rest) and all(group.fields for group in rest):
            return (self.table(groups, rest, caption),)
        head = (Par((Run(caption),), "caption"),) if caption else ()
        return (*head, Bullets(tuple(tuple(self.pairs(group)) for group in groups)))

    def table(self, groups: Sequence[Group], rest: Sequence[Group], caption: str) -> Grid:
        """Records as rows; `rest` are the same without what becomes footnotes of the first cell."""
        lines = [dict(self.phrases.lines(group)) for group in rest]
        titles = {name: self.phrases.title(entry) for line in lines for name, entry in line.items()}
        names = [name for name in columns(rest) if name in titles]
        rows = tuple(
            self._row(line, names, self.notes(group))
            for line, group in zip(lines, groups, strict=True)
        )
        return grid([(Run(titles[name]),) for name in names], rows, caption)

    def _row(
        self, entries: dict[str, Entry], names: Sequence[str], notes: Sequence[Note]
    ) -> tuple[Blocks, ...]:
        cells = [self.entry(entries[name]) if name in entries else () for name in names]
        place = next((place for place, cell in enumerate(cells) if cell), 0)
        cells[place] = noted(cells[place], notes)
        return tuple(cells)

    def reference(self, reference: Reference) -> Run:
        """The element by its name, as a link where the document has it."""
        words = bound(reference.title) or reference.id
        target = reference.id if reference.id in self.known else ""
        return Run(words, target=target, language=self.foreign if reference.title else "")

    def source(self, group: Group) -> Iterator[Run]:
        """Where something comes from, in one line."""
        title, url = text_in(group, "title"), value_of(group, "url")
        key, papers = text_in(group, "key"), references_in(group, "paper")
        number = text_in(group, "reference")
        if key:
            yield Run(f"[{key}] ")
        link = url.url if isinstance(url, Url) else ""
        target = papers[0].id if papers and not link and papers[0].id in self.known else ""
        yield Run(title, url=link, target=target, language=self.foreign)
        notes = [number] if number and number not in title else []
        notes += [paper.id for paper in papers]
        notes += self.phrases.source_dates(group)
        host = urlsplit(link).hostname or "" if link else ""
        if notes or host:
            yield Run(f" ({', '.join(notes)}{', ' if notes and host else '' if host else ')'}")
        if host:
            yield Run(host, url=link)
            yield Run(")")


def is_the_plans(value: Shown) -> bool:
    """Whether it is a line in the plan's own words, and not in those of the document."""
    return isinstance(value, Line) and not isinstance(value, Told)


def unnoted(line: PaperLine) -> PaperLine:
    """The line with its notes in brackets: a note has none of its own."""
    return tuple(
        part
        for span in line
        for part in ((Run(" ("), *span.line, Run(")")) if isinstance(span, Note) else (span,))
    )


def noted(blocks: Blocks, notes: Sequence[Note]) -> Blocks:
    """The blocks with footnotes at the end of the first paragraph."""
    if not notes:
        return blocks
    if blocks and isinstance(blocks[0], Par):
        return (replace(blocks[0], line=(*blocks[0].line, *notes)), *blocks[1:])
    return (Par(tuple(notes)), *blocks)


def flat(block: Block) -> PaperLine:
    """The words of a block in one line."""
    if isinstance(block, Par):
        return block.line
    if isinstance(block, Bullets):
        return tuple(
            span for item in block.items for part in item for span in (*flat(part), Run("; "))
        )[:-1]
    inner = getattr(block, "blocks", ())
    return tuple(span for part in inner for span in flat(part))


def _shortened(url: str) -> str:
    """An address for reading: its host, and its path where that is short."""
    parts = urlsplit(url)
    bare = f"{parts.hostname or ''}{parts.path.rstrip('/')}"
    return (
        bare
        if len(bare) <= len("www.stadt-hannover.de/wir-2-0/strategiepapier.pdf")
        else (parts.hostname or url)
    )
