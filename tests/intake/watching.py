"""A watched folder as a source, and rounds over it."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest

from desktop_app.intake.sources.rounds import Round, Rounds
from desktop_app.intake.sources.service import SourceRow, SourceSettings
from tests.department import TestOffice

#: Long ago: nobody writes to it any more.
OLD = 1_700_000_000


def aged(path: Path, seconds: int = 0) -> Path:
    os.utime(path, (OLD + seconds, OLD + seconds))
    return path


def rounds(office: TestOffice) -> Rounds:
    services = office.services
    return Rounds(services.database, services.staging, services.sources, pause=0)


def source(office: TestOffice, folder: Path, **told: Any) -> SourceRow:
    settings = SourceSettings(**{"name": folder.name, "folder": str(folder), **told})
    return office.services.sources.add(office.administrator, settings)


def go(office: TestOffice) -> Round:
    return rounds(office).run(office.manager)


def names(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "portal"
    made.mkdir()
    return made
