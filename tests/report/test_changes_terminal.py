"""Changes on a terminal."""

from __future__ import annotations

import re

import pytest

import recoding
from ten_events import NEW, OLD
from versions import ROUNDS, between, compared, measure
from wirctl.report.changes_terminal import terminal
from wirctl.report.registry import Look

PLAIN = Look("de", colour=False, width=100)
COLOUR = Look("de", colour=True, width=100)
TEN = """\
ALT → NEU: 9 inhaltliche Änderungen, 1 Datei nur anders geschrieben

Bildung
  M-BIL-02 Beratung und Begleitung (Maßnahme)
    ● Gestrichen: Geteilt. (weiter in M-BIL-05, M-BIL-06)
    ● M-BIL-05 Beratung: Durch Teilung entstanden aus M-BIL-02
    ● M-BIL-06 Begleitung: Durch Teilung entstanden aus M-BIL-02
  M-BIL-03 Berichte (Maßnahme)
    ● Umsetzung: Reihenfolge geändert: Januar 2021; Januar 2022 → Januar 2022; Januar 2021
  M-BIL-04 Stellenbesetzung (Maßnahme)
    ● Ziel der Maßnahme geändert – Zahl geändert: Ende 2025, 25 % → Ende 2026, 30 %
      Bis Ende [-2025-]{+2026+} haben [-25-]{+30+} Prozent der Beschäftigten eine
      internationale Geschichte.

Soziales
  M-SOZ-01 Anlaufstellen (Maßnahme)
    ● Beschreibung geändert – Verneinung geändert: „nicht“ ergänzt
      … Lotsinnen und Lotsen in mehreren Sprachen. [-Termine gibt es nur nach
      Anmeldung.-]{+Eine Anmeldung ist möglich, aber nicht nötig.+} Die Beratung ist
      kostenlos. [-Die Räume stellt die Stadt.-]{+Die Räume stellen die freien Träger.+}
      Einmal im Jahr berichtet die Verwaltung dem Ausschuss.
  M-SOZ-02 Sprachkurse (Maßnahme)
    ● Kosten › 2023 jährlich › Betrag in Euro geändert: 250.000 EUR → 300.000 EUR
      (+50.000 EUR)
  M-SOZ-03 Tiny-Houses (Maßnahme)
    ● Gestrichen: Ohne Mehrheit.
  M-SOZ-04 Integreat (Maßnahme)
    ● Federführung geändert – 60 % der Wörter geändert
      Fachbereich [-Soziales-]{+Gesellschaftliche Teilhabe+}
  M-SOZ-06 Lesepatenschaften (Maßnahme)
    ● Heißt jetzt M-SOZ-06, vorher M-BIL-01
    ● Verschoben: Bildung (HF-BIL) → Soziales (HF-SOZ)
  M-SOZ-07 Nachbarschaftsfest (Maßnahme) ● Neu aufgenommen"""
_STYLE = re.compile(r"\x1b\[[0-9;]*m")


def lines(old: str, new: str, look: Look = PLAIN) -> list[str]:
    return [line.replace("\u00a0", " ") for line in terminal(compared(old, new), look)]


def body(old: str, new: str, look: Look = PLAIN) -> list[str]:
    """The lines below the heading of the one element."""
    return [line.strip() for line in lines(measure(old), measure(new), look)[4:]]


def test_ten_events_are_told_on_one_page() -> None:
    assert "\n".join(lines(OLD, NEW, Look("de", width=90))) == TEN


def test_plan_says_of_itself_what_it_is_in_one_line() -> None:
    plan = (
        "# plan.yaml\nid: P\ntitle: Ein Plan\nformat: 1\n"
        "disclaimer: |\n  Diese Fassung ist z. B.\n  nachgebildet. Maßgeblich ist die andere.\n"
    )
    assert lines(plan, plan + measure("title: A"))[1] == "Diese Fassung ist z. B. nachgebildet."


def test_what_was_merged_is_told_where_it_went() -> None:
    old = measure("title: Lotsen") + measure("title: Paten", "M-BIL-02")
    tombstone = "withdrawn: {reason: Doppelt., to: [M-BIL-03]}"
    new = (
        measure(tombstone)
        + measure(tombstone, "M-BIL-02")
        + measure("title: Beide\nlineage: [{kind: merged, from: [M-BIL-01, M-BIL-02]}]", "M-BIL-03")
    )
    assert lines(old, new)[3:] == [
        "  M-BIL-03 Beide (Maßnahme)",
        "    ● Zusammengelegt aus M-BIL-01, M-BIL-02",
        "    ● M-BIL-01 Lotsen: Gestrichen: Doppelt. (weiter in M-BIL-03)",
        "    ● M-BIL-02 Paten: Gestrichen: Doppelt. (weiter in M-BIL-03)",
    ]


WHOLE = (
    "Die Stadt richtet Anlaufstellen ein. Dort beraten Lotsinnen in mehreren Sprachen. "
    "Die Beratung ist kostenlos."
)


