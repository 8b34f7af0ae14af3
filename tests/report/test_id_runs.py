"""Many ids in few words."""

from __future__ import annotations

import pytest

from wirctl.report.id_runs import id_runs


@pytest.mark.parametrize(
    ("ids", "expected"),
    [
        pytest.param([], "", id="none"),
        pytest.param(["M-1", "M-2"], "M-1, M-2", id="two are no run"),
        pytest.param(["M-8", "M-9", "M-10"], "M-8 … M-10", id="more digits"),
        pytest.param(["M-08", "M-09", "M-10"], "M-08 … M-10", id="zeros before"),
        pytest.param(["M-9", "M-010", "M-011"], "M-9, M-010, M-011", id="another width"),
        pytest.param(["A-1", "B-2", "B-4"], "A-1, B-2, B-4", id="gaps"),
        pytest.param(["PLAN", "PROCESS"], "PLAN, PROCESS", id="no numbers"),
    ],
)
def test_ids_in_a_row_are_named_by_their_ends(ids: list[str], expected: str) -> None:
    assert id_runs(ids) == expected
