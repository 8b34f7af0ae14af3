"""What was withdrawn does not lend its id to something else."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from builder import Builder
from wirctl.core.diagnostic import Diagnostic, Subject
from wirctl.core.severity import Severity
from wirctl.history.ids import ids_of_closed_rounds
from wirctl.history.repository import Repository
from wirctl.history.rounds import closings
from wirctl.history.tombstones import tombstone_findings
from wirctl.history.version import Versions

if TYPE_CHECKING:
    from pathlib import Path

A, B, C = "LG-2021-11-08", "LG-2021-11-22", "LG-2021-11-29"
FILE = "plan/measures/M-1.yaml"
LIVE = "id: M-1\ntitle: Lernpaten\n"
GRAVE = f"{LIVE}withdrawn: {{round: {A}, reason: Fiel weg.}}\n"
OTHER = "id: M-1\ntitle: Kulturorte\n"
REUSED = Diagnostic(
    "withdrawn-id-reused",
    Severity.ERROR,
    Subject("measures/M-1.yaml", id="M-1"),
    ("title",),
    (("id", "M-1"), ("round", B), ("before", "Lernpaten"), ("now", "Kulturorte")),
)


def closing(name: str, text: str) -> dict[str, str]:
    return {FILE: text, f"plan/rounds/{name}.yaml": f"closed: {{date: {name[3:]}}}\n"}


def found(folder: Path) -> list[Diagnostic]:
    repository = Repository.discover(folder)
    assert repository is not None
    with repository, Versions(folder / "plan") as past:
        rounds = closings(repository, repository.head or "", "plan")
        earlier = ids_of_closed_rounds(repository, rounds)
        return list(tombstone_findings(repository, earlier, past.find("WORKTREE").tree))


@pytest.fixture
def made(tmp_path: Path) -> Builder:
    """A plan with a measure that one round held, and the next one withdrew."""
    built = Builder.new(tmp_path / "repo")
    built.commit({"plan/plan.yaml": "v: 0\n"})
    built.commit(closing(A, LIVE))
    built.commit(closing(B, GRAVE))
    return built


@pytest.mark.parametrize(
    ("rounds", "now", "expected"),
    [
        pytest.param([], OTHER, [REUSED], id="used for something else"),
        pytest.param([OTHER], OTHER, [REUSED], id="and closed with it"),
        pytest.param([OTHER], OTHER + "note: x\n", [REUSED], id="and edited since"),
        pytest.param([], GRAVE, [], id="still withdrawn"),
        pytest.param([], LIVE, [], id="taken up again"),
        pytest.param([], LIVE.replace("title: ", "title:   "), [], id="in another style"),
        pytest.param([LIVE], OTHER, [], id="taken up again, and renamed later"),
        pytest.param([], GRAVE.replace("Lernpaten", "Paten"), [], id="retitled tombstone"),
        pytest.param([], None, [], id="lost, which another finding says"),
        pytest.param([], "title: [", [], id="broken, which another finding says"),
    ],
)
def test_id_of_something_withdrawn_is_not_used_for_something_else(
    made: Builder, rounds: list[str], now: str | None, expected: list[Diagnostic]
) -> None:
    for text in rounds:
        made.commit(closing(C, text))
    made.write({FILE: now})
    assert found(made.path) == expected


def test_measure_that_was_never_withdrawn_may_be_renamed(tmp_path: Path) -> None:
    made = Builder.new(tmp_path)
    made.commit({"plan/plan.yaml": "v: 0\n"})
    made.commit(closing(A, LIVE))
    made.commit(closing(B, OTHER))
    assert found(tmp_path) == []


def test_file_too_large_for_a_plan_is_not_read(made: Builder) -> None:
    made.commit(closing(C, f"# {'x' * (2 * 1024 * 1024)}\n{LIVE}"))
    made.write({FILE: OTHER})
    assert found(made.path) == [REUSED]
