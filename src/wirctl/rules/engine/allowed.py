"""Findings that the plan itself accepts, with a reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wirctl.core.catalogue import Message, declare
from wirctl.core.diagnostic import Diagnostic, Subject
from wirctl.core.items import item_names
from wirctl.core.pointer import Pointer, show
from wirctl.core.severity import Severity
from wirctl.core.span import Span
from wirctl.core.value import list_of, record_of, text_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from wirctl.model.plan import Element, Plan

NEEDLESS_ALLOWANCE = declare(
    Message(
        "needless-allowance",
        Severity.WARNING,
        de="Diese Ausnahme für „{rule}“ hat keinen Anlass mehr.",
        en="This exception to “{rule}” has no occasion any more.",
        help_de="Streichen Sie den Eintrag unter allow.",
        help_en="Delete the entry below allow.",
        reason="An exception that outlives its occasion would hide the next fault.",
    )
)


def without_allowed(
    found: Iterable[Diagnostic], plan: Plan, *, whole: bool
) -> tuple[Diagnostic, ...]:
    """The findings that no `allow` entry of their element accepts.

    An entry names a rule, may name a field (`at`), and gives the reason. Where the `whole` set
    of rules has run, entries that accept nothing are findings themselves.
    """
    accepted = {entry: 0 for element in plan.elements for entry in _entries(element)}
    kept: list[Diagnostic] = []
    for item in found:
        fitting = [entry for entry in accepted if _fits(entry, item)]
        for entry in fitting:
            accepted[entry] += 1
        if not fitting:
            kept.append(item)
    if whole:
        kept.extend(_needless(entry) for entry, count in accepted.items() if not count)
    return tuple(kept)


_Entry = tuple[Subject, Pointer, str, str]


def _entries(element: Element) -> Iterator[_Entry]:
    """Subject, place of the entry, rule, and the field that it is limited to."""
    entries = list_of(element.value.get("allow"))
    for name, entry in zip(item_names(entries, ("rule", "at")), entries, strict=True):
        record = record_of(entry)
        rule, at = text_of(record.get("rule")), text_of(record.get("at"))
        yield element.subject, ("allow", name), rule, at


def _fits(entry: _Entry, item: Diagnostic) -> bool:
    subject, _, rule, at = entry
    if rule != item.rule or subject != item.subject:
        return False
    place = "" if isinstance(item.at, Span) else show(item.at)
    return not at or place == at or place.startswith(f"{at}/")


def _needless(entry: _Entry) -> Diagnostic:
    subject, at, rule, _ = entry
    message = NEEDLESS_ALLOWANCE
    return Diagnostic(message.id, message.severity, subject, at, (("rule", rule),))
