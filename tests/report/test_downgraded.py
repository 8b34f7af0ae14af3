"""What somebody declared editorial is shown as such, with who and why, wherever changes are."""

from __future__ import annotations

import json
from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import ZipFile

import pytest
from jsonschema import Draft202012Validator

from versions import compared, measure
from wirctl.report.changes_docx import docx
from wirctl.report.registry import Look, change_formats
from wirctl.report.summary import SUMMARIES
from wirctl.resources import folder

if TYPE_CHECKING:
    from wirctl.diff.compare import Comparison

OLD = measure("title: Lotsen\ndescription: Bis 2024 gilt das Angebot.")
NEW = OLD.replace("2024", "2025")
ROUND = """\
# rounds/LG-2024-01.yaml
id: LG-2024-01
title: Runde
body: G-LG
date: 2024-01
downgrades:
  - {item: M-BIL-01, pointer: description, reason: Nur *verschrieben*, by: G-LG}
"""


def declared() -> Comparison:
    return compared(OLD, NEW + ROUND)


@pytest.mark.parametrize("name", [name for name in change_formats() if name != "json"])
@pytest.mark.parametrize("language", ["de", "en"])
def test_every_format_says_who_and_why(name: str, language: str) -> None:
    text = "\n".join(change_formats()[name].lines(declared(), Look(language)))
    flat = " ".join(text.replace("\\", "").split())
    by = "von G-LG in LG-2024-01 herabgestuft" if language == "de" else "downgraded by G-LG in LG"
    assert by in flat
    assert "Nur *verschrieben*" in flat


@pytest.mark.parametrize("name", ["terminal", "markdown"])
def test_summary_counts_them(name: str) -> None:
    text = "\n".join(SUMMARIES[name](declared(), Look("de", width=140)))
    assert "1 redaktionelle Änderung (1 davon herabgestuft)" in " ".join(text.split())
    assert "1 (1 herabgestuft)" in text.replace("\\", "")


def test_json_fits_its_schema_and_says_what_was() -> None:
    for schema, lines in (
        ("changes", change_formats()["json"].lines),
        ("summary", SUMMARIES["json"]),
    ):
        path = folder("schemas") / f"output/{schema}.schema.json"
        made = json.loads("\n".join(lines(declared(), Look("de"))))
        Draft202012Validator(json.loads(path.read_text(encoding="utf-8"))).validate(made)
        if schema == "summary":
            assert made["total"]["downgraded"] == 1
            continue
        [told] = [item["downgraded"] for item in made["changes"] if "downgraded" in item]
        was = {"class": "substantive", "class_rule": "figure-changed"}
        assert told == {
            "by": "G-LG",
            "reason": "Nur *verschrieben*",
            "round": "LG-2024-01",
            "was": was,
        }


def test_word_says_who_and_why() -> None:
    with ZipFile(BytesIO(docx(declared(), Look("de")))) as file:
        text = file.read("word/document.xml").decode()
    assert "von G-LG in LG-2024-01 herabgestuft: „Nur *verschrieben*“" in text


def test_nobody_is_named_where_nobody_declared_anything() -> None:
    found = compared(OLD, NEW)
    for lines in (*(made.lines for made in change_formats().values()), *SUMMARIES.values()):
        text = "\n".join(lines(found, Look("de")))
        assert "herabgestuft" not in text
        assert "downgraded" not in text
