"""`wirctl render`: what it refuses, and in which words."""

from __future__ import annotations

import errno
import os
from pathlib import Path
from typing import NoReturn

import pytest

from commands import run
from small_plan import PLAN

Capture = pytest.CaptureFixture[str]


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a plan, in which one stands."""
    (tmp_path / "plan").mkdir()
    (tmp_path / "plan" / "plan.yaml").write_text(PLAN, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    ("kind", "german", "english"),
    [
        pytest.param(
            "foreign",
            "In den Ordner out schreibt wirctl nicht: Er ist nicht leer und nicht von wirctl.",
            "wirctl does not write into out: the folder is not empty and not ours.",
            id="not ours",
        ),
        pytest.param("file", "out ist kein Ordner.", "out is no folder.", id="a file"),
        pytest.param(
            "link",
            "out verweist auf etwas anderes (ein symbolischer Link)",
            "out leads to something else (a symbolic link)",
            id="a link",
        ),
        pytest.param(
            "in the way",
            "out/plan.json ist nicht von wirctl und stünde im Weg.",
            "out/plan.json is not ours and would be in the way.",
            id="a file in the way",
        ),
        pytest.param(
            "below a file",
            "out gibt es schon und ist nicht, was hier gebraucht wird.",
            "out exists already and is not what is needed here.",
            id="a file on the way",
        ),
    ],
)
def test_output_that_cannot_be_used_says_why(
    capsys: Capture,
    project: Path,
    monkeypatch: pytest.MonkeyPatch,
    kind: str,
    german: str,
    english: str,
) -> None:
    out = project / "out"
    target = "out"
    if kind == "foreign":
        out.mkdir()
        (out / "theirs.txt").write_text("x")
    elif kind == "link":
        (project / "elsewhere").mkdir()
        out.symlink_to("elsewhere")
    elif kind == "in the way":
        run(capsys, "render", "markdown", "--output", "out")
        (out / "plan.json").write_text("{}")
    else:
        out.write_text("x")
        target = "out/x" if kind == "below a file" else target
    before = sorted(path for path in project.rglob("*"))
    for language, words in (("de", german), ("en", english)):
        monkeypatch.setenv("WIRCTL_LANG", language)
        ran = run(capsys, "render", "json", "--output", target)
        assert (ran.code, ran.out) == (2, "")
        assert ran.err.startswith(words)
    assert sorted(path for path in project.rglob("*")) == before


@pytest.mark.parametrize(
    ("number", "german"),
    [
        pytest.param(
            errno.ENOSPC, "Für out ist auf dem Datenträger kein Platz mehr.\n", id="disk full"
        ),
        pytest.param(errno.EDQUOT, "Für out ist der zugeteilte Platz aufgebraucht.\n", id="quota"),
        pytest.param(
            errno.EROFS,
            "out liegt auf einem Datenträger, der nur gelesen werden kann.\n",
            id="read only",
        ),
        pytest.param(
            errno.EBUSY,
            f"Das Betriebssystem verweigert out: {os.strerror(errno.EBUSY)}\n",
            id="no words of ours",
        ),
    ],
)
def test_system_that_refuses_is_told_with_the_folder(
    capsys: Capture, project: Path, monkeypatch: pytest.MonkeyPatch, number: int, german: str
) -> None:
    def fail(*_: object) -> NoReturn:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(Path, "write_bytes", fail)
    ran = run(capsys, "render", "json", "--output", "out")
    assert (ran.code, ran.out, ran.err) == (2, "", german)
    assert sorted(path.name for path in project.iterdir()) == ["plan"]


TEMPLATE = "html/index.html.j2"


@pytest.mark.parametrize(
    ("text", "line"),
    [
        pytest.param(b"{% extends 'base.html.j2' %}\n{% if %}", 2, id="no template"),
        pytest.param(b"\n\n{{ nothing.of_this }}", 3, id="a name that there is not"),
        pytest.param(b"{% extends 'nowhere.j2' %}", 1, id="another template that is not there"),
        pytest.param(b"{{ ''.__class__.__mro__ }}", 1, id="what the sandbox forbids"),
        pytest.param(b"{{ 1 / 0 }}", 1, id="division by zero"),
        pytest.param("ä".encode("latin-1"), 1, id="not UTF-8"),
    ],
)
def test_template_that_cannot_be_used_is_told_with_its_line(
    capsys: Capture, project: Path, monkeypatch: pytest.MonkeyPatch, text: bytes, line: int
) -> None:
    (project / "wirctl.toml").write_text('templates = "own"\n', encoding="utf-8")
    file = project / "own" / TEMPLATE
    file.parent.mkdir(parents=True)
    file.write_bytes(text)
    for language, words in (
        ("de", f"Die Vorlage {file} ist ab Zeile {line} nicht brauchbar: "),
        ("en", f"The template {file} cannot be used from line {line} on: "),
    ):
        monkeypatch.setenv("WIRCTL_LANG", language)
        ran = run(capsys, "render", "html", "--output", "out")
        assert (ran.code, ran.out) == (2, "")
        assert ran.err.startswith(words)
    assert not (project / "out").exists()


def test_style_sheet_that_is_no_utf_8_is_told(capsys: Capture, project: Path) -> None:
    (project / "wirctl.toml").write_text('templates = "own"\n', encoding="utf-8")
    file = project / "own" / "html" / "assets" / "site.css"
    file.parent.mkdir(parents=True)
    file.write_bytes("/* ä */".encode("latin-1"))
    ran = run(capsys, "render", "html", "--output", "out")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(f"Die Vorlage {file} ist ab Zeile 1 nicht brauchbar: ")


def test_one_file_is_one_file(capsys: Capture, project: Path) -> None:
    assert project.is_dir()
    assert run(capsys, "render", "json", "--output", "out").out == "1 Datei in out\n"
    assert " Dateien in site\n" in run(capsys, "render", "html", "--output", "site").out


def test_plan_with_errors_is_not_published(capsys: Capture, project: Path) -> None:
    (project / "plan" / "plan.yaml").write_text("id: PLAN\n", encoding="utf-8")
    ran = run(capsys, "render", "json", "--output", "out")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("Der Plan hat Fehler (")
    assert "wirctl validate" in ran.err
