"""Each id once, and each file named like its element: one finding for one slip."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from wirctl.load import Loaded

    Found = Callable[[Mapping[str, str | None]], list[tuple[str, str, int, int]]]
    Load = Callable[[Mapping[str, str | None]], Loaded]

L1 = "id: L-1\ntitle: Offene Stadt\n"
NOTED = "# Notiz\nid: {}\ntitle: Offene Stadt\n"


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        pytest.param({"guidelines/L-1.yaml": L1}, [], id="rightly named"),
        pytest.param(
            {"guidelines/L-2.yaml": L1},
            [("guidelines/L-2.yaml", "id-differs-from-file-name", 1, 5)],
            id="named otherwise",
        ),
        pytest.param(
            {"guidelines/L-1.yaml": L1, "guidelines/L-2.yaml": L1},
            [("guidelines/L-2.yaml", "duplicate-id", 1, 5)],
            id="copied",
        ),
        pytest.param(
            {"guidelines/A.yaml": NOTED.format("L-2"), "guidelines/L-2.yaml": NOTED.format("L-2")},
            [("guidelines/A.yaml", "duplicate-id", 2, 5)],
            id="the file that is named otherwise is at fault, though it comes first",
        ),
        pytest.param(
            {"goals/X.yaml": L1, "guidelines/L-1.yaml": L1},
            [
                ("goals/X.yaml", "duplicate-id", 1, 5),
                ("goals/X.yaml", "required-field-missing", 1, 1),
                ("goals/X.yaml", "wrong-form", 1, 5),
            ],
            id="copied to another kind",
        ),
        pytest.param(
            {"guidelines/L-1.yaml": "id: 1\ntitle: Offene Stadt\n"},
            [("guidelines/L-1.yaml", "wrong-type", 1, 5)],
            id="number for an id",
        ),
        pytest.param(
            {"guidelines/L-1.yaml": "id:\n  - L-1\ntitle: Offene Stadt\n"},
            [("guidelines/L-1.yaml", "wrong-type", 2, 3)],
            id="list for an id",
        ),
        pytest.param(
            {"guidelines/L-1.yaml": "id:\ntitle: Offene Stadt\n"},
            [("guidelines/L-1.yaml", "empty-field", 1, 4)],
            id="no id",
        ),
        pytest.param(
            {"guidelines/L-1.yaml": "title: Offene Stadt\n"},
            [("guidelines/L-1.yaml", "required-field-missing", 1, 1)],
            id="no line for the id",
        ),
        pytest.param(
            {"guidelines/L-1.yaml": "id: l-1\ntitle: Offene Stadt\n"},
            [("guidelines/L-1.yaml", "wrong-form", 1, 5)],
            id="small letters in the id",
        ),
        pytest.param(
            {"guidelines/L-1.yaml": "id: ../../etc/passwd\ntitle: Offene Stadt\n"},
            [("guidelines/L-1.yaml", "wrong-form", 1, 5)],
            id="path for an id",
        ),
        pytest.param(
            {"guidelines/L-1.yaml": L1, "guidelines/l-1.yaml": L1},
            [("guidelines/l-1.yaml", "file-names-differ-only-in-case", 1, 1)],
            id="file names that differ by capital letters only",
        ),
        pytest.param(
            {"guidelines/L-1.yaml": L1, "themes/l-1.yaml": "id: l-1\ntitle: Thema\n"},
            [("themes/l-1.yaml", "wrong-form", 1, 5)],
            id="ids that differ by capital letters only",
        ),
        pytest.param(
            {"plan.yaml": "id: L-1\ntitle: Plan\nformat: 1\n", "guidelines/L-1.yaml": L1},
            [("guidelines/L-1.yaml", "duplicate-id", 1, 5)],
            id="id of the plan",
        ),
        pytest.param(
            {"process.yaml": "id: PLAN\ntitle: Verfahren\n"},
            [("process.yaml", "duplicate-id", 1, 5)],
            id="plan and process with one id",
        ),
        pytest.param(
            {"plan.yaml": "- 1\n", "process.yaml": "- 1\n"},
            [("plan.yaml", "no-record-at-top", 1, 1), ("process.yaml", "no-record-at-top", 1, 1)],
            id="plan and process that cannot be read have no id in common",
        ),
    ],
)
def test_id_and_file_name(
    found: Found, files: dict[str, str], expected: list[tuple[str, str, int, int]]
) -> None:
    assert sorted(found(files)) == sorted(expected)


def test_of_two_files_with_one_id_the_rightly_named_is_the_element(loaded: Load) -> None:
    plan = loaded(
        {
            "guidelines/A.yaml": "id: L-2\ntitle: Kopie\n",
            "guidelines/L-2.yaml": "id: L-2\ntitle: Original\n",
            "themes/L-2.yaml": "id: L-2\ntitle: Andere Art\n",
        }
    ).plan
    assert [(item.path, item.value["title"]) for item in plan.elements if item.id == "L-2"] == [
        ("guidelines/L-2.yaml", "Original")
    ]


def test_id_that_cannot_be_a_file_name_is_none(loaded: Load) -> None:
    plan = loaded({"guidelines/L-1.yaml": "id: ../../etc/passwd\ntitle: Offene Stadt\n"}).plan
    assert [item.id for item in plan.of_kind("guideline")] == ["L-1"]


def test_ids_of_an_own_kind_differ_by_more_than_capital_letters(found: Found) -> None:
    schema = """{"type": "object", "properties": {"id": {"type": "string"}},
        "x-wirctl": {"kind": "project", "folder": "projects", "nested": true}}"""
    files = {
        "schemas/project.schema.json": schema,
        "projects/a/Eins.yaml": "id: Eins\n",
        "projects/b/EINS.yaml": "id: EINS\n",
    }
    assert found(files) == [("projects/b/EINS.yaml", "ids-differ-only-in-case", 1, 5)]


def test_duplicate_names_the_other_file(loaded: Load) -> None:
    (finding,) = loaded({"guidelines/L-1.yaml": L1, "guidelines/L-2.yaml": L1}).diagnostics
    assert dict(finding.arguments) == {"id": "L-1", "other": "guidelines/L-1.yaml"}
    assert [place.subject.path for place in finding.related] == ["guidelines/L-1.yaml"]
