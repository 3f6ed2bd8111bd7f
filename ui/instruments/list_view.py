"""The list of instruments: title, code and kind, status, counts, window, last change."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from desktop_app.instruments.drafting.service import InstrumentRow
from desktop_app.instruments.vocabulary import InstrumentStatus
from desktop_app.persian.dates import short_date, tehran_day
from desktop_app.persian.digits import isolated
from desktop_app.wording import digits, fill, translate
from desktop_app.wording.labels import label
from ui.guard import guarded
from ui.icons import paint_icon
from ui.instruments.words import window_of
from ui.theme import font, theme
from ui.theme_tokens import COLUMN_HEADER
from ui.widgets.chip import draw_state
from ui.widgets.deadline import DeadlineMark, draw_deadline, pressure_of
from ui.widgets.painting import Mirror, draw_text, hairline, text_width
from ui.widgets.rows import RowList, RowsModel

_ROW = 56
_GLYPH = 14
_PADDING = 16
#: The widths of the columns after the title, in pixels and in reading order.
_STATE, _COUNT, _COMMENTS, _WINDOW, _CHANGED = 128, 58, 92, 104, 82
#: The views of the list with their statuses.
VIEWS: dict[str, frozenset[InstrumentStatus]] = {
    "all": frozenset(InstrumentStatus),
    "drafting": frozenset({InstrumentStatus.DRAFTING, InstrumentStatus.LEGAL_REVIEW}),
    "open": frozenset({InstrumentStatus.OPEN}),
    "after": frozenset({InstrumentStatus.CLOSED, InstrumentStatus.REVISING, InstrumentStatus.READY}),
    "finished": frozenset(
        {InstrumentStatus.PROMULGATED, InstrumentStatus.SUBMITTED, InstrumentStatus.WITHDRAWN}
    ),
}


def columns() -> tuple[tuple[str, int], ...]:
    """Returns names and widths of the columns after the title."""
    return (
        (translate("Instruments", "State"), _STATE),
        (translate("Instruments", "Revisions"), _COUNT),
        (translate("Instruments", "Notes"), _COUNT),
        (translate("Instruments", "Comments"), _COMMENTS),
        (translate("Instruments", "Window"), _WINDOW),
        (translate("Instruments", "Changed"), _CHANGED),
    )


class InstrumentList(RowList[InstrumentRow]):
    """`picked` is emitted with the selected instrument, and `opened` for Enter or a double click."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            translate("Instruments", "Drafts"),
            RowsModel(lambda row: row.title, spoken=_spoken),
            lambda painter, rect, row: draw_instrument(painter, rect, row, self.today),
            parent,
            height=_ROW,
            key=lambda row: row.id,
            smooth=True,
        )
        #: The day from which the days of a window are counted.
        self.today = date.min


def _spoken(row: InstrumentRow) -> str:
    parts = [row.title, label("instrument_kind", row.kind.value), state_name(row)]
    if row.blocking:
        parts.append(blocking_words(row))
    return translate("Instruments", ", ").join(parts)


def draw_instrument(painter: QPainter, rect: QRectF, row: InstrumentRow, today: date) -> None:
    """Draws the title above kind, unit and code, and the columns that fit beside it."""
    now = theme()
    mirror, shown = Mirror.of(rect), _shown_columns(rect.width())
    rest = sum(width for _, width in shown)
    room = rect.width() - 2 * _PADDING - rest - 8
    top = rect.top() + 7
    title = mirror.at(_PADDING, room, top=top, height=22)
    draw_text(painter, title, row.title, font("interface", bold=True), now.text)
    below = translate("Instruments", " · ").join(
        part for part in (label("instrument_kind", row.kind.value), row.unit_name) if part
    )
    line = mirror.at(_PADDING, room, top=top + 22, height=20)
    drawn = draw_text(painter, line, below, font("header"), now.text2)
    if row.blocking:
        drawn += 12 + _blocking(
            painter,
            mirror.at(_PADDING + drawn + 12, max(0.0, room - drawn - 12), top=top + 22, height=20),
            row,
        )
    code = mirror.at(_PADDING + drawn + 12, max(0.0, room - drawn - 12), top=top + 22, height=20)
    draw_text(painter, code, isolated(digits(row.code)), font("header"), now.text3)
    offset = rect.width() - _PADDING - rest
    for (_name, width), cell in zip(columns(), _cells(row, today), strict=True):
        if (_name, width) not in shown:
            continue
        cell(painter, mirror.at(offset, width - 12))
        offset += width


