"""A panel beside the texts: a title, a button that closes it, and the content below."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.wording import translate
from ui.actions import make_action
from ui.guard import guarded
from ui.theme import theme
from ui.widgets.button import IconButton
from ui.widgets.painting import set_margins
from ui.widgets.plain import PlainLabel

PANEL_WIDTH: int = 320


class SidePanel(QWidget):
    """Emits `closed` on its button and on Escape. Content is added to `column`."""

    closed = Signal()

    def __init__(self, title: str, close: str) -> None:
        """Creates the panel; `close` names its button."""
        super().__init__()
        self.setFixedWidth(PANEL_WIDTH)
        self.title = PlainLabel(title, "secondary", bold=True)
        button = IconButton("ph.x", close, icon_side=14)
        button.clicked.connect(self.closed)
        head = QHBoxLayout()
        set_margins(head, 16, 4, 8, 4)
        head.addWidget(self.title, 1)
        head.addWidget(button)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(0)
        self.column.addLayout(head)
        make_action(self, translate("Comparison", "Put away"), self.closed.emit, key="Esc", in_palette=False)

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        paint_ground(self)


def paint_ground(panel: QWidget) -> None:
    """Paints the ground of a panel beside the texts, and the line between them."""
    painter = QPainter(panel)
    painter.fillRect(panel.rect(), theme().pane)
    edge = panel.width() - 1 if panel.layoutDirection() == Qt.LayoutDirection.RightToLeft else 0
    painter.fillRect(QRectF(edge, 0, 1, panel.height()), theme().line)
