"""What others changed, as it happens, and whether the database is there: one thread that listens.

PostgreSQL tells by NOTIFY, from triggers, once a transaction: table, in whose reach the row is, and id; nothing of
what stands there. What is told of petitions that this person cannot see is passed over.
SQLite tells by `PRAGMA data_version` that another connection wrote. Whatever may have been missed (after a lost
connection, and every half minute) is told as `ANYTHING`. The thread knows at once when the server's process dies, and
in less than five seconds when it hangs.
"""

from __future__ import annotations

import contextlib
import logging
import sqlite3
import threading
import time
from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from desktop_app.errors import AppError, DatabaseAwayError

if TYPE_CHECKING:
    from psycopg import Notify

    from desktop_app.database.engine import Database
    from desktop_app.database.pulse import LivingConnection

#: Tables and ids of rows that changed; id 0: many rows of that table.
Changed = frozenset[tuple[str, int]]
#: Something may have changed, anywhere.
ANYTHING: Final[Changed] = frozenset({("", 0)})

#: Whose telling may mean that this person sees others from now on.
_RIGHTS: Final = frozenset({"", "deputy", "person", "person_role", "unit"})

_log = logging.getLogger(__name__)
_CHANNEL: Final = "mosharekat"
#: How often a file is looked at, in seconds; how often a silent server is asked whether it is there.
_LOOKS_EVERY: Final = 0.5
_ASKS_EVERY: Final = 2.0
#: How long the question may go unanswered, and then the knock at the door (`pulse`): all in all under five seconds.
_SILENCE: Final = 1.2
_KNOCK: Final = 1.0
#: What comes within so many seconds is told together.
_GATHERS: Final = 0.05
#: After so many seconds `ANYTHING` is told in any case.
_NET: Final = 30.0
_TRIES_EVERY: Final = 0.5


def concerns(changed: Changed, *tables: str) -> bool:
    """Whether rows of one of `tables` may have changed."""
    return any(table in ("", *tables) for table, _ in changed)


class ChangeListener:
    """Calls `told` with what changed, and `state` with the trouble when the database goes away and with None when it
    is there (again). Both are called on the listening thread."""

    def __init__(
        self,
        database: Database,
        told: Callable[[Changed], None],
        state: Callable[[AppError | None], None],
    ) -> None:
        self._database, self._told, self._state = database, told, state
        self._end = threading.Event()
        self._connection: LivingConnection | None = None
        #: The units that this person sees petitions of, and the person, below zero (`app.my_reach`).
        self._reach: frozenset[str] = frozenset()
        self._there: bool | None = None
        listen = self._watch_file if database.is_sqlite else self._listen
        self._thread = threading.Thread(target=listen, name="changes", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def stop(self, timeout: float = 2.0) -> None:
        """Tells nothing more, and waits for the thread to end."""
        self._end.set()
        connection = self._connection
        if connection is not None:
            # It waits for the server; the end of its line wakes it.
            with contextlib.suppress(Exception):
                connection.hang_up()
        if self._thread.is_alive():
            self._thread.join(timeout)

    def _tell(self, changed: Changed) -> None:
        if not self._end.is_set():
            self._told(changed)

    def _tell_state(self, trouble: AppError | None) -> None:
        there = trouble is None
        if there == self._there or self._end.is_set():
            return
        came_back = there and self._there is not None
        self._there = there
        self._state(trouble)
        if came_back:
            self._tell(ANYTHING)

    # PostgreSQL

    def _listen(self) -> None:
        from psycopg import Error  # noqa: PLC0415 - 0.1 s that SQLite does not need

        while not self._end.is_set():
            try:
                with self._database.connect_apart() as connection:
                    self._connection = connection
                    connection.silence, connection.knock = _SILENCE, _KNOCK
                    connection.execute(f"LISTEN {_CHANNEL}")
                    self._tell_state(None)
                    self._hear(connection)
            except Error as error:
                _log.info("listening: %s", type(error).__name__)
                trouble = DatabaseAwayError(where=self._database.place)
                trouble.__cause__ = error
                self._tell_state(trouble)
                self._end.wait(_TRIES_EVERY)
            finally:
                self._connection = None

    def _hear(self, connection: LivingConnection) -> None:
        self._look_up_reach(connection)
        net = time.monotonic() + _NET
        while not self._end.is_set():
            told = list(connection.notifies(timeout=_ASKS_EVERY, stop_after=1))
            if told:
                told += connection.notifies(timeout=_GATHERS)
                self._tell_of(told, connection)
            else:
                connection.execute("SELECT 1")
            if time.monotonic() > net:
                net = time.monotonic() + _NET
                self._look_up_reach(connection)
                self._tell(ANYTHING)

    def _tell_of(self, told: list[Notify], connection: LivingConnection) -> None:
        if any(one.payload.partition(":")[0] in _RIGHTS for one in told):
            self._look_up_reach(connection)
        found = (heard(one.payload, self._reach) for one in told)
        if changed := frozenset(one for one in found if one is not None):
            self._tell(changed)

    def _look_up_reach(self, connection: LivingConnection) -> None:
        found = connection.execute("SELECT app.my_reach()").fetchone()
        self._reach = frozenset(map(str, found[0] or ())) if found else frozenset()

    # SQLite

    def _watch_file(self) -> None:
        connection: sqlite3.Connection | None = None
        seen: int | None = None
        while not self._end.is_set():
            try:
                if connection is None:
                    connection = sqlite3.connect(
                        f"file:{self._database.place}?mode=rw", uri=True, timeout=1.0
                    )
                version = int(connection.execute("PRAGMA data_version").fetchone()[0])
            except sqlite3.Error as error:
                if "locked" not in str(error):
                    self._tell_state(DatabaseAwayError(where=self._database.place))
                    _close(connection)
                    connection = seen = None
            else:
                self._tell_state(None)
                if seen is not None and version != seen:
                    self._tell(ANYTHING)
                seen = version
            self._end.wait(_LOOKS_EVERY)
        _close(connection)


def _close(connection: sqlite3.Connection | None) -> None:
    if connection is not None:
        connection.close()


def heard(payload: str, reach: frozenset[str]) -> tuple[str, int] | None:
    """Table and id that were told (`petition:3,-12:17`: those in whose reach it is, 0 for everybody's), `ANYTHING`'s
    for what cannot be read; None for a petition that is out of `reach`."""
    table, _, rest = payload.partition(":")
    whose, _, number = rest.rpartition(":")
    if not number.isdecimal():
        return ("", 0)
    if table == "petition" and whose != "0" and reach.isdisjoint(whose.split(",")):
        return None
    return (table, int(number))
