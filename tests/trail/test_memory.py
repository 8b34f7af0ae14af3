"""What was found out once is kept, and a damaged memory is as good as none."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from builder import Builder
from wirctl.history.repository import Repository
from wirctl.trail.blame import answer
from wirctl.trail.memory import Memory
from wirctl.trail.record import answer as answer_of
from wirctl.trail.record import read

if TYPE_CHECKING:
    from pathlib import Path

    from wirctl.trail.answer import Answer

PLAN = "id: PLAN\ntitle: Ein Plan\nformat: 1\n"
MEASURE = "id: M-BIL-01\ntitle: Lotsendienst\ndescription: Erster Satz. Zweiter Satz.\n"


@pytest.fixture
def made(tmp_path: Path) -> Builder:
    built = Builder.new(tmp_path / "repo")
    built.commit({"plan/plan.yaml": PLAN, "plan/measures/M-BIL-01.yaml": MEASURE})
    built.commit({"plan/goals/Z-BIL-1.yaml": "id: 'Z-BIL-1\n"})
    return built


def asked(made: Builder, memory: Memory | None) -> Answer | None:
    repository = Repository.discover(made.path)
    assert repository is not None
    with repository:
        return answer(repository, "plan", memory)


def test_remembered_answer_is_the_one_that_was_found(made: Builder, tmp_path: Path) -> None:
    memory = Memory(tmp_path / "cache")
    first = asked(made, memory)
    assert memory.find(made.head, "plan") == first == asked(made, None)
    assert first is not None
    assert read(first).unread != ()
    assert answer_of(read(first)) == first


def test_answer_is_that_of_the_commit_and_the_folder(made: Builder, tmp_path: Path) -> None:
    memory = Memory(tmp_path / "cache")
    asked(made, memory)
    assert memory.find(made.head, "other") is None
    made.commit({"plan/measures/M-BIL-01.yaml": MEASURE.replace("Lotsen", "Neuer ")})
    assert memory.find(made.head, "plan") is None
    assert asked(made, memory) == asked(made, None)


@pytest.mark.parametrize(
    "damage",
    [
        pytest.param(lambda data: data[:-9], id="cut off"),
        pytest.param(lambda data: data.replace(b"Erster", b"Letzte"), id="altered"),
        pytest.param(lambda _: b"", id="empty"),
        pytest.param(lambda _: b"\xff\n[]", id="no text"),
    ],
)
def test_damaged_memory_is_found_out_anew(
    made: Builder, tmp_path: Path, damage: type[bytes]
) -> None:
    memory = Memory(tmp_path / "cache")
    right = asked(made, memory)
    (file,) = (tmp_path / "cache").iterdir()
    file.write_bytes(damage(file.read_bytes()))
    assert memory.find(made.head, "plan") is None
    assert asked(made, memory) == right
    assert memory.find(made.head, "plan") == right


def test_folder_that_cannot_be_made_is_done_without(made: Builder, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    assert asked(made, Memory(tmp_path / "file" / "cache")) == asked(made, None)


def test_only_the_last_answers_are_kept(made: Builder, tmp_path: Path) -> None:
    known = asked(made, None)
    assert known is not None
    memory = Memory(tmp_path / "cache")
    for number in range(25):
        memory.keep(known, made.head, str(number))
    assert len(list((tmp_path / "cache").iterdir())) == 20
    assert memory.find(made.head, "24") == known


def test_nothing_is_written_into_the_repository(made: Builder, tmp_path: Path) -> None:
    before = sorted(path for path in made.path.rglob("*") if path.is_file())
    asked(made, Memory(tmp_path / "cache"))
    assert sorted(path for path in made.path.rglob("*") if path.is_file()) == before
