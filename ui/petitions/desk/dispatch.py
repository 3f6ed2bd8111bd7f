"""Runs sendings one at a time and reports the result: done, refused, or a conflict."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop_app.errors import AppError, ConflictError
from desktop_app.petitions.vocabulary import Outcome
from ui import jobs
from ui.petitions.desk.sending import Sending, work_of

if TYPE_CHECKING:
    from desktop_app.petitions.desk.detail import PetitionDetail
    from desktop_app.petitions.duplicates.likes import MergeTarget
    from desktop_app.services import InboxServices
    from ui.workplace import Workplace


class Dispatch(QObject):
    """Runs moves in worker threads, one at a time.

    A sending is ignored while another is in progress, so a bouncing key sends only once.
    """

    #: The sending, the petition afterwards, and the number the person finished today (None: unknown).
    done = Signal(object, object, object)
    #: Conflict with a colleague: the petition as seen, the sending, the petition at present, the error.
    conflicted = Signal(object, object, object, object)
    #: An undo was done; carries the petition afterwards.
    taken_back = Signal(object)
    #: An undo failed; carries the petition that was to be restored, and the error.
    not_taken_back = Signal(object, object)
    #: A sending or an undo failed; sent before the others.
    refused = Signal()
    #: A sending was refused by a rule or for its content; carries the petition as seen, the sending, the error.
    failed = Signal(object, object, object)
    #: Before a merge: the petition as seen, the sending, and what it would be merged into.
    target_found = Signal(object, object, object)
    #: Two petitions were linked; carries the petition afterwards, and the other one.
    linked = Signal(object, object)
    #: Whether a sending is in progress.
    busy_changed = Signal(bool)

    def __init__(self, workplace: Workplace[InboxServices], parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._workplace = workplace.services.desk, workplace
        self.busy = False

    def send(self, seen: PetitionDetail, sending: Sending, *, sure: bool = False) -> None:
        """Runs a sending in a worker thread. `seen` is the petition as the person saw it.

        A merge is not begun until the person is `sure`: `target_found` tells first what it would be merged into.
        """
        if self.busy:
            return
        self._set_busy(True)
        if sending.outcome is Outcome.DUPLICATE and not sure:
            jobs.run(
                self,
                lambda: self._workplace.services.duplicates.target(
                    self._workplace.actor, seen.id, sending.duplicate_of
                ),
                lambda target: self._on_target(seen, sending, target),
                lambda error: self._on_refused(seen, sending, error),
            )
            return
        work = work_of(self._workplace.services, self._workplace.actor, seen, sending)
        jobs.run(
            self,
            lambda: self._counted(sending, work()),
            lambda done: self._on_done(sending, *done),
            lambda error: self._on_refused(seen, sending, error),
        )

    def link(self, seen: PetitionDetail, other: MergeTarget) -> None:
        """Links two petitions instead of merging them."""
        if self.busy:
            return
        self._set_busy(True)

        def work() -> PetitionDetail:
            self._workplace.services.duplicates.link(self._workplace.actor, seen.id, other.id)
            return self._desk.peek(self._workplace.actor, seen.id)

        jobs.run(self, work, lambda now: self._on_linked(now, other), self._on_not_linked)

    def take_back(self, done: PetitionDetail) -> None:
        """Undoes the person's last move on this petition."""
        self._set_busy(True)
        jobs.run(
            self,
            lambda: self._desk.undo(self._workplace.actor, done.id, done.version),
            self._on_taken_back,
            lambda error: self._on_not_taken_back(done, error),
        )

    def _on_target(self, seen: PetitionDetail, sending: Sending, target: MergeTarget) -> None:
        self._set_busy(False)
        self.target_found.emit(seen, sending, target)

    def _on_linked(self, now: PetitionDetail, other: MergeTarget) -> None:
        self._set_busy(False)
        self.linked.emit(now, other)

    def _on_not_linked(self, error: Exception) -> None:
        self._set_busy(False)
        self.refused.emit()
        jobs.show_error(self, error)

    def _on_taken_back(self, now: PetitionDetail) -> None:
        self._set_busy(False)
        self.taken_back.emit(now)

    def _on_not_taken_back(self, done: PetitionDetail, error: Exception) -> None:
        self._set_busy(False)
        self.refused.emit()
        self.not_taken_back.emit(done, error)

    def _counted(self, sending: Sending, now: PetitionDetail) -> tuple[PetitionDetail, int | None]:
        if not sending.goes_on:
            return now, None
        try:
            return now, self._desk.done_today(self._workplace.actor)
        except AppError:
            # The move itself is done; only the count is missing.
            return now, None

    def _on_done(self, sending: Sending, now: PetitionDetail, today: int | None) -> None:
        self._set_busy(False)
        self.done.emit(sending, now, today)

    def _on_refused(self, seen: PetitionDetail, sending: Sending, error: Exception) -> None:
        self._set_busy(False)
        self.refused.emit()
        if not isinstance(error, ConflictError):
            self.failed.emit(seen, sending, error)
            return
        jobs.run(
            self,
            lambda: self._desk.peek(self._workplace.actor, seen.id),
            lambda now: self.conflicted.emit(seen, sending, now, error),
        )

    def _set_busy(self, busy: bool) -> None:
        self.busy = busy
        self.busy_changed.emit(busy)
