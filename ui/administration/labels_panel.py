"""The labels of petitions: renamed, merged into another, retired. New ones are made at the desk, by using them."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QWidget

from desktop_app.wording import fill, translate
from ui import jobs
from ui.widgets.button import Button
from ui.widgets.form_panes import FormPane, side_by_side
from ui.widgets.roster import Roster, RosterPane, RosterRow
from ui.widgets.text_field import TextField

if TYPE_CHECKING:
    from desktop_app.petitions.labels.service import LabelRow
    from desktop_app.services import AdministrationServices
    from ui.workplace import Workplace

_NONE = 0


class LabelsPanel(QWidget):
    """`done` tells what was done and how to undo it, `counted` how many are offered."""

    done = Signal(str, object)
    counted = Signal(int)

    def __init__(self, workplace: Workplace[AdministrationServices], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._last_read: object = None
        self._rows: dict[int, LabelRow] = {}
        self._key: int | None = None
        self.roster = Roster(translate("Labels", "Labels"))
        self.roster.chosen.connect(self._show)
        self.name = TextField(translate("Labels", "Name of the label"))
        self.name.returnPressed.connect(self.save)
        self.active = QCheckBox(translate("Labels", "Is offered to clerks"))
        self.save_button = Button(translate("Administration", "Save"), "primary", flush=True, writes=True)
        self.save_button.clicked.connect(self.save)
        self.into = QComboBox()
        self.into.setAccessibleName(translate("Labels", "The label that takes it in"))
        self.merge_button = Button(translate("Labels", "Merge"), icon="ph.git-merge", writes=True)
        self.merge_button.clicked.connect(self.merge)
        self.form = FormPane()
        self._heading = self.form.heading("")
        self.form.labelled(translate("Labels", "Name of the label"), self.name)
        self.form.column.addWidget(self.active)
        self.form.column.addWidget(self.save_button)
        self.form.column.addSpacing(20)
        hint = translate("Labels", "Its petitions get that one, and its name leads there.")
        self.form.labelled(translate("Labels", "The label that takes it in"), self.into, hint)
        self.form.buttons(self.merge_button)
        nothing = (
            translate("Labels", "There are no labels yet"),
            translate("Labels", "Clerks make them at a petition, with the key L."),
        )
        self.pane = RosterPane(self.roster, translate("Labels", "Name of a label"), nothing)
        side_by_side(self, self.pane, self.form)
        self.start_new()

    def refresh(self) -> None:
        """Reads the labels again, and stays on the one that is shown."""
        jobs.run(self, lambda: self._workplace.services.labels.all(counted=True), self._on_read)

    def start_new(self) -> None:
        """Nothing is chosen."""
        self._key = None
        self._heading.setText(translate("Labels", "Choose a label"))
        self.name.clear()
        self._enable()

    def save(self) -> None:
        """Gives the label that is shown its name, and offers it or not."""
        before = self._rows.get(self._key) if self._key is not None else None
        if before is not None:
            self._change(before, self.name.text(), self.active.isChecked())

    def merge(self) -> None:
        """Merges the label that is shown into the one that is chosen."""
        row = self._rows.get(self._key) if self._key is not None else None
        into = self.into.currentData()
        if row is None or not into:
            return
        labels, actor = self._workplace.services.labels, self._workplace.actor
        self._run(lambda: labels.merge(actor, row.id, row.version, into), partial(self._on_merged, row))

    def _change(self, before: LabelRow, name: str, active: bool) -> None:
        labels, actor = self._workplace.services.labels, self._workplace.actor
        self._run(
            lambda: labels.change(actor, before.id, before.version, name=name, active=active),
            partial(self._on_saved, before),
        )

    def _run(self, work: Callable[[], LabelRow], told: Callable[[LabelRow], None]) -> None:
        for button in (self.save_button, self.merge_button):
            button.setEnabled(False)
        jobs.run(self, work, told, self._on_refused)

    def _on_read(self, rows: tuple[LabelRow, ...]) -> None:
        if rows == self._last_read:
            # Reading again takes nothing from what is being typed.
            return
        self._last_read = rows
        self._rows = {row.id: row for row in rows}
        self.counted.emit(sum(row.active for row in rows))
        used = translate("Labels", "on {count} petitions")
        self.pane.show_rows(
            [RosterRow(row.id, row.name, fill(used, count=row.used), row.active) for row in rows], self._key
        )
        self._enable()

    def _show(self, key: int) -> None:
        row = self._rows[key]
        self._key = key
        self._heading.setText(row.name)
        self.name.setText(row.name)
        self.active.setChecked(row.active)
        self.into.clear()
        self.into.addItem(translate("Labels", "Choose the label"), _NONE)
        for other in self._rows.values():
            if other.id != key and other.active:
                self.into.addItem(other.name, other.id)
        self._enable()

    def _enable(self) -> None:
        shown = self._key is not None
        for widget in (self.name, self.active, self.save_button, self.into, self.merge_button):
            widget.setEnabled(shown)

    def _on_saved(self, before: LabelRow, row: LabelRow) -> None:
        words = fill(translate("Labels", "The label “{name}” was saved."), name=row.name)
        self.done.emit(words, partial(self._change, row, before.name, before.active))
        self._enable()
        self.refresh()

    def _on_merged(self, row: LabelRow, into: LabelRow) -> None:
        self._key = into.id
        words = translate("Labels", "“{name}” was merged into “{into}”, which is on {count} petitions now.")
        self.done.emit(
            fill(words, name=row.name, into=into.name, count=into.used), partial(self._part, row, into)
        )
        self._enable()
        self.refresh()

    def _part(self, row: LabelRow, into: LabelRow) -> None:
        labels, actor = self._workplace.services.labels, self._workplace.actor
        self._run(lambda: labels.unmerge(actor, row.id, into.id), self._on_parted)

    def _on_parted(self, row: LabelRow) -> None:
        self._key = row.id
        words = translate("Labels", "“{name}” is a label of its own again, on {count} petitions.")
        self.done.emit(fill(words, name=row.name, count=row.used), None)
        self._enable()
        self.refresh()

    def _on_refused(self, error: Exception) -> None:
        self._enable()
        jobs.show_error(self, error)
