"""An output is equal to what its commit gives, or each file that is not is named."""

from __future__ import annotations

import json
import os
import shutil
import sys
from typing import TYPE_CHECKING

import jsonschema
import pytest

from commands import done, process, run
from wirctl.render.output import MANIFEST, SUMS
from wirctl.resources import folder

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from builder import Builder

ROUND, LATER = "WERKSTATT-2027-03-15", "WERKSTATT-2027-05-10"
REAL = "LG-2021-11-29"


@pytest.fixture(scope="module")
def written(decided_city: Builder, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a document of a round; nobody changes it."""
    made = tmp_path_factory.mktemp("written") / "out"
    plan = str(decided_city.path / "plan")
    done("render", "json", "--plan", plan, "--at", ROUND, "--output", str(made))
    return made


@pytest.fixture
def output(
    written: Path, decided_city: Builder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Path:
    """The same for one test; one stands in the repository it was made from."""
    monkeypatch.chdir(decided_city.path)
    shutil.copytree(written, tmp_path / "out")
    return tmp_path / "out"


def findings(capsys: pytest.CaptureFixture[str], path: Path) -> tuple[int, dict[str, str]]:
    """The exit code, and the outcome for each file that deviates."""
    ran = run(capsys, "verify", str(path), "--format", "json")
    said = json.loads(ran.out)
    schema = json.loads((folder("schemas") / "output/verification.schema.json").read_text("utf-8"))
    jsonschema.Draft202012Validator(schema).validate(said)
    assert said["equal"] == (not said["files"])
    return ran.code, {item["path"]: item["outcome"] for item in said["files"]}


def test_untouched_output_is_equal(output: Path, capsys: pytest.CaptureFixture[str]) -> None:
    ran = run(capsys, "verify", str(output))
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith(f"Gleich, Byte für Byte: 1 Datei, Fassung {ROUND}, Commit ")
    assert findings(capsys, output) == (0, {})


@pytest.mark.slow
@pytest.mark.usefixtures("here")
def test_output_of_the_real_plan_is_equal(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    done("render", "json", "--at", REAL, "--output", str(tmp_path / "out"))
    assert findings(capsys, tmp_path / "out") == (0, {})


def test_it_is_equal_from_elsewhere_too(output: Path, decided_city: Builder) -> None:
    env = {"TZ": "Pacific/Auckland", "LC_ALL": "C", "SOURCE_DATE_EPOCH": "5", "PYTHONHASHSEED": "7"}
    ran = process(decided_city.path / "plan/goals", "verify", str(output), env=env)
    assert (ran.code, ran.err) == (0, "")


def alter(output: Path) -> None:
    """Change a figure in a file."""
    path = output / "plan.json"
    path.write_bytes(path.read_bytes().replace(b"2027", b"2072", 1))


def remove(output: Path) -> None:
    (output / "plan.json").unlink()


def add(output: Path) -> None:
    (output / "more").mkdir()
    (output / "more" / "x.json").write_text("{}")


def link(output: Path) -> None:
    path = output / "plan.json"
    path.rename(output.parent / "aside.json")
    path.symlink_to(output.parent / "aside.json")


def pipe(output: Path) -> None:
    (output / "plan.json").unlink()
    os.mkfifo(output / "plan.json")


def claim(output: Path) -> None:
    """Change a file, and say in the manifest that it was always so."""
    alter(output)
    from wirctl.render.output import manifest

    said = json.loads((output / MANIFEST).read_bytes())
    data = (output / "plan.json").read_bytes()
    for name, text in manifest({"plan.json": data}, said["provenance"]).items():
        (output / name).write_bytes(text)


def sums(output: Path) -> None:
    (output / SUMS).write_text("")


@pytest.mark.parametrize(
    ("act", "expected"),
    [
        (alter, {"plan.json": "altered"}),
        (remove, {"plan.json": "missing"}),
        (add, {"more/x.json": "extra"}),
        (link, {"plan.json": "altered"}),
        (pipe, {"plan.json": "altered"}),
        (claim, {"plan.json": "differs", MANIFEST: "differs", SUMS: "differs"}),
        (sums, {SUMS: "differs"}),
    ],
)
def test_each_file_that_deviates_is_named(
    act: Callable[[Path], None],
    expected: dict[str, str],
    output: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    act(output)
    assert findings(capsys, output) == (1, expected)


def test_finding_is_said_in_words(output: Path, capsys: pytest.CaptureFixture[str]) -> None:
    alter(output)
    ran = run(capsys, "verify", str(output))
    first, second = ran.out.splitlines()
    assert (ran.code, first) == (1, "plan.json: seit dem Schreiben verändert")
    assert second.startswith(f"Nicht gleich: 1 Datei, Fassung {ROUND}, Commit ")


def test_one_file_is_verified_alone(output: Path, capsys: pytest.CaptureFixture[str]) -> None:
    add(output)
    assert findings(capsys, output / "plan.json") == (0, {})
    assert findings(capsys, output / "more") == (1, {"more/x.json": "extra"})
    assert findings(capsys, output / MANIFEST) == (1, {"more/x.json": "extra"})


def edit(output: Path, *way: str, value: object) -> None:
    """Put another value into the manifest."""
    said = json.loads((output / MANIFEST).read_bytes())
    place = said
    for name in way[:-1]:
        place = place[name]
    place[way[-1]] = value
    (output / MANIFEST).write_text(json.dumps(said), "utf-8")


def test_other_version_of_wirctl_is_said(output: Path, capsys: pytest.CaptureFixture[str]) -> None:
    edit(output, "provenance", "wirctl", value="0.0.9")
    ran = run(capsys, "verify", str(output))
    assert ran.code == 1
    assert "Geschrieben mit wirctl 0.0.9, nachgeprüft mit wirctl" in ran.out


def test_commit_that_is_not_there_is_said(output: Path, capsys: pytest.CaptureFixture[str]) -> None:
    edit(output, "provenance", "commit", value="0" * 40)
    ran = run(capsys, "verify", str(output))
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(f"Der Commit {'0' * 40}, aus dem die Ausgabe entstand")
    assert "git fetch" in ran.err


def test_round_that_has_moved_is_said(output: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for way in (("provenance", "round"), ("provenance", "request", "at")):
        edit(output, *way, value=LATER)
    ran = run(capsys, "verify", str(output))
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(f"Die Runde {LATER} schließt heute mit einem anderen Commit")


@pytest.mark.parametrize(
    ("way", "value"),
    [
        (("version",), 2),
        (("provenance",), {}),
        (("provenance", "request"), {"format": "json", "colour": "red"}),
        (("provenance", "request", "lang"), 7),
        (("provenance", "request", "at"), "/etc"),
        (("provenance", "commit"), "HEAD"),
    ],
)
def test_manifest_that_says_no_way_that_we_know_is_refused(
    way: tuple[str, ...], value: object, output: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    edit(output, *way, value=value)
    ran = run(capsys, "verify", str(output))
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(f"Die manifest.json zu {output} sagt nicht")


def test_format_that_is_gone_is_said(output: Path, capsys: pytest.CaptureFixture[str]) -> None:
    edit(output, "provenance", "request", "format", value="jason")
    ran = run(capsys, "verify", str(output))
    assert (ran.code, ran.out) == (2, "")
    assert "„json“" in ran.err


def test_draft_cannot_be_verified(
    decided_city: Builder, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    plan = tmp_path / "plan"
    shutil.copytree(decided_city.path / "plan", plan)
    run(capsys, "render", "json", "--plan", str(plan), "--output", str(tmp_path / "out"))
    ran = run(capsys, "verify", str(tmp_path / "out"), "--plan", str(plan))
    assert (ran.code, ran.out) == (2, "")
    assert "ist ein Entwurf" in ran.err


@pytest.mark.parametrize("name", ["nothing", "empty", "foreign"])
@pytest.mark.usefixtures("here")
def test_what_is_no_output_is_said(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    if name != "nothing":
        (tmp_path / name).mkdir()
    if name == "foreign":
        (tmp_path / name / MANIFEST).write_text('{"name": "app"}')
    ran = run(capsys, "verify", str(tmp_path / name))
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(f"{tmp_path / name} ist keine Ausgabe von wirctl")


@pytest.mark.slow
@pytest.mark.parametrize("name", ["json", "markdown", "ics", "docx"])
def test_file_without_its_folder_is_made_again(
    name: str, here: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    made, mailed = tmp_path / "out", tmp_path / "mail"
    run(capsys, "render", name, "--plan", str(here), "--at", REAL, "--output", str(made))
    [path] = [path for path in made.iterdir() if path.name not in {MANIFEST, SUMS}]
    mailed.mkdir()
    file = path.rename(mailed / f"as it came{path.suffix}")
    ran = run(capsys, "verify", str(file))
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith(f"Gleich, Byte für Byte: 1 Datei, Fassung {REAL}, Commit ")
    assert findings(capsys, file) == (0, {})


@pytest.mark.slow
def test_file_without_its_folder_that_was_altered_is_like_nothing(
    output: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    alter(output)
    file = (output / "plan.json").rename(tmp_path / "plan.json")
    assert findings(capsys, file) == (1, {"plan.json": "unlike"})
    ran = run(capsys, "verify", str(file))
    assert ran.out.splitlines()[0].startswith("plan.json: gleicht nichts von dem")


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize("text", ["", "ein Brief", "0" * 40])
def test_file_that_names_no_commit_of_ours_is_said(
    text: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "letter.txt").write_text(text)
    ran = run(capsys, "verify", str(tmp_path / "letter.txt"))
    assert (ran.code, ran.out) == (2, "")
    assert "nennt keinen Commit dieses Repositoriums" in ran.err


def test_file_whose_format_cannot_be_written_here_is_not_judged(
    output: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    file = (output / "plan.json").rename(tmp_path / "plan.docx")
    monkeypatch.setitem(sys.modules, "docx", None)
    ran = run(capsys, "verify", str(file))
    assert (ran.code, ran.out) == (2, "")
    assert 'pip install "wirctl[office]"' in ran.err


@pytest.fixture
def foreign(
    decided_city: Builder,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> Path:
    """Files of a project that has other settings today than when they were made."""
    monkeypatch.chdir(decided_city.path)
    site = ("--lang", "en,de", "--rounds", ROUND, "--downloads", "json,csv,atom")
    for name, more in (
        ("html", site),
        ("json", ("--lang", "en")),
        ("pdf", ("--only", "M-EN-01")),
        ("csv", ()),
    ):
        asked = ("--plan", "plan", "--at", LATER, *more, "--output", str(tmp_path / name))
        assert run(capsys, "render", name, *asked).code == 0
    return tmp_path


def mailed(foreign: Path, name: str) -> Path:
    """A file of it, without its folder and under another name."""
    file = foreign / "mail" / f"as it came{(foreign / name).suffix}"
    file.parent.mkdir(exist_ok=True)
    shutil.copy(foreign / name, file)
    return file


@pytest.mark.slow
def test_file_tells_itself_how_it_was_asked_for(
    foreign: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    names = ("index.html", "de/index.html", "downloads.html", f"versions/{ROUND}/de/index.html")
    for name in (*(f"html/{name}" for name in names), "json/plan.json"):
        assert (name, findings(capsys, mailed(foreign, name))) == (name, (0, {}))


@pytest.mark.slow
def test_what_a_file_does_not_tell_is_said_by_options(
    foreign: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    sheet = mailed(foreign, "pdf/M-EN-01.pdf")
    ran = run(capsys, "verify", str(sheet))
    assert ran.code == 1
    assert ran.out.splitlines()[2:-1] == [
        "Verglichen mit dem, was diese Befehle schreiben:",
        f"  wirctl render pdf --at {LATER} --lang de",
    ]
    assert ran.out.splitlines()[-1].startswith(f"Entstand {sheet.name} anders, sagen Sie wie: --at")
    assert run(capsys, "verify", str(sheet), "--only", "M-EN-01").code == 0
    table = mailed(foreign, "csv/measure.csv")
    ran = run(capsys, "verify", str(table))
    assert (ran.code, ran.out) == (2, "")
    assert "Sagen Sie mit --at" in ran.err
    assert run(capsys, "verify", str(table), "--at", LATER).code == 0
    assert run(capsys, "verify", str(table), "--at", ROUND).code == 1


def test_page_in_its_folder_is_judged_alone(
    foreign: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    site, page = foreign / "html", f"versions/{ROUND}/de/measures/M-EN-01.html"
    (site / "index.html").write_bytes((site / "index.html").read_bytes() + b" ")
    ran = run(capsys, "verify", str(site / page))
    assert (ran.code, ran.out.partition(", Fassung")[0]) == (0, "Gleich, Byte für Byte: 1 Datei")
    assert findings(capsys, site / page) == (0, {})
    assert findings(capsys, site / "index.html") == (1, {"index.html": "altered"})
    for name in ("downloads", "downloads/plan.json", "assets/site.css", "search-index.js"):
        assert findings(capsys, site / name) == (0, {})
    assert findings(capsys, site / "versions") == (0, {})
    (site / page).unlink()
    assert findings(capsys, site / "versions") == (1, {page: "missing"})
    assert findings(capsys, site) == (1, {"index.html": "altered", page: "missing"})


@pytest.mark.parametrize("at", [0, 100, -2, -1])
def test_page_without_its_folder_in_which_one_byte_differs_is_like_nothing(
    at: int, foreign: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page = mailed(foreign, f"html/versions/{ROUND}/de/measures/M-EN-01.html")
    assert findings(capsys, page) == (0, {})
    data = bytearray(page.read_bytes())
    data[at] ^= 1
    page.write_bytes(data)
    assert findings(capsys, page) == (1, {page.name: "unlike"})


def test_how_a_folder_was_made_is_not_said_twice(
    output: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    ran = run(capsys, "verify", str(output), "--lang", "de")
    assert (ran.code, ran.out) == (2, "")
    assert "steht in der manifest.json dazu" in ran.err
