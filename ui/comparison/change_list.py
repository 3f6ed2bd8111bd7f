"""The list of changes beside the texts, grouped by chapter, with summaries and review marks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QRectF, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QListView, QWidget

from desktop_app.instruments.drafting.review_marks import MarkState, ReviewerMark
from desktop_app.persian.dates import day_and_month, tehran_day
from desktop_app.wording import translate
from ui.comparison.mark_book import MARK_ICONS, MarkBook
from ui.guard import guarded
from ui.icons import paint_icon
from ui.theme import font, theme
from ui.theme_tokens import GROUP_HEADER, ROW_TWO_LINES
from ui.widgets.comparison_view.labels import change_summary, change_title
from ui.widgets.comparison_view.reading import ComparisonReading
from ui.widgets.comparison_view.review import mark_name
from ui.widgets.comparison_view.row_painting import KIND_ICONS
from ui.widgets.painting import Mirror, draw_dot, draw_text
from ui.widgets.rows import LONGEST, RowList, RowsModel


@dataclass(frozen=True, slots=True)
class _Heading:
    text: str


class ChangeListModel(RowsModel[_Heading | int]):
    """Headings, and the indexes of the changes that pass the filter."""

    def __init__(self) -> None:
        super().__init__(self.title, spoken=self._spoken, tip=self._tip, heading=_is_heading)
        self._reading: ComparisonReading | None = None
        self._book: MarkBook | None = None
        self._taken: Mapping[int, str] = {}
        self._notes: Mapping[int, str] = {}

    def show_reading(self, reading: ComparisonReading | None, book: MarkBook | None = None) -> None:
        """Shows the changes that pass the filter of a reading, with the marks of `book`."""
        self._reading, self._book = reading, book
        self.show_rows([] if reading is None else _items(reading))

    @property
    def shown(self) -> tuple[ComparisonReading | None, MarkBook | None]:
        """The reading and the marks that are shown."""
        return self._reading, self._book

    def show_taken(self, taken: Mapping[int, str]) -> None:
        """Sets a text for each change whose old wording is taken into the next revision: where it comes from."""
        self._taken = taken

    def show_notes(self, notes: Mapping[int, str]) -> None:
        """Sets additional lines for the tooltips of changes."""
        self._notes = notes

    def nothing_words(self) -> str:
        """Returns the text for an empty list: nothing matches the filter, or there are no changes."""
        if self._reading is not None and not self._reading.substantive:
            return translate("Comparison", "No substantive change")
        return translate("Comparison", "No change of this kind")

    def row_of(self, change: int) -> int:
        """Returns the row of a change, -1 if the filter hides it."""
        return self.rows.index(change) if change in self.rows else -1

    def seen(self, change: int) -> bool:
        """Whether the reader has visited a change."""
        return self._reading is not None and change in self._reading.seen

    def mark(self, change: int) -> MarkState | None:
        """Returns the reader's own mark of a change."""
        return self._book.of(change) if self._book is not None else None

    def colleagues(self, change: int) -> tuple[ReviewerMark, ...]:
        """Returns the colleagues' marks of a change, other than "seen"."""
        marks = self._book.colleagues(change) if self._book is not None else ()
        return tuple(mark for mark in marks if mark.state is not MarkState.SEEN)

    def kind_icon(self, change: int) -> tuple[str, str]:
        """Returns icon and colour of a change."""
        assert self._reading is not None
        return KIND_ICONS[self._reading.changes[change].kind]

    def title(self, row: _Heading | int) -> str:
        """Returns the title of a row."""
        if isinstance(row, _Heading):
            return row.text
        assert self._reading is not None
        return change_title(self._reading.comparison, self._reading.changes[row])

    def summary(self, change: int) -> str:
        """Returns the summary of a change, after the origin of its old wording."""
        parts = [self._taken[change]] if change in self._taken else []
        return translate("Comparison", " · ").join([*parts, self._happened(change)])

    def _happened(self, change: int) -> str:
        assert self._reading is not None
        return change_summary(self._reading.comparison, self._reading.changes[change])

    def _tip(self, row: _Heading | int) -> str:
        if isinstance(row, _Heading):
            return ""
        # The row shows only the beginning of the summary.
        return "\n".join([self.title(row), self._happened(row), *self._mark_lines(row)])[:400]

    def _spoken(self, row: _Heading | int) -> str:
        if isinstance(row, _Heading):
            return row.text
        return "، ".join([self.title(row), self._happened(row), *self._mark_lines(row)])[:LONGEST]

    def _mark_lines(self, item: int) -> list[str]:
        """Returns one line per mark of a change, the reader's own first."""
        own = self.mark(item)
        lines = [mark_name(own)] if own is not None else []
        lines += [self._notes[item]] if item in self._notes else []
        return lines + [
            f"{mark.person_name}: {mark_name(mark.state)}، {day_and_month(tehran_day(mark.at))}"
            for mark in (self._book.colleagues(item) if self._book is not None else ())
        ]


