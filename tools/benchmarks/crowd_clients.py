"""The clients of the benchmark `crowd`: clerks at work through the real services, and their windows.

A process holds many clients, because a machine has not two hundred processors. What a clerk does goes through the
services, on a connection of the clerk's own role. What a window asks beside (news, counts, who is where) is sent as
the very statements that the services send, but without the services' own work for them: in an office that is done by
two hundred other PCs. Each window listens on a connection of its own, as the program does. Clerks and their windows
stand in different processes, so that what a hundred windows hear is no clerk's wait for an interpreter; what a clerk
looks at stands in memory that both share.
"""

from __future__ import annotations

import os
import sys
import threading
import time
from dataclasses import dataclass
from typing import Any

from tools.benchmarks.crowd_clerks import Clerk, Done, Sight
from tools.benchmarks.crowd_windows import Windows


@dataclass(frozen=True)
class Crowd:
    """What every process is told: the server, the office, how long and how often, and the memory that is shared."""

    url: str
    password: str
    units: list[int]
    seconds: float
    #: Between two acts of one clerk, on average.
    pause: float
    #: All processes are there and warm.
    warm: Any
    #: Whose turn it is, where one works and the others stand still.
    turn: Any
    ready: Any
    go: Any
    told: Any
    shared: Any


def run_clients(crowd: Crowd, named: list[tuple[int, str]], windows: bool) -> None:
    """A process: signs its clients in, waits for `go`, works for so many seconds, and tells what was done. `named`:
    their places in the shared memory and user names; `windows`: of these the windows, else the clerks."""
    # Two hundred other PCs do not take the processor from the server, and fifty of them do not wait for one another's
    # interpreter either.
    os.nice(10)
    sys.setswitchinterval(0.0005)
    ready, told = crowd.ready, crowd.told
    try:
        clerks = [
            Clerk(crowd.url, name, crowd.password, crowd.units, Sight(crowd.shared, place))
            for place, name in named
        ]
        standing = Windows(clerks) if windows else None
        for clerk in clerks:
            if windows:
                # What is asked from here on goes over the windows' own lines.
                clerk.services.database.engine.dispose()
            else:
                clerk.warm_up()
        crowd.warm.wait()
        in_turn = [] if windows else [clerk.in_turn(crowd.turn) for clerk in clerks]
        ready.release()
        crowd.go.wait()
        began = time.process_time()
        end = time.monotonic() + crowd.seconds
        if standing is None:
            threads = [threading.Thread(target=clerk.work, args=(end, crowd.pause)) for clerk in clerks]
        else:
            threads = [threading.Thread(target=standing.listen, args=(end,))]
            threads += [threading.Thread(target=standing.ask, args=(end,)) for _ in range(2)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        done = Done(in_turn=in_turn)
        for clerk in clerks:
            clerk.add_to(done)
        if standing is not None:
            standing.add_to(done)
        done.processor = time.process_time() - began
        told.put(done)
        for clerk in clerks:
            clerk.services.close()
    except BaseException as error:
        crowd.warm.abort()
        ready.release()
        told.put(repr(error))
        raise
