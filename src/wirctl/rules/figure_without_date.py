"""Every baseline and every target has a date."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wirctl.core.severity import Severity
from wirctl.rules.engine.registry import rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wirctl.model.indicator import Indicator
    from wirctl.rules.engine.registry import Finding


@rule(
    "figure-without-date",
    code="W05",
    severity=Severity.WARNING,
    de="Der Wert {value} der Kennzahl {indicator} hat kein Datum.",
    en="The value {value} of indicator {indicator} has no date.",
    help_de="Ergänzen Sie den Stichtag, so genau er bekannt ist, etwa: date: 2019-12-31, "
    'date: 2026-12 oder date: "2026"',
    help_en="Add the day as far as it is known, such as: date: 2019-12-31, date: 2026-12 or "
    'date: "2026"',
    reason_de="Ein Ausgangswert ohne Stichtag lässt sich mit nichts vergleichen, ein Zielwert ohne "
    "Datum wird nie verfehlt.",
    good=[
        """\
id: I-PERSONAL
title: Anteil an den Beschäftigten
unit: "%"
baselines:
  - {id: pob-2019, value: 14.87, date: 2019-12-31}
target: {value: 17, date: "2026"}
""",
    ],
    bad=[
        """\
id: I-PERSONAL
title: Anteil an den Beschäftigten
unit: "%"
baselines:
  - {id: presse, value: 14}  # <-
target:
  value: 17  # <-
""",
    ],
    waiver="A date without a figure cannot be written.",
)
def figure_without_date(indicator: Indicator) -> Iterator[Finding]:
    """A baseline without a day compares with nothing; a target without a date is never missed."""
    target = () if indicator.target is None else (indicator.target,)
    for figure in (*indicator.baselines, *target):
        if not figure.date:
            value = "–" if figure.value is None else figure.value
            yield indicator.at(*figure.place), {"indicator": indicator.id, "value": value}
