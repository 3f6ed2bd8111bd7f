"""The two panes of a settings section: a list at the leading side, the form of its selected item beside it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ui.guard import guarded
from ui.theme import theme
from ui.widgets.painting import Mirror, set_margins
from ui.widgets.plain import PlainLabel

FORM_WIDTH = 408


class FormPane(QScrollArea):
    """A scrollable side pane of labelled fields."""

    def __init__(self, *, width: int | None = FORM_WIDTH, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._body = _Ground(line=width is not None)
        self.column = QVBoxLayout(self._body)
        set_margins(self.column, 24, 20, 24, 20)
        self.column.setSpacing(4)
        self.setWidget(self._body)
        if width is not None:
            self.setFixedWidth(width)

    def heading(self, text: str) -> PlainLabel:
        """Adds a heading over the fields that follow."""
        label = PlainLabel(text, "heading", wrap=True)
        self.column.addWidget(label)
        self.column.addSpacing(8)
        return label

    def labelled(self, words: str, field: QWidget, hint: str = "") -> None:
        """Adds a field with a label above and a hint below."""
        label = PlainLabel(words, "secondary", "text2")
        label.setBuddy(field)
        self.column.addWidget(label)
        self.column.addWidget(field)
        if hint:
            self.column.addWidget(PlainLabel(hint, "header", "text2", wrap=True))
        self.column.addSpacing(10)

    def buttons(self, *buttons: QWidget) -> None:
        """Adds a row of buttons at the leading edge, and ends the form."""
        row = QHBoxLayout()
        set_margins(row, 0, 12, 0, 0)
        row.setSpacing(0)
        for button in buttons:
            row.addWidget(button)
        row.addStretch()
        self.column.addLayout(row)
        self.column.addStretch()


class _Ground(QWidget):
    """The pane's background, with a hairline towards the list."""

    def __init__(self, *, line: bool) -> None:
        super().__init__()
        self._line = line

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter, box = QPainter(self), QRectF(self.rect())
        painter.fillRect(box, theme().pane if self._line else theme().base)
        if self._line:
            painter.fillRect(Mirror.of(box).at(0, 1), theme().line)


def side_by_side(owner: QWidget, leading: QWidget, trailing: QWidget) -> None:
    """Lays out the list beside the form."""
    row = QHBoxLayout(owner)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(0)
    row.addWidget(leading, 1)
    row.addWidget(trailing)
