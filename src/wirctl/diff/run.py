"""A stretch of text and what became of it."""

from __future__ import annotations

from enum import StrEnum

from wirctl.core.frozen import frozen


class Act(StrEnum):
    """What became of a stretch of text.

    `OMITTED` stands in excerpts only, for a long equal stretch that is not shown.
    """

    EQUAL = "equal"
    DELETED = "deleted"
    INSERTED = "inserted"
    MOVED_AWAY = "moved_away"
    MOVED_HERE = "moved_here"
    OMITTED = "omitted"


OLD_SIDE = frozenset({Act.EQUAL, Act.DELETED, Act.MOVED_AWAY})
NEW_SIDE = frozenset({Act.EQUAL, Act.INSERTED, Act.MOVED_HERE})


@frozen
class Run:
    """A stretch of text, its spaces included, to which the same happened."""

    act: Act
    text: str


class Writer:
    """Collects runs: neighbours of one act become one, what was deleted precedes what came."""

    __slots__ = ("_act", "_gone", "_new", "_parts", "_runs")

    def __init__(self) -> None:
        self._runs: list[Run] = []
        self._act = Act.EQUAL
        self._parts: list[str] = []
        self._gone: list[str] = []
        self._new: list[str] = []

    def add(self, act: Act, text: str) -> None:
        """Put the text behind what is there."""
        if not text:
            return
        if act is Act.DELETED:
            self._gone.append(text)
        elif act is Act.INSERTED:
            self._new.append(text)
        else:
            if self._gone or self._new:
                self.settle()
            self._keep(act, text)

    def replace(self, gone: str, new: str) -> None:
        """The one text stood where the other stands; what is equal stays."""
        if gone == new:
            self.add(Act.EQUAL, gone)
        else:
            self.add(Act.DELETED, gone)
            self.add(Act.INSERTED, new)

    def runs(self) -> tuple[Run, ...]:
        """What was collected."""
        self.settle()
        self._close()
        return _with_spaces(self._runs)

    def _keep(self, act: Act, text: str) -> None:
        if not text:
            return
        if act is not self._act:
            self._close()
            self._act = act
        self._parts.append(text)

    def _close(self) -> None:
        if self._parts:
            self._runs.append(Run(self._act, "".join(self._parts)))
            self._parts = []

    def settle(self) -> None:
        """End the change that is open; a space that both sides begin or end with is equal."""
        if not self._gone and not self._new:
            return
        gone, new = "".join(self._gone), "".join(self._new)
        self._gone, self._new = [], []
        lead = _shared(gone[: len(gone) - len(gone.lstrip())], new[: len(new) - len(new.lstrip())])
        if lead:
            self._keep(Act.EQUAL, lead)
            gone, new = gone[len(lead) :], new[len(lead) :]
        tail = _shared(gone[len(gone.rstrip()) :], new[len(new.rstrip()) :])
        end = -len(tail) or None
        self._keep(Act.DELETED, gone[:end])
        self._keep(Act.INSERTED, new[:end])
        if tail:
            self._keep(Act.EQUAL, tail)


def _shared(one: str, other: str) -> str:
    return one if one == other else ""


_MOVED = {Act.DELETED: Act.MOVED_AWAY, Act.INSERTED: Act.MOVED_HERE}


def _with_spaces(runs: list[Run]) -> tuple[Run, ...]:
    """The runs, where a lone space that changed because a sentence moved belongs to that."""
    found: list[Run] = []
    for run in runs:
        moved = _MOVED.get(run.act) if run.text.isspace() else None
        place = _last_on(found, run.act)
        if moved and place >= 0 and found[place].act is moved:
            found[place] = Run(moved, found[place].text + run.text)
        elif found and found[-1].act is run.act:
            found[-1] = Run(run.act, found[-1].text + run.text)
        else:
            found.append(run)
    return tuple(found)


def _last_on(runs: list[Run], act: Act) -> int:
    """The place of the last run on a side that the act is on, else -1."""
    side = OLD_SIDE if act in OLD_SIDE else NEW_SIDE
    place = len(runs) - 1
    while place >= 0 and runs[place].act not in side:
        place -= 1
    return place
