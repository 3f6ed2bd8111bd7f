"""The time left in the consultation window: days as blocks, first and last day."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.persian.dates import day_and_month, full_date, weekday_name
from desktop_app.wording import fill, translate
from ui.comments.words import until_end
from ui.guard import guarded
from ui.theme import theme
from ui.widgets.painting import Mirror
from ui.widgets.plain import PlainLabel, set_tip

#: The maximum number of days drawn as blocks; more are drawn as one bar.
_MOST_BLOCKS = 40


class WindowPanel(QWidget):
    """Hidden for an instrument without a window."""

    def __init__(self) -> None:
        super().__init__()
        self.left = PlainLabel("", "title", bold=True)
        self.words = PlainLabel("", "secondary", "text2", elide=True)
        self.first = PlainLabel("", "header", "text2")
        self.day = PlainLabel("", "header", "text2", elide=True)
        self.last = PlainLabel("", "header", "text2")
        self._days = DayBlocks()
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.left)
        head.addWidget(self.words, 1)
        foot = QHBoxLayout()
        foot.addWidget(self.first)
        self.day.setAlignment(Qt.AlignmentFlag.AlignCenter)
        foot.addWidget(self.day, 1)
        foot.addWidget(self.last)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 10, 16, 12)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(self._days)
        column.addLayout(foot)

    def show_window(self, opened: date | None, closes: date | None, today: date) -> None:
        """Shows a window. Days are days in Tehran; the opening day does not count."""
        if opened is None or closes is None:
            self.hide()
            return
        strong, words = until_end(closes, today)
        self.left.setText(strong)
        self.words.setText(words)
        whole = max(1, (closes - opened).days)
        passed = min(max((today - opened).days, 0), whole + 1)
        self._days.show_days(whole, passed)
        self.first.setText(fill(translate("Comments", "opened {day}"), day=day_and_month(opened)))
        set_tip(self.first, full_date(opened))
        over = today > closes
        self.day.setText(
            "" if over else fill(translate("Comments", "day {n} of {m}"), n=max(1, passed), m=whole)
        )
        weekday = weekday_name(closes)
        words = translate("Comments", "end {weekday} {day}, 24:00")
        self.last.setText(fill(words, weekday=weekday, day=day_and_month(closes)))
        set_tip(self.last, full_date(closes))
        self.show()


class DayBlocks(QWidget):
    """One block per day: filled for past days, half filled for today."""

    def __init__(self) -> None:
        super().__init__()
        self._whole, self._passed = 1, 0
        self.setFixedHeight(8)

    def show_days(self, whole: int, passed: int) -> None:
        """Sets the total and the elapsed days. `passed` includes today, and exceeds `whole` after the end."""
        self._whole, self._passed = whole, passed
        self.update()

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter, now, box = QPainter(self), theme(), QRectF(self.rect())
        mirror, gap = Mirror.of(box), 3.0 if self._whole <= _MOST_BLOCKS else 0.0
        width = box.width() / self._whole
        for day in range(1, self._whole + 1):
            block = mirror.at((day - 1) * width, max(1.0, width - gap))
            painter.fillRect(block, now.accent if day < self._passed else now.line2)
            if day == self._passed:
                painter.fillRect(Mirror.of(block).at(0, block.width() / 2), now.accent)
