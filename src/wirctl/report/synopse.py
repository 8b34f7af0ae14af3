"""A comparison as a Synopse: old beside new beside what was decided, before any format."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from hashlib import sha256
from itertools import groupby
from typing import TYPE_CHECKING

from wirctl.core.regex import regex
from wirctl.core.value import is_record, list_of, record_of
from wirctl.diff.prose import NEW_SIDE, OLD_SIDE, Act, Run, compare
from wirctl.report.changes_json import fingerprints
from wirctl.report.decision import decision_on
from wirctl.report.events import leading
from wirctl.report.inherited import inheritances
from wirctl.report.paragraphs import Paragraph, paragraphs
from wirctl.report.sections import group_of, sections
from wirctl.report.showing import shown_value
from wirctl.schema.field import ValueKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from wirctl.core.change import Change
    from wirctl.core.value import Record, Value
    from wirctl.diff.compare import Comparison
    from wirctl.diff.side import Side
    from wirctl.report.decision import Decision
    from wirctl.report.rows import Row
    from wirctl.report.sections import Section
    from wirctl.schema.field import Field
    from wirctl.schema.kind import Kind

MOVED = frozenset({Act.MOVED_AWAY, Act.MOVED_HERE})
"""What is done to a text that stands elsewhere."""
_CAME = frozenset({"element-added", "element-commissioned", "element-split", "element-merged"})
_GONE = frozenset({"element-removed", "element-withdrawn"})
_GOES_ON = frozenset({"element-renamed", "element-replaced"})
_HEADS = frozenset({"id", "lineage", "withdrawn"})
_SHED = "shed-with-element"
_PLAIN_ID = regex(r"[A-Z0-9][A-Z0-9-]*")


@dataclass(frozen=True, slots=True)
class Line:
    """One change: what happened, why it matters, and both sides. Sides may have nothing to show.

    `anchor` is made of the change's fingerprint: it stays what it is in every language. `notes`
    say, where the change stands for many, which elements it is about. Of the lines that are one
    event, one is counted.
    """

    anchor: str
    what: str
    remark: str
    is_editorial: bool
    old: tuple[Paragraph, ...]
    new: tuple[Paragraph, ...]
    notes: tuple[str, ...] = ()
    is_counted: bool = True

    @property
    def is_told(self) -> bool:
        """Whether the sentence alone says it all."""
        return not self.old and not self.new

    @property
    def has_moved(self) -> bool:
        """Whether something of a text stands elsewhere now."""
        parts = (*self.old, *self.new)
        return any(run.act in MOVED for part in parts for run in part.runs)


@dataclass(frozen=True, slots=True)
class Entry:
    """One element: its heading, what was decided on it, and its changes.

    What happened alike in many elements has no id, and its sentence needs no heading.
    """

    anchor: str
    id: str
    title: str
    kind: str
    decision: Decision | None
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """A field of action, or the rest of the plan: what changed, and what was only decided on."""

    anchor: str
    title: str
    entries: tuple[Entry, ...]
    unchanged: tuple[Entry, ...]

    @property
    def substantive(self) -> int:
        """How many changes of substance there are."""
        return sum(not line.is_editorial for line in self._counted)

    @property
    def editorial(self) -> int:
        """How many changes are editorial."""
        return sum(line.is_editorial for line in self._counted)

    @property
    def _counted(self) -> Iterator[Line]:
        return (line for entry in self.entries for line in entry.lines if line.is_counted)

    @property
    def has_moved(self) -> bool:
        """Whether something of a text stands elsewhere now."""
        return any(line.has_moved for entry in self.entries for line in entry.lines)

    @property
    def decisions(self) -> int:
        """How many decisions are told."""
        return sum(entry.decision is not None for entry in (*self.entries, *self.unchanged))


@dataclass(frozen=True, slots=True)
class _Known:
    """The fingerprint of each change, and which ones are part of an event counted already.

    Both by the identity of the change.
    """

    prints: Mapping[int, str]
    repeated: frozenset[int]


def groups(comparison: Comparison, language: str) -> Iterator[Group]:
    """The comparison by field of action, in the order of the plan."""
    changes = comparison.changes
    pairs = zip(changes, fingerprints(comparison, changes), strict=True)
    prints = {id(change): print_ for change, print_ in pairs}
    counted = frozenset(map(id, leading(comparison, changes)))
    known = _Known(prints, frozenset(prints) - counted)
    seen: Counter[str] = Counter()
    for title, members in groupby(sections(comparison, language), lambda item: item.group):
        entries = [(section, _entry(comparison, section, known, language)) for section in members]
        anchor = _group_anchor(comparison, entries[0][0].element)
        seen[anchor] += 1
        yield Group(
            anchor=anchor if seen[anchor] == 1 else f"{anchor}-{seen[anchor]}",
            title=title,
            entries=tuple(entry for section, entry in entries if not section.is_plain),
            unchanged=tuple(entry for section, entry in entries if section.is_plain),
        )


def legend(found: Iterable[Group]) -> tuple[tuple[str, str], ...]:
    """The names of the marks to explain, each with that of what it means; of moves if any are."""
    marks = (("gone", "gone_is"), ("came", "came_is"))
    moved = (("moved_away", "moved_is"),) if any(group.has_moved for group in found) else ()
    return (*marks, *moved)


def _group_anchor(comparison: Comparison, element: str) -> str:
    """The name of the group that this element is in; without an element, of what is alike."""
    if not element:
        return "alike"
    name = group_of(comparison, element)
    return _anchor("f", name) if name else "plan"


def version_name(side: Side) -> str:
    """What people call a version: a round by its title and id, another by its label."""
    title = side.label_of(side.label)
    return f"{title} ({side.label})" if title != side.label else title


def _anchor(prefix: str, id_: str) -> str:
    """A name for a place in a page, from an id that may be anything."""
    plain = id_ if _PLAIN_ID.fullmatch(id_) else _digest(id_)
    return f"{prefix}-{plain}"


def _digest(text: str) -> str:
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _entry(comparison: Comparison, section: Section, known: _Known, language: str) -> Entry:
    return Entry(
        anchor=_entry_anchor(section, known.prints),
        id=section.element,
        title=section.title if section.title != section.element else section.kind,
        kind=section.kind,
        decision=decision_on(comparison, section.element, language),
        lines=tuple(
            _line(comparison, row, known, language)
            for row in section.rows
            if not _is_shed(section, row.change)
        ),
    )


def _entry_anchor(section: Section, prints: Mapping[int, str]) -> str:
    """The name of an element's place; of what is alike in many, by the one change of it."""
    named = section.element or prints[id(section.rows[0].change)]
    return _anchor("e", named) if section.element else f"e-{named}"


