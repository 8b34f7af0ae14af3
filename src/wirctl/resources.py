"""The folders that travel with the program: schemas, templates, words."""

from __future__ import annotations

from pathlib import Path

_HERE = Path(__file__).resolve().parent
_PACKAGED = _HERE / "_data"
_CHECKOUT = _HERE.parent.parent


def folder(name: str) -> Path:
    """The folder `schemas`, `templates`, `locale` or `docs`: packaged, else the checkout's.

    Raises:
        FileNotFoundError: neither is there; the installation is incomplete.
    """
    for root in (_PACKAGED, _CHECKOUT):
        if (root / name).is_dir():
            return root / name
    raise FileNotFoundError(name)
