"""A document knows its value, its faults, and where everything stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from wirctl.core.diagnostic import Diagnostic, Location, Subject
from wirctl.core.severity import Severity
from wirctl.core.span import TOP, Span
from wirctl.source.document import diagnostics, read
from wirctl.source.parser import PARSER
from wirctl.source.pure import PureParser

if TYPE_CHECKING:
    from wirctl.core.pointer import Pointer
    from wirctl.source.document import Document
    from wirctl.source.parser import ParserOf

TEXT = """\
# Kopf
id: M-BIL-01
title: Öffnung 😀 für alle
goals: [Z-BIL-1, Z-BIL-2]
costs:
  - year: 2023
    kind: yearly
    amount_eur: 50000
  - {year: 2024, kind: one_off}

sources:
- title: "Bericht"   # Anmerkung
- title: Zweiter
text: |
  Erste Zeile

  Letzte Zeile

note: >-
  Gefaltet
empty:
last: ende
"""

SUBJECT = Subject("measures/HF-BIL/M-BIL-01.yaml", "measure", "M-BIL-01")


def keys_of(path: Pointer) -> tuple[str, ...]:
    return ("year", "kind") if path == ("costs",) else ()


def cut(document: Document, span: Span) -> str:
    return document.text[span.start : span.end]


PLACES = [
    pytest.param((), (2, 1), (22, 11), "id: M-BIL-01", id="the whole"),
    pytest.param(("id",), (2, 5), (2, 13), "M-BIL-01", id="first value"),
    pytest.param(("title",), (3, 8), (3, 26), "Öffnung 😀 für alle", id="columns count characters"),
    pytest.param(("goals",), (4, 8), (4, 26), "[Z-BIL-1, Z-BIL-2]", id="list in brackets"),
    pytest.param(("goals", "Z-BIL-2"), (4, 18), (4, 25), "Z-BIL-2", id="item by its value"),
    pytest.param(("goals", "0"), (4, 9), (4, 16), "Z-BIL-1", id="item by its place"),
    pytest.param(("costs",), (6, 3), (9, 32), "- year: 2023", id="list of records"),
    pytest.param(("costs", "2023:yearly"), (6, 5), (8, 22), "year: 2023", id="item by its key"),
    pytest.param(("costs", "2023:yearly", "amount_eur"), (8, 17), (8, 22), "50000", id="within"),
    pytest.param(("costs", "2024:one_off", "kind"), (9, 24), (9, 31), "one_off", id="in braces"),
    pytest.param(("costs", "1", "year"), (9, 12), (9, 16), "2024", id="by place and key"),
    pytest.param(("sources", "0", "title"), (12, 10), (12, 19), '"Bericht"', id="with its quotes"),
    pytest.param(("sources", "1"), (13, 3), (13, 17), "title: Zweiter", id="list at the margin"),
    pytest.param(
        ("text",), (14, 7), (17, 15), "|\n  Erste Zeile", id="block without the lines after"
    ),
    pytest.param(("note",), (19, 7), (20, 11), ">-\n  Gefaltet", id="folded"),
    pytest.param(("empty",), (21, 7), (21, 7), "", id="no value"),
    pytest.param(("last",), (22, 7), (22, 11), "ende", id="last"),
]


@pytest.mark.parametrize("parser", [PARSER, PureParser])
@pytest.mark.parametrize(("pointer", "start", "end", "text"), PLACES)
def test_place_of_a_value(
    pointer: Pointer,
    start: tuple[int, int],
    end: tuple[int, int],
    text: str,
    parser: ParserOf,
) -> None:
    document = read("x.yaml", TEXT.encode(), parser)
    span = document.span(pointer, keys_of)
    assert ((span.line, span.column), (span.end_line, span.end_column)) == (start, end)
    assert cut(document, span).startswith(text)
    assert not text or not cut(document, span)[-1].isspace() or pointer == ()


@pytest.mark.parametrize(
    ("pointer", "line", "text"),
    [
        pytest.param(("title",), 3, "title", id="field"),
        pytest.param(("costs", "2023:yearly", "kind"), 7, "kind", id="field of an item"),
        pytest.param(("empty",), 21, "empty", id="field without a value"),
        pytest.param(("goals", "Z-BIL-2"), 4, "Z-BIL-2", id="an item has no key but itself"),
    ],
)
def test_place_of_a_key(pointer: Pointer, line: int, text: str) -> None:
    document = read("x.yaml", TEXT.encode())
    span = document.span(pointer, keys_of, key=True)
    assert (span.line, cut(document, span)) == (line, text)


@pytest.mark.parametrize(
    ("pointer", "parent"),
    [
        pytest.param(("nothing",), (), id="unknown field"),
        pytest.param(
            ("costs", "2023:yearly", "none"), ("costs", "0"), id="unknown field of an item"
        ),
        pytest.param(("costs", "2025:yearly", "year"), ("costs",), id="unknown item"),
        pytest.param(("costs", "7"), ("costs",), id="place beyond the end"),
        pytest.param(("costs", "99999999999999"), ("costs",), id="no place at all"),
        pytest.param(("costs", "-1"), ("costs",), id="places do not count backwards"),
        pytest.param(("title", "deeper", "still"), ("title",), id="below a text"),
    ],
)
def test_what_is_not_there_stands_at_its_nearest_parent(pointer: Pointer, parent: Pointer) -> None:
    document = read("x.yaml", TEXT.encode())
    assert document.span(pointer, keys_of) == document.span(parent, keys_of)
    assert document.span(pointer, keys_of, key=True) == document.span(parent, keys_of)


def test_key_in_decomposed_form_is_found() -> None:
    document = read("x.yaml", "Gro\u0308ße: 1\n".encode())
    assert document.span(("Größe",)).column == 9


@pytest.mark.parametrize(
    ("data", "line"),
    [
        pytest.param(b"", 1, id="empty"),
        pytest.param(b"\xff", 1, id="no text"),
        pytest.param(b"- a\n- b\n", 1, id="list"),
        pytest.param(b"a: 1\nb: [1, 2\n", 2, id="broken value"),
        pytest.param(b"a: 1\nb:\n  c: 1\n d: 2\n", 3, id="read until the slip"),
    ],
)
def test_place_in_a_broken_file_never_fails(data: bytes, line: int) -> None:
    document = read("x.yaml", data)
    assert document.span(("b", "c")).line == line


def test_place_beside_what_was_taken_out_is_right() -> None:
    document = read("x.yaml", b"a: *x y\nb: {c: 1}\nd: e: f\ng: 2\n")
    assert document.span(("b", "c")) == Span(2, 8, 2, 9, 15, 16)
    assert document.span(("g",)).line == 4
    assert document.span(("a",)).line == 1


def test_second_of_two_keys_does_not_move_the_first() -> None:
    document = read("x.yaml", b"a: 1\nb: 2\na: 3\n")
    assert document.span(("a",)).line == 1
    (fault,) = document.faults
    assert dict(fault.arguments)["line"] == 1
    assert fault.related == (("a",),)


def test_lines_are_counted_as_places_are() -> None:
    document = read("x.yaml", b"a: 1\r\nb: 2\n\nc: 3")
    assert [document.line(number) for number in range(6)] == ["", "a: 1", "b: 2", "", "c: 3", ""]


def test_faults_become_diagnostics_about_the_element() -> None:
    document = read("x.yaml", b"a: Bildung #1\nb: 1\nb: 2\n")
    assert diagnostics(document, SUBJECT) == (
        Diagnostic(
            "comment-cuts-text",
            Severity.WARNING,
            SUBJECT,
            Span(1, 12, 1, 14, 11, 13),
            (("comment", "#1"), ("quoted", '"Bildung #1"'), ("text", "Bildung")),
        ),
        Diagnostic(
            "duplicate-key",
            Severity.ERROR,
            SUBJECT,
            Span(3, 1, 3, 2, 19, 20),
            (("key", "b"), ("line", 2)),
            (Location(SUBJECT, ("b",)),),
        ),
    )


def test_faults_come_in_the_order_of_the_text() -> None:
    document = read("x.yaml", "a: 1.000\nb: *x y\nc: \u200bx\nd: 2.000\n".encode())
    assert [fault.span.line for fault in document.faults] == [1, 2, 3, 4]


def test_documents_are_equal_by_what_they_say() -> None:
    first, second = (read("x.yaml", TEXT.encode()) for _ in range(2))
    first.span(("id",))
    assert first == second
    assert first != read("y.yaml", TEXT.encode())


def test_reading_leaves_no_place_where_nothing_is() -> None:
    assert read("x.yaml", b"").span(("a",)) == TOP
