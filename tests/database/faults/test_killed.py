from __future__ import annotations

import time

from tests.database.faults.load import Load, counted
from tests.database.faults.servers import Server


def test_a_server_killed_four_times_loses_no_acknowledged_write_and_does_none_twice(server: Server) -> None:
    load = Load(server.url(), clerks=4)
    waits: list[float] = []
    with load.running() as told:
        for round_ in range(4):
            load.wait_for(40)
            server.kill(postmaster_only=round_ % 2 == 1)
            server.start()
            there = time.monotonic()
            load.wait_for(20)
            waits.append(load.usable_after(there))
    assert told.bugs == []
    found = counted(server.url(), told)
    assert found.acknowledged > 200
    assert (found.lost, found.twice, found.refused_but_there, found.unknown) == (0, 0, 0, 0)
    # Whoever waited for a colleague on the same petition was served as well.
    assert (told.refused, dict(told.troubles)) == ([], {})
    assert max(waits) <= 5.0
