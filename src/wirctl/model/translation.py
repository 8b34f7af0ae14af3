"""Translations (Übersetzungen)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Literal, TypeAlias

from wirctl.model.entity import Part, Traced

Variant: TypeAlias = Literal["standard", "easy"]
TranslationStatus: TypeAlias = Literal["official", "unofficial", ""]


@dataclass(frozen=True, slots=True)
class TranslatedText(Part):
    """The text of one field in another language."""

    KEY: ClassVar = ("field",)

    field: str = ""
    text: str = ""
    source_digest: str = ""


@dataclass(frozen=True, slots=True)
class Translation(Traced):
    """Texts of an element in another language or in easy language (Übersetzung)."""

    element: str = ""
    language: str = ""
    variant: Variant = "standard"
    status: TranslationStatus = ""
    texts: tuple[TranslatedText, ...] = ()
