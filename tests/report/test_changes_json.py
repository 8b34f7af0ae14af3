"""Changes for programs."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from generated import pairs, plain, styled
from ten_events import NEW, OLD
from versions import ROUNDS, between, compared, measure
from wirctl.diff.compare import compare
from wirctl.report.changes_json import json_lines
from wirctl.report.registry import Look
from wirctl.resources import folder

if TYPE_CHECKING:
    from hypothesis.strategies import DataObject

    from generated import Records
    from versions import MemoryTree
    from wirctl.diff.compare import Comparison

SCHEMA = json.loads((folder("schemas") / "output/changes.schema.json").read_text(encoding="utf-8"))
VALIDATOR = Draft202012Validator(SCHEMA)


def made(comparison: Comparison, language: str = "de") -> dict[str, Any]:
    [text] = json_lines(comparison, Look(language))
    return dict(json.loads(text))


def fingerprints(old: MemoryTree, new: MemoryTree, language: str = "de") -> set[str]:
    return {change["fingerprint"] for change in made(compare(old, new), language)["changes"]}


def test_output_schema_is_a_schema() -> None:
    Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize("number", range(1, len(ROUNDS)))
def test_real_changes_are_as_the_schema_says(number: int) -> None:
    VALIDATOR.validate(made(between(ROUNDS[number - 1], ROUNDS[number])))


@given(pairs())
def test_any_changes_are_as_the_schema_says(versions: tuple[Records, Records]) -> None:
    found = made(compare(*map(plain, versions)))
    VALIDATOR.validate(found)
    prints = [change["fingerprint"] for change in found["changes"]]
    assert len(set(prints)) == len(prints)


def test_ten_events_can_be_counted() -> None:
    found = made(compared(OLD, NEW))
    changes = [change for change in found["changes"] if change["class"] != "form"]
    keys = [change["event"] for change in changes]
    assert len({*keys} - {None}) + keys.count(None) + len(found["form_only"]) == 10
    together: dict[str, list[str]] = {}
    for change in changes:
        if change["event"]:
            told = f"{change['kind']} {change['element']['id']}"
            together.setdefault(change["event"], []).append(told)
    assert sorted(together.values()) == [
        ["element-renamed M-SOZ-06", "element-moved M-SOZ-06"],
        ["element-withdrawn M-BIL-02", "element-split M-BIL-05", "element-split M-BIL-06"],
    ]


def test_event_has_its_key_whatever_else_changed() -> None:
    changed = NEW.replace("amount_eur: 300000", "amount_eur: 310000")
    keys = [
        {change["event"] for change in made(compared(OLD, new))["changes"]}
        for new in (NEW, changed)
    ]
    assert keys[0] == keys[1] != {None}


def test_plan_says_of_itself_what_it_is() -> None:
    plan = "# plan.yaml\n{id: P, title: A, format: 1, disclaimer: 'Nachgebildet. Nicht amtlich.'}\n"
    assert made(compared("", measure("title: A")))["disclaimer"] is None
    assert made(compared(plan, plan + measure("title: A")))["disclaimer"] == (
        "Nachgebildet. Nicht amtlich."
    )


def test_change_of_a_figure_is_told_whole() -> None:
    old = "# fields/HF-BIL.yaml\n{id: HF-BIL, title: Bildung}\n" + measure(
        "title: Kurse\nfield: HF-BIL\ncosts:\n  - {year: 2023, kind: yearly, amount_eur: 5}"
    )
    [change] = made(compared(old, old.replace("eur: 5", "eur: 7")))["changes"]
    del change["fingerprint"]
    assert change == {
        "event": None,
        "kind": "value-changed",
        "element": {"kind": "measure", "id": "M-BIL-01", "title": "Kurse", "field": "HF-BIL"},
        "pointer": "costs/2023:yearly/amount_eur",
        "old_pointer": "costs/2023:yearly/amount_eur",
        "class": "substantive",
        "class_rule": "value-differs",
        "difference": {"amount": "+2", "unit": "EUR"},
        "old": 5,
        "new": 7,
        "old_at": {"path": "measures/M-BIL-01.yaml", "line": 5, "column": 44},
        "new_at": {"path": "measures/M-BIL-01.yaml", "line": 5, "column": 44},
        "lineage": [],
        "arguments": {},
        "members": [],
        "exceptions": [],
    }


def test_plan_is_known_by_its_kind_and_its_own_id() -> None:
    found = made(compared("# plan.yaml\nid: WIR\ntitle: A\n", "# plan.yaml\nid: WIR\ntitle: B\n"))
    assert [change["element"] for change in found["changes"]] == [
        {"kind": "plan", "id": "WIR", "title": "B", "field": None}
    ]
    assert found["changes"][0]["new_at"] == {"path": "plan.yaml", "line": 2, "column": 8}


def test_struck_element_keeps_the_title_and_the_field_that_it_had() -> None:
    found = made(compared(OLD, NEW))
    [struck] = [
        change
        for change in found["changes"]
        if change["kind"] == "element-withdrawn" and change["element"]["id"] == "M-SOZ-03"
    ]
    assert struck["element"] == {
        "kind": "measure",
        "id": "M-SOZ-03",
        "title": "Tiny-Houses",
        "field": "HF-SOZ",
    }


def test_value_of_an_element_that_goes_on_is_placed_in_the_old_file() -> None:
    old = measure("title: A")
    new = measure("title: B\nlineage: [{kind: renamed, from: [M-BIL-01]}]", "M-BIL-02")
    found = {change["kind"]: change for change in made(compared(old, new))["changes"]}
    assert found["text-changed"]["old_at"]["path"] == "measures/M-BIL-01.yaml"
    assert found["text-changed"]["new_at"]["path"] == "measures/M-BIL-02.yaml"


def test_files_only_written_otherwise_and_files_of_no_kind_are_listed() -> None:
    found = made(
        compared(
            "# measures/M-BIL-01.yaml\nid: M-BIL-01\n# notes/A-1.yaml\na: 1\n",
            "# measures/M-BIL-01.yaml\nid: 'M-BIL-01'\n# notes/A-1.yaml\na: 2\n",
        )
    )
    assert (found["changes"], found["form_only"], found["not_compared"]) == (
        [],
        ["measures/M-BIL-01.yaml"],
        ["notes/A-1.yaml"],
    )


@settings(max_examples=settings().max_examples // 2)
@given(pairs(), st.data())
def test_fingerprints_survive_another_style_other_places_and_another_language(
    versions: tuple[Records, Records], data: DataObject
) -> None:
    old, new = versions
    expected = fingerprints(plain(old), plain(new))
    assert fingerprints(data.draw(styled(old)), data.draw(styled(new)), "en") == expected


def test_fingerprint_depends_on_element_place_and_value() -> None:
    pairs_ = [
        ("title: A", "title: B"),
        ("title: A", "title: C"),
        ("objective: A", "objective: B"),
    ]
    prints = [
        made(compared(measure(old), measure(new)))["changes"][0]["fingerprint"]
        for old, new in pairs_
    ]
    other = made(compared(measure("title: A", "M-BIL-02"), measure("title: B", "M-BIL-02")))
    assert len({*prints, other["changes"][0]["fingerprint"]}) == 4


def test_what_probably_goes_on_elsewhere_is_a_question() -> None:
    old = measure("title: Lesepaten in Kitas")
    found = made(compared(old, old.replace("M-BIL-01", "M-BIL-07")))
    VALIDATOR.validate(found)
    assert found["questions"] == [
        {"kind": "renamed", "from": ["M-BIL-01"], "to": ["M-BIL-07"], "likeness": 1.0}
    ]
