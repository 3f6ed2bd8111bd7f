"""Marks annotated phrases: by ground and underline of their kind, readable where phrases overlap."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from desktop_app.comparison.result import Range
from ui.theme import theme
from ui.theme_tokens import RADIUS_MARK
from ui.widgets.comparison_view.layouts import ProvisionLayout
from ui.widgets.comparison_view.thread_kinds import PhraseLine, look_of

#: Distance of the first underline from the bottom of its line of text, and the step to the next one below it.
_FOOT: Final = 5.0
_STEP: Final = 4.0
_MOST_LEVELS: Final = 2
_INSET: Final = 2.0


@dataclass(frozen=True, slots=True)
class PhraseMark:
    """An annotated phrase, `[start, end)` in code points of its side, with the kind of its thread."""

    start: int
    end: int
    kind: str
    active: bool = False
    near: bool = False


def levels(phrases: Sequence[Range]) -> list[int]:
    """Returns the level of the underline of each phrase: an inner phrase has its line above that of an outer one."""
    order = sorted(range(len(phrases)), key=lambda at: (phrases[at][1] - phrases[at][0], at))
    found = [0] * len(phrases)
    done: list[int] = []
    for at in order:
        start, end = phrases[at]
        inner = [found[other] for other in done if phrases[other][0] < end and phrases[other][1] > start]
        found[at] = min(max(inner) + 1, _MOST_LEVELS) if inner else 0
        done.append(at)
    return found


def draw_phrase_grounds(
    painter: QPainter, block: ProvisionLayout, at: QPointF, marks: Sequence[PhraseMark]
) -> None:
    """Draws the grounds of phrases, inner ones on top. The active one has a frame, one under the mouse a thin one."""
    if not marks:
        return
    now = theme()
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for mark in sorted(marks, key=lambda mark: mark.start - mark.end):
        look = look_of(mark.kind)
        painter.setBrush(now.colour(look.ground))
        frame = QPen(now.colour(look.ink), 1.5 if mark.active else 0.8)
        painter.setPen(frame if mark.active or mark.near else QPen(Qt.PenStyle.NoPen))
        for box in block.rectangles(mark.start, mark.end):
            grown = box.translated(at).adjusted(-1, _INSET, 1, -_INSET)
            painter.drawRoundedRect(grown, RADIUS_MARK, RADIUS_MARK)
    painter.restore()


def draw_phrase_lines(
    painter: QPainter, block: ProvisionLayout, at: QPointF, marks: Sequence[PhraseMark]
) -> None:
    """Draws the underlines of phrases, below the letters."""
    if not marks:
        return
    now = theme()
    painter.save()
    for mark, level in zip(marks, levels([(mark.start, mark.end) for mark in marks]), strict=True):
        look = look_of(mark.kind)
        for box in block.rectangles(mark.start, mark.end):
            stood = box.translated(at)
            y = round(stood.bottom() - _FOOT + level * _STEP)
            draw_under(painter, QRectF(stood.left(), y, stood.width(), 2), look.under, now.colour(look.line))
    painter.restore()


def draw_under(painter: QPainter, line: QRectF, style: PhraseLine, colour: QColor) -> None:
    """Draws the line of a kind of thread, two pixels high."""
    if style is PhraseLine.SOLID:
        painter.fillRect(line, colour)
    elif style is PhraseLine.DOUBLE:
        for top in (line.top() - 1, line.top() + 2):
            painter.fillRect(QRectF(line.left(), top, line.width(), 1), colour)
    else:
        filled, step = (2, 4) if style is PhraseLine.DOTTED else (6, 9)
        pen = QPen(colour, 2, Qt.PenStyle.CustomDashLine, Qt.PenCapStyle.FlatCap)
        # A pattern is in units of the width of the pen.
        pen.setDashPattern([filled / 2, (step - filled) / 2])
        painter.setPen(pen)
        y = line.top() + 1
        painter.drawLine(QPointF(line.right(), y), QPointF(line.left(), y))
