"""A proposal under the review rules (Freigaberegeln): who spoke, what went stale, the gate."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from wirctl.core.change import Weight
from wirctl.core.severity import Severity
from wirctl.flow.consent import KIND, Gate, consent
from wirctl.flow.statements import Hold, point_holds
from wirctl.flow.voices import Heard, Note, from_statements
from wirctl.model.plan import Plan
from wirctl.trail.matters import matters
from wirctl.trail.past import Past

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from wirctl.core.change import Change
    from wirctl.core.diagnostic import Diagnostic
    from wirctl.diff.compare import Comparison
    from wirctl.flow.statements import PointHold
    from wirctl.history.version import Version, Versions
    from wirctl.load import Loaded
    from wirctl.model.review_rules import ReviewRules

RULES = "review.yaml"
_STATEMENT = "statement"


@dataclass(frozen=True, slots=True)
class Side:
    """A version with its plan."""

    version: Version
    loaded: Loaded


@dataclass(frozen=True, slots=True)
class Sides:
    """Where the proposal goes to, where it left from there, and what it is.

    `comparison` lies between the latter two; `None` where the proposal cannot be read in all
    its parts.
    """

    tip: Side
    fork: Side
    head: Side
    comparison: Comparison | None


@dataclass(frozen=True, slots=True)
class Stale:
    """A point of a statement whose text the proposal changes; `changes` is what happens to it."""

    hold: PointHold
    changes: tuple[Change, ...]


def verdict(sides: Sides, review: ReviewRules, heard: Heard, notes: Iterable[Note] = ()) -> Gate:
    """What the rules still want, after what was heard on the forge and stands in statements."""
    found = [*about_rules(sides), *notes]
    if sides.comparison is None:
        return Gate((), (*found, *heard.notes, Note("not-compared", blocks=True)))
    found += _unplaced(sides.comparison)
    spoken = statements(sides, review)
    voices = (*heard.voices, *spoken.voices)
    return consent(
        review,
        matters(sides.comparison),
        Heard(voices, (*heard.notes, *spoken.notes)),
        found,
    )


def about_rules(sides: Sides) -> Iterator[Note]:
    """Whether there are rules that can be used, and whether the proposal touches them."""
    name = sides.tip.version.name
    bad = sum(item.severity is Severity.ERROR for item in _about(sides.tip))
    is_there = bool(sides.tip.loaded.plan.of_kind(KIND))
    if bad or (not is_there and _files(sides.tip)):
        yield Note("rules-unusable", (("count", str(bad or 1)), ("base", name)), blocks=True)
    elif not is_there and (_files(sides.head) or any(_about(sides.head))):
        yield Note("rules-new", blocks=True)
    elif not is_there:
        yield Note("no-rules")
    elif _files(sides.fork) != _files(sides.head):
        yield Note("rules-changed")


def _about(side: Side) -> Iterator[Diagnostic]:
    """The findings on the file of the rules."""
    return (item for item in side.loaded.diagnostics if _is_rules(item.subject.path))


def _is_rules(path: str) -> bool:
    return path.rpartition(".")[0] == RULES.rpartition(".")[0]


def _files(side: Side) -> Mapping[str, str]:
    found = side.version.tree.contents().items()
    return {path: content for path, content in found if _is_rules(path)}


def _unplaced(comparison: Comparison) -> Iterator[Note]:
    """Files that differ and that nobody can weigh."""
    schemas = [path for path in comparison.unplaced if path.endswith(".json")]
    others = [path for path in comparison.unplaced if not path.endswith(".json")]
    if schemas:
        yield Note("schemas-changed", (("paths", ", ".join(schemas)),), blocks=True)
    if others:
        yield Note("unplaced", (("paths", ", ".join(others)),), blocks=True)


def statements(sides: Sides, review: ReviewRules) -> Heard:
    """What statements say to the proposal; those that it brings along only where rules allow."""
    loaded = sides.head.loaded
    own = from_statements(point_holds(loaded.plan, loaded.kinds))
    if review.trust == "proposal":
        return Heard(own)
    others = [item for item in loaded.plan.elements if item.kind != _STATEMENT]
    trusted = sides.tip.loaded.plan.of_kind(_STATEMENT)
    spoken = from_statements(point_holds(Plan.of([*others, *trusted]), loaded.kinds))
    proposed = dict.fromkeys(voice.name for voice in own if voice not in spoken)
    notes = (Note("statement-proposed", (("name", name),)) for name in proposed)
    return Heard(spoken, tuple(notes))


def stale(sides: Sides, versions: Versions) -> Iterator[Stale]:
    """The points of statements that hold where the proposal left, and no longer with it.

    One that does not say which text was read is among them where that text changes.
    """
    if sides.comparison is None:
        return
    past = Past(versions, sides.fork.version.tree)
    fork, head = sides.fork.loaded, sides.head.loaded
    before = {_key(item): item for item in point_holds(fork.plan, fork.kinds, past.since_read)}
    changes = sides.comparison.singles
    for hold in point_holds(head.plan, head.kinds, lambda _: changes):
        known = before.get(_key(hold))
        told = tuple(item for item in changes if _is_about(hold, item))
        is_new = hold.is_stale and (known is None or not known.is_stale)
        if is_new or (known is not None and hold.hold is Hold.UNPINNED and told):
            yield Stale(hold, told)


def _key(hold: PointHold) -> tuple[str, str]:
    return hold.statement.id, hold.point.id


def _is_about(hold: PointHold, change: Change) -> bool:
    """Whether it changes the substance of what the point speaks of."""
    top = change.at[0] if change.at else ""
    ids = {hold.point.item, hold.element.id if hold.element is not None else ""}
    fields = {item.field for item in hold.fields}
    is_named = "" in fields or top in {"", "withdrawn"} or top in fields
    return is_named and change.subject.id in ids and change.weight_by_rules is Weight.SUBSTANTIVE
