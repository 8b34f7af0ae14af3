"""The steps of the real plan hold together and end in the plan of this checkout."""

from __future__ import annotations

from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

import pytest
from git import Blob, Repo

from replay import EXAMPLE, replay, state, steps, until

if TYPE_CHECKING:
    from collections.abc import Mapping

    from replay import Step

pytestmark = pytest.mark.slow

PLAN = Path(__file__).resolve().parent.parent / "plan"


def closed(files: Mapping[str, bytes]) -> set[str]:
    """The ids of the rounds that are closed in these files."""
    return {
        PurePosixPath(path).stem
        for path, data in files.items()
        if path.startswith("rounds/") and b"\nclosed:\n" in data
    }


def test_steps_are_numbered_without_gaps() -> None:
    assert [step.slug[:2] for step in steps()] == [f"{n:02}" for n in range(1, len(steps()) + 1)]


def test_folders_hold_steps_and_nothing_else() -> None:
    strays = {path.name for folder in EXAMPLE.iterdir() for path in folder.iterdir()}
    assert strays == {"plan", "step.yaml"}


@pytest.mark.parametrize("step", steps(), ids=lambda step: step.slug)
def test_each_step_closes_exactly_the_round_it_names(step: Step) -> None:
    place = steps().index(step)
    before = state(steps()[place - 1].slug) if place else {}
    assert closed(state(step.slug)) - closed(before) == {step.round}


@pytest.mark.parametrize("step", steps()[1:], ids=lambda step: step.slug)
def test_a_closed_round_is_never_touched_again(step: Step) -> None:
    before = state(steps()[steps().index(step) - 1].slug)
    assert not {f"rounds/{done}.yaml" for done in closed(before)} & set(step.files)


@pytest.mark.parametrize("step", steps(), ids=lambda step: step.slug)
def test_each_step_changes_every_file_it_brings(step: Step) -> None:
    place = steps().index(step)
    before = state(steps()[place - 1].slug) if place else {}
    assert [path for path, data in step.files.items() if before.get(path) == data] == []


@pytest.mark.parametrize("step", steps(), ids=lambda step: step.slug)
def test_what_a_step_removes_was_there(step: Step) -> None:
    place = steps().index(step)
    before = state(steps()[place - 1].slug) if place else {}
    assert set(step.removed) <= set(before)


def test_no_element_disappears_without_a_tombstone() -> None:
    ever = {path for step in steps() for path in step.files}
    assert ever == set(state())


def test_commits_hold_the_states_byte_for_byte(tmp_path: Path) -> None:
    commits = replay(tmp_path / "here", plan_below="some/where")
    with Repo(tmp_path / "here") as repository:
        for step in steps():
            tree = repository.commit(commits[step.round]).tree / "some/where"
            blobs = (item for item in tree.traverse() if isinstance(item, Blob))
            found = {
                str(blob.path).removeprefix("some/where/"): blob.data_stream.read()
                for blob in blobs
            }
            assert found == state(step.slug)


def test_two_replays_give_the_same_commits(tmp_path: Path) -> None:
    assert replay(tmp_path / "one") == replay(tmp_path / "two")


def test_replay_stops_after_the_round_that_was_asked_for(tmp_path: Path) -> None:
    commits = replay(tmp_path, upto="LG-2021-11-22")
    assert set(commits) == {
        name for step in until("05-lenkungsgruppe-soziales") for name in (step.slug, step.round)
    }


def test_a_round_that_no_step_closes_is_an_error() -> None:
    with pytest.raises(LookupError, match="LG-1999-01-01"):
        state("LG-1999-01-01")


def test_the_last_state_is_the_plan_of_this_checkout() -> None:
    found = {
        path.relative_to(PLAN).as_posix(): path.read_bytes()
        for path in sorted(PLAN.rglob("*"))
        if path.is_file()
    }
    assert found == state()
