"""What nobody sees is found and named by its number; what scripts and emoji need is left alone."""

from __future__ import annotations

import pytest

from wirctl.core.catalogue import message
from wirctl.core.severity import Severity
from wirctl.source import limits
from wirctl.source.document import read

FOUND = [
    pytest.param("Bil\x00dung", "control-character", 11, "U+0000", id="NUL"),
    pytest.param("Bil\x1b[31m", "control-character", 11, "U+001B", id="ESC"),
    pytest.param("Bil\x7fdung", "control-character", 11, "U+007F", id="DEL"),
    pytest.param("Bil\x9bdung", "control-character", 11, "U+009B", id="C1"),
    pytest.param("Bil\x0cdung", "control-character", 11, "U+000C", id="form feed"),
    pytest.param("Bil\uffffdung", "control-character", 11, "U+FFFF", id="no character"),
    pytest.param("Bil\x85dung", "unusual-line-break", 11, "U+0085", id="NEL"),
    pytest.param("Bil\u2028dung", "unusual-line-break", 11, "U+2028", id="LS"),
    pytest.param("Bil\u2029dung", "unusual-line-break", 11, "U+2029", id="PS"),
    pytest.param("Fonds \u202e000.05", "bidi-control", 14, "U+202E", id="override"),
    pytest.param("Fonds \u2067x", "bidi-control", 14, "U+2067", id="isolate"),
    pytest.param("Bil\u200bdung", "invisible-character", 11, "U+200B", id="zero width space"),
    pytest.param("Bil\u2060dung", "invisible-character", 11, "U+2060", id="word joiner"),
    pytest.param("Bil\ufeffdung", "invisible-character", 11, "U+FEFF", id="mark inside"),
    pytest.param("Auf\u200clage", "invisible-character", 11, "U+200C", id="non-joiner in German"),
    pytest.param("Auf\u200dlage", "invisible-character", 11, "U+200D", id="joiner in German"),
    pytest.param("Hannover\u200e", "invisible-character", 16, "U+200E", id="mark without need"),
    pytest.param("a\u3164b", "invisible-character", 9, "U+3164", id="filler"),
    pytest.param("a\U000e0041b", "invisible-character", 9, "U+E0041", id="tag letter"),
    pytest.param("\ufffdffnung", "replacement-character", 8, "U+FFFD", id="lost"),
    pytest.param("Ã–ffnung", "garbled-text", 8, "U+00C3", id="garbled"),
    pytest.param("FÃ¼r", "garbled-text", 9, "U+00C3", id="garbled small"),
    pytest.param("Hаnnover", "mixed-scripts", 8, "U+0048", id="Cyrillic a"),
    pytest.param("Αll", "mixed-scripts", 8, "U+0391", id="Greek capital"),
]

FINE = [
    pytest.param("مدينة هانوفر، ٢٠٢٦", id="Arabic"),
    pytest.param("הנובר – עיר פתוחה", id="Hebrew"),
    pytest.param("می‌شود", id="Persian with non-joiner"),
    pytest.param("क्‍ष", id="Devanagari with joiner"),
    pytest.param("שלום \u200f(Hannover)\u200f", id="mark beside Hebrew"),
    pytest.param("👩‍👩‍👧 und 👩🏽‍🏫", id="family and skin tone"),
    pytest.param("🏳️‍🌈 🏴\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f", id="flags"),
    pytest.param("Zu\u00adwan\u00adde\u00adrung", id="soft hyphen"),
    pytest.param("5\u00a0%, 10\u202f000 €", id="spaces of typography"),
    pytest.param("Разом у Hannover, Μαζί", id="words of several scripts"),
    pytest.param("Ελλάδα и България", id="Greek and Cyrillic"),
    pytest.param("São Paulo, Ãngela, Âncora", id="Portuguese"),
    pytest.param("„Öffnung“ – ‚Teilhabe‘ … ½ ° § €", id="German typography"),
    pytest.param("Öffnung", id="decomposed umlaut"),
    pytest.param("中文 日本語 한국어 ไทย", id="East Asia"),
]


@pytest.mark.parametrize(("text", "rule", "column", "code"), FOUND)
def test_odd_character_is_found_and_numbered(text: str, rule: str, column: int, code: str) -> None:
    document = read("x.yaml", f"title: {text}\nid: A\n".encode())
    (fault,) = document.faults
    assert (fault.rule, fault.span.line, fault.span.column) == (rule, 1, column)
    assert dict(fault.arguments)["code"] == code
    assert isinstance(document.value, dict)
    assert document.value["id"] == "A"


@pytest.mark.parametrize("text", FINE)
def test_ordinary_character_passes(text: str) -> None:
    document = read("x.yaml", f"title: {text}\n".encode())
    assert document.faults == ()
    assert document.value == {"title": text}


def test_what_is_only_seen_badly_is_a_warning() -> None:
    warnings = {"bidi-control", "invisible-character", "mixed-scripts", "garbled-text"}
    assert {message(rule).severity for rule in warnings} == {Severity.WARNING}
    document = read("x.yaml", "title: Bil\u200bdung\n".encode())
    assert document.value == {"title": "Bil\u200bdung"}


def test_file_of_an_old_mac_is_found_once_and_read() -> None:
    document = read("x.yaml", b"id: A\rtitle: B\rgoals:\r  - Z-1\r")
    assert [(fault.rule, fault.span.line) for fault in document.faults] == [
        ("unusual-line-break", 1)
    ]
    assert document.value == {"id": "A", "title": "B", "goals": ["Z-1"]}
    assert document.span(("goals", "Z-1")).line == 4
    assert document.line(4) == "  - Z-1"


def test_garbled_text_says_what_was_meant() -> None:
    (fault,) = read("x.yaml", "title: FÃ¼r\n".encode()).faults
    assert dict(fault.arguments)["meant"] == "ü"


def test_many_odd_characters_are_cut_off() -> None:
    document = read("x.yaml", ("a: " + "x\u200b" * 5_000).encode())
    assert len(document.faults) == limits.MAX_FAULTS


@pytest.mark.parametrize(
    ("escape", "rules"),
    [
        pytest.param("\\0", ["escaped-control-character"], id="NUL"),
        pytest.param("\\x1b", ["escaped-control-character"], id="ESC"),
        pytest.param("\\N", ["escaped-control-character"], id="NEL"),
        pytest.param("\\L", ["escaped-control-character"], id="LS"),
        pytest.param("\\n\\t", [], id="line break and tab"),
        pytest.param('\\u00fc\\"\\\\', [], id="umlaut, quote and backslash"),
        pytest.param("\\/", [], id="slash as JSON writes it"),
    ],
)
def test_escape_brings_in_no_control_character(escape: str, rules: list[str]) -> None:
    document = read("x.yaml", f'title: "a{escape}b"\n'.encode())
    assert [fault.rule for fault in document.faults] == rules
