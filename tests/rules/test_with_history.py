"""Rules that ask what the plan said before, in a repository with its history."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from other_city import other_city
from small_plan import TODAY
from wirctl.cli.desk import known
from wirctl.cli.place import find_place, tree_at
from wirctl.core.value import record_of
from wirctl.load import load
from wirctl.rules.engine.context import Context
from wirctl.rules.engine.registry import every_rule
from wirctl.rules.engine.run import Levels, run
from wirctl.schema.kind import built_in
from wirctl.schema.pins import field_digests
from wirctl.source.document import read

if TYPE_CHECKING:
    from pathlib import Path

    from builder import Builder

pytestmark = pytest.mark.slow
RULES = (
    "resubmitted-without-change",
    "condition-without-change",
    "decision-on-other-text",
    "decision-without-statement",
    "statement-outdated",
    "downgrade-without-change",
)
MEASURE = "plan/measures/en/M-EN-02.yaml"
FIRST = """\
id: WERKSTATT-2026-03
title: Erste
body: G-WERKSTATT
date: 2026-03
decisions:
  - {item: M-EN-02, outcome: %s}
closed: {date: 2026-03}
"""
SECOND = """\
id: WERKSTATT-2026-04
title: Zweite
body: G-WERKSTATT
date: 2026-04
submissions:
  - {item: M-EN-02}
decisions:
  - {item: M-EN-02, outcome: gebilligt}
closed: {date: 2026-04}
"""


OPEN = """\
id: WERKSTATT-2026-05
title: Dritte
body: G-WERKSTATT
date: 2026-05
downgrades:
  - {item: M-EN-02, pointer: description, reason: Tippfehler, by: G-WERKSTATT}
"""


def found(made: Builder) -> set[tuple[str, str, str]]:
    """Rule, element and pointer of what these rules find."""
    place = find_place(str(made.path / "plan"))
    tree = tree_at(place)
    loaded = load(tree)
    rules = [every_rule()[name] for name in RULES]
    with known(place, tree, loaded) as past:
        context = Context(loaded.plan, loaded.kinds, TODAY, past.standings, past)
        findings = list(run(rules, context, Levels()))
    asked = {"decision-without-statement"}
    return {
        (item.rule, item.subject.id, "/".join(map(str, item.at)))
        for item in findings
        if isinstance(item.at, tuple) and item.rule not in asked
    }


@pytest.fixture
def made(tmp_path: Path) -> Builder:
    return other_city(tmp_path / "city")


def changed(made: Builder, old: str, new: str) -> dict[str, str]:
    return {MEASURE: (made.path / MEASURE).read_text().replace(old, new)}


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        pytest.param(("", ""), 1, id="nothing"),
        pytest.param(("description: ", "description:  "), 1, id="form"),
        pytest.param(("Solarzellen.", "Solarzellen!"), 1, id="spelling"),
        pytest.param(("Alle Dächer", "30 Dächer"), 0, id="a figure"),
    ],
)
def test_mandate_is_answered_by_substance_only(
    made: Builder, change: tuple[str, str], expected: int
) -> None:
    mandate = "zurueck, mandate: Genauer"
    made.commit({"plan/rounds/WERKSTATT-2026-03.yaml": FIRST % mandate})
    made.commit(changed(made, *change))
    made.commit({"plan/rounds/WERKSTATT-2026-04.yaml": SECOND})
    made.commit(changed(made, "Mehr eigener", "90 % eigener"))
    finding = ("resubmitted-without-change", "WERKSTATT-2026-04", "submissions/M-EN-02")
    assert found(made) == ({finding} if expected else set())


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        pytest.param(("", ""), 1, id="nothing"),
        pytest.param(("Mehr eigener", "90 % eigener"), 1, id="another field"),
        pytest.param(("Alle Dächer", "30 Dächer"), 0, id="the field that it names"),
    ],
)
def test_condition_is_followed_by_a_change_of_its_field(
    made: Builder, change: tuple[str, str], expected: int
) -> None:
    condition = "gebilligt, conditions: [{id: c1, text: Wie viele?, fields: [description]}]"
    process = made.path / "plan/process.yaml"
    leads = process.read_text().replace("leads_to: accepted", "leads_to: accepted_with_conditions")
    made.commit({"plan/process.yaml": leads})
    made.commit({"plan/rounds/WERKSTATT-2026-03.yaml": FIRST % condition})
    made.commit(changed(made, *change))
    made.commit({"plan/rounds/WERKSTATT-2026-04.yaml": SECOND})
    at = "decisions/M-EN-02/conditions/c1"
    finding = ("condition-without-change", "WERKSTATT-2026-03", at)
    assert found(made) == ({finding} if expected else set())


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        pytest.param(("", ""), set(), id="nothing"),
        pytest.param(("Solarzellen.", "Solarzellen!"), set(), id="spelling"),
        pytest.param(
            ("Alle Dächer", "30 Dächer"),
            {
                ("decision-on-other-text", "S-BEIRAT-1", "points/p1"),
                ("statement-outdated", "S-BEIRAT-1", "points/p1"),
            },
            id="a figure",
        ),
    ],
)
def test_text_that_changed_between_reading_and_deciding(
    made: Builder, change: tuple[str, str], expected: set[tuple[str, str, str]]
) -> None:
    record = record_of(read("", (made.path / MEASURE).read_bytes()).value)
    pin = field_digests(record, built_in()["measure"], ("description",))["description"]
    said = (
        "id: S-BEIRAT-1\ntitle: Einschätzung\nbody: G-BEIRAT\nround: WERKSTATT-2026-04\n"
        "points:\n  - id: p1\n    item: M-EN-02\n"
        f"    digests:\n      - {{field: description, digest: '{pin}'}}\n"
    )
    made.commit({"plan/statements/S-BEIRAT-1.yaml": said})
    made.commit(changed(made, *change))
    made.commit({"plan/rounds/WERKSTATT-2026-04.yaml": SECOND})
    assert found(made) == expected


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        pytest.param(("", ""), 1, id="nothing"),
        pytest.param(("Solarzellen.", "Solarzellen!"), 1, id="spelling"),
        pytest.param(("Mehr eigener", "90 % eigener"), 1, id="another field"),
        pytest.param(("Alle Dächer", "30 Dächer"), 0, id="the field that it names"),
    ],
)
def test_downgrade_speaks_of_a_change_since_the_last_round(
    made: Builder, change: tuple[str, str], expected: int
) -> None:
    made.commit({"plan/rounds/WERKSTATT-2026-03.yaml": FIRST % "gebilligt"})
    made.commit(changed(made, *change))
    made.commit({"plan/rounds/WERKSTATT-2026-05.yaml": OPEN})
    at = "downgrades/M-EN-02:description"
    finding = ("downgrade-without-change", "WERKSTATT-2026-05", at)
    assert found(made) == ({finding} if expected else set())


def test_downgrade_of_a_closed_round_is_past(made: Builder) -> None:
    made.commit({"plan/rounds/WERKSTATT-2026-03.yaml": FIRST % "gebilligt"})
    made.commit({"plan/rounds/WERKSTATT-2026-05.yaml": f"{OPEN}closed: {{date: 2026-05}}\n"})
    assert found(made) == set()
