"""What `init --forge` adds to a project: the review of proposals on GitHub, GitLab or Forgejo."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from wirctl.core.problem import Problem
from wirctl.core.regex import regex
from wirctl.core.value import text_of
from wirctl.resources import folder

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from wirctl.load import Loaded
    from wirctl.model.plan import Element

_EVERY = "every"
_PLAN = "plan/"
_OWNERS = "CODEOWNERS"
_OWNERS_AT: Mapping[str, str] = {"github": f".github/{_OWNERS}", "gitlab": f".gitlab/{_OWNERS}"}
_ACCOUNT = regex(r"[A-Za-z0-9][A-Za-z0-9._-]{0,99}(?:/[A-Za-z0-9][A-Za-z0-9._-]{0,99})*")
_GUARDED = ("review.yaml", "process.yaml", "plan.yaml", "bodies/")
"""What decides on who decides: for all whom a rule asks."""


class LeadsOutsideError(Problem):
    """A link in the project that would let a file be written elsewhere."""

    def __init__(self, path: str) -> None:
        super().__init__(path)
        self.path = path


def forges() -> tuple[str, ...]:
    """The forges that there are files for."""
    found = (path.name for path in (folder("templates") / "forge").iterdir() if path.is_dir())
    return tuple(sorted(name for name in found if name != _EVERY))


def add_forge(root: Path, forge: str) -> tuple[str, ...]:
    """Add what the project lacks for reviews on this forge; the paths that came.

    What is there stays as it is.

    Raises:
        NoPlanError: the project has no plan.
        LeadsOutsideError: a link leads out of the project.
    """
    from wirctl.cli.place import find_place
    from wirctl.edit.files import create
    from wirctl.load import load
    from wirctl.source.folder import FolderTree

    plan = find_place(str(root)).plan
    below = top_of(plan, root)
    files = {_at(path, below): data for path, data in _templates(forge).items()}
    lacking = {path: data for path, data in files.items() if not _is_there(root / path)}
    for path in (*lacking, owners_path(forge)):
        if not (root / path).resolve().is_relative_to(root.resolve()):
            raise LeadsOutsideError(path)
    for path, data in lacking.items():
        create(root / path, data)
    place = owners_path(forge)
    if _is_there(root / place):
        return tuple(lacking)
    create(root / place, owners(load(FolderTree(plan)), below, forge).encode("utf-8"))
    return (*lacking, place)


def _is_there(path: Path) -> bool:
    return path.exists() or path.is_symlink()


def _at(path: str, below: str) -> str:
    """Where a template goes: those of the plan into its folder."""
    return f"{below}{path.removeprefix(_PLAN)}" if path.startswith(_PLAN) else path


def _templates(forge: str) -> Mapping[str, bytes]:
    """The files for this forge, by path."""
    found: dict[str, bytes] = {}
    for name in (_EVERY, forge):
        where = folder("templates") / "forge" / name
        for path in sorted(where.rglob("*")):
            if path.is_file():
                found[path.relative_to(where).as_posix()] = path.read_bytes()
    return found


def owners_path(forge: str) -> str:
    """Where the forge looks for the owners of files."""
    return _OWNERS_AT.get(forge, _OWNERS)


def owners(loaded: Loaded, below: str, forge: str) -> str:
    """Who has to look at which files, from fields of action, their bodies, and the accounts.

    `below` is the plan's folder from the top of the project. A line without an account is a
    comment: nobody is asked in vain.
    """
    pattern = _expression if forge == "forgejo" else _glob
    lines = [
        "# Wer welche Dateien ansehen muss. Aus Handlungsfeldern, Gremien und den Konten in",
        "# review.yaml gemacht von: wirctl init --forge; neu machen: diese Datei vorher löschen.",
        "# Was wirklich zustimmen muss, sagt review.yaml; diese Datei lädt nur ein.",
        "",
    ]
    for field in loaded.plan.fields:
        lines.append(f"# {_plain(field.title or field.id)}")
        accounts = _accounts(loaded, [field.expert_group])
        lines += [
            _line(pattern(f"{below}{path}"), accounts, field.expert_group)
            for path in _paths(loaded, field.id)
        ]
        lines.append("")
    rules = loaded.plan.review.rules if loaded.plan.review is not None else ()
    asked = list(dict.fromkeys(body for rule in rules for body in rule.bodies))
    lines.append("# Was bestimmt, wer bestimmt")
    accounts = _accounts(loaded, asked)
    lines += [_line(pattern(f"{below}{path}"), accounts, ", ".join(asked)) for path in _GUARDED]
    return "".join(f"{line}\n" for line in lines)


def _line(pattern: str, accounts: Sequence[str], whose: str) -> str:
    if accounts:
        return f"{pattern} {' '.join(f'@{name}' for name in accounts)}"
    return f"# {pattern} – in review.yaml hat kein Konto: {_plain(whose) or '(kein Gremium)'}"


def _plain(text: str) -> str:
    """The text on one line, without what could end a comment."""
    return " ".join(part for part in re.split(r"[\s\x00-\x1f\x7f-\x9f\u2028\u2029]+", text) if part)


def _accounts(loaded: Loaded, bodies: Sequence[str]) -> tuple[str, ...]:
    """The accounts that speak for one of the bodies, as far as a forge could have them."""
    review = loaded.plan.review
    found = (
        account.login
        for account in (review.accounts if review is not None else ())
        if not set(bodies).isdisjoint(account.bodies) and _ACCOUNT.fullmatch(account.login)
    )
    return tuple(dict.fromkeys(found))


def _paths(loaded: Loaded, field: str) -> Iterator[str]:
    """The folders that hold elements of this field alone, and the single files in others."""
    homes: dict[str, set[str]] = {}
    own: list[str] = []
    for element in loaded.plan.elements:
        home = _field(loaded, element)
        homes.setdefault(element.path.rpartition("/")[0], set()).add(home)
        if home == field:
            own.append(element.path)
    yield from dict.fromkeys(_widest(path, homes) for path in sorted(own))


def _widest(path: str, homes: Mapping[str, set[str]]) -> str:
    """The folder of the file, if all in it are of one field and it is no folder of a kind."""
    above = path.rpartition("/")[0]
    return f"{above}/" if "/" in above and len(homes[above]) == 1 else path


def _field(loaded: Loaded, element: Element) -> str:
    if element.kind == "field_of_action":
        return element.id
    kind = loaded.kinds.by_name.get(element.kind)
    return text_of(element.value.get(kind.group_by)) if kind is not None and kind.group_by else ""


def _glob(path: str) -> str:
    """The path as GitHub and GitLab match it: from the top, signs as they are."""
    return "/" + re.sub(r"([\\*?\[\]!# ])", r"\\\1", path)


def _expression(path: str) -> str:
    """The path as Forgejo matches it: a regular expression over the whole path."""
    return re.escape(path) + (".*" if path.endswith("/") else "")


def top_of(plan: Path, project: Path) -> str:
    """The plan's folder from the top of the project, with `/` at its end; the top is empty."""
    below = plan.resolve().relative_to(project.resolve()).as_posix()
    return "" if below == "." else f"{below}/"
