"""What a comparison comes to, in one sentence."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from wirctl.core.change import Weight
from wirctl.core.sentences import sentences
from wirctl.core.text import canonical_prose
from wirctl.core.value import list_of, text_of
from wirctl.report.events import leading
from wirctl.report.sections import is_told_as_decision

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from wirctl.core.value import Record
    from wirctl.diff.compare import Comparison

_WORDS: Mapping[str, Mapping[str, tuple[str, str]]] = {
    "de": {
        Weight.SUBSTANTIVE: ("inhaltliche Änderung", "inhaltliche Änderungen"),
        Weight.EDITORIAL: ("redaktionelle Änderung", "redaktionelle Änderungen"),
        "downgraded": ("davon herabgestuft", "davon herabgestuft"),
        "decided": ("Entscheidung", "Entscheidungen"),
        "form": ("Datei nur anders geschrieben", "Dateien nur anders geschrieben"),
        "left_out": ("Änderung nicht ausgewählt", "Änderungen nicht ausgewählt"),
        "none": ("keine Änderungen", "keine Änderungen"),
    },
    "en": {
        Weight.SUBSTANTIVE: ("substantive change", "substantive changes"),
        Weight.EDITORIAL: ("editorial change", "editorial changes"),
        "downgraded": ("of these downgraded", "of these downgraded"),
        "decided": ("decision", "decisions"),
        "form": ("file only written otherwise", "files only written otherwise"),
        "left_out": ("change not selected", "changes not selected"),
        "none": ("no changes", "no changes"),
    },
}


def headline(comparison: Comparison, language: str) -> str:
    """Both versions and what lies between them, counted: `A → B: 3 inhaltliche Änderungen`."""
    names = f"{comparison.old.label} → {comparison.new.label}"
    return f"{names}: {total(comparison, language)}"


def plan_language(comparison: Comparison) -> str:
    """The first language that the newer version of the plan names, or the empty text."""
    languages = list_of(_head(comparison).get("languages"))
    return next(map(text_of, languages), "")


def disclaimer(comparison: Comparison) -> str:
    """What the newer version of the plan says of itself first, on one line; or the empty text."""
    first = canonical_prose(text_of(_head(comparison).get("disclaimer"))).partition("\n\n")[0]
    return " ".join(first.split())


def notice(comparison: Comparison) -> str:
    """The first sentence of that, for where there is room for one line."""
    return first_sentence(disclaimer(comparison))


def first_sentence(text: str) -> str:
    """The first sentence of a text, on one line; the empty text where there is none."""
    first = canonical_prose(text).partition("\n\n")[0]
    return next(iter(sentences(" ".join(first.split()))), "")


def _head(comparison: Comparison) -> Record:
    for id_ in comparison.new.ids_of("plan"):
        element = comparison.new.element(id_)
        return element.value if element is not None else {}
    return {}


def besides(comparison: Comparison, language: str) -> str:
    """What else there is that no change tells: files of another form, changes left out."""
    counts = {"form": len(comparison.form_only), "left_out": comparison.left_out}
    return ", ".join(_counted(name, count, language) for name, count in counts.items() if count)


def total(comparison: Comparison, language: str) -> str:
    """How many changes of each weight there are, and how many decisions, where there are any.

    An element that was split, merged, renamed or moved counts once.
    """
    found = list(_parts(comparison, language))
    if len(found) == bool(comparison.left_out):
        found.insert(0, _WORDS[language]["none"][0])
    return ", ".join(found)


def _parts(comparison: Comparison, language: str) -> Iterator[str]:
    counted = leading(comparison, comparison.changes)
    told = [change for change in counted if not is_told_as_decision(comparison, change)]
    count = Counter[str](change.weight for change in told)
    downgraded = sum(change.is_downgraded for change in told)
    count["decided"] = len(comparison.verdicts)
    count["form"] = len(comparison.form_only)
    count["left_out"] = comparison.left_out
    for name in (Weight.SUBSTANTIVE, Weight.EDITORIAL, "decided", "form", "left_out"):
        if count[name]:
            also = name == Weight.EDITORIAL and downgraded
            note = f" ({_counted('downgraded', downgraded, language)})" if also else ""
            yield _counted(name, count[name], language) + note


def _counted(name: str, count: int, language: str) -> str:
    one, many = _WORDS[language][name]
    return f"{count} {one if count == 1 else many}"
