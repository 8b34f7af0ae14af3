"""Which bodies a text names."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from wirctl.diff.naming import names_in, names_of

if TYPE_CHECKING:
    from wirctl.core.value import Record

NAMES = [
    "Internationaler Ausschuss",
    "Ausschuss",
    "IA",
    "Kuratorium",
    "Rat der Landeshauptstadt Hannover",
    "G",
    "",
]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("der Internationale Ausschuss", ["Internationaler Ausschuss"], id="inflected"),
        pytest.param("dem Internationalen Ausschusse", ["Internationaler Ausschuss"], id="dative"),
        pytest.param("ein Ausschuss", ["Ausschuss"], id="the shorter name alone"),
        pytest.param("im IA und im Ausschuss", ["Ausschuss", "IA"], id="two"),
        pytest.param("der IAB", [], id="part of another word"),
        pytest.param("die ia", [], id="an abbreviation is written in capitals"),
        pytest.param("des Kuratoriums", ["Kuratorium"], id="genitive"),
        pytest.param(
            "Rat\nder Landeshauptstadt  Hannover", [NAMES[4]], id="over the end of a line"
        ),
        pytest.param("G wie Gremium", [], id="one letter is no name"),
    ],
)
def test_names_are_found_in_any_case(text: str, expected: list[str]) -> None:
    assert sorted(names_in(text, NAMES).elements()) == sorted(expected)


def test_name_with_signs_of_a_pattern_is_a_name() -> None:
    assert list(names_in("die AG (Wohnen)*", ["AG (Wohnen)*"])) == ["AG (Wohnen)*"]
    assert list(names_in("die AG Wohnen", ["AG .*", "AG (Wohnen)?"])) == []


def test_no_names_are_found_where_there_are_none() -> None:
    assert names_in("der Rat", []) == {}


def test_body_has_its_title_its_abbreviation_and_its_other_names() -> None:
    body: Record = {"title": "Rat", "abbreviation": "R", "aliases": [{"name": "Stadtrat"}]}
    assert list(names_of(body)) == ["Rat", "R", "Stadtrat"]
