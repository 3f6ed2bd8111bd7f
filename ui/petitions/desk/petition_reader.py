"""Reads the petition of the details pane, and marks it as read once it was shown for a while."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from desktop_app.errors import DatabaseAwayError
from ui import jobs
from ui.signals import ID

if TYPE_CHECKING:
    from desktop_app.petitions.desk.detail import PetitionDetail
    from desktop_app.services import InboxServices
    from ui.workplace import Workplace

#: Time in milliseconds after which a shown petition counts as read.
_READ_AFTER: Final = 1500


class PetitionReader(QObject):
    """Holds the requested petition and the shown one. A result for an earlier request is dropped."""

    #: A petition was requested.
    started = Signal()
    #: The requested petition was read.
    read = Signal(object)
    #: The requested petition cannot be read, and no earlier state of it is shown.
    lost = Signal()
    #: Id of a petition that was marked as read.
    marked_read = Signal(ID)

    def __init__(self, workplace: Workplace[InboxServices], pane: QWidget) -> None:
        super().__init__(pane)
        self._desk, self._workplace, self._pane = workplace.services.desk, workplace, pane
        self.wanted: int | None = None
        #: The shown petition; set by the pane.
        self.detail: PetitionDetail | None = None
        self._looked_at = QTimer(self, singleShot=True, interval=_READ_AFTER)
        self._looked_at.timeout.connect(self._mark_read)

    @property
    def current(self) -> PetitionDetail | None:
        """The shown petition; None while another one is being read."""
        return self.detail if self.detail is not None and self.detail.id == self.wanted else None

    @property
    def reading(self) -> bool:
        """Whether a petition was requested that is not shown yet."""
        return self.wanted is not None and self.current is None

    def clear(self) -> None:
        """Requests no petition."""
        self.wanted = self.detail = None
        self._looked_at.stop()

    def start(self, petition_id: int) -> None:
        """Requests a petition and reads it."""
        self.wanted = petition_id
        self._looked_at.stop()
        self.reload()
        self.started.emit()

    def reload(self) -> None:
        """Reads the requested petition again."""
        wanted, actor = self.wanted, self._workplace.actor
        if wanted is not None:
            jobs.run(
                self,
                lambda: self._desk.peek(actor, wanted),
                self._on_read,
                lambda error: self._on_error(wanted, error),
            )

    def _on_read(self, detail: PetitionDetail) -> None:
        if detail.id == self.wanted:
            self.read.emit(detail)
            self._looked_at.start()

    def _on_error(self, petition_id: int, error: Exception) -> None:
        # The petition remains on the screen while the database is unreachable.
        stays = self.current is not None and isinstance(error, DatabaseAwayError)
        if petition_id == self.wanted and not stays:
            self.lost.emit()
        jobs.show_error(self, error)

    def _mark_read(self) -> None:
        detail, actor = self.detail, self._workplace.actor
        if detail is not None and self._pane.isVisible():
            jobs.run(
                self,
                lambda: self._desk.open(actor, detail.id),
                lambda now: self.marked_read.emit(now.id),
            )
