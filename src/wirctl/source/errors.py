"""What stops reading altogether: not content, but the place it should come from."""

from __future__ import annotations

from wirctl.core.problem import Problem


class PlanNotFoundError(Problem):
    """The plan's folder is not there, or is no folder."""

    def __init__(self, path: str) -> None:
        super().__init__(path)
        self.path = path
