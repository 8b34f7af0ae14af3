"""What comes with an extra says in one sentence how to get it, and writes nothing."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from commands import run

if TYPE_CHECKING:
    from pathlib import Path

PLAN = """\
id: P-1
title: Plan
format: 1
languages: [de]
"""
ROUND = """\
id: LG-2027-01
title: Runde
body: G-1
date: 2027-01
"""
DOCUMENTS = [
    ("pdf", "typst", "pdf"),
    ("docx", "docx", "office"),
    ("decision-paper", "docx", "office"),
    ("decision-paper", "docxtpl", "office"),
]
WORDS = {
    "de": "Dafür fehlt ein Zusatz. So wird er installiert:",
    "en": "An extra is missing for that. Install it with:",
}


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a plan that has a round, in which one stands."""
    for path, text in (("plan.yaml", PLAN), ("rounds/LG-2027-01.yaml", ROUND)):
        (tmp_path / "plan" / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "plan" / path).write_text(text, encoding="utf-8")
    body = tmp_path / "plan" / "bodies" / "G-1.yaml"
    body.parent.mkdir()
    body.write_text("id: G-1\ntitle: Gruppe\nkind: steering_group\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def check_refusal(
    capsys: pytest.CaptureFixture[str], project: Path, command: tuple[str, ...], extra: str
) -> None:
    """Both languages name the command that helps; the folder is as it was."""
    before = sorted(project.rglob("*"))
    for language, words in WORDS.items():
        ran = run(capsys, "--lang", language, *command)
        assert (ran.code, ran.out) == (2, "")
        first = ran.err.splitlines()[0]
        assert first == f'{words} pip install "wirctl[{extra}]"'
        assert "Traceback" not in ran.err
    assert sorted(project.rglob("*")) == before


@pytest.mark.parametrize(("format", "module", "extra"), DOCUMENTS)
def test_document_without_its_extra(
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    project: Path,
    format: str,
    module: str,
    extra: str,
) -> None:
    monkeypatch.setitem(sys.modules, module, None)
    check_refusal(capsys, project, ("render", format, "--output", "out"), extra)


@pytest.mark.parametrize(
    "command",
    [
        pytest.param(("diff", "plan", "plan", "--format", "pdf", "--output", "x.pdf"), id="diff"),
        pytest.param(("round", "agenda", "--format", "pdf", "--output", "x.pdf"), id="agenda"),
    ],
)
def test_paper_for_a_session_without_its_extra(
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    project: Path,
    command: tuple[str, ...],
) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)
    check_refusal(capsys, project, command, "pdf")


@pytest.mark.parametrize("format", ["docx", "docx-tracked"])
def test_synopse_for_word_without_its_extra(
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    project: Path,
    format: str,
) -> None:
    monkeypatch.setitem(sys.modules, "docx", None)
    before = sorted(project.rglob("*"))
    ran = run(capsys, "diff", "plan", "plan", "--format", format, "--output", "x.docx")
    assert (ran.code, ran.out) == (2, "")
    assert 'pip install "wirctl[office]"' in ran.err
    assert sorted(project.rglob("*")) == before
