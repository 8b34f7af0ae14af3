"""docs/real-plan.md lists just what the linter says about the real plan now."""

from __future__ import annotations

import json
import re
from collections import Counter
from contextlib import chdir
from functools import cache
from pathlib import Path
from shutil import copyfile
from tempfile import TemporaryDirectory
from typing import Any

import pytest

from commands import done
from replay import replay

ROOT = Path(__file__).resolve().parent.parent
TEXT = (ROOT / "docs" / "real-plan.md").read_text(encoding="utf-8")
TODAY = "2026-11-22"
FOLDER = TemporaryDirectory()
"""Goes when the tests are over."""
BY_FIELD = "field-missing-at-stage"
ROW = re.compile(r"(?m)^\| \[([a-z-]+)\]\(rules/\1\.md\) \| ([^|]+) \| [^|]{20,} \|$")
FIELD = re.compile(r"(?m)^\| [^|]+ \(`([a-z_]+)`\) \| ([0-9]+) \|$")


@cache
def repository() -> Path:
    """The real plan with its history and the settings of this checkout."""
    folder = Path(FOLDER.name)
    replay(folder)
    copyfile(ROOT / "wirctl.toml", folder / "wirctl.toml")
    return folder


@cache
def said(command: str, *options: str) -> list[dict[str, Any]]:
    """The findings of a command on the real plan: some depend on what it said before."""
    with chdir(repository()):
        found: list[dict[str, Any]] = json.loads(done(command, "--format", "json", *options))[
            "diagnostics"
        ]
    return found


def lint() -> list[dict[str, Any]]:
    return said("lint", "--today", TODAY)


def listed(heading: str) -> set[tuple[str, str]]:
    """Rule and element of each row below the heading."""
    part = TEXT.partition(f"\n## {heading}\n")[2].partition("\n## ")[0]
    rows = [(row[1], re.findall("`([^`]+)`", row[2])) for row in ROW.finditer(part)]
    assert len(rows) == len(re.findall(r"(?m)^\| \[", part)), "a row of another form"
    return {(rule, element) for rule, elements in rows for element in elements}


def test_text_names_the_day_of_the_test() -> None:
    assert f"wirctl lint --today {TODAY}" in TEXT


def test_plan_has_no_errors() -> None:
    assert said("validate") == []
    assert {item["severity"] for item in lint()} == {"warning", "note"}


@pytest.mark.parametrize(("heading", "severity"), [("Warnungen", "warning"), ("Hinweise", "note")])
def test_every_finding_is_listed_and_nothing_else(heading: str, severity: str) -> None:
    found = {
        (item["rule"], item["element"])
        for item in lint()
        if item["severity"] == severity and item["rule"] != BY_FIELD
    }
    assert listed(heading) == found


def test_missing_fields_are_counted() -> None:
    found = Counter(item["pointer"] for item in lint() if item["rule"] == BY_FIELD)
    assert {row[1]: int(row[2]) for row in FIELD.finditer(TEXT)} == found
