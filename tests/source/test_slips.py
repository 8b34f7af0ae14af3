"""What authors get wrong is named, at its place, and the rest of the file is still read."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from wirctl.core.catalogue import message
from wirctl.core.span import TOP
from wirctl.source import limits
from wirctl.source.document import read
from wirctl.source.explain import explain
from wirctl.source.parser import PARSER, _fastest
from wirctl.source.pure import PureParser
from yaml_cases import FINE, SLIPS

if TYPE_CHECKING:
    from wirctl.source.parser import ParserOf
    from yaml_cases import Slip

PARSERS = [
    pytest.param(PARSER, id="libyaml"),
    pytest.param(PureParser, id="Python"),
]


@pytest.mark.parametrize("parser", PARSERS)
@pytest.mark.parametrize("slip", [pytest.param(slip, id=slip.name) for slip in SLIPS])
def test_slip_is_named_at_its_place(slip: Slip, parser: ParserOf) -> None:
    document = read("measures/M-BIL-01.yaml", slip.text.encode(), parser)
    found = [(fault.rule, fault.span.line, fault.span.column) for fault in document.faults]
    assert found == list(slip.found)
    assert document.value == slip.value


@pytest.mark.parametrize("slip", [pytest.param(slip, id=slip.name) for slip in SLIPS])
def test_both_parsers_say_the_same(slip: Slip) -> None:
    documents = [read("x.yaml", slip.text.encode(), parser) for parser in (PARSER, PureParser)]
    assert documents[0] == documents[1]


@pytest.mark.parametrize("slip", [pytest.param(slip, id=slip.name) for slip in SLIPS])
def test_slip_with_windows_line_ends_is_the_same(slip: Slip) -> None:
    unix = read("x.yaml", slip.text.encode())
    windows = read("x.yaml", slip.text.replace("\n", "\r\n").encode())
    places = [
        [(fault.rule, fault.span.line, fault.span.column, fault.paths) for fault in one.faults]
        for one in (unix, windows)
    ]
    assert places[0] == places[1]
    assert unix.value == windows.value


@pytest.mark.parametrize("slip", [pytest.param(slip, id=slip.name) for slip in SLIPS])
def test_every_word_of_the_message_is_given(slip: Slip) -> None:
    for fault in read("x.yaml", slip.text.encode()).faults:
        said = message(fault.rule)
        for language in ("de", "en"):
            arguments = dict(fault.arguments)
            assert said.text(language, arguments)
            assert said.help(language, arguments)


@pytest.mark.parametrize("parser", PARSERS)
@pytest.mark.parametrize("text", [pytest.param(text, id=text[:24]) for text in FINE])
def test_nothing_is_said_of_what_is_fine(text: str, parser: ParserOf) -> None:
    document = read("x.yaml", text.encode(), parser)
    assert document.faults == ()
    assert isinstance(document.value, dict)


def test_value_without_its_slip_is_marked_as_unreadable() -> None:
    """A list's items are counted, since the reader knows no list keys."""
    text = "costs:\n  - year: 2023\n    amount_eur: 250.000\n  - note: *innen\n"
    document = read("x.yaml", text.encode())
    assert document.unreadable == (("costs", 0, "amount_eur"), ("costs", 1, "note"))


def test_line_without_colon_spoils_the_text_above_and_the_field_it_may_be() -> None:
    document = read("x.yaml", b"period:\n  start: 2021\n  end 2026\n")
    assert document.unreadable == (("period", "start"), ("period", "end"))


def test_whole_file_is_unreadable_after_a_slip_that_leaves_its_sense_open() -> None:
    document = read("x.yaml", b"id: A\nt: a: b\np:\n    a: 1\n  b: 1\n")
    assert document.value is None
    assert set(document.unreadable) == {()}


def test_what_stands_below_a_refused_key_is_named_by_that_key() -> None:
    document = read("x.yaml", b"a: 1\na:\n  - b: *x\n")
    assert [(fault.rule, fault.paths) for fault in document.faults] == [
        ("duplicate-key", (("a",),)),
        ("alias", (("a",),)),
    ]
    assert document.value == {"a": 1}


def test_reading_ends_after_too_many_faults() -> None:
    text = "".join(f"k{number}: 1.000\n" for number in range(limits.MAX_FAULTS + 5))
    faults = read("x.yaml", text.encode()).faults
    assert [fault.rule for fault in faults[-2:]] == ["ambiguous-number", "too-many-faults"]
    assert len(faults) == limits.MAX_FAULTS + 1


def test_mending_ends_after_too_many_slips() -> None:
    text = "".join(f"k{number}: a: b\n" for number in range(limits.MAX_REPAIRS + 5))
    document = read("x.yaml", text.encode())
    assert [fault.span.line for fault in document.faults] == list(range(1, limits.MAX_REPAIRS + 1))
    assert document.value is None


def test_slip_in_a_huge_file_is_said_without_a_closer_look() -> None:
    text = "text: |\n" + "  Wir sind\n" * 30_000 + "b: c: d\n"
    (fault,) = read("x.yaml", text.encode()).faults
    assert (fault.rule, fault.span.line, fault.span.column) == ("not-yaml", 30_002, 5)


def test_slip_in_a_large_file_is_explained_and_not_mended() -> None:
    text = "text: |\n" + "  Wir sind\n" * 12_000 + "b: c: d\ne: 1.000\n"
    document = read("x.yaml", text.encode())
    assert [fault.rule for fault in document.faults] == ["colon-in-text"]
    assert document.value is None


def test_error_without_a_place_is_said_at_the_top() -> None:
    assert explain("a: 1\n", ValueError("?")).fault.span == TOP


def test_python_parser_is_taken_where_libyaml_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("yaml.__with_libyaml__", False)
    assert _fastest() is PureParser


def test_no_word_of_the_parser_is_shown() -> None:
    """A rare slip that nothing explains is still said in our own words."""
    (fault,) = read("x.yaml", b"? a\n:\tb\n").faults
    assert (fault.rule, fault.span.line, fault.span.column) == ("not-yaml", 2, 2)
    assert fault.arguments == ()


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        pytest.param("t: *innen und mehr", '"*innen und mehr"', id="as it stands"),
        pytest.param('t: @ das "Wir"', "'@ das \"Wir\"'", id="quotes inside"),
        pytest.param("t: „a: b“", '"a: b"', id="typographic quotes go"),
        pytest.param("t: 'Rom'nja'", '"Rom\'nja"', id="quotes that were meant"),
        pytest.param('t: "C:\\Daten"', "'C:\\Daten'", id="backslash"),
        pytest.param(f"t: *{'wort ' * 40}", f'"*{"wort " * 11}…"', id="shortened"),
    ],
)
def test_help_quotes_the_text_in_question(text: str, quoted: str) -> None:
    (fault,) = read("x.yaml", text.encode()).faults
    assert dict(fault.arguments)["quoted"] == quoted
