from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop_app.clock import FixedClock
from desktop_app.instruments.vocabulary import InstrumentStatus
from desktop_app.office.settings import AnswerDeadline
from desktop_app.persian.dates import JalaliDay, short_date
from desktop_app.settings import Settings
from tests.department import TestOffice
from tests.instruments.consulting import Consultation
from tests.ui.keyboard import CONTROL, activate, choose_row, click, press, titles, type_text
from ui import jobs
from ui.administration.closures_panel import ClosuresPanel
from ui.administration.screen import AdministrationScreen
from ui.widgets.month_grid import today
from ui.widgets.roster import HEADING
from ui.workplace import Workplace

Key = Qt.Key
SATURDAY = date(2026, 11, 28)


class Told:
    def __init__(self, screen: AdministrationScreen) -> None:
        self.screen = screen
        self.panel: ClosuresPanel = screen.closures
        self.said: list[str] = []
        self.undo: Callable[[], None] | None = None
        self.troubles: list[Exception] = []
        screen.message.connect(self._on_message)
        screen.trouble.connect(self.troubles.append)

    def _on_message(self, sentence: str, undo: Callable[[], None] | None) -> None:
        self.said.append(sentence)
        self.undo = undo

    def take_back(self) -> None:
        assert self.undo is not None
        self.undo()
        assert jobs.wait_all()


@pytest.fixture
def desk(qtbot: QtBot, sqlite_office: TestOffice, tmp_path: Path) -> Iterator[Told]:
    sqlite_office.services.office.set_deadlines(
        sqlite_office.administrator, (AnswerDeadline(None, None, 5, True),)
    )
    settings = Settings(data_folder=tmp_path)
    screen = AdministrationScreen(Workplace(sqlite_office.services, sqlite_office.administrator, settings))
    qtbot.addWidget(screen)
    screen.resize(1200, 800)
    activate(screen)
    screen.tabs.choose("closures")
    screen.closures.year.setCurrentIndex(screen.closures.year.findData(1405))
    assert jobs.wait_all()
    yield Told(screen)
    assert jobs.wait_all()


def test_the_year_stands_there_month_by_month(desk: Told) -> None:
    rows = desk.panel.roster.rows()
    assert (rows[0].mark, rows[0].title) == (HEADING, "فروردین ۱۴۰۵")
    assert not desk.panel.roster.model().flags(desk.panel.roster.model().index(0, 0))
    assert "نوروز" in " ".join(titles(desk.panel.roster))
    # It opens at what comes next.
    key = desk.panel.roster.key()
    coming = [row.key for row in rows if row.mark != HEADING and row.key >= today().toordinal()]
    assert key == (coming[0] if coming else rows[1].key)


def test_a_closure_is_added_by_keys_and_says_what_moved(desk: Told, sqlite_office: TestOffice) -> None:
    petition = sqlite_office.petition()
    press(desk.screen, Key.Key_N, CONTROL)
    type_text(desk.panel.day, "۱۴۰۵/۹/۷")
    type_text(desk.panel.name, "آلودگی هوا")
    press(desk.panel.name, Key.Key_Return)
    assert jobs.wait_all()
    assert desk.troubles == []
    assert desk.said == ["«آلودگی هوا»: مهلت ۱ درخواست باز جابه‌جا شد."]
    assert desk.panel.roster.key() == SATURDAY.toordinal()
    assert desk.panel.source.text() == "اداره آن را وارد کرده است."
    moved = sqlite_office.services.desk.peek(sqlite_office.clerk, petition.id)
    assert moved.due_on != petition.due_on
    desk.take_back()
    assert "آلودگی هوا" not in titles(desk.panel.roster)
    assert sqlite_office.services.desk.peek(sqlite_office.clerk, petition.id).due_on == petition.due_on


def test_a_lunar_holiday_is_moved_by_a_day_and_removed_and_both_come_back(
    desk: Told, sqlite_office: TestOffice
) -> None:
    closures = sqlite_office.services.closures
    first = next(closure for closure in closures.of_year(1405) if "نیمه شعبان" in closure.name)
    choose_row(desk.panel.roster, first.day.toordinal())
    press(desk.panel.day, Key.Key_Up, CONTROL)
    moved_to = desk.panel.day.day()
    click(desk.panel.save_button)
    assert jobs.wait_all()
    assert desk.troubles == []
    assert moved_to == first.day + timedelta(days=1)
    assert first not in closures.of_year(1405)
    assert moved_to in {closure.day for closure in closures.of_year(1405)}
    desk.take_back()
    assert first in closures.of_year(1405)
    choose_row(desk.panel.roster, first.day.toordinal())
    click(desk.panel.remove_button)
    assert jobs.wait_all()
    assert first not in closures.of_year(1405)
    desk.take_back()
    assert first in closures.of_year(1405)


