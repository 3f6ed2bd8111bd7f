"""The way of a draft to the public and on, driven by keys and clicks on a real database."""

from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import timedelta
from functools import partial
from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop_app.clock import FixedClock
from desktop_app.errors import ConflictError
from desktop_app.instruments.consultation.gate import InstrumentAction
from desktop_app.instruments.vocabulary import Disposition, InstrumentStatus
from desktop_app.persian.dates import full_date, short_date
from desktop_app.petitions.deadlines.closures import Closure
from desktop_app.staff.roles import Actor
from desktop_app.wording.errors import rule_sentence
from tests.department import TestOffice
from tests.instruments.consulting import NEXT_TEXT, Consultation
from tests.ui.consultation import settle, workplace
from tests.ui.keyboard import CONTROL, activate, click, press, type_text, wait
from ui import jobs
from ui.instruments.history_words import time_line
from ui.instruments.screen import InstrumentsScreen
from ui.instruments.step_dialog import StepDialog
from ui.widgets.plain import PlainLabel

Open = Callable[[Actor], InstrumentsScreen]


def offered(screen: InstrumentsScreen) -> tuple[InstrumentAction, ...]:
    """The steps that are offered, the next one first."""
    return screen.details.life._steps


@pytest.fixture
def consultation(sqlite_office: TestOffice, clock: FixedClock) -> Consultation:
    return Consultation(sqlite_office, clock)


def opened_for(qtbot: QtBot, office: TestOffice, actor: Actor) -> InstrumentsScreen:
    """The screen of drafts as that person has it."""
    screen = InstrumentsScreen(workplace(office, actor))
    qtbot.addWidget(screen)
    screen.resize(1272, 788)
    activate(screen)
    screen.shown()
    settle(screen)
    return screen


@pytest.fixture
def open_screen(qtbot: QtBot, sqlite_office: TestOffice) -> Open:
    return partial(opened_for, qtbot, sqlite_office)


def dialog_of(screen: InstrumentsScreen, step: InstrumentAction) -> StepDialog:
    assert step in offered(screen)
    screen.details.life.step_wanted.emit(step)
    assert jobs.wait_all()
    dialog = screen.steps.step_dialog
    assert dialog is not None
    # The platform gives a window the keyboard in its own time.
    assert wait(dialog.isActiveWindow)
    return dialog


def words_of(dialog: StepDialog) -> str:
    return "\n".join(label.text() for label in dialog.findChildren(PlainLabel) if not label.isHidden())


def below(dialog: StepDialog, *parts: QWidget) -> bool:
    """Whether these stand one below the other, each with the room for all of its lines."""
    boxes = [QRect(part.mapTo(dialog, QPoint()), part.size()) for part in parts]
    whole = all(
        label.height() >= label.heightForWidth(label.width())
        for label in dialog.findChildren(PlainLabel)
        if label.isVisible() and label.wordWrap()
    )
    return whole and all(upper.bottom() < lower.top() for upper, lower in pairwise(boxes))


def saved(screen: InstrumentsScreen, dialog: StepDialog) -> None:
    press(dialog, Qt.Key.Key_Return, CONTROL)
    settle(screen)


def test_a_reviewer_asks_and_a_manager_opens_for_the_days_that_the_law_counts(
    open_screen: Open, consultation: Consultation
) -> None:
    office = consultation.office
    consultation.register()
    screen = open_screen(office.reviewer)
    assert screen.details.life.first.text() == "درخواست انتشار برای نقد عموم"
    click(screen.details.life.first)
    assert jobs.wait_all()
    asking = screen.steps.step_dialog
    assert asking is not None
    assert "۱۴ روز کامل" in words_of(asking)
    assert "روز انتشار به حساب نمی‌آید" in words_of(asking)
    type_text(asking.reason, "نظر خود را تا پایان مهلت بنویسید.")
    saved(screen, asking)
    assert consultation.now.exposure is not None
    assert consultation.now.exposure.notice == "نظر خود را تا پایان مهلت بنویسید."
    assert InstrumentAction.OPEN not in offered(screen)
    manager = open_screen(office.manager)
    saved(manager, dialog_of(manager, InstrumentAction.OPEN))
    assert consultation.stands() is InstrumentStatus.OPEN
    assert not manager.details.life.points[0].point.holds
    assert manager.details.life.points[0].words.text() == rule_sentence("window_still_open")


