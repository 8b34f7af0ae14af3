"""`wirctl blame` on the command line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from builder import Builder
from replay import replay
from wirctl.cli.blame import NothingNamedError, UnknownElementError, blame
from wirctl.cli.cache import cache_folder
from wirctl.cli.exit import Exit, guarded


@pytest.fixture(scope="module")
def real(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("real")
    replay(folder, upto="LG-2021-12-06")
    return folder / "plan"


@pytest.fixture(autouse=True)
def _own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setenv("WIRCTL_LANG", "de")


def test_text_names_round_body_and_outcome(real: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert blame("M-STK-04", plan=str(real)) == Exit.CLEAN
    out = capsys.readouterr().out
    row = next(line for line in out.splitlines() if line.startswith("Finanzierungsweg"))
    assert row.split()[:4] == ["Finanzierungsweg", "Förderfonds", "LG-2021-12-06", "Lenkungsgruppe"]
    assert out.startswith("M-STK-04 Diverse Autor*innenszene\n")


def test_outcome_is_called_as_the_plan_calls_it(
    real: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "160")
    blame("M-DEM-06", plan=str(real))
    assert "Lenkungsgruppe · nicht angenommen" in capsys.readouterr().out


def test_text_lists_the_sentences_of_a_text_that_was_written_at_different_times(
    real: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    blame("Z-DEM-1", plan=str(real))
    rows = [line.split() for line in capsys.readouterr().out.splitlines() if line[:1] == "·"]
    assert [row[1] for row in rows] == ["1.", "2."]
    assert "EG-2021" in rows[0]
    assert "LG-2021-11-29" in rows[1]


def test_text_tells_values_in_words_and_what_differs_below(
    real: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "200")
    blame("M-BIL-01", plan=str(real))
    lines = capsys.readouterr().out.splitlines()
    rows = {line[:18].strip(): line for line in lines}
    assert "Bildung (HF-BIL)" in rows["Handlungsfeld"]
    assert "Schüler*innen; Studierende" in rows["Zielgruppen"]
    assert "Kürzel: " in rows["Quellen"]
    assert [line.split("  ")[0] for line in lines if line.startswith("·")] == [
        "· 1.",
        "· 2.",
        "· 3.",
    ]


def test_item_with_a_long_name_leaves_room_for_what_the_table_tells(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "120")
    made = Builder.new(tmp_path / "city")
    source = "{title: Landeshauptstadt über die Einwanderung und die Menschen, published: %s}"
    for year in ("2021-01", "2022-01"):
        sources = f"sources: [{source % year}]"
        made.commit({"plan/measures/M-BIL-01.yaml": f"id: M-BIL-01\ntitle: A\n{sources}\n"})
    blame("M-BIL-01", plan=str(made.path / "plan"))
    names = [line.split("  ")[0] for line in capsys.readouterr().out.splitlines()]
    below = [name for name in names if name.startswith("·")]
    assert below == ["· Landeshauptstadt üb… › Titel"]


def test_json_of_everything_holds_every_element(
    real: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    blame(all=True, plan=str(real), format="json")
    first = capsys.readouterr().out
    made = json.loads(first)
    ids = {item["id"] for item in made["elements"]}
    assert {path.stem for path in real.rglob("measures/**/*.yaml")} <= ids
    goal = next(item for item in made["elements"] if item["id"] == "Z-DEM-1")
    (second,) = (
        line for line in goal["fields"] if line["sentence"] == 2 and line["pointer"] == "text"
    )
    assert made["changes"][second["substantive"]]["round"] == "LG-2021-11-29"
    assert second["editorial"] is None
    blame(all=True, plan=str(real), format="json")
    assert capsys.readouterr().out == first


def test_no_cache_writes_none(real: Path, tmp_path: Path) -> None:
    blame("Z-DEM-1", plan=str(real), no_cache=True)
    assert not (tmp_path / "cache").exists()
    blame("Z-DEM-1", plan=str(real))
    assert len(list((tmp_path / "cache" / "wirctl" / "trail").iterdir())) == 1


def test_unknown_element_is_told_with_the_nearest(real: Path) -> None:
    with pytest.raises(UnknownElementError) as raised:
        blame("M-STK-4", plan=str(real))
    assert raised.value.near == "M-STK-04"


def test_something_has_to_be_named(real: Path) -> None:
    with pytest.raises(NothingNamedError):
        blame(plan=str(real))


def test_shallow_clone_ends_with_the_command_that_mends_it(
    real: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    made = builder_of(real.parent)
    clone = made.clone(tmp_path / "clone", "--depth=1")
    assert guarded(lambda: blame("Z-DEM-1", plan=str(clone.path / "plan"))) == Exit.UNUSABLE
    assert "git fetch --unshallow" in capsys.readouterr().err


def builder_of(folder: Path) -> Builder:
    from git import Repo

    with Repo(folder) as repository:
        return Builder(repository, folder)


@pytest.mark.parametrize(
    ("environment", "folder"),
    [
        pytest.param({"XDG_CACHE_HOME": "/c"}, Path("/c/wirctl/trail"), id="named"),
        pytest.param({"XDG_CACHE_HOME": "c"}, Path.home() / ".cache/wirctl/trail", id="relative"),
        pytest.param({}, Path.home() / ".cache/wirctl/trail", id="nothing"),
    ],
)
def test_cache_lies_where_the_user_keeps_such_things(
    environment: dict[str, str], folder: Path
) -> None:
    assert cache_folder(environment, "trail") == folder
