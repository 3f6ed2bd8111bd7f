"""One start of a window, in a process of its own, which says what is painted and ends.

`python -m tools.benchmarks.started sign-in FOLDER` says `painted` and the loaded modules.
`python -m tools.benchmarks.started inbox FOLDER USER PASSWORD PAUSE` starts the command as a user does and types name
and password into the sign-in window `PAUSE` seconds after its first paint. It says a line at each stage: `painted`,
`stalled` (the longest time that the sign-in window did not answer, in milliseconds), `entered`, `password` (the
milliseconds that argon2 took; only after a pause), `inbox` (the list is painted with rows), `memory` (private memory
in MB, after all that is read beside the list), and the loaded modules.
"""

from __future__ import annotations

import itertools
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ui.application import Session
    from ui.main_window import MainWindow
    from ui.sign_in.first_start.window import FirstStartWindow
    from ui.sign_in.window import SignInWindow

_TICK_MS = 5


def main(what: str, folder: str, *more: str) -> None:
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    if what == "sign-in":
        _start(Path(folder), lambda window: _when_painted(window, lambda: _end("painted")))
    else:
        user, password, pause = more
        _start(Path(folder), lambda window: _sign_in(window, user, password, float(pause)), _look_at_inbox)


def _start(
    folder: Path,
    on_first: Callable[[Any], None],
    on_main: Callable[[MainWindow], None] = lambda _window: None,
) -> None:
    """Starts the command without arguments; the functions are called with the windows as they open."""
    from desktop_app.settings import DATABASE_VARIABLE, FOLDER_VARIABLE

    os.environ[FOLDER_VARIABLE] = str(folder)
    os.environ.pop(DATABASE_VARIABLE, None)
    sys.argv = ["mosharekat"]
    from desktop_app.__main__ import main as command
    from desktop_app.cli import window

    run = window.run

    def watched(*given: Any) -> int:
        from ui.application import Session

        open_first, open_main = Session.open_first, Session.open_main

        def first_opened(session: Session) -> SignInWindow | FirstStartWindow:
            shown = open_first(session)
            on_first(shown)
            return shown

        def main_opened(session: Session, *about: Any) -> MainWindow:
            shown = open_main(session, *about)
            on_main(shown)
            return shown

        Session.open_first = first_opened  # type: ignore[assignment,method-assign]
        Session.open_main = main_opened  # type: ignore[assignment,method-assign]
        return run(*given)

    window.run = watched  # type: ignore[assignment]
    sys.exit(command())


def _sign_in(window: SignInWindow, user: str, password: str, pause: float) -> None:
    from PySide6.QtCore import QTimer

    ticks: list[float] = []
    ticking = QTimer(window, interval=_TICK_MS)
    ticking.timeout.connect(lambda: ticks.append(time.perf_counter()))

    def enter() -> None:
        ticking.stop()
        stalled = max((after - before for before, after in itertools.pairwise(ticks)), default=0.0)
        print(f"stalled {stalled * 1000 - _TICK_MS:.0f}", flush=True)
        if "argon2" in sys.modules:
            _time_argon2()
        window.form.username.setText(user)
        window.form.password.setText(password)
        print("entered", flush=True)
        window.form.submit()

    def painted() -> None:
        print("painted", flush=True)
        ticking.start()
        QTimer.singleShot(round(pause * 1000), window, enter)

    _when_painted(window, painted)


def _time_argon2() -> None:
    from argon2 import PasswordHasher

    verify = PasswordHasher.verify

    def timed(*given: Any) -> Any:
        began = time.perf_counter()
        try:
            return verify(*given)
        finally:
            print(f"password {(time.perf_counter() - began) * 1000:.0f}", flush=True)

    PasswordHasher.verify = timed  # type: ignore[assignment,method-assign]


def _look_at_inbox(window: MainWindow) -> None:
    from ui.petitions.screen import InboxScreen

    inbox = window.current_screen()
    assert isinstance(inbox, InboxScreen)

    def settled() -> None:
        from ui import jobs

        # What is read beside the list is part of an open inbox.
        jobs.wait_all()
        print(f"memory {_private_bytes() / 2**20:.0f}", flush=True)
        _end()

    def painted() -> None:
        print("inbox", flush=True)
        settled()

    table = inbox.table.viewport()
    _when_painted(table, painted, lambda: inbox.model.rowCount() > 0)


def _private_bytes() -> int:
    """The memory of this process alone. Wine does not count it: there it is all that is committed."""
    import psutil

    process = psutil.Process()
    try:
        return int(process.memory_full_info().uss)
    except OSError:
        return int(process.memory_info().vms)


def _when_painted(widget: QWidget, act: Callable[[], None], ready: Callable[[], bool] = lambda: True) -> None:
    """Calls `act` once, as soon as a paint of `widget` that began when `ready()` has ended."""
    from PySide6.QtCore import QEvent, QObject, QTimer

    class Watch(QObject):
        done = False

        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if event.type() == QEvent.Type.Paint and not self.done and ready():
                self.done = True
                QTimer.singleShot(0, act)
            return super().eventFilter(watched, event)

    widget.installEventFilter(Watch(widget))


def _end(*said: str) -> None:
    for line in said:
        print(line, flush=True)
    print(" ".join(sys.modules), flush=True)
    # The measurement is over: what is torn down in order at the end is not part of it.
    os._exit(0)


if __name__ == "__main__":
    main(*sys.argv[1:])
