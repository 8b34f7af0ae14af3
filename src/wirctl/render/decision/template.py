"""Fills a template that people edit in Word. What it is given are words, and words they stay."""

from __future__ import annotations

import io
import zipfile
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

from wirctl.core.problem import Problem
from wirctl.press.wordparts import put
from wirctl.render.decision.tongues import bare, mark
from wirctl.render.labels import direction_of
from wirctl.render.paper.wordfile import describe, packed, speak
from wirctl.render.paper.wordlists import lists_of
from wirctl.render.paper.wordml import WordMl, text_of
from wirctl.resources import folder

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from jinja2 import Environment

    from wirctl.render.decision.knowledge import Paper

NAME = "decision-paper.docx"
FOLDER = "decision-paper"
_LARGEST = 20_000_000
_MOST_PARTS = 500
_NEAR = 80


class WordTemplateError(Problem):
    """A template for Word that cannot be used: which, why, and near which words if known."""

    def __init__(self, path: str, why: str, near: str = "") -> None:
        super().__init__(path, why)
        self.path = path
        self.why = why
        self.near = near or NAME


def template_in(places: Sequence[Path]) -> Path:
    """The template in the first of the folders that has one."""
    found = (place / FOLDER / NAME for place in places)
    return next(path for path in found if path.is_file())


def filled(
    template: Path, paper: Paper, words: Mapping[str, str], language: str, moment: str
) -> bytes:
    """The paper as the template has it, in a language; `moment` is that of the version in UTC.

    Raises:
        WordTemplateError: a template of the project is no file of Word, or asks for what there
            is not.
    """
    try:
        return _filled(_checked(template), paper, words, language, moment)
    except Exception as error:
        if template.is_relative_to(folder("templates")):
            raise
        raise WordTemplateError(str(template), _short(error), _near(error)) from error


def _checked(template: Path) -> io.BytesIO:
    """The file, if it is no larger unpacked than any letter of an office.

    Raises:
        ValueError: it is larger.
    """
    if template.stat().st_size > _LARGEST:
        raise ValueError(f"> {_LARGEST} bytes")
    data = io.BytesIO(template.read_bytes())
    with zipfile.ZipFile(data) as parts:
        infos = parts.infolist()
        if len(infos) > _MOST_PARTS or sum(info.file_size for info in infos) > _LARGEST:
            raise ValueError(f"> {_LARGEST} bytes")
    return data


def _filled(
    data: io.BytesIO, paper: Paper, words: Mapping[str, str], language: str, moment: str
) -> bytes:
    from docx.opc.constants import RELATIONSHIP_TYPE
    from docxtpl import DocxTemplate

    form = DocxTemplate(data)
    file: Any = form.get_docx()

    def linked(url: str) -> str:
        return str(file.part.relate_to(url, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))

    form.render(
        {"paper": paper, "words": SimpleNamespace(**words)},
        _environment(WordMl(language, linked, listed=lists_of(file))),
        autoescape=True,
    )
    mark(file, paper.plan_language)
    speak(file, language)
    if direction_of(language) == "rtl":
        _turn(file)
    describe(file, bare(paper.title), bare(paper.municipality), language, moment)
    return packed(file)


def _environment(writer: WordMl) -> Environment:
    """A sandbox in which texts become text of Word, and paragraphs become its paragraphs."""
    from jinja2 import StrictUndefined, Undefined
    from jinja2.sandbox import ImmutableSandboxedEnvironment
    from markupsafe import Markup

    def said(value: object) -> object:
        if isinstance(value, str):
            # A brace as a number: docxtpl goes over the text once more for marks of its own.
            shown = text_of(value).replace("{", "&#123;")
            return Markup(shown.replace("}", "&#125;"))  # noqa: S704 - escaped just now
        if isinstance(value, tuple):
            return Markup(writer.blocks(value))  # noqa: S704 - made of our own tags
        if isinstance(value, int | Undefined):
            return value
        raise TypeError(type(value).__name__)

    return ImmutableSandboxedEnvironment(undefined=StrictUndefined, finalize=said)


def _turn(file: Any) -> None:  # noqa: ANN401 - a document of python-docx
    """Let all paragraphs and tables run from right to left."""
    from docx.oxml.ns import qn

    for style in file.styles.element.iter(qn("w:style")):
        if style.get(qn("w:styleId")) == "Normal":
            put(style.get_or_add_pPr(), "bidi")
    for properties in file.element.body.iter(qn("w:tblPr")):
        put(properties, "bidiVisual")


def _short(error: Exception) -> str:
    return f"{type(error).__name__}: {error}".partition("\n")[0][:200]


def _near(error: Exception) -> str:
    """The words of the template around the place at which it cannot be used."""
    lines = [" ".join(line.split()) for line in getattr(error, "docx_context", ())]
    marked = [line for line in lines if "{" in line]
    return (marked or [""])[0][:_NEAR]
