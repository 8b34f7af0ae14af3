"""Patterns matched in linear time mean the same as in the engine of Rust."""

from __future__ import annotations

import jsonschema_rs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from wirctl.core.value import record_of, text_of
from wirctl.schema.engine import checker, slow
from wirctl.schema.kind import built_in
from wirctl.schema.pattern import MAX_NESTING, MAX_STATES, Pattern, PatternError

ATOMS = ("a", "b", "-", "[ab]", "[^a]", "[a-c]", ".", "(a|b)", "(ab)", "(?:a|)", r"\.", "(a+)")
ODD_ATOMS = ("^", "$", "[a-]", "[-a]", "(b*)", "(", ")", "[", "]", "[b-a]", "*", "{2}")
QUANTIFIERS = ("", "", "", "*", "+", "?", "{2}", "{1,3}", "{0,}", "*?")


def patterns() -> st.SearchStrategy[str]:
    parts = st.tuples(st.sampled_from(ATOMS + ODD_ATOMS), st.sampled_from(QUANTIFIERS))
    return st.lists(parts, min_size=1, max_size=5).map(lambda row: "".join(a + b for a, b in row))


def by_rust(pattern: str) -> jsonschema_rs.Draft202012Validator | None:
    try:
        return jsonschema_rs.Draft202012Validator(
            {"pattern": pattern}, pattern_options=jsonschema_rs.RegexOptions()
        )
    except ValueError:
        return None


def read(pattern: str) -> Pattern | None:
    try:
        return Pattern(pattern)
    except PatternError:
        return None


@given(patterns(), st.lists(st.text("ab-.c\n", max_size=6), min_size=4, max_size=8))
def test_verdict_is_that_of_rust(pattern: str, texts: list[str]) -> None:
    ours, theirs = read(pattern), by_rust(pattern)
    if ours is not None and theirs is not None:
        assert [ours.found_in(text) for text in texts] == [theirs.is_valid(text) for text in texts]
    if theirs is None:
        assert ours is None


def patterns_in(schema: object) -> set[str]:
    if isinstance(schema, dict):
        own = {schema["pattern"]} if isinstance(schema.get("pattern"), str) else set()
        return own.union(*map(patterns_in, schema.values()))
    return set().union(*map(patterns_in, schema)) if isinstance(schema, list) else set()


OURS = sorted(
    set().union(*(patterns_in(kind.schema) for kind in built_in())) | patterns_in(built_in().shared)
)


@pytest.mark.parametrize("pattern", OURS)
def test_every_pattern_of_the_schemas_is_read_and_fits_its_example(pattern: str) -> None:
    example = Pattern(pattern).example()
    rust = by_rust(pattern)
    assert rust is not None
    assert (Pattern(pattern).found_in(example), rust.is_valid(example)) == (True, True)
    assert Pattern(pattern).found_in(f"{example}\n") is rust.is_valid(f"{example}\n")


@pytest.mark.parametrize(
    "pattern", ["^(a+)+$", "^(a|a)*$", "^(a?){30}a{30}$", "(x+x+)+y", "(.*)*z"]
)
def test_pattern_made_to_hang_takes_a_step_a_character(pattern: str) -> None:
    assert not Pattern(pattern).found_in("a" * 100_000 + "!")


@pytest.mark.parametrize(
    "pattern",
    [
        pytest.param(r"(a)\1", id="back reference"),
        pytest.param("(?=a)", id="look-ahead"),
        pytest.param("(?i)a", id="flag"),
        pytest.param(r"\d", id="class by a letter"),
        pytest.param("[[:alpha:]]", id="class by a name"),
        pytest.param("[a&&b]", id="intersection"),
        pytest.param("[a--b]", id="difference"),
        pytest.param("a{2,1}", id="counted backwards"),
        pytest.param("(a", id="open"),
        pytest.param("a)", id="closed without being open"),
        pytest.param("*", id="nothing to repeat"),
        pytest.param("a**", id="repeated twice"),
        pytest.param(f"a{{{MAX_STATES}}}", id="too large"),
        pytest.param("(((((a{0}){999}){999}){999}){999}){999}", id="nothing, very often"),
        pytest.param("(" * (MAX_NESTING + 1) + "a" + ")" * (MAX_NESTING + 1), id="too deep"),
    ],
)
def test_other_forms_are_refused(pattern: str) -> None:
    with pytest.raises(PatternError):
        Pattern(pattern)


@pytest.mark.parametrize(
    ("pattern", "text", "is_found"),
    [
        pytest.param("a", "bab", True, id="anywhere"),
        pytest.param("^a", "ba", False, id="at the beginning only"),
        pytest.param("a$", "ab", False, id="at the end only"),
        pytest.param("^$", "", True, id="nothing"),
        pytest.param("", "x", True, id="empty pattern"),
        pytest.param("^.$", "\n", False, id="dot is no line end"),
        pytest.param("^[^a]$", "\n", True, id="class may be a line end"),
        pytest.param("^.$", "ü", True, id="one character beyond ASCII"),
        pytest.param("^.$", "\U0001f600", True, id="one character beyond 16 bits"),
        pytest.param("^[0-9]$", "٣", False, id="figure of another script"),
        pytest.param("^(a|bc)+$", "abcbca", True, id="group repeated"),
        pytest.param("^a{2,3}$", "aaaa", False, id="too often"),
    ],
)
def test_meaning_of_a_pattern(pattern: str, text: str, *, is_found: bool) -> None:
    assert Pattern(pattern).found_in(text) is is_found


URL = text_of(record_of(record_of(built_in().shared["$defs"])["url"])["pattern"])


@pytest.mark.parametrize(
    ("address", "fits"),
    [
        ("https://www.hannover.de/a?b=1#c", True),
        ("http://ämter.de/ü", True),
        ("https://a.de/\n", False),
        ("https://a.de/\nhttps://b.de", False),
        ("https://a.de/\r\nb", False),
        ("https://a.de/\tb", False),
        ("https://a.de/ b", False),
        ("https://a.de/\x00", False),
        ("https://", False),
        ("javascript:alert(1)//https://a.de", False),
    ],
)
def test_address_is_one_line_for_both_engines(address: str, *, fits: bool) -> None:
    by_slow = not list(slow({"pattern": URL})(address))
    assert (not list(checker({"pattern": URL}, {})(address)), by_slow) == (fits, fits)
