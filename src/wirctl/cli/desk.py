"""The plan at hand, to be changed: a file is written only if the plan stays readable with it."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from wirctl.core.near import nearest
from wirctl.core.problem import Problem
from wirctl.core.severity import Severity
from wirctl.core.value import text_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path as FilePath

    from wirctl.cli.place import Place
    from wirctl.core.diagnostic import Diagnostic
    from wirctl.flow.known import Known
    from wirctl.load import Loaded
    from wirctl.model.plan import Element, Plan
    from wirctl.model.round import Round
    from wirctl.source.tree import Tree


class UnknownRoundError(Problem):
    """A round that the plan does not have."""

    def __init__(self, round: str, known: Sequence[str]) -> None:
        super().__init__(round)
        self.round = round
        self.near = nearest(round, known, 0.8)


class UnknownItemError(Problem):
    """An element that the plan does not have."""

    def __init__(self, item: str, known: Sequence[str]) -> None:
        super().__init__(item)
        self.item = item
        self.near = nearest(item, known, 0.7)


class WithdrawnItemError(Problem):
    """An element of which only the tombstone is left."""

    def __init__(self, item: str) -> None:
        super().__init__(item)
        self.item = item


class UnknownBodyError(Problem):
    """A body that the plan does not have."""

    def __init__(self, body: str, known: Sequence[str]) -> None:
        super().__init__(body)
        self.body = body
        self.near = nearest(body, known)
        self.choices = "" if self.near else ", ".join(known)


class RoundIsClosedError(Problem):
    """A round that is closed: what was decided stays as it was decided."""

    def __init__(self, round: str, date: str) -> None:
        super().__init__(round)
        self.round = round
        self.date = date


class NoOpenRoundError(Problem):
    """No round is open, or several are and none was named."""

    def __init__(self, open_rounds: Sequence[str]) -> None:
        super().__init__(*open_rounds)
        self.choices = ", ".join(open_rounds)


class PlanFileBrokenError(Problem):
    """A file that has errors, so that nothing can be entered in it."""

    def __init__(self, path: str) -> None:
        super().__init__(path)
        self.path = path
        self.command = f"wirctl validate {path}"


class EntryRefusedError(Problem):
    """What was to be entered would be an error in the plan; nothing was written."""

    def __init__(self, path: str, why: str) -> None:
        super().__init__(path, why)
        self.path = path
        self.why = why


class ChangedMeanwhileError(Problem):
    """Somebody else changed the file while it was being edited; nothing was written."""

    def __init__(self, path: str) -> None:
        super().__init__(path)
        self.path = path


@dataclass(frozen=True, slots=True)
class Desk:
    """A plan in its folder, read once."""

    place: Place
    tree: Tree
    loaded: Loaded

    @property
    def plan(self) -> Plan:
        """The plan as it was read."""
        return self.loaded.plan

    def shown(self, path: str) -> str:
        """The file's path as people type it from where they stand."""
        return f"{self.place.shown}{path}"

    def round(self, name: str) -> Round:
        """The round of this name.

        Raises:
            UnknownRoundError: there is none.
        """
        known = {item.id: item for item in self.plan.rounds}
        if name not in known:
            raise UnknownRoundError(name, tuple(known))
        return known[name]

    def open_round(self, name: str = "") -> Round:
        """The round of this name, or the only one that is open.

        Raises:
            UnknownRoundError: there is none of this name.
            RoundIsClosedError: it is closed.
            NoOpenRoundError: no name was given, and not just one round is open.
        """
        if name:
            found = self.round(name)
            if found.closed is not None:
                raise RoundIsClosedError(found.id, found.closed.date)
            return found
        there = [item for item in self.plan.rounds if item.closed is None]
        if len(there) != 1:
            raise NoOpenRoundError([item.id for item in there])
        return there[0]

    def item(self, id: str, kinds: Sequence[str]) -> Element:
        """The element of one of these kinds with this id.

        Raises:
            UnknownItemError: there is none.
            WithdrawnItemError: only its tombstone is left.
        """
        element = self.plan.get(id)
        if element is None or element.kind not in kinds:
            known = [item.id for kind in kinds for item in self.plan.of_kind(kind)]
            raise UnknownItemError(id, known)
        if element.is_withdrawn:
            raise WithdrawnItemError(id)
        return element

    def body(self, id: str) -> Element:
        """The body with this id, also where its first letters `G-` are left out.

        Raises:
            UnknownBodyError: there is none.
        """
        known = self.plan.of_kind("body")
        for element in known:
            prefix = self.loaded.kinds["body"].id_prefix
            if element.id in {id, f"{prefix}-{id}"}:
                return element
        raise UnknownBodyError(id, [item.id for item in known])

    def items_kinds(self, kind: str, path: str) -> tuple[str, ...]:
        """The kinds that a reference at this place of a kind may name: `submissions/item`."""
        found = self.loaded.kinds[kind].field_of(tuple(path.split("/")))
        return found.target if found is not None else ()

    def text(self, path: str) -> str:
        """The text of a file that holds no error.

        Raises:
            PlanFileBrokenError: it has errors.
        """
        bad = any(
            item.subject.path == path and item.severity is Severity.ERROR
            for item in self.loaded.diagnostics
        )
        data = self.tree.read([path]).get(path)
        if bad or data is None:
            raise PlanFileBrokenError(self.shown(path))
        return data.decode("utf-8")

    def write(self, path: str, text: str) -> None:
        """Put the text into the file, if the plan has no more errors with it than without.

        Raises:
            EntryRefusedError: it would have.
            ChangedMeanwhileError: the file is another one than was read.
        """
        from wirctl.edit.files import write_whole

        data = text.encode("utf-8")
        self._check(path, data)
        file = self.place.plan / path
        if file.read_bytes() != self.tree.read([path]).get(path):
            raise ChangedMeanwhileError(self.shown(path))
        write_whole(file, data)

    def write_all(self, texts: Mapping[str, str]) -> None:
        """Put each text into its file, new or there already; all of them, or none.

        Raises:
            EntryRefusedError: the plan would have more errors with them than without.
            ChangedMeanwhileError: a file is another one than was read.
            OSError: the disk refuses one; what was written before is put back.
        """
        from wirctl.edit.files import create, write_whole

        data = {path: text.encode("utf-8") for path, text in texts.items()}
        before = self.tree.read(data)
        self._check_all(data)
        for path in data:
            if _bytes(self.place.plan / path) != before.get(path):
                raise ChangedMeanwhileError(self.shown(path))
        done: list[str] = []
        try:
            for path, text in data.items():
                write = write_whole if path in before else create
                write(self.place.plan / path, text)
                done.append(path)
        except BaseException:
            for path in done:
                _put_back(self.place.plan / path, before.get(path))
            raise

    def create(self, path: str, data: bytes) -> None:
        """Make a new file, if the plan has no more errors with it than without.

        Raises:
            EntryRefusedError: it would have.
            FileExistsAlreadyError: there is one.
        """
        from wirctl.edit.files import create

        self._check(path, data)
        create(self.place.plan / path, data)

    def _check(self, path: str, data: bytes) -> None:
        self._check_all({path: data})

    def _check_all(self, data: Mapping[str, bytes]) -> None:
        from wirctl.load import load
        from wirctl.report.finding import findings
        from wirctl.source.overlay import Overlay

        after = load(Overlay(self.tree, data))
        known = {_mark(item) for item in self.loaded.diagnostics}
        new = [
            item
            for item in after.diagnostics
            if item.severity is Severity.ERROR and _mark(item) not in known
        ]
        if new:
            from wirctl.cli.checking import plan_language
            from wirctl.cli.words import speech

            language = speech(plan_language(self.loaded)).language
            first = findings(new[:1], after, self.place.shown, language)[0]
            refused = new[0].subject.path if new[0].subject.path in data else min(data)
            raise EntryRefusedError(self.shown(refused), first.text)


