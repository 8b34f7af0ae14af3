"""What the digests of a statement say by themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from readings import BODY, FIELD, GOAL, MEASURE, digests, statement
from small_plan import small_plan
from wirctl.flow.statements import Hold, point_holds

if TYPE_CHECKING:
    from pathlib import Path

    from wirctl.flow.statements import PointHold

PLAN = (
    f"# measures/bil/M-BIL-01.yaml\n{MEASURE}# goals/Z-BIL-1.yaml\n{GOAL}"
    f"# fields/HF-BIL.yaml\n{FIELD}# bodies/G-IB.yaml\n{BODY}"
)


def points(said: str, folder: Path) -> tuple[PointHold, ...]:
    loaded = small_plan(f"{PLAN}# statements/S-IB-1.yaml\n{said}").load(folder)
    return point_holds(loaded.plan, loaded.kinds)


def fields(said: str, folder: Path) -> dict[str, str]:
    return {item.field: str(item.hold) for point in points(said, folder) for item in point.fields}


HEAD = "id: S-IB-1\ntitle: Einschätzung\nbody: G-IB\ndate: 2026-02-01\npoints:\n"


@pytest.mark.parametrize(
    ("point", "expected"),
    [
        pytest.param("item: M-BIL-01}", {"": "unpinned"}, id="nobody noted what was read"),
        pytest.param(
            "item: M-BIL-01, fields: [costs]}", {"costs": "unpinned"}, id="a field without digest"
        ),
        pytest.param("item: M-BIL-99}", {"": "void"}, id="an element that there is not"),
        pytest.param(
            "item: M-BIL-01, fields: [preis, costs]}",
            {"preis": "void", "costs": "unpinned"},
            id="a field that there is not",
        ),
        pytest.param(
            "item: M-BIL-01, digest: 'w9:abc'}",
            {"": "unpinned"},
            id="a digest of a form that nobody knows",
        ),
        pytest.param(
            "item: M-BIL-01, fields: [costs, title], digest: 'w1:abc'}",
            {"costs": "outdated", "title": "outdated"},
            id="fields that only the digest of the whole vouches for",
        ),
    ],
)
def test_statement_without_what_it_takes(
    point: str, expected: dict[str, str], tmp_path: Path
) -> None:
    assert fields(f"{HEAD}  - {{id: p1, {point}\n", tmp_path) == expected


def test_fields_with_digests_are_those_that_were_read(tmp_path: Path) -> None:
    said = f"{HEAD}  - id: p1\n    item: M-BIL-01\n{digests(MEASURE, ('title', 'costs'))}"
    assert fields(said, tmp_path) == {"title": "current", "costs": "current"}


def test_point_is_as_stale_as_its_worst_field(tmp_path: Path) -> None:
    other = MEASURE.replace("50000", "40000")
    (point,) = points(statement(other), tmp_path)
    assert (point.hold, point.is_stale, point.is_open) == (Hold.OUTDATED, True, True)


def test_answered_point_is_open_no_more(tmp_path: Path) -> None:
    said = f"{statement()}responses:\n  - {{point: p1, result: adopted}}\n"
    (point,) = points(said, tmp_path)
    assert (point.hold, point.is_open) == (Hold.CURRENT, False)
    assert point.response is not None
    assert point.response.result == "adopted"


def test_elements_that_succeed_each_other_in_a_circle_end(tmp_path: Path) -> None:
    circle = "".join(
        f"# measures/bil/{id}.yaml\nid: {id}\nwithdrawn: {{reason: Kreis.}}\n"
        f"lineage:\n  - {{kind: renamed, from: [{other}]}}\n"
        for id, other in (("M-BIL-05", "M-BIL-06"), ("M-BIL-06", "M-BIL-05"))
    )
    said = f"{HEAD}  - {{id: p1, item: M-BIL-05}}\n"
    loaded = small_plan(f"{PLAN}{circle}# statements/S-IB-1.yaml\n{said}").load(tmp_path)
    (point,) = point_holds(loaded.plan, loaded.kinds)
    assert point.hold is Hold.VOID
