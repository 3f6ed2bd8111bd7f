"""The tracking code of the form that is open: reserved while it is, given back when it is put away.

While the database is away no code is promised: the registration gives one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop_app.wording import translate
from ui import jobs
from ui.workplace import Workplace

if TYPE_CHECKING:
    from desktop_app.services import InboxServices


class PromisedCode(QObject):
    """`code` is empty where none is promised; `changed` tells of another."""

    changed = Signal()

    def __init__(self, workplace: Workplace[InboxServices], parent: QObject) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self.code = ""
        #: Which opening of the form asked: an answer to an earlier one is given back.
        self._asked = 0
        self._waiting = False

    def ask(self) -> None:
        """Has a code reserved, unless one is or soon will be."""
        if self.code or self._waiting:
            return
        self._asked += 1
        self._waiting = True
        asked, reservations, actor = self._asked, self._workplace.services.reservations, self._workplace.actor

        def told(code: str) -> None:
            if asked != self._asked:
                self._let_go(code)
                return
            self._waiting = False
            self.code = code
            self.changed.emit()

        def trouble(error: Exception) -> None:
            if asked == self._asked:
                self._waiting = False
            quietly(error)

        # What keeps a form from its code keeps nobody from writing: the window tells of a database that is away.
        quietly = jobs.only_bugs(self)
        jobs.run(self, lambda: reservations.reserve(actor), told, trouble)

    def give_back(self) -> None:
        """Lets others have the code: the form is put away."""
        code = self.code
        self.spend()
        if code:
            self._let_go(code)

    def spend(self) -> None:
        """Forgets the code: a petition has it now, or it is given back."""
        self._asked += 1
        self._waiting = False
        if self.code:
            self.code = ""
            self.changed.emit()

    def _let_go(self, code: str) -> None:
        reservations, actor = self._workplace.services.reservations, self._workplace.actor
        # Where it does not go through the reservation lapses by itself.
        jobs.run(self, lambda: reservations.give_back(actor, code), lambda _: None, jobs.only_bugs(self))


def code_title(*, promised: bool, registered: bool) -> str:
    """What stands over the code, or where it will stand."""
    if registered:
        return translate("RegisterForm", "Tracking code, to be read aloud")
    if promised:
        return translate("RegisterForm", "Tracking code, to be read aloud; it holds once it is registered")
    return translate("RegisterForm", "The code is given when it is registered")
