"""Questions that a comparison raises, in words: what probably goes on under another id."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wirctl.report.sections import label_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from wirctl.diff.compare import Comparison
    from wirctl.diff.question import Question

COMMAND = "wirctl round lineage --write"
_WORDS: Mapping[str, Mapping[str, str]] = {
    "de": {
        "heading": "Vermutlich umbenannt, geteilt oder zusammengelegt (nicht vermerkt)",
        "hint": "Wenn das stimmt: „{command}“ trägt es ein.",
        "renamed": "{old} heißt jetzt vermutlich {new}",
        "moved": "{old} ist vermutlich verschoben und heißt jetzt {new}",
        "split": "{old} ist vermutlich geteilt in {new}",
        "merged": "{old} sind vermutlich zusammengelegt in {new}",
        "share": "Inhalt zu {percent}\u00a0% gleich",
        "and": "und",
    },
    "en": {
        "heading": "Probably renamed, split or merged (not declared)",
        "hint": 'If that is right, "{command}" declares it.',
        "renamed": "{old} is now probably called {new}",
        "moved": "{old} was probably moved and is now called {new}",
        "split": "{old} was probably split into {new}",
        "merged": "{old} were probably merged into {new}",
        "share": "{percent}\u00a0% of the content is equal",
        "and": "and",
    },
}


def heading(language: str) -> str:
    """The heading of the section."""
    return _WORDS[language]["heading"]


def hint(language: str) -> str:
    """What to do where a guess is right."""
    return _WORDS[language]["hint"].format(command=COMMAND)


def asked(comparison: Comparison, question: Question, language: str) -> str:
    """The question as a sentence without its mark, elements by id and title."""
    words = _WORDS[language]
    sentence = words[question.kind].format(
        old=_named(comparison, question.old, words["and"]),
        new=_named(comparison, question.new, words["and"]),
    )
    return f"{sentence} ({words['share'].format(percent=round(question.share * 100))})"


def _named(comparison: Comparison, ids: tuple[str, ...], joining: str) -> str:
    names = [_name(comparison, id) for id in ids]
    return f" {joining} ".join(filter(None, (", ".join(names[:-1]), names[-1])))


def _name(comparison: Comparison, id: str) -> str:
    label = label_of(comparison, id)
    return f"{id} {label}" if label != id else id
