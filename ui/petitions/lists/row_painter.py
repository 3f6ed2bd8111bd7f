"""Painter of a whole inbox row: unread dot, kind chip, subject with the first words, deadline over its bar."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyle

from desktop_app.persian.text import visible_controls
from desktop_app.petitions.vocabulary import Urgency
from desktop_app.wording import digits
from desktop_app.wording.labels import label
from ui.icons import paint_icon
from ui.petitions.lists.cell_words import heading_words
from ui.petitions.lists.columns import PetitionColumn
from ui.petitions.lists.row_words import (
    assignee_words,
    row_mark,
    sender_words,
    unit_words,
)
from ui.petitions.lists.subject_painter import SubjectPainter
from ui.theme import theme
from ui.widgets.chip import KIND_WIDTH, draw_kind
from ui.widgets.deadline import deadline_ink, draw_deadline
from ui.widgets.painting import (
    Mirror,
    draw_dot,
    draw_text,
    hairline,
    right_to_left,
    text_width,
)
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
#: Of a row with two lines, in pixels: what precedes the subject, height of a line, width of the deadline, and
#: from which width on it has a place of its own.
_LEADS = 34
_LINE = 22
_DUE = 104
_ROOMY = 480
#: The narrowest place for words of the second line; what has less is left out.
_LEAST = 56
_SECOND_LINE = (
    (PetitionColumn.SENDER, 216),
    (PetitionColumn.ASSIGNEE, 112),
    (PetitionColumn.AGE, 80),
)
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
        self._subject = SubjectPainter(model)
        self.marks: Marks | None = None
        #: Whether a row has two lines: the subject first, kind and people below.
        self.two_lines = False

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
        if self.two_lines:
            self._draw_two_lines(painter, rect, row, today)
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
            self._subject.draw(painter, mirror.at(0, width - 12), row, urgency_word=False)
        elif column is PetitionColumn.DEADLINE:
            draw_deadline(painter, mirror.at(0, width - _END), row_mark(row, today))
        else:
            words, which, ink = self._words(column, row, today)
            draw_text(painter, mirror.at(0, width - _GAP), words, which, ink)

    def _draw_two_lines(self, painter: QPainter, rect: QRectF, row: PetitionRow, today: date) -> None:
        """Draws a row of a narrow list, where columns would leave no room for the subject."""
        mirror, wide = Mirror.of(rect), rect.width() >= _ROOMY
        first, second = rect.top() + 5, rect.top() + 29
        self._draw_mark(painter, Mirror.of(mirror.at(0, _LEADS, top=first, height=_LINE)), row)
        due = _DUE + _END if wide else 0
        room = rect.width() - _LEADS - due - 12
        line = mirror.at(_LEADS, room, top=first, height=_LINE)
        self._subject.draw(painter, line, row, urgency_word=True, presence=wide)
        draw_kind(
            painter, mirror.at(_LEADS, KIND_WIDTH, top=second, height=20), row.kind, label("kind", row.kind)
        )
        beside = Mirror.of(
            mirror.at(
                _LEADS + KIND_WIDTH + 12,
                rect.width() - _LEADS - KIND_WIDTH - 12 - (due or _END),
                top=second,
                height=_LINE,
            )
        )
        if wide:
            draw_deadline(painter, mirror.at(rect.width() - _DUE - _END, _DUE), row_mark(row, today))
            self._draw_people(painter, beside, row, today)
        else:
            self._draw_narrow_line(painter, beside, row, today)

    def _draw_people(self, painter: QPainter, line: Mirror, row: PetitionRow, today: date) -> None:
        offset, room = 0.0, line.container.width()
        for column, usual in _SECOND_LINE:
            width = min(usual, room - offset)
            if width < _LEAST:
                break
            words, which, ink = self._words(column, row, today)
            draw_text(painter, line.at(offset, width - _GAP), words, which, ink)
            offset += width

    def _draw_narrow_line(self, painter: QPainter, line: Mirror, row: PetitionRow, today: date) -> None:
        mark, width = row_mark(row, today), line.container.width()
        due = text_width(mark.text, theme().face("header")) + 1
        draw_text(painter, line.at(width - due, due), mark.text, theme().face("header"), deadline_ink(mark))
        if not self._subject.draw_presence(painter, Mirror.of(line.at(0, width - due - _GAP)), row, 0):
            words, which, ink = self._words(PetitionColumn.SENDER, row, today)
            draw_text(painter, line.at(0, width - due - _GAP), words, which, ink)

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
