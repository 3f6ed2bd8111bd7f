"""The choices for the next revision: shown at once, written one after the other, never overwriting a colleague's."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop_app.errors import ConflictError
from desktop_app.instruments.drafting.composing import CompositionRow
from desktop_app.instruments.drafting.composition_choices import CompositionChoices
from ui.comparison.sources import Loaded, RevisionPair
from ui.jobs import run, show_error
from ui.workplace import Workplace

if TYPE_CHECKING:
    from desktop_app.services import ComparisonServices

#: The id of an instrument and the numbers of two revisions.
Pair = tuple[int, int, int]


class KeptChoices(QObject):
    """The stored choices of the current pair. The owner shows errors of the background work."""

    #: The choices, or who stored them when, changed.
    changed = Signal()
    #: All choices are written.
    settled = Signal()
    #: A write was refused.
    refused = Signal()

    def __init__(self, owner: QObject, workplace: Workplace[ComparisonServices]) -> None:
        super().__init__(owner)
        self._owner, self._workplace = owner, workplace
        self.pair: Pair | None = None
        self.row: CompositionRow | None = None
        self.taken = CompositionChoices()
        self._writing: Pair | None = None
        self._waiting = False

    @property
    def busy(self) -> bool:
        """Whether choices of this pair are not written yet."""
        return self._waiting or (self._writing is not None and self._writing == self.pair)

    def show_loaded(self, loaded: Loaded | None) -> None:
        """Switches to another comparison. For the same pair, pending choices are newer than the loaded ones and
        are kept."""
        pair, row = _pair_of(loaded), loaded.composition if loaded is not None else None
        if pair is not None and pair == self.pair and (self.busy or self._newer_than(row)):
            return
        self.pair, self._waiting = pair, False
        self._adopt(row)

    def take(self, taken: CompositionChoices) -> None:
        """Replaces the choices and writes them."""
        self.taken = taken
        self.changed.emit()
        self._write()

    def reload(self) -> None:
        """Reloads the stored choices. Emits no signal if they are unchanged."""
        pair = self.pair
        if pair is None or self.busy:
            return
        service = self._workplace.services.composing

        def on_read(row: CompositionRow | None) -> None:
            if self.pair == pair and not self.busy and row != self.row:
                self._adopt(row)

        run(self._owner, lambda: service.current(*pair), on_read)

    def drop(self, on_dropped: Callable[[Callable[[], None]], None]) -> None:
        """Discards all choices, then calls `on_dropped` with a function that restores them."""
        row, pair = self.row, self.pair
        if row is None or self.busy:
            return
        service, actor = self._workplace.services.composing, self._workplace.actor

        def on_back(found: CompositionRow) -> None:
            if self.pair == pair:
                self._adopt(found)

        def bring_back() -> None:
            run(self._owner, lambda: service.take_up(actor, row.id), on_back)

        def on_done(_nothing: None) -> None:
            if self.pair == pair:
                self._adopt(None)
            on_dropped(bring_back)

        run(self._owner, lambda: service.drop(actor, row.id, row.version), on_done)

    def forget(self) -> None:
        """Clears the choices after they were saved as a revision."""
        self._adopt(None)

    def _write(self) -> None:
        pair = self.pair
        if pair is None:
            return
        if self._writing is not None:
            self._waiting = True
            return
        service, actor = self._workplace.services.composing, self._workplace.actor
        taken, version = self.taken, self.row.version if self.row is not None else None
        self._writing, self._waiting = pair, False

        def on_written(row: CompositionRow) -> None:
            self._writing = None
            if self.pair == pair:
                self.row = row
                self.changed.emit()
            if self._waiting:
                self._write()
            elif self.pair == pair:
                self.settled.emit()

        def on_error(error: Exception) -> None:
            self._writing = None
            show_error(self._owner, error)
            if self.pair == pair:
                self._on_refused(pair, error)
            elif self._waiting:
                self._write()

        run(self._owner, lambda: service.keep(actor, *pair, taken, version=version), on_written, on_error)

    def _on_refused(self, pair: Pair, error: Exception) -> None:
        self._waiting = False
        self.refused.emit()
        if isinstance(error, ConflictError):
            service = self._workplace.services.composing

            def on_read(row: CompositionRow | None) -> None:
                if self.pair == pair:
                    self._adopt(row)

            run(self._owner, lambda: service.current(*pair), on_read)

    def _newer_than(self, row: CompositionRow | None) -> bool:
        """Returns whether the shown choices were written after `row` was read."""
        shown = self.row
        return shown is not None and row is not None and shown.id == row.id and shown.version > row.version

    def _adopt(self, row: CompositionRow | None) -> None:
        self.row = row
        self.taken = row.taken if row is not None else CompositionChoices()
        self.changed.emit()


def _pair_of(loaded: Loaded | None) -> Pair | None:
    source = loaded.source if loaded is not None else None
    if not isinstance(source, RevisionPair) or source.old is None or source.new is None:
        return None
    return source.instrument_id, source.old, source.new
