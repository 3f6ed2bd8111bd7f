"""The transition table of petitions: states, and who may make which move. Pure.

`allowed_moves` determines what a screen enables; `petitions.acts.moves` makes the acts of the same table.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from desktop_app.errors import RuleError
from desktop_app.petitions.conditions import PYTHON, Condition, Is, PetitionFact
from desktop_app.petitions.vocabulary import OPEN, Kind, Move, Status
from desktop_app.staff.roles import Actor, Delegation, Role

MANAGES: Final = Is(PetitionFact.MANAGER)
WORKS: Final = MANAGES | Is(PetitionFact.CLERK)
HOLDS: Final = Is(PetitionFact.ASSIGNEE)
HANDS_OVER: Final = MANAGES | HOLDS | Is(PetitionFact.DEPUTY_OF_ASSIGNEE)
REOPENS: Final = MANAGES | (WORKS & ~Is(PetitionFact.ARCHIVED))
#: A complaint is never resolved by its assignee, as long as somebody else could (domain.md, section 1).
ASSIGNEE_RESOLVES: Final = Is(PetitionFact.INVOLVED_IN_COMPLAINT) & (
    Is(PetitionFact.OTHERS_LEFT) | (Is(PetitionFact.MANAGER_LEFT) & ~MANAGES)
)
#: The states in which an interim reply is sent; it moves nothing.
INTERIM_FROM: Final = frozenset({Status.IN_PROGRESS, Status.WAITING})


@dataclass(frozen=True, slots=True)
class MoveRule:
    """The states from which a move starts, the resulting state (None: unchanged), who may make it, and what
    refuses it to them, as rule keys in `wording.errors`. `reason`: it needs a reason. `leaves`: after it the
    petition is another person's business, or nobody's.
    """

    starts: frozenset[Status]
    target: Status | None
    who: Condition = WORKS
    refusals: tuple[tuple[str, Condition], ...] = ()
    reason: bool = False
    leaves: bool = False


_NO_ASSIGNEE: Final = ("complaint_never_by_assignee", ASSIGNEE_RESOLVES)
_NO_REPLY: Final = ("notice_gets_no_reply", Is(PetitionFact.NOTICE))
TABLE: Final[dict[Move, MoveRule]] = {
    Move.REFER: MoveRule(frozenset({Status.REGISTERED, Status.IN_PROGRESS}), Status.REFERRED, leaves=True),
    Move.GIVE_BACK: MoveRule(frozenset({Status.REFERRED}), Status.REGISTERED, reason=True, leaves=True),
    Move.TAKE: MoveRule(frozenset({Status.REFERRED}), Status.IN_PROGRESS),
    Move.WAIT: MoveRule(frozenset({Status.IN_PROGRESS}), Status.WAITING, reason=True),
    Move.RESUME: MoveRule(frozenset({Status.WAITING}), Status.IN_PROGRESS, reason=True),
    Move.SUBMIT: MoveRule(
        frozenset({Status.IN_PROGRESS}), Status.AWAITING_APPROVAL, refusals=(_NO_REPLY,), leaves=True
    ),
    Move.SEND_BACK: MoveRule(frozenset({Status.AWAITING_APPROVAL}), Status.IN_PROGRESS, MANAGES, reason=True),
    Move.RESOLVE: MoveRule(
        frozenset({Status.IN_PROGRESS, Status.AWAITING_APPROVAL}),
        Status.RESOLVED,
        refusals=(
            _NO_REPLY,
            _NO_ASSIGNEE,
            ("unit_asks_for_approval", Is(PetitionFact.NEEDS_APPROVAL) & ~MANAGES),
            ("referral_still_out", Is(PetitionFact.OUT_FOR_ACTION)),
            ("point_missing", Is(PetitionFact.POINT_MISSING)),
        ),
        leaves=True,
    ),
    Move.CLOSE: MoveRule(OPEN, Status.RESOLVED, refusals=(_NO_ASSIGNEE,), reason=True, leaves=True),
    Move.REOPEN: MoveRule(
        frozenset({Status.RESOLVED, Status.ARCHIVED}), Status.IN_PROGRESS, REOPENS, reason=True
    ),
    Move.ARCHIVE: MoveRule(frozenset({Status.RESOLVED}), Status.ARCHIVED, MANAGES, leaves=True),
    Move.HAND_OVER: MoveRule(
        frozenset({Status.REFERRED, Status.IN_PROGRESS}), None, HANDS_OVER, reason=True, leaves=True
    ),
    # A colleague's open work, for whoever works in the unit; the colleague is told of it (`TakenOver`).
    Move.TAKE_OVER: MoveRule(
        frozenset({Status.IN_PROGRESS, Status.WAITING}), None, refusals=(("has_it_already", HOLDS),)
    ),
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
    notice: bool = False
    #: The first required point of its checklist that is not ticked; empty if there is none.
    first_missing: str = ""


def allowed_moves(standing: MoveContext, actor: Actor) -> frozenset[Move]:
    """Returns the moves that `actor` may make now."""
    return frozenset(move for move in Move if refusal(move, standing, actor) is None)


def refusal(move: Move, standing: MoveContext, actor: Actor) -> str | None:
    """Returns why `actor` may not make `move`, as a rule key in `wording.errors`; None if allowed."""
    rule = TABLE[move]
    if standing.status not in rule.starts:
        return "not_from_this_state"
    for name, condition in (("not_your_role", ~rule.who), *rule.refusals):
        if condition.value(lambda fact: _FACTS[fact](standing, actor), PYTHON):
            return name
    return None


def refusal_error(rule: str, standing: MoveContext) -> RuleError:
    """Returns the error of a rule that refuses a move; it names a missing point."""
    if rule == "point_missing":
        return RuleError(rule=rule, point=standing.first_missing)
    return RuleError(rule=rule)


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


def sends_interim(standing: MoveContext, actor: Actor) -> bool:
    """Whether `actor` may send an interim reply."""
    return standing.status in INTERIM_FROM and not standing.notice and works(actor, standing.unit_id)


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


_FACTS: Final[Mapping[PetitionFact, Callable[[MoveContext, Actor], bool]]] = {
    PetitionFact.CLERK: lambda standing, actor: actor.has(Role.CLERK, standing.unit_id),
    PetitionFact.MANAGER: lambda standing, actor: actor.has(Role.MANAGER, standing.unit_id),
    PetitionFact.ASSIGNEE: lambda standing, actor: (
        actor.person_id is not None and actor.person_id == standing.assignee_id
    ),
    PetitionFact.DEPUTY_OF_ASSIGNEE: lambda standing, actor: actor.acts_for(
        standing.assignee_id, standing.unit_id
    ),
    PetitionFact.ARCHIVED: lambda standing, _actor: standing.status is Status.ARCHIVED,
    PetitionFact.INVOLVED_IN_COMPLAINT: involved,
    PetitionFact.OTHERS_LEFT: lambda standing, _actor: standing.others_left,
    PetitionFact.MANAGER_LEFT: lambda standing, _actor: standing.manager_left,
    PetitionFact.NEEDS_APPROVAL: lambda standing, _actor: standing.needs_approval,
    PetitionFact.OUT_FOR_ACTION: lambda standing, _actor: standing.out_for_action,
    PetitionFact.NOTICE: lambda standing, _actor: standing.notice,
    PetitionFact.POINT_MISSING: lambda standing, _actor: bool(standing.first_missing),
}
