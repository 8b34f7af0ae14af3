"""Findings that the plan itself accepts, with a reason."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, TypeAlias

from wirctl.core.catalogue import Message, declare
from wirctl.core.diagnostic import Diagnostic, Subject
from wirctl.core.items import item_names
from wirctl.core.near import nearest
from wirctl.core.pointer import Pointer, show
from wirctl.core.severity import Severity
from wirctl.core.span import Span
from wirctl.core.value import list_of, record_of, text_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from wirctl.model.plan import Element, Plan

NEEDLESS_ALLOWANCE = declare(
    Message(
        "needless-allowance",
        Severity.WARNING,
        de="Diese Ausnahme für „{rule}“ hat keinen Anlass mehr.",
        en="This exception to “{rule}” has no occasion any more.",
        help_de="Streichen Sie den Eintrag unter „allow“.",
        help_en="Delete the entry below “allow”.",
        reason="An exception that outlives its occasion would hide the next fault.",
        reason_de="Eine Ausnahme, die ihren Anlass überlebt, würde den nächsten Fehler verdecken.",
    )
)
UNKNOWN_RULE_ALLOWED = declare(
    Message(
        "unknown-rule-allowed",
        Severity.WARNING,
        de="Eine Regel „{rule}“, von der diese Ausnahme befreit, gibt es nicht.",
        en="There is no rule “{rule}” from which this exception could free.",
        help_de="{hint_de}",
        help_en="{hint_en}",
        reason="A misspelt exception accepts nothing, and its author believes it does.",
        reason_de="Eine falsch geschriebene Ausnahme nimmt nichts hin, und wer sie geschrieben "
        "hat, glaubt das Gegenteil.",
    )
)

_Entry: TypeAlias = tuple[Subject, Pointer, str, str]
"""Subject, place of the entry, rule, and the field that it is limited to."""


def without_allowed(
    found: Iterable[Diagnostic], plan: Plan, ran: Collection[str], known: Collection[str]
) -> tuple[Diagnostic, ...]:
    """The findings that no `allow` entry of their element accepts.

    An entry names a rule, may name a field (`at`), and gives the reason. One that accepts
    nothing is a finding itself: if its rule `ran`, or is not `known` at all.
    """
    entries = tuple(entry for element in plan.elements for entry in _entries(element))
    by_rule: dict[tuple[Subject, str], list[_Entry]] = defaultdict(list)
    for entry in entries:
        by_rule[entry[0], entry[2]].append(entry)
    kept, used = _sorted_out(found, by_rule)
    return (*kept, *_idle(entries, used, ran, known))


def _sorted_out(
    found: Iterable[Diagnostic], by_rule: Mapping[tuple[Subject, str], list[_Entry]]
) -> tuple[list[Diagnostic], set[_Entry]]:
    """The findings that stay, and the entries that accepted the others."""
    kept: list[Diagnostic] = []
    used: set[_Entry] = set()
    for item in found:
        fitting = [
            entry for entry in by_rule.get((item.subject, item.rule), ()) if _fits(entry, item)
        ]
        used.update(fitting)
        if not fitting:
            kept.append(item)
    return kept, used


def _entries(element: Element) -> Iterator[_Entry]:
    entries = list_of(element.value.get("allow"))
    for name, entry in zip(item_names(entries, ("rule", "at")), entries, strict=True):
        record = record_of(entry)
        rule, at = text_of(record.get("rule")), text_of(record.get("at"))
        yield element.subject, ("allow", name), rule, at


def _fits(entry: _Entry, item: Diagnostic) -> bool:
    at = entry[3]
    place = "" if isinstance(item.at, Span) else show(item.at)
    return not at or place == at or place.startswith(f"{at}/")


def _idle(
    entries: Iterable[_Entry], used: set[_Entry], ran: Collection[str], known: Collection[str]
) -> Iterator[Diagnostic]:
    for entry in entries:
        rule = entry[2]
        if rule not in known:
            yield _about(UNKNOWN_RULE_ALLOWED, entry, _hint(rule, known))
        elif rule in ran and entry not in used:
            yield _about(NEEDLESS_ALLOWANCE, entry, {})


def _hint(rule: str, known: Collection[str]) -> dict[str, str]:
    near = nearest(rule, known)
    if not near:
        return {"hint_de": "Prüfen Sie den Namen.", "hint_en": "Check the name."}
    return {"hint_de": f"Gemeint ist wohl „{near}“.", "hint_en": f"Did you mean “{near}”?"}


def _about(message: Message, entry: _Entry, words: Mapping[str, str]) -> Diagnostic:
    subject, at, rule, _ = entry
    arguments = (("rule", rule), *words.items())
    return Diagnostic(message.id, message.severity, subject, at, arguments)
