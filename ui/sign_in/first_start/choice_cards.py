"""Two or more choices as cards side by side, one of which is chosen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_app.wording import fill, translate
from ui.guard import guarded
from ui.icons import paint_icon
from ui.theme import font, theme
from ui.theme_tokens import RADIUS
from ui.widgets.fixed_setting import LOCK_ICON, fixed_words
from ui.widgets.painting import Mirror, draw_dot, draw_text, fill_rounded, right_to_left
from ui.widgets.plain import set_tip

_HIGH: Final = 78
_GAP: Final = 16
_CIRCLE: Final = 18
_WORDS: Final = 46


@dataclass(frozen=True)
class Card:
    """A choice: its code, its name, a line below, an icon."""

    code: str
    title: str
    words: str
    icon: str


class ChoiceCards(QWidget):
    """Emits `changed` with the code. Arrow keys move in visual order; digits choose by position.

    Cards that are `locked` show which one the department has fixed.
    """

    changed = Signal(str)

    def __init__(
        self,
        name: str,
        cards: Sequence[Card],
        chosen: str,
        *,
        locked: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._name = name
        self._cards = list(cards)
        codes = [card.code for card in cards]
        self._at = codes.index(chosen) if chosen in codes else -1
        self._locked = locked
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFixedHeight(_HIGH)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._tell()

    def value(self) -> str:
        """Returns the chosen code; empty if nothing is chosen yet."""
        return self._cards[self._at].code if self._at >= 0 else ""

    def codes(self) -> list[str]:
        return [card.code for card in self._cards]

    def choose(self, code: str) -> None:
        """Chooses by code, and emits `changed` if it differs. Raises ValueError."""
        self._move_to(self.codes().index(code))

    def box(self, code: str) -> QRectF:
        """Returns where the card of `code` is."""
        return self._boxes()[self.codes().index(code)]

    def _move_to(self, at: int) -> None:
        if at != self._at and not self._locked:
            self._at = at
            self._tell()
            self.update()
            self.changed.emit(self.value())

    def _tell(self) -> None:
        chosen = self._cards[self._at].title if self._at >= 0 else translate("FirstStart", "nothing chosen")
        self.setAccessibleName(
            fill(translate("FirstStart", "{what}: {chosen}"), what=self._name, chosen=chosen)
        )
        if self._locked:
            self.setAccessibleDescription(fixed_words())
            set_tip(self, fixed_words())

    def _boxes(self) -> list[QRectF]:
        box = QRectF(self.rect())
        count = len(self._cards)
        width = (box.width() - _GAP * (max(count, 2) - 1)) / max(count, 2)
        mirror = Mirror.of(box)
        return [
            mirror.place(QRectF(box.left() + place * (width + _GAP), box.top(), width, box.height()))
            for place in range(count)
        ]

    @guarded(QSize())
    def sizeHint(self) -> QSize:
        return QSize(600, _HIGH)

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for place, (card, box) in enumerate(zip(self._cards, self._boxes(), strict=True)):
            self._draw(painter, card, box, place == self._at)

    def _draw(self, painter: QPainter, card: Card, box: QRectF, chosen: bool) -> None:
        now = theme()
        fill_rounded(painter, box, now.base, RADIUS, now.accent if chosen else now.line2, 2 if chosen else 1)
        if chosen and self.hasFocus():
            ring = box.adjusted(4, 4, -4, -4)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(now.accent, 1.5))
            painter.drawRoundedRect(ring, RADIUS - 2, RADIUS - 2)
        mirror = Mirror.of(box)
        circle = mirror.at(17, _CIRCLE, top=box.top() + 17, height=_CIRCLE)
        self._draw_circle(painter, circle, chosen)
        words = box.width() - _WORDS - 52
        title = mirror.at(_WORDS, words, top=box.top() + 14, height=26)
        draw_text(painter, title, card.title, font("interface", bold=True), now.text)
        below = mirror.at(_WORDS, words + 32, top=box.top() + 40, height=22)
        draw_text(painter, below, card.words, font("secondary"), now.text2)
        icon = LOCK_ICON if self._locked and chosen else card.icon
        side = mirror.at(box.width() - 40, 22, top=box.top() + 16, height=22)
        paint_icon(painter, side, icon, now.accent if chosen else now.text2)

    def _draw_circle(self, painter: QPainter, circle: QRectF, chosen: bool) -> None:
        now = theme()
        if chosen:
            draw_dot(painter, circle.center(), now.accent, _CIRCLE)
            draw_dot(painter, circle.center(), now.onacc, 8)
            return
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(now.edge, 1))
        painter.drawEllipse(circle.adjusted(0.5, 0.5, -0.5, -0.5))

    def _card_at(self, at: QPointF) -> int:
        return next((place for place, box in enumerate(self._boxes()) if box.contains(at)), -1)

    @guarded(None)
    def mousePressEvent(self, event: QMouseEvent) -> None:
        at = self._card_at(event.position())
        if at >= 0 and event.button() == Qt.MouseButton.LeftButton:
            self._move_to(at)

    @guarded(None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        forward = Qt.Key.Key_Left if right_to_left() else Qt.Key.Key_Right
        if key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            step = 1 if key == forward else -1
            self._move_to(min(max(self._at + step, 0), len(self._cards) - 1))
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            step = 1 if key == Qt.Key.Key_Down else -1
            self._move_to(min(max(self._at + step, 0), len(self._cards) - 1))
        elif Qt.Key.Key_1 <= key <= Qt.Key.Key_9 and key - Qt.Key.Key_1 < len(self._cards):
            self._move_to(key - Qt.Key.Key_1)
        else:
            super().keyPressEvent(event)
