"""Declarations that a change is editorial (Herabstufung) which no change needs."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from wirctl.core.change import Weight
from wirctl.core.pointer import read
from wirctl.flow.standing import in_order
from wirctl.schema.pins import still_holds

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wirctl.core.change import Change
    from wirctl.core.pointer import Pointer
    from wirctl.flow.known import Known
    from wirctl.model.round import Downgrade, Round


class IdleDowngrade(NamedTuple):
    """A declaration in an open round, at whose place nothing of substance has changed."""

    round: Round
    downgrade: Downgrade


def idle_downgrades(known: Known) -> Iterator[IdleDowngrade]:
    """The declarations of open rounds that match no change since the round that closed last.

    Those of closed rounds belong to the past. What the history does not tell is taken from the
    digest of the last decision: an element that is as it was decided has not changed.
    """
    rounds = in_order(known.plan.rounds)
    closed = [round.id for round in rounds if round.closed is not None]
    for round in rounds:
        for made in round.downgrades if round.closed is None else ():
            if _is_idle(made, closed[-1] if closed else "", known):
                yield IdleDowngrade(round, made)


def _is_idle(made: Downgrade, since: str, known: Known) -> bool:
    found = known.changes(frozenset({made.item}), since) if since else None
    if found is None:
        return _is_as_decided(made.item, known)
    at = read(made.pointer)
    return not any(_is_about(change, at) for change in found)


def _is_about(change: Change, at: Pointer) -> bool:
    places = (change.at, change.old_at)
    is_heavy = change.weight_by_rules is Weight.SUBSTANTIVE
    return is_heavy and any(place[: len(at)] == at for place in places)


def _is_as_decided(item: str, known: Known) -> bool:
    standing, element = known.standings.get(item), known.plan.get(item)
    kind = known.kinds.by_name.get(element.kind) if element is not None else None
    if standing is None or not standing.verdicts or element is None or kind is None:
        return False
    pin = standing.verdicts[-1].decision.digest
    return bool(pin) and still_holds(pin, element.value, kind) is True
