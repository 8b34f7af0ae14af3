"""An agenda in words: what every format of it shows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from wirctl.core.change import Weight
from wirctl.core.value import list_of, text_of
from wirctl.flow.process import outcome_titles
from wirctl.load.glossary import word
from wirctl.report.outcomes import outcome_word
from wirctl.report.showing import shown_date

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from wirctl.core.change import Change
    from wirctl.flow.agenda import Agenda, AgendaItem
    from wirctl.flow.process import Due
    from wirctl.flow.statements import PointHold
    from wirctl.model.plan import Plan
    from wirctl.schema.kind import Kinds

_WORDS: Mapping[str, Mapping[str, str]] = {
    "de": {
        "agenda": "Tagesordnung",
        "ballot": "Abstimmungsliste",
        "contested": "zu beraten",
        "last": "zuletzt {outcome} ({round})",
        "first": "neu vorgelegt",
        "mandate": "Auftrag: {text}",
        "condition": "Maßgabe: {text}",
        "since": "seither geändert: {fields}",
        "editorial": "seither nur redaktionell geändert",
        "downgraded": "{since}; zu redaktionell herabgestuft: {fields}",
        "unchanged": "seither unverändert",
        "altered": "nach der Vorlage noch geändert",
        "unknown": "was sich seither geändert hat, ist nicht bekannt",
        "answered": "Auftrag bearbeitet",
        "open": "Auftrag noch offen",
        "point": "{body}: {stance}{hold}{text}",
        "outdated": ", zu einem älteren Text",
        "void": ", zu etwas, das entfallen ist",
        "touched": ", seither redaktionell berührt",
        "unpinned": "",
        "current": "",
        "spoke": "hat Stellung genommen",
        "statements": "Stellungnahmen",
        "missing": "{body}: fehlt{due}",
        "given": "{body}: liegt vor",
        "due": ", fällig {date}",
        "decided": "entschieden: {outcome}",
        "elsewhere": "Ohne Handlungsfeld",
        "nothing": "Es liegt nichts vor.",
        "number": "Nr.",
        "item": "Punkt",
        "know": "Was man wissen muss",
        "outcome": "Ergebnis",
        "yes": "Ja",
        "no": "Nein",
        "abstain": "Enthaltung",
        "whole": "das Element",
        "by": "vorgelegt von {body}",
        "page_of": "Seite {page} von {total}",
    },
    "en": {
        "agenda": "Agenda",
        "ballot": "Voting list",
        "contested": "to be discussed",
        "last": "last time {outcome} ({round})",
        "first": "submitted for the first time",
        "mandate": "Mandate: {text}",
        "condition": "Condition: {text}",
        "since": "changed since: {fields}",
        "editorial": "only editorial changes since",
        "downgraded": "{since}; downgraded to editorial: {fields}",
        "unchanged": "unchanged since",
        "altered": "changed after it was submitted",
        "unknown": "what changed since is not known",
        "answered": "mandate worked on",
        "open": "mandate still open",
        "point": "{body}: {stance}{hold}{text}",
        "outdated": ", on an older text",
        "void": ", on something that was withdrawn",
        "touched": ", only editorial changes since",
        "unpinned": "",
        "current": "",
        "spoke": "made a statement",
        "statements": "Statements",
        "missing": "{body}: missing{due}",
        "given": "{body}: received",
        "due": ", due {date}",
        "decided": "decided: {outcome}",
        "elsewhere": "Without a field of action",
        "nothing": "Nothing has been submitted.",
        "number": "No.",
        "item": "Item",
        "know": "What to know",
        "outcome": "Outcome",
        "yes": "Yes",
        "no": "No",
        "abstain": "Abstention",
        "whole": "the element",
        "by": "submitted by {body}",
        "page_of": "Page {page} of {total}",
    },
}


@dataclass(frozen=True, slots=True)
class AgendaRow:
    """One item in words: what one has to know of it, one fact a line."""

    number: int
    id: str
    title: str
    is_contested: bool
    facts: tuple[str, ...]
    outcome: str


@dataclass(frozen=True, slots=True)
class AgendaSection:
    """A field of action with its items."""

    title: str
    rows: tuple[AgendaRow, ...]


@dataclass(frozen=True, slots=True)
class AgendaText:
    """An agenda in one language.

    `words` are the fixed ones: `agenda`, `ballot`, `contested`, `statements` and so on. `said`
    is the language of the plan's own words, empty where the plan does not name it.
    """

    title: str
    subtitle: str
    statements: tuple[str, ...]
    sections: tuple[AgendaSection, ...]
    ballot: tuple[AgendaRow, ...]
    words: Mapping[str, str]
    said: str = ""


def agenda_text(agenda: Agenda, plan: Plan, kinds: Kinds, language: str) -> AgendaText:
    """The agenda in words of this language."""
    scribe = _Scribe(plan, kinds, language)
    rows = {item.number: scribe.row(item) for item in agenda.ballot}
    sections = tuple(
        AgendaSection(
            f"{field.id} {field.title}".strip() or scribe.words["elsewhere"],
            tuple(rows[item.number] for item in field.items),
        )
        for field in agenda.fields
    )
    day = shown_date(agenda.round.date, language)
    return AgendaText(
        title=f"{scribe.words['agenda']}: {agenda.round.title}",
        subtitle=" · ".join(filter(None, (agenda.round.id, agenda.body, day))),
        statements=tuple(map(scribe.due, agenda.dues)),
        sections=sections,
        ballot=tuple(rows[item.number] for item in agenda.ballot),
        words=scribe.words,
        said=scribe.plan_language(),
    )


class _Scribe:
    """Writes down what an agenda says."""

    def __init__(self, plan: Plan, kinds: Kinds, language: str) -> None:
        self.plan = plan
        self.kinds = kinds
        self.language = language
        self.words = _WORDS["de" if language == "de" else "en"]
        self.outcomes = outcome_titles(plan)

    def row(self, item: AgendaItem) -> AgendaRow:
        outcome = item.decision.outcome if item.decision is not None else ""
        return AgendaRow(
            number=item.number,
            id=item.element.id,
            title=text_of(item.element.value.get("title")),
            is_contested=item.is_contested,
            facts=tuple(self._facts(item)),
            outcome=outcome_word(outcome, self.outcomes, self.language) if outcome else "",
        )

    def plan_language(self) -> str:
        heads = (element.value for element in self.plan.of_kind("plan"))
        named = (text_of(code) for head in heads for code in list_of(head.get("languages")))
        return next(named, "")

    def due(self, due: Due) -> str:
        body = self._label(due.body)
        if due.statements:
            return self.words["given"].format(body=body)
        date = shown_date(due.due, self.language)
        when = self.words["due"].format(date=date) if due.due else ""
        return self.words["missing"].format(body=body, due=when)

    def _facts(self, item: AgendaItem) -> Iterator[str]:
        """The last decision and what came of it, then the statements, then the new decision."""
        words = self.words
        if item.last is None:
            yield words["first"]
        else:
            outcome = outcome_word(item.last.decision.outcome, self.outcomes, self.language)
            yield words["last"].format(outcome=outcome, round=item.last.round.id)
            if item.last.decision.mandate:
                yield words["mandate"].format(text=_line(item.last.decision.mandate))
            for condition in item.last.decision.conditions:
                yield words["condition"].format(text=_line(condition.text))
            yield self._since(item)
        if item.is_altered:
            yield words["altered"]
        if item.answer is not None and item.answer in words:
            yield words[item.answer]
        yield from map(self._point, item.points)

    def _since(self, item: AgendaItem) -> str:
        if item.changes is None:
            return self.words["unknown"]
        since, declared = self._changed(item), [it for it in item.changes if it.is_downgraded]
        if not declared:
            return since
        return self.words["downgraded"].format(since=since, fields=self._fields(declared))

    def _changed(self, item: AgendaItem) -> str:
        if item.substantive:
            return self.words["since"].format(fields=self._fields(item.substantive))
        changed = any(change.weight is Weight.EDITORIAL for change in item.changes or ())
        return self.words["editorial" if changed else "unchanged"]

    def _fields(self, changes: Sequence[Change]) -> str:
        names = dict.fromkeys(map(self._field, changes))
        return ", ".join(names)

    def _field(self, change: Change) -> str:
        kind = self.kinds.by_name.get(change.subject.kind)
        field = kind.fields.get(change.at[0]) if kind is not None and change.at else None
        return field.title.in_language(self.language) if field is not None else self.words["whole"]

    def _point(self, held: PointHold) -> str:
        stance = held.point.stance or held.statement.stance
        said = word("stance", stance, self.language) if stance else self.words["spoke"]
        text = f" – {_line(held.point.text)}" if held.point.text else ""
        body = self._label(held.statement.body)
        hold = self.words[held.hold]
        return self.words["point"].format(body=body, stance=said, hold=hold, text=text)

    def _label(self, id: str) -> str:
        element = self.plan.get(id)
        return (text_of(element.value.get("title")) if element is not None else "") or id


def _line(text: str) -> str:
    return " ".join(text.split())
