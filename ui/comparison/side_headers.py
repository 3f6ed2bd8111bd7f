"""The strip above the texts: the name, day and author of each side, and the number of open annotations."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_app.wording import fill, translate
from ui.comparison.sources import SideInfo
from ui.guard import guarded
from ui.theme import font, theme
from ui.widgets.comparison_view.columns import MAP, PADDING_X, Columns
from ui.widgets.painting import draw_text, hairline, text_width

HEADER: int = 36


class SideHeaders(QWidget):
    """Aligned with the columns of the comparison view below."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sides: dict[str, SideInfo] = {}
        self._open: int | None = None
        self._columns: Columns | None = None
        self.setFixedHeight(HEADER)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_sides(self, old: SideInfo, new: SideInfo) -> None:
        """Sets the two sides."""
        self._sides = {"old": old, "new": new}
        self.setAccessibleName(f"{old.name} {old.detail}، {new.name} {new.detail}")
        self.update()

    def show_open_threads(self, count: int | None) -> None:
        """Sets the number of open threads, or None if there can be none."""
        self._open = count
        self.update()

    def follow(self, columns: Columns | None) -> None:
        """Aligns with other columns, after the margin of OLD appeared or disappeared."""
        if columns != self._columns:
            self._columns = columns
            self.update()

    @guarded(QSize())
    def sizeHint(self) -> QSize:
        return QSize(600, HEADER)

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter, now = QPainter(self), theme()
        box = QRectF(self.rect())
        painter.fillRect(box, now.pane)
        hairline(painter, box)
        columns = self._columns or Columns.of(self.width())
        old, new = self._sides.get("old"), self._sides.get("new")
        if old is not None:
            _words(painter, QRectF(columns.old_left, 0, columns.old_width, HEADER), old.name, old.detail)
        if new is not None:
            _words(painter, QRectF(columns.new_left, 0, columns.new_width, HEADER), new.name, new.detail)
        if self._open is not None and columns.margin:
            count = fill(translate("Comparison", "{n} open"), n=self._open)
            _words(
                painter, QRectF(MAP, 0, columns.margin, HEADER), translate("Comparison", "Annotations"), count
            )


def _words(painter: QPainter, box: QRectF, strong: str, plain: str) -> None:
    """Draws a bold text on the right, followed by a plain one. This order is the same in every language."""
    bold = font("secondary", bold=True)
    right = box.right() - PADDING_X
    for words, which, ink in ((strong, bold, theme().text), (plain, font("secondary"), theme().text2)):
        room = right - box.left() - 4
        width = min(text_width(words, which) + 2, room)
        if width > 12:
            draw_text(painter, QRectF(right - width, box.top(), width, box.height()), words, which, ink)
        right -= width + 8