def _is_shed(section: Section, change: Change) -> bool:
    """Whether the field went with its element, which is shown whole."""
    is_shown = any(row.change.kind == "element-withdrawn" for row in section.rows)
    return is_shown and change.ground is not None and change.ground.rule == _SHED


def _line(comparison: Comparison, row: Row, known: _Known, language: str) -> Line:
    old, new = _cells(comparison, row, language)
    print_ = known.prints.get(id(row.change), "")
    return Line(
        anchor=f"c-{print_ or _digest(row.sentence)}",
        what=row.sentence,
        remark=row.remark,
        is_editorial=row.is_editorial,
        old=old,
        new=new,
        notes=row.notes,
        is_counted=id(row.change) not in known.repeated,
    )


def _cells(
    comparison: Comparison, row: Row, language: str
) -> tuple[tuple[Paragraph, ...], tuple[Paragraph, ...]]:
    """What both sides say, with what went and what came marked."""
    change = row.change
    if row.is_text:
        runs = compare(row.old, row.new)
        return paragraphs(runs, OLD_SIDE), paragraphs(runs, NEW_SIDE)
    if change.kind in _CAME and not change.at and is_record(change.new):
        came = _whole(comparison.new, change, record_of(change.new), Act.INSERTED, language)
        return _origins(comparison, change), tuple(_taken(comparison, change, came, language))
    if change.kind in _GONE:
        return _gone(comparison, change, language), ()
    if change.kind in _GOES_ON:
        return _origins(comparison, change), _marked(change.subject.id, Act.INSERTED)
    if change.kind == "items-reordered":
        return _marked(row.old, Act.EQUAL), _marked(row.new, Act.EQUAL)
    old, new = (row.old, row.new) if row.old or row.new else _told(comparison, change, language)
    return _marked(old, Act.DELETED), _marked(new, Act.INSERTED)


