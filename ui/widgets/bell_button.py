"""The bell in the top bar: an icon with a badge that counts open notifications."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent

from desktop_app.wording import digits, fill, translate
from ui.actions import tip
from ui.guard import guarded
from ui.theme import font, theme
from ui.widgets.button import IconButton
from ui.widgets.painting import Mirror, fill_rounded, text_width
from ui.widgets.plain import set_tip

BELL_KEY = "F9"
_MOST = 99
_SIDE = 16


class BellButton(IconButton):
    """The bell button; a `count` of zero shows no badge."""

    def __init__(self) -> None:
        super().__init__("ph.bell", translate("Bell", "Bell"), key=BELL_KEY, side=32)
        self.count = 0
        self.words = ""

    def show_count(self, count: int) -> None:
        """Shows the number of open notifications."""
        self.count = count
        self.words = "" if not count else f"{digits(_MOST)}+" if count > _MOST else digits(count)
        name = translate("Bell", "Bell: {count} things call") if count else translate("Bell", "Bell")
        self.setAccessibleName(fill(name, count=count))
        set_tip(self, tip(self.accessibleName(), BELL_KEY))
        self.update()

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self.words:
            return
        painter, now, small = QPainter(self), theme(), font("header")
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = max(_SIDE, text_width(self.words, small) + 6)
        box = Mirror.of(QRectF(self.rect())).at(self.width() - width, width, top=0, height=_SIDE)
        fill_rounded(painter, box, now.danger, _SIDE / 2)
        painter.setFont(small)
        painter.setPen(now.pane)
        painter.drawText(box.adjusted(0, 1, 0, 1), Qt.AlignmentFlag.AlignCenter, self.words)
