"""The agenda of consultation windows as a list: what each waits for, and its window on a time line of days."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from desktop_app.instruments.consultation.agenda import Agenda, AgendaRow, AgendaSection, Waits
from desktop_app.instruments.drafting.service import InstrumentRow
from desktop_app.persian.dates import JalaliDay, day_and_month, month_name
from desktop_app.wording import digits, fill, translate
from ui.guard import guarded
from ui.instruments.agenda_words import section_name, waits_words
from ui.instruments.words import window_days, window_of
from ui.theme import font, theme
from ui.theme_tokens import COLUMN_HEADER
from ui.widgets.painting import Mirror, draw_text, fill_rounded, hairline, right_to_left, text_width
from ui.widgets.rows import RowList, RowsModel

_ROW, _HEADING = 56, 34
_PADDING = 16
#: The maximum width of the text, in pixels; the time line takes the rest.
_WORDS: Final = 340.0
_BAR = 12


class Days:
    """Maps days of an agenda to positions on the time line; the first day is at the leading edge."""

    def __init__(self, agenda: Agenda, box: QRectF) -> None:
        self._agenda = agenda
        self.box = box
        self.day_width = box.width() / ((agenda.last - agenda.first).days + 1)

    def span(self, first: date, last: date) -> QRectF:
        """Returns the rectangle from the start of `first` to the end of `last`, clipped to the time line."""
        start = max(0, (first - self._agenda.first).days)
        end = min((self._agenda.last - self._agenda.first).days, (last - self._agenda.first).days) + 1
        width = max(0, end - start) * self.day_width
        offset = start * self.day_width
        left = self.box.right() - offset - width if right_to_left() else self.box.left() + offset
        return QRectF(left, self.box.top(), width, self.box.height())

    def paint_ground(self, painter: QPainter) -> None:
        """Paints closed days shaded and today as a line."""
        agenda, now = self._agenda, theme()
        for day in agenda.closed:
            painter.fillRect(self.span(day, day), now.hover)
        today = self.span(agenda.today, agenda.today)
        painter.fillRect(QRectF(today.center().x() - 0.5, today.top(), 1, today.height()), now.accent)

    def marks(self) -> Iterator[tuple[date, QRectF]]:
        """Yields the first day of each week (Saturday) with its rectangle."""
        day = self._agenda.first
        while day <= self._agenda.last:
            if day.weekday() == 5:
                yield day, self.span(day, day)
            day += timedelta(days=1)


def line_box(rect: QRectF) -> QRectF:
    """Returns the part of a row that the time line takes."""
    words = min(_WORDS, rect.width() * 0.5)
    return Mirror.of(rect).at(_PADDING + words + 12, max(0.0, rect.width() - words - 2 * _PADDING - 12))


Line = AgendaSection | AgendaRow


class AgendaList(RowList[Line]):
    """A list of headings (`AgendaSection`) and rows (`AgendaRow`); `opened` is emitted for Enter or a double
    click."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            translate("Instruments", "Calendar of windows"),
            RowsModel(_words, spoken=_spoken, heading=lambda line: isinstance(line, AgendaSection)),
            self._draw,
            parent,
            height=lambda line: _HEADING if isinstance(line, AgendaSection) else _ROW,
            key=lambda line: line.row.id if isinstance(line, AgendaRow) else None,
            smooth=True,
        )
        self._agenda: Agenda | None = None

    def show_agenda(self, agenda: Agenda, keep: int | None) -> None:
        """Shows an agenda and selects the instrument `keep`, otherwise the first."""
        lines: list[Line] = []
        for row in agenda.rows:
            before = lines[-1] if lines else None
            if not isinstance(before, AgendaRow) or before.section is not row.section:
                lines.append(row.section)
            lines.append(row)
        self._agenda = agenda
        self.show_rows(lines, keep)

    def _draw(self, painter: QPainter, rect: QRectF, line: Line) -> None:
        if self._agenda is not None:
            draw_line(painter, rect, line, self._agenda)


def instrument_of(line: Line | None) -> InstrumentRow | None:
    """Returns the instrument of a row; None for a heading."""
    return line.row if isinstance(line, AgendaRow) else None


def _words(line: Line) -> str:
    return section_name(line) if isinstance(line, AgendaSection) else line.row.title


