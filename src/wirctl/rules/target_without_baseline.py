"""Every target (Zielzahl) says where it starts from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wirctl.core.severity import Severity
from wirctl.rules.engine.registry import rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wirctl.model.indicator import Indicator
    from wirctl.rules.engine.registry import Finding


@rule(
    "target-without-baseline",
    code="W05",
    severity=Severity.WARNING,
    de="Kennzahl {indicator} nennt einen Zielwert, aber keinen Ausgangswert.",
    en="Indicator {indicator} names a target, but no baseline.",
    help_de="Ergänzen Sie unter „baselines“ den Wert vor Beginn mit Datum und Quelle.",
    help_en="Add the value before the start below “baselines”, with date and source.",
    reason_de="Ob ein Ziel ehrgeizig ist und ob es näher kommt, zeigt erst der Abstand zum "
    "Ausgangswert.",
    good=[
        """\
id: I-PERSONAL
title: Anteil an den Beschäftigten
unit: "%"
baselines:
  - {id: pob-2019, value: 14.87, date: 2019-12-31}
target: {value: 17, date: 2026-12-31}
""",
        """\
id: I-BEVOELKERUNG
title: Eine Vergleichszahl ohne Zielwert
unit: "%"
""",
    ],
    bad=[
        """\
id: I-PERSONAL
title: Anteil an den Beschäftigten
unit: "%"
target: {value: 17, date: 2026-12-31}  # <-
""",
    ],
    waiver="An indicator with a baseline and no target is sound: it only watches.",
)
def target_without_baseline(indicator: Indicator) -> Iterator[Finding]:
    """Only the distance to the baseline shows whether a target is bold and comes nearer."""
    if indicator.target is not None and not indicator.baselines:
        yield indicator.at("target"), {"indicator": indicator.id}