def test_the_calendar_of_a_year_is_confirmed_by_keys_and_taken_back(
    desk: Told, sqlite_office: TestOffice
) -> None:
    calendar = sqlite_office.services.office.calendar
    estimated = next(one for one in sqlite_office.services.closures.of_year(1405) if one.estimated)
    choose_row(desk.panel.roster, estimated.day.toordinal())

    def mark() -> str:
        return next(row.mark for row in desk.panel.roster.rows() if row.key == estimated.day.toordinal())

    assert mark() == "تخمینی"
    assert "تخمینی است" in desk.panel.source.text()
    assert "تأیید نشده است" in desk.panel.state.text()
    desk.panel.confirm_button.setFocus()
    press(desk.panel.confirm_button, Key.Key_Space)
    assert jobs.wait_all()
    assert desk.troubles == []
    assert desk.said == ["تقویم سال ۱۴۰۵ تأیید شد."]
    assert calendar().confirmed == {1405}
    assert (mark(), desk.panel.confirm_button.isVisible()) == ("", False)
    assert "تخمینی" not in desk.panel.source.text()
    assert desk.panel.state.text() == "روزهای تعطیل سال ۱۴۰۵ تأیید شده است."
    desk.take_back()
    assert calendar().confirmed == frozenset()
    assert (mark(), desk.panel.confirm_button.isVisible()) == ("تخمینی", True)
    # A year behind the next one cannot be confirmed yet.
    desk.panel.show_year(1407)
    assert jobs.wait_all()
    assert not desk.panel.confirm_button.isVisible()


def test_what_is_no_date_or_has_no_name_is_said(desk: Told) -> None:
    press(desk.screen, Key.Key_N, CONTROL)
    click(desk.panel.save_button)
    card = desk.panel.refusals.card
    assert card.field is desk.panel.day
    type_text(desk.panel.day, "۱۴۰۵/۹/۷")
    assert not card.isVisible()
    click(desk.panel.save_button)
    assert jobs.wait_all()
    assert card.field is desk.panel.name
    assert desk.panel.save_button.isEnabled()


def test_another_weekend_says_how_many_deadlines_moved(desk: Told, sqlite_office: TestOffice) -> None:
    sqlite_office.registered()
    desk.screen.tabs.choose("office")
    assert jobs.wait_all()
    desk.screen.office.weekend[3].setChecked(False)
    click(desk.screen.office.save_button)
    assert jobs.wait_all()
    assert desk.said == ["تنظیمات ذخیره شد؛ مهلت ۱ درخواست باز جابه‌جا شد."]


def emptied(panel: ClosuresPanel) -> None:
    """Deletes the day as a person does."""
    panel.day.selectAll()
    press(panel.day, Key.Key_Backspace)
    assert jobs.wait_all()


def test_before_it_is_saved_a_closure_tells_what_it_does_to_windows(
    desk: Told, sqlite_office: TestOffice, clock: FixedClock
) -> None:
    consultation = Consultation(sqlite_office, clock).opened()
    end = consultation.now.row.closes_on
    assert end is not None
    panel = desk.panel
    press(desk.screen, Key.Key_N, CONTROL)
    type_text(panel.day, short_date(end))
    assert jobs.wait_all()
    assert panel.effect.text() == "مهلت «دستورالعمل صدور مجوز» تا پایان چهارشنبه ۱۸ آذر ۱۴۰۵ ادامه می‌یابد."
    consultation.after_the_end()
    # The same day, typed again on the next morning.
    emptied(panel)
    assert panel.effect.text() == ""
    type_text(panel.day, short_date(end))
    assert jobs.wait_all()
    told = "مهلت «دستورالعمل صدور مجوز» تا پایان شنبه ۲۱ آذر ۱۴۰۵ دوباره باز می‌شود."
    assert (panel.effect.text(), panel.effect.isVisible()) == (told, True)
    assert consultation.now.row.closes_on == end
    # Another day does nothing to it.
    emptied(panel)
    type_text(panel.day, short_date(end - timedelta(days=1)))
    assert jobs.wait_all()
    assert not panel.effect.isVisible()
    emptied(panel)
    type_text(panel.day, short_date(end))
    type_text(panel.name, "آلودگی هوا")
    press(panel.name, Key.Key_Return)
    assert jobs.wait_all()
    assert desk.troubles == []
    assert desk.said[-1].endswith(told)
    assert consultation.stands() is InstrumentStatus.OPEN
    assert not panel.effect.isVisible()
    # The next year can be confirmed, the one behind it not yet.
    for ahead, offered in ((1, True), (2, False)):
        panel.show_year(JalaliDay.of(today()).year + ahead)
        assert jobs.wait_all()
        assert panel.confirm_button.isVisible() is offered


def test_a_closure_in_amending_tells_that_a_manager_is_asked(
    desk: Told, sqlite_office: TestOffice, clock: FixedClock
) -> None:
    consultation = Consultation(sqlite_office, clock).revising()
    end = consultation.now.row.closes_on
    assert end is not None
    press(desk.screen, Key.Key_N, CONTROL)
    type_text(desk.panel.day, short_date(end))
    assert jobs.wait_all()
    assert "در حال اصلاح است؛ از مدیر پرسیده می‌شود" in desk.panel.effect.text()
    # A day that is closed already: only saving says so.
    emptied(desk.panel)
    type_text(desk.panel.day, "۱۴۰۵/۱/۱")
    assert jobs.wait_all()
    assert (desk.panel.effect.text(), desk.troubles) == ("", [])
