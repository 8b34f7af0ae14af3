"""The example that every format writes, and the files that hold what comes out."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from site_parts import VERSION
from wirctl.load import load
from wirctl.render.build import build
from wirctl.source.folder import FolderTree

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from wirctl.render.model.site import Site

HERE = Path(__file__).resolve().parent
GOLDEN = HERE / "golden"


@pytest.fixture(scope="session")
def example() -> Site:
    """The view of the example plan; it is a right one."""
    loaded = load(FolderTree(HERE / "example"))
    assert loaded.diagnostics == ()
    built = build(loaded.plan, loaded.kinds, VERSION)
    assert built.faults == ()
    return built.site


@pytest.fixture(scope="session")
def golden(request: pytest.FixtureRequest) -> Iterator[Callable[[str, bytes], None]]:
    """Compare with a golden file, or write it; files that no test asked for are removed."""
    update = request.config.getoption("--golden-update")
    asked: set[Path] = set()

    def compare(name: str, data: bytes) -> None:
        path = GOLDEN / name
        asked.add(path)
        if update:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
        assert data.decode() == path.read_text(encoding="utf-8")

    yield compare
    for path in GOLDEN.rglob("*") if update else ():
        if path.is_file() and path not in asked:
            path.unlink()
