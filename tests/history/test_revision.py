"""A commit shows the same files, and finds the same fault with them, as the folder it came from."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from builder import Builder
from wirctl.core.diagnostic import Diagnostic, Subject
from wirctl.core.severity import Severity
from wirctl.history.repository import Repository
from wirctl.history.revision import RevisionTree
from wirctl.source.folder import FolderTree
from wirctl.source.limits import MAX_BYTES, MAX_FOLDERS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from wirctl.core.diagnostic import Argument

FILES = {
    "plan/plan.yaml": "id: WIR\n",
    "plan/goals/Z-1.yml": "id: Z-1\n",
    "plan/measures/BIL/M-1.yaml": "id: M-1\n",
    "plan/schemas/tree.schema.json": "{}\n",
    "plan/schemas/other.json": "{}\n",
    "plan/logo.png": "no plan file\n",
    "plan/.hidden/x.yaml": "no plan file\n",
    "other/x.yaml": "beside the plan\n",
}
PATHS = ("goals/Z-1.yml", "measures/BIL/M-1.yaml", "plan.yaml", "schemas/tree.schema.json")


@pytest.fixture(scope="module")
def pattern(tmp_path_factory: pytest.TempPathFactory) -> Builder:
    """A repository with a plan below its top."""
    built = Builder.new(tmp_path_factory.mktemp("pattern"))
    built.commit(FILES)
    return built


@pytest.fixture
def made(pattern: Builder, tmp_path: Path) -> Builder:
    """That repository, for one test alone."""
    return pattern.copy(tmp_path / "repo")


@pytest.fixture
def tree_of(made: Builder) -> Iterator[Callable[..., RevisionTree]]:
    """The tree of a commit, `HEAD` where none is named."""
    repository = Repository.discover(made.path)
    assert repository is not None
    with repository:

        def tree(revision: str = "HEAD", below: str = "plan") -> RevisionTree:
            return RevisionTree(repository, repository.resolve(revision), below, revision)

        yield tree


def fault(rule: str, path: str, **words: Argument) -> Diagnostic:
    arguments = tuple(sorted(words.items()))
    return Diagnostic(rule, Severity.ERROR, Subject(path), arguments=arguments)


def test_tree_has_the_plan_files_and_no_others(tree_of: Callable[..., RevisionTree]) -> None:
    tree = tree_of()
    assert (tree.label, tree.paths(), tree.faults()) == ("HEAD", PATHS, ())


def test_content_ids_and_bytes_are_those_of_the_folder(
    made: Builder, tree_of: Callable[..., RevisionTree]
) -> None:
    here, there = tree_of(), FolderTree(made.path / "plan")
    assert here.contents() == there.contents()
    assert here.read(PATHS) == there.read(PATHS)


def test_content_ids_of_sha256_are_those_of_the_folder(tmp_path: Path) -> None:
    made = Builder.new(tmp_path, object_format="sha256")
    commit = made.commit(FILES)
    repository = Repository.discover(tmp_path)
    assert repository is not None
    with repository:
        here = RevisionTree(repository, commit, "plan", "HEAD")
        there = FolderTree(tmp_path / "plan", hash_name=repository.hash_name)
        assert here.contents() == there.contents()
        assert {len(content) for content in here.contents().values()} == {64}


def test_older_commit_shows_the_older_files(
    made: Builder, tree_of: Callable[..., RevisionTree]
) -> None:
    made.commit({"plan/plan.yaml": "id: NEW\n", "plan/goals/Z-1.yml": None})
    assert tree_of("HEAD~1").read(["plan.yaml"]) == {"plan.yaml": b"id: WIR\n"}
    assert tree_of("HEAD~1").paths() == PATHS
    assert tree_of("HEAD").paths() == tuple(path for path in PATHS if path != "goals/Z-1.yml")


def test_path_that_is_not_there_is_not_read(tree_of: Callable[..., RevisionTree]) -> None:
    assert tree_of().read(["none.yaml", "logo.png", "../other/x.yaml", ".hidden/x.yaml"]) == {}


def test_plan_may_be_the_top_of_the_repository(tree_of: Callable[..., RevisionTree]) -> None:
    assert tree_of(below="").paths() == ("other/x.yaml", *(f"plan/{path}" for path in PATHS[:-1]))


def test_folder_that_is_not_in_the_commit_has_no_files(
    tree_of: Callable[..., RevisionTree],
) -> None:
    tree = tree_of(below="elsewhere")
    assert (tree.paths(), tree.faults()) == ((), ())


def test_working_tree_is_never_looked_at(
    made: Builder, tree_of: Callable[..., RevisionTree]
) -> None:
    made.write({"plan/plan.yaml": "changed\n", "plan/new.yaml": "new\n"})
    assert tree_of().read(["plan.yaml", "new.yaml"]) == {"plan.yaml": b"id: WIR\n"}


@pytest.mark.parametrize(
    ("files", "links"),
    [
        pytest.param({"plan/goals/Ziel ä.yaml": "x\n"}, {}, id="name that is not ASCII"),
        pytest.param(
            {"plan/a.yaml": "x\n", "plan/A.yaml": "x\n"}, {}, id="names equal but for case"
        ),
        pytest.param({"plan/goals/con.yaml": "x\n"}, {}, id="name that Windows keeps"),
        pytest.param({"plan/tab\t.yaml": "x\n"}, {}, id="control character in a name"),
        pytest.param({f"plan/{'d/' * (MAX_FOLDERS + 1)}x.yaml": "x\n"}, {}, id="folders too deep"),
        pytest.param({f"plan/{'d/' * MAX_FOLDERS}x.yaml": "x\n"}, {}, id="folders deep enough"),
        pytest.param({}, {"plan/a.yaml": "plan.yaml"}, id="link to another file"),
        pytest.param({}, {"plan/goals/a.yaml": "../plan.yaml"}, id="link to a file above"),
        pytest.param({}, {"plan/a.yaml": "../other/x.yaml"}, id="link out of the plan"),
        pytest.param({}, {"plan/a.yaml": "/etc/passwd"}, id="link out of the repository"),
        pytest.param({}, {"plan/a.yaml": "../../../x"}, id="link above the repository"),
        pytest.param({}, {"plan/a.yaml": "none.yaml"}, id="link to nothing"),
        pytest.param({}, {"plan/a.yaml": "a.yaml"}, id="link to itself"),
        pytest.param({}, {"plan/more": "measures"}, id="link to a folder"),
        pytest.param({}, {"plan/more": "."}, id="link to its own folder"),
        pytest.param({}, {"plan/more": "../other"}, id="link to a folder beside the plan"),
        pytest.param({}, {"plan/more": ".."}, id="link to the top"),
        pytest.param({}, {"plan/README": "../other/x.yaml"}, id="link that is no plan file"),
        pytest.param({}, {"plan/.hidden/y.yaml": "/etc"}, id="hidden link"),
    ],
)
def test_faults_are_those_of_the_folder(
    made: Builder,
    tree_of: Callable[..., RevisionTree],
    files: dict[str, str],
    links: dict[str, str],
) -> None:
    made.write(files)
    for name, target in links.items():
        (made.path / name).symlink_to(target)
    made.commit()
    here, there = tree_of(), FolderTree(made.path / "plan")
    assert here.paths() == there.paths()
    assert here.faults() == there.faults()


def test_name_that_is_no_text_is_a_fault(
    made: Builder, tree_of: Callable[..., RevisionTree]
) -> None:
    blob = made.blob(b"x\n")
    plan = made.tree(("100644", b"\xe4.yaml", blob), ("100644", b"\xe4.png", blob))
    made.commit_tree(made.tree(("40000", b"plan", plan)))
    assert tree_of().paths() == ()
    assert tree_of().faults() == (fault("file-name-not-utf-8", r"\xe4.yaml"),)


def test_large_file_is_not_read(made: Builder, tree_of: Callable[..., RevisionTree]) -> None:
    made.commit({"plan/big.yaml": b" " * (MAX_BYTES + 1), "plan/just.yaml": b" " * MAX_BYTES})
    tree = tree_of()
    assert tree.faults() == ()
    assert set(tree.read(["big.yaml", "just.yaml"])) == {"just.yaml"}
    expected = fault("file-too-large", "big.yaml", size=MAX_BYTES + 1, limit=MAX_BYTES)
    assert tree.faults() == (expected,)


def test_large_link_is_not_read(made: Builder, tree_of: Callable[..., RevisionTree]) -> None:
    plan = made.tree(("120000", b"a.yaml", made.blob(b"x" * 5000)))
    made.commit_tree(made.tree(("40000", b"plan", plan)))
    assert tree_of().faults() == (fault("link-leaves-plan", "a.yaml"),)


def test_submodule_is_no_file(made: Builder, tree_of: Callable[..., RevisionTree]) -> None:
    plan = made.tree(("160000", b"annex", made.head))
    made.commit_tree(made.tree(("40000", b"plan", plan)))
    words = {
        "what_de": "ein anderes Repository (Submodul)",
        "what_en": "another repository (a submodule)",
    }
    assert tree_of().faults() == (fault("not-a-file", "annex", **words),)


@pytest.mark.parametrize(
    ("name", "path"),
    [
        pytest.param(b"..", "..", id="folder above"),
        pytest.param(b".git", ".git", id="git's own folder"),
        pytest.param(b"a/../../b.yaml", "a/../../b.yaml", id="path"),
    ],
)
def test_name_made_by_hand_is_a_fault(
    made: Builder, tree_of: Callable[..., RevisionTree], name: bytes, path: str
) -> None:
    plan = made.tree(("100644", name, made.blob(b"x\n")))
    made.commit_tree(made.tree(("40000", b"plan", plan)))
    assert tree_of().paths() == ()
    assert tree_of().faults() == (fault("unsafe-path", path, version="HEAD", name=path),)


@pytest.mark.slow
def test_version_of_too_many_files_is_not_read(
    made: Builder, tree_of: Callable[..., RevisionTree]
) -> None:
    tree = made.tree(("100644", b"x.yaml", made.blob(b"x")))
    for _ in range(6):
        tree = made.tree(*(("40000", b"%d" % number, tree) for number in range(8)))
    made.commit_tree(made.tree(("40000", b"plan", tree)))
    assert tree_of().paths() == ()
    assert tree_of().faults() == (fault("version-too-large", "", version="HEAD", limit=250_000),)
