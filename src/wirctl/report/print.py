"""What is handed out at a session, set as PDF: the frame that agenda and Synopse share."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from wirctl.press.parts import Block
    from wirctl.report.registry import Look


def printed(
    title: str,
    version: str,
    blocks: tuple[Block, ...],
    words: Mapping[str, str],
    look: Look,
    data: tuple[str, bytes] = ("", b""),
) -> bytes:
    """The blocks as a document; `data` are the name and content of a file that goes with it.

    With data it is set across the page: so are tables that compare.

    Raises:
        MissingExtraError: what sets PDFs is not installed.
        TypesettingError: a template of the project cannot be used.
    """
    from wirctl import __version__
    from wirctl.press.extras import needs
    from wirctl.press.parts import Document, Footing
    from wirctl.press.typesetting import set_document
    from wirctl.report.visible import one_line
    from wirctl.resources import folder

    needs("pdf", "typst")
    origin = look.origin()
    commits = " → ".join(filter(None, (origin.old_commit[:10], origin.new_commit[:10])))
    made = f"wirctl {__version__}" + (f" · {commits}" if commits else "")
    name, content = data
    document = Document(
        name="",
        title=one_line(title),
        author="",
        language=look.language,
        direction="ltr",
        moment=f"{origin.day}T00:00:00+00:00" if origin.day else "",
        cover=None,
        footing=Footing(one_line(version), made, ""),
        words=dict(words),
        blocks=blocks,
        is_landscape=bool(name),
        attached=name,
    )
    return set_document(document, content, (*look.templates, folder("templates")))
