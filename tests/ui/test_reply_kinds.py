"""Final and interim replies in the composer, the correction of a registration, and the menu of a row."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from desktop_app.petitions.vocabulary import Kind, Status
from desktop_app.staff.roles import Actor
from tests.department import TestOffice
from tests.ui.desk_window import DeskWindow, desk
from tests.ui.keyboard import press
from ui.petitions.desk.sending import Mode
from ui.petitions.registration.correcting import RegistrationDialog


@pytest.fixture
def window(sqlite_office: TestOffice) -> Iterator[DeskWindow]:
    """The clerk's window on a petition that they are working on."""
    office = sqlite_office
    number = office.taken().id
    with desk(office, office.clerk) as made:
        made.show(keep=number)
        made.focus_table()
        yield made


def kind_of(window: DeskWindow) -> tuple[bool, str, str]:
    composer = window.screen.details.composer
    return composer.kind.interim, composer.kind.rule.text(), composer.send_button.text()


def test_shift_e_answers_for_now_and_the_petition_stays_open(window: DeskWindow) -> None:
    window.key(Qt.Key.Key_E, text="E", shift=True)
    assert window.mode is Mode.REPLY
    assert kind_of(window) == (True, "درخواست باز می‌ماند و مهلت ادامه دارد.", "ثبت پاسخ میانی")
    assert not window.screen.details.composer.reply.isVisible()
    window.write("پرونده در مرحلهٔ دوم است.")
    window.send()
    now = window.stored(window.shown.id)
    assert (now.status, now.replies[-1].interim) == (Status.IN_PROGRESS, True)
    assert "درخواست باز ماند" in window.message
    # The next reply is a final one again.
    window.focus_table()
    window.letter("e")
    assert kind_of(window)[0] is False
    assert window.screen.details.composer.text() == ""


def test_a_text_keeps_its_kind_while_other_tabs_are_shown(window: DeskWindow) -> None:
    composer = window.screen.details.composer
    window.letter("e")
    assert kind_of(window)[1] == "رسیدگی پایان می‌یابد و مهلت متوقف می‌شود."
    window.write("پاسخ")
    press(composer.kind.choice, Qt.Key.Key_2)
    window.settle()
    assert (kind_of(window)[0], composer.text()) == (True, "پاسخ")
    composer.edit.insertPlainText("نخست ")
    composer.turn_to(Mode.NOTE)
    assert not composer.kind.isVisible()
    composer.turn_to(Mode.REPLY)
    assert (kind_of(window)[0], composer.text()) == (True, "نخست پاسخ")


def test_undo_makes_an_interim_reply_a_draft_again(window: DeskWindow) -> None:
    window.key(Qt.Key.Key_E, text="E", shift=True)
    window.write("پرونده در مرحلهٔ دوم است.")
    window.send()
    window.focus_table()
    window.key(Qt.Key.Key_Z, control=True)
    now = window.stored(window.shown.id)
    assert (now.replies, now.draft) == ((), "پرونده در مرحلهٔ دوم است.")


def test_while_it_waits_only_an_interim_reply_is_possible(window: DeskWindow) -> None:
    office, seen = window.office, window.shown
    office.services.desk.wait(office.clerk, seen.id, seen.version, "مدرک")
    window.screen.refresh()
    window.settle()
    window.letter("e")
    assert kind_of(window)[:2] == (True, "درخواست باز و در انتظار متقاضی می‌ماند؛ مهلت متوقف است.")
    assert not window.screen.details.composer.kind.choice.isVisible()
    window.write("مدرک شما هنوز نرسیده است.")
    window.send()
    assert window.stored(seen.id).status is Status.WAITING


def corrected(window: DeskWindow) -> RegistrationDialog:
    window.key(Qt.Key.Key_C, text="C", shift=True)
    dialog = window.screen.correcting.dialog
    assert dialog is not None
    return dialog


