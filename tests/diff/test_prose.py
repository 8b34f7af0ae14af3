"""What changed between two texts, as a reader should see it."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from random import Random
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from effort import calls
from prose_texts import versions
from wirctl.core.sentences import sentences
from wirctl.core.text import canonical_prose
from wirctl.diff.prose import (
    NEW_SIDE,
    OLD_SIDE,
    Act,
    Run,
    compare,
    sentence_changes,
    share_changed,
)

if TYPE_CHECKING:
    from collections.abc import Callable

MARKS = {
    Act.EQUAL: ("", ""),
    Act.DELETED: ("[-", "-]"),
    Act.INSERTED: ("{+", "+}"),
    Act.MOVED_AWAY: ("[<", "<]"),
    Act.MOVED_HERE: ("{>", ">}"),
}
MIRROR = {
    Act.EQUAL: Act.EQUAL,
    Act.DELETED: Act.INSERTED,
    Act.INSERTED: Act.DELETED,
    Act.MOVED_AWAY: Act.MOVED_HERE,
    Act.MOVED_HERE: Act.MOVED_AWAY,
}


def marked(runs: tuple[Run, ...]) -> str:
    return "".join(MARKS[run.act][0] + run.text + MARKS[run.act][1] for run in runs)


def side(runs: tuple[Run, ...], acts: frozenset[Act]) -> str:
    return "".join(run.text for run in runs if run.act in acts)


EDITS = [
    pytest.param("Die Förderung beträgt [-250.000-]{+300.000+} Euro im Jahr.", id="figure"),
    pytest.param(
        "Der Bericht liegt bis zum [-31. März 2024-]{+30. Juni 2025+} vor.", id="deadline"
    ),
    pytest.param("Ziel sind [-15-]{+17+} % bis [-2024-]{+2026+}.", id="two figures near by"),
    pytest.param(
        "In den Jahren [-2022 und 2023-]{+2023 und 2024+} wird gebaut.", id="years moved up"
    ),
    pytest.param(
        "Die Jury hat [-sieben-]{+neun+} Sitze ([-4-]{+5+} von außen, [-3-]{+4+} aus dem Amt).",
        id="figures in brackets",
    ),
    pytest.param(
        "Die Angebote gelten nach § [-3-]{+5+} Abs. 2 Satz [-1-]{+3+} der Satzung.",
        id="paragraph sign",
    ),
    pytest.param("Die Mittel werden{+ nicht+} gekürzt.", id="negation"),
    pytest.param("Die Stadt [-soll-]{+muss+} die Träger hören.", id="modal verb"),
    pytest.param(
        "Die Stadt fördert Vereine{+, die mit Jugendlichen im Stadtteil arbeiten+}.",
        id="clause at the end",
    ),
    pytest.param(
        "Alle Menschen{+, die lernen+}, die arbeiten, erhalten Hilfe.", id="clause before another"
    ),
    pytest.param(
        "Kinder, Jugendliche{+, Senioren+} und Eltern werden beteiligt.", id="item of a listing"
    ),
    pytest.param(
        "Gefördert werden Sport{+, Musik+} und Theater{+ sowie Tanz+} im Stadtteil.",
        id="two items of a listing",
    ),
    pytest.param(
        "Die [-Bürger-]{+Bürger*innen+} werden zweimal im Jahr eingeladen.", id="gender star"
    ),
    pytest.param(
        "Dort arbeiten [-Lotsinnen und Lotsen-]{+Lots*innen+}, die mehrere Sprachen sprechen.",
        id="gender pair",
    ),
    pytest.param("{+„+}Der Rat{+“+} tagt im Mai.", id="quotes"),
    pytest.param("Der Verein sagt: „Wir helfen{+ gern+}.“", id="inside quotes"),
    pytest.param(
        "Zuständig ist der Fachbereich [-Soziales-]{+Jugend und Familie+}.", id="lead unit"
    ),
    pytest.param(
        "Die Verwaltung [-stellt sicher, dass alle-]{+sorgt dafür, dass die wichtigsten+} "
        "Formulare in [-einfacher-]{+Leichter+} Sprache vorliegen.",
        id="phrase over a comma",
    ),
    pytest.param(
        "[-Die Stadt prüft, ob ein Haus der Kulturen möglich ist.-]"
        "{+Bis Ende 2025 legt die Verwaltung dem Rat ein Konzept mit Kosten vor.+}",
        id="rewritten",
    ),
    pytest.param(
        "Die Beratung ist kostenlos[-. Sie-]{+ und+} findet in allen Stadtteilen statt.",
        id="two sentences joined",
    ),
    pytest.param(
        "Es gibt fünf Kurse im Jahr[-, die-]{+. Sie richten+} sich an Eltern in Kitas[- richten-].",
        id="sentence split in two",
    ),
    pytest.param(
        "Der Rat tagt im Mai.{+ Er hört die Beiräte.+} Danach entscheidet er.", id="new sentence"
    ),
    pytest.param(
        "[-Der Rat tagt im Mai. -]Danach entscheidet er über den Fonds.", id="first sentence gone"
    ),
    pytest.param(
        "{>Die Träger werden beteiligt. >}Die Verwaltung berichtet jährlich. Der Rat entscheidet "
        "über die Mittel.[< Die Träger werden beteiligt.<]",
        id="sentence moved",
    ),
    pytest.param(
        "Ein Amt berät alle Familien.[< Die Stelle öffnet an<][- vier-][< Tagen in der Woche.<] "
        "Die Beratung ist für alle kostenlos.\n\nDer Beirat begleitet das Vorhaben."
        "{> Die Stelle öffnet an>}{+ fünf+}{> Tagen in der Woche.>}",
        id="sentence moved and changed",
    ),
    pytest.param(
        "Das Amt prüft den Antrag.[- -]{+\n\n+}Es antwortet binnen vier Wochen.",
        id="paragraph split",
    ),
    pytest.param("Ziele:\n\n- mehr Sport\n- mehr [-Musik-]{+Tanz+}[-\n- mehr Theater-]", id="list"),
    pytest.param(
        "- Sport und Spiel{>\n- Tanz>}\n- Theater[<\n- Tanz<]\n- Musik",
        id="item moved",
    ),
    pytest.param("| Jahr | Euro |\n| --- | --- |\n| 2024 | [-5-]{+6+} |", id="table"),
    pytest.param("[-Alt.-]{+Neu und länger.+}", id="nothing in common"),
    pytest.param("{+Alles ist neu.+}", id="from nothing"),
    pytest.param("[-Alles ist alt.-]", id="to nothing"),
    pytest.param("Der Ausschuss tagt[- i. d. R.-] monatlich.", id="abbreviation"),
    pytest.param("المجلس [-يجتمع-]{+يقرر+} اليوم في المدينة الكبيرة.", id="Arabic"),
]


def sides_of(expected: str) -> tuple[str, str]:
    """The two texts that a marked text stands for."""
    old = new = expected
    for act, (left, right) in MARKS.items():
        if act is Act.EQUAL:
            continue
        old = _without(old, left, right, keep=act in OLD_SIDE)
        new = _without(new, left, right, keep=act in NEW_SIDE)
    return old, new


def _without(text: str, left: str, right: str, *, keep: bool) -> str:
    parts = text.split(left)
    rest = [part.split(right, 1) for part in parts[1:]]
    return parts[0] + "".join((inner if keep else "") + after for inner, after in rest)


@pytest.mark.parametrize("expected", EDITS)
def test_edit_reads_as_expected(expected: str) -> None:
    old, new = sides_of(expected)
    assert marked(compare(old, new)) == expected


@pytest.mark.parametrize("expected", EDITS)
def test_edit_undone_is_the_mirror(expected: str) -> None:
    old, new = sides_of(expected)
    assert _words(compare(new, old)) == _mirrored(_words(compare(old, new)))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        pytest.param("Die Stadt\nhilft.", "Die\nStadt hilft.", id="wrapped otherwise"),
        pytest.param("Eins.\n\nZwei.", "Eins.\n\n\n\nZwei.\n", id="empty lines"),
        pytest.param("- a\n- b", "* a\n\n* b", id="bullets"),
        pytest.param("5\u00a0Euro", "5 Euro", id="space that does not break"),
        pytest.param("Teil\u00adhabe", "Teilhabe", id="soft hyphen"),
        pytest.param("O\u0308ffnung", "Öffnung", id="composition"),
        pytest.param("am\n12. März", "am 12. März", id="date at the begin of a line"),
    ],
)
def test_other_typing_is_no_change(old: str, new: str) -> None:
    assert [run.act for run in compare(old, new)] == [Act.EQUAL]
    assert share_changed(old, new) == 0
    assert not any(change.changed for change in sentence_changes(old, new))


def test_nothing_against_nothing_is_nothing() -> None:
    assert compare("", " \n") == ()
    assert sentence_changes("", "") == ()
    assert share_changed("", "") == 0


LONG = """
In Hannover leben Menschen aus mehr als 170 Nationen. Viele finden den Weg in die Angebote der
Stadt nicht, weil Auskünfte nur auf Deutsch vorliegen oder Ansprechpersonen fehlen.

