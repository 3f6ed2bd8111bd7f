"""The moves of the desk: the transition table, who may make a move, and what it writes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any, Final

from sqlalchemy import (
    and_,
    case,
    false,
    func,
    literal,
    not_,
)

from desktop_app.database.acts.model import Act, Expression, Step
from desktop_app.petitions.acts.predicates import (
    TOLD,
    asks_for_approval,
    assignee_resolves_complaint,
    clerk_of,
    conflict,
    hands_over,
    manages,
    negation,
    no_outcome_of,
    not_from,
    reopens,
    sees,
    still_out,
    unit_there,
    works,
)
from desktop_app.petitions.acts.steps import (
    BACK_TO_UNIT,
    LABELS,
    PAUSED,
    PETITION,
    REFERRED,
    RESUMED,
    SENT_BESIDE,
    WITHHELD,
    acted,
    empty_words,
    has_draft,
    me,
    messages_step,
    moved,
    no_end_waits,
    nothing,
    now,
    reply_steps,
    today,
)
from desktop_app.petitions.moves import TABLE
from desktop_app.petitions.vocabulary import (
    CLOSING_WITHOUT_ANSWER,
    Move,
    Outcome,
    SideResult,
    Status,
)
from desktop_app.staff.role_expressions import on_behalf_of, roles_of


def _act(
    move: Move,
    who: Expression,
    own: Callable[[Status | None], Step],
    steps: tuple[Step, ...],
    *needs: tuple[str, Expression],
    by_role: tuple[tuple[str, Expression], ...] = (),
    name: str = "",
    asks: Mapping[str, Any] | None = None,
    extra: Mapping[str, Expression] | None = None,
) -> Act:
    """Returns an act with the states and the target of `move`; it is named after the move unless `name` is given."""
    starts, target = TABLE[move]
    by_who = (("not_your_role", negation(who)), *by_role)
    return Act(
        name=name or move.value,
        item_type="petition",
        table=PETITION,
        refusals=(
            ("not_there", negation(sees)),
            ("conflict", conflict),
            ("not_from_this_state", not_from(starts)),
            *needs,
        ),
        who_refusals=by_who,
        steps=(own(target), *steps),
        told=TOLD,
        roles=roles_of,
        asks=asks or {},
        remarks=("bulk", "reason", "targets", "referral_due_on", "rule_id", "rule", "labels"),
        extra=dict(extra or {}) | on_behalf_of([expression for _, expression in by_who]),
    )


REASON: Final = ("text_missing", empty_words)
_REPLY: Final = ("text_missing", lambda scope: and_(empty_words(scope), not_(has_draft(scope))))
_ASSIGNEE: Final = ("complaint_never_by_assignee", assignee_resolves_complaint)
_ANSWERS: Final = frozenset(Outcome) - CLOSING_WITHOUT_ANSWER


def closing(
    name: str,
    outcome: Outcome,
    *needs: tuple[str, Expression],
    asks: Mapping[str, Any],
    extra: Mapping[str, Expression],
) -> Act:
    """Returns an act that closes a petition as the move does, with an outcome that nobody chooses."""
    own = partial(moved, runs_on=True, outcome=lambda _scope: literal(outcome.value), resolved_at=now)
    return _act(
        Move.CLOSE, works, own, (acted(), RESUMED, messages_step()), *needs, by_role=(_ASSIGNEE,),
        name=name, asks=asks, extra=extra,
    )  # fmt: skip


MOVES: Final = (
    _act(
        Move.REFER,
        works,
        partial(
            moved,
            given=("unit_id", "assignee_id", "urgency"),
            urgency=lambda scope: func.coalesce(scope.given("urgency"), scope.item.c.urgency),
        ),
        (acted(), REFERRED, SENT_BESIDE, LABELS),
        ("not_there_any_more", negation(unit_there)),
        (
            "not_a_clerk_of_the_unit",
            lambda scope: and_(
                scope.given("assignee_id").is_not(None), not_(clerk_of(scope, scope.given("unit_id")))
            ),
        ),
        (
            "already_in_this_unit",
            lambda scope: and_(
                func.coalesce(scope.given("unit_id") == scope.item.c.unit_id, false()),
                scope.given("assignee_id").is_(None),
            ),
        ),
        (
            "text_missing",
            lambda scope: and_(scope.item.c.status == Status.IN_PROGRESS.value, empty_words(scope)),
        ),
    ),
    _act(
        Move.GIVE_BACK,
        works,
        partial(moved, unit_id=nothing, assignee_id=nothing),
        (acted(SideResult.RETURNED),),
        REASON,
    ),
    _act(Move.TAKE, works, partial(moved, assignee_id=me), (acted(), messages_step())),
    _act(Move.WAIT, works, partial(moved, paused_on=today), (PAUSED, messages_step()), REASON),
    _act(Move.RESUME, works, partial(moved, runs_on=True), (RESUMED,), REASON),
    _act(Move.SUBMIT, works, moved, reply_steps(sends=False), _REPLY),
    _act(Move.SEND_BACK, manages, moved, (), REASON),
    _act(
        Move.RESOLVE,
        works,
        partial(moved, given=("outcome", "satisfaction"), resolved_at=now),
        (acted(), *reply_steps(sends=True), messages_step()),
        ("not_there_any_more", no_outcome_of(_ANSWERS)),
        _REPLY,
        by_role=(_ASSIGNEE, ("unit_asks_for_approval", asks_for_approval), ("referral_still_out", still_out)),
    ),
    _act(
        Move.CLOSE,
        works,
        partial(moved, given=("outcome", "satisfaction", "duplicate_of_id"), runs_on=True, resolved_at=now),
        (acted(), RESUMED, messages_step()),
        ("not_there_any_more", no_outcome_of(CLOSING_WITHOUT_ANSWER)),
        REASON,
        by_role=(_ASSIGNEE,),
    ),
    _act(
        Move.REOPEN,
        reopens,
        partial(moved, outcome=nothing, resolved_at=nothing, duplicate_of_id=nothing, satisfaction=nothing),
        (messages_step(no_end_waits), WITHHELD),
        REASON,
    ),
    _act(Move.ARCHIVE, manages, moved, ()),
    _act(
        Move.HAND_OVER,
        hands_over,
        partial(
            moved,
            given=("assignee_id",),
            status=lambda scope: case(
                (scope.given("assignee_id").is_(None), Status.REFERRED.value), else_=scope.item.c.status
            ),
        ),
        (BACK_TO_UNIT,),
        REASON,
        (
            "not_a_clerk_of_the_unit",
            lambda scope: and_(
                scope.given("assignee_id").is_not(None), not_(clerk_of(scope, scope.item.c.unit_id))
            ),
        ),
        by_role=(
            (
                "only_the_manager_gives_back",
                lambda scope: and_(scope.given("assignee_id").is_(None), not_(manages(scope))),
            ),
        ),
    ),
)
#: The act of each move in the transition table.
ACTS: Final[Mapping[Move, Act]] = {Move(act.name): act for act in MOVES}
