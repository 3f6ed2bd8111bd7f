"""The question about the clock of one PC, in the window: the large day, two people, and the bar until then."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from sqlalchemy import update

from desktop_app.bootstrap import services_of, sign_in
from desktop_app.clock import FixedClock
from desktop_app.database.audit import Event, history
from desktop_app.database.engine import Database
from desktop_app.errors import RuleError
from desktop_app.instruments.vocabulary import InstrumentStatus
from desktop_app.office.acts import OFFICE
from desktop_app.services import Services
from desktop_app.settings import Settings
from desktop_app.staff.model import Person
from desktop_app.staff.unlocking import FREE
from tests.conftest import with_cheap_passwords
from tests.department import PASSWORD, TestOffice
from tests.instruments.consulting import Consultation
from tests.ui.keyboard import CONTROL, activate, click, press, type_text
from ui import jobs
from ui.clock_question.dialog import ClockDialog
from ui.main_window import MainWindow
from ui.workplace import Screen, Workplace

Key = Qt.Key
DAY = timedelta(days=1)


class Page(Screen):
    def title(self) -> str:
        return "کارتابل"


@pytest.fixture
def asked(sqlite_office: TestOffice, clock: FixedClock) -> Consultation:
    """A consultation whose opening was asked for at the fixed moment."""
    made = Consultation(sqlite_office, clock).register()
    made.ask()
    return made


@pytest.fixture
def started(
    asked: Consultation, clock: FixedClock, qtbot: QtBot, tmp_path: Path
) -> Callable[..., MainWindow]:
    """Starts the program on the same file again, for the manager."""

    def start() -> MainWindow:
        url = asked.services.database.url.render_as_string(hide_password=False)
        services = with_cheap_passwords(services_of(Database(url, clock=clock)))
        sign_in(services, "yazdi", PASSWORD)
        window = MainWindow(
            Workplace(services, asked.office.manager, Settings(data_folder=tmp_path)),
            {"inbox": Page},
        )
        qtbot.addWidget(window, before_close_func=lambda _window: services.close())
        activate(window)
        window.clock_question.start()
        assert jobs.wait_all()
        return window

    return start


def dialog_of(window: MainWindow) -> ClockDialog:
    dialog = window.clock_question.dialog
    assert dialog is not None
    assert dialog.isVisible()
    return dialog


def answer(dialog: ClockDialog, username: str, password: str, reason: str = "") -> None:
    """Types the answer as two people do, with Return from field to field."""
    for field, text in ((dialog.username, username), (dialog.password, password), (dialog.reason, reason)):
        if not field.isHidden():
            field.clear()
            type_text(field, text)
            press(field, Key.Key_Return)
    assert jobs.wait_all()


def events(services: Services) -> list[Event]:
    with services.database.reading() as session:
        return [one for one in history(session, "office", OFFICE) if one.action.startswith("clock_")]


def test_after_a_holiday_the_day_stands_large_and_two_people_confirm_it(
    started: Callable[..., MainWindow], asked: Consultation, clock: FixedClock
) -> None:
    clock.advance(10 * DAY)
    window = started()
    dialog = dialog_of(window)
    assert dialog.day.text() == "جمعه ۱۳ آذر ۱۴۰۵"
    assert dialog.day.fontInfo().pixelSize() > dialog.why.fontInfo().pixelSize() * 1.5
    assert "سه‌شنبه ۳ آذر ۱۴۰۵" in dialog.last.text()
    assert "۱۰ روز" in dialog.why.text()
    assert dialog.reason.isHidden()
    assert "جمعه ۱۳ آذر ۱۴۰۵" in window.clock_question.bar.text
    answer(dialog, "nouri", PASSWORD)
    assert window.clock_question.dialog is None
    assert window.clock_question.bar.text == ""
    assert "روز تأیید شد" in window.message_bar.text
    first, second = events(window.workplace.services)
    assert (first.actor_id, second.actor_id) == (
        asked.office.manager.person_id, asked.office.other_clerk.person_id,
    )  # fmt: skip
    # Every program on the file goes on.
    asked.open()
    assert asked.stands() is InstrumentStatus.OPEN


def test_later_leaves_the_bar_and_the_button_asks_again(
    started: Callable[..., MainWindow], clock: FixedClock
) -> None:
    clock.advance(10 * DAY)
    window = started()
    dialog = dialog_of(window)
    assert dialog.later_button.hasFocus()
    press(dialog.later_button, Key.Key_Space)
    assert window.clock_question.dialog is None
    window.clock_question.look()
    assert jobs.wait_all()
    assert window.clock_question.dialog is None
    assert window.clock_question.bar.isVisible()
    click(window.clock_question.bar.button)
    answer(dialog_of(window), "nouri", PASSWORD)
    assert not window.clock_question.bar.isVisible()


def test_a_step_of_the_law_is_refused_by_one_sentence_that_says_what_to_do(
    started: Callable[..., MainWindow], asked: Consultation, clock: FixedClock
) -> None:
    clock.advance(10 * DAY)
    window = started()
    services = window.workplace.services
    with pytest.raises(RuleError) as refusal:
        services.life.open(asked.office.manager, asked.id, asked.version)
    window.show_error(refusal.value)
    assert "«تأیید روز…»" in window.message_bar.text
    assert window.message_bar.text.count(".") == 2


def test_an_empty_or_wrong_signature_stands_beside_the_fields_and_confirms_nothing(
    started: Callable[..., MainWindow], clock: FixedClock
) -> None:
    clock.advance(10 * DAY)
    window = started()
    dialog = dialog_of(window)
    press(dialog, Key.Key_Return, CONTROL)
    assert dialog.username.hasFocus()
    assert "نام کاربری" in dialog.trouble.text()
    answer(dialog, "nouri", "no-such-words")
    assert dialog.trouble.text() == "نام کاربری یا گذرواژهٔ نفر دوم نادرست است."
    assert dialog.password.hasFocus()
    assert dialog.password.text() == ""
    answer(dialog, "yazdi", PASSWORD)
    assert dialog.trouble.text() == "نفر دوم کس دیگری است، نه خود شما."
    assert events(window.workplace.services) == []


def test_a_colleague_s_password_is_not_guessed_here(
    started: Callable[..., MainWindow], clock: FixedClock
) -> None:
    clock.advance(10 * DAY)
    dialog = dialog_of(started())
    for _ in range(FREE):
        answer(dialog, "nouri", "no-such-words")
    assert "صبر کنید" in dialog.trouble.text()
    assert not dialog.confirm_button.isEnabled()


def test_a_clock_that_is_set_while_the_program_runs_is_asked_about_until_it_is_set_right(
    started: Callable[..., MainWindow], clock: FixedClock
) -> None:
    window = started()
    assert window.clock_question.dialog is None
    clock.jump(30 * DAY)
    window.clock_question.look()
    assert jobs.wait_all()
    dialog = dialog_of(window)
    assert dialog.day.text() == "پنجشنبه ۳ دی ۱۴۰۵"
    assert "سه‌شنبه ۳ آذر ۱۴۰۵" in dialog.last.text()
    clock.jump(-30 * DAY)
    window.clock_question.look()
    assert jobs.wait_all()
    assert window.clock_question.dialog is None
    assert not window.clock_question.bar.isVisible()


def test_no_dialog_opens_over_another_one(started: Callable[..., MainWindow], clock: FixedClock) -> None:
    window = started()
    window.person_corner.change_password()
    clock.jump(30 * DAY)
    window.clock_question.look()
    assert jobs.wait_all()
    assert window.clock_question.dialog is None
    assert window.clock_question.bar.isVisible()
    other = QApplication.activeModalWidget()
    assert other is not None
    other.close()


def test_a_latest_time_that_was_wrong_is_taken_back_with_a_reason(
    started: Callable[..., MainWindow], asked: Consultation, clock: FixedClock
) -> None:
    clock.jump(5 * DAY)
    window = started()
    clock.jump(-5 * DAY)
    window.clock_question.look()
    assert jobs.wait_all()
    dialog = dialog_of(window)
    assert dialog.confirm_button.text() == "برگرداندن به این روز"
    assert "یکشنبه ۸ آذر ۱۴۰۵" in dialog.last.text()
    type_text(dialog.username, "nouri")
    type_text(dialog.password, PASSWORD)
    click(dialog.confirm_button)
    assert dialog.reason.hasFocus()
    type_text(dialog.reason, "ساعت جلو بود")
    click(dialog.confirm_button)
    assert jobs.wait_all()
    assert window.clock_question.dialog is None
    first, _second = events(window.workplace.services)
    assert (first.action, first.text) == ("clock_taken_back", "ساعت جلو بود")
    asked.open()


def test_in_an_office_of_one_only_a_reason_is_asked_for(
    started: Callable[..., MainWindow], asked: Consultation, clock: FixedClock
) -> None:
    with asked.services.database.writing() as session:
        session.execute(
            update(Person).where(Person.id != asked.office.manager.person_id).values(active=False)
        )
    clock.advance(10 * DAY)
    window = started()
    dialog = dialog_of(window)
    assert dialog.username.isHidden()
    assert dialog.password.isHidden()
    answer(dialog, "", "", "پس از تعطیلات")
    assert window.clock_question.dialog is None
    [event] = events(window.workplace.services)
    assert (event.text, event.after["nobody_else"]) == ("پس از تعطیلات", True)


def test_in_a_small_window_the_buttons_stay_and_the_fields_scroll(
    started: Callable[..., MainWindow], clock: FixedClock
) -> None:
    clock.advance(10 * DAY)
    dialog = dialog_of(started())
    dialog.resize(420, 320)
    QApplication.processEvents()
    for button in (dialog.confirm_button, dialog.later_button):
        assert dialog.rect().contains(button.geometry())
    press(dialog, Key.Key_Return, CONTROL)
    QApplication.processEvents()
    assert not dialog.username.visibleRegion().isEmpty()
