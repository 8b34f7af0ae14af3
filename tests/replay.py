"""The real plan as history: its steps, its state after each, and a git repository made of them.

A step is one real event of the plan WIR 2.0: a folder `tests/examples/wir-2.0/NN-slug` with a
`step.yaml` and, below `plan/`, every file that the event added or changed, whole. The state
after a step is all steps up to it laid over each other, less what they took away.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from git import Actor, Repo
from ruamel.yaml import YAML

if TYPE_CHECKING:
    from collections.abc import Mapping

EXAMPLE = Path(__file__).resolve().parent / "examples" / "wir-2.0"
AUTHOR = Actor("WIR 2.0", "wir")
START = datetime(2026, 1, 5, 9, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Step:
    """One real event: the round it closes, what git says about it, and the files it touched."""

    slug: str
    round: str
    title: str
    message: str
    date: str
    files: Mapping[str, bytes]
    removed: tuple[str, ...]


@cache
def steps() -> tuple[Step, ...]:
    """Every step, in the order in which it happened."""
    return tuple(_step(folder) for folder in sorted(EXAMPLE.iterdir()) if folder.is_dir())


def until(upto: str | None = None) -> tuple[Step, ...]:
    """The steps up to and with the one of this slug or round; all of them without.

    Raises:
        LookupError: no step has this slug or closes this round.
    """
    if upto is None:
        return steps()
    for place, step in enumerate(steps(), start=1):
        if upto in {step.slug, step.round}:
            return steps()[:place]
    raise LookupError(upto)


def state(upto: str | None = None) -> dict[str, bytes]:
    """Path below the plan folder to bytes, after this step."""
    files: dict[str, bytes] = {}
    for step in until(upto):
        files = {path: data for path, data in files.items() if path not in step.removed}
        files |= step.files
    return dict(sorted(files.items()))


def replay(
    target: Path,
    *,
    plan_below: str = "plan",
    upto: str | None = None,
    start: datetime = START,
) -> dict[str, str]:
    """Slug and round of each step to its commit, in a new git repository at this place.

    One commit a step, an hour apart from `start` on, so that equal steps give equal commits.
    """
    commits: dict[str, str] = {}
    with Repo.init(target, initial_branch="main") as repository:
        for place, step in enumerate(until(upto)):
            moment = (start + timedelta(hours=place)).strftime("%Y-%m-%dT%H:%M:%S+0000")
            commit = _commit(repository, step, plan_below, moment)
            commits |= dict.fromkeys((step.slug, step.round), commit)
    return commits


def _commit(repository: Repo, step: Step, plan_below: str, moment: str) -> str:
    top = Path(repository.working_dir)
    below = PurePosixPath(plan_below)
    for path, data in step.files.items():
        file = top / below / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
    repository.index.add([str(below / path) for path in step.files])
    if step.removed:
        repository.index.remove([str(below / path) for path in step.removed], working_tree=True)
    commit = repository.index.commit(
        step.message, author=AUTHOR, committer=AUTHOR, author_date=moment, commit_date=moment
    )
    return commit.hexsha


def _step(folder: Path) -> Step:
    said = YAML(typ="base", pure=True).load(folder / "step.yaml")
    return Step(
        slug=folder.name,
        round=said["round"],
        title=said["title"],
        message=said["message"],
        date=said["date"],
        files=_files(folder / "plan"),
        removed=tuple(said.get("removed", ())),
    )


def _files(top: Path) -> dict[str, bytes]:
    found = (path for path in sorted(top.rglob("*")) if path.is_file())
    return {path.relative_to(top).as_posix(): path.read_bytes() for path in found}
