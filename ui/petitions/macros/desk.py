"""Macros at the desk: chosen by name (M) or digit key, previewed, run, undone and edited."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from desktop_app.errors import AppError
from desktop_app.petitions.macros.steps import leaves
from desktop_app.petitions.registration.codes import shown_code
from desktop_app.staff.roles import Role
from desktop_app.wording import digits, fill, translate
from ui import jobs
from ui.actions import make_action
from ui.petitions.macros.dialogs import MacroEditor, MacroPreview
from ui.widgets.finder import FinderDialog, FinderEntry

if TYPE_CHECKING:
    from desktop_app.petitions.desk.detail import PetitionDetail
    from desktop_app.petitions.labels.service import LabelRow
    from desktop_app.petitions.macros.runs import MacroRun, StepOutcome
    from desktop_app.petitions.macros.service import MacroRow, MacroTerms
    from desktop_app.petitions.referrals.side import SidePlace
    from desktop_app.services import InboxServices
    from ui.workplace import Workplace


class MacroDesk(QObject):
    """Runs and edits macros.

    `done` carries the petition after a macro, and whether the macro passed it on to others. `said` carries a
    message and its undo callback (or None).
    """

    done = Signal(object, bool)
    said = Signal(str, object)

    def __init__(
        self, workplace: Workplace[InboxServices], place: QWidget, shown: Callable[[], PetitionDetail | None]
    ) -> None:
        super().__init__(place)
        self._workplace, self._place, self._shown = workplace, place, shown
        self._rows: tuple[MacroRow, ...] = ()
        self._actions: list[QAction] = []
        self.finder: FinderDialog | None = None
        self.preview: MacroPreview | None = None
        self.editor: MacroEditor | None = None
        make_action(place, translate("Macros", "Macros"), self.choose, key="M", icon="ph.lightning")
        make_action(place, translate("Macros", "Change a macro"), partial(self.choose, editing=True))

    def learn(self) -> None:
        """Reads the macros that are available to the person."""
        macros, actor = self._workplace.services.macros, self._workplace.actor
        if actor.roles & {Role.CLERK, Role.MANAGER}:
            jobs.run(self, lambda: macros.all(actor), self._know, self._on_unlearnt)

    def _know(self, rows: tuple[MacroRow, ...]) -> None:
        self._rows = rows
        for action in self._actions:
            self._place.removeAction(action)
            action.deleteLater()
        words, taken = translate("Macros", "Macro: {name}"), set[str]()
        self._actions = []
        for row in rows:
            # Where two macros have the same key, the first by name gets it.
            key = row.terms.key if row.terms.key not in taken else ""
            taken.add(key)
            self._actions.append(
                make_action(
                    self._place, fill(words, name=row.terms.name), partial(self.ask, row), key=key or None
                )
            )

    def _on_unlearnt(self, error: Exception) -> None:
        # They are read again with the next list. The window shows by itself that the database is unreachable.
        if not isinstance(error, AppError):
            jobs.show_error(self, error)

    def choose(self, *, editing: bool = False) -> None:
        """Opens the choice of macros, to run one or to edit one. An unknown name creates a macro."""
        finder = self.finder = FinderDialog(
            translate("Macros", "Macros"),
            translate("Macros", "Name of a macro"),
            translate("Macros", "There are no macros yet; type the name of the first."),
            [
                FinderEntry(row.terms.name, row, beside=row.unit_name, key=row.terms.key)
                for row in self._rows
                if row.may_change or not editing
            ],
            self._place.window(),
            make=translate("Macros", "New macro: {typed}"),
            hint=translate("Macros", "Enter shows what it would do, before it does it."),
        )
        finder.chosen.connect(self.edit if editing else self.ask)
        finder.made.connect(lambda name: self.edit(None, name))
        finder.open_over(self._place)

    # Doing

    def ask(self, row: MacroRow) -> None:
        """Shows the preview of a macro on the current petition."""
        detail = self._shown()
        if detail is None:
            return
        runs, actor = self._workplace.services.macro_runs, self._workplace.actor
        jobs.run(
            self,
            lambda: runs.preview(actor, detail.id, row.id),
            lambda steps: self._show_preview(row, detail, steps),
        )

    def _show_preview(self, row: MacroRow, detail: PetitionDetail, steps: tuple[StepOutcome, ...]) -> None:
        preview = self.preview = MacroPreview(row.terms.name, steps, self._place.window())
        preview.confirmed.connect(lambda: self._run(row, detail))
        preview.open()

    def _run(self, row: MacroRow, detail: PetitionDetail) -> None:
        runs, actor = self._workplace.services.macro_runs, self._workplace.actor
        jobs.run(
            self,
            lambda: runs.run(actor, detail.id, detail.version, row.id),
            lambda run: self._on_run(row, run),
        )

    def _on_run(self, row: MacroRow, run: MacroRun) -> None:
        words = translate("Macros", "“{name}” done to {code}.")
        told = fill(words, name=row.terms.name, code=shown_code(run.detail.tracking_code))
        self.said.emit(told, partial(self._take_back, run))
        self.done.emit(run.detail, leaves(row.terms.steps))

    def _take_back(self, run: MacroRun) -> None:
        runs, actor = self._workplace.services.macro_runs, self._workplace.actor
        jobs.run(self, lambda: runs.take_back(actor, run.detail.id, run.key), self._on_back)

    def _on_back(self, detail: PetitionDetail) -> None:
        words = translate("Macros", "{code} is as it was before; notes stay.")
        self.said.emit(fill(words, code=shown_code(detail.tracking_code)), None)
        self.done.emit(detail, False)

    # Writing

    def edit(self, row: MacroRow | None, name: str = "") -> None:
        """Opens the editor for a macro, or for a new one where `row` is None."""
        services = self._workplace.services
        jobs.run(
            self,
            lambda: (services.labels.all(active_only=True), services.side_referrals.places()),
            lambda read: self._open_editor(row, name, *read),
        )

    def _open_editor(
        self, row: MacroRow | None, name: str, labels: tuple[LabelRow, ...], places: tuple[SidePlace, ...]
    ) -> None:
        actor = self._workplace.actor
        units = {place.unit_id for place in places}
        own = [unit for unit in units if actor.has(Role.CLERK, unit) or actor.has(Role.MANAGER, unit)]
        editor = self.editor = MacroEditor(row, name, labels, places, own, self._place.window())
        editor.saved.connect(lambda terms: self._save(row, terms))
        if row is not None:
            editor.removed.connect(lambda: self._remove(row))
        editor.open()

    def _save(self, row: MacroRow | None, terms: MacroTerms) -> None:
        macros, actor = self._workplace.services.macros, self._workplace.actor

        def work() -> MacroRow:
            if row is None:
                return macros.add(actor, terms)
            return macros.change(actor, row.id, row.version, terms)

        jobs.run(self, work, self._on_saved, self._on_refused)

    def _on_saved(self, row: MacroRow) -> None:
        if self.editor is not None:
            self.editor.accept()
        words = translate("Macros", "The macro “{name}” was saved.")
        if row.terms.key:
            words = translate("Macros", "The macro “{name}” was saved; its key is {key}.")
        self.said.emit(fill(words, name=row.terms.name, key=digits(row.terms.key)), None)
        self.learn()

    def _on_refused(self, error: Exception) -> None:
        if isinstance(error, AppError) and self.editor is not None:
            self.editor.show_trouble(error)
        else:
            jobs.show_error(self, error)

    def _remove(self, row: MacroRow) -> None:
        macros, actor = self._workplace.services.macros, self._workplace.actor

        def told(terms: MacroTerms) -> None:
            words = fill(translate("Macros", "The macro “{name}” was removed."), name=terms.name)
            self.said.emit(words, lambda: self._save(None, terms))
            self.learn()

        jobs.run(self, lambda: macros.remove(actor, row.id, row.version), told)
