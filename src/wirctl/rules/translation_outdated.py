"""A translation (Übersetzung) is not older than the text that it was made from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wirctl.core.severity import Severity
from wirctl.load.translated import Currency, language_of, translated_fields
from wirctl.rules.engine.registry import rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wirctl.model.plan import Plan
    from wirctl.rules.engine.registry import Finding
    from wirctl.schema.kind import Kinds

_GIVEN = """\
# guidelines/L-1.yaml
id: L-1
number: 1
title: Gut gemeinsam leben
text: Alle gehören dazu.
"""


@rule(
    "translation-outdated",
    code="W21",
    severity=Severity.WARNING,
    de="Die Übersetzung gibt „{field}“ von {element} noch so wieder, wie es früher hieß; der Text "
    "hat sich seither geändert.",
    en="The translation gives “{field}” of {element} as it was; the text has changed since.",
    help_de="Übersetzen Sie die Stelle neu und tragen Sie die Prüfsumme ein, die „wirctl status "
    "--translations --format json“ nennt.",
    help_en="Translate the place again and enter the digest that “wirctl status --translations "
    "--format json” names.",
    reason_de="Wer nur die Übersetzung lesen kann, bekommt sonst eine andere Zusage als alle "
    "anderen. Die Leitlinien von WIR 2.0 liegen in mehreren Sprachen vor, während der deutsche "
    "Text weiter beraten wird. Eine Übersetzung, die nicht sagt, woraus sie gemacht ist, kann die "
    "Regel nicht prüfen.",
    given=_GIVEN,
    good=[
        """\
# translations/en/TR-EN-L-1.yaml
id: TR-EN-L-1
element: L-1
language: en
variant: standard
status: unofficial
texts:
  - field: title
    text: Living together well
    source_digest: w1:b921f14f1a0db7d795ce69cc16abeb196fd788d2f8a8a1bd33d995c2f7c9f167
""",
        """\
# translations/en/TR-EN-L-1.yaml
id: TR-EN-L-1
element: L-1
language: en
variant: standard
status: unofficial
texts:
  - {field: title, text: Living together}
""",
    ],
    bad=[
        """\
# translations/en/TR-EN-L-1.yaml
id: TR-EN-L-1
element: L-1
language: en
variant: standard
status: unofficial
texts:
  - field: title  # <-
    text: Living together
    source_digest: w1:335ef915551476f744fdc76bffabf0ef7466ae8f02d1f55b2e92b1c3c6fcbf6c
""",
    ],
    waiver="A text that nobody has translated is named by `wirctl status --translations`.",
)
def translation_outdated(plan: Plan, kinds: Kinds) -> Iterator[Finding]:
    """Who reads only the translation would be promised something else."""
    languages = tuple(dict.fromkeys(map(language_of, plan.translations)))
    known = {translation.id: translation for translation in plan.translations}
    for text in translated_fields(plan, kinds, languages):
        if text.currency is Currency.STALE:
            words = {"field": text.field, "element": text.element}
            yield known[text.translation].at("texts", text.field), words
