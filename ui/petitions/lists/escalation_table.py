"""Table of overdue petitions: units with their people below them. Each number opens the petitions behind it."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from desktop_app.petitions.lists.escalation import Escalation, EscalationLine, Slot, behind
from desktop_app.reports.overdue_words import line_title, number_cells, number_names
from desktop_app.wording import fill, translate
from ui.guard import guarded
from ui.theme import font, theme
from ui.theme_tokens import COLUMN_HEADER, ROW_REPORT
from ui.widgets.painting import Mirror, draw_text, hairline, text_width
from ui.widgets.plain import tip_text

_NUMBER: Final = 92
_EDGE: Final = 20
_INDENT: Final = 20
_COLUMNS: Final = 6
Place = tuple[int, int]


class EscalationTable(QWidget):
    """Paints the table. The arrow keys move between the linked numbers, and Enter opens the current one.

    `rows_wanted` carries the inbox filter of the number that was opened.
    """

    rows_wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.lines: tuple[EscalationLine, ...] = ()
        self.current: Place | None = None
        self._escalation: Escalation | None = None
        self._hovered: Place | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(translate("Escalation", "Overdue petitions"))

    def show_list(self, escalation: Escalation) -> None:
        """Shows another list. The total is the last line where there is more than one unit."""
        self._escalation, self._hovered = escalation, None
        units = sum(line.heads for line in escalation.lines)
        self.lines = (*escalation.lines, escalation.total) if units > 1 else escalation.lines
        self.current = next(iter(self._links()), None)
        self.setFixedHeight(COLUMN_HEADER + ROW_REPORT * len(self.lines) + 1)
        told = (f"{self._title(line)}: {', '.join(w for _, w in number_cells(line))}" for line in self.lines)
        self.setAccessibleDescription("\n".join(told))
        self.update()

    def box_of(self, place: Place) -> QRectF:
        """Returns the rectangle of a number, given its line and column."""
        row = QRectF(0, COLUMN_HEADER + place[0] * ROW_REPORT, self.width(), ROW_REPORT)
        return self._cell(row, place[1])

    def _title(self, line: EscalationLine) -> str:
        whole = self._escalation is not None and line is self._escalation.total
        return translate("Escalation", "In all") if whole else line_title(line)

    def _cell(self, row: QRectF, column: int) -> QRectF:
        return Mirror.of(row).at(row.width() - _EDGE - (_COLUMNS - column) * _NUMBER, _NUMBER)

    def _links(self) -> list[Place]:
        return [
            (at, column)
            for at, line in enumerate(self.lines)
            for column, (slot, _) in enumerate(number_cells(line))
            if slot is not None and line.count(slot)
        ]

    @guarded(QSize())
    def sizeHint(self) -> QSize:
        return QSize(840, self.height())

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, now = QPainter(self), theme()
        head = QRectF(0, 0, self.width(), COLUMN_HEADER)
        first = translate("Escalation", "Unit and person")
        draw_text(painter, Mirror.of(head).at(_EDGE, 200), first, font("header"), now.text2)
        for column, name in enumerate(number_names()):
            draw_text(painter, self._cell(head, column), name, font("header"), now.text2)
        hairline(painter, head, colour=now.line2)
        seen = event.rect()
        begin = max(0, (seen.top() - COLUMN_HEADER) // ROW_REPORT)
        end = (seen.bottom() - COLUMN_HEADER) // ROW_REPORT + 1
        for at, line in enumerate(self.lines[begin:end], begin):
            self._draw(painter, at, line)

    def _draw(self, painter: QPainter, at: int, line: EscalationLine) -> None:
        now = theme()
        box = QRectF(0, COLUMN_HEADER + at * ROW_REPORT, self.width(), ROW_REPORT)
        if line.heads:
            painter.fillRect(box, now.pane)
        start = _EDGE if line.heads else _EDGE + _INDENT
        room = max(0.0, box.width() - start - _EDGE - _COLUMNS * _NUMBER - 8)
        ink = now.text if line.name or line.heads else now.text2
        draw_text(
            painter,
            Mirror.of(box).at(start, room),
            self._title(line),
            font("secondary", bold=line.heads),
            ink,
        )
        for column, (slot, words) in enumerate(number_cells(line)):
            linked = slot is not None and line.count(slot) > 0
            self._draw_number(painter, (at, column), slot, words, linked=linked, bold=line.heads)
        hairline(painter, box)

    def _draw_number(
        self, painter: QPainter, place: Place, slot: Slot | None, words: str, *, linked: bool, bold: bool
    ) -> None:
        now, box, which = theme(), self.box_of(place), font("secondary", bold=bold)
        if place == self.current and self.hasFocus():
            mirror, width = Mirror.of(box), text_width(words, which) + 12
            painter.fillRect(mirror.at(-6, width, top=box.top() + 3, height=box.height() - 6), now.sel)
        alarming = slot in (Slot.LATE, Slot.BEYOND)
        ink = (now.danger if alarming else now.acctext) if linked else now.text2
        draw_text(painter, box, words, which, ink)
        if linked and place in (self._hovered, self.current if self.hasFocus() else None):
            under = Mirror.of(box).at(0, text_width(words, which), top=box.bottom() - 6, height=1)
            painter.fillRect(under, ink)

    def _at(self, event: QMouseEvent | QHelpEvent) -> Place | None:
        point = event.position() if isinstance(event, QMouseEvent) else event.pos().toPointF()
        at = int(point.y() - COLUMN_HEADER) // ROW_REPORT
        return next(
            (link for link in self._links() if link[0] == at and self.box_of(link).contains(point)), None
        )

    def _open(self, place: Place) -> None:
        slot = number_cells(self.lines[place[0]])[place[1]][0]
        if self._escalation is not None and slot is not None:
            self.current = place
            self.rows_wanted.emit(behind(self._escalation, self.lines[place[0]], slot))

    @guarded(None)
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        found = self._at(event)
        self.setCursor(Qt.CursorShape.ArrowCursor if found is None else Qt.CursorShape.PointingHandCursor)
        if found != self._hovered:
            self._hovered = found
            self.update()

    @guarded(None)
    def leaveEvent(self, event: QEvent) -> None:
        del event
        self._hovered = None
        self.update()

    @guarded(None)
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        found = self._at(event)
        if found is not None:
            self._open(found)

    @guarded(None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, links = event.key(), self._links()
        if self.current is None or not links:
            super().keyPressEvent(event)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(self.current)
        elif key in _STEPS:
            self._walk(*_STEPS[key], links)
        else:
            super().keyPressEvent(event)

    def _walk(self, down: int, leftwards: int, links: list[Place]) -> None:
        assert self.current is not None
        row, column = self.current
        along = leftwards if self.isRightToLeft() else -leftwards
        if along:
            same = [link for link in links if link[0] == row and (link[1] - column) * along > 0]
            found = min(same, key=lambda link: abs(link[1] - column), default=self.current)
        else:
            beyond = [link for link in links if (link[0] - row) * down > 0]
            found = min(
                beyond, key=lambda place: (abs(place[0] - row), abs(place[1] - column)), default=self.current
            )
        self.current = found
        self.update()

    @guarded(False)
    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            found = self._at(event)
            if found is None:
                QToolTip.hideText()
            else:
                line = self.lines[found[0]]
                words = translate("Escalation", "Show these {n} petitions of “{name}”")
                told = fill(words, n=number_cells(line)[found[1]][1], name=self._title(line))
                QToolTip.showText(event.globalPos(), tip_text(told), self)
            return True
        return bool(super().event(event))


#: Steps of the arrow keys: lines down, columns to the left.
_STEPS: Final[dict[int, tuple[int, int]]] = {
    Qt.Key.Key_Down: (1, 0),
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Left: (0, 1),
    Qt.Key.Key_Right: (0, -1),
}
