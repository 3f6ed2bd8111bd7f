"""The bar over every screen that offers a new person the five-minute tour."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop_app.wording import translate
from ui.guard import guarded
from ui.icons import paint_icon
from ui.theme import theme
from ui.widgets.button import Button
from ui.widgets.painting import Mirror, hairline, set_margins
from ui.widgets.plain import PlainLabel


class TourBar(QWidget):
    """Hidden until `offer`. `started` and `refused` are the answers; later is none: it is offered again."""

    started = Signal()
    refused = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = PlainLabel(wrap=True, parent=self)
        self.start_button = Button(translate("Guide", "Start the tour"), size="small")
        self.later_button = Button(translate("Guide", "Later"), "ghost", size="small")
        self.never_button = Button(translate("Guide", "Never"), "ghost", size="small")
        row = QHBoxLayout(self)
        set_margins(row, 44, 4, 8, 4)
        row.setSpacing(4)
        row.addWidget(self.words, 1)
        for button, answer in (
            (self.start_button, self.started), (self.later_button, None), (self.never_button, self.refused),
        ):  # fmt: skip
            row.addWidget(button)
            button.clicked.connect(self.hide)
            if answer is not None:
                button.clicked.connect(lambda _checked=False, answer=answer: answer.emit())
        self.hide()

    def offer(self) -> None:
        """Shows the bar; the focus stays where it is."""
        words = translate(
            "Guide", "New here? A tour of five minutes shows your work, on sample data that nobody keeps."
        )
        self.words.setText(words)
        self.setAccessibleName(words)
        self.show()

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter, box = QPainter(self), QRectF(self.rect())
        painter.fillRect(box, theme().infobg)
        hairline(painter, box)
        paint_icon(painter, Mirror.of(box).at(16, 18), "ph.compass", theme().info)
