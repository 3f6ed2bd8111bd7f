"""The bar over the foot of a screen: what was done, with undo; errors, with the next step.

It never takes the focus. A message about something done disappears by itself, but not under the mouse; Ctrl+Z
undoes then after a question. A warning and an error stay until they are closed or replaced.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Literal

from PySide6.QtCore import QEvent, QRectF, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QWidget

from desktop_app.wording import translate
from ui.actions import make_action
from ui.errors import sentence
from ui.guard import guarded
from ui.icons import paint_icon
from ui.theme import theme
from ui.theme_tokens import MESSAGE_BAR
from ui.visibility import reach
from ui.widgets.button import Button, IconButton
from ui.widgets.confirm_dialog import ConfirmDialog
from ui.widgets.painting import Mirror, hairline, set_margins, text_width
from ui.widgets.plain import PlainLabel
from ui.widgets.shield import Shield

Tone = Literal["done", "info", "warning", "error"]
_GROUND = {"done": "accsoft", "info": "infobg", "warning": "warnbg", "error": "dangerbg"}
_INK = {"done": "accent", "info": "info", "warning": "warn", "error": "danger"}
_ICON = {"done": "ph.check-circle", "info": "ph.info", "warning": "ph.warning", "error": "ph.warning-circle"}
#: How long a message about something done stays, in milliseconds: time to read it and to reach undo.
STAYS = 8_000
#: A message is about the page that follows it within so many seconds: the one that an act led to.
_JUST_NOW = 1.0

#: The width that the bar needs beside the sentence, in pixels: icon, undo, cross.
_ROOM = 260
#: So many lines a sentence may have beside undo.
_LINES = 2
#: The margin over and under a sentence of several lines, in pixels.
_AROUND = 6


class MessageBar(QWidget):
    """Shows one message at a time, the newest. Ctrl+Z undoes in the whole window until the next message."""

    def __init__(self, parent: QWidget | None = None, *, stays: int = STAYS) -> None:
        super().__init__(parent)
        self._tone: Tone = "done"
        self._undo: Callable[[], object] | None = None
        self._stays, self._passing = stays, False
        self._said_at = 0.0
        #: The latest question before an undo.
        self.question: ConfirmDialog | None = None
        self.setMinimumHeight(MESSAGE_BAR)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self._sentence = PlainLabel(parent=self)
        self.undo_action = make_action(
            self, translate("MessageBar", "Undo"), self._on_undo, key="Ctrl+Z", everywhere=True
        )
        self.undo_button = Button.of(self.undo_action, "link", size="small")
        self._close = IconButton("ph.x", translate("MessageBar", "Close the message"), icon_side=14)
        for button in (self.undo_button, self._close):
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._close.clicked.connect(self.clear)
        reach().refused.connect(self._on_refused)
        words = self._words = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        words.setSpacing(4)
        words.addWidget(self._sentence)
        words.addWidget(self.undo_button, alignment=Qt.AlignmentFlag.AlignLeading)
        row = self._row = QHBoxLayout(self)
        set_margins(row, 44, 0, 8, 0)
        row.setSpacing(4)
        row.addLayout(words)
        row.addStretch()
        row.addWidget(self._close)
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.hide)
        self._shield = Shield(self)
        self.clear()

    @property
    def text(self) -> str:
        """The displayed sentence; empty while the bar is hidden."""
        return self._sentence.text() if not self.isHidden() else ""

    @property
    def tone(self) -> Tone:
        """Whether the latest message told something done, or a warning or an error."""
        return self._tone

    def say(self, text: str, undo: Callable[[], object] | None = None, *, tone: Tone = "done") -> None:
        """Shows `text`; with `undo`, offers to undo."""
        self._tone, self._undo = tone, undo
        self._sentence.setText(text)
        self.undo_action.setVisible(undo is not None)
        self.undo_action.setEnabled(undo is not None)
        self._fit()
        self._timer.stop()
        self._passing, self._said_at = tone in ("done", "info"), time.monotonic()
        if self._passing:
            self._timer.start(self._stays)
        self.show()
        self.update()
        # Another undo stands where the last one was.
        self._shield.start()

    def show_error(self, error: Exception) -> None:
        """Shows an expected error as a sentence: what happened, what was kept, what to do now."""
        self.say(sentence(error), tone="error")

    def _on_refused(self) -> None:
        words = translate(
            "MessageBar",
            "The database is away: nothing was sent. What you typed stays; send it when the connection is back.",
        )
        self.say(words, tone="warning")

    def leave_place(self) -> None:
        """Hides a message about something done when another page comes to the front, unless it was said just now."""
        if self._passing and time.monotonic() - self._said_at > _JUST_NOW:
            self.hide()

    def clear(self) -> None:
        """Removes the message, and with it the offer to undo."""
        self._undo = None
        self.undo_action.setVisible(False)
        self.undo_action.setEnabled(False)
        self.hide()

    def _fit(self) -> None:
        """Wraps a long sentence over the available width; undo goes below one that would take many lines."""
        needed, room = text_width(self._sentence.text(), self._sentence.font()), self.width() - _ROOM
        long, below = needed > room, self._undo is not None and needed > _LINES * room
        self._sentence.setWordWrap(long)
        self._row.setStretch(0, 1 if long else 0)
        directions = QBoxLayout.Direction
        self._words.setDirection(directions.TopToBottom if below else directions.LeftToRight)
        set_margins(self._row, 44, _AROUND if long else 0, 8, _AROUND if long else 0)

    @guarded(None)
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @guarded(False)
    def event(self, event: QEvent) -> bool:
        # A mouse that rests where the bar appears does not hold it.
        if event.type() == QEvent.Type.HoverMove:
            self._timer.stop()
        return bool(super().event(event))

    @guarded(None)
    def leaveEvent(self, event: QEvent) -> None:
        if self._passing and not self.isHidden():
            self._timer.start(self._stays)
        super().leaveEvent(event)

    def _on_undo(self) -> None:
        undo = self._undo
        if undo is None:
            return
        if self.isHidden():
            self.question = ConfirmDialog.before_undo([self._sentence.text()], self._take_back, self.window())
        else:
            self._take_back()

    def _take_back(self) -> None:
        undo = self._undo
        self.clear()
        if undo is not None:
            undo()

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter, box = QPainter(self), QRectF(self.rect())
        painter.fillRect(box, theme().colour(_GROUND[self._tone]))
        hairline(painter, box, top=True)
        area = Mirror.of(box).at(16, 18)
        paint_icon(painter, area, _ICON[self._tone], theme().colour(_INK[self._tone]))
