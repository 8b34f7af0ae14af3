"""`wirctl review` on the command line: proposals against their base, in real repositories."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, TypeAlias

import pytest
from jsonschema import Draft202012Validator

from builder import Builder
from wirctl.cli.app import main
from wirctl.resources import folder

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

Ask: TypeAlias = "Callable[..., Answer]"

SCHEMAS = folder("schemas")
RULES = """\
id: FREIGABE
title: Wer zustimmen muss
roles:
  - id: koordination
    title: Koordinierungsstelle
accounts:
  - login: Lenkung
    bodies: [G-LG]
  - login: stelle
    roles: [koordination]
rules:
  - id: geld
    title: Mehr als 50.000 Euro
    above_eur: 50000
    bodies: [G-LG]
  - id: inhalt
    title: Inhalt
    classes: [substantive]
    kinds: [measure]
    roles: [koordination]
"""
MEASURE = """\
id: M-BIL-01
kind: measure
title: Lotsen
field: HF-BIL
description: Zwei Lotsen helfen beim Übergang.
costs:
  - year: 2023
    kind: yearly
    amount_eur: 40000
"""
PLAN = {
    "plan/plan.yaml": "id: WIR\ntitle: Plan\nformat: 1\nlanguages: [de]\n",
    "plan/fields/HF-BIL.yaml": "id: HF-BIL\ntitle: Bildung\norder: 1\n",
    "plan/bodies/G-LG.yaml": "id: G-LG\ntitle: Lenkungsgruppe\nkind: steering_group\n",
    "plan/bodies/G-IB.yaml": "id: G-IB\ntitle: Beirat\nkind: integration_board\n",
    "plan/measures/M-BIL-01.yaml": MEASURE,
    "plan/review.yaml": RULES,
}
DEARER = {"plan/measures/M-BIL-01.yaml": MEASURE.replace("40000", "60000")}

DOWNGRADING = """\
id: LG-2024-01-09
title: Runde
body: G-LG
date: 2024-01-09
downgrades: [{item: M-BIL-01, pointer: costs, reason: Vertippt, by: G-LG}]
"""


@pytest.fixture(autouse=True)
def _german(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WIRCTL_LANG", "de")


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Builder:
    """A plan with rules on `main`; nobody changes it."""
    made = Builder.new(tmp_path_factory.mktemp("base") / "repository")
    made.commit(PLAN)
    return made


@pytest.fixture
def here(base: Builder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Builder:
    """A copy of it with a branch for a proposal, as the folder one stands in."""
    made = base.copy(tmp_path / "repository").branch("vorschlag")
    monkeypatch.chdir(made.path)
    return made


class Answer:
    """What a review said: its exit code, and its JSON."""

    def __init__(self, code: int, said: dict[str, Any]) -> None:
        self.code = code
        self.said = said

    @property
    def open(self) -> dict[tuple[str | None, str], list[str]]:
        """Rule and party to the elements that still want their yes."""
        return {
            (item["rule"]["id"], item["party"]["id"]): item["open"]
            for item in self.said["gate"]["demands"]
        }

    @property
    def notes(self) -> list[str]:
        return [note["code"] for note in self.said["gate"]["notes"]]


@pytest.fixture
def ask(capsys: pytest.CaptureFixture[str]) -> Ask:
    def asked(*words: str) -> Answer:
        code = main(["review", "--base", "main", "--format", "json", *words])
        said = json.loads(capsys.readouterr().out)
        schema = json.loads((SCHEMAS / "output/review.schema.json").read_bytes())
        Draft202012Validator(schema).validate(said)
        return Answer(code, said)

    return asked


def approvals(path: Path, *said: dict[str, str]) -> str:
    whole = {"version": 1, "approvals": list(said)}
    schema = json.loads((SCHEMAS / "input/approvals.schema.json").read_bytes())
    Draft202012Validator(schema).validate(whole)
    path.write_text(json.dumps(whole))
    return str(path)


def test_each_rule_asks_whom_it_names(here: Builder, ask: Ask) -> None:
    here.commit(DEARER)
    answer = ask("--head", "vorschlag")
    assert answer.code == 1
    assert answer.open == {("geld", "G-LG"): ["M-BIL-01"], ("inhalt", "koordination"): ["M-BIL-01"]}
    assert answer.said["verdict"] == (
        "Freigabe: fehlt. Es fehlt die Zustimmung von: Lenkungsgruppe (G-LG), "
        "Koordinierungsstelle (koordination)"
    )


def test_downgrade_in_the_proposal_lowers_nothing_that_must_be_agreed(
    here: Builder, ask: Ask, capsys: pytest.CaptureFixture[str]
) -> None:
    here.commit(DEARER)
    bare = ask("--head", "vorschlag")
    here.commit({"plan/rounds/LG-2024-01-09.yaml": DOWNGRADING})
    answer = ask("--head", "vorschlag")
    of_measure = {key: ids for key, ids in answer.open.items() if "M-BIL-01" in ids}
    assert of_measure.keys() == bare.open.keys()
    assert answer.code == 1
    main(["review", "--base", "main", "--head", "vorschlag"])
    comment = " ".join(capsys.readouterr().out.replace("\\", "").split())
    assert "herabgestuft, für die Freigabe inhaltlich: 1" in comment
    assert "von G-LG in LG-2024-01-09 herabgestuft: „Vertippt“" in comment


def test_what_no_rule_is_about_needs_nobody(here: Builder, ask: Ask) -> None:
    here.commit({"plan/fields/HF-BIL.yaml": "id: HF-BIL\ntitle: Bildungen\norder: 1\n"})
    answer = ask("--head", "vorschlag")
    assert (answer.code, answer.open, answer.notes) == (0, {}, [])


def test_approvals_of_the_head_open_the_gate(here: Builder, ask: Ask, tmp_path: Path) -> None:
    commit = here.commit(DEARER)
    said = approvals(
        tmp_path / "a.json",
        {"login": "lenkung", "state": "approved", "commit": commit},
        {"role": "koordination", "state": "approved", "commit": commit},
    )
    answer = ask("--head", "vorschlag", "--approvals", said)
    assert (answer.code, answer.notes) == (0, [])
    assert [item["by"] for item in answer.said["gate"]["demands"]] == [
        ["lenkung"],
        ["koordination"],
    ]


def test_approval_of_another_commit_does_not_count(here: Builder, ask: Ask, tmp_path: Path) -> None:
    old = here.commit(DEARER)
    here.commit({"plan/measures/M-BIL-01.yaml": MEASURE.replace("40000", "90000")})
    said = approvals(tmp_path / "a.json", {"body": "G-LG", "state": "approved", "commit": old})
    answer = ask("--head", "vorschlag", "--approvals", said)
    assert answer.code == 1
    assert answer.open["geld", "G-LG"] == ["M-BIL-01"]
    assert answer.notes == ["approval-of-other-commit"]


def test_uncommitted_work_cannot_be_approved(here: Builder, ask: Ask, tmp_path: Path) -> None:
    here.write(DEARER)
    said = approvals(
        tmp_path / "a.json", {"body": "G-LG", "state": "approved", "commit": here.head}
    )
    answer = ask("--approvals", said)
    assert (answer.code, answer.notes) == (1, ["uncommitted", "approval-of-other-commit"])
    assert answer.said["head"] == {"label": "WORKTREE", "commit": None}


def test_objection_stands_until_it_is_taken_back(here: Builder, ask: Ask, tmp_path: Path) -> None:
    commit = here.commit(DEARER)
    yes = {"body": "G-LG", "state": "approved", "commit": commit}
    no = {"body": "G-LG", "state": "changes_requested", "commit": "0" * 40}
    answer = ask("--head", "vorschlag", "--approvals", approvals(tmp_path / "a.json", yes, no))
    assert [item["against"] for item in answer.said["gate"]["demands"]] == [["G-LG"], []]
    answer = ask("--head", "vorschlag", "--approvals", approvals(tmp_path / "a.json", no, yes))
    assert [item["met"] for item in answer.said["gate"]["demands"]] == [True, False]


def test_account_of_nobody_does_not_count(here: Builder, ask: Ask, tmp_path: Path) -> None:
    commit = here.commit(DEARER)
    said = approvals(tmp_path / "a.json", {"login": "G-LG", "state": "approved", "commit": commit})
    answer = ask("--head", "vorschlag", "--approvals", said)
    assert (answer.code, answer.notes) == (1, ["approval-of-nobody"])


def test_rules_are_those_of_the_base(here: Builder, ask: Ask) -> None:
    here.commit({**DEARER, "plan/review.yaml": "id: FREIGABE\ntitle: Niemand\n"})
    answer = ask("--head", "vorschlag")
    assert answer.code == 1
    assert answer.notes == ["rules-changed"]
    assert answer.open[None, "G-LG"] == ["FREIGABE"]
    assert answer.open[None, "koordination"] == ["FREIGABE"]
    assert answer.open["geld", "G-LG"] == ["M-BIL-01"]


def test_rules_that_the_base_does_not_have_cannot_be_met(
    tmp_path: Path, ask: Ask, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = Builder.new(tmp_path / "repository")
    made.commit({path: text for path, text in PLAN.items() if path != "plan/review.yaml"})
    made.branch("vorschlag").commit({"plan/review.yaml": RULES})
    monkeypatch.chdir(made.path)
    answer = ask("--head", "vorschlag")
    assert (answer.code, answer.notes) == (1, ["rules-new"])


def test_plan_without_rules_asks_nobody(
    tmp_path: Path, ask: Ask, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = Builder.new(tmp_path / "repository")
    made.commit({path: text for path, text in PLAN.items() if path != "plan/review.yaml"})
    made.branch("vorschlag").commit(DEARER)
    monkeypatch.chdir(made.path)
    answer = ask("--head", "vorschlag")
    assert (answer.code, answer.notes) == (0, ["no-rules"])


@pytest.mark.parametrize(
    "rules",
    [
        pytest.param(RULES.replace("G-LG]", "G-XX]"), id="unknown body"),
        pytest.param("id: [", id="no YAML"),
        pytest.param(RULES + "farbe: rot\n", id="unknown key"),
        pytest.param(RULES.replace("koordination]", "kordination]"), id="unknown role"),
        pytest.param("", id="empty"),
    ],
)
def test_rules_with_errors_keep_the_gate_shut(
    rules: str, tmp_path: Path, ask: Ask, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = Builder.new(tmp_path / "repository")
    made.commit({**PLAN, "plan/review.yaml": rules})
    made.branch("vorschlag").commit({"plan/fields/HF-BIL.yaml": "id: HF-BIL\ntitle: B\norder: 1\n"})
    monkeypatch.chdir(made.path)
    answer = ask("--head", "vorschlag")
    assert answer.code == 1
    assert answer.notes[0] == "rules-unusable"


def test_only_what_the_proposal_brings_is_shown(here: Builder, ask: Ask) -> None:
    here.commit({"plan/fields/HF-BIL.yaml": "id: HF-BIL\ntitle: B\norder: 1\nfarbe: rot\n"})
    answer = ask("--head", "vorschlag")
    assert answer.code == 1
    [finding] = answer.said["findings"]["new"]
    assert (finding["rule"], finding["path"], finding["line"], finding["column"]) == (
        *("unknown-field", "plan/fields/HF-BIL.yaml"),
        *(4, 1),
    )


def test_changes_are_told_from_where_the_proposal_left(here: Builder, ask: Ask) -> None:
    here.commit({"plan/fields/HF-BIL.yaml": "id: HF-BIL\ntitle: Schule\norder: 1\n"})
    here.switch("main").commit(DEARER)
    answer = ask("--head", "vorschlag")
    assert [item["element"]["id"] for item in answer.said["changes"]["changes"]] == ["HF-BIL"]
    assert answer.code == 0


def test_proposal_that_cannot_be_read_is_never_approved(here: Builder, ask: Ask) -> None:
    here.commit({"plan/measures/M-BIL-01.yaml": "id: M-BIL-01\ntitle: [\n"})
    answer = ask("--head", "vorschlag")
    assert (answer.code, answer.said["changes"]) == (1, None)
    assert answer.notes == ["not-compared"]
    assert {item["path"] for item in answer.said["findings"]["new"]} == {
        "plan/measures/M-BIL-01.yaml"
    }


def test_base_that_cannot_be_read_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    made = Builder.new(tmp_path / "repository")
    made.commit({**PLAN, "plan/measures/M-BIL-01.yaml": "id: M-BIL-01\ntitle: [\n"})
    made.branch("vorschlag").commit(DEARER)
    monkeypatch.chdir(made.path)
    assert main(["review", "--base", "main"]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert "Die Fassung main lässt sich nicht vergleichen" in said.err


@pytest.mark.parametrize(
    ("words", "says"),
    [
        pytest.param([], "Nennen Sie mit --base", id="no base"),
        pytest.param(["--base=--all"], "„--all“ ist keine Runde", id="revision like an option"),
        pytest.param(["--base", "nirgends"], "„nirgends“ ist keine Runde", id="unknown base"),
        pytest.param(["--base", "main", "--head=-x"], "„-x“ ist keine Runde", id="head like one"),
        pytest.param(["--base", "main", "--max-size", "viel"], "„viel“", id="no size"),
        pytest.param(["--base", "main", "--max-size", "10"], "10", id="too small a size"),
        pytest.param(
            ["--base", "main", "--preview-url", "javascript:alert(1)"],
            "Keine Adresse im Netz",
            id="no web address",
        ),
        pytest.param(
            ["--base", "main", "--approvals", "gibt-es-nicht.json"], "nicht zu lesen", id="gone"
        ),
        pytest.param(["--base", "main", "--approvals", "bad.json"], "nicht brauchbar", id="broken"),
    ],
)
def test_what_cannot_be_used_is_said_plainly(
    words: list[str], says: str, here: Builder, capsys: pytest.CaptureFixture[str]
) -> None:
    (here.path / "bad.json").write_text("{")
    assert main(["review", *words]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert says in said.err


def test_histories_without_a_common_commit_are_refused(
    here: Builder, capsys: pytest.CaptureFixture[str]
) -> None:
    here.git("checkout", "--quiet", "--orphan", "fremd")
    here.commit(PLAN)
    assert main(["review", "--base", "main", "--head", "fremd"]) == 2
    assert "keine gemeinsame Geschichte" in capsys.readouterr().err


def test_settings_are_those_of_the_base(here: Builder, ask: Ask) -> None:
    here.commit({"wirctl.toml": 'plan = "plan"\n[levels]\nmeasure-without-goal = "off"\n'})
    answer = ask("--head", "vorschlag")
    assert answer.notes == ["settings-changed"]


@pytest.mark.parametrize("named", [(), ("--config", "wirctl.toml"), ("--plan", "plan")])
def test_settings_of_the_base_hold_though_the_proposal_changes_them(
    here: Builder, ask: Ask, named: tuple[str, ...]
) -> None:
    strict = 'plan = "plan"\n[levels]\nmeasure-without-goal = "error"\n'
    here.git("checkout", "--quiet", "main")
    here.commit({"wirctl.toml": strict})
    here.git("checkout", "--quiet", "-b", "weiter")
    other = {"plan/measures/M-BIL-02.yaml": MEASURE.replace("M-BIL-01", "M-BIL-02")}
    here.commit({**other, "wirctl.toml": 'plan = "plan"\n'})
    answer = ask("--head", "weiter", *named)
    assert "settings-changed" in answer.notes
    assert "plan-moved" not in answer.notes
    levels = {item["rule"]: item["severity"] for item in answer.said["findings"]["new"]}
    assert levels["measure-without-goal"] == "error"


def test_settings_of_the_base_hold_though_the_proposal_deletes_them(
    here: Builder, ask: Ask
) -> None:
    strict = 'plan = "plan"\n[levels]\nmeasure-without-goal = "error"\n'
    here.git("checkout", "--quiet", "main")
    here.commit({"wirctl.toml": strict})
    here.git("checkout", "--quiet", "-b", "weiter")
    other = {"plan/measures/M-BIL-02.yaml": MEASURE.replace("M-BIL-01", "M-BIL-02")}
    here.commit({**other, "wirctl.toml": None})
    answer = ask("--head", "weiter")
    assert answer.notes == ["settings-changed"]
    levels = {item["rule"]: item["severity"] for item in answer.said["findings"]["new"]}
    assert levels["measure-without-goal"] == "error"


ROUND = """\
id: LG-2026-03-02
title: Sitzung im März
body: G-LG
date: 2026-03-02
deadlines:
  - body: G-IB
    kind: statement
    due: 2026-02-16
