"""`wirctl schema`: the schemas, for editors and programs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from wirctl.cli.hints import kinds as kind_names
from wirctl.cli.option import Argument
from wirctl.cli.shared_options import ConfigOption, OutputOption, PlanOption
from wirctl.core.near import nearest
from wirctl.core.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from wirctl.cli.words import Speech
    from wirctl.schema.kind import Kind, Kinds


class UnknownKindError(Problem):
    """A kind that there is not."""

    def __init__(self, kind: str, kinds: Kinds, others: Iterable[str] = ()) -> None:
        """`others` are further names that would have done."""
        super().__init__(kind)
        titles = {word: item.name for item in kinds for word in _titles(item)}
        known = [*(item.name for item in kinds), *others]
        self.kind = kind
        self.near = nearest(kind, known) or titles.get(nearest(kind, titles), "")
        self.choices = "" if self.near else ", ".join(known)


def _titles(kind: Kind) -> tuple[str, ...]:
    """What people call the kind."""
    return (kind.title.de, kind.plural.de, kind.title.en, kind.plural.en)


def schema(
    kind: Annotated[str, Argument("KIND", hints=kind_names)] = "",
    plan: PlanOption = "",
    config: ConfigOption = "",
    output: OutputOption = "",
) -> int:
    """Print the schema of a kind, or the list of kinds."""
    import json

    from wirctl.cli.exit import Exit
    from wirctl.cli.printing import look, put
    from wirctl.cli.words import speech
    from wirctl.report.tables import table
    from wirctl.schema.engine import bundled

    kinds = known_kinds(plan, config)
    outputs = output_schemas()
    if not kind:
        say = speech()
        columns = [say(f"schema.{name}") for name in ("kind", "title", "place")]
        rows = _rows(kinds, outputs, say)
        put(table(columns, rows, look(say.language, to_file=bool(output))), output)
        return Exit.CLEAN
    if kind in outputs:
        put([outputs[kind].read_text(encoding="utf-8").rstrip()], output)
        return Exit.CLEAN
    if kind not in kinds.by_name:
        raise UnknownKindError(kind, kinds, sorted(outputs))
    whole = bundled(kinds[kind].schema, kinds.shared)
    put([json.dumps(whole, ensure_ascii=False, indent=2)], output)
    return Exit.CLEAN


def output_schemas() -> Mapping[str, Path]:
    """The schemas of what wirctl puts out or takes in, by the name that they are asked for by."""
    from wirctl.resources import folder

    where = folder("schemas")
    found = sorted([*where.glob("output/*.json"), *where.glob("input/*.json")])
    return {path.name.partition(".")[0]: path for path in found}


def _rows(kinds: Kinds, outputs: Mapping[str, Path], say: Speech) -> Iterator[tuple[str, str, str]]:
    for item in kinds:
        yield item.name, item.title.in_language(say.language), item.folder or item.file
    for name, path in outputs.items():
        yield name, say(f"schema.{path.parent.name}"), ""


def known_kinds(plan: str, config: str) -> Kinds:
    """Our kinds, and those of the plan where there is one."""
    from wirctl.cli.place import NoPlanError, find_place, tree_at
    from wirctl.history.errors import NoWorkTreeError
    from wirctl.load import kinds_of
    from wirctl.schema.kind import built_in

    try:
        return kinds_of(tree_at(find_place(plan, config)))[0]
    except (NoPlanError, NoWorkTreeError):
        return built_in()
