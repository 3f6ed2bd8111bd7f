"""A vertical list of sections under group captions, with counts: for more sections than tabs have room for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QWidget

from desktop_app.wording import digits
from ui.guard import guarded
from ui.theme import font, theme
from ui.theme_tokens import RADIUS
from ui.widgets.painting import Mirror, draw_text, fill_rounded, text_width

_ROW: Final = 32
_CAPTION: Final = 30
_WIDTH: Final = 196
_INSET: Final = 8
_PADDING: Final = 10
_BAR: Final = 3


@dataclass(frozen=True, slots=True)
class SectionGroup:
    """Sections as (code, word) under one caption."""

    caption: str
    sections: tuple[tuple[str, str], ...]


class SectionList(QScrollArea):
    """Emits `changed` (the code) when another section is chosen; arrow keys move, and it scrolls if needed."""

    changed = Signal(str)

    def __init__(self, groups: Sequence[SectionGroup], name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = _Rows(groups)
        self._rows.setAccessibleName(name)
        self._rows.moved.connect(self._on_moved)
        self.setWidget(self._rows)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFixedWidth(_WIDTH)
        self.setFocusProxy(self._rows)

    def value(self) -> str:
        """Returns the code of the chosen section."""
        return self._rows.value()

    def choose(self, code: str) -> None:
        """Chooses a section; emits `changed` if it differs. Raises ValueError for an unknown code."""
        self._rows.choose(code)

    def codes(self) -> list[str]:
        """Returns the codes of all sections, in their order."""
        return [code for code, _ in self._rows.sections]

    def show_count(self, code: str, count: int | str | None) -> None:
        """Shows the number beside a section; None for none."""
        self._rows.show_count(code, count)

    def _on_moved(self) -> None:
        box = self._rows.box_of(self._rows.value())
        self.ensureVisible(0, round(box.center().y()), 0, _ROW)
        self.changed.emit(self.value())


class _Rows(QWidget):
    moved = Signal()

    def __init__(self, groups: Sequence[SectionGroup]) -> None:
        super().__init__()
        groups = [group for group in groups if group.sections]
        self._captions: list[tuple[str, float]] = []
        self.sections: list[tuple[str, str]] = []
        self._tops: list[float] = []
        self._counts: dict[str, str] = {}
        self._at, self._hovered = 0, -1
        top = float(_INSET)
        for group in groups:
            if len(groups) > 1:
                self._captions.append((group.caption, top))
                top += _CAPTION
            for section in group.sections:
                self.sections.append(section)
                self._tops.append(top)
                top += _ROW
        self.setMinimumHeight(round(top) + _INSET)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

    def value(self) -> str:
        return self.sections[self._at][0]

    def choose(self, code: str) -> None:
        self._move_to([known for known, _ in self.sections].index(code))

    def show_count(self, code: str, count: int | str | None) -> None:
        if count is None:
            self._counts.pop(code, None)
        else:
            self._counts[code] = digits(count)
        self.update()

    def box_of(self, code: str) -> QRectF:
        return self._box([known for known, _ in self.sections].index(code))

    def _box(self, at: int) -> QRectF:
        return QRectF(_INSET, self._tops[at], self.width() - 2 * _INSET, _ROW)

    def _move_to(self, at: int) -> None:
        at = min(max(at, 0), len(self.sections) - 1)
        if at != self._at:
            self._at = at
            self.update()
            self.moved.emit()

    @guarded(QSize())
    def sizeHint(self) -> QSize:
        return QSize(_WIDTH, self.minimumHeight())

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter, now = QPainter(self), theme()
        painter.fillRect(self.rect(), now.pane)
        whole = Mirror.of(QRectF(self.rect()))
        painter.fillRect(whole.at(self.width() - 1, 1), now.line)
        for caption, top in self._captions:
            box = Mirror.of(QRectF(_INSET, top, self.width() - 2 * _INSET, _CAPTION))
            words = box.at(_PADDING, self.width() - 2 * _INSET - 2 * _PADDING)
            draw_text(painter, words.adjusted(0, 6, 0, 0), caption, font("header"), now.text2)
        for at in range(len(self.sections)):
            self._draw(painter, at)

    def _draw(self, painter: QPainter, at: int) -> None:
        now, (code, word), box = theme(), self.sections[at], self._box(at)
        chosen = at == self._at
        mirror = Mirror.of(box)
        if chosen or at == self._hovered:
            fill_rounded(painter, box, now.sel if chosen else now.press, RADIUS)
        if chosen:
            fill_rounded(painter, mirror.at(0, _BAR).adjusted(0, 9, 0, -9), now.accent, 1.5)
            if self.hasFocus():
                fill_rounded(painter, box, None, RADIUS, now.accent, 2)
        ink = now.acctext if chosen else now.text
        count = self._counts.get(code)
        counted = font("header", bold=chosen)
        room = box.width() - 2 * _PADDING
        taken = text_width(count, counted) + 1 if count else 0
        if count:
            draw_text(
                painter,
                mirror.at(_PADDING + room - taken, taken),
                count,
                counted,
                now.acctext if chosen else now.text2,
            )
        left = room - (taken + _PADDING if count else 0)
        draw_text(painter, mirror.at(_PADDING, left), word, font("interface", bold=chosen), ink)

    @guarded(None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        ends = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: len(self.sections) - 1}
        key = Qt.Key(event.key())
        if key in steps:
            self._move_to(self._at + steps[key])
        elif key in ends:
            self._move_to(ends[key])
        else:
            super().keyPressEvent(event)

    @guarded(None)
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    @guarded(None)
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

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

    def _at_position(self, event: QMouseEvent) -> int:
        return next((at for at in range(len(self.sections)) if self._box(at).contains(event.position())), -1)
