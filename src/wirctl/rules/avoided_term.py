"""Texts of the plan do without the terms (Begriffe) that it wants to avoid."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wirctl.core.severity import Severity
from wirctl.rules.engine.registry import rule
from wirctl.rules.facts.wording import said, word_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from wirctl.model.plan import Plan
    from wirctl.model.term import Term
    from wirctl.rules.engine.registry import Finding
    from wirctl.rules.engine.texts import Text


@rule(
    "avoided-term",
    code="W19",
    severity=Severity.WARNING,
    de="„{word}“ soll in diesem Plan vermieden werden ({term}).",
    en="“{word}” is to be avoided in this plan ({term}).",
    help_de="{hint_de} Geht es um das Wort selbst oder um die Zählweise einer Quelle, setzen Sie "
    "es in Anführungszeichen („…“) oder lassen Sie die Regel mit Grund zu.",
    help_en="{hint_en} If the word itself is meant, or how a source counts, put it in quotation "
    "marks („…“) or allow the rule with a reason.",
    reason_de="Welche Wörter der Plan bevorzugt, ist beraten worden. Ein vermiedenes Wort, das "
    "stehen bleibt, nimmt die Entscheidung zurück. Titel von Quellen und Drucksachen, "
    "Stellungnahmen anderer und alles zwischen Anführungszeichen sind ausgenommen.",
    good=[
        """\
# terms/T-HINTERGRUND.yaml
id: T-HINTERGRUND
label: Migrationshintergrund
status: avoided
use_instead: T-GESCHICHTE
definition: Was Migrationshintergrund hier heißt, steht im Begriff selbst.
# terms/T-GESCHICHTE.yaml
id: T-GESCHICHTE
label: internationale Geschichte
status: preferred
# goals/Z-SVW-1.yaml
id: Z-SVW-1
title: Mehr Beschäftigte mit internationaler Geschichte
field: HF-SVW
text: Das Wort „Migrationshintergrund“ kommt nur als Zitat vor.
sources:
  - {title: Stadt will mehr Beschäftigte mit Migrationshintergrund}
note: Die Quelle zählt nach Migrationshintergrund.
""",
    ],
    bad=[
        """\
# terms/T-HINTERGRUND.yaml
id: T-HINTERGRUND
label: Migrationshintergrund
forms: [Migrationshintergründe]
status: avoided
use_instead: T-GESCHICHTE
# terms/T-GESCHICHTE.yaml
id: T-GESCHICHTE
label: internationale Geschichte
status: preferred
# terms/T-AUSLAENDISCH.yaml
id: T-AUSLAENDISCH
label: ausländisch
status: avoided
# goals/Z-SVW-1.yaml
id: Z-SVW-1
title: Mehr Beschäftigte mit Migrationshintergrund  # <-
field: HF-SVW
text: >-
  Die Abschlüsse ausländischer Fachkräfte  # <-
  werden schneller anerkannt.
""",
    ],
    waiver="That a preferred term is used nowhere is no fault of a text.",
)
def avoided_term(plan: Plan, texts: Sequence[Text]) -> Iterator[Finding]:
    """Which words the plan prefers has been debated; an avoided one left over takes that back."""
    terms = {term.id: term for term in plan.terms}
    avoided = [term for term in terms.values() if term.status == "avoided"]
    if not avoided:
        return
    patterns = [(term, word_pattern((term.label, *term.forms))) for term in avoided]
    for text in texts:
        if text.is_ours and text.is_german and text.subject.kind != "term":
            line = said(text.text)
            for term, pattern in patterns:
                found = pattern.search(line)
                if found is not None:
                    words = {"word": found[0], "term": term.id}
                    yield text.at(found), words | _hint(term, terms)


def _hint(term: Term, terms: Mapping[str, Term]) -> dict[str, str]:
    instead = terms.get(term.use_instead)
    if instead is None:
        return {"hint_de": "Sagen Sie es anders.", "hint_en": "Say it in another way."}
    label = instead.label
    return {"hint_de": f"Schreiben Sie „{label}“.", "hint_en": f"Write “{label}”."}
