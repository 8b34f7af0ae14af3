"""Nothing that a repository brings along is run, and none of its settings changes an answer."""

from __future__ import annotations

import os
import subprocess
from typing import TYPE_CHECKING

import pytest

from builder import Builder
from wirctl.history.errors import GitFailedError, MissingObjectError
from wirctl.history.git import Git
from wirctl.history.repository import Repository

if TYPE_CHECKING:
    from pathlib import Path

ASKED = ("cat-file", "for-each-ref", "log", "rev-list", "rev-parse")
HOOKS = ("post-index-change", "reference-transaction", "post-checkout", "fsmonitor-watchman")


@pytest.fixture(scope="module")
def pattern(tmp_path_factory: pytest.TempPathFactory) -> Builder:
    """Three commits, a tag and a branch."""
    built = Builder.new(tmp_path_factory.mktemp("pattern"))
    built.commit({"plan/plan.yaml": "a: 1\n", "old.yaml": "x\n"})
    built.commit({"plan/rounds/R-2021.yaml": "closed: {date: 2021-11-08}\n"})
    built.tag("round/R-2021")
    built.commit({"plan/plan.yaml": "a: 2\n", "old.yaml": None})
    return built


@pytest.fixture
def made(pattern: Builder, tmp_path: Path) -> Builder:
    """That repository, for one test alone."""
    return pattern.copy(tmp_path / "repo")


@pytest.fixture
def canary(tmp_path: Path) -> Path:
    """A program that leaves a file beside itself when it is run."""
    program = tmp_path / "canary"
    program.write_text(f"#!/bin/sh\ntouch '{program}.sang'\nexit 1\n")
    program.chmod(0o755)
    return program


def sang(canary: Path) -> bool:
    return canary.with_suffix(".sang").exists()


def answers(folder: Path) -> object:
    """Everything that a repository can be asked."""
    repository = Repository.discover(folder)
    assert repository is not None
    with repository:
        head = repository.resolve("HEAD")
        tree = repository.tree(head, "plan")
        return (
            (repository.start, repository.is_bare, repository.head, repository.is_shallow),
            (head, repository.resolve("round/R-2021"), repository.resolve("HEAD~2")),
            (tree, repository.blobs(tree.files.values()), repository.sizes(tree.files.values())),
            (repository.log(head), repository.log(head, ["plan"]), repository.changes(head)),
            (repository.tags(), repository.names(), repository.graph(head)),
            repository.below(folder),
        )


def infest(made: Builder, canary: Path) -> None:
    """Set every option of git's that is known to run a program, and those that bend answers."""
    hooks = made.path / "hooks"
    hooks.mkdir()
    (made.path / ".git" / "hooks").mkdir()
    for name in HOOKS:
        (hooks / name).symlink_to(canary)
        (made.path / ".git" / "hooks" / name).symlink_to(canary)
    program = str(canary)
    made.configure(
        core__hooksPath=str(hooks),
        core__fsmonitor=program,
        core__pager=program,
        core__editor=program,
        core__sshCommand=program,
        core__gitProxy=program,
        core__askPass=program,
        core__alternateRefsCommand=program,
        core__attributesFile=str(made.path / "attributes"),
        credential__helper=program,
        diff__external=program,
        diff__evil__command=program,
        diff__evil__textconv=program,
        filter__evil__clean=program,
        filter__evil__smudge=program,
        filter__evil__process=program,
        filter__evil__required="true",
        gpg__program=program,
        gpg__x509__program=program,
        log__showSignature="true",
        uploadpack__packObjectsHook=program,
        remote__origin__url=f"ext::{program}",
        remote__origin__uploadpack=program,
        remote__origin__promisor="true",
        protocol__ext__allow="always",
        sequence__editor=program,
        **{f"pager__{name}": program for name in ASKED},
        **{f"alias__{name}": f"!{program}" for name in ASKED},
    )
    (made.path / ".gitattributes").write_text("* diff=evil filter=evil\n")
    (made.path / "attributes").write_text("* diff=evil filter=evil\n")
    (made.path / ".git" / "info").mkdir(exist_ok=True)
    (made.path / ".git" / "info" / "attributes").write_text("* diff=evil filter=evil\n")


def test_nothing_of_a_hostile_configuration_is_run(made: Builder, canary: Path) -> None:
    before = answers(made.path)
    infest(made, canary)
    assert answers(made.path) == before
    assert not sang(canary)


@pytest.mark.parametrize(
    "command",
    [
        pytest.param(["status"], id="status"),
        pytest.param(["log", "-p"], id="log"),
        pytest.param(["diff", "HEAD~1"], id="diff"),
    ],
)
def test_canary_sings_where_git_is_run_without_care(
    made: Builder, canary: Path, command: list[str]
) -> None:
    infest(made, canary)
    (made.path / "plan" / "plan.yaml").write_text("a: 3\n")
    subprocess.run(["git", *command], cwd=made.path, capture_output=True, check=False)
    assert sang(canary)


