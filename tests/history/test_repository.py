"""What the repository of a plan answers, whatever kind of repository it is."""

from __future__ import annotations

import os
import shutil
from typing import TYPE_CHECKING

import pytest

from builder import Builder
from wirctl.history.errors import (
    ForeignOwnerError,
    GitFailedError,
    GitMissingError,
    MissingObjectError,
    UnknownRevisionError,
)
from wirctl.history.log import FileChange
from wirctl.history.repository import Repository

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from wirctl.history.log import LogEntry

FILES = {"plan/plan.yaml": "id: WIR\n", "plan/goals/Z-1.yaml": "id: Z-1\n", "README.md": "Hi\n"}
BLOB = {"sha1": "9c3a7d8a", "sha256": "6f5d0c5b"}


@pytest.fixture(scope="module", params=["sha1", "sha256"])
def pattern(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Builder:
    """A repository with one commit, in each of the two formats."""
    built = Builder.new(tmp_path_factory.mktemp("pattern"), object_format=request.param)
    built.commit(FILES)
    return built


@pytest.fixture
def made(pattern: Builder, tmp_path: Path) -> Builder:
    """That repository, for one test alone."""
    return pattern.copy(tmp_path / "plan-repo")


@pytest.fixture
def here(made: Builder) -> Iterator[Repository]:
    """That repository, opened."""
    with opened(made.path) as repository:
        yield repository


def opened(folder: Path) -> Repository:
    repository = Repository.discover(folder)
    assert repository is not None
    return repository


def test_folder_in_no_repository_has_none(tmp_path: Path) -> None:
    assert Repository.discover(tmp_path) is None


def test_repository_is_found_from_a_folder_below(made: Builder) -> None:
    with opened(made.path / "plan" / "goals") as repository:
        assert (repository.start, repository.is_bare) == (made.path.resolve(), False)
        assert repository.head == made.head
        assert repository.below(made.path / "plan" / "goals") == "plan/goals"
        assert repository.below(made.path) == ""


def test_folder_that_is_not_there_yet_is_still_inside(made: Builder) -> None:
    with opened(made.path / "new" / "plan") as repository:
        assert repository.below(made.path / "new" / "plan") == "new/plan"


def test_tree_gives_paths_below_a_folder_with_the_ids_git_gives(
    made: Builder, here: Repository
) -> None:
    expected = {
        "plan.yaml": made.git("rev-parse", "HEAD:plan/plan.yaml"),
        "goals/Z-1.yaml": made.git("rev-parse", "HEAD:plan/goals/Z-1.yaml"),
    }
    assert here.tree(made.head, "plan").files == expected
    assert set(here.tree(made.head).files) == set(FILES)
    assert here.tree(made.head, "plan/none").files == {}
    assert here.tree(made.head, "README.md").files == {}


def test_blobs_and_sizes_are_those_of_the_files(made: Builder, here: Repository) -> None:
    files = here.tree(made.head).files
    blobs = here.blobs(files.values())
    assert {path: blobs[blob].decode() for path, blob in files.items()} == FILES
    assert here.sizes(files.values()) == {blob: len(data) for blob, data in blobs.items()}


@pytest.mark.slow
def test_many_and_large_blobs_come_whole_and_in_order(made: Builder, here: Repository) -> None:
    texts = {f"a/{number}.yaml": f"{number}\n" * number * 40 for number in range(400)}
    commit = made.commit(texts)
    files = here.tree(commit, "a").files
    blobs = here.blobs(files.values())
    assert {f"a/{path}": blobs[blob].decode() for path, blob in files.items()} == texts


def test_git_before_batch_command_answers_alike(
    made: Builder, monkeypatch: pytest.MonkeyPatch
) -> None:
    modes = {"info": ("--no-such-option", ""), "contents": ("--no-such-option", "")}
    monkeypatch.setattr("wirctl.history.cat_file._MODES", modes)
    with opened(made.path) as repository:
        files = repository.tree(made.head).files
        blobs = repository.blobs(files.values())
        assert {path: blobs[blob].decode() for path, blob in files.items()} == FILES
        assert repository.sizes(blobs) == {blob: len(data) for blob, data in blobs.items()}


def test_answer_that_was_left_lying_is_not_taken_for_the_next(
    made: Builder, here: Repository
) -> None:
    files = here.tree(made.head).files
    asked = here._store._asked("contents", list(files.values()))
    next(asked)
    assert here.blobs([files["README.md"]]) == {files["README.md"]: b"Hi\n"}


def test_blob_that_is_not_there_is_named(made: Builder, here: Repository) -> None:
    absent = "0123456789abcdef" * (len(made.head) // 16) + "01234567" * (len(made.head) % 16 // 8)
    with pytest.raises(MissingObjectError) as error:
        here.blobs([absent])
    assert error.value.object_id == absent
    assert here.sizes([absent]) == {}


def test_only_full_ids_reach_git(here: Repository) -> None:
    for name in ("HEAD", "main", "-x", "0123", "HEAD\nHEAD"):
        with pytest.raises(ValueError, match=name[:2]):
            here.blobs([name])


@pytest.mark.parametrize(
    "name",
    [
        pytest.param("HEAD", id="head"),
        pytest.param("main", id="branch"),
        pytest.param("v1", id="annotated tag"),
        pytest.param("main~0", id="expression"),
        pytest.param("@{0}", id="reflog"),
        pytest.param("refs/heads/main", id="full name"),
    ],
)
def test_revision_becomes_the_full_id_of_its_commit(
    made: Builder, here: Repository, name: str
) -> None:
    made.tag("v1", message="First")
    assert here.resolve(name) == made.head


@pytest.mark.parametrize(
    "name",
    [
        pytest.param("", id="empty"),
        pytest.param("-h", id="option"),
        pytest.param("--all", id="long option"),
        pytest.param("--output=owned", id="option that writes"),
        pytest.param("main\n", id="line end"),
        pytest.param("main\x00", id="NUL"),
        pytest.param("ma\x1bin", id="escape"),
        pytest.param("\udce4", id="no text"),
        pytest.param("x" * 10_000, id="endless"),
        pytest.param("main..main", id="range"),
        pytest.param("^main", id="negation"),
        pytest.param("main^@", id="several"),
        pytest.param("main:README.md", id="file"),
        pytest.param("main^{tree}", id="tree"),
        pytest.param("mian", id="misspelt"),
        pytest.param("HEAD~7", id="before the beginning"),
    ],
)
def test_what_names_no_commit_is_refused(made: Builder, here: Repository, name: str) -> None:
    with pytest.raises(UnknownRevisionError) as error:
        here.resolve(name)
    assert (error.value.revision, error.value.command) == (name, "")
    assert not (made.path / "owned").exists()


def test_unknown_revision_comes_with_the_names_most_like_it(
    made: Builder, here: Repository
) -> None:
    made.tag("round/LG-2021-11-22").tag("round/RAT-2022-09").git("branch", "wording")
    with pytest.raises(UnknownRevisionError) as error:
        here.resolve("round/LG-2021-11-23")
    assert error.value.near == ("round/LG-2021-11-22", "round/RAT-2022-09")


def test_tags_give_the_commit_also_where_they_are_annotated(
    made: Builder, here: Repository
) -> None:
    made.tag("plain").tag("round/R-2021", message="Closed")
    assert here.tags() == {"plain": made.head, "round/R-2021": made.head}
    assert here.names() == {"main", "plain", "round/R-2021"}


def test_log_gives_what_each_commit_changed_newest_first(made: Builder, here: Repository) -> None:
    first = made.head
    second = made.commit({"plan/goals/Z-1.yaml": "id: Z-1\nx: 1\n", "README.md": "Ho\n"})
    third = made.commit({"plan/goals/Z-1.yaml": None}, date="2021-11-22T18:00:00+01:00")
    blobs = [made.git("rev-parse", f"{commit}:plan/goals/Z-1.yaml") for commit in (first, second)]
    found = here.log(third, ["plan/goals"])
    assert [(entry.commit, entry.parents) for entry in found] == [
        (third, (second,)),
        (second, (first,)),
        (first, ()),
    ]
    assert [entry.changes for entry in found] == [
        (FileChange("D", (blobs[1],), "", "plan/goals/Z-1.yaml"),),
        (FileChange("M", (blobs[0],), blobs[1], "plan/goals/Z-1.yaml"),),
        (FileChange("A", ("",), blobs[0], "plan/goals/Z-1.yaml"),),
    ]
    assert found[0].date == found[0].committed == "2021-11-22T18:00:00+01:00"
    assert [change.path for change in here.changes(second)] == ["README.md", "plan/goals/Z-1.yaml"]
    assert {change.path for entry in here.log(third) for change in entry.changes} == set(FILES)


def test_day_of_a_commit_is_that_of_its_maker(made: Builder, here: Repository) -> None:
    commit = made.commit({"README.md": "Ho\n"}, date="2021-11-22T00:30:00+02:00")
    assert here.day(commit) == "2021-11-22"


def test_question_that_git_cannot_answer_fails(made: Builder, here: Repository) -> None:
    blob = made.git("rev-parse", "HEAD:README.md")
    with pytest.raises(GitFailedError) as error:
        here.graph("0" * len(blob))
    assert (error.value.command, error.value.stderr[:10]) == ("git rev-list", "fatal: bad")


def test_log_of_a_merge_holds_only_what_differs_from_every_parent(
    made: Builder, here: Repository
) -> None:
    made.branch("b").commit({"plan/a.yaml": "b\n", "plan/b.yaml": "b\n"})
    made.switch("main").commit({"plan/a.yaml": "a\n"})
    merged = made.merge("b", files={"plan/a.yaml": "ab\n"})
    old = tuple(made.git("rev-parse", f"{merged}^{side}:plan/a.yaml") for side in (1, 2))
    new = made.git("rev-parse", f"{merged}:plan/a.yaml")
    assert here.log(merged, ["plan"])[0].changes == (FileChange("MM", old, new, "plan/a.yaml"),)


def test_log_of_a_folder_is_the_same_where_the_whole_log_is_known(
    made: Builder, here: Repository
) -> None:
    made.branch("b").commit({"plan/goals/Z-1.yaml": "b\n", "plan/goals2/x.yaml": "b\n"})
    made.switch("main").commit({"plan/a.yaml": "a\n", "plan/goals/Z-2.yaml": "a\n"})
    made.commit({"README.md": "Ho\n"})
    last = made.merge("b", files={"plan/goals/Z-1.yaml": "ab\n", "plan/goals/Z-2.yaml": None})
    folders = (["plan"], ["plan/goals"], ["plan/goals", "plan/goals2"], ["none"])
    asked = [_telling(here.log(last, folder)) for folder in folders]
    changed = {commit: here.changes(commit) for commit in here.graph(last).parents}
    assert {entry.commit: entry.changes for entry in here.log(last)} == changed
    assert [_telling(here.log(last, folder)) for folder in folders] == asked
    assert {commit: here.changes(commit) for commit in changed} == changed


def _telling(log: tuple[LogEntry, ...]) -> list[LogEntry]:
    """The entries of a log; git also lists a merge that changed nothing by itself."""
    return [entry for entry in log if entry.changes]


def test_names_of_folders_are_no_patterns(made: Builder, here: Repository) -> None:
    commit = made.commit({"a*/[x]/1.yaml": "1\n", "ab/x/1.yaml": "1\n", ":(top)/1.yaml": "1\n"})
    for folder in ("a*/[x]", ":(top)"):
        found = [change.path for entry in here.log(commit, [folder]) for change in entry.changes]
        assert found == [f"{folder}/1.yaml"]


def test_strange_names_come_through(made: Builder, here: Repository) -> None:
    names = ["ä b.yaml", 'q"uote.yaml', "tab\tline\nend.yaml", ":100644.yaml"]
    commit = made.commit({f"odd/{name}": "1\n" for name in names})
    assert set(here.tree(commit, "odd").files) == set(names)
    found = {change.path for entry in here.log(commit, ["odd"]) for change in entry.changes}
    assert found == {f"odd/{name}" for name in names}


def test_worktree_has_its_own_head_and_shares_the_rest(made: Builder, tmp_path: Path) -> None:
    first = made.head
    second = made.commit({"README.md": "Ho\n"})
    place = made.worktree(tmp_path / "side", first)
    with opened(place / "plan") as repository:
        assert (repository.start, repository.head) == (place.resolve(), first)
        assert repository.below(place / "plan") == "plan"
        assert repository.resolve("main") == second


def test_bare_repository_answers_alike(made: Builder, tmp_path: Path) -> None:
    made.clone(tmp_path / "store.git", "--bare")
    with opened(tmp_path / "store.git" / "plan") as repository:
        assert (repository.is_bare, repository.head) == (True, made.head)
        assert repository.below(tmp_path / "store.git" / "plan") == "plan"
        assert set(repository.tree(made.head, "plan").files) == {"plan.yaml", "goals/Z-1.yaml"}
        assert [entry.commit for entry in repository.log(made.head, ["plan"])] == [made.head]


def test_shallow_clone_says_where_it_is_cut(made: Builder, tmp_path: Path) -> None:
    made.commit({"README.md": "Ho\n"})
    last = made.commit({"README.md": "Ha\n"})
    made.clone(tmp_path / "shallow", "--depth=1")
    with opened(tmp_path / "shallow") as repository:
        assert (repository.is_shallow, repository.cut()) == (True, frozenset({last}))
        with pytest.raises(UnknownRevisionError) as error:
            repository.resolve("HEAD~1")
        assert error.value.command == "git fetch --unshallow"


def test_whole_repository_is_cut_nowhere(here: Repository) -> None:
    assert (here.is_shallow, here.cut()) == (False, frozenset())


def test_repository_without_a_commit_has_no_head(tmp_path: Path) -> None:
    Builder.new(tmp_path)
    with opened(tmp_path) as repository:
        assert (repository.head, repository.names()) == (None, frozenset())


def test_broken_branch_is_no_repository_without_a_commit(made: Builder) -> None:
    (made.path / ".git" / "refs" / "heads" / "main").write_text("broken\n")
    with pytest.raises(GitFailedError) as error:
        opened(made.path)
    assert "refs/heads/main" in error.value.stderr


def test_broken_object_is_said_and_not_skipped(made: Builder, here: Repository) -> None:
    blob = made.git("rev-parse", "HEAD:README.md")
    file = made.path / ".git" / "objects" / blob[:2] / blob[2:]
    file.chmod(0o644)
    file.write_bytes(b"broken")
    with pytest.raises(GitFailedError) as error:
        here.blobs([blob])
    assert blob in error.value.stderr
    tree = here.tree(made.head, "plan")
    assert set(tree.files) == {"plan.yaml", "goals/Z-1.yaml"}


def test_empty_git_folder_does_not_lead_to_a_repository_further_up(made: Builder) -> None:
    (made.path / "plan" / ".git").mkdir()
    with pytest.raises(GitFailedError) as error:
        opened(made.path / "plan")
    assert "not a git repository" in error.value.stderr


def test_files_that_look_like_a_repository_are_none_inside_one(
    made: Builder, tmp_path: Path
) -> None:
    made.clone(tmp_path / "evil.git", "--bare")
    shutil.copytree(tmp_path / "evil.git", made.path / "plan", dirs_exist_ok=True)
    with opened(made.path / "plan") as repository:
        assert (repository.start, repository.is_bare) == (made.path.resolve(), False)


def test_git_that_is_missing_is_said(made: Builder, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(GitMissingError):
        Repository.discover(made.path)


def test_git_in_the_current_folder_is_not_run(
    made: Builder, monkeypatch: pytest.MonkeyPatch
) -> None:
    evil = made.path / "git"
    evil.write_text("#!/bin/sh\n")
    evil.chmod(0o755)
    monkeypatch.chdir(made.path)
    monkeypatch.setenv("PATH", f".{os.pathsep}")
    with pytest.raises(GitMissingError):
        Repository.discover(made.path)


needs_root = pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root can give files away"
)


@pytest.fixture
def foreign(made: Builder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Builder:
    """The repository as that of somebody else, and an own home without settings."""
    for path in (made.path, *made.path.rglob("*")):
        os.chown(path, 12345, 12345)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.delenv("XDG_CONFIG_HOME", raising=False)
    return made


@needs_root
def test_repository_of_somebody_else_is_refused_with_what_allows_it(foreign: Builder) -> None:
    with pytest.raises(ForeignOwnerError) as error:
        opened(foreign.path)
    assert error.value.folder == foreign.path.resolve()
    assert error.value.command == (
        f"git config --global --add safe.directory {foreign.path.resolve()}"
    )


@needs_root
@pytest.mark.parametrize(
    ("values", "is_read"),
    [
        pytest.param(["{path}"], True, id="this one"),
        pytest.param(["*"], True, id="all"),
        pytest.param(["{parent}/*"], True, id="all below a folder"),
        pytest.param(["{parent}"], False, id="folder above"),
        pytest.param(["*", ""], False, id="taken back"),
    ],
)
def test_users_word_for_a_safe_folder_counts(
    foreign: Builder, tmp_path: Path, values: list[str], *, is_read: bool
) -> None:
    path = foreign.path.resolve()
    lines = "".join(
        f"directory = {value.format(path=path, parent=path.parent)}\n" for value in values
    )
    (tmp_path / ".gitconfig").write_text(f"[safe]\n{lines}")
    if is_read:
        with opened(foreign.path) as repository:
            assert set(repository.tree(repository.resolve("HEAD")).files) == set(FILES)
    else:
        with pytest.raises(ForeignOwnerError):
            opened(foreign.path)
