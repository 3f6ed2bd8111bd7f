"""Painter of the subject of an inbox row: its marks, colleagues who have it open, and its first words."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter

from desktop_app.persian.greetings import after_greeting
from desktop_app.persian.query import Query, marked, parse_query
from desktop_app.persian.text import visible_controls
from desktop_app.petitions.lists.inbox import PetitionRow
from desktop_app.petitions.vocabulary import Urgency
from desktop_app.wording import digits
from desktop_app.wording.labels import label
from ui.icons import paint_icon
from ui.petitions.desk.label_chips import draw_labels, labels_width
from ui.petitions.lists.model import PetitionListModel
from ui.petitions.lists.row_words import alike_chip_words, notice_word
from ui.theme import theme
from ui.theme_tokens import RADIUS_CHIP
from ui.widgets.chip import CHIP_HEIGHT, draw_chip
from ui.widgets.painting import Mirror, draw_marked_text, draw_text, fill_rounded, text_width
from ui.widgets.presence_line import presence_chip_words, presence_icon

_ICON: Final = 14
_GAP: Final = 8
#: Free pixels before the first words, and the smallest width that shows them.
_BEFORE_WORDS: Final = 12
_FEWEST_WORDS: Final = 24


class SubjectPainter:
    """Paints what stands beside the kind: subject, urgency, colleagues or first words, and counts."""

    def __init__(self, model: PetitionListModel) -> None:
        self._model = model

    def draw(
        self, painter: QPainter, rect: QRectF, row: PetitionRow, *, urgency_word: bool, presence: bool = True
    ) -> None:
        """Draws one line.

        The subject gives way to everything else, the first words give way to the subject. `urgency_word` writes
        the urgency beside its mark. Without `presence`, colleagues are shown elsewhere.
        """
        mirror = Mirror.of(rect)
        start = self._draw_notice(painter, mirror) if row.notice else 0.0
        marks = _Marks(self._model, row, urgency_word=urgency_word, presence=presence)
        kept = min(labels_width(row.labels), rect.width() / 2)
        words = visible_controls(row.subject)
        room = max(rect.width() - start - kept - marks.width, min(60.0, rect.width() - start))
        now = theme()
        strong = now.face("interface", bold=True) if row.unread else now.face("interface")
        query = _parsed(self._model.wanted.query)
        found = _marked(query, words)
        end = start + draw_marked_text(
            painter, mirror.at(start, room), words, found, strong, now.ink("text"), now.ink("warnbg")
        )
        end += draw_labels(painter, mirror, end + 8, rect.width(), row.labels)
        end = marks.draw(painter, mirror, end)
        if not marks.chip and rect.width() - end - _BEFORE_WORDS > _FEWEST_WORDS:
            box = mirror.at(end + _BEFORE_WORDS, rect.width() - end - _BEFORE_WORDS)
            words = visible_controls(after_greeting(row.snippet))
            found = _marked(query, words)
            draw_marked_text(
                painter, box, words, found, now.face("secondary"), now.ink("text2"), now.ink("warnbg")
            )

    def draw_presence(self, painter: QPainter, mirror: Mirror, row: PetitionRow, offset: float) -> float:
        """Draws the colleagues who have a petition open as a chip at `offset`; returns its width, 0 for none."""
        return _Marks(self._model, row, urgency_word=False, presence=True).draw_chip(painter, mirror, offset)

    @staticmethod
    def _draw_notice(painter: QPainter, mirror: Mirror) -> float:
        room = text_width(notice_word(), theme().face("header")) + 18
        box = QRectF(0, 0, room, CHIP_HEIGHT)
        box.moveCenter(mirror.at(0, room).center())
        draw_chip(painter, box, notice_word(), "warn")
        return room + _GAP


class _Marks:
    """What follows the subject: urgency, colleagues, counts. `width` is their width with gaps, in pixels."""

    def __init__(
        self, model: PetitionListModel, row: PetitionRow, *, urgency_word: bool, presence: bool
    ) -> None:
        here = model.indicators.present_at(row.id) if presence else ()
        self.chip = presence_chip_words(here)
        self._chip_icon = presence_icon(here)
        self._urgency = ""
        self._urgent = row.urgency != Urgency.NORMAL
        if self._urgent and urgency_word:
            self._urgency = label("urgency", row.urgency)
        alike = model.indicators.alike_at(row.id)
        self._alike = alike_chip_words(alike)
        self._further = digits(row.further) if row.further else ""
        self._wrote_again = row.wrote_again
        face = theme().face("header")
        self._strong = theme().face("header", bold=True)
        self.width = 0.0
        if self._urgent:
            self.width += _GAP + _ICON + (4 + text_width(self._urgency, self._strong) if self._urgency else 0)
        for words in (self.chip, self._alike):
            self.width += _GAP + 1 + _chip_width(words) if words else 0
        if self._further:
            self.width += _GAP + 1 + _ICON + 4 + text_width(self._further, face)

    def draw(self, painter: QPainter, mirror: Mirror, offset: float) -> float:
        """Draws the marks behind `offset`; returns the new end."""
        now = theme()
        if self._urgent:
            offset += _GAP
            paint_icon(painter, mirror.at(offset, _ICON), "ph.caret-double-up", now.ink("danger"))
            offset += _ICON
            if self._urgency:
                room = text_width(self._urgency, self._strong) + 1
                draw_text(
                    painter, mirror.at(offset + 4, room), self._urgency, self._strong, now.ink("danger")
                )
                offset += 4 + room
        if self._further:
            ink = now.ink("acctext" if self._wrote_again else "text2")
            room = text_width(self._further, now.face("header")) + 1
            paint_icon(painter, mirror.at(offset + _GAP, _ICON), "ph.chat-text", ink)
            offset += _GAP + _ICON + 4
            draw_text(painter, mirror.at(offset, room), self._further, now.face("header"), ink)
            offset += room
        if self._alike:
            offset += _GAP
            box = _chip_box(mirror, offset, self._alike)
            fill_rounded(painter, box, now.ink("base"), RADIUS_CHIP, now.ink("line2"))
            _draw_chip_words(painter, box, "ph.stack", self._alike, now.ink("text"))
            offset += box.width()
        if self.chip:
            offset += _GAP
            offset += self.draw_chip(painter, mirror, offset)
        return offset

    def draw_chip(self, painter: QPainter, mirror: Mirror, offset: float) -> float:
        """Draws the colleagues at `offset`; returns the width."""
        if not self.chip:
            return 0.0
        now, box = theme(), _chip_box(mirror, offset, self.chip)
        fill_rounded(painter, box, now.ink("accsoft"), RADIUS_CHIP)
        _draw_chip_words(painter, box, self._chip_icon, self.chip, now.ink("acctext"))
        return box.width()


def _chip_width(words: str) -> float:
    return text_width(words, theme().face("header")) + _ICON + 22


def _chip_box(mirror: Mirror, offset: float, words: str) -> QRectF:
    width = min(_chip_width(words), mirror.container.width() - offset)
    box = QRectF(0, 0, width, CHIP_HEIGHT)
    box.moveCenter(mirror.at(offset, width).center())
    return box


def _draw_chip_words(painter: QPainter, box: QRectF, icon: str, words: str, ink: QColor) -> None:
    mirror = Mirror.of(box)
    paint_icon(painter, mirror.at(8, _ICON), icon, ink)
    room = box.width() - _ICON - 20
    draw_text(painter, mirror.at(_ICON + 13, room), words, theme().face("header"), ink)


# The query is the same for all rows, and each row is matched again at each painting. Cache both.
_parsed = lru_cache(maxsize=8)(parse_query)
_found = lru_cache(maxsize=1024)(marked)


def _marked(query: Query, text: str) -> tuple[tuple[int, int], ...]:
    return _found(query, text) if query.wanted else ()
