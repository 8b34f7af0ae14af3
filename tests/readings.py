"""A plan about which a body has made a statement: what it read, and what came after."""

from __future__ import annotations

from typing import TYPE_CHECKING

from builder import Builder
from small_plan import PLAN
from wirctl.core.value import record_of
from wirctl.flow.statements import point_holds
from wirctl.history.version import Versions
from wirctl.load import load
from wirctl.schema.kind import built_in
from wirctl.schema.pins import element_digest, field_digests
from wirctl.source.document import read
from wirctl.source.folder import FolderTree
from wirctl.trail.past import Past

if TYPE_CHECKING:
    from pathlib import Path

    from wirctl.flow.statements import PointHold

MEASURE_AT = "plan/measures/bil/M-BIL-01.yaml"
STATEMENT_AT = "plan/statements/S-IB-1.yaml"
MEASURE = """\
id: M-BIL-01
kind: measure
title: Lotsendienst an Schulen
field: HF-BIL
goals:
  - Z-BIL-1
description: >-
  An 20 Schulen beraten Lots*innen die Eltern. Sie sprechen mehrere Sprachen.
costs:
  - year: 2023
    kind: yearly
    amount_eur: 50000
target_groups:
  - Eltern
  - Lehrkräfte
"""
GOAL = """\
id: Z-BIL-1
title: Eltern kennen das Schulsystem
field: HF-BIL
text: Alle Eltern wissen, wie Schule hier geht.
"""
FIELD = "id: HF-BIL\ntitle: Bildung\norder: 1\n"
BODY = "id: G-IB\ntitle: Integrationsbeiräte\nkind: integration_board\n"
FIELDS = ("description", "costs", "goals", "target_groups")


def digests(text: str, fields: tuple[str, ...], kind: str = "measure") -> str:
    """The lines that quote what was read of this element: field by field, or as a whole."""
    record = record_of(read("", text.encode()).value)
    known = built_in()[kind]
    if not fields:
        return f"    digest: {element_digest(record, known)}\n"
    pins = field_digests(record, known, fields)
    lines = (f"      - {{field: {name}, digest: {pin}}}\n" for name, pin in pins.items())
    return "    digests:\n" + "".join(lines)


def statement(text: str = MEASURE, fields: tuple[str, ...] = FIELDS) -> str:
    """A statement with one point on these fields of the measure as it stands in the text."""
    named = f"    fields: [{', '.join(fields)}]\n" if fields else ""
    return (
        "id: S-IB-1\ntitle: Einschätzung\nbody: G-IB\ndate: 2026-02-01\n"
        "points:\n  - id: p1\n    item: M-BIL-01\n" + named + digests(text, fields)
    )


def plan_files(**others: str) -> dict[str, str]:
    """The plan of the example with nothing said about it."""
    return {
        "plan/plan.yaml": PLAN,
        "plan/fields/HF-BIL.yaml": FIELD,
        "plan/bodies/G-IB.yaml": BODY,
        "plan/goals/Z-BIL-1.yaml": GOAL,
        MEASURE_AT: MEASURE,
        **others,
    }


def read_and_said(folder: Path, fields: tuple[str, ...] = FIELDS) -> Builder:
    """A repository in which the plan was committed, and after it the statement."""
    made = Builder.new(folder)
    made.commit(plan_files())
    made.commit({STATEMENT_AT: statement(fields=fields)})
    return made


def holds(made: Builder) -> tuple[PointHold, ...]:
    """The hold of every point, now in the working tree."""
    folder = made.path / "plan"
    tree = FolderTree(folder)
    loaded = load(tree)
    with Versions(folder) as versions:
        past = Past(versions, tree)
        return point_holds(loaded.plan, loaded.kinds, past.since_read)


def by_field(made: Builder) -> dict[str, str]:
    """Field to its hold, of the one point there is."""
    (point,) = holds(made)
    return {item.field: str(item.hold) for item in point.fields}