def test_a_registration_is_corrected_by_keys_and_taken_back(window: DeskWindow) -> None:
    before = window.shown
    dialog = corrected(window)
    assert dialog.name.isReadOnly()
    dialog.kind.setFocus()
    press(dialog.kind, Qt.Key.Key_3)
    dialog.subject.setText("مجوز نشر کتاب")
    press(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    window.settle()
    assert dialog.isVisible()
    assert dialog.refusals.card.isVisible()
    assert "بنویسید" in dialog.refusals.card.words.text()
    assert dialog.focusWidget() is dialog.reason
    dialog.reason.setText("متقاضی تماس گرفت")
    press(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    window.settle()
    assert (window.shown.kind, window.shown.subject) == (Kind.SUGGESTION, "مجوز نشر کتاب")
    assert "اصلاح شد" in window.message
    window.window.message_bar.undo_button.click()
    window.settle()
    assert (window.shown.kind, window.shown.subject) == (before.kind, before.subject)


def test_a_manager_corrects_the_name_with_it(sqlite_office: TestOffice) -> None:
    office = sqlite_office
    number = office.taken().id
    with desk(office, office.manager) as window:
        window.show(keep=number)
        window.focus_table()
        dialog = corrected(window)
        dialog.name.setText("علی کرمی")
        dialog.reason.setText("از روی کارت ملی")
        dialog.save()
        window.settle()
        assert window.shown.petitioner_name == "علی کرمی"


def test_whoever_only_reads_it_is_told_why_not(sqlite_office: TestOffice) -> None:
    office = sqlite_office
    seen = office.taken()
    office.services.desk.refer(office.clerk, seen.id, seen.version, office.music.id, "نظر دهید")
    with desk(office, office.clerk) as window:
        window.show(keep=seen.id)
        window.focus_table()
        window.key(Qt.Key.Key_C, text="C", shift=True)
        assert window.screen.correcting.dialog is None
        assert window.message


def titles(menu: QMenu | None) -> list[str]:
    assert menu is not None
    return [action.text() for action in menu.actions() if not action.isSeparator()]


def opened_menu(window: DeskWindow) -> QMenu:
    menu = window.screen.row_menu.menu
    assert menu is not None
    assert menu.isVisible()
    return menu


def test_a_right_click_offers_the_commands_with_their_keys(window: DeskWindow) -> None:
    table = window.screen.table
    place = table.visualRect(table.model().index(table.current_table_row(), 1)).center()
    asked = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, table.viewport().mapToGlobal(place))
    QApplication.sendEvent(table.viewport(), asked)
    window.settle()
    menu = opened_menu(window)
    offered = {action.text(): action.shortcut().toString() for action in menu.actions()}
    actions = window.screen.details.actions_of_moves
    assert offered[actions.reply.text()] == "E"
    assert offered["ارجاع"] == "R"
    assert offered[window.screen.correcting.action.text()] == "Shift+C"
    assert "به‌عهده گرفتن" not in offered
    action: QAction = actions.reply
    menu.close()
    action.trigger()
    window.settle()
    assert window.mode is Mode.REPLY


@pytest.mark.parametrize("key", [Qt.Key.Key_F10, Qt.Key.Key_Menu])
def test_the_keys_open_the_same_menu(window: DeskWindow, key: Qt.Key) -> None:
    window.key(key, shift=key is Qt.Key.Key_F10)
    menu = opened_menu(window)
    assert window.screen.details.actions_of_moves.note.text() in titles(menu)
    QTest.keyClick(menu, Qt.Key.Key_Escape)
    window.settle()
    assert window.window.focusWidget() is window.screen.table


def test_the_menu_waits_for_the_petition_it_is_about(sqlite_office: TestOffice) -> None:
    office = sqlite_office
    first, second = office.taken().id, office.registered("متن دیگر", unit=office.books)
    who: Actor = office.clerk
    with desk(office, who) as window:
        window.show(keep=first)
        window.focus_table()
        row = next(
            at
            for at in range(window.screen.model.rowCount())
            if (found := window.screen.model.row_at(at)) is not None and found.id == second
        )
        window.screen.table.select(row)
        window.screen.row_menu.open()
        window.settle()
        menu = opened_menu(window)
        assert window.shown.id == second
        assert "به‌عهده گرفتن" in titles(menu)
        menu.close()
