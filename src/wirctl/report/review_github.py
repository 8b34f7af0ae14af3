"""A review as annotations of GitHub and Forgejo."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wirctl.report.findings_github import annotated, command
from wirctl.report.review_words import sentence
from wirctl.report.reviews import review_format

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wirctl.report.proposal import Proposal
    from wirctl.report.registry import Look


@review_format("github", is_for_people=True)
def github(proposal: Proposal, look: Look, _: int = 0) -> Iterator[str]:
    """The verdict of the gate in one annotation, then the new findings."""
    is_open = not proposal.gate.is_satisfied
    level = "error" if is_open else "notice"
    yield command(level, sentence(proposal, look.language), title="wirctl review")
    yield from annotated(proposal.new, look, taken=int(is_open))
