"""Who said yes or no to a proposal: on the forge, or in a statement (Stellungnahme)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from wirctl.flow.approvals import ApprovalState
from wirctl.flow.statements import Hold

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from wirctl.flow.approvals import Approval
    from wirctl.flow.matter import Matter
    from wirctl.flow.statements import PointHold
    from wirctl.model.review_rules import ReviewRules


class PartyKind(StrEnum):
    """Who may be asked."""

    BODY = "body"
    ROLE = "role"


@dataclass(frozen=True, slots=True, order=True)
class Party:
    """A body or a role that may be asked to agree."""

    kind: PartyKind
    id: str


@dataclass(frozen=True, slots=True)
class Voice:
    """A yes or no of one party. `name` is the account or the statement that it comes from.

    It speaks of one element, or of all without `item`; of some of its fields, or of all.
    """

    party: Party
    agrees: bool
    name: str
    item: str = ""
    fields: tuple[str, ...] = ()

    def covers(self, matter: Matter) -> bool:
        """Whether it speaks of all of this change."""
        if not self.item:
            return True
        tops = {at[0] if at else "" for at in (matter.change.at, matter.change.old_at)}
        return self.item == matter.item and (not self.fields or tops <= set(self.fields))

    def touches(self, matter: Matter) -> bool:
        """Whether it speaks of the same element."""
        return self.item in {"", matter.item}


@dataclass(frozen=True, slots=True)
class Note:
    """Something to be said about the gate; `blocks` tells that it cannot be satisfied so."""

    code: str
    words: tuple[tuple[str, str], ...] = ()
    blocks: bool = False


def parties_of(bodies: Iterable[str], roles: Iterable[str]) -> tuple[Party, ...]:
    """The parties by their ids, without repetition."""
    found = [Party(PartyKind.BODY, item) for item in bodies]
    found += [Party(PartyKind.ROLE, item) for item in roles]
    return tuple(dict.fromkeys(found))


@dataclass(frozen=True, slots=True)
class Heard:
    """What was said, and what of it does not count and why."""

    voices: tuple[Voice, ...]
    notes: tuple[Note, ...] = ()


def from_forge(
    approvals: Iterable[Approval], review: ReviewRules, bodies: Collection[str], commit: str
) -> Heard:
    """What the accounts of the forge say to this commit; what they said last counts.

    An approval of another commit does not count, a wish for changes does until it is taken
    back. `bodies` are those that the plan knows.
    """
    voices: list[Voice] = []
    notes: list[Note] = []
    for item in _last(approvals).values():
        parties = _speaks_for(item, review, bodies)
        name = item.login or item.body or item.role
        agrees = item.state is ApprovalState.APPROVED
        if not parties:
            notes.append(Note("approval-of-nobody", (("name", name),)))
        elif agrees and (not commit or item.commit.lower() != commit):
            notes.append(Note("approval-of-other-commit", (("name", name),)))
        else:
            voices += [Voice(party, agrees, name) for party in parties]
    return Heard(tuple(voices), tuple(notes))


def _last(approvals: Iterable[Approval]) -> Mapping[tuple[str, str, str], Approval]:
    """What each said last, comments aside."""
    found: dict[tuple[str, str, str], Approval] = {}
    for item in approvals:
        key = (item.login.casefold(), item.body, item.role)
        if item.state is ApprovalState.DISMISSED:
            found.pop(key, None)
        elif item.state is not ApprovalState.COMMENTED:
            found[key] = item
    return found


def _speaks_for(item: Approval, review: ReviewRules, bodies: Collection[str]) -> tuple[Party, ...]:
    if item.body:
        return parties_of([item.body], ()) if item.body in bodies else ()
    if item.role:
        known = {role.id for role in review.roles}
        return parties_of((), [item.role]) if item.role in known else ()
    own = [account for account in review.accounts if _is_same(account.login, item.login)]
    return parties_of(
        (id for account in own for id in account.bodies),
        (id for account in own for id in account.roles),
    )


def _is_same(one: str, other: str) -> bool:
    """Whether two names are one account: forges do not heed capitals."""
    return one.casefold() == other.casefold()


_STANCES: Mapping[str, bool] = {"support": True, "oppose": False, "concerns": False}


def from_statements(holds: Iterable[PointHold]) -> tuple[Voice, ...]:
    """What statements say to the present text; those to another text say nothing."""
    return tuple(voice for hold in holds for voice in _voices(hold))


def _voices(hold: PointHold) -> Iterator[Voice]:
    statement, point = hold.statement, hold.point
    stance = _STANCES.get(point.stance or statement.stance)
    fields = tuple(item.field for item in hold.fields if item.hold is Hold.CURRENT)
    if stance is not None and hold.element is not None and statement.body and fields:
        party = Party(PartyKind.BODY, statement.body)
        whole = () if "" in fields else fields
        yield Voice(party, stance, statement.id, hold.element.id, whole)