Die Stadt richtet deshalb in drei Stadtbezirken Anlaufstellen ein. Dort arbeiten Lots*innen. Sie
begleiten Familien zu Ämtern, Schulen und Praxen. Die Stellen öffnen an vier Tagen in der Woche.

Die Kosten von 120.000 Euro im Jahr trägt der Fachbereich Soziales. Über die Fortführung
entscheidet der Rat nach zwei Jahren.
"""
REVISED = """
In Hannover leben Menschen aus mehr als 180 Nationen.
Viele finden den Weg in die Angebote der Stadt nicht, weil Auskünfte nur auf Deutsch vorliegen oder
Ansprechpersonen fehlen.

Die Stadt richtet deshalb in fünf Stadtbezirken Anlaufstellen ein, zuerst in Mühlenberg. Dort
arbeiten Lots*innen. Die Stellen öffnen an vier Tagen in der Woche.

Die Kosten von 180.000 Euro im Jahr tragen der Fachbereich Soziales und der Fonds. Über die
Fortführung entscheidet der Rat nach zwei Jahren. Sie begleiten Familien zu Ämtern, Schulen und
Praxen.
"""


def test_revision_reads_well() -> None:
    assert marked(compare(LONG, REVISED)) == canonical_prose("""
In Hannover leben Menschen aus mehr als [-170-]{+180+} Nationen. Viele finden den Weg in die
Angebote der Stadt nicht, weil Auskünfte nur auf Deutsch vorliegen oder Ansprechpersonen fehlen.

