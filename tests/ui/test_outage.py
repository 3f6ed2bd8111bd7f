"""A window on a real server that dies and hangs: told in time, usable again in time, never frozen."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QTimer
from sqlalchemy import event

from tests.ui.keyboard import wait

if os.name != "posix":
    pytest.skip("signals that stop and kill a server are those of POSIX", allow_module_level=True)

from desktop_app.bootstrap import open_services
from desktop_app.database import operations
from desktop_app.database.engine import Database
from tests.database.faults.servers import Server
from tests.department import TestOffice, open_office
from tests.ui.desk_window import desk


@pytest.fixture
def far_office(server: Server) -> Iterator[TestOffice]:
    services = open_services(server.url(), prepare_schema=False)
    yield open_office(services)
    services.close()


class Heart:
    """Beats in the thread of the window as long as that is not frozen, and notes what asks the server there."""

    def __init__(self, database: Database) -> None:
        self.beats = 0
        #: Statements that the thread of the window waited for.
        self.waited_for: list[str] = []
        self._timer = QTimer(interval=10)
        self._timer.timeout.connect(self._beat)
        self._timer.start()
        event.listen(database.engine, "before_cursor_execute", self._note)
        event.listen(database.engine, "do_connect", self._note)

    def _beat(self) -> None:
        self.beats += 1

    def _note(self, *what: object) -> None:
        if threading.current_thread() is threading.main_thread():
            self.waited_for.append(str(what[2]))


@pytest.mark.parametrize("hangs", [False, True], ids=["killed", "hanging"])
def test_a_window_rides_out_the_loss_of_its_server(
    server: Server, far_office: TestOffice, hangs: bool
) -> None:
    petition = far_office.petition()
    with desk(far_office, far_office.clerk) as clerk:
        clerk.window.watch.start()
        clerk.show(keep=petition.id)
        clerk.write("نیمه‌کاره")
        bar, heart = clerk.window.outage_bar, Heart(far_office.services.database)
        (server.stop if hangs else server.kill)()
        # The person goes on: reads again, looks at the petition, sends.
        clerk.screen.refresh()
        clerk.screen.details.reload()
        assert wait(bar.isVisible, 5.0)
        assert clerk.shown.id == petition.id
        assert clerk.screen.details.composer.edit.toPlainText() == "نیمه‌کاره"
        beats = heart.beats
        assert wait(lambda: heart.beats >= beats + 20), "the window goes on meanwhile"
        (server.go_on if hangs else server.start)()
        assert wait(bar.isHidden, 5.0)
        clerk.settle()
        assert clerk.subjects() == ["مجوز کتاب"]
        assert heart.waited_for == []
        clerk.window.watch.stop()


def test_a_note_that_is_tried_while_the_server_is_away_is_not_promised_and_goes_when_it_is_back(
    server: Server, far_office: TestOffice, monkeypatch: pytest.MonkeyPatch
) -> None:
    # For how long a service tries by itself before it tells: twelve seconds in the office.
    monkeypatch.setattr(operations, "PATIENCE", 1.0)
    petition = far_office.taken()
    with desk(far_office, far_office.clerk) as clerk:
        clerk.window.watch.start()
        clerk.show(keep=petition.id)
        server.kill()
        assert wait(clerk.window.outage_bar.isVisible, 5.0)
        clerk.write("یادداشت در زمان قطعی")
        clerk.screen.details.composer.edit.setFocus()
        button = clerk.screen.details.composer.send_button
        assert not button.isEnabled()
        assert "در دسترس نیست" in button.toolTip()
        clerk.screen.details.composer.send()
        assert wait(lambda: not clerk.screen.details.moves.busy, 10.0)
        assert "افزوده شد" not in clerk.message
        box = clerk.screen.details.composer
        assert box.edit.toPlainText() == "یادداشت در زمان قطعی"
        assert box.kept.isVisible()
        server.start()
        assert wait(clerk.window.outage_bar.isHidden, 5.0)
        assert box.kept.isHidden()
        clerk.settle()
        assert button.isEnabled()
        assert "در دسترس نیست" not in button.toolTip()
        assert not any(event.action == "note" for event in clerk.stored(petition.id).history)
        box.send()
        clerk.settle()
        assert box.edit.toPlainText() == ""
        assert sum(event.action == "note" for event in clerk.stored(petition.id).history) == 1
        clerk.window.watch.stop()
