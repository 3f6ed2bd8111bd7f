"""The moves of the desk: the transition table, who may make a move, and what it writes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any, Final

from sqlalchemy import (
    BigInteger,
    ColumnElement,
    Date,
    Text,
    and_,
    case,
    false,
    func,
    literal,
    not_,
)

from desktop_app.database.acts.expressions import (
    bare,
    empty_words,
    given,
    me,
    negation,
    nothing,
    now,
    today,
    value_of,
)
from desktop_app.database.acts.model import Act, ActScope, Expression, Step
from desktop_app.petitions.acts.predicates import (
    TOLD,
    active_unit,
    clerk_of,
    conflict,
    decided_with_point_missing,
    in_sql,
    manages,
    no_original,
    no_outcome_of,
    nobody_else,
    not_from,
    not_offered,
    noted_without_notice,
    original_of_itself,
    reason_missing,
    rule_sends_elsewhere,
    sees,
    wrong_satisfaction,
)
from desktop_app.petitions.acts.steps import (
    BACK_TO_UNIT,
    LABELS,
    PAUSED,
    PETITION,
    REFERRED,
    RESUMED,
    SENT_BESIDE,
    TAKEN_FROM,
    WITHHELD,
    acted,
    has_draft,
    messages_step,
    moved,
    no_end_waits,
    reply_steps,
)
from desktop_app.petitions.moves import TABLE
from desktop_app.petitions.routing.model import RoutingRule
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
    own: Callable[[Status | None], Step],
    steps: tuple[Step, ...],
    *needs: tuple[str, Expression],
    by_role: tuple[tuple[str, Expression], ...] = (),
    name: str = "",
    asks: Mapping[str, Any] | None = None,
    remarks: tuple[str, ...] = (),
    extra: Mapping[str, Expression] | None = None,
    under: str = "",
) -> Act:
    """Returns an act with the rule of `move`; it is named after the move unless `name` is given.

    `needs` are rules about what is given, `by_role` those that also depend on the person's roles.
    """
    rule = TABLE[move]
    refusals = ((name, in_sql(condition)) for name, condition in rule.refusals)
    by_who = (("not_your_role", in_sql(~rule.who)), *refusals, *by_role)
    return Act(
        name=name or move.value,
        item_type="petition",
        table=PETITION,
        refusals=(
            ("not_there", negation(sees)),
            ("conflict", conflict),
            ("not_from_this_state", not_from(rule.starts)),
            *((REASON,) if rule.reason else ()),
            *needs,
        ),
        who_refusals=by_who,
        steps=(own(rule.target), *steps),
        told=TOLD,
        under=under,
        roles=roles_of,
        asks=asks or {},
        remarks=("bulk", *remarks),
        extra=dict(extra or {}) | on_behalf_of([expression for _, expression in by_who]),
    )


REASON: Final = ("text_missing", empty_words)
_REPLY: Final = ("text_missing", lambda scope: and_(empty_words(scope), not_(has_draft(scope))))
_NOBODY_ELSE: Final[dict[str, Expression]] = {"nobody_else": nobody_else}
_OUTCOME: Final = (("outcome_not_offered", not_offered), ("out_of_range", wrong_satisfaction))
#: The name of the routing rule that the caller gives.
RULE_NAME: Final = value_of(RoutingRule, "name", "rule_id")
_ANSWERS: Final = frozenset(Outcome) - CLOSING_WITHOUT_ANSWER


def _clerk_of(unit: Expression) -> tuple[str, Expression]:
    """Returns the rule that the given assignee is a clerk of the unit."""

    def is_not(scope: ActScope) -> ColumnElement[bool]:
        clerk = scope.given("assignee_id")
        return and_(clerk.is_not(None), not_(clerk_of(unit(scope), clerk)))

    return "not_a_clerk_of_the_unit", is_not


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
        Move.CLOSE, own, (acted(), RESUMED, messages_step()), *needs,
        name=name, asks=asks, extra=_NOBODY_ELSE | dict(extra),
    )  # fmt: skip


MOVES: Final = (
    _act(
        Move.REFER,
        partial(
            moved,
            given=("unit_id", "assignee_id", "urgency"),
            urgency=lambda scope: func.coalesce(scope.given("urgency"), scope.item.c.urgency),
        ),
        (acted(), REFERRED, SENT_BESIDE, LABELS),
        ("not_there_any_more", lambda scope: not_(active_unit(scope.given("unit_id")))),
        ("not_there_any_more", rule_sends_elsewhere),
        _clerk_of(given("unit_id")),
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
        asks={"referral_due_on": Date(), "rule_id": BigInteger()},
        remarks=("targets", "labels"),
        extra={
            "referral_due_on": given("referral_due_on"),
            "rule_id": given("rule_id"),
            "rule": RULE_NAME,
        },
    ),
    _act(
        Move.GIVE_BACK,
        partial(moved, unit_id=nothing, assignee_id=nothing),
        (acted(SideResult.RETURNED),),
    ),
    _act(Move.TAKE, partial(moved, assignee_id=me), (acted(), messages_step())),
    _act(Move.WAIT, partial(moved, paused_on=today), (PAUSED, messages_step())),
    _act(Move.RESUME, partial(moved, runs_on=True), (RESUMED,)),
    _act(Move.SUBMIT, moved, reply_steps(sends=False), _REPLY),
    _act(Move.SEND_BACK, moved, ()),
    _act(
        Move.RESOLVE,
        partial(moved, given=("outcome", "satisfaction"), resolved_at=now),
        (acted(), *reply_steps(sends=True), messages_step()),
        ("not_there_any_more", no_outcome_of(_ANSWERS)),
        _REPLY,
        *_OUTCOME,
        ("reason_missing", reason_missing),
        asks={"reason": Text()},
        extra=_NOBODY_ELSE | {"reason": lambda scope: func.nullif(bare(scope.given("reason")), "")},
    ),
    _act(
        Move.CLOSE,
        partial(moved, given=("outcome", "satisfaction", "duplicate_of_id"), runs_on=True, resolved_at=now),
        (acted(), RESUMED, messages_step()),
        ("not_there_any_more", no_outcome_of(CLOSING_WITHOUT_ANSWER - {Outcome.COMMENTED})),
        ("only_a_notice_is_noted", noted_without_notice),
        ("point_missing", decided_with_point_missing),
        ("not_there_any_more", no_original),
        ("duplicate_of_itself", original_of_itself),
        *_OUTCOME,
        extra=_NOBODY_ELSE,
        under="duplicate_of_id",
    ),
    _act(
        Move.REOPEN,
        partial(moved, outcome=nothing, resolved_at=nothing, duplicate_of_id=nothing, satisfaction=nothing),
        (messages_step(no_end_waits), WITHHELD),
    ),
    _act(Move.ARCHIVE, moved, ()),
    _act(
        Move.HAND_OVER,
        partial(
            moved,
            given=("assignee_id",),
            status=lambda scope: case(
                (scope.given("assignee_id").is_(None), Status.REFERRED.value), else_=scope.item.c.status
            ),
        ),
        (BACK_TO_UNIT,),
        _clerk_of(lambda scope: scope.item.c.unit_id),
        by_role=(
            (
                "only_the_manager_gives_back",
                lambda scope: and_(scope.given("assignee_id").is_(None), not_(manages(scope))),
            ),
        ),
    ),
    _act(Move.TAKE_OVER, partial(moved, assignee_id=me), (TAKEN_FROM,)),
)
#: The act of each move in the transition table.
ACTS: Final[Mapping[Move, Act]] = {Move(act.name): act for act in MOVES}
