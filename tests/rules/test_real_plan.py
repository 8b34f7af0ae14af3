"""What the rules find in the real plan: true statements, each known from its sources."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from typing import TYPE_CHECKING

import pytest

from replay import state
from small_plan import SmallPlan
from wirctl.core.severity import Severity
from wirctl.rules.engine.profiles import profile_levels
from wirctl.rules.engine.registry import every_rule
from wirctl.rules.engine.run import Levels, run

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from wirctl.core.diagnostic import Diagnostic

pytestmark = pytest.mark.slow
LEVELS = Levels(levels=profile_levels("reconstruction"))

WARNINGS: Mapping[str, set[str]] = {
    "avoided-term": {"DS-2337-2020", "G-IB", "G-KUR"},
    "baseline-counts-other-term": {"I-BEVOELKERUNG", "I-PERSONAL-GESAMT"},
    "contradicting-baselines": {"I-PERSONAL-GESAMT"},
    "decision-without-statement": {
        *("LG-2021-11-01", "LG-2021-11-08", "LG-2021-11-22", "LG-2021-11-29", "LG-2021-12-06"),
        "LG-2021-12",
    },
    "deferred-item-never-decided": {"Z-JUG-1"},
    "expert-group-without-speaker": {
        *("G-EG-JUG", "G-EG-SOZ", "G-EG-STK", "G-EG-SVW", "G-EG-WIR"),
    },
    "figure-without-date": {"I-BEVOELKERUNG", "I-PERSONAL-GESAMT"},
    "goal-without-measure": {"Z-BIL-1", "Z-BIL-3", "Z-BIL-4", "Z-BIL-5", "Z-BIL-6"},
    "measure-without-goal": {
        *("M-BIL-02", "M-BIL-03", "M-DEM-02", "M-DEM-04", "M-SOZ-01", "M-SOZ-02", "M-SOZ-04"),
        *("M-SOZ-05", "M-STK-06", "M-STK-08", "M-SVW-03"),
    },
    "outdated-name": {"G-JHA"},
    "parity-broken": {"G-EG-BIL", "G-LG"},
    "planned-date-passed": {"MS-KURATORIUM-ARBEIT"},
    "returned-item-never-decided": {"Z-SOZ-1"},
    "seat-count-against-rule": {"G-KUR"},
    "seats-differ-from-planned": {"G-KUR", "G-LG"},
    "target-without-baseline": {"I-PERSONAL-NEU"},
}


def found(step: str | None, today: date, folder: Path) -> list[Diagnostic]:
    """The findings in the plan after a step, as the project's own settings have it."""
    plan = SmallPlan({path: data.decode() for path, data in state(step).items()}, today)
    return list(run(every_rule().values(), plan.context(plan.load(folder)), LEVELS))


def test_real_plan_has_these_warnings_and_no_errors(tmp_path: Path) -> None:
    warnings = defaultdict(set)
    for item in found(None, date(2026, 11, 22), tmp_path):
        assert item.severity is not Severity.ERROR
        if item.severity is Severity.WARNING:
            warnings[item.rule].add(item.subject.id)
    assert warnings == WARNINGS


@pytest.mark.parametrize(
    ("step", "today", "rule", "elements"),
    [
        pytest.param(
            "RAT-2021-02-25",
            date(2021, 2, 25),
            "parity-broken",
            {"G-LG", "G-EG-BIL"},
            id="W02: 12 to 11 seats were planned in 2019, 6 to 5 were taken",
        ),
        pytest.param(
            "EG-2021",
            date(2021, 9, 30),
            "planned-date-passed",
            {"MS-KATALOG"},
            id="W24: the catalogue was planned for April 2021",
        ),
        pytest.param(
            "RAT-2021-02-25",
            date(2021, 2, 25),
            "planned-date-passed",
            set(),
            id="W24: in February 2021 it was not late yet",
        ),
        pytest.param(
            "LG-2021-12-06",
            date(2021, 12, 6),
            "deferred-item-never-decided",
            {"M-BIL-03", "Z-JUG-1"},
            id="W10: two items were put off",
        ),
        pytest.param(
            "LG-2021-12",
            date(2021, 12, 31),
            "deferred-item-never-decided",
            {"Z-JUG-1"},
            id="W10: the last session came back to one of them",
        ),
        pytest.param(
            "LG-2021-12",
            date(2021, 12, 31),
            "seats-differ-from-planned",
            {"G-LG"},
            id="W03: the board of trustees was only planned",
        ),
        pytest.param(
            "LG-2021-11-22",
            date(2021, 11, 22),
            "rejected-item-still-in-plan",
            set(),
            id="W10: the tiny houses left a tombstone",
        ),
        pytest.param(
            None,
            date(2026, 11, 22),
            "implementation-before-decision",
            set(),
            id="W16: who began early says why",
        ),
    ],
)
def test_real_event_is_found_when_it_happened(
    step: str | None, today: date, rule: str, elements: set[str], tmp_path: Path
) -> None:
    items = found(step, today, tmp_path)
    assert {item.subject.id for item in items if item.rule == rule} == elements
