"""Shows the masked sender of a petition to a person of another unit. The history of the petition records it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop_app.wording import translate
from ui import jobs
from ui.signals import ID

if TYPE_CHECKING:
    from desktop_app.petitions.identities import Identifiers
    from desktop_app.services import InboxServices
    from ui.petitions.desk.petition_reader import PetitionReader
    from ui.workplace import Workplace


class RevealCommand(QObject):
    """Reads the masked identifiers on request.

    `revealed` carries the id of the petition and its `Identifiers`. `said` carries the message that this was
    recorded.
    """

    revealed = Signal(ID, object)
    said = Signal(str, object)

    def __init__(
        self, workplace: Workplace[InboxServices], petition: PetitionReader, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._workplace, self._petition = workplace, petition

    def reveal(self) -> None:
        """Reads the masked identifiers of the shown petition."""
        detail, desk, actor = self._petition.detail, self._workplace.services.desk, self._workplace.actor
        if detail is not None and detail.may_reveal:
            number = detail.id
            jobs.run(self, lambda: desk.reveal(actor, number), lambda found: self._on_read(number, found))

    def _on_read(self, petition_id: int, found: Identifiers) -> None:
        self.revealed.emit(petition_id, found)
        words = translate(
            "Inbox", "You see personal data of another unit's petition; this is noted in its history."
        )
        self.said.emit(words, None)
