"""Rounds of one body are closed in the order of their dates."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wirctl.core.diagnostic import Diagnostic, Location
from wirctl.core.value import text_of
from wirctl.load import messages as say
from wirctl.model.dates import first_day, last_day

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from wirctl.load.files import Faulty, File


def order_findings(files: Iterable[File], faulty: Faulty) -> Iterator[Diagnostic]:
    """Where a round is closed although an earlier one of the same body is open.

    Earlier is what certainly was: a round of December comes neither before nor after one of
    6 December.
    """
    is_about = ("body", "date", "closed", "withdrawn")
    rounds = [
        file
        for file in files
        if file.kind.name == "round"
        and "withdrawn" not in file.record
        and not faulty.has(file, *is_about)
    ]
    first_open = _first_open(rounds)
    for file in rounds:
        begin = first_day(text_of(file.record.get("date")))
        end, earlier = first_open.get(_body(file), (None, file))
        if "closed" in file.record and begin is not None and end is not None and end < begin:
            yield _finding(file, earlier)


def _body(file: File) -> str:
    return text_of(file.record.get("body"))


def _first_open(rounds: Iterable[File]) -> dict[str, tuple[date, File]]:
    """Body to its open round that was over first, with the last day on which it can have been."""
    found: dict[str, tuple[date, File]] = {}
    for file in rounds:
        end = last_day(text_of(file.record.get("date")))
        if "closed" not in file.record and end is not None:
            found[_body(file)] = min(found.get(_body(file), (end, file)), (end, file), key=_end)
    return found


def _end(item: tuple[date, File]) -> tuple[date, str]:
    return (item[0], item[1].id)


def _finding(file: File, earlier: File) -> Diagnostic:
    message = say.ROUND_CLOSED_OUT_OF_ORDER
    words = (("id", file.id), ("earlier", earlier.id))
    related = (Location(earlier.subject, ("date",)),)
    return Diagnostic(message.id, message.severity, file.subject, ("closed",), words, related)
