"""The plan in Word with tracked changes: accepting gives the new text, rejecting the old one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generated import pairs, plain
from hostile import EVIL, spoilt
from office import laid_out
from office import texts as page_texts
from ten_events import NEW, OLD
from versions import ROUNDS, between, compared, measure
from wirctl.diff.compare import compare
from wirctl.report.changes_docx_tracked import OnlyWholeError, docx_tracked
from wirctl.report.plan_text import passages
from wirctl.report.registry import Look, Origin
from wirctl.report.selection import selected
from word_files import W, part, resolved, text_of
from word_standard import faults

if TYPE_CHECKING:
    from pathlib import Path

    from generated import Records
    from wirctl.diff.compare import Comparison
    from wirctl.diff.side import Side

LOOK = Look("de", origin=lambda: Origin("a" * 40, "b" * 40, "2021-12-06"))
HEAD, TAIL = 2, -1
"""Where the plan begins and ends between our own sentences."""


def texts(side: Side) -> list[str]:
    """The passages of a version, as paragraphs."""
    found = passages(side, "de")
    return [f"{part.label}: {part.text}" if part.label else part.text for part in found]


def both(data: bytes) -> tuple[list[str], list[str]]:
    """The paragraphs with all changes rejected, and with all accepted, of a file in order."""
    assert faults(data) == []
    old, new = (resolved(data, accept=accept)[HEAD:TAIL] for accept in (False, True))
    return old, new


@pytest.mark.slow
@pytest.mark.parametrize("number", range(1, len(ROUNDS)))
def test_real_rounds_come_back_on_both_sides(number: int) -> None:
    comparison = between(ROUNDS[number - 1], ROUNDS[number])
    assert both(docx_tracked(comparison, LOOK)) == (texts(comparison.old), texts(comparison.new))


def test_ten_events_come_back_on_both_sides() -> None:
    comparison = compared(OLD, NEW)
    old, new = both(docx_tracked(comparison, LOOK))
    assert (old, new) == (texts(comparison.old), texts(comparison.new))
    assert old != new


@pytest.mark.slow
@settings(max_examples=settings().max_examples // 3)
@given(pairs())
def test_any_pair_comes_back_on_both_sides(versions: tuple[Records, Records]) -> None:
    comparison = compare(*map(plain, versions))
    assert both(docx_tracked(comparison, LOOK)) == (texts(comparison.old), texts(comparison.new))


@settings(max_examples=settings().max_examples // 3)
@given(st.text(max_size=30))
def test_any_text_comes_back(text: str) -> None:
    comparison = spoilt(text)
    assert both(docx_tracked(comparison, LOOK)) == (texts(comparison.old), texts(comparison.new))


@pytest.mark.parametrize("evil", EVIL)
def test_plan_text_is_text(evil: str) -> None:
    comparison = spoilt(evil)
    data = docx_tracked(comparison, LOOK)
    assert both(data) == (texts(comparison.old), texts(comparison.new))
    assert not list(part(data).iter(f"{W}hyperlink", f"{W}instrText", f"{W}fldSimple"))


def changes(comparison: Comparison) -> list[tuple[str, str]]:
    """What is marked inside paragraphs, in reading order."""
    document = part(docx_tracked(comparison, LOOK))
    return [
        (change.tag.removeprefix(W), text_of(change))
        for change in document.iter(f"{W}ins", f"{W}del")
        if text_of(change)
    ]


def test_changed_word_is_marked_alone() -> None:
    old = measure("description: Die Stadt fördert Vereine im Jahr 2021.")
    comparison = compared(old, old.replace("2021", "2022"))
    assert changes(comparison) == [("del", "2021"), ("ins", "2022")]


def test_new_field_is_a_new_paragraph() -> None:
    comparison = compared(measure("title: A"), measure("title: A\nlead_unit: Amt"))
    assert changes(comparison) == [("ins", "Federführung: "), ("ins", "Amt")]


def test_element_in_another_field_goes_there_whole() -> None:
    fields = (
        "# fields/HF-A.yaml\n{id: HF-A, title: Arbeit, order: 1}\n"
        "# fields/HF-B.yaml\n{id: HF-B, title: Bildung, order: 2}\n"
    )
    stays = measure("title: X\nfield: HF-A", "M-1") + measure("title: Z\nfield: HF-B", "M-3")
    old = fields + stays + measure("title: Y\nfield: HF-A", "M-2")
    new = fields + stays + measure("title: Y\nfield: HF-B", "M-2")
    assert changes(compared(old, new)) == [("del", "M-2 Y"), ("ins", "M-2 Y")]


def test_renamed_element_keeps_its_text() -> None:
    old = measure("title: Kurse\nlead_unit: Amt", "M-BIL-01")
    gone = measure("withdrawn: {round: LG-1, reason: r, to: [M-BIL-02]}", "M-BIL-01")
    new = gone + measure(
        "title: Kurse\nlead_unit: Amt\nlineage: [{kind: renamed, from: [M-BIL-01], round: LG-1}]",
        "M-BIL-02",
    )
    assert changes(compared(old, new)) == [("del", "M-BIL-01"), ("ins", "M-BIL-02")]


def test_changes_are_signed_by_the_body_on_the_day_of_the_round() -> None:
    document = part(docx_tracked(between("LG-2021-11-29", "LG-2021-12-06"), LOOK))
    marks = list(document.iter(f"{W}ins", f"{W}del"))
    assert {mark.get(f"{W}author") for mark in marks} == {"Lenkungsgruppe"}
    assert {mark.get(f"{W}date") for mark in marks} == {"2021-12-06T00:00:00Z"}
    numbers = [mark.get(f"{W}id") for mark in marks]
    assert len(set(numbers)) == len(numbers)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("names", "expected"),
    [
        pytest.param(("LG-2021-12-06", "LG-2021-12"), "2021-12-01T00:00:00Z", id="a month"),
        pytest.param(("RAT-2021-02-25", "EG-2021"), "2021-09-01T00:00:00Z", id="another month"),
    ],
)
def test_day_that_is_not_known_is_the_first(names: tuple[str, str], expected: str) -> None:
    document = part(docx_tracked(between(*names), LOOK))
    assert {mark.get(f"{W}date") for mark in document.iter(f"{W}ins")} == {expected}


def test_version_that_is_no_round_signs_by_its_name() -> None:
    document = part(docx_tracked(compared(measure("title: A"), measure("title: B")), LOOK))
    marks = list(document.iter(f"{W}ins"))
    assert {mark.get(f"{W}author") for mark in marks} == {"NEU"}
    assert {mark.get(f"{W}date") for mark in marks} == {"2021-12-06T00:00:00Z"}


def test_same_comparison_gives_the_same_bytes() -> None:
    comparison = compared(OLD, NEW)
    assert docx_tracked(comparison, LOOK) == docx_tracked(comparison, LOOK)


def test_part_of_the_changes_is_refused() -> None:
    comparison = selected(compared(OLD, NEW), ("class:editorial",), ())
    with pytest.raises(OnlyWholeError):
        docx_tracked(comparison, LOOK)


@pytest.mark.slow
def test_office_opens_it(tmp_path: Path) -> None:
    data = docx_tracked(between(ROUNDS[5], ROUNDS[6]), LOOK)
    found = "".join(page_texts(laid_out(data, tmp_path)))
    assert "Finanzierungsweg: eigener HaushaltFörderfonds" in found
