"""`wirctl history` on the command line, and the values behind it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from builder import Builder
from replay import replay
from wirctl.cli.blame import UnknownElementError
from wirctl.cli.history import NoSuchValueError, history

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="module")
def real(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("real")
    replay(folder)
    return folder / "plan"


@pytest.fixture(autouse=True)
def _german(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WIRCTL_LANG", "de")


def values(id: str, plan: Path, capsys: pytest.CaptureFixture[str]) -> list[tuple[Any, ...]]:
    """Field, value, round, body and outcome of each row."""
    assert history(id, plan=str(plan), format="json") == 0
    return [
        (field["pointer"], item["value"], item["round"], item["body"], item["outcome"])
        for field in json.loads(capsys.readouterr().out)["fields"]
        for item in field["values"]
    ]


def test_field_has_a_value_for_each_round_that_changed_it(
    real: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert values("M-STK-04.funding_path", real, capsys) == [
        ("funding_path", "own_budget", "EG-2021", "G-EG", "submitted"),
        ("funding_path", "fund", "LG-2021-12-06", "G-LG", "amended"),
    ]


def test_element_has_the_values_of_all_its_fields(
    real: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    found = values("M-STK-04", real, capsys)
    assert ("fund_eligible", True, "LG-2021-12-06", "G-LG", "amended") in found
    assert len([row for row in found if row[0] == "title"]) == 1


def test_place_inside_may_be_written_with_dots(
    real: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert values("M-STK-04.origin.body", real, capsys) == [
        ("origin/body", "G-EG-STK", "EG-2021", "G-EG", "submitted")
    ]


def test_text_is_a_table(real: Path, capsys: pytest.CaptureFixture[str]) -> None:
    history("M-STK-04.funding_path", plan=str(real))
    rows = [line.split() for line in capsys.readouterr().out.splitlines()]
    assert rows[0] == ["M-STK-04", "Diverse", "Autor*innenszene"]
    assert [row[:4] for row in rows[4:]] == [
        ["Finanzierungsweg", "eigener", "Haushalt", "EG-2021"],
        ["Förderfonds", "LG-2021-12-06", "Lenkungsgruppe", "·"],
    ]


def test_outcome_is_called_as_the_plan_calls_it(
    real: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "160")
    history("M-DEM-06.withdrawn", plan=str(real))
    assert "Lenkungsgruppe · nicht angenommen" in capsys.readouterr().out
    monkeypatch.setenv("WIRCTL_LANG", "en")
    history("M-DEM-06.withdrawn", plan=str(real))
    assert "· rejected" in capsys.readouterr().out


def test_unknown_element_and_place_are_told(real: Path) -> None:
    with pytest.raises(UnknownElementError) as raised:
        history("M-STK-4", plan=str(real))
    assert raised.value.near == "M-STK-04"
    with pytest.raises(NoSuchValueError):
        history("M-STK-04.foo", plan=str(real))


def test_renamed_element_has_the_values_of_the_one_before_and_those_since(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    made = Builder.new(tmp_path / "repo")
    made.commit(
        {
            "plan/plan.yaml": "id: PLAN\ntitle: Ein Plan\nformat: 1\n",
            "plan/measures/M-BIL-01.yaml": "id: M-BIL-01\ntitle: Eins\npriority: low\n",
            "plan/rounds/LG-2026-01-12.yaml": closed("LG-2026-01-12"),
        }
    )
    came = "lineage:\n  - kind: renamed\n    from: [M-BIL-01]\n"
    made.commit(
        {
            "plan/measures/M-BIL-01.yaml": None,
            "plan/measures/M-BIL-02.yaml": f"id: M-BIL-02\ntitle: Eins\npriority: low\n{came}",
            "plan/rounds/LG-2026-02-09.yaml": closed("LG-2026-02-09"),
        }
    )
    made.commit(
        {"plan/measures/M-BIL-02.yaml": f"id: M-BIL-02\ntitle: Eins\npriority: high\n{came}"}
    )
    plan = made.path / "plan"
    assert values("M-BIL-02.priority", plan, capsys) == [
        ("priority", "low", "LG-2026-01-12", "G-LG", None),
        ("priority", "high", None, None, None),
    ]
    assert [row[1] for row in values("M-BIL-02.title", plan, capsys)] == ["Eins"]


def closed(name: str) -> str:
    day = name.partition("-")[2]
    return f"id: {name}\ntitle: Sitzung\nbody: G-LG\ndate: {day}\nclosed:\n  date: {day}\n"


def test_values_are_told_in_words(
    real: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("WIRCTL_LANG", "de")
    monkeypatch.setenv("COLUMNS", "160")
    assert history("M-STK-04.origin", plan=str(real)) == 0
    told = " ".join(capsys.readouterr().out.split())
    assert "Art: Gruppe · Gremium: Expert*innengruppe Stadtleben und Kultur (G-EG-STK)" in told
    assert history("M-STK-04.sources", plan=str(real)) == 0
    assert "Titel: Landeshauptstadt Hannover," in " ".join(capsys.readouterr().out.split())


def test_place_is_called_by_the_titles_of_its_fields(
    real: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("WIRCTL_LANG", "de")
    assert history("M-STK-04.origin/kind", plan=str(real)) == 0
    assert "Ursprung › Art   Gruppe" in capsys.readouterr().out
