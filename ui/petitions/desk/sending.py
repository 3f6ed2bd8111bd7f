"""What is sent from the composer, and the call that does it.

It is a note, an order, a reply, or a move with its reason. A `Sending` is plain data, so it can be kept
during a conflict and sent again unchanged.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from functools import partial
from typing import TYPE_CHECKING, Final

from desktop_app.petitions.desk.detail import PetitionDetail
from desktop_app.petitions.moves import TABLE
from desktop_app.petitions.referrals.side import SideReferrals, SideTarget
from desktop_app.petitions.vocabulary import CLOSING_WITHOUT_ANSWER, Move, Outcome

if TYPE_CHECKING:
    from desktop_app.petitions.desk.service import Desk
    from desktop_app.services import InboxServices
    from desktop_app.staff.roles import Actor


class Mode(StrEnum):
    """Uses of the composer that are not exactly one move. The values are part of saved texts on disk."""

    NOTE = "note"
    ORDER = "order"
    REPLY = "reply"
    #: Opens the box for a reply that leaves the petition open; its text is one of `REPLY`.
    INTERIM = "interim"
    SIDE_ANSWER = "side_answer"
    SIDE_RETURN = "side_return"
    SIDE_RECALL = "side_recall"
    DRAFT = "draft"


#: Current use of the composer. The values of the two enumerations differ.
BoxMode = Mode | Move
#: Acts on a side referral. None of them moves the petition.
SIDE_MODES: Final = frozenset({Mode.SIDE_ANSWER, Mode.SIDE_RETURN, Mode.SIDE_RECALL})
#: Modes that can become one of several moves, or none.
_MOVES: Final = {
    Mode.ORDER: frozenset({Move.REFER}),
    Mode.REPLY: frozenset({Move.SUBMIT, Move.RESOLVE}),
}


def moves_of(mode: BoxMode) -> frozenset[Move]:
    """Returns the moves possible in `mode`, of which one must be allowed. Empty: the mode makes no move."""
    return frozenset({mode}) if isinstance(mode, Move) else _MOVES.get(mode, frozenset())


def mode_of(move: Move) -> BoxMode:
    """Returns the mode of the composer for `move`."""
    return next((mode for mode, moves in _MOVES.items() if move in moves), move)


def stored_mode(value: str) -> BoxMode:
    """Returns the mode with this value.

    Raises ValueError for any other text.
    """
    return Mode(value) if value in set(Mode) else Move(value)


@dataclass(frozen=True, slots=True)
class Sending:
    """One complete act on a petition."""

    mode: BoxMode
    text: str = ""
    unit_id: int | None = None
    #: The clerk who receives the order, or to whom the petition is handed over.
    person_id: int | None = None
    #: Deadline of the order in working days; None: no deadline.
    days: int | None = None
    #: Recipients of side referrals sent in the same act.
    beside: tuple[SideTarget, ...] = ()
    #: Whether only side referrals are sent, and the petition stays where it is.
    aside: bool = False
    #: Id of the side referral that is answered, returned or recalled.
    referral_id: int = 0
    outcome: Outcome | None = None
    satisfaction: int | None = None
    duplicate_of: str = ""
    #: Reason for the outcome besides the reply, for outcomes that require it.
    reason: str = ""
    #: Whether the reply leaves the petition open.
    interim: bool = False

    @property
    def move(self) -> Move | None:
        """The resulting move; None where the petition is not moved."""
        if isinstance(self.mode, Move):
            return self.mode
        if self.mode is Mode.ORDER:
            return None if self.aside else Move.REFER
        if self.mode is Mode.REPLY and not self.interim:
            if self.outcome is None:
                return Move.SUBMIT
            return Move.CLOSE if self.outcome in CLOSING_WITHOUT_ANSWER else Move.RESOLVE
        return None

    @property
    def goes_on(self) -> bool:
        """Whether the petition leaves the person's hands, so that the next one of the list is shown."""
        return self.move is not None and TABLE[self.move].leaves

    @property
    def undoable(self) -> bool:
        return self.move is not None or self.aside or self.interim or self.mode in SIDE_MODES


Work = Callable[[], PetitionDetail]


def work_of(services: InboxServices, actor: Actor, seen: PetitionDetail, sending: Sending) -> Work:
    """Returns the call for a worker thread. `seen` is the petition as the person saw it."""
    desk, sides = services.desk, services.side_referrals
    where = (actor, seen.id, seen.version)
    text = sending.text
    table: dict[BoxMode, Work] = {
        Mode.NOTE: lambda: desk.note(actor, seen.id, text),
        Mode.DRAFT: lambda: desk.save_draft(*where, text),
        Mode.ORDER: lambda: _order(desk, sides, actor, seen, sending),
        Mode.REPLY: lambda: _answer(desk, actor, seen, sending),
        Mode.INTERIM: lambda: services.interim_replies.send(*where, text),
        Move.CLOSE: lambda: _answer(desk, actor, seen, sending),
        Move.HAND_OVER: lambda: desk.hand_over(*where, sending.person_id or 0, text),
        Mode.SIDE_ANSWER: lambda: sides.answer(actor, seen.id, sending.referral_id, text),
        Mode.SIDE_RETURN: lambda: sides.give_back(actor, seen.id, sending.referral_id, text),
        Mode.SIDE_RECALL: lambda: sides.recall(actor, seen.id, sending.referral_id, text),
    }
    if isinstance(sending.mode, Move) and sending.mode not in table:
        return partial(desk.make, sending.mode, *where, text)
    return table[Mode.INTERIM if sending.interim else sending.mode]


def _order(
    desk: Desk, sides: SideReferrals, actor: Actor, seen: PetitionDetail, sending: Sending
) -> PetitionDetail:
    if sending.aside:
        return sides.send(actor, seen.id, seen.version, sending.beside, sending.text)
    return desk.refer(
        actor,
        seen.id,
        seen.version,
        sending.unit_id or 0,
        sending.text,
        person_id=sending.person_id,
        days=sending.days,
        beside=sending.beside,
    )


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
