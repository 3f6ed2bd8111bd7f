"""Who may make which move from which state: the table of states, pure.

`allowed_moves` is what a screen enables; the desk asks the same function before it acts.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from desktop_app.petitions.vocabulary import OPEN, Kind, Move, Status
from desktop_app.staff.roles import Actor, Delegation, Role

#: The states that a move starts from, and the state that it leads to (None: the state stays).
TABLE: Final[dict[Move, tuple[frozenset[Status], Status | None]]] = {
    Move.REFER: (frozenset({Status.REGISTERED, Status.IN_PROGRESS}), Status.REFERRED),
    Move.GIVE_BACK: (frozenset({Status.REFERRED}), Status.REGISTERED),
    Move.TAKE: (frozenset({Status.REFERRED}), Status.IN_PROGRESS),
    Move.WAIT: (frozenset({Status.IN_PROGRESS}), Status.WAITING),
    Move.RESUME: (frozenset({Status.WAITING}), Status.IN_PROGRESS),
    Move.SUBMIT: (frozenset({Status.IN_PROGRESS}), Status.AWAITING_APPROVAL),
    Move.SEND_BACK: (frozenset({Status.AWAITING_APPROVAL}), Status.IN_PROGRESS),
    Move.RESOLVE: (frozenset({Status.IN_PROGRESS, Status.AWAITING_APPROVAL}), Status.RESOLVED),
    Move.CLOSE: (OPEN, Status.RESOLVED),
    Move.REOPEN: (frozenset({Status.RESOLVED, Status.ARCHIVED}), Status.IN_PROGRESS),
    Move.ARCHIVE: (frozenset({Status.RESOLVED}), Status.ARCHIVED),
    Move.HAND_OVER: (frozenset({Status.REFERRED, Status.IN_PROGRESS}), None),
}


@dataclass(frozen=True, slots=True)
class MoveContext:
    """What the rules look at in a petition."""

    kind: Kind
    status: Status
    unit_id: int | None
    assignee_id: int | None
    #: Whether the unit's answers wait for its manager.
    needs_approval: bool
    #: Whether another unit still holds it for action.
    out_for_action: bool


def allowed_moves(standing: MoveContext, actor: Actor) -> frozenset[Move]:
    """The moves that `actor` may make now."""
    return frozenset(move for move in Move if refusal(move, standing, actor) is None)


def refusal(move: Move, standing: MoveContext, actor: Actor) -> str | None:
    """Why `actor` may not make `move`: the key of a rule in `wording.rules`; None where it is allowed."""
    starts, _ = TABLE[move]
    if standing.status not in starts:
        return "not_from_this_state"
    if not _has_role(move, standing, actor):
        return "not_your_role"
    if move in {Move.RESOLVE, Move.CLOSE}:
        return _resolution_refusal(move, standing, actor)
    return None


def on_behalf_of(move: Move, standing: MoveContext, actor: Actor) -> Delegation | None:
    """For whom `actor` makes a move that is allowed only as a deputy (به نیابت از); None where it is one's own."""
    return actor.on_behalf_of(lambda who: refusal(move, standing, who) is None)


def writing_for(standing: MoveContext, actor: Actor) -> Delegation | None:
    """For whom `actor` writes a note or a draft as a deputy; None where they work on the petition themselves."""
    unit = standing.unit_id
    own = actor.person_id is not None and actor.person_id == standing.assignee_id
    return None if unit is None or own else actor.on_behalf_of(lambda who: works(who, unit))


def works(actor: Actor, unit: int | None) -> bool:
    """Whether `actor` is clerk or manager where a petition is; of any unit, where it is nobody's yet."""
    return actor.has(Role.CLERK, unit) or actor.has(Role.MANAGER, unit)


def answers(actor: Actor, to_unit: int, to_person: int | None) -> bool:
    """Whether `actor` answers what was sent on the side to a unit, or to a clerk there: they, or their manager."""
    if to_person is None:
        return works(actor, to_unit)
    own = actor.person_id == to_person or actor.acts_for(to_person, to_unit)
    return own or actor.has(Role.MANAGER, to_unit)


def recalls(actor: Actor, unit: int | None, sent_by: int | None) -> bool:
    """Whether `actor` takes back what was sent on the side: its sender, and who works on the petition now."""
    return works(actor, unit) or (actor.person_id is not None and actor.person_id == sent_by)


def _has_role(move: Move, standing: MoveContext, actor: Actor) -> bool:
    unit = standing.unit_id
    manager = actor.has(Role.MANAGER, unit)
    if move is Move.SEND_BACK:
        return manager
    if move is Move.ARCHIVE or (move is Move.REOPEN and standing.status is Status.ARCHIVED):
        return manager
    if move is Move.HAND_OVER:
        own = actor.person_id is not None and actor.person_id == standing.assignee_id
        return manager or own or actor.acts_for(standing.assignee_id, unit)
    if standing.status is Status.REGISTERED:
        # Nobody's yet: every clerk may refer it or close it as inadmissible.
        return actor.has(Role.CLERK) or actor.has(Role.MANAGER)
    return manager or actor.has(Role.CLERK, unit)


def _resolution_refusal(move: Move, standing: MoveContext, actor: Actor) -> str | None:
    if standing.kind is Kind.COMPLAINT and _stands_for_assignee(standing, actor):
        return "complaint_never_by_assignee"
    if move is Move.RESOLVE:
        if standing.needs_approval and not actor.has(Role.MANAGER, standing.unit_id):
            return "unit_asks_for_approval"
        if standing.out_for_action:
            return "referral_still_out"
    return None


def _stands_for_assignee(standing: MoveContext, actor: Actor) -> bool:
    """The assignee, or the assignee's deputy who has no say here but as that."""
    if actor.person_id is not None and actor.person_id == standing.assignee_id:
        return True
    alone = actor.alone()
    colleague = alone.has(Role.CLERK, standing.unit_id) or alone.has(Role.MANAGER, standing.unit_id)
    return not colleague and actor.acts_for(standing.assignee_id, standing.unit_id)
