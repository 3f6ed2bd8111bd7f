"""The days of a deadline as cells: which of them counted, which did not, today, and the last one."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QHelpEvent, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from desktop_app.persian.dates import JalaliDay, full_date, month_name
from desktop_app.petitions.deadlines.day_marks import DayMark, MarkedDay
from desktop_app.wording import digits, fill, translate
from ui.guard import guarded
from ui.theme import font, theme
from ui.theme_tokens import RADIUS_CHIP
from ui.widgets.painting import Mirror, draw_text, fill_rounded, right_to_left
from ui.widgets.plain import tip_text

_WIDTH: Final = 22
_HEIGHT: Final = 28
_GAP: Final = 1
_A_ROW: Final = 14
#: Height below a row for the names of months that begin in it.
_MONTH: Final = 18
_STEPS: Final = {
    int(Qt.Key.Key_Left): 1, int(Qt.Key.Key_Right): -1, int(Qt.Key.Key_Down): _A_ROW, int(Qt.Key.Key_Up): -_A_ROW,
}  # fmt: skip


def day_words(day: MarkedDay) -> str:
    """Returns the date of a day, and what it meant for the count."""
    if day.mark is DayMark.RECEIVED:
        words = translate("Deadlines", "received; this day does not count")
    elif day.mark is DayMark.PAUSED:
        words = translate("Deadlines", "the clock stood; not counted")
    elif day.mark is DayMark.CLOSED:
        named = translate("Inbox", "weekend") if day.reason == "weekend" else day.reason
        words = fill(translate("Deadlines", "{reason}; not counted"), reason=named)
    else:
        words = fill(translate("Deadlines", "day {count} of the deadline"), count=day.place)
    parts = [full_date(day.day), words]
    if day.is_due:
        parts.append(translate("Deadlines", "last day"))
    if day.is_today:
        parts.append(translate("Deadlines", "today"))
    return " — ".join(parts)


class DayCells(QWidget):
    """Paints the days in rows. The arrow keys walk over them; each one tells what it meant."""

    def __init__(self) -> None:
        super().__init__()
        self.days: tuple[MarkedDay, ...] = ()
        #: Position of the day that the keys reached.
        self.current = 0
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(translate("Deadlines", "Days of the deadline"))

    def show_days(self, days: Sequence[MarkedDay]) -> None:
        """Shows these days, the earliest first."""
        self.days = tuple(days)
        self.current = max(0, len(self.days) - 1)
        self.setVisible(bool(self.days))
        self._tell()
        self._fit()
        self.update()

    @property
    def _a_row(self) -> int:
        return max(1, min(_A_ROW, (self.width() + _GAP) // (_WIDTH + _GAP)))

    @property
    def _rows(self) -> int:
        return -(-len(self.days) // self._a_row)

    def _fit(self) -> None:
        self.setFixedHeight(max(1, self._rows * (_HEIGHT + _MONTH)))

    @guarded(None)
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @guarded(QSize())
    def sizeHint(self) -> QSize:
        return QSize(_A_ROW * (_WIDTH + _GAP), max(1, self._rows * (_HEIGHT + _MONTH)))

    def cell(self, place: int) -> QRectF:
        """Returns the box of a day, by its position."""
        row, column = divmod(place, self._a_row)
        mirror = Mirror.of(QRectF(self.rect()))
        top = row * (_HEIGHT + _MONTH)
        return mirror.at(column * (_WIDTH + _GAP), _WIDTH, top=top, height=_HEIGHT)

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        shown: tuple[int, int] | None = None
        for place, day in enumerate(self.days):
            box, jalali = self.cell(place), JalaliDay.of(day.day)
            self._draw(
                painter, box, day, digits(jalali.day), ringed=self.hasFocus() and place == self.current
            )
            month = (jalali.year, jalali.month)
            # The name of a month needs more room than the last cell of a row has.
            if month != shown and place % self._a_row < self._a_row - 1:
                shown = month
                self._draw_month(painter, box, day.day)

    @staticmethod
    def _draw(painter: QPainter, box: QRectF, day: MarkedDay, number: str, *, ringed: bool) -> None:
        now = theme()
        ink = now.text2
        if day.mark is DayMark.COUNTED:
            fill_rounded(painter, box, now.accsoft, RADIUS_CHIP)
            ink = now.acctext
        elif day.mark is DayMark.PAUSED:
            fill_rounded(painter, box, now.press, RADIUS_CHIP)
        elif day.mark is DayMark.CLOSED:
            painter.fillRect(box, QBrush(now.line2, Qt.BrushStyle.BDiagPattern))
        else:
            fill_rounded(painter, box, now.base, RADIUS_CHIP, now.line2)
        if day.is_due:
            fill_rounded(painter, box, now.dangerbg if day.is_late else now.warnbg, RADIUS_CHIP)
            fill_rounded(painter, box, None, RADIUS_CHIP, now.danger if day.is_late else now.warnline, 2)
            ink = now.danger if day.is_late else now.warn
        if day.is_today and not day.is_due:
            fill_rounded(painter, box, now.base, RADIUS_CHIP, now.accent, 2)
            ink = now.acctext
        which = font("header", bold=day.is_today or day.is_due)
        draw_text(painter, box, number, which, ink, Qt.AlignmentFlag.AlignHCenter)
        if ringed:
            fill_rounded(painter, box, None, RADIUS_CHIP, now.text, 2)

    @staticmethod
    def _draw_month(painter: QPainter, box: QRectF, day: date) -> None:
        left = box.right() - 3 * _WIDTH if right_to_left() else box.left()
        below = QRectF(left, box.bottom(), 3 * _WIDTH, _MONTH)
        draw_text(painter, below, month_name(JalaliDay.of(day).month), font("header"), theme().text2)

    @guarded(None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(event.key())
        if step is None or not self.days:
            super().keyPressEvent(event)
            return
        if abs(step) == 1 and not right_to_left():
            step = -step
        if abs(step) == _A_ROW:
            step = self._a_row * (1 if step > 0 else -1)
        self.current = min(max(self.current + step, 0), len(self.days) - 1)
        self._tell()
        at = self.mapToGlobal(self.cell(self.current).bottomLeft().toPoint())
        QToolTip.showText(at, tip_text(day_words(self.days[self.current])), self)
        self.update()
        event.accept()

    def _tell(self) -> None:
        self.setAccessibleDescription(day_words(self.days[self.current]) if self.days else "")

    @guarded(False)
    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            for place, day in enumerate(self.days):
                if self.cell(place).contains(event.pos()):
                    QToolTip.showText(event.globalPos(), tip_text(day_words(day)), self)
                    return True
            QToolTip.hideText()
            return True
        return bool(super().event(event))
