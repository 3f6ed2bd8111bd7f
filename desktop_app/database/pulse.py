"""Detects a hanging PostgreSQL server with a probe connection that asks for nothing.

A server that hangs (a stopped process, a dead disk, a pulled cable) keeps its sockets open and answers nothing. A
client would wait for ever, and `tcp_user_timeout` does not exist on Windows. A slow statement of a healthy server
must not be cancelled. A probe distinguishes both: a second connection that is answered at once, or not.
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

from desktop_app.clock import steady_seconds
from desktop_app.database.address import SSL_REQUEST

V = TypeVar("V")

#: After so many seconds without an answer to a statement the client probes the server, and waits `KNOCK` seconds.
SILENCE: Final = 2.0
KNOCK: Final = 1.3
#: The server itself cancels a statement after 15 s (`statement_timeout`); if it does not, its process hangs.
LONGEST: Final = 18.0
#: For so many seconds after its last answer a connection is used without a ping.
TRUSTED: Final = 20.0
#: Servers that were found hanging: a new connection to one of them probes it first.
_hanging: set[tuple[str, int]] = set()
_TICK: Final = 0.1


def answers(host: str, port: int, patience: float = KNOCK) -> bool:
    """Whether a server at `host` (a name, an address or the directory of a socket) answers a protocol message."""
    try:
        with _reach(host, port, patience) as door:
            door.settimeout(patience)
            door.sendall(SSL_REQUEST)
            return door.recv(1) in (b"S", b"N", b"E")
    except OSError:
        return False


def living(doors: list[tuple[str, int]]) -> list[tuple[str, int]]:
    """Returns those of `doors` (host, port) that are not known to hang, or answer again.

    Connecting to a hanging server would take the full connection timeout. Costs nothing while no server hangs.
    """
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
    """Whether a socket has anything to read, including its end."""
    if sys.platform == "win32":
        return bool(select.select([line], [], [], 0)[0])
    look = select.poll()
    look.register(line, select.POLLIN)
    return bool(look.poll(0))


class LivingConnection(psycopg.Connection[Any]):
    """A connection that waits for a hanging server at most `SILENCE` + `KNOCK` seconds."""

    #: The last COMMIT was done on the primary, but a synchronous standby did not confirm it.
    unconfirmed: bool = False
    silence: float = SILENCE
    knock: float = KNOCK
    #: Raised together with `statement_timeout` for a transaction (`take_time`).
    longest: float = LONGEST
    #: When the server answered last, by the steady clock, which goes on while the PC sleeps.
    heard_at: float = float("-inf")

    def is_quiet(self) -> bool:
        """Whether the server answered recently and has sent nothing since.

        A server that closed the connection has sent something, and a ping costs as much as a small query.
        """
        if steady_seconds() - self.heard_at >= TRUSTED or self.closed:
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
        """Allows statements to run for so many seconds until the transaction ends, as `SET LOCAL statement_timeout`
        does.
        """
        self.longest = seconds + LONGEST

    def note_warning(self, diagnostic: psycopg.errors.Diagnostic) -> None:
        """Notices the warning with which PostgreSQL stops waiting for a standby in a COMMIT."""
        if diagnostic.severity_nonlocalized == "WARNING" and diagnostic.sqlstate == "01000":
            self.unconfirmed = True

    def wait(self, gen: PQGen[V], interval: float = _TICK, timeout: float | None = None) -> V:
        # With a timeout of its own (waiting for notifications) silence is normal.
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
            self.heard_at = steady_seconds()
            result: V = end.value
            return result

    def hang_up(self) -> None:
        """Shuts the socket down: libpq finds the connection broken and raises an error."""
        line = socket.socket(fileno=self.pgconn.socket)
        with contextlib.suppress(OSError):
            line.shutdown(socket.SHUT_RDWR)
        line.detach()
