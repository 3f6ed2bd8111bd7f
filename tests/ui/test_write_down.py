"""Writing a comment down by hand, driven by keys: of a caller, of a letter; what is refused stays typed."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from desktop_app.instruments.comments.register import WrittenDown
from desktop_app.persian.dates import short_date, tehran_day
from tests.department import TestOffice
from tests.ui.comment_review import (
    CLOSES,
    OPENED,
    Open,
    consultation,
    open_screen,
    prepared,
    sqlite_office,
    texts,
)
from tests.ui.consultation import FIRST, draft, open_window, settle
from tests.ui.keyboard import CONTROL, click, press, type_text
from ui.comments.letter_dialog import LetterDialog
from ui.comments.screen import CommentsScreen
from ui.comments.words import about
from ui.comments.write_down_dialog import WriteDownDialog

__all__ = ["consultation", "open_screen", "prepared", "sqlite_office"]


SHIFT = Qt.KeyboardModifier.ShiftModifier


def form_of(screen: CommentsScreen, qtbot: QtBot) -> WriteDownDialog:
    (dialog,) = screen.findChildren(WriteDownDialog)
    # The platform gives a window the keyboard in its own time.
    qtbot.waitUntil(dialog.isActiveWindow, timeout=60_000)
    return dialog


def test_a_caller_s_comment_is_written_down_by_keys_and_stands_at_its_provision(
    qtbot: QtBot, open_screen: Open, sqlite_office: TestOffice, consultation: int
) -> None:
    screen = open_screen(sqlite_office.clerk)
    press(screen.page.comments, Qt.Key.Key_W)
    form = form_of(screen, qtbot)
    assert form.text.hasFocus()
    assert form.channel.currentText() == "تلفن"
    type_text(form.who, "رضا کریمی")
    type_text(form.provision, "ماده ۳")
    type_text(form.text, "تعرفه را کمتر کنید.")
    press(form.text, Qt.Key.Key_Return, CONTROL)
    settle(screen)
    row = max(sqlite_office.services.comments.of_instrument(consultation), key=lambda one: one.id)
    assert (row.text, row.channel, row.sender, row.provision, row.late) == (
        "تعرفه را کمتر کنید.", "phone", "رضا کریمی", "ماده ۳", False,
    )  # fmt: skip
    # It is shown where it belongs, and chosen.
    assert screen.page.part is not None
    assert screen.page.part.label == "ماده ۳"
    assert texts(screen) == ["تعرفه را کمتر کنید."]
    assert screen.findChildren(WriteDownDialog) == []


def test_letters_are_written_down_one_after_the_other_by_keys(
    qtbot: QtBot, open_screen: Open, sqlite_office: TestOffice, consultation: int
) -> None:
    screen = open_screen(sqlite_office.clerk)
    comments = sqlite_office.services.comments
    before = {row.id for row in comments.of_instrument(consultation)}
    press(screen.page.comments, Qt.Key.Key_W)
    form = form_of(screen, qtbot)
    # A caller has no letter.
    assert not form.letter.isVisible()
    tall = form.text.height()
    form.channel.setFocus()
    press(form.channel, Qt.Key.Key_Down)
    assert form.channel.currentText() == "نامه"
    assert form.letter.isVisible()
    # The row more takes nothing of the text's height.
    qtbot.waitUntil(lambda: form.text.height() == tall)
    form.day.setFocus()
    press(form.day, Qt.Key.Key_Tab)
    assert form.focusWidget() is form.letter
    today = form.day.day()
    assert today is not None
    form.day.write(short_date(today - timedelta(days=1)))
    type_text(form.letter, "۱۲۳/۴۵")
    type_text(form.who, "رضا کریمی")
    type_text(form.provision, "ماده ۳")
    type_text(form.quote, "تعرفه")
    type_text(form.text, "تعرفه را کمتر کنید.")
    press(form.text, Qt.Key.Key_Return, CONTROL | SHIFT)
    settle(screen)
    assert form.isVisible()
    assert form.said.isVisible()
    assert form.text.hasFocus()
    # How, when and on what stay; nothing of the person who spoke.
    assert (form.channel.currentText(), form.day.day(), form.provision.text()) == (
        "نامه", today - timedelta(days=1), "ماده ۳",
    )  # fmt: skip
    assert (form.letter.text(), form.who.text(), form.quote.text(), form.text.toPlainText()) == (
        "",
        "",
        "",
        "",
    )
    # Empty, it is refused, and the form goes on.
    press(form.text, Qt.Key.Key_Return, CONTROL | SHIFT)
    settle(screen)
    assert (form.refusals.card.isVisible(), form.said.isVisible()) == (True, False)
    type_text(form.text, "تعرفه را هر سال بگویید.")
    press(form.text, Qt.Key.Key_Return, CONTROL)
    settle(screen)
    assert not any(one.isVisible() for one in screen.findChildren(WriteDownDialog))
    rows = sorted(
        (row for row in comments.of_instrument(consultation) if row.id not in before), key=lambda row: row.id
    )
    assert [(row.channel, row.letter_number, row.sender, row.provision, row.text) for row in rows] == [
        ("letter", "۱۲۳/۴۵", "رضا کریمی", "ماده ۳", "تعرفه را کمتر کنید."),
        ("letter", "", "", "ماده ۳", "تعرفه را هر سال بگویید."),
    ]
    assert {tehran_day(row.received_at) for row in rows} == {today - timedelta(days=1)}
    # The number stands with the comment, its runs in order.
    assert "نامه شمارهٔ \u2066۱۲۳/۴۵\u2069" in about(rows[0])


def test_a_comment_is_found_by_its_letter_s_number_on_whichever_provision_and_the_number_put_right(
    qtbot: QtBot, open_screen: Open, sqlite_office: TestOffice, consultation: int
) -> None:
    register, comments = sqlite_office.services.comment_register, sqlite_office.services.comments
    of_letter = WrittenDown("تعرفه زیاد است.", "letter", provision="ماده ۳", letter_number="۱۲۳/۴۵")
    number = register.write_down(sqlite_office.clerk, consultation, of_letter)
    screen = open_screen()
    assert screen.page.part is not None
    assert screen.page.part.label != "ماده ۳"
    press(screen.page.comments, Qt.Key.Key_F, CONTROL)
    assert screen.page.box.hasFocus()
    type_text(screen.page.box, "123/45")
    press(screen.page.box, Qt.Key.Key_Return)
    assert screen.page.part.label == "ماده ۳"
    assert texts(screen) == ["تعرفه زیاد است."]
    assert screen.page.comments.hasFocus()
    # Elsewhere nothing has it, and it is said where it is.
    press(screen.page.comments, Qt.Key.Key_BracketLeft)
    assert texts(screen) == []
    assert "بعدی" in screen.page.nothing.text()
    press(screen.page.box, Qt.Key.Key_Return)
    assert texts(screen) == ["تعرفه زیاد است."]
    press(screen.page.comments, Qt.Key.Key_S)
    (form,) = screen.findChildren(LetterDialog)
    qtbot.waitUntil(form.isActiveWindow, timeout=60_000)
    assert (form.number.hasFocus(), form.number.text()) == (True, "۱۲۳/۴۵")
    type_text(form.number, "98/7")
    press(form.number, Qt.Key.Key_Return, CONTROL)
    settle(screen)
    assert comments.one(number).letter_number == "98/7"
    assert not any(one.isVisible() for one in screen.findChildren(LetterDialog))
    # It has not what is looked for any more; without words all are there again.
    assert "هیچ نظری" in screen.page.nothing.text()
    press(screen.page.box, Qt.Key.Key_Escape)
    assert "تعرفه زیاد است." in texts(screen)


def test_the_number_of_a_letter_is_asked_of_letters_and_by_reviewers_only(
    open_screen: Open, sqlite_office: TestOffice, consultation: int
) -> None:
    screen = open_screen()
    press(screen.page.comments, Qt.Key.Key_S)
    assert not screen.findChildren(LetterDialog)
    clerk = open_screen(sqlite_office.clerk)
    press(clerk.page.comments, Qt.Key.Key_S)
    assert not clerk.findChildren(LetterDialog)
    assert consultation


def test_what_is_refused_is_told_in_the_form_and_what_was_typed_stays(
    qtbot: QtBot, open_screen: Open, sqlite_office: TestOffice, consultation: int
) -> None:
    screen = open_screen()
    before = len(sqlite_office.services.comments.of_instrument(consultation))
    click(screen.header.write_down)
    form = form_of(screen, qtbot)
    type_text(form.who, "رضا")
    press(form.text, Qt.Key.Key_Return, CONTROL)
    settle(screen)
    assert form.refusals.card.isVisible()
    today = form.day.day()
    assert today is not None
    form.day.write(short_date(today + timedelta(days=2)))
    type_text(form.text, "نظر")
    press(form.text, Qt.Key.Key_Return, CONTROL)
    settle(screen)
    said = form.refusals.card.words.text()
    assert "هنوز نرسیده" in said
    assert short_date(today + timedelta(days=2)) in said
    assert (form.who.text(), form.text.toPlainText()) == ("رضا", "نظر")
    assert len(sqlite_office.services.comments.of_instrument(consultation)) == before
    # Put away, it is there again with the next one.
    click(form.cancel_button)
    again = screen.registering.write_down()
    assert again is not None
    assert again.text.toPlainText() == "نظر"


def test_the_first_comment_of_a_draft_is_written_down_from_the_menu_of_drafts(
    qtbot: QtBot, open_screen: Open, sqlite_office: TestOffice
) -> None:
    silent = draft(sqlite_office, FIRST, title="بخشنامه بی‌نظر")
    open_window(sqlite_office, silent.row.id, OPENED, CLOSES)
    draft(sqlite_office, FIRST, title="هنوز در تدوین")
    screen = open_screen(sqlite_office.clerk)
    menu: QMenu = screen.header.instrument_menu()
    (entry,) = menu.actions()
    assert entry.text() == "بخشنامه بی‌نظر: هنوز نظری نیامده"
    entry.trigger()
    settle(screen)
    press(screen.page.comments, Qt.Key.Key_W)
    form = form_of(screen, qtbot)
    type_text(form.text, "موافقم.")
    press(form.text, Qt.Key.Key_Return, CONTROL)
    settle(screen)
    assert texts(screen) == ["موافقم."]


def test_nobody_writes_down_what_is_not_awaited(open_screen: Open, sqlite_office: TestOffice) -> None:
    draft(sqlite_office, FIRST)
    screen = open_screen(sqlite_office.clerk)
    assert not screen.header.write_down.isVisible()
    assert screen.registering.write_down() is None
