"""Where plan files come from. The rest of the code cannot tell a folder from a git revision."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from wirctl.core.frozen import frozen

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from wirctl.core.diagnostic import Diagnostic


@frozen(order=True)
class Entry:
    """One plan file: its path below the plan folder, with `/`, and its content id.

    The content id is the id git gives a blob of these bytes, so that equal files are known
    to be equal across folders and revisions without reading them twice. A folder computes it
    when it is first asked for.
    """

    path: str
    content: str


class Tree(Protocol):
    """One version of a plan's files."""

    @property
    def label(self) -> str:
        """What a person calls this version: a folder, `WORKTREE`, a round, a revision."""

    def paths(self) -> tuple[str, ...]:
        """Every `.yaml` and `.yml` file below the plan folder, sorted."""

    def contents(self) -> Mapping[str, str]:
        """Path to content id, for every path."""

    def read(self, paths: Iterable[str]) -> Mapping[str, bytes]:
        """Path to bytes, for the paths that can be read; the others are among the faults."""

    def faults(self) -> tuple[Diagnostic, ...]:
        """What could not be listed or read so far: links that leave the tree, pipes, sizes."""


def is_plan_file(path: str) -> bool:
    """Whether a path below the plan folder is part of the plan: YAML, or one of its own schemas.

    Hidden files and folders are none.

    >>> [is_plan_file(path) for path in ("plan.yaml", ".github/ci.yaml", "logo.png")]
    [True, False, False]
    """
    if path.startswith(".") or "/." in path:
        return False
    own_schema = path.startswith("schemas/") and path.endswith(".schema.json")
    return path.endswith((".yaml", ".yml")) or own_schema
