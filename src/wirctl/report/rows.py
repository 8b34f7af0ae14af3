"""The changes of one element as rows for people."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from wirctl.core.change import Weight
from wirctl.core.frozen import frozen
from wirctl.core.items import item_names
from wirctl.core.value import is_record, list_of, record_of
from wirctl.diff.class_rule import every_class_rule
from wirctl.diff.exchange import BETWEEN
from wirctl.diff.registry import every_kind
from wirctl.report.events import told_by
from wirctl.report.id_runs import id_runs
from wirctl.report.inherited import inheritances
from wirctl.report.inner_changes import content, inner_changes
from wirctl.report.outcomes import outcome_word, outcomes_on
from wirctl.report.place_names import item_name, kind_of, path_name, place_name
from wirctl.report.showing import shown_difference, shown_figure, shown_value
from wirctl.schema.field import ValueKind
from wirctl.source.fault import shortened

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from wirctl.core.change import Change
    from wirctl.core.pointer import Pointer
    from wirctl.core.value import Value
    from wirctl.diff.compare import Comparison
    from wirctl.diff.registry import ChangeKind
    from wirctl.diff.side import Side
    from wirctl.report.inherited import Inheritance
    from wirctl.schema.field import Field

_TEXTS = frozenset({ValueKind.PROSE, ValueKind.LINE})
_OF_ITEMS = frozenset({"item-added", "item-removed"})
_MOST_FACTS = 4
_OF_MANY = {
    "de": ("Geändert in", "Ausnahmen, unverändert"),
    "en": ("Changed in", "Exceptions, as before"),
}
_DOWNGRADED = {
    "de": "nach den Regeln inhaltlich, von {by} in {round} herabgestuft: „{reason}“",
    "en": 'substantive by the rules, downgraded by {by} in {round}: "{reason}"',
}


@frozen
class Row:
    """One change for people: a sentence, and the old and new value in words where it has them.

    `remark` says why it weighs what it does and how far it goes, where that is worth a word,
    and always who declared it to be editorial.
    `is_text` tells that old and new are prose, to be compared word by word. `notes` say, where
    the change stands for many, which elements it is about and which stayed as they were. `texts`
    are those of an element that was split off or merged, and what else changed in it; `content`
    is what a new measure or goal says.
    """

    change: Change
    sentence: str
    remark: str
    old: str
    new: str
    is_text: bool
    notes: tuple[str, ...] = ()
    texts: tuple[Inheritance, ...] = ()
    content_of: Callable[[], Iterable[Inheritance]] = tuple

    @property
    def content(self) -> tuple[Inheritance, ...]:
        """What the element says, worked out when asked: most formats have no room for it."""
        return tuple(self.content_of())

    @property
    def has_more(self) -> bool:
        """Whether there is more to tell than the sentence."""
        return any((self.old, self.new, self.notes, self.texts, self.content))

    @property
    def is_editorial(self) -> bool:
        """Whether nobody has to decide on it."""
        return self.change.weight is Weight.EDITORIAL


def rows(comparison: Comparison, changes: Iterable[Change], language: str) -> Iterator[Row]:
    """The rows of one element's changes in their order; what is mere form has none.

    Items that came to or went from an editorial list are one row with their number. What the
    sentence of another of these changes tells already has none either.
    """
    listed = tuple(changes)
    told = told_by(listed)
    shown = [it for it in listed if it.weight is not Weight.FORM and id(it) not in told]
    for key, group in groupby(shown, _editorial_list):
        members = tuple(group)
        if key is None or len(members) == 1:
            yield from (_row(comparison, change, language) for change in members)
        else:
            yield _counted(comparison, members, language)


def _editorial_list(change: Change) -> tuple[str, Pointer] | None:
    """What items of one list have in common, if they are of no weight."""
    if change.is_downgraded:
        return None
    if change.weight is Weight.EDITORIAL and change.kind in _OF_ITEMS:
        return change.kind, change.at[:-1]
    return None


def _counted(comparison: Comparison, changes: Sequence[Change], language: str) -> Row:
    row = _row(comparison, changes[0], language)
    return Row(changes[0], f"{row.sentence} ({len(changes)}×)", "", "", "", is_text=False)


def _row(comparison: Comparison, change: Change, language: str) -> Row:
    kind = every_kind()[change.kind]
    if change.members:
        return _row_of_many(comparison, change, kind, language)
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
        texts=(
            *inheritances(comparison, change, language),
            *inner_changes(comparison, change, language),
        ),
        content_of=lambda: content(comparison, change, language),
    )


def _row_of_many(comparison: Comparison, change: Change, kind: ChangeKind, language: str) -> Row:
    """The row of a change that stands for many: values and title as those of its first member."""
    first = change.members[0]
    came = next((single for single in change.members if single.new is not None), first)
    words = {"field": path_name(comparison, change, language), **dict(change.arguments)}
    words["terms"] = words.get("terms", "").replace(BETWEEN, ", ")
    old = shown_value(change.old, _field(comparison, first), comparison.old, language)
    new = shown_value(change.new, _field(comparison, came), comparison.new, language)
    return Row(
        change=change,
        sentence=kind.sentence(language, words),
        remark=shown_difference(change.difference, language) if change.difference else "",
        old="" if kind.says_all else old,
        new="" if kind.says_all else new,
        is_text=False,
        notes=_notes(change, language),
    )


def _notes(change: Change, language: str) -> tuple[str, ...]:
    """Which elements changed, and which kept the old value."""
    changed, kept = _OF_MANY["de" if language == "de" else "en"]
    stayed = tuple(dict.fromkeys(place.subject.id for place in change.exceptions))
    notes = [f"{changed}: {id_runs(change.elements)}"]
    if stayed:
        notes.append(f"{kept}: {id_runs(stayed)}")
    return tuple(notes)


def _is_rewording(change: Change, field: Field | None) -> bool:
    is_text = field is not None and field.value in _TEXTS
    return is_text and isinstance(change.old, str) and isinstance(change.new, str)


def _values(comparison: Comparison, change: Change, language: str) -> tuple[str, str]:
    """Old and new in words; of editorial records and of lists in order, what they are called."""
    field = _field(comparison, change)
    if change.kind == "items-reordered" and field is not None:
        return (
            _names(change.old, field, comparison.old, language),
            _names(change.new, field, comparison.new, language),
        )
    if change.weight_by_rules is Weight.EDITORIAL and any(map(is_record, (change.old, change.new))):
        return _name(change.old), _name(change.new)
    return (
        shown_value(change.old, field, comparison.old, language),
        shown_value(change.new, field, comparison.new, language),
    )


def _names(items: Value, field: Field, side: Side, language: str) -> str:
    """The items of a list by their names, in their order."""
    names = item_names(list_of(items), field.key)
    return "; ".join(item_name(name, field, side, language) for name in names)


def _name(value: Value) -> str:
    """What a record is called: by its title, else by the first text in it; cut where it is long."""
    record = record_of(value)
    texts = (record.get(name) for name in ("title", *record))
    return shortened(next((text for text in texts if isinstance(text, str)), ""))


def _sentence(comparison: Comparison, change: Change, kind: ChangeKind, language: str) -> str:
    """What happened, with words and references in the reader's language."""
    words = {"field": place_name(comparison, change, language), **dict(change.arguments)}
    field = _field(comparison, change)
    if "old" in words:
        words["old"] = shown_value(change.old, field, comparison.old, language)
    if "new" in words:
        words["new"] = shown_value(change.new, field, comparison.new, language)
    if "outcomes" in words:
        words["outcomes"] = _outcomes(words["outcomes"], comparison.new, language)
    if words.get("to"):
        words["to"] = f" ({'weiter in' if language == 'de' else 'goes on in'} {words['to']})"
    return kind.sentence(language, words)


