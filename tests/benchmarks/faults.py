"""What the database's death costs: servers killed, stopped and replaced under load, longer than in the tests.

Counted: acknowledged writes that are not there, writes that are there twice, and the seconds from the moment when the
server answers again until every client had something acknowledged.
"""

from __future__ import annotations

import time
from collections.abc import Callable

from tests.database.faults.load import Load, counted
from tests.database.faults.servers import Server, Servers, servers

_CLERKS = 8
_ROUNDS = 4
_MORE = 400


def run() -> list[tuple[str, str]]:
    with servers() as made:
        return [*_killed(made), *_standing_still(made), *_failover(made)]


def _killed(made: Servers) -> list[tuple[str, str]]:
    server = made.new()

    def kill(round_: int) -> None:
        server.kill(postmaster_only=round_ % 2 == 1)
        server.start()

    return _measured("killed -9", server, server.url(), kill)


def _standing_still(made: Servers) -> list[tuple[str, str]]:
    server = made.new()

    def stand_still(_round: int) -> None:
        server.stop()
        time.sleep(6)
        server.go_on()

    return _measured("stopped for 6 s", server, server.url(), stand_still)


def _failover(made: Servers) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    for number in range(_ROUNDS):
        primary = made.new()
        standby = made.standby_of(primary, "second")
        primary.run("ALTER SYSTEM SET synchronous_standby_names = 'second'")
        primary.run("SELECT pg_reload_conf()")

        def fail(_round: int, primary: Server = primary, standby: Server = standby) -> None:
            primary.kill()
            standby.promote()

        url = f"postgresql://postgres@/desk?host={primary.door},{standby.door}"
        found += _measured(f"failover {number + 1}", standby, url, fail, rounds=1)
        standby.kill()
    return found


def _measured(
    name: str, left: Server, url: str, fault: Callable[[int], None], rounds: int = _ROUNDS
) -> list[tuple[str, str]]:
    load = Load(url, _CLERKS)
    waits = []
    with load.running() as told:
        for round_ in range(rounds):
            load.wait_for(_MORE, 60)
            fault(round_)
            there = time.monotonic()
            load.wait_for(_MORE, 60)
            waits.append(told.usable_after(there, _CLERKS))
    count = counted(left.url(), told)
    sums = (
        f"{count.acknowledged} acknowledged, {count.lost} lost, {count.twice} twice, {count.unknown} unknown,"
        f" {len(told.refused)} refused ({count.refused_but_there} of them there), {len(told.bugs)} bugs"
        f" {dict(told.troubles) or ''}"
    )
    return [(name, sums), (f"{name}: usable again after", f"{max(waits):.1f} s at most, of {rounds}")]
