"""Changes as a Synopse in Markdown: by field of action and element, old beside new."""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING

from wirctl.core.change import Weight
from wirctl.diff.prose import Act, compare
from wirctl.report.headline import headline
from wirctl.report.registry import change_format
from wirctl.report.sections import sections

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wirctl.diff.compare import Comparison
    from wirctl.diff.prose import Run
    from wirctl.report.registry import Look
    from wirctl.report.sections import Row, Section

_WORDS = {
    "de": {
        "title": "Synopse",
        "decided": "Entscheidung",
        "unchanged": "Entschieden ohne Änderung",
        "what": "Was",
        "old": "Bisher",
        "new": "Neu",
        Weight.SUBSTANTIVE: "inhaltlich",
        Weight.EDITORIAL: "redaktionell",
        "form": "Nur anders geschrieben, ohne Änderung der Aussage",
        "legend": "~~Durchgestrichenes~~ entfällt, **Fettes** ist neu.",
    },
    "en": {
        "title": "Synopsis",
        "decided": "Decision",
        "unchanged": "Decided without a change",
        "what": "What",
        "old": "Old",
        "new": "New",
        Weight.SUBSTANTIVE: "substantive",
        Weight.EDITORIAL: "editorial",
        "form": "Only written otherwise, saying the same",
        "legend": "~~Struck~~ text goes, **bold** text is new.",
    },
}
_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~!&])")


@change_format("markdown")
def markdown(comparison: Comparison, look: Look) -> Iterator[str]:
    """Markdown as forges render it: a heading per field of action and element, a table each."""
    words = _WORDS[look.language]
    names = f"{comparison.old.label} → {comparison.new.label}"
    yield f"# {words['title']} {escaped(names)}"
    yield ""
    yield f"{escaped(headline(comparison, look.language).partition(': ')[2])}."
    yield words["legend"]
    for group, members in groupby(sections(comparison, look.language), lambda item: item.group):
        yield from ("", f"## {escaped(group)}")
        yield from _group(tuple(members), look)
    if comparison.form_only:
        yield from ("", f"{words['form']}: " + ", ".join(f"`{p}`" for p in comparison.form_only))


def _group(members: tuple[Section, ...], look: Look) -> Iterator[str]:
    for section in members:
        if not section.is_plain:
            yield from _section(section, look)
    plain = [section for section in members if section.is_plain]
    if plain:
        words = _WORDS[look.language]
        yield from ("", f"### {words['unchanged']}", "")
        for section in plain:
            yield f"- {escaped(section.name)}: {escaped(section.outcome)}"


def _section(section: Section, look: Look) -> Iterator[str]:
    words = _WORDS[look.language]
    title = section.title if section.title != section.element else section.kind
    yield from ("", f"### {escaped(title)} ({escaped(section.element)})", "")
    if section.outcome:
        yield f"{words['decided']}: **{escaped(section.outcome)}**"
        yield from (f"- {escaped(text)}" for text in section.demands)
    valued = [row for row in section.rows if row.old or row.new]
    for row in section.rows:
        if row not in valued:
            yield f"- {escaped(row.sentence)}"
    if valued:
        yield ""
        yield f"| {words['what']} | {words['old']} | {words['new']} |"
        yield "| --- | --- | --- |"
        yield from (_row(row, look) for row in valued)


def _row(row: Row, look: Look) -> str:
    note = _WORDS[look.language][row.change.weight]
    mark = f" *({note})*" if row.change.weight is not Weight.SUBSTANTIVE else ""
    old, new = _sides(row)
    return f"| {escaped(row.sentence)}{mark} | {old} | {new} |"


def _sides(row: Row) -> tuple[str, str]:
    if not row.is_text:
        return escaped(row.old), escaped(row.new)
    runs = compare(row.old, row.new)
    old = "".join(_run(run, "~~") for run in runs if run.act not in {Act.INSERTED, Act.MOVED_HERE})
    new = "".join(_run(run, "**") for run in runs if run.act not in {Act.DELETED, Act.MOVED_AWAY})
    return old.strip(), new.strip()


def _run(run: Run, mark: str) -> str:
    text = run.text
    if run.act is Act.EQUAL or not text.strip():
        return escaped(text)
    bare = text.strip()
    before, after = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
    return f"{escaped(before)}{mark}{escaped(bare)}{mark}{escaped(after)}"


def escaped(text: str) -> str:
    r"""Plan text in Markdown that means nothing but itself; line ends become `<br>`.

    >>> escaped("Hannoveraner*innen | [neu]")
    'Hannoveraner\\*innen \\| \\[neu\\]'
    """
    return re.sub(r"\s*\n\s*", "<br>", _SPECIAL.sub(r"\\\1", text))