def test_signature_is_not_checked(made: Builder, canary: Path) -> None:
    said = made.git("cat-file", "commit", "HEAD").split("\n\n")[0]
    file = made.path / "signed"
    file.write_text(f"{said}\ngpgsig -----BEGIN PGP SIGNATURE-----\n  x\n\nSigned\n")
    made.git("update-ref", "HEAD", made.git("hash-object", "-w", "-t", "commit", str(file)))
    before = answers(made.path)
    made.configure(gpg__program=str(canary), log__showSignature="true")
    assert answers(made.path) == before
    assert not sang(canary)
    subprocess.run(["git", "log", "-1"], cwd=made.path, capture_output=True, check=False)
    assert sang(canary)


@pytest.mark.parametrize(
    ("setting", "command"),
    [
        pytest.param("core.fsmonitor", ["status"], id="fsmonitor"),
        pytest.param("core.hooksPath", ["update-ref", "refs/heads/x", "HEAD"], id="hook"),
        pytest.param("core.attributesFile", ["log", "-p"], id="attributes"),
        pytest.param("diff.external", ["diff", "HEAD~1"], id="external diff"),
        pytest.param("core.sshCommand", ["ls-remote", "ssh://example.invalid/x"], id="ssh"),
        pytest.param("protocol.ext.allow", ["ls-remote", "ext::{canary}"], id="any program"),
    ],
)
def test_even_a_careless_question_runs_nothing(
    made: Builder, canary: Path, setting: str, command: list[str]
) -> None:
    (made.path / "hooks").mkdir()
    (made.path / "hooks" / "reference-transaction").symlink_to(canary)
    (made.path / "attributes").write_text("* diff=evil\n")
    made.configure(diff__evil__textconv=str(canary))
    values = {
        "core.hooksPath": str(made.path / "hooks"),
        "core.attributesFile": str(made.path / "attributes"),
        "protocol.ext.allow": "always",
    }
    made.git("config", setting, values.get(setting, str(canary)))
    words = [word.format(canary=canary) for word in command]
    Git.at(made.path, is_bare=False).run(*words)
    assert not sang(canary)
    subprocess.run(["git", *words], cwd=made.path, capture_output=True, check=False)
    assert sang(canary)


BENDING = {
    "color.ui": "always",
    "core.abbrev": "4",
    "core.quotePath": "true",
    "core.worktree": "{elsewhere}",
    "core.bare": "true",
    "diff.orderFile": "{order}",
    "diff.relative": "true",
    "diff.renames": "copies",
    "diff.noprefix": "true",
    "format.pretty": "oneline",
    "i18n.logOutputEncoding": "UTF-16",
    "log.abbrevCommit": "true",
    "log.decorate": "full",
    "log.diffMerges": "first-parent",
    "log.follow": "true",
    "log.mailmap": "true",
    "log.showRoot": "false",
    "safe.bareRepository": "explicit",
}


def test_working_tree_that_the_repository_names_is_not_looked_for(made: Builder) -> None:
    before = answers(made.path)
    made.configure(core__worktree="../../nowhere")
    assert answers(made.path) == before


@pytest.mark.slow
@pytest.mark.parametrize("name", [pytest.param(name, id=name) for name in BENDING])
def test_no_setting_bends_an_answer(made: Builder, tmp_path: Path, name: str) -> None:
    order = tmp_path / "order"
    order.write_text("plan/*\n")
    (tmp_path / "elsewhere").mkdir()
    before = answers(made.path / "plan")
    made.git("config", name, BENDING[name].format(elsewhere=tmp_path / "elsewhere", order=order))
    assert answers(made.path / "plan") == before


def test_replaced_objects_and_grafts_are_not_looked_at(made: Builder) -> None:
    before = answers(made.path)
    first = made.git("rev-list", "--max-parents=0", "HEAD")
    file = made.git("rev-parse", "HEAD:plan/plan.yaml")
    made.git("replace", file, made.blob(b"a: 666\n"))
    made.git("replace", "--graft", "HEAD", first)
    (made.path / ".git" / "info").mkdir(exist_ok=True)
    (made.path / ".git" / "info" / "grafts").write_text(f"{made.head} {first}\n")
    assert made.git("cat-file", "-p", file) == "a: 666"
    assert answers(made.path) == before


