"""A station and an office whose database exists before the program starts."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from desktop_app.bootstrap import open_services
from desktop_app.database.engine import sqlite_url
from desktop_app.settings import Settings
from tests.conftest import with_cheap_passwords
from tests.department import TestOffice, open_office
from tests.engines import SqliteFiles, file_of
from tests.journeys.station import Station, missing

_FAILED = pytest.StashKey[bool]()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    report = yield
    item.stash[_FAILED] = item.stash.get(_FAILED, False) or report.failed
    return report


@dataclass(frozen=True)
class Desk:
    """The data folder of a PC with an office in it."""

    folder: Path

    @property
    def file(self) -> Path:
        return Settings(data_folder=self.folder).local_database

    @property
    def arguments(self) -> tuple[str, ...]:
        return ("--data-dir", str(self.folder))

    def rows(self, statement: str, *values: object) -> list[tuple[Any, ...]]:
        """Rows of the database, read beside the program."""
        connection = sqlite3.connect(f"file:{self.file}?mode=ro", uri=True)
        try:
            return connection.execute(statement, values).fetchall()
        finally:
            connection.close()

    def value(self, statement: str, *values: object) -> Any:
        """The first column of the only row; None without a row."""
        rows = self.rows(statement, *values)
        assert len(rows) <= 1, rows
        return rows[0][0] if rows else None

    def office(self) -> TestOffice:
        """The services, to prepare what a journey needs; close them before the program starts."""
        return open_office(with_cheap_passwords(open_services(sqlite_url(self.file))))


@pytest.fixture
def empty_desk(tmp_path: Path) -> Desk:
    """The data folder of a PC on which the program never ran."""
    return Desk(tmp_path / "data")


@pytest.fixture
def desk(empty_desk: Desk, sqlite_files: SqliteFiles) -> Desk:
    """A PC on whose database an office has worked: two units and a person of each role, at today's time."""
    empty_desk.folder.mkdir()
    with sqlite_files.fresh() as url:
        shutil.copyfile(file_of(url), empty_desk.file)
    empty_desk.office().services.close()
    return empty_desk


@pytest.fixture
def station(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Station]:
    """A display of 1366 × 768."""
    with _open_station(tmp_path, request) as made:
        yield made


@pytest.fixture
def second_station(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Station]:
    """The display of a colleague."""
    with _open_station(tmp_path / "colleague", request) as made:
        yield made


@pytest.fixture
def small_station(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Station]:
    """A display of 960 × 600, as 1366 × 768 at 125 % and larger letters."""
    with _open_station(tmp_path, request, "960x600") as made:
        yield made


@contextmanager
def _open_station(folder: Path, request: pytest.FixtureRequest, size: str = "1366x768") -> Iterator[Station]:
    if lacking := missing():
        pytest.skip(f"journeys need {', '.join(lacking)}")
    with Station(folder, size) as made:
        yield made
        if request.node.stash.get(_FAILED, False):
            made.leave_evidence()
