"""Mouse handling of one text: selecting words, cards, discs and phrases of threads."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QHelpEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QToolTip, QWidget

from desktop_app.comparison.result import SideName
from desktop_app.wording import translate
from ui.guard import guarded
from ui.signals import ID
from ui.theme import appearance
from ui.widgets.comparison_view.cards import card_tip
from ui.widgets.comparison_view.selection import TextSelection, word_at
from ui.widgets.comparison_view.thread_pointing import cards_at, next_on, thread_on
from ui.widgets.plain import tip_text
from ui.widgets.reading_view.surface import ReadingSurface

#: Two lines of text, in pixels.
STEP: Final = 56
_AUTOSCROLL: Final = 28


class PointedText(ReadingSurface):
    """The page of a text with a selection and mouse handling."""

    #: A card was opened; the link to close the thread of a card was clicked.
    thread_opened = Signal(ID)
    thread_resolve_requested = Signal(ID)
    #: Something was copied: the text for the message bar.
    copied = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self._selecting = False
        self._last_point = QPoint()
        self.viewport().setMouseTracking(True)
        self._autoscroll = QTimer(self, interval=40)
        self._autoscroll.timeout.connect(self._on_autoscroll)

    # Selection

    def selection(self) -> tuple[SideName, int, int] | None:
        """Returns the side "new" and code points `[start, end)`, or None without a selection."""
        selection = self.shown.selection
        return None if selection is None or selection.empty else ("new", *selection.range)

    def selected_text(self) -> str:
        """Returns the selected text in logical order."""
        chosen = self.selection()
        return self.text[chosen[1] : chosen[2]] if chosen is not None else ""

    def copy(self) -> None:
        """Copies the selected text."""
        if self.selected_text():
            QGuiApplication.clipboard().setText(self.selected_text())
            self.copied.emit(translate("Comparison", "The selection was copied."))

    def clear_selection(self) -> None:
        """Removes the selection."""
        self.shown.selection = None
        self.viewport().update()

    # Mouse

    @guarded(False)
    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            cards = cards_at(self.shown.placed, self.shown.discs, QPointF(event.pos()))
            if cards:
                words = "\n".join(card_tip(card) for card in cards)
                QToolTip.showText(event.globalPos(), tip_text(words), self.viewport())
            else:
                QToolTip.hideText()
            return True
        return super().viewportEvent(event)

    @guarded(None)
    def wheelEvent(self, event: QWheelEvent) -> None:
        turned = event.angleDelta().y()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            (appearance().enlarge_documents if turned > 0 else appearance().reduce_documents)()
        else:
            self._scroll_by(-(event.pixelDelta().y() or turned * STEP * 2 // 120))
        event.accept()

    @guarded(None)
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton or self.page is None:
            return
        at = event.position()
        if self._press_thread(at) or at.x() < self.page.columns.margin:
            return
        offset = self._offset(at.toPoint())
        if offset is None:
            return
        old = self.shown.selection
        extend = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier) and old is not None
        self.shown.selection = (
            old.to(offset) if extend and old is not None else TextSelection("new", offset, offset)
        )
        self._selecting = True
        self.viewport().update()

    @guarded(None)
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        if not self._selecting:
            self._point_at(at)
            return
        self._drag_to(at)
        outside = at.y() < 0 or at.y() > self.viewport().height()
        if outside != self._autoscroll.isActive():
            (self._autoscroll.start if outside else self._autoscroll.stop)()

    @guarded(None)
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if not self._selecting:
            return
        self._selecting = False
        self._autoscroll.stop()
        selection = self.shown.selection
        if selection is None:
            return
        if selection.empty:
            thread = self._thread_at(event.position().toPoint())
            if thread is not None:
                self.set_active_thread(thread)
        elif not event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.shown.selection = selection.to_words(self.text)
        self.viewport().update()

    @guarded(None)
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self.page is None:
            return
        at = event.position()
        offset = self.page.letter_at(at.x(), at.y() + self.verticalScrollBar().value())
        if offset is not None:
            self.select_text("new", *word_at(self.text, offset))

    @guarded(None)
    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._show_near(None)

    def _press_thread(self, at: QPointF) -> bool:
        disc = next((disc for disc in self.shown.discs if disc.box.contains(at)), None)
        if disc is not None:
            self.set_active_thread(next_on(disc, self.shown.active_thread))
            return True
        placed = next((card for card in self.shown.placed if card.box.contains(at)), None)
        if placed is None:
            return False
        thread = placed.card.thread_id
        if placed.whole and not placed.card.resolved and placed.resolve_box.contains(at):
            self.thread_resolve_requested.emit(thread)
        elif placed.together or (thread != self.shown.active_thread and not placed.reply_box.contains(at)):
            self.set_active_thread(thread)
        else:
            self.set_active_thread(thread)
            self.thread_opened.emit(thread)
        return True

    def _point_at(self, at: QPoint) -> None:
        """Shows which phrase, disc and card belong together under the mouse."""
        cards = cards_at(self.shown.placed, self.shown.discs, QPointF(at))
        self._show_near(cards[0].thread_id if cards else self._thread_at(at))
        shape = Qt.CursorShape.ArrowCursor
        if cards:
            shape = Qt.CursorShape.PointingHandCursor
        elif self.page is not None and self.page.columns.left <= at.x() < self.page.columns.right:
            shape = Qt.CursorShape.IBeamCursor
        self.viewport().setCursor(shape)

    def _show_near(self, thread: int | None) -> None:
        if thread != self.shown.near_thread:
            self.shown.near_thread = thread
            self.viewport().update()

    def _thread_at(self, at: QPoint) -> int | None:
        if self.page is None or not self.shown.cards:
            return None
        offset = self.page.letter_at(at.x(), at.y() + self.verticalScrollBar().value())
        return None if offset is None else thread_on(self.shown.cards, "new", offset)

    def _drag_to(self, at: QPoint) -> None:
        self._last_point = at
        offset, selection = self._offset(at), self.shown.selection
        if offset is not None and selection is not None:
            self.shown.selection = selection.to(offset)
            self.viewport().update()

    def _on_autoscroll(self) -> None:
        self._scroll_by(_AUTOSCROLL if self._last_point.y() > 0 else -_AUTOSCROLL)
        self._drag_to(self._last_point)

    def _offset(self, at: QPoint) -> int | None:
        if self.page is None:
            return None
        return self.page.position_at(at.x(), at.y() + self.verticalScrollBar().value())

    def _scroll_by(self, pixels: int) -> None:
        bar = self.verticalScrollBar()
        bar.setValue(min(max(bar.value() + pixels, bar.minimum()), bar.maximum()))
