"""The life of a measure, from the idea to the council: the tutorial, done line by line."""

from __future__ import annotations

import re
import shlex
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

import pytest

from builder import Builder
from commands import run

if TYPE_CHECKING:
    from collections.abc import Iterator

Capture: TypeAlias = pytest.CaptureFixture[str]
TUTORIAL = Path(__file__).resolve().parent.parent / "docs" / "tutorial.md"
BLOCK = re.compile(r"^```(sh|yaml|text)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
EDIT = re.compile(r"# in: (\S+), (?:(hinter|statt): (.+)|am Ende)\n")


@dataclass(frozen=True, slots=True)
class Block:
    """A piece of the tutorial: commands, an edit of a file, or what the commands say."""

    sort: str
    text: str


def blocks() -> Iterator[Block]:
    for match in BLOCK.finditer(TUTORIAL.read_text(encoding="utf-8")):
        yield Block(match[1], match[2])


def commands(text: str) -> Iterator[list[str]]:
    for line in text.splitlines():
        for part in line.split(" && "):
            yield shlex.split(part)


def edit(folder: Path, text: str) -> None:
    """Put the lines into the file, where the first one says."""
    found = EDIT.match(text)
    assert found is not None, text
    file, lines = folder / found[1], text[found.end() :]
    before = file.read_text(encoding="utf-8")
    after = f"{before}{lines}"
    if found[3]:
        (old,) = re.findall(rf"(?m)^ *(?:- )?{re.escape(found[3])}\n", before)
        new = f"{old}{lines}" if found[2] == "hinter" else lines
        after = before.replace(old, new)
    file.write_text(after, encoding="utf-8")


@pytest.mark.slow
def test_whole_life_of_a_measure_is_as_the_tutorial_tells_it(
    capsys: Capture, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = Builder.new(tmp_path / "plan")
    monkeypatch.chdir(made.path)
    monkeypatch.setenv("WIRCTL_LANG", "de")
    said: list[str] = []
    last = ""
    for block in blocks():
        if block.sort == "sh":
            said = [] if last == "text" else said
            for words in commands(block.text):
                if words[0] == "wirctl":
                    ran = run(capsys, *words[1:])
                    assert (ran.code, ran.err) == (0, ""), words
                    said.append(ran.out)
                elif words[1] != "init":
                    made.git(*words[1:])
        elif block.sort == "yaml":
            edit(made.path, block.text)
        else:
            told = "".join(said)
            for line in block.text.splitlines():
                assert line in told, line
        last = block.sort
    assert last == "text"
    assert made.git("tag") == "round/RAT-2027-09-23"
    assert run(capsys, "validate").out.startswith("Keine Fehler")


def test_every_sort_of_block_is_met() -> None:
    assert {block.sort for block in blocks()} == {"sh", "yaml", "text"}
    every = re.findall(r"(?m)^```(\w+)$", TUTORIAL.read_text(encoding="utf-8"))
    assert len(every) == len(list(blocks()))