Die Stadt richtet deshalb in [-drei-]{+fünf+} Stadtbezirken Anlaufstellen ein{+, zuerst in
Mühlenberg+}. Dort arbeiten Lots*innen.[< Sie begleiten Familien zu Ämtern, Schulen und Praxen.<]
Die Stellen öffnen an vier Tagen in der Woche.

Die Kosten von [-120.000-]{+180.000+} Euro im Jahr [-trägt-]{+tragen+} der Fachbereich Soziales{+
und der Fonds+}. Über die Fortführung entscheidet der Rat nach zwei Jahren.{> Sie begleiten
Familien zu Ämtern, Schulen und Praxen.>}
""")


def test_sentences_of_a_revision() -> None:
    changes = sentence_changes(LONG, REVISED)
    parts = canonical_prose(REVISED).split("\n\n")
    new = [sentence for part in parts for sentence in sentences(part)]
    assert [change.new for change in changes] == new
    assert [change.new for change in changes if change.moved] == [new[-1]]
    changed = [change for change in changes if change.changed and not change.moved]
    assert [marked(compare(change.old or "", change.new or "")) for change in changed] == [
        "In Hannover leben Menschen aus mehr als [-170-]{+180+} Nationen.",
        (
            "Die Stadt richtet deshalb in [-drei-]{+fünf+} Stadtbezirken Anlaufstellen ein"
            "{+, zuerst in Mühlenberg+}."
        ),
        (
            "Die Kosten von [-120.000-]{+180.000+} Euro im Jahr [-trägt-]{+tragen+} der "
            "Fachbereich Soziales{+ und der Fonds+}."
        ),
    ]


def test_sentence_that_went_has_no_new_text() -> None:
    changes = sentence_changes("Der Rat tagt. Er hört die Beiräte.", "Der Rat tagt.")
    assert [(change.old, change.new) for change in changes] == [
        ("Der Rat tagt.", "Der Rat tagt."),
        ("Er hört die Beiräte.", None),
    ]


def test_joined_sentences_are_one_change() -> None:
    changes = sentence_changes("Das ist frei. Es gilt für alle.", "Das ist frei und gilt für alle.")
    assert [(change.old, change.new) for change in changes] == [
        ("Das ist frei. Es gilt für alle.", "Das ist frei und gilt für alle.")
    ]


@pytest.mark.parametrize(
    ("old", "new", "share"),
    [
        pytest.param("eins zwei drei vier", "eins zwei drei fünf", 1 / 4, id="one of four"),
        pytest.param("eins zwei drei", "eins zwei drei vier", 1 / 7, id="one more"),
        pytest.param("eins, zwei", "eins; zwei", 0, id="punctuation"),
        pytest.param("eins zwei", "drei vier", 1, id="all"),
        pytest.param("", "eins", 1, id="new"),
        pytest.param(
            "Der Rat tagt im Mai. Die Stadt hilft allen gern.",
            "Die Stadt hilft allen gern. Der Rat tagt im Mai.",
            0,
            id="moved",
        ),
    ],
)
def test_share_of_words(old: str, new: str, share: float) -> None:
    assert share_changed(old, new) == pytest.approx(share)
    assert share_changed(new, old) == pytest.approx(share)


def _words(runs: tuple[Run, ...]) -> Counter[tuple[Act, str]]:
    """Letters and signs by act; in which of two stretches a space falls is nobody's matter."""
    return Counter((run.act, sign) for run in runs for sign in run.text if not sign.isspace())


