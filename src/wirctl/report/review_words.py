"""The words of a review, in German and English."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wirctl.report.id_runs import id_runs
from wirctl.report.showing import shown_date

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from wirctl.flow.consent import Demand
    from wirctl.flow.voices import Note
    from wirctl.report.proposal import Proposal

_MOST_NAMES = 8
_LONGEST_NAME = 60

WORDS: Mapping[str, Mapping[str, str]] = {
    "de": {
        "title": "Prüfung des Vorschlags",
        "satisfied": "Freigabe: erteilt",
        "no-rules": "Freigabe: niemand muss zustimmen",
        "wanted": "Freigabe: fehlt",
        "missing": "Es fehlt die Zustimmung von",
        "said-no": "Einwände von",
        "substantive": "inhaltlich",
        "editorial": "redaktionell",
        "form": "nur anders geschrieben",
        "none": "keine Änderungen",
        "downgraded": "herabgestuft, für die Freigabe inhaltlich",
        "new-findings": "neue Befunde",
        "mended": "behoben",
        "stale": "überholte Stellungnahmen",
        "changes": "Inhaltliche Änderungen",
        "editorials": "Redaktionelle Änderungen",
        "findings": "Neue Befunde",
        "statements": "Überholte Stellungnahmen",
        "gate": "Freigabe",
        "rule": "Regel",
        "who": "Wer",
        "what": "Was",
        "about": "Betrifft",
        "state": "Stand",
        "old": "Bisher",
        "new": "Neu",
        "moved": "<em>Kursives</em> steht jetzt an anderer Stelle.",
        "open": "offen",
        "agreed": "zugestimmt",
        "against": "Einwand",
        "element": "Element",
        "help": "Hilfe",
        "such-as": "Etwa:",
        "unreadable": (
            "Der Vorschlag ist nicht in allen Teilen lesbar; was sich geändert hat, lässt "
            "sich erst danach sagen."
        ),
        "own-rule": "Änderung der Freigaberegeln selbst",
        "texts-left-out": (
            "Der Wortlaut der Texte fehlt hier, damit der Kommentar nicht länger wird als "
            "{limit} Bytes. Ganz: `{command}`"
        ),
        "changes-left-out": (
            "Die einzelnen Änderungen fehlen hier, damit der Kommentar nicht länger wird "
            "als {limit} Bytes. Ganz: `{command}`"
        ),
        "more": "und {count} weitere",
        "legend": "<del>Durchgestrichenes</del> entfällt, <ins>Unterstrichenes</ins> ist neu.",
        "unplaced": "Nicht verglichen, gehört zu keiner Art",
        "decided": "Entscheidung",
        "outdated": "überholt",
        "void": "gegenstandslos",
        "unpinned": "unklar, welchen Text sie meint",
        "point": "Punkt",
    },
    "en": {
        "title": "Review of the proposal",
        "satisfied": "Approval: given",
        "no-rules": "Approval: nobody has to agree",
        "wanted": "Approval: missing",
        "missing": "Still to agree",
        "said-no": "Objections of",
        "substantive": "substantive",
        "editorial": "editorial",
        "form": "only written otherwise",
        "none": "no changes",
        "downgraded": "downgraded, substantive for the approval",
        "new-findings": "new findings",
        "mended": "mended",
        "stale": "statements gone stale",
        "changes": "Changes of substance",
        "editorials": "Editorial changes",
        "findings": "New findings",
        "statements": "Statements gone stale",
        "gate": "Approval",
        "rule": "Rule",
        "who": "Who",
        "what": "What",
        "about": "Concerns",
        "state": "State",
        "old": "Old",
        "new": "New",
        "moved": "Text in <em>italics</em> stands elsewhere now.",
        "open": "open",
        "agreed": "agreed",
        "against": "objection",
        "element": "Element",
        "help": "help",
        "such-as": "Such as:",
        "unreadable": (
            "Not all parts of the proposal can be read; what changed can be told only after that."
        ),
        "own-rule": "Change of the review rules themselves",
        "texts-left-out": (
            "The wording of texts is left out here, so that the comment is no longer than "
            "{limit} bytes. Whole: `{command}`"
        ),
        "changes-left-out": (
            "The single changes are left out here, so that the comment is no longer than "
            "{limit} bytes. Whole: `{command}`"
        ),
        "more": "and {count} more",
        "legend": "<del>Struck</del> text goes, <ins>underlined</ins> text is new.",
        "unplaced": "Not compared, belongs to no kind",
        "decided": "Decision",
        "outdated": "outdated",
        "void": "void",
        "unpinned": "unclear which text it means",
        "point": "point",
    },
}

_NOTES: Mapping[str, Mapping[str, str]] = {
    "de": {
        "no-rules": "Der Zielzweig hat keine Freigaberegeln (review.yaml); niemand muss zustimmen.",
        "rules-new": (
            "Der Zielzweig hat noch keine Freigaberegeln, der Vorschlag bringt welche mit. "
            "Sie gelten erst, wenn sie übernommen sind; über diesen Vorschlag entscheiden "
            "Menschen."
        ),
        "rules-unusable": (
            "Die Freigaberegeln im Zielzweig haben Fehler ({count}); solange sie nicht "
            "brauchbar sind, gilt nichts als freigegeben. Sehen: wirctl validate --at "
            "{base}"
        ),
        "rules-changed": (
            "Dieser Vorschlag ändert die Freigaberegeln (review.yaml). Geprüft ist er nach "
            "den Regeln des Zielzweigs."
        ),
        "rule-asks-nobody": (
            "Die Regel „{rule}“ nennt weder Gremium noch Rolle; so kann ihr niemand genügen."
        ),
        "schemas-changed": (
            "Dieser Vorschlag ändert eigene Schemas des Plans ({paths}); sie bestimmen mit,"
            " was als Änderung gilt."
        ),
        "settings-changed": (
            "Dieser Vorschlag ändert die Einstellungen ({path}). Geprüft ist er mit denen "
            "des Zielzweigs."
        ),
        "plan-moved": (
            "Dieser Vorschlag verlegt den Plan in einen anderen Ordner ({path}); was sich "
            "dabei ändert, lässt sich so nicht sagen."
        ),
        "not-compared": (
            "Der Vorschlag ist nicht in allen Teilen lesbar und kann so nicht freigegeben werden."
        ),
        "unplaced": (
            "Dateien, die zu keiner Art gehören, sind anders: {paths}. Niemand kann sagen, "
            "was sie bedeuten."
        ),
        "approval-of-other-commit": (
            "Die Zustimmung von {name} gilt einem anderen Stand und zählt nicht."
        ),
        "approval-of-nobody": (
            "{name} steht in den Freigaberegeln für kein Gremium und keine Rolle."
        ),
        "uncommitted": (
            "Der Arbeitsstand ist nicht festgehalten (kein Commit); Zustimmungen auf der "
            "Plattform zählen darum nicht."
        ),
        "statement-proposed": (
            "Die Stellungnahme {name} bringt der Vorschlag selbst mit oder ändert sie; sie "
            "zählt erst, wenn sie so im Zielzweig steht."
        ),
        "round-undecided": "{round}: {item} ist vorgelegt, aber nicht entschieden.",
        "round-not-submitted": "{round}: {item} ist entschieden, ohne vorgelegen zu haben.",
        "round-foreign-outcome": (
            "{round}: {item} – das Ergebnis „{detail}“ sieht das Verfahren hier nicht vor."
        ),
        "round-missing-detail": "{round}: {item} – das Ergebnis braucht noch {detail}.",
        "round-statement-missing": "{round}: Es fehlt die Stellungnahme: {body}.",
        "round-statement-due": "{round}: Es fehlt die Stellungnahme: {body}, fällig {detail}.",
        "round-statement-stale": (
            "{round}: {item} – {body}: Gelesen wurde ein anderer Text ({detail})."
        ),
        "round-text-altered": "{round}: {item} wurde nach der Vorlage noch geändert.",
        "round-closed-meanwhile": (
            "{round}: Der Zielzweig hat diese Runde inzwischen selbst abgeschlossen. Es gilt, was "
            "dort steht; nehmen Sie den Abschluss aus dem Vorschlag."
        ),
        "round-earlier-open": "{round}: Über {item} hat zuvor noch {detail} zu entscheiden.",
    },
    "en": {
        "no-rules": "The target branch has no review rules (review.yaml); nobody has to agree.",
        "rules-new": (
            "The target branch has no review rules yet, the proposal brings some. They hold"
            " once they are merged; people decide on this proposal."
        ),
        "rules-unusable": (
            "The review rules of the target branch have errors ({count}); until they can be"
            " used, nothing counts as approved. See: wirctl validate --at {base}"
        ),
        "rules-changed": (
            "This proposal changes the review rules (review.yaml). It was reviewed by those"
            " of the target branch."
        ),
        "rule-asks-nobody": (
            "The rule “{rule}” names neither a body nor a role; nobody can satisfy it."
        ),
        "schemas-changed": (
            "This proposal changes schemas of the plan's own ({paths}); they have a say in "
            "what counts as a change."
        ),
        "settings-changed": (
            "This proposal changes the settings ({path}). It was reviewed with those of the"
            " target branch."
        ),
        "plan-moved": (
            "This proposal moves the plan to another folder ({path}); what changes with "
            "that cannot be told."
        ),
        "not-compared": "Not all parts of the proposal can be read, so it cannot be approved.",
        "unplaced": "Files that belong to no kind differ: {paths}. Nobody can say what they mean.",
        "approval-of-other-commit": (
            "The approval of {name} is of another commit and does not count."
        ),
        "approval-of-nobody": "{name} speaks for no body and no role in the review rules.",
        "uncommitted": "The working tree is not committed, so approvals on the forge do not count.",
        "statement-proposed": (
            "The statement {name} is brought along or changed by the proposal itself; it "
            "counts once it stands so in the target branch."
        ),
        "round-undecided": "{round}: {item} was submitted, but nothing is decided.",
        "round-not-submitted": "{round}: {item} was decided without having been submitted.",
        "round-foreign-outcome": (
            "{round}: {item} – the process does not know the outcome “{detail}” here."
        ),
        "round-missing-detail": "{round}: {item} – the outcome still needs {detail}.",
        "round-statement-missing": "{round}: a statement is missing: {body}.",
        "round-statement-due": "{round}: a statement is missing: {body}, due {detail}.",
        "round-statement-stale": "{round}: {item} – {body}: another text was read ({detail}).",
        "round-text-altered": "{round}: {item} was changed after it was submitted.",
        "round-closed-meanwhile": (
            "{round}: the target branch has closed this round itself by now. What it says there "
            "counts; take the closing out of the proposal."
        ),
        "round-earlier-open": "{round}: {detail} has to decide on {item} before.",
    },
}


def note_text(note: Note, language: str) -> str:
    """The sentence of a note about the gate."""
    words = dict(note.words)
    if note.code == "round-statement-due":
        words["detail"] = shown_date(words["detail"], language)
    return _NOTES[language][note.code].format_map(words)


def note_codes() -> frozenset[str]:
    """Every note that there are words for, in each language."""
    return frozenset[str].intersection(*(frozenset(texts) for texts in _NOTES.values()))


def rule_title(demand: Demand, language: str) -> str:
    """What people call the rule; the one that stands for itself has no title of its own."""
    return demand.rule.title or demand.rule.id or WORDS[language]["own-rule"]


def sentence(proposal: Proposal, language: str) -> str:
    """The verdict in one line, with all who still have to agree."""
    gate, words = proposal.gate, WORDS[language]
    if gate.is_satisfied:
        return words["satisfied" if gate.demands else "no-rules"]
    wanted = [item for item in gate.demands if not item.is_met]
    parts = [
        words["wanted"],
        _said(words["missing"], (item for item in wanted if not item.against), proposal, words),
        _said(words["said-no"], (item for item in wanted if item.against), proposal, words),
    ]
    return ". ".join(filter(None, parts))


def _said(
    what: str, demands: Iterable[Demand], proposal: Proposal, words: Mapping[str, str]
) -> str:
    """Who it is that is spoken of, the first of many; nothing where it is nobody."""
    found = tuple(dict.fromkeys(cut(proposal.name(item.party)) for item in demands))
    rest = len(found) - _MOST_NAMES
    more = [words["more"].format(count=rest)] if rest > 0 else []
    return f"{what}: {', '.join([*found[:_MOST_NAMES], *more])}" if found else ""


def state(demand: Demand, language: str) -> str:
    """What the party said: who is against it, what is open, who agreed."""
    words, parts = WORDS[language], []
    if demand.against:
        parts.append(f"{words['against']} ({', '.join(demand.against)})")
    if demand.open:
        some = len(demand.open) < len(demand.items)
        parts.append(words["open"] + (f": {id_runs(demand.open)}" if some else ""))
    if demand.by:
        parts.append(f"{words['agreed']} ({', '.join(demand.by)})")
    return ", ".join(parts)


def cut(name: str) -> str:
    """The name, or the beginning of a long one."""
    return name if len(name) <= _LONGEST_NAME else f"{name[:_LONGEST_NAME]}…"
