"""A comparison as people read it: by field of action and element, one row a change."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from wirctl.core.value import list_of, record_of, text_of
from wirctl.diff.registry import every_kind
from wirctl.load.glossary import kind_word, word
from wirctl.report.showing import shown_value
from wirctl.schema.field import ValueKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from wirctl.core.change import Change
    from wirctl.diff.compare import Comparison
    from wirctl.schema.field import Field
    from wirctl.schema.kind import Kind


@dataclass(frozen=True, slots=True)
class Row:
    """One change for people: a sentence, and the old and new value in words where it has them.

    `field` is the field's title, empty for the element as a whole. `is_text` tells that old
    and new are prose, to be compared word by word.
    """

    change: Change
    sentence: str
    field: str
    old: str
    new: str
    is_text: bool


@dataclass(frozen=True, slots=True)
class Section:
    """What happened to one element: its heading, what was decided on it, and the rows.

    `outcome` is what a round in between decided, `demands` are its mandate, conditions and
    reason, as far as the round gave them. Both may be there without any row.
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
        """Id and title, or the id alone where the element has no other name."""
        return self.element if self.title == self.element else f"{self.element} {self.title}"

    @property
    def is_plain(self) -> bool:
        """Whether there is nothing but an outcome to tell."""
        return not self.rows and not self.demands


def sections(comparison: Comparison, language: str) -> tuple[Section, ...]:
    """What happened, by element: fields of action in their order, the rest of the plan behind.

    Elements that were decided on without a change are among them.
    """
    by_element: dict[str, list[Change]] = {item: [] for item in comparison.verdicts}
    for change in comparison.changes:
        by_element.setdefault(change.subject.id, []).append(change)
    groups = {name: place for place, name in enumerate(_groups(comparison))}
    order = {kind.name: place for place, kind in enumerate(comparison.new.kinds)}
    made: list[tuple[int, int, str, Section]] = []
    for item, changes in by_element.items():
        kind = _kind_of(comparison, item)
        group = group_of(comparison, item)
        section = _section(comparison, item, changes, language)
        made.append((groups.get(group, len(groups)), order.get(kind, len(order)), item, section))
    return tuple(section for *_, section in sorted(made, key=lambda row: row[:3]))


def _groups(comparison: Comparison) -> Iterator[str]:
    """The ids of the fields of action, in their own order."""
    places = []
    for item, path in comparison.new.paths.items():
        if path.startswith("fields/"):
            element = comparison.new.element(item)
            order = element.value.get("order") if element is not None else None
            places.append((order if isinstance(order, int) else len(comparison.new.paths), item))
    return (item for _, item in sorted(places))


def _kind_of(comparison: Comparison, item: str) -> str:
    element = comparison.new.element(item) or comparison.old.element(item)
    return element.kind if element is not None else ""


def group_of(comparison: Comparison, item: str) -> str:
    """The id of the field of action that the element belongs to, or the empty text."""
    name = _kind_of(comparison, item)
    if name == "field_of_action":
        return item
    kind = comparison.new.kind(name) or comparison.old.kind(name)
    if kind is None or not kind.group_by:
        return ""
    element = comparison.new.element(item) or comparison.old.element(item)
    return text_of(element.value.get(kind.group_by)) if element is not None else ""


def _section(
    comparison: Comparison, item: str, changes: Sequence[Change], language: str
) -> Section:
    group = group_of(comparison, item)
    side = comparison.new if comparison.new.element(item) else comparison.old
    outcome, demands = _verdict(comparison, item, language)
    return Section(
        group=comparison.new.label_of(group) if group else _rest(language),
        element=item,
        title=side.label_of(item),
        kind=kind_word(_kind_of(comparison, item), language),
        outcome=outcome,
        demands=demands,
        rows=tuple(_row(comparison, change, language) for change in changes),
    )


def _rest(language: str) -> str:
    return "Plan als Ganzes" if language == "de" else "The plan as a whole"


def _verdict(comparison: Comparison, item: str, language: str) -> tuple[str, tuple[str, ...]]:
    """The outcome in words with its round, and what the body asked for."""
    verdict = comparison.verdicts.get(item)
    if verdict is None:
        return "", ()
    record = verdict.record
    texts = [text_of(record.get(name)) for name in ("mandate", "amendment", "reason")]
    texts += [text_of(record_of(part).get("text")) for part in list_of(record.get("conditions"))]
    outcome = word("outcome", verdict.outcome, language)
    return f"{outcome} ({verdict.round})", tuple(text for text in texts if text)


def _field_of(comparison: Comparison, change: Change) -> tuple[Kind | None, Field | None]:
    """The kind of the changed element and the field at the place of the change."""
    name = change.subject.kind
    kind = comparison.new.kind(name) or comparison.old.kind(name)
    return kind, kind.field_at(change.at) if kind is not None and change.at else None


def _row(comparison: Comparison, change: Change, language: str) -> Row:
    _, field = _field_of(comparison, change)
    kind = every_kind()[change.kind]
    title = _title(comparison, change, language)
    is_text = (
        field is not None
        and field.value in {ValueKind.PROSE, ValueKind.LINE}
        and isinstance(change.old, str)
        and isinstance(change.new, str)
    )
    shown = (
        ("", "")
        if kind.says_all
        else (
            shown_value(change.old, field, comparison.old, language),
            shown_value(change.new, field, comparison.new, language),
        )
    )
    return Row(
        change=change,
        sentence=kind.sentence(language, _words(change, title, language, comparison)),
        field=title,
        old=shown[0],
        new=shown[1],
        is_text=is_text and not kind.says_all,
    )


def _title(comparison: Comparison, change: Change, language: str) -> str:
    """The titles of the fields on the way, items by their names: `Kosten › 2023 › Betrag`."""
    kind, _ = _field_of(comparison, change)
    parts: list[str] = []
    for end in range(1, len(change.at) + 1):
        field = kind.field_at(change.at[:end]) if kind is not None else None
        if field is None:
            parts.append(change.at[end - 1])
        elif field.name == change.at[end - 1]:
            parts.append(field.title.in_language(language))
        elif end < len(change.at):
            parts.append(_item_name(comparison, change.at[end - 1]))
    return " › ".join(parts)


def _item_name(comparison: Comparison, name: str) -> str:
    if name in comparison.new.paths or name in comparison.old.paths:
        side = comparison.new if name in comparison.new.paths else comparison.old
        return f"{side.label_of(name)} ({name})"
    return name


def _words(change: Change, title: str, language: str, comparison: Comparison) -> Mapping[str, str]:
    """The placeholders of the sentence, with words and references in the reader's language."""
    _, field = _field_of(comparison, change)
    words = {"field": title, **dict(change.arguments)}
    for name, side in (("old", comparison.old), ("new", comparison.new)):
        if name in words:
            value = change.old if name == "old" else change.new
            words[name] = shown_value(value, field, side, language)
    return words
