"""The calendar of windows in the screen of drafts, by keys and clicks."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop_app.clock import FixedClock
from desktop_app.instruments.consultation.agenda import AgendaRow
from desktop_app.instruments.vocabulary import InstrumentKind
from tests.department import TestOffice
from tests.instruments.consulting import Consultation
from tests.ui.consultation import settle, workplace
from tests.ui.keyboard import activate, press
from ui.instruments.list_page import CALENDAR
from ui.instruments.screen import InstrumentsScreen


def calendar_of(qtbot: QtBot, office: TestOffice) -> InstrumentsScreen:
    screen = InstrumentsScreen(workplace(office, office.reviewer))
    qtbot.addWidget(screen)
    screen.resize(1272, 788)
    activate(screen)
    screen.shown()
    settle(screen)
    screen.list_page.show_view(CALENDAR)
    settle(screen)
    return screen


def test_a_step_goes_from_window_to_window_past_the_headings(
    qtbot: QtBot, sqlite_office: TestOffice, clock: FixedClock
) -> None:
    early = Consultation(sqlite_office, clock).opened()
    late = Consultation(sqlite_office, clock).opened(InstrumentKind.BILL)
    waiting = Consultation(sqlite_office, clock).register()
    screen = calendar_of(qtbot, sqlite_office)
    agenda = screen.list_page.agenda
    assert agenda.isVisible()
    agenda.setFocus()
    seen = []
    for _ in range(4):
        seen.append(screen.details.detail.row.id if screen.details.detail else 0)
        press(agenda, Qt.Key.Key_K)
        settle(screen)
    # The draft that changed last was picked in the list before, and stays picked.
    assert seen == [waiting.id, late.id, early.id, early.id]
    assert [line.row.id for line in agenda.rows() if isinstance(line, AgendaRow)][:2] == [
        early.id,
        late.id,
    ]
    said = agenda.row_model.data(agenda.row_model.index(1), Qt.ItemDataRole.AccessibleTextRole)
    assert "در معرض نقد تا پایان" in str(said)
    screen.list_page.show_view("all")
    settle(screen)
    assert screen.list_page.list.isVisible()
    assert not agenda.isVisible()


def test_an_office_without_drafts_on_their_way_says_so(qtbot: QtBot, sqlite_office: TestOffice) -> None:
    office = sqlite_office
    made = office.services.drafting.register(office.clerk, InstrumentKind.CIRCULAR, "بخشنامه")
    office.services.life.withdraw(office.manager, made.row.id, made.row.version, "تکراری است.")
    screen = calendar_of(qtbot, office)
    assert not screen.list_page.agenda.isVisible()
    assert screen.list_page.nothing_waits.isVisible()
