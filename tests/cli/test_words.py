"""The language of a run, and its sentences."""

from __future__ import annotations

import re

import pytest

from wirctl.cli.words import LANGUAGES, Speech, language_of
from wirctl.resources import folder
from wirctl.source.quick import quick


@pytest.mark.parametrize(
    ("environment", "plan", "expected"),
    [
        pytest.param({}, "", "de", id="nothing said"),
        pytest.param({}, "en", "en", id="an English plan"),
        pytest.param({}, "de", "de", id="a German plan"),
        pytest.param({"LANG": "en_US.UTF-8"}, "de", "en", id="the locale before the plan"),
        pytest.param({"LANG": "de_AT.UTF-8"}, "en", "de", id="German of Austria"),
        pytest.param({"LANG": "fr_FR"}, "de", "en", id="a language without words"),
        pytest.param({"LC_ALL": "C"}, "de", "de", id="C names no language"),
        pytest.param({"LC_ALL": "C.UTF-8", "LANG": "en_US"}, "de", "en", id="the next one then"),
        pytest.param({"LC_ALL": "POSIX"}, "", "de", id="nor does POSIX"),
        pytest.param({"LC_MESSAGES": "de", "LANG": "en"}, "", "de", id="messages before the rest"),
        pytest.param({"WIRCTL_LANG": "de", "LC_ALL": "en_US"}, "en", "de", id="our own first"),
        pytest.param({"WIRCTL_LANG": "EN-gb"}, "", "en", id="as browsers write it"),
        pytest.param({"WIRCTL_LANG": ""}, "", "de", id="empty is not said"),
    ],
)
def test_language_of_a_run(environment: dict[str, str], plan: str, expected: str) -> None:
    assert language_of(environment, plan) == expected


def test_sentence_is_found_by_its_name_with_its_words() -> None:
    assert Speech("de")("problems.near", near="diff") == "Gemeint ist vielleicht „diff“."
    assert Speech("en")("problems.near", near="diff") == "Did you mean “diff”?"


def test_sentence_that_there_is_not_is_a_bug() -> None:
    assert Speech("de").find("problems.nothing") == ""
    with pytest.raises(KeyError):
        Speech("de")("problems.nothing")


@pytest.mark.parametrize("language", LANGUAGES)
def test_words_are_written_so_that_they_are_read_quickly(language: str) -> None:
    """No escapes, no text that begins with a quotation mark: else the parser has to be loaded."""
    text = (folder("locale") / f"cli.{language}.yaml").read_text(encoding="utf-8")
    parts = re.split(r"(?m)^(?=\w+:)", text)
    assert [part for part in parts[1:] if quick(part) is None] == []
    assert quick(text) is not None
