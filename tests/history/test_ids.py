"""No id that a closed round held is lost, and none is used for something else."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from builder import Builder
from wirctl.core.diagnostic import Diagnostic, Subject
from wirctl.core.severity import Severity
from wirctl.history.ids import Place, identity_findings, ids_in, ids_of_closed_rounds
from wirctl.history.repository import Repository
from wirctl.history.rounds import versions

if TYPE_CHECKING:
    from pathlib import Path

A, B = "LG-2021-11-08", "LG-2021-11-22"
EARLIER = {
    A: ids_in(["goals/Z-1.yaml", "goals/Z-2.yaml", "measures/BIL/M-1.yaml"]),
    B: ids_in(["goals/Z-1.yaml", "measures/SOZ/M-1.yaml", "measures/SOZ/M-2.yml"]),
}
NOW = ("plan.yaml", "goals/Z-1.yaml", "goals/Z-2.yaml", "measures/M-1.yaml", "measures/M-2.yaml")


def test_ids_are_the_names_of_files_in_folders() -> None:
    paths = ["plan.yaml", "goals/Z-1.yaml", "measures/BIL/M-1.yml", "schemas/tree.schema.json"]
    assert ids_in([*paths, "schemas/x.yaml"]) == {
        "Z-1": Place("goals", "goals/Z-1.yaml"),
        "M-1": Place("measures", "measures/BIL/M-1.yml"),
    }


def test_ids_of_each_round_are_those_of_its_commit(tmp_path: Path) -> None:
    made = Builder.new(tmp_path)
    first = {"p/goals/Z-1.yaml": "", "p/fund/F-1.yaml": "", "p/note.txt": "", "goals/X.yaml": ""}
    made.commit({**first, f"p/rounds/{A}.yaml": "closed: {}\n"})
    second = {"p/goals/Z-1.yaml": None, "p/goals/Z-2.yaml": "", "p/goals/note.txt": ""}
    made.commit({**second, f"p/rounds/{B}.yaml": "closed: {}\n"})
    made.commit({"p/goals/Z-3.yaml": ""})
    repository = Repository.discover(tmp_path)
    assert repository is not None
    with repository:
        found = ids_of_closed_rounds(repository, versions(repository, made.head, "p"))
    rounds = {name: Place("rounds", f"rounds/{name}.yaml") for name in (A, B)}
    fund = {"F-1": Place("fund", "fund/F-1.yaml")}
    assert list(found) == [A, B]
    assert found[A] == {"Z-1": Place("goals", "goals/Z-1.yaml"), **fund, A: rounds[A]}
    assert found[B] == {"Z-2": Place("goals", "goals/Z-2.yaml"), **fund, **rounds}


def test_plan_that_kept_every_id_has_no_finding() -> None:
    assert list(identity_findings(NOW, EARLIER)) == []
    assert list(identity_findings(NOW, {})) == []


@pytest.mark.parametrize(
    ("now", "rule", "path", "words"),
    [
        pytest.param(
            [path for path in NOW if "Z-2" not in path],
            "id-lost",
            "goals/Z-2.yaml",
            {"id": "Z-2", "round": A, "path": "goals/Z-2.yaml"},
            id="lost since the first round",
        ),
        pytest.param(
            [path for path in NOW if "M-1" not in path],
            "id-lost",
            "measures/SOZ/M-1.yaml",
            {"id": "M-1", "round": B, "path": "measures/SOZ/M-1.yaml"},
            id="lost since the last round, from where it was last",
        ),
        pytest.param(
            [*(path for path in NOW if "Z-1" not in path), "measures/Z-1.yaml"],
            "id-reused",
            "measures/Z-1.yaml",
            {"id": "Z-1", "round": B, "path": "goals/Z-1.yaml"},
            id="now of another kind",
        ),
    ],
)
def test_id_that_is_lost_or_reused_is_found(
    now: list[str], rule: str, path: str, words: dict[str, str]
) -> None:
    subject = Subject(path, id=words["id"])
    expected = Diagnostic(rule, Severity.ERROR, subject, arguments=tuple(words.items()))
    assert list(identity_findings(now, EARLIER)) == [expected]


def test_id_kept_by_both_old_and_new_kind_is_not_lost() -> None:
    earlier = {A: ids_in(["goals/X-1.yaml"])}
    (finding,) = identity_findings(["fund/X-1.yaml", "goals/X-2.yaml"], earlier)
    assert (finding.rule, finding.subject.path) == ("id-reused", "fund/X-1.yaml")
