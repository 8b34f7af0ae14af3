"""What is taken from one side of a comparison, and what stops it."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from versions import MemoryTree, version
from wirctl.diff.compare import compare
from wirctl.diff.side import Side, TwoFilesOneIdError, UnreadableVersionError
from wirctl.source.folder import FolderTree

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from wirctl.core.diagnostic import Diagnostic

PLAN = b"id: PLAN-1\ntitle: Ein Plan\nformat: 1\n"
MEASURE = b"id: M-BIL-01\ntitle: Lotsen\n"
EMPTY = MemoryTree({"plan.yaml": PLAN})


def folder(path: Path, **files: bytes) -> FolderTree:
    """A plan in a folder, with these measures."""
    (path / "measures").mkdir(parents=True)
    (path / "plan.yaml").write_bytes(PLAN)
    for name, data in files.items():
        (path / "measures" / f"{name.replace('_', '-')}.yaml").write_bytes(data)
    return FolderTree(path)


def refused(old: MemoryTree | FolderTree, new: MemoryTree | FolderTree) -> tuple[str, ...]:
    """The paths for which two versions cannot be compared."""
    with pytest.raises(UnreadableVersionError) as caught:
        compare(old, new)
    return caught.value.paths


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b"title: [", id="no YAML"),
        pytest.param(b"", id="empty"),
        pytest.param(b"- a\n", id="a list"),
        pytest.param(b"title: \xfc\n", id="not UTF-8"),
        pytest.param(b"id: M-BIL-01\nstaffing_fte: 1.000\n", id="a value nobody can take"),
        pytest.param(b"id: M-BIL-01\ntitle: A\ntitle: B\n", id="one key twice"),
    ],
)
def test_file_that_cannot_be_read_in_every_part_stops_the_comparison(data: bytes) -> None:
    broken = MemoryTree({"plan.yaml": PLAN, "measures/M-BIL-01.yaml": data})
    assert refused(EMPTY, broken) == ("measures/M-BIL-01.yaml",)
    assert refused(broken, EMPTY) == ("measures/M-BIL-01.yaml",)


def test_broken_file_that_is_the_same_on_both_sides_stops_nothing() -> None:
    broken = {"plan.yaml": PLAN, "measures/M-BIL-02.yaml": b"title: ["}
    one = MemoryTree(broken)
    other = MemoryTree({**broken, "measures/M-BIL-01.yaml": MEASURE})
    assert [change.kind for change in compare(one, other).changes] == ["element-added"]


def test_link_stops_the_comparison_although_the_file_was_there_before(tmp_path: Path) -> None:
    before = folder(tmp_path / "old", M_BIL_01=MEASURE)
    after = folder(tmp_path / "new")
    (tmp_path / "new/measures/M-BIL-01.yaml").symlink_to(tmp_path / "old/measures/M-BIL-01.yaml")
    assert refused(before, after) == ("measures/M-BIL-01.yaml",)


def test_link_that_both_sides_have_stops_the_comparison_too(tmp_path: Path) -> None:
    sides = [folder(tmp_path / name) for name in ("old", "new")]
    for name in ("old", "new"):
        (tmp_path / name / "measures/M-BIL-01.yaml").symlink_to("/etc/hostname")
    assert refused(*sides) == ("measures/M-BIL-01.yaml",)


def test_pipe_stops_the_comparison_and_is_never_opened(tmp_path: Path) -> None:
    after = folder(tmp_path / "new")
    os.mkfifo(tmp_path / "new/measures/M-BIL-01.yaml")
    assert refused(EMPTY, after) == ("measures/M-BIL-01.yaml",)


def test_file_that_is_too_large_stops_the_comparison(tmp_path: Path) -> None:
    huge = b"title: " + b"x" * (2 << 20)
    sides = [folder(tmp_path / name, M_BIL_01=huge) for name in ("old", "new")]
    assert refused(*sides) == ("measures/M-BIL-01.yaml",)


def test_folder_that_cannot_be_listed_stops_the_comparison(tmp_path: Path) -> None:
    after = folder(tmp_path / "new")
    (tmp_path / "new" / "goals").symlink_to(tmp_path)
    assert refused(EMPTY, after) == ("goals",)


def test_own_schema_that_cannot_be_used_stops_the_comparison() -> None:
    after = MemoryTree({"plan.yaml": PLAN, "schemas/x.schema.json": b"{", "x/X-1.yaml": b"id: X-1"})
    assert refused(EMPTY, after) == ("schemas/x.schema.json",)


def test_element_in_two_files_stops_the_comparison() -> None:
    twice = {"measures/bil/M-BIL-01.yaml": MEASURE, "measures/soz/M-BIL-01.yaml": MEASURE}
    with pytest.raises(TwoFilesOneIdError) as caught:
        compare(EMPTY, MemoryTree({"plan.yaml": PLAN, **twice}, "NEU"))
    assert (caught.value.label, caught.value.id, caught.value.paths) == (
        "NEU",
        "M-BIL-01",
        tuple(sorted(twice)),
    )


def test_only_files_that_differ_are_read(tmp_path: Path) -> None:
    before = folder(tmp_path / "old", M_BIL_01=MEASURE, M_BIL_02=b"id: M-BIL-02\ntitle: A\n")
    after = folder(tmp_path / "new", M_BIL_01=MEASURE, M_BIL_02=b"id: M-BIL-02\ntitle: B\n")
    side = compare(before, after).new
    assert set(side._files) == {"measures/M-BIL-02.yaml"}


def test_bodies_are_read_only_where_a_text_was_reworded(tmp_path: Path) -> None:
    before = folder(tmp_path / "old", M_BIL_01=MEASURE + b"staffing_fte: 1\n")
    after = folder(tmp_path / "new", M_BIL_01=MEASURE + b"staffing_fte: 2\n")
    for name in ("old", "new"):
        (tmp_path / name / "bodies").mkdir()
        (tmp_path / name / "bodies/G-RAT.yaml").write_bytes(b"id: G-RAT\ntitle: Rat\n")
    assert set(compare(before, after).new._files) == {"measures/M-BIL-01.yaml"}


def test_element_is_named_by_its_file_whatever_the_file_says() -> None:
    side = Side.of(version("# measures/M-BIL-01.yaml\nid: M-BIL-99\ntitle: A\n"))
    element = side.element("M-BIL-01")
    assert element is not None
    assert element.id == "M-BIL-01"
    assert side.element("M-BIL-99") is None


def test_plan_and_process_are_found_by_the_id_they_say() -> None:
    side = Side.of(
        version("# plan.yaml\nid: WIR\ntitle: Plan\n# process.yaml\nid: WEG\ntitle: Verfahren\n")
    )
    assert side.label_of("WIR") == "Plan"
    assert side.label_of("WEG") == "Verfahren"


def test_element_that_is_named_by_another_has_that_name() -> None:
    side = Side.of(
        version(
            "# guidelines/L-1.yaml\nid: L-1\ntitle: Migration\n"
            "# translations/TR-EN-L-1.yaml\nid: TR-EN-L-1\nelement: L-1\n"
        )
    )
    assert side.label_of("TR-EN-L-1") == "Migration"


def test_names_that_run_in_a_circle_end() -> None:
    side = Side.of(
        version(
            "# translations/TR-EN-A.yaml\nelement: TR-EN-B\n"
            "# translations/TR-EN-B.yaml\nelement: TR-EN-A\n"
        )
    )
    assert side.label_of("TR-EN-A") == "TR-EN-A"


def test_label_of_what_cannot_be_read_is_its_id() -> None:
    side = Side.of(MemoryTree({"goals/Z-BIL-1.yaml": b"title: ["}))
    assert side.label_of("Z-BIL-1") == "Z-BIL-1"
    assert side.label_of("Z-BIL-2") == "Z-BIL-2"


class Reading:
    """A tree that knows which files were read from it."""

    label = "READING"

    def __init__(self, files: Mapping[str, bytes]) -> None:
        self.tree = MemoryTree(files)
        self.seen: list[str] = []

    def paths(self) -> tuple[str, ...]:
        return self.tree.paths()

    def contents(self) -> Mapping[str, str]:
        return self.tree.contents()

    def read(self, paths: Iterable[str]) -> Mapping[str, bytes]:
        found = self.tree.read(paths)
        self.seen.extend(found)
        return found

    def faults(self) -> tuple[Diagnostic, ...]:
        return self.tree.faults()


def test_file_that_is_the_same_on_both_sides_is_read_once() -> None:
    files = {"plan.yaml": PLAN, "measures/M-BIL-01.yaml": MEASURE}
    old, new = Reading(files), Reading({**files, "measures/M-BIL-02.yaml": MEASURE})
    before, after = Side.both(old, new)
    assert before.element("M-BIL-01") == after.element("M-BIL-01")
    assert (old.seen, new.seen) == (["measures/M-BIL-01.yaml"], [])


def test_file_that_differs_is_read_from_its_own_side() -> None:
    old = MemoryTree({"measures/M-BIL-01.yaml": MEASURE})
    new = MemoryTree({"measures/M-BIL-01.yaml": MEASURE + b"priority: high\n"})
    values = [side.element("M-BIL-01") for side in Side.both(old, new)]
    assert [element and "priority" in element.value for element in values] == [False, True]


def test_elements_of_a_kind_are_read_together() -> None:
    tree = Reading({f"measures/M-BIL-0{place}.yaml": MEASURE for place in (2, 1)})
    assert list(Side.of(tree).ids_of("measure")) == ["M-BIL-01", "M-BIL-02"]
    assert tree.seen == ["measures/M-BIL-01.yaml", "measures/M-BIL-02.yaml"]
