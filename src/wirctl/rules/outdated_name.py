"""Texts of today use the names of today."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wirctl.core.severity import Severity
from wirctl.rules.engine.registry import rule
from wirctl.rules.facts.days import has_passed
from wirctl.rules.facts.wording import name_pattern, said, without

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date

    from wirctl.model.plan import Plan
    from wirctl.model.records import Alias
    from wirctl.rules.engine.registry import Finding
    from wirctl.rules.engine.texts import Text


@rule(
    "outdated-name",
    code="W20",
    severity=Severity.WARNING,
    de="„{found}“ heißt heute „{title}“.",
    en="“{found}” is called “{title}” today.",
    help_de="Schreiben Sie den heutigen Namen. Geht es um damals, setzen Sie den alten Namen in "
    "Anführungszeichen („…“).",
    help_en="Write the name of today. If the past is meant, put the old name in quotation marks "
    "(„…“).",
    reason_de="Zwischen Entwurf und Endfassung des Strategiepapiers wurde aus „LIP 2.0“ überall "
    "„WIR 2.0“. Ein alter Name, der stehen bleibt, sieht nach einem anderen Plan aus. Verglichen "
    "wird mit den Namen unter „aliases“, deren Geltung abgelaufen ist und die nicht zugleich "
    "gewöhnliche Wörter sind. Runden, Drucksachen, Stellungnahmen, Beteiligungen, Berichte und "
    "Bewilligungen erzählen von damals und sind ausgenommen.",
    good=[
        """\
# plan.yaml
id: WIR-2-0
title: WIR 2.0
format: 1
aliases:
  - {name: LIP 2.0, valid_from: "2019", valid_to: 2021-01}
  - {name: WIR2.0, valid_from: 2021-01}
summary: Der WIR 2.0 hieß im Verfahren „LIP 2.0“.
# fields/HF-STK.yaml
id: HF-STK
order: 4
title: Stadtleben und Kultur
aliases:
  - {name: Stadtleben, valid_to: "2020"}
  - {name: Stadtleben und, valid_to: "2020"}
description: Stadtleben und Kultur machen das Stadtleben aus.
# participation/B-UMFRAGE.yaml
id: B-UMFRAGE
title: Umfrage zum LIP 2.0
kind: survey
description: Die Umfrage galt dem LIP 2.0.
""",
    ],
    bad=[
        """\
# plan.yaml
id: WIR-2-0
title: WIR 2.0
format: 1
aliases:
  - {name: LIP 2.0, valid_from: "2019", valid_to: 2021-01}
summary: Der LIP 2.0 gilt für alle.  # <-
# goals/Z-BIL-1.yaml
id: Z-BIL-1
title: Ziele des LIP2.0 erreichen  # <-
field: HF-BIL
""",
    ],
    waiver="A name of today that is used nowhere is no fault.",
)
def outdated_name(plan: Plan, texts: Sequence[Text], today: date) -> Iterator[Finding]:
    """An old name left over looks like another plan."""
    names = _ended(plan, today)
    if not names:
        return
    pattern = name_pattern(names)
    by_key = {_key(name): title for name, title in names.items()}
    titles = name_pattern({title for title in names.values() if pattern.search(title)})
    for text in texts:
        if text.is_ours and not text.is_record:
            found = pattern.search(without(titles, said(text.text)))
            if found is not None:
                words = {"found": found[0], "title": by_key[_key(found[0])]}
                yield text.at(found), words


def _ended(plan: Plan, today: date) -> Mapping[str, str]:
    """Each name whose time is over, and that is no ordinary word, with the title of today."""
    named = tuple(_named(plan))
    current = {title for title, _ in named}
    return {
        alias.name: title
        for title, aliases in named
        for alias in aliases
        if has_passed(alias.valid_to, today)
        and _is_distinctive(alias.name)
        and alias.name not in current
    }


def _named(plan: Plan) -> Iterator[tuple[str, Sequence[Alias]]]:
    """The title and the other names of whatever has some."""
    yield from ((item.title, item.aliases) for item in plan.heads)
    yield from ((item.title, item.aliases) for item in plan.fields)
    yield from ((item.title, item.aliases) for item in plan.bodies)
    yield from ((item.title, item.aliases) for item in plan.funds)


def _is_distinctive(name: str) -> bool:
    """Whether nobody would write this without meaning the name."""
    capitals = sum(letter.isupper() for letter in name)
    return " " in name or capitals > 1 or any(letter.isdigit() for letter in name)


def _key(name: str) -> str:
    return "".join(name.split())
