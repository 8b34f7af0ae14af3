"""The wheel is all that a user needs."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
DATA = ("schemas", "templates", "locale", "docs/glossary.yaml")


def run(*command: str | Path, cwd: Path) -> str:
    """What the command prints, when it ends well."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    ran = subprocess.run(
        [str(word) for word in command],
        cwd=cwd,
        env=environment,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert ran.returncode == 0, f"{command}\n{ran.stdout}\n{ran.stderr}"
    return ran.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("dist")
    run(
        *(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", target, ROOT),
        cwd=target,
    )
    return next(target.glob("wirctl-*.whl"))


@pytest.fixture(scope="module")
def environment(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The programs of a new environment: the wheel, and the dependencies that are here already.

    They are lent by a path file, which does not carry on what the path files of their own
    folder say: this checkout is not seen.
    """
    target = tmp_path_factory.mktemp("environment")
    venv.create(target, with_pip=False)
    programs = target / ("Scripts" if os.name == "nt" else "bin")
    python = programs / "python"
    packages = Path(
        run(
            python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))", cwd=target
        ).strip()
    )
    lent = {sysconfig.get_path("purelib"), sysconfig.get_path("platlib")}
    (packages / "lent.pth").write_text("\n".join(sorted(lent)), encoding="utf-8")
    run(python, "-m", "installer", wheel, cwd=target)
    return programs


def test_wheel_holds_data_types_and_licence(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        members = set(archive.namelist())
    wanted = {
        f"wirctl/_data/{path.relative_to(ROOT).as_posix()}"
        for name in DATA
        for path in (ROOT / name, *(ROOT / name).rglob("*"))
        if path.is_file()
    }
    assert {name.split("/")[2] for name in wanted} == {name.split("/")[0] for name in DATA}
    assert {name for name in members if name.startswith("wirctl/_data/")} == wanted
    assert "wirctl/py.typed" in members
    assert [name for name in members if name.endswith("licenses/LICENSES/EUPL-1.2.txt")]


def test_wheel_is_the_same_each_time(wheel: Path, tmp_path: Path) -> None:
    run(
        *(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", tmp_path, ROOT),
        cwd=tmp_path,
    )
    assert (tmp_path / wheel.name).read_bytes() == wheel.read_bytes()


def test_installed_package_is_the_one_of_the_wheel(environment: Path, tmp_path: Path) -> None:
    shown = run(environment / "python", "-c", "import wirctl; print(wirctl.__file__)", cwd=tmp_path)
    assert Path(shown.strip()).is_relative_to(environment.parent)


def test_installed_program_makes_checks_and_renders_a_plan(
    environment: Path, tmp_path: Path
) -> None:
    wirctl = environment / "wirctl"
    run(wirctl, "init", cwd=tmp_path)
    run(wirctl, "validate", cwd=tmp_path)
    run(wirctl, "render", "html", "--output", "site", cwd=tmp_path)
    assert (tmp_path / "plan" / "plan.yaml").is_file()
    assert "<html" in (tmp_path / "site" / "index.html").read_text(encoding="utf-8")