@pytest.mark.slow
@pytest.mark.parametrize(
    ("name", "value"),
    [
        pytest.param("GIT_DIR", "{other}/.git", id="other repository"),
        pytest.param("GIT_WORK_TREE", "{other}", id="other working tree"),
        pytest.param("GIT_OBJECT_DIRECTORY", "{other}/.git/objects", id="other objects"),
        pytest.param("GIT_INDEX_FILE", "{other}/.git/index", id="other index"),
        pytest.param("GIT_NAMESPACE", "evil", id="namespace"),
        pytest.param("GIT_CEILING_DIRECTORIES", "{repo}", id="ceiling"),
        pytest.param("GIT_EXTERNAL_DIFF", "{canary}", id="external diff"),
        pytest.param("GIT_PAGER", "{canary}", id="pager"),
        pytest.param("GIT_SSH_COMMAND", "{canary}", id="ssh"),
        pytest.param("GIT_CONFIG_PARAMETERS", "'core.fsmonitor={canary}'", id="settings"),
        pytest.param("GIT_TRACE", "{canary}.sang", id="trace into a file"),
        pytest.param("GIT_TRACE2", "{canary}.sang", id="other trace"),
        pytest.param("GIT_LITERAL_PATHSPECS", "1", id="literal paths"),
        pytest.param("GIT_GLOB_PATHSPECS", "1", id="patterns"),
        pytest.param("GIT_SHALLOW_FILE", "{repo}/.git/HEAD", id="shallow file"),
        pytest.param("GIT_DEFAULT_HASH", "sha256", id="hash"),
    ],
)
def test_variables_of_git_are_not_handed_on(
    made: Builder,
    canary: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    name: str,
    value: str,
) -> None:
    other = Builder.new(tmp_path / "other")
    other.commit({"plan/plan.yaml": "other: 1\n"})
    before = answers(made.path / "plan")
    monkeypatch.setenv(name, value.format(other=other.path, repo=made.path, canary=canary))
    assert answers(made.path / "plan") == before
    assert not sang(canary)


def test_settings_of_the_user_are_not_read(
    made: Builder, canary: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = answers(made.path)
    (tmp_path / ".gitconfig").write_text(f"[core]\nfsmonitor = {canary}\n[log]\nshowRoot = false\n")
    (tmp_path / "git").mkdir()
    (tmp_path / "git" / "config").write_text("broken [\n")
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    assert answers(made.path) == before
    assert not sang(canary)


def lack_one(made: Builder, url: str, program: Path) -> str:
    """Make the repository a partial clone that has left one blob elsewhere; the blob's id."""
    blob = made.git("rev-parse", "HEAD:plan/plan.yaml")
    (made.path / ".git" / "objects" / blob[:2] / blob[2:]).unlink()
    made.configure(
        core__repositoryformatversion="1",
        extensions__partialClone="origin",
        remote__origin__promisor="true",
        remote__origin__url=url,
        remote__origin__uploadpack=str(program),
        remote__origin__fetch="+refs/heads/*:refs/remotes/origin/*",
        protocol__ext__allow="always",
        protocol__file__allow="always",
        core__sshCommand=str(program),
    )
    return blob


@pytest.mark.parametrize(
    "url",
    [
        pytest.param("ext::{canary} x", id="any program"),
        pytest.param("{other}", id="a folder"),
        pytest.param("ssh://example.invalid/x", id="ssh"),
    ],
)
def test_what_a_partial_clone_lacks_is_not_fetched(
    made: Builder, canary: Path, tmp_path: Path, url: str
) -> None:
    Builder.new(tmp_path / "other").commit({"a": "1\n"})
    blob = lack_one(made, url.format(canary=canary, other=tmp_path / "other"), canary)
    repository = Repository.discover(made.path)
    assert repository is not None
    with repository:
        with pytest.raises(MissingObjectError) as error:
            repository.blobs([blob])
        assert repository.sizes([blob]) == {}
    assert error.value.object_id == blob
    assert error.value.command.endswith("fetch --refetch origin")
    assert not sang(canary)
    subprocess.run(["git", "cat-file", "-p", blob], cwd=made.path, capture_output=True, check=False)
    assert sang(canary)


def test_command_for_a_partial_clone_mends_it(made: Builder, tmp_path: Path) -> None:
    made.configure(uploadpack__allowFilter="true", uploadpack__allowAnySHA1InWant="true")
    part = made.clone(tmp_path / "part", "--filter=blob:none", "--no-checkout")
    repository = Repository.discover(part.path)
    assert repository is not None
    with repository:
        files = repository.tree(made.head, "plan").files
        with pytest.raises(MissingObjectError) as error:
            repository.blobs(files.values())
        part.git(*error.value.command.split()[1:])
        assert sorted(repository.blobs(files.values()).values()) == [
            b"a: 2\n",
            b"closed: {date: 2021-11-08}\n",
        ]


def test_pipe_in_the_repository_does_not_hang(
    made: Builder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    os.mkfifo(tmp_path / "pipe")
    made.configure(include__path=str(tmp_path / "pipe"))
    monkeypatch.setattr("wirctl.history.git._PATIENCE", 0.5)
    with pytest.raises(GitFailedError) as error:
        Repository.discover(made.path)
    assert "timed out" in error.value.stderr


def test_reading_leaves_the_repository_as_it_is(made: Builder) -> None:
    def state() -> dict[str, tuple[int, int]]:
        files = (path for path in made.path.rglob("*") if path.is_file())
        return {str(path): (path.stat().st_mtime_ns, path.stat().st_size) for path in files}

    (made.path / "plan" / "plan.yaml").write_text("a: 3\n")
    before = state()
    answers(made.path)
    assert state() == before
