"""Sets a document as PDF with Typst: PDF/A-3a and PDF/UA-1, the same bytes each time.

The document goes in as data (`document.json`); templates give it its look and never see
markup. Everything lies in memory: no file but the templates and fonts is read, and no package
is fetched.
"""

from __future__ import annotations

import json
import os
import re
from contextlib import contextmanager
from datetime import datetime
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, TypeAlias
from urllib.parse import quote

from wirctl.core.frozen import field_names
from wirctl.core.problem import Problem
from wirctl.press.glyphs import glyphs_in
from wirctl.press.inner_links import NoSuchPlaceError, with_inner_links
from wirctl.press.packing import objects_of, packed
from wirctl.press.parts import headings

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from wirctl.press.glyphs import Glyphs
    from wirctl.press.parts import Document

Plain: TypeAlias = "bool | int | float | str | list[Plain] | dict[str, Plain] | None"

MAIN = "main"
_LOOK, _OUR_LOOK, _OWN_LOOK = "look.typ", "look-of-wirctl.typ", "look-of-project.typ"
_SEEN_AS = {MAIN: "plan.typ", _OWN_LOOK: _LOOK, _OUR_LOOK: _LOOK}
"""What people know the files as that Typst sees by other names."""
_ENDINGS = frozenset({".typ", ".svg", ".png", ".jpg", ".jpeg"})
_LARGEST = 5_000_000
_URL = ":/?#[]@!$&'()*+,;=%~"
_PLACE = re.compile(r"┌─ (\S+?):(\d+):\d+")
_NOWHERE = "http://127.0.0.1:9"


class TypesettingError(Problem):
    """A document that cannot be set; `why` is what Typst says, `hint` what it advises."""

    def __init__(self, template: str, line: int, why: str, hint: str) -> None:
        super().__init__(template, line, why)
        self.template = template
        self.line = line
        self.why = why
        self.hint = hint


class TemplateTooLargeError(Problem):
    """A file beside the templates that is larger than any template or picture should be."""

    def __init__(self, path: str) -> None:
        super().__init__(path)
        self.path = path
        self.most = _LARGEST


def fonts_of(places: Sequence[Path]) -> tuple[Path, ...]:
    """The folders with fonts beside the templates, as far as they are there."""
    return tuple(place / "pdf" / "fonts" for place in places if (place / "pdf" / "fonts").is_dir())


def set_document(document: Document, attachment: bytes, places: Sequence[Path]) -> bytes:
    """The document as PDF; `places` are folders of templates, the first one first.

    `attachment` are the data that it carries, if it names a file for them.

    Raises:
        TypesettingError: Typst refuses a template or what it is given.
        TemplateTooLargeError: a file beside the templates is too large.
        BadFontError: a font cannot be read.
    """
    folders = fonts_of(places)
    data = json.dumps(as_data(document, glyphs_in(folders)), ensure_ascii=False).encode()
    files = {**_templates(places), "document.json": data}
    if document.attached:
        files[document.attached] = attachment
    return _finished(_compiled(files, folders, document.moment), document)


def _finished(made: bytes, document: Document) -> bytes:
    """The PDF with the links inside it, and in less room."""
    objects = objects_of(made)
    places = {part.id: part.words for part in headings(document.blocks) if part.id}
    try:
        bodies = with_inner_links(objects.bodies, places)
    except NoSuchPlaceError as error:
        why = f"label `<e-{error}>` does not exist in the document"
        raise TypesettingError("parts.typ", 0, why, "") from None
    return packed(objects._replace(bodies=bodies))


def _templates(places: Sequence[Path]) -> dict[str, bytes]:
    """Templates and pictures by name; what the first folder has wins."""
    found: dict[str, bytes] = {}
    looks: list[bytes] = []
    for place in reversed(places):
        folder = place / "pdf"
        for path in sorted(folder.iterdir()) if folder.is_dir() else ():
            if path.suffix not in _ENDINGS or path.is_symlink() or not path.is_file():
                continue
            if path.stat().st_size > _LARGEST:
                raise TemplateTooLargeError(str(path))
            found[path.name] = path.read_bytes()
            looks += [found[path.name]] if path.name == _LOOK else []
    if looks[1:]:
        found |= _joined_look(ours=looks[0], own=looks[-1])
    found[MAIN] = found.get("plan.typ", b"")
    return found


def _joined_look(ours: bytes, own: bytes) -> dict[str, bytes]:
    """A look of which a project says only what it wants otherwise; the rest is ours."""
    lines = "".join(f'#import "{name}": *\n' for name in (_OUR_LOOK, _OWN_LOOK))
    return {_LOOK: lines.encode(), _OUR_LOOK: ours, _OWN_LOOK: own}


def _compiled(files: Mapping[str, bytes], folders: Sequence[Path], moment: str) -> bytes:
    import typst

    fonts = typst.Fonts(
        include_system_fonts=False,
        include_embedded_fonts=False,
        font_paths=[str(folder) for folder in folders],
    )
    # An empty folder is all of the disk that templates can see.
    with TemporaryDirectory() as empty, _without_network():
        try:
            compiler = typst.Compiler(
                dict(files),  # type: ignore[type-var]  # possible, and not in its types
                root=empty,
                font_paths=fonts,
                package_path=empty,
                package_cache_path=empty,
            )
            made = compiler.compile(
                format="pdf", pdf_standards=["a-3a", "ua-1"], timestamp=_seconds(moment)
            )
        except typst.TypstError as error:
            raise _refused(error) from None
    if not isinstance(made, bytes):
        raise TypeError(type(made))
    return made


def _refused(error: Exception) -> TypesettingError:
    said = str(getattr(error, "message", error))
    place = _PLACE.search(str(getattr(error, "diagnostic", "")))
    name, line = (place[1], int(place[2])) if place else ("plan.typ", 0)
    hints = getattr(error, "hints", None) or [""]
    name = name.rpartition("/")[2]
    return TypesettingError(
        _SEEN_AS.get(name, name), line, said.partition("\n")[0][:300], str(hints[0])[:200]
    )


@contextmanager
def _without_network() -> Iterator[None]:
    """Let nothing be fetched: a template could import a package, which Typst would download."""
    names = ("HTTPS_PROXY", "https_proxy", "ALL_PROXY", "all_proxy", "HTTP_PROXY", "http_proxy")
    before = {name: os.environ.get(name) for name in names}
    os.environ.update(dict.fromkeys(names, _NOWHERE))
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                os.environ.pop(name, None)
            else:
                os.environ[name] = value


def _seconds(moment: str) -> int:
    """The moment in seconds since 1970; 0 where it is not known."""
    try:
        return max(int(datetime.fromisoformat(moment).timestamp()), 0)
    except ValueError:
        return 0


def as_data(thing: object, glyphs: Glyphs) -> Plain:
    """A part of a document as plain data; characters without a glyph by their number."""
    if isinstance(thing, str):
        return glyphs.shown(thing)
    if thing is None or isinstance(thing, bool | int | float):
        return thing
    if isinstance(thing, tuple):
        return [as_data(part, glyphs) for part in thing]
    if isinstance(thing, dict):
        return {name: as_data(part, glyphs) for name, part in thing.items()}
    names = field_names(thing)
    if names is None:
        raise TypeError(type(thing))
    kind = getattr(type(thing), "type", None)
    found: dict[str, Plain] = {"type": kind} if isinstance(kind, str) else {}
    for name in names:
        value = getattr(thing, name)
        if name == "url":
            value = quote(value, safe=_URL)  # a PDF holds addresses in ASCII
        if value is not None and value is not False and value != "":
            found[name] = as_data(value, glyphs)
    return found
