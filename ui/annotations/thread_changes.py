"""Changes to threads: replies, outcomes, assignees and places, each with its undo."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop_app.errors import ConflictError, RuleError
from desktop_app.instruments.annotations.service import Annotations, ThreadRow
from desktop_app.instruments.vocabulary import ThreadOutcome
from desktop_app.staff.roles import Actor
from desktop_app.wording import translate
from ui.annotations.placed import PlacedThread
from ui.annotations.threads_panel import ThreadsPanel
from ui.jobs import run, show_error
from ui.workplace import Workplace

if TYPE_CHECKING:
    from desktop_app.services import AnnotatingServices

#: Changes the current thread on the revision of this number.
_Change = Callable[[ThreadRow, int], ThreadRow]


class ThreadChanges(QObject):
    """Changes the threads of the panel on a worker thread."""

    #: A thread was changed, or a change was undone: the threads have to be reloaded.
    changed = Signal()
    #: Emits a message about what was done, and its undo (a callable, or None).
    done = Signal(str, object)

    def __init__(
        self, workplace: Workplace[AnnotatingServices], panel: ThreadsPanel, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._workplace, self._panel = workplace, panel
        #: The threads whose words are on their way: the same words are not sent twice.
        self._sending: set[int] = set()
        panel.reply_written.connect(self.reply)
        panel.resolve_wanted.connect(self.resolve)
        panel.reopen_wanted.connect(self.reopen)
        panel.candidate_chosen.connect(self.attach)
        panel.assignee_chosen.connect(self.assign)
        panel.reopen_with_reply.connect(self.reopen_with_reply)
        panel.due_chosen.connect(self.set_due)
        panel.label_chosen.connect(self.set_label)

    def reply(self, thread: int, text: str) -> None:
        """Adds a reply."""
        service, actor = self._service()
        mentions = self._typed(thread)[1]
        self._change(
            thread, lambda row, number: service.reply(actor, row.id, number, text, mentions), sent=text
        )

    def resolve(self, thread: int, outcome: str) -> None:
        """Resolves a thread, with the text of its reply field if there is any."""
        service, actor = self._service()
        chosen, (text, mentions) = ThreadOutcome(outcome), self._typed(thread)
        self._change(
            thread,
            lambda row, number: service.resolve(actor, row.id, row.version, number, chosen, text, mentions),
            said=translate("Comparison", "The annotation was closed."),
            undo=lambda row, number: service.reopen(actor, row.id, row.version, number),
            sent=text,
        )

    def reopen(self, thread: int) -> None:
        """Reopens a thread."""
        self._reopen(thread, "", ())

    def reopen_with_reply(self, thread: int) -> None:
        """Reopens a thread with the text of its reply field."""
        self._reopen(thread, *self._typed(thread))

    def _reopen(self, thread: int, text: str, mentions: tuple[int, ...]) -> None:
        service, actor = self._service()
        self._change(
            thread,
            lambda row, number: service.reopen(actor, row.id, row.version, number, text, mentions),
            said=translate("Comparison", "The annotation was reopened."),
            sent=text,
        )

    def set_due(self, thread: int, day: date | None) -> None:
        """Sets the day until which a thread is to be settled, or removes it."""
        service, actor = self._service()
        placed = self._placed(thread)
        before = placed.row.due_on if placed is not None else None
        self._change(
            thread,
            lambda row, number: service.set_due(actor, row.id, row.version, number, day),
            said=translate("Comparison", "The annotation has another deadline."),
            undo=lambda row, number: service.set_due(actor, row.id, row.version, number, before),
        )

    def set_label(self, thread: int, label: str, on: bool) -> None:
        """Puts a label on a thread, or takes it off."""
        service, actor = self._service()
        said = (
            translate("Comparison", "The label was put on.")
            if on
            else translate("Comparison", "The label was taken off.")
        )
        self._change(
            thread,
            lambda row, number: service.set_label(actor, row.id, number, label, on=on),
            said=said,
            undo=lambda row, number: service.set_label(actor, row.id, number, label, on=not on),
        )

    def assign(self, thread: int, person: int | None) -> None:
        """Sets the assignee of a thread, or clears it with None."""
        service, actor = self._service()
        placed = self._placed(thread)
        before = placed.row.assignee_id if placed is not None else None
        self._change(
            thread,
            lambda row, number: service.assign(actor, row.id, row.version, number, person),
            said=translate("Comparison", "The annotation has another person to see to it."),
            undo=lambda row, number: service.assign(actor, row.id, row.version, number, before),
        )

    def attach(self, thread: int, start: int, end: int) -> None:
        """Attaches a thread to a span of NEW."""
        service, actor = self._service()
        self._change(
            thread,
            lambda row, number: service.attach(actor, row.id, row.version, number, start, end),
            said=translate("Comparison", "The annotation has its place again."),
            undo=lambda row, number: service.undo_attaching(actor, row.id, row.version, number),
        )

    def _change(
        self, thread: int, act: _Change, *, said: str = "", undo: _Change | None = None, sent: str = ""
    ) -> None:
        """Changes a thread. `sent` are the words of the reply field that the change takes; only they are cleared.

        What was refused because a colleague was first is shown as it is now; the words stay.
        """
        placed = self._placed(thread)
        if placed is None or (sent and thread in self._sending):
            return
        row, number = placed.row, placed.number
        if sent:
            self._sending.add(thread)

        def on_done(changed: ThreadRow) -> None:
            self._sending.discard(thread)
            self._panel.forget_draft(changed.id, sent)
            self._panel.active = changed.id
            if said:
                self.done.emit(said, None if undo is None else lambda: self._undo(undo, changed, number))
            self.changed.emit()

        def on_error(error: Exception) -> None:
            self._sending.discard(thread)
            show_error(self, error)
            if isinstance(error, ConflictError | RuleError):
                self.changed.emit()

        run(self, lambda: act(row, number), on_done, on_error)

    def _undo(self, undo: _Change, row: ThreadRow, number: int) -> None:
        """Undoes a change of a thread, unless somebody changed it since."""

        def on_done(_row: ThreadRow) -> None:
            self.done.emit(translate("Comparison", "It was taken back."), None)
            self.changed.emit()

        run(self, lambda: undo(row, number), on_done)

    def _service(self) -> tuple[Annotations, Actor]:
        return self._workplace.services.annotations, self._workplace.actor

    def _typed(self, thread: int) -> tuple[str, tuple[int, ...]]:
        """Returns the words of the reply field of a thread, and the persons whom they mention."""
        box = self._panel.boxes.get(thread)
        if box is None or box.reply is None:
            return "", ()
        return box.reply.toPlainText(), box.reply.mentions()

    def _placed(self, thread: int) -> PlacedThread | None:
        return next((placed for placed in self._panel.threads if placed.row.id == thread), None)
