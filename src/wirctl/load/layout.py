"""Each file lies where its kind belongs, and ends in .yaml."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wirctl.core.diagnostic import Diagnostic, Subject
from wirctl.core.near import nearest
from wirctl.load import messages as say
from wirctl.schema.kind import stem

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from wirctl.core.catalogue import Message
    from wirctl.core.diagnostic import Argument
    from wirctl.load.files import File
    from wirctl.load.own_kinds import OwnKinds
    from wirctl.schema.kind import Kinds

_PLAN = "plan.yaml"


def layout_findings(
    paths: Collection[str], unread: Collection[str], files: Iterable[File], own: OwnKinds
) -> Iterator[Diagnostic]:
    """Files in the wrong place, and a plan without its first file.

    `unread` are the files that were found and cannot be read.
    """
    for path in strays(paths, own.kinds):
        if not own.may_claim(path):
            yield _stray(path, own.kinds)
    for file in files:
        if not file.path.endswith(".yaml"):
            yield _say(say.WRONG_ENDING, file.subject, name=f"{file.stem}.yaml")
        elif file.path.count("/") > 1 and not file.kind.nested:
            name = f"{file.kind.folder}/{file.stem}.yaml"
            yield _say(say.NEEDLESS_FOLDER, file.subject, folder=file.kind.folder, name=name)
    if {_PLAN, "plan.yml"}.isdisjoint((*paths, *unread)):
        yield _say(say.NOT_A_PLAN, Subject(_PLAN))


def strays(paths: Iterable[str], kinds: Kinds) -> Iterator[str]:
    """The YAML files that belong to no kind."""
    for path in paths:
        if not path.endswith(".json") and kinds.place(path).kind is None:
            yield path


def _stray(path: str, kinds: Kinds) -> Diagnostic:
    """A file in no folder of a kind; its id or its folder may tell where it should be."""
    folders = sorted(kinds.by_folder)
    folder = path.rpartition("/")[0]
    name = stem(path)
    by_id = (kind for kind in kinds if kind.id_prefix and name.startswith(f"{kind.id_prefix}-"))
    meant = next((kind.folder for kind in by_id), "") or nearest(folder, folders)
    return _say(
        say.UNKNOWN_FOLDER,
        Subject(path, id=name),
        hint_de=f"Gemeint ist wohl {meant}/. " if meant else "",
        hint_en=f"Did you mean {meant}/? " if meant else "",
        folders=tuple(folders),
    )


def _say(message: Message, subject: Subject, **words: Argument) -> Diagnostic:
    return Diagnostic(message.id, message.severity, subject, arguments=tuple(words.items()))
