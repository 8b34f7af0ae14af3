"""Whether all of a plan could be read: what speaks of the whole of it asks first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wirctl.core.problem import Problem
from wirctl.core.severity import Severity
from wirctl.core.value import is_record

if TYPE_CHECKING:
    from collections.abc import Iterable

    from wirctl.load import Loaded
    from wirctl.source.tree import Tree


class UnreadablePlanError(Problem):
    """A plan of which not all can be read: what it says as a whole nobody can tell."""

    def __init__(self, paths: Iterable[str]) -> None:
        self.paths = tuple(sorted(paths))
        self.command = "wirctl validate"
        super().__init__(*self.paths)


def require_readable(tree: Tree, loaded: Loaded) -> None:
    """Go on only if every file of the plan could be read in every part.

    Raises:
        UnreadablePlanError: else the answer would be one about a shorter plan.
    """
    there = tree.contents()
    broken = {
        path
        for path, document in loaded.documents.items()
        if document.unreadable or not is_record(document.value)
    }
    lost = (fault for fault in tree.faults() if fault.severity is Severity.ERROR)
    broken.update(fault.subject.path for fault in lost if fault.subject.path not in there)
    if broken:
        raise UnreadablePlanError(broken)
