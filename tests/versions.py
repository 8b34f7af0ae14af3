"""Versions of a plan to compare, as they lie in memory: told in YAML, or those of the real one."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

import replay
from small_plan import small_plan
from wirctl.diff.compare import compare
from wirctl.source.folder import blob_id

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from wirctl.core.change import Change
    from wirctl.core.diagnostic import Diagnostic
    from wirctl.diff.compare import Comparison

ROUNDS = tuple(step.round for step in replay.steps())
"""The rounds of the real plan, in their order."""


@dataclass(frozen=True, slots=True)
class MemoryTree:
    """A tree whose files lie in memory: path to bytes."""

    files: Mapping[str, bytes]
    label: str = "MEMORY"

    def paths(self) -> tuple[str, ...]:
        return tuple(sorted(self.files))

    def contents(self) -> Mapping[str, str]:
        return {path: blob_id(data) for path, data in self.files.items()}

    def read(self, paths: Iterable[str]) -> Mapping[str, bytes]:
        return {path: self.files[path] for path in paths if path in self.files}

    def faults(self) -> tuple[Diagnostic, ...]:
        return ()


def version(example: str, label: str = "MEMORY") -> MemoryTree:
    """The files of an example, each below a line `# folder/ID.yaml`; none of the empty text."""
    files = small_plan(example).files if example else {}
    return MemoryTree({path: text.encode() for path, text in files.items()}, label)


def compared(old: str, new: str) -> Comparison:
    """What lies between two examples."""
    return compare(version(old, "ALT"), version(new, "NEU"))


def changes(old: str, new: str) -> list[Change]:
    """The changes from one example to the other."""
    return list(compared(old, new).changes)


@cache
def between(old: str, new: str) -> Comparison:
    """What lies between two rounds of the real plan."""
    return compare(MemoryTree(replay.state(old), old), MemoryTree(replay.state(new), new))


def measure(fields: str, id: str = "M-BIL-01") -> str:
    """An example of one measure with these fields, as YAML."""
    head = f"# measures/{id}.yaml\nid: {id}\n"
    return f"{head}{fields}\n" if fields.strip() != "{}" else head
