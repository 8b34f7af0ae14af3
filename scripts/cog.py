"""Brings text that is made by cog up to date; with `--check` says where it is not."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from cogapp import Cog

ROOT = Path(__file__).resolve().parent.parent
MARK = "[[[" + "cog"


def generated() -> list[str]:
    """Every tracked text that holds a cog block, sorted."""
    found = subprocess.run(
        ["git", "grep", "--fixed-strings", "--name-only", "-I", MARK, "--", "*.md"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    return sorted(found.stdout.splitlines())


def main(arguments: list[str]) -> int:
    """The exit code of cog over all these texts."""
    names = generated()
    mode = ["--check", "--diff"] if "--check" in arguments else ["-r"]
    return int(Cog().main(["cog", "-P", "-e", *mode, *names])) if names else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
