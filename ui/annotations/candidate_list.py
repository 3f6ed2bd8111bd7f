"""The list of possible places of an annotation, each with its context, from which a person chooses."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFont,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QTextCharFormat,
    QTextLayout,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_app.comparison.labelling import provision_title
from desktop_app.comparison.result import Comparison
from desktop_app.wording import digits, fill, translate
from ui.guard import guarded
from ui.lines import utf16_units
from ui.theme import font, theme
from ui.theme_tokens import RADIUS
from ui.widgets.painting import Mirror, draw_key_cap, draw_text, fill_rounded, right_to_left, text_width
from ui.widgets.plain import text_option

_CONTEXT: Final = 60
_PADDING: Final = 8
_HEAD: Final = 24
_GAP: Final = 4


@dataclass(frozen=True, slots=True)
class PlaceCandidate:
    """A place in the newer text: code points `[start, end)`, and the title of its provision.

    `words` is its text with context, in which `[first, last)` is the place itself.
    """

    start: int
    end: int
    label: str
    words: str
    first: int
    last: int


def candidates_of(comparison: Comparison, places: Sequence[tuple[int, int]]) -> tuple[PlaceCandidate, ...]:
    """Returns the places with the context that distinguishes them."""
    text = comparison.new.text
    made: list[PlaceCandidate] = []
    for start, end in places:
        entry = next((e.new for e in comparison.entries if e.new and e.new.start <= start < e.new.end), None)
        floor, ceiling = (entry.start, entry.end) if entry is not None else (0, len(text))
        first, last = max(floor, start - _CONTEXT), min(max(ceiling, end), end + _CONTEXT)
        while first > floor and not text[first - 1].isspace():
            first -= 1
        while last < ceiling and not text[last].isspace():
            last += 1
        lead, trail = ("… " if first > floor else ""), (" …" if last < ceiling else "")
        words = lead + text[first:last].replace("\n", " ") + trail
        shift = len(lead) - first
        label = provision_title(entry) if entry is not None else ""
        made.append(PlaceCandidate(start, end, label, words, start + shift, end + shift))
    return tuple(made)


class CandidateList(QWidget):
    """Up and down select a place and show it in the text; Enter or a digit chooses it."""

    shown = Signal(int, int)
    chosen = Signal(int, int)

    def __init__(self, candidates: Sequence[PlaceCandidate], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._candidates = tuple(candidates)
        self._at = -1
        self._hovered = -1
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._tell()

    @property
    def current(self) -> PlaceCandidate | None:
        """The place with the keyboard focus."""
        return self._candidates[self._at] if 0 <= self._at < len(self._candidates) else None

    def box(self, number: int) -> QRectF:
        """Returns the box of a place in the list, counted from 0."""
        top = 0.0
        for at in range(number):
            top += self._height(at, self.width()) + _GAP
        return QRectF(0, top, self.width(), self._height(number, self.width()))

    @guarded(QSize())
    def sizeHint(self) -> QSize:
        return QSize(200, self.heightForWidth(max(self.width(), 200)))

    @guarded(0)
    def heightForWidth(self, width: int) -> int:
        return round(sum(self._height(at, width) + _GAP for at in range(len(self._candidates))))

    @guarded(None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, text = event.key(), event.text()
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            by = 1 if key == Qt.Key.Key_Down else -1
            self._stand(min(max(self._at + by, 0), len(self._candidates) - 1))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.current is not None:
            self._choose(self._at)
        elif text.isdigit() and 0 < int(text) <= len(self._candidates):
            self._choose(int(text) - 1)
        else:
            super().keyPressEvent(event)

    @guarded(None)
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self._at < 0 and event.reason() != Qt.FocusReason.MouseFocusReason:
            self._stand(0)
        self.update()

    @guarded(None)
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hovered = self._number_at(event.position())
        self.setCursor(
            Qt.CursorShape.PointingHandCursor if self._hovered >= 0 else Qt.CursorShape.ArrowCursor
        )
        self.update()

    @guarded(None)
    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hovered = -1
        self.update()

    @guarded(None)
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """The first click shows a place in the text; a click on the button of the selected place chooses it."""
        number = self._number_at(event.position())
        if number < 0:
            return
        if number == self._at and self._button(number).contains(event.position()):
            self._choose(number)
        else:
            self._stand(number)

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        for number in range(len(self._candidates)):
            self._paint(painter, number)

    def _paint(self, painter: QPainter, number: int) -> None:
        now, box, candidate = theme(), self.box(number), self._candidates[number]
        current = number == self._at
        ground = now.accsoft if current else now.hover if number == self._hovered else now.base
        border = now.accent if current else now.line2
        fill_rounded(painter, box, ground, RADIUS, border, 2 if current and self.hasFocus() else 1)
        mirror = Mirror.of(box)
        cap = digits(number + 1)
        draw_key_cap(
            painter, mirror.at(_PADDING, 20, top=box.top() + 6, height=18), cap, now.text2, now.line2
        )
        strong = font("secondary", bold=True)
        label = candidate.label or translate("Comparison", "Unnumbered")
        draw_text(
            painter, mirror.at(_PADDING + 28, 140, top=box.top(), height=_HEAD + 6), label, strong, now.text
        )
        if current:
            words = translate("Comparison", "It belongs here")
            draw_text(painter, self._button(number), words, font("secondary", bold=True), now.acctext)
        layout, _height = self._layout(number, self.width())
        painter.setPen(now.text2)
        layout.draw(painter, QPointF(_PADDING, box.top() + _HEAD + 4))

    def _button(self, number: int) -> QRectF:
        box = self.box(number)
        width = text_width(translate("Comparison", "It belongs here"), font("secondary", bold=True)) + 4
        return Mirror.of(box).at(box.width() - width - _PADDING, width, top=box.top(), height=_HEAD + 6)

    def _layout(self, number: int, width: int) -> tuple[QTextLayout, float]:
        """Lays out the text of a place as plain text, with the place itself highlighted."""
        candidate = self._candidates[number]
        which: QFont = font("secondary")
        layout = QTextLayout(candidate.words, which)
        layout.setTextOption(text_option(rtl=right_to_left()))
        mark = QTextCharFormat()
        mark.setBackground(theme().note)
        mark.setForeground(theme().text)
        span = QTextLayout.FormatRange()
        # QTextLayout counts UTF-16 code units.
        span.start = utf16_units(candidate.words[: candidate.first])
        span.length = utf16_units(candidate.words[candidate.first : candidate.last])
        span.format = mark
        layout.setFormats([span])
        height = 0.0
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(width - 2 * _PADDING, 40))
            line.setPosition(QPointF(0, height))
            height += line.height()
        layout.endLayout()
        return layout, height

    def _height(self, number: int, width: int) -> float:
        return self._layout(number, width)[1] + _HEAD + _PADDING + 6

    def _number_at(self, at: QPointF) -> int:
        return next((n for n in range(len(self._candidates)) if self.box(n).contains(at)), -1)

    def _stand(self, number: int) -> None:
        self._at = number
        candidate = self._candidates[number]
        self._tell()
        self.update()
        self.shown.emit(candidate.start, candidate.end)

    def _choose(self, number: int) -> None:
        candidate = self._candidates[number]
        self.chosen.emit(candidate.start, candidate.end)

    def _tell(self) -> None:
        self.setAccessibleName(translate("Comparison", "Places among which to choose"))
        if self.current is not None:
            said = fill(
                translate("Comparison", "Place {n} of {total}"), n=self._at + 1, total=len(self._candidates)
            )
            self.setAccessibleDescription(f"{said}: {self.current.label} {self.current.words}")
