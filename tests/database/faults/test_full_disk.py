from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from sqlalchemy import event, text

from desktop_app.database import health, verification
from desktop_app.database.engine import Database
from desktop_app.errors import DatabaseFullError
from desktop_app.petitions.lists.inbox import ListFilter
from desktop_app.staff.roles import pc_user
from desktop_app.wording.errors import error_sentence
from tests.database.faults.load import Load, counted
from tests.database.faults.servers import Servers
from tests.engines import SqliteFiles

#: So large may a file of the server become; the segments of its log are smaller.
_LARGEST = 1_600_000
#: So many pages of 4 KiB may the file of SQLite have.
_PAGES = 600
_ENDLESS = 1_073_741_823


@dataclass(frozen=True)
class Disk:
    """A database on a disk that the test fills and empties."""

    url: str
    clerks: int
    fill: Callable[[], None]
    empty: Callable[[], None]
    #: Told of each client before it writes.
    joins: Callable[[Database], None]


@pytest.fixture(params=["sqlite", "postgresql"])
def disk(request: pytest.FixtureRequest) -> Iterator[Disk]:
    if request.param == "postgresql":
        made: Servers = request.getfixturevalue("fault_servers")
        server = made.new()
        yield Disk(server.url(), 3, lambda: server.fill_up(_LARGEST), server.make_room, lambda _: None)
        server.kill()
        return
    files: SqliteFiles = request.getfixturevalue("sqlite_files")
    most = [_ENDLESS]

    def joins(database: Database) -> None:
        @event.listens_for(database.engine, "checkout")
        def _bound(connection: Any, _record: object, _proxy: object) -> None:
            connection.execute(f"PRAGMA max_page_count = {most[0]}")

    with files.fresh() as url:
        yield Disk(url, 1, lambda: most.__setitem__(0, _PAGES), lambda: most.__setitem__(0, _ENDLESS), joins)


def test_a_full_disk_is_one_clear_trouble_and_nothing_acknowledged_is_lost(disk: Disk) -> None:
    load = Load(disk.url, disk.clerks, weight=20_000)
    for services in load.services:
        disk.joins(services.database)
    disk.fill()
    with load.running() as told:
        load.wait_for_refusals(3)
        written = len(told.acknowledged)
        # Whoever only looks is served.
        assert load.services[0].inbox.find(pc_user("reception"), ListFilter(), 50)[1]
        disk.empty()
        there = time.monotonic()
        load.wait_for(20)
        usable = load.usable_after(there)
    assert told.bugs == []
    assert set(told.troubles) == {DatabaseFullError.code}
    assert written >= 20
    assert usable <= 5.0
    found = counted(disk.url, told)
    assert (found.lost, found.twice, found.refused_but_there, found.unknown) == (0, 0, 0, 0)
    database = Database(disk.url)
    assert health.problems(database) == ()
    assert verification.verify(database).ok
    if database.is_sqlite:
        with database.reading() as session:
            assert session.scalar(text("PRAGMA integrity_check")) == "ok"
    assert "تمام شده است" in error_sentence(DatabaseFullError(where=database.place))
    database.close()
