"""Offices that have something in them already: what the tests of a file begin with is made once and copied.

A test of a window needs petitions or drafts before it opens one; making them through the services takes longer than
copying the file that they stand in.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any, TypeVar

import pytest

from desktop_app.bootstrap import open_services, services_of
from desktop_app.clock import FixedClock
from desktop_app.database.engine import Database, sqlite_url
from desktop_app.services import Services
from tests.clocks import use_clock
from tests.conftest import NOON, staffed_database, with_cheap_passwords
from tests.department import TestOffice, open_office
from tests.engines import SqliteFiles
from ui import jobs

T = TypeVar("T")
#: Puts something into an office, whose clock it may move on; returns what tests ask for, numbers or codes.
Fill = Callable[[TestOffice, FixedClock], T]


class PreparedOffices:
    """Of each filling one template, from the office with its staff; with the moment at which it was done.

    The tests have one `Database` after the other, on one file that is put back to what the template has: a new engine
    would put every statement together anew, which takes longer than the statements themselves.
    """

    def __init__(self, files: SqliteFiles, folder: Path) -> None:
        self._files, self._folder = files, folder
        self._templates: dict[Fill[Any], tuple[Path, datetime, Any]] = {}
        self._path = folder / "office.db"
        self._database: Database | None = None

    @contextmanager
    def office(self, fill: Fill[T], clock: FixedClock) -> Iterator[tuple[TestOffice, T]]:
        """An office of this test alone in which `fill` has been, with what that returned; `clock` goes on where it
        left off."""
        if fill not in self._templates:
            self._templates[fill] = self._made(fill)
        template, moment, given = self._templates[fill]
        clock.advance(moment - clock.now())
        # What the test before began last may have come to its database after that was closed; nothing of it may find
        # this one's.
        assert jobs.wait_all()
        database = self._database or Database(sqlite_url(self._path))
        # Its connections are closed; those that this test opens are kept in the pool.
        database.close()
        self._put_back(template)
        # A thread that asked at this very moment (the watch of a window) may have come to the file of before.
        database.close()
        database.closed = False
        self._database = database
        use_clock(database, clock)
        services = with_cheap_passwords(services_of(database))
        yield open_office(services), given
        # A connection that is given back to a database that is closed is closed by nobody.
        assert jobs.wait_all()
        services.close()

    def _put_back(self, template: Path) -> None:
        for part in ("", "-wal", "-shm"):
            Path(f"{self._path}{part}").unlink(missing_ok=True)
        shutil.copyfile(template, self._path)

    def _made(self, fill: Fill[T]) -> tuple[Path, datetime, T]:
        clock = FixedClock(NOON)
        with self._files.fresh(staffed_database) as url:
            services = _opened(url, clock)
            given = fill(open_office(services), clock)
            services.close()
            template = self._folder / f"template-{len(self._templates)}.db"
            assert services.database.url.database is not None
            shutil.copyfile(services.database.url.database, template)
        return template, clock.now(), given


def _opened(url: str, clock: FixedClock) -> Services:
    return with_cheap_passwords(open_services(url, clock=clock, prepare_schema=False))


def nothing(office: TestOffice, clock: FixedClock) -> int:
    """The staff alone."""
    del office, clock
    return 0


def begins_with(fill: Fill[T]) -> Any:
    """The fixture `prepared` of a file whose tests begin with what `fill` makes; `sqlite_office = its_office` beside
    it, and under a name of their own `its_given`."""

    @pytest.fixture
    def prepared(prepared_offices: PreparedOffices, clock: FixedClock) -> Iterator[tuple[TestOffice, T]]:
        with prepared_offices.office(fill, clock) as made:
            yield made

    return prepared


@pytest.fixture
def its_office(prepared: tuple[TestOffice, Any]) -> TestOffice:
    return prepared[0]


@pytest.fixture
def its_given(prepared: tuple[TestOffice, Any]) -> Any:
    return prepared[1]
