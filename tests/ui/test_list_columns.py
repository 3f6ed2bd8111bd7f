"""Columns of the inbox: dragged wider, remembered per person, left out where each row has the same value."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from desktop_app.petitions.lists.constants import constant_properties
from desktop_app.petitions.lists.filters import NOBODY, ListFilter, View, several
from tests.department import TestOffice
from tests.ui.desk_window import DeskWindow, desk
from tests.ui.keyboard import press
from ui import jobs
from ui.petitions.lists.columns import NARROWEST, WIDTHS, PetitionColumn, headers, width_name

SENDER, UNIT, SUBJECT = PetitionColumn.SENDER, PetitionColumn.UNIT, PetitionColumn.SUBJECT


@pytest.fixture
def office(sqlite_office: TestOffice) -> TestOffice:
    for number in range(3):
        sqlite_office.petition(f"متن {number}", subject=f"پرونده {number}", unit=sqlite_office.books)
    return sqlite_office


@pytest.fixture
def clerk(office: TestOffice) -> Iterator[DeskWindow]:
    with desk(office, office.clerk) as opened:
        opened.show(View.ALL)
        opened.key(Qt.Key.Key_Space)
        yield opened


def drag_border(clerk: DeskWindow, column: PetitionColumn, by: int) -> None:
    """Drags the border at the end of a column, in pixels towards the end of the row."""
    header = clerk.screen.table.header
    # On a page from right to left a column ends at its left edge.
    edge = QPoint(header.sectionViewportPosition(column) + 1, header.height() // 2)
    viewport = header.viewport()
    QTest.mousePress(viewport, Qt.MouseButton.LeftButton, pos=edge)
    for step in (by // 2, by):
        QTest.mouseMove(viewport, edge - QPoint(step, 0))
    QTest.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=edge - QPoint(by, 0))
    assert jobs.wait_all()


def widths(clerk: DeskWindow) -> dict[PetitionColumn, int]:
    table = clerk.screen.table
    return {
        column: table.columnWidth(column) for column in PetitionColumn if not table.isColumnHidden(column)
    }


def test_a_dragged_border_widens_a_column_and_is_remembered_per_person(office: TestOffice) -> None:
    with desk(office, office.clerk) as opened:
        opened.show(View.ALL)
        opened.key(Qt.Key.Key_Space)
        table, before = opened.screen.table, widths(opened)
        # Towards the subject: the petitioner gains what the subject loses.
        drag_border(opened, SUBJECT, -50)
        after = widths(opened)
        assert after[SENDER] == before[SENDER] + 50
        assert after[SUBJECT] == before[SUBJECT] - 50
        drag_border(opened, SENDER, 20)
        after = widths(opened)
        assert (after[SENDER], after[UNIT]) == (before[SENDER] + 70, before[UNIT] - 20)
        assert sum(after.values()) == table.viewport().width()
        drag_border(opened, SENDER, 200)
        assert widths(opened)[UNIT] == NARROWEST
        chosen = widths(opened)
    with desk(office, office.clerk) as again:
        again.show(View.ALL)
        again.key(Qt.Key.Key_Space)
        assert widths(again) == chosen
    with desk(office, office.manager) as other:
        other.show(View.ALL)
        other.key(Qt.Key.Key_Space)
        assert widths(other)[SENDER] == WIDTHS[SENDER]


def test_the_unit_is_left_out_in_the_view_of_ones_unit(clerk: DeskWindow) -> None:
    assert UNIT in widths(clerk)
    clerk.show(View.MY_UNIT)
    assert UNIT not in widths(clerk)
    named = [action.text() for action in clerk.screen.arranging.menu().actions()]
    assert "واحد (در این فهرست یکسان)" in named
    clerk.show(View.ALL)
    assert UNIT in widths(clerk)


def test_only_one_value_makes_a_property_constant() -> None:
    assert constant_properties(ListFilter(View.MY_UNIT), {7}) == {"unit_id"}
    assert constant_properties(ListFilter(View.MY_UNIT), {7, 8}) == frozenset()
    assert constant_properties(ListFilter(kind="complaint"), ()) == {"kind"}
    assert constant_properties(ListFilter(assignee_id=NOBODY), ()) == {"assignee_id"}
    assert constant_properties(ListFilter(unit_id=several([1, 2])), ()) == frozenset()
    assert constant_properties(ListFilter(View.MINE), ()) == {"assignee_id"}


def test_a_column_is_made_wider_by_keys_in_its_menu(clerk: DeskWindow) -> None:
    before = widths(clerk)
    menu = clerk.screen.arranging.open_menu()
    menu.setActiveAction(next(one for one in menu.actions() if one.text() == headers()[UNIT]))
    for _ in range(2):
        press(menu, Qt.Key.Key_Plus)
    assert widths(clerk)[UNIT] == before[UNIT] + 32
    press(menu, Qt.Key.Key_Minus)
    assert widths(clerk)[UNIT] == before[UNIT] + 16
    assert menu.isVisible()
    menu.close()
    assert jobs.wait_all()
    assert clerk.office.services.saved_views.sizes(clerk.actor)[width_name(UNIT)] == before[UNIT] + 16
