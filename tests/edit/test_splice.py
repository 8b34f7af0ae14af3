"""A plan file is changed by its text: what was meant changes, and nothing else, byte by byte."""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from wirctl.edit.splice import UnsafeEditError, with_item, with_value, without
from wirctl.source.document import read

if TYPE_CHECKING:
    from wirctl.edit.splice import Path

ROUND = """\
# Eine Runde
id: LG-1   # die Kennung
title: "Erste Sitzung"

decisions:   # in dieser Reihenfolge
  # zuerst
  - item: M-1
    outcome: accepted # einstimmig

  - item:    M-2
    outcome: returned
    mandate: >-
      Bis März
      neu.
# zum Schluss
closed:
  date: '2026-01-12'
"""


def changed(old: str, new: str) -> list[str]:
    """The lines that went (-) and came (+)."""
    found = difflib.ndiff(old.splitlines(keepends=True), new.splitlines(keepends=True))
    return [line for line in found if line[0] in "+-"]


@pytest.mark.parametrize(
    ("path", "value", "lines"),
    [
        pytest.param(
            ("title",), "Zweite", ['- title: "Erste Sitzung"\n', "+ title: Zweite\n"], id="text"
        ),
        pytest.param(
            ("id",),
            "LG-2",
            ["- id: LG-1   # die Kennung\n", "+ id: LG-2   # die Kennung\n"],
            id="a comment behind it stays",
        ),
        pytest.param(
            ("decisions", 0, "outcome"),
            "deferred",
            [
                "-     outcome: accepted # einstimmig\n",
                "+     outcome: deferred # einstimmig\n",
            ],
            id="in an item",
        ),
        pytest.param(
            ("decisions", 1, "item"),
            "M-3",
            ["-   - item:    M-2\n", "+   - item:    M-3\n"],
            id="on the line of a dash",
        ),
        pytest.param(
            ("decisions", 1, "mandate"),
            "Neu.",
            [
                "-     mandate: >-\n",
                "+     mandate: Neu.\n",
                "-       Bis März\n",
                "-       neu.\n",
            ],
            id="in place of a block",
        ),
        pytest.param(
            ("decisions", 0, "votes"),
            {"yes": 5, "no": 0},
            ["+     votes:\n", "+       yes: 5\n", "+       no: 0\n"],
            id="a record for an item",
        ),
        pytest.param(("place",), "Rathaus", ["+ place: Rathaus\n"], id="at the end of the file"),
        pytest.param(("seen",), [], ["+ seen: []\n"], id="an empty list"),
        pytest.param(
            ("closed",),
            {"date": "2026-01-13", "by": "G-LG"},
            ["-   date: '2026-01-12'\n", "+   date: '2026-01-13'\n", "+   by: G-LG\n"],
            id="a record in place of a record",
        ),
        pytest.param(
            ("title",),
            "Eine\nzweite: #1",
            ['- title: "Erste Sitzung"\n', '+ title: "Eine\\nzweite: #1"\n'],
            id="several lines on one",
        ),
    ],
)
def test_value_is_set_and_its_lines_alone_change(path: Path, value: Any, lines: list[str]) -> None:  # noqa: ANN401
    new = with_value(ROUND, path, value)
    assert changed(ROUND, new) == lines
    assert at(read("", new.encode()).value, path) == value


def at(value: Any, path: Path) -> Any:  # noqa: ANN401
    for step in path:
        value = value[step]
    return value


ITEM = {"item": "M-3", "outcome": "accepted"}
ADDED = ["+   - item: M-3\n", "+     outcome: accepted\n"]


@pytest.mark.parametrize(
    ("old", "item", "lines"),
    [
        pytest.param(ROUND, ITEM, ADDED, id="behind the last item, before the comment below"),
        pytest.param(
            "decisions:\n- item: M-1\n",
            ITEM,
            ["+ - item: M-3\n", "+   outcome: accepted\n"],
            id="items that are not indented",
        ),
        pytest.param(
            "id: A\n",
            ITEM,
            ["+ decisions:\n", *ADDED],
            id="no list yet",
        ),
        pytest.param(
            "decisions: [] # keine\nid: A\n",
            "M-3",
            ["- decisions: [] # keine\n", "+ decisions:\n", "+   - M-3\n"],
            id="an empty list",
        ),
        pytest.param(
            "decisions:\nid: A\n",
            "M-3",
            ["+   - M-3\n"],
            id="nothing behind the colon",
        ),
        pytest.param(
            "decisions: [M-1, M-2] # zwei\n",
            "M-3",
            ["- decisions: [M-1, M-2] # zwei\n", "+ decisions: [M-1, M-2, M-3] # zwei\n"],
            id="in brackets",
        ),
        pytest.param(
            "decisions: [M-1]\n",
            "a, b] c",
            ["- decisions: [M-1]\n", '+ decisions: [M-1, "a, b] c"]\n'],
            id="in brackets, with signs of brackets",
        ),
        pytest.param(
            "decisions:\n  - >\n    Text\n\n# Ende\n",
            "M-3",
            ["+   - M-3\n"],
            id="behind a block",
        ),
    ],
)
def test_item_goes_behind_the_last_one(old: str, item: Any, lines: list[str]) -> None:  # noqa: ANN401
    new = with_item(old, ("decisions",), item)
    assert changed(old, new) == lines
    assert at(read("", new.encode()).value, ("decisions",))[-1] == item


