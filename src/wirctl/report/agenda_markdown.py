"""An agenda in Markdown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wirctl.report.markdown_text import escaped
from wirctl.report.registry import agenda_format

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wirctl.report.agenda import AgendaRow, AgendaText
    from wirctl.report.registry import Look


@agenda_format("markdown")
def markdown(agenda: AgendaText, _: Look) -> Iterator[str]:
    """A table for each field of action, then the voting list as a table to fill in."""
    words = agenda.words
    yield f"# {escaped(agenda.title)}"
    yield ""
    yield escaped(agenda.subtitle)
    if agenda.statements:
        yield ""
        yield f"**{words['statements']}**"
        yield ""
        yield from (f"- {escaped(line)}" for line in agenda.statements)
    if not agenda.ballot:
        yield ""
        yield words["nothing"]
        return
    for section in agenda.sections:
        yield ""
        yield f"## {escaped(section.title)}"
        yield ""
        yield f"| {words['number']} | {words['item']} | {words['know']} |"
        yield "|---:|---|---|"
        yield from (_row(row, agenda) for row in section.rows)
    yield ""
    yield f"## {words['ballot']}"
    yield ""
    votes = " | ".join(words[name] for name in ("yes", "no", "abstain", "outcome"))
    yield f"| {words['number']} | {words['item']} | {votes} |"
    yield "|---:|---|---|---|---|---|"
    for row in agenda.ballot:
        outcome = escaped(row.outcome) or " "
        yield f"| {row.number} | {_name(row)} |   |   |   | {outcome} |"


def _row(row: AgendaRow, agenda: AgendaText) -> str:
    mark = f"<br>**{agenda.words['contested']}**" if row.is_contested else ""
    decided = [agenda.words["decided"].format(outcome=row.outcome)] if row.outcome else []
    facts = "<br>".join(escaped(fact) for fact in (*row.facts, *decided))
    return f"| {row.number} | {_name(row)}{mark} | {facts} |"


def _name(row: AgendaRow) -> str:
    return escaped(f"{row.id} {row.title}")
