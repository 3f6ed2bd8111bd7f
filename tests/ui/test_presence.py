"""Who is where, in the list and in the petition."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication

from desktop_app.bootstrap import open_services
from desktop_app.clock import FixedClock
from desktop_app.petitions.lists.inbox import View
from desktop_app.services import Services
from desktop_app.staff.presence import HOLDS, Doing, OpenItem, Present
from tests.department import TestOffice
from tests.ui.desk_window import DeskWindow, desk
from tests.ui.keyboard import wait
from ui import jobs
from ui.presence import PresenceWatch
from ui.widgets.presence_line import present_words

EDITING = "حسن نوری در حال ویرایش"


@pytest.fixture(autouse=True)
def _no_word_by_the_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is seen was looked for or told, and not asked for because some seconds had passed."""
    monkeypatch.setattr("ui.presence.BEATS_EVERY", 600.0)


@pytest.fixture
def other(office: TestOffice, database_url: str) -> Iterator[Services]:
    opened = open_services(database_url, clock=office.services.database.clock, prepare_schema=False)
    yield opened
    opened.close()


def row_words(clerk: DeskWindow, petition_id: int) -> str:
    row = clerk.screen.model.table_row_of(petition_id)
    assert row is not None
    return str(clerk.screen.model.index(row, 2).data(Qt.ItemDataRole.AccessibleTextRole))


def test_a_colleague_who_writes_is_named_in_the_row_and_in_the_petition(
    office: TestOffice, other: Services
) -> None:
    petition = office.petition()
    with desk(office, office.clerk) as clerk:
        clerk.show(View.ALL, keep=petition.id)
        clerk.window.colleagues.start()
        assert wait(lambda: clerk.window.watch.listening)
        line = clerk.screen.details.foot.presence
        assert line.isHidden()
        other.presence.report(office.other_clerk, OpenItem("petition", petition.id, Doing.WRITING))
        assert wait(line.isVisible)
        assert line.words.text() == EDITING
        assert row_words(clerk, petition.id).startswith(EDITING)
        clerk.screen.table.viewport().grab()
        # It informs; what can be done can still be done.
        assert clerk.screen.details.composer.isEnabled()
        other.presence.leave()
        assert wait(line.isHidden)
        assert EDITING not in row_words(clerk, petition.id)
        clerk.window.colleagues.stop()


def test_the_window_says_where_it_is_and_when_something_is_written(
    office: TestOffice, other: Services
) -> None:
    first, second = office.petition(), office.petition(text="دیگر")
    with desk(office, office.clerk) as clerk:
        clerk.show(View.ALL, keep=first.id)
        clerk.window.colleagues.start()

        def places() -> list[OpenItem]:
            return [one.place for one in other.presence.others(office.other_clerk)]

        assert wait(lambda: places() == [OpenItem("petition", first.id, Doing.LOOKING)])
        clerk.write("می‌نویسم")
        assert wait(lambda: places() == [OpenItem("petition", first.id, Doing.WRITING)])
        clerk.show(View.ALL, keep=second.id)
        assert wait(lambda: places() == [OpenItem("petition", second.id, Doing.LOOKING)])
        clerk.window.go("people")
        assert wait(lambda: places() == [])
        clerk.window.go("inbox")
        assert wait(lambda: bool(places()))
    assert wait(lambda: places() == [])


def test_one_who_was_killed_is_gone_when_his_word_no_longer_holds(
    office: TestOffice, other: Services, clock: FixedClock
) -> None:
    petition = office.petition()
    other.presence.report(office.other_clerk, OpenItem("petition", petition.id, Doing.WRITING))
    clock.advance(HOLDS - timedelta(milliseconds=200))
    with desk(office, office.clerk) as clerk:
        clerk.show(View.ALL, keep=petition.id)
        clerk.window.colleagues.start()
        line = clerk.screen.details.foot.presence
        assert wait(line.isVisible)
        clock.advance(timedelta(milliseconds=200))
        # Nobody says that he is gone.
        assert wait(line.isHidden)
        clerk.window.colleagues.stop()


def test_only_what_is_written_here_is_asked_for_at_once_and_nothing_told_is_missed(
    office: TestOffice, other: Services, qapp: QApplication
) -> None:
    here = OpenItem("petition", 7, Doing.LOOKING)
    owner = QObject()
    watch = PresenceWatch(office.services.presence, office.clerk, lambda: here, owner)
    found: list[tuple[Present, ...]] = []
    watch.found.connect(found.append)
    watch.start()
    # It looks again while a slow server has not answered yet.
    watch.look()
    watch.look()
    assert wait(lambda: len(found) == 1)
    # Elsewhere: the window's next word is soon enough.
    watch.hear(frozenset({("presence", 8), ("petition", 7)}))
    assert jobs.wait_all()
    assert len(found) == 1
    watch.hear(frozenset({("presence", 7)}))
    other.presence.report(office.music_clerk, OpenItem("petition", 7, Doing.WRITING))
    # The first question is under way, perhaps without this in its answer.
    watch.hear(frozenset({("presence", 7)}))
    assert wait(lambda: len(found) == 3)
    assert [one.name for one in found[-1]] == ["سارا امینی"]
    watch.stop()
    assert jobs.wait_all()


def test_who_writes_is_named_before_who_looks() -> None:
    def at(name: str, doing: Doing) -> Present:
        return Present(name, OpenItem("petition", 1, doing), 5.0)

    found = (at("الف", Doing.WRITING), at("ب", Doing.LOOKING), at("پ", Doing.LOOKING))
    assert present_words(found) == "الف در حال ویرایش، ب، پ در حال مشاهده"
    assert present_words(()) == ""
