"""An agenda as an accessible PDF to hand out: fields of action, then the list to vote with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wirctl.report.registry import agenda_file

if TYPE_CHECKING:
    from wirctl.report.agenda import AgendaText
    from wirctl.report.registry import Look


@agenda_file("pdf")
def pdf(agenda: AgendaText, look: Look) -> bytes:
    """A PDF/A-3a and PDF/UA-1; the same agenda of the same version gives the same bytes.

    Raises:
        MissingExtraError: what sets PDFs is not installed.
        TypesettingError: a template of the project cannot be used.
    """
    from wirctl.report.print import printed
    from wirctl.report.session_parts import SessionParts

    blocks = tuple(SessionParts(agenda, look.language).blocks())
    words = {"page_of": agenda.words["page_of"]}
    return printed(agenda.title, agenda.subtitle, blocks, words, look)
