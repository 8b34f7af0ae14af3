"""What the history of a plan says against a version of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from builder import Builder
from wirctl.core.catalogue import message
from wirctl.core.diagnostic import Diagnostic, Location, Subject
from wirctl.core.severity import Severity
from wirctl.history.findings import history_findings
from wirctl.history.version import Versions

if TYPE_CHECKING:
    from pathlib import Path

    from wirctl.core.diagnostic import Argument

A, B, C = "LG-2021-11-08", "LG-2021-11-22", "RAT-2022-09"
SEVERITIES = {"history-cut": Severity.NOTE, "history-missing": Severity.NOTE}


def path(name: str) -> str:
    return f"plan/rounds/{name}.yaml"


def closed(name: str, title: str = "x") -> str:
    return f"id: {name}\ntitle: {title}\nclosed: {{date: {name.partition('-')[2]}}}\n"


@pytest.fixture(scope="module")
def pattern(tmp_path_factory: pytest.TempPathFactory) -> Builder:
    """A plan with two closed rounds."""
    built = Builder.new(tmp_path_factory.mktemp("pattern"))
    built.commit({"plan/plan.yaml": "v: 0\n", "plan/goals/Z-1.yaml": "id: Z-1\n"})
    built.commit({path(A): closed(A)})
    built.commit({path(B): closed(B)})
    return built


@pytest.fixture
def made(pattern: Builder, tmp_path: Path) -> Builder:
    """That repository, for one test alone."""
    return pattern.copy(tmp_path / "repo")


def found(folder: Path, at: str = "") -> tuple[Diagnostic, ...]:
    with Versions(folder / "plan") as past:
        tree = past.find(at or "WORKTREE").tree
        return history_findings(tree, folder / "plan", at)


def finding(
    rule: str,
    name: str = "",
    at: tuple[str, ...] = ("closed",),
    related: tuple[str, ...] = (),
    severity: Severity = Severity.WARNING,
    **words: Argument,
) -> Diagnostic:
    subject = subject_of(name) if name else Subject("")
    others = tuple(Location(subject_of(other), ("closed",)) for other in related)
    return Diagnostic(rule, severity, subject, at if name else (), tuple(words.items()), others)


def subject_of(name: str) -> Subject:
    return Subject(f"rounds/{name}.yaml", "round", name)


def test_orderly_history_has_no_finding(made: Builder) -> None:
    made.tag(f"round/{A}", "HEAD~1").tag(f"round/{B}", message="Closed").tag("v1")
    made.write({"plan/plan.yaml": "v: 1\n", path(C): f"id: {C}\n"})
    assert found(made.path) == ()
    assert found(made.path, "HEAD") == found(made.path, A) == ()


def test_round_edited_in_the_working_tree_is_found(made: Builder) -> None:
    commit = made.git("rev-parse", "HEAD~1")
    made.write({path(A): f"{closed(A, 'other')}note: y\n"})
    assert found(made.path) == (
        finding(
            "round-edited-after-closing",
            A,
            ("title",),
            round=A,
            commit=commit[:10],
            fields=("title", "note"),
            then="x",
            now="other",
        ),
    )
    assert found(made.path, "HEAD") == ()


def test_edited_decision_is_shown_as_it_was_and_as_it_is(made: Builder) -> None:
    decided = "decisions:\n  - {item: M-1, outcome: accepted}\n  - {item: M-2, outcome: returned}\n"
    made.commit({path(C): closed(C) + decided})
    made.write({path(C): closed(C) + decided.replace("returned", "accepted")})
    (said,) = found(made.path)
    text = message(said.rule).text("de", dict(said.arguments))
    assert text.endswith(
        "danach geändert: decisions. Damals stand dort M-2 outcome: returned, "
        "jetzt M-2 outcome: accepted."
    )
    assert said.at == ("decisions", "M-2")


def test_decision_that_was_put_before_others_is_the_one_that_is_told(made: Builder) -> None:
    decided = "decisions:\n  - {item: M-1, outcome: accepted}\n"
    made.commit({path(C): closed(C) + decided})
    more = decided.replace("\n  -", "\n  - {item: M-0, outcome: returned}\n  -", 1)
    made.write({path(C): closed(C) + more})
    (said,) = found(made.path)
    text = message(said.rule).text("de", dict(said.arguments))
    assert text.endswith("Damals stand dort –, jetzt M-0.")
    assert said.at == ("decisions", "M-0")


def test_field_taken_from_a_closed_round_is_found(made: Builder) -> None:
    made.commit({path(B): closed(B).replace("title: x\n", "")})
    (said,) = found(made.path, "HEAD")
    assert (said.rule, said.at, said.arguments[2]) == (
        "round-edited-after-closing",
        ("title",),
        ("fields", ("title",)),
    )


def test_edit_that_was_taken_back_is_none(made: Builder) -> None:
    made.commit({path(A): closed(A, "other")})
    made.commit({path(A): closed(A)})
    assert found(made.path) == ()


def test_formatting_of_a_closed_round_is_no_edit(made: Builder) -> None:
    made.commit({path(A): f"# Protokoll\n\nclosed:\n    date: '2021-11-08'\ntitle: x\nid: {A}\n"})
    assert found(made.path) == ()


def test_round_opened_again_is_found_before_and_after_the_commit(made: Builder) -> None:
    commit = made.git("rev-parse", "HEAD~1")
    expected = finding("round-opened-again", A, (), round=A, commit=commit[:10])
    made.write({path(A): f"id: {A}\ntitle: y\n"})
    assert found(made.path) == (expected,)
    made.commit()
    assert found(made.path) == (expected,)


def test_round_closed_again_is_found(made: Builder) -> None:
    first = made.git("rev-parse", "HEAD~1")
    made.commit({path(A): f"id: {A}\ntitle: y\n"})
    again = made.commit({path(A): closed(A, "y")})
    assert found(made.path) == (
        finding("round-closed-again", A, round=A, commit=again[:10], first=first[:10]),
    )


def test_round_that_cannot_be_read_now_is_left_to_others(made: Builder) -> None:
    made.write({path(A): "closed: [\n"})
    assert found(made.path) == ()


def test_rounds_in_one_commit_are_one_finding(made: Builder) -> None:
    extra = "RAT-2023-01"
    commit = made.commit({path(extra): closed(extra), path(C): closed(C)})
    assert found(made.path) == (
        finding(
            "rounds-share-a-commit",
            C,
            related=(extra,),
            rounds=(C, extra),
            commit=commit[:10],
        ),
    )


def test_round_closed_on_two_branches_is_found(made: Builder) -> None:
    side = made.branch("side").commit({path(C): closed(C, "1")})
    main = made.switch("main").commit({path(C): closed(C, "2")})
    made.merge("side", files={path(C): closed(C, "2")})
    assert found(made.path) == (
        finding("round-closed-twice", C, round=C, commit=main[:10], others=(side[:10],)),
    )


def test_tag_that_points_elsewhere_is_found(made: Builder) -> None:
    right, wrong = made.git("rev-parse", "HEAD~1"), made.head
    made.tag(f"round/{A}")
    assert found(made.path) == (
        finding(
            "round-tag-disagrees",
            A,
            severity=Severity.ERROR,
            tag=f"round/{A}",
            target=wrong[:10],
            commit=right[:10],
        ),
    )


@pytest.mark.parametrize("name", [C, "X-1999", ""])
def test_tag_of_no_closed_round_is_found(made: Builder, name: str) -> None:
    made.commit({path(C): f"id: {C}\n"})
    made.tag(f"round/{name}" if name else "round/x/y")
    (said,) = found(made.path)
    assert (said.rule, said.severity) == ("round-tag-without-round", Severity.WARNING)


def test_tag_of_a_later_round_says_nothing_against_an_earlier_version(made: Builder) -> None:
    made.tag(f"round/{B}")
    assert found(made.path, A) == ()


def test_id_that_was_lost_is_found_in_the_version_that_lost_it(made: Builder) -> None:
    made.commit({"plan/goals/Z-1.yaml": None})
    assert [(said.rule, said.subject) for said in found(made.path)] == [
        ("id-lost", Subject("goals/Z-1.yaml", id="Z-1"))
    ]
    assert found(made.path, B) == ()


def test_id_of_a_later_round_is_not_lost_in_an_earlier_version(made: Builder) -> None:
    made.commit({"plan/goals/Z-2.yaml": "id: Z-2\n", path(C): closed(C)})
    assert found(made.path, A) == found(made.path, "HEAD~3") == found(made.path) == ()


def test_shallow_clone_is_said_with_what_mends_it(made: Builder, tmp_path: Path) -> None:
    made.commit({"plan/plan.yaml": "v: 1\n"})
    made.clone(tmp_path / "one", "--depth=1")
    assert found(tmp_path / "one") == (
        finding("history-cut", severity=Severity.NOTE, command="git fetch --unshallow"),
    )


def test_shallow_clone_does_not_contradict_tags_or_texts(made: Builder, tmp_path: Path) -> None:
    made.tag(f"round/{A}", "HEAD~1").tag(f"round/{B}", "HEAD").tag("round/X", "HEAD~1")
    made.commit({path(A): f"id: {A}\n"})
    made.commit({path(B): closed(B, "other")})
    made.clone(tmp_path / "three", "--depth=3", "--branch=main")
    assert [said.rule for said in found(tmp_path / "three")] == ["history-cut"]


def test_folder_without_history_is_said(tmp_path: Path) -> None:
    (tmp_path / "plan").mkdir()
    (said,) = found(tmp_path)
    assert (said.rule, said.severity, said.subject) == (
        "history-missing",
        Severity.NOTE,
        Subject(""),
    )
    assert "git init" in message(said.rule).help("de", dict(said.arguments))


def test_missing_git_is_said(made: Builder, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    (said,) = found(made.path)
    assert said.rule == "history-missing"
    assert "git" in message(said.rule).help("de", dict(said.arguments))


def test_other_folder_has_no_history_of_this_plan(made: Builder, tmp_path: Path) -> None:
    (tmp_path / "copy").mkdir()
    assert found(made.path, str(tmp_path / "copy")) == ()


def test_every_message_can_be_said_in_both_languages(made: Builder) -> None:
    made.tag(f"round/{A}").tag("round/X")
    made.commit({path(A): closed(A, "y"), path(C): closed(C), path("R-1"): closed("R-1")})
    made.commit({"plan/goals/Z-1.yaml": None, "plan/fund/Z-1.yaml": "", path("R-1"): None})
    said = found(made.path)
    assert {item.rule for item in said} == {
        "id-lost",
        "id-reused",
        "round-edited-after-closing",
        "round-tag-disagrees",
        "round-tag-without-round",
        "rounds-share-a-commit",
    }
    for item in said:
        for language in ("de", "en"):
            words = dict(item.arguments)
            text = message(item.rule).text(language, words)
            assert "{" not in text + message(item.rule).help(language, words)
