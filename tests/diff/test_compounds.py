"""What hangs on a figure is told apart from it; a version belongs to its name."""

from __future__ import annotations

import pytest

from wirctl.diff.compounds import versions


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("WIR 2.0, Industrie 4.0", [("WIR", "2.0"), ("Industrie", "4.0")], id="names"),
        pytest.param("WIR-2.0-Plan, WIR 2.0-Plan", [("WIR", "2.0")] * 2, id="compounds"),
        pytest.param("auf 2.0 gestiegen, 2.0 Punkte", [], id="no name before it"),
        pytest.param("Faktor 2.5, Kapitel 4, Ende 2025", [], id="other figures"),
        pytest.param("Stand: 2.0", [], id="a mark before it"),
    ],
)
def test_versions_belong_to_names(text: str, expected: list[tuple[str, str]]) -> None:
    assert list(versions(text)) == expected
