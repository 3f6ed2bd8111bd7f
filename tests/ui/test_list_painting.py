"""What of the list is painted: what came into view, what changed, and no more; what is read before it is needed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QRect
from PySide6.QtGui import QColor, QPaintEvent, QRegion
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop_app.clock import FixedClock
from desktop_app.petitions.lists.filters import ListFilter, Order
from desktop_app.petitions.lists.sections import News
from desktop_app.staff.presence import Doing, OpenItem, Present
from tests.department import TestOffice
from tests.ui.desk_window import DeskWindow, desk, many
from tests.ui.prepared import begins_with, its_office
from ui.guard import guarded
from ui.petitions.lists.table import PetitionTable
from ui.theme import appearance, theme
from ui.theme_tokens import ROW

TOLD_OF = [3, 8]


class Painted(QObject):
    """What was painted of the table since it was last asked."""

    def __init__(self, table: PetitionTable) -> None:
        super().__init__(table)
        self._table, self._region = table, QRegion()
        table.viewport().installEventFilter(self)

    @guarded(False)
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        del watched
        if isinstance(event, QPaintEvent):
            self._region = self._region.united(event.region())
        return False

    def rows(self) -> list[int]:
        """Its rows, wholly or in part."""
        QApplication.processEvents()
        region, self._region = self._region, QRegion()
        return [row for row in self._table.visible_rows() if region.intersects(row_place(self._table, row))]


def row_place(table: PetitionTable, row: int) -> QRect:
    return QRect(0, table.rowViewportPosition(row), table.viewport().width(), table.rowHeight(row))


def nine_hundred(office: TestOffice, clock: FixedClock) -> None:
    del clock
    many(office, 900)


prepared = begins_with(nine_hundred)
sqlite_office = its_office


@pytest.fixture
def clerk(sqlite_office: TestOffice) -> Iterator[DeskWindow]:
    with desk(sqlite_office, sqlite_office.clerk) as opened:
        opened.screen.lists.show_list(ListFilter(order=Order.OLDEST))
        opened.settle()
        yield opened


@pytest.fixture
def painted(clerk: DeskWindow) -> Painted:
    made = Painted(clerk.screen.table)
    made.rows()
    return made


def changed(clerk: DeskWindow, rows: list[int]) -> None:
    model = clerk.screen.model
    found = [row for at in rows if (row := model.row_at(at)) is not None]
    news = tuple(replace(row, subject=f"تازه {row.subject}") for row in found)
    assert model.today is not None
    model.take_news(News(0, news, model.today))


def test_a_row_that_changed_is_painted_anew_and_alone(clerk: DeskWindow, painted: Painted) -> None:
    viewport = clerk.screen.table.viewport()
    before = viewport.grab().toImage()
    painted.rows()
    changed(clerk, TOLD_OF)
    assert painted.rows() == TOLD_OF
    after = viewport.grab().toImage()
    place = row_place(clerk.screen.table, 3)
    assert before.copy(place) != after.copy(place)
    above = QRect(0, 0, viewport.width(), 3 * ROW)
    assert before.copy(above) == after.copy(above)


def test_the_age_of_a_petition_is_not_painted_over_its_deadline_in_a_narrow_list(clerk: DeskWindow) -> None:
    clerk.window.resize(1152, 720)
    table, model = clerk.screen.table, clerk.screen.model
    first = model.row_at(0)
    assert first is not None
    clerk.screen.open_petition(first.id)
    clerk.settle()
    assert table.width() < 600
    seen = table.visible_rows()[2]
    place = row_place(table, seen)
    deadline = QRect(0, place.top(), 110, place.height())
    before = table.viewport().grab().toImage()
    marked = model.row_at(seen)
    assert marked is not None
    assert model.today is not None
    older = replace(marked, received_at=marked.received_at - timedelta(days=700))
    model.take_news(News(0, (older,), model.today))
    clerk.settle()
    assert table.viewport().grab().toImage().copy(deadline) == before.copy(deadline)


def test_what_changed_out_of_sight_is_not_painted(clerk: DeskWindow, painted: Painted) -> None:
    changed(clerk, list(range(100, 140)))
    model = clerk.screen.model
    model.dataChanged.emit(model.index(100, 0), model.index(200, model.columnCount() - 1))
    assert painted.rows() == []


def test_colleagues_are_painted_where_they_are(clerk: DeskWindow, painted: Painted) -> None:
    rows = [clerk.screen.model.row_at(at) for at in TOLD_OF]
    present = [
        Present("زهرا رضایی", OpenItem("petition", row.id, Doing.WRITING), 12.0)
        for row in rows
        if row is not None
    ]
    clerk.screen.model.indicators.show_present(present)
    assert painted.rows() == TOLD_OF
    clerk.screen.model.indicators.show_present(present)
    assert painted.rows() == []
    clerk.screen.model.indicators.show_present(present[:1])
    assert painted.rows() == [8]


def test_the_mouse_leaves_one_row_and_comes_to_another(clerk: DeskWindow, painted: Painted) -> None:
    table = clerk.screen.table
    images = []
    # The window may have opened under the mouse, which then leaves another row first.
    QTest.mouseMove(table.viewport(), QPoint(300, table.rowViewportPosition(12) + 10))
    painted.rows()
    for row in (5, 12):
        QTest.mouseMove(table.viewport(), QPoint(300, table.rowViewportPosition(row) + 10))
        assert set(painted.rows()) <= {5, 12}
        images.append(table.viewport().grab().toImage())
        painted.rows()
    corner = QPoint(3, 5 * ROW + 3)
    assert [image.pixelColor(corner) for image in images] == [theme().hover, theme().base]


def test_scrolling_paints_what_came_into_view(clerk: DeskWindow, painted: Painted) -> None:
    table = clerk.screen.table
    bar = table.verticalScrollBar()
    bar.setValue(bar.value() + 3 * ROW)
    rows, last = painted.rows(), table.visible_rows().stop - 1
    # Beside them the row that the mouse stands over now.
    assert set(range(last - 2, last + 1)) <= set(rows)
    assert len(rows) <= 6


def test_a_changed_theme_paints_all_in_its_colours(clerk: DeskWindow) -> None:
    viewport = clerk.screen.table.viewport()

    def colours() -> set[str]:
        image = viewport.grab().toImage().copy(0, ROW, viewport.width(), ROW)
        return {QColor(image.pixel(x, y)).name() for x in range(image.width()) for y in range(image.height())}

    light = colours()
    appearance().choose("dark")
    dark = colours()
    assert theme().base.name() in dark
    assert theme().text.name() in dark
    assert theme().base.name() not in light
    assert not light & dark & {"#ffffff", "#1d1f20"}


def test_what_comes_next_is_read_before_it_is_reached(clerk: DeskWindow) -> None:
    table, model = clerk.screen.table, clerk.screen.model
    assert model.row_at(256) is None
    table.scrollTo(model.index(210, 0))
    QApplication.processEvents()
    assert table.visible_rows().stop < 256
    clerk.settle()
    assert model.row_at(256) is not None
    assert model.row_at(512) is None
