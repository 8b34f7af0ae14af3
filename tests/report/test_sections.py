"""A comparison as people read it."""

from __future__ import annotations

from versions import between, compared, measure
from wirctl.report.headline import headline, total
from wirctl.report.sections import group_of, label_of, sections

FIELDS = (
    "# fields/HF-SOZ.yaml\n{id: HF-SOZ, order: 2, title: Soziales}\n"
    "# fields/HF-BIL.yaml\n{id: HF-BIL, order: 1, title: Bildung}\n"
)
ROUND = (
    "# rounds/LG-2021.yaml\nid: LG-2021\ntitle: Runde\ndate: 2021-11-22\n"
    "decisions:\n"
    "  - {item: M-BIL-01, outcome: returned, mandate: Genauer., reason: Zu vage.}\n"
    "  - {item: M-BIL-02, outcome: accepted}\n"
)


def places(old: str, new: str) -> list[tuple[str, str]]:
    """Group and element of each section."""
    return [(item.group, item.element) for item in sections(compared(old, new), "de")]


def test_fields_of_action_come_in_their_own_order_and_the_rest_behind() -> None:
    new = (
        FIELDS
        + measure("field: HF-SOZ", "M-SOZ-01")
        + measure("field: HF-XXX", "M-XXX-01")
        + measure("title: A", "M-BIL-09")
        + measure("field: HF-BIL", "M-BIL-01")
        + "# goals/Z-BIL-1.yaml\n{id: Z-BIL-1, field: HF-BIL}\n"
    )
    assert places(FIELDS, new) == [
        ("Bildung", "Z-BIL-1"),
        ("Bildung", "M-BIL-01"),
        ("Soziales", "M-SOZ-01"),
        ("HF-XXX", "M-XXX-01"),
        ("Plan als Ganzes", "M-BIL-09"),
    ]


def test_field_of_action_stands_in_its_own_group() -> None:
    assert places(FIELDS, FIELDS.replace("Bildung", "Schule")) == [("Schule", "HF-BIL")]


def test_element_of_a_field_that_is_gone_is_in_its_group_still() -> None:
    old = FIELDS + measure("field: HF-BIL")
    assert places(old, "") == [
        ("Bildung", "HF-BIL"),
        ("Bildung", "M-BIL-01"),
        ("Soziales", "HF-SOZ"),
    ]


def test_struck_element_stays_in_the_group_and_under_the_name_that_it_had() -> None:
    old = FIELDS + measure("field: HF-BIL\ntitle: Lotsen")
    new = FIELDS + measure("withdrawn: {round: LG-2021, reason: Doppelt.}")
    comparison = compared(old, new)
    assert group_of(comparison, "M-BIL-01") == "HF-BIL"
    assert label_of(comparison, "M-BIL-01") == "Lotsen"


def test_decision_without_a_change_is_a_section_of_its_own() -> None:
    both = measure("title: A") + measure("title: B", "M-BIL-02")
    found = sections(compared(both, both + ROUND), "de")
    told = [(item.element, item.outcome, item.demands, item.is_plain) for item in found]
    assert told == [
        (
            "M-BIL-01",
            "zur Überarbeitung zurückgegeben (LG-2021)",
            ("Auftrag: Genauer.", "Begründung: Zu vage."),
            False,
        ),
        ("M-BIL-02", "angenommen (LG-2021)", (), True),
        ("LG-2021", "", (), False),
    ]


def test_decision_is_told_at_its_element_and_not_at_the_round_again() -> None:
    before = ROUND.partition("decisions")[0]
    found = sections(compared(before, ROUND), "de")
    assert [item.element for item in found] == ["M-BIL-01", "M-BIL-02"]


def test_what_is_mere_form_has_no_row() -> None:
    old = measure("title: A\nobjective: B\nstaffing_fte: 1")
    new = measure("withdrawn: {round: LG-2021, reason: Doppelt.}")
    [section] = sections(compared(old, new), "de")
    assert [row.sentence for row in section.rows] == ["Gestrichen: Doppelt."]


def test_headline_counts_what_there_is() -> None:
    old = measure("title: A\nnote: B") + measure("title: A", "M-BIL-02")
    new = measure("title: C\nnote: D") + measure("title: 'A'", "M-BIL-02")
    found = compared(old, new)
    assert headline(found, "de") == (
        "ALT → NEU: 1 inhaltliche Änderung, 1 redaktionelle Änderung, "
        "1 Datei nur anders geschrieben"
    )
    assert (
        total(found, "en")
        == "1 substantive change, 1 editorial change, 1 file only written otherwise"
    )


def test_headline_of_no_changes_says_so() -> None:
    found = between("LG-2021-11-08", "LG-2021-11-08")
    assert headline(found, "de") == "LG-2021-11-08 → LG-2021-11-08: keine Änderungen"
    assert total(found, "en") == "no changes"
