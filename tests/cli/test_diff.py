"""`wirctl diff` on the command line."""

from __future__ import annotations

import json
import os
import subprocess
from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import ZipFile

import pikepdf
import pytest

from commands import PATIENCE, RUN, environment, run
from replay import replay

if TYPE_CHECKING:
    from pathlib import Path

    from commands import Ran

ROUNDS = ("LG-2021-12", "VW-2022-07-01")
PAIR = ("LG-2021-11-29", "LG-2021-12-06")
Capture = pytest.CaptureFixture[str]


@pytest.fixture(scope="module")
def real(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("real")
    replay(folder)
    return folder / "plan"


@pytest.fixture(autouse=True)
def _german(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WIRCTL_LANG", "de")


@pytest.fixture
def diff(real: Path, capsys: pytest.CaptureFixture[str]) -> Diff:
    return Diff(real, capsys)


class Diff:
    """Compares two rounds of the real plan."""

    def __init__(self, plan: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.plan = plan
        self.capsys = capsys

    def __call__(self, *words: str, rounds: tuple[str, str] = ROUNDS) -> Ran:
        return run(self.capsys, "diff", *rounds, "--plan", str(self.plan), *words)


def test_summary_is_one_table(diff: Diff) -> None:
    ran = diff("--summary")
    assert ran.code == 0
    assert ran.out.startswith("LG-2021-12 → VW-2022-07-01: 31 inhaltliche Änderungen")
    assert ran.out.count("Zusammen") == 1


def test_selection_says_what_it_left_out(diff: Diff) -> None:
    ran = diff("--only", "field:HF-SVW", "--except", "class:editorial", "--format", "json")
    found = json.loads(ran.out)
    assert {change["element"]["field"] for change in found["changes"]} == {"HF-SVW"}
    assert {change["class"] for change in found["changes"]} == {"substantive"}
    assert found["left_out"] > 0


@pytest.mark.parametrize(
    ("words", "code"),
    [
        pytest.param(("--fail-on", "substantive"), 1, id="substantive"),
        pytest.param(
            ("--fail-on", "substantive", "--only", "class:editorial"), 0, id="editorial only"
        ),
        pytest.param(
            ("--fail-on", "editorial", "--only", "class:editorial"), 1, id="editorial at least"
        ),
        pytest.param(("--fail-on", "any"), 1, id="any"),
        pytest.param(("--fail-on", "any", "--only", "kind:element-split"), 0, id="none selected"),
        pytest.param((), 0, id="not asked"),
    ],
)
def test_exit_code_tells_of_changes_where_that_is_asked(
    diff: Diff, words: tuple[str, ...], code: int
) -> None:
    assert diff(*words).code == code


def test_no_difference_fails_on_nothing(diff: Diff) -> None:
    assert diff("--fail-on", "any", rounds=("LG-2021-12", "LG-2021-12")).code == 0


def test_markdown_is_no_longer_than_it_may_be(diff: Diff) -> None:
    ran = diff("--format", "markdown", "--max-size", "2000")
    assert len(ran.out.encode()) <= 2000
    assert "fehlen hier" in ran.out


@pytest.mark.parametrize(
    ("words", "said"),
    [
        pytest.param(
            ("--only", "kind:element-aded"),
            "Gemeint ist vielleicht „kind:element-added“.",
            id="unknown kind",
        ),
        pytest.param(
            ("--summary", "--only", "nothing"),
            "Möglich sind: class:…, kind:…, field:…, path:…",
            id="unknown sort",
        ),
        pytest.param(
            ("--max-size", "2000"), "--max-size gibt es nur mit --format: markdown.", id="terminal"
        ),
        pytest.param(
            ("--max-size", "10", "--format", "markdown"), "ab 1000", id="nothing goes into that"
        ),
        pytest.param(("--max-size", "²", "--format", "markdown"), "„²“", id="no number"),
        pytest.param(("--fail-on", "alles"), "substantive, editorial, any", id="unknown class"),
    ],
)
def test_what_cannot_be_meant_is_refused(diff: Diff, words: tuple[str, ...], said: str) -> None:
    ran = diff(*words)
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err


def test_synopse_names_its_commits(here: Path, capsys: Capture, tmp_path: Path) -> None:
    target = tmp_path / "Synopse.html"
    ran = run(capsys, "diff", *PAIR, "--format", "html", "--output", str(target))
    assert (ran.code, ran.out, ran.err, here.is_dir()) == (0, "", "", True)
    text = target.read_text(encoding="utf-8")
    assert text.count("<code title=") == 2
    assert run(capsys, "diff", *PAIR, "--format", "html").out == text


@pytest.mark.usefixtures("here")
def test_synopse_of_the_work_tree_names_one_commit(capsys: Capture) -> None:
    assert run(capsys, "diff", "VW-2025-05", "--format", "html").out.count("<code title=") == 1


@pytest.mark.parametrize("format", ["docx", "docx-tracked"])
@pytest.mark.usefixtures("here")
def test_word_file_is_as_old_as_its_commit(capsys: Capture, tmp_path: Path, format: str) -> None:
    target = tmp_path / "Synopse.docx"
    ran = run(capsys, "diff", *PAIR, "--format", format, "--output", str(target))
    assert (ran.code, ran.out, ran.err) == (0, "", "")
    with ZipFile(target) as archive:
        assert {part.date_time for part in archive.infolist()} == {(2026, 1, 5, 0, 0, 0)}


@pytest.mark.usefixtures("here")
def test_pdf_is_as_old_as_its_commit(capsys: Capture, tmp_path: Path) -> None:
    target = tmp_path / "Synopse.pdf"
    ran = run(capsys, "diff", *PAIR, "--format", "pdf", "--output", str(target))
    assert (ran.code, ran.out, ran.err) == (0, "", "")
    with pikepdf.open(target) as made:
        assert str(made.docinfo["/CreationDate"]).startswith("D:20260105000000")


def test_word_file_may_go_to_another_program(here: Path) -> None:
    made = subprocess.run(
        [*RUN, "diff", *PAIR, "--format", "docx"],
        cwd=here, env=environment(), capture_output=True, check=True, timeout=PATIENCE,
    )  # fmt: skip
    assert ZipFile(BytesIO(made.stdout)).testzip() is None


def test_word_file_is_not_written_onto_a_screen(here: Path) -> None:
    screen, terminal = os.openpty()
    made = subprocess.run(
        [*RUN, "--lang", "de", "diff", *PAIR, "--format", "docx"],
        cwd=here, env=environment(), stdout=terminal, stderr=subprocess.PIPE,
        check=False, timeout=PATIENCE,
    )  # fmt: skip
    os.close(terminal)
    os.close(screen)
    assert made.returncode == 2
    assert made.stderr.decode().startswith("Dieses Format ist kein Text.")
