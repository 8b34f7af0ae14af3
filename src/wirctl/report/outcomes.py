"""What outcomes and states are called: by the plan's own process first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wirctl.load.glossary import word

if TYPE_CHECKING:
    from collections.abc import Mapping


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
