"""The real plan as history: its steps, its state after each, and a git repository made of them.

A step is one real event of the plan WIR 2.0: a folder `tests/examples/wir-2.0/NN-slug` with a
`step.yaml` and, below `plan/`, every file that the event added or changed, whole. The state
after a step is all steps up to it laid over each other, less what they took away.
"""

from __future__ import annotations

import os
import subprocess
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path, PurePosixPath
from shutil import rmtree
from typing import TYPE_CHECKING

import yaml

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

EXAMPLE = Path(__file__).resolve().parent / "examples" / "wir-2.0"
AUTHOR = "WIR 2.0 <wir>"
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
    told = until(upto)
    target.mkdir(parents=True, exist_ok=True)
    _git(target, "init", "--quiet", "--initial-branch=main")
    rmtree(target / ".git" / "hooks", ignore_errors=True)
    _git(target, "fast-import", "--quiet", told=b"".join(_stream(told, plan_below, start)))
    _git(target, "reset", "--quiet", "--hard")
    commits = _git(target, "rev-list", "--reverse", "main").split()
    pairs = zip(told, commits, strict=True)
    return {name: commit for step, commit in pairs for name in (step.slug, step.round)}


def _git(folder: Path, *arguments: str, told: bytes = b"") -> str:
    environment = {**os.environ, "GIT_CONFIG_NOSYSTEM": "1", "GIT_CONFIG_GLOBAL": os.devnull}
    ran = subprocess.run(
        ["git", *arguments],
        cwd=folder,
        env=environment,
        input=told,
        capture_output=True,
        check=True,
    )
    return ran.stdout.decode()


def _stream(told: Sequence[Step], plan_below: str, start: datetime) -> Iterator[bytes]:
    """The commits as `git fast-import` reads them: one process instead of one for each."""
    yield b"feature done\n"
    for place, step in enumerate(told):
        seconds = int((start + timedelta(hours=place)).timestamp())
        yield f"commit refs/heads/main\ncommitter {AUTHOR} {seconds} +0000\n".encode()
        yield _data(step.message.encode())
        for path in step.removed:
            yield f"D {PurePosixPath(plan_below, path)}\n".encode()
        for path, data in step.files.items():
            yield f"M 100644 inline {PurePosixPath(plan_below, path)}\n".encode()
            yield _data(data)
    yield b"done\n"


def _data(data: bytes) -> bytes:
    return b"data %d\n%b\n" % (len(data), data)


def _step(folder: Path) -> Step:
    said = yaml.load((folder / "step.yaml").read_bytes(), yaml.BaseLoader)  # noqa: S506 - ours
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
