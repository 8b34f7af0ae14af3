"""The changes of one element as rows for people."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from wirctl.core.change import Weight
from wirctl.core.value import is_record, record_of
from wirctl.diff.class_rule import every_class_rule
from wirctl.diff.exchange import BETWEEN
from wirctl.diff.registry import every_kind
from wirctl.load.glossary import word
from wirctl.report.showing import shown_difference, shown_figure, shown_value
from wirctl.schema.field import ValueKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from wirctl.core.change import Change
    from wirctl.core.pointer import Pointer
    from wirctl.core.value import Value
    from wirctl.diff.compare import Comparison
    from wirctl.diff.registry import ChangeKind
    from wirctl.schema.field import Field
    from wirctl.schema.kind import Kind

_TEXTS = frozenset({ValueKind.PROSE, ValueKind.LINE})
_OF_ITEMS = frozenset({"item-added", "item-removed"})
_MOST_FACTS = 4


@dataclass(frozen=True, slots=True)
class Row:
    """One change for people: a sentence, and the old and new value in words where it has them.

    `remark` says why it weighs what it does and how far it goes, where that is worth a word.
    `is_text` tells that old and new are prose, to be compared word by word.
    """

    change: Change
    sentence: str
    remark: str
    old: str
    new: str
    is_text: bool

    @property
    def is_editorial(self) -> bool:
        """Whether nobody has to decide on it."""
        return self.change.weight is Weight.EDITORIAL


def rows(comparison: Comparison, changes: Iterable[Change], language: str) -> Iterator[Row]:
    """The rows of one element's changes in their order; what is mere form has none.

    Items that came to or went from an editorial list are one row with their number.
    """
    shown = [change for change in changes if change.weight is not Weight.FORM]
    for key, group in groupby(shown, _editorial_list):
        members = tuple(group)
        if key is None or len(members) == 1:
            yield from (_row(comparison, change, language) for change in members)
        else:
            yield _counted(comparison, members, language)


def _editorial_list(change: Change) -> tuple[str, Pointer] | None:
    """What items of one list have in common, if they are of no weight."""
    if change.weight is Weight.EDITORIAL and change.kind in _OF_ITEMS:
        return change.kind, change.at[:-1]
    return None


def _counted(comparison: Comparison, changes: Sequence[Change], language: str) -> Row:
    row = _row(comparison, changes[0], language)
    return Row(changes[0], f"{row.sentence} ({len(changes)}×)", "", "", "", is_text=False)


def _row(comparison: Comparison, change: Change, language: str) -> Row:
    kind = every_kind()[change.kind]
    field = _field(comparison, change)
    is_text = not kind.says_all and _is_rewording(change, field)
    old, new = _values(comparison, change, language) if not kind.says_all else ("", "")
    return Row(
        change=change,
        sentence=_sentence(comparison, change, kind, language),
        remark=_remark(change, language, is_text=is_text),
        old=str(change.old) if is_text else old,
        new=str(change.new) if is_text else new,
        is_text=is_text,
    )


def _is_rewording(change: Change, field: Field | None) -> bool:
    is_text = field is not None and field.value in _TEXTS
    return is_text and isinstance(change.old, str) and isinstance(change.new, str)


def _values(comparison: Comparison, change: Change, language: str) -> tuple[str, str]:
    """Old and new in words; of an editorial record no more than what it is called."""
    field = _field(comparison, change)
    if change.weight is Weight.EDITORIAL and (is_record(change.old) or is_record(change.new)):
        return _name(change.old, field), _name(change.new, field)
    return (
        shown_value(change.old, field, comparison.old, language),
        shown_value(change.new, field, comparison.new, language),
    )


def _name(value: Value, field: Field | None) -> str:
    """The first text of a record: that is its title, in the order of the schema."""
    record = record_of(value)
    names = field.key if field is not None and field.key else tuple(field.fields if field else ())
    texts = (record.get(name) for name in (*names, *record))
    return next((text for text in texts if isinstance(text, str)), "")


def _sentence(comparison: Comparison, change: Change, kind: ChangeKind, language: str) -> str:
    """What happened, with words and references in the reader's language."""
    words = {"field": _title(comparison, change, language), **dict(change.arguments)}
    field = _field(comparison, change)
    if "old" in words:
        words["old"] = shown_value(change.old, field, comparison.old, language)
    if "new" in words:
        words["new"] = shown_value(change.new, field, comparison.new, language)
    if "outcomes" in words:
        words["outcomes"] = _outcomes(words["outcomes"], language)
    return kind.sentence(language, words)


def _outcomes(counted: str, language: str) -> str:
    """`5 accepted, 1 returned` in words, behind a colon; nothing where there is none."""
    parts = (part.partition(" ") for part in counted.split(", ") if part)
    shown = ", ".join(f"{count} {word('outcome', name, language)}" for count, _, name in parts)
    return f": {shown}" if shown else ""


def _remark(change: Change, language: str, *, is_text: bool) -> str:
    """Why a text weighs what it does, and how far a value went."""
    parts = []
    rule = every_class_rule()[change.ground.rule] if change.ground is not None else None
    if rule is not None and change.ground is not None and is_text and not rule.obvious:
        words = {name: _facts(value, language) for name, value in change.ground.words}
        parts.append(rule.sentence(language, words))
    if change.difference is not None:
        parts.append(shown_difference(change.difference, language))
    return ", ".join(parts)


def _facts(joined: str, language: str) -> str:
    """The things that a class rule names, in words; the first few of many."""
    parts = joined.split(BETWEEN)
    shown = [shown_figure(part, language) for part in parts[:_MOST_FACTS]]
    return ", ".join(shown + ["…"] * (len(parts) > _MOST_FACTS))


def _kind(comparison: Comparison, change: Change) -> Kind | None:
    name = change.subject.kind
    return comparison.new.kind(name) or comparison.old.kind(name)


def _field(comparison: Comparison, change: Change) -> Field | None:
    """What the schema says of the place of the change; nothing of the element as a whole."""
    kind = _kind(comparison, change)
    return kind.field_at(change.at) if kind is not None and change.at else None


def _title(comparison: Comparison, change: Change, language: str) -> str:
    """The titles of the fields on the way, items by their names: `Kosten › 2023 › Betrag`."""
    kind = _kind(comparison, change)
    parts: list[str] = []
    for end in range(1, len(change.at) + 1):
        name = change.at[end - 1]
        field = kind.field_at(change.at[:end]) if kind is not None else None
        if field is not None and field.name == name:
            parts.append(field.title.in_language(language))
        elif field is None or end < len(change.at):
            parts.append(_item_name(comparison, name))
    return " › ".join(parts)


def _item_name(comparison: Comparison, name: str) -> str:
    for side in (comparison.new, comparison.old):
        title = side.label_of(name)
        if title != name:
            return f"{title} ({name})"
    return name
