"""Lists and tables of the overview pages."""

from __future__ import annotations

from dataclasses import dataclass, replace
from string import ascii_lowercase
from typing import TYPE_CHECKING

from wirctl.render.derive.coverage import guidelines_of
from wirctl.render.model.text import Prose, plain_text
from wirctl.render.model.values import Group, Word, value_of
from wirctl.render.pages.page import Step

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from wirctl.render.labels import Labels
    from wirctl.render.model.derived import Standing
    from wirctl.render.model.item import Item
    from wirctl.render.model.site import Site
    from wirctl.render.model.values import Shown
    from wirctl.render.pages.paths import Paths

_LONG = 160
_TEXTS = ("summary", "definition", "text", "role", "description", "objective")


@dataclass(frozen=True, slots=True)
class Row:
    """An element in a list: with a note, such as its date, and its first text."""

    item: Item
    note: Shown | None
    text: Shown | None


@dataclass(frozen=True, slots=True)
class Rows:
    """Elements that belong together."""

    title: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Steps:
    """Pages that belong together."""

    title: str
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class MeasureRow:
    """A measure in the table: what it can be sought by.

    `place` is that of its field of action among the fields; `codes` are the places of its
    values in the filters (`a0 c2`), a letter for each filter.
    """

    item: Item
    field: Item | None
    kind: Word | None
    state: Standing | None
    status: Word | None
    funding: Word | None
    period: Shown | None
    guidelines: tuple[str, ...]
    place: int
    codes: str = ""


@dataclass(frozen=True, slots=True)
class Filter:
    """A choice above the table: its name, its title, and its values with their words."""

    name: str
    title: str
    choices: tuple[tuple[str, str], ...]


def numbers(site: Site) -> Mapping[str, Mapping[str, int]]:
    """How many goals and measures each field of action has."""
    found: dict[str, dict[str, int]] = {}
    for item in site.items.values():
        if item.field and not item.withdrawn:
            counts = found.setdefault(item.field, {})
            counts[item.kind] = counts.get(item.kind, 0) + 1
    return found


def grouped(kind: str, site: Site, labels: Labels) -> tuple[Rows, ...]:
    """The elements of a kind by their own kind (`body.kind`), as lists with a heading each."""
    groups: dict[str, list[Row]] = {}
    for item in site.of_kind(kind):
        own = value_of(Group(item.fields), "kind")
        title = labels.word(own) if isinstance(own, Word) else ""
        groups.setdefault(title, []).append(_row(item))
    if len(groups) == 1 or any(not title for title in groups):
        return (Rows("", tuple(row for rows in groups.values() for row in rows)),)
    return tuple(Rows(title, tuple(rows)) for title, rows in groups.items())


def _row(item: Item) -> Row:
    holder = Group(item.fields)
    note = next(
        (value_of(holder, name) for name in ("date", "reference") if name in item.fields), None
    )
    return Row(item, note, _text(holder))


def _text(holder: Group) -> Shown | None:
    found = (value_of(holder, name) for name in _TEXTS if name in holder.fields)
    return next((value for value in found if isinstance(value, Prose)), None)


def summary(item: Item) -> str:
    """The first text of an element, cut at a word after some 160 characters."""
    text = _text(Group(item.fields))
    words = plain_text(text) if isinstance(text, Prose) else ""
    return words if len(words) <= _LONG else f"{words[:_LONG].rsplit(' ', 1)[0]} …"


def contents(
    site: Site, labels: Labels, paths: Paths, always: tuple[Step, ...] = ()
) -> tuple[Steps, ...]:
    """Every overview, in groups: the plan, how it came about, money and results, the rest.

    `always` are pages about the site itself, which come last.
    """
    told: set[str] = set()
    groups = [
        Steps(labels.text(f"contents_{name}"), tuple(_steps(kinds, site, labels, paths, told)))
        for name, kinds in _CONTENTS.items()
    ]
    rest = [kind for kind in site.kinds if kind not in _KNOWN]
    groups.append(
        Steps(labels.text("contents_more"), (*_steps(rest, site, labels, paths, told), *always))
    )
    return tuple(group for group in groups if group.steps)


_CONTENTS: Mapping[str, tuple[str, ...]] = {
    "plan": ("guideline", "priority", "theme", "field_of_action", "measure", "+coverage", "term"),
    "process": ("+timeline", "process", "round", "statement", "body", "participation", "paper"),
    "results": ("fund", "call", "award", "indicator", "report"),
}
_KNOWN = {kind for kinds in _CONTENTS.values() for kind in kinds} | {
    "plan", "goal", "milestone", "translation"
}  # fmt: skip


