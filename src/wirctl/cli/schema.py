"""`wirctl schema`: the schemas, for editors and programs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from wirctl.cli.option import Argument
from wirctl.cli.shared_options import ConfigOption, OutputOption, PlanOption
from wirctl.core.near import nearest
from wirctl.core.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wirctl.schema.kind import Kinds


class UnknownKindError(Problem):
    """A kind that there is not."""

    def __init__(self, kind: str, known: Sequence[str]) -> None:
        super().__init__(kind)
        self.kind = kind
        self.near = nearest(kind, known)
        self.choices = ", ".join(known)


def schema(
    kind: Annotated[str, Argument("KIND")] = "",
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
    from wirctl.resources import folder
    from wirctl.schema.engine import bundled

    kinds = known_kinds(plan, config)
    outputs = {
        path.name.partition(".")[0]: path for path in folder("schemas").glob("output/*.json")
    }
    if not kind:
        language = speech().language
        rows = [
            (item.name, item.title.in_language(language), item.folder or item.file)
            for item in kinds
        ]
        put(table(("", "", ""), rows, look(language)), output)
        return Exit.CLEAN
    if kind in outputs:
        put([outputs[kind].read_text(encoding="utf-8").rstrip()], output)
        return Exit.CLEAN
    if kind not in kinds.by_name:
        raise UnknownKindError(kind, (*(item.name for item in kinds), *sorted(outputs)))
    whole = bundled(kinds[kind].schema, kinds.shared)
    put([json.dumps(whole, ensure_ascii=False, indent=2)], output)
    return Exit.CLEAN


def known_kinds(plan: str, config: str) -> Kinds:
    """Our kinds, and those of the plan where there is one."""
    from wirctl.cli.place import NoPlanError, find_place, tree_at
    from wirctl.load import kinds_of
    from wirctl.schema.kind import built_in

    try:
        return kinds_of(tree_at(find_place(plan, config)))[0]
    except NoPlanError:
        return built_in()
