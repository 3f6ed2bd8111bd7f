"""User accounts: adding, roles and units, disabling, one-time passwords, unlocking."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QWidget

from desktop_app.persian.digits import isolated
from desktop_app.staff.roles import Membership, Role
from desktop_app.wording import fill, translate
from desktop_app.wording.labels import label, labels
from ui import jobs
from ui.administration.membership_edit import MembershipEdit
from ui.administration.one_time_password import OneTimePasswordBox
from ui.administration.recovery_box import RecoveryBox
from ui.administration.roster_panel import RosterPanel
from ui.signals import ID
from ui.widgets.button import Button
from ui.widgets.plain import PlainLabel
from ui.widgets.roster import RosterRow
from ui.widgets.text_field import TextField

if TYPE_CHECKING:
    from desktop_app.services import AdministrationServices
    from desktop_app.staff.accounts import OneTimePassword, PersonRow
    from desktop_app.staff.units import UnitRow
    from ui.workplace import Workplace

_Read = tuple[tuple["PersonRow", ...], tuple["UnitRow", ...], frozenset[int]]


class StaffPanel(RosterPanel["PersonRow", _Read]):
    """`leaving` requests the handover of a person's petitions."""

    leaving = Signal(ID)

    def __init__(self, workplace: Workplace[AdministrationServices], parent: QWidget | None = None) -> None:
        super().__init__(workplace, translate("Administration", "Staff"), parent)
        self._units: tuple[UnitRow, ...] = ()
        self._second_persons: frozenset[int] = frozenset()
        self.full_name = TextField(translate("Administration", "Full name"))
        self.username = TextField(translate("Administration", "User name"), latin=True)
        self.roles = MembershipEdit()
        self.password = OneTimePasswordBox()
        self.password.wanted.connect(self.reset_password)
        self.password.copied.connect(
            lambda: self.done.emit(translate("Administration", "The password is on the clipboard."), None)
        )
        self.recovery = RecoveryBox(workplace)
        self.recovery.done.connect(self.done)
        self._second_words = PlainLabel("", "secondary", "text2", wrap=True)
        self._password_words = PlainLabel("", "secondary", "text2", wrap=True)
        self.password.passed_on.connect(self._password_words.show)
        self.unlock_button = Button(translate("Administration", "Unlock"), icon="ph.lock-open", size="small")
        self.unlock_button.clicked.connect(lambda _checked=False: self.unlock())
        self.leaving_button = Button(
            translate("Administration", "Hand their work over…"), "ghost", icon="ph.swap", size="small"
        )
        self.leaving_button.clicked.connect(self._on_leaving)
        self.active = QCheckBox(translate("Administration", "May sign in"))
        self.full_name.returnPressed.connect(self.save)
        self.username.returnPressed.connect(self.save)
        self._lay_out()
        nothing = (
            translate("Administration", "Nobody has an account yet"),
            translate("Administration", "“Add” makes one: a name, a role, a one-time password."),
        )
        self.refusals.know({"full_name": self.full_name, "username": self.username})
        self._complete(translate("Administration", "Name, user name, role"), nothing)

    def _lay_out(self) -> None:
        form = self.form
        form.labelled(translate("Administration", "Full name"), self.full_name)
        form.labelled(translate("Administration", "User name"), self.username)
        form.column.addWidget(PlainLabel(translate("Administration", "Roles"), "secondary", "text2"))
        form.column.addWidget(self.roles)
        form.column.addWidget(self._second_words)
        form.column.addSpacing(6)
        form.column.addWidget(self.active)
        form.column.addSpacing(6)
        form.column.addWidget(self.save_button, 0, Qt.AlignmentFlag.AlignLeading)
        form.column.addSpacing(16)
        form.column.addWidget(self._password_words)
        form.column.addWidget(self.password)
        form.column.addWidget(self.recovery)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self.unlock_button)
        row.addWidget(self.leaving_button)
        row.addStretch()
        form.column.addLayout(row)
        form.column.addStretch()

    def _reader(self) -> Callable[[], _Read]:
        services = self._workplace.services
        return lambda: (
            services.accounts.all(),
            services.units.all(),
            services.confirmations.second_persons(),
        )

    def _rows_of(self, read: _Read) -> tuple[PersonRow, ...]:
        people, self._units, self._second_persons = read
        if self._shown is None:
            self._say_who_confirms(None)
        return people

    def _say_who_confirms(self, row: PersonRow | None) -> None:
        """Says before saving what waits for a second person, or that there is none."""
        others = self._second_persons - {self._workplace.actor.person_id, row.id if row else None}
        words = translate(
            "Administration",
            "A new password, a role for yourself, and administration together with the desk take effect when a"
            " second person confirms them.",
        )
        if not others:
            words = translate(
                "Administration",
                "The office has no second person who could confirm this: a new password and any role take effect at"
                " once, and the history says so.",
            )
        waits = _proposed_words(row, {unit.id: unit.name for unit in self._units}) if row else ""
        self._second_words.setText("\n".join(part for part in (waits, words) if part))

    def _roster_row(self, row: PersonRow) -> RosterRow:
        return _roster_row(row, {unit.id: unit.name for unit in self._units})

    def _clear(self) -> None:
        self._heading.setText(translate("Administration", "New person"))
        for field in (self.full_name, self.username):
            field.clear()
        self.username.setEnabled(True)
        self._password_words.setText(
            translate("Administration", "A one-time password is made when the account is saved.")
        )
        self.password.forget()
        self._password_words.show()
        self.roles.show_memberships([Membership(Role.CLERK, None)], self._units)
        self._say_who_confirms(None)
        self.active.setChecked(True)
        self.recovery.forget()
        for widget in (self.active, self.password, self.recovery, self.unlock_button, self.leaving_button):
            widget.hide()
        self.full_name.setFocus()

    def save(self) -> None:
        """Creates the account, or saves changes to the current one."""
        accounts, actor = self._workplace.services.accounts, self._workplace.actor
        person = self._shown
        full_name, username = self.full_name.text(), self.username.text()
        memberships, active = self.roles.memberships(), self.active.isChecked()
        if person is not None:
            self._change(person, full_name, active, memberships)
            return
        self._run(
            lambda: accounts.add(actor, full_name, username, memberships),
            self._on_password,
        )

    def _change(
        self, person: PersonRow, full_name: str, active: bool, memberships: frozenset[Membership]
    ) -> None:
        accounts, actor = self._workplace.services.accounts, self._workplace.actor

        def work() -> PersonRow:
            return accounts.change(
                actor,
                person.id,
                person.version,
                full_name=full_name,
                active=active,
                memberships=None if memberships == person.memberships else memberships,
            )

        self._run(work, lambda now: self._on_changed(now, person))

    def reset_password(self) -> None:
        """Sets a one-time password for the current person."""
        accounts, actor = self._workplace.services.accounts, self._workplace.actor
        person = self._shown
        if person is not None:
            work = partial(accounts.reset_password, actor, person.id, person.version)
            jobs.run(self, work, self._on_password)

    def unlock(self) -> None:
        """Unlocks the current person, whom the server has locked out."""
        accounts, actor, key = self._workplace.services.accounts, self._workplace.actor, self._key
        if key is not None:
            jobs.run(self, lambda: accounts.unlock(actor, key), self._on_unlocked)

    def _on_leaving(self) -> None:
        if self._key is not None:
            self.leaving.emit(self._key)

    def _show(self, key: int) -> None:
        if key != self._key or not self.password.password():
            self.password.forget()
        super()._show(key)

    def _fill(self, row: PersonRow) -> None:
        own = row.id == self._workplace.actor.person_id
        self._heading.setText(row.full_name)
        self.full_name.setText(row.full_name)
        self.username.setText(row.username)
        self.username.setEnabled(False)
        self._password_words.setText(_password_words(row, own=own))
        self._password_words.setVisible(not self.password.password())
        self.roles.show_memberships(row.memberships, self._units)
        self._say_who_confirms(row)
        self.active.setChecked(row.active)
        self.active.show()
        self.password.setVisible(row.active and not own)
        self._show_recovery(row, own=own)
        self.unlock_button.setVisible(row.locked)
        self.leaving_button.show()

    def _show_recovery(self, row: PersonRow, *, own: bool) -> None:
        """Shows one's own recovery code, which there is on one PC only."""
        administers = any(one.role is Role.ADMINISTRATOR for one in row.memberships)
        there = own and administers and self._workplace.services.database.is_sqlite
        if there:
            self.recovery.refresh()
        else:
            self.recovery.forget()
        self.recovery.setVisible(there)

    def _on_password(self, made: OneTimePassword) -> None:
        person = made.person
        self._on_stored(person, None)
        self.password.show_password(person.full_name, made.password)
        self._password_words.hide()

    def _saved_words(self, row: PersonRow) -> str:
        words = translate("Administration", "The account of {name} was saved.")
        if row.proposed:
            words = translate(
                "Administration", "The account of {name} was saved; a role waits for a second person."
            )
        return fill(words, name=row.full_name)

    def _on_changed(self, person: PersonRow, before: PersonRow) -> None:
        words = ""
        if before.active and not person.active:
            words = translate("Administration", "{name} is signed out and can no longer sign in.")
            words = fill(words, name=person.full_name)
        # What a second person has to confirm is taken back where it waits.
        back = None if person.proposed != before.proposed else self._undo_to(before)
        self._on_stored(person, back, words)

    def _undo_to(self, before: PersonRow) -> Callable[[PersonRow], object]:
        return lambda now: self._change(now, before.full_name, before.active, before.memberships)

    def _on_unlocked(self, person: PersonRow) -> None:
        sentence = fill(translate("Administration", "{name} can sign in again."), name=person.full_name)
        self.done.emit(sentence, None)
        self.refresh()