def test_a_step_is_not_lost_where_the_draft_is_read_again_while_its_window_is_counted(
    open_screen: Open, consultation: Consultation, monkeypatch: pytest.MonkeyPatch
) -> None:
    consultation.register()
    screen = open_screen(consultation.office.reviewer)
    life, counts = consultation.office.services.life, threading.Event()
    window = life.window

    def counted(instrument_id: int) -> object:
        assert counts.wait(60)
        return window(instrument_id)

    monkeypatch.setattr(life, "window", counted)
    click(screen.details.life.first)
    before = screen.details.detail
    screen.refresh()
    assert wait(lambda: screen.details.detail is not before)
    counts.set()
    assert jobs.wait_all()
    assert screen.steps.step_dialog is not None
    assert screen.steps.step_dialog.isVisible()
    screen.steps.step_dialog.reject()


def test_what_the_law_refuses_is_told_in_the_form_and_what_was_typed_stays(
    open_screen: Open, consultation: Consultation
) -> None:
    consultation.opened()
    end = consultation.now.row.closes_on
    assert end is not None
    screen = open_screen(consultation.office.manager)
    dialog = dialog_of(screen, InstrumentAction.EXTEND)
    type_text(dialog.until, short_date(end - timedelta(days=2)))
    type_text(dialog.reason, "درخواست انجمن ناشران")
    saved(screen, dialog)
    assert dialog.isVisible()
    assert dialog.refusals.card.words.text() == rule_sentence("window_only_grows")
    # Below the day that it is about, which has the keyboard, and over the reason.
    assert below(dialog, dialog.until, dialog.refusals.card, dialog.reason, dialog.save_button)
    assert dialog.until.hasFocus()
    assert dialog.until.accessibleDescription().startswith(dialog.refusals.card.words.text())
    assert dialog.reason.toPlainText() == "درخواست انجمن ناشران"
    dialog.until.clear()
    type_text(dialog.until, short_date(end + timedelta(days=7)))
    saved(screen, dialog)
    assert consultation.now.row.closes_on is not None
    assert consultation.now.row.closes_on > end


def test_a_last_day_that_cannot_be_is_refused_below_it_and_overlaps_no_notice(
    open_screen: Open, consultation: Consultation
) -> None:
    consultation.register()
    screen = open_screen(consultation.office.reviewer)
    dialog = dialog_of(screen, InstrumentAction.ASK_TO_OPEN)
    # A wrong year: no window is that long.
    type_text(dialog.until, "۱۴۰۷/۱۰/۵")
    type_text(dialog.reason, "یادداشتی برای مردم")
    saved(screen, dialog)
    assert dialog.isVisible()
    assert "آخرین روز مهلت" in dialog.refusals.card.words.text()
    assert dialog.unconfirmed.isVisible()
    assert below(
        dialog, dialog.until, dialog.refusals.card, dialog.unconfirmed, dialog.reason, dialog.save_button
    )
    assert dialog.until.hasFocus()
    # A refusal that is no date stands there as well; of a day that is right, the note goes away.
    dialog.until.clear()
    type_text(dialog.until, "۱۴۰۵/۱۴/۴")
    saved(screen, dialog)
    assert below(dialog, dialog.until, dialog.refusals.card, dialog.reason)
    dialog.until.clear()
    saved(screen, dialog)
    assert consultation.now.exposure is not None


