"""What in the texts of a plan cannot be printed as it is, with the element at fault."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from wirctl.core.diagnostic import Diagnostic, Subject
from wirctl.core.frozen import field_names
from wirctl.press.parts import Facts, Heading
from wirctl.render import messages as say
from wirctl.render.wording import NO_BREAK

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from wirctl.core.catalogue import Message
    from wirctl.press.glyphs import Glyphs
    from wirctl.press.parts import Block, Blocks, Document
    from wirctl.render.model.item import Item
    from wirctl.render.model.site import Site

_MOST = 8


def unseen(site: Site, glyphs: Glyphs) -> Iterator[Diagnostic]:
    """The fields with characters that no font has."""
    for item in site.items.values():
        for name, entry in item.fields.items():
            missing = dict.fromkeys(
                character for text in _texts(entry.value) for character in glyphs.missing(text)
            )
            if missing:
                named = ", ".join(map(_named, list(missing)[:_MOST]))
                more = " …" if len(missing) > _MOST else ""
                yield _finding(say.GLYPH_MISSING, item, (name,), characters=named + more)


def _named(cluster: str) -> str:
    codes = " ".join(f"U+{ord(character):04X}" for character in cluster)
    return f"{cluster} ({codes})" if cluster.isprintable() else codes


def _finding(message: Message, item: Item, at: tuple[str, ...], **words: str) -> Diagnostic:
    subject = Subject(item.path, item.kind, item.id)
    return Diagnostic(message.id, message.severity, subject, at, tuple(words.items()))


def _texts(value: object) -> Iterator[str]:
    """Every text in a value."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from _texts(part)
    elif hasattr(value, "values") and callable(value.values):
        for part in value.values():
            yield from _texts(part)
    else:
        for name in field_names(value) or ():
            yield from _texts(getattr(value, name))


def unprintable(
    document: Document, site: Site, why: str, is_printable: Callable[[Document], bool]
) -> Diagnostic | None:
    """The element for which a document cannot be set, with the field where that can be told.

    `None` if it is none, but a template. Halves the document until one section is left, so that
    it costs few attempts.
    """
    bare = replace(document, cover=None, blocks=())
    if not is_printable(bare):
        return None
    sections = tuple(_sections(document.blocks))
    while len(sections) > 1:
        half = len(sections) // 2
        first = tuple(block for _, blocks in sections[:half] for block in blocks)
        sections = sections[half:] if is_printable(replace(bare, blocks=first)) else sections[:half]
    for id, blocks in sections:
        if id in site.items and not is_printable(replace(bare, blocks=blocks)):
            at = _field(
                site.items[id], blocks, lambda part: is_printable(replace(bare, blocks=part))
            )
            return _finding(say.ELEMENT_NOT_PRINTABLE, site.items[id], at, why=why)
    return None


def _field(item: Item, blocks: Blocks, is_printable: Callable[[Blocks], bool]) -> tuple[str, ...]:
    """The field that says what cannot be printed; nothing where no field says it in these words."""
    head = blocks[:1]
    parts = [head, *((*head, part) for block in blocks[1:] for part in _split(block))]
    culprit = next((part for part in parts if not is_printable(part)), ())
    said = {_plain(text) for block in culprit[-1:] for text in _texts(block)} - {""}
    for name, entry in item.fields.items():
        if said & {_plain(text) for text in _texts(entry.value)}:
            return (name,)
    return ()


def _split(block: Block) -> Iterator[Block]:
    """A block as those that can be set alone: of a table of facts each line."""
    if isinstance(block, Facts):
        yield from (replace(block, pairs=(pair,)) for pair in block.pairs)
    else:
        yield block


def _plain(text: str) -> str:
    return text.replace(NO_BREAK, " ").strip()


def _sections(blocks: Blocks) -> Iterator[tuple[str, Blocks]]:
    """The blocks from one heading to the next, by the element; each begins a document of its own.

    Links to what stands elsewhere are no fault of it, so all targets are taken out.
    """
    id, found = "", list[object]()
    for block in blocks:
        if isinstance(block, Heading) and found:
            yield id, _alone(found)
            found = []
        if isinstance(block, Heading):
            id = block.id
        found.append(block)
    if found:
        yield id, _alone(found)


def _alone(blocks: list[object]) -> Blocks:
    untied: Mapping[str, str] = {"target": ""}
    return tuple(_changed(block, untied) for block in blocks)  # type: ignore[misc]


def _changed(thing: object, change: Mapping[str, str]) -> object:
    """The part with some of its fields set, wherever it has them; headings at the top."""
    if isinstance(thing, tuple):
        return tuple(_changed(part, change) for part in thing)
    names = field_names(thing)
    if names is None or isinstance(thing, str):
        return thing
    parts = {name: _changed(getattr(thing, name), change) for name in names}
    parts |= {name: value for name, value in change.items() if name in names}
    if isinstance(thing, Heading):
        parts["level"] = 1
    return type(thing)(**parts)
