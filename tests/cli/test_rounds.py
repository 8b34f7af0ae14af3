"""The life of a round by commands, in a city with a process of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

import pytest

from commands import run
from wirctl.core.value import list_of, record_of
from wirctl.source.document import read

if TYPE_CHECKING:
    from pathlib import Path

    from builder import Builder
    from wirctl.core.value import Record

Capture: TypeAlias = pytest.CaptureFixture[str]
ROUND = "WERKSTATT-2027-03-15"
DAY = ("--today", "2027-03-10")
HELD = ("--today", "2027-03-15")


@pytest.fixture
def city(drafted_city: Builder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Builder:
    made = drafted_city.copy(tmp_path / "city")
    monkeypatch.chdir(made.path)
    monkeypatch.setenv("WIRCTL_LANG", "de")
    return made


def said(made: Builder, path: str) -> Record:
    """What a file of the plan says."""
    return record_of(read(path, (made.path / "plan" / path).read_bytes()).value)


def state(made: Builder) -> dict[str, bytes]:
    plan = made.path / "plan"
    return {str(path): path.read_bytes() for path in plan.rglob("*") if path.is_file()}


def done(capsys: Capture, *words: str) -> str:
    ran = run(capsys, *words)
    assert (ran.code, ran.err) == (0, "")
    return ran.out


def test_round_is_opened_with_what_the_process_asks_for(capsys: Capture, city: Builder) -> None:
    out = done(capsys, "round", "open", "WERKSTATT", "2027-03-15", "--field", "HF-EN")
    assert "fällig von Klimabeirat bis 1. März 2027" in out
    assert said(city, f"rounds/{ROUND}.yaml") == {
        "id": ROUND,
        "title": "Klimawerkstatt, 15. März 2027",
        "body": "G-WERKSTATT",
        "date": "2027-03-15",
        "number": 1,
        "fields": ["HF-EN"],
        "deadlines": [{"body": "G-BEIRAT", "due": "2027-03-01", "text": "Einschätzung"}],
    }


def test_round_may_have_an_id_of_its_own_and_other_deadlines(
    capsys: Capture, city: Builder
) -> None:
    words = ("--due", "BEIRAT=2027-02", "--due", "G-RAT=2027-03-03", "--title", "Große Runde")
    done(capsys, "round", "open", "RAT-FRAGEN-2027", "2027-03", *words)
    made = said(city, "rounds/RAT-FRAGEN-2027.yaml")
    assert (made["body"], made["title"]) == ("G-RAT", "Große Runde")
    assert made["deadlines"] == [
        {"body": "G-BEIRAT", "due": "2027-02"},
        {"body": "G-RAT", "due": "2027-03-03"},
    ]
    done(capsys, "round", "open", "SITZUNG-2027-04", "2027-04-01", "--body", "G-RAT")
    assert said(city, "rounds/SITZUNG-2027-04.yaml")["number"] == 2


def opened(capsys: Capture) -> None:
    done(capsys, "round", "open", "G-WERKSTATT", "2027-03-15")
    done(capsys, "round", "submit", "--field", "HF-EN", *DAY)


def test_submission_names_the_group_and_pins_the_text(capsys: Capture, city: Builder) -> None:
    opened(capsys)
    entries = [
        record_of(item) for item in list_of(said(city, f"rounds/{ROUND}.yaml")["submissions"])
    ]
    assert [(item["item"], item["by"], item["date"]) for item in entries] == [
        ("Z-EN-1", "G-WERKSTATT", "2027-03-10"),
        ("M-EN-01", "G-WERKSTATT", "2027-03-10"),
        ("M-EN-02", "G-WERKSTATT", "2027-03-10"),
    ]
    assert all(str(item["digest"]).startswith("w1:") for item in entries)
    file = city.path / "plan/measures/en/M-EN-02.yaml"
    file.write_text(file.read_text().replace("Alle Dächer", "Die Dächer"))
    done(capsys, "round", "submit", "M-EN-02", "--today", "2027-03-12", "--by", "G-BEIRAT")
    after = [record_of(item) for item in list_of(said(city, f"rounds/{ROUND}.yaml")["submissions"])]
    assert after[:2] == entries[:2]
    assert (after[2]["by"], after[2]["date"]) == ("G-BEIRAT", "2027-03-12")
    assert after[2]["digest"] != entries[2]["digest"]


def test_entries_leave_the_rest_of_the_file_as_it_was(capsys: Capture, city: Builder) -> None:
    opened(capsys)
    file = city.path / f"plan/rounds/{ROUND}.yaml"
    before = file.read_text().replace("number: 1", "number:   1  # die erste")
    file.write_text(before)
    done(capsys, "round", "decide", ROUND, "M-EN-02", "gebilligt", "--votes", "7,2")
    after = file.read_text()
    assert after.startswith(before)
    (made,) = list_of(said(city, f"rounds/{ROUND}.yaml")["decisions"])
    assert record_of(made)["votes"] == {"yes": 7, "no": 2}


@pytest.mark.parametrize("name", ["zurück in die Werkstatt", "Zurück  in die werkstatt"])
def test_outcome_may_be_named_by_its_title(capsys: Capture, city: Builder, name: str) -> None:
    opened(capsys)
    words = ("--mandate", "Kosten: bitte # nennen", "--due", "2027-06")
    done(capsys, "round", "decide", ROUND, "M-EN-02", name, *words)
    (made,) = list_of(said(city, f"rounds/{ROUND}.yaml")["decisions"])
    assert {k: v for k, v in record_of(made).items() if k != "digest"} == {
        "item": "M-EN-02",
        "outcome": "zurueck",
        "mandate": "Kosten: bitte # nennen",
        "due": "2027-06",
    }


def test_decision_can_be_replaced_whole(capsys: Capture, city: Builder) -> None:
    opened(capsys)
    first = ("zurueck", "--mandate", "Kosten nennen.", "--reason", "Zu teuer.")
    done(capsys, "round", "decide", ROUND, "M-EN-02", *first)
    done(capsys, "round", "decide", ROUND, "M-EN-01", "gebilligt", "--unanimous")
    done(capsys, "round", "decide", ROUND, "M-EN-02", "gebilligt", "--replace")
    made = [record_of(item) for item in list_of(said(city, f"rounds/{ROUND}.yaml")["decisions"])]
    assert [{k: v for k, v in item.items() if k != "digest"} for item in made] == [
        {"item": "M-EN-02", "outcome": "gebilligt"},
        {"item": "M-EN-01", "outcome": "gebilligt", "unanimous": True},
    ]


def test_gate_names_all_that_is_missing_and_writes_nothing(capsys: Capture, city: Builder) -> None:
    opened(capsys)
    done(capsys, "round", "decide", ROUND, "M-EN-02", "gebilligt")
    before = state(city)
    ran = run(capsys, "round", "close", ROUND, *HELD)
    assert (ran.code, state(city)) == (1, before)
    assert ran.out == (
        "Das fehlt noch:\n"
        "  Es fehlt die Stellungnahme: Klimabeirat, fällig 1. März 2027\n"
        "  Z-EN-1 Weniger Wärmeverlust: vorgelegt, aber nicht entschieden\n"
        "  M-EN-01 Schulen dämmen: vorgelegt, aber nicht entschieden\n"
        f"Die Runde {ROUND} bleibt offen; es wurde nichts geschrieben.\n"
    )


def test_gate_reads_decisions_that_were_entered_by_hand(capsys: Capture, city: Builder) -> None:
    opened(capsys)
    file = city.path / f"plan/rounds/{ROUND}.yaml"
    by_hand = (
        "decisions:\n"
        "  - {item: Z-EN-1, outcome: zurueck}\n"
        "  - {item: M-EN-01, outcome: beschlossen}\n"
        "  - {item: M-EN-02, outcome: gebilligt}\n"
        "  - {item: HF-EN, outcome: gebilligt}\n"
    )
    file.write_text(file.read_text() + by_hand)
    done(capsys, "statement", "new", "BEIRAT", ROUND, "--item", "M-EN-02", *DAY)
    ran = run(capsys, "round", "close", ROUND, "--check", *HELD)
    assert ran.code == 1
    assert ran.out.splitlines()[:-1] == [
        "Das fehlt noch:",
        "  Z-EN-1 Weniger Wärmeverlust: Das Ergebnis braucht noch mandate",
        "  M-EN-01 Schulen dämmen: Das Ergebnis „beschlossen“ sieht das Verfahren hier nicht vor",
        "Das sollten Sie wissen:",
        "  HF-EN Energie: entschieden, ohne vorgelegen zu haben",
    ]


def test_text_that_changed_after_a_body_read_it_is_said_at_the_gate(
    capsys: Capture, city: Builder
) -> None:
    opened(capsys)
    done(capsys, "statement", "new", "BEIRAT", ROUND, *DAY)
    city.commit()
    file = city.path / "plan/measures/en/M-EN-01.yaml"
    file.write_text(file.read_text().replace("500000", "900000"))
    for item in ("Z-EN-1", "M-EN-01", "M-EN-02"):
        done(capsys, "round", "decide", ROUND, item, "gebilligt")
    out = done(capsys, "round", "close", ROUND, "--check", *HELD)
    altered = "  M-EN-01 Schulen dämmen: nach der Vorlage noch geändert; "
    again = "ein weiteres „wirctl round submit“ legt den neuen Text vor"
    read = f"Klimabeirat – gelesen wurde ein anderer Text (S-BEIRAT-{ROUND})"
    assert out.splitlines()[:-1] == [
        "Das sollten Sie wissen:",
        f"{altered}{again}",
        f"  M-EN-01 Schulen dämmen: {read}",
    ]
    replaced = ("--replace", "--amendment", "900.000 Euro statt 500.000.")
    done(capsys, "round", "decide", ROUND, "M-EN-01", "gebilligt", *replaced)
    assert altered not in done(capsys, "round", "close", ROUND, "--check", *HELD)


def test_round_that_is_closed_before_it_is_held_says_so(capsys: Capture, city: Builder) -> None:
    assert city.head
    decided(capsys)
    early = done(capsys, "round", "close", ROUND, "--check", *DAY)
    assert "  Der Tag der Runde kommt erst noch: 15. März 2027\n" in early
    assert "kommt erst noch" not in done(capsys, "round", "close", ROUND, "--check", *HELD)


@pytest.mark.usefixtures("city")
def test_earlier_round_on_the_same_element_is_closed_first(capsys: Capture) -> None:
    opened(capsys)
    done(capsys, "round", "open", "RAT", "2027-05-01")
    done(capsys, "round", "submit", "M-EN-01", "--round", "RAT-2027-05-01")
    done(capsys, "round", "decide", "RAT-2027-05-01", "M-EN-01", "beschlossen")
    ran = run(capsys, "round", "close", "RAT-2027-05-01")
    assert ran.code == 1
    assert f"Darüber hat zuvor noch {ROUND} zu entscheiden" in ran.out


def decided(capsys: Capture) -> None:
    opened(capsys)
    done(capsys, "statement", "new", "BEIRAT", ROUND, *DAY)
    for item in ("Z-EN-1", "M-EN-01", "M-EN-02"):
        done(capsys, "round", "decide", ROUND, item, "gebilligt")


def test_closing_writes_the_day_and_names_the_commit_and_the_tag(
    capsys: Capture, city: Builder
) -> None:
    decided(capsys)
    out = done(capsys, "round", "close", ROUND, "--tag", *DAY)
    assert said(city, f"rounds/{ROUND}.yaml")["closed"] == {"date": "2027-03-10"}
    message = f"{ROUND}: Klimawerkstatt, 15. März 2027"
    assert f"git add plan && git commit -m '{message}'" in out
    early = run(capsys, "round", "close", ROUND, "--tag")
    assert (early.code, early.out) == (2, "")
    assert "noch nicht committet" in early.err
    commit = city.commit()
    done(capsys, "round", "close", ROUND, "--tag")
    assert city.git("rev-parse", f"round/{ROUND}") == commit
    assert done(capsys, "validate").startswith("Keine Fehler")


def test_statement_has_a_point_for_each_element_with_what_was_read(
    capsys: Capture, city: Builder
) -> None:
    opened(capsys)
    done(capsys, "statement", "new", "BEIRAT", ROUND, *DAY)
    made = said(city, f"statements/S-BEIRAT-{ROUND}.yaml")
    points = [record_of(item) for item in list_of(made["points"])]
    assert [item["item"] for item in points] == ["Z-EN-1", "M-EN-01", "M-EN-02"]
    read_fields = [record_of(item)["field"] for item in list_of(points[1]["digests"])]
    assert set(read_fields) >= {"title", "description", "goals", "costs", "period"}
    done(capsys, "statement", "new", "BEIRAT", ROUND, "--field", "HF-EN", "--title", "Zweite")
    assert said(city, f"statements/S-BEIRAT-{ROUND}-2.yaml")["title"] == "Zweite"


OPEN = ("round", "open", "WERKSTATT", "2027-03-15")
SUBMIT = ("round", "submit", "M-EN-01", *DAY)
STATE = ("statement", "new", "BEIRAT", ROUND)
DECIDE = ("round", "decide", ROUND, "M-EN-01", "gebilligt")
CLOSED = ("round", "open", "ZU-2027", "2027-01-01", "--body", "RAT"), ("round", "close", "ZU-2027")


@pytest.mark.parametrize(
    ("before", "words", "expected"),
    [
        pytest.param(
            [],
            ("round", "open", "WERKSTAT", "2027"),
            ("kein Gremium", "no body"),
            id="unknown body",
        ),
        pytest.param(
            [],
            ("round", "open", "werkstatt", "2027"),
            ("keine Kennung einer Runde", "no id of a round"),
            id="no body and no id",
        ),
        pytest.param(
            [], ("round", "open", "RAT", "15.3.2027"), ("kein Tag", "no day"), id="no day"
        ),
        pytest.param([OPEN], OPEN, ("vergeben", "taken"), id="taken id"),
        pytest.param(
            [],
            (*OPEN, "--due", "BEIRAT"),
            ("fällig", "is due from whom"),
            id="deadline without a day",
        ),
        pytest.param(
            [], (*OPEN, "--phase", "council2"), ("Gemeint", "council”?"), id="unknown phase"
        ),
        pytest.param([], SUBMIT, ("welche Runde", "which round"), id="no open round"),
        pytest.param(
            [OPEN, ("round", "open", "RAT", "2027-04-01")],
            SUBMIT,
            ("RAT-2027-04-01", "RAT-2027-04-01"),
            id="two open rounds",
        ),
        pytest.param([OPEN], ("round", "submit"), ("Nennen Sie", "Name ids"), id="nothing named"),
        pytest.param(
            [OPEN], ("round", "submit", "M-EN-11"), ("M-EN-01", "M-EN-01"), id="unknown element"
        ),
        pytest.param(
            [OPEN], ("round", "submit", "G-RAT"), ("gibt es im Plan nicht", "has no"), id="a body"
        ),
        pytest.param(
            [OPEN],
            ("round", "submit", "M-EN-01", "--round", "WERKSTATT-2027-03-14"),
            (ROUND, ROUND),
            id="unknown round",
        ),
        pytest.param([OPEN], (*DECIDE[:3], "M-EN-99", "gebilligt"), ("M-EN", "M-EN"), id="unknown"),
        pytest.param(
            [OPEN, SUBMIT],
            ("round", "decide", ROUND, "M-EN-02", "gebilligt"),
            (f"wirctl round submit M-EN-02 --round {ROUND}", "was not submitted"),
            id="not submitted",
        ),
        pytest.param(
            [OPEN, SUBMIT],
            (*DECIDE[:4], "angenommen"),
            ("gebilligt (gebilligt), zurueck (zurück in die Werkstatt)", "does not provide"),
            id="outcome that this city does not know",
        ),
        pytest.param(
            [OPEN, SUBMIT],
            (*DECIDE[:4], "Zurück zur Werkstatt"),
            ("„zurück in die Werkstatt“", "“zurück in die Werkstatt”"),
            id="outcome that is nearly one",
        ),
        pytest.param(
            [OPEN, SUBMIT],
            (*DECIDE[:4], "beschlossen"),
            ("sieht das Verfahren hier nicht vor", "does not provide"),
            id="outcome of another step",
        ),
        pytest.param(
            [OPEN, SUBMIT],
            (*DECIDE[:4], "zurueck"),
            ("--mandate", "--mandate"),
            id="what the outcome needs",
        ),
        pytest.param(
            [OPEN, SUBMIT, DECIDE],
            DECIDE,
            ("schon entschieden (gebilligt)", "already"),
            id="decided twice",
        ),
        pytest.param(
            [OPEN, SUBMIT], (*DECIDE, "--votes", "viele"), ("12,3,1", "12,3,1"), id="no votes"
        ),
        pytest.param(
            [OPEN, SUBMIT],
            (*DECIDE, "--paper", "DS-1"),
            ("wäre damit fehlerhaft", "would have errors"),
            id="a paper that there is not",
        ),
        pytest.param(
            [OPEN], STATE, ("liegt dazu noch nichts vor", "Nothing has been"), id="nothing to read"
        ),
        pytest.param(
            [OPEN, SUBMIT], (*STATE, "--id", "M-EN-01"), ("vergeben", "taken"), id="taken statement"
        ),
        pytest.param([*CLOSED], CLOSED[1], ("abgeschlossen", "closed since"), id="closed twice"),
        pytest.param(
            [*CLOSED],
            ("round", "submit", "M-EN-01", "--round", "ZU-2027"),
            ("abgeschlossen", "closed since"),
            id="submitted after closing",
        ),
        pytest.param(
            [*CLOSED],
            ("round", "close", "ZU-2027", "--tag"),
            ("git add plan", "git add plan"),
            id="tag",
        ),
    ],
)
def test_what_makes_no_sense_is_said_in_both_languages_and_nothing_is_written(
    capsys: Capture,
    city: Builder,
    monkeypatch: pytest.MonkeyPatch,
    before: list[tuple[str, ...]],
    words: tuple[str, ...],
    expected: tuple[str, str],
) -> None:
    for step in before:
        done(capsys, *step)
    there = state(city)
    for language, part in zip(("de", "en"), expected, strict=True):
        monkeypatch.setenv("WIRCTL_LANG", language)
        ran = run(capsys, *words)
        assert (ran.code, ran.out) == (2, "")
        assert part in ran.err
    assert state(city) == there


def test_element_that_was_withdrawn_is_not_submitted(capsys: Capture, city: Builder) -> None:
    tomb = "id: M-EN-02\nwithdrawn: {reason: Keine Dächer mehr.}\n"
    city.write({"plan/measures/en/M-EN-02.yaml": tomb})
    done(capsys, *OPEN)
    ran = run(capsys, "round", "submit", "M-EN-02")
    assert (ran.code, ran.out) == (2, "")
    assert "entfallen" in ran.err


def test_round_with_errors_is_not_written_to(capsys: Capture, city: Builder) -> None:
    done(capsys, *OPEN)
    file = city.path / f"plan/rounds/{ROUND}.yaml"
    file.write_text(file.read_text() + "unfug: 1\n")
    before = state(city)
    ran = run(capsys, *SUBMIT)
    assert (ran.code, state(city)) == (2, before)
    assert "wirctl validate" in ran.err


def test_round_shows_what_waits_and_all_that_was_decided(capsys: Capture, city: Builder) -> None:
    opened(capsys)
    back = ("--mandate", "Kosten nennen.", "--due", "2027-05", "--votes", "9,3")
    done(capsys, "round", "decide", ROUND, "M-EN-02", "zurueck", *back)
    agreed = ("--amendment", "Auch Kitas.", "--condition", "Zahl nennen.", "--unanimous")
    done(capsys, "round", "decide", ROUND, "Z-EN-1", "gebilligt", *agreed)
    assert city.head
    assert done(capsys, "round", "show", ROUND).splitlines()[3:] == [
        "Vorgelegt:",
        "  M-EN-01 Schulen dämmen",
        "",
        "Entscheidungen:",
        "  M-EN-02 Dächer mit Solarzellen: zurück in die Werkstatt",
        "      Auftrag: Kosten nennen.",
        "      Bis: Mai 2027",
        "      Stimmen: 9 dafür, 3 dagegen",
        "  Z-EN-1 Weniger Wärmeverlust: gebilligt",
        "      Maßgabe: Zahl nennen.",
        "      Änderung: Auch Kitas.",
        "      Stimmen: einstimmig",
    ]


@pytest.mark.usefixtures("here")
def test_closed_round_says_on_which_day_in_the_words_of_the_reader(
    capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    for language, day in (("de", "8. November 2021"), ("en", "2021-11-08")):
        monkeypatch.setenv("WIRCTL_LANG", language)
        ran = run(capsys, "round", "decide", "LG-2021-11-08", "M-BIL-02", "accepted")
        assert (ran.code, ran.out) == (2, "")
        assert day in ran.err


@pytest.mark.parametrize(
    "words",
    [
        ("status",),
        ("round", "list"),
        ("round", "show", ROUND),
        ("round", "agenda", ROUND),
        ("round", "close", ROUND),
        ("statement", "show", f"S-BEIRAT-{ROUND}"),
    ],
    ids=" ".join,
)
def test_plan_that_cannot_be_read_whole_gives_no_shorter_answer(
    capsys: Capture, city: Builder, words: tuple[str, ...]
) -> None:
    opened(capsys)
    done(capsys, "statement", "new", "BEIRAT", ROUND, *DAY)
    file = city.path / "plan/measures/en/M-EN-02.yaml"
    file.write_text(f"{file.read_text()}<<<<<<< HEAD\n")
    before = state(city)
    ran = run(capsys, *words)
    assert (ran.code, ran.out, state(city)) == (2, "", before)
    assert ran.err.splitlines() == [
        "Nicht alles im Plan ist lesbar, die Antwort wäre unvollständig: measures/en/M-EN-02.yaml.",
        "Das hilft: wirctl validate",
    ]
