"""Counted views over a list as tabs: words with numbers, the active one bold over a 2-pixel line or on a ground."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_app.wording import digits
from ui.guard import guarded
from ui.theme import font, theme
from ui.theme_tokens import RADIUS, VIEWS_BAR
from ui.widgets.painting import draw_text, fill_rounded, right_to_left, text_width

_GAP = 28
#: The minimum gap between the tabs, in a narrow window.
_LEAST_GAP = 8
_COUNT_GAP = 7
#: How far the ground of an active tab reaches beyond its words.
_PILL = 10


class ViewTabs(QWidget):
    """Tabs as (code, word). A count of None is not shown; counts of `alarming` views are red.

    With `pills`, the active tab has a ground in place of the line.
    """

    changed = Signal(str)

    def __init__(
        self,
        views: Sequence[tuple[str, str]],
        name: str,
        *,
        alarming: frozenset[str] = frozenset(),
        height: int = VIEWS_BAR,
        pills: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._views = list(views)
        self._alarming, self._pills = alarming, pills
        self.counts: dict[str, str] = {}
        self._at = 0
        self._hovered = -1
        self.setFixedHeight(height)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(name)
        self._tell()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def value(self) -> str:
        return self._views[self._at][0]

    def choose(self, code: str) -> None:
        """Activates a view; emits `changed` if it differs."""
        self._move_to([known for known, _ in self._views].index(code))

    def set_views(self, views: Sequence[tuple[str, str]], shown: str) -> None:
        """Replaces the views and the active one; known counts stay. Emits nothing."""
        views = list(views)
        at = next((place for place, (code, _) in enumerate(views) if code == shown), 0)
        if views != self._views or at != self._at:
            self._views, self._at, self._hovered = views, at, -1
            self._tell()
            self.updateGeometry()
            self.update()

    def width_of(self, views: Sequence[tuple[str, str]]) -> int:
        """Returns the width of these views with their counts, in pixels."""
        return round(sum(self._width(view) + _GAP for view in views))

    def show_count(self, code: str, count: int | str | None) -> None:
        """Shows the number beside a view; a string («۱۰۰۰+») is shown as it is."""
        if count is None:
            self.counts.pop(code, None)
        else:
            self.counts[code] = digits(count)
        self._tell()
        self.updateGeometry()
        self.update()

    def _move_to(self, at: int) -> None:
        at = min(max(at, 0), len(self._views) - 1)
        if at != self._at:
            self._at = at
            self._tell()
            self.update()
            self.changed.emit(self.value())

    def _tell(self) -> None:
        """Says the active view to a screen reader."""
        code, word = self._views[self._at] if self._views else ("", "")
        self.setAccessibleDescription(f"{word} {self.counts.get(code, '')}".rstrip())

    def _width_of(self, at: int) -> float:
        return self._width(self._views[at])

    def _width(self, view: tuple[str, str]) -> float:
        code, word = view
        count = self.counts.get(code)
        width = text_width(word, theme().face("interface", bold=True))
        return width + (_COUNT_GAP + text_width(count, theme().face("header", bold=True)) if count else 0)

    def _gap(self) -> float:
        """Returns the gap between the views: smaller in a narrow window."""
        words = sum(self._width_of(at) for at in range(len(self._views)))
        spare = (self.width() - 2 - (2 * _PILL if self._pills else 0) - words) / max(1, len(self._views) - 1)
        return min(max(spare, _LEAST_GAP), _GAP)

    def boxes(self) -> list[QRectF]:
        boxes: list[QRectF] = []
        offset, gap = float(_PILL if self._pills else 0), self._gap()
        for at in range(len(self._views)):
            width = self._width_of(at)
            left = self.width() - offset - width if right_to_left() else offset
            boxes.append(QRectF(left, 0, width, self.height()))
            offset += width + gap
        return boxes

    @guarded(QSize())
    def sizeHint(self) -> QSize:
        return QSize(self._whole(_GAP), self.height())

    @guarded(QSize())
    def minimumSizeHint(self) -> QSize:
        return QSize(self._whole(_LEAST_GAP), self.height())

    def _whole(self, gap: int) -> int:
        return round(sum(self._width_of(at) + gap for at in range(len(self._views)))) - gap + 2

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        for at, box in enumerate(self.boxes()):
            self._draw_view(painter, at, box)

    def _draw_view(self, painter: QPainter, at: int, box: QRectF) -> None:
        now, (code, word) = theme(), self._views[at]
        active = at == self._at
        if active and self._pills:
            fill_rounded(painter, box.adjusted(-_PILL, 7, _PILL, -7), now.accsoft, RADIUS)
        ink = now.text if active or at == self._hovered else now.text2
        drawn = text_width(word, font("interface", bold=active))
        leading = box.right() - drawn if right_to_left() else box.left()
        draw_text(
            painter,
            QRectF(leading, box.top(), drawn + 1, box.height()),
            word,
            font("interface", bold=active),
            ink,
        )
        count = self.counts.get(code)
        if count:
            counted = font("header", bold=active or code in self._alarming)
            width = text_width(count, counted) + 1
            offset = drawn + _COUNT_GAP
            left = box.right() - offset - width if right_to_left() else box.left() + offset
            colour = now.danger if code in self._alarming and count not in ("0", "۰") else ink
            draw_text(painter, QRectF(left, box.top(), width, box.height()), count, counted, colour)
        if active:
            if not self._pills:
                painter.fillRect(QRectF(box.left(), box.bottom() - 2, box.width(), 2), now.accent)
            if self.hasFocus():
                painter.setPen(now.accent)
                painter.drawRoundedRect(box.adjusted(-6, 8, 6, -8), 4, 4)

    @guarded(None)
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        found = self._at_position(event)
        if found != self._hovered:
            self._hovered = found
            self.setCursor(Qt.CursorShape.PointingHandCursor if found >= 0 else Qt.CursorShape.ArrowCursor)
            self.update()

    @guarded(None)
    def leaveEvent(self, event: object) -> None:
        del event
        self._hovered = -1
        self.update()

    @guarded(None)
    def mousePressEvent(self, event: QMouseEvent) -> None:
        found = self._at_position(event)
        if found >= 0:
            self._move_to(found)

    @guarded(None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        forward = Qt.Key.Key_Left if right_to_left() else Qt.Key.Key_Right
        if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self._move_to(self._at + (1 if event.key() == forward else -1))
        else:
            super().keyPressEvent(event)

    def _at_position(self, event: QMouseEvent) -> int:
        reach = _GAP / 2
        boxes = self.boxes()
        return next(
            (
                i
                for i, box in enumerate(boxes)
                if box.adjusted(-reach, 0, reach, 0).contains(event.position())
            ),
            -1,
        )
