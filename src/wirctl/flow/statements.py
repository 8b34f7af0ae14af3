"""Whether a statement (Stellungnahme) still speaks about the present text, field by field."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, TypeAlias

from wirctl.core.change import Weight
from wirctl.core.value import list_of, record_of, text_of
from wirctl.schema.links import Links
from wirctl.schema.pins import APART, still_holds

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from wirctl.core.change import Change
    from wirctl.model.plan import Element, Plan
    from wirctl.model.statement import Point, Response, Statement
    from wirctl.schema.kind import Kind, Kinds


class Hold(StrEnum):
    """How far a statement still holds, the best first.

    `CURRENT`: the text is the one that was read. `TOUCHED`: only editorial things changed, or
    something that the field refers to. `UNPINNED`: nobody noted which text was read, so that
    nobody can say. `OUTDATED`: the text changed in substance. `VOID`: the element or the field
    is gone.
    """

    CURRENT = "current"
    TOUCHED = "touched"
    UNPINNED = "unpinned"
    OUTDATED = "outdated"
    VOID = "void"


_ORDER = tuple(Hold)


@dataclass(frozen=True, slots=True)
class Reading:
    """What somebody read: the element by its id of then, and digests by field.

    The digest of the whole element stands under the empty name. `path` is the file that
    quotes the digests.
    """

    path: str
    item: str
    digests: Mapping[str, str]


Since: TypeAlias = "Callable[[Reading], Sequence[Change] | None]"
"""Every change of the plan since a text was read; `None` where no version has that text."""


@dataclass(frozen=True, slots=True)
class FieldHold:
    """One field that a point speaks of; the element as a whole has the empty name.

    `changes` is what happened to it since it was read, `around` what happened to that which it
    refers to. `is_known` tells whether the text that was read could be found: if not, nobody
    can show what changed.
    """

    field: str
    hold: Hold
    changes: tuple[Change, ...] = ()
    around: tuple[Change, ...] = ()
    is_known: bool = True


@dataclass(frozen=True, slots=True)
class PointHold:
    """One point of a statement: its fields, and the answer where there is one.

    `element` is what the point speaks of as it is now, also under a new id; `None` where it is
    gone.
    """

    statement: Statement
    point: Point
    element: Element | None
    fields: tuple[FieldHold, ...]
    response: Response | None = None

    @property
    def hold(self) -> Hold:
        """The worst that is true of a field."""
        return max((item.hold for item in self.fields), key=_ORDER.index, default=Hold.UNPINNED)

    @property
    def is_open(self) -> bool:
        """Whether nobody has said what became of the point.

        Who waived to say anything waits for no answer, as long as the text is the same.
        """
        stance = self.point.stance or self.statement.stance
        is_waived = stance == "no_comment" and not self.point.text and not self.is_stale
        return self.response is None and not is_waived

    @property
    def is_stale(self) -> bool:
        """Whether it speaks of a text that is there no more."""
        return self.hold in {Hold.OUTDATED, Hold.VOID}


def never(_: Reading) -> None:
    """No version but the present one is known."""


def point_holds(plan: Plan, kinds: Kinds, since: Since = never) -> tuple[PointHold, ...]:
    """Every point of every statement, in the order of the plan.

    `since` is asked only where the digests alone do not answer.
    """
    judge = _Judge(plan, kinds, since, successors(plan), Links())
    return tuple(
        judge.point(statement, point) for statement in plan.statements for point in statement.points
    )


def successors(plan: Plan) -> Mapping[str, str]:
    """The id of each element that goes on, as it is, under another one."""
    found: dict[str, str] = {}
    for element in plan.elements:
        for entry in map(record_of, list_of(element.value.get("lineage"))):
            before = list_of(entry.get("from"))
            if text_of(entry.get("kind")) in _GOES_ON and len(before) == 1:
                found[text_of(before[0])] = element.id
    return found


_GOES_ON = frozenset({"renamed", "moved"})
_RECORDS = frozenset({"round", "paper"})


@dataclass(frozen=True, slots=True)
class _Judge:
    """What all points are judged by."""

    plan: Plan
    kinds: Kinds
    since: Since
    successors: Mapping[str, str]
    links: Links

    def point(self, statement: Statement, point: Point) -> PointHold:
        """The point with the hold of each of its fields."""
        answers = {response.point: response for response in statement.responses}
        element = self._now(point.item)
        reading = reading_of(statement, point)
        fields = tuple(self._fields(point, element, reading))
        return PointHold(statement, point, element, fields, answers.get(point.id))

    def _now(self, item: str) -> Element | None:
        """The element as it is now, under whichever id; `None` where it is gone."""
        for _ in range(len(self.successors) + 1):
            element = self.plan.get(item)
            if element is not None and not element.is_withdrawn:
                return element
            item = self.successors.get(item, "")
        return None

    def _fields(
        self, point: Point, element: Element | None, reading: Reading
    ) -> Iterator[FieldHold]:
        named = point.fields or tuple(name for name in reading.digests if name) or ("",)
        kind = self.kinds.by_name.get(element.kind) if element is not None else None
        for name in named:
            if element is None or kind is None or (name and name not in kind.fields):
                yield FieldHold(name, Hold.VOID)
            else:
                yield self._field(name, element, kind, reading)

    def _field(self, name: str, element: Element, kind: Kind, reading: Reading) -> FieldHold:
        own, whole = reading.digests.get(name, ""), reading.digests.get("", "")
        if not (own or whole):
            return FieldHold(name, Hold.UNPINNED)
        says_same = still_holds(own or whole, element.value, kind, name if own else "")
        if says_same is None:
            return FieldHold(name, Hold.UNPINNED, is_known=False)
        referred = self._referred(name, element, kind)
        if says_same and not referred:
            return FieldHold(name, Hold.CURRENT)
        changes = self.since(reading)
        if changes is None:
            hold = Hold.CURRENT if says_same else Hold.OUTDATED
            return FieldHold(name, hold, is_known=says_same)
        here = () if says_same else tuple(_of_field(changes, element.id, name))
        around = tuple(_heavy(item for item in changes if item.subject.id in referred))
        is_other = bool(own) and not says_same and not here
        return FieldHold(name, Hold.OUTDATED if is_other else _hold(here, around), here, around)

    def _referred(self, name: str, element: Element, kind: Kind) -> frozenset[str]:
        """The ids that the field refers to; what records the past is nothing to speak of."""
        links = self.links.of(kind, element.value)
        return frozenset(
            link.name
            for link in links
            if not link.listed_in
            and not (link.target and _RECORDS.issuperset(link.target))
            and (link.path[0] == name or not name)
        )


def reading_of(statement: Statement, point: Point) -> Reading:
    """What the body read for this point, as far as it noted that."""
    whole = {"": point.digest} if point.digest else {}
    pins = whole | {item.field: item.digest for item in point.digests if item.digest}
    return Reading(statement.subject.path, point.item, pins)


def _of_field(changes: Sequence[Change], id: str, name: str) -> Iterator[Change]:
    """The changes in the field; of the element as a whole, those in all that can be read."""
    for change in changes:
        at = change.at[0] if change.at else "id"
        if change.subject.id == id and (at == name or (not name and at not in APART)):
            yield change


def _heavy(changes: Iterator[Change]) -> Iterator[Change]:
    """The changes of substance; that somebody declared one editorial is not the body's word."""
    return (change for change in changes if change.weight_by_rules is Weight.SUBSTANTIVE)


def _hold(changes: Sequence[Change], around: Sequence[Change]) -> Hold:
    if any(_heavy(iter(changes))):
        return Hold.OUTDATED
    return Hold.TOUCHED if changes or around else Hold.CURRENT
