"""A segmented control: a few choices, all visible, exactly one chosen."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.guard import guarded
from ui.theme import font, theme
from ui.theme_tokens import FIELD, RADIUS
from ui.widgets.button import draw_bottom_edge
from ui.widgets.painting import draw_text, fill_rounded, right_to_left, text_width

_PADDING = 16


class Segmented(QWidget):
    """Segments as (value, word). Arrow keys move in visual order; digits 1 to 9 choose by position.

    One that `stacks` puts its segments under each other where they do not fit beside each other.
    """

    changed = Signal(str)

    def __init__(
        self,
        choices: Sequence[tuple[str, str]],
        value: str | None = None,
        parent: QWidget | None = None,
        *,
        stacks: bool = False,
    ) -> None:
        super().__init__(parent)
        self._choices = list(choices)
        self._at = next(
            (i for i, (code, _) in enumerate(choices) if code == value), 0 if value is None else -1
        )
        self._hovered = -1
        self._stacks = stacks
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        if stacks:
            # It may be higher than its hint.
            policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
            policy.setHeightForWidth(True)
            self.setSizePolicy(policy)

    def value(self) -> str:
        """Returns the chosen code; empty if nothing is chosen yet."""
        return self._choices[self._at][0] if self._at >= 0 else ""

    def codes(self) -> list[str]:
        return [code for code, _ in self._choices]

    def choose(self, value: str) -> None:
        """Chooses by code, and emits `changed` if it differs; an empty code clears the choice. Raises ValueError."""
        at = -1 if not value else self.codes().index(value)
        self._move_to(at)

    def _move_to(self, at: int) -> None:
        if at != self._at:
            self._at = at
            self.update()
            self.changed.emit(self.value())

    def _wanted(self) -> list[float]:
        return [text_width(word, font("button")) + 2 * _PADDING for _, word in self._choices]

    def _is_stacked(self, width: int) -> bool:
        return self._stacks and width < sum(self._wanted())

    def _widths(self) -> list[float]:
        wanted = self._wanted()
        spare = (self.width() - sum(wanted)) / max(1, len(wanted))
        return [width + spare for width in wanted]

    def _boxes(self) -> list[QRectF]:
        if self._is_stacked(self.width()):
            height = self.height() / len(self._choices)
            return [QRectF(0, at * height, self.width(), height) for at in range(len(self._choices))]
        boxes: list[QRectF] = []
        offset = 0.0
        for width in self._widths():
            left = self.width() - offset - width if right_to_left() else offset
            boxes.append(QRectF(left, 0, width, self.height()))
            offset += width
        return boxes

    @guarded(QSize())
    def sizeHint(self) -> QSize:
        return QSize(round(sum(self._wanted())) + 2, FIELD)

    @guarded(QSize())
    def minimumSizeHint(self) -> QSize:
        return QSize(round(max(self._wanted())) + 2, FIELD) if self._stacks else self.sizeHint()

    @guarded(False)
    def hasHeightForWidth(self) -> bool:
        return self._stacks

    @guarded(0)
    def heightForWidth(self, width: int) -> int:
        return FIELD * len(self._choices) if self._is_stacked(width) else FIELD

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter, now, box = QPainter(self), theme(), QRectF(self.rect())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        fill_rounded(painter, box, now.base if self.isEnabled() else now.dis, RADIUS, now.line2)
        draw_bottom_edge(painter, box, now.edge)
        clip = QPainterPath()
        clip.addRoundedRect(box.adjusted(1, 1, -1, -1), RADIUS - 1, RADIUS - 1)
        painter.setClipPath(clip)
        boxes = self._boxes()
        for at, (segment, (_, word)) in enumerate(zip(boxes, self._choices, strict=True)):
            chosen = at == self._at
            if chosen:
                painter.fillRect(segment, now.accent if self.isEnabled() else now.press)
            elif at == self._hovered and self.isEnabled():
                painter.fillRect(segment, now.hover)
            if at and not chosen and at - 1 != self._at and self._is_stacked(self.width()):
                painter.fillRect(QRectF(1, segment.top(), box.width() - 2, 1), now.line2)
            elif at and not chosen and at - 1 != self._at:
                edge = segment.right() - 1 if right_to_left() else segment.left()
                painter.fillRect(QRectF(edge, 1, 1, box.height() - 2), now.line2)
            ink = now.distext if not self.isEnabled() else now.onacc if chosen else now.text
            draw_text(
                painter,
                segment.adjusted(0, -1, 0, -1),
                word,
                font("button"),
                ink,
                Qt.AlignmentFlag.AlignHCenter,
            )
        painter.setClipping(False)
        if self.hasFocus():
            fill_rounded(painter, box, None, RADIUS, now.accent, 2)
            if self._at >= 0:
                fill_rounded(painter, boxes[self._at].adjusted(3, 3, -3, -3), None, 3, now.onacc)

    def _at_position(self, event: QMouseEvent) -> int:
        return next((i for i, box in enumerate(self._boxes()) if box.contains(event.position())), -1)

    @guarded(None)
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hovered = self._at_position(event)
        self.update()

    @guarded(None)
    def leaveEvent(self, event: object) -> None:
        del event
        self._hovered = -1
        self.update()

    @guarded(None)
    def mousePressEvent(self, event: QMouseEvent) -> None:
        at = self._at_position(event)
        if at >= 0 and event.button() == Qt.MouseButton.LeftButton:
            self._move_to(at)

    @guarded(None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        forward = Qt.Key.Key_Left if right_to_left() else Qt.Key.Key_Right
        if key in (Qt.Key.Key_Up, Qt.Key.Key_Down) and self._is_stacked(self.width()):
            step = 1 if key == Qt.Key.Key_Down else -1
            self._move_to(min(max(self._at + step, 0), len(self._choices) - 1))
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            step = 1 if key == forward else -1
            self._move_to(min(max(self._at + step, 0), len(self._choices) - 1))
        elif Qt.Key.Key_1 <= key <= Qt.Key.Key_9 and key - Qt.Key.Key_1 < len(self._choices):
            self._move_to(key - Qt.Key.Key_1)
        else:
            super().keyPressEvent(event)
