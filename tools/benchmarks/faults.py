"""What the database's death costs: servers killed, stopped and replaced under load, longer than in the tests.

Counted: acknowledged writes that are not there, writes that are there twice, and the seconds from the moment when the
server answers again until every client had something acknowledged.
"""

from __future__ import annotations

import os
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from desktop_app.bootstrap import open_services
from desktop_app.settings import Settings
from tests.database.faults.load import Load, counted
from tests.database.faults.servers import Server, Servers, servers
from tests.department import open_office

_CLERKS = 8
_ROUNDS = 4
_MORE = 400


class Heart:
    """Beats in the thread of the window; `longest` is the longest time in seconds that the window was frozen."""

    def __init__(self) -> None:
        # A window, only for this part.
        from PySide6.QtCore import QTimer  # noqa: PLC0415

        self.longest, self._last = 0.0, time.monotonic()
        self._timer = QTimer(interval=10)
        self._timer.timeout.connect(self._beat)
        self._timer.start()

    def _beat(self) -> None:
        now = time.monotonic()
        self.longest, self._last = max(self.longest, now - self._last), now


def run() -> list[tuple[str, str]]:
    with servers() as made:
        return [*_window(made), *_killed(made), *_standing_still(made), *_failover(made)]


def _window(made: Servers) -> list[tuple[str, str]]:
    """An inbox on a server that goes and comes: how long the window stands still, when it tells, when it is back."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    # A window, only for this part.
    from PySide6.QtTest import QTest  # noqa: PLC0415

    from tests.ui.desk_window import desk  # noqa: PLC0415
    from tests.ui.keyboard import wait  # noqa: PLC0415
    from ui.application import make_application  # noqa: PLC0415

    server = made.new()
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        application = make_application(Settings(data_folder=Path(folder), theme="light"))
        services = open_services(server.url(), prepare_schema=False)
        office = open_office(services)
        for number in range(60):
            office.registered(text=f"متن {number}")
        found: list[tuple[str, str]] = []
        with desk(office, office.clerk) as clerk:
            clerk.window.colleagues.start()
            wait(lambda: clerk.window.watch.listening)
            for name, away, back in (
                ("killed", server.kill, server.start), ("stopped", server.stop, server.go_on)
            ):  # fmt: skip
                bar, heart = clerk.window.outage_bar, Heart()
                away()
                gone = time.monotonic()
                clerk.screen.refresh()
                wait(bar.isVisible, 20)
                told = time.monotonic() - gone
                QTest.qWait(2000)
                # Starting a server takes this process's time too: not while the heart is listened to.
                longest = heart.longest
                back()
                there, heart = time.monotonic(), Heart()
                wait(bar.isHidden, 20)
                clerk.settle()
                found.append((
                    f"window, server {name}",
                    f"told after {told:.1f} s, back and read again {time.monotonic() - there:.1f} s after the server,"
                    f" never still for more than {max(longest, heart.longest) * 1000:.0f} ms",
                ))  # fmt: skip
        services.close()
        application.processEvents()
    server.kill()
    return found


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
            waits.append(load.usable_after(there))
    count = counted(left.url(), told)
    sums = (
        f"{count.acknowledged} acknowledged, {count.lost} lost, {count.twice} twice, {count.unknown} unknown,"
        f" {len(told.refused)} refused ({count.refused_but_there} of them there), {len(told.bugs)} bugs"
        f" {dict(told.troubles) or ''}"
    )
    return [(name, sums), (f"{name}: usable again after", f"{max(waits):.1f} s at most, of {rounds}")]
