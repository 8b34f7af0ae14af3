"""`wirctl init --forge`: the files for reviews on each forge, and that their steps do work."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest
from ruamel.yaml import YAML

from builder import Builder
from wirctl.cli.app import main
from wirctl.resources import folder

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

pytestmark = pytest.mark.slow

FORGE = folder("templates") / "forge"
ROOT = FORGE.parents[1]
GITHUB = FORGE / "github/.github"
ACTION = GITHUB / "actions/wirctl-review/action.yml"
REVIEW, COMMENT = (GITHUB / f"workflows/wirctl-{name}.yml" for name in ("review", "comment"))
GITLAB = FORGE / "gitlab/.gitlab/wirctl-review.yml"
FORGEJO = FORGE / "forgejo/.forgejo/workflows/wirctl-review.yml"
FILES = sorted(path for path in FORGE.rglob("*") if path.is_file())
MADE = {
    "github": {
        ".github/CODEOWNERS",
        ".github/actions/wirctl-review/action.yml",
        ".github/workflows/wirctl-comment.yml",
        ".github/workflows/wirctl-review.yml",
    },
    "gitlab": {".gitlab-ci.yml", ".gitlab/CODEOWNERS", ".gitlab/wirctl-review.yml"},
    "forgejo": {"CODEOWNERS", ".forgejo/workflows/wirctl-review.yml"},
}
EVERY = {".pre-commit-config.yaml", "plan/review.yaml"}
RULES = """\
id: FREIGABE
title: Wer zustimmen muss
accounts:
  - {login: lenkung, bodies: [G-LG]}
  - {login: "a b", bodies: [G-LG]}
rules:
  - {id: alles, title: Alles, bodies: [G-LG]}
