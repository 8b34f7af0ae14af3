"""Files that register what they hold: how a registry finds them, and what they say of it."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from pathlib import Path


@cache
def import_all(package: str, prefix: str = "") -> None:
    """Import every module of a package whose name begins so, once; packages in it are left out."""
    for file in sorted(Path(_file(package)).parent.glob(f"{prefix}*.py")):
        if file.stem != "__init__":
            import_module(f"{package}.{file.stem}")


def _file(package: str) -> str:
    found = import_module(package).__file__
    if found is None:
        raise ModuleNotFoundError(package)
    return found


def import_named(package: str, prefix: str, name: str) -> None:
    """Import the one module of a package that is called so, with `-` for `_`, if there is one."""
    word = f"{prefix}{name.replace('-', '_')}"
    if word.isidentifier() and (Path(_file(package)).parent / f"{word}.py").is_file():
        import_module(f"{package}.{word}")


def said_of(thing: object) -> str:
    """The docstring of a function or class without its margin, or the empty text."""
    from textwrap import dedent

    first, _, rest = (thing.__doc__ or "").partition("\n")
    return f"{first.strip()}\n{dedent(rest)}".strip()
