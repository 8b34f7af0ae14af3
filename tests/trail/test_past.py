"""Statements go stale exactly when they should, with what changed since they were read."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from builder import Builder
from readings import (
    FIELDS,
    GOAL,
    MEASURE,
    MEASURE_AT,
    STATEMENT_AT,
    by_field,
    holds,
    plan_files,
    read_and_said,
    statement,
)

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

CURRENT = dict.fromkeys(FIELDS, "current")
RENAMED = MEASURE.replace("id: M-BIL-01", "id: M-BIL-07") + (
    "lineage:\n  - kind: renamed\n    from: [M-BIL-01]\n"
)
TOMBSTONE = "id: M-BIL-01\nwithdrawn:\n  reason: Die Schulen haben andere Wege gefunden.\n"


@pytest.fixture(scope="module")
def said(tmp_path_factory: pytest.TempPathFactory) -> Builder:
    return read_and_said(tmp_path_factory.mktemp("said") / "repository")


@pytest.mark.parametrize(
    "files",
    [
        pytest.param({}, id="nothing happened"),
        pytest.param(
            {
                MEASURE_AT: MEASURE.replace(
                    "goals:\n  - Z-BIL-1\n", 'goals: [ "Z-BIL-1" ]  # das Ziel\n'
                )
            },
            id="a list was written in brackets, with a comment",
        ),
        pytest.param(
            {MEASURE_AT: MEASURE.replace(". Sie", ".\n  Sie").replace(">-", ">")},
            id="the text was wrapped",
        ),
        pytest.param(
            {MEASURE_AT: MEASURE.replace("- Eltern\n  - Lehrkräfte", "- Lehrkräfte\n  - Eltern")},
            id="a set has another order",
        ),
        pytest.param(
            {MEASURE_AT: None, "plan/measures/andere/M-BIL-01.yaml": MEASURE},
            id="the file was moved",
        ),
        pytest.param(
            {MEASURE_AT: None, "plan/measures/bil/M-BIL-07.yaml": RENAMED},
            id="the file was renamed, and says from what",
        ),
        pytest.param(
            {MEASURE_AT: TOMBSTONE, "plan/measures/bil/M-BIL-07.yaml": RENAMED},
            id="renamed, with a tombstone",
        ),
        pytest.param(
            {MEASURE_AT: MEASURE.replace("Lotsendienst an Schulen", "Schullots*innen")},
            id="another field has another text",
        ),
        pytest.param(
            {"plan/goals/Z-BIL-1.yaml": f"# Ziel\n{GOAL}"}, id="what it refers to says the same"
        ),
    ],
)
def test_what_changes_no_meaning_leaves_a_statement_current(
    said: Builder, files: Mapping[str, str | None], tmp_path: Path
) -> None:
    made = said.copy(tmp_path / "copy")
    made.write(files)
    assert by_field(made) == CURRENT
    made.commit()
    assert by_field(made) == CURRENT


def test_order_of_keys_leaves_a_statement_current(said: Builder, tmp_path: Path) -> None:
    made = said.copy(tmp_path / "copy")
    parts = MEASURE.replace("\n", "\0").replace("\0 ", "\n ").split("\0")
    made.write({MEASURE_AT: "\n".join(reversed(parts)).lstrip() + "\n"})
    assert by_field(made) == CURRENT


@pytest.mark.parametrize(
    ("files", "field", "hold"),
    [
        pytest.param(
            {MEASURE_AT: MEASURE.replace("50000", "40000")}, "costs", "outdated", id="a figure"
        ),
        pytest.param(
            {MEASURE_AT: MEASURE.replace("An 20", "An 30")},
            "description",
            "outdated",
            id="a figure in a text",
        ),
        pytest.param(
            {MEASURE_AT: MEASURE.replace("Lots*innen", "Lotsinnen und Lotsen")},
            "description",
            "touched",
            id="another gendered spelling",
        ),
        pytest.param(
            {MEASURE_AT: MEASURE.replace("Z-BIL-1", "Z-BIL-2")},
            "goals",
            "outdated",
            id="another reference",
        ),
        pytest.param(
            {"plan/goals/Z-BIL-1.yaml": GOAL.replace("Alle Eltern", "80 von 100 Eltern")},
            "goals",
            "touched",
            id="what the field refers to",
        ),
        pytest.param(
            {MEASURE_AT: MEASURE.replace("target_groups:\n  - Eltern\n  - Lehrkräfte\n", "")},
            "target_groups",
            "outdated",
            id="the field was removed",
        ),
    ],
)
def test_change_ages_exactly_the_field_in_which_it_is(
    said: Builder, files: Mapping[str, str | None], field: str, hold: str, tmp_path: Path
) -> None:
    made = said.copy(tmp_path / "copy")
    made.write(files)
    assert by_field(made) == {**CURRENT, field: hold}
    made.commit()
    made.commit({MEASURE_AT.replace("01", "09"): MEASURE.replace("M-BIL-01", "M-BIL-09")})
    assert by_field(made) == {**CURRENT, field: hold}


@pytest.mark.parametrize(
    "files",
    [
        pytest.param({MEASURE_AT: None}, id="the file is gone"),
        pytest.param({MEASURE_AT: TOMBSTONE}, id="a tombstone is left"),
        pytest.param(
            {
                MEASURE_AT: TOMBSTONE,
                "plan/measures/bil/M-BIL-07.yaml": RENAMED.replace("renamed", "split"),
            },
            id="split",
        ),
    ],
)
def test_statement_on_what_was_withdrawn_is_void(
    said: Builder, files: Mapping[str, str | None], tmp_path: Path
) -> None:
    made = said.copy(tmp_path / "copy")
    made.write(files)
    assert by_field(made) == dict.fromkeys(FIELDS, "void")


def test_change_since_is_shown_also_over_a_rename(said: Builder, tmp_path: Path) -> None:
    made = said.copy(tmp_path / "copy")
    made.commit({MEASURE_AT: None, "plan/measures/bil/M-BIL-07.yaml": RENAMED})
    made.commit({"plan/measures/bil/M-BIL-07.yaml": RENAMED.replace("50000", "40000")})
    (point,) = holds(made)
    assert point.element is not None
    assert point.element.id == "M-BIL-07"
    changes = {item.field: item.changes for item in point.fields if item.changes}
    assert [(name, [(c.old, c.new) for c in found]) for name, found in changes.items()] == [
        ("costs", [(50000, 40000)])
    ]


def test_statement_on_the_whole_ages_with_any_field(tmp_path: Path) -> None:
    made = read_and_said(tmp_path / "repository", ())
    assert by_field(made) == {"": "current"}
    made.write({MEASURE_AT: MEASURE.replace("50000", "40000")})
    assert by_field(made) == {"": "outdated"}
    made.write({MEASURE_AT: MEASURE + "note: Stand der Beratung.\n"})
    assert by_field(made) == {"": "touched"}


def test_text_that_was_read_may_be_older_than_the_statement(tmp_path: Path) -> None:
    made = Builder.new(tmp_path / "repository")
    made.commit(plan_files())
    made.commit({MEASURE_AT: MEASURE.replace("50000", "40000")})
    made.commit({STATEMENT_AT: statement()})
    (point,) = holds(made)
    assert [(c.old, c.new) for item in point.fields for c in item.changes] == [(50000, 40000)]


def test_text_that_nobody_finds_is_outdated_without_a_redline(tmp_path: Path) -> None:
    made = Builder.new(tmp_path / "repository")
    made.commit({**plan_files(), STATEMENT_AT: statement(MEASURE.replace("50000", "60000"))})
    (point,) = holds(made)
    unknown = [(item.field, str(item.hold)) for item in point.fields if not item.is_known]
    assert unknown == [("costs", "outdated")]
    assert by_field(made) == {**CURRENT, "costs": "outdated"}


def test_without_any_history_digests_alone_answer(tmp_path: Path) -> None:
    made = Builder.new(tmp_path / "repository")
    made.write({**plan_files(), STATEMENT_AT: statement()})
    assert by_field(made) == CURRENT
    made.write({MEASURE_AT: MEASURE.replace("50000", "60000")})
    assert by_field(made) == {**CURRENT, "costs": "outdated"}


def test_version_that_cannot_be_read_is_no_version(tmp_path: Path) -> None:
    made = Builder.new(tmp_path / "repository")
    made.commit({**plan_files(), MEASURE_AT: MEASURE.replace("id: ", "id: ['")})
    made.commit({MEASURE_AT: MEASURE.replace("50000", "1"), STATEMENT_AT: statement()})
    assert by_field(made) == {**CURRENT, "costs": "outdated"}


def test_what_changed_alike_in_many_elements_ages_the_statement_on_one(tmp_path: Path) -> None:
    ids = ("M-BIL-01", "M-BIL-02", "M-BIL-03", "M-BIL-04")
    files = {MEASURE_AT.replace("M-BIL-01", id_): MEASURE.replace("M-BIL-01", id_) for id_ in ids}
    made = Builder.new(tmp_path / "repository")
    made.commit({**plan_files(), **files, STATEMENT_AT: statement()})
    made.commit({at: text.replace("50000", "60000") for at, text in files.items()})
    (point,) = holds(made)
    (costs,) = (item for item in point.fields if item.field == "costs")
    assert [(c.subject.id, c.old, c.new) for c in costs.changes] == [("M-BIL-01", 50000, 60000)]
    assert by_field(made) == {**CURRENT, "costs": "outdated"}
