"""Which changes are one event, in every output alike."""

from __future__ import annotations

import json
from itertools import pairwise

import pytest

from versions import ROUNDS, between, changes, compared, measure
from wirctl.core.change import Weight
from wirctl.diff.registry import every_kind
from wirctl.report.changes_json import json_lines
from wirctl.report.events import leading
from wirctl.report.headline import total
from wirctl.report.registry import Look
from wirctl.report.sections import is_told_as_decision, sections
from wirctl.report.selection import selected
from wirctl.report.summary import SUMMARIES
from wirctl.report.synopse import groups

MEASURE = measure("title: A\nkind: measure\nlead_unit: Amt")
TO_LAND = measure("title: A\nkind: recommendation\nlead_unit: Amt\naddressee: Land")
TO_BUND = measure("title: A\nkind: working_group\nlead_unit: Amt\naddressee: Bund")


def sentences(old: str, new: str) -> list[str]:
    return [row.sentence for section in sections(compared(old, new), "de") for row in section.rows]


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        pytest.param(MEASURE, TO_LAND, "Maßnahme → Empfehlung (Land)", id="the addressee came"),
        pytest.param(TO_LAND, MEASURE, "Empfehlung (Land) → Maßnahme", id="it went"),
        pytest.param(
            TO_LAND, TO_BUND, "Empfehlung (Land) → Arbeitsgruppe (Bund)", id="it is another"
        ),
    ],
)
def test_conversion_and_its_addressee_are_told_and_counted_once(
    old: str, new: str, told: str
) -> None:
    found = compared(old, new)
    assert [change.at for change in found.changes] == [("kind",), ("addressee",)]
    assert sentences(old, new) == [f"Umgewandelt: {told}"]
    assert total(found, "de") == "1 inhaltliche Änderung"
    [group] = groups(found, "de")
    assert (group.substantive, [len(entry.lines) for entry in group.entries]) == (1, [1])
    [text] = SUMMARIES["json"](found, Look("de"))
    assert json.loads(text)["total"]["kinds"] == {"measure-converted": 1}
    [text] = json_lines(found, Look("de"))
    keys = {change["event"] for change in json.loads(text)["changes"]}
    assert len(keys) == 1
    assert None not in keys


def test_addressee_alone_stands_for_itself() -> None:
    other = TO_LAND.replace("Land", "Bund")
    assert sentences(TO_LAND, other) == ["Adressat geändert"]
    assert sentences(MEASURE, MEASURE + "\naddressee: Land") == ["Adressat ergänzt"]


def test_other_field_of_a_converted_measure_stands_for_itself() -> None:
    other = TO_LAND.replace("Amt", "Stab")
    assert len(sentences(MEASURE, other)) == 2
    assert total(compared(MEASURE, other), "de") == "2 inhaltliche Änderungen"


def test_addressee_is_told_where_the_conversion_is_not() -> None:
    found = selected(compared(MEASURE, TO_LAND), without=("kind:measure-converted",))
    assert [row.sentence for part in sections(found, "de") for row in part.rows] == [
        "Adressat ergänzt"
    ]
    assert total(found, "de") == "1 inhaltliche Änderung, 1 Änderung nicht ausgewählt"


def test_addressees_are_told_where_one_change_stands_for_many_conversions() -> None:
    names = [f"M-BIL-0{number}" for number in range(1, 4)]
    old = "".join(measure("title: A\nkind: measure", name) for name in names)
    new = "".join(
        measure(f"title: A\nkind: recommendation\naddressee: Land {name}", name) for name in names
    )
    assert next(change.kind for change in changes(old, new)) == "value-recoded"
    assert sentences(old, new)[1:] == ["Adressat ergänzt"] * 3


def test_addressee_that_somebody_declared_to_be_editorial_is_told_with_the_reason() -> None:
    round_ = (
        "# rounds/LG-1.yaml\n{id: LG-1, body: G-LG, date: 2021-11-08, downgrades: "
        "[{item: M-BIL-01, pointer: addressee, by: G-LG, reason: Stand schon im Text.}]}\n"
    )
    found = compared(MEASURE, TO_LAND + round_)
    [section] = (part for part in sections(found, "de") if part.element == "M-BIL-01")
    assert [row.sentence for row in section.rows][1:] == ["Adressat ergänzt"]
    assert "Stand schon im Text." in section.rows[1].remark


def test_kind_that_tells_a_field_has_its_words_for_both_sides() -> None:
    for kind in every_kind().values():
        for name in kind.tells:
            assert f"{{{name}}}" in kind.de
            assert f"{{old_{name}}}" in kind.de


@pytest.mark.parametrize(("old", "new"), list(pairwise(ROUNDS)))
def test_every_counted_change_of_the_real_rounds_has_its_row(old: str, new: str) -> None:
    found = between(old, new)
    counted = [
        change
        for change in leading(found, found.changes)
        if change.weight is Weight.SUBSTANTIVE and not is_told_as_decision(found, change)
    ]
    rows = [
        row.change
        for section in sections(found, "de")
        for row in section.rows
        if not row.is_editorial
    ]
    assert sorted(map(id, counted)) == sorted(map(id, rows))
