"""A review for programs; `wirctl schema review` prints the schema."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from wirctl.report.changes_json import json_lines as changes
from wirctl.report.findings_json import one as finding
from wirctl.report.review_words import note_text, rule_title, sentence
from wirctl.report.reviews import review_format

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wirctl.flow.consent import Demand
    from wirctl.report.proposal import Proposal
    from wirctl.report.registry import Look
    from wirctl.trail.review import Stale

VERSION = 1


@review_format("json")
def json_lines(proposal: Proposal, look: Look, _: int = 0) -> Iterator[str]:
    """One JSON object: the verdict and all that it comes from."""
    gate, comparison = proposal.gate, proposal.comparison
    whole = {
        "version": VERSION,
        "language": look.language,
        "base": {"label": proposal.base, "commit": proposal.base_commit or None},
        "head": {"label": proposal.head, "commit": proposal.head_commit or None},
        "in_order": proposal.is_in_order,
        "verdict": sentence(proposal, look.language),
        "gate": {
            "satisfied": gate.is_satisfied,
            "demands": [_demand(item, proposal, look) for item in gate.demands],
            "notes": [
                {
                    "code": note.code,
                    "blocks": note.blocks,
                    "message": note_text(note, look.language),
                }
                for note in gate.notes
            ],
        },
        "changes": json.loads("\n".join(changes(comparison, look))) if comparison else None,
        "findings": {"new": [finding(item) for item in proposal.new], "mended": proposal.mended},
        "stale": [_stale(item) for item in proposal.stale],
        "links": dict(proposal.links),
    }
    yield json.dumps(whole, ensure_ascii=False, indent=2)


def _demand(item: Demand, proposal: Proposal, look: Look) -> dict[str, object]:
    return {
        "rule": {"id": item.rule.id or None, "title": rule_title(item, look.language)},
        "party": {
            "kind": item.party.kind.value,
            "id": item.party.id,
            "name": proposal.parties.get(item.party, item.party.id),
        },
        "met": item.is_met,
        "items": list(item.items),
        "open": list(item.open),
        "by": list(item.by),
        "against": list(item.against),
    }


def _stale(item: Stale) -> dict[str, object]:
    hold = item.hold
    return {
        "statement": hold.statement.id,
        "body": hold.statement.body,
        "point": hold.point.id,
        "item": hold.point.item,
        "state": hold.hold.value,
        "fields": [{"field": part.field, "state": part.hold.value} for part in hold.fields],
    }
