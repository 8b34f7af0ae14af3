"""Findings for programs."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from jsonschema import Draft202012Validator

from wirctl.load import load
from wirctl.report.finding import findings
from wirctl.report.findings_json import json_lines
from wirctl.report.registry import Look
from wirctl.resources import folder
from wirctl.source.folder import FolderTree

if TYPE_CHECKING:
    from pathlib import Path

SCHEMA = json.loads((folder("schemas") / "output/findings.schema.json").read_text(encoding="utf-8"))
DEFECTS = {
    "goals/Z-BIL-1.yaml": "id: Z-BIL-1\nfield: HF-BIL\nguidelines: [L-9]\n",
    "goals/Z-BIL-2.yaml": "id: [",
    "measures/M-BIL-01.yaml": "id: M-BIL-01\ntitle: A\nkind: project\nstaffing_fte: viel\n",
    "measures/x/M-BIL-01.yaml": "id: M-BIL-01\ntitle: A\n",
    "notes/a.yaml": "",
}


def made(root: Path, language: str) -> dict[str, Any]:
    for path, text in DEFECTS.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")
    loaded = load(FolderTree(root))
    [text] = json_lines(findings(loaded.diagnostics, loaded, "", language), Look(language))
    return dict(json.loads(text))


def test_output_schema_is_a_schema() -> None:
    Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize("language", ["de", "en"])
def test_output_is_as_the_schema_says(tmp_path: Path, language: str) -> None:
    found = made(tmp_path, language)
    Draft202012Validator(SCHEMA).validate(found)
    assert found["language"] == language
    levels = [item["severity"] for item in found["diagnostics"]]
    assert found["summary"] == {
        "error": levels.count("error"),
        "warning": levels.count("warning"),
        "note": levels.count("note"),
        "total": len(levels),
    }
    assert len(levels) > 5


def test_only_words_differ_between_the_languages(tmp_path: Path) -> None:
    german, english = made(tmp_path, "de"), made(tmp_path, "en")
    for found in (german, english):
        del found["language"]
        for item in found["diagnostics"]:
            assert item.pop("message")
            item.pop("help")
    assert german == english


def test_other_places_are_told(tmp_path: Path) -> None:
    [item] = [
        item for item in made(tmp_path, "de")["diagnostics"] if item["rule"] == "duplicate-id"
    ]
    assert item["path"] == "measures/x/M-BIL-01.yaml"
    assert item["related"] == [
        {
            "path": "measures/M-BIL-01.yaml",
            "line": 1,
            "column": 1,
            "end_line": 1,
            "end_column": 3,
            "element": "M-BIL-01",
            "pointer": "id",
        }
    ]
