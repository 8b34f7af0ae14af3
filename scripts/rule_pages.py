"""The reference of all rules and messages in docs/rules/, made from their own words.

With `--check` nothing is written: it says which pages are not up to date, or are left over.
"""

from __future__ import annotations

import re
import sys
from functools import cache
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from wirctl.core.catalogue import Message, message
from wirctl.core.severity import Severity
from wirctl.model.plan import views
from wirctl.report.visible import visible
from wirctl.rules.engine.registry import every_rule
from wirctl.rules.engine.run import Levels, run
from wirctl.schema.kind import built_in
from wirctl.source.document import read

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from wirctl.rules.engine.registry import Rule

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "docs" / "rules"
sys.path.append(str(ROOT / "tests"))
PACKAGES: Mapping[str, str] = {
    "wirctl.source": "Lesen der Dateien",
    "wirctl.schema": "Felder und Werte",
    "wirctl.load": "Kennungen, Verweise, Herkunft",
    "wirctl.history": "Verlauf und Runden",
}
LEVELS: Mapping[Severity, str] = {
    Severity.ERROR: "Fehler",
    Severity.WARNING: "Warnung",
    Severity.NOTE: "Hinweis",
    Severity.OFF: "aus",
}
STAGES: Mapping[str, str] = {
    "drafted": "entworfen",
    "accepted": "angenommen",
    "decided": "beschlossen",
}
MARK = "  # <-"
TODAY = re.compile(r"^# today: (.+)$", re.MULTILINE)
PLACEHOLDER = re.compile(r"\{[^{}]*\}")
FOLDER_OF_EXAMPLE = re.compile(r"^# ([a-z_-]+)(?:/.*)?\.yaml$")


@cache
def pages() -> Mapping[str, str]:
    """File name to text of every page."""
    rules = every_rule()
    found = {f"{rule.id}.md": _joined(_rule_page(rule)) for rule in rules.values()}
    for group in message_groups().values():
        found |= {f"{item.id}.md": _joined(_message_page(item)) for item in group}
    found |= {f"{item.id}.md": _joined(_lint_page(item)) for item in _lint_messages()}
    return found | {"README.md": _joined(_index())}


def message_groups() -> dict[str, list[Message]]:
    """The messages of `wirctl validate`, by the package that says them."""
    return {title: _declared_in(package) for package, title in PACKAGES.items()}


def _declared_in(package: str) -> list[Message]:
    found: dict[str, Message] = {}
    for module in walk_packages(import_module(package).__path__, f"{package}."):
        if "messages" in module.name.split("."):
            values = vars(import_module(module.name)).values()
            found |= {item.id: item for item in values if isinstance(item, Message)}
    return [found[name] for name in sorted(found)]


def _lint_messages() -> list[Message]:
    values = vars(import_module("wirctl.rules.engine.allowed")).values()
    return sorted((item for item in values if isinstance(item, Message)), key=lambda item: item.id)


def rule_groups() -> dict[str, list[Rule]]:
    """The rules by what their findings stand at, in the order of the kinds."""
    titles = [*(kind.plural.de for kind in built_in()), "Alle Elemente", "Texte"]
    found: dict[str, list[Rule]] = {title: [] for title in titles}
    for rule in every_rule().values():
        found[_group(rule)].append(rule)
    return {title: rules for title, rules in found.items() if rules}


def _group(rule: Rule) -> str:
    if rule.subject == "Text" or "texts" in rule.needs:
        return "Texte"
    if rule.subject == "Element" or "kinds" in rule.needs:
        return "Alle Elemente"
    kinds = built_in()
    for kind, view in views().items():
        if view.type_name == rule.subject != "Plan":
            return kinds[kind].plural.de
    return kinds.by_folder[_folder_at_fault(rule.message.bad[0])].plural.de


def _folder_at_fault(example: str) -> str:
    """The folder of the first file with a marked line."""
    folder = ""
    for line in example.splitlines():
        heading = FOLDER_OF_EXAMPLE.match(line)
        folder = heading[1] if heading else folder
        if line.endswith("# <-"):
            return folder
    raise LookupError(example)


def _rule_page(rule: Rule) -> Iterator[str]:
    message = rule.message
    code = f" · `{message.code}`" if message.code else ""
    yield from _head(message, f"Regel von `wirctl lint`{code}")
    yield from _why_and_how(message)
    yield from _levels(message)
    yield from _examples(message)
    yield "## Ausnahme"
    yield (
        "Gibt es einen guten Grund, lässt das Element selbst die Regel zu. `at` nennt das Feld, "
        "wenn die Ausnahme nur dort gelten soll:"
    )
    yield _code(f"allow:\n  - rule: {rule.id}\n    reason: Warum es hier so bleiben soll.\n")
    if rule.mirror:
        yield f"Von der anderen Seite sieht dieselbe Verbindung: [{rule.mirror}]({rule.mirror}.md)."
    yield "[Alle Regeln und Meldungen](README.md)"


def _message_page(message: Message) -> Iterator[str]:
    yield from _head(message, "Meldung von `wirctl validate`")
    yield from _why_and_how(message)
    yield from _examples(message)
    yield "[Alle Regeln und Meldungen](README.md)"


def _lint_page(message: Message) -> Iterator[str]:
    yield from _head(message, "Meldung von `wirctl lint`")
    yield from _why_and_how(message)
    yield "[Alle Regeln und Meldungen](README.md)"


def _head(message: Message, where: str) -> Iterator[str]:
    yield f"# {message.id}"
    yield f"**{LEVELS[message.severity]}** · {where}"
    yield f"> {_prose(_said(message.id)[0])}"


