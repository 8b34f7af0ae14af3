"""Words stay whole as a reader of German takes them, and nothing of a sentence is lost."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wirctl.core.tokens import is_word, tokens


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        pytest.param("Die Stadt hilft.", "Die|Stadt|hilft|.", id="plain"),
        pytest.param(
            "Hannoveraner*innen, Schüler:innen und Bürger_innen.",
            "Hannoveraner*innen|,|Schüler:innen|und|Bürger_innen|.",
            id="gender marks",
        ),
        pytest.param(
            "Schüler/-innen, Bürger(innen), jede:r, BürgerInnen",
            "Schüler/-innen|,|Bürger(innen)|,|jede:r|,|BürgerInnen",
            id="older gender marks",
        ),
        pytest.param(
            "In Linden-Nord gibt es Schul- und Kita-Plätze.",
            "In|Linden-Nord|gibt|es|Schul-|und|Kita-Plätze|.",
            id="hyphens",
        ),
        pytest.param(
            "250.000 Euro, 14,87 %, 2021/22, 18:30 Uhr, -5 Grad",
            "250.000|Euro|,|14,87|%|,|2021/22|,|18:30|Uhr|,|-5|Grad",
            id="numbers",
        ),
        pytest.param("von 2020–2025", "von|2020|–|2025", id="span of years"),
        pytest.param("am 12. März 2024.", "am|12.|März|2024|.", id="date"),
        pytest.param(
            "§ 3 Abs. 2 Satz 1, §§ 5 ff. SGB",
            "§|3|Abs.|2|Satz|1|,|§§|5|ff.|SGB",
            id="paragraph signs",
        ),
        pytest.param(
            "z. B. so, i.d.R. bzw. usw.", "z. B.|so|,|i.d.R.|bzw.|usw.", id="abbreviations"
        ),
        pytest.param("E13/A13 und/oder Sport/Musik", "E13/A13|und/oder|Sport|/|Musik", id="slash"),
        pytest.param("19b, 5-jährige, 2.0-Plan", "19b|,|5-jährige|,|2.0-Plan", id="mixed"),
        pytest.param("DS 0993/2022 E1, D-15-2299", "DS|0993/2022|E1|,|D-15-2299", id="papers"),
        pytest.param("„Wir.“ (so) **fett** ...", "„|Wir|.|“|(|so|)|**|fett|**|...", id="marks"),
        pytest.param("geht's gut – ja", "geht's|gut|–|ja", id="apostrophe"),
        pytest.param(
            "Siehe https://example.org/a?b=c. Mail: a.b@example.org!",
            "Siehe|https://example.org/a?b=c|.|Mail|:|a.b@example.org|!",
            id="addresses",
        ),
        pytest.param("Hinweis:die Frist", "Hinweis:die|Frist", id="colon without a space"),
        pytest.param("Hinweis: Die Frist", "Hinweis|:|Die|Frist", id="colon"),
        pytest.param("مرحبا بكم؟", "مرحبا|بكم|؟", id="Arabic"),
        pytest.param("", "", id="nothing"),
    ],
)
def test_tokens_of(sentence: str, expected: str) -> None:
    assert "|".join(tokens(sentence)[1]) == expected


@given(st.text(max_size=60) | st.text(st.sampled_from("aB1.,:*-/ (in)@§\n"), max_size=60))
def test_nothing_is_lost(text: str) -> None:
    gaps, words = tokens(text)
    assert "".join(gap + word for gap, word in zip(gaps, words, strict=True)) == text.rstrip()
    assert all(words)


@pytest.mark.parametrize(
    ("token", "expected"),
    [("Stadt", True), ("14,87", True), ("z. B.", True), ("12.", True), ("%", False), ("**", False)],
)
def test_marks_are_no_words(token: str, expected: bool) -> None:  # noqa: FBT001
    assert is_word(token) is expected


@pytest.mark.parametrize(
    "part",
    ["a", "a-", "a*", "1.", "1-", "a.b", "a. ", "https://", "@", "a@", "(in", "a:", "1/a", "+1"],
)
def test_hostile_text_is_read_in_one_go(part: str) -> None:
    gaps, words = tokens(part * 20_000)
    assert (
        "".join(gap + word for gap, word in zip(gaps, words, strict=True))
        == (part * 20_000).rstrip()
    )
