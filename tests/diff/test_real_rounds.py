"""The real decisions on the plan are seen as what they were."""

from __future__ import annotations

from itertools import pairwise

import pytest

from versions import ROUNDS, between

PAIRS = list(pairwise(ROUNDS))
EVENTS = {
    "element-commissioned",
    "element-merged",
    "element-moved",
    "element-removed",
    "element-renamed",
    "element-replaced",
    "element-restored",
    "element-split",
    "element-withdrawn",
    "funding-path-changed",
    "measure-converted",
}
"""What a member of a body wants to see first; that elements came is another matter."""


def events(old: str, new: str) -> set[tuple[str, str]]:
    found = between(old, new).changes
    return {(change.kind, change.subject.id) for change in found if change.kind in EVENTS}


def outcomes(old: str, new: str) -> dict[str, str]:
    """What was decided on each element, but for plain acceptance."""
    return {
        item: verdict.outcome
        for item, verdict in between(old, new).verdicts.items()
        if verdict.outcome != "accepted"
    }


@pytest.mark.parametrize(("old", "new"), PAIRS)
def test_each_round_closes_itself_and_no_other(old: str, new: str) -> None:
    closed = [item.subject.id for item in between(old, new).changes if item.kind == "round-closed"]
    assert closed == [new]


@pytest.mark.parametrize(("old", "new"), PAIRS)
def test_nothing_was_only_written_otherwise(old: str, new: str) -> None:
    assert between(old, new).form_only == ()


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        pytest.param("RAT-2021-02-25", "EG-2021", set(), id="expert draft: only new elements"),
        pytest.param("EG-2021", "LG-2021-11-01", set(), id="economy: all accepted"),
        pytest.param(
            "LG-2021-11-01",
            "LG-2021-11-08",
            {("measure-converted", "M-BIL-02")},
            id="education: school as a centre becomes a recommendation",
        ),
        pytest.param(
            "LG-2021-11-08",
            "LG-2021-11-22",
            {("element-withdrawn", "M-SOZ-03"), ("element-commissioned", "M-SOZ-04")},
            id="social affairs: tiny houses struck, a working group ordered",
        ),
        pytest.param(
            "LG-2021-11-22",
            "LG-2021-11-29",
            {("element-withdrawn", "M-DEM-06")},
            id="democracy: one measure not accepted",
        ),
        pytest.param(
            "LG-2021-11-29",
            "LG-2021-12-06",
            {("funding-path-changed", "M-STK-04"), ("funding-path-changed", "M-STK-05")},
            id="culture: the funding path swapped both ways",
        ),
        pytest.param("LG-2021-12-06", "LG-2021-12", set(), id="city administration: all accepted"),
        pytest.param("LG-2021-12", "VW-2022-07-01", set(), id="tabled"),
        pytest.param("VW-2022-07-01", "RAT-2022-09", set(), id="decided"),
        pytest.param("RAT-2022-09", "KUR-2022-12-09", set(), id="fund"),
        pytest.param("KUR-2022-12-09", "VW-2025-05", set(), id="interim report"),
    ],
)
def test_events_of_a_round_are_these_and_no_others(
    old: str, new: str, expected: set[tuple[str, str]]
) -> None:
    assert events(old, new) == expected


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        pytest.param(
            "EG-2021",
            "LG-2021-11-01",
            {"HF-WIR": "accepted_with_conditions"},
            id="wishes to be worked in",
        ),
        pytest.param(
            "LG-2021-11-01",
            "LG-2021-11-08",
            {
                "M-BIL-02": "converted",
                "M-BIL-03": "deferred",
                "Z-JUG-1": "deferred",
                "Z-BIL-6": "amended",
            },
            id="converted, deferred, amended",
        ),
        pytest.param(
            "LG-2021-11-08",
            "LG-2021-11-22",
            {"M-SOZ-03": "rejected", "M-SOZ-04": "commissioned", "Z-SOZ-1": "returned"},
            id="rejected, commissioned, returned",
        ),
        pytest.param(
            "LG-2021-11-22",
            "LG-2021-11-29",
            {"M-DEM-06": "rejected", "Z-DEM-1": "amended"},
            id="rejected, amended",
        ),
        pytest.param(
            "LG-2021-11-29",
            "LG-2021-12-06",
            {"M-STK-04": "amended", "M-STK-05": "amended", "M-STK-06": "returned"},
            id="amended by another funding path, returned",
        ),
        pytest.param("LG-2021-12-06", "LG-2021-12", {}, id="the deferred and returned accepted"),
        pytest.param("LG-2021-12", "VW-2022-07-01", {"WIR-2-0": "tabled"}, id="tabled"),
        pytest.param("VW-2022-07-01", "RAT-2022-09", {"WIR-2-0": "decided"}, id="decided"),
    ],
)
def test_verdicts_of_a_round_are_these_and_no_others(
    old: str, new: str, expected: dict[str, str]
) -> None:
    assert outcomes(old, new) == expected


def test_converted_measure_names_its_addressee() -> None:
    [change] = [
        item
        for item in between("LG-2021-11-01", "LG-2021-11-08").changes
        if item.kind == "measure-converted"
    ]
    assert (change.at, change.old, change.new) == (("kind",), "measure", "recommendation")
    assert dict(change.arguments)["addressee"] == " (Land Niedersachsen)"


def test_funding_path_was_swapped_both_ways() -> None:
    swapped = {
        item.subject.id: (item.old, item.new)
        for item in between("LG-2021-11-29", "LG-2021-12-06").changes
        if item.kind == "funding-path-changed"
    }
    assert swapped == {"M-STK-04": ("own_budget", "fund"), "M-STK-05": ("fund", "own_budget")}


def test_amended_goal_changed_its_text_and_nothing_else() -> None:
    found = [
        (item.kind, item.at, item.ground.rule if item.ground else "")
        for item in between("LG-2021-11-22", "LG-2021-11-29").changes
        if item.subject.id == "Z-DEM-1"
    ]
    assert found == [("text-changed", ("text",), "many-words-changed")]


def test_version_in_a_new_title_is_no_changed_figure() -> None:
    grounds = {
        (item.subject.id, item.ground.rule)
        for old, new in (("RAT-2021-02-25", "EG-2021"), ("LG-2021-12", "VW-2022-07-01"))
        for item in between(old, new).changes
        if "title" in item.at and "2.0" in str(item.new) and item.ground is not None
    }
    assert grounds == {
        ("HF-JUG", "body-changed"),
        ("G-EG-JUG", "body-changed"),
        ("WIR-2-0", "many-words-changed"),
        ("TR-AR-WIR-2-0", "many-words-changed"),
        ("TR-DE-SIMPLE-WIR-2-0", "many-words-changed"),
        ("TR-EN-WIR-2-0", "many-words-changed"),
    }


def test_deferred_and_returned_elements_did_not_change() -> None:
    waiting = {"M-BIL-03", "Z-JUG-1", "Z-SOZ-1", "M-STK-06"}
    for old, new in (
        ("LG-2021-11-01", "LG-2021-11-08"),
        ("LG-2021-11-08", "LG-2021-11-22"),
        ("LG-2021-11-29", "LG-2021-12-06"),
    ):
        assert not waiting & {item.subject.id for item in between(old, new).changes}


def test_plan_itself_is_known_by_its_own_id() -> None:
    titles = [
        (item.subject.kind, item.subject.id)
        for item in between("LG-2021-12", "VW-2022-07-01").changes
        if item.subject.path == "plan.yaml"
    ]
    assert set(titles) == {("plan", "WIR-2-0")}
