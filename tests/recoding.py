"""Two versions between which one status was recoded everywhere but in three places."""

from __future__ import annotations

COUNT = 140
KEPT = ("M-BIL-141", "M-BIL-142", "M-BIL-143")


def _measures(status: str) -> str:
    ids = [f"M-BIL-{number:03}" for number in range(1, COUNT + 1)]
    statuses = {**dict.fromkeys(ids, status), **dict.fromkeys(KEPT, "running")}
    return "".join(
        f"# measures/{id_}.yaml\nid: {id_}\ntitle: Maßnahme {id_}\n"
        f"implementation:\n  - {{date: 2021-01, status: {word}, reason: Wie geplant.}}\n"
        for id_, word in statuses.items()
    )


OLD = _measures("running")
NEW = _measures("regular_business")