def test_a_window_that_ends_in_a_year_that_nobody_confirmed_says_so_where_it_is_set(
    open_screen: Open, consultation: Consultation
) -> None:
    office = consultation.office
    office.services.closures.confirm(office.administrator, 1405)
    consultation.register()
    screen = open_screen(office.reviewer)
    dialog = dialog_of(screen, InstrumentAction.ASK_TO_OPEN)
    assert not dialog.unconfirmed.isVisible()
    type_text(dialog.until, "۱۴۰۶/۱/۱۷")
    assert dialog.unconfirmed.isVisible()
    assert "تقویم سال ۱۴۰۶ هنوز تأیید نشده است" in dialog.unconfirmed.text()
    assert below(dialog, dialog.until, dialog.unconfirmed, dialog.reason, dialog.save_button)
    saved(screen, dialog)
    manager = open_screen(office.manager)
    opening = dialog_of(manager, InstrumentAction.OPEN)
    assert "۱۴۰۶" in opening.unconfirmed.text()
    saved(manager, opening)
    assert consultation.stands() is InstrumentStatus.OPEN
    moving = dialog_of(manager, InstrumentAction.EXTEND)
    assert not moving.unconfirmed.isVisible()
    type_text(moving.until, "۱۴۰۶/۲/۷")
    assert moving.unconfirmed.isVisible()
    moving.reject()
    office.services.closures.confirm(office.administrator, 1406)
    moving = dialog_of(manager, InstrumentAction.EXTEND)
    type_text(moving.until, "۱۴۰۶/۲/۷")
    assert not moving.unconfirmed.isVisible()


def test_the_gate_tells_what_is_missing_and_a_reviewer_works_it_off(
    open_screen: Open, consultation: Consultation
) -> None:
    consultation.opened()
    comment = consultation.comment()
    consultation.after_the_end()
    screen = open_screen(consultation.office.reviewer)
    saved(screen, dialog_of(screen, InstrumentAction.START_REVISING))
    missing = [row.point.rule for row in screen.details.life.points if not row.point.holds]
    assert missing == ["every_comment_is_decided", "newer_revision_or_reason", "summing_up_is_needed"]
    assert "۱" in screen.details.life.points[0].words.text()
    refused = dialog_of(screen, InstrumentAction.SUM_UP)
    saved(screen, refused)
    assert "۱" in refused.refusals.card.words.text()
    # About no field: at the foot.
    assert below(refused, refused.refusals.card, refused.save_button)
    press(refused, Qt.Key.Key_Escape)
    consultation.decide(comment, Disposition.REJECTED)
    consultation.write(NEXT_TEXT)
    consultation.explain()
    screen.refresh()
    settle(screen)
    assert offered(screen)[0] is InstrumentAction.SUM_UP
    saved(screen, dialog_of(screen, InstrumentAction.SUM_UP))
    assert all(row.point.holds for row in screen.details.life.points)
    assert offered(screen)[0] is InstrumentAction.MAKE_READY
    saved(screen, dialog_of(screen, InstrumentAction.MAKE_READY))
    assert consultation.stands() is InstrumentStatus.READY
    manager = open_screen(consultation.office.manager)
    dialog = dialog_of(manager, InstrumentAction.FINISH)
    saved(manager, dialog)
    assert dialog.isVisible()
    type_text(dialog.letter_number, "1405/22")
    type_text(dialog.letter_date, short_date(consultation.today))
    saved(manager, dialog)
    assert consultation.stands() is InstrumentStatus.PROMULGATED
    assert "1405/22" in consultation.now.letter_number


def test_steps_that_end_something_wait_behind_more_and_take_a_reason(
    open_screen: Open, consultation: Consultation
) -> None:
    consultation.opened()
    screen = open_screen(consultation.office.manager)
    menu = screen.details.life.more_menu()
    assert [action.text() for action in menu.actions()] == ["منتفی کردن"]
    dialog = dialog_of(screen, InstrumentAction.WITHDRAW)
    saved(screen, dialog)
    assert dialog.isVisible()
    assert dialog.refusals.card.words.text()
    assert below(dialog, dialog.reason, dialog.refusals.card, dialog.save_button)
    assert dialog.reason.hasFocus()
    type_text(dialog.reason, "با قانون تازه لازم نیست")
    saved(screen, dialog)
    assert consultation.stands() is InstrumentStatus.WITHDRAWN
    assert "با قانون تازه لازم نیست" in screen.details.life.about.text()


def test_whoever_may_do_nothing_is_shown_the_way_without_buttons(
    open_screen: Open, consultation: Consultation
) -> None:
    consultation.opened()
    screen = open_screen(consultation.office.clerk)
    assert offered(screen) == ()
    assert screen.details.life.first.isHidden()
    assert screen.details.life.more.isHidden()
    assert screen.details.life.points


