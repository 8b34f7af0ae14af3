"""An excerpt shows every change and a few words around it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wirctl.diff.excerpt import excerpt
from wirctl.diff.run import Act, Run

ACTS = st.sampled_from([act for act in Act if act is not Act.OMITTED])
RUNS = st.lists(st.builds(Run, ACTS, st.text("ab \n", min_size=1, max_size=40)))


def shown(text: str, words: int = 2) -> str:
    runs = []
    for place, part in enumerate(text.split("#")):
        runs.append(Run(Act.INSERTED if place % 2 else Act.EQUAL, part))
    return "".join(
        run.text for run in excerpt([run for run in runs if run.text], context_words=words)
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("eins zwei drei vier fünf sechs #NEU#", "… fünf sechs NEU", id="before"),
        pytest.param("#NEU# eins zwei drei vier fünf sechs", "NEU eins zwei …", id="behind"),
        pytest.param(
            "#NEU# eins zwei drei vier fünf sechs sieben #NEU#",
            "NEU eins zwei … sechs sieben NEU",
            id="between",
        ),
        pytest.param(
            "eins zwei drei vier #NEU#", "eins zwei drei vier NEU", id="two words too many"
        ),
        pytest.param(
            "eins zwei drei vier fünf #NEU#.", "… vier fünf NEU.", id="three words too many"
        ),
        pytest.param(
            "eins\n\nzwei drei vier fünf\n\nsechs #NEU#", "… fünf\n\nsechs NEU", id="paragraph"
        ),
        pytest.param("#NEU#", "NEU", id="only a change"),
        pytest.param("eins zwei drei", "…", id="no change"),
    ],
)
def test_excerpt_is(text: str, expected: str) -> None:
    assert shown(text) == expected


@given(RUNS, st.integers(0, 5))
def test_every_change_is_shown(runs: list[Run], words: int) -> None:
    def changes(some: tuple[Run, ...] | list[Run]) -> list[Run]:
        return [run for run in some if run.act not in {Act.EQUAL, Act.OMITTED}]

    assert changes(excerpt(runs, context_words=words)) == changes(runs)


@given(RUNS)
def test_wide_context_leaves_nothing_out(runs: list[Run]) -> None:
    outer = [Run(Act.DELETED, "x"), *runs, Run(Act.DELETED, "x")]
    assert excerpt(outer, context_words=50) == tuple(outer)
