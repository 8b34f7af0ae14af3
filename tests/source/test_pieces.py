"""Files read piece by piece say what they say when read whole."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from wirctl.core.value import is_record, record_of
from wirctl.source.document import read
from wirctl.source.pieces import Pieces
from writing import damaged, written

if TYPE_CHECKING:
    from wirctl.core.value import Record

PLAN = sorted((Path(__file__).resolve().parents[2] / "plan").glob("**/*.yaml"))


def whole(data: bytes) -> Record:
    """What the file says as one, if all of it can be read."""
    document = read("x.yaml", data)
    sound = is_record(document.value) and not document.unreadable
    return record_of(document.value) if sound else {}


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("id: L-1\ntitle: Eins\n", id="two fields"),
        pytest.param("# Kopf\n\nid: L-1\n# Fuß\n", id="comments"),
        pytest.param("text: |-\n  a\n\n  b\ngoals:\n- Z-1\n- Z-2\nid: L-1\n", id="text and list"),
        pytest.param("a: 1\nb: true\nc: 1.0\nd: null\ne: ''\nf:\n", id="scalars"),
        pytest.param("a: 1\na: 2\n", id="a key twice"),
        pytest.param("a: &x 1\nb: *x\n", id="an alias"),
        pytest.param("a: [1,\nb]\n", id="brackets over a border"),
        pytest.param("a: {\nb: 1}\n", id="braces over a border"),
        pytest.param('a: "x\nb: y"\n', id="quotes over a border"),
        pytest.param("a: x\nb\nc: y\n", id="a line without a key"),
        pytest.param("---\na: 1\n---\nb: 2\n", id="two documents"),
        pytest.param("a: 1\n...\nb: 2\n", id="an end"),
        pytest.param("_a: 1\nb: 2\n", id="an odd first key"),
        pytest.param("ä: 1\nb: 2\n", id="a key with umlaut"),
        pytest.param("a: 1\nä: 2\nb: 3\n", id="a later key with umlaut"),
        pytest.param("a: 1\r\nb: 2\r\n", id="line ends of Windows"),
        pytest.param("\ufeffa: 1\nb: 2\n", id="byte order mark"),
        pytest.param("a: 1\n\ufeffb: 2\n", id="mark in the middle"),
        pytest.param("a: 1\nb: x\u200by\n", id="an invisible sign"),
        pytest.param("a: 1\nb: 2", id="no line end"),
        pytest.param("a: 1\n  \n", id="blanks at the end"),
        pytest.param("a:\n  b: 1\nc:\n  - d: 1\n    e: 2\n", id="records"),
        pytest.param("", id="nothing"),
        pytest.param("\n", id="an empty line"),
        pytest.param("# nur\n", id="a comment alone"),
    ],
)
def test_pieces_say_what_the_file_says(text: str) -> None:
    pieces, data = Pieces(), text.encode()
    first, again = pieces.record(data), pieces.record(data)
    assert repr(first) == repr(again) == repr(whole(data))


@given(st.lists(st.one_of(written().map(lambda made: made.text), damaged()), max_size=4))
@example(["a: 1\n", "a: 1\na: 1\n", "# x\na: 1\n"])
@settings(suppress_health_check=[HealthCheck.too_slow])
@pytest.mark.slow
def test_what_was_read_before_changes_nothing(texts: list[str]) -> None:
    pieces = Pieces()
    for text in (*texts, "".join(texts), *texts):
        assert repr(pieces.record(text.encode())) == repr(whole(text.encode()))


@given(st.binary(max_size=40), st.binary(max_size=40))
def test_bytes_of_any_sort_say_what_the_file_says(one: bytes, other: bytes) -> None:
    pieces = Pieces()
    for data in (one, b"a: " + one + b"\nb: " + other + b"\n", b"c: 1\n" + other):
        assert repr(pieces.record(data)) == repr(whole(data))


def test_fields_written_alike_are_one_value() -> None:
    pieces = Pieces()
    first = pieces.record(b"id: L-1\ngoals:\n  - Z-1\n")
    second = pieces.record(b"goals:\n  - Z-1\nid: L-2\n")
    assert first["goals"] is second["goals"]


def test_memory_has_a_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("wirctl.source.pieces._MOST", 2)
    pieces = Pieces()
    for number in range(5):
        data = f"a: {number}\nb: {number}\nc: 0\n".encode()
        assert pieces.record(data) == {"a": number, "b": number, "c": 0}


@pytest.mark.parametrize("path", [pytest.param(path, id=path.stem) for path in PLAN])
def test_real_plan_is_read_alike(path: Path) -> None:
    data = path.read_bytes()
    assert repr(Pieces().record(data)) == repr(whole(data))
