"""The labels of petitions: renaming, merging, retiring. New ones are created at the desk by using them."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QCheckBox, QComboBox, QWidget

from desktop_app.wording import fill, translate
from ui.administration.roster_panel import RosterPanel
from ui.widgets.button import Button
from ui.widgets.roster import RosterRow
from ui.widgets.text_field import TextField

if TYPE_CHECKING:
    from desktop_app.petitions.labels.service import LabelRow
    from desktop_app.services import AdministrationServices
    from ui.workplace import Workplace

_NONE = 0


class LabelsPanel(RosterPanel["LabelRow", "tuple[LabelRow, ...]"]):
    """The labels of the office, with the number of petitions that have each."""

    def __init__(self, workplace: Workplace[AdministrationServices], parent: QWidget | None = None) -> None:
        super().__init__(workplace, translate("Labels", "Labels"), parent)
        self.name = TextField(translate("Labels", "Name of the label"))
        self.name.returnPressed.connect(self.save)
        self.active = QCheckBox(translate("Labels", "Is offered to clerks"))
        self.into = QComboBox()
        self.into.setAccessibleName(translate("Labels", "The label that takes it in"))
        self.merge_button = Button(translate("Labels", "Merge"), icon="ph.git-merge", writes=True)
        self.merge_button.clicked.connect(self.merge)
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
        self.refusals.know({"label_name": self.name, "label": self.name})
        self._complete(translate("Labels", "Name of a label"), nothing)

    def _reader(self) -> Callable[[], tuple[LabelRow, ...]]:
        labels = self._workplace.services.labels
        return lambda: labels.all(counted=True)

    def _rows_of(self, read: tuple[LabelRow, ...]) -> tuple[LabelRow, ...]:
        return read

    def _roster_row(self, row: LabelRow) -> RosterRow:
        used = fill(translate("Labels", "on {count} petitions"), count=row.used)
        return RosterRow(row.id, row.name, used, row.active)

    def _fill(self, row: LabelRow) -> None:
        self._heading.setText(row.name)
        self.name.setText(row.name)
        self.active.setChecked(row.active)
        self.into.clear()
        self.into.addItem(translate("Labels", "Choose the label"), _NONE)
        for other in self._rows.values():
            if other.id != row.id and other.active:
                self.into.addItem(other.name, other.id)
        self._enable(on=True)

    def _clear(self) -> None:
        self._heading.setText(translate("Labels", "Choose a label"))
        self.name.clear()
        self._enable(on=True)

    def _enable(self, *, on: bool) -> None:
        """Enables the fields if a label is shown, and the buttons if also no job runs."""
        shown = self._key is not None
        for field in (self.name, self.active, self.into):
            field.setEnabled(shown)
        for button in (self.save_button, self.merge_button):
            button.setEnabled(shown and on)

    def save(self) -> None:
        """Saves name and state of the current label."""
        if self._shown is not None:
            self._change(self._shown, self.name.text(), self.active.isChecked())

    def _change(self, before: LabelRow, name: str, active: bool) -> None:
        labels, actor = self._workplace.services.labels, self._workplace.actor
        self._store(
            lambda: labels.change(actor, before.id, before.version, name=name, active=active),
            lambda now: self._change(now, before.name, before.active),
        )

    def _saved_words(self, row: LabelRow) -> str:
        return fill(translate("Labels", "The label “{name}” was saved."), name=row.name)

    def merge(self) -> None:
        """Merges the current label into the chosen one."""
        row, into = self._shown, self.into.currentData()
        if row is None or not into:
            return
        labels, actor = self._workplace.services.labels, self._workplace.actor

        def told(now: LabelRow) -> None:
            words = translate(
                "Labels", "“{name}” was merged into “{into}”, which is on {count} petitions now."
            )
            words = fill(words, name=row.name, into=now.name, count=now.used)
            self._tell(words, partial(self._part, row, now), now.id)

        self._run(lambda: labels.merge(actor, row.id, row.version, into), told)

    def _part(self, row: LabelRow, into: LabelRow) -> None:
        labels, actor = self._workplace.services.labels, self._workplace.actor

        def told(now: LabelRow) -> None:
            words = translate("Labels", "“{name}” is a label of its own again, on {count} petitions.")
            self._tell(fill(words, name=now.name, count=now.used), None, now.id)

        self._run(lambda: labels.unmerge(actor, row.id, into.id), told)
