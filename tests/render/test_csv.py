"""Tables that others read: typed, described, without formulas, with nothing lost."""

from __future__ import annotations

import csv
import json
from io import StringIO
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as some

from full_plan import KINDS, full_plan, numbered
from site_parts import site_of, view
from wirctl.render.opendata.guard import guarded, unguarded
from wirctl.render.writing import render

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from frictionless import Package

    from wirctl.render.model.site import Site

PLAN = """\
# measures/bil/M-BIL-01.yaml
id: M-BIL-01
kind: measure
title: =cmd|x
field: HF-BIL
goals: [Z-BIL-1]
period: {start: 2022-09}
target_groups: [Schüler*innen, "-1"]
staffing_fte: 0.5
fund_eligible: false
costs:
  - {year: 2022, amount_eur: 250000, kind: one_off}
  - {year: 2023, amount_eur: "12.50", kind: one_off}
# fields/HF-BIL.yaml
id: HF-BIL
title: Bildung
order: 1
# goals/Z-BIL-1.yaml
id: Z-BIL-1
field: HF-BIL
title: Ziel
text: Text
"""


def rows(data: bytes) -> list[dict[str, str]]:
    """The rows of a table by the names of its columns, without what is empty."""
    read = csv.DictReader(StringIO(data.decode(), newline=""))
    return [{name: cell for name, cell in row.items() if cell} for row in read]


def test_element_is_a_row_and_each_record_in_a_list_a_row_elsewhere(tmp_path: Path) -> None:
    files = render(site_of(PLAN, tmp_path), "csv")
    assert rows(files["measure.csv"]) == [
        {
            "id": "M-BIL-01",
            "kind": "measure",
            "title": "'=cmd|x",
            "field": "HF-BIL",
            "goals": '["Z-BIL-1"]',
            "period.start": "2022-09",
            "target_groups": '["Schüler*innen", "\'-1"]',
            "staffing_fte": "0.5",
            "fund_eligible": "false",
        }
    ]
    assert rows(files["measure.costs.csv"]) == [
        {
            "element_id": "M-BIL-01",
            "place": "1",
            "year": "2022",
            "amount_eur": "250000",
            "kind": "one_off",
        },
        {
            "element_id": "M-BIL-01",
            "place": "2",
            "year": "2023",
            "amount_eur": "12.50",
            "kind": "one_off",
        },
    ]


def test_lines_end_as_the_format_wants_and_quotes_are_doubled(tmp_path: Path) -> None:
    plan = PLAN.replace("title: =cmd|x", "title: 'Er sagt \"ja\", sie; nein'")
    data = render(site_of(plan, tmp_path), "csv")["measure.csv"]
    assert b'"Er sagt ""ja"", sie; nein"' in data
    assert data.count(b"\r\n") == data.count(b"\n") == 2


def packaged(files: Mapping[str, bytes], folder: Path) -> Package:
    """The tables as frictionless reads them."""
    for path, data in files.items():
        (folder / path).write_bytes(data)
    from frictionless import Package

    return Package(str(folder / "datapackage.json"))


def check(site: Site, folder: Path) -> None:
    folder.mkdir(exist_ok=True)
    report = packaged(render(site, "csv", url="https://example.org"), folder).validate()
    assert report.flatten(["name", "rowNumber", "fieldName", "message"]) == []


@pytest.mark.slow
def test_example_is_valid_for_the_library_of_the_format(example: Site, tmp_path: Path) -> None:
    check(example, tmp_path)


@pytest.mark.slow
def test_plan_that_says_everything_is_valid(tmp_path: Path) -> None:
    check(view(full_plan(numbered()[0]), KINDS), tmp_path)


@pytest.mark.slow
def test_library_reads_values_of_their_types(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    package = packaged(render(site_of(PLAN, tmp_path), "csv"), tmp_path / "out")
    measures: Any = package.get_resource("measure")
    row = measures.read_rows()[0]
    assert row["goals"] == ["Z-BIL-1"]
    assert row["staffing_fte"] == pytest.approx(0.5)
    assert row["fund_eligible"] is False
    costs: Any = package.get_resource("measure.costs")
    cost = costs.read_rows()[1]
    assert str(cost["amount_eur"]) == "12.50"


def test_description_says_where_the_tables_come_from(example: Site) -> None:
    said = json.loads(render(example, "csv", url="https://example.org")["datapackage.json"])
    assert said["homepage"] == "https://example.org/"
    assert said["wirctl"]["commit"] == example.version.commit
    assert said["wirctl"]["format"] == "csv"


def test_columns_are_the_same_whatever_is_said(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    heads = {
        render(site_of(plan, tmp_path / name), "csv")["measure.csv"].partition(b"\r")[0]
        for name, plan in (("a", PLAN), ("b", PLAN.replace("staffing_fte: 0.5\n", "")))
    }
    assert len(heads) == 1


@given(some.text(some.sampled_from("=+-@'; \t\r\nab＝"), max_size=12))
def test_guard_is_undone_to_the_letter(text: str) -> None:
    assert unguarded(guarded(text)) == text


@given(some.text(max_size=30))
def test_nothing_that_could_be_a_cell_begins_a_formula(text: str) -> None:
    said = guarded(text)
    for line in said.replace("\r", "\n").replace("\t", "\n").replace(";", "\n").split("\n"):
        assert not line.lstrip(" \u00a0").startswith(tuple("=+-@"))