@pytest.mark.parametrize(
    ("path", "lines"),
    [
        pytest.param(("title",), ['- title: "Erste Sitzung"\n'], id="a field"),
        pytest.param(
            ("decisions", 0, "outcome"),
            ["-     outcome: accepted # einstimmig\n"],
            id="a field of an item",
        ),
        pytest.param(
            ("decisions", 1, "mandate"),
            ["-     mandate: >-\n", "-       Bis März\n", "-       neu.\n"],
            id="a block",
        ),
        pytest.param(
            ("decisions", 0),
            ["-   - item: M-1\n", "-     outcome: accepted # einstimmig\n"],
            id="an item",
        ),
        pytest.param(("closed",), ["- closed:\n", "-   date: '2026-01-12'\n"], id="a record"),
    ],
)
def test_value_is_taken_out_with_its_lines_and_no_others(path: Path, lines: list[str]) -> None:
    assert changed(ROUND, without(ROUND, path)) == lines


@pytest.mark.parametrize(
    ("old", "new"),
    [
        pytest.param("a: 1\r\nb: 2\r\n", "a: 1\r\nb: 2\r\nc:\r\n  - x\r\n", id="CRLF"),
        pytest.param(
            "a: 1\r\nb: 2", "a: 1\r\nb: 2\r\nc:\r\n  - x\r\n", id="CRLF, no last line end"
        ),
        pytest.param("a: 1", "a: 1\nc:\n  - x\n", id="no line end at all"),
        pytest.param("a: ä😀\nc: []", "a: ä😀\nc:\n  - x\n", id="signs of four bytes"),
        pytest.param("a: |\n  x\n", "a: |\n  x\nc:\n  - x\n", id="behind a block"),
        pytest.param("a: 1\n# Ende", "a: 1\n# Ende\nc:\n  - x\n", id="behind a comment"),
        pytest.param("c:\n  - y\n\n\n", "c:\n  - y\n  - x\n\n\n", id="before empty lines"),
        pytest.param("c:\n    - y\n", "c:\n    - y\n    - x\n", id="wide indentation"),
        pytest.param(
            "c:\r\n  - y # z\r\nd: 1\r\n", "c:\r\n  - y # z\r\n  - x\r\nd: 1\r\n", id="mid"
        ),
    ],
)
def test_ends_of_lines_and_of_the_file_are_kept(old: str, new: str) -> None:
    assert with_item(old, ("c",), "x") == new


@pytest.mark.parametrize(
    ("text", "path", "reason"),
    [
        pytest.param("a: {b: 1}\n", ("a", "c"), "flow", id="record in brackets"),
        pytest.param("{a: 1}\n", ("b",), "flow", id="file in brackets"),
        pytest.param("a: 1\n", ("b", "c"), "missing", id="no parent"),
        pytest.param("a: [1]\n", ("a", 3), "missing", id="no such item"),
        pytest.param("a: [1]\n", ("a", -1), "missing", id="item from the end"),
        pytest.param("a: 1\n", ("a", "b"), "flow", id="below a text"),
        pytest.param("a: [\n", ("a",), "unreadable", id="no YAML"),
        pytest.param("a: 1\na: 2\n", ("a",), "unreadable", id="a key twice"),
        pytest.param("a: b: c\n", ("a",), "unreadable", id="a colon in a text"),
        pytest.param("", ("a",), "missing", id="an empty file"),
        pytest.param("# nur das\n", ("a",), "missing", id="only a comment"),
        pytest.param("--- 1\n--- 2\n", ("a",), "unreadable", id="two documents"),
        pytest.param("[" * 600, ("a",), "unreadable", id="deep brackets"),
    ],
)
def test_what_cannot_be_changed_safely_is_refused(text: str, path: Path, reason: str) -> None:
    with pytest.raises(UnsafeEditError) as raised:
        with_value(text, path, "x")
    assert raised.value.reason == reason


@pytest.mark.parametrize("path", [("a",), ("b", "c"), ("b", 0), ("x",)])
def test_last_value_of_its_parent_and_what_is_not_there_stay(path: Path) -> None:
    with pytest.raises(UnsafeEditError):
        without("a: 1\n" if path == ("a",) else "a: 1\nb: {c: 1, d: 2}\n", path)


def test_record_does_not_go_into_brackets() -> None:
    with pytest.raises(UnsafeEditError):
        with_item("a: [x]\n", ("a",), {"b": 1})


