"""Sentences of administrative German end where a reader says they do."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wirctl.core.sentences import sentences
from wirctl.core.text import canonical_line

WHOLE = [
    "Gefördert werden z. B. Sportvereine und Chöre.",
    "Gefördert werden z.B. Sportvereine und Chöre.",
    "Beteiligt sind u. a. Schulen, Kitas und Vereine.",
    "Das gilt i. d. R. Montag bis Freitag.",
    "Der Verein Nachbarschaft e. V. Linden berät.",
    "Sie tagt am 12. März im Rathaus.",
    "Sie tagt am 12. Oktober, d. h. Donnerstag.",
    "Am 3. 10. 2021 und am 4.10. Uhrzeit folgt.",
    "Im 19. Jahrhundert kamen viele.",
    "Die 2. Fachgruppe legt den 3. Entwurf vor.",
    "König Friedrich II. von Hannover kam.",
    "Das regelt § 3 Abs. 2 Satz 1 Nr. 4 der Satzung.",
    "Siehe Art. 3 GG und Abs. 2 Buchst. b.",
    "Die Kosten liegen bei ca. 250.000 Euro bzw. 14,87 Mio. Euro.",
    "Dr. Müller, Prof. Kim und Fr. Yilmaz leiten.",
    "A. Müller und B. C. Meier sprechen.",
    "Das Büro liegt in der Langen Str. 12 in Hannover.",
    "Die Podbielskistr. Hannover wird saniert.",
    "St. Pauli und ggf. Linden sind dabei.",
    "Vgl. Anlage 2 inkl. Tabellen.",
    "Es fehlen 20 Std. Unterricht je Woche.",
    "Vor Christus (v. Chr. Geburt) war das anders.",
    "Träger (Vereine u. a.) Hannovers helfen.",
    "Das Vorhaben „Misch mit!“ Hannover läuft.",
    "„Wer entscheidet?“, fragte die Gruppe.",
    "Sie sagt: „Wir helfen.“ und geht.",
    "Es geht weiter … Jahre lang.",
    "Der Rat […] Hannover beschließt.",
    "Das ist (!) Absicht.",
    "Das Ziel: Alle Kinder lernen Deutsch.",
    "Schüler:innen, Bürger_innen und Hannoveraner*innen reden mit.",
    "Siehe www.hannover.de/wir?a=1 oder https://example.org/a.b für Näheres.",
    "Mail an rat.hannover@example.org genügt.",
    "1. Der Rat tagt.",
    "- 1. Der Rat tagt.",
    "II. Die Ziele",
    "Schul- und Kita-Plätze, Dipl.-Ing. Architektur.",
    "The city, e.g. Hannover, helps Mr. Smith.",
    "Kapitel 2.1. Ziele und Wege.",
    "",
]

SEVERAL = [
    "Die Stadt hilft.|Der Rat zahlt.",
    "Das gilt im Jahr 2021.|Danach endet es.",
    "Das gilt bis 2021.|Vereine sind frei.",
    "Das regelt Punkt 2.|Der Rat beschließt.",
    "Das regelt § 3 Abs. 2.|Schulen sind frei.",
    "Sie kommt am 3.10.2021.|Vereine sind frei.",
    "Es gilt der 12.|Die Frist ist kurz.",
    "Es kommen 250.000.|Vereine zahlen nichts.",
    "Der Anteil beträgt 14,87 %.|Ziel sind 30 %.|Bis wann?",
    "Kitas, Schulen usw.|Vereine kommen hinzu.",
    "Es berät der Nachbarn e. V.|Er hat Räume.",
    "Dabei sind Schulen u. a.|Die Liste ist offen.",
    "Das kostet 3 Mio.|Das Geld fehlt.",
    "Es war Friedrich II.|Er blieb.",
    "Fragen dieser Art.|Stellen helfen.",
    "Es bleibt so.|Montag tagt der Rat.",
    "Wer hilft?|Alle!|Wann?|2024.",
    "„Wir helfen.“|Das sagt sie.",
    "„Wir helfen“.|Das sagt sie.",
    "„Kommt alle!“|Hannover ruft.",
    "(Das gilt auch hier.)|Danach ist Schluss.",
    "Das gilt (siehe Anlage).|Schluss.",
    "Es dauert…|Die Stadt wartet.",
    "Es dauert noch ...|Aber wie lange?",
    "**Ziel.**|Die Stadt wird offen.",
    "Siehe www.hannover.de.|Dort steht es.",
    "Die Mittel reichen.|12 Anträge liegen vor.",
    "Die Mittel reichen.|§ 5 gilt.",
    "Das Ziel ist klar.|„Alle“ heißt alle.",
    "Über den Rat.|Über die Stadt.",
    "1. Der Rat tagt.|2. Er beschließt.",
    "Das beschließt die SPD.|Hannover wartet.",
    "Die Anmeldung endet um 18 Uhr.|Gefördert werden Vereine.",
    "Zuständig ist das Amt.|Anträge gehen an den Arzt.|Obst gibt es vor Ort.|Gäste zahlen nichts.",
    "Es gilt bis Mai.|Anmeldungen sind möglich.",
    "هل هذا صحيح؟|نعم هذا صحيح.|شكرا۔|مرحبا",
    "The city helps.|It pays.|Who?|You.",
]


@pytest.mark.parametrize("text", WHOLE)
def test_sentence_stays_whole(text: str) -> None:
    assert sentences(text) == ((text,) if text else ())


@pytest.mark.parametrize("parts", SEVERAL)
def test_sentences_end(parts: str) -> None:
    expected = tuple(parts.split("|"))
    assert sentences(" ".join(expected)) == expected


SIGNS = (
    "Die Stadt hilft. z. B. u. a. 12. 2021. März „Ja! “ (So.) usw. Der Nr. 3 A. II. … ؟ Rat? e. V."
)
WORDS = st.sampled_from(SIGNS.split())


@given(st.lists(WORDS | st.text(max_size=5), max_size=30))
def test_sentences_joined_are_the_paragraph(words: list[str]) -> None:
    paragraph = canonical_line(" ".join(words))
    assert " ".join(sentences(paragraph)) == paragraph
    assert all(sentences(paragraph))


@given(st.lists(st.sampled_from(SEVERAL), max_size=6))
def test_sentences_of_a_sentence_are_itself(parts: list[str]) -> None:
    for sentence in sentences(" ".join(part.replace("|", " ") for part in parts)):
        assert sentences(sentence) == (sentence,)


@pytest.mark.parametrize(
    "sign",
    ["." * 100_000, "!)" * 50_000, "A. " * 30_000 + "A", "a" * 100_000 + ". B", "…)“ A" * 20_000],
)
def test_hostile_text_is_split_in_one_go(sign: str) -> None:
    assert " ".join(sentences(sign)) == sign
