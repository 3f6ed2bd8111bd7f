"""Looks after the connection to the database: tells when it goes, when it comes back, and what others changed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal

from desktop_app.database.changes import Changed, ChangeListener
from desktop_app.errors import AppError
from desktop_app.wording import translate
from ui import jobs
from ui.widgets.top_bar import ConnectionLabel

if TYPE_CHECKING:
    from desktop_app.services import SharedServices

#: What comes within this time after something was told waits and is told together, in milliseconds: in a busy office
#: the screens are read again about once a second, and not for each note of two hundred colleagues.
_REST: Final = 700


class ConnectionWatch(QObject):
    """Shows the state in `label`; `lost` carries the trouble, once for each loss; `changed` what others changed, as
    a `Changed`. It looks once by itself, and listens from `start` on."""

    lost = Signal(object)
    restored = Signal()
    changed = Signal(object)
    # From the listening thread to this one.
    _heard = Signal(object)
    _state_heard = Signal(object)

    def __init__(self, services: SharedServices, label: ConnectionLabel, parent: QObject) -> None:
        super().__init__(parent)
        self._services = services
        self._label = label
        self._waiting: Changed = frozenset()
        self._changes: ChangeListener | None = None
        #: Whether the listening thread hears what others change.
        self.listening = False
        self._rest = QTimer(self, singleShot=True, interval=_REST)
        self._rest.timeout.connect(self._tell)
        self._heard.connect(self.hear)
        self._state_heard.connect(self._on_state)
        self.look()

    def start(self) -> None:
        """Listens to the database, on a thread of its own."""
        self._changes = ChangeListener(self._services.database, self._heard.emit, self._state_heard.emit)
        self._changes.start()

    def stop(self) -> None:
        """Listens no more."""
        if self._changes is not None:
            self._changes.stop()
            self._changes = None
        self.listening = False
        self._rest.stop()

    def look(self) -> None:
        """Asks the database something small, on a worker."""
        jobs.run(self, self._services.accounts.is_empty, lambda _empty: self._there(), self._away)

    def hear(self, changed: Changed) -> None:
        """Emits `changed` at once, or together with what comes within the pause after the last one."""
        self._waiting |= changed
        if not self._rest.isActive():
            self._tell()

    def _tell(self) -> None:
        if self._waiting:
            waiting, self._waiting = self._waiting, frozenset()
            self._rest.start()
            self.changed.emit(waiting)

    def _on_state(self, trouble: AppError | None) -> None:
        self.listening = trouble is None
        if trouble is None:
            self._there()
        else:
            self._away(trouble)

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
