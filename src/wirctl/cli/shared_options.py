"""Options that many commands take, said once."""

from __future__ import annotations

from typing import Annotated, TypeAlias

from wirctl.cli.hints import versions
from wirctl.cli.option import Argument, Option
from wirctl.report.registry import change_files, change_formats, finding_formats

PlanOption: TypeAlias = Annotated[str, Option("--plan", "DIR")]
ConfigOption: TypeAlias = Annotated[str, Option("--config", "FILE")]
AtOption: TypeAlias = Annotated[str, Option("--at", "VERSION", hints=versions)]
OutputOption: TypeAlias = Annotated[str, Option("--output", "FILE")]
FindingFormats: TypeAlias = Annotated[
    tuple[str, ...],
    Option("--format", "FORMATFILE", lambda: tuple(finding_formats()), to_file=True),
]
ChangeFormatOption: TypeAlias = Annotated[
    str,
    Option("--format", "FORMAT", lambda: tuple(sorted({**change_formats(), **change_files()}))),
]
TodayOption: TypeAlias = Annotated[str, Option("--today", "DAY")]
Paths: TypeAlias = Annotated[tuple[str, ...], Argument("PATHS")]
TextOrJson: TypeAlias = Annotated[str, Option("--format", "FORMAT", lambda: ("text", "json"))]
