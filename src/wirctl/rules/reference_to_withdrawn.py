"""What is in force does not rest on what was withdrawn (entfallen)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wirctl.core.diagnostic import Location
from wirctl.core.severity import Severity
from wirctl.core.value import list_of, record_of
from wirctl.rules.engine.registry import rule
from wirctl.rules.engine.texts import RECORDS
from wirctl.rules.engine.values import values_of
from wirctl.schema.field import ValueKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wirctl.model.plan import Element, Plan
    from wirctl.rules.engine.registry import Finding
    from wirctl.schema.kind import Kinds

_TELLS_THE_PAST = frozenset({"lineage", "withdrawn", "sources"})
_REFERENCES = frozenset({ValueKind.REFERENCE})
_RECORDS = RECORDS | {"call"}


@rule(
    "reference-to-withdrawn",
    severity=Severity.WARNING,
    de="{target} ist entfallen.",
    en="{target} has been withdrawn.",
    help_de="{hint_de}",
    help_en="{hint_en}",
    reason_de="Eine Maßnahme, die einem entfallenen Ziel dient, dient keinem. Runden, Drucksachen, "
    "Stellungnahmen, Beteiligungen, Berichte, Ausschreibungen und Bewilligungen erzählen von "
    "damals und dürfen nennen, was es damals gab.",
    good=[
        """\
# goals/Z-SOZ-1.yaml
id: Z-SOZ-1
title: Wohnen
withdrawn: {reason: Zusammengelegt, to: [Z-SOZ-2]}
# goals/Z-SOZ-2.yaml
id: Z-SOZ-2
title: Wohnen und Nachbarschaft
field: HF-SOZ
lineage:
  - {kind: replaced, from: [Z-SOZ-1]}
# rounds/LG-2021-11-22.yaml
id: LG-2021-11-22
title: Lenkungsgruppe
body: G-LG
date: 2021-11-22
phase: steering
decisions:
  - {item: Z-SOZ-1, outcome: accepted}
""",
    ],
    bad=[
        """\
# goals/Z-SOZ-1.yaml
id: Z-SOZ-1
title: Wohnen
withdrawn: {reason: Zusammengelegt, to: [Z-SOZ-2]}
# goals/Z-SOZ-2.yaml
id: Z-SOZ-2
title: Wohnen und Nachbarschaft
field: HF-SOZ
# measures/M-SOZ-01.yaml
id: M-SOZ-01
kind: measure
title: Wohnungslose Menschen unterstützen
field: HF-SOZ
goals:
  - Z-SOZ-1  # <-
related: [M-SOZ-03]  # <-
# measures/M-SOZ-03.yaml
id: M-SOZ-03
title: Tiny-Houses
withdrawn: {reason: Nicht angenommen}
""",
    ],
    waiver="A tombstone that nobody refers to is as it should be.",
)
def reference_to_withdrawn(plan: Plan, kinds: Kinds) -> Iterator[Finding]:
    """A measure that serves a withdrawn goal serves none; records of the past may name it."""
    gone = {element.id: element for element in plan.elements if element.is_withdrawn}
    if not gone:
        return
    for element in plan.elements:
        kind = kinds.by_name.get(element.kind)
        if kind is None or element.is_withdrawn or element.kind in _RECORDS:
            continue
        for pointer, _, target in values_of(element.value, kind.fields, _REFERENCES):
            if target in gone and pointer[0] not in _TELLS_THE_PAST:
                yield Location(element.subject, pointer), {"target": target, **_hint(gone[target])}


def _hint(tombstone: Element) -> dict[str, str]:
    followers = list_of(record_of(tombstone.value.get("withdrawn")).get("to"))
    if not followers:
        return {"hint_de": "Streichen Sie den Verweis.", "hint_en": "Delete the reference."}
    names = ", ".join(map(str, followers))
    return {
        "hint_de": f"An seine Stelle getreten ist: {names}.",
        "hint_en": f"In its place there is: {names}.",
    }
