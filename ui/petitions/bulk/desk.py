"""Bulk acts at the desk: marking petitions in the list, choosing the act, showing the result, undo."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction

from desktop_app.errors import AppError
from desktop_app.petitions.lists.filters import contents_of
from desktop_app.staff.roles import Role
from desktop_app.wording import fill, translate
from ui import jobs
from ui.actions import make_action
from ui.errors import sentence
from ui.petitions.bulk.bar import BulkBar
from ui.petitions.bulk.dialog import BulkDialog
from ui.petitions.bulk.history import BulkHistory
from ui.petitions.bulk.marks import Marks
from ui.petitions.bulk.words import back_words, broken_off_words, result_words
from ui.petitions.desk.improvement_dialog import ImprovementDialog
from ui.signals import ID

if TYPE_CHECKING:
    from desktop_app.petitions.bulk.keeping import RunRow
    from desktop_app.petitions.bulk.run import BulkProgress
    from desktop_app.petitions.improvements.service import ImprovementRow
    from desktop_app.petitions.vocabulary import Move
    from desktop_app.progress import Progress
    from desktop_app.services import InboxServices
    from ui.petitions.lists.model import PetitionListModel
    from ui.petitions.lists.side import ListSide
    from ui.workplace import Workplace


class BulkDesk(QObject):
    """Coordinates the bulk acts.

    `done` is emitted when petitions were changed. `said` carries a message and its undo callback (or None).
    `opened` carries the id of a petition that was not changed and is to be shown.
    """

    done = Signal()
    said = Signal(str, object)
    opened = Signal(ID)
    #: Escape was pressed in the list, and there were no marks to take away.
    escaped = Signal()

    def __init__(self, workplace: Workplace[InboxServices], side: ListSide, model: PetitionListModel) -> None:
        super().__init__(side)
        self._workplace, self._side, self._model = workplace, side, model
        self.marks = Marks(self)
        self.bar = BulkBar(self.marks, side)
        self.dialog: BulkDialog | None = None
        self.history: BulkHistory | None = None
        self.improvement: ImprovementDialog | None = None
        table = side.table
        table.show_marks(self.marks)
        table.mark_toggled.connect(self.marks.toggle)
        table.marked_too.connect(self.marks.add)
        self.bar.asked.connect(self.ask)
        self.bar.all_asked.connect(self.mark_all)
        self.bar.improvement_asked.connect(self.ask_for_improvement)
        model.opened.connect(lambda _place: self._forget_gone())
        self.marks.changed.connect(lambda: self.bar.know_total(model.outline.total))
        words = translate("Bulk", "Mark, or take the mark away")
        self._marking = make_action(table, words, self.toggle_mark, key="S")
        make_action(table, translate("Bulk", "Mark and go down"), self.mark_and_step, key="Shift+J",
                    more_keys=("Shift+Down",))  # fmt: skip
        make_action(
            table, translate("Bulk", "Mark all of this view"), self.mark_all, key="Ctrl+A", everywhere=False
        )
        make_action(table, translate("Bulk", "Take all marks away"), self.escape, key="Esc")
        make_action(side, translate("Bulk", "Acts on many"), self.look_up, key="Shift+B", icon="ph.stack")

    def learn(self) -> None:
        """Reports an interrupted run of the person."""
        runs, actor = self._workplace.services.bulk_runs, self._workplace.actor
        if actor.roles & {Role.CLERK, Role.MANAGER}:
            jobs.run(self, lambda: runs.broken_off(actor), self._tell_broken_off, jobs.only_bugs(self))

    def _tell_broken_off(self, row: RunRow | None) -> None:
        if row is not None:
            self.said.emit(broken_off_words(row), None)

    def look_up(self) -> None:
        """Opens the dialog of earlier bulk runs."""
        history = self.history = BulkHistory(self._workplace, self._side.window())
        history.changed.connect(self.done)
        history.opened.connect(self.opened)
        history.open()

    def of_row(self) -> tuple[QAction, ...]:
        """Returns the commands for the selected row."""
        return (self._marking,)

    def toggle_mark(self) -> None:
        """Toggles the mark of the selected petition."""
        row = self._side.table.current_row()
        if row is not None:
            self.marks.toggle(row.id)

    def mark_and_step(self) -> None:
        """Marks the selected petition and selects the next one."""
        row = self._side.table.current_row()
        if row is not None:
            self.marks.add([row.id])
        self._side.table.step(1)

    def _forget_gone(self) -> None:
        """Takes away the marks of petitions that are not in the list any more."""
        wanted, ids, whole = self._model.wanted, self.marks.ids, self.marks.of_view
        if whole is not None:
            if contents_of(whole) == contents_of(wanted) and self._model.outline.total:
                self.marks.mark_all(wanted, self._model.outline.total)
            else:
                self.marks.clear()
            return
        if not ids:
            return
        inbox, actor = self._workplace.services.inbox, self._workplace.actor
        # Marks that were set while the list was read are not in `ids`, and remain.
        jobs.run(
            self,
            lambda: inbox.those_in(actor, wanted, ids),
            lambda there: self.marks.drop(ids - there) if self._model.wanted == wanted else None,
            jobs.only_bugs(self),
        )

    def escape(self) -> None:
        """Takes all marks away; without marks, `escaped` tells that the key is for others."""
        if self.marks.count:
            self.marks.clear()
        else:
            self.escaped.emit()

    def mark_all(self) -> None:
        """Marks all petitions of the list, whether or not they are in memory."""
        if self._model.outline.total:
            self.marks.mark_all(self._model.wanted, self._model.outline.total)

    def ask_for_improvement(self) -> None:
        """Opens the form of an improvement action for all marked petitions."""
        selection = self.marks.selection()
        services, actor, wanted = self._workplace.services, self._workplace.actor, selection.wanted
        if wanted is None:
            self._open_improvement(selection.ids)
            return

        jobs.run(self, lambda: services.inbox.numbers(actor, wanted), self._open_improvement)

    def _open_improvement(self, ids: tuple[int, ...]) -> None:
        if not ids:
            return
        dialog = self.improvement = ImprovementDialog(self._workplace, ids, "", self._side.window())
        dialog.made.connect(self._on_improvement)
        dialog.open()

    def _on_improvement(self, row: ImprovementRow) -> None:
        words = translate("Improvements", "The action “{title}” names {count} petitions.")
        self.said.emit(fill(words, title=row.title, count=row.petitions), None)
        self.marks.clear()

    def ask(self, move: Move | None) -> None:
        """Opens the form of an act on all marked petitions. With None, labels are changed."""
        if not self.marks.count:
            return
        window = self._side.window()
        selection, count = self.marks.selection(), self.marks.count
        dialog = self.dialog = BulkDialog(self._workplace, selection, move, window, count=count)
        dialog.ended.connect(self._on_ended)
        dialog.opened.connect(self.opened)
        dialog.open()

    def _on_ended(self, run: BulkProgress) -> None:
        if run.finished:
            self.marks.clear()
        if run.done:
            name = self.dialog.name if self.dialog is not None else ""
            self.said.emit(result_words(run, name), lambda: self._take_back(run))
        self.done.emit()

    def _take_back(self, run: BulkProgress) -> None:
        bulk, actor = self._workplace.services.bulk, self._workplace.actor
        wanted = len(run.done)

        def work(progress: Progress) -> int:
            return bulk.take_back(actor, run, progress)

        jobs.run(
            self,
            work,
            lambda back: self._on_back(back, wanted),
            lambda error: self._on_broken(run, error),
            progress=lambda _done, _total: None,
        )

    def _on_broken(self, run: BulkProgress, error: Exception) -> None:
        """Restored petitions remain restored. The message offers to repeat the undo for the rest."""
        if not isinstance(error, AppError):
            jobs.show_error(self, error)
            return
        self.said.emit(sentence(error), lambda: self._take_back(run))
        self.done.emit()

    def _on_back(self, back: int, wanted: int) -> None:
        self.said.emit(back_words(back, wanted), None)
        self.done.emit()
