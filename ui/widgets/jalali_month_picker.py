"""A Jalali month between two arrows; a click on the month opens the twelve months of a year."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from desktop_app.persian.dates import FIRST_YEAR, LAST_YEAR, JalaliMonth, month_name
from desktop_app.wording import digits, translate
from ui.guard import guarded
from ui.icons import paint_icon
from ui.theme import font, theme
from ui.theme_tokens import FIELD, RADIUS
from ui.widgets.button import IconButton, draw_bottom_edge
from ui.widgets.painting import Mirror, draw_text, fill_rounded, right_to_left
from ui.widgets.plain import PlainLabel

_ARROW = 32


class JalaliMonthPicker(QWidget):
    """A month field; `changed` is emitted for every change. Arrows and PageUp/PageDown step by a month.

    `latest` is the last month that can be chosen (there are no reports of future months).
    """

    changed = Signal(object)

    def __init__(
        self, month: JalaliMonth, *, latest: JalaliMonth | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._month = month
        self._latest = latest or JalaliMonth(LAST_YEAR, 11)
        self._hovered = ""
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFixedSize(QSize(132 + _ARROW, FIELD))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(month.title)

    def month(self) -> JalaliMonth:
        return self._month

    def set_month(self, month: JalaliMonth) -> None:
        """Shows another month, clamped between the first year and the latest month; emits `changed` if it differs."""
        month = min(max(month, JalaliMonth(FIRST_YEAR, 1)), self._latest)
        if month != self._month:
            self._month = month
            self.setAccessibleName(month.title)
            self.update()
            self.changed.emit(month)

    def open_months(self) -> MonthsPopup:
        """Opens the popup of twelve months."""
        popup = MonthsPopup(self._month, self._latest, self)
        popup.picked.connect(self.set_month)
        popup.adjustSize()
        corner = self.mapToGlobal(
            QPoint(self.width() - popup.width() if right_to_left() else 0, self.height() + 4)
        )
        popup.move(corner)
        popup.show()
        return popup

    def _part(self, event: QMouseEvent) -> str:
        leading = (
            event.position().x() > self.width() - _ARROW if right_to_left() else event.position().x() < _ARROW
        )
        trailing = (
            event.position().x() < _ARROW if right_to_left() else event.position().x() > self.width() - _ARROW
        )
        return "back" if leading else "on" if trailing else "month"

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter, now, box = QPainter(self), theme(), QRectF(self.rect())
        fill_rounded(painter, box, now.base, RADIUS, now.line2)
        draw_bottom_edge(painter, box, now.edge)
        if self.hasFocus():
            fill_rounded(painter, box, None, RADIUS, now.accent, 2)
        mirror = Mirror.of(box)
        back, on = mirror.at(0, _ARROW), mirror.at(box.width() - _ARROW, _ARROW)
        for area, part, name in ((back, "back", "ph.caret-left"), (on, "on", "ph.caret-right")):
            if self._hovered == part:
                fill_rounded(painter, area.adjusted(2, 2, -2, -2), now.hover, 4)
            stopped = part == "on" and self._month >= self._latest
            side = QRectF(area.center().x() - 7, area.center().y() - 7, 14, 14)
            paint_icon(painter, side, name, now.distext if stopped else now.text2)
        middle = box.adjusted(_ARROW, -1, -_ARROW, -1)
        draw_text(painter, middle, self._month.title, font("button"), now.text, Qt.AlignmentFlag.AlignHCenter)

    @guarded(None)
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hovered = self._part(event)
        self.update()

    @guarded(None)
    def leaveEvent(self, event: object) -> None:
        del event
        self._hovered = ""
        self.update()

    @guarded(None)
    def mousePressEvent(self, event: QMouseEvent) -> None:
        part = self._part(event)
        if part == "month":
            self.open_months()
        else:
            self.set_month(self._month.next() if part == "on" else self._month.previous())

    @guarded(None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key
        on = (key.Key_PageDown, key.Key_Left if right_to_left() else key.Key_Right)
        back = (key.Key_PageUp, key.Key_Right if right_to_left() else key.Key_Left)
        if event.key() in on:
            self.set_month(self._month.next())
        elif event.key() in back:
            self.set_month(self._month.previous())
        elif event.key() in (key.Key_Down, key.Key_Space, key.Key_Return):
            self.open_months()
        else:
            super().keyPressEvent(event)


class MonthsPopup(QFrame):
    """Twelve months of a year to pick one from."""

    picked = Signal(object)

    def __init__(self, month: JalaliMonth, latest: JalaliMonth, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("popup")
        self._year, self._chosen, self._latest = month.year, month, latest
        self._title = PlainLabel("", "interface", bold=True)
        self._title.setAlignment(Qt.AlignmentFlag.AlignCenter)
        back = IconButton("ph.caret-left", translate("Calendar", "Previous year"), icon_side=16)
        back.clicked.connect(lambda: self._turn(-1))
        on = IconButton("ph.caret-right", translate("Calendar", "Next year"), icon_side=16)
        on.clicked.connect(lambda: self._turn(1))
        head = QHBoxLayout()
        head.addWidget(back)
        head.addWidget(self._title, 1)
        head.addWidget(on)
        grid = QGridLayout()
        grid.setSpacing(4)
        self.cells = [_MonthCell(month, month_name(month)) for month in range(1, 13)]
        for number, cell in enumerate(self.cells):
            cell.clicked.connect(lambda _checked=False, month=number + 1: self._pick(month))
            grid.addWidget(cell, number // 3, number % 3)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.addLayout(head)
        column.addLayout(grid)
        self._turn(0)

    def _turn(self, years: int) -> None:
        self._year = min(max(self._year + years, FIRST_YEAR), LAST_YEAR)
        self._title.setText(digits(self._year))
        for cell in self.cells:
            month = JalaliMonth(self._year, cell.month)
            cell.setEnabled(month <= self._latest)
            cell.setChecked(month == self._chosen)

    def _pick(self, month: int) -> None:
        self.picked.emit(JalaliMonth(self._year, month))
        self.close()


class _MonthCell(QPushButton):
    def __init__(self, month: int, name: str) -> None:
        super().__init__(name)
        self.month = month
        self.setCheckable(True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFixedSize(QSize(84, 34))

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter, now, box = QPainter(self), theme(), QRectF(self.rect())
        ink = now.text if self.isEnabled() else now.distext
        if self.isChecked():
            fill_rounded(painter, box, now.accent, 4)
            ink = now.onacc
        elif self.isEnabled() and self.underMouse():
            fill_rounded(painter, box, now.hover, 4)
        if self.hasFocus():
            fill_rounded(painter, box, None, 4, now.accent, 2)
        draw_text(painter, box, self.text(), font("button"), ink, Qt.AlignmentFlag.AlignHCenter)
