"""What waits for a second person: roles that were asked for, and accounts that were opened."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop_app.persian.dates import clock_time, full_date, tehran_day
from desktop_app.wording import fill, translate
from desktop_app.wording.labels import label
from ui import jobs
from ui.administration.roster_panel import RosterPanel
from ui.widgets.button import Button
from ui.widgets.plain import PlainLabel
from ui.widgets.roster import RosterRow
from ui.widgets.term_mark import SECOND_PERSON, TermMark

if TYPE_CHECKING:
    from desktop_app.services import AdministrationServices
    from desktop_app.staff.confirmations import PendingRow
    from ui.workplace import Workplace


class ConfirmationsPanel(RosterPanel["PendingRow", "tuple[PendingRow, ...]"]):
    """Return confirms the chosen row."""

    def __init__(self, workplace: Workplace[AdministrationServices], parent: QWidget | None = None) -> None:
        super().__init__(workplace, translate("Confirmations", "Waits for a second person"), parent)
        self.save_button.setText(translate("Confirmations", "Confirm"))
        self.decline_button = Button(translate("Confirmations", "Decline"), icon="ph.x", writes=True)
        self.decline_button.clicked.connect(lambda _checked=False: self.decline())
        self.withdraw_button = Button(
            translate("Confirmations", "Ask no longer"), icon="ph.arrow-u-up-right", writes=True
        )
        self.withdraw_button.clicked.connect(lambda _checked=False: self.withdraw())
        self.roster.activated.connect(lambda _index: self.save_button.click())
        self._what, self._asked, self._when = (PlainLabel("", "interface", wrap=True) for _ in range(3))
        self._state = PlainLabel("", "secondary", "text2", wrap=True)
        self._lay_out()
        nothing = (
            translate("Confirmations", "Nothing waits for a second person"),
            translate(
                "Confirmations",
                "A role that opens the desk to an administrator, and an account whose password somebody else set,"
                " wait here.",
            ),
        )
        self._complete(translate("Confirmations", "Person or role"), nothing, icon="ph.shield-check")

    def _lay_out(self) -> None:
        form = self.form
        for words, value in (
            (translate("Confirmations", "What waits"), self._what),
            (translate("Confirmations", "Asked by"), self._asked),
            (translate("Confirmations", "When"), self._when),
        ):
            form.labelled(words, value)
        form.column.addWidget(self._state)
        row = QHBoxLayout()
        row.setContentsMargins(0, 12, 0, 0)
        row.setSpacing(8)
        for button in (self.save_button, self.decline_button, self.withdraw_button):
            row.addWidget(button)
        row.addStretch()
        row.addWidget(TermMark(SECOND_PERSON))
        form.column.addLayout(row)
        form.column.addStretch()

    def _reader(self) -> Callable[[], tuple[PendingRow, ...]]:
        confirmations, actor = self._workplace.services.confirmations, self._workplace.actor
        return lambda: confirmations.pending(actor)

    def _rows_of(self, read: tuple[PendingRow, ...]) -> tuple[PendingRow, ...]:
        return read

    def _roster_row(self, row: PendingRow) -> RosterRow:
        mark = "" if may_be_confirmed(row) else _mark(row)
        about = fill(
            translate("Confirmations", "{what} · asked by {person}"), what=_what(row), person=row.asked_by
        )
        return RosterRow(row.id, row.person_name, about, may_be_confirmed(row), mark)

    def _take(self, read: tuple[PendingRow, ...]) -> None:
        keys = [row.id for row in read]
        if self._key not in keys:
            self._key = keys[0] if keys else None
        super()._take(read)
        if self._key is None:
            self._clear()
        else:
            self._show(self._key)

    def _fill(self, row: PendingRow) -> None:
        self.form.show()
        self._heading.setText(row.person_name)
        self._what.setText(_what(row))
        self._asked.setText(row.asked_by)
        self._when.setText(f"{full_date(tehran_day(row.asked_at))}، {clock_time(row.asked_at)}")
        self._state.setText(_state(row))
        self._offer(row)

    def _clear(self) -> None:
        self.form.hide()
        self._offer(None)

    def _offer(self, row: PendingRow | None) -> None:
        self.save_button.setVisible(row is not None and not row.mine)
        self.save_button.setEnabled(row is not None and may_be_confirmed(row))
        self.decline_button.setVisible(row is not None and not row.mine)
        own = row is not None and row.membership is not None
        self.withdraw_button.setVisible(
            own and row is not None and row.asked_by_id == self._workplace.actor.person_id
        )

    def _enable(self, *, on: bool) -> None:
        super()._enable(on=on and self._shown is not None and may_be_confirmed(self._shown))
        for button in (self.decline_button, self.withdraw_button):
            button.setEnabled(on)

    def save(self) -> None:
        """Confirms the current row."""
        confirmations, row = self._workplace.services.confirmations, self._shown
        if row is not None and may_be_confirmed(row):
            words = translate("Confirmations", "Confirmed: {what} of {person}.")
            self._settle(row, confirmations.confirm, words)

    def decline(self) -> None:
        """Declines the current row; an account is disabled."""
        confirmations, row = self._workplace.services.confirmations, self._shown
        if row is not None:
            self._settle(
                row, confirmations.decline, translate("Confirmations", "Declined: {what} of {person}.")
            )

    def withdraw(self) -> None:
        """Takes back a role that the reader asked for."""
        confirmations, row = self._workplace.services.confirmations, self._shown
        if row is not None:
            words = translate("Confirmations", "No longer asked for: {what} of {person}.")
            self._settle(row, confirmations.withdraw, words)

    def _settle(self, row: PendingRow, settle: Callable[..., None], words: str) -> None:
        actor = self._workplace.actor
        told = fill(words, what=_what(row), person=row.person_name)
        self._enable(on=False)
        jobs.run(
            self, lambda: settle(actor, row), lambda _done: self._tell(told, None, None), self._on_refused
        )


def may_be_confirmed(row: PendingRow) -> bool:
    """Whether the reader can confirm the row now."""
    return row.ready and not row.mine


def _what(row: PendingRow) -> str:
    if row.membership is None:
        return translate("Confirmations", "Account with a new password")
    role = label("role", row.membership.role.value)
    if row.membership.unit_id is None:
        return fill(translate("Confirmations", "Role: {role} (the whole office)"), role=role)
    return fill(translate("Confirmations", "Role: {role} ({unit})"), role=role, unit=row.unit_name)


def _mark(row: PendingRow) -> str:
    if row.mine:
        return translate("Confirmations", "Another confirms")
    return translate("Confirmations", "No own password yet")


def _state(row: PendingRow) -> str:
    if row.mine:
        return translate(
            "Confirmations",
            "You are not the second person here: another administrator, or a manager of the whole office, confirms"
            " it.",
        )
    if not row.ready:
        return translate(
            "Confirmations",
            "The owner still has the one-time password. When they have chosen their own, it can be confirmed.",
        )
    if row.membership is None:
        return translate(
            "Confirmations",
            "Ask the owner whether they chose the password themself. Declining disables the account.",
        )
    return translate("Confirmations", "The role takes effect when you confirm it. Declining drops it.")
