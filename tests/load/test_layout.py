"""Each file where its kind belongs: one finding for one file, and none for what refers to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from wirctl.load import Loaded

    Found = Callable[[Mapping[str, str | None]], list[tuple[str, str, int, int]]]
    Load = Callable[[Mapping[str, str | None]], Loaded]

L1 = "id: L-1\ntitle: Offene Stadt\n"
FIELD = {"fields/HF-BIL.yaml": "id: HF-BIL\ntitle: Bildung\norder: 1\n"}
GOAL = {"goals/Z-BIL-1.yaml": "id: Z-BIL-1\ntitle: T\nfield: HF-BIL\nguidelines: [L-1]\n"}


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        pytest.param(
            {"L-1.yaml": L1}, [("L-1.yaml", "unknown-folder", 1, 1)], id="below the plan folder"
        ),
        pytest.param(
            {"guideline/L-1.yaml": L1},
            [("guideline/L-1.yaml", "unknown-folder", 1, 1)],
            id="in a folder of another name",
        ),
        pytest.param(
            {"schemas/L-1.yaml": L1},
            [("schemas/L-1.yaml", "unknown-folder", 1, 1)],
            id="among the schemas",
        ),
        pytest.param(
            {"guidelines/L-1.yml": L1},
            [("guidelines/L-1.yml", "wrong-file-ending", 1, 1)],
            id="ending in yml",
        ),
        pytest.param(
            {"guidelines/eins/L-1.yaml": L1},
            [("guidelines/eins/L-1.yaml", "needless-subfolder", 1, 1)],
            id="deeper than its kind",
        ),
        pytest.param(
            {"guidelines/L-1.yaml": ""},
            [("guidelines/L-1.yaml", "empty-file", 1, 1)],
            id="empty file",
        ),
        pytest.param(
            {"guidelines/L-1.yaml": "- L-1\n"},
            [("guidelines/L-1.yaml", "no-record-at-top", 1, 1)],
            id="list at the top",
        ),
    ],
)
def test_misplaced_file_is_one_finding_and_makes_no_reference_wrong(
    found: Found, files: dict[str, str], expected: list[tuple[str, str, int, int]]
) -> None:
    assert found({**files, **FIELD, **GOAL}) == expected


def test_measures_may_lie_in_folders_of_their_own(found: Found) -> None:
    measure = "id: M-BIL-01\nkind: measure\ntitle: T\nfield: HF-BIL\n"
    assert found({**FIELD, "measures/bil/M-BIL-01.yaml": measure}) == []


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        pytest.param({"plan.yaml": None, **FIELD}, "plan-file-missing", id="no plan file"),
        pytest.param(
            {"plan.yaml": None, "plan.yml": "id: P\ntitle: T\nformat: 1\n"},
            "wrong-file-ending",
            id="plan file that ends in yml",
        ),
    ],
)
def test_plan_needs_its_first_file(found: Found, files: dict[str, str], expected: str) -> None:
    assert [item[1] for item in found(files)] == [expected]


def test_plan_file_in_a_folder_is_none(found: Found) -> None:
    assert [item[:2] for item in found({"alt/plan.yaml": "id: ALT\ntitle: T\nformat: 1\n"})] == [
        ("alt/plan.yaml", "unknown-folder")
    ]


@pytest.mark.parametrize(
    ("path", "meant"),
    [
        pytest.param("M-BIL-01.yaml", "measures", id="by the id"),
        pytest.param("massnahmen/MS-BEGINN.yaml", "milestones", id="by the id, of two that fit"),
        pytest.param("measure/neu.yaml", "measures", id="by the name of the folder"),
        pytest.param("neu.yaml", "", id="not at all"),
    ],
)
def test_hint_says_where_the_file_belongs(loaded: Load, path: str, meant: str) -> None:
    (finding,) = loaded({path: "title: T\n"}).diagnostics
    words = dict(finding.arguments)
    assert words["hint_de"] == (f"Gemeint ist wohl {meant}/. " if meant else "")
    assert "measures" in words["folders"]  # type: ignore[operator] # a tuple of names
