"""The pages of the inbox that are printed: the worklist of the day, and a manager's list of what is late."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QStackedWidget

from desktop_app.staff.roles import Actor, Role
from desktop_app.wording import translate
from ui.actions import make_action
from ui.petitions.list_side import ListSide
from ui.workplace import Workplace

if TYPE_CHECKING:
    from ui.petitions.escalation_page import EscalationPage
    from ui.petitions.worklist_page import WorklistPage


class Papers(QObject):
    """Makes each page when it is first asked for. `opened` tells that one stands, `left` that the person is done with
    it, `rows_wanted` the list behind a number of it."""

    opened = Signal()
    left = Signal()
    rows_wanted = Signal(object)

    def __init__(self, workplace: Workplace, pages: QStackedWidget, side: ListSide) -> None:
        super().__init__(pages)
        self._workplace, self._pages, self._side = workplace, pages, side
        self.worklist: WorklistPage | None = None
        self.escalation: EscalationPage | None = None
        # Of the list, which is hidden while another page is here: that page prints itself.
        words = translate("Worklist", "Print the worklist of the day")
        make_action(side, words, self.show_worklist, key="Ctrl+P", icon="ph.printer", everywhere=True)
        words = translate("Escalation", "Overdue petitions of my units")
        self._overdue = make_action(
            side, words, self.show_escalation, key="G, D", more_keys=("ل, ی",), icon="ph.timer"
        )
        side.views.overdue_asked.connect(self._overdue.trigger)
        self.fit(workplace.actor)

    def fit(self, actor: Actor) -> None:
        """Offers a manager's page to managers."""
        self._overdue.setEnabled(actor.has(Role.MANAGER))
        self._overdue.setVisible(actor.has(Role.MANAGER))
        self._side.views.overdue_button.setVisible(actor.has(Role.MANAGER))

    def title(self) -> str | None:
        """The title of the page that stands, if it is one of these."""
        shown = self._pages.currentWidget()
        if self.worklist is not None and shown is self.worklist:
            return translate("Worklist", "Worklist of the day")
        if self.escalation is not None and shown is self.escalation:
            return translate("Escalation", "Overdue petitions")
        return None

    def show_worklist(self) -> None:
        """Opens the worklist of the day, to be looked at and printed."""
        if self.worklist is None:
            from ui.petitions.worklist_page import WorklistPage  # noqa: PLC0415 - not needed for the first list

            self.worklist = WorklistPage(self._workplace)
            self.worklist.closed.connect(self.left)
            self._pages.addWidget(self.worklist)
        self._pages.setCurrentWidget(self.worklist)
        self.worklist.begin()
        self.opened.emit()

    def show_escalation(self) -> None:
        """Opens the list of what is late or soon will be in the units of a manager."""
        if self.escalation is None:
            from ui.petitions.escalation_page import EscalationPage  # noqa: PLC0415 - not needed for the first list

            self.escalation = EscalationPage(self._workplace)
            self.escalation.closed.connect(self.left)
            self.escalation.rows_wanted.connect(self.rows_wanted)
            self._pages.addWidget(self.escalation)
        self._pages.setCurrentWidget(self.escalation)
        self.escalation.begin()
        self.opened.emit()
