"""How the command behaves as a program: exit codes, streams, languages, colour, interruption."""

from __future__ import annotations

import os
import pty
import select
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import pytest

from builder import Builder
from commands import PATIENCE, RUN, Ran, environment, process, run
from small_plan import PLAN
from wirctl import __version__

if TYPE_CHECKING:
    from collections.abc import Mapping

Capture = pytest.CaptureFixture[str]
ROUND, LATER = "WERKSTATT-2027-03-15", "WERKSTATT-2027-05-10"
FAULTY = "id: HF-BIL\ntitle: Bildung\norder: eins\n"


@pytest.fixture
def broken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a plan that has one error, in which one stands."""
    (tmp_path / "plan" / "fields").mkdir(parents=True)
    (tmp_path / "plan" / "plan.yaml").write_text(PLAN, encoding="utf-8")
    (tmp_path / "plan" / "fields" / "HF-BIL.yaml").write_text(FAULTY, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


CLEAN = [
    "validate",
    "lint",
    "diff",
    "render json --output OUT",
    "round list",
    "round show WERKSTATT-2027-03-15",
    "status",
    "history M-EN-02.description",
    "blame M-EN-02",
    "explain duplicate-id",
    "schema measure",
    "completion zsh",
]
UNUSABLE = [
    "init",
    "new nothing",
    "validate --at nowhere",
    "lint --today morgen",
    "diff nowhere",
    "render json --output plan",
    "round list --plan nowhere",
    "round show nothing",
    "status --config nowhere.toml",
    "history nothing",
    "blame",
    "explain nothing",
    "schema nothing",
    "completion tcsh",
]


@pytest.mark.usefixtures("city")
@pytest.mark.parametrize("line", CLEAN)
def test_command_that_went_well_exits_with_0(capsys: Capture, tmp_path: Path, line: str) -> None:
    ran = run(capsys, *line.replace("OUT", str(tmp_path / "out")).split())
    assert (ran.code, bool(ran.out)) == (0, True)
    assert "Traceback" not in ran.err


@pytest.mark.usefixtures("city")
@pytest.mark.parametrize("line", UNUSABLE)
def test_unusable_input_exits_with_2_and_says_so_on_stderr(capsys: Capture, line: str) -> None:
    ran = run(capsys, *line.split())
    assert (ran.code, ran.out) == (2, "")
    assert 1 <= len(ran.err.splitlines()) <= 4
    assert "Traceback" not in ran.err


@pytest.mark.usefixtures("broken")
@pytest.mark.parametrize("line", ["validate", "lint", "validate --format json"])
def test_errors_in_the_plan_exit_with_1(capsys: Capture, line: str) -> None:
    assert run(capsys, *line.split()).code == 1


@pytest.mark.usefixtures("city")
def test_bug_exits_with_3_in_a_few_words(capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(**_: object) -> NoReturn:
        raise ZeroDivisionError("one\n\x1b[31mtwo")

    import wirctl.cli.status  # noqa: F401 - the module, which has the name of its function

    monkeypatch.setattr(sys.modules["wirctl.cli.status"], "status", fail)
    monkeypatch.setattr("wirctl.cli.app._call", lambda _: fail())
    ran = run(capsys, "status")
    assert (ran.code, ran.out) == (3, "")
    lines = ran.err.splitlines()
    assert lines[0].endswith("nicht in Ihrem Plan: ZeroDivisionError: one")
    assert f"wirctl {__version__}, Python " in lines[1]
    assert len(lines) == 2
    ran = run(capsys, "status", "--traceback")
    assert ran.code == 3
    assert ran.err.startswith("Traceback (most recent call last):")
    assert ran.err.splitlines()[-2:] == lines


@pytest.mark.usefixtures("city")
def test_interruption_exits_with_130_and_is_quiet(
    capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stop(_: object) -> NoReturn:
        raise KeyboardInterrupt

    monkeypatch.setattr("wirctl.cli.app._call", stop)
    monkeypatch.setattr("wirctl.cli.printing.mute", lambda: None)
    ran = run(capsys, "status")
    assert (ran.code, ran.out, ran.err) == (130, "", "")


def test_interrupted_question_leaves_nothing_behind(tmp_path: Path) -> None:
    master, slave = pty.openpty()
    command = [*RUN, "init", "new-plan"]
    with subprocess.Popen(
        command,
        cwd=tmp_path,
        env=environment(),
        stdin=slave,
        stdout=slave,
        stderr=slave,
        preexec_fn=_interruptible,  # noqa: PLW1509 - no threads here
    ) as asked:
        try:
            assert "Titel des Plans" in _seen(master, "Titel des Plans")
            assert _interrupted(asked) == 130
        finally:
            asked.kill()
    os.close(slave)
    os.close(master)
    assert list(tmp_path.iterdir()) == []


def _interruptible() -> None:
    """What runs in the background of a shell is deaf to the key; its children are, too."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def _interrupted(asked: subprocess.Popen[bytes]) -> int:
    """The exit code of a program at a question, pressing the key as a person does: again if needed.

    Python loses a key pressed in the instant between writing the question and reading the answer.
    """
    for _ in range(10):
        asked.send_signal(signal.SIGINT)
        with suppress(subprocess.TimeoutExpired):
            return asked.wait(5)
    raise AssertionError("still waiting for an answer")


