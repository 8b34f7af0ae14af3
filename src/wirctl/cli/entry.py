"""Where the command starts: the version costs no more than to say it."""

import gc
import sys

_SELDOM = 50_000
"""Objects between two searches for garbage: a command makes little, and ends soon."""


def main() -> None:
    """Run the command line and leave with its exit code."""
    if sys.argv[1:] == ["--version"] and sys.stdout is not None and _say_version():
        return
    gc.set_threshold(_SELDOM)
    try:
        from wirctl.cli.app import main as run

        code = run()
    except KeyboardInterrupt:
        code = 130
    gc.freeze()  # Nobody need search what the end of the process sets free anyway.
    sys.exit(code)


def _say_version() -> bool:
    """Whether the version could be said; where not, the whole program says why."""
    from wirctl import __version__

    try:
        sys.stdout.write(f"wirctl {__version__}\n")
        sys.stdout.flush()
    except OSError:
        return False
    return True
