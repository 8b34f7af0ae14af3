"""What a Synopse says, whatever it is written in."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given

import recoding
from generated import pairs, plain
from ten_events import NEW, OLD
from versions import ROUNDS, between, compared, measure
from wirctl.diff.compare import compare
from wirctl.diff.prose import Act
from wirctl.report.headline import plan_language
from wirctl.report.synopse import groups, legend, version_name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generated import Records
    from wirctl.diff.compare import Comparison
    from wirctl.report.paragraphs import Paragraph
    from wirctl.report.synopse import Entry, Line

FIELD = "# fields/HF-BIL.yaml\n{id: HF-BIL, title: Bildung}\n"
MARKS = {Act.DELETED: "-", Act.MOVED_AWAY: "<", Act.INSERTED: "+", Act.MOVED_HERE: ">"}


def entries(comparison: Comparison) -> dict[str, Entry]:
    found = (group.entries for group in groups(comparison, "de"))
    return {entry.id: entry for part in found for entry in part}


def lines(old: str, new: str) -> list[Line]:
    return [line for entry in entries(compared(old, new)).values() for line in entry.lines]


def cell(paragraphs: tuple[Paragraph, ...]) -> list[str]:
    """Each paragraph as text; what is marked stands in brackets with a sign."""
    return [_shown(paragraph) for paragraph in paragraphs]


def _shown(paragraph: Paragraph) -> str:
    parts = (
        f"[{MARKS[run.act]}{run.text}]" if run.act in MARKS else run.text for run in paragraph.runs
    )
    return f"{paragraph.label}: " * bool(paragraph.label) + "".join(parts)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        pytest.param(
            "title: A\ndescription: Die Stadt fördert Vereine.",
            "title: A\ndescription: Die Stadt fördert alle Vereine.",
            (["Die Stadt fördert Vereine."], ["Die Stadt fördert [+alle] Vereine."]),
            id="a word came",
        ),
        pytest.param("staffing_fte: 1", "staffing_fte: 2", (["[-1]"], ["[+2]"]), id="a figure"),
        pytest.param("{}", "lead_unit: Amt", ([], ["[+Amt]"]), id="a field came"),
        pytest.param("lead_unit: Amt", "{}", (["[-Amt]"], []), id="a field went"),
        pytest.param(
            "funding_path: fund",
            "funding_path: own_budget",
            (["[-Förderfonds]"], ["[+eigener Haushalt]"]),
            id="what the sentence tells already",
        ),
    ],
)
def test_cells_mark_what_went_and_what_came(
    old: str, new: str, expected: tuple[list[str], list[str]]
) -> None:
    [line] = lines(measure(old), measure(new))
    assert (cell(line.old), cell(line.new)) == expected


def test_sentences_that_moved_are_marked_at_both_places() -> None:
    one, two = "Die Stadt fördert Vereine.", "Alle Kinder lernen in der Schule Deutsch."
    old = measure(f"description: {one} {two} Ende gut.")
    [line] = lines(old, measure(f"description: {two} {one} Ende gut."))
    assert "<" in cell(line.old)[0]
    assert ">" in cell(line.new)[0]


def test_new_element_is_shown_whole_but_for_its_heading() -> None:
    came = measure(
        "title: Kurse\nfield: HF-BIL\nstaffing_fte: 2\ndescription: |-\n  Eins.\n\n  Zwei."
    )
    [line] = lines(FIELD, FIELD + came)
    assert line.old == ()
    assert cell(line.new) == ["Beschreibung: [+Eins.]", "[+Zwei.]", "Personalbedarf: [+2]"]


def test_withdrawn_element_is_struck_whole_and_once() -> None:
    old = FIELD + measure("title: Kurse\nfield: HF-BIL\ndescription: Kurse für alle.")
    new = FIELD + measure("title: Kurse\nwithdrawn: {round: LG-1, reason: Zu teuer.}")
    [line] = lines(old, new)
    assert line.what == "Gestrichen: Zu teuer."
    assert (cell(line.old), line.new) == (["Beschreibung: [-Kurse für alle.]"], ())


def test_records_of_a_list_stand_one_by_one() -> None:
    costs = "costs:\n  - {year: 2023, amount_eur: 5}\n  - {year: 2024, amount_eur: 7}"
    [line] = lines(FIELD, FIELD + measure(f"title: Kurse\n{costs}"))
    assert len(line.new) == 2


def test_paragraph_that_was_parted_has_a_sign() -> None:
    old, new = "Eins ist da. Zwei ist da.", "Eins ist da.\n\n  Zwei ist da."
    [line] = lines(measure(f"description: {old}\nstaffing_fte: 1"),
                   measure(f"description: |-\n  {new}\nstaffing_fte: 1"))  # fmt: skip
    assert cell(line.new) == ["Eins ist da.[+¶]", "Zwei ist da."]


def test_decision_names_body_day_paper_and_what_is_asked() -> None:
    found = entries(between("LG-2021-11-01", "LG-2021-11-08"))["M-BIL-02"]
    assert found.decision is not None
    assert found.decision.outcome == "in eine Empfehlung umgewandelt"
    assert found.decision.source == "Lenkungsgruppe, 8. November 2021, LG-2021-11-08"
    assert found.decision.points == (("Begründung", "Auf kommunaler Ebene nicht umsetzbar."),)


def test_conditions_are_told_one_by_one() -> None:
    round_ = (
        "# rounds/LG-2021-11-08.yaml\nid: LG-2021-11-08\ntitle: Runde\nbody: G-LG\n"
        "date: 2021-11-08\nclosed: {date: 2021-11-08}\ndecisions:\n"
        "  - item: M-BIL-01\n    outcome: accepted_with_conditions\n    paper: DS-1\n"
        "    conditions:\n      - {id: a, text: Kosten nennen.}\n      - {id: b, text: Frist.}\n"
        "# papers/DS-1.yaml\n{id: DS-1, title: Vorlage, reference: 1234/2021}\n"
    )
    old = measure("title: A")
    [entry] = (
        entry
        for group in groups(compared(old, old + round_), "de")
        for entry in (*group.entries, *group.unchanged)
        if entry.id == "M-BIL-01"
    )
    assert entry.decision is not None
    assert entry.decision.paper == "1234/2021"
    assert entry.decision.points == (("Maßgaben", "Kosten nennen."), ("Maßgaben", "Frist."))


def test_decided_without_a_change_stands_apart() -> None:
    [group, *_] = groups(between("LG-2021-11-29", "LG-2021-12-06"), "de")
    assert [entry.id for entry in group.entries] == ["M-STK-04", "M-STK-05", "M-STK-06"]
    assert [entry.id for entry in group.unchanged][:2] == ["Z-STK-1", "M-STK-01"]
    assert (group.substantive, group.editorial, group.decisions) == (6, 0, 11)


def test_what_happened_alike_in_many_elements_is_told_once() -> None:
    [group] = groups(compared(recoding.OLD, recoding.NEW), "de")
    [entry] = group.entries
    [line] = entry.lines
    assert (group.anchor, entry.id) == ("alike", "")
    assert cell(line.old) == ["[-in Umsetzung]"]
    assert cell(line.new) == ["[+in den Regelbetrieb übergegangen]"]
    assert len(line.notes) == 2


def test_version_of_a_round_has_its_title() -> None:
    comparison = between("LG-2021-11-29", "LG-2021-12-06")
    assert version_name(comparison.old) == "Lenkungsgruppe: Demokratie (LG-2021-11-29)"
    assert version_name(compared(FIELD, FIELD).new) == "NEU"
    assert (plan_language(comparison), plan_language(compared(FIELD, FIELD))) == ("de", "")


@pytest.mark.parametrize("number", range(1, len(ROUNDS)))
def test_anchors_are_unlike_and_the_same_in_every_language(number: int) -> None:
    comparison = between(ROUNDS[number - 1], ROUNDS[number])
    german, english = (list(anchors(comparison, language)) for language in ("de", "en"))
    assert len(set(german)) == len(german)
    assert german == english


@given(pairs())
def test_anchors_are_unlike_whatever_changed(versions: tuple[Records, Records]) -> None:
    found = list(anchors(compare(*map(plain, versions)), "de"))
    assert len(set(found)) == len(found)


def anchors(comparison: Comparison, language: str) -> Iterator[str]:
    for group in groups(comparison, language):
        yield group.anchor
        for entry in (*group.entries, *group.unchanged):
            yield entry.anchor
            yield from (line.anchor for line in entry.lines)


def test_moves_are_explained_only_where_there_are_some() -> None:
    texts = ("Zuerst kommt der Bericht.", "Danach berät der Ausschuss darüber.", "Dann das Ende.")
    old = measure(f"description: {' '.join(texts)}\nlead_unit: A")
    moved = measure(f"description: {' '.join((texts[1], texts[0], texts[2]))}\nlead_unit: A")
    said = measure(f"description: {' '.join(texts)}\nlead_unit: B")
    plain = (("gone", "gone_is"), ("came", "came_is"))
    assert legend(tuple(groups(compared(old, said), "de"))) == plain
    assert legend(tuple(groups(compared(old, moved), "de"))) == (
        *plain,
        ("moved_away", "moved_is"),
    )


def test_parts_of_an_element_count_once() -> None:
    assert [(group.title, group.substantive) for group in groups(compared(OLD, NEW), "de")] == [
        ("Bildung", 3),
        ("Soziales", 6),
    ]


def test_part_marks_only_what_its_origin_did_not_say() -> None:
    old = measure("title: A\ndescription: Lotsen beraten. Paten begleiten.")
    split = "lineage: [{kind: split, from: [M-BIL-01]}]"
    new = (
        measure("withdrawn: {reason: Geteilt., to: [M-BIL-02, M-BIL-03]}")
        + measure(f"title: B\n{split}\ndescription: Lotsen beraten. Alle kommen.", "M-BIL-02")
        + measure(f"title: C\n{split}\ndescription: Paten begleiten.", "M-BIL-03")
    )
    told = [line for entry in entries(compared(old, new)).values() for line in entry.lines]
    parts = [line.new for line in told if "Teilung" in line.what]
    found = [
        [(run.act, run.text.strip()) for part in side for run in part.runs if run.text.strip()]
        for side in parts
    ]
    assert found == [
        [(Act.EQUAL, "Lotsen beraten."), (Act.INSERTED, "Alle kommen.")],
        [(Act.EQUAL, "Paten begleiten.")],
    ]
