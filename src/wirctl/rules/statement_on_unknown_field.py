"""A statement speaks about fields (Angaben) that there are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wirctl.core.severity import Severity
from wirctl.rules.engine.registry import rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wirctl.core.pointer import Pointer
    from wirctl.model.plan import Plan
    from wirctl.model.statement import Statement
    from wirctl.rules.engine.registry import Finding
    from wirctl.schema.kind import Kinds


@rule(
    "statement-on-unknown-field",
    severity=Severity.ERROR,
    de="Die Angabe „{field}“ gibt es bei {item} nicht; der Punkt „{point}“ spricht über nichts.",
    en="{item} has no field “{field}”; the point “{point}” speaks about nothing.",
    help_de="Schreiben Sie den Namen, der in der Datei von {item} vor dem Doppelpunkt steht, etwa "
    "„description“ oder „costs“.",
    help_en="Write the name that stands before the colon in the file of {item}, such as "
    "“description” or “costs”.",
    reason_de="Nur zu einer Angabe, die es gibt, lässt sich sagen, ob die Stellungnahme noch gilt.",
    good=[
        """\
# measures/M-BIL-01.yaml
id: M-BIL-01
kind: measure
title: Lotsendienst
field: HF-BIL
# statements/S-IB-1.yaml
id: S-IB-1
title: Einschätzung
body: G-IB
points:
  - {id: p1, item: M-BIL-01, fields: [costs, description]}
""",
    ],
    bad=[
        """\
# measures/M-BIL-01.yaml
id: M-BIL-01
kind: measure
title: Lotsendienst
field: HF-BIL
# statements/S-IB-1.yaml
id: S-IB-1
title: Einschätzung
body: G-IB
points:
  - id: p1
    item: M-BIL-01
    fields:
      - costs
      - kosten  # <-
""",
        """\
# measures/M-BIL-01.yaml
id: M-BIL-01
kind: measure
title: Lotsendienst
field: HF-BIL
# statements/S-IB-1.yaml
id: S-IB-1
title: Einschätzung
body: G-IB
points:
  - id: p1
    item: M-BIL-01
    digests:
      - field: kosten  # <-
        digest: w1:b5a503e8f6fb37cc09b72868ce641716a84cc1032f83f61fe37f70196dbc7b18
""",
    ],
    waiver="A field without a statement is as it should be.",
)
def statement_on_unknown_field(statement: Statement, plan: Plan, kinds: Kinds) -> Iterator[Finding]:
    """Only of a field that there is can be said whether a statement still holds."""
    for point in statement.points:
        element = plan.get(point.item)
        kind = kinds.by_name.get(element.kind) if element is not None else None
        named: list[tuple[str, Pointer]] = [(name, ("fields", name)) for name in point.fields]
        named += [(item.field, ("digests", item.field, "field")) for item in point.digests]
        for field, place in named:
            if kind is not None and field and field not in kind.fields:
                words = {"field": field, "item": point.item, "point": point.id}
                yield statement.at(*point.place, *place), words
