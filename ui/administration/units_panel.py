"""The units of the office: adding, renaming, taking out of use, their order."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QWidget

from desktop_app.wording import fill, translate
from ui import jobs
from ui.actions import make_action
from ui.widgets.button import Button
from ui.widgets.form_panes import FormPane, side_by_side
from ui.widgets.roster import Roster, RosterPane, RosterRow
from ui.widgets.text_field import TextField

if TYPE_CHECKING:
    from desktop_app.services import AdministrationServices
    from desktop_app.staff.units import UnitRow
    from ui.workplace import Workplace


class UnitsPanel(QWidget):
    """`done` tells what was done and how to undo it, `counted` how many units are in use."""

    done = Signal(str, object)
    counted = Signal(int)

    def __init__(self, workplace: Workplace[AdministrationServices], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._last_read: object = None
        self._units: dict[int, UnitRow] = {}
        self._key: int | None = None
        self.roster = Roster(translate("Administration", "Units"))
        self.roster.chosen.connect(self._show)
        self.form = FormPane()
        self._heading = self.form.heading("")
        self.name = TextField(translate("Administration", "Name of the unit"))
        self.approval = QCheckBox(translate("Administration", "Its answers wait for the manager's approval"))
        self.active = QCheckBox(translate("Administration", "In use"))
        self.save_button = Button(translate("Administration", "Save"), "primary", flush=True, writes=True)
        self.save_button.clicked.connect(self.save)
        self.name.returnPressed.connect(self.save)
        self.form.labelled(translate("Administration", "Name of the unit"), self.name)
        self.form.column.addWidget(self.approval)
        self.form.column.addWidget(self.active)
        self.form.buttons(self.save_button)
        up, down = translate("Administration", "Further up"), translate("Administration", "Further down")
        self.up_action = make_action(
            self, up, lambda: self.move_unit(-1), key="Alt+Up", icon="ph.arrow-up", writes=True
        )
        self.down_action = make_action(
            self, down, lambda: self.move_unit(1), key="Alt+Down", icon="ph.arrow-down", writes=True
        )
        self._order = QWidget()
        order = QHBoxLayout(self._order)
        order.setContentsMargins(0, 0, 0, 0)
        order.setSpacing(0)
        order.addWidget(Button.of(self.up_action, "ghost", icon="ph.arrow-up", size="small"))
        order.addWidget(Button.of(self.down_action, "ghost", icon="ph.arrow-down", size="small"))
        order.addStretch()
        self.form.column.insertWidget(self.form.column.count() - 1, self._order)
        nothing = (
            translate("Administration", "The office has no units yet"),
            translate("Administration", "“Add” makes the first: petitions are referred to units."),
        )
        self.pane = RosterPane(self.roster, translate("Administration", "Name of the unit"), nothing)
        side_by_side(self, self.pane, self.form)
        self.start_new()

    def refresh(self) -> None:
        """Reads the units again, and stays on the one that is shown."""
        jobs.run(self, self._workplace.services.units.all, self._on_read)

    def start_new(self) -> None:
        """Empties the form for a new unit."""
        self._key = None
        self._heading.setText(translate("Administration", "New unit"))
        self.name.clear()
        self.approval.setChecked(False)
        self.active.setChecked(True)
        self.active.hide()
        self._order.hide()
        self.name.setFocus()

    def move_unit(self, step: int) -> None:
        """Puts the unit that is shown further up or down in every list."""
        units, actor, key = self._workplace.services.units, self._workplace.actor, self._key
        if key is not None:
            jobs.run(self, lambda: units.move(actor, key, step), self._on_read)

    def save(self) -> None:
        """Adds the unit, or changes the one that is shown."""
        units, actor, key = self._workplace.services.units, self._workplace.actor, self._key
        name, approval, active = self.name.text(), self.approval.isChecked(), self.active.isChecked()
        before = self._units.get(key) if key is not None else None

        def work() -> UnitRow:
            if key is None:
                return units.add(actor, name, needs_approval=approval)
            return units.change(actor, key, name=name, active=active, needs_approval=approval)

        self.save_button.setEnabled(False)
        jobs.run(self, work, lambda unit: self._on_saved(unit, before), self._on_refused)

    def _restore(self, before: UnitRow) -> None:
        units, actor = self._workplace.services.units, self._workplace.actor

        def work() -> UnitRow:
            return units.change(
                actor,
                before.id,
                name=before.name,
                active=before.active,
                needs_approval=before.needs_approval,
            )

        jobs.run(self, work, lambda unit: self._on_saved(unit, None))

    def _on_read(self, units: tuple[UnitRow, ...]) -> None:
        if units == self._last_read:
            # Reading again takes nothing from what is being typed.
            return
        self._last_read = units
        self._units = {unit.id: unit for unit in units}
        self.counted.emit(sum(unit.active for unit in units))
        self.pane.show_rows([_row(unit) for unit in units], self._key)

    def _show(self, key: int) -> None:
        unit = self._units[key]
        self._key = key
        self._heading.setText(unit.name)
        self.name.setText(unit.name)
        self.approval.setChecked(unit.needs_approval)
        self.active.setChecked(unit.active)
        self.active.show()
        self._order.show()

    def _on_saved(self, unit: UnitRow, before: UnitRow | None) -> None:
        self.save_button.setEnabled(True)
        self._key = unit.id
        sentence = fill(translate("Administration", "The unit “{name}” was saved."), name=unit.name)
        self.done.emit(sentence, partial(self._restore, before) if before else None)
        self.refresh()

    def _on_refused(self, error: Exception) -> None:
        self.save_button.setEnabled(True)
        self.name.setFocus()
        jobs.show_error(self, error)


def _row(unit: UnitRow) -> RosterRow:
    about = translate("Administration", "Answers wait for approval") if unit.needs_approval else ""
    return RosterRow(
        unit.id, unit.name, about or translate("Administration", "Answers go out at once"), unit.active
    )
