"""The transition table of petitions, and who may make which move. Pure.

`allowed_moves` determines what a screen enables; the desk checks the same rules.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from desktop_app.petitions.vocabulary import OPEN, Kind, Move, Status
from desktop_app.staff.roles import Actor, Delegation, Role

#: The states from which a move starts, and the resulting state (None: unchanged).
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
    """The properties of a petition that the rules depend on."""

    kind: Kind
    status: Status
    unit_id: int | None
    assignee_id: int | None
    #: Whether replies of the unit need the manager's approval.
    needs_approval: bool
    #: Whether an open side referral for action exists.
    out_for_action: bool
    #: Of a complaint: who was its assignee before, whether somebody of the unit never was, and whether the unit
    #: has a manager.
    former_assignees: frozenset[int] = frozenset()
    others_left: bool = True
    manager_left: bool = True


def allowed_moves(standing: MoveContext, actor: Actor) -> frozenset[Move]:
    """Returns the moves that `actor` may make now."""
    return frozenset(move for move in Move if refusal(move, standing, actor) is None)


def refusal(move: Move, standing: MoveContext, actor: Actor) -> str | None:
    """Returns why `actor` may not make `move`, as a rule key in `wording.rules`; None if allowed."""
    starts, _ = TABLE[move]
    if standing.status not in starts:
        return "not_from_this_state"
    if not _has_role(move, standing, actor):
        return "not_your_role"
    if move in {Move.RESOLVE, Move.CLOSE}:
        return _resolution_refusal(move, standing, actor)
    return None


def on_behalf_of(move: Move, standing: MoveContext, actor: Actor) -> Delegation | None:
    """Returns the delegation without which `actor` could not make the move (به نیابت از); None if their own
    roles permit it.
    """
    return actor.on_behalf_of(lambda who: refusal(move, standing, who) is None)


def writing_for(standing: MoveContext, actor: Actor) -> Delegation | None:
    """Returns the delegation under which `actor` writes a note or draft; None if they work on the petition
    themselves.
    """
    unit = standing.unit_id
    own = actor.person_id is not None and actor.person_id == standing.assignee_id
    return None if unit is None or own else actor.on_behalf_of(lambda who: works(who, unit))


def works(actor: Actor, unit: int | None) -> bool:
    """Whether `actor` is clerk or manager of the petition's unit, or of any unit if it has none."""
    return actor.has(Role.CLERK, unit) or actor.has(Role.MANAGER, unit)


def answers(actor: Actor, to_unit: int, to_person: int | None) -> bool:
    """Whether `actor` may answer a side referral to a unit, or to a clerk there.

    For a clerk, only they, their deputy and the manager may.
    """
    if to_person is None:
        return works(actor, to_unit)
    own = actor.person_id == to_person or actor.acts_for(to_person, to_unit)
    return own or actor.has(Role.MANAGER, to_unit)


def recalls(actor: Actor, unit: int | None, sent_by: int | None) -> bool:
    """Whether `actor` may recall a side referral: its sender, and those who work on the petition."""
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
        # Without a unit, every clerk may refer it or close it as inadmissible.
        return actor.has(Role.CLERK) or actor.has(Role.MANAGER)
    return manager or actor.has(Role.CLERK, unit)


def _resolution_refusal(move: Move, standing: MoveContext, actor: Actor) -> str | None:
    if involved(standing, actor):
        manages = actor.has(Role.MANAGER, standing.unit_id)
        if standing.others_left or (standing.manager_left and not manages):
            return "complaint_never_by_assignee"
    if move is Move.RESOLVE:
        if standing.needs_approval and not actor.has(Role.MANAGER, standing.unit_id):
            return "unit_asks_for_approval"
        if standing.out_for_action:
            return "referral_still_out"
    return None


def involved(standing: MoveContext, actor: Actor) -> bool:
    """Whether `actor` is or was the assignee of a complaint, or acts here only as a deputy of one."""
    if standing.kind is not Kind.COMPLAINT:
        return False
    assignees = standing.former_assignees | ({standing.assignee_id} - {None})
    if actor.person_id in assignees:
        return True
    alone = actor.alone()
    colleague = alone.has(Role.CLERK, standing.unit_id) or alone.has(Role.MANAGER, standing.unit_id)
    return not colleague and any(actor.acts_for(person, standing.unit_id) for person in assignees)
