"""The outline of a text: its labels, indented by depth, each a link to its place."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QListView

from desktop_app.instruments.drafting.outline import OutlineEntry
from desktop_app.wording import digits, translate
from ui.theme import font, theme
from ui.widgets.painting import Mirror, draw_text, text_width
from ui.widgets.rows import LONGEST, RowList, RowsModel

_ROW: Final = 30
#: Indent per level in pixels, limited to `_DEEPEST` levels.
_STEP: Final = 16
_DEEPEST: Final = 6


class ProvisionOutlineList(RowList[OutlineEntry]):
    """The outline of one text."""

    def __init__(self) -> None:
        super().__init__(
            translate("Comparison", "Structure of the text"),
            RowsModel(_words, tip=lambda entry: _words(entry)[:LONGEST]),
            draw_entry,
            height=_ROW,
            line=False,
            one_click=True,
        )
        self.setFrameShape(QListView.Shape.NoFrame)


def draw_entry(painter: QPainter, rect: QRectF, entry: OutlineEntry) -> None:
    """Draws a label and its heading, indented by depth."""
    mirror, now, at = Mirror.of(rect), theme(), 16.0 + _STEP * min(entry.depth, _DEEPEST)
    strong = font("secondary", bold=entry.depth == 0)
    if entry.label:
        label = digits(entry.label)
        width = min(text_width(label, strong) + 2, rect.width() - at - 16)
        draw_text(painter, mirror.at(at, width), label, strong, now.text)
        at += width + 8
    room = rect.width() - at - 12
    if room > 20:
        draw_text(painter, mirror.at(at, room), entry.heading, font("secondary"), now.text2)


def _words(entry: OutlineEntry) -> str:
    return f"{digits(entry.label)}  {entry.heading}".strip()
