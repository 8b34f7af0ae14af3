"""One change for what happened alike in many elements."""

from __future__ import annotations

import pytest

import recoding
from versions import changes, compared, measure
from wirctl.core.change import Weight
from wirctl.core.pointer import show


def three(field: str) -> str:
    """Three measures with this field."""
    return "".join(measure(field, f"M-BIL-0{number}") for number in (1, 2, 3))


def kinds(old: str, new: str) -> list[str]:
    """The kind of each change."""
    return [change.kind for change in changes(old, new)]


def test_recoding_of_a_status_is_one_change_with_its_exceptions() -> None:
    comparison = compared(recoding.OLD, recoding.NEW)
    [change] = comparison.changes
    assert (change.kind, change.at) == ("value-recoded", ("implementation", "status"))
    assert (change.old, change.new) == ("running", "regular_business")
    assert (change.subject.kind, change.subject.id) == ("measure", "")
    assert len(change.members) == len(comparison.singles) == recoding.COUNT
    assert comparison.singles == change.members
    assert [(place.subject.id, show(place.pointer)) for place in change.exceptions] == [
        (id_, "implementation/2021-01/status") for id_ in recoding.KEPT
    ]


def test_name_replaced_everywhere_is_one_change_with_the_text_that_kept_it() -> None:
    old = (
        measure("title: Lotsen im LIP 2.0")
        + measure("objective: Der LIP 2.0 gilt, denn der LIP 2.0 ist neu.", "M-BIL-02")
        + measure("partners: [Rat, LIP 2.0-Beirat]", "M-BIL-03")
        + measure("objective: Früher hieß er LIP 2.0.", "M-BIL-04")
        + "# goals/Z-BIL-1.yaml\n{id: Z-BIL-1, text: Alle kennen den LIP 2.0.}\n"
    )
    head, kept, tail = old.partition("objective: Früher hieß er LIP 2.0.")
    [change] = changes(old, head.replace("LIP", "WIR") + kept + tail.replace("LIP", "WIR"))
    assert (change.kind, change.old, change.new) == ("term-replaced", "LIP 2.0", "WIR 2.0")
    assert change.elements == ("Z-BIL-1", "M-BIL-01", "M-BIL-02", "M-BIL-03")
    assert [place.subject.id for place in change.exceptions] == ["M-BIL-04"]


def test_name_in_compounds_is_the_same_name() -> None:
    old = (
        measure("title: LIP-Bericht")
        + measure("title: Der LIP", "M-BIL-02")
        + measure("title: Vom LIP", "M-BIL-03")
    )
    [change] = changes(old, old.replace("LIP", "WIR"))
    assert (change.old, change.new) == ("LIP", "WIR")


def test_another_version_of_a_name_is_another_name_and_no_figure() -> None:
    old = (
        measure("title: Lotsen im WIR 2.0")
        + measure("objective: Das WIR 2.0-Kuratorium berät.", "M-BIL-02")
        + measure(
            "sources: [{key: S1, title: Bericht zum WIR 2.0, published: 2021-01}]", "M-BIL-03"
        )
    )
    [change] = changes(old, old.replace("2.0", "3.0"))
    assert (change.kind, change.old, change.new) == ("term-replaced", "WIR 2.0", "WIR 3.0")
    assert change.elements == ("M-BIL-01", "M-BIL-02", "M-BIL-03")


def test_two_names_replaced_in_the_same_texts_are_one_change() -> None:
    old = three("title: LIP und Rat") + measure("objective: LIP, vom Rat.", "M-BIL-04")
    new = old.replace("LIP", "WIR").replace("Rat", "Beirat")
    [change] = changes(old, new)
    assert dict(change.arguments)["terms"] == "LIP → WIR; Rat → Beirat"


def test_item_of_a_set_that_stands_for_the_only_one_that_went_is_recoded() -> None:
    old = three("themes: [Q-1, Q-2]")
    [change] = changes(old, old.replace("Q-1", "Q-3"))
    assert (change.kind, change.old, change.new) == ("value-recoded", "Q-1", "Q-3")
    assert [member.kind for member in change.members[:2]] == ["item-removed", "item-added"]
    assert dict(change.arguments) == {"count": "3"}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        pytest.param(
            three("staffing_fte: 1"),
            three("staffing_fte: 1").replace("fte: 1", "fte: 2", 2),
            id="two elements are not many",
        ),
        pytest.param(
            three("staffing_fte: 1") + recoding.OLD.replace("title:", "staffing_fte: 1\ntitle:"),
            three("staffing_fte: 2") + recoding.OLD.replace("title:", "staffing_fte: 1\ntitle:"),
            id="most kept the old value",
        ),
        pytest.param(
            measure("objective: Bis 2024.")
            + measure("title: Stand 2024", "M-BIL-02")
            + measure("summary: Seit 2024", "M-BIL-03"),
            measure("objective: Bis 2025.")
            + measure("title: Stand 2025", "M-BIL-02")
            + measure("summary: Seit 2025", "M-BIL-03"),
            id="a figure in texts of several fields is no name",
        ),
        pytest.param(
            measure("objective: Sie soll es tun.")
            + measure("title: Die Stadt soll es", "M-BIL-02")
            + measure("summary: Wer soll es?", "M-BIL-03"),
            measure("objective: Sie kann es tun.")
            + measure("title: Die Stadt kann es", "M-BIL-02")
            + measure("summary: Wer kann es?", "M-BIL-03"),
            id="an obligation is no name",
        ),
        pytest.param(
            three("themes: [Q-1, Q-2]"),
            three("themes: [Q-3, Q-4]"),
            id="nobody knows which item stands for which",
        ),
    ],
)
def test_what_only_looks_alike_is_told_one_by_one(old: str, new: str) -> None:
    comparison = compared(old, new)
    assert comparison.changes == comparison.singles
    assert len(comparison.changes) > 1


def test_text_of_which_more_changed_than_the_name_is_told_by_itself() -> None:
    old = three("title: Der LIP") + measure("objective: Der LIP hilft allen.", "M-BIL-04")
    new = old.replace("LIP", "WIR").replace("hilft", "nützt")
    assert kinds(old, new) == ["value-recoded", "text-changed"]


def test_change_for_many_weighs_as_much_as_its_heaviest_member() -> None:
    old = measure("note: Der LIP") + measure("note: Vom LIP", "M-BIL-02")
    editorial = old + measure("note: Im LIP steht es.", "M-BIL-03")
    substantive = old + measure("title: Der LIP", "M-BIL-03")
    assert [
        change.weight
        for before in (editorial, substantive)
        for change in changes(before, before.replace("LIP", "WIR"))
    ] == [Weight.EDITORIAL, Weight.SUBSTANTIVE]


def test_place_that_is_new_with_the_old_name_is_no_exception() -> None:
    old = three("title: Der LIP") + measure("summary: Vom LIP", "M-BIL-04")
    new = old.replace("LIP", "WIR") + measure("title: Der LIP", "M-BIL-05")
    assert [change.exceptions for change in changes(old, new) if change.members] == [()]
