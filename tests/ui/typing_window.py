"""`python -m tests.ui.typing_window URL FOLDER PETITION`: a window in which a clerk types until it is killed.

Prints `typed <letters>` after each letter, and `away` when the window tells that its database is.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtTest import QTest

from desktop_app.bootstrap import open_services
from desktop_app.settings import Settings
from tests.department import open_office
from tests.ui.keyboard import activate, type_text, wait
from ui import jobs
from ui.application import Session, make_application
from ui.petitions.screen import InboxScreen

#: One letter each so many milliseconds.
PACE = 40


def main(url: str, folder: Path, petition_id: int) -> None:
    settings = Settings(data_folder=folder)
    make_application(settings)
    services = open_services(url, prepare_schema=False)
    session = Session(settings, {"inbox": InboxScreen})
    window = session.open_main(services, open_office(services).clerk)
    activate(window)
    assert jobs.wait_all()
    screen = window.current_screen()
    assert isinstance(screen, InboxScreen)
    screen.open_petition(petition_id)
    assert wait(lambda: screen.details.detail is not None)
    away, letters = False, 0
    while True:
        type_text(screen.details.composer.edit, "ب")
        letters += 1
        print("typed", letters, flush=True)
        if not away and window.outage_bar.isVisible():
            away = True
            print("away", flush=True)
        QTest.qWait(PACE)


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), int(sys.argv[3]))
