"""Carries out what is sent, one thing at a time, and sees what became of it: done, refused, somebody was quicker."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop_app.errors import AppError, ConflictError
from desktop_app.petitions.desk.detail import PetitionDetail
from ui import jobs
from ui.petitions.desk.sending import Sending, work_of
from ui.workplace import Workplace

if TYPE_CHECKING:
    from desktop_app.services import InboxServices


class Dispatch(QObject):
    """Nothing is sent while something is under way, so that a key that bounces does nothing twice."""

    #: The sending, the petition as it is now, and how many the person has done today (None: not known).
    done = Signal(object, object, object)
    #: Somebody was quicker: the petition as it was seen, the sending, the petition as it is now, the error.
    conflicted = Signal(object, object, object, object)
    #: An undo went through: the petition as it is now.
    taken_back = Signal(object)
    #: An undo did not go through: the petition as it was to be taken back, the error.
    not_taken_back = Signal(object, object)
    #: Whether something is under way.
    busy_changed = Signal(bool)

    def __init__(self, workplace: Workplace[InboxServices], parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._workplace = workplace.services.desk, workplace
        self.busy = False

    def send(self, seen: PetitionDetail, sending: Sending) -> None:
        """Does it behind the scenes; `seen` is the petition as the person saw it."""
        if self.busy:
            return
        self._set_busy(True)
        work = work_of(
            self._desk, self._workplace.services.side_referrals, self._workplace.actor, seen, sending
        )
        jobs.run(
            self,
            lambda: self._counted(sending, work()),
            lambda done: self._on_done(sending, *done),
            lambda error: self._on_refused(seen, sending, error),
        )

    def take_back(self, done: PetitionDetail) -> None:
        """Takes back the person's last move."""
        jobs.run(
            self,
            lambda: self._desk.undo(self._workplace.actor, done.id, done.version),
            self.taken_back.emit,
            lambda error: self.not_taken_back.emit(done, error),
        )

    def _counted(self, sending: Sending, now: PetitionDetail) -> tuple[PetitionDetail, int | None]:
        if not sending.goes_on:
            return now, None
        try:
            return now, self._desk.done_today(self._workplace.actor)
        except AppError:
            # It is done all the same.
            return now, None

    def _on_done(self, sending: Sending, now: PetitionDetail, today: int | None) -> None:
        self._set_busy(False)
        self.done.emit(sending, now, today)

    def _on_refused(self, seen: PetitionDetail, sending: Sending, error: Exception) -> None:
        self._set_busy(False)
        if not isinstance(error, ConflictError):
            jobs.show_error(self, error)
            return
        jobs.run(
            self,
            lambda: self._desk.peek(self._workplace.actor, seen.id),
            lambda now: self.conflicted.emit(seen, sending, now, error),
        )

    def _set_busy(self, busy: bool) -> None:
        self.busy = busy
        self.busy_changed.emit(busy)