def test_a_second_reader_is_asked_for_on_the_screen_until_the_window_opens(
    open_screen: Open, consultation: Consultation
) -> None:
    consultation.register()
    screen = open_screen(consultation.office.reviewer)
    box = screen.details.second_reader
    assert box.isVisible()
    assert not box.isChecked()
    box.setFocus()
    press(box, Qt.Key.Key_Space)
    settle(screen)
    settle(screen)
    assert consultation.now.second_reader
    assert box.isChecked()
    # A colleague was faster: it is told, and what is stored stands there.
    for wanted in (False, True):
        consultation.services.moderation.ask_for_second_reader(
            consultation.office.manager, consultation.id, consultation.version, wanted=wanted
        )
    troubles: list[Exception] = []
    screen.trouble.connect(troubles.append)
    press(box, Qt.Key.Key_Space)
    settle(screen)
    settle(screen)
    assert [type(one) for one in troubles] == [ConflictError]
    assert box.isChecked()
    consultation.ask()
    consultation.open()
    screen.refresh()
    settle(screen)
    settle(screen)
    assert not box.isVisible()
    assert screen.details.read_twice.isVisible()


def test_a_manager_opens_the_window_again_for_a_closure_that_was_entered_later(
    open_screen: Open, consultation: Consultation
) -> None:
    office = consultation.office
    consultation.revising()
    end = consultation.now.row.closes_on
    assert end is not None
    office.services.closures.add(office.administrator, Closure(end, "آلودگی هوا"))
    reviewer = open_screen(office.reviewer)
    assert reviewer.details.life.points[0].words.text() == rule_sentence("closure_needs_a_decision")
    assert not {InstrumentAction.OPEN_AGAIN, InstrumentAction.LEAVE_CLOSED} & set(offered(reviewer))
    manager = open_screen(office.manager)
    assert offered(manager)[:2] == (InstrumentAction.OPEN_AGAIN, InstrumentAction.LEAVE_CLOSED)
    # The weekend follows: not one day, but until Saturday.
    assert manager.details.life.first.text() == "بازگشایی مهلت تا ۲۱ آذر ۱۴۰۵"
    click(manager.details.life.first)
    assert jobs.wait_all()
    dialog = manager.steps.step_dialog
    assert dialog is not None
    assert dialog.windowTitle() == "بازگشایی مهلت تا ۲۱ آذر ۱۴۰۵"
    assert f"{full_date(end)}، روز پایانی مهلت، پس از آغاز اصلاح تعطیل اعلام شد (آلودگی هوا)" in words_of(
        dialog
    )
    assert "شنبه ۲۱ آذر ۱۴۰۵" in words_of(dialog)
    said: list[str] = []
    manager.steps.said.connect(said.append)
    saved(manager, dialog)
    assert consultation.stands() is InstrumentStatus.OPEN
    assert said == ["«دستورالعمل صدور مجوز» تا پایان روز شنبه ۲۱ آذر ۱۴۰۵ در معرض نقد عموم است."]
    last = time_line(consultation.now.history, 1405)[-1]
    assert last.sentence.startswith(
        "روز پایانی مهلت تعطیل اعلام شد و کامران یزدی مهلت را تا ۲۱ آذر ۱۴۰۵ دوباره باز کرد"
    )


def test_a_manager_who_leaves_the_window_closed_has_to_say_why(
    open_screen: Open, consultation: Consultation
) -> None:
    office = consultation.office
    consultation.revising()
    end = consultation.now.row.closes_on
    assert end is not None
    office.services.closures.add(office.administrator, Closure(end, "آلودگی هوا"))
    manager = open_screen(office.manager)
    dialog = dialog_of(manager, InstrumentAction.LEAVE_CLOSED)
    saved(manager, dialog)
    assert dialog.isVisible()
    assert dialog.reason.hasFocus()
    assert below(dialog, dialog.reason, dialog.refusals.card, dialog.save_button)
    type_text(dialog.reason, "نظری نرسیده بود.")
    saved(manager, dialog)
    assert consultation.now.closure_reason == "نظری نرسیده بود."
    assert not {InstrumentAction.OPEN_AGAIN, InstrumentAction.LEAVE_CLOSED} & set(offered(manager))
    rules = [row.point.rule for row in manager.details.life.points]
    assert "closure_needs_a_decision" not in rules
