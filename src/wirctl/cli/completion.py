"""`wirctl completion`: what a shell needs so that the tabulator completes command lines."""

from __future__ import annotations

import os
from typing import Annotated

from wirctl.cli.option import Argument

SHELLS = ("bash", "zsh", "fish")


def completion(shell: Annotated[str, Argument("SHELL", lambda: SHELLS)]) -> int:
    """Print the lines for the start-up file of a shell."""
    from wirctl.cli.app import COMPLETION
    from wirctl.cli.typing import complete

    os.environ[COMPLETION] = f"source_{shell}"
    try:
        return complete()
    finally:
        del os.environ[COMPLETION]
