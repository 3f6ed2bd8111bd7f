"""The list of annotations over all drafts: kind and words above the draft, the persons and the deadline."""

from __future__ import annotations

from datetime import date
from typing import Final

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from desktop_app.instruments.annotations.over_all import ThreadLine, ThreadView
from desktop_app.persian.dates import day_and_month, tehran_day
from desktop_app.wording import digits, fill, translate
from ui.annotations.thread_words import outcome_name, short_kind
from ui.icons import paint_icon
from ui.theme import font, theme
from ui.widgets.chip import draw_chip
from ui.widgets.comparison_view.thread_kinds import look_of
from ui.widgets.painting import Mirror, draw_text, text_width
from ui.widgets.rows import RowList, RowsModel

_ROW: Final = 60
_PADDING: Final = 16
_CHIP: Final = 64
_END: Final = 132
_GLYPH: Final = 14


class ThreadLineList(RowList[ThreadLine]):
    """`picked` is emitted with the selected thread, and `opened` for Enter or a double click."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            translate("Threads", "Annotations"),
            RowsModel(lambda line: line.quote, spoken=lambda line: spoken_words(line, self.today)),
            lambda painter, rect, line: draw_thread(painter, rect, line, self.today),
            parent,
            height=_ROW,
            key=lambda line: line.id,
            smooth=True,
            steady=True,
        )
        #: The day in Tehran from which deadlines are counted.
        self.today = date.min


def view_name(view: ThreadView) -> str:
    """Returns the name of a view."""
    return {
        ThreadView.MINE: translate("Threads", "Mine"),
        ThreadView.MENTIONED: translate("Threads", "Mentioning me"),
        ThreadView.OPEN: translate("Threads", "Open"),
        ThreadView.BLOCKING: translate("Threads", "Blocking"),
        ThreadView.OVERDUE: translate("Threads", "Overdue"),
        ThreadView.HOMELESS: translate("Threads", "Without a place"),
        ThreadView.CLOSED: translate("Threads", "Closed"),
    }[view]


def where_words(line: ThreadLine) -> str:
    """Returns draft and provision: «آیین‌نامهٔ نگارخانه‌ها · ماده ۴»."""
    return translate("Threads", " · ").join([line.title, *([digits(line.path[-1])] if line.path else [])])


def state_words(line: ThreadLine, today: date) -> tuple[str, str]:
    """Returns what matters most about a thread now, and its colour."""
    if not line.is_open:
        return outcome_name(line.outcome) if line.outcome is not None else "", "ok"
    if line.due_on is not None and line.overdue:
        days = (today - line.due_on).days
        return fill(translate("Threads", "{n} days late"), n=days), "danger"
    if line.waits_for_choice:
        return translate("Threads", "Which place?"), "warn"
    if line.homeless:
        return translate("Threads", "Without a place"), "warn"
    if line.due_on is not None:
        return fill(translate("Threads", "until {day}"), day=day_and_month(line.due_on)), "text2"
    return day_and_month(tehran_day(line.changed_at)), "text2"


def persons_words(line: ThreadLine) -> str:
    """Returns the author, the assignee and the number of replies."""
    parts = [line.author_name]
    if line.assignee_name:
        parts.append(fill(translate("Threads", "for {name}"), name=line.assignee_name))
    replies = len(line.messages) - 1
    if replies > 0:
        parts.append(fill(translate("Threads", "{n} replies"), n=replies))
    return translate("Threads", " · ").join([*parts, *line.labels])


def spoken_words(line: ThreadLine, today: date) -> str:
    """Returns everything that a row shows, for a screen reader."""
    blocking = translate("Threads", "blocks “ready”") if line.blocking else ""
    parts = (
        short_kind(line.kind), line.quote[:200], where_words(line), persons_words(line),
        state_words(line, today)[0], blocking,
    )  # fmt: skip
    return translate("Threads", "; ").join(part for part in parts if part)


def draw_thread(painter: QPainter, rect: QRectF, line: ThreadLine, today: date) -> None:
    """Draws the chip of the kind and the words, and below them the place and the persons."""
    now, mirror, top = theme(), Mirror.of(rect), rect.top() + 8
    draw_chip(
        painter, mirror.at(_PADDING, _CHIP, top=top, height=22), short_kind(line.kind),
        look_of(line.kind.value).chip,
    )  # fmt: skip
    start, room = _PADDING + _CHIP + 12, rect.width() - 2 * _PADDING
    words, ink = state_words(line, today)
    end = min(_END, text_width(words, font("header")) + 1)
    quote = mirror.at(start, _PADDING + room - start - end - 12, top=top, height=22)
    flat = " ".join(line.quote.split())
    draw_text(painter, quote, f"«{flat}»", font("interface", bold=line.is_open), now.text)
    place = mirror.at(_PADDING + room - end, end, top=top, height=22)
    draw_text(painter, place, words, font("header"), now.ink(ink))
    below, offset = top + 23, float(start)
    if line.blocking:
        box = mirror.at(offset, _GLYPH, top=below + 3, height=_GLYPH)
        paint_icon(painter, box, "ph.prohibit", now.warn)
        offset += _GLYPH + 6
    where = mirror.at(offset, (_PADDING + room - offset) * 0.6, top=below, height=20)
    drawn = draw_text(painter, where, where_words(line), font("header"), now.text2)
    offset += drawn + 12
    rest = mirror.at(offset, max(0.0, _PADDING + room - offset), top=below, height=20)
    draw_text(painter, rest, persons_words(line), font("header"), now.text3)