def test_parts_tell_what_they_took_over_and_what_is_new() -> None:
    old = measure(f"title: Beratung\ndescription: {WHOLE}")
    split = "lineage: [{kind: split, from: [M-BIL-01]}]"
    first, second, third = WHOLE.replace(". ", ".|").split("|")
    new = (
        measure("withdrawn: {reason: Geteilt., to: [M-BIL-02, M-BIL-03]}")
        + measure(
            f"title: Anlaufstellen\n{split}\ndescription: {first} Es werden mehr.\n"
            "objective: Alle finden Rat.",
            "M-BIL-02",
        )
        + measure(f"title: Lotsen\n{split}\ndescription: {third} {second}", "M-BIL-03")
    )
    assert lines(old, new)[5:] == [
        "    ● M-BIL-02 Anlaufstellen: Durch Teilung entstanden aus M-BIL-01",
        "      Beschreibung: Die Stadt richtet Anlaufstellen ein. {+Es werden mehr.+}",
        "      Ziel der Maßnahme: ganz neu",
        "    ● M-BIL-03 Lotsen: Durch Teilung entstanden aus M-BIL-01",
        "      Beschreibung: wörtlich übernommen",
    ]


def test_merged_element_tells_what_is_new_in_it() -> None:
    old = measure("title: A\ndescription: Lotsen beraten.") + measure(
        "title: B\ndescription: Paten begleiten.", "M-BIL-02"
    )
    new = measure(
        "title: C\nlineage: [{kind: merged, from: [M-BIL-01, M-BIL-02]}]\n"
        "description: Lotsen beraten. Paten begleiten. Beide werden geschult.",
        "M-BIL-03",
    )
    taken = "Beschreibung: Lotsen beraten. Paten begleiten. {+Beide werden geschult.+}"
    assert f"      {taken}" in lines(old, new)


def test_recoding_of_140_elements_is_told_in_one_sentence() -> None:
    assert lines(recoding.OLD, recoding.NEW) == [
        "ALT → NEU: 1 inhaltliche Änderung",
        "",
        "An vielen Stellen gleich geändert",
        (
            "    ● Umsetzung › Stand in 140 Elementen umgestellt: in Umsetzung → "
            "in den Regelbetrieb übergegangen"
        ),
        "      Geändert in: M-BIL-001 … M-BIL-140",
        "      Ausnahmen, unverändert: M-BIL-141 … M-BIL-143",
    ]


def test_what_probably_goes_on_elsewhere_is_a_question_behind_the_changes() -> None:
    old = measure("title: Paten")
    assert lines(old, old.replace("M-BIL-01", "M-BIL-07"))[-3:] == [
        "Vermutlich umbenannt, geteilt oder zusammengelegt (nicht vermerkt)",
        "    ? M-BIL-01 Paten heißt jetzt vermutlich M-BIL-07 Paten (Inhalt zu 100 % gleich)",
        "      Wenn das stimmt: „wirctl round lineage --write“ trägt es ein.",
    ]


def test_versions_without_a_difference_have_one_line() -> None:
    assert lines(OLD, OLD) == ["ALT → NEU: keine Änderungen"]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        pytest.param(
            "staffing_fte: 1",
            "staffing_fte: 1.5",
            ["● Personalbedarf geändert: 1 → 1,5 (+0,5)"],
            id="number",
        ),
        pytest.param(
            "period: {end: 2022-07}",
            "period: {end: 2023-07}",
            ["● Zeitraum › Ende geändert: Juli 2022 → Juli 2023 (+12 Monate)"],
            id="deadline",
        ),
        pytest.param(
            "objective: Es sind 25 %.",
            "objective: Es sind 30 %.",
            [
                "● Ziel der Maßnahme geändert – Zahl geändert: 25 % → 30 %, +5 Prozentpunkte",
                "Es sind [-25-]{+30+} %.",
            ],
            id="figure in a text",
        ),
        pytest.param(
            "sources: [{title: A}]",
            "sources: [{title: A}, {title: B}, {title: C}]",
            ["○ Quellen: Eintrag ergänzt (2×)"],
            id="sources are counted",
        ),
        pytest.param(
            "{}",
            "sources: [{title: Beschluss, url: https://x.org}]",
            ["○ Quellen: Eintrag ergänzt: Beschluss"],
            id="one source by its title",
        ),
        pytest.param(
            "objective: Die Bürger reden mit.",
            "objective: Die Bürger*innen reden mit.",
            [
                "○ Ziel der Maßnahme geändert – nur Schreibweise",
                "Die [-Bürger-]{+Bürger*innen+} reden mit.",
            ],
            id="spelling",
        ),
        pytest.param(
            "objective: |-\n  Eins.\n\n  Zwei.",
            "objective: Eins. Zwei.",
            ["○ Ziel der Maßnahme geändert – nur Schreibweise", "Eins. [-¶-] Zwei."],
            id="a paragraph less",
        ),
    ],
)
def test_change_in_a_line_or_two(old: str, new: str, expected: list[str]) -> None:
    assert body(old, new) == expected


def test_colour_replaces_the_signs_and_nothing_else() -> None:
    bare = [_STYLE.sub("", line) for line in lines(OLD, NEW, COLOUR)]
    assert not any("[-" in line or "{+" in line for line in bare)
    assert any("\x1b[31;9m" in line for line in lines(OLD, NEW, COLOUR))
    assert not any("\x1b" in line for line in lines(OLD, NEW))


