"""The list of comments on a provision: sender, group, channel, day and text."""

from __future__ import annotations

import time
from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QFont, QKeyEvent, QPainter, QResizeEvent, QTextLayout
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from desktop_app.instruments.comments.service import CommentRow
from desktop_app.instruments.vocabulary import Disposition, HiddenReason
from desktop_app.persian.text import visible_controls
from desktop_app.wording import fill, translate
from desktop_app.wording.labels import label
from ui.comments.text_heights import TextHeights
from ui.comments.words import about, shown_text
from ui.guard import guarded
from ui.icons import paint_icon
from ui.theme import appearance, font, theme
from ui.theme_tokens import DOCUMENT_LINE
from ui.widgets.chip import CHIP_HEIGHT, draw_chip
from ui.widgets.comment_sender import sender
from ui.widgets.painting import Mirror, draw_text, reads_right_to_left, text_width
from ui.widgets.plain import text_option
from ui.widgets.rows import RowList, RowsModel

_PADDING = 20
_HEAD = 34
_FOOT = 10
#: More rows than this are higher than any window.
_SURELY_HIGHER = 200
#: The number of initial rows of a long list. The heights of the other rows are computed in idle time, for at most
#: `_TURN` seconds in each turn of the event loop.
_AT_ONCE = 60
_TURN = 0.008
#: The number of cached text layouts: enough for a few screens of the list.
_KEPT = 256
#: The icon and colour of each disposition.
MARKS: Final[dict[Disposition, tuple[str, str]]] = {
    Disposition.ACCEPTED: ("ph.check-circle", "ok"),
    Disposition.PARTLY_ACCEPTED: ("ph.check-circle", "acctext"),
    Disposition.REJECTED: ("ph.x-circle", "danger"),
    Disposition.OUT_OF_SCOPE: ("ph.prohibit", "text2"),
    Disposition.ALREADY_COVERED: ("ph.equals", "text2"),
}


