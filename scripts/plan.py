"""Shows the plan: checks it, says what changed in the last round, renders the site."""

from __future__ import annotations

import json
import shlex
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
WIRCTL = Path(sys.executable).parent / "wirctl"
HISTORY_MISSING = 2
PAIR = 2


def main(output: str) -> int:
    """The worst exit code of the commands."""
    codes = [
        run("validate"),
        run("lint"),
        last_change(),
        run("render", "html", "--output", output),
    ]
    index = ROOT / output / "index.html"
    if index.is_file():
        print(f"\n{index.as_uri()}")
    return max(codes)


def run(*arguments: str) -> int:
    """Show the command as one would type it, run it, and give its exit code."""
    print(f"\n$ {shlex.join(('wirctl', *arguments))}", flush=True)
    return subprocess.run([WIRCTL, *arguments], cwd=ROOT, check=False).returncode


def last_change() -> int:
    """Compare the last two rounds that have a commit.

    Changes are no fault, and neither is a clone without the history; the command says so itself.
    """
    listed = subprocess.run(
        [WIRCTL, "round", "list", "--format", "json"],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    if listed.returncode:
        print(f"\n$ wirctl round list\n{listed.stderr.strip()}", flush=True)
        return listed.returncode
    known = [item["id"] for item in json.loads(listed.stdout)["rounds"] if item["commit"]]
    if len(known) < PAIR:
        print("\nThe history of the rounds is not here: nothing to compare.", flush=True)
        return 0
    code = run("diff", *known[-PAIR:])
    return code if code > HISTORY_MISSING else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
