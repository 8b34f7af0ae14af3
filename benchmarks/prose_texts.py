"""Two versions of a long German text as administrations write it, the same on every run."""

from __future__ import annotations

import re
from random import Random
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

SIZE = 20_000
_SENTENCES = 5
_FIGURES = 0.3

_WHO = (
    "Die Verwaltung", "Der Fachbereich Soziales", "Die Lenkungsgruppe", "Das Kuratorium",
    "Der Runde Tisch", "Die Stadtbibliothek", "Das Jugendamt", "Der Integrationsbeirat",
    "Die Volkshochschule", "Das Bürgeramt", "Der Seniorenbeirat", "Die Koordinierungsstelle",
    "Das Gesundheitsamt", "Der Stadtjugendring", "Die Ombudsstelle", "Der Arbeitsausschuss",
)  # fmt: skip
_MODAL = ("soll", "muss", "kann", "wird", "darf")
_WHAT = (
    "mehrsprachige Beratung", "ein Konzept zur Öffnung der Ämter", "Sprachkurse für Eltern",
    "eine Handreichung für Ehrenamtliche", "Räume für Begegnung", "ein Netz von Lots*innen",
    "Fortbildungen gegen Diskriminierung", "barrierefreie Formulare", "einen jährlichen Fachtag",
    "Patenschaften für Auszubildende", "Angebote für Geflüchtete",
    "eine Befragung der Mieter*innen",
    "Hausaufgabenhilfe", "Stipendien für Künstler:innen", "Deutschkurse mit Kinderbetreuung",
    "eine Wanderausstellung", "Leitlinien für die Personalauswahl",
    "Sprechstunden in Leichter Sprache",
    "einen Förderfonds für Vereine", "Trainings für Führungskräfte", "Stadtteilspaziergänge",
    "eine Anlaufstelle für Betroffene", "Übersetzungen wichtiger Bescheide", "Praktika im Rathaus",
)  # fmt: skip
_WHERE = (
    "in Linden-Nord", "in allen Stadtbezirken", "in der Nordstadt", "an drei Standorten",
    "in Kitas und Schulen", "im Rathaus", "in Mühlenberg", "am Kronsberg", "in den Bürgerämtern",
    "in Vahrenheide", "auf dem Marktplatz", "in der List", "in Familienzentren", "im Sahlkamp",
)  # fmt: skip
_WITH = (
    "gemeinsam mit Trägern der freien Wohlfahrtspflege", "zusammen mit Migrant*innenvereinen",
    "unter Beteiligung der Betroffenen", "in Absprache mit dem Land", "mit Mitteln des Fonds",
    "ohne zusätzliche Stellen", "mit zwei halben Stellen", "auf Grundlage der Leitlinie 3",
    "nach § 5 Abs. 2 der Richtlinie", "in Anlehnung an bewährte Vorhaben, z. B. aus Bremen,",
    "im Rahmen der vorhandenen Ansätze", "mit wissenschaftlicher Begleitung",
)  # fmt: skip
_DO = (
    "einrichten", "ausbauen", "verstetigen", "erproben", "vorbereiten", "finanzieren",
    "ausschreiben", "dokumentieren", "begleiten", "bekannt machen", "weiterentwickeln", "anbieten",
)  # fmt: skip
_WHEN = (
    "bis zum {day}. März {year}", "ab {year}", "spätestens im Jahr {year}", "bis Ende {year}",
    "zum {day}. Oktober {year}", "jeweils im Herbst", "zweimal im Jahr", "vom {day}. Mai {year} an",
)  # fmt: skip
_COST = (
    "Dafür sind {money}.000 Euro im Jahr vorgesehen.",
    "Die Kosten von rund {money}.500 Euro trägt der Fonds zu {share} Prozent.",
    "Der Anteil der Teilnehmer*innen mit Migrationsgeschichte lag zuletzt bei {share},4 %.",
    "Gefördert werden bis zu {share} Vorhaben mit je höchstens {money}.000 Euro.",
    "Eine Auswertung mit {share} Gesprächen liegt vor; sie ist unter www.example.org abrufbar.",
    "Mindestens {share} Personen haben daran mitgewirkt, darunter Schüler:innen und Eltern.",
    "Über das Ergebnis wird im Ausschuss bis zum {share}. Juni berichtet.",
    "Die Zielzahl steigt von {share} auf {money} Plätze.",
)  # fmt: skip
_ADDED = (
    "Näheres regelt eine Vereinbarung.", "Die Ergebnisse werden veröffentlicht.",
    "Der Beirat ist vorher zu hören.", "Kinder unter 14 Jahren nehmen kostenlos teil.",
)  # fmt: skip