def _steps(
    kinds: Iterable[str], site: Site, labels: Labels, paths: Paths, told: set[str]
) -> Iterator[Step]:
    for kind in kinds:
        step = _step(kind, site, labels, paths)
        if step is not None and step.path not in told:
            told.add(step.path)
            yield step


def _step(kind: str, site: Site, labels: Labels, paths: Paths) -> Step | None:
    if kind == "+coverage":
        has_both = site.coverage.guidelines and site.coverage.fields
        return Step(labels.text("coverage"), "coverage.html") if has_both else None
    if kind == "+timeline":
        return Step(labels.text("timeline"), "timeline.html") if site.timeline else None
    if not (site.of_kind(kind) or site.withdrawn_of(kind)):
        return None
    if not (paths.has_overview(kind) or kind in {"process", "fund", "priority", "theme"}):
        return None
    plural = labels.title(site.kinds[kind].plural)
    title = labels.texts.get(f"nav_{kind}", plural) if kind in _KNOWN else plural
    return Step(title, paths.overview(kind))


def measures(site: Site) -> tuple[MeasureRow, ...]:
    """Every measure that still holds, in the order of fields."""
    places = {id: place for place, id in enumerate(site.coverage.fields)}
    return tuple(
        _measure(item, site, places.get(item.field, len(places)))
        for item in site.of_kind("measure")
    )


def _measure(item: Item, site: Site, place: int) -> MeasureRow:
    holder = Group(item.fields)
    steps = site.progress.get(item.id, ())
    said = [step.status for step in steps if step.status is not None]
    return MeasureRow(
        item=item,
        field=site.items.get(item.field),
        kind=_word(value_of(holder, "kind")),
        state=site.standings.get(item.id),
        status=said[-1] if said else None,
        funding=_word(value_of(holder, "funding_path")),
        period=value_of(holder, "period"),
        guidelines=guidelines_of(item, site.items),
        place=place,
    )


def coded(rows: Iterable[MeasureRow], found: Sequence[Filter]) -> tuple[MeasureRow, ...]:
    """The rows with the codes by which the script on the page knows what fits a filter."""
    codes = [
        (item.name, {value: f"{letter}{place}" for place, (value, _) in enumerate(item.choices)})
        for letter, item in zip(ascii_lowercase, found, strict=False)
    ]
    return tuple(replace(row, codes=" ".join(_codes(row, codes))) for row in rows)


def _codes(row: MeasureRow, codes: Sequence[tuple[str, Mapping[str, str]]]) -> Iterator[str]:
    for name, own in codes:
        yield from (own[word] for word in _said(row, name) if word in own)


def _said(row: MeasureRow, name: str) -> tuple[str, ...]:
    """What a measure says to a filter."""
    if name == "guideline":
        return row.guidelines
    words = {"kind": row.kind, "status": row.status, "funding": row.funding}
    words["state"] = row.state.state if row.state is not None else None
    if name in words:
        word = words[name]
        return (word.name,) if word is not None else ()
    return (row.field.id,) if name == "field" and row.field is not None else (eligible(row.item),)


def filters(rows: Iterable[MeasureRow], site: Site, labels: Labels) -> tuple[Filter, ...]:
    """The choices that tell measures apart: of each, the values that occur."""
    rows = tuple(rows)
    fields = {row.field.id: row.field.title for row in rows if row.field is not None}
    named = {id for row in rows for id in row.guidelines}
    lines = {item.id: item.title for item in site.of_kind("guideline") if item.id in named}
    found = {
        "field": fields,
        "state": _words((row.state.state for row in rows if row.state), labels),
        "status": _words((row.status for row in rows), labels),
        "kind": _words((row.kind for row in rows), labels),
        "funding": _words((row.funding for row in rows), labels),
        "guideline": lines,
        "eligible": _eligible(rows, labels),
    }
    return tuple(
        Filter(name, labels.text(f"filter_{name}"), tuple(choices.items()))
        for name, choices in found.items()
        if len(choices) > 1
    )


def _eligible(rows: Iterable[MeasureRow], labels: Labels) -> dict[str, str]:
    said = {text for row in rows if (text := eligible(row.item))}
    return {word: labels.text(word) for word in ("yes", "no") if word in said}


def eligible(item: Item) -> str:
    """`yes` or `no`, or the empty text where nothing is said."""
    value = value_of(Group(item.fields), "fund_eligible")
    return "" if value is None else "yes" if getattr(value, "value", False) else "no"


def _words(words: Iterable[Word | None], labels: Labels) -> dict[str, str]:
    found = {word.name: labels.word(word) for word in words if word is not None}
    return dict(sorted(found.items(), key=lambda pair: pair[1].casefold()))


def _word(value: Shown | None) -> Word | None:
    return value if isinstance(value, Word) else None
