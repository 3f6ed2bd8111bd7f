"""A thread that listens for changes by other clients and for the state of the connection.

On PostgreSQL triggers send a NOTIFY once per transaction. It has table, reach (who may see the row) and id, but
never a value of the row. Notifications of petitions that this person cannot see are dropped.

On SQLite `PRAGMA data_version` shows that another connection wrote. What may have been missed (after a lost
connection, and every half minute) is reported as `ANYTHING`. The thread notices at once when the server's
process dies, and in less than five seconds when it hangs.
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

#: Tables and ids of changed rows; id 0 means many rows of that table.
Changed = frozenset[tuple[str, int]]
#: Anything may have changed.
ANYTHING: Final[Changed] = frozenset({("", 0)})

#: Tables whose changes may change which petitions this person sees.
_RIGHTS: Final = frozenset({"", "deputy", "person", "person_role", "unit"})

_log = logging.getLogger(__name__)
_CHANNEL: Final = "mosharekat"
#: How often the SQLite file is polled, and how often a silent server is pinged, in seconds.
_LOOKS_EVERY: Final = 0.5
_ASKS_EVERY: Final = 2.0
#: How long a ping may stay unanswered, and then the probe of `pulse`: less than five seconds altogether.
_SILENCE: Final = 1.2
_KNOCK: Final = 1.0
#: Notifications that arrive within so many seconds are reported together.
_GATHERS: Final = 0.05
#: `ANYTHING` is reported after so many seconds in any case.
_NET: Final = 30.0
_TRIES_EVERY: Final = 0.5


def concerns(changed: Changed, *tables: str) -> bool:
    """Whether rows of one of `tables` may have changed."""
    return any(table in ("", *tables) for table, _ in changed)


class ChangeListener:
    """Calls `on_change` with each set of changes, and `state` with the error when the database goes away and with
    None when it is back.

    Both are called on the listening thread.
    """

    def __init__(
        self,
        database: Database,
        on_change: Callable[[Changed], None],
        state: Callable[[AppError | None], None],
    ) -> None:
        self._database, self._on_change, self._state = database, on_change, state
        self._end = threading.Event()
        self._connection: LivingConnection | None = None
        #: The units whose petitions this person sees, and the person's id as a negative number (`app.my_reach`).
        self._reach: frozenset[str] = frozenset()
        self._there: bool | None = None
        listen = self._watch_file if database.is_sqlite else self._listen
        self._thread = threading.Thread(target=listen, name="changes", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def stop(self, timeout: float = 2.0) -> None:
        """Stops reporting, and waits for the thread to end."""
        self._end.set()
        connection = self._connection
        if connection is not None:
            # The thread waits for the server; closing the socket wakes it.
            with contextlib.suppress(Exception):
                connection.hang_up()
        if self._thread.is_alive():
            self._thread.join(timeout)

    def _report(self, changed: Changed) -> None:
        if not self._end.is_set():
            self._on_change(changed)

    def _report_state(self, trouble: AppError | None) -> None:
        there = trouble is None
        if there == self._there or self._end.is_set():
            return
        came_back = there and self._there is not None
        self._there = there
        self._state(trouble)
        if came_back:
            self._report(ANYTHING)

    # PostgreSQL

    def _listen(self) -> None:
        from psycopg import Error  # noqa: PLC0415 - 0.1 s that SQLite does not need

        while not self._end.is_set():
            try:
                with self._database.connect_apart() as connection:
                    self._connection = connection
                    connection.silence, connection.knock = _SILENCE, _KNOCK
                    connection.execute(f"LISTEN {_CHANNEL}")
                    self._report_state(None)
                    self._hear(connection)
            except Error as error:
                _log.info("listening: %s", type(error).__name__)
                trouble = DatabaseAwayError(where=self._database.place)
                trouble.__cause__ = error
                self._report_state(trouble)
                self._end.wait(_TRIES_EVERY)
            finally:
                self._connection = None

    def _hear(self, connection: LivingConnection) -> None:
        self._look_up_reach(connection)
        net = time.monotonic() + _NET
        while not self._end.is_set():
            notifications = list(connection.notifies(timeout=_ASKS_EVERY, stop_after=1))
            if notifications:
                notifications += connection.notifies(timeout=_GATHERS)
                self._report_notifications(notifications, connection)
            else:
                connection.execute("SELECT 1")
            if time.monotonic() > net:
                net = time.monotonic() + _NET
                self._look_up_reach(connection)
                self._report(ANYTHING)

    def _report_notifications(self, notifications: list[Notify], connection: LivingConnection) -> None:
        if any(one.payload.partition(":")[0] in _RIGHTS for one in notifications):
            self._look_up_reach(connection)
        found = (heard(one.payload, self._reach) for one in notifications)
        if changed := frozenset(one for one in found if one is not None):
            self._report(changed)

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
                    self._report_state(DatabaseAwayError(where=self._database.place))
                    _close(connection)
                    connection = seen = None
            else:
                self._report_state(None)
                if seen is not None and version != seen:
                    self._report(ANYTHING)
                seen = version
            self._end.wait(_LOOKS_EVERY)
        _close(connection)


def _close(connection: sqlite3.Connection | None) -> None:
    if connection is not None:
        connection.close()


def heard(payload: str, reach: frozenset[str]) -> tuple[str, int] | None:
    """Returns the table and id of a notification (`petition:3,-12:17`: kind, reach, id; reach 0 is everybody).

    An unreadable payload gives the entry of `ANYTHING`, a petition outside of `reach` None.
    """
    table, _, rest = payload.partition(":")
    audience, _, number = rest.rpartition(":")
    if not number.isdecimal():
        return ("", 0)
    if table == "petition" and audience != "0" and reach.isdisjoint(audience.split(",")):
        return None
    return (table, int(number))
