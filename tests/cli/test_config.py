"""Settings: what they may say, where from their paths count, and what is refused."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from builder import Builder
from commands import run
from small_plan import PLAN

if TYPE_CHECKING:
    from pathlib import Path

    from commands import Ran

Capture = pytest.CaptureFixture[str]


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project with a plan, without git; one stands in it."""
    folder = tmp_path / "project"
    (folder / "plan").mkdir(parents=True)
    (folder / "plan" / "plan.yaml").write_text(PLAN, encoding="utf-8")
    monkeypatch.chdir(folder)
    return folder


def refused(capsys: Capture, *words: str) -> str:
    """The first line of what is said against a command line, without the temporary folder."""
    ran = run(capsys, *words)
    assert (ran.code, ran.out) == (2, "")
    return ran.err


@pytest.mark.parametrize(
    ("text", "said"),
    [
        pytest.param("plan = 1", "braucht plan einen Text in Anführungszeichen statt 1.", id="1"),
        pytest.param('formats = "html"', "braucht formats eine Liste von Texten", id="no list"),
        pytest.param("languages = [1]", "braucht languages eine Liste von Texten", id="number"),
        pytest.param('levels = "off"', "braucht levels zu jeder Regel eine Stufe", id="levels"),
        pytest.param("formatz = []", "steht „formatz“; das gibt es nicht.\n", id="key"),
        pytest.param("plan = ]", "wirctl.toml:1:8 an nicht zu lesen", id="no TOML"),
        pytest.param("plan = '\x00'", "wirctl.toml:1:9 an nicht zu lesen", id="NUL"),
        pytest.param("a = " + "[" * 100_000, "wirctl.toml an nicht zu lesen", id="deep"),
        pytest.param("#" * (1 << 20) + "#", "ist zu groß", id="large"),
        pytest.param('plan = ".."', "führt plan = „..“ aus dem Projekt hinaus", id="above"),
        pytest.param('plan = "/"', "führt plan = „/“ aus dem Projekt hinaus", id="root"),
        pytest.param('plan = "a\\u0000b"', "aus dem Projekt hinaus", id="NUL in a path"),
        pytest.param('plan = "link"', "führt plan = „link“ aus dem Projekt hinaus", id="link"),
        pytest.param('plan = "loop"', "führt plan = „loop“ aus dem Projekt hinaus", id="loop"),
    ],
)
def test_settings_that_cannot_be_used_say_why(
    capsys: Capture, project: Path, text: str, said: str
) -> None:
    (project / "link").symlink_to(project.parent)
    (project / "loop").symlink_to("loop")
    (project / "wirctl.toml").write_text(text, encoding="utf-8")
    assert said in refused(capsys, "status")


def test_settings_that_are_no_utf_8_are_refused(capsys: Capture, project: Path) -> None:
    (project / "wirctl.toml").write_bytes('profile = "ä"'.encode("latin-1"))
    assert "nicht zu lesen" in refused(capsys, "status")


def test_unknown_key_and_value_offer_the_nearest(capsys: Capture, project: Path) -> None:
    settings = project / "wirctl.toml"
    for text, command, near in (
        ('formts = ["html"]', "status", "formats"),
        ('profile = "reconstrution"', "lint", "reconstruction"),
        ('[levels]\ngoal-without-mesure = "off"', "lint", "goal-without-measure"),
        ('[levels]\ngoal-without-measure = "of"', "lint", "off"),
        ('formats = ["htm"]', "render", "html"),
        ('languages = ["deu"]\nformats = ["html"]', "render", "de"),
    ):
        settings.write_text(text, encoding="utf-8")
        assert f"Gemeint ist vielleicht „{near}“." in refused(capsys, command)


def test_refusal_is_said_in_english_too(capsys: Capture, project: Path) -> None:
    (project / "wirctl.toml").write_text('plan = ".."', encoding="utf-8")
    said = refused(capsys, "--lang", "en", "status")
    assert said.endswith("plan = “..” leads out of the project; that is not allowed.\n")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        pytest.param("tool = 5  # wirctl", 0, id="tool is no table"),
        pytest.param("[[tool]]\nwirctl = 1", 0, id="tool is a list"),
        pytest.param("[tool.other]\nwirctl = 1", 0, id="another tool"),
        pytest.param("[project", 0, id="no TOML, but not about us"),
        pytest.param("[tool]\nwirctl = 5", 2, id="our section is no section"),
        pytest.param("[tool.wirctl]\nplam = 5", 2, id="unknown key"),
        pytest.param('[tool.wirctl]\nplan = "plan"', 0, id="a good one"),
    ],
)
def test_pyproject_holds_settings_only_below_our_name(
    capsys: Capture, project: Path, text: str, code: int
) -> None:
    (project / "pyproject.toml").write_text(text, encoding="utf-8")
    assert run(capsys, "status").code == code


def test_pyproject_may_be_named(capsys: Capture, project: Path) -> None:
    (project / "pyproject.toml").write_text('[tool.wirctl]\nprofile = "x"', encoding="utf-8")
    assert "profile = „x“" in refused(capsys, "lint", "--config", "pyproject.toml")


