"""What a body decided on an element, as people read it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wirctl.core.frozen import frozen
from wirctl.core.value import list_of, record_of, text_of
from wirctl.report.outcomes import outcome_word, outcomes_on
from wirctl.report.showing import shown_date

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wirctl.core.value import Record
    from wirctl.diff.compare import Comparison
    from wirctl.diff.side import Side

_TEXTS = ("mandate", "amendment", "reason")
_CONDITIONS = "conditions"


@frozen
class Decision:
    """An outcome in words, and who came to it: body, round with its day, paper.

    `points` are what the decision asks for and why, each with what it is: `("Auftrag", …)`.
    """

    outcome: str
    body: str
    round: str
    day: str
    paper: str
    points: tuple[tuple[str, str], ...]

    @property
    def source(self) -> str:
        """Body, day, round and paper in one line."""
        return ", ".join(filter(None, (self.body, self.day, self.round, self.paper)))


def decision_on(comparison: Comparison, item: str, language: str) -> Decision | None:
    """The last decision on the element that only the newer version knows, if there is one."""
    verdict = comparison.verdicts.get(item)
    if verdict is None:
        return None
    side = comparison.new
    element = side.element(verdict.round)
    round_ = element.value if element is not None else {}
    body = text_of(round_.get("body"))
    return Decision(
        outcome=outcome_word(verdict.outcome, outcomes_on(side), language),
        body=side.label_of(body) if body else "",
        round=verdict.round,
        day=shown_date(str(round_.get("date") or ""), language),
        paper=_paper(side, text_of(verdict.record.get("paper"))),
        points=tuple(_points(side, verdict.record, language)),
    )


def _paper(side: Side, id: str) -> str:
    """The paper by the number that it has in the council, else by its title."""
    element = side.element(id) if id else None
    reference = text_of(element.value.get("reference")) if element is not None else ""
    return reference or (side.label_of(id) if id else "")


def _points(side: Side, record: Record, language: str) -> Iterator[tuple[str, str]]:
    kind = side.kind("round")
    for name in (*_TEXTS, _CONDITIONS):
        field = kind.field_of(("decisions", name)) if kind is not None else None
        title = field.title.in_language(language) if field is not None else name
        parts = list_of(record.get(name)) if name == _CONDITIONS else (record.get(name),)
        texts = [text_of(record_of(part).get("text")) or text_of(part) for part in parts]
        yield from ((title, text) for text in texts if text.strip())
