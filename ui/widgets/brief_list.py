"""A short list of petitions in a side pane: kind, subject, status, day. A click or Enter opens one."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from desktop_app.persian.dates import day_and_month, full_date, short_date, tehran_day
from desktop_app.persian.text import visible_controls
from desktop_app.petitions.lists.inbox import PetitionRow
from desktop_app.wording.labels import label
from ui.theme import font, theme
from ui.widgets.chip import draw_kind, draw_state
from ui.widgets.painting import Mirror, draw_text
from ui.widgets.rows import RowList, RowsModel

_STATE = 110
_DAY = 66


class BriefList(RowList[PetitionRow]):
    """A list of petitions; `opened` is emitted with the petition. Days in `this_year` are drawn without the year."""

    def __init__(self, name: str, this_year: int, parent: QWidget | None = None) -> None:
        super().__init__(
            name,
            RowsModel(lambda row: visible_controls(row.subject), tip=_tip),
            lambda painter, rect, row: draw_petition(painter, rect, row, this_year),
            parent,
            one_click=True,
        )


def draw_petition(painter: QPainter, rect: QRectF, row: PetitionRow, this_year: int) -> None:
    """Draws kind, subject, status and day."""
    now, mirror = theme(), Mirror.of(rect)
    width = rect.width()
    draw_kind(painter, mirror.at(16, 58), row.kind, label("kind", row.kind))
    subject = mirror.at(84, max(20.0, width - 84 - _STATE - _DAY - 28))
    draw_text(painter, subject, visible_controls(row.subject), font("secondary"), now.text)
    state = mirror.at(width - 16 - _DAY - _STATE, _STATE)
    draw_state(painter, state, row.status, label("status", row.status), colour="text2")
    day = tehran_day(row.received_at)
    words = day_and_month(day) if day.year == this_year else short_date(day)
    box = mirror.at(width - 16 - _DAY, _DAY)
    draw_text(painter, box, words, font("header"), now.text2, Qt.AlignmentFlag.AlignTrailing)


def _tip(row: PetitionRow) -> str:
    return f"{visible_controls(row.subject)}\n{full_date(tehran_day(row.received_at))}"
