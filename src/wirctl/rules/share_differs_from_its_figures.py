"""A share is what its two figures (Zähler und Nenner) give."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wirctl.core.severity import Severity
from wirctl.rules.engine.registry import rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wirctl.model.indicator import Baseline, Indicator
    from wirctl.rules.engine.registry import Finding


@rule(
    "share-differs-from-its-figures",
    code="W06",
    severity=Severity.WARNING,
    de="{numerator} von {denominator} sind {share} Prozent, nicht {value}.",
    en="{numerator} of {denominator} are {share} per cent, not {value}.",
    help_de="Prüfen Sie die drei Zahlen an der Quelle.",
    help_en="Check the three figures against the source.",
    reason_de="Ein abgeleiteter Wert muss sich nachrechnen lassen. 1.725 von 11.601 Beschäftigten "
    "sind 14,87 Prozent; aus „14 Prozent“ lässt sich das nicht zurückrechnen.",
    good=[
        """\
id: I-PERSONAL
title: Anteil an den Beschäftigten
unit: "%"
baselines:
  - {id: pob-2019, value: 14.87, numerator: 1725, denominator: 11601, date: 2019-12-31}
  - {id: gerundet, value: 15, numerator: 1725, denominator: 11601, date: 2019-12-31}
  - {id: presse, value: 14, date: "2020"}
""",
    ],
    bad=[
        """\
id: I-PERSONAL
title: Anteil an den Beschäftigten
unit: "%"
baselines:
  - {id: presse, value: 14, numerator: 1725, denominator: 11601, date: 2019-12-31}  # <-
""",
    ],
    waiver="The three figures stand in one record: there is no other end to look from.",
)
def share_differs_from_its_figures(indicator: Indicator) -> Iterator[Finding]:
    """A derived value must be one that others can work out again."""
    for baseline in indicator.baselines if indicator.unit in {"%", "Prozent"} else ():
        share = _share(baseline)
        if share is None or baseline.value is None:
            continue
        digits = len(str(baseline.value).partition(".")[2])
        if abs(share - baseline.value) > 0.5 * 10**-digits + 1e-9:
            figures = {
                "numerator": baseline.numerator or 0,
                "denominator": baseline.denominator or 0,
                "share": round(share, 2),
                "value": baseline.value,
            }
            yield indicator.at(*baseline.place, "value"), figures


def _share(baseline: Baseline) -> float | None:
    if baseline.numerator is None or not baseline.denominator:
        return None
    return 100 * baseline.numerator / baseline.denominator
