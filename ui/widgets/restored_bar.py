"""The bar over every screen after a start, which lists restored unfinished texts."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from desktop_app.unfinished import RecoveredDraft
from desktop_app.wording import fill, translate
from ui.guard import guarded
from ui.icons import paint_icon
from ui.theme import theme
from ui.widgets.button import Button, IconButton
from ui.widgets.kept_line import left_words, when
from ui.widgets.painting import Mirror, hairline, set_margins
from ui.widgets.plain import PlainLabel


class RestoredBar(QWidget):
    """The bar. `opened` carries the `RecoveredDraft` to show; `thrown_away`: the person discards them all."""

    opened = Signal(object)
    thrown_away = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._texts: tuple[tuple[RecoveredDraft, str], ...] = ()
        self.words = PlainLabel(wrap=True, parent=self)
        self.show_button = Button(translate("Unfinished", "Show it"), size="small")
        self.show_button.clicked.connect(lambda _checked=False: self._open())
        self.away_button = Button(translate("Unfinished", "Throw away"), "ghost", size="small")
        self.away_button.clicked.connect(lambda _checked=False: self.thrown_away.emit())
        self.close_button = IconButton("ph.x", translate("Unfinished", "Not now"), icon_side=14)
        self.close_button.clicked.connect(self.hide)
        row = QHBoxLayout(self)
        set_margins(row, 44, 4, 8, 4)
        row.setSpacing(4)
        row.addWidget(self.words, 1)
        for button in (self.show_button, self.away_button, self.close_button):
            row.addWidget(button)
        self.hide()

    def show_texts(self, texts: Sequence[tuple[RecoveredDraft, str]]) -> None:
        """Shows the texts, newest first, each with its description; hides if there are none."""
        self._texts = tuple(texts)
        if not texts:
            self.hide()
            return
        newest, what = texts[0]
        if len(texts) == 1:
            words = f"{left_words(newest.at)} {what}"
        else:
            many = translate(
                "Unfinished", "{n} unfinished texts of yours were brought back, the newest of {time}."
            )
            words = fill(many, n=len(texts), time=when(newest.at))
        self.words.setText(words)
        self.setAccessibleName(words)
        self.show()

    def menu(self) -> QMenu:
        """Returns the menu that chooses among several texts."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for kept, what in self._texts:
            action = menu.addAction(f"{what} · {when(kept.at)}")
            action.triggered.connect(lambda _checked=False, kept=kept: self.opened.emit(kept))
        return menu

    def _open(self) -> None:
        if len(self._texts) == 1:
            self.opened.emit(self._texts[0][0])
        elif self._texts:
            self.menu().popup(self.show_button.mapToGlobal(QPoint(0, self.show_button.height())))

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter, box = QPainter(self), QRectF(self.rect())
        painter.fillRect(box, theme().infobg)
        hairline(painter, box)
        paint_icon(painter, Mirror.of(box).at(16, 18), "ph.clock-counter-clockwise", theme().info)
