"""What is remembered of elements: whoever asks for their fields cannot tell the difference."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from site_parts import VERSION
from wirctl.load import load
from wirctl.render.build import build
from wirctl.render.digest import digest, digests_of_elements
from wirctl.render.json import as_plain_record
from wirctl.render.memory import Memory, memory_of, references_of
from wirctl.render.model.values import Entry, Group, Line, text_in
from wirctl.render.traces import Fields, Trace
from wirctl.schema.field import Words
from wirctl.source.folder import FolderTree

if TYPE_CHECKING:
    from wirctl.render.build import Built
    from wirctl.render.model.site import Site

EXAMPLE = Path(__file__).resolve().parent / "example"
REAL = Path(__file__).resolve().parents[2] / "plan"

BOTH = pytest.mark.parametrize(
    "folder",
    [
        pytest.param(EXAMPLE, id="example"),
        pytest.param(REAL, id="real plan", marks=pytest.mark.slow),
    ],
)


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    """The example, in a folder that may be changed."""
    shutil.copytree(EXAMPLE, tmp_path / "plan")
    return tmp_path / "plan"


def built(plan: Path, memory: Memory | None = None) -> Built:
    loaded = load(FolderTree(plan))
    return build(loaded.plan, loaded.kinds, VERSION, memory=memory)


def again(memory: Memory) -> Memory:
    """What is left of a memory when the program starts the next time."""
    return memory_of(json.loads(json.dumps(memory.record())))


def remembered(plan: Path) -> tuple[Site, Memory]:
    """The view of a plan that was seen before, and the memory after it."""
    first = Memory()
    built(plan, first)
    memory = again(first)
    return built(plan, memory).site, memory


def edit(file: Path, pattern: str, new: str) -> None:
    """Change a file where it says this."""
    text = file.read_text(encoding="utf-8")
    changed = re.sub(pattern, new, text, count=1, flags=re.MULTILINE)
    assert changed != text
    file.write_text(changed, encoding="utf-8")


@BOTH
def test_view_from_memory_is_that_without(folder: Path) -> None:
    site, memory = remembered(folder)
    assert not memory.is_new
    fresh = built(folder).site
    assert site == fresh
    assert as_plain_record(site) == as_plain_record(fresh)


@BOTH
def test_digests_and_references_are_known_before_any_field_is_converted(folder: Path) -> None:
    site, _ = remembered(folder)
    fresh = built(folder).site
    assert digests_of_elements(site) == {
        id: digest(item.fields) for id, item in fresh.items.items()
    }
    for id, item in fresh.items.items():
        assert list(references_of(site.items[id].fields)) == list(references_of(item.fields))


def test_fields_answer_as_a_mapping_of_what_says_something(plan: Path) -> None:
    site, _ = remembered(plan)
    ours, plain = site.items["M-HOF-01"].fields, built(plan).site.items["M-HOF-01"].fields
    assert "title" in ours
    assert "withdrawn" not in ours
    assert "id" not in ours
    assert ours.get("nothing") is None
    assert ours.get("nothing", 7) == 7
    with pytest.raises(KeyError):
        ours["nothing"]
    assert len(ours) == len(plain)
    assert list(ours.items()) == list(plain.items())


def test_field_is_converted_when_it_is_asked_for_and_only_once() -> None:
    asked: list[str] = []

    def make(name: str) -> Entry | None:
        asked.append(name)
        return Entry(name, Words(name, name), Line(name)) if name != "silent" else None

    fields = Fields(("title", "silent", "text"), make, Trace((), "d", ()))
    assert asked == []
    assert text_in(Group(fields), "text") == text_in(Group(fields), "text") == "text"
    assert fields.get("other") is None
    assert asked == ["text"]
    assert list(fields) == ["title", "text"]
    assert asked == ["text", "title", "silent"]


@pytest.mark.parametrize(
    ("file", "pattern", "new"),
    [
        pytest.param("measures/M-HOF-01.yaml", "^title: .*", "title: Anders", id="a title"),
        pytest.param("goals/Z-HOF-1.yaml", "^title: .*", "title: Anders", id="of another element"),
        pytest.param("measures/M-HOF-01.yaml", "^description: .*", "description: Neu.", id="text"),
        pytest.param("process.yaml", "title: .*", "title: Anders", id="a word of the plan"),
    ],
)
def test_view_after_a_change_is_that_without_memory(
    plan: Path, file: str, pattern: str, new: str
) -> None:
    _, memory = remembered(plan)
    edit(plan / file, pattern, new)
    memory = again(memory)
    site = built(plan, memory).site
    assert memory.is_new
    assert site == built(plan).site


def test_titles_of_others_are_asked_after(plan: Path) -> None:
    _, memory = remembered(plan)
    edit(plan / "goals/Z-HOF-1.yaml", "^title: .*", "title: Umbenannt")
    site = built(plan, again(memory)).site
    shown = as_plain_record(site.items["M-HOF-01"])
    assert "Umbenannt" in json.dumps(shown)


def test_texts_with_faults_are_found_at_fault_each_time(plan: Path) -> None:
    edit(plan / "measures/M-HOF-01.yaml", "^description: .*", "description: '[hier](javascript:x)'")
    first = Memory()
    faults = built(plan, first).faults
    assert faults
    second = again(first)
    assert built(plan, second).faults == faults
    assert built(plan, again(second)).faults == faults


def test_what_is_gone_is_forgotten(plan: Path) -> None:
    _, memory = remembered(plan)
    (plan / "terms/T-TEILHABE.yaml").unlink()
    after = again(memory)
    built(plan, after)
    assert len(after.now) == len(memory.now) - 1


@pytest.mark.parametrize(
    "line",
    [7, [], ["a"], [[], 7, []], [[["a", "b"]], "d", []], [[], "d", [[]]], None],
    ids=["number", "empty", "short", "no digest", "two of three", "way to nowhere", "nothing"],
)
def test_damaged_traces_are_forgotten(plan: Path, line: object) -> None:
    first = Memory()
    built(plan, first)
    said = json.loads(json.dumps(first.record()))
    memory = memory_of(said | dict.fromkeys(said, line))
    assert built(plan, memory).site == built(plan).site
    assert memory.now == first.now
