"""How a person has arranged the inbox: columns of lists other than saved views, and widths; stored across windows."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from ui import jobs
from ui.petitions.lists.columns import STANDARD, PetitionColumn, chosen_columns, names_of

if TYPE_CHECKING:
    from desktop_app.services import InboxServices
    from ui.petitions.lists.table import PetitionTable
    from ui.workplace import Workplace


class OwnLayout(QObject):
    """Writes one choice at a time, because of two concurrent writes either could be the last."""

    #: The stored widths were read: logical pixels by name.
    sizes_read = Signal(object)

    def __init__(self, workplace: Workplace[InboxServices], table: PetitionTable, parent: QObject) -> None:
        super().__init__(parent)
        self._service, self._workplace, self._table = workplace.services.saved_views, workplace, table
        self.columns = frozenset(STANDARD)
        self._writing = False
        self._unwritten: deque[Callable[[], None]] = deque()

    def load(self) -> None:
        """Reads the columns and widths, and shows them."""
        service, actor = self._service, self._workplace.actor

        def show(found: tuple[tuple[str, ...] | None, dict[str, int]]) -> None:
            names, sizes = found
            self.columns = chosen_columns(names)
            self.show()
            self.sizes_read.emit(sizes)

        jobs.run(self, lambda: (service.columns(actor), service.sizes(actor)), show)

    def show(self) -> None:
        """Shows the columns in the table."""
        self._table.columns.choose(self.columns)

    def keep(self, columns: frozenset[PetitionColumn]) -> None:
        """Saves the chosen columns."""
        self.columns = columns
        self._write(partial(self._service.keep_columns, self._workplace.actor, names_of(columns)))

    def keep_sizes(self, sizes: Mapping[str, int]) -> None:
        """Saves chosen widths, in logical pixels by name."""
        self._write(partial(self._service.keep_sizes, self._workplace.actor, dict(sizes)))

    def _write(self, work: Callable[[], None] | None = None) -> None:
        if work is not None:
            self._unwritten.append(work)
        if self._writing or not self._unwritten:
            return
        self._writing = True
        jobs.run(self, self._unwritten.popleft(), lambda _none: self._on_written(), self._on_error)

    def _on_written(self) -> None:
        self._writing = False
        self._write()

    def _on_error(self, error: Exception) -> None:
        self._writing = False
        jobs.show_error(self, error)
