"""Changes as a Synopse in Markdown."""

from __future__ import annotations

import re

import pytest
from markdown_it import MarkdownIt

from ten_events import NEW, OLD
from versions import ROUNDS, between, compared, measure
from wirctl.report.changes_markdown import markdown
from wirctl.report.registry import Look

GERMAN, ENGLISH = Look("de"), Look("en")
PARSER = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
_TAG = re.compile(r"<(/?[a-z0-9]+)[^>]*>")


def page(old: str, new: str, look: Look = GERMAN) -> str:
    return "\n".join(markdown(compared(old, new), look)).replace("\u00a0", " ")


def html(old: str, new: str) -> str:
    return str(PARSER.render(page(old, new)))


def rows(old: str, new: str) -> list[str]:
    """The rows of the one table, without its head."""
    found = page(measure(old), measure(new)).split("\n")
    return [line for line in found if line.startswith("| ")][2:]


def test_synopse_of_one_measure() -> None:
    assert page(measure("title: A\nstaffing_fte: 1"), measure("title: A\nstaffing_fte: 2")) == (
        "# Synopse ALT → NEU\n"
        "\n"
        "1 inhaltliche Änderung.\n"
        "<del>Durchgestrichenes</del> entfällt, <ins>Unterstrichenes</ins> ist neu.\n"
        "\n"
        "## Plan als Ganzes\n"
        "\n"
        "### A (M-BIL-01)\n"
        "\n"
        "| Was | Bisher | Neu |\n"
        "| --- | --- | --- |\n"
        "| Personalbedarf geändert (+1) | 1 | 2 |"
    )


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        pytest.param(
            "objective: Es sind 25 %.",
            "objective: Es sind 30 %.",
            "| Ziel der Maßnahme geändert (Zahl geändert: 25 % → 30 %, +5 Prozentpunkte) "
            "| Es sind <del>25</del> %. | Es sind <ins>30</ins> %. |",
            id="words of a text",
        ),
        pytest.param(
            "objective: Die Bürger*innen reden, die Expert*innen auch.",
            "objective: Die Bürger*innen reden, die Schüler*innen auch.",
            "| Ziel der Maßnahme geändert (17 % der Wörter geändert) "
            "| Die Bürger\\*innen reden, die <del>Expert\\*innen</del> auch. "
            "| Die Bürger\\*innen reden, die <ins>Schüler\\*innen</ins> auch. |",
            id="gender stars",
        ),
        pytest.param(
            "objective: |-\n  Eins.\n\n  Zwei.",
            "objective: Eins. Zwei.",
            "| Ziel der Maßnahme geändert (nur Schreibweise) <em>redaktionell</em> "
            "| Eins.<del>¶</del><br><br>Zwei. | Eins. Zwei. |",
            id="a paragraph less",
        ),
        pytest.param(
            "{}",
            "lead_unit: a | b",
            "| Federführung ergänzt |  | a \\| b |",
            id="a bar in a cell",
        ),
    ],
)
def test_row_of_a_change(old: str, new: str, expected: str) -> None:
    assert rows(old, new) == [expected]


def test_tables_hold_together_whatever_is_in_them() -> None:
    evil = '"|\\n| --- | x |\\n\\n# Titel\\n<script>alert(1)</script> [a](javascript:b) `c` @d #1"'
    shown = html(
        measure("title: A"), measure(f"title: {evil}\nlead_unit: {evil}\nobjective: {evil}")
    )
    assert {tag.strip("/") for tag in _TAG.findall(shown)} <= {
        *("h1", "h2", "h3", "p", "table", "thead", "tbody", "tr", "th", "td"),
        *("del", "ins", "br", "ul", "li", "strong", "em"),
    }
    assert shown.count("<h1>") == 1
    assert shown.count("<table>") == 1
    assert "<a " not in shown


