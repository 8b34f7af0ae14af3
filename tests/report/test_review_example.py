"""The comment in the documentation is the one that a real proposal would get."""

from __future__ import annotations

from pathlib import Path

import pytest

import replay
from builder import Builder
from wirctl.cli.app import main

EXAMPLE = Path(__file__).resolve().parents[2] / "docs/review-example.md"
STEP = "05-lenkungsgruppe-soziales"
RULES = """\
id: FREIGABE
title: Wer welcher Änderung zustimmt
accounts:
  - {login: lenkungsgruppe-wir, bodies: [G-LG]}
rules:
  - id: inhalt
    title: Inhalt von Zielen und Maßnahmen
    classes: [substantive]
    kinds: [goal, measure]
    bodies: [G-LG]
  - id: soziales
    title: Neues und Gestrichenes im Handlungsfeld Soziales
    fields: [HF-SOZ]
    changes: [added, removed]
    bodies: [G-EG-SOZ]
"""


def comment(folder: Path) -> str:
    """What a proposal of the fifth real round gets, if it comes to rules that ask two bodies."""
    place = next(i for i, step in enumerate(replay.steps()) if step.slug == STEP)
    before, step = replay.steps()[place - 1], replay.steps()[place]
    made = Builder.new(folder)
    files = {f"plan/{path}": data for path, data in replay.state(before.slug).items()}
    base = made.commit({**files, "plan/review.yaml": RULES})
    gone = dict.fromkeys((f"plan/{path}" for path in step.removed), None)
    made.commit({**{f"plan/{path}": data for path, data in step.files.items()}, **gone})
    target = folder / "comment.md"
    words = ("--base", base, "--head", "HEAD", "--today", "2021-11-22", "--output", str(target))
    assert main(["review", "--plan", str(folder / "plan"), *words]) == 1
    return target.read_text(encoding="utf-8")


@pytest.mark.slow
def test_comment_in_the_documentation_is_true(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> None:
    monkeypatch.setenv("WIRCTL_LANG", "de")
    folder = tmp_path / "project"
    folder.mkdir()
    monkeypatch.chdir(folder)
    made = comment(folder)
    if request.config.getoption("--golden-update"):
        EXAMPLE.write_text(made, encoding="utf-8")
    assert EXAMPLE.read_text(encoding="utf-8") == made
