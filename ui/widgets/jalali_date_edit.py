"""A date field: accepts any digits, and opens a Jalali month as a popup."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from PySide6.QtCore import QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from desktop_app.errors import InvalidValueError
from desktop_app.persian.dates import JalaliDay, full_date, parse_date, short_date
from desktop_app.persian.digits import latin_digits
from desktop_app.wording import translate
from ui.guard import guarded
from ui.icons import paint_icon
from ui.theme import theme
from ui.widgets.month_grid import Calendar, today
from ui.widgets.painting import Mirror, right_to_left
from ui.widgets.plain import set_tip
from ui.widgets.text_field import TextField

_TRAILING = 32


def read_day(text: str) -> date:
    """Returns the date that `text` names: a full Jalali date, or `9/3` and `3` in this Jalali year and month.

    Raises `InvalidValueError`.
    """
    parts = latin_digits(text).replace("-", "/").replace(".", "/").strip().split("/")
    if len(parts) < 3 and all(part.strip().isdigit() for part in parts):
        here = JalaliDay.of(today())
        numbers = [int(part) for part in parts]
        month, day = (here.month, numbers[0]) if len(numbers) == 1 else (numbers[0], numbers[1])
        return parse_date(f"{here.year}/{month}/{day}")
    if len(parts) == 3 and len(parts[0].strip()) == 2:
        parts[0] = f"{JalaliDay.of(today()).year // 100}{parts[0].strip()}"
    return parse_date("/".join(part.strip() for part in parts))


class JalaliDateEdit(TextField):
    """A date field. `day()` is the date or None; `changed` is emitted for every change.

    Down or a click on the icon opens the calendar; Ctrl with Up or Down moves by a day. Unreadable text is marked
    as invalid and kept.
    """

    changed = Signal(object)

    def __init__(
        self,
        day: date | None = None,
        closed: Callable[[date], bool] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent=parent)
        self._day = day
        self._closed = closed
        self.setMinimumWidth(132)
        self.setPlaceholderText(translate("DateEdit", "year/month/day"))
        margins = (_TRAILING - 8, 0, 0, 0) if right_to_left() else (0, 0, _TRAILING - 8, 0)
        self.setTextMargins(*margins)
        self.editingFinished.connect(self._read)
        self.textEdited.connect(self._on_edited)
        self._show()

    def day(self) -> date | None:
        """Returns the date; None if the field is empty or unreadable."""
        return self._day

    def set_day(self, day: date | None) -> None:
        """Sets the date, and emits `changed` if it differs."""
        changed = day != self._day
        self._day = day
        self._show()
        if changed:
            self.changed.emit(day)

    def write(self, text: str) -> None:
        """Sets the text as if it had been typed."""
        self.setText(text)
        self._on_edited()

    def readable(self) -> bool:
        """Whether the text is empty or a date."""
        try:
            return not self.text().strip() or bool(read_day(self.text()))
        except InvalidValueError:
            return False

    def open_calendar(self) -> CalendarPopup:
        """Opens the calendar under the field."""
        popup = CalendarPopup(self._day, self._closed, self)
        popup.picked.connect(self._on_picked)
        corner = self.rect().bottomRight() if right_to_left() else self.rect().bottomLeft()
        popup.show_at(self.mapToGlobal(corner + QPoint(0, 4)))
        return popup

    def _on_picked(self, day: date) -> None:
        self.set_day(day)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_edited(self) -> None:
        if self.readable():
            self._mark(invalid=False)
            day = read_day(self.text()) if self.text().strip() else None
            if day != self._day:
                self._day = day
                self.changed.emit(day)
        elif self._day is not None:
            self._day = None
            self.changed.emit(None)

    def _read(self) -> None:
        if self.readable():
            self._show()
        else:
            self._mark(invalid=True)

    def _show(self) -> None:
        self.setText(short_date(self._day) if self._day else "")
        set_tip(self, full_date(self._day) if self._day else "")
        self._mark(invalid=False)

    def _mark(self, *, invalid: bool) -> None:
        self.mark_invalid(invalid)
        if invalid:
            set_tip(self, translate("DateEdit", "There is no such date. Type it as year/month/day."))

    @guarded(None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        down, up = event.key() == Qt.Key.Key_Down, event.key() == Qt.Key.Key_Up
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier and (down or up):
            self.set_day((self._day or today()) + timedelta(days=1 if up else -1))
        elif down:
            self.open_calendar()
        else:
            super().keyPressEvent(event)

    @guarded(None)
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self._trailing().contains(event.position()):
            self.open_calendar()
            return
        super().mousePressEvent(event)

    def _trailing(self) -> QRectF:
        return Mirror.of(QRectF(self.rect())).at(self.width() - _TRAILING, _TRAILING)

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        area = self._trailing()
        side = QRectF(area.center().x() - 8, area.center().y() - 8, 16, 16)
        colour = theme().text2 if self.isEnabled() else theme().distext
        paint_icon(QPainter(self), side, "ph.calendar-blank", colour)


class CalendarPopup(QFrame):
    """The calendar as a popup; Escape, a click outside and picking a day close it."""

    picked = Signal(date)

    def __init__(self, day: date | None, closed: Callable[[date], bool] | None, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("popup")
        self.calendar = Calendar(day, closed)
        self.calendar.picked.connect(self._on_picked)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.addWidget(self.calendar)

    def show_at(self, corner: QPoint) -> None:
        """Shows the popup with its leading upper corner at `corner` (screen coordinates), kept on the screen."""
        self.adjustSize()
        left = corner.x() - self.width() if right_to_left() else corner.x()
        screen = self.screen().availableGeometry()
        left = min(max(left, screen.left()), screen.right() - self.width())
        top = min(corner.y(), screen.bottom() - self.height())
        self.move(left, top)
        self.show()
        self.calendar.grid_of_days.setFocus(Qt.FocusReason.PopupFocusReason)

    def _on_picked(self, day: date) -> None:
        self.picked.emit(day)
        self.close()
