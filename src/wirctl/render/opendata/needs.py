"""What formats of others need, and a plan or its settings may leave out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wirctl.core.problem import Problem

if TYPE_CHECKING:
    from wirctl.render.registry import Options


class NeedsWebAddressError(Problem):
    """A format that names everything by its address on the web, and nobody has said which."""

    def __init__(self, format: str) -> None:
        super().__init__(format)
        self.format = format


class PlanLeavesOutError(Problem):
    """A format that has to say something that `plan.yaml` does not; `field` is what."""

    def __init__(self, format: str, field: str) -> None:
        super().__init__(format, field)
        self.format = format
        self.field = field


def needed_address(options: Options, format: str) -> str:
    """The address of the web folder, with a slash at its end.

    Raises:
        NeedsWebAddressError: it is not known.
    """
    if not options.url:
        raise NeedsWebAddressError(format)
    return options.url


def needed(text: str, field: str, format: str) -> str:
    """What a field of the plan says.

    Raises:
        PlanLeavesOutError: it says nothing.
    """
    if not text.strip():
        raise PlanLeavesOutError(format, field)
    return text
