"""Commenters are told from the draft's screen: a preview first, by keys, then the messages, once."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from sqlalchemy import func, select

from desktop_app.clock import FixedClock
from desktop_app.petitions.outbox.model import OutboxMessage
from desktop_app.staff.roles import Actor
from tests.department import TestOffice
from tests.instruments.consulting import Consultation
from tests.reports.telling import finished, revised, switch_on
from tests.ui.keyboard import CONTROL, activate, press
from tests.ui.test_instrument_papers import screen_of
from ui import jobs
from ui.instruments.screen import InstrumentsScreen
from ui.instruments.telling_dialog import TellingDialog


@pytest.fixture
def consultation(sqlite_office: TestOffice, clock: FixedClock) -> Consultation:
    return Consultation(sqlite_office, clock)


def opened(screen: InstrumentsScreen) -> TellingDialog:
    """Opens the dialog by its key."""
    activate(screen)
    press(screen, Qt.Key.Key_T, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    dialog = screen.papers.telling_dialog
    assert dialog is not None
    assert jobs.wait_all()
    return dialog


def count(consultation: Consultation) -> int:
    with consultation.services.database.reading() as session:
        return session.scalar(select(func.count()).select_from(OutboxMessage)) or 0


def test_a_manager_reads_the_preview_and_writes_the_messages_by_keys(
    qtbot: QtBot, consultation: Consultation, tmp_path: Path
) -> None:
    finished(consultation)
    switch_on(consultation)
    screen = screen_of(qtbot, consultation, tmp_path, by=consultation.office.manager)
    said: list[str] = []
    screen.message.connect(lambda words, _undo: said.append(words))
    dialog = opened(screen)
    assert "به ۳ نظردهنده" in dialog.count.text()
    assert "شماره یا نشانی نگذاشته‌اند: ۲" in dialog.others.text()
    assert dialog.before.isHidden()
    assert "پذیرفته" in dialog.example.toPlainText()
    assert "بستهٔ انتشار این پیش‌نویس را منتشر کنید" in dialog.hint.text()
    first = dialog.example.toPlainText()
    press(dialog, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert dialog.example.toPlainText() != first
    assert "۰۹۱۲" not in dialog.example_of.text()
    assert "•" in dialog.example_of.text()
    assert count(consultation) == 0
    press(dialog, Qt.Key.Key_Return, CONTROL)
    assert jobs.wait_all()
    assert count(consultation) == 3
    assert said == ["۳ پیام برای نظردهندگان در انتظار تحویل است."]
    again = opened(screen)
    assert not again.tell_button.isEnabled()
    assert "۳" in again.before.text()
    press(again, Qt.Key.Key_Return, CONTROL)
    assert jobs.wait_all()
    assert count(consultation) == 3
    press(again, Qt.Key.Key_Escape)
    assert not again.isVisible()


def test_without_an_address_of_the_portal_it_says_that_messages_have_no_link(
    qtbot: QtBot, consultation: Consultation, tmp_path: Path
) -> None:
    finished(consultation)
    switch_on(consultation, portal="")
    screen = screen_of(qtbot, consultation, tmp_path, by=consultation.office.manager)
    dialog = opened(screen)
    assert "https://" not in dialog.example.toPlainText()
    assert not dialog.hint.isHidden()
    assert "پیوندی به صفحهٔ نتیجه ندارند" in dialog.hint.text()
    assert "منتشر کنید" not in dialog.hint.text()


def test_what_is_switched_off_is_said_and_nothing_is_offered(
    qtbot: QtBot, consultation: Consultation, tmp_path: Path
) -> None:
    finished(consultation)
    screen = screen_of(qtbot, consultation, tmp_path)
    dialog = opened(screen)
    assert not dialog.tell_button.isEnabled()
    assert "خاموش است: ۳" in dialog.others.text()
    assert dialog.example.isHidden()


def test_rules_refuse_in_the_dialog(qtbot: QtBot, consultation: Consultation, tmp_path: Path) -> None:
    finished(consultation)
    switch_on(consultation)
    screen = screen_of(qtbot, consultation, tmp_path, by=consultation.office.manager)
    dialog = opened(screen)
    # Somebody else told them while the preview stood there.
    consultation.services.comment_outcomes.tell(consultation.office.reviewer, consultation.id)
    press(dialog, Qt.Key.Key_Return, CONTROL)
    assert jobs.wait_all()
    assert count(consultation) == 3


def test_it_is_offered_after_the_end_to_who_may(
    qtbot: QtBot, consultation: Consultation, tmp_path: Path
) -> None:
    def offered(actor: Actor) -> bool:
        screen = screen_of(qtbot, consultation, tmp_path, by=actor)
        return screen.commands.tell.isVisible() and not screen.details.tell_button.isHidden()

    office = consultation.office
    revised(consultation)
    assert not offered(office.manager)
    consultation.sum_up()
    consultation.services.life.make_ready(office.reviewer, consultation.id, consultation.version)
    consultation.finish()
    assert offered(office.manager)
    assert offered(office.reviewer)
    assert not offered(office.clerk)
