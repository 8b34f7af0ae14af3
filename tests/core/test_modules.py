"""What a package holds is imported, and what a function says is found."""

from __future__ import annotations

import sys

import pytest

from wirctl.core.modules import import_all, import_named, said_of


def test_every_module_of_a_package_is_imported() -> None:
    import_all("wirctl.diff.classes")
    assert "wirctl.diff.classes.figure_changed" in sys.modules


def test_package_that_is_none_is_an_error() -> None:
    with pytest.raises(ModuleNotFoundError):
        import_all("wirctl.nothing")


def test_one_module_is_imported_by_its_name(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "wirctl.report.tables", raising=False)
    import_named("wirctl.report", "tab", "les")
    assert "wirctl.report.tables" in sys.modules


@pytest.mark.parametrize("name", ["nothing", "../registry", "a b", ""])
def test_name_of_no_module_imports_nothing(name: str) -> None:
    before = set(sys.modules)
    import_named("wirctl.diff.classes", "", name)
    assert set(sys.modules) == before


def _said() -> None:
    """First line.

    Second paragraph
      with a margin.
    """


def _silent() -> None:
    pass


def test_docstring_is_without_its_margin() -> None:
    assert said_of(_said) == "First line.\n\nSecond paragraph\n  with a margin."


def test_nothing_said_is_the_empty_text() -> None:
    assert said_of(_silent) == ""
