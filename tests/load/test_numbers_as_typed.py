"""Where text belongs and a number stands, the remedy keeps what was typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from wirctl.load import load
from wirctl.source.folder import FolderTree

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("typed", ["0815", "1.10", "12e4", "-007", "815"])
def test_remedy_quotes_the_number_as_it_was_typed(tmp_path: Path, typed: str) -> None:
    (tmp_path / "goals").mkdir()
    text = f"id: Z-1\ntitle: {typed}\n"
    (tmp_path / "goals" / "Z-1.yaml").write_text(text, encoding="utf-8")
    found = [item for item in load(FolderTree(tmp_path)).diagnostics if item.at == ("title",)]
    (hint,) = (dict(item.arguments)["hint_de"] for item in found)
    assert hint == f'Setzen Sie den Text in Anführungszeichen: "{typed}"'