def _blocking(painter: QPainter, box: QRectF, row: InstrumentRow) -> float:
    """Draws that open objections block the draft, if the words fit; returns the width drawn."""
    words, face = blocking_words(row), font("header", bold=True)
    width = _GLYPH + 4 + text_width(words, face) + 1
    if width > box.width():
        return 0.0
    mirror, now = Mirror.of(box), theme()
    glyph = mirror.at(0, _GLYPH, top=box.top() + (box.height() - _GLYPH) / 2, height=_GLYPH)
    paint_icon(painter, glyph, "ph.prohibit", now.warn)
    draw_text(painter, mirror.at(_GLYPH + 4, width - _GLYPH - 4), words, face, now.warn)
    return width


def blocking_words(row: InstrumentRow) -> str:
    """Returns for example «۲ ایراد باز»."""
    return fill(translate("Instruments", "{n} open objections"), n=row.blocking)


def _cells(row: InstrumentRow, today: date) -> tuple[Callable[[QPainter, QRectF], object], ...]:
    return (
        lambda p, box: draw_state(p, box, row.status.value, state_name(row)),
        lambda p, box: _count(p, box, row.revisions),
        lambda p, box: _count(p, box, row.open_threads),
        lambda p, box: _comments(p, box, row),
        lambda p, box: _window(p, box, row, today),
        lambda p, box: draw_text(
            p, box, short_date(tehran_day(row.changed_at)), font("header"), theme().text2
        ),
    )


def _shown_columns(width: float) -> list[tuple[str, int]]:
    """Returns the columns that fit into a width; the least important ones are dropped first."""
    shown = list(columns())
    for name in (5, 2, 1):
        if width - 2 * _PADDING - sum(w for _, w in shown) >= 240:
            break
        shown.remove(columns()[name])
    return shown


def _count(painter: QPainter, box: QRectF, count: int) -> None:
    ink = theme().text if count else theme().text3
    draw_text(painter, box, digits(count) if count else "—", font("secondary"), ink)


def _comments(painter: QPainter, box: QRectF, row: InstrumentRow) -> None:
    if not row.comments:
        draw_text(painter, box, "—", font("secondary"), theme().text3)
        return
    mirror = Mirror.of(box)
    drawn = draw_text(painter, box, digits(row.comments), font("secondary"), theme().text)
    if row.undecided:
        words = fill(translate("Instruments", "{n} left"), n=row.undecided)
        place = mirror.at(drawn + 8, max(0.0, box.width() - drawn - 8))
        draw_text(painter, place, words, font("header"), theme().acctext)


def _window(painter: QPainter, box: QRectF, row: InstrumentRow, today: date) -> None:
    window = window_of(row, today)
    if window is None:
        draw_text(painter, box, "—", font("secondary"), theme().text3)
    elif window.over:
        draw_text(painter, box, window.words, font("header"), theme().text2)
    else:
        pressure = pressure_of(window.used, late=False, standing=False)
        draw_deadline(painter, box, DeadlineMark(window.words, pressure, window.used))


def state_name(row: InstrumentRow) -> str:
    """Returns the name of an instrument's status."""
    return label("instrument_status", row.status.value)


class ListHead(QWidget):
    """The header with the column names."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(COLUMN_HEADER)

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter, now, box = QPainter(self), theme(), QRectF(self.rect())
        painter.fillRect(box, now.pane)
        hairline(painter, box)
        mirror, shown = Mirror.of(box), _shown_columns(box.width())
        words = translate("Instruments", "Title")
        draw_text(painter, mirror.at(_PADDING, 200), words, font("header"), now.text2)
        offset = box.width() - _PADDING - sum(width for _, width in shown)
        for name, width in shown:
            draw_text(painter, mirror.at(offset, width - 8), name, font("header"), now.text2)
            offset += width
