"""A change of substance that somebody declared editorial, with reason and name."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generated import pairs, plain
from versions import MemoryTree, changes, measure, version
from wirctl.core.change import DOWNGRADED, Ground, Weight
from wirctl.diff.compare import compare

OLD = measure("title: Lotsen\ncosts: [{year: 2023, kind: yearly, amount_eur: 40000}]")
NEW = OLD.replace("40000", "60000")


def round_file(
    *declared: str, id: str = "LG-2024-01", closed: str = "", item: str = "M-BIL-01"
) -> str:
    """A round that declares these places of the item editorial."""
    head = f"# rounds/{id}.yaml\nid: {id}\ntitle: Runde\nbody: G-LG\ndate: 2024-01\n"
    entries = "".join(
        f"  - {{item: {item}, pointer: '{pointer}', reason: Tippfehler, by: G-LG}}\n"
        for pointer in declared
    )
    end = f"closed: {{date: {closed}}}\n" if closed else ""
    return f"{head}{'downgrades:' if entries else ''}\n{entries}{end}"


OPEN = round_file("costs")
CLOSED = round_file("costs", closed="2024-01-09")


def weights(old: str, new: str) -> list[tuple[str, bool]]:
    """The weight of each change of the measure, and whether it was downgraded."""
    found = (item for item in changes(old, new) if item.subject.id == "M-BIL-01")
    return [(change.weight.value, change.is_downgraded) for change in found]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        pytest.param(OLD, NEW + OPEN, id="round that is open"),
        pytest.param(OLD, NEW + CLOSED, id="round that was closed since"),
        pytest.param(OLD + round_file(), NEW + CLOSED, id="round that was planned before"),
        pytest.param(OLD + OPEN, NEW + CLOSED.replace("Tipp", "Druck"), id="reason told better"),
        pytest.param(OLD, NEW + round_file("costs/2023:yearly"), id="item of a list"),
        pytest.param(OLD, NEW + round_file("costs/2023:yearly/amount_eur"), id="the very value"),
        pytest.param(NEW + CLOSED, OLD, id="way back"),
    ],
)
def test_declared_change_is_editorial(old: str, new: str) -> None:
    assert weights(old, new) == [("editorial", True)]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        pytest.param(OLD, NEW, id="nobody declared anything"),
        pytest.param(OLD, NEW + round_file("title"), id="another field"),
        pytest.param(OLD, NEW + round_file("costs/2024:yearly"), id="another item of the list"),
        pytest.param(OLD, NEW + round_file("cost"), id="name that only begins alike"),
        pytest.param(OLD, NEW + round_file("costs", item="M-BIL-02"), id="another element"),
        pytest.param(OLD + CLOSED, NEW + CLOSED, id="round that was closed before"),
        pytest.param(
            OLD + round_file(closed="2024-01-09"), NEW + CLOSED, id="declared after closing"
        ),
        pytest.param(
            OLD,
            NEW + CLOSED + round_file(id="LG-2024-02", closed="2024-02-09"),
            id="two rounds in between",
        ),
        pytest.param(
            OLD,
            NEW + OPEN + round_file(id="LG-2023-12", closed="2023-12-09"),
            id="another round was closed in between",
        ),
        pytest.param(OLD, NEW + OPEN.replace("Tippfehler", "' '"), id="blank reason"),
        pytest.param(OLD, NEW + OPEN.replace("G-LG}", "''}"), id="no name"),
    ],
)
def test_change_keeps_its_weight(old: str, new: str) -> None:
    assert weights(old, new) == [("substantive", False)]


def test_element_that_goes_cannot_be_downgraded() -> None:
    gone = "# measures/M-BIL-01.yaml\nid: M-BIL-01\nwithdrawn: {date: 2024, reason: Aus.}\n"
    found = changes(OLD, gone + round_file("withdrawn", "costs"))
    [told] = [change for change in found if change.kind == "element-withdrawn"]
    assert (told.weight, told.is_downgraded) == (Weight.SUBSTANTIVE, False)


def test_what_is_editorial_anyway_was_not_downgraded() -> None:
    old, new = measure("description: Die Stadt hilft"), measure("description: Die Stadt, hilft")
    assert weights(old, new) == weights(old, new + round_file("description"))


def test_ground_keeps_what_the_rules_said() -> None:
    [bare] = changes(OLD, NEW)
    [found] = [item for item in changes(OLD, NEW + OPEN) if item.subject.id == "M-BIL-01"]
    words = (("by", "G-LG"), ("reason", "Tippfehler"), ("round", "LG-2024-01"))
    assert found.ground == Ground(DOWNGRADED, words, was=bare.ground)
    assert found.weight_by_rules is bare.weight is Weight.SUBSTANTIVE


def test_declaration_of_the_narrower_place_is_quoted() -> None:
    both = round_file("costs", "costs/2023:yearly").replace("Tippfehler", "Im Ganzen", 1)
    [found] = [item for item in changes(OLD, NEW + both) if item.subject.id == "M-BIL-01"]
    assert found.ground is not None
    assert dict(found.ground.words)["reason"] == "Tippfehler"


def test_declared_change_is_not_hidden_among_many_alike() -> None:
    ids = [f"M-BIL-0{number}" for number in range(1, 6)]
    old, new = (
        "".join(measure(f"objective: {word}", id) for id in ids) for word in ("Klein", "Groß")
    )
    found = changes(old, new + round_file("objective"))
    assert [change.elements for change in found if change.members] == [tuple(ids[1:])]
    assert [change.subject.id for change in found if change.is_downgraded] == ids[:1]


@given(pairs(), st.data())
def test_declarations_change_the_weight_alone_and_alike_on_the_way_back(
    versions: tuple[object, object], data: st.DataObject
) -> None:
    old, new = map(plain, versions)  # type: ignore[arg-type]
    bare = compare(old, new).singles
    places = [change for change in bare if change.at]
    if not places:
        return
    one = data.draw(st.sampled_from(places))
    declared = version(round_file(one.at[0], id="ZZ-2099-01", item=one.subject.id))
    path = "rounds/ZZ-2099-01.yaml"
    later = MemoryTree({**new.files, path: declared.files[path]}, new.label)
    there = [item for item in compare(old, later).singles if item.subject.id != "ZZ-2099-01"]
    back = [item for item in compare(later, old).singles if item.subject.id != "ZZ-2099-01"]
    assert [(item.at, item.old, item.new, item.weight_by_rules) for item in there] == [
        (item.at, item.old, item.new, item.weight) for item in bare
    ]
    assert sorted(item.weight for item in there) == sorted(item.weight for item in back)
