"""A review as one comment on a pull request: plain enough for every forge, never too long."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from hashlib import sha256
from itertools import groupby
from typing import TYPE_CHECKING

from wirctl.core.change import Weight
from wirctl.core.severity import Severity
from wirctl.flow.statements import Hold
from wirctl.flow.voices import Party, PartyKind
from wirctl.report.changes_markdown import changed_inside, table
from wirctl.report.findings_text import total as findings_total
from wirctl.report.headline import total
from wirctl.report.id_runs import id_runs
from wirctl.report.markdown_text import escaped
from wirctl.report.review_words import WORDS, note_text, rule_title, sentence, state
from wirctl.report.reviews import review_format
from wirctl.report.rows import rows
from wirctl.report.sections import sections
from wirctl.report.stages import fullest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from wirctl.flow.consent import Demand
    from wirctl.report.finding import Finding
    from wirctl.report.proposal import Proposal
    from wirctl.report.registry import Look
    from wirctl.report.rows import Row
    from wirctl.report.sections import Section
    from wirctl.trail.review import Stale

MARKER = "<!-- wirctl:review "
"""How the first line of each comment begins; behind it stands the digest of the rest."""

WHOLE_COMMAND = "wirctl review --base …"
_VERSION = "w1"
_MOST_ALIKE = 2
"""Findings of one rule that are no errors, and still stand each for itself."""
_SHORT = 120
"""Characters that old and new may have together where texts are left out."""


@review_format("markdown", is_for_people=True)
def markdown(proposal: Proposal, look: Look, limit: int = 0) -> Iterator[str]:
    """The comment: verdict and totals, changes, findings, statements, what the gate wants.

    With a limit in bytes, first the wording of texts is left out, then one line an element
    takes the place of its changes, then there are only the totals and what the gate wants.

    Raises:
        TooSmallError: not even the totals go into the limit.
    """
    comment = _Comment(proposal, look.language, limit)
    stages = (
        *(comment.whole, comment.without_texts, comment.table),
        *(comment.without_changes, comment.totals),
    )
    yield from fullest([_marked(stage) for stage in stages], limit)


def _marked(stage: Callable[[], Iterable[str]]) -> Callable[[], Iterator[str]]:
    """The lines under their digest, by which a comment that says nothing new is known."""

    def lines() -> Iterator[str]:
        found = tuple(stage())
        digest = sha256("\n".join(found).encode("utf-8", "backslashreplace")).hexdigest()
        yield f"{MARKER}{_VERSION}:{digest[:32]} -->"
        yield from found

    return lines


@dataclass(frozen=True, slots=True)
class _Comment:
    """One comment in its five lengths."""

    proposal: Proposal
    language: str
    limit: int

    @property
    def words(self) -> Mapping[str, str]:
        return WORDS[self.language]

    def whole(self) -> Iterator[str]:
        """Everything."""
        yield from self._head()
        yield from self._changes(shows_texts=True)
        yield from self._rest(shows_texts=True)

    def without_texts(self) -> Iterator[str]:
        """Everything but the wording of texts."""
        yield from self._head("texts-left-out")
        yield from self._changes(shows_texts=False)
        yield from self._rest(shows_texts=False)

    def table(self) -> Iterator[str]:
        """One line an element in the place of its changes."""
        yield from self._head("changes-left-out")
        yield from self._elements()
        yield from self._rest(shows_texts=False)

    def without_changes(self) -> Iterator[str]:
        """The verdict, the totals, and what the gate wants."""
        yield from self._head("changes-left-out")
        yield from self._gate()

    def totals(self) -> Iterator[str]:
        """The verdict and the totals."""
        yield from self._head("changes-left-out")

    def _head(self, left_out: str = "") -> Iterator[str]:
        yield f"## {self.words['title']}"
        yield ""
        yield f"**{escaped(sentence(self.proposal, self.language))}**"
        yield ""
        yield f"{self._sums()}."
        if left_out:
            yield ""
            yield self.words[left_out].format(limit=self.limit, command=WHOLE_COMMAND)

    def _sums(self) -> str:
        comparison = self.proposal.comparison
        parts = [self.words["unreadable"].rstrip(".")]
        if comparison is not None:
            parts = [escaped(total(comparison, self.language))]
        counted = (
            ("downgraded", self.proposal.downgraded),
            ("new-findings", len(self.proposal.new)),
            ("mended", self.proposal.mended),
            ("stale", len(self.proposal.stale)),
        )
        parts += [f"{self.words[name]}: {count}" for name, count in counted if count]
        return " · ".join(parts)

    def _changes(self, *, shows_texts: bool) -> Iterator[str]:
        """What changed in substance, by field of action; then how much is editorial."""
        comparison = self.proposal.comparison
        if comparison is None:
            return
        found = sections(comparison, self.language)
        heavy = [section for section in found if _told(section)]
        if heavy:
            yield from ("", f"### {self.words['changes']}")
            if shows_texts and any(
                row.is_text or row.texts for section in heavy for row in _told(section)
            ):
                yield from ("", self.words["legend"])
        for group, members in groupby(heavy, lambda section: section.group):
            yield from ("", f"#### {escaped(group)}")
            for is_brief, alike in groupby(members, _is_brief):
                if is_brief:
                    yield from ("", *map(self._brief, alike))
                else:
                    for section in alike:
                        yield from self._section(section, shows_texts=shows_texts)
        yield from self._editorial(found)
        if comparison.unplaced:
            paths = escaped(", ".join(comparison.unplaced))
            yield from ("", f"{self.words['unplaced']}: {paths}")

    def _brief(self, section: Section) -> str:
        """An element of which one sentence tells all, as a point."""
        row = _told(section)[0]
        return f"- {self._name(section)}: {escaped(row.sentence + _remark(row))}"

    def _section(self, section: Section, *, shows_texts: bool) -> Iterator[str]:
        told = _told(section)
        yield from ("", self._name(section))
        if section.outcome:
            yield from ("", f"{self.words['decided']}: **{escaped(section.outcome)}**")
        beside = [row for row in told if _has_values(row, shows_texts=shows_texts)]
        points = [f"- {escaped(text)}" for text in section.demands]
        for row in told:
            if row not in beside:
                points.append(f"- {escaped(row.sentence + _remark(row))}")
                inner = changed_inside(row) if shows_texts else ()
                points += [f"  - {text}" for text in (*map(escaped, row.notes), *inner)]
        if points:
            yield from ("", *points)
        if beside:
            yield from table(beside, self.words)

    def _name(self, section: Section) -> str:
        """The element by title and id, with the way to its page."""
        if not section.element:
            return f"**{escaped(section.title)}**"
        title = section.title if section.title != section.element else section.kind
        kind = f"{section.kind} " if section.kind != title else ""
        link = self.proposal.links.get(section.element, "")
        name = f"[{escaped(title)}](<{link}>)" if link else escaped(title)
        return f"**{name}** ({escaped(kind + section.element)})"

    def _editorial(self, found: Iterable[Section]) -> Iterator[str]:
        """How many editorial changes there are, and where."""
        count = Counter[str]()
        for section in found:
            count[section.element] += sum(map(_is_light, section.rows))
        places = [item for item in count if item and count[item]]
        if places:
            yield from ("", f"### {self.words['editorials']}", "")
            yield f"{sum(count.values())}: {escaped(id_runs(places))}"

    def _elements(self) -> Iterator[str]:
        """One line an element: how much of each weight."""
        comparison = self.proposal.comparison
        if comparison is None:
            return
        words = self.words
        yield from ("", f"### {words['changes']}", "")
        yield f"| {words['element']} | {words['substantive']} | {words['editorial']} |"
        yield "| --- | ---: | ---: |"
        for section in sections(comparison, self.language):
            heavy = len(_told(section))
            light = sum(map(_is_light, section.rows))
            yield f"| {escaped(section.name)} | {heavy or ''} | {light or ''} |"

    def _rest(self, *, shows_texts: bool) -> Iterator[str]:
        yield from self._findings()
        yield from self._statements(shows_texts=shows_texts)
        yield from self._gate()

    def _findings(self) -> Iterator[str]:
        found = self.proposal.new
        if found:
            yield from ("", f"### {self.words['findings']}", "")
            yield escaped(findings_total(found, self.language))
            yield ""
        ordered = sorted(found, key=lambda item: (_rank(item), item.rule))
        for (rank, _), group in groupby(ordered, lambda item: (_rank(item), item.rule)):
            members = tuple(group)
            if rank == 0 or len(members) <= _MOST_ALIKE:
                yield from map(self._finding, members)
            else:
                yield self._alike(members)

    def _alike(self, members: Sequence[Finding]) -> str:
        """Many findings of one rule in one point, the first in its own words."""
        name = findings_total(members, self.language).rstrip(".")
        ids = id_runs(dict.fromkeys(item.element or item.path for item in members))
        first = f"{self.words['such-as']} {members[0].text}"
        return f"- **{name}** ({members[0].rule}): {escaped(ids)}. {escaped(first)}"

    def _finding(self, item: Finding) -> str:
        place = f"{item.path}:{item.span.line}:{item.span.column}"
        name = findings_total((item,), self.language).partition(" ")[2].rstrip(".")
        advice = f" {self.words['help']}: {item.help}" if item.help else ""
        return f"- **{name}** {escaped(place)} – {escaped(item.text + advice)} ({item.rule})"

    def _statements(self, *, shows_texts: bool) -> Iterator[str]:
        if self.proposal.stale:
            yield from ("", f"### {self.words['statements']}")
        for stale in self.proposal.stale:
            yield from ("", self._stale(stale))
            comparison = self.proposal.comparison
            changed = (
                [] if comparison is None else list(rows(comparison, stale.changes, self.language))
            )
            yield from (
                f"- {escaped(row.sentence + _remark(row))}"
                for row in changed
                if not _has_values(row, shows_texts=shows_texts)
            )
            beside = [row for row in changed if _has_values(row, shows_texts=shows_texts)]
            if beside:
                yield from table(beside, self.words)

    def _stale(self, stale: Stale) -> str:
        """Whose statement it is, on what, and what became of it."""
        hold, words = stale.hold, self.words
        state = words[hold.hold.value if hold.hold in _STATES else "unpinned"]
        party = Party(PartyKind.BODY, hold.statement.body)
        title = hold.statement.title or hold.statement.id
        name = self.proposal.parties.get(party) or hold.statement.body
        body = title if name in title else f"{name}: {title}"
        about = f"{hold.point.item}, {words['point']} {hold.point.id}"
        return f"**{escaped(body)}** ({escaped(about)}) – {state}"

    def _gate(self) -> Iterator[str]:
        gate, words = self.proposal.gate, self.words
        if not gate.demands and not gate.notes:
            return
        yield from ("", f"### {words['gate']}")
        if gate.demands:
            columns = (words["rule"], words["who"], words["about"], words["state"])
            yield from ("", f"| {' | '.join(columns)} |", "| --- | --- | --- | --- |")
            yield from map(self._demand, gate.demands)
        if gate.notes:
            yield ""
            yield from (f"- {escaped(note_text(note, self.language))}" for note in gate.notes)

    def _demand(self, demand: Demand) -> str:
        cells = (
            escaped(rule_title(demand, self.language)),
            escaped(self.proposal.name(demand.party)),
            escaped(id_runs(demand.items)),
            escaped(state(demand, self.language)) if demand.is_met else self._open(demand),
        )
        return f"| {' | '.join(cells)} |"

    def _open(self, demand: Demand) -> str:
        return f"**{escaped(state(demand, self.language))}**"


_STATES = frozenset({Hold.OUTDATED, Hold.VOID})
_RANKS = {Severity.ERROR: 0, Severity.WARNING: 1}


def _rank(item: Finding) -> int:
    return _RANKS.get(item.severity, len(_RANKS))


def _told(section: Section) -> list[Row]:
    """What changed in substance in the element, also what somebody declared editorial."""
    return [row for row in section.rows if row.change.weight_by_rules is Weight.SUBSTANTIVE]


def _is_light(row: Row) -> bool:
    """Whether it is editorial by the rules as well."""
    return row.change.weight_by_rules is Weight.EDITORIAL


def _is_brief(section: Section) -> bool:
    """Whether one sentence tells all that there is."""
    told = _told(section)
    is_one = len(told) == 1 and not told[0].has_more
    return bool(section.element) and is_one and not section.demands and not section.outcome


def _has_values(row: Row, *, shows_texts: bool) -> bool:
    """Whether there is something to set side by side: no long text where those are left out."""
    if shows_texts:
        return bool(row.old or row.new)
    return not row.is_text and 0 < len(row.old) + len(row.new) <= _SHORT


def _remark(row: Row) -> str:
    return f" ({row.remark})" if row.remark else ""
