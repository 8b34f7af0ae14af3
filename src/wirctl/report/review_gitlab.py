"""A review as a Code Quality report of GitLab."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

from wirctl.report.findings_gitlab import issue, report
from wirctl.report.review_words import rule_title, state
from wirctl.report.reviews import review_format

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from wirctl.flow.consent import Demand
    from wirctl.report.proposal import Proposal
    from wirctl.report.registry import Look

GATE = "review-gate"
"""The name under which GitLab shows what the gate wants."""


@review_format("gitlab")
def gitlab(proposal: Proposal, look: Look, _: int = 0) -> Iterator[str]:
    """One JSON list: what the gate still wants, then the new findings."""
    wanted = (item for item in proposal.gate.demands if not item.is_met)
    found: list[Mapping[str, object]] = [_demand(item, proposal, look) for item in wanted]
    yield report([*found, *map(issue, proposal.new)])


def _demand(item: Demand, proposal: Proposal, look: Look) -> Mapping[str, object]:
    """What one party still has to agree to, at the rules that ask for it."""
    rule = rule_title(item, look.language)
    key = f"{GATE}:{item.rule.id}:{item.party.kind}:{item.party.id}"
    return {
        "description": f"{rule}: {proposal.name(item.party)} – {state(item, look.language)}",
        "check_name": GATE,
        "fingerprint": sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:16],
        "severity": "blocker",
        "location": {"path": f"{proposal.prefix}review.yaml", "lines": {"begin": 1}},
    }