submissions:
  - item: M-BIL-01
"""


def test_round_that_is_closed_by_hand_says_what_its_gate_still_wants(
    here: Builder, ask: Ask
) -> None:
    at = "plan/rounds/LG-2026-03-02.yaml"
    here.commit({at: ROUND})
    assert not [code for code in ask("--head", "vorschlag").notes if code.startswith("round-")]
    here.commit({at: ROUND + "closed:\n  date: 2026-03-02\n"})
    answer = ask("--head", "vorschlag")
    notes = [item for item in answer.said["gate"]["notes"] if item["code"].startswith("round-")]
    assert [(item["blocks"], item["message"]) for item in notes] == [
        (
            True,
            "LG-2026-03-02: Es fehlt die Stellungnahme: Beirat, fällig 16. Februar 2026.",
        ),
        (True, "LG-2026-03-02: M-BIL-01 Lotsen ist vorgelegt, aber nicht entschieden."),
    ]
    assert answer.code == 1


def test_round_that_the_base_has_closed_meanwhile_is_not_closed_once_more(
    here: Builder, ask: Ask
) -> None:
    at = "plan/rounds/LG-2026-03-02.yaml"
    here.switch("main").commit({at: ROUND})
    here.branch("zweiter").commit({at: ROUND + "closed:\n  date: 2026-03-03\n"})
    here.switch("main").commit({at: ROUND + "closed:\n  date: 2026-03-02\n"})
    answer = ask("--head", "zweiter")
    assert [code for code in answer.notes if code.startswith("round-")] == [
        "round-closed-meanwhile"
    ]
    assert answer.code == 1


def test_statement_counts_once_it_stands_in_the_base(here: Builder, ask: Ask) -> None:
    from wirctl.schema.kind import built_in
    from wirctl.schema.pins import element_digest
    from wirctl.source.document import read

    rules = RULES.replace("roles: [koordination]\n", "bodies: [G-IB]\n", 2).replace(
        "    bodies: [G-IB]\nrules", "    roles: [koordination]\nrules"
    )
    dearer = DEARER["plan/measures/M-BIL-01.yaml"]
    value: Any = read("x.yaml", dearer.encode()).value
    digest = element_digest(value, built_in()["measure"])
    statement = (
        "id: S-IB\ntitle: Zustimmung\nbody: G-IB\npoints:\n"
        f"  - {{id: alles, item: M-BIL-01, stance: support, digest: '{digest}'}}\n"
    )
    here.switch("main").commit({"plan/review.yaml": rules})
    here.branch("zwei").commit({**DEARER, "plan/statements/S-IB.yaml": statement})
    answer = ask("--head", "zwei")
    assert answer.open["inhalt", "G-IB"] == ["M-BIL-01"]
    assert answer.notes == ["statement-proposed"]
    here.switch("main").commit({"plan/statements/S-IB.yaml": statement})
    answer = ask("--head", "zwei")
    assert answer.open["inhalt", "G-IB"] == []
    assert answer.said["gate"]["demands"][1]["by"] == ["S-IB"]


def test_statement_on_another_text_goes_stale(here: Builder, ask: Ask) -> None:
    from wirctl.schema.kind import built_in
    from wirctl.schema.pins import field_digest
    from wirctl.source.document import read

    value: Any = read("x.yaml", MEASURE.encode()).value
    pin = field_digest(value, "costs", built_in()["measure"].fields)
    statement = (
        "id: S-IB\ntitle: Zu den Kosten\nbody: G-IB\npoints:\n"
        "  - id: kosten\n    item: M-BIL-01\n    fields: [costs]\n    stance: support\n"
        f"    digests: [{{field: costs, digest: '{pin}'}}]\n"
    )
    here.switch("main").commit({"plan/statements/S-IB.yaml": statement})
    here.branch("zwei").commit(DEARER)
    assert ask("--head", "zwei").said["stale"] == [
        {
            "statement": "S-IB",
            "body": "G-IB",
            "point": "kosten",
            "item": "M-BIL-01",
            "state": "outdated",
            "fields": [{"field": "costs", "state": "outdated"}],
        }
    ]
    here.switch("main").branch("drei").commit(
        {"plan/measures/M-BIL-01.yaml": MEASURE.replace("title: Lotsen", "title: Neun Boote")}
    )
    assert ask("--head", "drei").said["stale"] == []


def test_review_writes_nothing(here: Builder, ask: Ask) -> None:
    here.commit(DEARER)
    before = here.git("status", "--porcelain"), here.git("for-each-ref")
    ask()
    assert (here.git("status", "--porcelain"), here.git("for-each-ref")) == before


def test_links_lead_to_the_rendered_pages(here: Builder, ask: Ask) -> None:
    here.commit(DEARER)
    answer = ask("--head", "vorschlag", "--preview-url", "https://example.org/vorschau/")
    assert answer.said["links"] == {
        "M-BIL-01": "https://example.org/vorschau/measures/M-BIL-01.html"
    }
