"""Tabs of the composer: note, order, reply."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from desktop_app.wording import translate
from ui.guard import guarded
from ui.petitions.desk.composer_words import tab_words
from ui.petitions.desk.sending import BoxMode, Mode
from ui.theme import font, theme
from ui.theme_tokens import FIELD_SMALL, RADIUS
from ui.widgets.button import PressedByEnter
from ui.widgets.painting import draw_text, fill_rounded, text_width
from ui.widgets.plain import set_tip


class ComposerTabs(QWidget):
    """`chosen` carries the selected `Mode`."""

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        self.buttons: dict[Mode, _Tab] = {}
        for mode, word in tab_words().items():
            tab = _Tab(word)
            tab.clicked.connect(lambda _checked=False, mode=mode: self.chosen.emit(mode))
            self.buttons[mode] = tab
            row.addWidget(tab)

    def show_mode(self, mode: BoxMode, possible: frozenset[Mode]) -> None:
        """Marks the current tab. Tabs that are not possible are disabled, with a tool tip."""
        for known, tab in self.buttons.items():
            tab.setChecked(known is mode)
            tab.setEnabled(known in possible)
            refused = translate("Inbox", "Not in this state, or not with your role")
            set_tip(tab, "" if known in possible else refused)
            tab.update()


class _Tab(PressedByEnter):
    def __init__(self, word: str) -> None:
        super().__init__(word)
        self.setCheckable(True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @guarded(QSize())
    def sizeHint(self) -> QSize:
        return QSize(round(text_width(self.text(), font("button"))) + 24, FIELD_SMALL)

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter, now, box = QPainter(self), theme(), QRectF(self.rect())
        ink = now.text2
        if self.isChecked():
            fill_rounded(painter, box, now.accsoft, RADIUS)
            ink = now.acctext
        elif self.underMouse() and self.isEnabled():
            fill_rounded(painter, box, now.hover, RADIUS)
        if not self.isEnabled():
            ink = now.distext
        if self.hasFocus():
            fill_rounded(painter, box, None, RADIUS, now.accent, 2)
        which = font("button", bold=self.isChecked())
        draw_text(painter, box.adjusted(0, -1, 0, -1), self.text(), which, ink, Qt.AlignmentFlag.AlignHCenter)
