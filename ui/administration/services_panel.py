"""The catalogue of services that petitions are about: code, name, whether it is offered."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from desktop_app.persian.digits import isolated
from desktop_app.wording import digits, fill, translate
from ui import jobs
from ui.widgets.button import Button
from ui.widgets.form_panes import FormPane, side_by_side
from ui.widgets.roster import Roster, RosterPane, RosterRow
from ui.widgets.text_field import TextField

if TYPE_CHECKING:
    from desktop_app.office.services import ServiceRow
    from ui.workplace import Workplace


class ServicesPanel(QWidget):
    """`done` tells what was done and how to undo it, `counted` how many are offered."""

    done = Signal(str, object)
    counted = Signal(int)

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._last_read: object = None
        self._rows: dict[int, ServiceRow] = {}
        self._key: int | None = None
        self.roster = Roster(translate("Catalogue", "Services"))
        self.roster.chosen.connect(self._show)
        self.name = TextField(translate("Catalogue", "Name of the service"))
        self.code = TextField(translate("Catalogue", "Code"), latin=True)
        self.active = QCheckBox(translate("Catalogue", "Is offered"))
        self.save_button = Button(translate("Administration", "Save"), "primary", flush=True, writes=True)
        self.save_button.clicked.connect(self.save)
        for field in (self.name, self.code):
            field.returnPressed.connect(self.save)
        self.form = FormPane()
        self._heading = self.form.heading("")
        self.form.labelled(translate("Catalogue", "Name of the service"), self.name)
        hint = translate(
            "Catalogue", "Its number in the national catalogue of services, or the office's own."
        )
        self.form.labelled(translate("Catalogue", "Code"), self.code, hint)
        self.form.column.addWidget(self.active)
        self.form.buttons(self.save_button)
        nothing = (
            translate("Catalogue", "No service is entered yet"),
            translate("Catalogue", "“Add” enters the first: a petition can be about it."),
        )
        self.pane = RosterPane(self.roster, translate("Catalogue", "Name or code"), nothing)
        side_by_side(self, self.pane, self.form)
        self.start_new()

    def refresh(self) -> None:
        """Reads the catalogue again, and stays on the service that is shown."""
        jobs.run(self, self._workplace.services.catalogue.all, self._on_read)

    def start_new(self) -> None:
        """Empties the form for a new service."""
        self._key = None
        self._heading.setText(translate("Catalogue", "New service"))
        self.name.clear()
        self.code.clear()
        self.active.setChecked(True)
        self.active.hide()
        self.name.setFocus()

    def save(self) -> None:
        """Enters the service, or changes the one that is shown."""
        before = self._rows.get(self._key) if self._key is not None else None
        code, name, active = self.code.text(), self.name.text(), self.active.isChecked()
        if before is None:
            catalogue, actor = self._workplace.services.catalogue, self._workplace.actor
            self._run(lambda: catalogue.add(actor, code, name), None)
        else:
            self._change(before, code, name, active)

    def _change(self, before: ServiceRow, code: str, name: str, active: bool) -> None:
        catalogue, actor = self._workplace.services.catalogue, self._workplace.actor
        self._run(
            lambda: catalogue.change(actor, before.id, before.version, code=code, name=name, active=active),
            before,
        )

    def _run(self, work: Callable[[], ServiceRow], before: ServiceRow | None) -> None:
        self.save_button.setEnabled(False)
        jobs.run(self, work, lambda row: self._on_saved(row, before), self._on_refused)

    def _on_read(self, rows: tuple[ServiceRow, ...]) -> None:
        if rows == self._last_read:
            # Reading again takes nothing from what is being typed.
            return
        self._last_read = rows
        self._rows = {row.id: row for row in rows}
        self.counted.emit(sum(row.active for row in rows))
        shown = [RosterRow(row.id, row.name, isolated(digits(row.code)), row.active) for row in rows]
        self.pane.show_rows(shown, self._key)

    def _show(self, key: int) -> None:
        row = self._rows[key]
        self._key = key
        self._heading.setText(row.name)
        self.name.setText(row.name)
        self.code.setText(row.code)
        self.active.setChecked(row.active)
        self.active.show()

    def _on_saved(self, row: ServiceRow, before: ServiceRow | None) -> None:
        self.save_button.setEnabled(True)
        self._key = row.id
        undo = partial(self._change, row, before.code, before.name, before.active) if before else None
        self.done.emit(fill(translate("Catalogue", "The service “{name}” was saved."), name=row.name), undo)
        self.refresh()

    def _on_refused(self, error: Exception) -> None:
        self.save_button.setEnabled(True)
        jobs.show_error(self, error)
