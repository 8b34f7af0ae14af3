"""Who agreed on the forge: a file of approvals, as we describe it or as a forge's API answers.

GitHub, Forgejo and Gitea list the reviews of a pull request; both lists are read as they are,
also several pages of them in one list. All else is told in the form of our own schema
(`wirctl schema approvals`).
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from wirctl.core.near import nearest
from wirctl.core.problem import Problem
from wirctl.core.value import is_list, is_record, list_of, record_of, text_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wirctl.core.value import Record, Value

VERSION = 1
LIMIT = 5_000_000
"""Bytes that a file of approvals may have."""


class ApprovalState(StrEnum):
    """What somebody said last: a comment changes nothing about what was said before."""

    APPROVED = "approved"
    CHANGES_REQUESTED = "changes_requested"
    DISMISSED = "dismissed"
    COMMENTED = "commented"


class ApprovalsError(Problem):
    """A file of approvals that cannot be used; `at` is the place in it, `near` what was meant."""

    def __init__(self, at: str, near: str = "") -> None:
        super().__init__(at)
        self.at = at
        self.near = near


@dataclass(frozen=True, slots=True)
class Approval:
    """What one account, body or role said, and of which commit; the others are empty."""

    state: ApprovalState
    commit: str = ""
    login: str = ""
    body: str = ""
    role: str = ""


_SIGNERS = ("login", "body", "role")
_KEYS = (*_SIGNERS, "state", "commit")
_FORGE = {
    "APPROVED": ApprovalState.APPROVED,
    "CHANGES_REQUESTED": ApprovalState.CHANGES_REQUESTED,
    "REQUEST_CHANGES": ApprovalState.CHANGES_REQUESTED,
    "DISMISSED": ApprovalState.DISMISSED,
    "COMMENTED": ApprovalState.COMMENTED,
    "COMMENT": ApprovalState.COMMENTED,
    "PENDING": ApprovalState.COMMENTED,
    "REQUEST_REVIEW": ApprovalState.COMMENTED,
}
"""The words of GitHub's, Forgejo's and Gitea's APIs for the state of a review."""


def read_approvals(data: bytes) -> tuple[Approval, ...]:
    """The approvals in a file, the oldest first.

    Raises:
        ApprovalsError: the file is too large, no JSON, or says something that we do not know.
    """
    if len(data) > LIMIT:
        raise ApprovalsError("/")
    try:
        said: Value = json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        raise ApprovalsError("/") from None
    if is_list(said):
        return tuple(_reviews(list_of(said), ""))
    return tuple(_own(record_of(said))) if is_record(said) else _refuse("/")


def _refuse(at: str, near: str = "") -> tuple[Approval, ...]:
    raise ApprovalsError(at, near)


def _own(said: Record) -> Iterator[Approval]:
    """The approvals in the form of our schema."""
    for name in said:
        if name not in {"version", "approvals"}:
            _refuse(f"/{name}", nearest(name, ("version", "approvals")))
    if said.get("version") != VERSION or isinstance(said["version"], bool):
        _refuse("/version")
    if not is_list(said.get("approvals")):
        _refuse("/approvals")
    for place, entry in enumerate(list_of(said["approvals"])):
        yield _approval(record_of(entry), f"/approvals/{place}")


def _approval(entry: Record, at: str) -> Approval:
    for name, value in entry.items():
        if name not in _KEYS:
            _refuse(f"{at}/{name}", nearest(name, _KEYS))
        if not isinstance(value, str) or not value:
            _refuse(f"{at}/{name}")
    if sum(name in entry for name in _SIGNERS) != 1:
        _refuse(at)
    state = text_of(entry.get("state"))
    if state not in tuple(ApprovalState):
        _refuse(f"{at}/state", nearest(state, ApprovalState))
    login, body, role = (text_of(entry.get(name)) for name in _SIGNERS)
    return Approval(ApprovalState(state), text_of(entry.get("commit")), login, body, role)


def _reviews(said: object, at: str) -> Iterator[Approval]:
    """The reviews that a forge lists; lists in the list are its pages."""
    for place, entry in enumerate(list_of(said)):
        here = f"{at}/{place}"
        if is_list(entry) and not at:
            yield from _reviews(entry, here)
        else:
            yield from _review(record_of(entry), here)


def _review(entry: Record, at: str) -> Iterator[Approval]:
    """One review; that of an account which is gone says nothing."""
    state = _FORGE.get(text_of(entry.get("state")).upper())
    if state is None:
        _refuse(f"{at}/state")
        return
    if "user" not in entry:
        _refuse(f"{at}/user")
    login = text_of(record_of(entry["user"]).get("login"))
    if login:
        if entry.get("dismissed") is True:
            state = ApprovalState.DISMISSED
        yield Approval(state, text_of(entry.get("commit_id")), login)
