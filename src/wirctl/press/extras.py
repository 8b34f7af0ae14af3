"""What is only needed for some formats, and comes with an extra."""

from __future__ import annotations

from importlib.util import find_spec

from wirctl.core.problem import Problem


class MissingExtraError(Problem):
    """A library of an extra is not installed; `install` is the command that mends that."""

    def __init__(self, extra: str) -> None:
        super().__init__(extra)
        self.extra = extra
        self.install = f'pip install "wirctl[{extra}]"'


def needs(extra: str, *modules: str) -> None:
    """Make sure that the libraries of an extra are there.

    Raises:
        MissingExtraError: one of them is not.
    """
    if any(find_spec(module) is None for module in modules):
        raise MissingExtraError(extra)
