"""Keyboard handling of a comparison page: scrolling, folds and gaps, extending the selection."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from ui.guard import guarded
from ui.widgets.comparison_view.marks import side_text
from ui.widgets.comparison_view.pointing import STEP, PointedSurface
from ui.widgets.comparison_view.rows import Row
from ui.widgets.comparison_view.selection import moved_caret


class HandledSurface(PointedSurface):
    """The page with mouse and keyboard handling."""

    @guarded(None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._key(event):
            super().keyPressEvent(event)

    def _key(self, event: QKeyEvent) -> bool:
        key, page = event.key(), self.viewport().height()
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier and self._extend(event):
            return True
        scrolls = {
            Qt.Key.Key_Down: STEP,
            Qt.Key.Key_Up: -STEP,
            Qt.Key.Key_PageDown: page - STEP,
            Qt.Key.Key_Space: page - STEP,
            Qt.Key.Key_PageUp: STEP - page,
            Qt.Key.Key_Home: -(1 << 30),
            Qt.Key.Key_End: 1 << 30,
        }
        if key in scrolls:
            self._scroll_by(scrolls[Qt.Key(key)])
            return True
        if key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            return self._focus_fold(1 if key == Qt.Key.Key_Left else -1)
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.shown.focused_fold is not None:
            self._toggle_fold(self.shown.focused_fold)
            return True
        if key == Qt.Key.Key_Escape and (self.selection() or self.shown.matches):
            self.shown.selection = None
            self.clear_matches()
            return True
        return False

    def _extend(self, event: QKeyEvent) -> bool:
        """Extends the selection. The left arrow moves forward in the text. With Alt it may end inside a word."""
        steps = {Qt.Key.Key_Left: 1, Qt.Key.Key_Right: -1}
        selection = self.shown.selection
        if event.key() not in steps or selection is None or self.reading is None:
            return False
        words = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        text = side_text(self.reading.comparison, selection.side)
        caret = moved_caret(text, selection.caret, steps[Qt.Key(event.key())], words=words)
        exact = selection.exact or bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        self.shown.selection = replace(selection.to(caret), exact=exact)
        self.viewport().update()
        return True

    def _focus_fold(self, by: int) -> bool:
        """Focuses the next visible fold, so that Enter can open it."""
        if self.lines is None:
            return False
        page = self.viewport().height()
        folds = [
            index
            for index, line, _ in self.lines.visible(self.verticalScrollBar().value(), page)
            if not isinstance(line, Row)
        ]
        if not folds:
            return False
        focused = self.shown.focused_fold
        at = folds.index(focused) + by if focused in folds else (0 if by > 0 else -1)
        self.shown.focused_fold = folds[at % len(folds)]
        self.viewport().update()
        return True