def test_page_of_ten_events_is_well_formed() -> None:
    shown = html(OLD, NEW)
    assert shown.count("<h2>") == 2
    assert shown.count("<h3>") == 9
    assert shown.count("<del>") == shown.count("</del>")
    assert shown.count("<ins>") == shown.count("</ins>")


def test_versions_without_a_difference_say_so() -> None:
    assert page(OLD, OLD).split("\n")[2] == "keine Änderungen."


def test_words_of_the_other_language() -> None:
    found = page(measure("staffing_fte: 1"), measure("staffing_fte: 2"), ENGLISH).split("\n")
    assert found[0] == "# Synopsis ALT → NEU"
    assert found[2] == "1 substantive change."
    assert found[-1] == "| Staffing changed (+1) | 1 | 2 |"


def test_decisions_are_told_beside_the_changes() -> None:
    shown = list(markdown(between("LG-2021-11-01", "LG-2021-11-08"), GERMAN))
    place = shown.index("### Schule als Zentrum (M-BIL-02)")
    assert shown[place + 2 : place + 6] == [
        "Entscheidung: <strong>in eine Empfehlung umgewandelt (LG-2021-11-08)</strong>",
        "",
        "- Begründung: Auf kommunaler Ebene nicht umsetzbar.",
        "- Umgewandelt: Maßnahme → Empfehlung (Land Niedersachsen)",
    ]
    assert "### Entschieden ohne Änderung" in shown


@pytest.mark.parametrize("number", range(1, len(ROUNDS)))
def test_no_star_of_the_real_plan_becomes_emphasis(number: int) -> None:
    text = "\n".join(markdown(between(ROUNDS[number - 1], ROUNDS[number]), GERMAN))
    assert PARSER.render(text).count("<em>") == text.count("<em>")
    assert "<a " not in PARSER.render(text)


def test_files_of_no_kind_are_named() -> None:
    found = page("# notes/A-1.yaml\na: 1\n", "# notes/A-1.yaml\na: 2\n")
    assert found.endswith("\n\nNicht verglichen, gehört zu keiner Art: notes/A-1.yaml")


def test_what_probably_goes_on_elsewhere_is_a_question_behind_the_changes() -> None:
    old = measure("title: Lesepaten")
    assert page(old, old.replace("M-BIL-01", "M-BIL-07")).split("\n")[-5:] == [
        "## Vermutlich umbenannt, geteilt oder zusammengelegt (nicht vermerkt)",
        "",
        "- M-BIL-01 Lesepaten heißt jetzt vermutlich M-BIL-07 Lesepaten (Inhalt zu 100 % gleich)",
        "",
        "Wenn das stimmt: „wirctl round lineage --write“ trägt es ein.",
    ]


def test_sentence_that_moved_is_told_from_one_that_came_and_one_that_went() -> None:
    old = "description: Die Stadt öffnet Orte im ganzen Ort. Die Vereine zahlen keine Miete."
    new = "description: Die Vereine zahlen keine Miete. Die Stadt öffnet Orte im ganzen Ort."
    told = page(measure(old), measure(new))
    assert "<br><em>Kursives</em> steht jetzt an anderer Stelle. |" in told
    assert told.count("<del><em>") == told.count("<ins><em>") == 1
    assert "<em>" not in page(measure(old), measure("description: Die Stadt öffnet Orte."))


def test_new_measure_tells_what_it_says() -> None:
    new = measure(
        "title: Lotsen\nfield: HF-BIL\ndescription: Lotsen *beraten*.\nnote: Intern.\n"
        "costs: [{year: 2025, kind: one_off, amount_eur: 900000}]"
    )
    told = page("", new).replace("\u00a0", " ")
    costs = "Jahr: 2025 · Art: einmalig · Betrag in Euro: 900.000 EUR"
    said = rf"Beschreibung: <ins>Lotsen \*beraten\*.</ins><br>Kosten: <ins>{costs}</ins>"
    assert f"| Neu aufgenommen |  | {said} |" in told
    assert "Intern" not in told
