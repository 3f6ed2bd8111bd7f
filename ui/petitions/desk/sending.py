"""What a person sends from the box: a note, an order, a reply, or a move with its reason; and doing it.

A `Sending` is plain data, so that it can wait while a conflict is looked at and be sent again unchanged.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from desktop_app.petitions.desk.detail import PetitionDetail
from desktop_app.petitions.desk.service import Desk
from desktop_app.petitions.lists.work_done import LEAVES_THE_HANDS
from desktop_app.petitions.referrals.side import SideReferrals, SideTarget
from desktop_app.petitions.vocabulary import CLOSING_WITHOUT_ANSWER, Move, Outcome, Purpose
from desktop_app.staff.roles import Actor
from desktop_app.wording import fill, translate
from desktop_app.wording.labels import label
from ui.petitions.codes import shown_code


class Mode(StrEnum):
    """What the box is for at the moment. The values of moves are those of `Move`."""

    NOTE = "note"
    ORDER = "order"
    REPLY = "reply"
    CLOSE = "close"
    WAIT = "wait"
    RESUME = "resume"
    GIVE_BACK = "give_back"
    SEND_BACK = "send_back"
    REOPEN = "reopen"
    HAND_OVER = "hand_over"
    TAKE = "take"
    ARCHIVE = "archive"
    SIDE_ANSWER = "side_answer"
    SIDE_RETURN = "side_return"
    SIDE_RECALL = "side_recall"
    DRAFT = "draft"


#: What is done with a referral on the side: the petition is moved by none of it.
SIDE_MODES: Final = frozenset({Mode.SIDE_ANSWER, Mode.SIDE_RETURN, Mode.SIDE_RECALL})


@dataclass(frozen=True, slots=True)
class Sending:
    """One thing to be done with a petition, complete."""

    mode: Mode
    text: str = ""
    unit_id: int | None = None
    #: Working days for the order; None: no day.
    days: int | None = None
    #: To whom it goes on the side in the same act.
    beside: tuple[SideTarget, ...] = ()
    #: Which referral on the side is answered, returned or recalled.
    referral_id: int = 0
    purpose: Purpose = Purpose.ACTION
    outcome: Outcome | None = None
    satisfaction: int | None = None
    duplicate_of: str = ""
    person_id: int | None = None
    #: Why it ends so, beside the reply; for outcomes that want it.
    reason: str = ""

    @property
    def move(self) -> Move | None:
        """The move that this is; None for what only writes."""
        if self.mode is Mode.ORDER:
            return None if self.aside else Move.REFER
        if self.mode in {Mode.REPLY, Mode.CLOSE}:
            if self.outcome is None:
                return Move.SUBMIT
            return Move.CLOSE if self.outcome in CLOSING_WITHOUT_ANSWER else Move.RESOLVE
        if self.mode in {Mode.NOTE, Mode.DRAFT, *SIDE_MODES}:
            return None
        return Move(self.mode.value)

    @property
    def aside(self) -> bool:
        """Whether it goes to others on the side, and stays where it is."""
        return self.mode is Mode.ORDER and (self.purpose is not Purpose.ACTION or not self.unit_id)

    @property
    def goes_on(self) -> bool:
        """Whether the petition is out of this person's hands after it: the next one of the list follows."""
        return self.move is not None and self.move in LEAVES_THE_HANDS

    @property
    def undoable(self) -> bool:
        return self.move is not None or self.aside or self.mode in SIDE_MODES


Work = Callable[[], PetitionDetail]


def work_of(desk: Desk, sides: SideReferrals, actor: Actor, seen: PetitionDetail, sending: Sending) -> Work:
    """The call that does it, for a worker thread; `seen` is the petition as the person saw it."""
    where = (actor, seen.id, seen.version)
    text = sending.text
    table: dict[Mode, Work] = {
        Mode.NOTE: lambda: desk.note(actor, seen.id, text),
        Mode.DRAFT: lambda: desk.save_draft(*where, text),
        Mode.ORDER: lambda: _order(desk, sides, actor, seen, sending),
        Mode.REPLY: lambda: _answer(desk, actor, seen, sending),
        Mode.CLOSE: lambda: _answer(desk, actor, seen, sending),
        Mode.WAIT: lambda: desk.wait(*where, text),
        Mode.RESUME: lambda: desk.resume(*where, text),
        Mode.GIVE_BACK: lambda: desk.give_back(*where, text),
        Mode.SEND_BACK: lambda: desk.send_back(*where, text),
        Mode.REOPEN: lambda: desk.reopen(*where, text),
        Mode.HAND_OVER: lambda: desk.hand_over(*where, sending.person_id or 0, text),
        Mode.TAKE: lambda: desk.take(*where),
        Mode.ARCHIVE: lambda: desk.archive(*where),
        Mode.SIDE_ANSWER: lambda: sides.answer(actor, seen.id, sending.referral_id, text),
        Mode.SIDE_RETURN: lambda: sides.give_back(actor, seen.id, sending.referral_id, text),
        Mode.SIDE_RECALL: lambda: sides.recall(actor, seen.id, sending.referral_id, text),
    }
    return table[sending.mode]


