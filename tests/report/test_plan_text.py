"""A whole version as passages of text."""

from __future__ import annotations

import pytest

from versions import ROUNDS, between, compared, measure
from wirctl.core.text import canonical_prose
from wirctl.report.plan_text import passages

FIELDS = (
    "# fields/HF-A.yaml\n{id: HF-A, title: Arbeit, order: 2}\n"
    "# fields/HF-B.yaml\n{id: HF-B, title: Bildung, order: 1}\n"
)


def told(example: str, language: str = "de") -> list[tuple[str, str, str]]:
    side = compared(example, example).new
    return [(part.style, part.label, part.text) for part in passages(side, language)]


def test_elements_stand_by_kind_field_and_id_with_their_fields_in_order() -> None:
    plan = FIELDS + "".join(
        measure(f"title: T{id_}\nfield: {field}\nlead_unit: Amt", id_)
        for id_, field in (("M-1", "HF-A"), ("M-3", "HF-B"), ("M-2", "HF-B"))
    )
    assert told(plan) == [
        ("Heading1", "", "Handlungsfelder"),
        ("Heading2", "", "HF-B Bildung"),
        ("", "Reihenfolge", "1"),
        ("Heading2", "", "HF-A Arbeit"),
        ("", "Reihenfolge", "2"),
        ("Heading1", "", "Maßnahmen"),
        ("Heading2", "", "Bildung"),
        ("Heading3", "", "M-2 TM-2"),
        ("", "Federführung", "Amt"),
        ("Heading3", "", "M-3 TM-3"),
        ("", "Federführung", "Amt"),
        ("Heading2", "", "Arbeit"),
        ("Heading3", "", "M-1 TM-1"),
        ("", "Federführung", "Amt"),
    ]


def test_what_is_withdrawn_or_internal_is_not_told() -> None:
    plan = measure("title: A\nallow: [{rule: x, reason: y}]") + measure(
        "title: B\nwithdrawn: {round: LG-1, reason: r}", "M-BIL-02"
    )
    assert told(plan)[1:] == [("Heading2", "", "M-BIL-01 A")]


def test_records_are_a_line_each_and_sources_have_their_titles() -> None:
    plan = measure(
        "sources: [{key: a, title: Eins}, {key: b, title: Zwei}]\n"
        "costs: [{year: 2023, amount_eur: 5}, {year: 2024, amount_eur: 6}]"
    )
    costs, sources = (row[1:] for row in told(plan)[-2:])
    assert costs[1].split("\n") == [
        "- Jahr: 2023 · Betrag in Euro: 5 EUR",
        "- Jahr: 2024 · Betrag in Euro: 6 EUR",
    ]
    assert sources == ("Quellen", "- Eins\n- Zwei")


@pytest.mark.parametrize("language", ["de", "en"])
def test_texts_of_the_real_plan_are_canonical_and_keys_unlike(language: str) -> None:
    side = between(ROUNDS[-2], ROUNDS[-1]).new
    found = passages(side, language)
    assert len({part.key for part in found}) == len(found)
    assert [part for part in found if canonical_prose(part.text) != part.text] == []