def paragraphs(seed: int = 2022) -> list[list[str]]:
    """The older version: paragraphs of sentences, together as long as `SIZE`."""
    random = Random(seed)
    found: list[list[str]] = []
    while sum(len(line) + 1 for part in found for line in part) < SIZE:
        found.append([_sentence(random) for _ in range(_SENTENCES)])
    return found


def versions() -> tuple[str, str]:
    """The older text and the newer, which differ as two rounds of a plan do."""
    old = paragraphs()
    new = _revised([list(part) for part in old], Random(7))
    return _text(old), _text(new)


def rewritten() -> tuple[str, str]:
    """The older text and one with every sentence worked over, and paragraphs elsewhere."""
    old = paragraphs()
    random = Random(11)
    new = [list(part) for part in old]
    for part in new:
        for place, sentence in enumerate(part):
            edit = random.choice((_figure, _wording, _clause, _wording))
            part[place] = _wording(edit(sentence, random), random)
    new[3:9] = reversed(new[3:9])
    return _text(old), _text(new)


def _text(parts: list[list[str]]) -> str:
    return "\n\n".join(" ".join(part) for part in parts if part)


def _sentence(random: Random) -> str:
    if random.random() < _FIGURES:
        return _filled(random, random.choice(_COST))
    order = random.randrange(3)
    when, where = _filled(random, random.choice(_WHEN)), random.choice(_WHERE)
    modal, what, do = random.choice(_MODAL), random.choice(_WHAT), random.choice(_DO)
    who, how = random.choice(_WHO), random.choice(_WITH)
    if order == 0:
        return f"{who} {modal} {when} {what} {where} {do}."
    if order == 1:
        who = who[0].lower() + who[1:]
        return f"{when[0].upper()}{when[1:]} {modal} {who} {how} {what} {do}."
    return f"{who} {modal} {what} {how} {where} {do}, sofern der Rat dem zustimmt."


def _filled(random: Random, text: str) -> str:
    return text.format(
        day=random.randint(1, 28),
        year=random.randint(2023, 2028),
        money=random.randint(10, 250),
        share=random.randint(11, 60),
    )


def _revised(parts: list[list[str]], random: Random) -> list[list[str]]:
    """Twenty edits in a dozen paragraphs: figures, words, clauses, sentences put in, out, away."""
    places = random.sample(range(len(parts)), 12)
    for place in places[:5]:
        _replace(parts[place], random, _figure)
    for place in places[3:7]:
        _replace(parts[place], random, _wording)
    for place in places[6:9]:
        _replace(parts[place], random, _clause)
    for place in places[8:11]:
        parts[place].insert(random.randrange(_SENTENCES), random.choice(_ADDED))
    for place in places[10:]:
        del parts[place][random.randrange(len(parts[place]))]
    parts[places[0]].append(parts[places[11]].pop())
    parts[places[1]][2] = _sentence(random)
    parts[places[2]][1:3] = [parts[places[2]][1][:-1] + " und berichtet darüber."]
    return parts


def _replace(part: list[str], random: Random, edit: Callable[[str, Random], str]) -> None:
    place = random.randrange(len(part))
    part[place] = edit(part[place], random)


def _figure(sentence: str, random: Random) -> str:
    """The first number is another, or there is a deadline now."""
    number = re.search("[0-9]+", sentence)
    if number is None:
        return sentence[:-1] + " bis 2029."
    larger = str(int(number[0]) + random.randint(1, 5))
    return sentence[: number.start()] + larger + sentence[number.end() :]


def _wording(sentence: str, random: Random) -> str:
    """One word in the middle is another."""
    words = sentence.split(" ")
    words[len(words) // 2] = random.choice(("dauerhaft", "künftig", "Einrichtungen", "nicht"))
    return " ".join(words)


def _clause(sentence: str, random: Random) -> str:
    """A clause stands before the end."""
    return f"{sentence[:-1]}, {random.choice(('soweit Mittel da sind', 'und zwar kostenlos'))}."
