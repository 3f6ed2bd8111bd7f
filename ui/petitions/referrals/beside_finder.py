"""Choice of units and clerks that receive side referrals with an order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop_app.wording import translate
from ui import jobs
from ui.widgets.finder import FinderDialog, FinderEntry

if TYPE_CHECKING:
    from desktop_app.petitions.desk.detail import PetitionDetail
    from desktop_app.petitions.referrals.side import SidePlace
    from desktop_app.services import InboxServices
    from ui.petitions.referrals.order_fields import OrderFields
    from ui.workplace import Workplace


class BesideFinder(QObject):
    """Opens the choice over a pane and toggles the recipients in the fields of the order."""

    #: The dialog was closed.
    finished = Signal()

    def __init__(self, workplace: Workplace[InboxServices], order: OrderFields, place: QWidget) -> None:
        super().__init__(place)
        self._workplace, self._order, self._place = workplace, order, place
        #: The latest dialog.
        self.dialog: FinderDialog | None = None

    def ask(self, detail: PetitionDetail) -> None:
        """Opens the choice of units and clerks for a petition."""
        places = self._workplace.services.side_referrals.places
        jobs.run(self, places, lambda found: self._offer(detail, found))

    def _offer(self, detail: PetitionDetail, places: tuple[SidePlace, ...]) -> None:
        order, me = self._order, self._workplace.actor.person_id

        def entries() -> list[FinderEntry]:
            return order.entries(places, detail.unit_id, me)

        def toggle(place: SidePlace) -> None:
            order.toggle(place)
            finder.show_entries(entries())

        finder = self.dialog = FinderDialog(
            translate("Referrals", "Others at the same time"),
            translate("Referrals", "A few letters of a unit or a colleague"),
            translate("Referrals", "No unit and no colleague is called that."),
            entries(),
            self._place.window(),
            hint=translate("Inbox", "Ctrl+Enter, or the box beside a line: this one too"),
        )
        finder.chosen.connect(order.toggle)
        finder.toggled.connect(toggle)
        finder.finished.connect(lambda _result: self.finished.emit())
        finder.open_over(self._place)
