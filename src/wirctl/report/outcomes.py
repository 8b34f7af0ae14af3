"""What outcomes and states are called: by the plan's own process first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wirctl.core.value import list_of, record_of, text_of
from wirctl.load.glossary import word

if TYPE_CHECKING:
    from collections.abc import Mapping

    from wirctl.diff.side import Side


def outcome_word(outcome: str, titles: Mapping[str, str], language: str) -> str:
    """The outcome in words: in German as the plan's process calls it, else by the glossary.

    `titles` are the names in the process. A word that the glossary does not know is called in
    every language what the process calls it.
    """
    own = titles.get(outcome, "")
    is_known = word("outcome", outcome, "de") != outcome
    if own and (language == "de" or not is_known):
        return own
    return word("outcome", outcome, language)


def outcomes_on(side: Side) -> Mapping[str, str]:
    """What the process of a version calls each outcome."""
    elements = (side.element(name) for name in side.of_kind.get("process", ()))
    outcomes = [
        record_of(outcome)
        for element in elements
        if element is not None
        for outcome in list_of(element.value.get("outcomes"))
    ]
    return {text_of(outcome.get("id")): text_of(outcome.get("title")) for outcome in outcomes}