def _spoken(line: Line) -> str:
    if isinstance(line, AgendaSection):
        return section_name(line)
    parts = [line.row.title, waits_words(line)]
    if line.row.opened_on is not None:
        parts.append(window_days(line.row))
    return translate("Instruments", ", ").join(parts)


def draw_line(painter: QPainter, rect: QRectF, line: Line, agenda: Agenda) -> None:
    """Draws a heading, or an instrument with what it waits for and its window on the time line."""
    now = theme()
    if isinstance(line, AgendaSection):
        painter.fillRect(rect, now.pane)
        hairline(painter, rect)
        words = Mirror.of(rect).at(_PADDING, rect.width() - 2 * _PADDING)
        draw_text(painter, words, section_name(line), font("header", bold=True), now.text2)
        return
    mirror, days = Mirror.of(rect), Days(agenda, line_box(rect))
    days.paint_ground(painter)
    room = min(_WORDS, rect.width() * 0.5)
    title = mirror.at(_PADDING, room, top=rect.top() + 7, height=22)
    draw_text(painter, title, line.row.title, font("interface", bold=True), now.text)
    below = mirror.at(_PADDING, room, top=rect.top() + 29, height=20)
    ink = now.text2 if line.waits is Waits.PUBLIC else now.acctext
    draw_text(painter, below, waits_words(line), font("header"), ink)
    _window(painter, days, line, agenda.today)


def _window(painter: QPainter, days: Days, line: AgendaRow, today: date) -> None:
    """Draws the bar from the opening day to the last day; days that have passed are pale."""
    row, now = line.row, theme()
    if row.opened_on is None or row.closes_on is None:
        return
    whole = days.span(row.opened_on, row.closes_on)
    if whole.width() <= 0:
        return
    top = whole.center().y() - _BAR / 2
    over = row.closes_on < today
    fill_rounded(painter, QRectF(whole.left(), top, whole.width(), _BAR), now.line2, 3)
    if not over:
        left = days.span(max(row.opened_on, today), row.closes_on)
        colour = now.warnline if line.section is AgendaSection.SOON else now.accent
        fill_rounded(painter, QRectF(left.left(), top, left.width(), _BAR), colour, 3)
    window = window_of(row, today)
    if window is None or over:
        return
    # The text goes after the end of the bar, or before its start if there is no room after it.
    words = window.words
    wide = text_width(words, font("header")) + 8
    after = whole.left() - wide - 4 if right_to_left() else whole.right() + 4
    fits = after >= days.box.left() and after + wide <= days.box.right()
    before = whole.right() + 4 if right_to_left() else whole.left() - wide - 4
    place = QRectF(after if fits else before, whole.top(), wide, whole.height())
    draw_text(painter, place, words, font("header"), now.text)


class AgendaHead(QWidget):
    """The header of the time line: weeks, and the name of each month at its start."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._agenda: Agenda | None = None
        self.setFixedHeight(COLUMN_HEADER)

    def show_agenda(self, agenda: Agenda) -> None:
        self._agenda = agenda
        self.update()

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter, now, box = QPainter(self), theme(), QRectF(self.rect())
        painter.fillRect(box, now.pane)
        hairline(painter, box)
        words = translate("Instruments", "What waits for whom")
        draw_text(painter, Mirror.of(box).at(_PADDING, _WORDS), words, font("header"), now.text2)
        if self._agenda is None:
            return
        days = Days(self._agenda, line_box(box))
        month = 0
        for day, place in days.marks():
            jalali = JalaliDay.of(day)
            said = digits(jalali.day)
            if jalali.month != month:
                said = f"{said} {month_name(jalali.month)}"
                month = jalali.month
            wide = text_width(said, font("header")) + 4
            left = place.right() - wide if right_to_left() else place.left()
            if left >= days.box.left() - 2 and left + wide <= days.box.right() + 2:
                draw_text(
                    painter, QRectF(left, box.top(), wide, box.height()), said, font("header"), now.text2
                )


def agenda_summary(agenda: Agenda) -> str:
    """Returns for example «۲ مهلت تا هفت روز دیگر پایان می‌یابد · امروز ۵ آذر»."""
    soon = (
        fill(translate("Instruments", "{n} windows close within seven days"), n=agenda.soon)
        if agenda.soon
        else translate("Instruments", "No window closes within seven days")
    )
    today = fill(translate("Instruments", "today {day}"), day=day_and_month(agenda.today))
    return translate("Instruments", " · ").join([soon, today])
