"""A provision of the coming text with its marks: colour, and always a line or a box, so that colour is not needed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFont, QMouseEvent, QPainter, QPen, QTextCharFormat, QTextLayout
from PySide6.QtWidgets import QWidget

from desktop_app.instruments.drafting.coming_text import MarkedRun, RunKind
from desktop_app.persian.text import visible_controls
from desktop_app.wording import fill, translate
from ui.guard import guarded
from ui.lines import utf16_units
from ui.theme import theme
from ui.theme_tokens import RADIUS_MARK, FontRole
from ui.widgets.laid_text import LaidText, range_boxes
from ui.widgets.painting import fill_rounded, reads_right_to_left

_GROUNDS: Final = {
    RunKind.DELETED: ("delbg", "deltext"),
    RunKind.INSERTED: ("insbg", "instext"),
    RunKind.NUMBER: ("slatebg", "slate"),
    RunKind.KEPT: ("", "text"),
    RunKind.DROPPED: ("", "text3"),
    RunKind.DISPUTED: ("warnbg", "text"),
}


#: Runs of these kinds are kept apart where they meet.
_MARKED: Final = frozenset({RunKind.DELETED, RunKind.INSERTED, RunKind.KEPT, RunKind.DROPPED})
_GAP: Final = "\u2009"


class RunText(LaidText):
    """Lays out runs. A place or a suggestion in them can be clicked, and is framed while it is `current`."""

    place_clicked = Signal(int)
    thread_clicked = Signal(int)
    clicked = Signal()

    def __init__(
        self, runs: Sequence[MarkedRun], style: FontRole = "comparison", parent: QWidget | None = None
    ) -> None:
        self.runs = tuple(runs)
        self.current_place: int | None = None
        self.current_thread: int | None = None
        self._spans: list[tuple[int, int, MarkedRun]] = []
        super().__init__(style, parent)
        self.setAccessibleName(spoken(self.runs))
        self.set_again()

    def show_runs(self, runs: Sequence[MarkedRun]) -> None:
        """Replaces the runs."""
        if tuple(runs) != self.runs:
            self.runs = tuple(runs)
            self.setAccessibleName(spoken(self.runs))
            self.set_again()

    def set_current(self, place: int | None, thread: int | None = None) -> None:
        """Frames a place or a suggestion."""
        if (place, thread) != (self.current_place, self.current_thread):
            self.current_place, self.current_thread = place, thread
            self.update()

    def set_again(self) -> None:
        self._spans, formats, parts, at = [], list[QTextLayout.FormatRange](), list[str](), 0
        before = RunKind.PLAIN
        for run in self.runs:
            if before in _MARKED and run.kind in _MARKED:
                # Otherwise the letters of both runs would join.
                parts.append(_GAP)
                at += len(_GAP)
            before = run.kind
            words = visible_controls(run.text).replace("\n", "\u2028")
            length = utf16_units(words)
            self._spans.append((at, length, run))
            if run.kind is not RunKind.PLAIN:
                formats.append(_format(run.kind, at, length))
            parts.append(words)
            at += length
        whole = "".join(parts)
        self.lay(whole, formats, rtl=reads_right_to_left(whole))

    def boxes(self, start: int, length: int) -> Iterator[QRectF]:
        """Yields the rectangles of a range, one for each line, in UTF-16 units."""
        for box in range_boxes(self._layout, start, start + length):
            yield box.adjusted(0, -1, 0, 1)

    def draw_under(self, painter: QPainter) -> None:
        now = theme()
        for start, length, run in self._spans:
            ground = _GROUNDS.get(run.kind, ("", ""))[0]
            for box in self.boxes(start, length):
                if ground:
                    fill_rounded(painter, box, now.colour(ground), RADIUS_MARK)
                _draw_mark(painter, box, run.kind)
        if self.current_place is None and self.current_thread is None:
            return
        for box in self._framed():
            fill_rounded(painter, box.adjusted(-2, -2, 2, 2), None, RADIUS_MARK + 1, now.accent, 2)

    def _framed(self) -> list[QRectF]:
        """Returns one rectangle a line around the runs of the current place or suggestion."""
        found: list[QRectF] = []
        for start, length, run in self._spans:
            mine = (
                run.place == self.current_place
                if self.current_place is not None
                else run.thread is not None
                and run.thread == self.current_thread
                and run.kind is not RunKind.PLAIN
            )
            if not mine:
                continue
            for box in self.boxes(start, length):
                if found and abs(found[-1].y() - box.y()) < 2 and self._beside(found[-1], box):
                    found[-1] = found[-1].united(box)
                else:
                    found.append(box)
        return found

    @staticmethod
    def _beside(one: QRectF, other: QRectF) -> bool:
        return min(abs(one.left() - other.right()), abs(one.right() - other.left())) < 8

    def run_at(self, at: QPointF) -> MarkedRun | None:
        """Returns the run under a point."""
        for start, length, run in self._spans:
            if any(box.contains(at) for box in self.boxes(start, length)):
                return run
        return None

    @guarded(None)
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        run = self.run_at(event.position())
        self.clicked.emit()
        if run is not None and run.place is not None:
            self.place_clicked.emit(run.place)
        elif run is not None and run.thread is not None:
            self.thread_clicked.emit(run.thread)


def spoken(runs: Sequence[MarkedRun]) -> str:
    """Returns runs as a screen reader says them."""
    words = {
        RunKind.DELETED: translate("Comments", "left out: {words}"),
        RunKind.INSERTED: translate("Comments", "put in: {words}"),
        RunKind.KEPT: translate("Comparison", "kept: {words}"),
        RunKind.DROPPED: translate("Comparison", "refused: {words}"),
        RunKind.DISPUTED: translate("Comparison", "several suggestions: {words}"),
    }
    return " ".join(fill(words[run.kind], words=run.text) if run.kind in words else run.text for run in runs)


def _format(kind: RunKind, start: int, length: int) -> QTextLayout.FormatRange:
    made = QTextLayout.FormatRange()
    made.start, made.length = start, length
    look = QTextCharFormat()
    if kind is RunKind.LABEL:
        look.setFontWeight(QFont.Weight.DemiBold)
    else:
        look.setForeground(theme().colour(_GROUNDS[kind][1]))
        if kind is RunKind.NUMBER:
            look.setFontWeight(QFont.Weight.DemiBold)
    made.format = look
    return made


def _draw_mark(painter: QPainter, box: QRectF, kind: RunKind) -> None:
    now = theme()
    below = box.bottom() - 2
    if kind is RunKind.INSERTED:
        painter.fillRect(QRectF(box.left(), below, box.width(), 2), now.insline)
    elif kind is RunKind.DISPUTED:
        painter.fillRect(QRectF(box.left(), below, box.width(), 2), now.warnline)
    elif kind is RunKind.KEPT:
        painter.fillRect(QRectF(box.left(), below, box.width(), 1), now.edge)
    elif kind is RunKind.DELETED:
        _line(painter, box, now.delline, 1.5)
    elif kind is RunKind.DROPPED:
        painter.save()
        painter.setPen(QPen(now.edge, 1, Qt.PenStyle.DashLine))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box.adjusted(0.5, 1.5, -0.5, -1.5), RADIUS_MARK, RADIUS_MARK)
        painter.restore()
        _line(painter, box, now.text3, 1)


def _line(painter: QPainter, box: QRectF, ink: QColor, width: float) -> None:
    painter.save()
    painter.setPen(QPen(ink, width))
    painter.drawLine(QPointF(box.left(), box.center().y()), QPointF(box.right(), box.center().y()))
    painter.restore()