def _seen(handle: int, wanted: str) -> str:
    """What comes from the other side of a terminal, until it holds this, for two minutes."""
    seen, end = "", time.monotonic() + 120
    while wanted not in seen and time.monotonic() < end:
        if select.select([handle], [], [], 0.2)[0]:
            seen += os.read(handle, 4096).decode("utf-8", "replace")
    return seen


def test_nobody_who_could_be_asked_is_no_obstacle(tmp_path: Path) -> None:
    line = f"exec {sys.executable} -m wirctl init new-plan <&-"
    ran = shell(tmp_path, line)
    assert (ran.code, ran.err) == (0, "")
    assert (tmp_path / "new-plan" / "plan" / "plan.yaml").is_file()


def shell(folder: Path, line: str, env: Mapping[str, str] | None = None) -> Ran:
    """A line of a shell in a folder."""
    made = subprocess.run(
        ["bash", "-c", line],
        cwd=folder,
        env=environment(**(env or {})),
        capture_output=True,
        timeout=PATIENCE,
        check=False,
    )
    return Ran(made.returncode, made.stdout.decode("utf-8"), made.stderr.decode("utf-8"))


WIRCTL = f"{sys.executable} -m wirctl"


@pytest.mark.parametrize("line", ["lint --level note", "--help", "schema measure", "--version"])
def test_closed_pipe_is_quiet(repository: Path, line: str) -> None:
    ran = shell(repository, f"{WIRCTL} {line} | head -c 1 | wc -c; echo ${{PIPESTATUS[0]}}")
    assert (ran.out.split(), ran.err) == (["1", "0"], "")


@pytest.mark.parametrize("unbuffered", ["", "1"])
@pytest.mark.parametrize("line", ["lint", "--version", "--help"])
def test_full_disk_behind_stdout_is_told_in_a_line(city: Path, line: str, unbuffered: str) -> None:
    ran = shell(city, f"{WIRCTL} {line} > /dev/full", {"PYTHONUNBUFFERED": unbuffered})
    assert ran.code == 2
    assert ran.err == "Für die Standardausgabe ist auf dem Datenträger kein Platz mehr.\n"


@pytest.mark.parametrize("line", ["status", "--version", "validate --at nowhere"])
def test_closed_streams_are_no_bug(city: Path, line: str) -> None:
    ran = shell(city, f"{WIRCTL} {line} <&- >&- 2>&-")
    assert ran.code == (2 if "nowhere" in line else 0)


def test_module_is_the_program(city: Path) -> None:
    ran = shell(city, f"{WIRCTL} round show WERKSTATT-2027-03-15")
    assert ran == process(city, "round", "show", ROUND)
    assert ran.code == 0


@pytest.mark.parametrize(
    ("env", "is_coloured"),
    [
        pytest.param({}, False, id="no terminal"),
        pytest.param({"FORCE_COLOR": "1"}, True, id="forced"),
        pytest.param({"FORCE_COLOR": "0"}, False, id="forced not"),
        pytest.param({"FORCE_COLOR": ""}, False, id="forced by nothing"),
        pytest.param({"FORCE_COLOR": "1", "NO_COLOR": "1"}, False, id="NO_COLOR wins"),
    ],
)
@pytest.mark.usefixtures("broken")
def test_colour_goes_where_it_is_wanted(
    capsys: Capture, monkeypatch: pytest.MonkeyPatch, env: dict[str, str], *, is_coloured: bool
) -> None:
    for name, value in env.items():
        monkeypatch.setenv(name, value)
    assert ("\x1b[" in run(capsys, "validate").out) is is_coloured


