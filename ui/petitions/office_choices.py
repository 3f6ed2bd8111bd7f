"""Choices of the office for the inbox: units, people, subjects, labels, outcomes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ui import jobs

if TYPE_CHECKING:
    from desktop_app.office.services import ServiceRow
    from desktop_app.petitions.labels.service import LabelRow
    from desktop_app.petitions.outcomes import OutcomeChoice
    from desktop_app.petitions.referrals.side import SidePlace
    from desktop_app.services import InboxServices
    from ui.petitions.desk.composer import PetitionComposer
    from ui.petitions.lists.side import ListSide
    from ui.workplace import Workplace


class OfficeChoices(QObject):
    """Reads the choices and passes them to the filter of the list and to the composer."""

    def __init__(
        self, workplace: Workplace[InboxServices], side: ListSide, composer: PetitionComposer, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._services, self._side, self._composer = workplace.services, side, composer
        #: Units, people and subjects as they were read last.
        self._known: tuple[object, ...] = ()

    def read(self) -> None:
        """Reads all choices."""
        self.read_places()
        self.read_outcomes()
        self.read_labels()

    def read_places(self) -> None:
        """Reads the units with their clerks, the people and the subjects."""
        services = self._services
        jobs.run(
            self,
            lambda: (services.side_referrals.places(), services.inbox.people(), services.catalogue.all()),
            lambda found: self._on_places(*found),
        )

    def read_labels(self) -> None:
        def show(rows: tuple[LabelRow, ...]) -> None:
            self._side.filter.know_labels({row.id: row.name for row in rows})

        # Labels and outcomes are read again with the next change, so an unreachable database is not reported
        # here.
        jobs.run(self, self._services.labels.all, show, jobs.only_bugs(self))

    def read_outcomes(self) -> None:
        jobs.run(self, self._services.outcomes.all, self._on_outcomes, jobs.only_bugs(self))

    def _on_places(
        self, places: tuple[SidePlace, ...], people: dict[int, str], subjects: tuple[ServiceRow, ...]
    ) -> None:
        # A file of SQLite tells only that something changed: what is on the screen stays, where it is the same.
        # Places are equal by their ids alone.
        names = tuple((place.unit, place.person, place.deputy) for place in places)
        if (places, names, people, subjects) == self._known:
            return
        self._known = (places, names, people, subjects)
        self._side.filter.know_people(people, [subject.name for subject in subjects])
        self._side.filter.know_units([(place.unit_id, place.unit) for place in places if not place.person_id])
        self._composer.know_places(places)

    def _on_outcomes(self, choices: tuple[OutcomeChoice, ...]) -> None:
        self._composer.know_outcomes(choices)
        # Rows show the name of the outcome.
        self._side.table.viewport().update()
