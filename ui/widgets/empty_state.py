"""The placeholder of an empty page: three stars, a sentence, what would be here, and first steps."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui.guard import guarded
from ui.icons import paint_icon
from ui.theme import theme
from ui.widgets.button import Button
from ui.widgets.girih import draw_star
from ui.widgets.painting import Mirror, hairline, set_margins
from ui.widgets.plain import PlainLabel

_STEP_WIDTH = 616
_MARGIN = 24
_STARS = QSize(196, 66)


@dataclass(frozen=True)
class FirstStep:
    """A suggested action: icon, title, explanation, and the button that starts it."""

    icon: str
    title: str
    text: str
    button: str
    on_click: Callable[[], object]
    key: str | None = None


class EmptyState(QWidget):
    """Takes the place of an empty list. `icon` is drawn in the middle star: a tick if all work is done."""

    def __init__(
        self,
        title: str,
        text: str = "",
        *,
        icon: str = "ph.check",
        steps: Sequence[FirstStep] = (),
        tone: str = "accent",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        column.setSpacing(0)
        column.addStretch(2)
        self._stars = _Stars(icon, tone)
        column.addWidget(self._stars, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(20)
        self.title = PlainLabel(title, "title", wrap=True)
        self._text = PlainLabel(text, "interface", "text2", wrap=True)
        for label in (self.title, self._text):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column.addWidget(label)
            column.addSpacing(2)
        self._steps = _Steps(steps) if steps else None
        if self._steps is not None:
            column.addSpacing(30)
            column.addWidget(self._steps, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)

    @guarded(QSize())
    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), 0)

    @guarded(None)
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    def _fold(self) -> None:
        """Hides the stars where the words need their room."""
        width = self.width() - 2 * _MARGIN
        words = sum(label.heightForWidth(width) for label in (self.title, self._text))
        steps = self._steps.sizeHint().height() if self._steps is not None else 0
        self._stars.setVisible(self.height() >= words + steps + _STARS.height() + 4 * _MARGIN)

    def show_words(self, title: str, text: str) -> None:
        """Replaces title and text."""
        self.title.setText(title)
        self._text.setText(text)
        self._fold()


class _Stars(QWidget):
    def __init__(self, icon: str, tone: str) -> None:
        super().__init__()
        self._icon, self._tone = icon, tone
        self.setFixedSize(_STARS)

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter, now = QPainter(self), theme()
        middle = QPointF(98, 33)
        for side in (-1, 1):
            centre = middle + QPointF(side * 64, 0)
            draw_star(painter, centre, 32, None, now.line2)
            draw_star(painter, centre, 18, None, now.line2)
        ground = now.accsoft if self._tone == "accent" else now.colour(f"{self._tone}bg")
        draw_star(painter, middle, 32, ground, now.colour(self._tone))
        paint_icon(
            painter, QRectF(middle.x() - 16, middle.y() - 16, 32, 32), self._icon, now.colour(self._tone)
        )


class _Steps(QWidget):
    def __init__(self, steps: Sequence[FirstStep]) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for number, step in enumerate(steps):
            column.addWidget(_Step(step, first=number == 0))


class _Step(QWidget):
    def __init__(self, step: FirstStep, *, first: bool) -> None:
        super().__init__()
        self._icon, self._first = step.icon, first
        self.setFixedSize(QSize(_STEP_WIDTH, 56))
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(PlainLabel(step.title, "interface", bold=True))
        words.addWidget(PlainLabel(step.text, "secondary", "text2", elide=True))
        button = Button(step.button, key=step.key, size="small")
        button.clicked.connect(lambda _checked=False: step.on_click())
        row = QHBoxLayout(self)
        set_margins(row, 44, 4, 4, 4)
        row.addLayout(words, 1)
        row.addWidget(button)

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter, now, box = QPainter(self), theme(), QRectF(self.rect())
        if self.underMouse():
            painter.fillRect(box, now.hover)
        hairline(painter, box)
        if self._first:
            hairline(painter, box, top=True)
        paint_icon(painter, Mirror.of(box).at(8, 22), self._icon, now.accent)
