"""What the process of a plan says about its rounds; no body is known to the program by name."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from other_city import PROCESS
from small_plan import small_plan
from wirctl.core.diagnostic import Subject
from wirctl.flow.process import (
    days_before,
    dues,
    outcomes_of,
    parents,
    state_titles,
    step_of,
)
from wirctl.flow.standing import standings
from wirctl.model.round import Deadline, Round
from wirctl.model.states import STATES, state_of
from wirctl.schema.kind import built_in

if TYPE_CHECKING:
    from wirctl.model.plan import Plan

SOURCE = Path(__file__).resolve().parents[2] / "src" / "wirctl"
BODIES = """\
# bodies/G-WERKSTATT.yaml
{id: G-WERKSTATT, title: Klimawerkstatt, kind: working_group}
# bodies/G-WERKSTATT-OST.yaml
{id: G-WERKSTATT-OST, title: Werkstatt Ost, kind: working_group, parent: G-WERKSTATT}
# bodies/G-BEIRAT.yaml
{id: G-BEIRAT, title: Beirat, kind: civil_society}
# bodies/G-RAT.yaml
{id: G-RAT, title: Rat, kind: council}
"""
REST = """\
# measures/M-EN-01.yaml
{id: M-EN-01, kind: measure, title: Dämmen, field: HF-EN, description: D.}
# statements/S-BEIRAT-1.yaml
{id: S-BEIRAT-1, title: Einschätzung, body: G-BEIRAT, round: WERKSTATT-2027-03}
# rounds/WERKSTATT-2027-03.yaml
id: WERKSTATT-2027-03
title: Erste
body: G-WERKSTATT
date: 2027-03
decisions:
  - {item: M-EN-01, outcome: zurueck, mandate: Mehr.}
closed: {date: 2027-03}
"""


@pytest.fixture
def plan(tmp_path: Path) -> Plan:
    return small_plan(f"# process.yaml\n{PROCESS}{BODIES}{REST}").load(tmp_path).plan


def held_by(body: str, date: str = "2027-03-15", **words: str) -> Round:
    return Round(Subject(""), id="R-2027", body=body, date=date, **words)  # type: ignore[arg-type]


def test_state_is_called_as_the_outcome_that_leads_to_it(tmp_path: Path) -> None:
    process = """\
# process.yaml
id: V
outcomes:
  - {id: recommended, title: empfohlen, leads_to: tabled}
  - {id: tabled, title: eingebracht, leads_to: tabled}
  - {id: gebilligt, title: gebilligt, leads_to: accepted}
  - {id: begruesst, title: begrüßt, leads_to: accepted}
"""
    plan = small_plan(process).load(tmp_path).plan
    assert state_titles(plan) == {"tabled": "eingebracht", "accepted": "gebilligt"}


def test_states_come_from_the_outcomes_of_the_plan(plan: Plan) -> None:
    standing = standings(plan)["M-EN-01"]
    assert (standing.state, standing.stage, standing.is_open) == ("returned", "drafted", True)


@pytest.mark.parametrize(
    ("body", "step", "outcomes"),
    [
        ("G-WERKSTATT", "werkstatt", ["gebilligt", "zurueck"]),
        ("G-WERKSTATT-OST", "werkstatt", ["gebilligt", "zurueck"]),
        ("G-RAT", "rat", ["beschlossen"]),
        ("G-BEIRAT", None, ["gebilligt", "zurueck", "beschlossen"]),
    ],
)
def test_round_belongs_to_the_step_of_its_body(
    plan: Plan, body: str, step: str | None, outcomes: list[str]
) -> None:
    found = step_of(plan, held_by(body))
    assert (found.id if found is not None else None) == step
    assert [item.id for item in outcomes_of(plan, held_by(body))] == outcomes


def test_statements_are_due_as_the_step_says_unless_the_round_says_otherwise(plan: Plan) -> None:
    (due,) = dues(plan, held_by("G-WERKSTATT"))
    assert (due.body, due.due, due.required, due.statements) == ("G-BEIRAT", "2027-03-01", True, ())
    own = Round(
        Subject(""),
        id="WERKSTATT-2027-03",
        body="G-WERKSTATT",
        date="2027-03",
        deadlines=(Deadline("G-BEIRAT", "2027-02"), Deadline("G-RAT", "2027-01")),
    )
    found = [(due.body, due.due, due.required, len(due.statements)) for due in dues(plan, own)]
    assert found == [("G-BEIRAT", "2027-02", True, 1), ("G-RAT", "2027-01", False, 0)]


def test_body_that_is_part_of_itself_ends(tmp_path: Path) -> None:
    circle = "{id: G-A, title: A, kind: jury, parent: G-B}\n# bodies/G-B.yaml\n"
    text = f"# bodies/G-A.yaml\n{circle}{{id: G-B, title: B, kind: jury, parent: G-A}}\n"
    assert parents(small_plan(text).load(tmp_path).plan, "G-A") == ("G-B", "G-A")


@pytest.mark.parametrize(
    ("day", "days", "expected"),
    [
        ("2027-03-15", 14, "2027-03-01"),
        ("2027-03", 14, ""),
        ("2027-03-15", None, ""),
        ("0001-01-02", 14, ""),
    ],
)
def test_day_before_a_round_needs_an_exact_day(day: str, days: int | None, expected: str) -> None:
    assert days_before(day, days) == expected


def test_every_state_of_the_schemas_has_a_meaning_and_no_other() -> None:
    field = built_in()["process"].field_of(("outcomes", "leads_to"))
    assert field is not None
    assert set(field.choices) == set(STATES)
    assert state_of("gibt-es-nicht") == STATES["drafted"]


def test_program_knows_no_body_of_any_city() -> None:
    """Examples of rules and of changes may name some; nothing else does."""
    files = [path for path in SOURCE.rglob("*.py") if path.parent.name not in {"rules", "kinds"}]
    assert len(files) > 200
    named = [path.name for path in files if re.search(r"[\"']G-[A-Z]+", path.read_text("utf-8"))]
    assert named == []
