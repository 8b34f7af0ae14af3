"""Where a value does not fit its schema, as findings: each place once, and no follow-on."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from wirctl.core.diagnostic import Diagnostic
from wirctl.core.value import list_of, record_of
from wirctl.schema import messages as say
from wirctl.schema.engine import checkers

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from wirctl.core.diagnostic import Subject
    from wirctl.core.value import Record, Value
    from wirctl.schema.engine import Check, Violation
    from wirctl.schema.kind import Kind
    from wirctl.schema.links import Path

LIMIT = 100
"""Findings for one file; whoever has more has made one mistake many times."""

_RANKS = ("type", "enum", "const", "format", "pattern")
_ABOUT_NAMES = frozenset({"required", "additionalProperties", "unevaluatedProperties"})
_WITHDRAWN = ("withdrawn",)


def checks_of(kinds: Iterable[Kind], shared: Record) -> Mapping[str, Check]:
    """The check for each of these kinds, by name."""
    return checkers({kind.name: kind.schema for kind in kinds}, shared)


def _nothing(_: Path) -> str:
    return ""


def findings(
    kind: Kind,
    subject: Subject,
    value: Value,
    check: Check,
    unreadable: Iterable[Path] = (),
    typed: Callable[[Path], str] = _nothing,
) -> Iterator[Diagnostic]:
    """Where the value does not fit its kind.

    `unreadable` names values that the reader has found fault with already: nothing is said
    about them, nor about a field missing only because its line could not be read. `typed` gives
    a value as it was typed.
    """
    violations = list(check(value))
    if not violations:
        return
    broken = frozenset(unreadable)
    told = [item for item in _one_per_place(violations) if not _follows(item, broken)]
    told.sort(key=_order)
    for item in islice(told, LIMIT):
        yield _diagnostic(kind, subject, value, item, typed)
    if len(told) > LIMIT:
        words = (("count", len(told) - LIMIT),)
        message = say.MORE_OF_THIS
        yield Diagnostic(message.id, message.severity, subject, arguments=words)


def _one_per_place(violations: Iterable[Violation]) -> Iterable[Violation]:
    """One violation a value or name: a wrong type hides what else does not fit there."""
    chosen: dict[tuple[Path, str], Violation] = {}
    for item in violations:
        place = (item.path, str(item.wanted) if item.keyword in _ABOUT_NAMES else "")
        if place not in chosen or _rank(item) < _rank(chosen[place]):
            chosen[place] = item
    return chosen.values()


def _rank(item: Violation) -> tuple[int, str, str]:
    keyword = item.keyword
    rank = _RANKS.index(keyword) if keyword in _RANKS else len(_RANKS)
    return (rank, keyword, str(item.wanted))


def _follows(item: Violation, broken: frozenset[Path]) -> bool:
    """Whether the violation only follows from what could not be read."""
    if not broken:
        return False
    path = item.path
    if item.keyword == "required":
        # What a tombstone may leave out is missing only because its `withdrawn` is.
        if not path and _WITHDRAWN in broken:
            return True
        path = (*path, str(item.wanted))
    return any(path[:end] in broken for end in range(len(path) + 1))


def _order(item: Violation) -> tuple[object, ...]:
    path = tuple(f"{step:09}" if isinstance(step, int) else step for step in item.path)
    return (path, str(item.wanted) if item.keyword in _ABOUT_NAMES else "", item.keyword)


def _diagnostic(
    kind: Kind, subject: Subject, value: Value, violation: Violation, typed: Callable[[Path], str]
) -> Diagnostic:
    from wirctl.schema.faults import Case, fault_of

    pointer = kind.pointer(value, violation.path)
    for step in violation.path:
        value = list_of(value)[step] if isinstance(step, int) else record_of(value).get(step)
    source = typed(violation.path) if isinstance(value, int | float) else ""
    case = Case(kind, pointer, value, violation.keyword, violation.wanted, source)
    fault = fault_of(case)
    rule, severity = fault.message.id, fault.message.severity
    at = (*pointer, *fault.below)
    return Diagnostic(rule, severity, subject, at, tuple(sorted(fault.words.items())))
