"""Changes as a Synopse in an accessible PDF, A4 across: old beside new, by field of action."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wirctl.report.registry import change_file

if TYPE_CHECKING:
    from wirctl.diff.compare import Comparison
    from wirctl.report.registry import Look


@change_file("pdf")
def pdf(comparison: Comparison, look: Look) -> bytes:
    """A PDF/A-3a and PDF/UA-1 with the changes as data; the same comparison, the same bytes.

    Raises:
        MissingExtraError: what sets PDFs is not installed.
        TypesettingError: a template of the project cannot be used.
    """
    from wirctl.report.changes_json import json_lines
    from wirctl.report.print import printed
    from wirctl.report.synopse_parts import SynopseParts
    from wirctl.report.synopse_words import words_in

    words = words_in(look.language)
    versions = f"{comparison.old.label} → {comparison.new.label}"
    data = "".join(f"{line}\n" for line in json_lines(comparison, look)).encode()
    said = {"page_of": words["page_of_all"], "attachment": words["data"]}
    blocks = tuple(SynopseParts(comparison, look.language, words).blocks())
    title = f"{words['title']} {versions}"
    return printed(title, versions, blocks, said, look, ("changes.json", data))
