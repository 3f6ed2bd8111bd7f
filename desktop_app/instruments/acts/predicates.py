"""Predicates of the acts on drafts as SQL expressions: states, and who takes a step."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, Final

from sqlalchemy import ColumnElement, and_, case, false, func, literal, not_, or_, select
from sqlalchemy.orm import aliased

from desktop_app.database.acts.model import ActScope, Expression, Step
from desktop_app.database.acts.parts import RestoredRow
from desktop_app.database.statute_guard import RowChange
from desktop_app.instruments.statute.rules import INSTRUMENT, LAW, LawRule
from desktop_app.instruments.steps import STEPS, Who
from desktop_app.instruments.vocabulary import InstrumentStatus
from desktop_app.staff.model import Person, PersonRole
from desktop_app.staff.role_expressions import has_role
from desktop_app.staff.roles import Role

_S: Final = InstrumentStatus
#: Refusals in order, with their names.
Refusals = tuple[tuple[str, Expression], ...]


def standing(scope: ActScope) -> ColumnElement[Any]:
    """Returns the state on the day of the act, as `consultation.gate.standing`: a window closes by time alone."""
    item = scope.item.c
    over = and_(item.status == _S.OPEN.value, func.coalesce(item.closes_on < scope.today, false()))
    return case((over, literal(_S.CLOSED.value)), else_=item.status)


def _stands_in(states: Iterable[InstrumentStatus]) -> Expression:
    values = sorted(state.value for state in states)
    return lambda scope: standing(scope).in_(values)


def _stands_not_in(states: Iterable[InstrumentStatus]) -> Expression:
    values = sorted(state.value for state in states)
    return lambda scope: standing(scope).not_in(values)


def from_another_state(step: str) -> Refusals:
    """Returns the refusals of a step from a state where it does not start."""
    row = STEPS[step]
    refusals: list[tuple[str, Expression]] = []
    if row.starts == {_S.CLOSED}:
        refusals.append(("window_still_open", _stands_in({_S.OPEN})))
    if row.starts == {_S.OPEN}:
        refusals.append(("window_is_over", _stands_in({_S.CLOSED})))
    return (*refusals, (row.rule, _stands_not_in(row.starts)))


def is_author(scope: ActScope) -> ColumnElement[bool]:
    return func.coalesce(scope.item.c.author_id == scope.me, false())


def _asked(scope: ActScope) -> ColumnElement[bool]:
    return func.coalesce(scope.item.c.asked_by_id == scope.me, false())


def manages(scope: ActScope) -> ColumnElement[bool]:
    """Whether the actor is a manager of the draft's unit, or of any unit if it has none."""
    return has_role(scope, Role.MANAGER, scope.item.c.unit_id)


_WHO: Final[Mapping[Who, Expression]] = {
    Who.AUTHOR: is_author,
    Who.ASKER: _asked,
    Who.CLERK: lambda scope: has_role(scope, Role.CLERK),
    Who.REVIEWER: lambda scope: has_role(scope, Role.REVIEWER),
    Who.MANAGER: manages,
    Who.ANY_MANAGER: lambda scope: has_role(scope, Role.MANAGER),
    Who.ADMINISTRATOR: lambda scope: has_role(scope, Role.ADMINISTRATOR),
}


def anyone(who: Iterable[Who]) -> Expression:
    """Whether the actor is one of those."""
    chosen = sorted(who)
    return lambda scope: or_(*(_WHO[one](scope) for one in chosen))


def nobody_asked(scope: ActScope) -> ColumnElement[bool]:
    unasked: ColumnElement[bool] = scope.item.c.exposed_revision_id.is_(None)
    return unasked


# The law, judged on the row as the act would leave it.


def change_by(step: Step, scope: ActScope) -> RowChange:
    """Returns the change that a step makes to the item's own row."""
    values = {name: step.value(name, scope) for name in step.written}
    new = RestoredRow({c.name: values.get(c.name, scope.item.c[c.name]) for c in INSTRUMENT.c})
    return RowChange(new, scope.item, scope.today)


def judged(rule: LawRule, own: Step) -> Expression:
    """Whether the act would break the rule."""
    return lambda scope: rule.is_broken(change_by(own, scope))


def lawful(step: str, own: Step, *ahead: LawRule) -> Refusals:
    """Returns the refusals of the rules of law that are asked when the step's state is reached.

    Those in `ahead` are left out, because the act asks them before.
    """
    to = STEPS[step].to
    rules = [rule for rule in LAW if rule.to & to and rule not in ahead]
    return tuple((rule.name, judged(rule, own)) for rule in rules)


def no_other_reviewer(wrote: Callable[[ActScope, Any], ColumnElement[bool]]) -> Expression:
    """Whether the actor `wrote` the text, and so did every reviewer of the office."""

    def alone(scope: ActScope) -> ColumnElement[bool]:
        role, person = aliased(PersonRole), aliased(Person)
        another = (
            select(role.id)
            .join(person, person.id == role.person_id)
            .where(role.role == Role.REVIEWER.value, person.active, not_(wrote(scope, person.id)))
        )
        nobody = not_(another.correlate_except(role, person).exists())
        return and_(wrote(scope, scope.me), nobody)

    return alone
