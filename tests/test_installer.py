"""The frozen program has every file that is no module: rules of the database, words, fonts."""

from __future__ import annotations

import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from tests.architecture import ROOT

#: Not in the program: sources of the pictures, of words that are offered, and what Python makes.
_LEFT_OUT = ("__pycache__", "pending", "pictures")


def frozen_files(monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """Runs the recipe without PyInstaller; returns the files that are put beside the modules, as `folder/name`."""
    hooks = ModuleType("PyInstaller.utils.hooks")
    for name in ("collect_data_files", "collect_submodules", "copy_metadata"):
        setattr(hooks, name, lambda *_: [])
    for package in ("PyInstaller", "PyInstaller.utils"):
        monkeypatch.setitem(sys.modules, package, ModuleType(package))
    monkeypatch.setitem(sys.modules, hooks.__name__, hooks)
    monkeypatch.chdir(ROOT)
    found: list[tuple[str, str]] = []

    class Made:
        """Stands for what PyInstaller makes."""

        def __init__(self, *_: Any, datas: list[tuple[str, str]] | None = None, **__: Any) -> None:
            found.extend(datas or [])
            self.pure = self.scripts = self.binaries = self.datas = None

    names = dict.fromkeys(("Analysis", "PYZ", "EXE", "COLLECT"), Made)
    exec(compile((ROOT / "build_installer.spec").read_text(encoding="utf-8"), "spec", "exec"), {**names})
    files: set[str] = set()
    for source, target in found:
        path = ROOT / source
        if path.is_dir():
            files |= {
                f"{target}/{one.relative_to(path).as_posix()}" for one in path.rglob("*") if one.is_file()
            }
        else:
            files.add(f"{target}/{path.name}")
    return files


def test_every_file_beside_the_modules_is_in_the_frozen_program(monkeypatch: pytest.MonkeyPatch) -> None:
    there = frozen_files(monkeypatch)
    wanted = {
        path.relative_to(ROOT).as_posix()
        for package in ("desktop_app", "ui", "resources", "translations")
        for path in (ROOT / package).rglob("*")
        if path.is_file() and path.suffix not in {".py", ".pyc"} and not {*_LEFT_OUT} & {*path.parts}
    }
    assert "desktop_app/petitions/rights/visibility.sql" in wanted
    assert Path("desktop_app/intake/portal.sql").as_posix() in there
    assert wanted - there == set()
