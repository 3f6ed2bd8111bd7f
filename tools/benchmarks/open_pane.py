"""How soon an open pane shows what a colleague did: closed, referred or took over its petition.

The colleague acts through services of their own, on a connection of their own. Measured is the time from their commit
until the pane shows the new state, with the buttons that belong to it.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from itertools import combinations
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

import psycopg
from sqlalchemy import make_url

from desktop_app.bootstrap import open_services, sign_in
from desktop_app.database.engine import sqlite_url
from desktop_app.petitions.lists.inbox import ListFilter, Scope, View
from desktop_app.petitions.registration.register import NewPetition
from desktop_app.petitions.vocabulary import Channel, Kind, Move, Outcome
from desktop_app.sample.filling import SAMPLE_PASSWORD, fill
from desktop_app.services import Services
from desktop_app.settings import Settings
from desktop_app.staff.roles import Actor, Role
from tests.department import PASSWORD
from tests.guarded import OWNER, started_server
from tools.benchmarks.million import UNTIL

Measured = list[tuple[str, str]]
#: What has to be shown, in seconds after the commit.
WANTED: Final = 2.0
_ACTS: Final = ("close", "refer", "take over")
#: After so many seconds an act counts as not shown.
_GIVEN_UP: Final = 30.0


def run(petitions: int) -> Measured:
    """Returns the times of `petitions` acts of each kind, on both engines."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    return _on_sqlite(petitions) + _on_postgresql(petitions)


def _on_sqlite(petitions: int) -> Measured:
    with TemporaryDirectory(ignore_cleanup_errors=True) as name:
        url = sqlite_url(Path(name) / "open.db")
        first = open_services(url)
        fill(first, petitions=200, instruments=0, until=UNTIL)
        second = open_services(url)
        made = _measured("SQLite", first, second, petitions)
        for services in (first, second):
            services.close()
        return made


def _on_postgresql(petitions: int) -> Measured:
    with started_server() as server:
        with psycopg.connect(server.url("postgres"), autocommit=True) as connection:
            connection.execute(f"CREATE DATABASE open OWNER {OWNER}".encode())
        url = make_url(server.url("open")).set(username=OWNER, password=PASSWORD)
        owner = open_services(url.render_as_string(hide_password=False))
        fill(owner, petitions=200, instruments=0, until=UNTIL)
        mine, theirs = (sign_in(owner, name, SAMPLE_PASSWORD)[0] for name, _ in _clerks(owner))
        made = _measured("PostgreSQL", mine, theirs, petitions)
        for services in (mine, theirs, owner):
            services.close()
        return made


def _clerks(services: Services) -> tuple[tuple[str, Actor], tuple[str, Actor]]:
    """Returns two clerks of one unit, with their usernames."""
    people = [
        (row.username, services.accounts.actor(row.id)) for row in services.accounts.all() if row.active
    ]
    clerks = [one for one in people if one[1].has(Role.CLERK) and len(one[1].unit_ids) == 1]
    for one, other in combinations(clerks, 2):
        if one[1].unit_ids == other[1].unit_ids:
            return one, other
    raise RuntimeError("the sample has no two clerks of one unit")


def _measured(engine: str, mine: Services, theirs: Services, petitions: int) -> Measured:
    """Returns the times of the window of one clerk, while a colleague acts through services of their own."""
    from PySide6.QtTest import QTest  # noqa: PLC0415 - after the platform is chosen

    from ui import jobs  # noqa: PLC0415
    from ui.application import make_application  # noqa: PLC0415
    from ui.main_window import MainWindow  # noqa: PLC0415
    from ui.petitions.screen import InboxScreen  # noqa: PLC0415
    from ui.workplace import Workplace  # noqa: PLC0415

    (_, clerk), (_, colleague) = _clerks(mine)
    [unit] = clerk.unit_ids
    elsewhere = next(row.id for row in mine.units.all(active_only=True) if row.id != unit)
    settings = Settings(data_folder=Path(), theme="light")
    make_application(settings)
    window = MainWindow(Workplace(mine, clerk, settings), {"inbox": InboxScreen})
    window.show()
    screen = window.current_screen()
    assert isinstance(screen, InboxScreen)
    window.watch.start()
    jobs.wait_all(60)
    acts: dict[str, Callable[[int, int], object]] = {
        "close": lambda number, version: theirs.desk.resolve(
            colleague, number, version, Outcome.WITHDRAWN, "متقاضی انصراف داد"
        ),
        "refer": lambda number, version: theirs.desk.refer(
            colleague, number, version, elsewhere, "برای اقدام"
        ),
        "take over": lambda number, version: theirs.desk.make(Move.TAKE_OVER, colleague, number, version),
    }
    follows = {"close": Move.REOPEN, "refer": Move.REFER, "take over": Move.TAKE_OVER}
    times: dict[str, list[float]] = {name: [] for name in _ACTS}
    details = screen.details
    for number in range(petitions):
        for name in _ACTS:
            made = mine.register.register(
                clerk, NewPetition(Kind.OPINION, Channel.LETTER, f"متن {name} {number}", unit_id=unit)
            )
            version = mine.desk.take(clerk, made.id, 1).version
            screen.lists.show_list(ListFilter(View.MINE, scope=Scope.OPEN), keep=made.id)
            jobs.wait_all(60)
            QTest.qWait(300)
            button = details.actions_of_moves.moves[follows[name]]
            before = button.isEnabled()
            done = acts[name](made.id, version)
            began = time.monotonic()
            shown = getattr(done, "version", 0)
            while time.monotonic() - began < _GIVEN_UP:
                now = details.detail
                if now is None or now.id != made.id:
                    break
                if now.version >= shown and button.isEnabled() is not before:
                    break
                QTest.qWait(5)
            times[name].append(time.monotonic() - began)
    window.watch.stop()
    jobs.wait_all(60)
    window.close()
    return [(f"{engine}: {name}, {petitions} times", _words(times[name])) for name in _ACTS]


def _words(times: list[float]) -> str:
    ordered = sorted(times)
    within = sum(one <= WANTED for one in ordered)
    return (
        f"median {ordered[len(ordered) // 2]:.2f} s, longest {ordered[-1]:.2f} s;"
        f" {within} of {len(ordered)} within {WANTED:.0f} s"
    )
