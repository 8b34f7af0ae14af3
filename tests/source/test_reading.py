"""Laws of reading: it is the inverse of writing, another strict reader agrees, nothing raises."""

from __future__ import annotations

import io
import random
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError as RuamelError
from ruamel.yaml.nodes import MappingNode, ScalarNode, SequenceNode

from wirctl.core.catalogue import message
from wirctl.core.severity import Severity
from wirctl.source.document import read
from wirctl.source.encoding import decode
from wirctl.source.parser import PARSER
from wirctl.source.pure import PureParser
from wirctl.source.quick import quick
from wirctl.source.reading import read_on
from wirctl.source.scalars import meaning
from writing import damaged, written

if TYPE_CHECKING:
    from ruamel.yaml.nodes import Node

    from wirctl.source.document import Document
    from writing import Written

pytestmark = pytest.mark.slow

ROOT = Path(__file__).resolve().parents[2]
PLAN = sorted(ROOT.glob("plan/**/*.yaml"))
LAW = settings(suppress_health_check=[HealthCheck.too_slow])


def is_sound(document: Document) -> bool:
    """Whether nothing is wrong with the document, or only looks odd."""
    return all(message(fault.rule).severity is not Severity.ERROR for fault in document.faults)


def by_ruamel(text: str) -> object:
    """What ruamel.yaml reads, by YAML 1.2; it raises where it refuses.

    Its scalars are resolved by us: `tests/source/test_scalars.py` tries those one by one.
    """
    yaml = YAML(typ="safe", pure=True)
    yaml.version = "1.2"
    return value_of(yaml.compose(io.StringIO(text)))


def value_of(node: Node) -> object:
    """The value of one of ruamel's nodes."""
    if isinstance(node, MappingNode):
        return {str(key.value): value_of(value) for key, value in node.value}
    if isinstance(node, SequenceNode):
        return [value_of(item) for item in node.value]
    return node.value if isinstance(node, ScalarNode) and node.style else meaning(node.value)


@given(written())
@LAW
def test_reading_is_the_inverse_of_writing(made: Written) -> None:
    """By both parsers, and by the quick way where that dares to."""
    document = read("x.yaml", made.text.encode())
    assert [fault.rule for fault in document.faults if fault.paths] == []
    assert document.value == made.value
    assert list(document.value or ()) == list(made.value)
    parsed = read_on(made.text, PARSER)
    assert repr(parsed) == repr(read_on(made.text, PureParser))
    value = quick(made.text)
    assert value is None or (repr(value), ()) == (repr(parsed.value), parsed.faults)


@given(damaged())
@LAW
def test_quick_way_gives_what_the_parser_gives_for_mistyped_files(text: str) -> None:
    decoded = decode(text.encode())
    if decoded.faults or decoded.readable is None:
        return
    value = quick(decoded.readable)
    parsed = read_on(decoded.readable, PARSER)
    assert value is None or (repr(value), ()) == (repr(parsed.value), parsed.faults)


@given(damaged())
@LAW
@example("a: |\n  b\n   ")
@example("{ ?a: b }\n")
def test_readers_give_one_value_or_one_of_them_refuses(text: str) -> None:
    """In what hardly anybody writes, one may be stricter than the other; never do they differ."""
    document = read("x.yaml", text.encode())
    if not is_sound(document) or not isinstance(document.value, dict):
        return
    pure = read("x.yaml", text.encode(), PureParser)
    assert not is_sound(pure) or repr(pure.value) == repr(document.value)
    # Like libyaml, ruamel takes blanks in an unfinished last line for text; the standard does not.
    last = document.text.rpartition("\n")[2]
    end = "\n" if last and not last.strip(" ") else ""
    try:
        other = by_ruamel(document.text + end)
    except RuamelError:
        return
    assert repr(other) == repr(document.value)


@given(st.binary(max_size=300))
@example(b"\xff\xfe\x00")
@example(b"\x00")
@example("\ud800".encode("utf-8", "surrogatepass"))
def test_bytes_never_raise(data: bytes) -> None:
    for parser in (PARSER, PureParser):
        document = read("x.yaml", data, parser)
        assert document.value is not None or document.faults
        assert document.span(("a", "0")).line >= 1


@given(
    st.text(st.sampled_from(list("ab:- \n#\"'[]{}|>&*!%@`?,.0\t\\é\r\u2028\u200b")), max_size=60)
)
@settings(max_examples=300)
def test_signs_of_yaml_never_raise(text: str) -> None:
    for parser in (PARSER, PureParser):
        document = read("x.yaml", text.encode(), parser)
        assert document.value is not None or document.faults
        for fault in document.faults:
            assert 1 <= fault.span.line <= text.count("\n") + text.count("\r") + 1
            assert message(fault.rule).text("de", dict(fault.arguments))


@pytest.mark.parametrize("path", [pytest.param(path, id=path.stem) for path in PLAN])
def test_real_plan_is_read_by_all_readers_alike(path: Path) -> None:
    data = path.read_bytes()
    text = data.decode()
    document = read(path.name, data)
    assert document.faults == ()
    assert quick(text) == read_on(text, PARSER).value == document.value
    assert by_ruamel(text) == document.value


def test_pure_parser_reads_the_real_plan_alike() -> None:
    chosen = random.Random(1).sample(PLAN, min(25, len(PLAN)))
    for path in chosen:
        text = path.read_text(encoding="utf-8")
        assert read_on(text, PureParser).value == read_on(text, PARSER).value
