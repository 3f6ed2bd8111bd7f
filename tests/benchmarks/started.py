"""One start of a window, in a process of its own: says `painted` as soon as it is, then what is loaded, and ends.

`python -m tests.benchmarks.started bare|sign-in|inbox FOLDER`
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ui.sign_in.first_start.window import FirstStartWindow
    from ui.sign_in.window import SignInWindow


def main(what: str, folder: Path) -> None:
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    {"bare": _bare, "sign-in": _sign_in, "inbox": _inbox}[what](folder)


def _bare(folder: Path) -> None:
    del folder
    from PySide6.QtWidgets import QApplication, QWidget

    application = QApplication([])
    window = QWidget()
    window.resize(1440, 868)
    _say_when_painted(window)
    window.show()
    application.exec()


def _sign_in(folder: Path) -> None:
    """Starts the command as a user does, without arguments."""
    from desktop_app.settings import DATABASE_VARIABLE, FOLDER_VARIABLE

    os.environ[FOLDER_VARIABLE] = str(folder)
    os.environ.pop(DATABASE_VARIABLE, None)
    sys.argv = ["mosharekat"]
    from desktop_app.__main__ import main as command
    from desktop_app.cli import window

    run = window.run

    def watched(*given: Any) -> int:
        from ui.application import Session

        opened = Session.open_first

        def open_first(session: Session) -> SignInWindow | FirstStartWindow:
            shown = opened(session)
            _say_when_painted(shown)
            return shown

        Session.open_first = open_first  # type: ignore[assignment,method-assign]
        return run(*given)

    window.run = watched  # type: ignore[assignment]
    sys.exit(command())


def _inbox(folder: Path) -> None:
    from desktop_app.bootstrap import open_services
    from desktop_app.settings import Settings
    from ui.application import Session, make_application, screens
    from ui.petitions.screen import InboxScreen

    settings = Settings(data_folder=folder)
    application = make_application(settings)
    services = open_services(settings.database_url)
    actor = services.accounts.actor(1)
    window = Session(settings, screens(), services).open_main(services, actor)
    inbox = window.current_screen()
    assert isinstance(inbox, InboxScreen)
    inbox.model.opened.connect(lambda _place: _say_when_painted(inbox.table.viewport()))
    application.exec()


def _say_when_painted(widget: object) -> None:
    from PySide6.QtCore import QEvent, QObject, QTimer
    from PySide6.QtWidgets import QWidget

    class Watch(QObject):
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if event.type() == QEvent.Type.Paint:
                QTimer.singleShot(0, _end)
            return super().eventFilter(watched, event)

    assert isinstance(widget, QWidget)
    widget.installEventFilter(Watch(widget))
    widget.update()


def _end() -> None:
    print("painted", flush=True)
    print(" ".join(sys.modules), flush=True)
    # The measurement is over: what is torn down in order at the end is not part of it.
    os._exit(0)


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
