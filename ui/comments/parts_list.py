"""The list of provisions with their numbers of comments and of undecided comments."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from desktop_app.instruments.comments.review import CommentedProvision
from desktop_app.wording import digits, fill, translate
from ui.comments.words import part_name
from ui.guard import guarded
from ui.icons import paint_icon
from ui.theme import font, theme
from ui.widgets.painting import Mirror, draw_text, hairline, right_to_left
from ui.widgets.rows import RowList, RowsModel

PARTS_WIDTH: Final = 184
_COUNT, _LEFT = 40, 44


class PartsList(RowList[CommentedProvision]):
    """`picked` is emitted with the selected part."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            translate("Comments", "Provisions"),
            RowsModel(part_name, spoken=_spoken),
            draw_part,
            parent,
            line=False,
            key=lambda part: part.key,
            steady=True,
            smooth=True,
        )

    def show_parts(self, parts: Sequence[CommentedProvision], keep: str | None) -> None:
        """Shows the parts; selects the part `keep`, otherwise the first with undecided comments."""
        if all(part.key != keep for part in parts):
            waiting = [part.key for part in parts if part.undecided]
            keep = next(iter(waiting or [part.key for part in parts if part.comments]), None)
        self.show_rows(parts, keep)

    def steps_on(self, row: CommentedProvision) -> bool:
        """Returns whether a part has comments."""
        return bool(row.comments)

    def go_to_key(self, key: str) -> None:
        """Selects the part with a key, if it exists."""
        at = next((i for i, part in enumerate(self.rows()) if part.key == key), None)
        if at is not None:
            self.go_to(at)


def waiting_words(part: CommentedProvision) -> str:
    """Returns the number of comments on a part, and of those that are undecided."""
    words = translate("Comments", "{n} comments, {m} undecided")
    return fill(words, n=len(part.comments), m=part.undecided)


def _spoken(part: CommentedProvision) -> str:
    words = translate("Comments", "{name}: {waiting}")
    return fill(words, name=part_name(part), waiting=waiting_words(part))


def draw_part(painter: QPainter, rect: QRectF, part: CommentedProvision) -> None:
    """Draws the name, the number of comments and the number of undecided ones."""
    now, mirror = theme(), Mirror.of(rect)
    count, left = len(part.comments), part.undecided
    ink = now.text if count else now.text3
    room = rect.width() - 16 - _COUNT - _LEFT - 4
    draw_text(painter, mirror.at(16, room), part_name(part), font("secondary", bold=left > 0), ink)
    place = mirror.at(rect.width() - _COUNT - _LEFT, _COUNT)
    words = digits(count) if count else "—"
    draw_text(painter, place, words, font("header"), now.text2 if count else now.text3)
    end = mirror.at(rect.width() - _LEFT, _LEFT - 12)
    if left:
        draw_text(painter, end, digits(left), font("header", bold=True), now.acctext)
    elif count:
        paint_icon(painter, Mirror.of(end).at(0, 15), "ph.check", now.ok)


class PartsHead(QWidget):
    """The header with the column names."""

    def __init__(self, height: int) -> None:
        super().__init__()
        self.setFixedHeight(height)

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter, now, box = QPainter(self), theme(), QRectF(self.rect())
        painter.fillRect(box, now.pane)
        hairline(painter, box)
        mirror = Mirror.of(box)
        names = (
            (16.0, 80.0, translate("Comments", "Provisions"), font("secondary", bold=True), now.text),
            (box.width() - _COUNT - _LEFT, _COUNT, translate("Comments", "all"), font("header"), now.text2),
            (box.width() - _LEFT, _LEFT - 6, translate("Comments", "left"), font("header"), now.acctext),
        )
        for offset, width, words, which, ink in names:
            draw_text(painter, mirror.at(offset, width), words, which, ink)


class PartsColumn(QWidget):
    """The column with the border line beside the provisions."""

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme().pane)
        edge = 0 if right_to_left() else self.width() - 1
        painter.fillRect(QRectF(edge, 0, 1, self.height()), theme().line)