def _taken(
    comparison: Comparison, change: Change, came: Iterable[Paragraph], language: str
) -> Iterator[Paragraph]:
    """What came, but for texts that origins had: of these, what was taken over is not marked."""
    texts = {text.label: text for text in inheritances(comparison, change, language)}
    label = ""
    for paragraph in came:
        label = paragraph.label or label
        if label not in texts:
            yield paragraph
        elif paragraph.label:
            for place, part in enumerate(paragraphs(texts[label].runs, NEW_SIDE)):
                yield Paragraph(part.runs, "" if place else label)


def _told(comparison: Comparison, change: Change, language: str) -> tuple[str, str]:
    """The values of a change whose sentence tells them already."""
    kind = _kind(comparison, change.subject.kind)
    field = kind.field_at(change.at) if kind is not None and change.at else None
    if field is None or field.value is ValueKind.RECORD:
        return "", ""
    return (
        shown_value(change.old, field, comparison.old, language),
        shown_value(change.new, field, comparison.new, language),
    )


def _gone(comparison: Comparison, change: Change, language: str) -> tuple[Paragraph, ...]:
    element = comparison.old.element(change.subject.id)
    record = element.value if element is not None else record_of(change.old)
    return _whole(comparison.old, change, record, Act.DELETED, language)


def _origins(comparison: Comparison, change: Change) -> tuple[Paragraph, ...]:
    """The elements of the older side that this one came from."""
    act = Act.DELETED if change.kind in _GOES_ON else Act.EQUAL
    named = ((id_, comparison.old.label_of(id_)) for id_ in change.lineage)
    texts = (f"{id_} {label}" if label != id_ else id_ for id_, label in named)
    return tuple(Paragraph((Run(act, text),)) for text in texts)


def _kind(comparison: Comparison, name: str) -> Kind | None:
    return comparison.new.kind(name) or comparison.old.kind(name)


def _whole(
    side: Side, change: Change, record: Record, act: Act, language: str
) -> tuple[Paragraph, ...]:
    """All that an element says in substance, but its title."""
    kind = side.kind(change.subject.kind)
    if kind is None:
        return ()
    heads = {*_HEADS, kind.label, kind.group_by}
    named = ((field, record.get(field.name)) for field in kind.fields.values())
    return tuple(
        paragraph
        for field, value in named
        if field.name not in heads and field.substantive and field.public
        for paragraph in _labelled(value, field, side, act, language)
    )


def _labelled(
    value: Value, field: Field, side: Side, act: Act, language: str
) -> Iterator[Paragraph]:
    """The paragraphs of one field, the first with what the field is called."""
    if field.value is ValueKind.PROSE and isinstance(value, str):
        found: Sequence[Paragraph] = paragraphs((Run(act, value),), frozenset({act}))
    else:
        texts = _texts(value, field, side, language)
        found = [paragraph for text in texts for paragraph in _marked(text, act)]
    label = field.title.in_language(language)
    for place, paragraph in enumerate(found):
        yield Paragraph(paragraph.runs, label if not place else "")


def _texts(value: Value, field: Field, side: Side, language: str) -> Iterator[str]:
    """The value in words; a list of records is one text an item."""
    items = list_of(value)
    if field.item is not None and any(map(is_record, items)):
        yield from (shown_value(item, field.item, side, language) for item in items)
    else:
        yield shown_value(value, field, side, language)


def _marked(text: str, act: Act) -> tuple[Paragraph, ...]:
    return paragraphs((Run(act, text),), frozenset({act})) if text.strip() else ()
