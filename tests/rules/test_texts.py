"""Which texts there are, whose words they are, and in which language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from small_plan import small_plan

if TYPE_CHECKING:
    from pathlib import Path

    from wirctl.rules.engine.texts import Text

EXAMPLE = """\
# plan.yaml
id: WIR-2-0
title: WIR 2.0
format: 1
languages: [de, en]
aliases:
  - {name: LIP 2.0}
# goals/Z-BIL-1.yaml
id: Z-BIL-1
title: Öffnung der Schulen
field: HF-BIL
text: Schulen öffnen sich.
sources:
  - {title: Bericht der Stadt, url: "https://example.org/bericht"}
note: Aus dem Entwurf.
# goals/Z-BIL-2.yaml
id: Z-BIL-2
title: Entfallenes Ziel
withdrawn: {reason: Zusammengelegt}
# papers/DS-1.yaml
id: DS-1
title: Amtlicher Titel
paper_type: motion
summary: Eigene Worte.
# statements/S-1.yaml
id: S-1
title: Stellungnahme
body: G-IB
text: Worte des Beirats.
# translations/en/TR-EN-Z-BIL-1.yaml
id: TR-EN-Z-BIL-1
element: Z-BIL-1
language: en
status: unofficial
texts:
  - {field: title, text: Opening schools}
"""


def texts(folder: Path) -> dict[str, Text]:
    plan = small_plan(EXAMPLE)
    return {item.text: item for item in plan.context(plan.load(folder)).texts}


def test_what_people_read_is_text_and_addresses_and_ids_are_none(tmp_path: Path) -> None:
    assert list(texts(tmp_path)) == [
        *("WIR 2.0", "LIP 2.0", "Öffnung der Schulen", "Schulen öffnen sich."),
        *("Bericht der Stadt", "Aus dem Entwurf.", "Entfallenes Ziel", "Zusammengelegt"),
        *("Stellungnahme", "Worte des Beirats.", "Amtlicher Titel", "Eigene Worte."),
        *("title", "Opening schools"),
    ]


def test_only_words_of_the_authors_to_the_public_are_ours(tmp_path: Path) -> None:
    assert [text for text, item in texts(tmp_path).items() if item.is_ours] == [
        *("WIR 2.0", "Öffnung der Schulen", "Schulen öffnen sich.", "Eigene Worte."),
        *("title", "Opening schools"),
    ]


def test_text_has_the_language_of_its_translation_or_of_the_plan(tmp_path: Path) -> None:
    found = texts(tmp_path)
    assert found["Schulen öffnen sich."].is_german
    assert not found["Opening schools"].is_german


def test_texts_are_walked_once(tmp_path: Path) -> None:
    plan = small_plan(EXAMPLE)
    context = plan.context(plan.load(tmp_path))
    assert context.texts is context.texts
