"""Predicates of the desk's rules as SQL expressions, shared by both engines."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import Any, Final

from sqlalchemy import (
    Boolean,
    ColumnElement,
    and_,
    case,
    false,
    func,
    literal,
    not_,
    null,
    or_,
    select,
    true,
)
from sqlalchemy.orm import aliased

from desktop_app.database.acts.engine_functions import engine_function
from desktop_app.database.acts.expressions import column, named, visible
from desktop_app.database.acts.model import ActScope, Expression
from desktop_app.database.audit import EventRecord
from desktop_app.database.base import Base
from desktop_app.petitions.checklists.missing import point_missing
from desktop_app.petitions.complaints import is_complaint, manager_left, others_left, was_assignee
from desktop_app.petitions.conditions import Condition, Logic, PetitionFact
from desktop_app.petitions.model import Petition, Referral
from desktop_app.petitions.moves import MANAGES, REOPENS, WORKS
from desktop_app.petitions.routing.model import RoutingRule
from desktop_app.petitions.vocabulary import (
    DECIDING,
    LOOKING,
    Outcome,
    Purpose,
    SideAct,
    Status,
)
from desktop_app.staff.model import Person, PersonRole, Unit
from desktop_app.staff.role_expressions import acts_for, has_own_role, has_role
from desktop_app.staff.roles import Role

#: Actions of colleagues that never conflict with a move.
BESIDE: Final = (
    "note", "ticked", "unticked", "wrote_again", "files_left", "about_set", "labelled", "unlabelled", "letter_issued",
    "satisfaction_asked", "satisfaction_answered", "satisfaction_settled", "answer_told",
    *(act.value for act in SideAct),
)  # fmt: skip


# Petition values that an event records, before and after.


TOLD: Final[Mapping[str, Expression]] = {
    **{
        name: column(name)
        for name in (
            "status", "unit_id", "assignee_id", "outcome", "duplicate_of_id", "satisfaction", "due_on", "paused_on",
            "resolved_at",
        )
    },
    "unit_name": named(Unit, "unit_id", "name"),
    "assignee_name": named(Person, "assignee_id", "full_name"),
}  # fmt: skip


# Predicates


def holds(scope: ActScope) -> ColumnElement[bool]:
    """Whether the actor is the assignee."""
    return func.coalesce(scope.item.c.assignee_id == scope.me, false())


def sees(scope: ActScope) -> ColumnElement[bool]:
    """Whether the actor can see the petition at all (`visibility.reach_of`)."""
    item = scope.item.c
    sent, held = aliased(Referral), scope.roles.alias()
    own_units = (
        select(held.c.unit_id)
        .where(held.c.role.in_((Role.CLERK.value, Role.MANAGER.value)))
        .correlate_except(held)
    )
    passed = select(sent.id).where(
        sent.petition_id == item.id,
        or_(sent.to_unit_id.in_(own_units), sent.from_unit_id.in_(own_units), sent.sent_by_id == scope.me),
    )
    return or_(
        has_role(scope, Role.CLERK, item.unit_id),
        has_role(scope, Role.MANAGER, item.unit_id),
        and_(item.unit_id.is_(None), has_role(scope, Role.ADMINISTRATOR)),
        holds(scope),
        passed.correlate_except(sent).exists(),
    )


def _is(value: ColumnElement[Any]) -> Callable[[ColumnElement[Any]], ColumnElement[bool]]:
    return lambda person: person == value


def _involved_in_complaint(scope: ActScope) -> ColumnElement[bool]:
    """Whether the actor is or was the assignee of a complaint, or acts here only as a deputy of one."""
    item = scope.item.c
    colleague = or_(
        has_own_role(scope, Role.CLERK, item.unit_id), has_own_role(scope, Role.MANAGER, item.unit_id)
    )
    deputy = acts_for(scope, lambda person: was_assignee(item, person), Role.CLERK, item.unit_id)
    return and_(is_complaint(item), or_(was_assignee(item, scope.me), and_(not_(colleague), deputy)))


def nobody_else(scope: ActScope) -> ColumnElement[Any]:
    """True where a complaint is resolved by somebody involved, because nobody else is left; else NULL."""
    return case((_involved_in_complaint(scope), true()), else_=null())


def _needs_approval(scope: ActScope) -> ColumnElement[bool]:
    unit = aliased(Unit)
    found = select(unit.needs_approval).where(unit.id == scope.item.c.unit_id)
    asks = found.correlate_except(unit).scalar_subquery()
    return func.coalesce(asks, false())


def _out_for_action(scope: ActScope) -> ColumnElement[bool]:
    out = aliased(Referral)
    return (
        select(out.id)
        .where(
            out.petition_id == scope.item.c.id,
            out.purpose == Purpose.ACTION.value,
            out.acted_at.is_(None),
            out.side,
        )
        .correlate_except(out)
        .exists()
    )


def is_notice(scope: ActScope) -> ColumnElement[bool]:
    found: ColumnElement[bool] = scope.item.c.notice
    return found


_FACTS: Final[Mapping[PetitionFact, Callable[[ActScope], ColumnElement[bool]]]] = {
    PetitionFact.CLERK: lambda scope: has_role(scope, Role.CLERK, scope.item.c.unit_id),
    PetitionFact.MANAGER: lambda scope: has_role(scope, Role.MANAGER, scope.item.c.unit_id),
    PetitionFact.ASSIGNEE: holds,
    PetitionFact.DEPUTY_OF_ASSIGNEE: lambda scope: acts_for(
        scope, _is(scope.item.c.assignee_id), Role.CLERK, scope.item.c.unit_id
    ),
    PetitionFact.ARCHIVED: lambda scope: scope.item.c.status == Status.ARCHIVED.value,
    PetitionFact.INVOLVED_IN_COMPLAINT: _involved_in_complaint,
    PetitionFact.OTHERS_LEFT: lambda scope: others_left(scope.item.c),
    PetitionFact.MANAGER_LEFT: lambda scope: manager_left(scope.item.c),
    PetitionFact.NEEDS_APPROVAL: _needs_approval,
    PetitionFact.OUT_FOR_ACTION: _out_for_action,
    PetitionFact.NOTICE: is_notice,
    PetitionFact.POINT_MISSING: lambda scope: point_missing(scope.item.c),
}
_SQL: Final = Logic(lambda parts: or_(*parts), lambda parts: and_(*parts), not_)


def in_sql(condition: Condition) -> Callable[[ActScope], ColumnElement[bool]]:
    """Returns the expression of a condition."""

    def expression(scope: ActScope) -> ColumnElement[bool]:
        value: ColumnElement[bool] = condition.value(lambda fact: _FACTS[fact](scope), _SQL)
        return value

    return expression


works: Final = in_sql(WORKS)
manages: Final = in_sql(MANAGES)
reopens: Final = in_sql(REOPENS)


def conflict(scope: ActScope) -> ColumnElement[bool]:
    """Whether a conflicting act, one outside `BESIDE`, happened since the version that the caller saw."""
    item = scope.item.c
    act, later = aliased(EventRecord), aliased(EventRecord)
    own = (act.item_type == "petition", act.item_id == item.id)
    since = (
        select(func.count())
        .where(
            later.item_type == "petition",
            later.item_id == item.id,
            later.action.not_in(LOOKING),
            later.sequence > act.sequence,
        )
        .correlate_except(later)
        .scalar_subquery()
    )
    other = (
        select(act.id)
        .where(*own, act.action.not_in((*LOOKING, *BESIDE)), since < item.version - scope.seen)
        .correlate_except(act)
        .exists()
    )
    return and_(scope.seen != item.version, or_(scope.seen > item.version, other))


def not_from(starts: frozenset[Status]) -> Expression:
    return lambda scope: scope.item.c.status.not_in(sorted(status.value for status in starts))


def active_unit(unit: ColumnElement[Any]) -> ColumnElement[bool]:
    there = aliased(Unit)
    found = select(there.id).where(there.id == unit, there.active)
    return found.correlate_except(there).exists()


def clerk_of(unit: ColumnElement[Any], clerk: ColumnElement[Any]) -> ColumnElement[bool]:
    """Whether the person is an active clerk of `unit`."""
    role, person = aliased(PersonRole), aliased(Person)
    found = (
        select(role.id)
        .join(person, person.id == role.person_id)
        .where(
            person.active,
            role.person_id == clerk,
            role.role == Role.CLERK.value,
            role.unit_id == unit,
        )
    )
    return found.correlate_except(role, person).exists()


def sees_other(scope: ActScope, other: ColumnElement[Any]) -> ColumnElement[bool]:
    """Whether the actor sees the petition with the id `other`."""
    row = Base.metadata.tables["petition"].alias()
    found = select(row.c.id).where(row.c.id == other, sees(replace(scope, item=row)))
    return found.correlate_except(row).exists()


def rule_sends_elsewhere(scope: ActScope) -> ColumnElement[bool]:
    """Whether a routing rule is given that is not active, or does not refer to the given unit."""
    rule = aliased(RoutingRule)
    found = select(rule.id).where(
        rule.id == scope.given("rule_id"), rule.active, rule.unit_id == scope.given("unit_id")
    )
    return and_(scope.given("rule_id").is_not(None), not_(found.correlate_except(rule).exists()))


def no_original(scope: ActScope) -> ColumnElement[bool]:
    """Whether a duplicate is given without its original, or an original that is not possible."""
    original = scope.given("duplicate_of_id")
    duplicate = func.coalesce(scope.given("outcome") == Outcome.DUPLICATE.value, false())
    return or_(
        duplicate != original.is_not(None),
        and_(original.is_not(None), not_(sees_other(scope, original))),
    )


def original_of_itself(scope: ActScope) -> ColumnElement[bool]:
    """Whether the given original is the petition, or a duplicate itself: originals never form a ring."""
    row = aliased(Petition)
    below = select(row.id).where(row.id == scope.given("duplicate_of_id"), row.duplicate_of_id.is_not(None))
    return or_(
        func.coalesce(scope.given("duplicate_of_id") == scope.item.c.id, false()),
        below.correlate_except(row).exists(),
    )


def wrong_satisfaction(scope: ActScope) -> ColumnElement[bool]:
    return not_(func.coalesce(scope.given("satisfaction").between(1, 5), true()))


#: Whether the office's settings of an outcome (`petitions.outcomes`) give a flag a value: code, flag, value.
_office_sets: Final = engine_function(
    Boolean(),
    postgresql="coalesce(app.outcome_choice({0}) -> {1} = to_jsonb({2}), false)",
    sqlite="EXISTS (SELECT 1 FROM office AS kept, json_each(kept.outcomes) AS choice"
    " WHERE json_extract(choice.value, '$.code') = {0} AND json_extract(choice.value, '$.' || {1}) = {2})",
)


def not_offered(scope: ActScope) -> ColumnElement[bool]:
    return _office_sets(scope.given("outcome"), literal("offered"), false())


def reason_missing(scope: ActScope) -> ColumnElement[bool]:
    """Whether the outcome requires a reason beside the reply, and none is given."""
    outcome = scope.given("outcome")
    required = or_(outcome == Outcome.REFUSED.value, _office_sets(outcome, literal("reason"), true()))
    return and_(required, visible(scope.given("reason")) == "")


def noted_without_notice(scope: ActScope) -> ColumnElement[bool]:
    """Whether the given outcome is only for notices, and the petition is none."""
    noted = func.coalesce(scope.given("outcome") == Outcome.NOTED.value, false())
    return and_(noted, not_(scope.item.c.notice))


def decided_with_point_missing(scope: ActScope) -> ColumnElement[bool]:
    """Whether the given outcome decides on the petition without an answer, and a required point is not ticked."""
    decides = scope.given("outcome").in_(sorted(outcome.value for outcome in DECIDING))
    return and_(func.coalesce(decides, false()), point_missing(scope.item.c))


def no_outcome_of(outcomes: Iterable[Outcome]) -> Expression:
    values = sorted(outcome.value for outcome in outcomes)
    return lambda scope: func.coalesce(scope.given("outcome").not_in(values), true())