def _why_and_how(message: Message) -> Iterator[str]:
    if message.reason_de:
        yield "## Warum"
        yield _prose(message.reason_de)
    advice = _said(message.id)[1]
    if advice.strip("… "):
        yield "## Was zu tun ist"
        yield _prose(advice)


def _levels(message: Message) -> Iterator[str]:
    if message.levels:
        rows = [
            (title, LEVELS[message.levels.get(stage, message.severity)])
            for stage, title in STAGES.items()
        ]
        yield "## Stufe nach dem Stand"
        yield _table(("Stand des Elements", "Stufe"), rows)


def _examples(message: Message) -> Iterator[str]:
    if message.good or message.bad:
        yield "## Beispiele"
    if message.good:
        yield "So ist es richtig:"
        yield from (_code(text) for text in message.good)
    if message.bad:
        marked = any("# <-" in text for text in message.bad)
        yield "So nicht; an den Zeilen mit `# <-` meldet es sich:" if marked else "So nicht:"
        yield from (_code(text) for text in message.bad)


def _index() -> Iterator[str]:
    yield "# Regeln und Meldungen"
    yield (
        "Diese Seiten sind aus den Regeln und Meldungen selbst gemacht (`scripts/rule_pages.py`). "
        "`wirctl explain NAME` zeigt dasselbe im Terminal."
    )
    yield "## Regeln: was ein guter Plan tut"
    yield (
        "`wirctl lint` prüft sie. Welche Stufe eine Regel hat, hängt vom Stand des Elements ab; "
        "`wirctl.toml` kann Stufen ändern oder eine Regel abschalten, `--select` und `--ignore` "
        "wählen für einen Lauf aus. Eine Ausnahme mit Grund steht im Element selbst (`allow`)."
    )
    for title, rules in rule_groups().items():
        yield f"### {title}"
        rows = [
            (_link(rule.id), rule.message.code, _span(rule.message), _prose(_said(rule.id)[0]))
            for rule in rules
        ]
        yield _table(("Regel", "Kürzel", "Stufe", "Was sie sagt"), rows)
    yield "### Ausnahmen"
    yield _message_table(_lint_messages())
    yield "## Meldungen: was gelten muss"
    yield "`wirctl validate` meldet, was nicht zu lesen ist oder sich widerspricht."
    for title, messages in message_groups().items():
        yield f"### {title}"
        yield _message_table(messages)


def _message_table(messages: Sequence[Message]) -> str:
    rows = [(_link(item.id), LEVELS[item.severity], _prose(_said(item.id)[0])) for item in messages]
    return _table(("Meldung", "Stufe", "Was sie sagt"), rows)


def _span(message: Message) -> str:
    """The levels of a rule, loudest first."""
    found = {message.severity, *message.levels.values()}
    return ", ".join(LEVELS[level] for level in sorted(found, key=lambda level: level.rank))


def _link(name: str) -> str:
    return f"[{name}]({name}.md)"


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _code(text: str) -> str:
    text = TODAY.sub(r"# Heute ist der \1.", text)
    shown = "\n".join(visible(line) for line in text.rstrip("\n").split("\n"))
    return f"```yaml\n{shown}\n```"


def _prose(text: str) -> str:
    """The text as Markdown that shows it letter by letter."""
    return re.sub(r"([\\`*\[\]<|])", r"\\\1", visible(text))


@cache
def _said(id_: str) -> tuple[str, str]:
    """Message and advice as they come out of the first bad example, else with `…` for words."""
    said = message(id_)
    words = _words_of_rule(every_rule()[id_]) if id_ in every_rule() else _words_of_message(said)
    if words is None:
        return PLACEHOLDER.sub("…", said.de), PLACEHOLDER.sub("…", said.help_de)
    return said.text("de", words), said.help("de", words)


def _words_of_rule(rule: Rule) -> Mapping[str, object] | None:
    from small_plan import small_plan

    plan = small_plan(rule.message.bad[0], rule.subject)
    with TemporaryDirectory() as folder:
        context = plan.context(plan.load(Path(folder)))
    return next((dict(item.arguments) for item in run([rule], context, Levels())), None)


def _words_of_message(said: Message) -> Mapping[str, object] | None:
    for text in said.bad:
        unmarked = text.replace(MARK, "").encode("utf-8", "surrogatepass")
        for fault in read("", unmarked).faults:
            if fault.rule == said.id:
                return dict(fault.arguments)
    return None


def _joined(parts: Iterator[str]) -> str:
    return "\n\n".join(parts) + "\n"


def stale(folder: Path) -> list[str]:
    """The names of pages that are missing, not up to date, or left over."""
    wanted = pages()
    there = {path.name: path.read_text(encoding="utf-8") for path in folder.glob("*.md")}
    return sorted(
        name for name in wanted.keys() | there.keys() if wanted.get(name) != there.get(name)
    )


def write(folder: Path) -> None:
    """Bring the pages up to date, and take away those left over."""
    folder.mkdir(parents=True, exist_ok=True)
    wanted = pages()
    for name in stale(folder):
        if name in wanted:
            (folder / name).write_text(wanted[name], encoding="utf-8", newline="\n")
        else:
            (folder / name).unlink()


def main(arguments: list[str]) -> int:
    """Write the pages, or say which are not up to date."""
    if "--check" not in arguments:
        write(FOLDER)
        return 0
    names = stale(FOLDER)
    for name in names:
        print(f"docs/rules/{name}: not up to date; run scripts/rule_pages.py")
    return 1 if names else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
