"""Mouse handling of a comparison page: scrolling, selecting, folds, discs, cards, the map, tool tips."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, QTimer, Signal
from PySide6.QtGui import QHelpEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QToolTip, QWidget

from desktop_app.comparison.result import SideName
from ui.guard import guarded
from ui.signals import ID
from ui.theme import appearance
from ui.widgets.comparison_view.cards import card_tip
from ui.widgets.comparison_view.columns import MAP
from ui.widgets.comparison_view.heights import value_for
from ui.widgets.comparison_view.marks import side_text
from ui.widgets.comparison_view.row_painting import placed_tags
from ui.widgets.comparison_view.rows import Line, Row
from ui.widgets.comparison_view.selection import TextSelection, word_at
from ui.widgets.comparison_view.thread_pointing import cards_at, next_on, thread_on
from ui.widgets.comparison_view.tips import change_tip, word_tip
from ui.widgets.comparison_view.walk import WalkedSurface
from ui.widgets.plain import tip_text

#: Two lines of text, in pixels.
STEP: Final = 54
_AUTOSCROLL: Final = 27


class PointedSurface(WalkedSurface):
    """The page with mouse handling."""

    #: A card was clicked; the link to close the thread of a card was clicked.
    thread_opened = Signal(ID)
    thread_resolve_requested = Signal(ID)
    #: The tag of an uncertain pair was clicked: the index of its entry.
    question_requested = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pressed: str | None = None
        self._last_point = QPoint()
        self.viewport().setMouseTracking(True)
        self._autoscroll = QTimer(self, interval=40)
        self._autoscroll.timeout.connect(self._on_autoscroll)

    def selection(self) -> tuple[SideName, int, int] | None:
        """Returns the selected side and code points `[start, end)`, or None without a selection."""
        selection = self.shown.selection
        if selection is None or selection.empty:
            return None
        return selection.side, *selection.range

    def clear_matches(self) -> None:
        """Removes the highlighted matches."""
        self.shown.show_matches(())
        self.shown.match = None
        self.viewport().update()

    @guarded(False)
    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            words = self.tip_at(event.pos())
            if words:
                QToolTip.showText(event.globalPos(), tip_text(words), self.viewport())
            else:
                QToolTip.hideText()
            return True
        return super().viewportEvent(event)

    def tip_at(self, at: QPoint) -> str:
        """Returns the tool tip at a point of the viewport: of a change's disc, a marked word, or a card."""
        reading, lines, row = self.reading, self.lines, self._line_at(at.y())
        cards = cards_at(self.shown.placed, self.shown.discs, QPointF(at))
        if cards:
            return "\n".join(card_tip(card) for card in cards)
        if reading is None or lines is None or not isinstance(row, Row) or at.x() < lines.columns.new_left:
            return ""
        side = lines.columns.side_at(at.x())
        if side is not None:
            offset = lines.word_offset(side, at.x(), at.y() + self.verticalScrollBar().value())
            return "" if offset is None else word_tip(reading.comparison, lines.entry(row), side, offset)
        change = self._change_at(at)
        if change is None:
            return ""
        return change_tip(reading.comparison, reading.changes[change], self.review_words(change))

    @guarded(None)
    def wheelEvent(self, event: QWheelEvent) -> None:
        turned = event.angleDelta().y()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            (appearance().enlarge_documents if turned > 0 else appearance().reduce_documents)()
        else:
            pixels = event.pixelDelta().y() or turned * STEP * 2 // 120
            self._scroll_by(-pixels)
        event.accept()

    @guarded(None)
    def mousePressEvent(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        if event.button() != Qt.MouseButton.LeftButton or self.lines is None:
            return
        if at.x() < MAP:
            self._pressed = "map"
            self._scroll_to_map(at.y())
            return
        if self._press_card(event.position()) or self._press_tag(event.position()) or self._press_line(at):
            return
        side = self.lines.columns.side_at(at.x())
        if side is not None:
            self._press_text(side, event)

    @guarded(None)
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        if self._pressed == "map":
            self._scroll_to_map(at.y())
        elif self._pressed == "text":
            self._point_at(None)
            self._drag_to(at)
            outside = at.y() < 0 or at.y() > self.viewport().height()
            if outside != self._autoscroll.isActive():
                (self._autoscroll.start if outside else self._autoscroll.stop)()
        else:
            cards = cards_at(self.shown.placed, self.shown.discs, event.position())
            self._point_at(cards[0].thread_id if cards else self._thread_at(at))
            self._show_cursor(at)

    @guarded(None)
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._pressed == "text":
            self._keep_words(exact=bool(event.modifiers() & Qt.KeyboardModifier.AltModifier))
        pressed, self._pressed = self._pressed, None
        self._autoscroll.stop()
        selection = self.shown.selection
        if pressed == "text" and selection is not None and selection.empty:
            thread = self._thread_at(event.position().toPoint())
            if thread is not None:
                self.set_active_thread(thread)

    @guarded(None)
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        if self.lines is None or self.reading is None:
            return
        side = self.lines.columns.side_at(at.x())
        y = at.y() + self.verticalScrollBar().value()
        # A double click on the left half of a word's last letter selects that word, although the caret would be
        # after it.
        offset = None if side is None else self.lines.word_offset(side, at.x(), y)
        if side is not None and offset is None:
            offset = self.offset_at(side, at)
        if side is not None and offset is not None and isinstance(self._line_at(at.y()), Row):
            self.shown.selection = TextSelection(
                side, *word_at(side_text(self.reading.comparison, side), offset)
            )
            self.viewport().update()

    def _point_at(self, thread: int | None) -> None:
        """Shows which phrase, disc and card belong together under the mouse."""
        if thread != self.shown.near_thread:
            self.shown.near_thread = thread
            self.viewport().update()

    def _thread_at(self, at: QPoint) -> int | None:
        """Returns the thread on the innermost annotated phrase at a point of the text."""
        side = None if self.lines is None else self.lines.columns.side_at(at.x())
        if side is None or self.lines is None or not self.shown.cards:
            return None
        offset = self.lines.word_offset(side, at.x(), at.y() + self.verticalScrollBar().value())
        return None if offset is None else thread_on(self.shown.cards, side, offset)

    def _toggle_fold(self, line: int) -> None:
        reading, lines = self.reading, self.lines
        if reading is None or lines is None:
            return
        value = self.verticalScrollBar().value()
        if reading.toggle_fold(line):
            self._refresh()
            self._scroll_to(value)
            self.lines_changed.emit()

    def _scroll_by(self, pixels: int) -> None:
        bar = self.verticalScrollBar()
        bar.setValue(min(max(bar.value() + pixels, bar.minimum()), bar.maximum()))

    def _scroll_to_map(self, y: int) -> None:
        page = self.viewport().height()
        self.verticalScrollBar().setValue(value_for(y, page, self._total(), page))

    def _line_at(self, y: int) -> Line | None:
        index = self._index_at(y)
        return None if index is None or self.reading is None else self.reading.lines[index]

    def _index_at(self, y: int) -> int | None:
        at = y + self.verticalScrollBar().value()
        if self.lines is None or not len(self.lines.heights) or not 0 <= at < self._total():
            return None
        return self.lines.heights.row_at(at)

    def _change_at(self, at: QPoint) -> int | None:
        """Returns the shown change whose row is at a point of the viewport."""
        line, reading = self._line_at(at.y()), self.reading
        change = reading.change_of(line.entry) if reading is not None and isinstance(line, Row) else None
        admitted = (
            change is not None and reading is not None and reading.filter.admits(reading.changes[change])
        )
        return change if admitted else None

    def offset_at(self, side: SideName, at: QPoint) -> int | None:
        assert self.lines is not None
        return self.lines.position_at(side, at.x(), at.y() + self.verticalScrollBar().value())

    def _press_card(self, at: QPointF) -> bool:
        disc = next((disc for disc in self.shown.discs if disc.box.contains(at)), None)
        if disc is not None:
            self.set_active_thread(next_on(disc, self.shown.active_thread))
            return True
        placed = next((card for card in self.shown.placed if card.box.contains(at)), None)
        if placed is None:
            return False
        thread = placed.card.thread_id
        if placed.together:
            self.set_active_thread(thread)
        elif placed.whole and not placed.card.resolved and placed.resolve_box.contains(at):
            self.thread_resolve_requested.emit(thread)
        else:
            self.set_active_thread(thread)
            self.thread_opened.emit(thread)
        return True

    def _press_tag(self, at: QPointF) -> bool:
        entry = self._question_at(at)
        if entry is None:
            return False
        self.question_requested.emit(entry)
        return True

    def _question_at(self, at: QPointF) -> int | None:
        """Returns the entry whose tag of an uncertain pair is at a point of the viewport."""
        row, lines = self._line_at(round(at.y())), self.lines
        side = lines.columns.side_at(round(at.x())) if lines is not None else None
        if lines is None or side is None or not isinstance(row, Row):
            return None
        found = lines.tags(row, side)
        if not any(tag.kind == "uncertain" for tag in found):
            return None
        visible = lines.visible(self.verticalScrollBar().value(), self.viewport().height())
        box = next(box for _index, line, box in visible if line is row)
        for place, tag, rest in placed_tags(*lines.tag_place(row, box, side), found):
            if tag.kind == "uncertain" and rest is None and place.contains(at):
                return row.entry
        return None

    def _press_line(self, at: QPoint) -> bool:
        """Opens the fold or gap at a point, or selects the change whose disc is there."""
        index, line = self._index_at(at.y()), self._line_at(at.y())
        assert self.lines is not None
        if index is None or at.x() < self.lines.columns.new_left:
            return False
        if line is not None and not isinstance(line, Row):
            self._toggle_fold(index)
            return True
        if isinstance(line, Row) and self.lines.columns.side_at(at.x()) is None:
            change = self.reading.change_of(line.entry) if self.reading is not None else None
            if change is not None:
                self.select_change(change, scroll=False)
            return True
        return False

    def _press_text(self, side: SideName, event: QMouseEvent) -> None:
        offset = self.offset_at(side, event.position().toPoint())
        if offset is None:
            return
        old = self.shown.selection
        extend = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        kept = old if extend and old is not None and old.side == side else None
        self.shown.selection = kept.to(offset) if kept is not None else TextSelection(side, offset, offset)
        self._pressed = "text"
        self.viewport().update()

    def _drag_to(self, at: QPoint) -> None:
        self._last_point = at
        selection = self.shown.selection
        if selection is None:
            return
        offset = self.offset_at(selection.side, at)
        if offset is not None:
            self.shown.selection = selection.to(offset)
            self.viewport().update()

    def _keep_words(self, *, exact: bool) -> None:
        """Moves the ends of the selection to whole words, or leaves them where they are."""
        selection = self.shown.selection
        if selection is None or selection.empty or self.reading is None:
            return
        text = side_text(self.reading.comparison, selection.side)
        self.shown.selection = replace(selection, exact=exact).to_words(text)
        self.viewport().update()

    def _on_autoscroll(self) -> None:
        self._scroll_by(_AUTOSCROLL if self._last_point.y() > 0 else -_AUTOSCROLL)
        self._drag_to(self._last_point)

    def _show_cursor(self, at: QPoint) -> None:
        shape = Qt.CursorShape.ArrowCursor
        if self.lines is not None:
            line = self._line_at(at.y())
            on_card = bool(cards_at(self.shown.placed, self.shown.discs, QPointF(at)))
            opens = self._change_at(at) is not None and self.lines.columns.side_at(at.x()) is None
            opens = opens or (line is not None and not isinstance(line, Row))
            if (
                on_card
                or self._question_at(QPointF(at)) is not None
                or (opens and at.x() >= self.lines.columns.new_left)
            ):
                shape = Qt.CursorShape.PointingHandCursor
            elif self.lines.columns.side_at(at.x()) is not None and isinstance(line, Row):
                shape = Qt.CursorShape.IBeamCursor
        self.viewport().setCursor(shape)
