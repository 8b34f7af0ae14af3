"""Where the command starts: the version costs no more than to say it."""

import sys


def main() -> None:
    """Run the command line and leave with its exit code."""
    if sys.argv[1:] == ["--version"]:
        from wirctl import __version__

        sys.stdout.write(f"wirctl {__version__}\n")
        return
    try:
        from wirctl.cli.app import main as run

        code = run()
    except KeyboardInterrupt:
        code = 130
    sys.exit(code)
