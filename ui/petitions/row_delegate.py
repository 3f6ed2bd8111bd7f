"""How a row of the inbox is drawn: unread dot, kind chip, subject and first words, deadline over its bar."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop_app.persian.query import marked, parse_query
from desktop_app.persian.text import visible_controls
from desktop_app.petitions.inbox import PetitionRow
from desktop_app.petitions.vocabulary import Urgency
from desktop_app.wording import digits
from desktop_app.wording.labels import label
from ui.guard import guarded
from ui.icons import paint_icon
from ui.petitions.label_chips import draw_labels, labels_width
from ui.petitions.list_layout import Heading
from ui.petitions.list_model import Column, PetitionListModel, heading_words
from ui.petitions.marks import Marks
from ui.petitions.row_words import (
    alike_number,
    assignee_words,
    row_mark,
    sender_words,
    unit_words,
)
from ui.theme import font, theme
from ui.theme_tokens import ROW
from ui.widgets.chip import draw_kind
from ui.widgets.deadline import draw_deadline
from ui.widgets.painting import (
    Mirror,
    draw_dot,
    draw_marked_text,
    draw_text,
    fill_rounded,
    hairline,
    text_width,
)
from ui.widgets.presence_line import present_words
from ui.widgets.rows import draw_row_ground

Index = QModelIndex | QPersistentModelIndex
_COLUMNS: Final = tuple(Column)
_SELECTED: Final = QStyle.StateFlag.State_Selected
_HOVERED: Final = QStyle.StateFlag.State_MouseOver
_NOTHING: Final = QStyle.StateFlag.State_None
#: Free room at the trailing edge of a column, and of the last one.
_GAP = 8
_END = 16
#: Side of the mark of near-equal ones.
_ALIKE = 14
#: Width of the grey bar of a column while its row is being read.
_SKELETON = {
    Column.KIND: 58.0,
    Column.SENDER: 70.0,
    Column.UNIT: 44.0,
    Column.ASSIGNEE: 56.0,
    Column.AGE: 34.0,
}


class PetitionDelegate(QStyledItemDelegate):
    """Draws cells and headings of a `PetitionListModel`; `hovered` is the row under the mouse."""

    def __init__(self, model: PetitionListModel, person_id: int | None) -> None:
        super().__init__(model)
        self._model, self._person_id = model, person_id
        self.hovered = -1
        self.marks: Marks | None = None

    @guarded(QSize(0, ROW))
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        del index
        return QSize(option.rect.width(), ROW)

    @guarded(None)
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        rect, column = QRectF(option.rect), _COLUMNS[index.column()]
        heading = self._model.heading_at(index.row())
        painter.save()
        if heading is not None:
            self._draw_heading(painter, rect, heading)
        else:
            # Of all that Qt tells of a cell only this is asked; the row under the mouse is known here.
            state = _SELECTED if _SELECTED in option.state else _NOTHING
            if index.row() == self.hovered and state is _NOTHING:
                state = _HOVERED
            draw_row_ground(painter, rect, state, leading_cell=column is Column.MARK)
            row = self._model.row_at(index.row())
            if row is None:
                self._model.data(index)  # asks for the chunk
                self._draw_skeleton(painter, rect, column, index.row())
            else:
                self._draw_cell(painter, rect, column, row)
        painter.restore()

    def _draw_heading(self, painter: QPainter, rect: QRectF, heading: Heading) -> None:
        now, mirror = theme(), Mirror.of(rect)
        painter.fillRect(rect, now.pane)
        hairline(painter, rect)
        caret = "ph.caret-left" if heading.folded else "ph.caret-down"
        paint_icon(painter, mirror.at(12, 12), caret, now.text2)
        offset = 34.0
        strong = font("secondary", bold=True)
        offset += draw_text(painter, mirror.at(offset, 300), heading_words(heading), strong, now.text) + 8
        draw_text(painter, mirror.at(offset, 80), digits(heading.count), font("header"), now.text2)

    @staticmethod
    def _draw_skeleton(painter: QPainter, rect: QRectF, column: Column, number: int) -> None:
        if column is Column.MARK:
            return
        width = _SKELETON.get(column, rect.width() * (0.4 + 0.08 * (number * 7 % 5)))
        height = 18.0 if column is Column.KIND else 8.0
        top = rect.center().y() - height / 2
        bar = Mirror.of(rect).at(0, min(width, rect.width() - _END), top=top, height=height)
        fill_rounded(painter, bar, theme().press, 4)

    def _draw_cell(self, painter: QPainter, rect: QRectF, column: Column, row: PetitionRow) -> None:
        now, mirror = theme(), Mirror.of(rect)
        inner = mirror.at(0, rect.width() - _GAP)
        if column is Column.MARK:
            self._draw_mark(painter, mirror, row)
        elif column is Column.KIND:
            draw_kind(painter, mirror.at(0, 58), row.kind, label("kind", row.kind))
        elif column is Column.SUBJECT:
            self._draw_subject(painter, mirror.at(0, rect.width() - 12), row)
        elif column is Column.SENDER:
            ink = now.text if row.petitioner_name else now.text3
            draw_text(painter, inner, visible_controls(sender_words(row)), font("secondary"), ink)
        elif column is Column.UNIT:
            draw_text(painter, inner, unit_words(row), font("secondary"), now.text2)
        elif column is Column.ASSIGNEE:
            self._draw_assignee(painter, inner, row)
        elif column is Column.URGENCY and row.urgency != Urgency.NORMAL:
            draw_text(painter, inner, label("urgency", row.urgency), font("secondary", bold=True), now.danger)
        elif column is not Column.DEADLINE:
            draw_text(painter, inner, self._model.words_of(row, column), font("secondary"), now.text2)
        else:
            draw_deadline(painter, mirror.at(0, rect.width() - _END), row_mark(row, self._model.today))

    def _draw_mark(self, painter: QPainter, mirror: Mirror, row: PetitionRow) -> None:
        if self.marks is not None and row.id in self.marks:
            paint_icon(painter, mirror.at(9, 18), "ph.check-square", theme().accent)
        elif row.unread:
            draw_dot(painter, mirror.at(12, 12).center(), theme().accent, 8)

    def _draw_subject(self, painter: QPainter, rect: QRectF, row: PetitionRow) -> None:
        now, mirror = theme(), Mirror.of(rect)
        present = present_words(self._model.present_at(row.id))
        if present:
            # At the end of the column, in the place of the first words: at most half of it.
            room = min(rect.width() / 2, text_width(present, font("header")) + 2)
            box = mirror.at(rect.width() - room, room)
            draw_text(painter, box, present, font("header"), now.info)
            rect = mirror.at(0, rect.width() - room - 12)
            mirror = Mirror.of(rect)
        alike = self._model.alike_at(row.id)
        if alike:
            rect = self._draw_alike(painter, rect, alike_number(alike))
            mirror = Mirror.of(rect)
        strong = font("interface", bold=row.unread)
        # A long subject leaves room for its labels, as far as they take no more than half.
        kept = min(labels_width(row.labels), rect.width() / 2)
        subject = mirror.at(0, rect.width() - kept)
        query = parse_query(self._model.wanted.query)
        words = visible_controls(row.subject)
        drawn = draw_marked_text(painter, subject, words, marked(query, words), strong, now.text, now.warnbg)
        drawn += draw_labels(painter, mirror, drawn + 8, rect.width(), row.labels)
        left = rect.width() - drawn - 12
        if left > 24:
            box = mirror.at(drawn + 12, left)
            words = visible_controls(row.snippet)
            found = marked(query, words)
            draw_marked_text(painter, box, words, found, font("secondary"), now.text2, now.warnbg)

    @staticmethod
    def _draw_alike(painter: QPainter, rect: QRectF, words: str) -> QRectF:
        """The mark of near-equal ones at the end of the column; returns the room that it leaves."""
        now, mirror = theme(), Mirror.of(rect)
        room = _ALIKE + 4 + text_width(words, font("header")) + 2
        paint_icon(painter, mirror.at(rect.width() - room, _ALIKE), "ph.copy", now.text2)
        draw_text(
            painter, mirror.at(rect.width() - room + _ALIKE + 4, room), words, font("header"), now.text2
        )
        return mirror.at(0, rect.width() - room - 12)

    def _draw_assignee(self, painter: QPainter, rect: QRectF, row: PetitionRow) -> None:
        now = theme()
        own = row.assignee_id is not None and row.assignee_id == self._person_id
        ink = now.acctext if own else now.text if row.assignee_id else now.text2
        flag = Qt.AlignmentFlag.AlignLeading
        draw_text(painter, rect, assignee_words(row, self._person_id), font("secondary", bold=own), ink, flag)