"""
PLAN = {
    "plan/plan.yaml": "id: WIR\ntitle: Plan\nformat: 1\nlanguages: [de]\n",
    "plan/bodies/G-LG.yaml": "id: G-LG\ntitle: Lenkungsgruppe\nkind: steering_group\n",
    "plan/bodies/G-EG.yaml": "id: G-EG\ntitle: Expertengruppe\nkind: expert_group\n",
    "plan/fields/HF-BIL.yaml": ("id: HF-BIL\ntitle: Bildung\norder: 1\nexpert_group: G-LG\n"),
    "plan/fields/HF-SOZ.yaml": "id: HF-SOZ\ntitle: Soziales\norder: 2\nexpert_group: G-EG\n",
    "plan/measures/bil/M-BIL-01.yaml": (
        "id: M-BIL-01\nkind: measure\ntitle: Lotsen\nfield: HF-BIL\n"
    ),
    "plan/goals/Z-BIL-1.yaml": "id: Z-BIL-1\ntitle: Ziel\nfield: HF-BIL\n",
    "plan/review.yaml": RULES,
}


@pytest.fixture(autouse=True)
def _german(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WIRCTL_LANG", "de")


@pytest.fixture
def project(tmp_path: Path) -> Builder:
    """A plan on `main` and a proposal on `vorschlag`, which is checked out."""
    made = Builder.new(tmp_path / "project")
    made.commit(PLAN)
    made.branch("vorschlag").commit(
        {"plan/goals/Z-BIL-1.yaml": "id: Z-BIL-1\ntitle: Ein anderes Ziel\nfield: HF-BIL\n"}
    )
    return made


def files_in(top: Path) -> set[str]:
    found = (path.relative_to(top).as_posix() for path in top.rglob("*") if path.is_file())
    return {path for path in found if not path.startswith(".git/")}


@pytest.mark.parametrize("forge", MADE)
def test_plan_that_is_there_gets_what_it_lacks(forge: str, tmp_path: Path) -> None:
    top = tmp_path / "projekt"
    for path, text in PLAN.items():
        (top / path).parent.mkdir(parents=True, exist_ok=True)
        (top / path).write_text(text)
    assert main(["init", str(top), "--forge", forge]) == 0
    assert files_in(top) == {*PLAN, *MADE[forge], *EVERY}
    assert {path: (top / path).read_text() for path in PLAN} == PLAN


@pytest.mark.parametrize("forge", MADE)
def test_new_plan_gets_them_too_and_is_valid(
    forge: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    top = tmp_path / "projekt"
    assert main(["init", str(top), "--forge", forge]) == 0
    assert files_in(top) >= {*MADE[forge], *EVERY}
    assert main(["validate", "--plan", str(top)]) == 0
    capsys.readouterr()
    before = {path: (top / path).read_bytes() for path in files_in(top)}
    assert main(["init", str(top), "--forge", forge]) == 0
    assert "fehlte nichts" in capsys.readouterr().out
    assert {path: (top / path).read_bytes() for path in files_in(top)} == before


def test_link_out_of_the_project_is_not_followed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    top, outside = tmp_path / "projekt", tmp_path / "outside"
    outside.mkdir()
    assert main(["init", str(top)]) == 0
    (top / ".github").symlink_to(outside)
    assert main(["init", str(top), "--forge", "github"]) == 2
    assert "führt .github/actions/wirctl-review/action.yml" in capsys.readouterr().err
    assert list(outside.iterdir()) == []
    assert not (top / ".pre-commit-config.yaml").exists()


def test_owners_come_from_fields_bodies_and_accounts(project: Builder) -> None:
    assert main(["init", str(project.path), "--forge", "github"]) == 0
    text = (project.path / ".github/CODEOWNERS").read_text()
    assert [line for line in text.splitlines()[4:] if line] == [
        "# Bildung",
        "/plan/fields/HF-BIL.yaml @lenkung",
        "/plan/goals/Z-BIL-1.yaml @lenkung",
        "/plan/measures/bil/ @lenkung",
        "# Soziales",
        "# /plan/fields/HF-SOZ.yaml – in review.yaml hat kein Konto: G-EG",
        "# Was bestimmt, wer bestimmt",
        *(
            f"/plan/{path} @lenkung"
            for path in ("review.yaml", "process.yaml", "plan.yaml", "bodies/")
        ),
    ]


def test_owners_on_forgejo_are_regular_expressions(project: Builder) -> None:
    assert main(["init", str(project.path), "--forge", "forgejo"]) == 0
    lines = (project.path / "CODEOWNERS").read_text().splitlines()
    patterns = [line.split()[0] for line in lines if line.endswith("@lenkung")]
    paths = ["plan/goals/Z-BIL-1.yaml", "plan/measures/bil/M-BIL-01.yaml", "plan/review.yaml"]
    assert all(any(re.fullmatch(item, path) for item in patterns) for path in paths)
    assert not any(re.fullmatch(item, "plan/goals/Z-BIL-1xyaml") for item in patterns)


def documents(path: Path) -> list[Any]:
    return list(YAML(typ="safe", pure=True).load_all(path))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(FORGE).as_posix())
def test_every_file_is_yaml(path: Path) -> None:
    assert all(isinstance(item, dict) for item in documents(path))


def test_hooks_of_pre_commit_name_commands_that_there_are(
    capsys: pytest.CaptureFixture[str],
) -> None:
    hooks = YAML(typ="safe", pure=True).load(ROOT / ".pre-commit-hooks.yaml")
    [sample] = YAML(typ="safe", pure=True).load(FORGE / "every/.pre-commit-config.yaml")["repos"]
    for hook in (*hooks, *sample["hooks"]):
        assert {"id", "name", "entry", "language", "files"} <= set(hook)
        assert re.search(hook["files"], "plan/plan.yaml")
        name, *words = hook["entry"].split()
        assert name == "wirctl"
        assert main([*words, "--help"]) == 0
    capsys.readouterr()


def test_zizmor_finds_nothing_in_the_workflows() -> None:
    words = [
        f"{sys.prefix}/bin/zizmor",
        "--offline",
        "--no-progress",
        "--format=json",
        str(GITHUB.parent),
        str(FORGEJO),
    ]
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    assert (done.returncode, json.loads(done.stdout)) == (0, [])


def uses(value: Any) -> Iterator[Mapping[str, Any]]:  # noqa: ANN401 - YAML
    if isinstance(value, dict):
        if "uses" in value:
            yield value
        for part in value.values():
            yield from uses(part)
    elif isinstance(value, list):
        for part in value:
            yield from uses(part)


def test_actions_of_others_are_pinned_and_leave_no_token_behind() -> None:
    found = [step for path in (ACTION, REVIEW, COMMENT, FORGEJO) for step in uses(documents(path))]
    names = [step["uses"] for step in found]
    own = "$/.github/actions/wirctl-review"
    assert own in names
    assert all(re.fullmatch(r"[\w-]+/[\w-]+@[0-9a-f]{40}", name) for name in names if name != own)
    checkouts = [step for step in found if step["uses"].startswith("actions/checkout@")]
    assert [step["with"]["persist-credentials"] for step in checkouts] == [False]


def test_no_workflow_that_runs_a_proposal_may_write_or_knows_a_secret() -> None:
    for path in (ACTION, REVIEW, FORGEJO):
        text = path.read_text(encoding="utf-8")
        assert "secrets." not in text
        assert ": write" not in text
        assert "pull_request_target" not in text
    assert "checkout@" not in COMMENT.read_text(encoding="utf-8")


def steps(path: Path) -> dict[str, str]:
    """Name to shell of each step that has one."""
    [whole] = documents(path)
    found = whole["runs"] if "runs" in whole else next(iter(whole["jobs"].values()))
    return {step["name"]: step["run"] for step in found["steps"] if "run" in step}


ALL_STEPS = [
    pytest.param(shell, id=f"{path.parent.name}-{name}")
    for path in (ACTION, COMMENT, FORGEJO)
    for name, shell in steps(path).items()
]


@pytest.mark.parametrize("shell", ALL_STEPS)
def test_shell_is_sound_and_takes_nothing_but_variables(shell: str) -> None:
    assert "${{" not in shell
    assert subprocess.run(["bash", "-n"], input=shell, text=True, check=False).returncode == 0


class Machine:
    """A runner: its folder for passing things, and programs of its own before all others."""

    def __init__(self, top: Path) -> None:
        self.temp = top / "temp"
        self.programs = top / "programs"
        for path in (self.temp, self.programs):
            path.mkdir()
        self.program(
            "wirctl",
            f"#!{sys.executable}\nimport sys\nfrom wirctl.cli.app import main\nsys.exit(main())\n",
        )

    def program(self, name: str, text: str) -> None:
        file = self.programs / name
        file.write_text(text)
        file.chmod(0o755)

    def run(self, shell: str, at: Path, **words: str) -> subprocess.CompletedProcess[str]:
        environment = {
            **os.environ,
            "PATH": f"{self.programs}:{os.environ['PATH']}",
            "HOME": str(self.temp),
            "RUNNER_TEMP": str(self.temp),
            "GITHUB_OUTPUT": str(self.temp / "output"),
            "GITHUB_STEP_SUMMARY": str(self.temp / "summary"),
            "GITHUB_REPOSITORY": "stadt/plan",
            "WIRCTL_LANG": "de",
            **words,
        }
        return subprocess.run(
            ["bash", "-e", "-c", shell],
            cwd=at,
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    return Machine(tmp_path)


def reviewed(machine: Machine, project: Builder, said: str = "[]") -> Any:  # noqa: ANN401 - JSON
    (machine.temp / "approvals.json").write_text(said)
    return machine.run(
        steps(ACTION)["review"],
        project.path,
        BASE=project.git("rev-parse", "main"),
        HEAD=project.head,
        NUMBER="7",
        PREVIEW_URL="",
    )


def test_step_of_github_reviews_a_proposal(machine: Machine, project: Builder) -> None:
    done = reviewed(machine, project)
    assert done.returncode == 1
    assert done.stdout.splitlines()[0] == (
        "::error title=wirctl review::Freigabe: fehlt. "
        "Es fehlt die Zustimmung von: Lenkungsgruppe (G-LG)"
    )
    comment = (machine.temp / "review/comment.md").read_text()
    assert (machine.temp / "summary").read_text() == comment
    assert (machine.temp / "review/number").read_text() == "7\n"
    assert json.loads((machine.temp / "review/review.json").read_text())["in_order"] is False
    assert (machine.temp / "output").read_text() == f"folder={machine.temp}/review\n"


def test_step_of_github_heeds_the_answer_of_its_api(machine: Machine, project: Builder) -> None:
    review = {"user": {"login": "Lenkung"}, "state": "APPROVED", "commit_id": project.head}
    pages = json.dumps([[{**review, "user": None}], [review]])
    done = reviewed(machine, project, pages)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("::notice title=wirctl review::Freigabe: erteilt\n")


def test_step_of_github_says_what_is_unusable(machine: Machine, project: Builder) -> None:
    done = reviewed(machine, project, "{")
    assert done.returncode == 2
    assert done.stdout.startswith("wirctl: Die Datei der Zustimmungen ist nicht brauchbar")
    assert not (machine.temp / "review/comment.md").exists()


def checked(machine: Machine, preview: str = "") -> subprocess.CompletedProcess[str]:
    return machine.run(steps(COMMENT)["check"], machine.temp, PREVIEW=preview)


def test_comment_of_wirctl_may_be_posted(machine: Machine, project: Builder) -> None:
    reviewed(machine, project)
    assert (checked(machine).returncode, checked(machine).stderr) == (0, "")


HOSTILE = (
    "@alle <img src=x onerror=a()> [klick](https://boese.example) #1 www.boese.example `x` ]]>"
)


def test_comment_on_a_hostile_plan_is_still_plain(machine: Machine, project: Builder) -> None:
    title = json.dumps(HOSTILE)
    project.commit({"plan/goals/Z-BIL-1.yaml": f"id: Z-BIL-1\ntitle: {title}\nfield: HF-BIL\n"})
    reviewed(machine, project)
    assert "boese" in (machine.temp / "review/comment.md").read_text()
    assert (checked(machine).returncode, checked(machine).stderr) == (0, "")


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Hallo @alle", id="mention"),
        pytest.param("[klick](https://boese.example)", id="link"),
        pytest.param("https://boese.example", id="address"),
        pytest.param("<img src=x>", id="HTML"),
        pytest.param("![x](y)", id="picture"),
        pytest.param("[x]: y", id="link by reference"),
        pytest.param("x" * 60_000, id="too long"),
    ],
)
def test_comment_that_is_not_plain_is_refused(
    text: str, machine: Machine, project: Builder
) -> None:
    reviewed(machine, project)
    with (machine.temp / "review/comment.md").open("a") as stream:
        stream.write(f"{text}\n")
    assert checked(machine).returncode == 1


@pytest.mark.parametrize("number", ["", "7", "0\n", "7\n8\n", "../1\n", "-1\n"])
def test_number_that_is_none_is_refused(number: str, machine: Machine, project: Builder) -> None:
    reviewed(machine, project)
    (machine.temp / "review/number").write_text(number)
    assert checked(machine).returncode == 1


def test_comment_that_is_a_link_is_refused(machine: Machine, project: Builder) -> None:
    reviewed(machine, project)
    comment = machine.temp / "review/comment.md"
    comment.rename(machine.temp / "other.md")
    comment.symlink_to(machine.temp / "other.md")
    assert checked(machine).returncode == 1


def test_links_lead_to_the_preview_alone(machine: Machine, project: Builder) -> None:
    reviewed(machine, project)
    with (machine.temp / "review/comment.md").open("a") as stream:
        stream.write("[Ziel](<https://stadt.example/vorschau/goals/Z-1.html>)\n")
    assert checked(machine, "https://stadt.example/vorschau/").returncode == 0
    assert checked(machine, "https://stadt.example/andere").returncode == 1


GH = """\
#!/bin/sh
printf '%s\\n' "$*" >> "$RUNNER_TEMP/calls"
case "$*" in
  *"pulls/7 --jq"*) echo "$KNOWN_HEAD" ;;
  *comments?per_page*) printf '%s' "$KNOWN_COMMENTS" ;;
