"""`wirctl init`: a new plan that is valid at once."""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from wirctl.cli.option import Argument, Option
from wirctl.core.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from wirctl.cli.words import Speech


class NotEmptyError(Problem):
    """A folder that was to hold a new plan and holds something already."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self.path = path


def init(
    folder: Annotated[str, Argument("FOLDER")] = ".",
    title: Annotated[str, Option("--title", "TEXT")] = "",
    municipality: Annotated[str, Option("--municipality", "TEXT")] = "",
    forge: Annotated[str, Option("--forge", "FORGE", forges)] = "",
) -> int:
    """Make a new plan, or add to one what reviews on a forge need."""
    from wirctl.cli.exit import Exit
    from wirctl.cli.forge import add_forge
    from wirctl.cli.printing import put
    from wirctl.cli.words import speech
    from wirctl.edit.files import create

    root, say = Path(folder), speech()
    if any((root / name).exists() for name in ("plan", "plan.yaml", "wirctl.toml")):
        if not forge:
            raise NotEmptyError(root)
        put(_told(add_forge(root, forge), say))
        return Exit.CLEAN
    title = title or _asked(say("init.ask-title"))
    municipality = municipality or _asked(say("init.ask-municipality"))
    files = {**_plan(title or say("init.title"), municipality), **_editor()}
    for path, data in files.items():
        target = root / path
        if not target.exists():
            create(target, data)
    put([say("init.done", path=(root / "plan").as_posix())])
    if forge:
        put(_told(add_forge(root, forge), say))
    return Exit.CLEAN


def forges() -> tuple[str, ...]:
    """The forges that there are files for."""
    from wirctl.cli.forge import forges as known

    return known()


def _told(added: Sequence[str], say: Speech) -> Iterator[str]:
    """What was added for a forge."""
    yield say("init.added" if added else "init.nothing-added")
    yield from (f"  {path}" for path in added)


def _asked(question: str) -> str:
    """What somebody in front of a screen answers; nothing where there is nobody."""
    if sys.stdin is None or not sys.stdin.isatty():
        return ""
    try:
        return input(f"{question} ").strip()
    except EOFError:
        return ""


_AT_TOP = {"wirctl.toml.j2": "wirctl.toml", "editorconfig.j2": ".editorconfig"}


def _plan(title: str, municipality: str) -> Mapping[str, bytes]:
    """The files of the plan and its settings, by path."""
    from jinja2 import FileSystemLoader, StrictUndefined
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    from wirctl.core.text import fold
    from wirctl.resources import folder

    where = folder("templates") / "init"
    environment = ImmutableSandboxedEnvironment(
        loader=FileSystemLoader(where),
        undefined=StrictUndefined,
        trim_blocks=True,
        keep_trailing_newline=True,
        autoescape=False,
    )
    environment.filters["quoted"] = lambda text: json.dumps(text, ensure_ascii=False)
    name = re.sub(r"[^A-Z0-9]+", "-", fold(title).upper()).strip("-")[:40].strip("-") or "PLAN"
    words = {"id": name, "title": title, "municipality": municipality}
    found: dict[str, bytes] = {}
    for path in sorted(where.rglob("*.j2")):
        below = path.relative_to(where).as_posix()
        target = _AT_TOP.get(below, f"plan/{below.removesuffix('.j2')}")
        found[target] = environment.get_template(below).render(words).encode("utf-8")
    return found


def _editor() -> Mapping[str, bytes]:
    """Schemas for an editor that knows YAML, and the settings that point to them."""
    from wirctl.schema.engine import bundled
    from wirctl.schema.kind import built_in

    found: dict[str, bytes] = {}
    places: dict[str, str] = {}
    kinds = built_in()
    for kind in kinds:
        path = f".wirctl/schemas/{kind.name}.schema.json"
        whole = bundled(kind.schema, kinds.shared)
        found[path] = json.dumps(whole, ensure_ascii=False, indent=1).encode("utf-8")
        places[f"./{path}"] = f"plan/{kind.file or f'{kind.folder}/**/*.yaml'}"
    settings = {"yaml.schemas": places, "files.encoding": "utf8", "files.eol": "\n"}
    found[".vscode/settings.json"] = json.dumps(settings, indent=2).encode("utf-8") + b"\n"
    return found
