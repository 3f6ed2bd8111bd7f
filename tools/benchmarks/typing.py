"""A fast clerk on a slow database: refers petitions by keys without waiting for any of them.

Each transaction of the database takes `LATENCY` seconds more. What counts is not the time, but that each petition was
referred once and that nothing else was touched.
"""

from __future__ import annotations

import os
import time
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

from sqlalchemy import event
from sqlalchemy.engine import Engine

from desktop_app.bootstrap import open_services
from desktop_app.clock import pc_clock
from desktop_app.database.engine import sqlite_url
from desktop_app.persian.dates import tehran_day
from desktop_app.petitions.lists.inbox import ListFilter, Order, Scope, View
from desktop_app.petitions.registration.register import NewPetition
from desktop_app.petitions.vocabulary import Channel, Kind, Status
from desktop_app.sample.filling import fill
from desktop_app.settings import Settings
from desktop_app.staff.roles import Actor

Measured = list[tuple[str, str]]
#: Seconds that a transaction takes more, and between two keys.
LATENCY: Final = 0.3
PAUSE: Final = 0.2


def run(petitions: int) -> Measured:
    """Returns how many of `petitions` were referred, and what else was touched."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with TemporaryDirectory(ignore_cleanup_errors=True) as name:
        return _typed(Path(name), petitions)


def _typed(folder: Path, petitions: int) -> Measured:
    from PySide6.QtCore import Qt  # noqa: PLC0415 - after the platform is chosen
    from PySide6.QtTest import QTest  # noqa: PLC0415

    from ui import jobs  # noqa: PLC0415
    from ui.application import make_application  # noqa: PLC0415
    from ui.main_window import MainWindow  # noqa: PLC0415
    from ui.petitions.screen import InboxScreen  # noqa: PLC0415
    from ui.workplace import Workplace  # noqa: PLC0415

    services = open_services(sqlite_url(folder / "typing.db"))
    fill(services, petitions=0, instruments=0, until=tehran_day(pc_clock().now()))
    clerk = _actor(services, "s.kazemi")
    for number in range(petitions):
        services.register.register(
            clerk, NewPetition(Kind.OPINION, Channel.LETTER, f"متن {number}", f"پرونده {number}")
        )
    make_application(Settings(data_folder=folder, theme="light"))
    window = MainWindow(Workplace(services, clerk, Settings(data_folder=folder)), {"inbox": InboxScreen})
    window.show()
    window.activateWindow()
    screen = window.current_screen()
    assert isinstance(screen, InboxScreen)
    jobs.wait_all(30)
    screen.lists.show_list(ListFilter(View.ALL, scope=Scope.OPEN, order=Order.OLDEST))
    jobs.wait_all(30)
    screen.table.setFocus()

    def strike(code: int, text: str, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        target = window.focusWidget()
        for down in (True, False):
            QTest.simulateEvent(target, down, code, modifiers, text, False)
        QTest.qWait(round(PAUSE * 1000))

    def wait(*_: Any) -> None:
        time.sleep(LATENCY)

    event.listen(Engine, "begin", wait)
    begun = time.monotonic()
    for _ in range(petitions):
        strike(ord("ق"), "ق")
        strike(ord("م"), "م")
        strike(int(Qt.Key.Key_Return), "", Qt.KeyboardModifier.ControlModifier)
    typed = time.monotonic() - begun
    jobs.wait_all(3600)
    took = time.monotonic() - begun
    event.remove(Engine, "begin", wait)
    rows = [row for at in range(screen.model.rowCount()) if (row := screen.model.row_at(at)) is not None]
    referred = [row for row in rows if row.status == Status.REFERRED]
    moves = {row.version for row in referred}
    marked = screen.bulk.marks.count
    window.close()
    services.close()
    return [
        (f"{petitions} petitions referred by keys, {PAUSE} s between keys, {LATENCY} s a transaction",
         f"{len(referred)} of {petitions}, each once: {'yes' if moves == {2} else 'NO'}"),
        ("rows that were marked by letters", str(marked)),
        ("typed for, and done after", f"{typed:.0f} s, {took:.0f} s"),
    ]  # fmt: skip


def _actor(services: Any, username: str) -> Actor:
    person = next(row for row in services.accounts.all() if row.username == username)
    found: Actor = services.accounts.actor(person.id)
    return found
