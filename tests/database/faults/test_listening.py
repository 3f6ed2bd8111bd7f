from __future__ import annotations

import time

from desktop_app.database.changes import ANYTHING
from tests.database.faults.servers import Server
from tests.database.test_changes import Listener, listening

#: A clerk must know in so many seconds that the database is away.
KNOWN_WITHIN = 5.0


def _is_away(listener: Listener) -> bool:
    return listener.states[-1] is not None


def test_a_dead_server_is_known_at_once_and_its_return_reads_everything_again(server: Server) -> None:
    with listening(server.url()) as listener:
        server.kill()
        assert listener.wait(lambda: _is_away(listener), 1.0)
        assert listener.heard == set()
        server.start()
        there = time.monotonic()
        assert listener.wait(lambda: not _is_away(listener), 5.0)
        assert time.monotonic() - there <= 5.0
        assert listener.wait(lambda: listener.heard >= ANYTHING, 1.0)


def test_a_hanging_server_is_known_within_five_seconds(server: Server) -> None:
    with listening(server.url()) as listener:
        server.stop()
        assert listener.wait(lambda: _is_away(listener), KNOWN_WITHIN)
        server.go_on()
        assert listener.wait(lambda: not _is_away(listener), 5.0)