def _password_words(person: PersonRow, *, own: bool) -> str:
    if own:
        return translate("Administration", "This is you: your own password is changed, not reset.")
    if person.locked:
        return translate("Administration", "The server has locked this account.")
    if person.unconfirmed and not person.must_change_password:
        return translate(
            "Administration", "Has chosen a password; a second person has to confirm the account."
        )
    if person.must_change_password:
        return translate(
            "Administration", "Still has a one-time password: a new one is asked for at sign-in."
        )
    if not person.active:
        return translate("Administration", "Cannot sign in.")
    return translate("Administration", "Forgotten password?")


def _role_words(memberships: frozenset[Membership], units: dict[int, str]) -> str:
    order = list(labels("role"))
    held = sorted(memberships, key=lambda m: (order.index(m.role.value), m.unit_id or 0))
    return translate("Window", ", ").join(
        label("role", m.role.value) + (f" ({units[m.unit_id]})" if m.unit_id in units else "") for m in held
    )


def _proposed_words(person: PersonRow, units: dict[int, str]) -> str:
    if not person.proposed:
        return ""
    words = translate("Administration", "Waits for a second person: {roles}")
    return fill(words, roles=_role_words(person.proposed, units))


def _roster_row(person: PersonRow, units: dict[int, str]) -> RosterRow:
    roles = _role_words(person.memberships, units) or translate("Administration", "no role")
    about = fill(
        translate("Administration", "{username} · {roles}"), username=isolated(person.username), roles=roles
    )
    return RosterRow(person.id, person.full_name, about, person.active, _mark(person))


def _mark(person: PersonRow) -> str:
    if not person.active:
        return translate("Administration", "Disabled")
    if person.locked:
        return translate("Administration", "Locked")
    if person.must_change_password:
        return translate("Administration", "One-time password")
    waits = person.unconfirmed or person.proposed
    return translate("Administration", "Waits for a second person") if waits else ""
