"""An agenda as one HTML page to print: nothing is loaded, nothing runs."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from wirctl.report.registry import agenda_format
from wirctl.report.visible import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wirctl.report.agenda import AgendaRow, AgendaSection, AgendaText
    from wirctl.report.registry import Look

_STYLE = """\
:root { color-scheme: light; }
body { font: 1rem/1.45 "Source Sans 3", "Segoe UI", Arial, sans-serif; color: #1a1a1a;
  background: #fff; max-width: 60rem; margin: 2rem auto; padding: 0 1.25rem; }
h1 { font-size: 1.6rem; line-height: 1.2; margin: 0; }
h2 { font-size: 1.2rem; margin: 2rem 0 .5rem; break-after: avoid; }
p.sub { margin: .25rem 0 1.25rem; color: #444; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; vertical-align: top; padding: .4rem .5rem;
  border-bottom: 1px solid #bbb; }
thead th { border-bottom: 2px solid #333; font-weight: 600; }
tr { break-inside: avoid; }
td.number, th.number { width: 2.5rem; text-align: right; }
td.item { width: 38%; }
td.box, th.box { width: 5rem; border-left: 1px solid #bbb; }
ul { margin: 0; padding-left: 1.1rem; }
.id { color: #555; font-size: .85em; white-space: nowrap; }
.mark { display: inline-block; border: 1px solid #8a4b00; color: #8a4b00; border-radius: .2rem;
  padding: 0 .35rem; font-size: .8rem; font-weight: 600; }
.ballot { break-before: page; }
@page { size: A4; margin: 18mm 16mm; }
@media print { body { margin: 0; max-width: none; padding: 0; font-size: 10.5pt; } }"""


@agenda_format("html")
def html(agenda: AgendaText, look: Look) -> Iterator[str]:
    """A page with a table for each field of action, and the voting list on a page of its own."""
    yield "<!doctype html>"
    yield f'<html lang="{look.language}">'
    yield '<head><meta charset="utf-8">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield f"<title>{_text(agenda.title)}</title>"
    yield f"<style>\n{_STYLE}\n</style></head>"
    yield "<body><main>"
    yield f"<h1>{_text(agenda.title)}</h1>"
    yield f'<p class="sub">{_text(agenda.subtitle)}</p>'
    if agenda.statements:
        yield f"<h2>{_text(agenda.words['statements'])}</h2>"
        yield _list(agenda.statements)
    if not agenda.ballot:
        yield f"<p>{_text(agenda.words['nothing'])}</p>"
    for section in agenda.sections:
        yield from _section(section, agenda)
    if agenda.ballot:
        yield from _ballot(agenda)
    yield "</main></body></html>"


def _section(section: AgendaSection, agenda: AgendaText) -> Iterator[str]:
    words = agenda.words
    yield f"<section><h2>{_text(section.title)}</h2>"
    yield f'<table><thead><tr><th scope="col" class="number">{_text(words["number"])}</th>'
    yield f'<th scope="col">{_text(words["item"])}</th>'
    yield f'<th scope="col">{_text(words["know"])}</th></tr></thead><tbody>'
    for row in section.rows:
        mark = f'<br><span class="mark">{_text(words["contested"])}</span>'
        decided = (words["decided"].format(outcome=row.outcome),) if row.outcome else ()
        yield f'<tr><td class="number">{row.number}</td>'
        yield f'<td class="item">{_name(row)}{mark if row.is_contested else ""}</td>'
        yield f"<td>{_list((*row.facts, *decided))}</td></tr>"
    yield "</tbody></table></section>"


def _ballot(agenda: AgendaText) -> Iterator[str]:
    words = agenda.words
    yield f'<section class="ballot"><h2>{_text(words["ballot"])}</h2>'
    yield f'<table><thead><tr><th scope="col" class="number">{_text(words["number"])}</th>'
    yield f'<th scope="col">{_text(words["item"])}</th>'
    for name in ("yes", "no", "abstain"):
        yield f'<th scope="col" class="box">{_text(words[name])}</th>'
    yield f'<th scope="col">{_text(words["outcome"])}</th></tr></thead><tbody>'
    for row in agenda.ballot:
        boxes = '<td class="box"></td>' * 3
        yield f'<tr><td class="number">{row.number}</td><td class="item">{_name(row)}</td>{boxes}'
        yield f"<td>{_text(row.outcome)}</td></tr>"
    yield "</tbody></table></section>"


def _name(row: AgendaRow) -> str:
    return f'{_text(row.title or row.id)} <span class="id">{_text(row.id)}</span>'


def _list(lines: tuple[str, ...]) -> str:
    return f"<ul>{''.join(f'<li>{_text(line)}</li>' for line in lines)}</ul>"


def _text(text: str) -> str:
    return escape(one_line(text))
