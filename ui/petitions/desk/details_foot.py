"""Foot of the details pane: colleagues present, the reason for a locked resolution, and the composer."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.petitions.registration.codes import shown_code
from desktop_app.petitions.vocabulary import Move, Outcome
from desktop_app.staff.roles import Role
from desktop_app.wording import fill, translate
from ui import jobs
from ui.petitions.desk.colleague_line import ColleagueLine
from ui.petitions.desk.composer import PetitionComposer
from ui.petitions.desk.composer_checks import possible
from ui.petitions.desk.details_head import lock_sentence
from ui.petitions.desk.details_parts import LockLine
from ui.petitions.referrals.custody_words import waiting_words
from ui.petitions.replies.saved_replies import SavedReplies
from ui.widgets.painting import set_margins
from ui.widgets.presence_line import PresenceLine

if TYPE_CHECKING:
    from desktop_app.petitions.desk.detail import PetitionDetail
    from desktop_app.petitions.duplicates.likes import Alike
    from desktop_app.services import InboxServices
    from desktop_app.staff.presence import Present
    from ui.petitions.desk.petition_reader import PetitionReader
    from ui.petitions.desk.unsent import Unsent
    from ui.workplace import Workplace


class DetailsFoot(QWidget):
    """Reads the choices of the composer: saved replies and colleagues.

    `said` carries a message and its undo callback (or None).
    """

    said = Signal(str, object)

    def __init__(
        self,
        workplace: Workplace[InboxServices],
        petition: PetitionReader,
        unsent: Unsent,
        today: Callable[[], date],
        pane: QWidget,
    ) -> None:
        super().__init__()
        self._workplace, self._petition = workplace, petition
        self._present: Sequence[Present] = ()
        self.colleagues = ColleagueLine(workplace.actor.person_id)
        self.presence = PresenceLine()
        self.lock_line = LockLine()
        self.composer = PetitionComposer(unsent)
        self.composer.order.me = workplace.actor.person_id
        self.composer.order.administers = workplace.actor.has(Role.ADMINISTRATOR)
        self.saved_replies = SavedReplies(workplace, today, pane)
        column = QVBoxLayout(self)
        set_margins(column, 12, 6, 12, 12)
        column.setSpacing(6)
        for part in (self.colleagues, self.presence, self.lock_line, self.composer):
            column.addWidget(part, 1 if part is self.composer else 0)
        self.composer.saved_reply_asked.connect(self._ask_saved_reply)
        self.composer.own_reply_to_remove.connect(self.saved_replies.ask_to_remove)
        self.saved_replies.filled.connect(self._put_in)
        self.saved_replies.undoable.connect(self.said)
        self.saved_replies.said.connect(lambda words: self.said.emit(words, None))

    def show_roomy(self, roomy: bool) -> None:
        """Gives the composer a column of its own, or the foot of the pane."""
        self.composer.edit.show_roomy(roomy)
        layout = self.layout()
        assert layout is not None
        side = 24 if roomy else 12
        set_margins(layout, side, 12 if roomy else 6, side, 12)

    def show_detail(self, detail: PetitionDetail) -> None:
        """Shows the foot for a petition, with its unsent text."""
        resolving = Move.RESOLVE in detail.allowed or Move.CLOSE in detail.allowed
        self.lock_line.show_text(lock_sentence(detail) or (waiting_words(detail) if resolving else ""))
        self.show_present(self._present)
        self.composer.show_for(detail)
        if detail.allowed and detail.assignee_id == self._workplace.actor.person_id:
            self.read_colleagues(detail)

    def show_present(self, present: Sequence[Present]) -> None:
        """Shows which colleagues have the petition open."""
        self._present, detail = present, self._petition.detail
        self.presence.show_at("petition", None if detail is None else detail.id, present)

    def read_colleagues(self, detail: PetitionDetail) -> None:
        """Reads the clerks to whom the petition can be handed over."""
        desk, unit = self._workplace.services.desk, detail.unit_id
        jobs.run(
            self,
            lambda: desk.clerks(unit),
            lambda clerks: self.composer.colleague.offer_clerks(clerks, detail.assignee_id),
        )

    def begin_duplicate(self, alike: Alike) -> None:
        """Prepares the composer to close the petition as a duplicate of `alike`, with a suggested reason."""
        detail, composer = self._petition.detail, self.composer
        if detail is None or not possible(Move.CLOSE, detail):
            return
        code = shown_code(alike.tracking_code)
        composer.turn_to(Move.CLOSE)
        composer.reply.outcome.choose(Outcome.DUPLICATE)
        composer.reply.duplicate_of.setText(code)
        if not composer.text().strip():
            composer.edit.setPlainText(fill(translate("Likeness", "The same as {code}."), code=code))

    def _ask_saved_reply(self) -> None:
        detail = self._petition.current
        if detail is not None:
            self.saved_replies.ask(detail, self.composer.text())

    def _put_in(self, petition_id: int, text: str) -> None:
        # The reply was filled in for one petition. In another petition it would name the wrong person.
        detail = self._petition.detail
        if detail is not None and detail.id == petition_id:
            self.composer.put_in(text)
