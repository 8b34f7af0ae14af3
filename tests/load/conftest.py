"""Plans of a few lines, loaded: what is found in them, and where."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, TypeAlias

import pytest

from small_plan import PLAN
from wirctl.core.catalogue import message
from wirctl.load import load
from wirctl.source.folder import FolderTree

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from wirctl.load import Loaded

Found: TypeAlias = "list[tuple[str, str, int, int]]"
Files: TypeAlias = Mapping[str, "str | bytes | None"]


@pytest.fixture
def loaded(tmp_path: Path) -> Callable[[Files], Loaded]:
    """Writes the files and loads them; with a `plan.yaml` unless that is given, or `None`."""

    def write_and_load(files: Files) -> Loaded:
        for path, content in {"plan.yaml": PLAN, **files}.items():
            if content is not None:
                file = tmp_path / path
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_bytes(content if isinstance(content, bytes) else content.encode())
        return load(FolderTree(tmp_path))

    return write_and_load


@pytest.fixture
def found(loaded: Callable[[Files], Loaded]) -> Callable[[Files], Found]:
    """Path, rule, line and column of each finding; each has its words in both languages."""

    def findings(files: Files) -> Found:
        plan = loaded(files)
        for item in plan.diagnostics:
            for language in ("de", "en"):
                said = message(item.rule)
                assert said.text(language, dict(item.arguments))
                said.help(language, dict(item.arguments))
        spans = ((item, plan.span(item)) for item in plan.diagnostics)
        return [(item.subject.path, item.rule, span.line, span.column) for item, span in spans]

    return findings
