"""`wirctl round lineage`: list what probably goes on under another id, and declare it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from builder import Builder
from commands import run

if TYPE_CHECKING:
    from pathlib import Path

    from commands import Ran

HEAD = "id: {id}\nkind: measure\nfield: HF-BIL\ntitle: {title}\n"
TEXT = "Ehrenamtliche lesen Kindern in Kitas und Schulen vor und begleiten sie ein Jahr lang."
OTHER = "Die Stadtbibliothek schult die Paten und stellt Bücher in vielen Sprachen bereit."


def measure(id_: str, title: str, text: str) -> str:
    return HEAD.format(id=id_, title=title) + f"description: >-  # Wortlaut\n  {text}\n"


PLAN = {
    "plan.yaml": "id: PLAN\ntitle: Ein Plan\nformat: 1\n",
    "fields/HF-BIL.yaml": "id: HF-BIL\norder: 1\ntitle: Bildung\n",
    "measures/M-BIL-01.yaml": measure("M-BIL-01", "Lesepaten", TEXT),
    "measures/M-BIL-02.yaml": measure("M-BIL-02", "Bücher", OTHER),
}
NEW = "plan/measures/M-BIL-07.yaml"


@pytest.fixture(autouse=True)
def _german(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WIRCTL_LANG", "de")


@pytest.fixture
def built(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Builder:
    """A plan of which one measure got another id after the commit."""
    built = Builder.new(tmp_path / "repository")
    built.commit({f"plan/{path}": text for path, text in PLAN.items()})
    built.write({"plan/measures/M-BIL-01.yaml": None, NEW: measure("M-BIL-07", "Lesepaten", TEXT)})
    monkeypatch.chdir(built.path)
    return built


def lineage(capsys: pytest.CaptureFixture[str], *words: str) -> Ran:
    return run(capsys, "round", "lineage", "HEAD", *words)


def files(built: Builder) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in (built.path / "plan").rglob("*.yaml")}


def test_guess_is_listed_and_nothing_written(
    built: Builder, capsys: pytest.CaptureFixture[str]
) -> None:
    before = files(built)
    ran = lineage(capsys)
    assert ran.code == 0
    assert "M-BIL-01 Lesepaten heißt jetzt vermutlich M-BIL-07 Lesepaten" in ran.out
    assert files(built) == before


def test_declaration_is_put_behind_what_is_there(
    built: Builder, capsys: pytest.CaptureFixture[str]
) -> None:
    text = (built.path / NEW).read_text(encoding="utf-8")
    ran = lineage(capsys, "--write")
    assert (ran.code, ran.err) == (0, "")
    added = "lineage:\n  - kind: renamed\n    from:\n      - M-BIL-01\n"
    assert (built.path / NEW).read_text(encoding="utf-8") == text + added
    assert (built.path / "plan/measures/M-BIL-01.yaml").read_text(encoding="utf-8") == (
        "id: M-BIL-01\ntitle: Lesepaten\nwithdrawn:\n  reason: Geht weiter als M-BIL-07.\n"
        "  to:\n    - M-BIL-07\n"
    )
    assert run(capsys, "validate").code == 0
    assert "Es gibt nichts" in lineage(capsys).out
    assert "Heißt jetzt M-BIL-07, vorher M-BIL-01" in run(capsys, "diff", "HEAD").out


def test_round_is_named_where_one_is_open(
    built: Builder, capsys: pytest.CaptureFixture[str]
) -> None:
    built.write(
        {
            "plan/rounds/LG-2027-03-15.yaml": "id: LG-2027-03-15\nbody: G-LG\ndate: 2027-03-15\n",
            "plan/bodies/G-LG.yaml": "id: G-LG\ntitle: Lenkungsgruppe\nkind: steering_group\n",
        }
    )
    assert lineage(capsys, "--write").code == 0
    assert "round: LG-2027-03-15\n" in (built.path / NEW).read_text(encoding="utf-8")


def test_tombstone_that_is_there_is_led_on(
    built: Builder, capsys: pytest.CaptureFixture[str]
) -> None:
    for struck in (
        "id: M-BIL-01\ntitle: Lesepaten\nwithdrawn:\n  reason: Doppelt.  # so beraten\n",
        "id: M-BIL-01\ntitle: Lesepaten\nwithdrawn: {reason: Doppelt.}\n",
    ):
        built.write(
            {"plan/measures/M-BIL-01.yaml": struck, NEW: measure("M-BIL-07", "Lesepaten", TEXT)}
        )
        assert lineage(capsys, "--write").code == 0
        found = (built.path / "plan/measures/M-BIL-01.yaml").read_text(encoding="utf-8")
        assert found.endswith("  to:\n    - M-BIL-07\n")
        assert ("# so beraten" in found) == ("# so beraten" in struck)


def test_one_guess_of_several_can_be_chosen(
    built: Builder, capsys: pytest.CaptureFixture[str]
) -> None:
    built.write(
        {
            "plan/measures/M-BIL-02.yaml": None,
            "plan/measures/M-BIL-08.yaml": measure("M-BIL-08", "Bücher", OTHER),
        }
    )
    assert lineage(capsys).out.count("vermutlich M-BIL-0") == 2
    assert lineage(capsys, "--write", "--id", "M-BIL-02").code == 0
    assert "lineage" not in (built.path / NEW).read_text(encoding="utf-8")
    assert not (built.path / "plan/measures/M-BIL-01.yaml").exists()
    assert (built.path / "plan/measures/M-BIL-02.yaml").exists()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        pytest.param(("HEAD", "--write"), "nur in den Arbeitsstand", id="a commit"),
        pytest.param(("--id", "M-BIL-09"), "Zu „M-BIL-09“ gibt es keine Vermutung.", id="no guess"),
        pytest.param(("--write", "--round", "LG-1"), "LG-1", id="no such round"),
    ],
)
def test_what_cannot_be_done_writes_nothing(
    built: Builder, capsys: pytest.CaptureFixture[str], words: tuple[str, ...], said: str
) -> None:
    before = files(built)
    ran = lineage(capsys, *words)
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err
    assert files(built) == before


def test_file_with_an_error_keeps_all_from_being_written(
    built: Builder, capsys: pytest.CaptureFixture[str]
) -> None:
    text = measure("M-BIL-07", "Lesepaten", TEXT)
    built.write({NEW: text.replace("field: HF-BIL\n", "")})
    before = files(built)
    ran = lineage(capsys, "--write")
    assert ran.code == 2
    assert "M-BIL-07.yaml" in ran.err
    assert files(built) == before


def test_what_was_written_is_put_back_where_the_next_cannot_be(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    built = Builder.new(tmp_path / "repository")
    old = "plan/measures/alt/M-BIL-01.yaml"
    built.commit({"plan/plan.yaml": PLAN["plan.yaml"], old: PLAN["measures/M-BIL-01.yaml"]})
    built.write({old: None, NEW: measure("M-BIL-07", "Lesepaten", TEXT)})
    built.write({"plan/fields/HF-BIL.yaml": PLAN["fields/HF-BIL.yaml"]})
    (built.path / "plan/measures/alt").rmdir()
    built.write({"plan/measures/alt": "Hier war ein Ordner."})
    monkeypatch.chdir(built.path)
    before = files(built)
    ran = lineage(capsys, "--write")
    assert (ran.code, ran.out) == (2, "")
    assert files(built) == before
