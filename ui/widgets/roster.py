"""A list of items that the administrator manages: name, short description, and whether the item is in use."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop_app.persian.text import fold
from desktop_app.wording import fill, translate
from ui.signals import ID
from ui.theme import font, theme
from ui.theme_tokens import ROW_TWO_LINES
from ui.widgets.chip import ChipColour, draw_chip
from ui.widgets.empty_state import EmptyState
from ui.widgets.painting import Mirror, draw_text, set_margins, text_width
from ui.widgets.rows import RowList, RowsModel
from ui.widgets.search_box import SearchBox

#: The `mark` of a row that is a heading; it cannot be selected.
HEADING: Final = "\0heading"


@dataclass(frozen=True)
class RosterRow:
    """A row; `key` is the id in the database."""

    key: int
    title: str
    about: str
    active: bool
    #: The text of the chip; if empty, an inactive row has a chip that says so.
    mark: str = ""
    #: The colour of the chip; without one it tells whether the row is in use.
    tone: ChipColour | Literal[""] = ""


class Roster(RowList[RosterRow]):
    """A list of `RosterRow`; `chosen` is emitted with the key when the current row changes."""

    chosen = Signal(ID)

    def __init__(
        self, name: str, parent: QWidget | None = None, *, model: RowsModel[RosterRow] | None = None
    ) -> None:
        super().__init__(
            name,
            model or roster_model(),
            draw_roster_row,
            parent,
            height=ROW_TWO_LINES,
            key=lambda row: row.key,
        )
        self.picked.connect(self._on_picked)

    def show_rows(self, rows: Sequence[RosterRow], key: object = None) -> None:
        """Replaces the rows and selects `key`, or keeps the current row."""
        super().show_rows(rows, self.key() if key is None else key)

    def key(self) -> int | None:
        """Returns the key of the current row, or None."""
        row = self.current()
        return row.key if row is not None else None

    def _on_picked(self, row: RosterRow | None) -> None:
        if row is not None:
            self.chosen.emit(row.key)


def roster_model(kind: type[RowsModel[RosterRow]] = RowsModel) -> RowsModel[RosterRow]:
    """Returns a model of rows and headings."""
    return kind(
        lambda row: row.title,
        spoken=lambda row: f"{row.title}, {row.about}",
        heading=lambda row: row.mark == HEADING,
    )


class RosterPane(QWidget):
    """A list below a filter box, with a placeholder for no rows and for no matches. Matching ignores spelling
    variants.

    The pane keeps all rows; the list has those that match the filter.
    """

    def __init__(
        self,
        roster: Roster,
        placeholder: str,
        nothing: tuple[str, str],
        *,
        beside: QWidget | None = None,
        icon: str = "ph.plus",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.roster = roster
        self._rows: tuple[RosterRow, ...] = ()
        self.box = SearchBox(placeholder)
        self.box.searched.connect(lambda _query: self._apply(None))
        self.box.submitted.connect(lambda _query: roster.setFocus(Qt.FocusReason.OtherFocusReason))
        self._nothing = EmptyState(nothing[0], nothing[1], icon=icon)
        self._not_found = EmptyState("", icon="ph.magnifying-glass")
        self._stack = QStackedWidget()
        for page in (roster, self._nothing, self._not_found):
            self._stack.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        above = QHBoxLayout()
        set_margins(above, 16, 10, 16, 10)
        above.setSpacing(8)
        if beside is not None:
            above.addWidget(beside)
        above.addWidget(self.box, 1)
        column.addLayout(above)
        column.addWidget(self._stack, 1)

    def say_nothing(self, title: str, text: str) -> None:
        """Sets the placeholder for an empty list."""
        self._nothing.show_words(title, text)

    def show_rows(self, rows: Sequence[RosterRow], key: int | None = None) -> None:
        """Replaces the rows. Clears the filter if it would hide the row `key`, so that a new row is visible."""
        self._rows = tuple(rows)
        if key is not None and key not in {row.key for row in self._passing()}:
            self.box.clear_search()
        self._apply(key)

    def _passing(self) -> list[RosterRow]:
        wanted = fold(self.box.text()).split()
        if not wanted:
            return list(self._rows)
        return [
            row
            for row in self._rows
            if row.mark != HEADING and all(word in fold(f"{row.title} {row.about}") for word in wanted)
        ]

    def _apply(self, key: int | None) -> None:
        found = self._passing()
        self.roster.show_rows(found, key)
        if not self._rows:
            self._stack.setCurrentIndex(1)
        elif not found:
            words = translate("Administration", "Nothing fits “{query}”.")
            self._not_found.show_words(fill(words, query=self.box.text().strip()), "")
            self._stack.setCurrentIndex(2)
        else:
            self._stack.setCurrentIndex(0)


def draw_roster_row(painter: QPainter, rect: QRectF, row: RosterRow) -> None:
    """Draws title, text and chip of a row, or a heading."""
    now, mirror = theme(), Mirror.of(rect)
    if row.mark == HEADING:
        line = mirror.at(16, rect.width() - 32, top=rect.bottom() - 26, height=22)
        draw_text(painter, line, row.title, font("header", bold=True), now.text2)
        return
    room = rect.width() - 32
    word = row.mark or ("" if row.active else translate("Administration", "Not in use"))
    if word:
        width = text_width(word, font("header")) + 20
        chip = mirror.at(rect.width() - 16 - width, width, top=rect.center().y() - 11, height=22)
        draw_chip(painter, chip, word, row.tone or ("info" if row.mark and row.active else "slate"))
        room -= width + 12
    ink = now.text if row.active else now.text3
    upper = mirror.at(16, room, top=rect.top() + 3, height=21)
    lower = mirror.at(16, room, top=rect.top() + 22, height=18)
    draw_text(painter, upper, row.title, font("interface", bold=row.active), ink)
    draw_text(painter, lower, row.about, font("header"), now.text2)
