"""Which two versions a comparison is between; and that what cannot be read is never no change."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from builder import Builder
from commands import run

if TYPE_CHECKING:
    from pathlib import Path

    from commands import Ran

PLAN = {
    "plan.yaml": "id: PLAN\ntitle: Ein Plan\nformat: 1\n",
    "measures/M-BIL-01.yaml": "id: M-BIL-01\ntitle: Lotsen\nstaffing_fte: 1\n",
}
CHANGED = "id: M-BIL-01\ntitle: Lotsen\nstaffing_fte: 2\n"
BROKEN = "id: M-BIL-01\ntitle: [Lotsen\n"


@pytest.fixture(autouse=True)
def _german(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WIRCTL_LANG", "de")


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Builder:
    """Two commits; the plan moved from `alt/plan` to `plan` and one figure changed."""
    built = Builder.new(tmp_path / "repository")
    built.commit({f"alt/plan/{path}": text for path, text in PLAN.items()})
    built.write({f"alt/plan/{path}": None for path in PLAN})
    built.write({f"plan/{path}": text for path, text in PLAN.items()})
    built.commit({"plan/measures/M-BIL-01.yaml": CHANGED, "docs/a.txt": "Kein Plan."})
    monkeypatch.chdir(built.path)
    return built


def folder(path: Path, measure: str = PLAN["measures/M-BIL-01.yaml"]) -> Path:
    """A plan in a folder, one measure written anew."""
    for name, text in {**PLAN, "measures/M-BIL-01.yaml": measure}.items():
        file = path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return path


def places(ran: Ran) -> list[tuple[str, str]]:
    """The paths of both sides of each change."""
    assert ran.code == 0, ran.err
    return [
        (change["old_at"]["path"], change["new_at"]["path"])
        for change in json.loads(ran.out)["changes"]
    ]


@pytest.mark.usefixtures("repository")
def test_two_revisions_are_compared_below_any_path(capsys: pytest.CaptureFixture[str]) -> None:
    ran = run(capsys, "diff", "HEAD~1:alt/plan", "HEAD:plan/", "--format", "json")
    assert places(ran) == [("alt/plan/measures/M-BIL-01.yaml", "plan/measures/M-BIL-01.yaml")]


def test_folders_of_revisions_need_no_plan_in_the_work_tree(
    repository: Builder, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(repository.path / "docs")
    ran = run(capsys, "diff", "HEAD~1:alt/plan", "HEAD:plan")
    assert ran.code == 0
    assert ran.out.startswith("HEAD~1:alt/plan → HEAD:plan: 1 inhaltliche Änderung\n")


def test_places_in_the_work_tree_are_told_from_the_top_of_the_repository(
    repository: Builder, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (repository.path / "plan/measures/M-BIL-01.yaml").write_text(PLAN["measures/M-BIL-01.yaml"])
    monkeypatch.chdir(repository.path / "plan")
    ran = run(capsys, "diff", "HEAD", "--format", "json")
    assert places(ran) == [("plan/measures/M-BIL-01.yaml",) * 2]


def test_two_folders_are_compared(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    folder(tmp_path / "a")
    folder(tmp_path / "b/plan", measure=CHANGED)
    monkeypatch.chdir(tmp_path)
    ran = run(capsys, "diff", "a", "b", "--format", "json")
    assert places(ran) == [("a/measures/M-BIL-01.yaml", "b/plan/measures/M-BIL-01.yaml")]


@pytest.mark.usefixtures("repository")
def test_imported_folder_is_compared_with_the_work_tree(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    imported = folder(tmp_path / "import")
    ran = run(capsys, "diff", "WORKTREE", str(imported), "--format", "json")
    assert places(ran) == [("plan/measures/M-BIL-01.yaml", f"{imported}/measures/M-BIL-01.yaml")]


@pytest.mark.parametrize(
    ("versions", "said"),
    [
        pytest.param(("HEAD:docs", "HEAD"), "HEAD:docs", id="a folder without a plan"),
        pytest.param(("HEAD:nix", "HEAD"), "nix", id="no such folder"),
        pytest.param(("HEAD", "HEAD:../plan"), "../plan", id="out of the repository"),
        pytest.param(("NIX:plan", "HEAD"), "NIX:plan", id="no such revision"),
        pytest.param(("docs", "HEAD"), "docs", id="a folder of files without a plan"),
        pytest.param(("--exec=x", "HEAD"), "--exec", id="an option for a revision"),
        pytest.param(("HEAD", "leer"), "leer", id="an empty folder"),
    ],
)
def test_version_that_cannot_be_had_is_no_comparison(
    repository: Builder, capsys: pytest.CaptureFixture[str], versions: tuple[str, str], said: str
) -> None:
    (repository.path / "leer").mkdir()
    ran = run(capsys, "diff", *versions)
    assert ran.code == 2
    assert (ran.out, said in ran.err) == ("", True)


@pytest.mark.parametrize("format", ["terminal", "markdown", "json"])
@pytest.mark.parametrize(
    "data",
    [
        pytest.param(BROKEN.encode(), id="no YAML"),
        pytest.param(b"id: M-BIL-01\ntitle: L\xfctt\n", id="no UTF-8"),
        pytest.param(b"", id="empty"),
        pytest.param(b"id: M-BIL-01\nstaffing_fte: 250.000\n", id="no value"),
    ],
)
@pytest.mark.parametrize("is_old", [True, False])
def test_file_that_cannot_be_read_is_never_no_change(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    format: str,
    data: bytes,
    is_old: bool,  # noqa: FBT001
) -> None:
    sides = [folder(tmp_path / "a"), folder(tmp_path / "b")]
    (sides[not is_old] / "measures/M-BIL-01.yaml").write_bytes(data)
    ran = run(capsys, "diff", *map(str, sides), "--format", format)
    assert (ran.code, ran.out) == (2, "")
    assert "M-BIL-01.yaml" in ran.err


def test_element_in_two_files_is_never_no_change(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    old, new = folder(tmp_path / "a"), folder(tmp_path / "b")
    (new / "measures/bil").mkdir()
    (new / "measures/bil/M-BIL-01.yaml").write_text(CHANGED)
    ran = run(capsys, "diff", str(old), str(new))
    assert (ran.code, ran.out) == (2, "")


def test_link_out_of_the_plan_is_never_no_change(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    old, new = folder(tmp_path / "a"), folder(tmp_path / "b")
    (new / "measures/M-BIL-01.yaml").unlink()
    (new / "measures/M-BIL-01.yaml").symlink_to(old / "measures/M-BIL-01.yaml")
    ran = run(capsys, "diff", str(old), str(new))
    assert (ran.code, ran.out) == (2, "")
