"""What every call of wirctl pays before it does anything, and the commonest call as a whole."""

from __future__ import annotations

import sys

from ratio import PROGRAMS, PYTHON_PASS, Row, Run, compare, report

WIRCTL = PROGRAMS / "wirctl"
BARE = "python -c pass"
ROWS = (
    ("wirctl --version", (WIRCTL, "--version"), 1.5, 1.5),
    ("wirctl --help", (WIRCTL, "--help"), 7.0, 7.0),
    ("wirctl validate, real plan", (WIRCTL, "validate"), 12.0, 15.0),
)


def main() -> int:
    """The exit code: 0 when each row is within its limit."""
    anchor = Run(PYTHON_PASS)
    rows = [
        Row(name, BARE, compare(Run(command), anchor, times=9, anchor_repeats=3), goal, limit)
        for name, command, goal, limit in ROWS
    ]
    return report("Start-up", rows)


if __name__ == "__main__":
    sys.exit(main())
