"""A plan gives its elements by id, kind and class."""

from __future__ import annotations

import subprocess
import sys

import pytest

from wirctl.core.diagnostic import Location, Subject
from wirctl.model.goal import Goal
from wirctl.model.measure import Measure
from wirctl.model.plan import Element, Plan


def element(kind: str, name: str, **value: object) -> Element:
    return Element(kind, name, f"{kind}s/{name}.yaml", {"id": name, **value})  # type: ignore[dict-item]


GONE = {"reason": "Nicht angenommen."}
HEAD = element("plan", "WIR-2-0", title="WIR 2.0")
GOAL = element("goal", "Z-BIL-1", title="Übergänge")
FIRST = element("measure", "M-BIL-01", title="Schule als Zentrum", goals=["Z-BIL-1"])
STRUCK = element("measure", "M-SOZ-01", title="Wohnen", withdrawn=GONE)
OWN = element("station", "ST-1", title="Haltestelle")
PLAN = Plan.of(iter((HEAD, GOAL, FIRST, STRUCK, OWN)))


def test_elements_stay_in_the_order_given() -> None:
    assert PLAN.elements == (HEAD, GOAL, FIRST, STRUCK, OWN)


def test_element_is_found_by_id() -> None:
    assert PLAN.get("M-BIL-01") is FIRST
    assert PLAN.get("M-BIL-02") is None
    assert Plan.of(()).get("M-BIL-01") is None


def test_first_of_two_elements_with_one_id_is_found() -> None:
    other = element("measure", "M-BIL-01", title="Doppelt")
    assert Plan.of((FIRST, other)).get("M-BIL-01") is FIRST


def test_elements_of_a_kind_hold_tombstones_and_typed_ones_do_not() -> None:
    assert PLAN.of_kind("measure") == (FIRST, STRUCK)
    assert [item.id for item in PLAN.measures] == ["M-BIL-01"]
    assert [item.is_withdrawn for item in PLAN.of_kind("measure")] == [False, True]


def test_typed_elements_are_made_once() -> None:
    assert PLAN.measures is PLAN.measures
    assert isinstance(PLAN.measures[0], Measure)
    assert PLAN.measures[0].goals == ("Z-BIL-1",)


def test_typed_elements_by_the_name_of_their_class() -> None:
    assert PLAN.of_type("Goal") is PLAN.goals
    assert PLAN.of_type("FieldOfAction") == ()
    with pytest.raises(KeyError):
        PLAN.of_type("Station")


def test_entity_is_typed_whatever_its_kind() -> None:
    assert isinstance(PLAN.entity("Z-BIL-1"), Goal)
    struck = PLAN.entity("M-SOZ-01")
    assert struck is not None
    assert struck.subject == STRUCK.subject
    assert PLAN.entity("ST-1") is None
    assert PLAN.entity("M-BIL-02") is None


def test_what_a_plan_has_once() -> None:
    assert PLAN.head is not None
    assert PLAN.head.title == "WIR 2.0"
    assert PLAN.process is None


def test_kind_of_the_plan_itself_has_no_class_but_elements() -> None:
    assert PLAN.of_kind("station") == (OWN,)
    assert PLAN.get("ST-1") is OWN


def test_entity_says_where_it_stands() -> None:
    measure = PLAN.measures[0]
    subject = Subject("measures/M-BIL-01.yaml", "measure", "M-BIL-01")
    assert measure.at() == Location(subject)
    assert measure.at("goals", "Z-BIL-1") == Location(subject, ("goals", "Z-BIL-1"))


def test_plans_of_the_same_elements_are_equal_whatever_was_asked() -> None:
    other = Plan.of(PLAN.elements)
    assert PLAN.goals
    assert other == PLAN
    assert "Goal" not in repr(PLAN)


def test_classes_of_kinds_are_imported_when_first_asked_for() -> None:
    code = """
import sys
from wirctl.model.plan import Element, Plan

def ours():
    return sorted(name for name in sys.modules if name.startswith("wirctl.model."))

plan = Plan.of([Element("goal", "Z-BIL-1", "goals/Z-BIL-1.yaml", {})])
plan.get("Z-BIL-1"), plan.of_kind("goal")
print(ours())
plan.goals
print("wirctl.model.goal" in ours(), "wirctl.model.measure" in ours())
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "['wirctl.model.plan']\nTrue False\n"
