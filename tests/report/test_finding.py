"""A diagnostic with all that is found last."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from wirctl.load import load
from wirctl.report.finding import findings
from wirctl.source.folder import FolderTree

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from wirctl.report.finding import Finding

PLAN = "id: PLAN-1\ntitle: Ein Plan\nformat: 1\n"


def found(
    folder: Path, files: Mapping[str, str], prefix: str = "plan/", language: str = "de"
) -> tuple[Finding, ...]:
    """The findings on a plan with these files."""
    for path, text in {"plan.yaml": PLAN, **files}.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    loaded = load(FolderTree(folder))
    return findings(loaded.diagnostics, loaded, prefix, language)


def prints(folder: Path, files: Mapping[str, str], language: str = "de") -> dict[str, str]:
    """Fingerprint of each rule's finding."""
    return {item.rule: item.fingerprint for item in found(folder, files, language=language)}


BROKEN = {
    "goals/Z-BIL-1.yaml": "id: Z-BIL-1\ntitle: A\nfield: HF-BIL\ntext: B\nguidelines: [L-9]\n",
    "measures/M-BIL-01.yaml": "id: M-BIL-01\ntitle: A\nkind: project\nfield: HF-BIL\n",
}
REFORMATTED = {
    "goals/Z-BIL-1.yaml": "# So\n\nguidelines:\n  - L-9\nfield: 'HF-BIL'\ntext: >-\n  B\n"
    "title: A\nid: Z-BIL-1\n",
    "measures/bil/M-BIL-01.yaml": "kind: project\nfield: HF-BIL\ntitle: A\nid: M-BIL-01\n",
}


def test_fingerprints_survive_reformatting_moves_and_another_language(tmp_path: Path) -> None:
    before = prints(tmp_path / "a", BROKEN)
    assert {"unknown-reference", "value-not-listed"} <= before.keys()
    assert prints(tmp_path / "b", REFORMATTED, "en") == before


def test_fingerprints_of_findings_that_are_alike_differ(tmp_path: Path) -> None:
    items = found(
        tmp_path, {"goals/Z-BIL-1.yaml": "id: Z-BIL-1\nfield: HF-1\nguidelines: [L-8, L-9]\n"}
    )
    assert len({item.fingerprint for item in items}) == len(items) > 2


def test_files_of_no_element_are_told_apart_by_their_paths(tmp_path: Path) -> None:
    items = found(tmp_path, {"notes/a.yaml": "a: 1\n", "notes/b.yaml": "a: 1\n"})
    strays = [item for item in items if item.rule == "unknown-folder"]
    assert len({item.fingerprint for item in strays}) == len(strays) == 2


@pytest.mark.parametrize(
    ("prefix", "path"),
    [
        pytest.param("plan/", "plan/plan.yaml", id="below the folder one stands in"),
        pytest.param("", "plan.yaml", id="in the plan itself"),
    ],
)
def test_path_leads_to_the_file_from_where_the_reader_stands(
    tmp_path: Path, prefix: str, path: str
) -> None:
    items = found(tmp_path, {"plan.yaml": "id: PLAN-1\n"}, prefix)
    assert {item.path for item in items} == {path}


def test_findings_come_by_path_and_place(tmp_path: Path) -> None:
    items = found(tmp_path, BROKEN)
    assert [(item.path, item.span) for item in items] == sorted(
        (item.path, item.span) for item in items
    )


def test_related_place_is_that_of_the_other_element(tmp_path: Path) -> None:
    twin = "id: M-BIL-01\ntitle: A\nkind: measure\nfield: HF-BIL\n"
    items = found(tmp_path, {"measures/M-BIL-01.yaml": twin, "measures/M-BIL-02.yaml": twin})
    [item] = [item for item in items if item.rule == "duplicate-id"]
    assert item.path == "plan/measures/M-BIL-02.yaml"
    assert [(other.path, other.span.line, other.pointer) for other in item.related] == [
        ("plan/measures/M-BIL-01.yaml", 1, "id")
    ]


def test_line_is_the_one_at_fault_whatever_ends_it(tmp_path: Path) -> None:
    text = "id: Z-BIL-1\r\ntitle: A\r\nfield: HF-9\r\nguidelines: []\r\n"
    (tmp_path / "goals").mkdir()
    (tmp_path / "goals/Z-BIL-1.yaml").write_bytes(text.encode())
    lines = {item.rule: item.line for item in found(tmp_path, {})}
    assert lines["unknown-reference"] == "field: HF-9"
