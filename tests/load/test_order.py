"""Rounds of one body are closed in the order of their dates, as far as these are known."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    Found = Callable[[Mapping[str, str | None]], list[tuple[str, str, int, int]]]

BODIES = {
    f"bodies/{name}.yaml": f"id: {name}\ntitle: Gremium\nkind: steering_group\n"
    for name in ("G-LG", "G-RAT")
}
TEXT = "id: {id}\ntitle: T\nbody: {body}\ndate: '{date}'\nphase: steering\n{rest}"


def rounds(*dates: str, body: str = "G-LG") -> dict[str, str]:
    """A round for each date; a date in parentheses has not been closed."""
    files = dict(BODIES)
    for word in dates:
        date = word.strip("()")
        name = f"{body.removeprefix('G-')}-{date}"
        rest = "" if word.startswith("(") else f"closed: {{date: '{date}'}}\n"
        files[f"rounds/{name}.yaml"] = TEXT.format(id=name, body=body, date=date, rest=rest)
    return files


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        pytest.param(rounds("2021-11-08", "2021-11-22", "(2021-11-29)"), [], id="in order"),
        pytest.param(rounds("(2021-11-08)", "(2021-11-22)"), [], id="all open"),
        pytest.param(
            rounds("2021-11-08", "(2021-11-22)", "2021-11-29", "2021-12-06"),
            ["rounds/LG-2021-11-29.yaml", "rounds/LG-2021-12-06.yaml"],
            id="one left out",
        ),
        pytest.param(
            rounds("(2021-11)", "2021-12-06"), ["rounds/LG-2021-12-06.yaml"], id="month before"
        ),
        pytest.param(rounds("(2021-12)", "2021-12-06"), [], id="some day of the same month"),
        pytest.param(rounds("(2021-12-06)", "2021-12"), [], id="month that holds the day"),
        pytest.param(rounds("(2021)", "2021-12"), [], id="some day of the same year"),
        pytest.param(rounds("(2021)", "2022"), ["rounds/LG-2022.yaml"], id="year before"),
        pytest.param(
            rounds("(2021-01-01)") | rounds("2022-01-01", body="G-RAT"), [], id="another body"
        ),
    ],
)
def test_order_of_closing(found: Found, files: dict[str, str], expected: list[str]) -> None:
    assert [item[0] for item in found(files)] == expected
    assert {item[1] for item in found(files)} <= {"round-closed-out-of-order"}


def test_finding_stands_at_the_closing(found: Found) -> None:
    assert found(rounds("(2021-11-08)", "2021-11-22")) == [
        ("rounds/LG-2021-11-22.yaml", "round-closed-out-of-order", 6, 9)
    ]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        pytest.param("date: '2021-11-08'", "date: 8.11.2021", id="date"),
        pytest.param("body: G-LG", "body: [G-LG]", id="body"),
        pytest.param("phase: steering\n", "phase: steering\nclosed: [\n", id="closing"),
        pytest.param("id: ", "- id: ", id="whole file"),
    ],
)
def test_faulty_round_brings_no_finding_on_the_next(found: Found, old: str, new: str) -> None:
    files = rounds("(2021-11-08)", "2021-11-22")
    first = "rounds/LG-2021-11-08.yaml"
    files[first] = files[first].replace(old, new)
    assert {item[0] for item in found(files)} == {first}


def test_round_that_was_called_off_stands_in_nobodys_way(found: Found) -> None:
    files = rounds("2021-11-22")
    files["rounds/LG-2021-11-08.yaml"] = (
        "id: LG-2021-11-08\ntitle: T\nbody: G-LG\ndate: 2021-11-08\nwithdrawn: {reason: Fiel aus}\n"
    )
    assert found(files) == []
