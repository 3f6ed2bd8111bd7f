"""Visible columns of the inbox table: the chosen ones that fit into its width, or rows of two lines."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QHeaderView, QTableView

from ui import jobs
from ui.petitions.lists.columns import (
    FIXED,
    GIVEN_UP,
    NARROWEST,
    STANDARD,
    WIDEST,
    WIDTHS,
    PetitionColumn,
    width_name,
)
from ui.petitions.lists.row_painter import ColumnBounds

#: Columns whose widths a person chooses.
_DRAGGED: Final = tuple(column for column in WIDTHS if column is not PetitionColumn.MARK)
#: Smallest width of the subject, in pixels.
_NARROWEST_SUBJECT: Final = 180
#: A narrower list has rows of two lines instead of columns, in pixels.
TWO_LINES_BELOW: Final = 760
#: Pause in milliseconds after which a dragged width is remembered.
_SETTLES: Final = 400
#: How much a key changes a width, in pixels.
_STEP: Final = 16


class TableColumns(QObject):
    """Hides and resizes the columns of a table. `chosen` are those that the person selected.

    A column that is the same in each row is left out. The subject takes the room that the others leave, so a
    dragged border widens one of its neighbours and narrows the other.
    """

    #: The person dragged a border; carries the widths by name.
    widths_chosen = Signal(object)

    def __init__(self, table: QTableView) -> None:
        super().__init__(table)
        self._table = table
        self.chosen = frozenset(STANDARD)
        self.constant: frozenset[PetitionColumn] = frozenset()
        self.widths = dict(WIDTHS)
        self._two_lines = self._fitting = False
        self._settled = jobs.Debouncer(self, _SETTLES, self._tell)

    def follow(self, header: QHeaderView) -> None:
        """Lets the person drag the borders of a header. A double click on one restores the usual widths."""
        for column in PetitionColumn:
            if column is not PetitionColumn.MARK:
                header.setSectionResizeMode(column, QHeaderView.ResizeMode.Interactive)
        header.sectionResized.connect(self._on_dragged)
        header.sectionHandleDoubleClicked.connect(self._on_reset)
        self.fit(two_lines=self._two_lines)

    def use_widths(self, sizes: Mapping[str, int]) -> None:
        """Gives the columns the widths that the person chose earlier."""
        for column in _DRAGGED:
            wanted = sizes.get(width_name(column))
            if wanted is not None:
                self.widths[column] = min(max(wanted, NARROWEST), WIDEST)
        self.fit(two_lines=self._two_lines)

    def choose(self, columns: frozenset[PetitionColumn]) -> None:
        """Sets the chosen columns."""
        self.chosen = columns
        self.fit(two_lines=self._two_lines)

    def leave_out(self, constant: frozenset[PetitionColumn]) -> None:
        """Hides columns that are the same in each row of the list."""
        self.constant = constant
        self.fit(two_lines=self._two_lines)

    def fit(self, *, two_lines: bool) -> None:
        """Hides columns that do not fit, and gives the subject the remaining width; all of it with `two_lines`."""
        self._two_lines = two_lines
        room = self._table.viewport().width()
        shown = {PetitionColumn.SUBJECT} if two_lines else self._fitting_columns(room)
        self._fitting = True
        try:
            for column in PetitionColumn:
                self._table.setColumnHidden(column, column not in shown)
                if column in WIDTHS:
                    self._table.setColumnWidth(column, self.widths[column])
            rest = room - self._used(shown)
            self._table.setColumnWidth(
                PetitionColumn.SUBJECT, room if two_lines else max(rest, _NARROWEST_SUBJECT)
            )
        finally:
            self._fitting = False

    def _fitting_columns(self, room: int) -> set[PetitionColumn]:
        shown = set(self.chosen - self.constant) | set(FIXED)
        for column in GIVEN_UP:
            if room - self._used(shown) >= _NARROWEST_SUBJECT:
                break
            shown.discard(column)
        return shown

    def _used(self, shown: set[PetitionColumn]) -> int:
        return sum(self.widths.get(one, 0) for one in shown)

    def _visible(self) -> list[PetitionColumn]:
        return [column for column in PetitionColumn if not self._table.isColumnHidden(column)]

    def _on_dragged(self, section: int, before: int, now: int) -> None:
        if self._fitting or self._two_lines:
            return
        visible, column = self._visible(), PetitionColumn(section)
        if column not in visible:
            return
        following = next(iter(visible[visible.index(column) + 1 :]), PetitionColumn.SUBJECT)
        subject = (
            before if column is PetitionColumn.SUBJECT else self._table.columnWidth(PetitionColumn.SUBJECT)
        )
        gains, yields = (column, following) if now > before else (following, column)
        spare = subject - _NARROWEST_SUBJECT
        if yields in WIDTHS:
            spare = self.widths[yields] - NARROWEST
        by = max(0, min(abs(now - before), spare))
        if gains in WIDTHS:
            by = max(0, min(by, WIDEST - self.widths[gains]))
            self.widths[gains] += by
        if yields in WIDTHS:
            self.widths[yields] -= by
        self.fit(two_lines=False)
        self._settled.start()

    @property
    def two_lines(self) -> bool:
        """Whether the rows have two lines, without columns."""
        return self._two_lines

    def widen(self, column: PetitionColumn, by: int) -> None:
        """Makes a visible column wider by so many steps, or narrower, at the cost of the subject."""
        if self._two_lines or column not in self.widths or column not in self._visible():
            return
        spare = self._table.columnWidth(PetitionColumn.SUBJECT) - _NARROWEST_SUBJECT
        wanted = self.widths[column] + min(by * _STEP, max(0, spare))
        self.widths[column] = min(max(wanted, NARROWEST), WIDEST)
        self.fit(two_lines=False)
        self._settled.start()

    def _on_reset(self, section: int) -> None:
        visible = self._visible()
        at = visible.index(PetitionColumn(section))
        for one in visible[at : at + 2]:
            if one in WIDTHS:
                self.widths[one] = WIDTHS[one]
        self.fit(two_lines=self._two_lines)
        self._settled.start()

    def _tell(self) -> None:
        self.widths_chosen.emit({width_name(column): self.widths[column] for column in _DRAGGED})

    def bounds(self) -> list[ColumnBounds]:
        """Returns the positions of the visible columns in the viewport."""
        table = self._table
        return [
            ColumnBounds(column, table.columnViewportPosition(column), table.columnWidth(column))
            for column in PetitionColumn
            if not table.isColumnHidden(column)
        ]
