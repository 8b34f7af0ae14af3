"""Files that register what they hold: how a registry finds them, and what they say of it."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from pathlib import Path


@cache
def import_all(package: str, prefix: str = "") -> None:
    """Import every module of a package whose name begins so, once; packages in it are left out."""
    found = import_module(package).__file__
    if found is None:
        raise ModuleNotFoundError(package)
    for file in sorted(Path(found).parent.glob(f"{prefix}*.py")):
        if file.stem != "__init__":
            import_module(f"{package}.{file.stem}")


def said_of(thing: object) -> str:
    """The docstring of a function or class without its margin, or the empty text."""
    from textwrap import dedent

    first, _, rest = (thing.__doc__ or "").partition("\n")
    return f"{first.strip()}\n{dedent(rest)}".strip()
