"""Visible columns of the inbox table: the chosen ones that fit into its width, or rows of two lines."""

from __future__ import annotations

from typing import Final

from PySide6.QtWidgets import QTableView

from ui.petitions.lists.columns import GIVEN_UP, STANDARD, WIDTHS, PetitionColumn
from ui.petitions.lists.row_painter import ColumnBounds

#: Smallest width of the subject, in pixels.
_NARROWEST_SUBJECT: Final = 180
#: A narrower list has rows of two lines instead of columns, in pixels.
TWO_LINES_BELOW: Final = 760


class TableColumns:
    """Hides and resizes the columns of a table. `chosen` are those that the person selected."""

    def __init__(self, table: QTableView) -> None:
        self._table = table
        self.chosen = frozenset(STANDARD)
        self._two_lines = False

    def set_widths(self) -> None:
        """Sets the fixed widths. `fit` sets the width of the subject."""
        for column, width in WIDTHS.items():
            self._table.setColumnWidth(column, width)

    def choose(self, columns: frozenset[PetitionColumn]) -> None:
        """Sets the chosen columns."""
        self.chosen = columns
        self.fit(two_lines=self._two_lines)

    def fit(self, *, two_lines: bool) -> None:
        """Hides columns that do not fit, and gives the subject the remaining width; all of it with `two_lines`."""
        self._two_lines = two_lines
        room = self._table.viewport().width()
        if two_lines:
            for column in PetitionColumn:
                self._table.setColumnHidden(column, column is not PetitionColumn.SUBJECT)
            self._table.setColumnWidth(PetitionColumn.SUBJECT, room)
            return
        shown = set(self.chosen)
        for column in GIVEN_UP:
            if room - sum(WIDTHS.get(one, 0) for one in shown) >= _NARROWEST_SUBJECT:
                break
            shown.discard(column)
        for column in PetitionColumn:
            self._table.setColumnHidden(column, column not in shown)
        used = sum(WIDTHS.get(one, 0) for one in shown)
        self._table.setColumnWidth(PetitionColumn.SUBJECT, max(room - used, _NARROWEST_SUBJECT))

    def bounds(self) -> list[ColumnBounds]:
        """Returns the positions of the visible columns in the viewport."""
        table = self._table
        return [
            ColumnBounds(column, table.columnViewportPosition(column), table.columnWidth(column))
            for column in PetitionColumn
            if not table.isColumnHidden(column)
        ]