class CommentList(RowList[CommentRow]):
    """`picked` is emitted with the selected comment or None, and `opened` for Enter or a double click."""

    #: A line count differs from its estimate, so the rows must be laid out again.
    recounted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        self._texts = _Texts(self)
        super().__init__(
            translate("Comments", "Comments"),
            RowsModel(shown_text, spoken=_spoken),
            self._draw,
            parent,
            height=self._texts.height,
            key=_key,
            steady=True,
            smooth=True,
        )
        #: All comments; in a long list, the last ones may have no row yet.
        self.listed: tuple[CommentRow, ...] = ()
        self.recounted.connect(self.scheduleDelayedItemsLayout, Qt.ConnectionType.QueuedConnection)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        #: Runs while rows are missing. `_next` is the index of the next comment to measure.
        self._coming = QTimer(self, interval=0)
        self._coming.timeout.connect(self._count_on)
        self._next = 0
        appearance().theme_changed.connect(self._rescale)

    def show_comments(self, comments: Sequence[CommentRow], keep: int | None) -> None:
        """Shows the comments; selects the comment `keep`, otherwise the first.

        Does not scroll if the rows start with the present ones.
        """
        # A long list always needs the scroll bar. Showing it late would change the width and repeat the layout.
        many = len(comments) > _SURELY_HIGHER
        policy = Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(policy.ScrollBarAlwaysOn if many else policy.ScrollBarAsNeeded)
        at = next((i for i, comment in enumerate(comments) if comment.id == keep), 0)
        self._reveal()
        self.listed = tuple(comments)
        # If the selected comment is near the top, a first part of the rows is enough.
        in_parts = many and at < _AT_ONCE // 2 and not self.row_model.continues(comments, _key)
        self._next = _AT_ONCE if in_parts else len(comments)
        if in_parts:
            self._coming.start()
        self.show_rows(comments[: self._next], keep)

    def chosen(self) -> tuple[CommentRow, ...]:
        """Returns the selected comments, in list order."""
        rows = sorted(index.row() for index in self.selectionModel().selectedIndexes())
        return tuple(self.listed[row] for row in rows)

    def step(self, step: int) -> None:
        """Moves the selection by `step` rows."""
        self._reveal()
        self.go_to(self.currentIndex().row() + step)

    def _count_on(self) -> None:
        """Measures more comments within the time limit; appends the missing rows when all are measured."""
        end = time.perf_counter() + _TURN
        while self._next < len(self.listed) and time.perf_counter() < end:
            self._texts.height(self.listed[self._next])
            self._next += 1
        if self._next >= len(self.listed):
            self._reveal()

    def _reveal(self) -> None:
        """Appends the missing rows."""
        self._coming.stop()
        self.row_model.append_rows(self.listed[len(self.rows()) :])

    @guarded(None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Keys such as End or Ctrl+A must apply to all comments.
        self._reveal()
        super().keyPressEvent(event)

    def _rescale(self) -> None:
        self._texts.forget(scale=True)
        self.scheduleDelayedItemsLayout()

    def _draw(self, painter: QPainter, rect: QRectF, comment: CommentRow) -> None:
        _draw_head(painter, comment, rect)
        painter.setPen(theme().text)
        inner = Mirror.of(rect).at(_PADDING, rect.width() - 2 * _PADDING)
        self._texts.laid_out(comment).draw(painter, QPointF(inner.left(), rect.top() + _HEAD))

    @guarded(None)
    def resizeEvent(self, event: QResizeEvent) -> None:
        if event.size().width() != event.oldSize().width():
            self._texts.forget()
        super().resizeEvent(event)


class _Texts:
    """Estimates the line counts of all texts, and lays out the visible ones."""

    def __init__(self, owner: CommentList) -> None:
        self._owner = owner
        self._heights = TextHeights()
        self._set: dict[str, tuple[QTextLayout, int]] = {}
        #: Heights by comment id, with the text and visibility they belong to; the view asks for all rows repeatedly.
        self._known: dict[int, tuple[str, HiddenReason | None, int]] = {}
        #: The distance between two lines, in pixels.
        self._step: float | None = None

    def forget(self, *, scale: bool = False) -> None:
        """Clears the caches after a change of the width or, with `scale`, of the display scale."""
        self._set.clear()
        self._known.clear()
        self._step = None
        if scale:
            self._heights.forget()

    def lines(self, comment: CommentRow) -> int:
        """Returns the number of lines of a comment's text."""
        self._prepared()
        return self._heights.lines(shown_text(comment))

    def _prepared(self) -> float:
        """Returns the distance between two lines; cached until width or scale change."""
        if self._step is None:
            self._heights.prepare(font("comparison"), self._width())
            self._step = line_step(font("comparison"), self._owner.logicalDpiY())
        return self._step

    def _width(self) -> float:
        return max(60.0, self._owner.viewport().width() - 2.0 * _PADDING)

    def laid_out(self, comment: CommentRow) -> QTextLayout:
        """Returns the text layout of a comment."""
        text = shown_text(comment)
        found = self._set.get(text)
        if found is None:
            while len(self._set) >= _KEPT:
                del self._set[next(iter(self._set))]
            found = self._set[text] = set_text(text, self._width(), self._owner.logicalDpiY())
            self._prepared()
            if self._heights.correct(text, found[1]):
                self._known.pop(comment.id, None)
                self._owner.recounted.emit()
        return found[0]

    def height(self, comment: CommentRow) -> int:
        """Returns the height of a comment's row, in pixels."""
        known = self._known.get(comment.id)
        if known is not None and known[0] == comment.text and known[1] is comment.hidden:
            return known[2]
        step = self._prepared()
        height = round(_HEAD + self._heights.lines(shown_text(comment)) * step + _FOOT)
        self._known[comment.id] = (comment.text, comment.hidden, height)
        return height


def _key(comment: CommentRow) -> int:
    return comment.id


def _spoken(comment: CommentRow) -> str:
    return f"{sender(comment)}، {about(comment)}: {shown_text(comment)}"


def _draw_head(painter: QPainter, comment: CommentRow, rect: QRectF) -> None:
    now, mirror = theme(), Mirror.of(rect)
    top, height, offset = rect.top() + 8, 22.0, float(_PADDING)
    end = rect.width() - _PADDING
    if comment.disposition is not None:
        end -= _draw_decision(painter, comment.disposition, mirror, end, top)
    elif comment.quote.strip() and comment.stands_for is None:
        words = fill(translate("Comments", "about “{words}”"), words=visible_controls(comment.quote[:60]))
        width = min(text_width(words, font("header")) + 2, 260.0)
        place = mirror.at(end - width, width, top=top, height=height)
        draw_text(painter, place, words, font("header"), now.text2)
        end -= width + 12
    name = sender(comment)
    room = max(0.0, min(end - offset, 220.0))
    group = comment.stands_for is not None
    if group:
        paint_icon(painter, mirror.at(offset, 16, top=top + 3, height=16), "ph.users-three", now.acctext)
        offset += 22
    ink = now.text if comment.sender or group else now.text2
    drawn = draw_text(
        painter,
        mirror.at(offset, room, top=top, height=height),
        name,
        font("secondary", bold=bool(comment.sender) or group),
        ink,
    )
    offset += drawn + 12
    place = mirror.at(offset, max(0.0, end - offset), top=top, height=height)
    offset += draw_text(painter, place, about(comment), font("header"), now.text2) + 12
    if comment.late and not group:
        words = translate("Comments", "late")
        box = mirror.at(offset, text_width(words, font("header")) + 18, top=top, height=CHIP_HEIGHT)
        draw_chip(painter, box, words, "warn")


def _draw_decision(
    painter: QPainter, disposition: Disposition, mirror: Mirror, end: float, top: float
) -> float:
    icon, colour = MARKS[disposition]
    words = label("disposition", disposition.value)
    width = text_width(words, font("header")) + 22
    place = mirror.at(end - width, width, top=top, height=22)
    inner = Mirror.of(place)
    paint_icon(painter, inner.at(0, 15), icon, theme().colour(colour))
    draw_text(painter, inner.at(20, width - 20), words, font("header"), theme().colour(colour))
    return width + 12


def line_step(which: QFont, dpi: int) -> float:
    """Returns the distance between two lines of a comment, in pixels."""
    return which.pointSizeF() * dpi / 72 * DOCUMENT_LINE / 100


def set_text(text: str, width: float, dpi: int) -> tuple[QTextLayout, int]:
    """Returns the layout of a text and its number of lines; `width` is in pixels."""
    which = font("comparison")
    layout = QTextLayout(text.replace("\n", "\u2028"), which)
    layout.setTextOption(text_option(rtl=reads_right_to_left(text)))
    step = line_step(which, dpi)
    layout.beginLayout()
    count = 0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0, count * step + (step - line.height()) / 2))
        count += 1
    layout.endLayout()
    return layout, max(1, count)
