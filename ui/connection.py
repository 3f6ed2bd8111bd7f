"""Looks after the connection to the database: tells when it goes and when it comes back by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal

from desktop_app.errors import AppError
from desktop_app.wording import translate
from ui import jobs
from ui.widgets.top_bar import ConnectionLabel

if TYPE_CHECKING:
    from desktop_app.bootstrap import Services

#: How often it looks, in milliseconds.
EVERY: Final = 15_000


class ConnectionWatch(QObject):
    """Shows the state in `label`; `lost` carries the trouble, once for each loss."""

    lost = Signal(object)
    restored = Signal()

    def __init__(self, services: Services, label: ConnectionLabel, parent: QObject) -> None:
        super().__init__(parent)
        self._services = services
        self._label = label
        self._timer = QTimer(self, interval=EVERY)
        self._timer.timeout.connect(self.look)
        self._timer.start()
        self.look()

    def look(self) -> None:
        """Asks the database something small, on a worker."""
        jobs.run(self, self._services.accounts.is_empty, lambda _empty: self._there(), self._away)

    def stop(self) -> None:
        """Looks no more."""
        self._timer.stop()

    def _there(self) -> None:
        was_away = self._label.state == "away"
        database = self._services.database
        name = translate("Window", "database of this PC") if database.is_sqlite else database.place
        self._label.show_state("connected", name, database.place)
        if was_away:
            self.restored.emit()

    def _away(self, error: Exception) -> None:
        if not isinstance(error, AppError):
            jobs.show_error(self, error)
            return
        was_there = self._label.state != "away"
        self._label.show_state("away")
        if was_there:
            self.lost.emit(error)