esac
"""


@pytest.mark.parametrize(
    ("known", "head", "call"),
    [
        pytest.param("", "abc", "--method POST repos/stadt/plan/issues/7/comments", id="first"),
        pytest.param("5 <!-- x -->\n", "abc", "--method PATCH", id="another text"),
        pytest.param("5 {marker}\n", "abc", "", id="same text"),
        pytest.param("", "def", "", id="another commit"),
    ],
)
def test_comment_is_posted_once(
    known: str, head: str, call: str, machine: Machine, project: Builder
) -> None:
    reviewed(machine, project)
    machine.program("gh", GH)
    marker = (machine.temp / "review/comment.md").read_text().partition("\n")[0]
    comments = known.replace("{marker}", marker)
    done = machine.run(
        steps(COMMENT)["post"],
        machine.temp,
        HEAD_SHA="abc",
        KNOWN_HEAD=head,
        KNOWN_COMMENTS=comments,
    )
    assert (done.returncode, done.stderr) == (0, "")
    written = [
        line for line in (machine.temp / "calls").read_text().split("\n") if "--method" in line
    ]
    assert len(written) == bool(call)
    assert all(call in line for line in written)


CURL = """\
#!/bin/sh
case "$*" in
  *"page=1") cat "$RUNNER_TEMP/said" ;;
  *page=*) echo '[]' ;;
  *approvals) cat "$RUNNER_TEMP/said" ;;
