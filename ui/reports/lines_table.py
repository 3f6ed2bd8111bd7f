"""The table of a report on the screen: a bar for each row, and numbers that open their rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from desktop_app.petitions.inbox import ListFilter
from desktop_app.reports.monthly import Line
from desktop_app.reports.numbers import days, number
from desktop_app.wording import fill, translate
from ui.guard import guarded
from ui.theme import font, theme
from ui.theme_tokens import COLUMN_HEADER, ROW_REPORT
from ui.widgets.bar_chart import draw_bar
from ui.widgets.painting import Mirror, draw_text, hairline, text_width
from ui.widgets.plain import tip_text

_NAME = 132
_NUMBER = 70


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row: its name, its figures, and the list behind the number received (None: a plain number)."""

    name: str
    line: Line
    behind: ListFilter | None
    total: bool = False


class LinesTable(QWidget):
    """`rows_wanted` tells the filter of the inbox behind a number. Up and Down walk the links, Enter opens."""

    rows_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: tuple[TableRow, ...] = ()
        self._first = ""
        self._hovered = -1
        self._current = -1
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def show_rows(self, first: str, rows: Sequence[TableRow]) -> None:
        """`first` heads the column of names; the total stands last."""
        self._first, self.rows = first, tuple(rows)
        self._hovered = self._current = -1
        self.setFixedHeight(COLUMN_HEADER + ROW_REPORT * len(rows) + 1)
        told = (f"{row.name}: {', '.join(cells(row.line))}" for row in rows)
        self.setAccessibleDescription("\n".join(told))
        self.update()

    def link_box(self, at: int) -> QRectF:
        """Where the number received of row `at` stands."""
        row = QRectF(0, COLUMN_HEADER + at * ROW_REPORT, self.width(), ROW_REPORT)
        return self._cell(row, 0)

    def _cell(self, row: QRectF, column: int) -> QRectF:
        return Mirror.of(row).at(row.width() - (5 - column) * _NUMBER, _NUMBER)

    @guarded(QSize())
    def sizeHint(self) -> QSize:
        return QSize(640, self.height())

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter, now = QPainter(self), theme()
        head = QRectF(0, 0, self.width(), COLUMN_HEADER)
        draw_text(painter, Mirror.of(head).at(0, _NAME), self._first, font("header"), now.text2)
        for column, name in enumerate(column_names()):
            box = self._cell(head, column)
            draw_text(painter, box, name, font("header"), now.text2)
        hairline(painter, head, colour=now.line2)
        highest = max((row.line.received for row in self.rows if not row.total), default=0)
        for at, row in enumerate(self.rows):
            self._draw(painter, at, row, highest)

    def _draw(self, painter: QPainter, at: int, row: TableRow, highest: int) -> None:
        now = theme()
        box = QRectF(0, COLUMN_HEADER + at * ROW_REPORT, self.width(), ROW_REPORT)
        if at == self._current and self.hasFocus():
            painter.fillRect(box, now.sel)
        mirror = Mirror.of(box)
        draw_text(painter, mirror.at(0, _NAME), row.name, font("secondary", bold=row.total), now.text)
        if not row.total and highest:
            room = max(0.0, box.width() - _NAME - 5 * _NUMBER - 8)
            draw_bar(painter, mirror.at(_NAME, room), row.line.received / highest)
        for column, words in enumerate(cells(row.line)):
            linked = column == 0 and row.behind is not None and row.line.received > 0
            place = self._cell(box, column)
            which = font("secondary", bold=row.total or (linked and at == self._hovered))
            ink = now.acctext if linked else now.danger if column == 3 and row.line.late else now.text
            draw_text(painter, place, words, which, ink)
            if linked and at == self._hovered:
                width = text_width(words, which)
                line = Mirror.of(place).at(0, width, top=place.bottom() - 6, height=1)
                painter.fillRect(line, now.acctext)
        if not row.total:
            hairline(painter, box)

    def _at(self, event: QMouseEvent | QHelpEvent) -> int:
        at = event.position() if isinstance(event, QMouseEvent) else event.pos().toPointF()
        for number_of_row, row in enumerate(self.rows):
            if self._opens(row) and self.link_box(number_of_row).contains(at):
                return number_of_row
        return -1

    @staticmethod
    def _opens(row: TableRow) -> bool:
        return row.behind is not None and row.line.received > 0

    @guarded(None)
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        found = self._at(event)
        self.setCursor(Qt.CursorShape.PointingHandCursor if found >= 0 else Qt.CursorShape.ArrowCursor)
        if found != self._hovered:
            self._hovered = found
            self.update()

    @guarded(None)
    def leaveEvent(self, event: object) -> None:
        del event
        self._hovered = -1
        self.update()

    @guarded(None)
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        found = self._at(event)
        if found >= 0:
            self.rows_wanted.emit(self.rows[found].behind)

    @guarded(None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        links = [at for at, row in enumerate(self.rows) if self._opens(row)]
        key = event.key()
        if links and key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            place = links.index(self._current) if self._current in links else -1
            step = 1 if key == Qt.Key.Key_Down else -1
            self._current = links[min(max(place + step, 0), len(links) - 1)]
            self._hovered = self._current
            self.update()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._current in links:
            self.rows_wanted.emit(self.rows[self._current].behind)
        else:
            super().keyPressEvent(event)

    @guarded(False)
    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            found = self._at(event)
            if found >= 0:
                words = translate("Reports", "Show the {n} petitions received by “{name}”")
                row = self.rows[found]
                told = fill(words, n=row.line.received, name=row.name)
                QToolTip.showText(event.globalPos(), tip_text(told), self)
            else:
                QToolTip.hideText()
            return True
        return bool(super().event(event))


def column_names() -> tuple[str, ...]:
    """The columns of numbers."""
    return (
        translate("Reports", "Received"),
        translate("Reports", "Resolved"),
        translate("Reports", "Open"),
        translate("Reports", "Late"),
        translate("Reports", "Median"),
    )


def cells(line: Line) -> tuple[str, ...]:
    """The numbers of a row as the page writes them."""
    counts = [number(count) for count in (line.received, line.resolved, line.open, line.late)]
    if line.median is None:
        return (*counts, "—")
    return (*counts, fill(translate("Reports", "{n} days"), n=days(line.median)))