def test_settings_that_are_named_must_be_there(capsys: Capture, project: Path) -> None:
    said = refused(capsys, "status", "--config", f"{project.name}.toml")
    assert said == "Die Datei mit Einstellungen project.toml gibt es nicht.\n"


def test_paths_may_leave_the_folder_of_the_settings_but_not_the_repository(
    capsys: Capture, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = Builder.new(tmp_path / "repository")
    made.commit({"plan/plan.yaml": PLAN, "ci/wirctl.toml": 'plan = "../plan"\n'})
    monkeypatch.chdir(tmp_path)
    assert run(capsys, "status", "--config", "repository/ci/wirctl.toml").code == 0
    made.write({"ci/wirctl.toml": 'plan = "../../other"\n'})
    (tmp_path / "other").mkdir()
    assert "hinaus" in refused(capsys, "status", "--config", "repository/ci/wirctl.toml")


def test_plan_of_the_settings_is_found_from_a_folder_below(
    capsys: Capture, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (project / "wirctl.toml").write_text('plan = "plan"', encoding="utf-8")
    (project / "plan" / "goals").mkdir()
    monkeypatch.chdir(project / "plan" / "goals")
    assert run(capsys, "status").code == 0


def test_plan_that_one_stands_in_is_nearer_than_that_of_the_settings_above(
    capsys: Capture, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (project / "wirctl.toml").write_text('plan = "plan"', encoding="utf-8")
    other = project / "other"
    other.mkdir()
    (other / "plan.yaml").write_text(PLAN.replace("Ein Plan", "Ein anderer"), encoding="utf-8")
    assert "Ein Plan" in run(capsys, "status").out
    monkeypatch.chdir(other)
    assert "Ein anderer" in run(capsys, "status").out


def rendered(capsys: Capture, project: Path, *words: str) -> tuple[Ran, set[str]]:
    """What `render` said, and the folders that hold a document now, from the project."""
    ran = run(capsys, "render", *words)
    found = {path.parent.relative_to(project).as_posix() for path in project.rglob("manifest.json")}
    return ran, found


@pytest.mark.parametrize(
    ("settings", "words", "expected"),
    [
        pytest.param('formats = ["json"]', [], {"build/json"}, id="one format"),
        pytest.param(
            'formats = ["json", "markdown", "json"]\nlanguages = ["en"]',
            [],
            {"build/json", "build/markdown"},
            id="two formats, one language",
        ),
        pytest.param(
            'formats = ["json"]\nlanguages = ["de", "en"]',
            [],
            {"build/json/de", "build/json/en"},
            id="two languages",
        ),
        pytest.param(
            'formats = ["json"]\nlanguages = ["de", "en"]',
            ["--lang", "en"],
            {"build/json"},
            id="the language that was asked for",
        ),
        pytest.param('output = "out"', ["json"], {"out/json"}, id="a format of its own"),
        pytest.param(
            'formats = ["json"]\noutput = "out"',
            ["--output", "there"],
            {"there/json"},
            id="--output",
        ),
        pytest.param('output = "out"', ["json", "--output", "x"], {"x"}, id="just that folder"),
    ],
)
def test_render_writes_what_the_settings_name(
    capsys: Capture, project: Path, settings: str, words: list[str], expected: set[str]
) -> None:
    (project / "wirctl.toml").write_text(settings, encoding="utf-8")
    ran, found = rendered(capsys, project, *words)
    assert (ran.code, found) == (0, expected)
    assert ran.out == "".join(f"1 Datei in {path}\n" for path in sorted(expected))


def test_output_of_the_settings_is_relative_to_them(
    capsys: Capture, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (project / "wirctl.toml").write_text('output = "out"', encoding="utf-8")
    monkeypatch.chdir(project / "plan")
    _, found = rendered(capsys, project, "json")
    assert found == {"out/json"}


@pytest.mark.parametrize("key", ["output", "templates"])
def test_output_and_templates_outside_the_project_are_refused(
    capsys: Capture, project: Path, key: str
) -> None:
    (project / "wirctl.toml").write_text(f'{key} = "../elsewhere"', encoding="utf-8")
    assert f"führt {key} = „../elsewhere“ aus dem Projekt hinaus" in refused(
        capsys, "render", "json"
    )
    assert not (project.parent / "elsewhere").exists()


def test_first_language_of_the_settings_is_that_of_a_document(
    capsys: Capture, project: Path
) -> None:
    (project / "wirctl.toml").write_text('languages = ["en", "de"]', encoding="utf-8")
    rendered(capsys, project, "markdown")
    english = (project / "build" / "markdown" / "plan.md").read_text(encoding="utf-8")
    rendered(capsys, project, "markdown", "--lang", "de", "--output", "german")
    assert english != (project / "german" / "plan.md").read_text(encoding="utf-8")


def test_render_without_any_format_says_what_there_is(capsys: Capture, project: Path) -> None:
    assert project.is_dir()
    said = refused(capsys, "render")
    assert said.startswith(
        "Nennen Sie eine Form, oder tragen Sie formats in die Einstellungen ein."
    )
    assert "html" in said.splitlines()[1]
