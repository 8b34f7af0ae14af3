"""A part of a comparison: what is asked for, and nothing of what is not wanted.

A term is `class:substantive`, `kind:element-added`, `field:HF-BIL` or `path:costs/amount_eur`;
several stand between commas. Of `only`, a change has to fit one term of each sort; of `without`,
none at all.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from wirctl.core.change import Weight
from wirctl.core.frozen import frozen, replace
from wirctl.core.near import nearest
from wirctl.core.problem import Problem
from wirctl.core.value import is_record, record_of
from wirctl.diff.leaves import leaves, path_of
from wirctl.diff.registry import every_kind
from wirctl.report.sections import group_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from wirctl.core.change import Change
    from wirctl.diff.compare import Comparison
    from wirctl.schema.field import Field

_FIELD = "field_of_action"
_NEAR_IDS = 0.8
_MOST_CHOICES = 15
_DEEPEST = 3


class UnknownTermError(Problem):
    """A term of a selection that nothing can fit: its sort or its value is unknown."""

    def __init__(self, term: str, near: str, choices: Sequence[str]) -> None:
        super().__init__(term)
        self.term = term
        self.near = near
        self.choices = ", ".join(choices) if len(choices) <= _MOST_CHOICES else ""


@frozen
class _Terms:
    """Values by sort."""

    by_sort: Mapping[str, frozenset[str]]

    @classmethod
    def of(cls, texts: Iterable[str], comparison: Comparison) -> _Terms:
        """The terms of a command line, each of them known."""
        found: dict[str, set[str]] = defaultdict(set)
        for text in texts:
            for term in filter(None, map(str.strip, text.split(","))):
                sort, _, value = term.partition(":")
                _check(term, sort, value, comparison)
                found[sort].add(value)
        return cls({sort: frozenset(values) for sort, values in found.items()})

    def fits_all(self, comparison: Comparison, change: Change) -> bool:
        """Whether one single change fits a value of each sort.

        What came or went as a whole is also at each place that it has.
        """
        return any(
            all(
                _fits(comparison, change, single, *term)
                or (term[0] == "path" and _holds(comparison, single, term[1]))
                for term in self.by_sort.items()
            )
            for single in change.singles
        )

    def fits_any(self, comparison: Comparison, change: Change) -> bool:
        """Whether every single change fits some value."""
        return all(
            any(_fits(comparison, change, single, *term) for term in self.by_sort.items())
            for single in change.singles
        )

    def has_item(self, comparison: Comparison, item: str) -> bool:
        """Whether an element that was only decided on is asked for: by its field alone."""
        wanted = self.by_sort.get("field")
        return set(self.by_sort) == {"field"} and group_of(comparison, item) in (wanted or ())


def selected(
    comparison: Comparison, only: Sequence[str] = (), without: Sequence[str] = ()
) -> Comparison:
    """The comparison with the changes that are wanted; `left_out` counts the others.

    Decisions without a change stay where their element is asked for by its field alone.

    Raises:
        UnknownTermError: a term that nothing can fit, with the nearest that is known.
    """
    wanted, unwanted = _Terms.of(only, comparison), _Terms.of(without, comparison)
    if not wanted.by_sort and not unwanted.by_sort:
        return comparison
    changes = tuple(
        change
        for change in comparison.changes
        if wanted.fits_all(comparison, change)
        and not (unwanted.by_sort and unwanted.fits_any(comparison, change))
    )
    elements = {id for change in changes for id in change.elements}
    verdicts = {
        item: verdict
        for item, verdict in comparison.verdicts.items()
        if item in elements
        or (
            (not wanted.by_sort or wanted.has_item(comparison, item))
            and not unwanted.has_item(comparison, item)
        )
    }
    return replace(
        comparison,
        changes=changes,
        singles=tuple(single for change in changes for single in change.singles),
        form_only=() if wanted.by_sort else comparison.form_only,
        unplaced=() if wanted.by_sort else comparison.unplaced,
        verdicts=verdicts,
        left_out=_shown(comparison.changes) - _shown(changes),
    )


def _shown(changes: Iterable[Change]) -> int:
    return sum(change.weight is not Weight.FORM for change in changes)


def _fits(
    comparison: Comparison, change: Change, single: Change, sort: str, values: frozenset[str]
) -> bool:
    if sort == "class":
        return change.weight in values
    if sort == "kind":
        return bool(values & {change.kind, single.kind})
    if sort == "field":
        return group_of(comparison, single.subject.id) in values
    return any(_is_below(place, values) for place in _paths(comparison, single))


def _holds(comparison: Comparison, change: Change, paths: frozenset[str]) -> bool:
    """Whether a record that came or went has something at one of these paths."""
    kind = comparison.new.kind(change.subject.kind) or comparison.old.kind(change.subject.kind)
    field = kind.field_at(change.at) if kind is not None and change.at else None
    fields = field.fields if field is not None else kind.fields if kind is not None else {}
    before = path_of(change.at, kind.fields) if kind is not None else ()
    return any(
        _is_below("/".join((*before, *leaf.path)), paths)
        for value in (change.old, change.new)
        if is_record(value)
        for leaf in leaves(record_of(value), fields)
    )


def _paths(comparison: Comparison, change: Change) -> Iterator[str]:
    """The place of a change by names of properties; a whole element has none."""
    kind = comparison.new.kind(change.subject.kind) or comparison.old.kind(change.subject.kind)
    if kind is not None and change.at:
        yield "/".join(path_of(change.at, kind.fields))


def _is_below(place: str, paths: Iterable[str]) -> bool:
    return any(place == path or place.startswith(f"{path}/") for path in paths)


def _check(term: str, sort: str, value: str, comparison: Comparison) -> None:
    """Refuse what nothing can fit.

    Raises:
        UnknownTermError: with the nearest term.
    """
    known = _KNOWN.get(sort)
    if known is None:
        near = nearest(sort, _KNOWN)
        raise UnknownTermError(term, near and f"{near}:{value}", [f"{name}:…" for name in _KNOWN])
    values = tuple(known(comparison))
    if value not in values:
        near = nearest(value, values, _NEAR_IDS if sort == "field" else 0.6)
        choices = [f"{sort}:{name}" for name in values]
        raise UnknownTermError(term, near and f"{sort}:{near}", choices)


def _classes(_: Comparison) -> Iterator[str]:
    yield from (Weight.SUBSTANTIVE.value, Weight.EDITORIAL.value)


def _kinds(_: Comparison) -> Iterator[str]:
    yield from sorted(every_kind())


def _fields(comparison: Comparison) -> Iterator[str]:
    found = {id for side in (comparison.old, comparison.new) for id in side.ids_of(_FIELD)}
    yield from sorted(found)


def _places(comparison: Comparison) -> Iterator[str]:
    found: set[str] = set()
    for side in (comparison.old, comparison.new):
        for kind in side.kinds:
            found.update(_below(kind.fields, "", 0))
    yield from sorted(found)


def _below(fields: Mapping[str, Field], before: str, depth: int) -> Iterator[str]:
    """The paths of all properties, as deep as a plan goes."""
    for name, field in fields.items():
        yield before + name
        inner = field.item.fields if field.item is not None else field.fields
        if inner and depth < _DEEPEST:
            yield from _below(inner, f"{before}{name}/", depth + 1)


_KNOWN = {"class": _classes, "kind": _kinds, "field": _fields, "path": _places}
