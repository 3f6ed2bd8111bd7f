"""The stages that make the program: frozen build, self-test, set-up."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Final

from resources.installer import compile as compiling
from resources.installer import icon, versions
from tests.architecture import ROOT
from tools.windows.trial import BUILDING, StageSkippedError, Trial, demand, document, ended
from tools.windows.wine import windows_path

#: The largest sizes, in bytes, of the folder and of the set-up.
_MOST_FOLDER: Final = 170_000_000
_MOST_SET_UP: Final = 55_000_000
OLDER: Final = "0.0.1"


def build(trial: Trial) -> str:
    """PyInstaller makes the folder of the program from a copy of the checkout."""
    source = trial.wine.folder / "source-of-build"
    shutil.rmtree(source, ignore_errors=True)
    shutil.copytree(
        ROOT, source, ignore=shutil.ignore_patterns(".*", "__pycache__", "build", "dist", "tests", "tools")
    )
    done = trial.wine.run(
        [trial.wine.python, "-m", "PyInstaller", "--noconfirm", "--log-level", "ERROR", "--distpath",
         trial.dist.parent, "--workpath", trial.wine.folder / "work", "build_installer.spec"],
        cwd=source, seconds=BUILDING,
    )  # fmt: skip
    ended(done, 0, "PyInstaller")
    files = [path for path in trial.dist.rglob("*") if path.is_file()]
    size = sum(path.stat().st_size for path in files)
    demand(size <= _MOST_FOLDER, f"{size / 1e6:.1f} MB in {len(files)} files")
    for name, description in versions.PROGRAMS.items():
        _demand_properties(trial, trial.dist / f"{name}.exe", versions.strings(name, description))
    return f"{size / 1e6:.1f} MB in {len(files)} files, version and icon of {len(versions.PROGRAMS)} programs"


def self_test(trial: Trial) -> str:
    """The frozen program uses each of its parts."""
    program = _built(trial) / "mosharekat.exe"
    return self_tested(ended(trial.wine.run([program, "--self-test"]), 0, "self-test").text)


def self_tested(text: str) -> str:
    lines = text.splitlines()
    passed = sum(line.startswith("ok ") for line in lines)
    demand(passed and not any(line.startswith("FAIL") for line in lines), text)
    return f"{passed} of {passed} parts"


def demo(trial: Trial) -> str:
    """The frozen program goes through the day of the demo, screen by screen, and writes every kind of paper."""
    program, folder = _built(trial) / "mosharekat.exe", trial.wine.folder / "demo"
    shutil.rmtree(folder, ignore_errors=True)
    written = document(ended(trial.wine.run([program, "demo", "--pictures", folder, "--json"]), 0, "demo"))[
        "written"
    ]
    made = [path for path in folder.rglob("*") if path.is_file() and path.stat().st_size]
    demand(len(made) >= len(written) > 0, f"{len(written)} files are named, {len(made)} are there")
    return f"{len(written)} pictures and papers"


def compile_set_up(trial: Trial) -> str:
    """NSIS makes the set-up, and one of an older version, which is not packed as tightly."""
    if compiling.compiler() is None:
        raise StageSkippedError("no makensis (Debian: apt-get install nsis)")
    dist = _built(trial)
    made = compiling.set_up(dist, trial.set_ups, version())
    older = trial.wine.folder / "older"
    shutil.rmtree(older, ignore_errors=True)
    shutil.copytree(dist, older)
    (older / "_internal" / "of-an-older-version.txt").write_text("old")
    compiling.set_up(older, trial.set_ups, OLDER, quick=True)
    shutil.rmtree(older)
    size = made.stat().st_size
    demand(size <= _MOST_SET_UP, f"{size / 1e6:.1f} MB")
    shared = ("CompanyName", "FileVersion", "LegalCopyright", "ProductName", "ProductVersion")
    strings = versions.strings(made.stem, "")
    _demand_properties(trial, made, {name: strings[name] for name in shared})
    return f"{size / 1e6:.1f} MB, with version and icon"


def _demand_properties(trial: Trial, program: Path, strings: dict[str, str]) -> None:
    """The program carries these strings, the version of the project, and every size of the icon."""
    script = windows_path(Path(__file__).with_name("properties_inside.py"))
    done = ended(trial.wine.run([trial.wine.python, script, program]), 0, "properties")
    found = document(done)["programs"][0]
    differing = {name: value for name, value in strings.items() if found["strings"].get(name) != value}
    demand(not differing, f"{program.name} does not say {differing}, but {found['strings']}")
    numbers = list(versions.four_numbers(version()))
    demand(found["numbers"] == numbers, f"{program.name} has the version {found['numbers']}")
    sides = sorted(found["sides"])
    demand(sides == sorted(icon.SIDES), f"{program.name} has an icon of {sides} pixels")


def version() -> str:
    return str(versions.project()["version"])


def set_up(trial: Trial, of: str) -> Path:
    """Returns the set-up of a version. Raises `StageSkippedError` if it was not compiled."""
    path = trial.set_ups / f"mosharekat-{of}-x64.exe"
    if not path.exists():
        raise StageSkippedError("no set-up: run the stage `set-up` first")
    return path


def _built(trial: Trial) -> Path:
    if not (trial.dist / "mosharekat.exe").exists():
        raise StageSkippedError("no frozen program: run the stage `build` first")
    return trial.dist
