"""`wirctl new`: the next free id over the whole history, and nothing outside the plan."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from builder import Builder
from commands import run
from small_plan import PLAN

if TYPE_CHECKING:
    from pathlib import Path

Capture = pytest.CaptureFixture[str]
FIELD = "id: HF-BIL\ntitle: Bildung\norder: 1\n"
MEASURE = "id: {id}\nkind: measure\ntitle: Eins\nfield: HF-BIL\n"
ROUND = "id: LG-2026-01-12\ntitle: S\nbody: G-LG\ndate: 2026-01-12\nclosed:\n  date: 2026-01-12\n"


def measure(number: str) -> dict[str, str]:
    name = f"M-BIL-{number}"
    return {f"plan/measures/bil/{name}.yaml": MEASURE.format(id=name)}


@pytest.fixture
def made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Builder:
    """A repository with a field of action and a measure; one stands in it."""
    builder = Builder.new(tmp_path / "repository")
    builder.commit({"plan/plan.yaml": PLAN, "plan/fields/HF-BIL.yaml": FIELD, **measure("01")})
    monkeypatch.chdir(builder.path)
    return builder


def new(capsys: Capture, *words: str) -> str:
    """The path that was made, or what was said against it."""
    ran = run(capsys, "new", "measure", "--title", "Zwei", "--field", "HF-BIL", *words)
    assert (ran.code, bool(ran.out)) in {(0, True), (2, False)}
    return ran.out or ran.err


@pytest.mark.usefixtures("made")
def test_path_is_told_from_where_one_stands(
    capsys: Capture, made: Builder, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert new(capsys) == "Angelegt: plan/measures/bil/M-BIL-02.yaml\n"
    monkeypatch.chdir(made.path / "plan")
    assert new(capsys) == "Angelegt: measures/bil/M-BIL-03.yaml\n"
    monkeypatch.chdir(made.path / "plan" / "fields")
    folder = (made.path / "plan").as_posix()
    assert new(capsys) == f"Angelegt: {folder}/measures/bil/M-BIL-04.yaml\n"


def test_id_of_an_earlier_round_is_never_used_again(capsys: Capture, made: Builder) -> None:
    made.commit({**measure("02"), "plan/rounds/LG-2026-01-12.yaml": ROUND})
    made.commit({next(iter(measure("02"))): None})
    assert "M-BIL-03" in new(capsys)
    assert new(capsys, "--id", "M-BIL-02") == (
        "Die Kennung M-BIL-02 ist schon vergeben; Kennungen werden nie wieder verwendet.\n"
    )


def test_id_of_any_commit_is_never_used_again(capsys: Capture, made: Builder) -> None:
    made.commit(measure("02"))
    made.commit({next(iter(measure("02"))): None})
    assert "M-BIL-03" in new(capsys)


def test_id_of_a_round_counts_where_the_plan_had_another_folder(
    capsys: Capture, made: Builder, monkeypatch: pytest.MonkeyPatch
) -> None:
    made.commit({**measure("02"), "plan/rounds/LG-2026-01-12.yaml": ROUND})
    made.commit({next(iter(measure("02"))): None})
    made.move("plan", "wir").commit()
    monkeypatch.chdir(made.path / "wir")
    assert "M-BIL-03" in new(capsys)


def test_without_git_the_work_tree_alone_counts(
    capsys: Capture, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "plan" / "fields").mkdir(parents=True)
    (tmp_path / "plan" / "plan.yaml").write_text(PLAN)
    (tmp_path / "plan" / "fields" / "HF-BIL.yaml").write_text(FIELD)
    monkeypatch.chdir(tmp_path)
    assert "M-BIL-01" in new(capsys)


def test_repository_without_a_commit_is_no_obstacle(
    capsys: Capture, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    builder = Builder.new(tmp_path / "repository")
    builder.write({"plan/plan.yaml": PLAN, "plan/fields/HF-BIL.yaml": FIELD})
    monkeypatch.chdir(builder.path)
    assert "M-BIL-01" in new(capsys)


def test_cut_history_gives_no_id(
    capsys: Capture, made: Builder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made.commit(measure("02"))
    monkeypatch.chdir(made.clone(tmp_path / "clone", "--depth=1").path)
    assert "git fetch --unshallow" in new(capsys)


@pytest.mark.usefixtures("made")
@pytest.mark.parametrize(
    "name", ["../../evil", "M-BIL-2/../../evil", "m-bil-02", "M-BIL-02\n", "M BIL 2", "/evil", "…"]
)
def test_id_of_another_form_is_refused(capsys: Capture, made: Builder, name: str) -> None:
    before = made.git("status", "--short")
    assert "hat nicht die Form der Art measure." in new(capsys, "--id", name)
    assert made.git("status", "--short") == before


@pytest.mark.usefixtures("made")
def test_id_that_differs_only_in_case_is_taken(capsys: Capture) -> None:
    assert "schon vergeben" in new(capsys, "--id", "m-bil-01")


@pytest.mark.usefixtures("made")
@pytest.mark.parametrize(
    ("words", "said"),
    [
        pytest.param(["--field", "HF-BIP"], "Gemeint ist vielleicht „HF-BIL“.", id="field"),
        pytest.param(["--field", "../../x"], "Ein Element „../../x“ gibt es", id="no path"),
        pytest.param(["--set", "titel=X"], "Gemeint ist vielleicht „title“.", id="name"),
        pytest.param(["--set", "summary"], "keine Angabe der Form NAME=WERT", id="no value"),
        pytest.param(["--set", "=x"], "keine Angabe der Form NAME=WERT", id="no name"),
    ],
)
def test_value_that_cannot_be_is_refused(capsys: Capture, words: list[str], said: str) -> None:
    ran = run(capsys, "new", "measure", "--title", "X", *words)
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err


def own_kind(pattern: str) -> str:
    return json.dumps(
        {
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            "$id": "urn:example:place",
            "type": "object",
            "title": "Ort",
            "required": ["id"],
            "additionalProperties": False,
            "x-wirctl": {
                "kind": "place",
                "folder": "places",
                "id_prefix": "O",
                "id_pattern": pattern,
                "title_en": "Place",
            },
            "properties": {"id": {"type": "string", "title": "Kennung"}},
        }
    )


@pytest.mark.parametrize(
    ("pattern", "code"),
    [
        pytest.param("^O-[0-9]+$", 0, id="a plain one"),
        pytest.param("^(([A-Z0-9-])+)+!$", 2, id="one that would take years"),
        pytest.param("^(?=.*a)(((a)))$", 2, id="one that no engine reads"),
        pytest.param(".*", 0, id="anything"),
        pytest.param("[", 2, id="none"),
    ],
)
def test_pattern_of_a_strange_schema_is_asked_safely(
    capsys: Capture, made: Builder, pattern: str, code: int
) -> None:
    made.write({"plan/schemas/place.schema.json": own_kind(pattern)})
    ran = run(capsys, "new", "place")
    assert ran.code == code
    assert run(capsys, "new", "place", "--id", "../evil").code == 2
    assert not list(made.path.rglob("evil*"))


@pytest.mark.usefixtures("made")
def test_new_file_holds_what_was_given(capsys: Capture, made: Builder) -> None:
    new(
        capsys,
        "--set",
        "staffing_fte=0.5",
        "--set",
        "goals=Z-1, Z-2",
        "--set",
        "fund_eligible=true",
    )
    text = (made.path / "plan/measures/bil/M-BIL-02.yaml").read_text(encoding="utf-8")
    assert text.splitlines()[:10] == [
        "# Maßnahme: Was getan werden soll: von wem, bis wann, womit.",
        "id: M-BIL-02",
        "kind: measure",
        "title: Zwei",
        "field: HF-BIL",
        "goals:",
        "  - Z-1",
        "  - Z-2",
        "staffing_fte: 0.5",
        "fund_eligible: true",
    ]


@pytest.mark.usefixtures("made")
def test_what_a_plan_has_once_gets_its_own_file(capsys: Capture) -> None:
    words = ("new", "review_rules", "--title", "Wer zustimmt")
    ran = run(capsys, *words)
    assert (ran.code, ran.out) == (0, "Angelegt: plan/review.yaml\n")
    assert run(capsys, "validate").code == 0
    again = run(capsys, *words)
    assert again.code == 2
    assert "review.yaml gibt es schon" in again.err


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        ("measures", "measure"),
        ("Massnahme", "measure"),
        ("Maßnahmen", "measure"),
        ("gremium", "body"),
        ("Handlungsfeld", "field_of_action"),
    ],
)
@pytest.mark.parametrize("command", ["new", "schema"])
@pytest.mark.usefixtures("here")
def test_kind_is_offered_for_what_people_call_it(
    capsys: Capture, command: str, word: str, kind: str
) -> None:
    ran = run(capsys, command, word)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.splitlines()[-1] == f"Gemeint ist vielleicht „{kind}“."
