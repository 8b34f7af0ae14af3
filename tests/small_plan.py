"""A plan of a few lines: the form in which rules give their examples, and tests theirs."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from wirctl.core.value import record_of, text_of
from wirctl.flow.known import Known
from wirctl.load import load
from wirctl.model.plan import views
from wirctl.rules.engine.context import Context
from wirctl.schema.kind import built_in
from wirctl.source.document import read
from wirctl.source.folder import FolderTree

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from wirctl.load import Loaded

TODAY = date(2026, 11, 22)
PLAN = "id: PLAN\ntitle: Ein Plan\nformat: 1\n"
MARK = "# <-"
KINDS = built_in()

_HEADING = re.compile(r"# ([a-z0-9/_-]+/[A-Z0-9-]+\.yaml|plan\.yaml|process\.yaml)\n", re.ASCII)
_TODAY = re.compile(r"# today: ([0-9]{4}-[0-9]{2}-[0-9]{2})\n")


@dataclass(frozen=True, slots=True)
class SmallPlan:
    """Path to text of each file of an example, and the day on which it is looked at."""

    files: Mapping[str, str]
    today: date

    @property
    def marked(self) -> set[tuple[str, int]]:
        """Path and line of every mark."""
        return {
            (path, number)
            for path, text in self.files.items()
            for number, line in enumerate(text.splitlines(), 1)
            if line.endswith(MARK)
        }

    def load(self, folder: Path) -> Loaded:
        """The plan, written to the folder and read back; with a head of its own if it has none."""
        for path, text in {"plan.yaml": PLAN, **self.files}.items():
            file = folder / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")
        return load(FolderTree(folder))

    def context(self, loaded: Loaded) -> Context:
        """What the rules may ask for."""
        known = Known(loaded.plan, loaded.kinds)
        return Context(loaded.plan, loaded.kinds, self.today, known.standings, known)


def small_plan(example: str, subject: str = "") -> SmallPlan:
    """The files of an example: one element of the class `subject`, or several below headings.

    Raises:
        ValueError: an element without a heading has no class that would give its folder.
    """
    day = _TODAY.match(example)
    text = example[day.end() :] if day else example
    today = date.fromisoformat(day[1]) if day else TODAY
    before, *rest = _HEADING.split(text)
    if not rest:
        return SmallPlan({_path(text, subject): text}, today)
    if before:
        raise ValueError(example)
    return SmallPlan(dict(zip(rest[::2], rest[1::2], strict=True)), today)


def _path(text: str, subject: str) -> str:
    kinds = [kind for kind, view in views().items() if view.type_name == subject]
    if not kinds:
        raise ValueError(text)
    kind = KINDS[kinds[0]]
    id_ = text_of(record_of(read("", text.encode()).value).get("id"))
    return kind.file or str(PurePosixPath(kind.folder) / f"{id_}.yaml")
