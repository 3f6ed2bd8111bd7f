"""Moves on the shown petition: sending, resolving of conflicts, undo."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt, Signal

from desktop_app.errors import DatabaseAwayError
from desktop_app.persian.text import visible_controls
from desktop_app.petitions.history.sentences import sentence
from desktop_app.petitions.registration.codes import shown_code
from desktop_app.petitions.vocabulary import Move
from desktop_app.wording import fill, translate
from ui import jobs
from ui.petitions.desk.composer import PetitionComposer
from ui.petitions.desk.composer_checks import possible
from ui.petitions.desk.composer_words import done_words
from ui.petitions.desk.dispatch import Dispatch
from ui.petitions.desk.sending import Mode, Sending
from ui.petitions.duplicates.duplicate_question import ask_about_duplicate, doubts, linked_words
from ui.widgets.confirm_dialog import ConfirmDialog

if TYPE_CHECKING:
    from desktop_app.petitions.desk.detail import PetitionDetail
    from desktop_app.petitions.duplicates.likes import MergeTarget
    from desktop_app.services import InboxServices
    from ui.petitions.desk.details_body import DetailsBody
    from ui.petitions.desk.petition_reader import PetitionReader
    from ui.petitions.desk.unsent import Unsent
    from ui.workplace import Workplace

#: Largest number of moves that can be undone one after the other.
_MOST_UNDONE: Final = 100


class MoveDesk(QObject):
    """Sends moves. A refused sending is kept until the person sends it again or drops it.

    After a move or an undo (sending is None), `done`, `said` and `changed` are emitted, in this order.
    """

    #: The sending, and the petition afterwards, which is to be shown.
    done = Signal(object, object)
    #: A colleague was faster. Carries the present petition, to be shown before the conflict.
    outdated = Signal(object)
    said = Signal(str, object)
    #: A move begins, or was written or refused; sent before `done`.
    busy_changed = Signal(bool)
    #: The latest move was refused.
    refused = Signal()
    #: Same values as `done`.
    changed = Signal(object, object)

    def __init__(
        self,
        workplace: Workplace[InboxServices],
        petition: PetitionReader,
        composer: PetitionComposer,
        body: DetailsBody,
        unsent: Unsent,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._petition, self._composer, self._body, self._unsent = petition, composer, body, unsent
        self._me = workplace.actor.person_id
        self._refused: Sending | None = None
        #: The latest question before an act.
        self.question: ConfirmDialog | None = None
        #: The petition as it was when the unsent text began, if a colleague changed it since.
        self._written_on: PetitionDetail | None = None
        #: The petitions after the moves made here that can be undone, latest last.
        self._undoable: deque[PetitionDetail] = deque(maxlen=_MOST_UNDONE)
        #: Whether a note was written after them; it is not undone.
        self._noted = False
        self._dispatch = Dispatch(workplace, self)
        self._dispatch.done.connect(self._on_done)
        self._dispatch.conflicted.connect(self._on_conflict)
        self._dispatch.failed.connect(self._on_failed)
        self._dispatch.target_found.connect(self._on_target)
        self._dispatch.linked.connect(self._on_linked)
        self._dispatch.taken_back.connect(self._on_taken_back)
        self._dispatch.not_taken_back.connect(self._on_not_taken_back)
        self._dispatch.busy_changed.connect(self._on_busy)
        self._dispatch.refused.connect(self.refused)
        composer.sent.connect(self.send)
        body.conflict.send_mine.connect(self._send_again)
        body.conflict.put_aside.connect(self._put_aside)

    @property
    def busy(self) -> bool:
        """Whether a move is being written to the database."""
        return self._dispatch.busy

    def send(self, sending: Sending) -> None:
        """Sends a move for the shown petition.

        A text that began before a colleague's change is sent for the earlier state, which reports the conflict.
        """
        seen = self._petition.detail
        if seen is None:
            return
        if self._written_on is not None and sending.text:
            seen = self._written_on
        self._dispatch.send(seen, sending)

    def write_on(self, seen: PetitionDetail) -> None:
        """Remembers the state for which there is unsent text, before a newer one is shown."""
        if self._written_on is None:
            self._written_on = seen

    def undo(self) -> None:
        """Undoes the person's last move, even if another petition is shown now; repeated, the move before it.

        Where no move was made here, undoes the last move on the shown petition.
        """
        detail = self._petition.detail
        if self._undoable:
            self._dispatch.take_back(self._undoable.pop())
        elif detail is not None and detail.undoable:
            self._dispatch.take_back(detail)

    def undo_asking(self) -> None:
        """Undoes as `undo` does, after a question that names the petition and the act: no message offers it."""
        last = self._undoable[-1] if self._undoable else self._petition.detail
        if last is None or last.to_undo is None:
            return
        words = fill(translate("Inbox", "It was your last act: {act}"), act=sentence(last.to_undo, self._me))
        facts = [f"{visible_controls(last.subject)} ({shown_code(last.tracking_code)})", words]
        told = ""
        if self._noted:
            told = translate("Inbox", "The note after it stays: a note is not taken back.")
        self.question = ConfirmDialog.before_undo(facts, self.undo, self._composer.window(), told=told)

    def end_conflict(self) -> None:
        """Drops a refused sending, and the state for which a text was written."""
        self._refused = self._written_on = None
        self._body.conflict.hide()

    def _on_busy(self, busy: bool) -> None:
        detail = self._petition.detail
        free = not busy and detail is not None and possible(self._composer.mode, detail)
        self._composer.send_button.setEnabled(free)
        self.busy_changed.emit(busy)

    def _on_done(self, sending: Sending, now: PetitionDetail, today: int | None) -> None:
        self.end_conflict()
        self._unsent.drop(now.id, sending.mode)
        if sending.mode is Mode.DRAFT:
            self._unsent.drop(now.id, Mode.REPLY)
        self.done.emit(sending, now)
        words = done_words(sending, now, today)
        if sending.undoable:
            self._undoable.append(now)
            self._noted = False
        elif sending.mode is Mode.NOTE:
            self._noted = True
            # A note of one's own does not stand in the way of undoing.
            self._keep(now if one.id == now.id else one for one in self._undoable)
        self.said.emit(words, self.undo if sending.undoable else None)
        self.changed.emit(sending, now)

    def _on_conflict(
        self, seen: PetitionDetail, sending: Sending, now: PetitionDetail, error: Exception
    ) -> None:
        """Shows the present petition with both versions above it. The text remains in the composer."""
        if sending.text:
            self._unsent.keep(seen.id, sending.mode, sending.text)
        if self._petition.wanted != now.id:
            # Another petition is shown by now: the text is kept with its petition, and the message bar
            # reports it.
            jobs.show_error(self, error)
            return
        self.outdated.emit(now)
        self._written_on = None
        # The text stands in the box that the sentence names, even if its act is not possible any more.
        if sending.text:
            self._composer.turn_to(Mode.REPLY if sending.mode is Mode.DRAFT else sending.mode, focus=False)
        self._refused = sending
        self._body.conflict.show_conflict(seen, now, sending)
        self._body.verticalScrollBar().setValue(0)

    def _on_target(self, seen: PetitionDetail, sending: Sending, target: MergeTarget) -> None:
        """Merges, after a question where that may be a mistake."""
        colleague = "" if seen.assignee_id in (None, self._me) else seen.assignee_name
        found = doubts(target, colleague)
        if not found:
            self._dispatch.send(seen, sending, sure=True)
            return
        question = self.question = ask_about_duplicate(
            found,
            lambda: self._dispatch.send(seen, sending, sure=True),
            lambda: self._dispatch.link(seen, target),
            self._composer.window(),
        )
        # Its text and its choices are still in the composer.
        question.rejected.connect(lambda: self._composer.edit.setFocus(Qt.FocusReason.OtherFocusReason))

    def _on_linked(self, now: PetitionDetail, other: MergeTarget) -> None:
        self._unsent.drop(now.id, Move.CLOSE)
        if self._petition.wanted == now.id:
            self._composer.mode = Mode.NOTE
        self.done.emit(None, now)
        self.said.emit(linked_words(other), None)
        self.changed.emit(None, now)

    def _on_failed(self, seen: PetitionDetail, sending: Sending, error: Exception) -> None:
        here = self._petition.wanted == seen.id and self._composer.mode is sending.mode
        if not (here and self._composer.refuse_error(error)):
            jobs.show_error(self, error)

    def _send_again(self) -> None:
        if self._refused is None:
            return
        # Send the text of the composer, which may have been edited since the refusal.
        if self._composer.mode is self._refused.mode:
            self._composer.send()
        else:
            self.send(self._refused)

    def _put_aside(self) -> None:
        self.end_conflict()
        self._body.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_taken_back(self, now: PetitionDetail) -> None:
        # The undo is a newer change of this petition, so its earlier moves can no longer be undone.
        self._keep(one for one in self._undoable if one.id != now.id)
        self.done.emit(None, now)
        code, taken_back = shown_code(now.tracking_code), sentence(now.history[-1], self._me)
        self.said.emit(fill(translate("Inbox", "{code}: {act}"), code=code, act=taken_back), None)
        self.changed.emit(None, now)

    def _keep(self, done: Iterable[PetitionDetail]) -> None:
        self._undoable = deque(done, _MOST_UNDONE)

    def _on_not_taken_back(self, done: PetitionDetail, error: Exception) -> None:
        if isinstance(error, DatabaseAwayError):
            # The undo can be repeated once the database is reachable.
            self._undoable.append(done)
        jobs.show_error(self, error)