def _outcomes(counted: str, side: Side, language: str) -> str:
    """`5 accepted, 1 returned` in words, behind a colon; nothing where there is none."""
    parts = (part.partition(" ") for part in counted.split(", ") if part)
    titles = outcomes_on(side)
    shown = ", ".join(f"{count} {outcome_word(name, titles, language)}" for count, _, name in parts)
    return f": {shown}" if shown else ""


def _remark(change: Change, language: str, *, is_text: bool) -> str:
    """Why a text weighs what it does, how far a value went, and who declared it editorial why."""
    parts = []
    ground = change.ground.was or change.ground if change.ground is not None else None
    rule = every_class_rule()[ground.rule] if ground is not None else None
    if rule is not None and ground is not None and is_text and not rule.obvious:
        words = {name: _facts(value, language) for name, value in ground.words}
        parts.append(rule.sentence(language, words))
    if change.difference is not None:
        parts.append(shown_difference(change.difference, language))
    return "; ".join(filter(None, (", ".join(parts), _declared(change, language))))


def _declared(change: Change, language: str) -> str:
    """Who declared a change of substance to be editorial, and why; empty where nobody did."""
    if change.ground is None or not change.is_downgraded:
        return ""
    words = {name: " ".join(text.split()) for name, text in change.ground.words}
    return _DOWNGRADED["de" if language == "de" else "en"].format_map(words)


def _facts(joined: str, language: str) -> str:
    """The things that a class rule names, in words; the first few of many."""
    parts = joined.split(BETWEEN)
    shown = [shown_figure(part, language) for part in parts[:_MOST_FACTS]]
    return ", ".join(shown + ["…"] * (len(parts) > _MOST_FACTS))


def _field(comparison: Comparison, change: Change) -> Field | None:
    """What the schema says of the place of the change; nothing of the element as a whole."""
    kind = kind_of(comparison, change)
    return kind.field_at(change.at) if kind is not None and change.at else None
