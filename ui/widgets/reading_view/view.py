"""The view of one text with its keys: extending the selection, going from thread to thread."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleEvent, QKeyEvent

from desktop_app.wording import translate
from ui.guard import guarded
from ui.widgets.comparison_view.cards import MarginCard
from ui.widgets.comparison_view.selection import TextSelection, moved_caret
from ui.widgets.reading_view.in_words import open_in_order, text_in_words, thread_in_words
from ui.widgets.reading_view.pointing import STEP, PointedText
from ui.widgets.words_pane import WordsPane


class ReadingView(PointedText):
    """A text that can be read, searched, selected and annotated."""

    #: An annotation is requested on code points `[start, end)`; the side is always "new".
    annotation_requested = Signal(str, int, int)
    #: Another thread became the active one (its id, or None).
    active_changed = Signal(object)

    def _show_cards(self) -> None:
        super()._show_cards()
        self._tell_words()

    def put_away(self) -> bool:
        """Closes the text in words, removes the selection, or leaves the active thread: the first that there is.

        Returns False if there is none.
        """
        if self.words is not None:
            self.toggle_words()
        elif self.selection() is not None:
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
        cards = open_in_order(self.shown.cards)
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
        words = "" if card is None else thread_in_words(replace(card, text=card.text[:200]), self.text)
        if card is not None and self.words is not None:
            self.words.go_to(card.thread_id)
        if words == self.accessibleDescription():
            return
        self.setAccessibleDescription(words)
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.DescriptionChanged))
        if words and QAccessible.isActive():
            # Screen readers do not announce a changed description by themselves.
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    # Text for screen readers

    def _made_pane(self) -> WordsPane | None:
        return WordsPane(self, translate("Comparison", "Text in words")) if self.page is not None else None

    def _tell_words(self) -> None:
        if self.words is None or self.page is None:
            return
        self.words.show_words(text_in_words(self.text, self.page.blocks, self.shown.cards))
        if self.shown.active_thread is not None:
            self.words.go_to(self.shown.active_thread)

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

    def _top_offset(self) -> int:
        """Returns the start of the first block that is visible from its beginning."""
        assert self.page is not None
        value = self.verticalScrollBar().value()
        for index, origin in self.page.visible(value, self.viewport().height()):
            if origin.y() >= 0:
                return self.page.blocks[index].start
        return 0
