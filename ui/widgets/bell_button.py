"""The bell in the top bar: an icon, with a red dot while there are unseen notices."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent

from desktop_app.wording import fill, translate
from ui.actions import tip
from ui.guard import guarded
from ui.theme import theme
from ui.widgets.button import IconButton
from ui.widgets.painting import Mirror, draw_dot
from ui.widgets.plain import set_tip

BELL_KEY: Final = "Ctrl+Shift+N"
#: The key that it had before; both work.
OTHER_BELL_KEY: Final = "F9"
_DOT: Final = 8


class BellButton(IconButton):
    """The bell button; `count` is the number of unseen notices."""

    def __init__(self) -> None:
        super().__init__("ph.bell", translate("Notices", "Notices"), key=BELL_KEY, side=32)
        self.count = 0

    def show_count(self, count: int) -> None:
        """Shows whether there are unseen notices; the number is in the tool tip."""
        self.count = count
        name = translate("Notices", "Notices: {count} not seen") if count else translate("Notices", "Notices")
        self.setAccessibleName(fill(name, count=count))
        set_tip(self, tip(self.accessibleName(), BELL_KEY))
        self.update()

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.count:
            box = Mirror.of(QRectF(self.rect())).at(7, _DOT, top=6, height=_DOT)
            painter = QPainter(self)
            draw_dot(painter, box.center(), theme().pane, _DOT + 3)
            draw_dot(painter, box.center(), theme().danger, _DOT)
