"""The words of the glossary, and that looking one up costs little."""

from __future__ import annotations

import pytest

from wirctl.load.glossary import kind_word, word
from wirctl.resources import folder
from wirctl.source.quick import quick


@pytest.mark.parametrize(
    ("name", "value", "language", "expected"),
    [
        pytest.param("funding_path", "own_budget", "de", "eigener Haushalt", id="German"),
        pytest.param("funding_path", "own_budget", "en", "own budget", id="English"),
        pytest.param("funding_path", "third_party", "de", "Mittel Dritter", id="two words"),
        pytest.param("funding_path", "gold", "de", "gold", id="a value nobody knows"),
        pytest.param("nothing", "gold", "de", "gold", id="a property nobody knows"),
    ],
)
def test_value_has_its_word(name: str, value: str, language: str, expected: str) -> None:
    assert word(name, value, language) == expected


def test_kind_has_its_word() -> None:
    assert (kind_word("guideline", "de"), kind_word("guideline", "en")) == (
        "Leitlinie",
        "guideline",
    )
    assert kind_word("unheard-of", "de") == "unheard-of"


def test_glossary_is_written_so_that_it_is_read_quickly() -> None:
    """No words in braces, no quoted keys: else every comparison has to load the parser."""
    text = (folder("docs") / "glossary.yaml").read_text(encoding="utf-8")
    assert quick(text) is not None
