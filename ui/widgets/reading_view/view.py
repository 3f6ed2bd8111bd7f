"""The view of one text with mouse and keyboard: selecting words, going from thread to thread."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QAccessibleEvent,
    QGuiApplication,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QToolTip, QWidget

from desktop_app.comparison.result import SideName
from desktop_app.wording import fill, translate
from ui.guard import guarded
from ui.signals import ID
from ui.theme import appearance
from ui.widgets.comparison_view.cards import MarginCard, card_tip
from ui.widgets.comparison_view.selection import TextSelection, moved_caret, word_at
from ui.widgets.comparison_view.thread_kinds import kind_name
from ui.widgets.comparison_view.thread_pointing import cards_at, next_on, thread_on
from ui.widgets.plain import tip_text
from ui.widgets.reading_view.surface import ReadingSurface

#: Two lines of text, in pixels.
STEP: Final = 56
_AUTOSCROLL: Final = 28
_LONGEST_QUOTE: Final = 120


class ReadingView(ReadingSurface):
    """A text that can be read, searched, selected and annotated."""

    #: An annotation is requested on code points `[start, end)`; the side is always "new".
    annotation_requested = Signal(str, int, int)
    #: A card was opened; the link to close the thread of a card was clicked.
    thread_opened = Signal(ID)
    thread_resolve_requested = Signal(ID)
    #: Something was copied: the text for the message bar.
    copied = Signal(str)
    #: Another thread became the active one (its id, or None).
    active_changed = Signal(object)

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

    def put_away(self) -> bool:
        """Removes the selection, or else leaves the active thread. Returns False if there is neither."""
        if self.selection() is not None:
            self.clear_selection()
        elif self.shown.active_thread is not None:
            self.set_active_thread(None)
        else:
            return False
        return True

    # Threads

    def step_thread(self, by: int, *, alike: bool = False) -> None:
        """Goes to the next thread (1) or the previous one (-1) in the order of the text, and around at the end.

        With `alike` only to threads of the same kind.
        """
        cards = sorted(
            (card for card in self.shown.cards if not card.resolved),
            key=lambda card: (card.start, card.end, card.thread_id),
        )
        active = next((card for card in cards if card.thread_id == self.shown.active_thread), None)
        if alike and active is not None:
            cards = [card for card in cards if card.kind == active.kind]
        if not cards:
            return
        if active is None:
            top = self._top_offset()
            later = [card for card in cards if card.start >= top]
            card = (later or cards)[0] if by > 0 else ([c for c in cards if c.start < top] or cards)[-1]
        else:
            card = cards[(cards.index(active) + by) % len(cards)]
        self.set_active_thread(card.thread_id, scroll=True)

    def open_active(self) -> None:
        """Opens the active thread for reading and answering."""
        if self.shown.active_thread is not None:
            self.thread_opened.emit(self.shown.active_thread)

    def set_active_thread(self, thread: int | None, *, scroll: bool = False) -> None:
        before = self.shown.active_thread
        super().set_active_thread(thread, scroll=scroll)
        if thread != before:
            self.active_changed.emit(thread)

    def _tell_active(self, card: MarginCard | None) -> None:
        words = ""
        if card is not None:
            quote = " ".join(self.text[card.start : min(card.end, card.start + _LONGEST_QUOTE)].split())
            said = translate("Comparison", "{kind} of {author} on «{words}»: {text}")
            words = fill(
                said, kind=kind_name(card.kind), author=card.author, words=quote, text=card.text[:200]
            )
        if words == self.accessibleDescription():
            return
        self.setAccessibleDescription(words)
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.DescriptionChanged))
        if words and QAccessible.isActive():
            # Screen readers do not announce a changed description by themselves.
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    # Keyboard

    @guarded(None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._key(event):
            super().keyPressEvent(event)

    def _key(self, event: QKeyEvent) -> bool:
        key, height = event.key(), self.viewport().height()
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier and self._extend(event):
            return True
        scrolls = {
            Qt.Key.Key_Down: STEP,
            Qt.Key.Key_Up: -STEP,
            Qt.Key.Key_PageDown: height - STEP,
            Qt.Key.Key_Space: height - STEP,
            Qt.Key.Key_PageUp: STEP - height,
            Qt.Key.Key_Home: -(1 << 30),
            Qt.Key.Key_End: 1 << 30,
        }
        if key in scrolls:
            self._scroll_by(scrolls[Qt.Key(key)])
            return True
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.shown.active_thread is not None:
            self.open_active()
            return True
        return key == Qt.Key.Key_Escape and self.put_away()

    def _extend(self, event: QKeyEvent) -> bool:
        """Extends the selection by words, or with Ctrl by letters. The left arrow moves forward in the text.

        Without a selection it begins with the first word of the provision at the top.
        """
        steps = {Qt.Key.Key_Left: 1, Qt.Key.Key_Right: -1}
        if event.key() not in steps or self.page is None:
            return False
        selection = self.shown.selection
        if selection is None:
            start = self._top_offset()
            selection = TextSelection("new", start, start)
        words = not event.modifiers() & Qt.KeyboardModifier.ControlModifier
        caret = moved_caret(self.text, selection.caret, steps[Qt.Key(event.key())], words=words)
        self.shown.selection = selection.to(caret)
        self.show_place("new", max(caret - 1, 0))
        self.viewport().update()
        return True

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

    def _top_offset(self) -> int:
        """Returns the start of the first block that is visible from its beginning."""
        assert self.page is not None
        value = self.verticalScrollBar().value()
        for index, origin in self.page.visible(value, self.viewport().height()):
            if origin.y() >= 0:
                return self.page.blocks[index].start
        return 0
