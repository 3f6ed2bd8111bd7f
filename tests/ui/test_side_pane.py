"""A pane over the details: where it lies, what gets its keys, and where the focus goes afterwards."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from desktop_app.petitions.vocabulary import Move
from tests.department import TestOffice
from tests.ui.desk_window import DeskWindow, desk
from ui.actions import make_action
from ui.petitions.desk.sending import Mode
from ui.widgets.beside import WIDTH
from ui.widgets.side_pane import BESIDE_WORK, SidePane

SMALL = QSize(960, 600)


class Leaf(QWidget):
    """Something that a pane shows; its key J counts."""

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.struck = 0
        make_action(self, "پایین", self._strike, key="J", everywhere=False)
        self.field = QLineEdit()
        QVBoxLayout(self).addWidget(self.field)

    def _strike(self) -> None:
        self.struck += 1


@pytest.fixture
def clerk(sqlite_office: TestOffice) -> Iterator[DeskWindow]:
    for number in range(6):
        sqlite_office.petition(f"متن {number}", subject=f"پرونده {number}", unit=sqlite_office.books)
    with desk(sqlite_office, sqlite_office.clerk) as opened:
        opened.show()
        opened.focus_table()
        opened.settle()
        yield opened


def pane_of(desk_window: DeskWindow) -> SidePane:
    return desk_window.window.side_pane


def place_of(widget: QWidget) -> QRect:
    return QRect(widget.mapToGlobal(QPoint(0, 0)), widget.size())


def test_the_pane_lies_exactly_over_the_details_and_moves_nothing(clerk: DeskWindow) -> None:
    pane, details, list_before = pane_of(clerk), clerk.screen.details, place_of(clerk.screen.side)
    pane.open(Leaf())
    assert place_of(pane).contains(place_of(details))
    # The line of the border between the list and the details belongs to the pane.
    assert pane.width() - 1 == details.width() == WIDTH
    assert place_of(clerk.screen.side) == list_before


def test_it_is_as_wide_as_the_details_that_somebody_dragged(clerk: DeskWindow) -> None:
    pane = pane_of(clerk)
    clerk.screen.desk.use_width(520)
    clerk.settle()
    pane.open(Leaf())
    assert pane.width() - 1 == clerk.screen.details.width() == 520


def test_in_a_small_window_it_lies_over_the_list_as_the_petition_does(clerk: DeskWindow) -> None:
    pane = pane_of(clerk)
    pane.open(Leaf())
    clerk.window.resize(SMALL)
    clerk.settle()
    assert pane.width() == 561
    assert place_of(pane).left() == place_of(clerk.window.stack).left()
    assert place_of(pane).bottom() == place_of(clerk.window.stack).bottom()


def test_escape_closes_it_and_gives_the_focus_back(clerk: DeskWindow) -> None:
    pane, leaf = pane_of(clerk), Leaf()
    pane.open(leaf)
    assert pane.content is leaf
    assert clerk.focus() is leaf
    clerk.key(Qt.Key.Key_Escape)
    assert not pane.isVisible()
    assert clerk.focus() is clerk.screen.table


def test_another_content_takes_the_place_of_the_first_and_escape_still_leads_back(clerk: DeskWindow) -> None:
    pane, first, second = pane_of(clerk), Leaf(), Leaf()
    told: list[object] = []
    pane.changed.connect(told.append)
    pane.open(first)
    pane.open(second)
    assert not first.isVisible()
    pane.toggle(second)
    assert told == [first, second, None]
    assert clerk.focus() is clerk.screen.table


def test_letters_start_commands_of_the_pane_and_none_of_the_list_below(clerk: DeskWindow) -> None:
    pane, leaf, table = pane_of(clerk), Leaf(), clerk.screen.table
    row = table.current_table_row()
    pane.open(leaf)
    clerk.letter("j")
    clerk.letter("r")
    clerk.key(ord("ت"), text="ت")
    assert leaf.struck == 2
    assert table.current_table_row() == row
    assert clerk.mode is not Mode.REPLY
    assert pane.content is leaf


def test_a_field_of_the_pane_keeps_its_letters(clerk: DeskWindow) -> None:
    pane, leaf = pane_of(clerk), Leaf()
    pane.open(leaf)
    leaf.field.setFocus()
    clerk.letter("j")
    assert leaf.field.text() == "j"
    assert leaf.struck == 0


def test_it_closes_when_something_below_it_gets_the_focus(clerk: DeskWindow) -> None:
    pane = pane_of(clerk)
    pane.open(Leaf())
    clerk.focus_table()
    assert pane.isVisible()
    clerk.screen.details.composer.edit.setFocus()
    assert not pane.isVisible()
    assert clerk.focus() is clerk.screen.details.composer.edit


def test_what_is_read_beside_the_work_covers_nothing_and_stays(clerk: DeskWindow) -> None:
    pane, leaf, stack = pane_of(clerk), Leaf(), clerk.window.stack
    leaf.setProperty(BESIDE_WORK, True)
    clerk.window.resize(1366, 768)
    clerk.settle()
    shown = clerk.shown.id
    pane.open(leaf)
    clerk.settle()
    assert not place_of(pane).intersects(place_of(clerk.screen))
    # The petition that one reads about stays in sight, with its buttons.
    details = clerk.screen.details
    assert (details.isVisible(), clerk.shown.id) == (True, shown)
    for part in (details.body, details.head.buttons[Move.TAKE], details.composer.send_button):
        assert part.isVisible()
        assert place_of(clerk.screen).contains(place_of(part))
    clerk.key(Qt.Key.Key_Escape)
    clerk.settle()
    assert place_of(clerk.screen) == place_of(stack)


def test_in_a_small_window_it_steps_aside_while_somebody_writes(clerk: DeskWindow) -> None:
    pane, leaf = pane_of(clerk), Leaf()
    leaf.setProperty(BESIDE_WORK, True)
    clerk.window.resize(SMALL)
    clerk.settle()
    pane.open(leaf)
    clerk.screen.preview.open()
    clerk.screen.details.composer.edit.setFocus()
    assert not pane.isVisible()
    clerk.window.top_bar.search.setFocus()
    assert not pane.isVisible(), "the search is no part of the screens"
    clerk.focus_table()
    assert pane.isVisible()
    assert clerk.focus() is clerk.screen.table
    pane.close()
    clerk.screen.details.composer.edit.setFocus()
    clerk.focus_table()
    assert not pane.isVisible(), "closed is closed"


def test_a_message_lies_beside_the_pane(clerk: DeskWindow) -> None:
    clerk.window.resize(SMALL)
    pane = pane_of(clerk)
    pane.open(Leaf())
    clerk.window.message_bar.say("انجام شد.")
    clerk.settle()
    assert not place_of(clerk.window.message_bar).intersects(place_of(pane))
    clerk.key(Qt.Key.Key_Escape)
    assert clerk.window.message_bar.width() == clerk.screen.side.width()
