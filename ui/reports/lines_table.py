"""A table of a report on screen: each row with a bar, and numbers that link to their rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from desktop_app.petitions.lists.inbox import ListFilter
from desktop_app.reports.numbers import number
from desktop_app.wording import fill, translate
from ui.guard import guarded
from ui.icons import paint_icon
from ui.theme import font, theme
from ui.theme_tokens import COLUMN_HEADER, ROW_CARD, ROW_REPORT
from ui.widgets.bar_chart import draw_bar
from ui.widgets.painting import Mirror, draw_text, hairline, right_to_left, text_width
from ui.widgets.plain import tip_text
from ui.workplace import ShowDisposition

_NAME = 132
#: In a narrow table the columns of numbers give way until names have this room.
_LEAST_NAME = 112
_NUMBER = 70
_ARROW = 12
_GAP = 6
_NOWHERE = (-1, -1)
#: The destination of a number: petitions or comments.
Behind: TypeAlias = ListFilter | ShowDisposition


@dataclass(frozen=True, slots=True)
class TableCell:
    """A formatted number, its destination (None for a plain number), and the number of rows there.

    `rows` is the number itself, or the number of rows from which it is computed. `change` draws an arrow before the
    number: up where it is positive, down where it is negative.
    """

    words: str
    behind: Behind | None = None
    rows: int = 0
    alarming: bool = False
    quiet: bool = False
    change: int = 0


@dataclass(frozen=True, slots=True)
class FigureRow:
    """A row: its name, its numbers, and the length of its bar, from 0 to 1 (None for no bar)."""

    name: str
    cells: tuple[TableCell, ...]
    bar: float | None = None
    total: bool = False


class LinesTable(QWidget):
    """Emits `rows_wanted` with the destination of a number and the number of rows.

    Arrow keys move between links, Enter opens one.
    """

    rows_wanted = Signal(object, int)

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        number_width: int = _NUMBER,
        name_width: int = _NAME,
        widths: Sequence[int] = (),
        card: bool = False,
    ) -> None:
        """`widths` are those of the columns after the name, where they differ; one of 0 takes the room that is left.

        A `card` has no titles of columns, higher rows, and opens the link of a row wherever it is clicked.
        """
        super().__init__(parent)
        self.rows: tuple[FigureRow, ...] = ()
        self._columns: tuple[str, ...] = ()
        self._first = ""
        self._number, self._name, self._widths = number_width, name_width, tuple(widths)
        self._card = card
        self._head, self._row = (1, ROW_CARD) if card else (COLUMN_HEADER, ROW_REPORT)
        self._hovered = self._current = _NOWHERE
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def show_rows(self, first: str, columns: Sequence[str], rows: Sequence[FigureRow]) -> None:
        """Shows rows; `first` is the title of the name column, and the total comes last."""
        self._first, self._columns, self.rows = first, tuple(columns), tuple(rows)
        self._hovered = self._current = _NOWHERE
        self.setFixedHeight(self._head + self._row * len(rows) + 1)
        lines = (f"{row.name}: {', '.join(cell.words for cell in row.cells)}" for row in rows)
        self.setAccessibleDescription("\n".join(lines))
        self.update()

    def link_box(self, at: int, column: int = 0) -> QRectF:
        """Returns the rectangle of a number in row `at`."""
        return self._cell(self._row_box(at), column)

    def _row_box(self, at: int) -> QRectF:
        return QRectF(0, self._head + at * self._row, self.width(), self._row)

    def _name_room(self) -> float:
        """The width of names; without bars they take all space left by the numbers."""
        left = self.width() - sum(self._rooms())
        barred = any(row.bar is not None for row in self.rows)
        return min(self._name, left) if barred or 0 in self._widths else left - 12

    def _rooms(self) -> list[float]:
        """The widths of the columns after the name."""
        if not self._widths:
            room = min(self._number, (self.width() - _LEAST_NAME) / max(1, len(self._columns)))
            return [room] * len(self._columns)
        left = max(0.0, self.width() - self._name - sum(self._widths)) / max(1, self._widths.count(0))
        return [width or left for width in self._widths]

    def _cell(self, row: QRectF, column: int) -> QRectF:
        rooms = self._rooms()
        return Mirror.of(row).at(row.width() - sum(rooms[column:]), rooms[column])

    @guarded(QSize())
    def sizeHint(self) -> QSize:
        return QSize(_NAME + 2 * self._number, self.height())

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter, now = QPainter(self), theme()
        head = QRectF(0, 0, self.width(), self._head)
        if not self._card:
            draw_text(
                painter, Mirror.of(head).at(0, self._name_room()), self._first, font("header"), now.text2
            )
            for column, name in enumerate(self._columns):
                draw_text(painter, self._cell(head, column), name, font("header"), now.text2)
        hairline(painter, head, colour=now.line2)
        for at, row in enumerate(self.rows):
            self._draw(painter, at, row)

    def _draw(self, painter: QPainter, at: int, row: FigureRow) -> None:
        now = theme()
        box = self._row_box(at)
        if at == self._current[0] and self.hasFocus():
            painter.fillRect(box, now.sel)
        elif self._card and at == self._hovered[0]:
            painter.fillRect(box, now.hover)
        mirror = Mirror.of(box)
        # A name does not touch the bar.
        name = mirror.at(0, self._name_room() - (_GAP if row.bar is not None else 0))
        draw_text(painter, name, row.name, font("secondary", bold=row.total), now.text)
        if row.bar is not None:
            begin = self._name_room()
            room = max(0.0, box.width() - begin - sum(self._rooms()) - 8)
            draw_bar(painter, mirror.at(begin, room), row.bar)
        for column, cell in enumerate(row.cells):
            pointed = (at, column) in (self._hovered, self._current)
            place = self._cell(box, column)
            which = font("secondary", bold=row.total or (cell.behind is not None and pointed))
            linked = cell.behind is not None
            ink = now.danger if cell.alarming else now.acctext if linked else now.text
            ink = now.text2 if cell.quiet else ink
            if cell.change:
                place = draw_change(painter, place, cell.change, ink, _ARROW)
            # Columns touch each other, their words do not.
            draw_text(painter, Mirror.of(place).at(0, place.width() - 4), cell.words, which, ink)
            if linked and pointed:
                line = Mirror.of(place).at(0, text_width(cell.words, which), top=place.bottom() - 6, height=1)
                painter.fillRect(line, ink)
        if not row.total:
            hairline(painter, box)

    def _links(self) -> list[tuple[int, int]]:
        return [
            (at, column)
            for at, row in enumerate(self.rows)
            for column, cell in enumerate(row.cells)
            if cell.behind is not None
        ]

    def _at(self, place: QPointF) -> tuple[int, int]:
        links = self._links()
        found = next((link for link in links if self.link_box(*link).contains(place)), _NOWHERE)
        if found == _NOWHERE and self._card:
            found = next((link for link in links if self._row_box(link[0]).contains(place)), _NOWHERE)
        return found

    def _open(self, link: tuple[int, int]) -> None:
        if link in self._links():
            cell = self.rows[link[0]].cells[link[1]]
            self.rows_wanted.emit(cell.behind, cell.rows)

    @guarded(None)
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        found = self._at(event.position())
        link = found != _NOWHERE
        self.setCursor(Qt.CursorShape.PointingHandCursor if link else Qt.CursorShape.ArrowCursor)
        if found != self._hovered:
            self._hovered = found
            self.update()

    @guarded(None)
    def leaveEvent(self, event: object) -> None:
        del event
        self._hovered = _NOWHERE
        self.update()

    @guarded(None)
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._open(self._at(event.position()))

    @guarded(None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, links = event.key(), self._links()
        on = Qt.Key.Key_Left if right_to_left() else Qt.Key.Key_Right
        steps = {
            Qt.Key.Key_Down: (1, 0),
            Qt.Key.Key_Up: (-1, 0),
            Qt.Key.Key_Left: (0, 1),
            Qt.Key.Key_Right: (0, -1),
        }
        if key in steps and links:
            rows, columns = steps[Qt.Key(key)]
            self._walk(links, rows, columns if on == Qt.Key.Key_Left else -columns)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._current in links:
            self._open(self._current)
        else:
            super().keyPressEvent(event)

    def _walk(self, links: list[tuple[int, int]], rows: int, columns: int) -> None:
        if self._current not in links:
            self._current = links[0] if rows >= 0 else links[-1]
        elif columns:
            same_row = [link for link in links if link[0] == self._current[0]]
            place = same_row.index(self._current) + columns
            self._current = same_row[min(max(place, 0), len(same_row) - 1)]
        else:
            lines = sorted({at for at, _ in links})
            place = min(max(lines.index(self._current[0]) + rows, 0), len(lines) - 1)
            same_row = [link for link in links if link[0] == lines[place]]
            self._current = min(same_row, key=lambda link: abs(link[1] - self._current[1]))
        self.update()

    @guarded(False)
    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            words = self._tip(event.pos().toPointF())
            if words:
                QToolTip.showText(event.globalPos(), tip_text(words), self)
            else:
                QToolTip.hideText()
            return True
        return bool(super().event(event))

    def _tip(self, place: QPointF) -> str:
        """Returns the tooltip: what a click would open, or the whole name of a row."""
        at, column = self._at(place)
        if at < 0:
            row = next((r for i, r in enumerate(self.rows) if self._name_box(i).contains(place)), None)
            return row.name if row is not None else ""
        row = self.rows[at]
        cell = row.cells[column]
        if isinstance(cell.behind, ShowDisposition):
            words = translate("Reports", "{name}, {column}: show these {n} comments")
        else:
            words = translate("Reports", "{name}, {column}: show these {n} petitions")
        return fill(words, n=number(cell.rows), name=row.name, column=self._columns[column])

    def _name_box(self, at: int) -> QRectF:
        return Mirror.of(self._row_box(at)).at(0, self._name_room())


def draw_change(painter: QPainter, place: QRectF, change: int, ink: QColor, side: float) -> QRectF:
    """Draws an arrow up for more, down for less, `side` pixels large; returns the place of the words after it."""
    mirror = Mirror.of(place)
    mark = mirror.at(0, side, top=place.center().y() - side / 2, height=side)
    paint_icon(painter, mark, "ph.arrow-up" if change > 0 else "ph.arrow-down", ink)
    return mirror.at(side + 4, place.width() - side - 4)