SCALARS = st.one_of(
    st.integers(-999, 999),
    st.booleans(),
    st.sampled_from(
        ["x", "no", "012", "1.10", "2026-01-12", "18:30", "a: b", "#x", " x ", "", "null", "~", "-"]
    ),
    st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), max_size=12),
    st.sampled_from(["eins\nzwei", "eins\n\n  zwei\n", "Schüler*innen", "„Zitat“", "[x]", "a, b"]),
)
VALUES = st.one_of(
    SCALARS,
    st.lists(SCALARS, max_size=3),
    st.dictionaries(st.sampled_from("pqr"), SCALARS, min_size=1, max_size=3),
)
STYLES = st.sampled_from(
    [
        "x",
        '"x y"',
        "'x'",
        "12  # zwölf",
        "|\n{indent}  eins\n{indent}  zwei",
        ">-\n{indent}  eins\n\n{indent}  zwei",
        "[]",
        "[a, b] # zwei",
        "{{p: 1}}",
        "",
        "\n{indent}  - a\n{indent}  # dazwischen\n{indent}  - b",
        "\n{indent}  p: 1\n{indent}  q: 2 # zwei",
        "\n\n{indent}  # oben\n{indent}  p: x",
    ]
)
BETWEEN = st.sampled_from(["", "", "\n", "# Bemerkung\n", "\n# a\n\n"])


@st.composite
def files(draw: st.DrawFn) -> str:
    """A plan file in some style: comments, quotes, brackets, blocks, ends of lines."""
    text = ""
    for key in "abc":
        text += draw(BETWEEN) + f"{key}: {draw(STYLES).format(indent='')}".rstrip(" ") + "\n"
    if draw(st.booleans()):
        text += "l:\n"
        for _ in range(draw(st.integers(1, 3))):
            first, second = (draw(STYLES).format(indent="    ") for _ in "pq")
            text += f"  - p: {first}\n    q: {second}\n".replace(": \n", ":\n")
    text += draw(BETWEEN)
    text = text.removesuffix("\n") if draw(st.booleans()) else text
    return text.replace("\n", "\r\n") if draw(st.booleans()) else text


PATHS = st.sampled_from(
    [("a",), ("b",), ("c",), ("n",), ("l", 0, "p"), ("l", 0, "q"), ("l", 0, "n")]
)


def rest(value: Any, path: Path) -> Any:  # noqa: ANN401
    """The value without the part at the path."""
    if isinstance(value, dict):
        kept = {name: part for name, part in value.items() if name != path[0] or len(path) > 1}
        return {n: rest(part, path[1:]) if n == path[0] else part for n, part in kept.items()}
    if isinstance(value, list) and len(path) > 1:
        return [rest(v, path[1:]) if n == path[0] else v for n, v in enumerate(value)]
    return value


@given(files(), PATHS, VALUES)
def test_what_is_meant_is_said_and_all_else_stays(text: str, path: Path, value: Any) -> None:  # noqa: ANN401
    before = read("", text.encode())
    assume(not before.unreadable)
    try:
        new = with_value(text, path, value)
    except UnsafeEditError:
        return
    after = read("", new.encode())
    assert after.unreadable == ()
    assert at(after.value, path) == value
    assert rest(after.value, path) == rest(before.value, path)
    assert ("\r\n" in new) is ("\r\n" in text) or text.count("\n") == 0
    _only_its_lines(text, new, path)


@given(files(), st.sampled_from([("a",), ("b",), ("n",), ("l", 0, "p")]), VALUES)
def test_item_is_the_last_one_and_all_else_stays(text: str, path: Path, item: Any) -> None:  # noqa: ANN401
    before = read("", text.encode())
    assume(not before.unreadable)
    try:
        new = with_item(text, path, item)
    except UnsafeEditError:
        return
    after = read("", new.encode())
    assert after.unreadable == ()
    assert at(after.value, path)[-1] == item
    assert rest(after.value, path) == rest(before.value, path)
    _only_its_lines(text, new, path)


@given(files(), PATHS)
def test_what_is_taken_out_is_gone_and_all_else_stays(text: str, path: Path) -> None:
    before = read("", text.encode())
    assume(not before.unreadable)
    try:
        new = without(text, path)
    except UnsafeEditError:
        return
    after = read("", new.encode())
    assert after.unreadable == ()
    assert after.value == rest(before.value, path)
    _only_its_lines(text, new, path)


def _only_its_lines(old: str, new: str, path: Path) -> None:
    """One stretch differs: within the lines of the field, or put in where there was none."""
    start = shared(old, new)
    end = shared(old[start:][::-1], new[start:][::-1])
    lost = old[start : len(old) - end]
    document = read("", old.encode())
    if not has(document.value, path):
        assert lost == ""
    elif lost.strip():
        number = old.count("\n", 0, start + len(lost) - len(lost.lstrip())) + 1
        last = old.count("\n", 0, start + len(lost.rstrip())) + 1
        assert document.key_span(path).line <= number
        assert last <= document.span(tuple(map(str, path))).end_line


def shared(one: str, other: str) -> int:
    """How many characters two texts have in common at their beginning."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((n for n, (a, b) in pairs if a != b), min(len(one), len(other)))


def has(value: Any, path: Path) -> bool:  # noqa: ANN401
    try:
        at(value, path)
    except (KeyError, IndexError, TypeError):
        return False
    return True
