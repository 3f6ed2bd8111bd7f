"""Keys of the desk: each does what it says, or says why it does not."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPlainTextEdit, QWidget

from desktop_app.petitions.lists.inbox import View
from desktop_app.petitions.vocabulary import Move
from tests.department import TestOffice
from tests.ui.desk_window import DeskWindow, desk
from tests.ui.keyboard import press, type_text
from ui.petitions.desk.sending import Mode
from ui.petitions.lists.columns import PetitionColumn


@pytest.fixture
def office(sqlite_office: TestOffice) -> TestOffice:
    return sqlite_office


@pytest.fixture
def clerk(office: TestOffice) -> Iterator[DeskWindow]:
    with desk(office, office.clerk) as opened:
        yield opened


def test_marks_of_petitions_that_left_the_view_are_gone_and_counted_nowhere(clerk: DeskWindow) -> None:
    made = [clerk.office.taken(text=f"متن {number}") for number in range(3)]
    clerk.show(View.MINE, keep=made[0].id)
    clerk.focus_table()
    for one in made[:2]:
        clerk.screen.bulk.marks.toggle(one.id)
    marks, bar = clerk.screen.bulk.marks, clerk.screen.bulk.bar
    assert bar.words.text() == "۲ درخواست نشان شده است"
    desk_ = clerk.office.services.desk
    desk_.refer(clerk.office.clerk, made[0].id, made[0].version, clerk.office.music.id, "رسیدگی شود")
    clerk.key(Qt.Key.Key_F5)
    assert marks.ids == {made[1].id}
    assert bar.words.text() == "۱ درخواست نشان شده است"
    clerk.screen.lists.show_view(View.UNROUTED)
    clerk.settle()
    assert marks.count == 0
    assert not bar.isVisible()


def test_a_marked_view_is_not_marked_in_another_view(clerk: DeskWindow) -> None:
    made = clerk.office.taken()
    clerk.office.petition("متن دیگر")
    clerk.show(View.MINE, keep=made.id)
    clerk.focus_table()
    clerk.key(Qt.Key.Key_A, control=True)
    marks = clerk.screen.bulk.marks
    clerk.office.taken(text="متن سوم")
    clerk.key(Qt.Key.Key_F5)
    assert marks.whole
    assert marks.count == 2
    clerk.screen.lists.show_view(View.ALL)
    clerk.settle()
    assert marks.count == 0


def test_escape_leads_from_every_field_to_the_list(clerk: DeskWindow) -> None:
    made = clerk.office.taken()
    clerk.show(View.MINE, keep=made.id)
    details = clerk.screen.details
    for mode in (Mode.NOTE, Mode.ORDER, Mode.REPLY, Move.WAIT, Move.HAND_OVER, Move.CLOSE):
        details.ask(mode)
        clerk.settle()
        for field in details.composer.findChildren(QWidget):
            wanted = isinstance(field, QLineEdit | QPlainTextEdit | QComboBox) and field.isVisible()
            if not wanted or not field.isEnabled():
                continue
            details.composer.turn_to(mode)
            field.setFocus()
            for _ in range(2):
                clerk.key(Qt.Key.Key_Escape)
            assert clerk.focus() is clerk.screen.table, (mode, field.accessibleName(), clerk.focus())
    clerk.key(Qt.Key.Key_F, control=True)
    assert clerk.focus() is clerk.screen.filter.box
    clerk.key(Qt.Key.Key_Escape)
    assert clerk.focus() is clerk.screen.table
    clerk.window.top_bar.search.setFocus()
    type_text(clerk.window.top_bar.search, "مجوز")
    clerk.settle()
    for _ in range(3):
        press(clerk.window.top_bar.search, Qt.Key.Key_Escape)
    clerk.settle()
    assert clerk.focus() is clerk.screen.table


def test_enter_presses_the_focused_button(clerk: DeskWindow) -> None:
    made = clerk.office.taken()
    clerk.show(View.MINE, keep=made.id)
    wait = clerk.screen.details.head.buttons[Move.WAIT]
    wait.setFocus()
    clerk.key(Qt.Key.Key_Return)
    modes = [clerk.mode]
    tab = clerk.screen.details.composer.tabs.buttons[Mode.ORDER]
    clerk.key(Qt.Key.Key_Escape)
    tab.setFocus()
    clerk.key(Qt.Key.Key_Enter)
    modes.append(clerk.mode)
    assert modes == [Move.WAIT, Mode.ORDER]
    assert not clerk.screen.preview.full


@pytest.mark.parametrize("letter", ["a", "ش"])
def test_a_forbidden_key_says_why_in_amber(clerk: DeskWindow, letter: str) -> None:
    made = clerk.office.taken()
    clerk.show(View.MINE, keep=made.id)
    clerk.focus_table()
    taking = clerk.screen.details.actions_of_moves.moves[Move.TAKE]
    assert not taking.isEnabled()
    clerk.letter(letter)
    assert clerk.message
    assert clerk.window.message_bar.tone == "warning"
    assert clerk.stored(made.id).version == made.version


def test_page_keys_move_in_the_palette(clerk: DeskWindow) -> None:
    palette = clerk.window.open_palette()
    lines = palette.list_view
    press(palette.field, Qt.Key.Key_PageDown)
    assert lines.currentIndex().row() > 3
    first = lines.currentIndex().row()
    for _ in range(40):
        press(palette.field, Qt.Key.Key_PageDown)
    assert lines.currentIndex().row() == len(lines.rows()) - 1 > first
    for _ in range(40):
        press(palette.field, Qt.Key.Key_PageUp)
    assert lines.currentIndex().row() == 0
    palette.close()


def test_the_menu_of_columns_stays_open_while_columns_are_ticked(clerk: DeskWindow) -> None:
    clerk.office.taken()
    clerk.show(View.ALL)
    menu = clerk.screen.arranging.open_menu()
    QTest.qWaitForWindowExposed(menu, 60_000)
    chosen = clerk.screen.table.columns
    status, channel = menu.actions()[4], menu.actions()[5]
    assert PetitionColumn.STATUS not in chosen.chosen
    at = QPointF(menu.actionGeometry(status).center())
    for kind in (QEvent.Type.MouseMove, QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonRelease):
        moving = kind == QEvent.Type.MouseMove
        button = Qt.MouseButton.NoButton if moving else Qt.MouseButton.LeftButton
        held = Qt.MouseButton.LeftButton if kind == QEvent.Type.MouseButtonPress else Qt.MouseButton.NoButton
        there = QPointF(menu.mapToGlobal(QPoint(int(at.x()), int(at.y()))))
        QApplication.sendEvent(
            menu, QMouseEvent(kind, at, there, button, held, Qt.KeyboardModifier.NoModifier)
        )
    assert menu.isVisible()
    assert PetitionColumn.STATUS in chosen.chosen
    menu.setActiveAction(channel)
    press(menu, Qt.Key.Key_Space)
    assert menu.isVisible()
    assert PetitionColumn.CHANNEL in chosen.chosen
    press(menu, Qt.Key.Key_Escape)
    clerk.settle()


def test_the_focus_returns_where_it_was_after_a_save(clerk: DeskWindow) -> None:
    made = clerk.office.taken()
    clerk.show(View.MINE, keep=made.id)
    clerk.focus_table()
    clerk.letter("n")
    type_text(clerk.screen.details.composer.edit, "تماس گرفتم")
    clerk.key(Qt.Key.Key_Return, control=True)
    assert clerk.focus() is clerk.screen.table
    clerk.letter("e")
    edit = clerk.screen.details.composer.edit
    type_text(edit, "پاسخ")
    save = clerk.screen.details.composer.save_button
    save.setFocus()
    clerk.key(Qt.Key.Key_Return)
    assert clerk.stored(made.id).draft == "پاسخ"
    assert clerk.focus() is edit
