"""Rounds of one body are closed in the order of their dates."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wirctl.core.diagnostic import Diagnostic, Location
from wirctl.core.value import text_of
from wirctl.load import messages as say

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from wirctl.load.files import File


def order_findings(files: Iterable[File]) -> Iterator[Diagnostic]:
    """Where a round is closed although an earlier one of the same body is open.

    A date that is only a month or a year counts as its end, so that `2021-12` comes after
    every day of that month.
    """
    rounds = sorted(
        (file for file in files if file.kind.name == "round" and file.record),
        key=lambda file: (_end(file), file.id),
    )
    open_rounds: dict[str, File] = {}
    for file in rounds:
        body = text_of(file.record.get("body"))
        if file.record.get("closed") is None:
            open_rounds.setdefault(body, file)
        elif body in open_rounds:
            yield _finding(file, open_rounds[body])


def _end(file: File) -> str:
    return f"{text_of(file.record.get('date'))}~"


def _finding(file: File, earlier: File) -> Diagnostic:
    return Diagnostic(
        say.ROUND_CLOSED_OUT_OF_ORDER.id,
        say.ROUND_CLOSED_OUT_OF_ORDER.severity,
        file.subject,
        ("closed",),
        (("id", file.id), ("earlier", earlier.id)),
        (Location(earlier.subject, ("date",)),),
    )