def _order(
    desk: Desk, sides: SideReferrals, actor: Actor, seen: PetitionDetail, sending: Sending
) -> PetitionDetail:
    targets = list(sending.beside)
    if sending.aside:
        if sending.unit_id:
            targets.insert(0, SideTarget(sending.unit_id, None, sending.purpose, sending.days))
        return sides.send(actor, seen.id, seen.version, targets, sending.text)
    unit, text = sending.unit_id or 0, sending.text
    return desk.refer(actor, seen.id, seen.version, unit, text, days=sending.days, beside=targets)


def _answer(desk: Desk, actor: Actor, seen: PetitionDetail, sending: Sending) -> PetitionDetail:
    if sending.outcome is None:
        return desk.submit(actor, seen.id, seen.version, sending.text)
    return desk.resolve(
        actor,
        seen.id,
        seen.version,
        sending.outcome,
        sending.text,
        satisfaction=sending.satisfaction,
        duplicate_of=sending.duplicate_of,
        reason=sending.reason,
    )


def done_words(sending: Sending, now: PetitionDetail, today: int | None = None) -> str:
    """What the message bar says when it is done; with `today`, how many were done today."""
    code = shown_code(now.tracking_code)
    words = {
        Mode.NOTE: translate("Inbox", "Note added to {code}."),
        Mode.DRAFT: translate("Inbox", "Draft of the reply to {code} saved."),
        Mode.ORDER: translate("Inbox", "{code} referred to {unit}."),
        Mode.REPLY: translate("Inbox", "{code} resolved: {outcome}."),
        Mode.CLOSE: translate("Inbox", "{code} closed: {outcome}."),
        Mode.WAIT: translate("Inbox", "{code} waits for the petitioner; the clock stands still."),
        Mode.RESUME: translate("Inbox", "{code} is in progress again."),
        Mode.GIVE_BACK: translate("Inbox", "{code} returned; it is unrouted again."),
        Mode.SEND_BACK: translate("Inbox", "Reply to {code} sent back to its clerk."),
        Mode.REOPEN: translate("Inbox", "{code} reopened."),
        Mode.HAND_OVER: translate("Inbox", "{code} handed over to {assignee}."),
        Mode.TAKE: translate("Inbox", "{code} is yours now."),
        Mode.ARCHIVE: translate("Inbox", "{code} archived."),
        Mode.SIDE_ANSWER: translate("Referrals", "Your answer stands on {code}."),
        Mode.SIDE_RETURN: translate("Referrals", "The referral of {code} is returned."),
        Mode.SIDE_RECALL: translate("Referrals", "The referral of {code} is recalled."),
    }[sending.mode]
    if sending.mode is Mode.REPLY and sending.outcome is None:
        words = translate("Inbox", "Reply to {code} sent for approval.")
    if sending.aside:
        words = translate("Inbox", "{unit} was told of {code}.")
        if sending.purpose is Purpose.OPINION:
            words = translate("Inbox", "{unit} was asked for an opinion on {code}.")
    if sending.aside and len(sending.beside) + bool(sending.unit_id) > 1:
        words = translate("Referrals", "{code} went out on the side to {count}.")
    told = now.referrals[-1].to_unit if now.referrals else ""
    said = fill(
        words,
        code=code,
        count=len(sending.beside) + bool(sending.unit_id),
        unit=told,
        assignee=now.assignee_name,
        outcome=label("outcome", now.outcome or ""),
    )
    counted = translate("Inbox", "{count} done today.")
    return f"{said} {fill(counted, count=today)}" if today else said


def side_titles() -> dict[Mode, str]:
    """What is done with a referral on the side, as box and commands call it."""
    return {
        Mode.SIDE_ANSWER: translate("Referrals", "Answer the referral"),
        Mode.SIDE_RETURN: translate("Referrals", "Return the referral"),
        Mode.SIDE_RECALL: translate("Referrals", "Recall a referral"),
    }


def act_words(sending: Sending) -> str:
    """What the sending is called, for a heading."""
    move = sending.move
    if move is not None:
        return label("move", move.value)
    if sending.aside:
        return translate("Referrals", "Refer on the side")
    if sending.mode in SIDE_MODES:
        return side_titles()[sending.mode]
    return translate("Inbox", "Note") if sending.mode is Mode.NOTE else translate("Inbox", "Draft")
