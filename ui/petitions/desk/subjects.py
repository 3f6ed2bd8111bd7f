"""Command that sets what the shown petition is about, chosen from the catalogue by typing."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop_app.persian.digits import isolated
from desktop_app.persian.text import visible_controls
from desktop_app.wording import digits, fill, translate
from desktop_app.wording.labels import label
from ui import jobs
from ui.actions import make_action
from ui.signals import ID
from ui.widgets.finder import FinderDialog, FinderEntry

if TYPE_CHECKING:
    from desktop_app.office.services import ServiceRow
    from desktop_app.petitions.desk.detail import PetitionDetail
    from desktop_app.services import InboxServices
    from ui.workplace import Workplace

#: Value of the entry that removes the subject.
_NONE = -1


class SubjectsCommand(QObject):
    """Sets the subject of a petition.

    `said` carries a message and its undo callback (or None). `changed` carries the id of the changed
    petition.
    """

    said = Signal(str, object)
    changed = Signal(ID)

    def __init__(
        self, workplace: Workplace[InboxServices], place: QWidget, shown: Callable[[], PetitionDetail | None]
    ) -> None:
        super().__init__(place)
        self._workplace, self._place, self._shown = workplace, place, shown
        self.finder: FinderDialog | None = None
        words = translate("Catalogue", "What it is about…")
        self.action = make_action(place, words, self.ask, key="Q", icon="ph.book-bookmark")

    def ask(self) -> None:
        """Opens the choice of subjects."""
        detail = self._shown()
        if detail is None:
            return
        catalogue = self._workplace.services.catalogue
        jobs.run(self._place, lambda: catalogue.all(active_only=True), lambda rows: self._offer(detail, rows))

    def _offer(self, detail: PetitionDetail, rows: tuple[ServiceRow, ...]) -> None:
        entries = [
            FinderEntry(
                visible_controls(row.name), row.id, beside=_beside(row), marked=row.id == detail.about_id
            )
            for row in rows
        ]
        if detail.about_id is not None:
            entries.insert(0, FinderEntry(translate("Catalogue", "nothing of the catalogue"), _NONE))
        finder = self.finder = FinderDialog(
            translate("Catalogue", "What it is about"),
            translate("Catalogue", "A few letters of a title, or a number"),
            translate("Catalogue", "The catalogue has nothing of that; an administrator enters it."),
            entries,
            self._place.window(),
        )
        finder.chosen.connect(lambda number: self._set(detail, None if number == _NONE else number))
        finder.open_over(self._place)

    def _set(self, detail: PetitionDetail, subject_id: int | None, *, undoing: bool = False) -> None:
        subjects, actor = self._workplace.services.subjects, self._workplace.actor

        def done(now: PetitionDetail) -> None:
            words = translate("Catalogue", "It is about “{about}” now.")
            if now.about_id is None:
                words = translate("Catalogue", "It is about nothing of the catalogue now.")
            back = None if undoing else lambda: self._set(detail, detail.about_id, undoing=True)
            self.said.emit(fill(words, about=visible_controls(now.about)), back)
            self.changed.emit(now.id)

        jobs.run(self._place, lambda: subjects.set(actor, detail.id, subject_id), done)


def _beside(row: ServiceRow) -> str:
    kind = label("about_kind", row.kind.value)
    return f"{kind} {isolated(digits(row.number))}" if row.number else kind
