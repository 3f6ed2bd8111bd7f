"""The fields above the text of the composer: which of them a mode has, and what is chosen in them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop_app.office.message_templates import MessageKind
from desktop_app.petitions.vocabulary import CLOSING_WITHOUT_ANSWER, Move
from ui.petitions.desk.composer_checks import possible
from ui.petitions.desk.composer_fields import ColleagueFields, ReplyFields
from ui.petitions.desk.composer_words import box_face
from ui.petitions.desk.sending import SIDE_MODES, BoxMode, Mode, Sending, moves_of
from ui.petitions.referrals.order_fields import OrderFields
from ui.petitions.referrals.side_fields import SideFields, side_choices
from ui.petitions.replies.reply_kind import ReplyKind

if TYPE_CHECKING:
    from desktop_app.petitions.desk.detail import PetitionDetail
    from desktop_app.petitions.outbox.delivery_state import DeliveryStatus
    from ui.petitions.desk.unsent import Choices, Unsent


class ModeFields(QObject):
    """Shows the fields of a mode, and restores the choices that were saved with an unsent text."""

    #: The person changed a choice.
    changed = Signal()

    def __init__(self, unsent: Unsent, parent: QObject) -> None:
        super().__init__(parent)
        self._unsent = unsent
        self.order, self.reply, self.colleague = OrderFields(), ReplyFields(), ColleagueFields()
        self.side, self.kind = SideFields(), ReplyKind()
        #: Petition and mode of the current choices, and whether they are being restored.
        self._chosen_for: tuple[int, BoxMode] | None = None
        self._restoring = False
        #: Petition of the current kind of reply.
        self._kind_for: int | None = None
        for fields in (self.order, self.reply, self.colleague, self.side, self.kind):
            fields.changed.connect(self._on_changed)

    def rows(self) -> tuple[QWidget, ...]:
        """Returns the rows of fields, from the top."""
        return self.kind, self.order, self.reply, self.colleague, self.side

    def first_mode(self, detail: PetitionDetail) -> Mode:
        """Returns the mode with which the composer begins: that of an unsent text, or of a draft of the reply."""
        code = detail.tracking_code
        for mode in (Mode.REPLY, Mode.ORDER, Mode.NOTE):
            if possible(mode, detail) and self._unsent.text(detail.id, mode, code):
                return mode
        return Mode.REPLY if detail.draft and possible(Mode.REPLY, detail) else Mode.NOTE

    def resolves(self, detail: PetitionDetail) -> bool:
        """Whether a reply ends the petition; otherwise it goes to the manager, or leaves the petition open."""
        return Move.RESOLVE in detail.allowed and not self.kind.interim

    def wants_outcome(self, mode: BoxMode, detail: PetitionDetail) -> bool:
        """Whether `mode` ends the petition with an outcome."""
        return mode is Move.CLOSE or (mode is Mode.REPLY and self.resolves(detail))

    def delivery(self, mode: BoxMode, detail: PetitionDetail) -> DeliveryStatus | None:
        """Returns what happens to a text that is for the petitioner; None for another.

        An answer is for the petitioner, the reason of a closing is not.
        """
        if mode is not Mode.REPLY:
            return None
        if self.kind.interim:
            return detail.planned.get(MessageKind.INTERIM)
        if self.resolves(detail) and self.reply.outcome.code() in CLOSING_WITHOUT_ANSWER:
            return None
        return detail.planned.get(MessageKind.ANSWERED)

    def show_mode(self, mode: BoxMode, detail: PetitionDetail) -> None:
        """Shows the fields of `mode` with what the petition allows."""
        self.order.setVisible(mode is Mode.ORDER)
        self.order.allow(moves=Move.REFER in detail.allowed, beside=detail.sends_beside)
        self.colleague.setVisible("person" in box_face(mode).fields)
        sides = side_choices(mode, detail)
        self.side.offer(sides)
        self.side.setVisible(len(sides) > 1)
        self._offer_kinds(mode, detail)
        resolving = self.wants_outcome(mode, detail)
        self.reply.setVisible(resolving)
        if resolving:
            answering = mode is Mode.REPLY and self.resolves(detail)
            closing = Move.CLOSE in detail.allowed
            self.reply.offer_outcomes(answering=answering, closing=closing, notice=detail.notice)

    def choose_interim(self, detail: PetitionDetail) -> None:
        """Chooses the reply that leaves the petition open."""
        self._kind_for = detail.id
        self.kind.choose(interim=True)

    def _offer_kinds(self, mode: BoxMode, detail: PetitionDetail) -> None:
        """Offers an interim reply beside the final one, with the kind that was chosen for the unsent text."""
        moves = moves_of(Mode.REPLY) & detail.allowed
        self.kind.offer(
            interim=detail.sends_interim,
            final=bool(moves),
            submits=Move.RESOLVE not in moves,
            paused=detail.paused_on is not None,
        )
        if self._kind_for != detail.id or mode is not Mode.REPLY:
            self._kind_for = detail.id
            chosen = self._unsent.choices(detail.id, Mode.REPLY, detail.tracking_code)
            self.kind.choose(interim=bool(chosen.get("interim")))
        self.kind.setVisible(mode is Mode.REPLY and detail.sends_interim)

    def chosen(self, mode: BoxMode, detail: PetitionDetail) -> Choices:
        """Returns the choices to save with an unsent text."""
        fields = self._of(mode, detail)
        chosen = {} if fields is None else fields.chosen()
        return {**chosen, "interim": True} if mode is Mode.REPLY and self.kind.interim else chosen

    def restore(self, mode: BoxMode, detail: PetitionDetail) -> None:
        """Restores the choices saved with the text.

        Choices made without a text remain while petition and mode are the same.
        """
        fields = self._of(mode, detail)
        if fields is None:
            return
        here = (detail.id, mode)
        choices = self._unsent.choices(*here, detail.tracking_code)
        if not choices and self._chosen_for == here:
            return
        self._chosen_for, self._restoring = here, True
        try:
            fields.choose(choices)
        finally:
            self._restoring = False

    def sending(self, mode: BoxMode, detail: PetitionDetail, text: str) -> Sending:
        """Returns what is sent with the choices made."""
        resolving = self.wants_outcome(mode, detail)
        first = self.order.receiver if mode is Mode.ORDER else None
        return Sending(
            mode,
            text,
            unit_id=first.unit_id if first else None,
            days=self.order.days.code(),
            beside=self.order.targets() if mode is Mode.ORDER else (),
            aside=mode is Mode.ORDER and self.order.aside,
            referral_id=self.side.referral.code() or 0,
            outcome=self.reply.outcome.code() if resolving else None,
            satisfaction=self.reply.satisfaction.code(),
            duplicate_of=self.reply.duplicate_of.text(),
            person_id=first.person_id if first else self.colleague.person.code(),
            reason=self.reply.reason.text() if resolving and self.reply.wants_reason else "",
            interim=mode is Mode.REPLY and self.kind.interim,
        )

    def _of(
        self, mode: BoxMode, detail: PetitionDetail
    ) -> OrderFields | ReplyFields | ColleagueFields | SideFields | None:
        """Returns the fields for choices of `mode`; None where it has none."""
        if mode is Mode.ORDER:
            return self.order
        if "person" in box_face(mode).fields:
            return self.colleague
        if mode in SIDE_MODES:
            return self.side
        return self.reply if self.wants_outcome(mode, detail) else None

    def _on_changed(self) -> None:
        if not self._restoring:
            self.changed.emit()
