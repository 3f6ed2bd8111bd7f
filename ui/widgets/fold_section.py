"""A section that folds to one line: its title, what is in it in a few words, and a caret."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop_app.wording import translate
from ui.guard import guarded
from ui.icons import paint_icon
from ui.theme import font, theme
from ui.theme_tokens import RADIUS
from ui.widgets.button import RingedButton
from ui.widgets.painting import Mirror, draw_text, fill_rounded, text_width

#: Height of the folded section in pixels.
HEIGHT: Final = 32
_CARET: Final = 12


class FoldSection(QWidget):
    """`toggled` carries whether the section is open now; only a person's own choice is told."""

    toggled = Signal(bool)

    def __init__(self, title: str, content: QWidget, *, opened: bool = True) -> None:
        super().__init__()
        self.content = content
        self.button = _Head(title)
        self.button.clicked.connect(lambda _checked=False: self._on_clicked())
        head = QHBoxLayout()
        head.setContentsMargins(0, 0, 0, 0)
        head.setSpacing(8)
        head.addWidget(self.button, 1)
        self._head = head
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(content)
        self.open(opened)

    def add_beside(self, widget: QWidget) -> None:
        """Adds a link at the end of the line."""
        self._head.addWidget(widget)

    def show_words(self, count: str, summary: str) -> None:
        """Shows what the section contains; the summary is shown while it is folded."""
        self.button.show_words(count, summary)

    @property
    def is_open(self) -> bool:
        return self.button.is_open

    def open(self, opened: bool) -> None:
        """Opens the section, or folds it."""
        self.button.show_open(opened)
        self.content.setVisible(opened)

    def _on_clicked(self) -> None:
        self.open(not self.is_open)
        self.toggled.emit(self.is_open)


class _Head(RingedButton):
    def __init__(self, title: str) -> None:
        super().__init__(title)
        self.is_open = True
        self._count = self._summary = ""
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_words(self, count: str, summary: str) -> None:
        self._count, self._summary = count, summary
        self._tell()

    def show_open(self, opened: bool) -> None:
        self.is_open = opened
        self._tell()

    def _tell(self) -> None:
        state = translate("Sections", "open") if self.is_open else translate("Sections", "folded")
        parts = [self.text(), self._count, "" if self.is_open else self._summary, state]
        self.setAccessibleName("، ".join(part for part in parts if part))
        self.update()

    @guarded(QSize())
    def sizeHint(self) -> QSize:
        return QSize(120, HEIGHT)

    @guarded(QSize())
    def minimumSizeHint(self) -> QSize:
        return QSize(60, HEIGHT)

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter, now, box = QPainter(self), theme(), QRectF(self.rect())
        if self.underMouse():
            fill_rounded(painter, box, now.hover, RADIUS)
        mirror = Mirror.of(box)
        caret = "ph.caret-down" if self.is_open else "ph.caret-right"
        paint_icon(painter, mirror.at(2, _CARET, top=(HEIGHT - _CARET) / 2, height=_CARET), caret, now.text2)
        start = _CARET + 10.0
        bold = font("secondary", bold=True)
        start += draw_text(painter, mirror.at(start, box.width() - start), self.text(), bold, now.text)
        if self._count:
            start += 8
            start += draw_text(
                painter, mirror.at(start, box.width() - start), self._count, font("header"), now.text2
            )
        if self._summary and not self.is_open:
            room = max(0.0, box.width() - start - 16)
            width = min(room, text_width(self._summary, font("header")) + 1)
            place = mirror.at(box.width() - width - 2, width)
            draw_text(painter, place, self._summary, font("header"), now.text2)
        if self.ringed:
            fill_rounded(painter, box, None, RADIUS, now.accent, 2)
