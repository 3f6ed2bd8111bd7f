"""Watches the database connection: emits signals when it is lost or restored, and for changes of others."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal

from desktop_app.database.changes import Changed, ChangeListener
from desktop_app.errors import AppError
from desktop_app.wording import translate
from ui import jobs
from ui.unfinished import Unfinished
from ui.visibility import reach
from ui.widgets.outage_bar import OutageBar
from ui.widgets.top_bar import ConnectionLabel

if TYPE_CHECKING:
    from desktop_app.services import SharedServices

#: Debounce interval in milliseconds: later changes are collected and emitted together, so that in a busy
#: office the screens reload about once per second instead of at every change of two hundred colleagues.
_DEBOUNCE_MS: Final = 700


class _Relay(QObject):
    """Carries what the listener thread hears to the thread of the window.

    It lives as long as the listener, which may hear something while the window is being destroyed.
    """

    heard = Signal(object)
    state_heard = Signal(object)

    def hear(self, changed: Changed) -> None:
        self.heard.emit(changed)

    def hear_state(self, trouble: AppError | None) -> None:
        self.state_heard.emit(trouble)


class ConnectionWatch(QObject):
    """Shows the state in `label`. Emits `lost` with the error once per outage, and `changed` with a `Changed`.

    Checks the connection once immediately, and listens after `start`, until `stop` or its own end.
    """

    lost = Signal(object)
    restored = Signal()
    changed = Signal(object)

    def __init__(self, services: SharedServices, label: ConnectionLabel, parent: QObject) -> None:
        super().__init__(parent)
        self._services = services
        self._label = label
        self._waiting: Changed = frozenset()
        self._changes: ChangeListener | None = None
        #: Whether the listener thread receives changes of others.
        self.listening = False
        self._debounce = QTimer(self, singleShot=True, interval=_DEBOUNCE_MS)
        self._debounce.timeout.connect(self._emit_waiting)
        self.look()

    def start(self) -> None:
        """Starts listening to the database on a separate thread."""
        relay = _Relay()
        relay.heard.connect(self.hear)
        relay.state_heard.connect(self._on_state)
        listener = ChangeListener(self._services.database, relay.hear, relay.hear_state)
        # A window may be destroyed without having been closed.
        self.destroyed.connect(lambda: listener.stop(timeout=0))
        self._changes = listener
        listener.start()

    def stop(self) -> None:
        """Stops listening."""
        if self._changes is not None:
            self._changes.stop()
            self._changes = None
        self.listening = False
        self._debounce.stop()

    def look(self) -> None:
        """Checks the connection with a small query on a worker thread."""
        jobs.run(
            self, self._services.accounts.is_empty, lambda _empty: self._on_reachable(), self._on_unreachable
        )

    def hear(self, changed: Changed) -> None:
        """Emits `changed` immediately, or together with other changes after the debounce interval."""
        self._waiting |= changed
        if not self._debounce.isActive():
            self._emit_waiting()

    def _emit_waiting(self) -> None:
        if self._waiting:
            waiting, self._waiting = self._waiting, frozenset()
            self._debounce.start()
            self.changed.emit(waiting)

    def _on_state(self, trouble: AppError | None) -> None:
        self.listening = trouble is None
        if trouble is None:
            self._on_reachable()
        else:
            self._on_unreachable(trouble)

    def _on_reachable(self) -> None:
        was_away = self._label.state == "away"
        database = self._services.database
        name = translate("Window", "database of this PC") if database.is_sqlite else database.place
        self._label.show_state("connected", name, database.place)
        if was_away:
            self.restored.emit()

    def _on_unreachable(self, error: Exception) -> None:
        if not isinstance(error, AppError):
            jobs.show_error(self, error)
            return
        was_there = self._label.state != "away"
        self._label.show_state("away")
        if was_there:
            self.lost.emit(error)


class Outage(QObject):
    """Tells the parts of the window, while `watch` has lost the database, that they cannot write."""

    #: The connection is back.
    ended = Signal()

    def __init__(self, watch: ConnectionWatch, unfinished: Unfinished, bar: OutageBar) -> None:
        super().__init__(watch)
        self._unfinished, self._bar = unfinished, bar
        watch.lost.connect(self._begin)
        watch.restored.connect(self._end)

    def forget(self) -> None:
        """Ends the outage for other windows, because this one is closed."""
        reach().set_away(False)

    def _begin(self, error: AppError) -> None:
        self._unfinished.set_away(True)
        reach().set_away(True)
        self._bar.show_away(str(error.parameters.get("where", "")))

    def _end(self) -> None:
        self._unfinished.set_away(False)
        reach().set_away(False)
        self._bar.hide()
        self.ended.emit()