@pytest.mark.parametrize(
    ("env", "is_coloured"),
    [
        pytest.param({"TERM": "xterm"}, True, id="a terminal"),
        pytest.param({"TERM": "dumb"}, False, id="a dumb one"),
        pytest.param({"TERM": "xterm", "NO_COLOR": "1"}, False, id="NO_COLOR"),
    ],
)
def test_terminal_is_coloured(broken: Path, env: dict[str, str], *, is_coloured: bool) -> None:
    master, slave = pty.openpty()
    command = [*RUN, "validate"]
    with subprocess.Popen(
        command, cwd=broken, env=environment(**env), stdout=slave, stderr=subprocess.DEVNULL
    ) as asked:
        seen = _seen(master, "1 Fehler")
        assert asked.wait(120) == 1
    os.close(slave)
    os.close(master)
    assert "1 Fehler" in seen
    assert ("\x1b[" in seen) is is_coloured


@pytest.mark.usefixtures("city")
@pytest.mark.parametrize("columns", ["1", "0", "many", "100000000"])
@pytest.mark.parametrize(
    "line", ["status", "diff WERKSTATT-2027-03-15 WERKSTATT-2027-05-10", "--help"]
)
def test_any_width_will_do(
    capsys: Capture, monkeypatch: pytest.MonkeyPatch, line: str, columns: str
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    ran = run(capsys, *line.split())
    assert (ran.code, ran.err) == (0, "")
    if line == "status":
        assert "Handlungsfeld" in ran.out


@pytest.mark.parametrize(
    "env",
    [
        pytest.param({"LC_ALL": "C", "PYTHONUTF8": "0"}, id="C"),
        pytest.param({"LC_ALL": "C", "PYTHONIOENCODING": "latin-1"}, id="latin-1"),
        pytest.param({"LC_ALL": "POSIX", "PYTHONCOERCECLOCALE": "0"}, id="POSIX"),
        pytest.param({"PYTHONIOENCODING": "ascii:strict"}, id="ascii"),
    ],
)
def test_output_is_utf_8_in_every_locale(city: Path, env: dict[str, str]) -> None:
    ran = process(city, "round", "list", env=env)
    assert "Klimawerkstatt, 15. März 2027" in ran.out
    assert (ran.code, ran.err) == (0, "")


@pytest.mark.usefixtures("city")
@pytest.mark.parametrize(
    ("env", "words", "german"),
    [
        pytest.param({}, [], True, id="the plan's language"),
        pytest.param({"WIRCTL_LANG": "en"}, [], False, id="WIRCTL_LANG"),
        pytest.param({"LC_ALL": "en_GB.UTF-8"}, [], False, id="locale"),
        pytest.param({"LC_ALL": "en_GB", "WIRCTL_LANG": "de"}, [], True, id="WIRCTL_LANG wins"),
        pytest.param({"WIRCTL_LANG": "en"}, ["--lang", "de"], True, id="--lang wins"),
        pytest.param({"LANG": "de_CH.UTF-8"}, ["--lang=en"], False, id="--lang over locale"),
    ],
)
def test_language_is_the_one_that_was_asked_for(
    capsys: Capture,
    monkeypatch: pytest.MonkeyPatch,
    env: dict[str, str],
    words: list[str],
    *,
    german: bool,
) -> None:
    for name, value in {"LC_ALL": "", "WIRCTL_LANG": "", **env}.items():
        monkeypatch.setenv(name, value)
    ran = run(capsys, *words, "validate")
    assert ran.out == (
        "Keine Fehler, keine Warnungen.\n" if german else "No errors, no warnings.\n"
    )


PLACES = [
    pytest.param("plan", [], id="in the plan"),
    pytest.param("plan/measures/en", [], id="in a folder of it"),
    pytest.param(".", ["--plan", "plan"], id="named"),
    pytest.param("plan/goals", ["--plan", ".."], id="named from below"),
    pytest.param(".", ["--plan", "plan/plan.yaml"], id="by its file"),
    pytest.param(".", ["--plan", "."], id="by the folder above"),
]


@pytest.mark.parametrize(("folder", "words"), PLACES)
def test_plan_is_found_from_anywhere(
    capsys: Capture,
    city: Path,
    monkeypatch: pytest.MonkeyPatch,
    folder: str,
    words: list[str],
) -> None:
    monkeypatch.chdir(city / folder)
    assert run(capsys, "validate", *words).out == "Keine Fehler, keine Warnungen.\n"
    assert run(capsys, "validate", "--at", ROUND, *words).code == 0
    assert "M-EN-02" in run(capsys, "diff", ROUND, LATER, *words).out


def test_plan_may_be_the_repository_itself(
    capsys: Capture, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = Builder.new(tmp_path / "repository")
    made.commit({"plan.yaml": PLAN})
    made.write({"plan.yaml": PLAN.replace("Ein Plan", "Der Plan")})
    monkeypatch.chdir(made.path)
    assert run(capsys, "validate").code == 0
    assert "Der Plan" in run(capsys, "diff", "HEAD").out


ASKING = [
    "diff WERKSTATT-2027-03-15",
    "validate --at WERKSTATT-2027-03-15",
    "render json --at HEAD",
    "blame M-1",
]


@pytest.mark.parametrize("line", ASKING)
def test_without_git_only_versions_are_refused(
    capsys: Capture, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, line: str
) -> None:
    (tmp_path / "plan").mkdir()
    (tmp_path / "plan" / "plan.yaml").write_text(PLAN, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    ran = run(capsys, *line.split())
    assert (ran.code, ran.out) == (2, "")
    assert "liegt in keinem git-Repositorium" in ran.err
    assert run(capsys, "validate").code == 0
    assert run(capsys, "render", "json", "--output", "out").code == 0


def test_bare_clone_answers_about_its_versions(
    capsys: Capture, city: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bare = tmp_path / "bare.git"
    subprocess.run(
        ["git", "clone", "--quiet", "--bare", city, bare], check=True, capture_output=True
    )
    monkeypatch.chdir(bare)
    for words in ([], ["--plan", "plan"], ["--plan", "."], ["--plan", str(bare)]):
        assert "M-EN-02" in run(capsys, "diff", ROUND, LATER, *words).out
        assert run(capsys, "validate", "--at", "HEAD", *words).code == 0
    out = str(tmp_path / "out")
    assert run(capsys, "render", "json", "--at", "HEAD", "--output", out).code == 0
    for line in ("validate", "diff", "status", "status --plan plam"):
        ran = run(capsys, *line.split())
        assert (ran.code, ran.out) == (2, "")
        assert len(ran.err.splitlines()) == 1
        assert ("--at HEAD" in ran.err) == (line != "status --plan plam")


@pytest.mark.parametrize(
    "line", ["diff WERKSTATT-2027-03-15", "validate --at WERKSTATT-2027-03-15"]
)
def test_shallow_clone_says_how_to_get_the_rest(
    capsys: Capture, city: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, line: str
) -> None:
    clone = tmp_path / "clone"
    subprocess.run(
        ["git", "clone", "--quiet", "--depth=1", city.as_uri(), clone],
        check=True,
        capture_output=True,
    )
    monkeypatch.chdir(clone)
    ran = run(capsys, *line.split())
    assert (ran.code, ran.out) == (2, "")
    assert "git fetch --unshallow" in ran.err


@pytest.mark.usefixtures("city")
@pytest.mark.parametrize(
    "words",
    [["--at", "--output=x"], ["--at=-h"], ["--at", "--upload-pack=touch evil"], ["--at", "a\nb"]],
)
def test_revision_that_looks_like_an_option_is_none(capsys: Capture, words: list[str]) -> None:
    ran = run(capsys, "validate", *words)
    assert (ran.code, ran.out) == (2, "")
    assert "ist keine Runde, keine Revision und kein Ordner.\n" in ran.err
    assert not Path("evil").exists()


def test_folder_that_is_no_plan_is_named(
    capsys: Capture, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for words in (["--plan", "nowhere"], ["--plan", "a-file"]):
        (tmp_path / "a-file").write_text("x")
        ran = run(capsys, "status", *words)
        assert (ran.code, ran.out) == (2, "")
        assert ran.err == f"Den Ordner {words[1]} gibt es nicht, oder er ist kein Ordner.\n"
    ran = run(capsys, "validate", "--plan", ".")
    assert ran.code == 1
    assert "[plan-file-missing]" in ran.out


def test_plan_in_which_no_round_was_closed_says_what_to_compare(
    capsys: Capture, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = Builder.new(tmp_path / "repository")
    made.commit({"plan/plan.yaml": PLAN})
    monkeypatch.chdir(made.path)
    ran = run(capsys, "diff")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("Noch keine Runde ist abgeschlossen.")
    assert run(capsys, "round", "list").out == "Keine Runden.\n"
    assert run(capsys, "diff", "HEAD").code == 0
