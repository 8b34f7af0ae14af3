"""Who decided each field and sentence: against a reference that loads every version."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from builder import Builder
from long_history import write_history
from replay import replay
from wirctl.core.change import Weight
from wirctl.diff.compare import compare
from wirctl.history.errors import ShallowCloneError
from wirctl.history.repository import Repository
from wirctl.history.revision import RevisionTree
from wirctl.load import load
from wirctl.trail.blame import answer
from wirctl.trail.record import read

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from wirctl.trail.answer import Blame, Line, Trail

pytestmark = pytest.mark.slow

PLAN = "id: PLAN\ntitle: Ein Plan\nformat: 1\nlanguages: [de]\n"
BODY = "id: G-LG\ntitle: Lenkungsgruppe\nkind: steering_group\n"


def found(folder: Path, below: str = "plan") -> Trail:
    repository = Repository.discover(folder)
    assert repository is not None
    with repository:
        known = answer(repository, below)
    assert known is not None
    return read(known)


def line(item: Blame, pointer: str, sentence: int = 0) -> Line:
    return next(
        line
        for line in item.lines
        if "/".join(line.pointer) == pointer and line.sentence == sentence
    )


def commits(item: Blame, pointer: str, sentence: int = 0) -> tuple[str, str]:
    """The commits of the last change of substance and of the last editorial one."""
    where = line(item, pointer, sentence)
    return (
        where.substantive.commit if where.substantive else "",
        where.editorial.commit if where.editorial else "",
    )


def measure(fields: str, id: str = "M-BIL-01") -> dict[str, str | bytes | None]:
    return {f"plan/measures/{id}.yaml": f"id: {id}\n{fields}"}


def closed(name: str, more: str = "") -> dict[str, str | bytes | None]:
    day = name.partition("-")[2]
    text = f"id: {name}\ntitle: Sitzung\nbody: G-LG\ndate: {day}\n{more}closed:\n  date: {day}\n"
    return {f"plan/rounds/{name}.yaml": text}


@pytest.fixture(scope="module")
def pattern(tmp_path_factory: pytest.TempPathFactory) -> Builder:
    built = Builder.new(tmp_path_factory.mktemp("pattern"))
    built.commit({"plan/plan.yaml": PLAN, "plan/bodies/G-LG.yaml": BODY})
    return built


@pytest.fixture
def made(pattern: Builder, tmp_path: Path) -> Builder:
    return pattern.copy(tmp_path / "repo")


@pytest.fixture(scope="module")
def real(tmp_path_factory: pytest.TempPathFactory) -> tuple[Trail, Mapping[str, str]]:
    """The answer for the real plan, and the commit of each of its rounds."""
    folder = tmp_path_factory.mktemp("real")
    by_round = replay(folder)
    return found(folder), by_round


def test_steering_group_turned_the_way_of_funding(
    real: tuple[Trail, Mapping[str, str]],
) -> None:
    answer, by_round = real
    touch = line(answer.elements["M-STK-04"], "funding_path").substantive
    assert touch is not None
    assert (touch.round, touch.body, touch.outcome) == ("LG-2021-12-06", "G-LG", "amended")
    assert touch.commit == by_round["LG-2021-12-06"]
    assert answer.bodies["G-LG"] == "Lenkungsgruppe"


def test_added_sentence_has_another_round_than_the_one_before_it(
    real: tuple[Trail, Mapping[str, str]],
) -> None:
    item = real[0].elements["Z-DEM-1"]
    sentences = [line for line in item.lines if line.pointer == ("text",) and line.sentence]
    assert [(s.text[:19], s.substantive and s.substantive.round) for s in sentences] == [
        ("Ehrenamtliches Enga", "EG-2021"),
        ("Politische Bildung ", "LG-2021-11-29"),
    ]


@pytest.mark.slow
def test_long_history_agrees_with_a_reference_that_compares_every_version(tmp_path: Path) -> None:
    write_history(tmp_path, 8, 60)
    answer = found(tmp_path)
    assert by_field(answer) == reference(tmp_path)


def by_field(answer: Trail) -> dict[tuple[str, str], tuple[str, str]]:
    return {
        (item.id, line.pointer[0]): commits(item, line.pointer[0])
        for item in answer.elements.values()
        for line in item.lines
        if len(line.pointer) == 1 and not line.sentence
    }


def reference(folder: Path) -> dict[tuple[str, str], tuple[str, str]]:
    """Field to its last commits, by comparing each whole version with the one before."""
    repository = Repository.discover(folder)
    assert repository is not None
    known: dict[tuple[str, str], tuple[str, str]] = {}
    with repository:
        assert repository.head is not None
        line = list(reversed(repository.graph(repository.head).line(repository.head)))
        trees = [RevisionTree(repository, commit, "plan", commit) for commit in line]
        for element in load(trees[0]).plan.elements:
            known |= {(element.id, name): (line[0], "") for name in element.value}
        for commit, old, new in zip(line[1:], trees, trees[1:], strict=False):
            fields = {item.id: tuple(item.value) for item in load(new).plan.elements}
            for change in compare(old, new).changes:
                names = change.at[:1] or fields[change.subject.id]
                for name in names:
                    where = (change.subject.id, name)
                    substantive, editorial = known.get(where, ("", ""))
                    is_editorial = change.weight is Weight.EDITORIAL
                    known[where] = (substantive, commit) if is_editorial else (commit, editorial)
    return known


def test_sentences_of_a_long_history_are_as_old_as_they_stand_there(tmp_path: Path) -> None:
    write_history(tmp_path, 4, 40)
    answer = found(tmp_path)
    repository = Repository.discover(tmp_path)
    assert repository is not None
    with repository:
        assert repository.head is not None
        line = repository.graph(repository.head).line(repository.head)
        texts = [
            {
                item.id: " ".join(str(item.value).replace("\\n", " ").split())
                for item in load(tree).plan.elements
            }
            for tree in (RevisionTree(repository, commit, "plan", "") for commit in line)
        ]
    sentences = 0
    for item in answer.elements.values():
        for where in item.lines:
            if where.sentence and str(texts[0][item.id]).count(where.text) == 1:
                stands = [where.text in there.get(item.id, "") for there in texts]
                first = line[(stands.index(False) if False in stands else len(line)) - 1]
                touch = max(
                    filter(None, (where.substantive, where.editorial)), key=lambda t: t.date
                )
                assert (item.id, where.text, touch.commit) == (item.id, where.text, first)
                sentences += 1
    assert sentences > 10


def test_writing_a_file_in_another_way_or_moving_it_changes_nothing(made: Builder) -> None:
    first = made.commit(measure("title: Lotsendienst\ndescription: >-\n  Ein Text. Noch einer.\n"))
    made.commit(
        measure("# Hinweis\ndescription: |-\n  Ein Text.\n  Noch einer.\ntitle: 'Lotsendienst'\n")
    )
    made.move("plan/measures/M-BIL-01.yaml", "plan/measures/bil/M-BIL-01.yaml").commit()
    item = found(made.path).elements["M-BIL-01"]
    assert item.path == "measures/bil/M-BIL-01.yaml"
    assert {commits(item, "title"), commits(item, "description", 2)} == {(first, "")}


def test_plan_that_moved_as_a_whole_keeps_its_past(made: Builder) -> None:
    first = made.commit(measure("title: Lotsendienst\n"))
    made.move("plan", "stadt/plan").commit()
    item = found(made.path, "stadt/plan").elements["M-BIL-01"]
    assert commits(item, "title") == (first, "")


def test_spelling_is_editorial_and_a_figure_is_not(made: Builder) -> None:
    text = "description: Die Stadt fördert drei Projekte im Jahr und lädt alle dazu ein.\n"
    first = made.commit(measure(text))
    spelled = made.commit(measure(text.replace("Projekte im", "Projekte, im")))
    assert commits(found(made.path).elements["M-BIL-01"], "description") == (first, spelled)
    counted = made.commit(measure(text.replace("drei Projekte", "vier Projekte")))
    item = found(made.path).elements["M-BIL-01"]
    assert commits(item, "description")[0] == counted


def test_renamed_element_keeps_what_was_decided_under_its_old_name(made: Builder) -> None:
    made.commit(measure("title: Lotsendienst\npriority: low\n"))
    decided = "decisions:\n  - item: M-BIL-01\n    outcome: accepted\n    paper: DS-1\n"
    first = made.commit(
        closed("LG-2026-01-12", decided) | measure("title: Lotsen\npriority: low\n")
    )
    came = "lineage:\n  - kind: renamed\n    from: [M-BIL-01]\n    round: LG-2026-02-09\n"
    renamed = made.commit(
        closed("LG-2026-02-09")
        | measure(f"title: Lotsen\npriority: high\n{came}", "M-BIL-02")
        | measure("title: Lotsen\nwithdrawn: {round: LG-2026-02-09, to: [M-BIL-02]}\n")
    )
    item = found(made.path).elements["M-BIL-02"]
    touch = line(item, "title").substantive
    assert touch is not None
    assert (touch.commit, touch.id, touch.outcome, touch.paper) == (
        first,
        "M-BIL-01",
        "accepted",
        "DS-1",
    )
    assert commits(item, "priority") == (renamed, "")
    assert commits(item, "lineage") == commits(item, "id") == (renamed, "")


def test_parts_of_a_split_and_a_merge_are_as_old_as_in_their_origins(made: Builder) -> None:
    one = made.commit(measure("title: Eins\nobjective: Alle nehmen teil.\n", "M-BIL-01"))
    two = made.commit(measure("title: Zwei\npriority: high\n", "M-BIL-02"))
    came = "lineage:\n  - kind: merged\n    from: [M-BIL-01, M-BIL-02]\n"
    merged = made.commit(
        measure(f"title: Drei\nobjective: Alle nehmen teil.\npriority: high\n{came}", "M-BIL-03")
    )
    came = "lineage:\n  - kind: split\n    from: [M-BIL-03]\n"
    split = made.commit(measure(f"title: Vier\npriority: high\n{came}", "M-BIL-04"))
    answer = found(made.path)
    third, fourth = answer.elements["M-BIL-03"], answer.elements["M-BIL-04"]
    assert commits(third, "objective") == (one, "")
    assert commits(third, "priority") == commits(fourth, "priority") == (two, "")
    assert commits(third, "title") == commits(third, "id") == (merged, "")
    assert commits(fourth, "title") == commits(fourth, "id") == (split, "")


def test_lineage_that_is_declared_later_counts_all_the_same(made: Builder) -> None:
    first = made.commit(measure("title: Eins\npriority: high\n", "M-BIL-01"))
    made.commit(measure("title: Zwei\npriority: high\n", "M-BIL-02"))
    came = "lineage:\n  - kind: replaced\n    from: [M-BIL-01]\n"
    made.commit(measure(f"title: Zwei\npriority: high\n{came}", "M-BIL-02"))
    assert commits(found(made.path).elements["M-BIL-02"], "priority") == (first, "")


def test_element_that_is_carried_over_comes_from_outside(made: Builder) -> None:
    made.commit(measure("title: Eins\npriority: high\n", "M-BIL-01"))
    came = "lineage:\n  - kind: carried_over\n    from: [M-BIL-01]\n"
    second = made.commit(measure(f"title: Eins\npriority: high\n{came}", "M-BIL-02"))
    assert commits(found(made.path).elements["M-BIL-02"], "priority") == (second, "")


def test_merge_takes_each_field_from_the_branch_that_changed_it(made: Builder) -> None:
    made.commit(measure("title: Eins\nstaffing_fte: 1\npriority: low\narea: [A]\n"))
    made.branch("other")
    theirs = made.commit(measure("title: Eins\nstaffing_fte: 1\npriority: high\narea: [A]\n"))
    elsewhere = made.commit(measure("title: Neu\n", "M-BIL-02"))
    made.switch("main")
    ours = made.commit(measure("title: Zwei\nstaffing_fte: 1\npriority: low\narea: [A]\n"))
    merged = made.merge(
        "other", files=measure("title: Zwei\nstaffing_fte: 2\npriority: high\narea: [A]\n")
    )
    answer = found(made.path)
    item = answer.elements["M-BIL-01"]
    assert [commits(item, name)[0] for name in ("title", "priority", "staffing_fte")] == [
        ours,
        theirs,
        merged,
    ]
    assert commits(answer.elements["M-BIL-02"], "title") == (elsewhere, "")


def test_items_that_shift_are_as_old_as_they_were(made: Builder) -> None:
    old = "implementation:\n  - date: 2022-06-30\n    status: preparing\n"
    first = made.commit(measure(f"title: Eins\n{old}"))
    new = "implementation:\n  - date: 2021-01-31\n    status: not_started\n"
    second = made.commit(measure(f"title: Eins\n{new}{old.partition(chr(10))[2]}"))
    item = found(made.path).elements["M-BIL-01"]
    assert commits(item, "implementation") == (second, "")
    by_text = {line.text: line.substantive for line in item.lines}
    preparing, beginning = by_text["preparing"], by_text["not_started"]
    assert preparing is not None
    assert beginning is not None
    assert (preparing.commit, beginning.commit) == (first, second)


def test_file_that_cannot_be_read_keeps_its_last_value_and_is_told(made: Builder) -> None:
    first = made.commit(measure("title: Eins\n"))
    broken = made.commit(measure("title: 'Eins\n"))
    mended = made.commit(measure("title: Eins\npriority: high\n"))
    answer = found(made.path)
    item = answer.elements["M-BIL-01"]
    assert commits(item, "title") == (first, "")
    assert commits(item, "priority") == (mended, "")
    assert [(u.path, u.commit) for u in answer.unread] == [("measures/M-BIL-01.yaml", broken)]


def test_removed_element_is_not_among_the_answers(made: Builder) -> None:
    made.commit(measure("title: Eins\n"))
    made.commit({"plan/measures/M-BIL-01.yaml": None})
    assert "M-BIL-01" not in found(made.path).elements


def test_change_belongs_to_the_first_round_that_is_closed_after_it(made: Builder) -> None:
    made.commit(measure("title: Eins\n"))
    made.commit(closed("LG-2026-01-12"))
    made.commit(measure("title: Zwei\n"))
    made.commit(measure("title: Zwei\npriority: low\n"))
    made.commit(closed("LG-2026-02-09"))
    made.commit(measure("title: Zwei\npriority: high\n"))
    item = found(made.path).elements["M-BIL-01"]
    touches = {line.pointer[0]: line.substantive for line in item.lines}
    rounds = {name: touch.round for name, touch in touches.items() if touch is not None}
    assert rounds == {"id": "LG-2026-01-12", "title": "LG-2026-02-09", "priority": ""}


def test_rounds_that_one_commit_closed_are_told_apart_by_what_they_decided(made: Builder) -> None:
    decided = "decisions:\n  - item: M-BIL-01\n    outcome: accepted\n"
    made.commit(
        closed("LG-2026-01-12") | closed("LG-2026-01-19", decided) | measure("title: Eins\n")
    )
    touch = line(found(made.path).elements["M-BIL-01"], "title").substantive
    assert touch is not None
    assert (touch.round, touch.outcome) == ("LG-2026-01-19", "accepted")


def test_shallow_clone_gives_no_answer_but_the_command_that_mends_it(
    made: Builder, tmp_path: Path
) -> None:
    made.commit(measure("title: Eins\n"))
    clone = made.clone(tmp_path / "clone", "--depth=1")
    with pytest.raises(ShallowCloneError) as raised:
        found(clone.path)
    assert raised.value.command == "git fetch --unshallow"
