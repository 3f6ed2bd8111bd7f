"""The bar over every screen: back and forward, the global search, the state of the connection."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QPointF, QRectF, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from desktop_app.wording import translate
from ui.guard import guarded
from ui.theme import font, theme
from ui.theme_tokens import TOP_BAR
from ui.widgets.bell_button import BellButton
from ui.widgets.button import IconButton
from ui.widgets.painting import Mirror, draw_dot, draw_text, hairline, right_to_left, set_margins, text_width
from ui.widgets.plain import set_tip
from ui.widgets.search_box import SearchBox

Connection = Literal["connecting", "connected", "away"]
_SEARCH_WIDTH = 520
#: A narrower bar leaves the name of the database to the tool tip, in pixels.
_NAMES_THE_PLACE = 1000


class TopBar(QWidget):
    """The bar; `ui.global_search` provides the results of its search field."""

    back = Signal()
    forward = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(TOP_BAR)
        back_key, forward_key = ("Alt+Right", "Alt+Left") if right_to_left() else ("Alt+Left", "Alt+Right")
        self.back_button = IconButton("ph.arrow-left", translate("Window", "Back"), key=back_key)
        self.forward_button = IconButton("ph.arrow-right", translate("Window", "Forward"), key=forward_key)
        self.back_button.clicked.connect(self.back)
        self.forward_button.clicked.connect(self.forward)
        self.search = SearchBox(
            translate("Window", "Search: tracking code, name, words of a petition or article …"), key="Ctrl+K"
        )
        self.search.setMaximumWidth(_SEARCH_WIDTH)
        self.bell = BellButton()
        self.connection = ConnectionLabel()
        row = QHBoxLayout(self)
        set_margins(row, 16, 0, 16, 0)
        row.setSpacing(6)
        row.addWidget(self.back_button)
        row.addWidget(self.forward_button)
        row.addStretch(1)
        row.addWidget(self.search, 3)
        row.addStretch(1)
        row.addWidget(self.bell)
        row.addSpacing(6)
        row.addWidget(self.connection)

    @guarded(None)
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.connection.show_place(self.width() >= _NAMES_THE_PLACE)

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        hairline(QPainter(self), QRectF(self.rect()))


class ConnectionLabel(QWidget):
    """A dot, a word, and the name of the database."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state: Connection = "connecting"
        self._place, self._full_place = "", ""
        self._shows_place = True
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @property
    def state(self) -> Connection:
        return self._state

    def show_state(self, state: Connection, place: str = "", full_place: str = "") -> None:
        """Shows the state; `place` is the short name of the database, `full_place` is for the tool tip."""
        self._state = state
        self._place = place or self._place
        self._full_place = full_place or self._full_place
        self.setAccessibleName(f"{self._word()} {self._place}")
        self._show()

    def show_place(self, shown: bool) -> None:
        """Shows the name of the database beside the state, or in the tool tip only."""
        self._shows_place = shown
        self._show()

    def _show(self) -> None:
        set_tip(self, self._full_place if self._shows_place else self._full_place or self._place)
        self.updateGeometry()
        self.update()

    def _word(self) -> str:
        if self._state == "connected":
            return translate("Window", "Connected")
        if self._state == "away":
            return translate("Window", "No connection")
        return translate("Window", "Connecting …")

    @guarded(QSize())
    def sizeHint(self) -> QSize:
        word = text_width(self._word(), font("secondary"))
        place = text_width(self._place, font("header"))
        return QSize(round(18 + word + (8 + place if self._place and self._shows_place else 0)) + 2, 24)

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter, now = QPainter(self), theme()
        mirror = Mirror.of(QRectF(self.rect()))
        colour = {"connected": now.ok, "away": now.danger, "connecting": now.text3}[self._state]
        centre = mirror.at(0, 8).center()
        draw_dot(painter, QPointF(centre.x(), centre.y() + 1), colour)
        room = self.width() - 18
        ink = now.danger if self._state == "away" else now.text
        drawn = draw_text(painter, mirror.at(18, room), self._word(), font("secondary"), ink)
        if self._place and self._shows_place:
            draw_text(
                painter, mirror.at(26 + drawn, room - drawn - 8), self._place, font("header"), now.text2
            )
