"""Every baseline and every target names its source (Quelle)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wirctl.core.severity import Severity
from wirctl.rules.engine.registry import rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wirctl.model.indicator import Indicator
    from wirctl.rules.engine.registry import Finding


@rule(
    "figure-without-source",
    code="W05",
    severity=Severity.WARNING,
    de="Woher der Wert {value} der Kennzahl {indicator} kommt, ist nicht genannt.",
    en="Where the value {value} of indicator {indicator} comes from is not said.",
    help_de="Ergänzen Sie bei diesem Wert „source“ mit dem Titel der Quelle („title“) und, wenn es "
    "eine gibt, ihrer Adresse („url“) oder Drucksache („paper“).",
    help_en="Add “source” to this value with the title of the source (“title”) and, if there is "
    "one, its address (“url”) or paper (“paper”).",
    reason_de="Für den Anteil am Personal kursierten 14, 14,87 und 15 Prozent nebeneinander. Nur "
    "mit der Quelle lässt sich klären, welche Zahl gilt. Nennt die Kennzahl insgesamt genau eine "
    "Quelle, gilt sie für alle Werte.",
    good=[
        """\
id: I-PERSONAL
title: Anteil an den Beschäftigten
unit: "%"
baselines:
  - {id: pob-2019, value: 14.87, date: 2019-12-31, source: {title: Personalbericht 2019}}
target: {value: 17, date: 2026-12-31, source: {title: Maßnahmenkatalog 2022}}
""",
        """\
id: I-ATEAMS
title: Eine Kennzahl mit nur einer Quelle für alles
unit: Einrichtungen
target: {value: 18, date: "2026"}
sources:
  - {title: Bericht zum Projekt}
""",
    ],
    bad=[
        """\
id: I-PERSONAL
title: Anteil an den Beschäftigten
unit: "%"
baselines:
  - {id: presse, value: 14, date: "2020"}  # <-
target: {value: 17, date: 2026-12-31}  # <-
sources:
  - {title: Personalbericht 2019}
  - {title: Maßnahmenkatalog 2022}
""",
    ],
    waiver="A source without a figure may back the texts of the indicator.",
)
def figure_without_source(indicator: Indicator) -> Iterator[Finding]:
    """Only the source settles which of several figures counts."""
    target = () if indicator.target is None else (indicator.target,)
    for figure in (*indicator.baselines, *target):
        if figure.source is None and len(indicator.sources) != 1:
            value = "–" if figure.value is None else figure.value
            yield indicator.at(*figure.place), {"indicator": indicator.id, "value": value}
