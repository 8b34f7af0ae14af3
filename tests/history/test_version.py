"""Rounds, revisions, the working tree and folders, each by the name that people have for it."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from builder import Builder
from wirctl.history.errors import (
    NotARepositoryError,
    NoWorkTreeError,
    PlanNotInVersionError,
    ShallowCloneError,
    UnknownRevisionError,
)
from wirctl.history.version import VersionKind, Versions, resolve

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

A, B, OPEN = "LG-2021-11-08", "LG-2021-11-22", "RAT-2022-09"


def closed(name: str) -> str:
    return f"id: {name}\nclosed: {{date: {name.partition('-')[2]}}}\n"


@pytest.fixture(scope="module")
def pattern(tmp_path_factory: pytest.TempPathFactory) -> Builder:
    """Two closed rounds, an open one, and a change that is not committed."""
    built = Builder.new(tmp_path_factory.mktemp("pattern"))
    built.commit({"plan/plan.yaml": "v: 0\n"})
    built.commit({f"plan/rounds/{A}.yaml": closed(A), "plan/plan.yaml": "v: 1\n"})
    built.tag("first")
    built.commit({f"plan/rounds/{B}.yaml": closed(B), "plan/plan.yaml": "v: 2\n"})
    built.commit({f"plan/rounds/{OPEN}.yaml": f"id: {OPEN}\n", "plan/plan.yaml": "v: 3\n"})
    return built.write({"plan/plan.yaml": "v: 4\n"})


@pytest.fixture
def made(pattern: Builder, tmp_path: Path) -> Builder:
    """That repository, for one test alone."""
    return pattern.copy(tmp_path / "repo")


@pytest.fixture
def past(made: Builder) -> Iterator[Versions]:
    """The versions of that plan."""
    with Versions(made.path / "plan") as versions:
        yield versions


def plan_of(past: Versions, name: str) -> str:
    return past.find(name).tree.read(["plan.yaml"])["plan.yaml"].decode()


@pytest.mark.parametrize(
    ("name", "kind", "text"),
    [
        pytest.param(A, VersionKind.ROUND, "v: 1\n", id="closed round"),
        pytest.param(B, VersionKind.ROUND, "v: 2\n", id="next round"),
        pytest.param(OPEN, VersionKind.ROUND, "v: 4\n", id="open round"),
        pytest.param("WORKTREE", VersionKind.WORKTREE, "v: 4\n", id="working tree"),
        pytest.param("HEAD", VersionKind.REVISION, "v: 3\n", id="head"),
        pytest.param("HEAD~3", VersionKind.REVISION, "v: 0\n", id="expression"),
        pytest.param("main", VersionKind.REVISION, "v: 3\n", id="branch"),
        pytest.param("first", VersionKind.REVISION, "v: 1\n", id="tag"),
    ],
)
def test_name_stands_for_one_version(
    past: Versions, name: str, kind: VersionKind, text: str
) -> None:
    version = past.find(name)
    assert (version.kind, version.name, version.tree.label) == (kind, name, name)
    assert plan_of(past, name) == text
    assert past.hidden(version) == ()


def test_commit_may_be_named_by_its_id(made: Builder, past: Versions) -> None:
    assert plan_of(past, made.git("rev-parse", "HEAD~1")) == "v: 2\n"
    assert plan_of(past, made.git("rev-parse", "--short", "HEAD~2")) == "v: 1\n"


def test_commit_comes_with_the_version(made: Builder, past: Versions) -> None:
    assert past.find(A).commit == made.git("rev-parse", "HEAD~2")
    assert past.find("first").commit == made.git("rev-parse", "HEAD~2")
    assert (past.find(OPEN).commit, past.find("WORKTREE").commit) == ("", "")


def test_folder_is_a_version(made: Builder, past: Versions) -> None:
    copy = made.path.parent / "copy"
    shutil.copytree(made.path / "plan", copy)
    assert past.find(str(copy)).kind is VersionKind.FOLDER
    assert plan_of(past, str(copy)) == "v: 4\n"


def test_round_goes_before_a_branch_and_a_branch_before_a_folder(
    made: Builder, past: Versions, monkeypatch: pytest.MonkeyPatch
) -> None:
    made.git("branch", A)
    made.git("branch", "old", "HEAD~3")
    made.write({f"{A}/plan.yaml": "v: 9\n", "old/plan.yaml": "v: 8\n"})
    monkeypatch.chdir(made.path)
    assert (plan_of(past, A), plan_of(past, "old")) == ("v: 1\n", "v: 0\n")
    assert past.hidden(past.find(A)) == (VersionKind.REVISION, VersionKind.FOLDER)
    assert past.hidden(past.find("old")) == (VersionKind.FOLDER,)


def test_name_like_a_path_is_a_folder_whatever_else_is_called_so(
    made: Builder, past: Versions, monkeypatch: pytest.MonkeyPatch
) -> None:
    made.git("branch", "old", "HEAD~3")
    made.write({"old/plan.yaml": "v: 8\n"})
    monkeypatch.chdir(made.path)
    assert plan_of(past, "./old") == "v: 8\n"
    with pytest.raises(UnknownRevisionError):
        past.find("./main")


def test_branch_of_the_same_commit_as_the_round_hides_nothing(
    made: Builder, past: Versions
) -> None:
    made.git("branch", A, "HEAD~2")
    assert past.hidden(past.find(A)) == ()


@pytest.mark.parametrize(
    ("name", "near"),
    [
        pytest.param("LG-2021-11-09", A, id="round"),
        pytest.param("RAT-2022-10", OPEN, id="open round"),
        pytest.param("mian", "main", id="branch"),
        pytest.param("frist", "first", id="tag"),
        pytest.param("WORKTRE", "WORKTREE", id="working tree"),
    ],
)
def test_unknown_name_comes_with_the_nearest(past: Versions, name: str, near: str) -> None:
    with pytest.raises(UnknownRevisionError) as error:
        past.find(name)
    assert (error.value.revision, error.value.near[0]) == (name, near)


@pytest.mark.parametrize(
    "name",
    [
        pytest.param("", id="empty"),
        pytest.param("--help", id="option"),
        pytest.param("NIX:plan", id="folder of no commit"),
        pytest.param(":plan", id="folder of nothing"),
        pytest.param("a\x00b", id="NUL"),
        pytest.param("x" * 5000, id="endless"),
        pytest.param("plan/plan.yaml", id="file"),
    ],
)
def test_name_of_nothing_is_refused(past: Versions, name: str) -> None:
    with pytest.raises(UnknownRevisionError) as error:
        past.find(name)
    assert (error.value.near, error.value.command) == ((), "")


def test_last_closed_round_is_known(past: Versions) -> None:
    assert past.last_closed == past.rounds[1]
    assert past.rounds[1].round_id == B


def test_files_that_are_not_committed_are_known(made: Builder, past: Versions) -> None:
    assert list(past.uncommitted) == ["plan.yaml"]
    made.write({f"plan/rounds/{A}.yaml": None, "plan/goals/Z-1.yaml": "new\n", "plan/x.png": ""})
    assert list(past.uncommitted) == ["goals/Z-1.yaml", "plan.yaml", f"rounds/{A}.yaml"]


def test_line_ends_of_the_system_are_no_change(made: Builder, past: Versions) -> None:
    made.write({"plan/plan.yaml": b"v: 3\r\n", f"plan/rounds/{A}.yaml": closed(A)})
    assert past.uncommitted == ()


def test_without_a_commit_every_file_is_uncommitted(tmp_path: Path) -> None:
    Builder.new(tmp_path).write({"plan/plan.yaml": "v: 1\n"})
    with Versions(tmp_path / "plan") as past:
        assert past.uncommitted == ("plan.yaml",)


def test_plan_that_was_never_in_a_commit_has_no_rounds(tmp_path: Path) -> None:
    made = Builder.new(tmp_path).write({"plan/plan.yaml": "v: 1\n"})
    with Versions(made.path / "plan") as past:
        assert (past.rounds, past.last_closed) == ((), None)
        assert plan_of(past, "WORKTREE") == "v: 1\n"
        with pytest.raises(UnknownRevisionError):
            past.find("HEAD")


def test_folder_without_git_is_a_working_tree_and_no_more(tmp_path: Path) -> None:
    (tmp_path / "rounds").mkdir()
    (tmp_path / "rounds" / f"{A}.yaml").write_text(closed(A))
    with Versions(tmp_path) as past:
        assert (past.repository, past.rounds, past.last_closed) == (None, (), None)
        assert past.find("WORKTREE").tree.paths() == (f"rounds/{A}.yaml",)
        with pytest.raises(NotARepositoryError) as error:
            past.find("HEAD")
        assert (error.value.folder, error.value.revision) == (tmp_path, "HEAD")


def test_revision_without_the_plan_is_not_an_empty_plan(made: Builder, past: Versions) -> None:
    made.git("checkout", "--quiet", "--orphan", "empty")
    made.git("rm", "-r", "--quiet", "--force", "--cached", ".")
    made.git("commit", "--quiet", "--allow-empty", "--message=Empty")
    with pytest.raises(PlanNotInVersionError) as error:
        past.find("empty")
    assert (error.value.revision, error.value.folder) == ("empty", "plan")


def test_revision_before_the_plan_was_moved_is_found_where_it_was(made: Builder) -> None:
    made.move("plan", "docs/plan").commit()
    with Versions(made.path / "docs" / "plan") as past:
        assert plan_of(past, "HEAD") == "v: 4\n"
        assert plan_of(past, "HEAD~1") == "v: 3\n"
        assert plan_of(past, A) == "v: 1\n"
        assert (past.find("HEAD").below, past.find("HEAD~1").below) == ("docs/plan", "plan")


def test_round_before_the_cut_of_a_shallow_clone_is_refused(made: Builder, tmp_path: Path) -> None:
    made.clone(tmp_path / "two", "--depth=2")
    with Versions(tmp_path / "two" / "plan") as past:
        for name in (A, B):
            with pytest.raises(ShallowCloneError) as error:
                past.find(name)
            assert (error.value.about, error.value.command) == (name, "git fetch --unshallow")
        with pytest.raises(ShallowCloneError):
            _ = past.last_closed


def test_round_after_the_cut_of_a_shallow_clone_is_right(made: Builder, tmp_path: Path) -> None:
    made.clone(tmp_path / "three", "--depth=3")
    with Versions(tmp_path / "three" / "plan") as past:
        assert plan_of(past, B) == "v: 2\n"
        assert past.last_closed is not None
        assert (past.last_closed.round_id, past.last_closed.is_cut) == (B, False)
        with pytest.raises(UnknownRevisionError) as error:
            past.find("HEAD~3")
        assert error.value.command == "git fetch --unshallow"


def test_shallow_clone_without_any_round_does_not_say_there_is_none(
    made: Builder, tmp_path: Path
) -> None:
    made.commit({f"plan/rounds/{name}.yaml": None for name in (A, B)})
    made.clone(tmp_path / "one", "--depth=1")
    with Versions(tmp_path / "one" / "plan") as past, pytest.raises(ShallowCloneError):
        _ = past.last_closed


def test_mending_command_of_a_shallow_clone_mends_it(made: Builder, tmp_path: Path) -> None:
    clone = made.clone(tmp_path / "one", "--depth=1")
    with Versions(clone.path / "plan") as past, pytest.raises(ShallowCloneError) as error:
        past.find(A)
    clone.git(*error.value.command.split()[1:])
    assert resolve(A, clone.path / "plan").read(["plan.yaml"]) == {"plan.yaml": b"v: 1\n"}


def test_bare_repository_has_rounds_and_revisions_but_no_working_tree(
    made: Builder, tmp_path: Path
) -> None:
    made.clone(tmp_path / "store.git", "--bare")
    with Versions(tmp_path / "store.git" / "plan") as past:
        assert (plan_of(past, A), plan_of(past, "main")) == ("v: 1\n", "v: 3\n")
        with pytest.raises(NoWorkTreeError):
            past.find("WORKTREE")
        with pytest.raises(UnknownRevisionError):
            past.find(OPEN)


def test_tree_can_be_read_when_nothing_else_is_kept(made: Builder) -> None:
    tree = resolve(A, made.path / "plan")
    assert tree.read(["plan.yaml"]) == {"plan.yaml": b"v: 1\n"}
