"""Kinds that a plan brings along in its own `schemas/` folder."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from wirctl.core.diagnostic import Diagnostic, Subject
from wirctl.load import messages as say
from wirctl.schema.kind import built_in

if TYPE_CHECKING:
    from wirctl.schema.field import Words
    from wirctl.schema.kind import Kinds
    from wirctl.source.tree import Tree


class OwnKinds(NamedTuple):
    """All kinds of a plan, and a finding for each of its schemas that cannot be used."""

    kinds: Kinds
    findings: tuple[Diagnostic, ...] = ()

    def may_claim(self, path: str) -> bool:
        """Whether a file may belong to a kind whose schema cannot be used."""
        return bool(self.findings) and "/" in path


@cache
def _built_in() -> Kinds:
    return built_in()


def kinds_of(tree: Tree) -> tuple[Kinds, tuple[Diagnostic, ...]]:
    """Our kinds and those of the plan, and a finding for every schema that cannot be used."""
    own = own_kinds(tree)
    return own.kinds, own.findings


def own_kinds(tree: Tree) -> OwnKinds:
    """Our kinds and those that the schemas of the plan describe."""
    kinds = _built_in()
    paths = [path for path in tree.paths() if path.endswith(".schema.json")]
    if not paths:
        return OwnKinds(kinds)
    from wirctl.load.own_schema import Unusable, kinds_with

    found: list[Diagnostic] = []
    for path, data in sorted(tree.read(paths).items()):
        made = kinds_with(data, kinds)
        if isinstance(made, Unusable):
            found.append(_unusable(path, made.why, made.hint))
        else:
            kinds = made
    return OwnKinds(kinds, tuple(found))


def _unusable(path: str, why: Words, hint: Words) -> Diagnostic:
    message = say.UNUSABLE_SCHEMA
    words = (
        ("why_de", why.de),
        ("why_en", why.en),
        ("hint_de", hint.de),
        ("hint_en", hint.en),
    )
    return Diagnostic(message.id, message.severity, Subject(path), arguments=words)
