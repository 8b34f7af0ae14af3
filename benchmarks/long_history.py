"""A long synthetic history: what the cost of `wirctl blame` is measured on, the same each time.

A hundred plan files and two hundred commits: edits of a few fields, commits that only write
every file in another way, folders that move, and a closed round now and then. The repository
is made by one `git fast-import`.
"""

from __future__ import annotations

import random
import re
import subprocess
from typing import TYPE_CHECKING

from plans import SEED, files

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

MEASURES = 42
COMMITS = 200
_BEGIN = 1_767_600_000
_HOUR = 3_600
_TOP = re.compile(r"^(?=[a-z])", re.MULTILINE)
_FOLDED = re.compile(r"^  (\S.{50,})$", re.MULTILINE)
_TITLE = re.compile(r"^title: ([^\"'\n]+)$", re.MULTILINE)
_SENTENCES = (
    "Der Zeitplan wird jährlich fortgeschrieben.",
    "Die Verwaltung muss bis 2027 berichten.",
    "Einzelheiten regelt eine Vereinbarung mit den Trägern.",
)


def write_history(folder: Path, measures: int = MEASURES, commits: int = COMMITS) -> None:
    """Make the repository; its files are checked out below `plan/`."""
    folder.mkdir(parents=True, exist_ok=True)
    _git(folder, "init", "--quiet", "--initial-branch", "main")
    stream = b"".join(_stream(measures, commits))
    subprocess.run(["git", "fast-import", "--quiet"], cwd=folder, input=stream, check=True)
    _git(folder, "reset", "--quiet", "--hard", "main")


def versions(measures: int, commits: int) -> Iterator[Mapping[str, str]]:
    """Path to text of every file, commit by commit."""
    words = random.Random(f"{SEED} history {measures} {commits}")
    base = files(measures)
    style, moved = 0, 0
    for number in range(commits):
        if number % 20 == 13:  # noqa: PLR2004 - now and then
            style += 1
        elif number % 25 == 17:  # noqa: PLR2004 - now and then
            moved += 1
        elif number:
            for path in words.sample(sorted(base), 3):
                base[path] = _edited(base[path], number, words)
        if number % 10 == 9:  # noqa: PLR2004 - now and then
            name = f"LG-{2026 + number // 120}-{number // 10 % 12 + 1:02}"
            base[f"rounds/{name}.yaml"] = _round(name)
        yield {_place(path, moved): _styled(text, style) for path, text in base.items()}


def _edited(text: str, number: int, words: random.Random) -> str:
    """The file with one thing changed."""
    choice = words.randrange(4)
    if choice == 0:
        return re.sub(r"(amount_eur|value|order): (\d+)", rf"\1: {1000 + number}", text, count=1)
    if choice == 1:
        return text.replace("jährlich ", "halbjährlich ", 1).replace("müssen", "sollen", 1)
    if choice == 2:  # noqa: PLR2004 - one of four
        return re.sub(r"^title: .*$", f"title: Neuer Name {number}", text, flags=re.MULTILINE)
    sentence = words.choice(_SENTENCES)
    return _FOLDED.sub(lambda line: f"  {line[1]} {sentence}", text, count=1)


def _styled(text: str, style: int) -> str:
    """The same content, written in another way."""
    match style % 4:
        case 1:
            return _FOLDED.sub(lambda line: _wrapped(line[1]), text)
        case 2:
            return _TITLE.sub(r'title: "\1"', text)
        case 3:
            head, *blocks = _TOP.split(text)
            return f"# Bitte beachten: in umgekehrter Folge\n{head}{''.join(reversed(blocks))}"
        case _:
            return text


def _wrapped(line: str) -> str:
    lines = [""]
    for word in line.split(" "):
        if len(lines[-1]) + len(word) > 56:  # noqa: PLR2004 - a narrow page
            lines.append("")
        lines[-1] += f"{' ' if lines[-1] else ''}{word}"
    return "\n".join(f"  {item}" for item in lines if item)


def _place(path: str, moved: int) -> str:
    """Where the file lies: one more folder of measures has a new name after each move."""
    for code in ("BIL", "SOZ", "DEM", "STK", "WIR", "SVW")[:moved]:
        path = path.replace(f"measures/HF-{code}/", f"measures/{code.lower()}/")
    return path


def _round(name: str) -> str:
    date = name.removeprefix("LG-")
    return (
        f"id: {name}\ntitle: Sitzung {date}\nbody: G-LG\ndate: {date}\nphase: steering\n"
        f"closed:\n  date: {date}\n"
    )


def _stream(measures: int, commits: int) -> Iterator[bytes]:
    """What `git fast-import` reads."""
    before: Mapping[str, str] = {}
    for number, now in enumerate(versions(measures, commits)):
        yield (
            "commit refs/heads/main\n"
            f"committer Messung <messung@example.org> {_BEGIN + number * _HOUR} +0000\n"
            "data 5\nStep\n\n"
        ).encode()
        for path in before:
            if path not in now:
                yield f"D plan/{path}\n".encode()
        for path, text in now.items():
            if before.get(path) != text:
                data = text.encode()
                yield f"M 100644 inline plan/{path}\ndata {len(data)}\n".encode() + data + b"\n"
        before = now


def _git(folder: Path, *arguments: str) -> None:
    subprocess.run(["git", *arguments], cwd=folder, check=True)