def _bytes(file: FilePath) -> bytes | None:
    return file.read_bytes() if file.exists() else None


def _put_back(file: FilePath, data: bytes | None) -> None:
    from wirctl.edit.files import write_whole

    if data is None:
        file.unlink(missing_ok=True)
    else:
        write_whole(file, data)


def _mark(item: Diagnostic) -> tuple[object, ...]:
    return (item.rule, item.subject, item.arguments)


def desk(plan: str = "", config: str = "") -> Desk:
    """The plan that is meant, read from its folder."""
    from wirctl.cli.place import find_place, tree_at
    from wirctl.load import load

    place = find_place(plan, config)
    tree = tree_at(place)
    return Desk(place, tree, load(tree))


@contextmanager
def known(place: Place, tree: Tree, loaded: Loaded) -> Iterator[Known]:
    """What is known of the plan with its history, while the repository is open."""
    from wirctl.flow.known import Known
    from wirctl.history.version import Versions
    from wirctl.trail.past import Past

    with Versions(place.plan) as versions:
        yield Known(loaded.plan, loaded.kinds, Past(versions, tree))


def label(plan: Plan, id: str) -> str:
    """What a person calls the element; its id where it has no title."""
    element = plan.get(id)
    return (text_of(element.value.get("title")) if element is not None else "") or id


def commit_command(place: Place, message: str) -> str:
    """The command that commits the plan."""
    from shlex import quote

    folder = place.shown.rstrip("/") or "."
    return f"git add {quote(folder)} && git commit -m {quote(message)}"