esac
"""


@pytest.mark.parametrize("token", ["", "geheim"])
def test_script_of_gitlab_reviews_a_proposal(
    token: str, machine: Machine, project: Builder
) -> None:
    job = documents(GITLAB)[1]["wirctl-review"]
    machine.program("curl", CURL)
    (machine.temp / "said").write_text('{"approved_by": [{"user": {"username": "lenkung"}}]}')
    done = machine.run(
        "\n".join(job["script"]),
        project.path,
        CI_PROJECT_ID="1",
        CI_MERGE_REQUEST_PROJECT_ID="1",
        CI_MERGE_REQUEST_IID="3",
        CI_REPOSITORY_URL=project.path.as_uri(),
        CI_MERGE_REQUEST_TARGET_BRANCH_NAME="main",
        CI_COMMIT_SHA=project.head,
        CI_API_V4_URL="https://gitlab.example/api/v4",
        WIRCTL_API_TOKEN=token,
        PREVIEW_URL="",
    )
    assert (done.returncode, done.stderr) == (0 if token else 1, "")
    report = json.loads((project.path / "gl-code-quality-report.json").read_text())
    assert [item["check_name"] for item in report] == ([] if token else ["review-gate"])
    assert (project.path / "wirctl-review.md").read_text().startswith("<!-- wirctl:review w1:")


def test_steps_of_forgejo_review_a_proposal(
    machine: Machine, project: Builder, tmp_path: Path
) -> None:
    shells = steps(FORGEJO)
    project.git("update-ref", "refs/pull/7/head", project.head)
    here = tmp_path / "runner"
    here.mkdir()
    done = machine.run(
        shells["fetch"], here, PROJECT=project.path.as_uri(), NUMBER="7", TARGET="main"
    )
    assert (done.returncode, done.stderr) == (0, "")
    machine.program("curl", CURL)
    review = {"user": {"login": "lenkung"}, "state": "APPROVED", "commit_id": project.head}
    (machine.temp / "said").write_text(json.dumps([review]))
    words = {"TOKEN": "x", "REVIEWS": "y"}
    assert machine.run(shells["approvals"], here, **words).returncode == 0
    assert json.loads((machine.temp / "approvals.json").read_text()) == [[review]]
    done = machine.run(shells["review"], here)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("::notice title=wirctl review::Freigabe: erteilt\n")


def test_line_of_a_plan_cannot_give_a_command_to_the_runner(
    machine: Machine, project: Builder
) -> None:
    title = json.dumps("\n::set-output name=x::y\n::error::z")
    project.commit({"plan/goals/Z-BIL-1.yaml": f"id: Z-BIL-1\ntitle: {title}\nfield: HF-BIL\n"})
    done = reviewed(machine, project)
    commands = [line for line in done.stdout.splitlines() if line.lstrip().startswith("::")]
    assert {re.match(r"::(\w+)", line)[1] for line in commands} <= {"error", "warning", "notice"}  # type: ignore[index]
    assert all(" title=" in line or ",title=" in line for line in commands)
