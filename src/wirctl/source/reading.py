"""A text read as far as it goes: what is broken is taken out, and the rest is read on."""

from __future__ import annotations

from contextlib import suppress
from itertools import repeat
from typing import TYPE_CHECKING

from yaml.events import ScalarEvent

from wirctl.core.frozen import frozen, replace
from wirctl.source import limits
from wirctl.source.explain import explain
from wirctl.source.fault import WHOLE
from wirctl.source.messages import lines as say
from wirctl.source.messages import values
from wirctl.source.parse import parse
from wirctl.source.parser import ERRORS, span_of
from wirctl.source.positions import Positions, positions

if TYPE_CHECKING:
    from wirctl.core.span import Span
    from wirctl.core.value import Value
    from wirctl.source.fault import Fault, Path
    from wirctl.source.parser import ParserOf
    from wirctl.source.trouble import Explained


@frozen
class Parsed:
    """What a text holds, what is wrong with it, and the text without what is broken."""

    value: Value
    faults: tuple[Fault, ...]
    text: str


def read_on(text: str, parser: ParserOf) -> Parsed:
    """The value of the text and everything that is wrong with it. Never raises.

    Each slip of syntax takes out the one value that it concerns, and the text is read again.
    A slip is only reported if it stands below the one before and is understood: whatever else
    comes up may be no more than its consequence.
    """
    slips: list[Explained] = []
    if text.endswith(" ") and not text.rpartition("\n")[2].strip(" "):
        text += "\n"  # Else libyaml takes the blanks of the last line for text.
    for _ in range(limits.MAX_REPAIRS):
        reading = parse(text, parser)
        if reading.error is None:
            rest = () if slips and is_only_empty(reading.faults) else reading.faults
            found = (*_located(slips, text, parser), *rest)
            return Parsed(reading.value, found, text)
        slip = explain(text, reading.error, _last_quote(text, parser))
        if slips and not _is_news(slip.fault, slips[-1].fault):
            break
        slips.append(slip)
        if slip.mended is None or len(text) > limits.MAX_REPAIRED:
            break
        text = slip.mended
    broken = (replace(slip.fault, paths=(WHOLE,)) for slip in slips)
    return Parsed(None, (*broken, *reading.faults), text)


def _is_news(slip: Fault, last: Fault) -> bool:
    return slip.span.line > last.span.line and slip.rule != say.NOT_YAML.id


def is_only_empty(faults: tuple[Fault, ...]) -> bool:
    """Whether all that is wrong is that nothing is left of the file."""
    return [fault.rule for fault in faults] == [values.EMPTY_FILE.id]


def _located(slips: list[Explained], text: str, parser: ParserOf) -> tuple[Fault, ...]:
    """The faults of the slips, with the paths of what was taken out."""
    where = positions(text, parser) if slips else Positions("")
    return tuple(replace(slip.fault, paths=_paths(slip, where)) for slip in slips)


def _paths(slip: Explained, where: Positions) -> tuple[Path, ...]:
    if slip.fault.paths or slip.broken < 0:
        return slip.fault.paths
    path = where.path_at(slip.broken)
    if path is None:
        return (WHOLE,)
    return (path, (*path[:-1], slip.key)) if slip.key else (path,)


def _last_quote(text: str, parser: ParserOf) -> Span | None:
    """The last thing that the parser took before it stopped, if it was a text in quotes."""
    last = None
    source = parser(text)
    with suppress(*ERRORS):
        for _ in repeat(None, 2 * limits.MAX_ENTRIES):
            last = source.get_event() or last
    is_quote = type(last) is ScalarEvent and last.style in {'"', "'"}
    return span_of(last) if is_quote else None
