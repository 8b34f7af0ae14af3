"""Formats register themselves."""

from __future__ import annotations

import pytest

from versions import compared, measure
from wirctl.report.registry import (
    FormatTwiceError,
    Look,
    change_file,
    change_files,
    change_format,
    change_format_named,
    change_formats,
    finding_format,
    finding_formats,
)


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("name", change_formats())
def test_every_format_of_changes_can_be_had_in_both_languages(name: str, language: str) -> None:
    made = change_formats()[name]
    lines = list(made.lines(compared(measure("title: A"), measure("title: B")), Look(language)))
    assert made.name == name
    assert "M-BIL-01" in "\n".join(lines)


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("name", change_files())
def test_every_file_of_changes_can_be_had_in_both_languages(name: str, language: str) -> None:
    made = change_files()[name]
    comparison = compared(measure("title: A"), measure("title: B"))
    assert made.name == name
    assert made.data(comparison, Look(language)) == made.data(comparison, Look(language))


@pytest.mark.parametrize("name", [*change_formats(), *change_files()])
def test_format_of_changes_is_found_by_its_name_alone(name: str) -> None:
    found = change_format_named(name)
    assert found is {**change_formats(), **change_files()}[name]


def test_name_of_no_format_finds_none() -> None:
    assert change_format_named("no-such") is None


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("name", finding_formats())
def test_every_format_of_findings_can_be_had_in_both_languages(name: str, language: str) -> None:
    made = finding_formats()[name]
    assert made.name == name
    assert list(made.lines((), Look(language)))


def test_second_format_of_one_name_is_refused() -> None:
    change_formats(), finding_formats()
    with pytest.raises(FormatTwiceError):
        change_format("json")(lambda *_: iter(()))
    with pytest.raises(FormatTwiceError):
        change_format("docx")(lambda *_: iter(()))
    with pytest.raises(FormatTwiceError):
        change_file("json")(lambda *_: b"")
    with pytest.raises(FormatTwiceError):
        finding_format("json")(lambda *_: iter(()))
