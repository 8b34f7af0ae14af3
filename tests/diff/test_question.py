"""What probably goes on under another id, where nobody says so."""

from __future__ import annotations

import pytest

from versions import ROUNDS, between, compared, measure
from wirctl.diff.question import Question

LONG = (
    "Ehrenamtliche lesen Kindern in Kitas und Schulen vor und begleiten sie ein Jahr lang. "
    "Die Stadtbibliothek schult die Paten und stellt Bücher in vielen Sprachen bereit."
)
FIRST, SECOND = (f"{part}." for part in LONG.removesuffix(".").split(". "))


def questions(old: str, new: str) -> list[tuple[str, tuple[str, ...], tuple[str, ...]]]:
    """Kind, old and new ids of each question."""
    return [(item.kind, item.old, item.new) for item in compared(old, new).questions]


def test_same_content_under_another_id_is_asked_about() -> None:
    old = measure(f"title: Lesepaten\nfield: HF-BIL\ndescription: {LONG}")
    new = old.replace("M-BIL-01", "M-BIL-07")
    assert compared(old, new).questions == (Question("renamed", ("M-BIL-01",), ("M-BIL-07",), 1.0),)
    moved = new.replace("HF-BIL", "HF-SOZ")
    assert questions(old, moved) == [("moved", ("M-BIL-01",), ("M-BIL-07",))]


def test_question_is_no_change_of_another_sort() -> None:
    old = measure("title: Lesepaten in Kitas")
    found = compared(old, old.replace("M-BIL-01", "M-BIL-07"))
    assert {change.kind for change in found.changes} == {"element-added", "element-removed"}


def test_parts_of_a_whole_are_asked_about_as_split_and_on_the_way_back_as_merged() -> None:
    whole = measure(f"title: Lesepaten\ndescription: {LONG}")
    parts = measure(f"title: Lesepaten\ndescription: {FIRST}", "M-BIL-05") + measure(
        f"title: Schulung\ndescription: {SECOND}", "M-BIL-06"
    )
    assert questions(whole, parts) == [("split", ("M-BIL-01",), ("M-BIL-05", "M-BIL-06"))]
    assert questions(parts, whole) == [("merged", ("M-BIL-05", "M-BIL-06"), ("M-BIL-01",))]


def test_tombstone_without_a_successor_is_asked_about() -> None:
    old = measure(f"title: Lesepaten\ndescription: {LONG}")
    came = old.replace("M-BIL-01", "M-BIL-07")
    struck = measure("withdrawn: {round: LG-2021, reason: Doppelt.}")
    assert questions(old, struck + came) == [("renamed", ("M-BIL-01",), ("M-BIL-07",))]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        pytest.param(
            measure(f"title: Lesepaten\ndescription: {LONG}"),
            measure(
                f"title: Lesepaten\ndescription: {LONG}\n"
                "lineage: [{kind: renamed, from: [M-BIL-01]}]",
                "M-BIL-07",
            ),
            id="it was declared",
        ),
        pytest.param(
            measure(f"title: Lesepaten\ndescription: {LONG}"),
            measure("withdrawn: {reason: Doppelt., to: [M-BIL-07]}")
            + measure(f"title: Lesepaten\ndescription: {LONG}", "M-BIL-07"),
            id="the tombstone tells",
        ),
        pytest.param(
            measure(f"title: Lesepaten\ndescription: {LONG}"),
            measure(f"title: Lesepaten\ndescription: {LONG}")
            + measure(f"title: Lesepaten\ndescription: {LONG}", "M-BIL-07"),
            id="the old one is still there",
        ),
        pytest.param(
            measure(f"title: Lesepaten\ndescription: {LONG}"),
            measure("title: Tiny-Houses\ndescription: Junge Menschen wohnen gut.", "M-BIL-07"),
            id="another content",
        ),
        pytest.param(
            measure("field: HF-BIL\nstaffing_fte: 1"),
            measure("field: HF-BIL\nstaffing_fte: 1", "M-BIL-07"),
            id="no text at all",
        ),
        pytest.param(
            measure(f"title: Lesepaten\ndescription: {LONG}"),
            f"# goals/Z-BIL-1.yaml\n{{id: Z-BIL-1, title: Lesepaten, text: '{LONG}'}}\n",
            id="another kind of element",
        ),
    ],
)
def test_nothing_is_asked_where(old: str, new: str) -> None:
    assert questions(old, new) == []


def test_real_rounds_raise_no_question() -> None:
    assert between(ROUNDS[0], ROUNDS[-1]).questions == ()
    assert between(ROUNDS[1], ROUNDS[6]).questions == ()
