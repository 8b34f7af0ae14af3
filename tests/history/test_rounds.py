"""The version of a round is the commit in which its own file becomes closed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from builder import Builder
from wirctl.history.repository import Repository
from wirctl.history.rounds import RoundVersion, closings, last_closed, versions

if TYPE_CHECKING:
    from pathlib import Path

A, B, C = "LG-2021-11-08", "LG-2021-11-22", "RAT-2022-09"


def path(name: str, below: str = "plan") -> str:
    return f"{below}/rounds/{name}.yaml".lstrip("/")


def opened(name: str, **more: str) -> str:
    extra = "".join(f"{key}: {value}\n" for key, value in more.items())
    return f"id: {name}\ndate: {name.partition('-')[2]}\n{extra}"


def closed(name: str, **more: str) -> str:
    day = name.partition("-")[2]
    return f"{opened(name, **more)}closed:\n  date: {day}\n"


@pytest.fixture(scope="module")
def pattern(tmp_path_factory: pytest.TempPathFactory) -> Builder:
    """A repository with a plan and no round."""
    built = Builder.new(tmp_path_factory.mktemp("pattern"))
    built.commit({"plan/plan.yaml": "id: WIR\n"})
    return built


@pytest.fixture
def made(pattern: Builder, tmp_path: Path) -> Builder:
    """That repository, for one test alone."""
    return pattern.copy(tmp_path / "repo")


def found(folder: Path, head: str = "HEAD", below: str = "plan") -> tuple[RoundVersion, ...]:
    repository = Repository.discover(folder)
    assert repository is not None
    with repository:
        return versions(repository, repository.resolve(head), below)


def commits(folder: Path, head: str = "HEAD", below: str = "plan") -> dict[str, str]:
    return {version.round_id: version.commit for version in found(folder, head, below)}


def test_plan_without_rounds_has_no_versions(made: Builder) -> None:
    assert found(made.path) == ()
    assert last_closed(()) is None


def test_version_is_the_commit_that_closes(made: Builder) -> None:
    made.commit({path(A): opened(A)})
    made.commit({path(A): opened(A, number="1"), "plan/plan.yaml": "id: WIR\nx: 1\n"})
    commit = made.commit({path(A): closed(A, number="1")})
    made.commit({"plan/plan.yaml": "id: WIR\nx: 2\n"})
    assert found(made.path) == (
        RoundVersion(
            round_id=A,
            commit=commit,
            below="plan",
            path=f"rounds/{A}.yaml",
            blob=made.git("rev-parse", f"{commit}:{path(A)}"),
            date="2021-11-08",
            closed_on="2021-11-08",
        ),
    )


def test_round_may_be_closed_from_its_first_commit_on(made: Builder) -> None:
    commit = made.commit({path(A): closed(A)})
    assert commits(made.path) == {A: commit}


def test_round_that_was_never_closed_has_no_version(made: Builder) -> None:
    made.commit({path(A): opened(A)})
    made.commit({path(B): f"{opened(B)}closed: null\n"})
    made.commit({path(C): f"{opened(C)}note: closed\n"})
    assert found(made.path) == ()


@pytest.mark.parametrize(
    ("text", "closed_on"),
    [
        pytest.param("closed: {date: 2021-12}", "2021-12", id="month"),
        pytest.param("closed: '2021-12-06'", "2021-12-06", id="text"),
        pytest.param("closed: {note: x}", "", id="no date"),
        pytest.param('"clo\\x73ed": {date: 2021}', "2021", id="key in escapes"),
        pytest.param("closed: false", "", id="any value that is not null"),
    ],
)
def test_round_is_closed_where_the_key_has_a_value(
    made: Builder, text: str, closed_on: str
) -> None:
    made.commit({path(A): f"{opened(A)}{text}\n"})
    assert [version.closed_on for version in found(made.path)] == [closed_on]


def test_versions_are_in_the_order_of_history(made: Builder) -> None:
    first = made.commit({path(C): closed(C)})
    second = made.commit({path(A): closed(A)})
    third = made.commit({path(B): closed(B)})
    rounds = found(made.path)
    assert [(version.round_id, version.commit, version.order) for version in rounds] == [
        (C, first, 0),
        (A, second, 1),
        (B, third, 2),
    ]
    assert last_closed(rounds) == rounds[2]


def test_clocks_that_go_wrong_do_not_change_the_order(made: Builder) -> None:
    first = made.commit({path(B): closed(B)}, date="2026-01-08T12:00:00+00:00")
    made.branch("side").commit({"note": "1"}, date="2026-01-09T12:00:00+00:00")
    made.switch("main")
    second = made.commit({path(A): closed(A)}, date="2026-01-01T12:00:00+00:00")
    made.merge("side")
    assert commits(made.path) == {B: first, A: second}
    assert [version.round_id for version in found(made.path)] == [B, A]


def test_versions_are_those_of_the_revision_that_is_asked(made: Builder) -> None:
    first = made.commit({path(A): closed(A)})
    made.commit({path(B): closed(B)})
    assert commits(made.path, first) == {A: first}


def test_round_that_was_opened_again_has_no_version(made: Builder) -> None:
    first = made.commit({path(A): closed(A)})
    made.commit({path(A): opened(A)})
    assert found(made.path) == ()
    repository = Repository.discover(made.path)
    assert repository is not None
    with repository:
        (version,) = closings(repository, made.head, "plan")
    assert (version.commit, version.is_open) == (first, True)
    assert commits(made.path, first) == {A: first}


def test_round_closed_again_counts_from_then_on(made: Builder) -> None:
    first = made.commit({path(A): closed(A)})
    made.commit({path(A): opened(A)})
    again = made.commit({path(A): closed(A, number="2")})
    made.commit({path(A): closed(A, number="3")})
    (version,) = found(made.path)
    assert (version.commit, version.earlier, version.rivals) == (again, (first,), ())


def test_editing_or_formatting_a_closed_round_moves_nothing(made: Builder) -> None:
    commit = made.commit({path(A): closed(A)})
    made.commit({path(A): closed(A, number="1")})
    made.commit({path(A): f"# comment\n{closed(A)}"})
    assert commits(made.path) == {A: commit}


def test_round_whose_file_moves_or_changes_its_ending_is_the_same(made: Builder) -> None:
    commit = made.commit({path(A): closed(A)})
    made.move(path(A), f"plan/rounds/2021/{A}.yml").commit()
    assert commits(made.path) == {A: commit}


def test_round_whose_file_has_gone_keeps_its_version(made: Builder) -> None:
    commit = made.commit({path(A): closed(A)})
    made.commit({path(A): None})
    made.commit({path(B): opened(B)})
    made.commit({path(B): None})
    assert commits(made.path) == {A: commit}


def test_file_that_cannot_be_read_is_as_closed_as_before(made: Builder) -> None:
    made.commit({path(A): opened(A), path(B): opened(B)})
    made.commit({path(A): "closed: ]\n"})
    first = made.commit({path(A): closed(A), path(B): "closed: [\n"})
    made.commit({path(A): "closed: [\n"})
    made.commit({path(A): closed(A, number="2")})
    assert commits(made.path) == {A: first}


def test_file_too_large_to_read_is_as_closed_as_before(made: Builder) -> None:
    commit = made.commit({path(A): closed(A)})
    made.commit({path(A): b"x: " + b"1" * 3_000_000})
    assert commits(made.path) == {A: commit}


def test_files_that_are_no_rounds_are_not_looked_at(made: Builder) -> None:
    made.commit({path("readme"): closed(A), f"plan/rounds/{A}.txt": closed(A)})
    assert found(made.path) == ()


def test_rounds_closed_by_one_commit_name_each_other(made: Builder) -> None:
    made.commit({path(A): opened(A)})
    both = made.commit({path(B): closed(B), path(A): closed(A)})
    alone = made.commit({path(C): closed(C)})
    assert [(version.round_id, version.commit, version.shared) for version in found(made.path)] == [
        (A, both, (B,)),
        (B, both, (A,)),
        (C, alone, ()),
    ]


def test_rounds_of_one_commit_are_ordered_by_date_as_exact_as_it_is(made: Builder) -> None:
    names = ["X-2021-12", "W-2021-12-06", "V-2021", "U-2022-01-01"]
    made.commit({path(name): closed(name) for name in names})
    assert [version.round_id for version in found(made.path)] == [
        "W-2021-12-06",
        "X-2021-12",
        "V-2021",
        "U-2022-01-01",
    ]


def test_round_closed_on_a_branch_has_its_version_there(made: Builder) -> None:
    made.commit({path(A): opened(A)})
    made.branch("round")
    commit = made.commit({path(A): closed(A)})
    made.switch("main").commit({"plan/plan.yaml": "id: WIR\nx: 1\n"})
    assert commits(made.path) == {}
    made.merge("round")
    assert commits(made.path) == {A: commit}


def test_round_closed_by_a_merge_itself_has_its_version_there(made: Builder) -> None:
    made.commit({path(A): opened(A)})
    made.branch("side").commit({path(A): opened(A, number="1")})
    made.switch("main").commit({path(A): opened(A, number="2")})
    merged = made.merge("side", files={path(A): closed(A)})
    assert commits(made.path) == {A: merged}


@pytest.mark.parametrize("is_main_first", [True, False])
def test_of_two_branches_the_one_merged_first_counts(made: Builder, *, is_main_first: bool) -> None:
    made.commit({path(A): opened(A)})
    dates = ["2026-02-01T12:00:00+00:00", "2026-03-01T12:00:00+00:00"]
    one, two = dates if is_main_first else reversed(dates)
    side = made.branch("side").commit({path(A): closed(A, number="1")}, date=two)
    main = made.switch("main").commit({path(A): closed(A, number="2")}, date=one)
    made.merge("side", files={path(A): closed(A, number="3")})
    (version,) = found(made.path)
    assert (version.commit, version.rivals) == (main, (side,))


def test_of_two_side_branches_the_one_merged_first_counts(made: Builder) -> None:
    made.commit({path(A): opened(A)})
    start = made.head
    early = made.branch("early", start).commit({path(A): closed(A, number="1")})
    late = made.branch("late", start).commit({path(A): closed(A, number="2")})
    made.switch("main")
    made.merge("late", files={path(A): closed(A, number="2")})
    made.merge("early", files={path(A): closed(A, number="2")})
    (version,) = found(made.path)
    assert (version.commit, version.rivals) == (late, (early,))


def test_two_rounds_closed_side_by_side_keep_their_commits(made: Builder) -> None:
    made.commit({path(A): opened(A), path(B): opened(B)})
    side = made.branch("side").commit({path(B): closed(B)})
    main = made.switch("main").commit({path(A): closed(A)})
    made.merge("side")
    assert commits(made.path) == {A: main, B: side}
    assert [version.shared for version in found(made.path)] == [(), ()]


def test_plan_at_the_top_of_the_repository_is_found(tmp_path: Path) -> None:
    made = Builder.new(tmp_path)
    commit = made.commit({path(A, ""): closed(A), path(B): closed(B)})
    assert commits(tmp_path, below="") == {A: commit}


def test_plan_that_was_moved_is_followed(made: Builder) -> None:
    first = made.commit({path(A): closed(A), path(B): opened(B), path(C): opened(C)})
    second = made.commit({path(B): closed(B)})
    made.move("plan", "docs/plan").commit()
    made.move("docs/plan/plan.yaml", "plan.yaml").move("docs/plan/rounds", "rounds").commit()
    third = made.commit({path(C, ""): closed(C)})
    rounds = found(made.path, below="")
    assert [(item.round_id, item.commit, item.below, item.order) for item in rounds] == [
        (A, first, "plan", 0),
        (B, second, "plan", 1),
        (C, third, "", 2),
    ]


def test_plan_that_was_moved_too_often_is_given_up(
    made: Builder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("wirctl.history.rounds._MOVES", 1)
    made.commit({path(A): closed(A)})
    first = made.move("plan", "second").commit()
    made.move("second", "third").commit()
    assert commits(made.path, below="third") == {A: first}


def test_round_closed_again_after_a_move_counts_from_then_on(made: Builder) -> None:
    made.commit({path(A): closed(A)})
    made.move("plan", "new").commit()
    made.commit({path(A, "new"): opened(A)})
    again = made.commit({path(A, "new"): closed(A)})
    assert commits(made.path, below="new") == {A: again}


def test_round_closed_while_the_plan_was_moved_has_its_version_there(made: Builder) -> None:
    first = made.commit({path(A): closed(A), path(B): opened(B)})
    moved = made.move("plan", "new").commit({path(B, "new"): closed(B)})
    assert commits(made.path, below="new") == {A: first, B: moved}


def test_copy_of_a_plan_begins_anew(made: Builder) -> None:
    made.commit({path(A): closed(A)})
    copied = made.commit({path(A, "copy"): closed(A)})
    assert commits(made.path, below="copy") == {A: copied}


def test_shallow_clone_marks_only_what_may_be_wrong(made: Builder, tmp_path: Path) -> None:
    made.commit({path(A): closed(A)})
    second = made.commit({path(B): opened(B)})
    third = made.commit({path(B): closed(B)})
    made.clone(tmp_path / "shallow", "--depth=2")
    rounds = found(tmp_path / "shallow")
    assert [(version.round_id, version.commit, version.is_cut) for version in rounds] == [
        (A, second, True),
        (B, third, False),
    ]


def test_rewritten_history_has_the_same_rounds(made: Builder) -> None:
    made.commit({path(A): opened(A)})
    made.commit({path(A): closed(A)})
    made.branch("other", "HEAD~2").commit({"plan/plan.yaml": "id: WIR\nx: 1\n"})
    made.git("rebase", "--quiet", "other", "main")
    ((name, commit),) = commits(made.path).items()
    assert (name, commit) == (A, made.head)


@pytest.mark.parametrize("kind", ["worktree", "bare", "sha256"])
def test_rounds_are_found_in_every_kind_of_repository(tmp_path: Path, kind: str) -> None:
    made = Builder.new(tmp_path / "repo", object_format="sha256" if kind == "sha256" else "sha1")
    commit = made.commit({path(A): closed(A)})
    made.commit({"plan/plan.yaml": "id: WIR\n"})
    folder = made.path
    if kind == "worktree":
        folder = made.worktree(tmp_path / "side")
    elif kind == "bare":
        folder = made.clone(tmp_path / "store.git", "--bare").path
    assert commits(folder) == {A: commit}
