"""Tracking code of the open form: reserved while the form is open, released when it is set aside.

While the database is unreachable no code is reserved, and the registration assigns one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop_app.wording import translate
from ui import jobs

if TYPE_CHECKING:
    from desktop_app.services import InboxServices
    from ui.workplace import Workplace


class PromisedCode(QObject):
    """Reserves a tracking code.

    `code` is empty where none is reserved. `changed` is emitted with each change of it.
    """

    changed = Signal()

    def __init__(self, workplace: Workplace[InboxServices], parent: QObject) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self.code = ""
        #: Number of the current request. The code from an earlier request is released.
        self._asked = 0
        self._waiting = False

    def ask(self) -> None:
        """Reserves a code, unless there is one or a request is in progress."""
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

        # The form works without a code, and the window shows that the database is unreachable: ignore an
        # `AppError`.
        quietly = jobs.only_bugs(self)
        jobs.run(self, lambda: reservations.reserve(actor), told, trouble)

    def give_back(self) -> None:
        """Releases the code, because the form is set aside."""
        code = self.code
        self.spend()
        if code:
            self._let_go(code)

    def spend(self) -> None:
        """Clears the code, because a petition has it now or it is released."""
        self._asked += 1
        self._waiting = False
        if self.code:
            self.code = ""
            self.changed.emit()

    def _let_go(self, code: str) -> None:
        reservations, actor = self._workplace.services.reservations, self._workplace.actor
        # If this fails, the reservation expires by itself.
        jobs.run(self, lambda: reservations.give_back(actor, code), lambda _: None, jobs.only_bugs(self))


def code_title(*, promised: bool, registered: bool) -> str:
    """Returns the title above the code, or above the place where it will be shown."""
    if registered:
        return translate("RegisterForm", "Tracking code, to be read aloud")
    if promised:
        return translate("RegisterForm", "Tracking code, to be read aloud; it holds once it is registered")
    return translate("RegisterForm", "The code is given when it is registered")
