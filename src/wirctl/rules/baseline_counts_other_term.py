"""Baseline and target of an indicator count by the same term (Begriff)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wirctl.core.severity import Severity
from wirctl.rules.engine.registry import rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wirctl.model.indicator import Indicator
    from wirctl.rules.engine.registry import Finding


@rule(
    "baseline-counts-other-term",
    code="W05",
    severity=Severity.WARNING,
    de="Der Ausgangswert „{baseline}“ von {indicator} zählt nach {found}, {other_de} "
    "nach {wanted}.",
    en="Baseline “{baseline}” of {indicator} counts by {found}, {other_en} by {wanted}.",
    help_de="Nennen Sie einen Ausgangswert nach demselben Begriff, oder halten Sie in „derivation“ "
    "fest, wie sich beide umrechnen lassen, und lassen Sie die Regel mit diesem Grund zu.",
    help_en="Name a baseline by the same term, or write down in “derivation” how the two convert, "
    "and allow the rule for that reason.",
    reason_de="Ändert sich der Begriff, ändert sich, wer gezählt wird. Dann steigt oder fällt ein "
    "Anteil, ohne dass sich etwas verändert hätte.",
    good=[
        """\
id: I-PERSONAL
title: Anteil an den Beschäftigten
unit: "%"
term: T-INTERNATIONALE-GESCHICHTE
baselines:
  - {id: pob-2019, value: 14.87, date: 2019-12-31, term: T-INTERNATIONALE-GESCHICHTE}
  - {id: presse, value: 14, date: "2022"}
target: {value: 17, date: 2026-12-31, term: T-INTERNATIONALE-GESCHICHTE}
""",
    ],
    bad=[
        """\
id: I-PERSONAL
title: Anteil an den Beschäftigten
unit: "%"
term: T-MIGRATIONSHINTERGRUND
baselines:
  - id: pob-2019
    value: 14.87
    date: 2019-12-31
    term: T-MIGRATIONSHINTERGRUND  # <-
target: {value: 17, date: 2026-12-31, term: T-INTERNATIONALE-GESCHICHTE}
""",
        """\
id: I-BEVOELKERUNG
title: Anteil an der Bevölkerung
unit: "%"
term: T-INTERNATIONALE-GESCHICHTE
baselines:
  - id: presse
    value: 38
    date: "2020"
    term: T-MIGRATIONSHINTERGRUND  # <-
""",
    ],
    waiver="Baseline and target stand in one element: there is no other end to look from.",
)
def baseline_counts_other_term(indicator: Indicator) -> Iterator[Finding]:
    """If the term changes, who is counted changes, and a share moves though nothing did."""
    target = indicator.target.term if indicator.target is not None else ""
    wanted = target or indicator.term
    other = _TARGET if target else _INDICATOR
    for baseline in indicator.baselines:
        found = baseline.term
        if found and wanted and found != wanted:
            words = {"indicator": indicator.id, "baseline": baseline.id, "found": found}
            yield indicator.at(*baseline.place, "term"), {**words, "wanted": wanted, **other}


_TARGET = {"other_de": "der Zielwert", "other_en": "the target"}
_INDICATOR = {"other_de": "die Kennzahl", "other_en": "the indicator"}
