"""What is invented for demonstration is said to be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wirctl.core.diagnostic import Location
from wirctl.core.severity import Severity
from wirctl.core.value import record_of, text_of
from wirctl.rules.engine.registry import rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wirctl.model.plan import Element
    from wirctl.rules.engine.registry import Finding


@rule(
    "illustrative-value",
    severity=Severity.NOTE,
    de="{element} enthält Beispielwerte („{reason}“).",
    en="{element} holds values that are examples (“{reason}”).",
    help_de="Ersetzen Sie sie durch die wirklichen Werte und streichen Sie „illustrative“, bevor "
    "der Plan beschlossen wird.",
    help_en="Replace them by the real values and delete “illustrative” before the plan is decided.",
    reason_de="Beispielwerte sind überall, wo sie gezeigt werden, als solche gekennzeichnet. Der "
    "Hinweis sorgt dafür, dass vor dem Beschluss keiner übrig bleibt.",
    good=[
        """\
# measures/M-STK-01.yaml
id: M-STK-01
kind: measure
title: Kulturorte der Vielfalt
field: HF-STK
""",
    ],
    bad=[
        """\
# measures/M-STK-01.yaml
id: M-STK-01
kind: measure
title: Kulturorte der Vielfalt
field: HF-STK
staffing_fte: 1.5
illustrative:
  reason: Der Personalbedarf ist angenommen.  # <-
  fields: [staffing_fte]
""",
    ],
    waiver="Real values need no mark.",
)
def illustrative_value(element: Element) -> Iterator[Finding]:
    """Examples are marked wherever they are shown; before the decision none should be left."""
    mark = record_of(element.value.get("illustrative"))
    if mark:
        words = {"element": element.id, "reason": text_of(mark.get("reason"))}
        yield Location(element.subject, ("illustrative",)), words
