"""The columns that a person chose for lists other than saved views, stored across windows."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ui import jobs
from ui.petitions.lists.columns import STANDARD, PetitionColumn, chosen_columns, names_of

if TYPE_CHECKING:
    from desktop_app.services import InboxServices
    from ui.petitions.lists.table import PetitionTable
    from ui.workplace import Workplace


class OwnColumns(QObject):
    """Writes one choice at a time, because of two concurrent writes either could be the last."""

    def __init__(self, workplace: Workplace[InboxServices], table: PetitionTable, parent: QObject) -> None:
        super().__init__(parent)
        self._service, self._workplace, self._table = workplace.services.saved_views, workplace, table
        self.columns = frozenset(STANDARD)
        self._writing = self._unwritten = False

    def load(self) -> None:
        """Reads the columns and shows them."""
        actor = self._workplace.actor

        def show(names: tuple[str, ...] | None) -> None:
            self.columns = chosen_columns(names)
            self.show()

        jobs.run(self, lambda: self._service.columns(actor), show)

    def show(self) -> None:
        """Shows the columns in the table."""
        self._table.columns.choose(self.columns)

    def keep(self, columns: frozenset[PetitionColumn]) -> None:
        """Saves the chosen columns."""
        self.columns = columns
        self._unwritten = True
        self._write()

    def _write(self) -> None:
        if self._writing or not self._unwritten:
            return
        self._writing, self._unwritten = True, False
        work = partial(self._service.keep_columns, self._workplace.actor, names_of(self.columns))
        jobs.run(self, work, lambda _none: self._on_written(), self._on_error)

    def _on_written(self) -> None:
        self._writing = False
        self._write()

    def _on_error(self, error: Exception) -> None:
        self._writing = False
        jobs.show_error(self, error)