def _mirrored(words: Counter[tuple[Act, str]]) -> Counter[tuple[Act, str]]:
    return Counter({(MIRROR[act], sign): number for (act, sign), number in words.items()})


PIECES = (
    "Die Stadt fördert Vereine , und nicht Rat tagt. z. B. Bürger*innen 12. 2024. „Ja! “ 250.000 "
    "§ 5 Abs. - * | \n \n\n"
)
TEXTS = st.lists(st.sampled_from(PIECES.split(" ")), max_size=30).map(" ".join)
SENTENCES = st.lists(
    st.sampled_from(
        [
            "Die Stadt fördert Vereine.",
            "Die Stadt fördert alle Vereine im Ort.",
            "Der Rat tagt am 12. März.",
            "Der Rat tagt am 13. April nicht.",
            "Alle Bürger*innen sind gern gesehen.",
            "Ja.",
            "\n\n",
            "- Musik für alle Kinder\n",
        ]
    ),
    max_size=12,
).map(" ".join)


@given(TEXTS | SENTENCES, TEXTS | SENTENCES)
def test_both_texts_are_in_the_runs(old: str, new: str) -> None:
    runs = compare(old, new)
    assert side(runs, OLD_SIDE) == canonical_prose(old)
    assert side(runs, NEW_SIDE) == canonical_prose(new)
    assert all(run.text for run in runs)
    assert all(one.act is not other.act for one, other in pairwise(runs))


