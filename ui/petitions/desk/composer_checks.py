"""What the composer allows and lacks, and the field that a refusal is about."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QWidget

from desktop_app.errors import AppError, NotFoundError, RuleError
from desktop_app.office.templates import unfilled
from desktop_app.persian.text import visible_controls
from desktop_app.petitions.vocabulary import Move, Status
from desktop_app.wording import fill, translate
from ui.petitions.desk.composer_fields import ReplyFields
from ui.petitions.desk.composer_words import box_face
from ui.petitions.desk.sending import SIDE_MODES, BoxMode, Mode, moves_of
from ui.petitions.referrals.order_fields import OrderFields
from ui.petitions.referrals.side_fields import side_choices
from ui.petitions.replies.saved_replies import still_open
from ui.widgets.plain import PlainText

if TYPE_CHECKING:
    from desktop_app.petitions.desk.detail import PetitionDetail

#: Modes whose text may be empty.
_OPTIONAL: Final = frozenset({Mode.SIDE_RECALL, Move.TAKE_OVER})
#: Rules that refuse a recipient of an order.
_OF_RECIPIENTS: Final = frozenset({"not_a_clerk_of_the_unit", "already_in_this_unit", "already_asked"})


def possible(mode: BoxMode, detail: PetitionDetail) -> bool:
    """Whether the composer can be used in `mode` now. A note is always possible."""
    if mode in SIDE_MODES:
        return bool(side_choices(mode, detail))
    if mode is Mode.ORDER and detail.sends_beside:
        return True
    if mode in (Mode.REPLY, Mode.INTERIM) and detail.sends_interim:
        return True
    if mode is Mode.INTERIM:
        return False
    moves = moves_of(mode)
    return not moves or bool(moves & detail.allowed)


def lacking(
    mode: BoxMode,
    detail: PetitionDetail,
    order: OrderFields,
    reply: ReplyFields,
    edit: PlainText,
    *,
    resolves: bool,
) -> tuple[QWidget, str] | None:
    """Returns the field of missing input and a sentence about it; None for complete input.

    `resolves`: the reply ends the petition.
    """
    if mode is Mode.ORDER and (unnamed := _no_recipient(order)):
        return order.recipients.field, unnamed
    note_needed = mode not in _OPTIONAL and (
        mode is not Mode.ORDER or detail.status is Status.IN_PROGRESS or bool(order.beside)
    )
    if note_needed and not edit.toPlainText().strip():
        missing = box_face(mode).missing
        if mode is Mode.ORDER and detail.status is not Status.IN_PROGRESS:
            missing = translate("Referrals", "Say what each of them should do: the order note.")
        return edit, missing
    unknown = unfilled(edit.toPlainText()) if mode is Mode.REPLY else ()
    if unknown:
        # Select the unfilled variable, so that typing replaces it.
        edit.moveCursor(QTextCursor.MoveOperation.Start)
        edit.find(f"{{{unknown[0]}}}")
        return edit, still_open(unknown)
    reasoned = bool(reply.reason.text().strip())
    if mode is Mode.REPLY and resolves and reply.wants_reason and not reasoned:
        words = translate("Inbox", "“{outcome}” wants a reason; it stands in the history.")
        outcome = reply.outcome.currentText()
        return reply.reason, fill(words, outcome=outcome)
    return None


def _no_recipient(order: OrderFields) -> str:
    """Returns what the recipients of an order lack; empty if nothing."""
    typed = order.recipients.unknown()
    if typed and not order.no_units.text():
        words = translate(
            "Referrals", "“{words}” is no unit and no colleague yet: choose a line from the list."
        )
        return fill(words, words=visible_controls(typed))
    if order.recipients.places:
        return ""
    return order.no_units.text() or translate("Inbox", "Choose the unit or the colleague to refer it to.")


def field_of(error: Exception, order: OrderFields, reply: ReplyFields, edit: PlainText) -> QWidget | None:
    """Returns the visible field that an error is about; None if there is none."""
    if isinstance(error, RuleError) and error.parameters.get("rule") in _OF_RECIPIENTS:
        return order.recipients.field if order.isVisible() else None
    named = error.parameters.get("field") if isinstance(error, AppError) else None
    field: QWidget | None = {
        "duplicate_of": reply.duplicate_of, "text": edit, "order_note": edit, "reply": edit, "note": edit,
        "reason": reply.reason if reply.reason.isVisible() else edit,
    }.get(str(named))  # fmt: skip
    if isinstance(error, NotFoundError) and reply.duplicate_of.isVisible():
        field = reply.duplicate_of
    return field if field is not None and field.isVisible() else None
