"""The four steps of the first start: a panel beside the page, or a strip above it in a narrow window."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from desktop_app.wording import digits, fill, translate
from ui.guard import guarded
from ui.icons import paint_icon
from ui.theme import font, theme
from ui.widgets.girih import draw_field
from ui.widgets.painting import Mirror, draw_dot, draw_text, text_width

STRIP: Final = 48
_FOOT: Final = 336
_CIRCLE: Final = 28
_STEP: Final = 56


@dataclass(frozen=True)
class StepWords:
    """The name of a step, and what was chosen or comes there."""

    name: str
    words: str


class _Steps(QWidget):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._steps: tuple[StepWords, ...] = ()
        self._at = 0

    def show_steps(self, steps: tuple[StepWords, ...], at: int) -> None:
        """Shows the steps, of which `at` is the current one, from 0."""
        self._steps, self._at = steps, at
        self.setAccessibleName(f"{self._counted()}: {steps[at].name}")
        self.update()

    def _counted(self) -> str:
        words = translate("FirstStart", "First start, page {n} of {all}")
        return fill(words, n=digits(self._at + 1), all=digits(len(self._steps)))

    def _draw_circle(self, painter: QPainter, circle: QRectF, place: int) -> None:
        now = theme()
        current = place == self._at
        if current:
            draw_dot(painter, circle.center(), now.onbrand, circle.width())
        else:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(now.onbrand if place < self._at else now.onbrand2, 1))
            painter.drawEllipse(circle.adjusted(0.5, 0.5, -0.5, -0.5))
        if place < self._at:
            paint_icon(painter, circle.adjusted(6, 6, -6, -6), "ph.check", now.onbrand)
            return
        ink = now.brand if current else now.onbrand2
        which = font("secondary", bold=current)
        draw_text(painter, circle, digits(place + 1), which, ink, Qt.AlignmentFlag.AlignHCenter)


class StepsPanel(_Steps):
    """The panel with the pattern; its steps stand at the foot."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMinimumWidth(320)

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter, now, box = QPainter(self), theme(), QRectF(self.rect())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(box, now.brand)
        field = box.adjusted(0, 0, 0, -_FOOT)
        draw_field(painter, field, now.brandline)
        painter.fillRect(QRectF(box.left(), field.bottom(), box.width(), 1), now.brandline)
        mirror = Mirror.of(box)
        wide, top = box.width() - 96, field.bottom() + 32
        draw_text(
            painter, mirror.at(48, wide, top=top, height=22), self._counted(), font("secondary"), now.onbrand2
        )
        for place, step in enumerate(self._steps):
            line = top + 36 + place * _STEP
            self._draw_circle(painter, mirror.at(48, _CIRCLE, top=line + 6, height=_CIRCLE), place)
            ink = now.onbrand2 if place > self._at else now.onbrand
            name = mirror.at(92, wide - 44, top=line, height=22)
            draw_text(painter, name, step.name, font("interface", bold=True), ink)
            words = mirror.at(92, wide - 44, top=line + 22, height=20)
            draw_text(painter, words, step.words, font("secondary"), now.onbrand2)


class StepsStrip(_Steps):
    """A strip with the four numbers, and the names where there is room."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(STRIP)

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter, now, box = QPainter(self), theme(), QRectF(self.rect())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(box, now.brand)
        mirror = Mirror.of(box)
        widths = [
            _CIRCLE + 10 + text_width(step.name, font("interface", bold=place == self._at))
            for place, step in enumerate(self._steps)
        ]
        gap = (box.width() - 96 - sum(widths)) / max(1, len(widths) - 1)
        named = gap >= 16
        if not named:
            widths = [float(_CIRCLE)] * len(self._steps)
            gap = 24.0
        offset = 48.0
        for place, (step, width) in enumerate(zip(self._steps, widths, strict=True)):
            top = box.top() + (STRIP - _CIRCLE) / 2
            self._draw_circle(painter, mirror.at(offset, _CIRCLE, top=top, height=_CIRCLE), place)
            if named:
                ink = now.onbrand if place <= self._at else now.onbrand2
                words = mirror.at(offset + _CIRCLE + 10, width - _CIRCLE - 8, top=box.top(), height=STRIP)
                draw_text(painter, words, step.name, font("interface", bold=place == self._at), ink)
            offset += width + gap
