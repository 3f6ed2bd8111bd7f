"""Undoing acts on petitions."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from sqlalchemy import (
    ColumnElement,
    Date,
    and_,
    case,
    false,
    func,
    literal,
    not_,
    or_,
    select,
    true,
)
from sqlalchemy.orm import aliased

from desktop_app.database.acts.expressions import negation, next_version, now, seen_is_old
from desktop_app.database.acts.model import ActScope, Expression, Reversal, declare
from desktop_app.database.audit import EventRecord
from desktop_app.petitions.acts.correcting import CORRECTION
from desktop_app.petitions.acts.interim import INTERIM_REPLY
from desktop_app.petitions.acts.moves import ACTS, MOVES, REASON
from desktop_app.petitions.acts.predicates import conflict, reopens, sees
from desktop_app.petitions.acts.side import SIDE
from desktop_app.petitions.model import NO_DEADLINE
from desktop_app.petitions.vocabulary import (
    LOOKING,
    OPEN,
    Move,
    Outcome,
)
from desktop_app.staff.role_expressions import on_behalf_of

#: The acts that their actor can undo.
_TAKEN_BACK: Final = (*MOVES, *SIDE, INTERIM_REPLY, CORRECTION)


def _latest_move(event: Any, _scope: ActScope) -> ColumnElement[bool]:
    """Selects the latest move that was not undone.

    Later events must themselves be undone, belong to the same run, be notes of the same person, or mere readings of
    personal data.
    """
    moves = sorted(act.name for act in _TAKEN_BACK)
    after = aliased(EventRecord)
    own = (
        after.item_type == event.c.item_type,
        after.item_id == event.c.item_id,
        after.sequence > event.c.sequence,
    )
    weight = case((after.action == "undo", -1), (after.action.in_(moves), 1), else_=0)
    undone = select(func.coalesce(func.sum(weight), 0)).where(*own).correlate_except(after).scalar_subquery()
    run = func.coalesce(after.after["bulk"].as_string(), after.after["undoes"].as_string())
    same_run = func.coalesce(run == event.c.after["bulk"].as_string(), false())
    own_note = and_(after.action == "note", func.coalesce(after.actor_id == event.c.actor_id, false()))
    other = (
        select(after.id)
        .where(*own, after.action.not_in((*LOOKING, "undo", *moves)), not_(same_run), not_(own_note))
        .correlate_except(after)
        .exists()
    )
    return and_(event.c.action.in_(moves), undone == 0, not_(other))


def not_ones_own(scope: ActScope) -> ColumnElement[bool]:
    """Whether somebody else made the move, or the actor made it as a deputy and no longer is one."""
    row = scope.row.c
    held = scope.roles.alias()
    still = select(held.c.role).where(held.c.person_id == row.last_behalf).correlate_except(held).exists()
    return or_(
        scope.me.is_(None),
        row.last_actor.is_distinct_from(scope.me),
        and_(row.last_behalf.is_not(None), not_(still)),
    )


#: The columns derived from a restored petition.
FOLLOWS: Final[Mapping[str, Expression]] = {
    "is_open": lambda scope: or_(*(scope.item.c.status == status.value for status in sorted(OPEN))),
    "due_order": lambda scope: func.coalesce(scope.item.c.due_on, literal(NO_DEADLINE, Date)),
    "changed_at": now,
    "version": next_version,
}

#: Undoes a move by its own actor, as long as nothing was done since.
UNDO: Final[Mapping[str, Reversal]] = {
    act.name: Reversal(
        name="undo",
        of=act,
        event=_latest_move,
        refusals=(
            ("not_there", negation(sees)),
            ("conflict", seen_is_old),
            ("nothing_to_undo", not_ones_own),
        ),
        follows=FOLLOWS,
    )
    for act in _TAKEN_BACK
}
#: Separates a duplicate from its original, even days later.
UNMERGE: Final = Reversal(
    name="unmerge",
    of=ACTS[Move.CLOSE],
    event=lambda events, _scope: events.c.action == Move.CLOSE.value,
    refusals=(
        ("not_there", negation(sees)),
        ("conflict", conflict),
        (
            "not_a_duplicate",
            lambda scope: func.coalesce(scope.item.c.outcome != Outcome.DUPLICATE.value, true()),
        ),
        ("not_your_role", negation(reopens)),
        REASON,
    ),
    follows=FOLLOWS,
    extra=on_behalf_of([negation(reopens)]),
    as_left=False,
)

declare(*_TAKEN_BACK, *UNDO.values(), UNMERGE)
