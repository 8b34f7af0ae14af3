"""What is translated of a plan, and whether it still says what the plan says.

A translation quotes the digest of each text that it was made from. Pages, the board and rules
ask here, so that they cannot disagree.
"""

from __future__ import annotations

from collections import Counter
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from wirctl.core.value import is_list, list_of
from wirctl.schema.canonical import canonical, digest

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from wirctl.core.value import Value
    from wirctl.model.plan import Element, Plan
    from wirctl.model.translation import Translation
    from wirctl.schema.field import Field
    from wirctl.schema.kind import Kinds

EASY = "-simple"
"""What the code of a language ends with that is written in easy language (`de-simple`)."""
_OWN = "de"


class Currency(StrEnum):
    """How a text in another language stands to the one it was made from.

    `undated` tells that it does not say what it was made from, so that nobody can know.
    """

    CURRENT = "current"
    UNDATED = "undated"
    STALE = "stale"
    MISSING = "missing"


class TranslatedField(NamedTuple):
    """One text of an element in one language; `translation` is the id of what holds it.

    `field` is its name, in a list with the place (`questions/0`).
    """

    language: str
    element: str
    kind: str
    field: str
    currency: Currency
    translation: str = ""


class Extent(NamedTuple):
    """How much of a plan there is in a language: how many texts stand how."""

    language: str
    texts: Mapping[Currency, int]


def currency_of(element: Element | None, name: str, wanted: str, kinds: Kinds) -> Currency:
    """How a translation of a field stands to it; `wanted` is the digest that it quotes.

    A field that the kind does not know cannot be compared, and one that says nothing any more
    has changed.
    """
    now = source_digest(element, name, kinds) if element is not None and wanted else ""
    if not now:
        return Currency.UNDATED
    return Currency.CURRENT if now == wanted else Currency.STALE


def source_digest(element: Element, name: str, kinds: Kinds) -> str:
    """The digest that a translation of what a field says now quotes; empty if there is none."""
    found = _source(element, name, kinds)
    return digest(canonical(found[1], found[0])) if found is not None else ""


def _source(element: Element, name: str, kinds: Kinds) -> tuple[Field, Value] | None:
    """The field of this name or place, and what it says now."""
    name, _, place = name.partition("/")
    field = kinds[element.kind].fields.get(name)
    if field is None:
        return None
    value = element.value.get(name)
    if not place:
        return field, value
    texts = list_of(value)
    known = place.isdecimal() and len(place) < len("10000") and int(place) < len(texts)
    return (field.item, texts[int(place)] if known else None) if field.item is not None else None


def languages_of(plan: Plan) -> tuple[str, ...]:
    """The languages that a plan promises besides its own, in its order."""
    said = plan.head.languages if plan.head is not None else ()
    return tuple(dict.fromkeys(said[1:]))


def language_of(translation: Translation) -> str:
    """The code of the language that a translation is in, easy language by its ending."""
    bare = translation.language.removesuffix(EASY)
    is_easy = translation.variant == "easy" or bare != translation.language
    return f"{bare}{EASY}" if is_easy else bare


def translated_fields(
    plan: Plan, kinds: Kinds, languages: Sequence[str]
) -> Iterator[TranslatedField]:
    """Every text that could be in these languages and how it stands: by language and element.

    Elements come in the order of the plan, their fields in that of the schema. Of two
    translations of one text the first one counts, as on the pages.
    """
    known = _translations(plan)
    for language in languages:
        for element in plan.elements:
            if element.kind == "translation" or element.is_withdrawn:
                continue
            for name in _names(element, kinds):
                found = known.get((language, element.id, name))
                if found is None:
                    missing = Currency.MISSING
                    yield TranslatedField(language, element.id, element.kind, name, missing)
                    continue
                id, wanted = found
                currency = currency_of(element, name, wanted, kinds)
                yield TranslatedField(language, element.id, element.kind, name, currency, id)


def extent_of(found: Sequence[TranslatedField], languages: Sequence[str]) -> tuple[Extent, ...]:
    """How many texts stand how, in each of the languages."""
    counts = {language: Counter[Currency]() for language in languages}
    for item in found:
        counts[item.language][item.currency] += 1
    return tuple(
        Extent(language, {word: count[word] for word in Currency if count[word]})
        for language, count in counts.items()
    )


def _translations(plan: Plan) -> Mapping[tuple[str, str, str], tuple[str, str]]:
    """The id and the quoted digest of each text, by language, element and field."""
    found: dict[tuple[str, str, str], tuple[str, str]] = {}
    for translation in plan.translations:
        language = language_of(translation)
        for text in translation.texts:
            key = (language, translation.element, text.field)
            found.setdefault(key, (translation.id, text.source_digest))
    return found


def _names(element: Element, kinds: Kinds) -> Iterator[str]:
    """The public texts of an element that people read in their language."""
    for name, field in kinds[element.kind].fields.items():
        value = element.value.get(name)
        if not (field.translatable and field.public) or not value:
            continue
        if is_list(value):
            texts = enumerate(list_of(value))
            yield from (f"{name}/{place}" for place, text in texts if isinstance(text, str))
        elif isinstance(value, str):
            yield name
