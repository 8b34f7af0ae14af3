"""Carries out changes on the older version: what comes out has to be the newer one."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING, Any

from small_plan import KINDS
from wirctl.core.items import item_names
from wirctl.core.value import list_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from wirctl.core.change import Change
    from wirctl.core.pointer import Pointer
    from wirctl.schema.field import Field
    from wirctl.schema.kind import Kind

Record = dict[str, Any]
_GONE = object()


def applied(changes: Iterable[Change], old: Mapping[str, Record]) -> dict[str, Record]:
    """The elements, by id, after the changes."""
    found = {id_: deepcopy(record) for id_, record in old.items()}
    by_id: dict[str, list[Change]] = {}
    for change in changes:
        for single in change.singles:
            by_id.setdefault(single.subject.id, []).append(single)
    for id_, own in by_id.items():
        whole = next((change for change in own if not change.at), None)
        if whole is None:
            _Work(found[id_], KINDS[own[0].subject.kind]).carry_out(own)
        elif isinstance(whole.new, dict):
            found[id_] = deepcopy(whole.new)
        else:
            del found[id_]
    return found


class _Work:
    """One element that is being changed. Places are looked up before anything moves."""

    def __init__(self, record: Record, kind: Kind) -> None:
        self.record = record
        self.kind = kind

    def carry_out(self, changes: list[Change]) -> None:
        reordered = [change for change in changes if change.kind == "items-reordered"]
        moved = [change.old_at for change in reordered]
        rest = [
            change for change in changes if not any(change.old_at[: len(at)] == at for at in moved)
        ]
        steps = [(change, self._holder(change.old_at)) for change in rest]
        for change, (holder, name) in steps:
            if change.kind != "item-added":
                self._set(change, holder, name)
        for change, (holder, _) in steps:
            if change.kind == "item-removed":
                holder[:] = [item for item in holder if item is not _GONE]
        for change, (holder, _) in steps:
            if change.kind == "item-added":
                self._insert(change, holder)
        for change in reordered:
            holder, name = self._holder(change.old_at)
            holder[name] = deepcopy(list(list_of(change.new)))

    def _set(self, change: Change, holder: Any, name: Any) -> None:  # noqa: ANN401
        if change.new is None and isinstance(holder, list):
            holder[name] = _GONE
        elif change.new is None:
            del holder[name]
        else:
            holder[name] = deepcopy(change.new)

    def _insert(self, change: Change, holder: list[Any]) -> None:
        """Put a new item behind the one it names; at the end of a set."""
        after = dict(change.arguments).get("after")
        if after is None:
            holder.append(deepcopy(change.new))
            return
        field = self.kind.field_at(change.at[:-1])
        names = item_names(holder, field.key if field else ())
        known = names.index(after) if after in names else int(after or -1)
        holder.insert(0 if after == "" else known + 1, deepcopy(change.new))

    def _holder(self, at: Pointer) -> tuple[Any, Any]:
        """What holds the value at this place, and under which key or number."""
        holder: Any = self.record
        field: Field | None = None
        for depth, name in enumerate(at):
            key: Any = name
            if isinstance(holder, list):
                names = item_names(holder, field.key if field else ())
                key = names.index(name) if name in names else name
            if depth == len(at) - 1:
                return holder, key
            field = self.kind.field_at(at[: depth + 1])
            if isinstance(holder, dict) and holder.get(key) is None:
                holder[key] = [] if field is not None and field.item is not None else {}
            holder = holder[key]
        raise LookupError(at)