class ChangeList(RowList[_Heading | int]):
    """The list view; `change_chosen` is emitted on a click or an arrow key."""

    change_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        self.changes = ChangeListModel()
        super().__init__(
            translate("Comparison", "Changes"),
            self.changes,
            lambda painter, rect, row: draw_change(painter, rect, row, self.changes),
            parent,
            height=lambda row: GROUP_HEADER if isinstance(row, _Heading) else ROW_TWO_LINES,
            line=False,
            smooth=True,
        )
        self.setFrameShape(QListView.Shape.NoFrame)
        self.viewport().setAutoFillBackground(False)
        self._marking = self._passing = False
        self.picked.connect(self._on_picked)

    @guarded(None)
    def focusInEvent(self, event: QFocusEvent) -> None:
        # Qt makes the first row current on focus; that must not jump to it.
        self._marking, self._passing = True, False
        super().focusInEvent(event)
        self._marking = False

    @guarded(None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        # A held key passes over changes, which nobody has seen thereby.
        self._passing = event.isAutoRepeat()
        super().keyPressEvent(event)

    @guarded(None)
    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        super().keyReleaseEvent(event)
        if self._passing and not event.isAutoRepeat():
            self._passing = False
            self._on_picked(self.current())

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), theme().pane)
        edge = Mirror.of(QRectF(self.viewport().rect())).at(self.viewport().width() - 1, 1)
        painter.fillRect(edge, theme().line)
        if not self.changes.rowCount():
            words = self.changes.nothing_words()
            room = QRectF(self.viewport().rect()).adjusted(16, 12, -16, 0)
            draw_text(
                painter, QRectF(room.x(), room.y(), room.width(), 24), words, font("secondary"), theme().text2
            )
        painter.end()
        super().paintEvent(event)

    def mark(self, change: int | None) -> None:
        """Selects the row of a change without emitting `change_chosen`."""
        row = -1 if change is None else self.changes.row_of(change)
        self._marking = True
        if row >= 0:
            self.go_to(row)
            self.scrollTo(self.currentIndex())
        else:
            self.setCurrentIndex(QModelIndex())
        self._marking = False
        self.refresh_marks()

    def refresh_marks(self) -> None:
        """Repaints after marks changed.

        Emitting `dataChanged` would make a list with two row heights lay out every row, 30 ms for 3,000; no
        height changes here.
        """
        self.viewport().update()

    def _on_picked(self, change: _Heading | int | None) -> None:
        if isinstance(change, int) and not self._marking and not self._passing:
            self.change_chosen.emit(change)


def _is_heading(row: _Heading | int) -> bool:
    return isinstance(row, _Heading)


def draw_change(painter: QPainter, rect: QRectF, change: _Heading | int, model: ChangeListModel) -> None:
    """Draws a heading, or the summary of a change with its marks."""
    mirror, now, title = Mirror.of(rect), theme(), model.title(change)[:LONGEST]
    if isinstance(change, _Heading):
        draw_text(painter, mirror.at(16, rect.width() - 32), title, font("header"), now.text2)
        return
    name, colour = model.kind_icon(change)
    paint_icon(painter, mirror.at(12, 18), name, now.colour(colour))
    room, middle = rect.width() - 38 - (58 if model.colleagues(change) else 44), rect.center().y()
    strong = font("secondary", bold=True)
    draw_text(painter, mirror.at(38, room, top=middle - 21, height=22), title, strong, now.text)
    summary = model.summary(change)[:LONGEST]
    draw_text(painter, mirror.at(38, room, top=middle - 1, height=20), summary, font("header"), now.text2)
    mark = mirror.at(rect.width() - 32, 20)
    own = model.mark(change)
    if own is None and not model.seen(change):
        draw_dot(painter, mark.center(), now.accent, 7)
    else:
        icon, ink = MARK_ICONS[own or MarkState.SEEN]
        paint_icon(painter, QRectF(mark.x() + 2, middle - 8, 16, 16), icon, now.colour(ink))
    colleagues = model.colleagues(change)
    if colleagues:
        wanted = any(one.state is MarkState.DISCUSS for one in colleagues)
        beside = mirror.at(rect.width() - 50, 14, top=middle - 7, height=14)
        paint_icon(painter, beside, "ph.users", now.warn if wanted else now.ok)


def _items(reading: ComparisonReading) -> list[_Heading | int]:
    found: list[_Heading | int] = []
    above: tuple[str, ...] = ()
    for number in reading.shown_changes:
        path = reading.chapter_of(number)
        if path != above and path:
            found.append(_Heading(reading.chapters.get(path) or path[-1]))
        above = path
        found.append(number)
    return found
