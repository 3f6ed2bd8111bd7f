"""A Jalali month as a grid, Saturday first, built on the program's own dates.

Qt's Jalali calendar is wrong in some years and reverses dates on a right-to-left page. This grid uses only
`desktop_app.persian.dates`.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.clock import pc_clock
from desktop_app.persian.dates import JalaliDay, JalaliMonth, full_date, tehran_day
from desktop_app.wording import digits, translate
from ui.guard import guarded
from ui.theme import font, theme
from ui.theme_tokens import RADIUS_CHIP
from ui.widgets.button import IconButton
from ui.widgets.painting import draw_text, fill_rounded, right_to_left
from ui.widgets.plain import PlainLabel

_CELL: Final = 34
_HEAD: Final = 26
#: Columns count from Saturday; `date.weekday()` counts from Monday.
_SATURDAY: Final = 5


def today() -> date:
    """Returns today in Tehran by this PC's clock: only for where a calendar opens, not for legal deadlines."""
    return tehran_day(pc_clock().now())


def weeks_of(month: JalaliMonth) -> list[list[date | None]]:
    """Returns the days of `month` in weeks from Saturday to Friday; None for days of other months."""
    lead = (month.first_day.weekday() - _SATURDAY) % 7
    cells: list[date | None] = [None] * lead
    cells.extend(month.first_day + timedelta(days=step) for step in range(month.days))
    cells.extend([None] * (-len(cells) % 7))
    return [cells[start : start + 7] for start in range(0, len(cells), 7)]


class MonthGrid(QWidget):
    """The days of one month. Arrow keys move by day and week, PageUp and PageDown by month, Enter picks."""

    picked = Signal(date)
    month_shown = Signal()

    def __init__(
        self,
        day: date | None = None,
        closed: Callable[[date], bool] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._cursor = day or today()
        self._picked = day
        #: Which days are drawn as closed: by default Fridays; a caller may pass the office's weekend and holidays.
        self._closed = closed or (lambda day: day.weekday() == 4)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFixedSize(QSize(7 * _CELL, _HEAD + 6 * _CELL))
        self.setMouseTracking(True)

    @property
    def month(self) -> JalaliMonth:
        return JalaliMonth.of(self._cursor)

    def show_day(self, day: date) -> None:
        """Moves the cursor to a day, and shows its month."""
        self._cursor = day
        self.setAccessibleName(full_date(day))
        self.update()
        self.month_shown.emit()

    def turn(self, months: int) -> None:
        """Moves by `months`, keeping the day of the month if the other month has it."""
        month = self.month
        for _ in range(abs(months)):
            month = month.next() if months > 0 else month.previous()
        day = min(JalaliDay.of(self._cursor).day, month.days)
        self.show_day(JalaliDay(month.year, month.month, day).to_date())

    def _cell(self, row: int, column: int) -> QRectF:
        x = (6 - column if right_to_left() else column) * _CELL
        return QRectF(x, _HEAD + row * _CELL, _CELL, _CELL)

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter, now = QPainter(self), theme()
        centre = Qt.AlignmentFlag.AlignHCenter
        for column, name in enumerate(_weekday_letters()):
            head = self._cell(0, column).translated(0, -_HEAD)
            head.setHeight(_HEAD)
            draw_text(painter, head, name, font("header"), now.text3, centre)
        here = today()
        for row, week in enumerate(weeks_of(self.month)):
            for column, day in enumerate(week):
                if day is not None:
                    self._draw_day(painter, self._cell(row, column), day, here)

    def _draw_day(self, painter: QPainter, cell: QRectF, day: date, here: date) -> None:
        now, box = theme(), cell.adjusted(2, 2, -2, -2)
        ink = now.danger if self._closed(day) else now.text
        if day == self._picked:
            fill_rounded(painter, box, now.accent, RADIUS_CHIP)
            ink = now.onacc
        elif day == self._cursor:
            fill_rounded(painter, box, now.sel, RADIUS_CHIP)
        if day == self._cursor and self.hasFocus():
            fill_rounded(painter, box.adjusted(-1, -1, 1, 1), None, RADIUS_CHIP + 1, now.accent, 2)
        elif day == here and day != self._picked:
            fill_rounded(painter, box, None, RADIUS_CHIP, now.accent)
        text = digits(JalaliDay.of(day).day)
        draw_text(painter, box, text, font("interface", bold=day == here), ink, Qt.AlignmentFlag.AlignHCenter)

    def _day_at(self, event: QMouseEvent) -> date | None:
        for row, week in enumerate(weeks_of(self.month)):
            for column, day in enumerate(week):
                if self._cell(row, column).contains(event.position()):
                    return day
        return None

    @guarded(None)
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        day = self._day_at(event)
        self.setToolTip(full_date(day) if day else "")

    @guarded(None)
    def mousePressEvent(self, event: QMouseEvent) -> None:
        day = self._day_at(event)
        if day is not None:
            self._picked = day
            self.show_day(day)
            self.picked.emit(day)

    @guarded(None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key
        forward = -1 if right_to_left() else 1
        steps = {key.Key_Right: forward, key.Key_Left: -forward, key.Key_Down: 7, key.Key_Up: -7}
        pages = {key.Key_PageDown: 1, key.Key_PageUp: -1}
        pressed = key(event.key())
        if pressed in steps:
            self.show_day(self._cursor + timedelta(days=steps[pressed]))
        elif pressed in pages:
            self.turn(pages[pressed])
        elif pressed in (key.Key_Return, key.Key_Enter, key.Key_Space):
            self._picked = self._cursor
            self.picked.emit(self._cursor)
        else:
            super().keyPressEvent(event)


class Calendar(QWidget):
    """The grid with its header: month, previous, next, today."""

    picked = Signal(date)

    def __init__(
        self,
        day: date | None = None,
        closed: Callable[[date], bool] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.grid_of_days = MonthGrid(day, closed)
        self.grid_of_days.picked.connect(self.picked)
        self.grid_of_days.month_shown.connect(self._show_title)
        self._title = PlainLabel("", "interface", bold=True)
        self._title.setAlignment(Qt.AlignmentFlag.AlignCenter)
        back = IconButton("ph.caret-left", translate("Calendar", "Previous month"), key="PgUp", icon_side=16)
        back.clicked.connect(lambda: self.grid_of_days.turn(-1))
        on = IconButton("ph.caret-right", translate("Calendar", "Next month"), key="PgDown", icon_side=16)
        on.clicked.connect(lambda: self.grid_of_days.turn(1))
        here = IconButton("ph.calendar-check", translate("Calendar", "Today"), icon_side=16)
        here.clicked.connect(lambda: self.grid_of_days.show_day(today()))
        for button in (back, on, here):
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        head = QHBoxLayout()
        head.setSpacing(4)
        head.addWidget(back)
        head.addWidget(self._title, 1)
        head.addWidget(here)
        head.addWidget(on)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.addLayout(head)
        column.addWidget(self.grid_of_days)
        self.setFocusProxy(self.grid_of_days)
        self._show_title()

    def _show_title(self) -> None:
        self._title.setText(self.grid_of_days.month.title)


def _weekday_letters() -> tuple[str, ...]:
    return (
        translate("Calendar", "Sa"),
        translate("Calendar", "Su"),
        translate("Calendar", "Mo"),
        translate("Calendar", "Tu"),
        translate("Calendar", "We"),
        translate("Calendar", "Th"),
        translate("Calendar", "Fr"),
    )
