"""What `wirctl status --translations` shows: how much of the plan there is in each language."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from wirctl.load.translated import (
    Currency,
    extent_of,
    languages_of,
    source_digest,
    translated_fields,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from wirctl.cli.words import Speech
    from wirctl.load import Loaded
    from wirctl.load.translated import TranslatedField
    from wirctl.model.plan import Plan

_OPEN = (Currency.STALE, Currency.UNDATED, Currency.MISSING)


def show_translations(loaded: Loaded, format: str) -> int:
    """Print what is translated, what is stale and what is missing, by language; the exit code."""
    from wirctl.cli.checking import plan_language
    from wirctl.cli.exit import Exit
    from wirctl.cli.printing import put
    from wirctl.cli.words import speech

    languages = languages_of(loaded.plan)
    found = tuple(translated_fields(loaded.plan, loaded.kinds, languages))
    if format == "json":
        put([_json(found, languages, loaded)])
        return Exit.CLEAN
    put(_lines(found, languages, loaded.plan, speech(plan_language(loaded))))
    return Exit.CLEAN


def _json(found: Sequence[TranslatedField], languages: Sequence[str], loaded: Loaded) -> str:
    """The same for programs, with the digest that a translation of each text has to quote."""
    import json

    elements = {item.id: item for item in loaded.plan.elements}

    def told(item: TranslatedField) -> dict[str, str]:
        now = source_digest(elements[item.element], item.field, loaded.kinds)
        return {**item._asdict(), "source_digest": now}

    extents = extent_of(found, languages)
    said = {
        "version": 1,
        "languages": [{"language": one.language, "texts": one.texts} for one in extents],
        "open": [told(item) for item in found if item.currency in _OPEN],
    }
    return json.dumps(said, ensure_ascii=False, indent=2)


def _lines(
    found: Sequence[TranslatedField], languages: Sequence[str], plan: Plan, say: Speech
) -> Iterator[str]:
    from wirctl.cli.printing import look
    from wirctl.load.languages import language_name
    from wirctl.report.tables import table

    if not languages:
        yield say("translations.one-language")
        return
    words = tuple(Currency)
    columns = (say("translations.language"), *(say(f"translations.{word}") for word in words))
    extents = extent_of(found, languages)
    rows = [
        (
            language_name(one.language, say.language),
            *(str(one.texts.get(word, 0)) for word in words),
        )
        for one in extents
    ]
    yield from table(columns, rows, look(say.language), frozenset(range(1, len(columns))))
    for language in languages:
        yield ""
        yield f"{language_name(language, say.language)}:"
        yield from _of_language([one for one in found if one.language == language], plan, say)


def _of_language(found: Sequence[TranslatedField], plan: Plan, say: Speech) -> Iterator[str]:
    """What is open in a language: stale texts one by one, what is wholly missing by its ids."""
    begun = {item.element for item in found if item.currency is not Currency.MISSING}
    for currency in _OPEN:
        items = [item for item in found if item.currency is currency and item.element in begun]
        for id, parts in groupby(items, lambda item: item.element):
            yield _element(id, tuple(parts), currency, plan, say)
    rest = [item for item in found if item.element not in begun]
    for kind, parts in groupby(rest, lambda item: item.kind):
        yield _kind(kind, parts, say)
    if not any(item.currency in _OPEN for item in found):
        yield f"  {say('translations.complete')}"


def _element(
    id: str, items: Sequence[TranslatedField], currency: Currency, plan: Plan, say: Speech
) -> str:
    """An element of which something is translated, and what of it is not as it should be."""
    from wirctl.cli.desk import label
    from wirctl.report.visible import one_line

    fields = ", ".join(item.field for item in items)
    return f"  {say(f'translations.{currency}')}: {id} {one_line(label(plan, id))} ({fields})"


def _kind(kind: str, items: Iterable[TranslatedField], say: Speech) -> str:
    """The elements of a kind of which nothing is translated."""
    from wirctl.load.glossary import kind_word
    from wirctl.report.id_runs import id_runs

    ids = id_runs(dict.fromkeys(item.element for item in items))
    return f"  {say('translations.nothing')}: {kind_word(kind, say.language)} {ids}"
