"""The people with an account: adding, roles and unit, disabling, a new password."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from desktop_app.persian.digits import isolated
from desktop_app.staff.roles import Membership, Role
from desktop_app.wording import fill, translate
from desktop_app.wording.labels import label, labels
from ui import jobs
from ui.administration.membership_edit import MembershipEdit
from ui.administration.panes import FormPane, side_by_side
from ui.administration.roster import Roster, RosterRow
from ui.widgets.button import Button
from ui.widgets.password_edit import KeyboardWarning, PasswordEdit
from ui.widgets.plain import PlainLabel
from ui.widgets.text_field import TextField

if TYPE_CHECKING:
    from desktop_app.staff.accounts import PersonRow
    from desktop_app.staff.units import UnitRow
    from ui.workplace import Workplace


class StaffPanel(QWidget):
    """`done` tells what was done, `counted` how many accounts are in use."""

    done = Signal(str)
    counted = Signal(int)

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._people: dict[int, PersonRow] = {}
        self._units: tuple[UnitRow, ...] = ()
        self._key: int | None = None
        self.roster = Roster(translate("Administration", "Staff"))
        self.roster.chosen.connect(self._show)
        self.full_name = TextField(translate("Administration", "Full name"))
        self.username = TextField(translate("Administration", "User name"), latin=True)
        self.roles = MembershipEdit()
        self.password = PasswordEdit(translate("Administration", "Password"), size="normal")
        self.warning = KeyboardWarning()
        self.password.focused.connect(self.warning.watch)
        self._password_words = PlainLabel("", "secondary", "text2")
        self.active = QCheckBox(translate("Administration", "May sign in"))
        self.save_button = Button(translate("Administration", "Save"), "primary", flush=True)
        self.save_button.clicked.connect(self.save)
        self.form = FormPane()
        self._heading = self.form.heading("")
        self._lay_out()
        side_by_side(self, self.roster, self.form)
        self.start_new()

    def _lay_out(self) -> None:
        form = self.form
        form.labelled(translate("Administration", "Full name"), self.full_name)
        form.labelled(translate("Administration", "User name"), self.username)
        form.column.addWidget(PlainLabel(translate("Administration", "Roles"), "secondary", "text2"))
        form.column.addWidget(self.roles)
        form.column.addSpacing(6)
        form.column.addWidget(self._password_words)
        form.column.addWidget(self.password)
        form.column.addWidget(self.warning)
        form.column.addWidget(self.active)
        form.buttons(self.save_button)

    def refresh(self) -> None:
        """Reads people and units again, and stays on the person that is shown."""
        services = self._workplace.services
        jobs.run(self, lambda: (services.accounts.all(), services.units.all()), self._on_read)

    def start_new(self) -> None:
        """Empties the form for a new account."""
        self._key = None
        self._heading.setText(translate("Administration", "New account"))
        self.full_name.clear()
        self.username.clear()
        self.username.setEnabled(True)
        self.password.clear()
        self._password_words.setText(translate("Administration", "First password (at least 8 characters)"))
        self.roles.show_memberships([Membership(Role.CLERK, None)], self._units)
        self.active.setChecked(True)
        self.active.hide()
        self.full_name.setFocus()

    def save(self) -> None:
        """Makes the account, or changes the one that is shown; an empty password stays as it was."""
        accounts, actor = self._workplace.services.accounts, self._workplace.actor
        person = self._people.get(self._key) if self._key is not None else None
        full_name, username, password = self.full_name.text(), self.username.text(), self.password.text()
        memberships, active = self.roles.memberships(), self.active.isChecked()

        def work() -> PersonRow:
            if person is None:
                return accounts.add(actor, full_name, username, password, memberships)
            return accounts.change(
                actor,
                person.id,
                person.version,
                full_name=full_name,
                active=active,
                memberships=None if memberships == person.memberships else memberships,
                password=password or None,
            )

        self.save_button.setEnabled(False)
        jobs.run(self, work, self._on_saved, self._on_refused)

    def _on_read(self, read: tuple[tuple[PersonRow, ...], tuple[UnitRow, ...]]) -> None:
        people, self._units = read
        self._people = {person.id: person for person in people}
        self.counted.emit(sum(person.active for person in people))
        names = {unit.id: unit.name for unit in self._units}
        self.roster.show_rows([_row(person, names) for person in people], self._key)

    def _show(self, key: int) -> None:
        person = self._people[key]
        self._key = key
        self._heading.setText(person.full_name)
        self.full_name.setText(person.full_name)
        self.username.setText(person.username)
        self.username.setEnabled(False)
        self.password.clear()
        self._password_words.setText(translate("Administration", "New password (empty: stays as it is)"))
        self.roles.show_memberships(person.memberships, self._units)
        self.active.setChecked(person.active)
        self.active.show()

    def _on_saved(self, person: PersonRow) -> None:
        self.save_button.setEnabled(True)
        self._key = person.id
        sentence = fill(
            translate("Administration", "The account of {name} was saved."), name=person.full_name
        )
        self.done.emit(sentence)
        self.refresh()

    def _on_refused(self, error: Exception) -> None:
        self.save_button.setEnabled(True)
        jobs.show_error(self, error)


def _row(person: PersonRow, units: dict[int, str]) -> RosterRow:
    order = list(labels("role"))
    held = sorted(person.memberships, key=lambda m: (order.index(m.role.value), m.unit_id or 0))
    where = [
        label("role", m.role.value) + (f" ({units[m.unit_id]})" if m.unit_id in units else "") for m in held
    ]
    roles = translate("Window", ", ").join(where) or translate("Administration", "no role")
    about = fill(
        translate("Administration", "{username} · {roles}"), username=isolated(person.username), roles=roles
    )
    return RosterRow(person.id, person.full_name, about, person.active)