@pytest.mark.parametrize("look", [PLAIN, COLOUR])
def test_hostile_text_is_shown_and_never_sent(look: Look) -> None:
    evil = '"\\x1b[2J\\x1b]8;;http://x\\x07klick \\u202etxt.exe [Anlage 1] [/] [bold]"'
    found = "\n".join(
        lines(measure("title: A"), measure(f"title: {evil}\nlead_unit: {evil}"), look)
    )
    assert "\x1b[2J" not in found
    assert "\x1b]" not in found
    assert "\u202e" not in found
    assert (
        found.count("\\x1b[2J\\x1b]8;;http://x\\x07klick \\u202etxt.exe [Anlage 1] [/] [bold]") >= 2
    )


def test_words_of_the_other_language() -> None:
    found = lines(measure("staffing_fte: 1"), measure("staffing_fte: 2"), Look("en", width=100))
    assert found == [
        "ALT → NEU: 1 substantive change",
        "",
        "The plan as a whole",
        "  M-BIL-01 (measure)",
        "    ● Staffing changed: 1 → 2 (+1)",
    ]


def test_files_of_no_kind_are_named() -> None:
    found = lines("# notes/A-1.yaml\na: 1\n", "# notes/A-1.yaml\na: 2\n")
    assert found == [
        "ALT → NEU: keine Änderungen",
        "",
        "Nicht verglichen, gehört zu keiner Art: notes/A-1.yaml",
    ]


@pytest.mark.parametrize("number", range(1, len(ROUNDS)))
def test_no_line_of_the_real_rounds_is_wider_than_the_screen(number: int) -> None:
    comparison = between(ROUNDS[number - 1], ROUNDS[number])
    assert max(map(len, terminal(comparison, Look("de", width=80)))) <= 80


def test_what_was_decided_without_a_change_is_one_line_each_outcome() -> None:
    found = list(terminal(between("LG-2021-11-08", "LG-2021-11-22"), PLAIN))
    assert "  Unverändert, angenommen (LG-2021-11-22): M-SOZ-01, M-SOZ-02, M-SOZ-05" in found


def test_what_a_text_lost_or_got_alone_is_said_in_words() -> None:
    assert body("objective: Die Stadt soll berichten.", "objective: Die Stadt berichtet.")[0] == (
        "● Ziel der Maßnahme geändert – Verbindlichkeit geändert: „sollen“ entfällt"
    )
    assert body("title: Der Plan", "title: Der Plan 2.0")[0] == (
        "● Titel geändert – Zahl geändert: „2.0“ ergänzt"
    )


def test_languages_are_named() -> None:
    old = "# plan.yaml\nid: PLAN\ntitle: Ein Plan\nlanguages: [de]\n"
    new = old.replace("[de]", "[de, de-simple, tr]")
    assert [line.strip() for line in lines(old, new)[4:]] == [
        "● Sprachen: Eintrag ergänzt: Leichte Sprache",
        "● Sprachen: Eintrag ergänzt: Türkisch",
    ]


def test_element_of_which_nothing_is_told_but_that_it_came_has_one_line() -> None:
    assert lines("", measure("title: Lotsen"))[3:] == [
        "  M-BIL-01 Lotsen (Maßnahme) ● Neu aufgenommen"
    ]


def test_amounts_are_grouped_and_years_are_not() -> None:
    old = "costs: [{year: 2023, kind: yearly, amount_eur: 5000}]"
    assert body(old, old.replace("5000", "7500"))[0] == (
        "● Kosten › 2023 jährlich › Betrag in Euro geändert: 5.000 EUR → 7.500 EUR (+2.500 EUR)"
    )


FUNDED = "Gefördert werden für jeden Verein im Stadtbezirk bis zu {} Prozent der Kosten."
PLACES = "Die Stadt öffnet in allen Stadtteilen Orte, an denen sich die Menschen treffen."
MOVED = (
    f"description: {PLACES} {FUNDED.format(80)} Alle reden mit.",
    f"description: {FUNDED.format(60)} {PLACES} Alle reden mit.",
)


def test_sentence_that_moved_and_changed_is_told_from_one_that_came_and_one_that_went() -> None:
    here = (
        "{~Gefördert werden für jeden Verein im Stadtbezirk bis zu~} {+60+} {~Prozent der Kosten.~}"
    )
    away = "[~Gefördert werden für … Stadtbezirk bis zu~] [-80-] [~Prozent der Kosten.~]"
    hint = "([~von hier~] und {~hierher~} verschoben)"
    assert " ".join(body(*MOVED)[1:]) == f"{here} {PLACES} {away} Alle reden mit. {hint}"


def test_move_is_not_told_by_colour_alone() -> None:
    coloured = "\n".join(lines(measure(MOVED[0]), measure(MOVED[1]), COLOUR))
    assert "\x1b[33;4m{~Gefördert werden" in coloured
    assert "\x1b[33;9m[~Gefördert" in coloured
    assert "\x1b[32;4m60\x1b[0m" in coloured
