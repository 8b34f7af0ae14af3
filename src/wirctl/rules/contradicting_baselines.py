"""The baselines (Ausgangswerte) of an indicator agree with each other."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from wirctl.core.severity import Severity
from wirctl.model.dates import first_day, last_day
from wirctl.rules.engine.registry import rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wirctl.model.indicator import Baseline, Indicator
    from wirctl.rules.engine.registry import Finding


@rule(
    "contradicting-baselines",
    code="W05",
    severity=Severity.WARNING,
    de="Die Ausgangswerte von {indicator} widersprechen sich, und es ist nicht geklärt, welcher "
    "gilt: {values}.",
    en="The baselines of {indicator} contradict each other, and which one counts is not settled: "
    "{values}.",
    help_de="Klären Sie an den Quellen, welcher Wert gilt. Bis dahin bleiben alle stehen, jeder "
    "mit seiner Quelle; die strittigen tragen unresolved: true.",
    help_en="Settle from the sources which value counts. Until then all of them stay, each with "
    "its source; those in dispute carry unresolved: true.",
    reason_de="Zwei Quellen, die sich widersprechen, bleiben beide sichtbar, bis jemand den "
    "Widerspruch klärt. Für den Anteil am Personal waren 14, 14,87 und 15 Prozent im Umlauf.",
    good=[
        """\
id: I-PERSONAL
title: Zwei Stichtage, zwei Begriffe, ein gerundeter Wert
unit: "%"
term: T-MIGRATIONSHINTERGRUND
baselines:
  - {id: pob-2018, value: 14.2, date: 2018-12-31}
  - {id: pob-2019, value: 14.87, date: 2019-12-31}
  - {id: presse, value: 15, accuracy: about, date: "2019"}
  - {id: anders, value: 22, date: 2019-12-31, term: T-INTERNATIONALE-GESCHICHTE}
  - {id: unbekannt, value: 13}
""",
    ],
    bad=[
        """\
id: I-PERSONAL
title: Anteil an den Beschäftigten
unit: "%"
baselines:
  - {id: pob-2019, value: 14.87, date: 2019-12-31}  # <-
  - {id: presse, value: 14, accuracy: about, date: "2019"}
""",
        """\
id: I-PERSONAL
title: Der Widerspruch ist vermerkt und noch offen
unit: "%"
baselines:
  - {id: pob-2019, value: 14.87, date: 2019-12-31}  # <-
  - {id: katalog, value: 15, date: "2022", unresolved: true}
""",
    ],
    waiver="The values stand side by side in one element: there is no other end to look from.",
)
def contradicting_baselines(indicator: Indicator) -> Iterator[Finding]:
    """Two sources that contradict each other both stay in sight until someone settles it."""
    baselines = indicator.baselines
    open_ = any(item.unresolved for item in baselines)
    if open_ or any(_contradict(one, other) for one, other in combinations(baselines, 2)):
        values = tuple(str(item.value) for item in baselines if item.value is not None)
        yield indicator.at("baselines"), {"indicator": indicator.id, "values": values}


def _contradict(one: Baseline, other: Baseline) -> bool:
    same = (one.term, one.population) == (other.term, other.population)
    return same and _overlap(one.date, other.date) and not _equal(one, other)


def _overlap(one: str, other: str) -> bool:
    """Whether two dates may mean the same day; of an unknown one nobody can say so."""
    begin, end = first_day(one), last_day(other)
    begin_other, end_other = first_day(other), last_day(one)
    if begin is None or end is None or begin_other is None or end_other is None:
        return False
    return begin <= end and begin_other <= end_other


def _equal(one: Baseline, other: Baseline) -> bool:
    """Whether two values agree, a rounded one within half of its last digit."""
    if one.value is None or other.value is None:
        return True
    spare = max(_spare(one), _spare(other))
    return abs(one.value - other.value) <= spare


def _spare(baseline: Baseline) -> float:
    if baseline.accuracy == "exact":
        return 0.0
    digits = len(str(baseline.value).partition(".")[2])
    return float(0.5 * 10**-digits)
