"""Whether a PostgreSQL server lives: a knock at its door that asks for nothing, and a connection that knocks.

A server that hangs (a stopped process, a dead disk, a pulled cable) keeps its sockets open and answers nothing; a
client then waits for ever, and `tcp_user_timeout` is not there on Windows. A slow statement of a sound server must
not be broken off. The difference is told by knocking: a second connection that is answered at once, or not.
"""

from __future__ import annotations

import contextlib
import select
import socket
import sys
import time
from collections.abc import Generator
from typing import Any, Final, TypeVar

import psycopg
from psycopg.abc import PQGen

from desktop_app.database.address import SSL_REQUEST

V = TypeVar("V")

#: A statement without any answer for so long makes the client knock, in seconds; so long it waits at the door.
SILENCE: Final = 2.0
KNOCK: Final = 1.3
#: The server itself ends a statement after 15 s (`statement_timeout`); if it does not, its process hangs.
LONGEST: Final = 18.0
#: So many seconds after its last answer a connection is used without asking whether it is there still.
TRUSTED: Final = 20.0
#: Servers that were found hanging: whoever connects to one of them knocks first.
_hanging: set[tuple[str, int]] = set()
_TICK: Final = 0.1


def answers(host: str, port: int, patience: float = KNOCK) -> bool:
    """Whether a server at `host` (a name, an address or the folder of a socket) answers a first word."""
    try:
        with _reach(host, port, patience) as door:
            door.settimeout(patience)
            door.sendall(SSL_REQUEST)
            return door.recv(1) in (b"S", b"N", b"E")
    except OSError:
        return False


def living(doors: list[tuple[str, int]]) -> list[tuple[str, int]]:
    """Those of `doors` that are not known to hang, or answer again: connecting to the others takes the whole time
    limit of a connection. Costs nothing while no server hangs."""
    for door in [door for door in doors if door in _hanging]:
        if answers(*door):
            _hanging.discard(door)
    return [door for door in doors if door not in _hanging]


def _reach(host: str, port: int, patience: float) -> socket.socket:
    if not host.startswith(("/", "@")):
        return socket.create_connection((host, port), patience)
    door = socket.socket(socket.AF_UNIX)
    door.settimeout(patience)
    door.connect(f"{host}/.s.PGSQL.{port}")
    return door


def _has_word(line: int) -> bool:
    """Whether there is anything to read on a socket, its end included."""
    if sys.platform == "win32":
        return bool(select.select([line], [], [], 0)[0])
    look = select.poll()
    look.register(line, select.POLLIN)
    return bool(look.poll(0))


class LivingConnection(psycopg.Connection[Any]):
    """A connection that does not wait for a server that hangs: at most `SILENCE` + `KNOCK` seconds."""

    #: The last COMMIT was done here, but a standby that should have it did not confirm it.
    unconfirmed: bool = False
    silence: float = SILENCE
    knock: float = KNOCK
    #: Whoever lifts `statement_timeout` for a transaction lifts this with it (`take_time`).
    longest: float = LONGEST
    #: When the server answered last, by the PC's clock, which goes on while the PC sleeps.
    heard_at: float = 0.0

    def is_quiet(self) -> bool:
        """Whether the server answered a short while ago and has said nothing since: one that let go of the connection
        has, and asking it costs as much as a small question."""
        if not 0 <= time.time() - self.heard_at < TRUSTED or self.closed:
            return False
        return not _has_word(self.pgconn.socket)

    def commit(self) -> None:
        self.unconfirmed = False
        super().commit()
        self.__dict__.pop("longest", None)

    def rollback(self) -> None:
        super().rollback()
        self.__dict__.pop("longest", None)

    def take_time(self, seconds: float) -> None:
        """Lets statements take so long until the transaction ends, as `SET LOCAL statement_timeout` does."""
        self.longest = seconds + LONGEST

    def note_warning(self, diagnostic: psycopg.errors.Diagnostic) -> None:
        """Takes note of the warning with which PostgreSQL breaks off waiting for a standby in a COMMIT."""
        if diagnostic.severity_nonlocalized == "WARNING" and diagnostic.sqlstate == "01000":
            self.unconfirmed = True

    def wait(self, gen: PQGen[V], interval: float = _TICK, timeout: float | None = None) -> V:
        # With a time limit of its own (waiting for notifications) silence is no trouble.
        watched = gen if timeout is not None else self._watched(gen)
        return super().wait(watched, interval, timeout)

    def _watched(self, gen: PQGen[V]) -> Generator[Any, Any, V]:
        began = heard = time.monotonic()
        try:
            state = next(gen)
            while True:
                ready = yield state
                now = time.monotonic()
                if ready:
                    heard = now
                elif now - heard >= self.silence:
                    door = self.info.host or "localhost", self.info.port
                    if not answers(self.info.hostaddr or door[0], door[1], self.knock):
                        _hanging.add(door)
                        self.hang_up()
                    elif now - began > self.longest:
                        self.hang_up()
                    heard = time.monotonic()
                state = gen.send(ready)
        except StopIteration as end:
            self.heard_at = time.time()
            result: V = end.value
            return result

    def hang_up(self) -> None:
        """Shuts the socket down: libpq finds the connection broken and says so."""
        line = socket.socket(fileno=self.pgconn.socket)
        with contextlib.suppress(OSError):
            line.shutdown(socket.SHUT_RDWR)
        line.detach()
