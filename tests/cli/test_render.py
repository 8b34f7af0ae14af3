"""`wirctl render`: which version it writes, what it refuses, and in which words."""

from __future__ import annotations

import errno
import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import jsonschema
import pytest

from commands import PATIENCE, RUN, environment, run
from replay import replay
from small_plan import PLAN
from wirctl.render.output import MANIFEST
from wirctl.resources import folder

if TYPE_CHECKING:
    from collections.abc import Mapping

    from builder import Builder

ROUND, LATER = "WERKSTATT-2027-03-15", "WERKSTATT-2027-05-10"
NO_MORE = dict.fromkeys(("rounds", "downloads", "only", "source", "publisher", "contributor"), "")
Capture = pytest.CaptureFixture[str]


def provenance(output: Path) -> Mapping[str, object]:
    """What the manifest says of where the output comes from."""
    said = json.loads((output / MANIFEST).read_bytes())
    schema = json.loads((folder("schemas") / "output/manifest.schema.json").read_text("utf-8"))
    jsonschema.Draft202012Validator(schema).validate(said)
    found: Mapping[str, object] = said["provenance"]
    return found


@pytest.fixture
def copied(decided_city: Builder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository with a plan of two rounds that a test may change, in which one stands."""
    made = decided_city.copy(tmp_path / "copy")
    monkeypatch.chdir(made.path)
    return made.path


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
    assert "\nplan/plan.yaml:1:1: Hier fehlt das Feld „title“" in ran.err
    assert "wirctl validate" in ran.err


def test_link_that_leads_nowhere_is_told_by_file_and_line(capsys: Capture, project: Path) -> None:
    plan = project / "plan" / "plan.yaml"
    text = plan.read_text(encoding="utf-8")
    plan.write_text(f"{text}preamble: Siehe [dort](javascript:alert(1)).\n", encoding="utf-8")
    place = f"plan/plan.yaml:{len(text.splitlines()) + 1}:24"
    ran = run(capsys, "render", "html", "--output", "out")
    assert ran.code == 2
    assert f"\n{place}: Der Verweis auf „javascript:alert(1)“ führt nirgendwohin." in ran.err
    assert not (project / "out").exists()


@pytest.mark.usefixtures("city")
def test_manifest_names_the_version_of_a_round(tmp_path: Path, capsys: Capture) -> None:
    output = tmp_path / "out"
    ran = run(capsys, "render", "json", "--at", ROUND, "--output", str(output))
    assert (ran.code, ran.err) == (0, "")
    said = provenance(output)
    assert said["plan"] == "KLIMA"
    assert said["round"] == said["version"] == ROUND
    assert len(str(said["commit"])) == 40
    assert said["draft"] is False
    assert str(said["time"]).startswith("2026-01-")
    assert said["request"] == {
        "format": "json",
        "lang": "de",
        "at": ROUND,
        "url": "",
        **NO_MORE,
    }
    inside = json.loads((output / "plan.json").read_bytes())["provenance"]
    assert {**inside, "request": said["request"], "inputs": said["inputs"]} == said


@pytest.mark.usefixtures("city")
def test_clean_folder_is_the_commit_and_no_draft(tmp_path: Path, capsys: Capture) -> None:
    run(capsys, "render", "json", "--output", str(tmp_path / "out"))
    said = provenance(tmp_path / "out")
    assert said["draft"] is False
    assert said["request"] == {
        "format": "json",
        "lang": "de",
        "at": said["commit"],
        "url": "",
        **NO_MORE,
    }
    run(capsys, "render", "json", "--at", str(said["commit"]), "--output", str(tmp_path / "again"))
    assert (tmp_path / "again" / "plan.json").read_bytes() == (
        tmp_path / "out" / "plan.json"
    ).read_bytes()


def change(plan: Path) -> None:
    """Change a text that nobody has committed."""
    path = plan / "plan/measures/en/M-EN-01.yaml"
    path.write_text(path.read_text("utf-8").replace("20 Schulen", "30 Schulen"), "utf-8")


def test_folder_with_changes_is_a_draft_of_the_set_moment(
    copied: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    change(copied)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    ran = run(capsys, "render", "markdown", "--output", "out")
    assert (ran.code, ran.err) == (0, "")
    said = provenance(copied / "out")
    assert (said["draft"], said["commit"], said["round"]) == (True, "", "")
    assert said["time"] == "2023-11-14T22:13:20Z"
    assert "**Entwurf**" in (copied / "out/plan.md").read_text("utf-8")


def test_set_moment_that_is_none_is_said(
    copied: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    change(copied)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "gestern")
    ran = run(capsys, "render", "json")
    assert ran.code == 2
    assert ran.err == "SOURCE_DATE_EPOCH=gestern ist keine Zahl von Sekunden seit 1970.\n"


def test_set_moment_does_not_change_what_is_committed(
    copied: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    for moment, output in (("1", "one"), ("1700000000", "other")):
        monkeypatch.setenv("SOURCE_DATE_EPOCH", moment)
        run(capsys, "render", "json", "--output", output)
    assert (copied / "one/plan.json").read_bytes() == (copied / "other/plan.json").read_bytes()


def test_round_is_its_commit_whatever_lies_in_the_folder(copied: Path, capsys: Capture) -> None:
    run(capsys, "render", "json", "--at", ROUND, "--output", "one")
    change(copied)
    run(capsys, "render", "json", "--at", ROUND, "--output", "other")
    assert (copied / "one/plan.json").read_bytes() == (copied / "other/plan.json").read_bytes()


OPEN = """\
id: WERKSTATT-2030-01-07
title: Eine künftige Runde
body: G-WERKSTATT
date: 2030-01-07
"""


def test_open_round_is_refused_while_the_folder_has_changes(copied: Path, capsys: Capture) -> None:
    (copied / "plan/rounds/WERKSTATT-2030-01-07.yaml").write_text(OPEN, "utf-8")
    ran = run(capsys, "render", "json", "--at", "WERKSTATT-2030-01-07", "--output", "out")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("Die Runde WERKSTATT-2030-01-07 ist noch offen")
    assert not Path("out").exists()


@pytest.mark.usefixtures("city")
def test_news_are_told_against_the_rounds_before_the_version(
    tmp_path: Path, capsys: Capture
) -> None:
    run(capsys, "render", "json", "--at", LATER, "--output", str(tmp_path / "round"))
    commit = str(provenance(tmp_path / "round")["commit"])
    run(capsys, "render", "json", "--at", commit, "--output", str(tmp_path / "commit"))
    round, same = (
        json.loads((tmp_path / name / "plan.json").read_bytes())["news"]
        for name in ("round", "commit")
    )
    assert round["since"] == ROUND
    assert same == round


def test_version_that_says_what_the_last_round_said_tells_the_news_of_that_round(
    copied: Path, capsys: Capture
) -> None:
    (copied / "README.md").write_text("Mehr.\n", "utf-8")
    names = ("-c", "user.name=Test", "-c", "user.email=test@localhost")
    subprocess.run(["git", "add", "."], check=True)
    subprocess.run(["git", *names, "commit", "--quiet", "-m", "Mehr"], check=True)
    run(capsys, "render", "json", "--output", "out")
    news = json.loads(Path("out/plan.json").read_bytes())["news"]
    assert news["since"] == ROUND
    assert len(news["changes"]) > 1


@pytest.mark.parametrize("url", ["example.org", "javascript:x", "https://example.org/?a"])
def test_address_that_is_none_is_said(copied: Path, url: str, capsys: Capture) -> None:
    (copied / "own.toml").write_text(f'plan = "plan"\nurl = "{url}"\n', "utf-8")
    ran = run(capsys, "render", "json", "--config", "own.toml")
    assert ran.code == 2
    assert ran.err.startswith(f'url = "{url}" in den Einstellungen')


@pytest.mark.slow
@pytest.mark.usefixtures("here")
def test_site_holds_languages_rounds_and_other_formats(capsys: Capture, tmp_path: Path) -> None:
    output = tmp_path / "site"
    more = ("--lang", "de,ar,de-simple", "--rounds", "LG-2021-11-22", "--downloads", "json")
    result = run(capsys, "render", "html", *more, "--output", str(output))
    assert result.code == 0, result.err
    for path in (
        "measures/M-SOZ-03.html",
        "ar/measures/M-SOZ-03.html",
        "de-simple/index.html",
        "versions/LG-2021-11-22/ar/measures/M-SOZ-03.html",
        "downloads/plan.json",
    ):
        assert (output / path).is_file(), path


def test_round_that_is_not_closed_is_not_kept(capsys: Capture, copied: Path) -> None:
    result = run(capsys, "render", "html", "--rounds", "WERKSTATT-2027-03-16")
    assert result.code == 2
    assert "Die Runde WERKSTATT-2027-03-16 ist in dieser Fassung nicht abgeschlossen." in result.err
    assert not (copied / "build").exists()


def test_output_that_finds_no_room_leaves_the_old_one_whole(copied: Path, capsys: Capture) -> None:
    """A limit on the size of files stands for a disk that is full: it comes in the middle."""
    assert run(capsys, "render", "markdown", "--output", "out").code == 0
    before = {path: path.read_bytes() for path in sorted((copied / "out").iterdir())}
    made = subprocess.run(
        ["bash", "-c", 'ulimit -f 8; exec "$@"', "-", *RUN, "render", "json", "--output", "out"],
        cwd=copied,
        env=environment(),
        capture_output=True,
        timeout=PATIENCE,
        check=False,
        stdin=subprocess.DEVNULL,
    )
    assert (made.returncode, made.stdout) == (2, b"")
    assert made.stderr.decode() == "out würde größer, als das Betriebssystem erlaubt.\n"
    assert {path: path.read_bytes() for path in sorted((copied / "out").iterdir())} == before
    assert [path.name for path in copied.glob(".out*")] == []


def test_template_is_taken_over_once(capsys: Capture, project: Path) -> None:
    result = run(capsys, "render", "--eject", "measure")
    assert result.code == 0, result.err
    path = "templates/html/elements/measure.html.j2"
    assert result.out == f"Kopiert nach {path}\n"
    built_in = folder("templates") / "html/elements/measure.html.j2"
    assert (project / path).read_bytes() == built_in.read_bytes()
    assert run(capsys, "render", "--eject", "measure").code == 2


def test_template_that_there_is_not_is_named(capsys: Capture, project: Path) -> None:
    result = run(capsys, "render", "--eject", "elements/measures.html.j2")
    assert result.code == 2
    assert "elements/measure.html.j2" in result.err
    assert not (project / "templates").exists()


def test_theme_without_contrast_is_told_with_its_line(capsys: Capture, project: Path) -> None:
    (project / "wirctl.toml").write_text('plan = "plan"\ntheme = "farben"\n', encoding="utf-8")
    (project / "farben").mkdir()
    (project / "farben/theme.yaml").write_text('light:\n  link: "#aaa"\n', encoding="utf-8")
    result = run(capsys, "render", "html")
    assert result.code == 2
    assert "theme.yaml:2: Der Kontrast link / paper ist 2.32 : 1" in result.err


def test_output_is_only_written_again_when_its_inputs_changed(
    capsys: Capture, project: Path
) -> None:
    assert run(capsys, "render", "markdown").out == "1 Datei in build/markdown\n"
    before = (project / "build/markdown/plan.md").stat().st_mtime_ns
    same = "build/markdown ist auf dem neuesten Stand.\n"
    assert run(capsys, "render", "markdown").out == same
    assert (project / "build/markdown/plan.md").stat().st_mtime_ns == before
    changes = (
        lambda: (project / "build/markdown/plan.md").write_text("x", encoding="utf-8"),
        (project / "build/markdown/plan.md").unlink,
        lambda: (project / "plan/plan.yaml").write_text(f"{PLAN}# x\n", encoding="utf-8"),
    )
    for change in changes:
        change()
        assert run(capsys, "render", "markdown").out == "1 Datei in build/markdown\n"
        assert run(capsys, "render", "markdown").out == same
    english = run(capsys, "render", "markdown", "--lang", "en")
    assert english.out == "1 Datei in build/markdown\n"


def test_template_for_word_is_taken_over_and_wins(capsys: Capture, project: Path) -> None:
    (project / "wirctl.toml").write_text('plan = "plan"\ntemplates = "vorlagen"\n', "utf-8")
    result = run(capsys, "render", "--eject", "decision-paper")
    path = "vorlagen/decision-paper/decision-paper.docx"
    assert (result.code, result.out) == (0, f"Kopiert nach {path}\n")
    (project / path).write_bytes(b"kein Word")
    result = run(capsys, "render", "decision-paper", "--output", "build")
    assert result.code == 2
    assert path in result.err
    assert not (project / "build").exists()


GUIDELINE = "id: L-1\nnumber: 1\ntitle: Vielfalt\ntext: Alle gehören dazu.\n"


def files_below(folder: Path) -> dict[str, bytes]:
    """Every file by its path below the folder."""
    found = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}


@pytest.mark.parametrize("memory", ["kept", "damaged", "gone", "impossible"])
def test_site_is_the_same_whatever_is_remembered_of_it(
    capsys: Capture, project: Path, monkeypatch: pytest.MonkeyPatch, memory: str
) -> None:
    cache = project / "cache"
    monkeypatch.setenv("XDG_CACHE_HOME", str(cache))
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1767225600")
    if memory == "impossible":
        cache.write_text("a file, where a folder should be", encoding="utf-8")
    guideline = project / "plan/guidelines/L-1.yaml"
    guideline.parent.mkdir()
    guideline.write_text(GUIDELINE, encoding="utf-8")
    assert run(capsys, "render", "html", "--output", "warm").code == 0
    remembered = sorted(cache.rglob("*.json"))
    kinds = [file.parent.name for file in remembered]
    assert kinds == ([] if memory == "impossible" else ["elements", "pages"])
    for file in remembered if memory != "kept" else ():
        file.unlink() if memory == "gone" else file.write_bytes(file.read_bytes()[:-9])
    guideline.write_text(GUIDELINE.replace("Vielfalt", "Mut"), encoding="utf-8")
    assert run(capsys, "render", "html", "--output", "warm").code == 0
    monkeypatch.setenv("XDG_CACHE_HOME", str(project / "none"))
    assert run(capsys, "render", "html", "--output", "cold").code == 0
    assert files_below(project / "warm") == files_below(project / "cold")
    assert b"Mut" in (project / "warm/index.html").read_bytes()


@pytest.mark.slow
def test_site_with_its_closed_rounds_is_the_same_when_they_were_compared_before(
    capsys: Capture, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    replay(tmp_path, upto="LG-2021-11-08")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1767225600")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    everything = ("render", "html", "--rounds", "all", "--output")
    assert run(capsys, *everything, "warm").code == 0
    guideline = tmp_path / "plan/guidelines/L-1.yaml"
    text = guideline.read_text(encoding="utf-8")
    guideline.write_text(text.replace("\ntitle: ", "\ntitle: Mut und "), encoding="utf-8")
    assert run(capsys, *everything, "warm").code == 0
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "none"))
    assert run(capsys, *everything, "cold").code == 0
    assert files_below(tmp_path / "warm") == files_below(tmp_path / "cold")
    assert b"Mut und" in (tmp_path / "warm/index.html").read_bytes()


def test_refusal_of_the_typesetter_leads_to_the_line_of_the_plan(
    capsys: Capture, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    example = Path(__file__).resolve().parent.parent / "render" / "example"
    shutil.copytree(example, tmp_path / "plan")
    (tmp_path / "wirctl.toml").write_text('plan = "plan"\ntemplates = "own"\n', encoding="utf-8")
    parts = (folder("templates") / "pdf/parts.typ").read_text(encoding="utf-8")
    old, bare = "#let par-of(part) = {", "figure(rect(), kind: image, supplement: none)"
    found = 'part.line.any(it => it.at("text", default: "").contains("Stadtteil gibt"))'
    (tmp_path / "own/pdf").mkdir(parents=True)
    spoilt = parts.replace(old, f"#let par-of(part) = if {found} {{ {bare} }} else {{")
    (tmp_path / "own/pdf/parts.typ").write_text(spoilt, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    result = run(capsys, "render", "pdf", "--output", "out")
    assert result.code == 1
    assert "plan/goals/Z-HOF-1.yaml:4:7: Fehler [element-not-printable]" in result.out
    assert "missing alt text" in result.out
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    ("setting", "words"),
    [
        pytest.param(
            'source = "plan"',
            'source = "plan" in den Einstellungen ist keine Adresse von Dateien im Netz; '
            "sie beginnt mit https:// und enthält an der Stelle des Pfades {path}",
            id="source",
        ),
        pytest.param(
            'contributor = "x"', 'contributor = "x" in den Einstellungen', id="contributor"
        ),
    ],
)
def test_setting_that_cannot_stand_in_a_link_is_told(
    capsys: Capture, project: Path, setting: str, words: str
) -> None:
    (project / "wirctl.toml").write_text(f'plan = "plan"\n{setting}\n', encoding="utf-8")
    result = run(capsys, "render", "html")
    assert result.code == 2
    assert words in result.err


def test_settings_reach_the_pages_and_the_manifest(capsys: Capture, copied: Path) -> None:
    with (copied / "wirctl.toml").open("a", encoding="utf-8") as settings:
        settings.write('source = "https://example.org/{path}"\n')
    assert run(capsys, "render", "html", "--output", "site").code == 0
    page = (copied / "site/measures/M-EN-01.html").read_text(encoding="utf-8")
    assert "https://example.org/measures/en/M-EN-01.yaml" in page
    request = provenance(copied / "site")["request"]
    assert isinstance(request, dict)
    assert request["source"] == "https://example.org/{path}"
