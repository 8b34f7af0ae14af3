"""A Synopse as the parts of a printed document: a table for each element, old beside new."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from wirctl.diff.run import Act
from wirctl.press.parts import Bullets, Grid, Heading, Par, Run
from wirctl.report.asking import asked, heading, hint
from wirctl.report.headline import besides, disclaimer, plan_language
from wirctl.report.synopse import groups, legend, version_name
from wirctl.report.visible import one_line, visible

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from wirctl.diff.compare import Comparison
    from wirctl.diff.run import Run as Piece
    from wirctl.press.parts import Block, Blocks
    from wirctl.press.parts import Line as PaperLine
    from wirctl.report.decision import Decision
    from wirctl.report.paragraphs import Paragraph
    from wirctl.report.synopse import Entry, Group, Line

_SIDES = (24, 38, 38)
_MOST_KEPT = 16
"""Lines; half a page. A row of more goes on on the next page, below the same headings."""
_CHARACTERS = 1.5
"""How many go on a line for each share of the width, at least."""
_TOTALS = (52, 16, 16, 16)
_ACTS = {
    Act.DELETED: "gone",
    Act.MOVED_AWAY: "moved_away",
    Act.INSERTED: "came",
    Act.MOVED_HERE: "moved_here",
}


class SynopseParts:
    """Writes a comparison as parts of a document."""

    def __init__(self, comparison: Comparison, language: str, words: Mapping[str, str]) -> None:
        self._comparison = comparison
        self._language = language
        self._words = words
        said = plan_language(comparison)
        self._foreign = "" if said in {"", language} else said

    def blocks(self) -> Iterator[Block]:
        """All of it, from the heading on."""
        comparison, words = self._comparison, self._words
        yield Heading(1, words["title"])
        for name, side in (("from", comparison.old), ("to", comparison.new)):
            yield Par((self._run(f"{words[name]}: ", strong=True), self._plan(version_name(side))))
        found = tuple(groups(comparison, self._language))
        yield Par(tuple(self._legend(legend(found))))
        said = disclaimer(comparison)
        if said:
            yield Par((self._plan(said),), "quiet")
        yield from self._totals(found) if found else (Par((self._run(words["none"]),)),)
        rest = besides(comparison, self._language)
        if rest:
            yield Par((self._run(f"{rest}."),))
        for group in found:
            yield from self._group(group)
        yield from self._questions()
        if comparison.unplaced:
            yield Par((self._run(f"{words['unplaced']}: {', '.join(comparison.unplaced)}"),))

    def _run(self, text: str, *, strong: bool = False) -> Run:
        return Run(one_line(text) if text.strip() == text else visible(text), strong=strong)

    def _aside(self, text: str) -> Run:
        return Run(visible(text), is_aside=True)

    def _plan(self, text: str, act: str = "") -> Run:
        """Words of the plan."""
        return Run(visible(text), language=self._foreign, act=act)

    def _legend(self, marks: Sequence[tuple[str, str]]) -> Iterator[Run]:
        words = self._words
        yield self._run(f"{words['legend']}: ")
        for name, means in marks:
            yield Run(words[name], act=name)
            yield self._run(f" {words[means]}{'.' if name == marks[-1][0] else ', '}")

    def _totals(self, groups: Sequence[Group]) -> Iterator[Block]:
        names = ("substantive", "editorial", "decisions")
        head = tuple((self._run(self._words[name]),) for name in ("group", *names))
        rows = tuple(
            (
                (Par((self._plan(group.title),)),),
                *((Par((self._run(str(getattr(group, name) or "–")),)),) for name in names),
            )
            for group in groups
        )
        yield Grid(head, rows, _TOTALS, self._words["contents"])

    def _group(self, group: Group) -> Iterator[Block]:
        yield Heading(2, one_line(group.title), language=self._foreign)
        for entry in group.entries:
            yield from self._entry(entry)
        if group.unchanged:
            yield Heading(3, self._words["only_decided"], minor=True)
            lines = (tuple(self._decided_shortly(entry)) for entry in group.unchanged)
            yield Bullets(tuple((Par(line),) for line in lines))

    def _decided_shortly(self, entry: Entry) -> Iterator[Run]:
        yield self._plan(f"{entry.title} ({entry.id}): ")
        if entry.decision is not None:
            yield self._run(entry.decision.outcome, strong=True)
            yield self._aside(f" {entry.decision.source}")

    def _entry(self, entry: Entry) -> Iterator[Block]:
        """An element: its heading, what was decided, what happened, and old beside new."""
        if entry.id:
            words = one_line(f"{entry.kind} {entry.id}: {entry.title}")
            yield Heading(3, words, language=self._foreign)
        rows = tuple(
            ((Par(tuple(self._what(line))),), self._side(line.old), self._side(line.new))
            for line in entry.lines
            if not line.is_told
        )
        for line in self._told(entry):
            yield Par(line, "ahead" if rows else "")
        head = tuple((self._run(self._words[name]),) for name in ("what", "old", "new"))
        if rows:
            yield Grid(head, rows, _SIDES, kept=tuple(_lines(row) <= _MOST_KEPT for row in rows))
        elif not entry.lines:
            yield Par((self._run(self._words["unchanged"]),))

    def _told(self, entry: Entry) -> Iterator[PaperLine]:
        """What was decided, and what happened without an old and a new."""
        if entry.decision is not None:
            yield from self._decision(entry.decision)
        yield from (tuple(self._what(line)) for line in entry.lines if line.is_told)

    def _decision(self, decision: Decision) -> Iterator[PaperLine]:
        outcome = self._run(decision.outcome, strong=True)
        said = self._run(f"{self._words['decided']}: ")
        yield (said, outcome, self._aside(f" {decision.source}"))
        for label, point in decision.points:
            yield (self._run(f"{label}: ", strong=True), self._plan(point))

    def _what(self, line: Line) -> Iterator[Run]:
        editorial = self._words["editorial"] if line.is_editorial else ""
        asides = [text for text in (line.remark, *line.notes, editorial) if text]
        yield self._run(line.what)
        if asides:
            yield self._aside(f" ({'; '.join(asides)})")

    def _side(self, side: Sequence[Paragraph]) -> Blocks:
        return tuple(map(Par, self._marked(side))) or (Par((self._aside("–"),)),)

    def _marked(self, side: Sequence[Paragraph]) -> Iterator[PaperLine]:
        """The runs of each paragraph; what came or went whole has the word for it once."""
        acts = {piece.act for part in side for piece in part.runs if piece.text.strip()}
        whole = _ACTS.get(min(acts), "") if len(acts) == 1 else ""
        for place, part in enumerate(side):
            line = [self._run(f"{part.label}: ", strong=True)] if part.label else []
            for piece in part.runs:
                line += self._piece(piece, is_bare=bool(whole))
            if whole and not place:
                line.insert(0, self._aside(f"[{self._words[whole]}: "))
            if whole and place == len(side) - 1:
                line.append(self._aside("]"))
            yield tuple(line)

    def _piece(self, piece: Piece, *, is_bare: bool) -> list[Run]:
        act = _ACTS.get(piece.act, "")
        if not act or not piece.text.strip():
            return [self._plan(piece.text)]
        bare = self._plan(piece.text, act)
        if is_bare:
            return [bare]
        return [self._aside(f"[{self._words[act]}: "), bare, self._aside("]")]

    def _questions(self) -> Iterator[Block]:
        """What probably goes on under another id, though nobody said so."""
        questions = self._comparison.questions
        if questions:
            yield Heading(2, heading(self._language))
            lines = (asked(self._comparison, one, self._language) for one in questions)
            yield Bullets(tuple((Par((self._run(line),)),) for line in lines))
            yield Par((self._aside(hint(self._language)),))


def _lines(row: Sequence[Blocks]) -> int:
    """How many lines a row takes up, at most: those of its longest cell."""
    return max(
        sum(_lines_of(part.line, share) for part in cell if isinstance(part, Par))
        for cell, share in zip(row, _SIDES, strict=True)
    )


def _lines_of(line: PaperLine, share: int) -> int:
    length = sum(len(part.text) for part in line if isinstance(part, Run))
    return ceil(max(length, 1) / (share * _CHARACTERS))
