"""What two ways of typing one text have in common."""

from __future__ import annotations

from unicodedata import is_normalized, normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wirctl.core.text import canonical_line, canonical_parts, canonical_prose, fold

TYPED = st.text(
    st.sampled_from("ab1 2.)-*+>|#=_\n\n\n \t\r\u00a0\u00ad\u2009Mä\u0308„:\\"), max_size=40
)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        pytest.param("  Stadt  \n Hannover\t", "Stadt Hannover", id="white space"),
        pytest.param("5\u00a0Euro, §\u202f3", "5 Euro, § 3", id="spaces that do not break"),
        pytest.param("Teil\u00adhabe", "Teilhabe", id="soft hyphen"),
        pytest.param("O\u0308ffnung", "Öffnung", id="decomposed umlaut"),
        pytest.param("Hannoveraner*innen", "Hannoveraner*innen", id="gender star"),
        pytest.param("", "", id="nothing"),
        pytest.param(" \n ", "", id="only white space"),
    ],
)
def test_line_has_one_form(typed: str, meant: str) -> None:
    assert canonical_line(typed) == meant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        pytest.param("Die\nStadt\nhilft.", "Die Stadt hilft.", id="wrapped"),
        pytest.param("Eins.\n \n\n\nZwei.", "Eins.\n\nZwei.", id="empty lines"),
        pytest.param("Eins.\r\nZwei.\r\rDrei.", "Eins. Zwei.\n\nDrei.", id="line ends of others"),
        pytest.param("\n\nEins.\n\n", "Eins.", id="around"),
        pytest.param("a\n\n\u00a0\n\nb", "a\n\nb", id="a space alone on a line"),
        pytest.param("Ziele:\n- a\n- b", "Ziele:\n\n- a\n- b", id="list behind a paragraph"),
        pytest.param("- a\n\n- b", "- a\n- b", id="loose list"),
        pytest.param("* a\n+ b", "- a\n- b", id="other bullets"),
        pytest.param("- a\n  weiter\n- b", "- a weiter\n- b", id="wrapped item"),
        pytest.param("- a\n    - b\n- c", "- a\n  - b\n- c", id="item in an item"),
        pytest.param("1. a\n2. b", "1. a\n2. b", id="numbered"),
        pytest.param("am\n12. März", "am 12. März", id="date at the begin of a line"),
        pytest.param("am\n1. Mai", "am 1. Mai", id="first of a month"),
        pytest.param("der\n2. Sitzung", "der 2. Sitzung", id="ordinal at the begin of a line"),
        pytest.param("im\n1. Quartal", "im 1. Quartal", id="first quarter"),
        pytest.param("# Titel\nText", "# Titel\n\nText", id="heading"),
        pytest.param("> a\n> b\n>\n> c", "> a b\n\n> c", id="quote"),
        pytest.param("> a\nb", "> a b", id="quote that goes on lazily"),
        pytest.param("> a\n> - b", "> a\n\n> - b", id="list in a quote"),
        pytest.param("|a|b |\n|:-|--:|\n|c|\n", "| a | b |\n| :--- | ---: |\n| c |", id="table"),
        pytest.param("|a\\|b|", "| a\\|b |", id="bar inside a cell"),
        pytest.param("a\n-----\nb\n***\nc\n====", "a\n\n---\n\nb\n\n---\n\nc\n\n===", id="rules"),
        pytest.param("-\nb", "- b", id="bullet on a line of its own"),
        pytest.param("*innen zahlen", "*innen zahlen", id="star that is no bullet"),
        pytest.param("– so ist es", "– so ist es", id="dash that is no bullet"),
    ],
)
def test_prose_has_one_form(typed: str, meant: str) -> None:
    assert canonical_prose(typed) == meant


@given(TYPED)
def test_canonical_form_is_its_own(typed: str) -> None:
    meant = canonical_prose(typed)
    assert canonical_prose(meant) == meant
    assert is_normalized("NFC", meant)


@given(TYPED, TYPED)
def test_parts_are_the_text(old: str, new: str) -> None:
    before = canonical_parts(old)
    assert "\n\n".join(before) == canonical_prose(old)
    assert canonical_parts(new, frozenset(before)) == canonical_parts(new)


@given(st.lists(st.sampled_from(["Die", "Straße", "„Öffnung“", "5", "z. B."]), min_size=1))
def test_wrapping_and_composition_change_nothing(words: list[str]) -> None:
    text = "Die " + " ".join(words)
    assert canonical_prose(normalize("NFD", text.replace(" ", "\n"))) == text


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        pytest.param("Ärzt*innen", "aerzt*innen", id="umlaut"),
        pytest.param("A\u0308rzte", "aerzte", id="decomposed umlaut"),
        pytest.param("STRASSE Straße", "strasse strasse", id="sharp s"),
        pytest.param("Café Łódź Ørsted", "cafe lodz oersted", id="accents"),
        pytest.param("İstanbul ılık", "istanbul ilik", id="Turkish i"),
        pytest.param("مُدَرِّس", "مدرس", id="Arabic vowel marks"),
        pytest.param(" zwei\u00a0 Wörter ", "zwei woerter", id="white space"),
    ],
)
def test_search_sees_one_spelling(text: str, folded: str) -> None:
    assert fold(text) == folded


def test_hostile_text_is_read_in_one_go() -> None:
    for text in (
        "\n" * 50_000,
        "> " * 50_000,
        "|" * 50_000,
        " \n" * 50_000 + "- a",
        "1. " * 50_000,
    ):
        assert canonical_prose(canonical_prose(text)) == canonical_prose(text)


def test_notes_at_the_foot_of_a_text_stay_lines_of_their_own() -> None:
    text = "Text[^1] und\nmehr[^2].\n\n[^1]: Eine\n  Note\n[^2]: Zwei"
    canonical = "Text[^1] und mehr[^2].\n\n[^1]: Eine Note\n[^2]: Zwei"
    assert canonical_prose(text) == canonical_prose(canonical) == canonical
