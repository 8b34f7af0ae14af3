"""From what stopped the parser to a message that an author understands.

The parser knows which token it did not expect; the author knows lines, quotes and colons. So the
lines around the place are looked at once more to say which slip it was. Where the slip concerns
one value only, the text comes back with that value taken out: the rest of the file is still read
and everything is said in one go. The parser's own words are never shown.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from wirctl.core.regex import regex
from wirctl.core.span import TOP, Span
from wirctl.source import broken_lines, broken_values, limits
from wirctl.source.messages import lines as say
from wirctl.source.rows import Page
from wirctl.source.trouble import Trouble, lost_file

if TYPE_CHECKING:
    from collections.abc import Callable

    from wirctl.source.parser import Mark
    from wirctl.source.trouble import Explained


def explain(text: str, error: Exception, quote: Span | None = None) -> Explained:
    """The fault for an error of the parser.

    `quote` is the text in quotes that the parser took last before it stopped, if it did.
    """
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    if mark is None or len(text) > limits.MAX_EXPLAINED:
        return lost_file(say.NOT_YAML, _place(mark))
    page = Page(text)
    origin = getattr(error, "context_mark", None) or mark
    rows = page.row(mark.line + 1), page.row(origin.line + 1)
    trouble = Trouble(page, rows[0], mark.column, rows[1], origin.column, quote)
    if "%" in {rows[0].text[:1], rows[1].text[:1]}:
        return broken_lines.directive(trouble)
    found = _conflict(page) or broken_values.swallowed_lines(trouble)
    found = found or _look(str(getattr(error, "problem", "")))(trouble)
    return found or lost_file(say.NOT_YAML, _place(mark))


def _place(mark: Mark | None) -> Span:
    if mark is None:
        return TOP
    line, column = mark.line + 1, mark.column + 1
    return Span(line, column, line, column + 1, mark.index, mark.index + 1)


def _conflict(page: Page) -> Explained | None:
    """Two versions that git left for somebody to choose from."""
    start = re.search(r"^<{7}(?: .*)?$", page.text, re.MULTILINE)
    if start is None or not re.search(r"^>{7}", page.text, re.MULTILINE):
        return None
    row = page.row(page.number_at(start.start()))
    return lost_file(say.MERGE_CONFLICT, row.span(0, len(row.text)))


def _look(problem: str) -> Callable[[Trouble], Explained | None]:
    """Who knows the slips behind this problem, in the words of either parser."""
    return next((look for pattern, look in _LOOKS if pattern.search(problem)), _nobody)


def _nobody(_: Trouble) -> None:
    return None


_LOOKS: tuple[tuple[re.Pattern[str], Callable[[Trouble], Explained | None]], ...] = tuple(
    (regex(pattern), look)
    for pattern, look in (
        ("mapping values are not allowed", broken_lines.extra_colon),
        ("expected key|expected '-'|<block end>", broken_lines.after_value),
        ("could not find expected ':'", broken_lines.no_colon),
        ("cannot start any token|mapping keys are not allowed", broken_lines.bad_start),
        ("tab character", broken_lines.tab),
        (
            "unexpected end of stream|unexpected document (?:indicator|separator)",
            broken_values.open_quote,
        ),
        ("escape character|hexdecimal|hexadecimal|escape code", broken_values.unknown_escape),
        ("alphabetic or numeric", broken_values.sign_without_name),
        ("sequence entries", broken_values.list_on_key_line),
        (
            "comment or (?:a )?line break|indentation indicator|chomping",
            broken_values.text_after_block_sign,
        ),
        ("',' or |node content|unexpected ':'", broken_values.broken_bracket),
        ("tag|URI|expected whitespace", broken_values.sign_without_name),
        ("directive|version|incompatible", broken_lines.directive),
        ("document start", broken_lines.after_document),
    )
)
