"""The formats of reviews. A format registers itself; there is no list."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from wirctl.core.frozen import frozen
from wirctl.report.registry import Formats

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from wirctl.report.proposal import Proposal
    from wirctl.report.registry import Look

ReviewLines: TypeAlias = "Callable[[Proposal, Look, int], Iterator[str]]"


@frozen
class ReviewFormat:
    """A format of reviews: its name, and what gives its lines, without ends.

    The lines are given for a limit in bytes, 0 for none; what is for programs is never cut.
    One that is for people may share its output with others.
    """

    name: str
    is_for_people: bool
    lines: ReviewLines


_reviews: Formats[ReviewFormat] = Formats("review_")


def review_format(
    name: str, *, is_for_people: bool = False
) -> Callable[[ReviewLines], ReviewLines]:
    """Make a function the format of reviews with this name."""
    return _reviews.entering(name, lambda lines: ReviewFormat(name, is_for_people, lines))


def review_formats() -> dict[str, ReviewFormat]:
    """Every format of reviews by name."""
    return _reviews.every()
