"""What commands put out as JSON is what their published schemas say."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import jsonschema
import jsonschema_rs
import pytest

from commands import run
from wirctl.cli.schema import output_schemas

if TYPE_CHECKING:
    from pathlib import Path

Capture = pytest.CaptureFixture[str]


def schema(name: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(output_schemas()[name].read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(found)
    return found


OUTPUTS = [
    ("status", "status"),
    ("status", "status --at {round} --today 2021-12-01"),
    ("translations", "status --translations"),
    ("round-list", "round list"),
    ("round-show", "round show {round}"),
    ("history", "history {field}"),
    ("blame", "blame {measure} --no-cache"),
    ("blame", "blame --all --no-cache"),
    ("history", "history {measure}"),
    ("findings", "lint"),
    ("findings", "validate"),
]
CITY = {"round": "WERKSTATT-2027-03-15", "measure": "M-EN-02", "field": "M-EN-02.description"}
REAL = {"round": "LG-2021-11-22", "measure": "M-STK-04", "field": "M-STK-04.funding_path"}


def check(capsys: Capture, name: str, line: str) -> None:
    ran = run(capsys, *line.split(), "--format", "json")
    assert (ran.code, ran.err) == (0, "")
    jsonschema_rs.validate(schema(name), json.loads(ran.out))


@pytest.mark.usefixtures("city")
@pytest.mark.parametrize(("name", "line"), OUTPUTS)
def test_output_is_what_its_schema_says(capsys: Capture, name: str, line: str) -> None:
    check(capsys, name, line.format(**CITY))


@pytest.mark.slow
@pytest.mark.usefixtures("here")
@pytest.mark.parametrize(("name", "line"), OUTPUTS)
def test_output_about_the_real_plan_is_what_its_schema_says(
    capsys: Capture, name: str, line: str
) -> None:
    check(capsys, name, line.format(**REAL))


@pytest.mark.parametrize("name", sorted(output_schemas()))
def test_schema_of_an_output_is_listed_and_printed(
    capsys: Capture, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.chdir(tmp_path)
    assert f"{name} " in run(capsys, "schema").out
    printed = json.loads(run(capsys, "schema", name).out)
    assert printed == schema(name)
    assert printed["$id"].startswith("urn:wirctl:")
