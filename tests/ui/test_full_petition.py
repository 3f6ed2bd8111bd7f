"""The petition in full width: opened from the list, read and answered in columns, walked through by keys."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QSplitter

from desktop_app.office.settings import AnswerDeadline
from desktop_app.petitions.lists.inbox import View
from desktop_app.petitions.vocabulary import Kind
from tests.conftest import NOON
from tests.department import TestOffice
from tests.ui.desk_window import DeskWindow, desk
from tests.ui.fitting import misfits
from tests.ui.keyboard import click, press, type_text
from ui import jobs
from ui.petitions.deadlines.day_cells import DayCells
from ui.petitions.desk.details_columns import DetailsColumns, PaneShape
from ui.petitions.desk.sending import Mode


@pytest.fixture
def office(sqlite_office: TestOffice) -> TestOffice:
    for number in range(4):
        made = sqlite_office.petition(f"متن {number}", subject=f"پرونده {number}", unit=sqlite_office.books)
        desk_ = sqlite_office.services.desk
        desk_.take(sqlite_office.clerk, made.id, desk_.peek(sqlite_office.clerk, made.id).version)
    return sqlite_office


@pytest.fixture
def clerk(office: TestOffice) -> Iterator[DeskWindow]:
    with desk(office, office.clerk) as opened:
        opened.show(View.MINE)
        opened.focus_table()
        opened.settle()
        yield opened


def columns_of(clerk: DeskWindow) -> DetailsColumns:
    return clerk.screen.details.columns


def selected(clerk: DeskWindow) -> int:
    row = clerk.screen.table.current_row()
    assert row is not None
    return row.id


def test_enter_opens_the_petition_over_the_whole_width_and_escape_leads_back_to_its_row(
    clerk: DeskWindow,
) -> None:
    before = selected(clerk)
    clerk.key(Qt.Key.Key_Return)
    details = clerk.screen.details
    assert not clerk.screen.side.isVisible()
    assert details.width() == clerk.screen.desk.contentsRect().width()
    assert details.head.height() == 56
    assert clerk.focus() is details.body
    assert columns_of(clerk).shape is PaneShape.THREE
    assert details.head.position.text == "۱ از ۴"
    assert misfits(clerk.window) == []
    clerk.key(Qt.Key.Key_Escape)
    assert clerk.screen.side.isVisible()
    assert clerk.focus() is clerk.screen.table
    assert selected(clerk) == before
    assert columns_of(clerk).shape is PaneShape.BESIDE
    assert misfits(clerk.window) == []


def test_a_double_click_opens_the_petition_over_the_whole_width(clerk: DeskWindow) -> None:
    table = clerk.screen.table
    row = table.current_table_row()
    place = QPoint(table.viewport().width() // 2, table.rowViewportPosition(row) + 10)
    # The second press of a double click counts only after the first.
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    QTest.mouseDClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    clerk.settle()
    assert columns_of(clerk).full


def test_a_double_click_on_a_heading_opens_nothing(clerk: DeskWindow) -> None:
    table = clerk.screen.table
    assert clerk.screen.model.sections.heading_at(0) is not None
    place = QPoint(table.viewport().width() // 2, table.rowViewportPosition(0) + 5)
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    QTest.mouseDClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    clerk.settle()
    assert not columns_of(clerk).full


def test_the_button_at_the_title_opens_the_full_width_and_the_arrow_leaves_it(clerk: DeskWindow) -> None:
    click(clerk.screen.details.head.expand)
    clerk.settle()
    assert columns_of(clerk).full
    click(clerk.screen.details.head.back)
    clerk.settle()
    assert not columns_of(clerk).full
    assert clerk.focus() is clerk.screen.table


def test_the_keys_of_the_list_walk_through_the_petitions_in_full_width(clerk: DeskWindow) -> None:
    clerk.key(Qt.Key.Key_Return)
    first = clerk.shown.id
    clerk.letter("j")
    assert clerk.shown.id != first
    assert clerk.screen.details.head.position.text == "۲ از ۴"
    clerk.letter("ن")  # K in the Persian layout
    assert clerk.shown.id == first
    clerk.letter("j")
    clerk.key(Qt.Key.Key_Escape)
    assert selected(clerk) == clerk.shown.id != first


def test_f6_leads_through_the_columns_and_back(clerk: DeskWindow) -> None:
    clerk.key(Qt.Key.Key_Return)
    seen = []
    for _ in range(3):
        clerk.key(Qt.Key.Key_F6)
        seen.append(clerk.focus())
    composer = clerk.screen.details.composer
    assert seen[0] is composer.edit
    assert seen[2] is clerk.screen.details.body
    press(clerk.focus(), Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
    assert clerk.focus() is seen[1]


def test_escape_leads_from_the_answer_to_the_text_and_then_to_the_list(clerk: DeskWindow) -> None:
    clerk.key(Qt.Key.Key_Return)
    clerk.letter("e")
    edit = clerk.screen.details.composer.edit
    assert clerk.focus() is edit
    type_text(edit, "سلام")
    clerk.key(Qt.Key.Key_Escape)
    assert clerk.focus() is clerk.screen.details.body
    clerk.key(Qt.Key.Key_Escape)
    assert clerk.focus() is clerk.screen.table
    assert edit.toPlainText() == "سلام"


def test_the_answer_has_a_large_place_with_the_type_of_a_document(clerk: DeskWindow) -> None:
    edit = clerk.screen.details.composer.edit
    beside, small = edit.height(), edit.document().defaultFont().pointSizeF()
    clerk.key(Qt.Key.Key_Return)
    assert edit.height() > 4 * beside
    assert edit.document().defaultFont().pointSizeF() > small
    clerk.key(Qt.Key.Key_Escape)
    assert edit.height() == beside
    foot = clerk.screen.details.foot
    assert foot.height() == foot.sizeHint().height()


def test_a_text_keeps_the_focus_when_the_window_gets_fewer_columns(clerk: DeskWindow) -> None:
    clerk.key(Qt.Key.Key_Return)
    clerk.letter("n")
    edit = clerk.screen.details.composer.edit
    for width, shape in ((1000, PaneShape.TWO), (900, PaneShape.ONE), (1440, PaneShape.THREE)):
        clerk.window.resize(width, 640)
        clerk.settle()
        assert columns_of(clerk).shape is shape
        assert clerk.focus() is edit
        assert misfits(clerk.window) == []


def test_facts_and_deadline_are_folded_where_there_is_no_third_column(clerk: DeskWindow) -> None:
    clerk.window.resize(960, 600)
    clerk.settle()
    clerk.key(Qt.Key.Key_Return)
    binding = clerk.screen.details.binding
    assert not binding.isVisible()
    section = clerk.screen.details.body.binding_section
    assert section is not None
    section.button.setFocus()
    clerk.key(Qt.Key.Key_Space)
    assert binding.isVisible()
    assert binding.facts.values["متقاضی"].isVisible()
    assert misfits(clerk.window) == []


def test_each_day_up_to_the_deadline_is_a_cell_that_says_what_it_was(clerk: DeskWindow) -> None:
    office = clerk.office
    office.services.office.set_deadlines(office.administrator, (AnswerDeadline("request", None, 5, True),))
    made = office.petition(unit=office.books, received_at=NOON - timedelta(days=1))
    clerk.show(keep=made.id)
    clerk.focus_table()
    clerk.key(Qt.Key.Key_Return)
    cells: DayCells = clerk.screen.details.binding.why.cells
    assert cells.isVisible()
    due = clerk.shown.due_on
    assert cells.days[-1].day == due
    assert "آخرین روز مهلت" in cells.accessibleDescription()
    cells.setFocus()
    clerk.key(Qt.Key.Key_Right)
    assert "آخرین روز مهلت" not in cells.accessibleDescription()
    for _ in cells.days:
        clerk.key(Qt.Key.Key_Right)
    assert "روز دریافت" in cells.accessibleDescription()


def test_after_an_answer_the_next_petition_is_shown_in_full_width(clerk: DeskWindow) -> None:
    clerk.key(Qt.Key.Key_Return)
    first = clerk.shown
    assert first.kind is not Kind.COMPLAINT
    clerk.letter("e")
    assert clerk.mode is Mode.REPLY
    type_text(clerk.screen.details.composer.edit, "پاسخ شما")
    clerk.send()
    assert clerk.shown.id != first.id
    assert columns_of(clerk).full
    assert clerk.focus() is clerk.screen.details.body
    bar = clerk.window.message_bar
    place = bar.mapTo(clerk.window, QPoint(0, 0)).x(), bar.width()
    said = columns_of(clerk).said
    assert place == (said.mapTo(clerk.window, QPoint(0, 0)).x(), said.width())


def test_an_empty_list_takes_the_place_of_the_last_petition(clerk: DeskWindow) -> None:
    clerk.key(Qt.Key.Key_Return)
    for _ in range(4):
        clerk.letter("e")
        type_text(clerk.screen.details.composer.edit, "پاسخ شما")
        clerk.send()
    assert not columns_of(clerk).full
    assert clerk.screen.side.isVisible()
    assert clerk.screen.side.shows_page


def test_the_title_of_the_window_is_that_of_the_petition(clerk: DeskWindow) -> None:
    clerk.key(Qt.Key.Key_Return)
    assert clerk.window.windowTitle().startswith(clerk.shown.subject)
    clerk.letter("j")
    assert clerk.window.windowTitle().startswith(clerk.shown.subject)
    clerk.key(Qt.Key.Key_Escape)
    assert clerk.window.windowTitle().startswith("کارتابل")


def test_dragged_borders_are_remembered_per_person(office: TestOffice) -> None:
    with desk(office, office.clerk) as opened:
        opened.show(View.MINE)
        opened.focus_table()
        opened.key(Qt.Key.Key_Return)
        splitter = opened.screen.details.columns.findChild(QSplitter)
        assert isinstance(splitter, QSplitter)
        before = columns_of(opened).said.width()
        splitter.moveSplitter(splitter.handle(1).x() - 60, 1)
        assert jobs.wait_all()
        chosen = columns_of(opened).said.width()
        assert chosen != before
    with desk(office, office.clerk) as again:
        again.show(View.MINE)
        again.focus_table()
        again.key(Qt.Key.Key_Return)
        assert columns_of(again).said.width() == chosen
    with desk(office, office.other_clerk) as other:
        other.show(View.ALL)
        other.focus_table()
        other.key(Qt.Key.Key_Return)
        assert columns_of(other).said.width() == before
