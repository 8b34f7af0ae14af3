"""What fields say, as Markdown."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from wirctl.render.model.text import Prose
from wirctl.render.model.values import (
    Group,
    Many,
    Reference,
    Url,
    references_in,
    text_in,
    value_of,
)
from wirctl.render.phrases import columns, is_source, is_table
from wirctl.render.plaintext.text import escaped, link, started, table

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from wirctl.render.model.values import Entry, Shown
    from wirctl.render.phrases import Phrases
    from wirctl.render.plaintext.text import TextMarkdown


@dataclass(frozen=True, slots=True)
class ValueMarkdown:
    """Writes values; `href` gives the anchor of an element, empty where it has none."""

    phrases: Phrases
    href: Callable[[str], str]
    text: TextMarkdown

    def facts(self, entries: Iterable[tuple[str, Entry]], depth: int = 0) -> Iterator[str]:
        """Each field as a line of a list, or with its value below it."""
        for _, entry in entries:
            title = f"{'  ' * depth}- **{escaped(self.phrases.title(entry))}:**"
            short = self.short(entry.value)
            mark = f" *({self.phrases.labels.text('example')})*" if entry.illustrative else ""
            if short:
                yield f"{title} {short}{mark}"
            else:
                yield f"{title}{mark}"
                yield from self._below(entry.value, depth + 1)

    def short(self, value: Shown) -> str:
        """A value in one line, or the empty text where it needs more."""
        match value:
            case Prose(blocks):
                return self.text.one_line(value) if len(blocks) == 1 else ""
            case Reference():
                return self.link(value)
            case Url(url):
                return link(escaped(url), url)
            case Group():
                return self._short_group(value)
            case Many(values):
                return self.short(values[0]) if len(values) == 1 else ""
            case _:
                return escaped(self.phrases.plain(value))

    def _short_group(self, group: Group) -> str:
        return self.source(group) if is_source(group) else escaped(self.phrases.one_line(group))

    def _below(self, value: Shown, depth: int) -> Iterator[str]:
        indent = "  " * depth
        match value:
            case Prose():
                text = self.text.prose(value).replace("\n", f"\n{indent}")
                yield f"\n{indent}{text}\n"
            case Group():
                yield from self.facts(self.phrases.lines(value), depth)
            case Many(values):
                yield from self._items(values, depth)
            case _:
                return

    def _items(self, values: Sequence[Shown], depth: int) -> Iterator[str]:
        for value in values:
            short = self.short(value)
            if short:
                yield f"{'  ' * depth}- {started(short)}"
            elif isinstance(value, Group):
                first, *others = self.facts(self.phrases.lines(value), depth + 1)
                yield f"{'  ' * depth}- {first.strip()[2:]}"
                yield from others

    def table(self, groups: Sequence[Group]) -> str:
        """Records as a table, if they fit into one; else the empty text."""
        if not is_table(groups):
            return ""
        lines = [dict(self.phrases.lines(group)) for group in groups]
        titles = {name: self.phrases.title(entry) for line in lines for name, entry in line.items()}
        names = [name for name in columns(groups) if name in titles]
        rows = [
            [self.short(line[name].value) if name in line else "" for name in names]
            for line in lines
        ]
        return table([escaped(titles[name]) for name in names], rows)

    def link(self, reference: Reference) -> str:
        """The element by its name."""
        return link(escaped(reference.title or reference.id), self.href(reference.id))

    def source(self, group: Group) -> str:
        """Where something comes from, in one line."""
        title, key = text_in(group, "title"), text_in(group, "key")
        url, papers = value_of(group, "url"), references_in(group, "paper")
        target = url.url if isinstance(url, Url) else ""
        notes = [text_in(group, "reference") if text_in(group, "reference") not in title else ""]
        notes += [paper.id for paper in papers]
        notes += list(self.phrases.source_dates(group))
        said = ", ".join(filter(None, notes))
        words = link(escaped(title), target)
        head = f"{escaped(f'[{key}]')} " if key else ""
        return f"{head}{words}{escaped(f' ({said})') if said else ''}"
