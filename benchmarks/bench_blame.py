"""`blame --all` on 200 commits × 100 files: our CPU against `git blame -w -M -C` over all files.

The first run reads some 1,250 versions of files, field by field and each field as it is written
once; half of the rest is weighing what changed in them. The second prints what the first kept.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path

from long_history import COMMITS, write_history
from ratio import PROGRAMS, Row, Run, compare, report

GIT = "git ls-files -z | xargs -0 -n1 git blame -w -M -C --"
FIRST, AGAIN = (0.5, 0.7), (0.1, 0.12)
"""Goal and limit."""


def main() -> int:
    """Print the ratios of the first run and of the second."""
    with tempfile.TemporaryDirectory() as name:
        folder, cache = Path(name) / "repository", Path(name) / "cache"
        write_history(folder)
        anchor = Run(("sh", "-c", GIT), folder)
        ours = ("env", f"XDG_CACHE_HOME={cache}", PROGRAMS / "wirctl", "blame", "--all")
        command = (*ours, "--format", "json", "--plan", folder / "plan")
        first = Run(command, folder, prepare=lambda: shutil.rmtree(cache, ignore_errors=True))
        files = len(list((folder / "plan").rglob("*.yaml")))
        size = f"blame --all, {COMMITS} commits × {files} files"
        rows = [
            Row(size, "git blame -w -M -C", compare(first, anchor, times=5), *FIRST),
            Row(
                f"{size}, again",
                "git blame -w -M -C",
                compare(Run(command, folder), anchor, times=5),
                *AGAIN,
            ),
        ]
    return report("Blame", rows)


if __name__ == "__main__":
    sys.exit(main())
