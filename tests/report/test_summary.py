"""A comparison as one table."""

from __future__ import annotations

import json
from itertools import pairwise

import pytest
from jsonschema import Draft202012Validator

import recoding
from ten_events import NEW, OLD
from versions import ROUNDS, between, compared
from wirctl.core.change import Weight
from wirctl.report.events import leading
from wirctl.report.registry import Look, change_formats
from wirctl.report.sections import is_told_as_decision
from wirctl.report.summary import SUMMARIES, tallies
from wirctl.resources import folder

SCHEMA = json.loads((folder("schemas") / "output/summary.schema.json").read_text(encoding="utf-8"))


def test_output_schema_is_a_schema() -> None:
    Draft202012Validator.check_schema(SCHEMA)


def test_there_is_a_summary_in_formats_of_changes() -> None:
    assert set(SUMMARIES) <= set(change_formats())


def test_ten_events_in_a_table() -> None:
    assert list(SUMMARIES["markdown"](compared(OLD, NEW), Look("de"))) == [
        "# Synopse ALT → NEU",
        "",
        "9 inhaltliche Änderungen, 1 Datei nur anders geschrieben.",
        "",
        (
            "| Handlungsfeld | Elemente | inhaltlich | redaktionell | entschieden "
            "| Art der Änderungen |"
        ),
        "| --- | ---: | ---: | ---: | ---: | --- |",
        ("| Bildung | 5 | 3 | 0 | 0 | 1 × geteilt, 1 × Reihenfolge geändert, 1 × Text geändert |"),
        (
            "| Soziales | 6 | 6 | 0 | 0 | 2 × Text geändert, 1 × neu aufgenommen, 1 × umbenannt, "
            "1 × gestrichen, 1 × Wert geändert |"
        ),
        (
            "| Zusammen | 11 | 9 | 0 | 0 | 3 × Text geändert, 1 × neu aufgenommen, 1 × umbenannt, "
            "1 × geteilt, 1 × gestrichen, 1 × Reihenfolge geändert, 1 × Wert geändert |"
        ),
    ]


def test_recoding_counts_once_and_with_all_its_elements() -> None:
    [row, whole] = tallies(compared(recoding.OLD, recoding.NEW), "en")
    assert row.cells("en") == ("Changed alike in many places", "140", "1", "0", "0", "1 × recoded")
    assert (len(whole.elements), dict(whole.kinds)) == (140, {"value-recoded": 1})


@pytest.mark.parametrize("format", sorted(SUMMARIES))
def test_versions_without_a_difference_have_no_table(format: str) -> None:
    text = "\n".join(SUMMARIES[format](compared(OLD, OLD), Look("de")))
    assert "keine Änderungen" in text or json.loads(text)["fields"] == []
    assert "Zusammen" not in text


@pytest.mark.parametrize(("old", "new"), list(pairwise(ROUNDS)))
def test_sums_of_real_rounds_are_those_of_the_changes(old: str, new: str) -> None:
    comparison = between(old, new)
    [text] = SUMMARIES["json"](comparison, Look("de"))
    found = json.loads(text)
    Draft202012Validator(SCHEMA).validate(found)
    told = [
        change
        for change in leading(comparison, comparison.changes)
        if change.weight is not Weight.FORM and not is_told_as_decision(comparison, change)
    ]
    assert sum(found["total"]["kinds"].values()) == len(told)
    assert found["total"]["decided"] == len(comparison.verdicts)
    for name in ("elements", "substantive", "editorial", "decided"):
        assert sum(row[name] for row in found["fields"]) == found["total"][name]


def test_table_fits_a_screen() -> None:
    found = list(SUMMARIES["terminal"](compared(OLD, NEW), Look("de", width=100)))
    assert found[0].startswith("ALT → NEU: 9 inhaltliche")
    assert [line.split("  ")[0] for line in found[2:3]] == ["Handlungsfeld"]
    assert max(map(len, found)) <= 100