@given(TEXTS | SENTENCES, TEXTS | SENTENCES)
def test_other_direction_is_the_mirror(old: str, new: str) -> None:
    assert _words(compare(new, old)) == _mirrored(_words(compare(old, new)))
    assert share_changed(new, old) == share_changed(old, new)


@given(TEXTS | SENTENCES)
def test_text_against_itself_is_equal(text: str) -> None:
    meant = canonical_prose(text)
    assert compare(text, text) == ((Run(Act.EQUAL, meant),) if meant else ())


@given(TEXTS | SENTENCES, TEXTS | SENTENCES)
def test_every_sentence_of_the_new_text_has_its_change(old: str, new: str) -> None:
    changes = sentence_changes(old, new)
    for text, parts in (
        (old, sorted(change.old for change in changes if change.old)),
        (new, [change.new for change in changes if change.new]),
    ):
        whole = "".join("".join(parts).split())
        meant = "".join(canonical_prose(text).split())
        assert Counter(whole) == Counter(meant)


def _calls(old: str, new: str) -> int:
    return calls(lambda: compare(old, new))


def _some(words: list[str], number: int, seed: int) -> str:
    return " ".join(Random(seed).choices(words, k=number))


@pytest.mark.slow
@pytest.mark.parametrize(
    "shape",
    [
        pytest.param(lambda n: ("Ja. " * n, "Ja. " * (n - n // 9)), id="equal sentences"),
        pytest.param(lambda n: ("Ja. " * n, "Ja. Nein. " * (n // 2)), id="every other sentence"),
        pytest.param(
            lambda n: (_some(["Ja.", "Nein."], n, 1), _some(["Ja.", "Nein."], n, 2)),
            id="two sentences by chance",
        ),
        pytest.param(lambda n: (_some(["a", "b"], n, 1), _some(["a", "b"], n, 2)), id="two words"),
        pytest.param(
            lambda n: (
                " ".join(f"Satz {i} gilt hier." for i in range(n // 4)),
                " ".join(f"Satz {i} gilt dort." for i in reversed(range(n // 4))),
            ),
            id="all rewritten and turned round",
        ),
        pytest.param(
            lambda n: (
                "\n\n".join(f"Absatz {i} steht hier." for i in range(n // 4)),
                "\n\n".join(f"Absatz {i} steht hier." for i in reversed(range(n // 4))),
            ),
            id="all turned round",
        ),
        pytest.param(
            lambda n: (
                " ".join(f"Wort{i} gilt." for i in range(n // 2)),
                ", ".join(f"Wort{i} gilt" for i in range(n // 2)) + ".",
            ),
            id="all sentences joined",
        ),
        pytest.param(
            lambda n: (
                " ".join(f"a{i} , und" for i in range(n // 3)),
                " ".join(f"b{i} , und" for i in range(n // 3)),
            ),
            id="confetti",
        ),
        pytest.param(lambda n: ("- x y\n" * n, "- y x\n" * n), id="items"),
        pytest.param(lambda n: ("." * n, ". " * n), id="points"),
    ],
)
def test_work_grows_with_the_text_and_no_faster(shape: Callable[[int], tuple[str, str]]) -> None:
    assert _calls(*shape(2_000)) <= 2.5 * _calls(*shape(1_000))


def test_5000_equal_sentences_with_one_between_are_compared_exactly() -> None:
    old = "Ja. " * 5_000
    new = "Ja. " * 2_000 + "Nein. " + "Ja. " * 3_000
    assert marked(compare(old, new)) == "Ja. " * 1_999 + "Ja.{+ Nein.+}" + " Ja." * 3_000


def test_long_texts_of_the_benchmark_are_restored() -> None:
    old, new = versions()
    runs = compare(old, new)
    assert (side(runs, OLD_SIDE), side(runs, NEW_SIDE)) == (old, new)
    assert sum(run.act is Act.MOVED_HERE for run in runs) == 1
    assert 0.02 < share_changed(old, new) < 0.08
