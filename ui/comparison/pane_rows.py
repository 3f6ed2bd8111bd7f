"""A list in the pane beside the text, as wide as the list of changes."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QListView

from ui.comparison.counted_head import CHANGES_WIDTH
from ui.guard import guarded
from ui.theme import theme
from ui.theme_tokens import ROW_TWO_LINES
from ui.widgets.painting import Mirror
from ui.widgets.rows import Row, RowList, RowsModel


class PaneRows(RowList[Row]):
    """Rows on the ground of the pane, with a line to the text; the parameters are those of `RowList`."""

    def __init__(
        self,
        name: str,
        model: RowsModel[Row],
        draw: Callable[[QPainter, QRectF, Row], object],
        *,
        height: int | Callable[[Row], int] = ROW_TWO_LINES,
        key: Callable[[Row], object] | None = None,
        steady: bool = False,
        one_click: bool = False,
    ) -> None:
        super().__init__(
            name, model, draw, height=height, key=key, steady=steady, smooth=True, one_click=one_click
        )
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setFixedWidth(CHANGES_WIDTH)
        self.viewport().setAutoFillBackground(False)

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, box = QPainter(self.viewport()), QRectF(self.viewport().rect())
        painter.fillRect(box, theme().pane)
        painter.fillRect(Mirror.of(box).at(box.width() - 1, 1), theme().line)
        painter.end()
        super().paintEvent(event)
