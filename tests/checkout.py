"""The files of this checkout: a clone, a working tree, or an export without git."""

from __future__ import annotations

import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).resolve().parent.parent


def names(*patterns: str) -> list[str]:
    """Every file that is, or is about to be, under version control: its path below the top.

    The repository is named, so that git asks neither whose it is nor looks further up. Where
    there is none, an empty one says what `.gitignore` leaves.
    """
    with TemporaryDirectory() as empty:
        place = ROOT / ".git"
        if not place.exists():
            place = Path(empty)
            _git(place, "init", "--quiet")
        listed = _git(
            place, "ls-files", "-z", "--cached", "--others", "--exclude-standard", "--", *patterns
        )
    return sorted(name for name in set(listed.split("\0")) if name and (ROOT / name).is_file())


def _git(place: Path, *arguments: str) -> str:
    command = ["git", f"--git-dir={place}", f"--work-tree={ROOT}", *arguments]
    ran = subprocess.run(command, cwd=ROOT, capture_output=True, check=True)
    return ran.stdout.decode()
