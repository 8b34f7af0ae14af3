"""A comparison as people read it: by field of action and element, one row a change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wirctl.core.frozen import frozen, replace
from wirctl.core.value import record_of, text_of
from wirctl.load.glossary import kind_word
from wirctl.report.decision import decision_on
from wirctl.report.events import heads
from wirctl.report.rows import rows

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from wirctl.core.change import Change
    from wirctl.diff.compare import Comparison
    from wirctl.diff.side import Side
    from wirctl.model.plan import Element
    from wirctl.report.rows import Row

_FIELD = "field_of_action"
_GROUP_ALIKE = {
    "de": "An vielen Stellen gleich geändert",
    "en": "Changed alike in many places",
}


@frozen
class Section:
    """What happened to one element: its heading, what was decided on it, and the rows.

    `outcome` is what a round in between decided, `demands` are its mandate, conditions and
    reason, as far as the round gave them. Both may be there without any row. The parts of an
    element that was split, and what was merged into it, are rows of its section, by name. What
    happened alike in many elements is a section without an element.
    """

    group: str
    element: str
    title: str
    kind: str
    outcome: str
    demands: tuple[str, ...]
    rows: tuple[Row, ...]

    @property
    def name(self) -> str:
        """Id and title, or the one of them that says something."""
        if not self.element:
            return self.title
        return self.element if self.title == self.element else f"{self.element} {self.title}"

    @property
    def is_plain(self) -> bool:
        """Whether there is nothing but an outcome to tell."""
        return not self.rows and not self.demands


def sections(comparison: Comparison, language: str) -> tuple[Section, ...]:
    """What happened, by element: fields of action in their order, the rest of the plan behind.

    What happened alike in many elements comes first, a section each.
    Elements that were decided on without a change are among them. What a round decided is
    told at the elements, not once more at the round.
    """
    by_element: dict[str, list[Change]] = {item: [] for item in comparison.verdicts}
    for change in comparison.changes:
        if not change.members and not is_told_as_decision(comparison, change):
            by_element.setdefault(change.subject.id, []).append(change)
    by_element = _joined(by_element, _told_at(comparison))
    groups = _places(comparison)
    order = {kind.name: place for place, kind in enumerate(comparison.new.kinds)}
    made: list[tuple[tuple[int, str, int, str], Section]] = []
    for item, changes in by_element.items():
        element = _element(comparison, item)
        group = group_of(comparison, item)
        place = order.get(element.kind, len(order)) if element is not None else len(order)
        section = _section(comparison, item, changes, language)
        if not section.is_plain or section.outcome:
            last = len(groups) if group else len(groups) + 1
            made.append(((groups.get(group, last), group, place, item), section))
    alike = _alike(comparison, language)
    return (*alike, *(section for _, section in sorted(made, key=lambda row: row[0])))


def _told_at(comparison: Comparison) -> Mapping[str, str]:
    """The elements that are told at others; what a body decided on by itself stands for itself."""
    told_at = heads(comparison).items()
    return {item: head for item, head in told_at if item not in comparison.verdicts}


def _joined(
    by_element: Mapping[str, list[Change]], told_at: Mapping[str, str]
) -> dict[str, list[Change]]:
    """The changes by the element that they are told at, its own ones first."""
    heads = {item: told_at.get(item, item) for item in by_element}
    heads = {item: heads.get(head, head) for item, head in heads.items()}
    joined: dict[str, list[Change]] = {head: [] for head in heads.values()}
    for item, head in sorted(heads.items(), key=lambda pair: pair[0] != pair[1]):
        joined[head].extend(by_element[item])
    return joined


def _alike(comparison: Comparison, language: str) -> Iterator[Section]:
    """A section for each change that stands for many."""
    for change in comparison.changes:
        if change.members:
            [row] = rows(comparison, (change,), language)
            name = kind_word(change.subject.kind, language) if change.subject.kind else ""
            yield Section(_GROUP_ALIKE[language], "", row.sentence, name, "", (), (row,))


def group_of(comparison: Comparison, item: str) -> str:
    """The id of the field of action that the element belongs to, or the empty text."""
    element = _element(comparison, item)
    if element is None:
        return ""
    if element.kind == _FIELD:
        return item
    kind = comparison.new.kind(element.kind) or comparison.old.kind(element.kind)
    if kind is None or not kind.group_by:
        return ""
    before = comparison.old.element(item)  # a tombstone does not say where it was
    sides = (element, before) if before is not None else (element,)
    return next(filter(None, (text_of(side.value.get(kind.group_by)) for side in sides)), "")


def label_of(comparison: Comparison, item: str) -> str:
    """What people call the element, or called it where it has no name any more."""
    labels = (side.label_of(item) for side in (comparison.new, comparison.old))
    return next((label for label in labels if label != item), item)


def is_told_as_decision(comparison: Comparison, change: Change) -> bool:
    """Whether the change is a decision that is told at its element and not at its round."""
    if change.kind != "item-added" or change.at[:1] != ("decisions",):
        return False
    verdict = comparison.verdicts.get(text_of(record_of(change.new).get("item")))
    return verdict is not None and verdict.round == change.subject.id


def _places(comparison: Comparison) -> Mapping[str, int]:
    """The place of each field of action in the plan's own order."""
    fields: dict[str, tuple[int, str]] = {}
    for side in (comparison.old, comparison.new):
        for item in side.ids_of(_FIELD):
            element = side.element(item)
            order = element.value.get("order") if element is not None else None
            last = len(side.paths)
            fields[item] = (order if isinstance(order, int) else last, item)
    return {item: place for place, item in enumerate(sorted(fields, key=lambda item: fields[item]))}


def _side(comparison: Comparison, item: str) -> Side:
    """The newer side if it knows the element, else the older."""
    return comparison.new if comparison.new.element(item) is not None else comparison.old


def _element(comparison: Comparison, item: str) -> Element | None:
    return _side(comparison, item).element(item)


def _section(
    comparison: Comparison, item: str, changes: Sequence[Change], language: str
) -> Section:
    group = group_of(comparison, item)
    element = _element(comparison, item)
    outcome, demands = _verdict(comparison, item, language)
    return Section(
        group=label_of(comparison, group) if group else _rest(language),
        element=item,
        title=label_of(comparison, item),
        kind=kind_word(element.kind, language) if element is not None else "",
        outcome=outcome,
        demands=demands,
        rows=tuple(_named(comparison, item, row) for row in rows(comparison, changes, language)),
    )


def _named(comparison: Comparison, item: str, row: Row) -> Row:
    """The row as it is told at this element: one of another element says of which."""
    id_ = row.change.subject.id
    if id_ == item:
        return row
    label = label_of(comparison, id_)
    name = id_ if label == id_ else f"{id_} {label}"
    return replace(row, sentence=f"{name}: {row.sentence}")


def _rest(language: str) -> str:
    return "Plan als Ganzes" if language == "de" else "The plan as a whole"


def _verdict(comparison: Comparison, item: str, language: str) -> tuple[str, tuple[str, ...]]:
    """The outcome in words with its round, and what the body asked for."""
    decision = decision_on(comparison, item, language)
    if decision is None:
        return "", ()
    demands = tuple(f"{name}: {text}" for name, text in decision.points)
    return f"{decision.outcome} ({decision.round})", demands
