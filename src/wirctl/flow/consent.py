"""The gate: what the review rules (Freigaberegeln) still want before a proposal is merged.

The rules are those of the branch that the proposal goes to, never its own. Whatever cannot be
told keeps the gate shut.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from wirctl.flow.matter import concerns
from wirctl.flow.voices import Note, parties_of
from wirctl.model.review_rules import ReviewRule

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from wirctl.flow.matter import Matter
    from wirctl.flow.voices import Heard, Party, Voice
    from wirctl.model.review_rules import ReviewRules

KIND = "review_rules"
"""The kind of element that the rules themselves are."""


@dataclass(frozen=True, slots=True)
class Demand:
    """What one rule wants of one party. `items` are the elements that it is about.

    `open` are those of them that the party has not agreed to; `by` is whose agreement counted,
    `against` who said no.
    """

    rule: ReviewRule
    party: Party
    items: tuple[str, ...]
    open: tuple[str, ...] = ()
    by: tuple[str, ...] = ()
    against: tuple[str, ...] = ()

    @property
    def is_met(self) -> bool:
        """Whether the party agreed to everything, and nobody who speaks for it said no."""
        return not self.open and not self.against


@dataclass(frozen=True, slots=True)
class Gate:
    """The verdict, with what it comes from."""

    demands: tuple[Demand, ...] = ()
    notes: tuple[Note, ...] = ()

    @property
    def is_satisfied(self) -> bool:
        """Whether nothing is wanted any more."""
        return all(item.is_met for item in self.demands) and not any(
            note.blocks for note in self.notes
        )


def consent(
    review: ReviewRules, matters: Sequence[Matter], heard: Heard, notes: Iterable[Note] = ()
) -> Gate:
    """What these rules want of whom for these changes, after all that was said."""
    found = [*notes, *heard.notes]
    demands: list[Demand] = []
    for rule, about in _applied(review, matters):
        parties = parties_of(rule.bodies, rule.roles)
        if not parties:
            found.append(Note("rule-asks-nobody", (("rule", rule.title or rule.id),), blocks=True))
        demands += [_demand(rule, party, about, heard.voices) for party in parties]
    return Gate(tuple(demands), tuple(found))


def _applied(
    review: ReviewRules, matters: Sequence[Matter]
) -> Iterator[tuple[ReviewRule, Sequence[Matter]]]:
    """The rules that a change falls under, with the changes."""
    for rule in review.rules:
        about = [matter for matter in matters if concerns(rule, matter)]
        if about:
            yield rule, about
    own = [matter for matter in matters if matter.change.subject.kind == KIND]
    if own and review.rules and not any(KIND in rule.kinds for rule in review.rules):
        yield _everyone(review), own


def _everyone(review: ReviewRules) -> ReviewRule:
    """The rule that all whom any rule asks have to agree."""
    bodies = dict.fromkeys(id for rule in review.rules for id in rule.bodies)
    roles = dict.fromkeys(id for rule in review.rules for id in rule.roles)
    return ReviewRule(bodies=tuple(bodies), roles=tuple(roles))


def _demand(
    rule: ReviewRule, party: Party, about: Sequence[Matter], voices: Sequence[Voice]
) -> Demand:
    own = [voice for voice in voices if voice.party == party]
    yes = [voice for voice in own if voice.agrees]
    no = [voice for voice in own if not voice.agrees]
    counted = (voice for voice in yes if any(map(voice.covers, about)))
    refused = (voice for voice in no if any(map(voice.touches, about)))
    still = (item.item for item in about if not any(voice.covers(item) for voice in yes))
    return Demand(
        rule,
        party,
        items=_names(item.item for item in about),
        open=_names(still),
        by=_names(voice.name for voice in counted),
        against=_names(voice.name for voice in refused),
    )


def _names(found: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(found))
