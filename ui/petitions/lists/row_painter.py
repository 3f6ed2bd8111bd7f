"""Painter of a whole inbox row: unread dot, kind chip, subject with the first words, deadline over its bar."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyle

from desktop_app.persian.query import Query, marked, parse_query
from desktop_app.persian.text import visible_controls
from desktop_app.petitions.vocabulary import Urgency
from desktop_app.wording import digits
from desktop_app.wording.labels import label
from ui.icons import paint_icon
from ui.petitions.desk.label_chips import draw_labels, labels_width
from ui.petitions.lists.cell_words import heading_words
from ui.petitions.lists.columns import PetitionColumn
from ui.petitions.lists.row_words import (
    alike_number,
    assignee_words,
    notice_word,
    row_mark,
    sender_words,
    unit_words,
)
from ui.theme import theme
from ui.widgets.chip import CHIP_HEIGHT, draw_chip, draw_kind
from ui.widgets.deadline import draw_deadline
from ui.widgets.painting import (
    Mirror,
    draw_dot,
    draw_marked_text,
    draw_text,
    hairline,
    right_to_left,
    text_width,
)
from ui.widgets.presence_line import present_words
from ui.widgets.rows import draw_row_ground

if TYPE_CHECKING:
    from desktop_app.petitions.lists.inbox import PetitionRow
    from ui.petitions.bulk.marks import Marks
    from ui.petitions.lists.layout import Heading
    from ui.petitions.lists.model import PetitionListModel
    from ui.theme_tokens import Face

#: Free pixels at the trailing edge of a column, and of the last column.
_GAP = 8
_END = 16
#: Side of the icon of possible duplicates, in pixels.
_ALIKE = 14
#: Width in pixels of the grey placeholder of a column while its row is being read.
_SKELETON = {
    PetitionColumn.KIND: 58.0,
    PetitionColumn.SENDER: 70.0,
    PetitionColumn.UNIT: 44.0,
    PetitionColumn.ASSIGNEE: 56.0,
    PetitionColumn.AGE: 34.0,
}


class ColumnBounds(NamedTuple):
    """Left edge and width of a column, in pixels."""

    column: PetitionColumn
    left: float
    width: float


class RowPainter:
    """Paints rows and headings of a `PetitionListModel`. `marks` holds the petitions that are marked."""

    def __init__(self, model: PetitionListModel, person_id: int | None) -> None:
        self._model, self._person_id = model, person_id
        self.marks: Marks | None = None

    def paint(
        self,
        painter: QPainter,
        rect: QRectF,
        number: int,
        cells: Sequence[ColumnBounds],
        state: QStyle.StateFlag,
    ) -> None:
        """Paints a row of the table over the background of the list.

        `rect` is the whole row and `cells` are the visible columns. `state` is passed on to
        `draw_row_ground`.
        """
        heading = self._model.sections.heading_at(number)
        if heading is not None:
            self._draw_heading(painter, rect, heading)
            return
        draw_row_ground(painter, rect, state)
        row, today = self._model.wanted_at(number), self._model.today
        if row is None or today is None:
            self._draw_skeleton(painter, rect, cells, number)
            return
        top, height, rtl = rect.top(), rect.height(), right_to_left()
        for column, left, width in cells:
            self._draw_cell(painter, Mirror(QRectF(left, top, width, height), rtl), column, row, today)

    def _draw_heading(self, painter: QPainter, rect: QRectF, heading: Heading) -> None:
        now, mirror = theme(), Mirror.of(rect)
        painter.fillRect(rect, now.ink("pane"))
        hairline(painter, rect)
        caret = "ph.caret-left" if heading.folded else "ph.caret-down"
        paint_icon(painter, mirror.at(12, 12), caret, now.ink("text2"))
        words, strong = heading_words(heading), now.face("secondary", bold=True)
        offset = 42 + draw_text(painter, mirror.at(34, 300), words, strong, now.ink("text"))
        draw_text(painter, mirror.at(offset, 80), digits(heading.count), now.face("header"), now.ink("text2"))

    def _draw_skeleton(
        self, painter: QPainter, rect: QRectF, cells: Sequence[ColumnBounds], number: int
    ) -> None:
        middle, rtl = rect.center().y(), right_to_left()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme().ink("press"))
        for column, left, width in cells:
            if column is PetitionColumn.MARK:
                continue
            room = min(_SKELETON.get(column, width * (0.4 + 0.08 * (number * 7 % 5))), width - _END)
            height = 18.0 if column is PetitionColumn.KIND else 8.0
            x = left + width - room if rtl else left
            painter.drawRoundedRect(QRectF(x, middle - height / 2, room, height), 4, 4)
        painter.restore()

    def _draw_cell(
        self, painter: QPainter, mirror: Mirror, column: PetitionColumn, row: PetitionRow, today: date
    ) -> None:
        width = mirror.container.width()
        if column is PetitionColumn.MARK:
            self._draw_mark(painter, mirror, row)
        elif column is PetitionColumn.KIND:
            draw_kind(painter, mirror.at(0, 58), row.kind, label("kind", row.kind))
        elif column is PetitionColumn.SUBJECT:
            self._draw_subject(painter, mirror.at(0, width - 12), row)
        elif column is PetitionColumn.DEADLINE:
            draw_deadline(painter, mirror.at(0, width - _END), row_mark(row, today))
        else:
            words, which, ink = self._words(column, row, today)
            draw_text(painter, mirror.at(0, width - _GAP), words, which, ink)

    def _words(self, column: PetitionColumn, row: PetitionRow, today: date) -> tuple[str, Face, QColor]:
        """Returns text, font and colour of a cell that holds only text."""
        now = theme()
        if column is PetitionColumn.SENDER:
            ink = now.ink("text") if row.petitioner_name else now.ink("text3")
            return visible_controls(sender_words(row)), now.face("secondary"), ink
        if column is PetitionColumn.UNIT:
            return unit_words(row), now.face("secondary"), now.ink("text2")
        if column is PetitionColumn.ASSIGNEE:
            own = row.assignee_id is not None and row.assignee_id == self._person_id
            ink = now.ink("acctext") if own else now.ink("text") if row.assignee_id else now.ink("text2")
            which = now.face("secondary", bold=True) if own else now.face("secondary")
            return assignee_words(row, self._person_id), which, ink
        if column is PetitionColumn.URGENCY and row.urgency != Urgency.NORMAL:
            return label("urgency", row.urgency), now.face("secondary", bold=True), now.ink("danger")
        return self._model.cells.text(row, column, today), now.face("secondary"), now.ink("text2")

    def _draw_mark(self, painter: QPainter, mirror: Mirror, row: PetitionRow) -> None:
        if self.marks is not None and row.id in self.marks:
            paint_icon(painter, mirror.at(9, 18), "ph.check-square", theme().ink("accent"))
        elif row.unread:
            draw_dot(painter, mirror.at(12, 12).center(), theme().ink("accent"), 8)

    def _draw_subject(self, painter: QPainter, rect: QRectF, row: PetitionRow) -> None:
        now, mirror = theme(), Mirror.of(rect)
        present = present_words(self._model.indicators.present_at(row.id))
        if present:
            # At the trailing end of the column, in place of the first words; at most half of the column.
            room = min(rect.width() / 2, text_width(present, now.face("header")) + 2)
            box = mirror.at(rect.width() - room, room)
            draw_text(painter, box, present, now.face("header"), now.ink("info"))
            rect = mirror.at(0, rect.width() - room - 12)
            mirror = Mirror.of(rect)
        alike = self._model.indicators.alike_at(row.id)
        if alike:
            rect = self._draw_count(painter, mirror, "ph.copy", alike_number(alike), now.ink("text2"))
            mirror = Mirror.of(rect)
        if row.further:
            ink = now.ink("acctext" if row.wrote_again else "text2")
            rect = self._draw_count(painter, mirror, "ph.chat-text", digits(row.further), ink)
            mirror = Mirror.of(rect)
        if row.notice:
            room = text_width(notice_word(), now.face("header")) + 18
            box = QRectF(0, 0, room, CHIP_HEIGHT)
            box.moveCenter(mirror.at(0, room).center())
            draw_chip(painter, box, notice_word(), "warn")
            rect = mirror.at(room + 8, rect.width() - room - 8)
            mirror = Mirror.of(rect)
        strong = now.face("interface", bold=True) if row.unread else now.face("interface")
        # A long subject leaves room for its labels, but for no more than half of the column.
        kept = min(labels_width(row.labels), rect.width() / 2)
        subject = mirror.at(0, rect.width() - kept)
        query = _parsed(self._model.wanted.query)
        words = visible_controls(row.subject)
        drawn = draw_marked_text(
            painter, subject, words, _marked(query, words), strong, now.ink("text"), now.ink("warnbg")
        )
        drawn += draw_labels(painter, mirror, drawn + 8, rect.width(), row.labels)
        left = rect.width() - drawn - 12
        if left > 24:
            box = mirror.at(drawn + 12, left)
            words = visible_controls(row.snippet)
            found = _marked(query, words)
            draw_marked_text(
                painter, box, words, found, now.face("secondary"), now.ink("text2"), now.ink("warnbg")
            )

    def _draw_count(self, painter: QPainter, mirror: Mirror, icon: str, words: str, ink: QColor) -> QRectF:
        """Draws an icon with a number at the end of the column; returns the free rectangle."""
        now, width = theme(), mirror.container.width()
        room = _ALIKE + 4 + text_width(words, now.face("header")) + 2
        paint_icon(painter, mirror.at(width - room, _ALIKE), icon, ink)
        draw_text(painter, mirror.at(width - room + _ALIKE + 4, room), words, now.face("header"), ink)
        return mirror.at(0, width - room - 12)


# The query is the same for all rows, and each row is matched again at each painting. Cache both.
_parsed = lru_cache(maxsize=8)(parse_query)
_found = lru_cache(maxsize=1024)(marked)


def _marked(query: Query, text: str) -> tuple[tuple[int, int], ...]:
    return _found(query, text) if query.wanted else ()
