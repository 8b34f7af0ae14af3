"""What authors get wrong is named, at its place, and the rest of the file is still read."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from wirctl.core.catalogue import message
from wirctl.source.document import read
from wirctl.source.parser import PARSER
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
