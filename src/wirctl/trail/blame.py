"""For each field, and in prose each sentence: which change was the last, and who decided it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wirctl.history.errors import ShallowCloneError

if TYPE_CHECKING:
    from wirctl.history.repository import Repository
    from wirctl.trail.answer import Answer
    from wirctl.trail.memory import Memory


def answer(repository: Repository, below: str, memory: Memory | None = None) -> Answer | None:
    """The last changes of everything in the plan that is checked out; `None` without a commit.

    Raises:
        ShallowCloneError: the history is cut.
        HistoryError: the repository cannot be read.
    """
    if repository.is_shallow:
        raise ShallowCloneError
    head = repository.head
    if head is None:
        return None
    known = memory.find(head, below) if memory is not None else None
    if known is not None:
        return known
    from wirctl.trail import finding, record

    found = record.answer(finding.found_out(repository, head, below))
    if memory is not None:
        memory.keep(found, head, below)
    return found
