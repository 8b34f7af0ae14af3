"""Which words of a text were exchanged for others."""

from __future__ import annotations

import pytest

from wirctl.diff.term import Term, exchanges, lengthened, pattern


def terms(old: str, new: str) -> list[tuple[str, str]]:
    return [(place.term.old, place.term.new) for place in exchanges(old, new)]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        pytest.param("Der LIP gilt.", "Der WIR gilt.", [("LIP", "WIR")], id="one word"),
        pytest.param(
            "Der Lokale Integrationsplan gilt.",
            "Der WIR gilt.",
            [("Lokale Integrationsplan", "WIR")],
            id="two words for one",
        ),
        pytest.param(
            "LIP-Bericht zum LIP", "WIR-Bericht zum WIR", [("LIP", "WIR")] * 2, id="a compound"
        ),
        pytest.param("Alt-LIP", "Alt-WIR", [("LIP", "WIR")], id="the end of a compound"),
        pytest.param("Der LIP gilt.", "Der LIP gilt nun.", [], id="a word that came"),
        pytest.param("Der LIP gilt nun.", "Der LIP gilt.", [], id="a word that went"),
        pytest.param("Bis 2024.", "Bis 2025.", [], id="figures"),
        pytest.param("Sie soll es.", "Sie kann es.", [], id="modal verbs"),
        pytest.param("Mit Rat und Tat", "Mit Rat oder Tat", [], id="words that say little"),
        pytest.param("Rat, Tat", "Rat; Tat", [], id="marks"),
        pytest.param("A x B x C x D x", "E x F x G x H x", [], id="too many to be a name"),
        pytest.param("gleich", "gleich", [], id="nothing"),
    ],
)
def test_what_was_exchanged(old: str, new: str, expected: list[tuple[str, str]]) -> None:
    assert terms(old, new) == expected
    assert terms(new, old) == [(after, before) for before, after in expected]


def test_name_takes_in_what_stands_beside_it_everywhere() -> None:
    places = [
        *exchanges("Der LIP 2.0 gilt.", "Der WIR 2.0 gilt."),
        *exchanges("Im LIP 2.0 steht es.", "Im WIR 2.0 steht es."),
    ]
    assert lengthened(places) == Term("LIP 2.0", "WIR 2.0")
    assert lengthened([*places, *exchanges("Vom LIP an", "Vom WIR an")]) == Term("LIP", "WIR")
    [place] = exchanges("Der Plan LIP gilt.", "Der Plan WIR gilt.")
    assert lengthened([place]) == Term("Plan LIP", "Plan WIR")


def test_term_is_found_whole_and_over_the_end_of_a_line() -> None:
    assert pattern("LIP 2.0").search("Der LIP\n2.0.")
    assert not pattern("LIP").search("Die LIPPE und der KLIP.")
