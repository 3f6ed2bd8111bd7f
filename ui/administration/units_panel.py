"""The units of the office: adding, renaming, retiring, ordering."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QWidget

from desktop_app.wording import fill, translate
from ui import jobs
from ui.actions import make_action
from ui.administration.roster_panel import RosterPanel
from ui.widgets.button import Button
from ui.widgets.roster import RosterRow
from ui.widgets.text_field import TextField

if TYPE_CHECKING:
    from desktop_app.services import AdministrationServices
    from desktop_app.staff.units import UnitRow
    from ui.workplace import Workplace


class UnitsPanel(RosterPanel["UnitRow", "tuple[UnitRow, ...]"]):
    """The units, in the order in which the office names them."""

    def __init__(self, workplace: Workplace[AdministrationServices], parent: QWidget | None = None) -> None:
        super().__init__(workplace, translate("Administration", "Units"), parent)
        self.name = TextField(translate("Administration", "Name of the unit"))
        self.approval = QCheckBox(translate("Administration", "Its answers wait for the manager's approval"))
        self.active = QCheckBox(translate("Administration", "In use"))
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
        self.refusals.know({"unit_name": self.name, "unit": self.name})
        self._complete(translate("Administration", "Name of the unit"), nothing)

    def _reader(self) -> Callable[[], tuple[UnitRow, ...]]:
        return self._workplace.services.units.all

    def _rows_of(self, read: tuple[UnitRow, ...]) -> tuple[UnitRow, ...]:
        return read

    def _roster_row(self, row: UnitRow) -> RosterRow:
        about = translate("Administration", "Answers go out at once")
        if row.needs_approval:
            about = translate("Administration", "Answers wait for approval")
        return RosterRow(row.id, row.name, about, row.active)

    def _fill(self, row: UnitRow) -> None:
        self._heading.setText(row.name)
        self.name.setText(row.name)
        self.approval.setChecked(row.needs_approval)
        self.active.setChecked(row.active)
        self.active.show()
        self._order.show()

    def _clear(self) -> None:
        self._heading.setText(translate("Administration", "New unit"))
        self.name.clear()
        self.approval.setChecked(False)
        self.active.setChecked(True)
        self.active.hide()
        self._order.hide()
        self.name.setFocus()

    def move_unit(self, step: int) -> None:
        """Moves the current unit up or down in every list."""
        units, actor, key = self._workplace.services.units, self._workplace.actor, self._key
        if key is not None:
            jobs.run(self, lambda: units.move(actor, key, step), self._on_read)

    def save(self) -> None:
        """Adds the unit, or saves changes to the current one."""
        units, actor, before = self._workplace.services.units, self._workplace.actor, self._shown
        name, approval, active = self.name.text(), self.approval.isChecked(), self.active.isChecked()
        if before is None:
            self._store(lambda: units.add(actor, name, needs_approval=approval))
        else:
            self._change(before.id, name, active, approval, lambda _now: self._restore(before))

    def _change(
        self, key: int, name: str, active: bool, approval: bool, back: Callable[[UnitRow], object] | None
    ) -> None:
        units, actor = self._workplace.services.units, self._workplace.actor
        self._store(lambda: units.change(actor, key, name=name, active=active, needs_approval=approval), back)

    def _restore(self, before: UnitRow) -> None:
        self._change(before.id, before.name, before.active, before.needs_approval, None)

    def _saved_words(self, row: UnitRow) -> str:
        return fill(translate("Administration", "The unit “{name}” was saved."), name=row.name)
