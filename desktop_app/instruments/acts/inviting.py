"""Acts that invite experts to a consultation, and note their answers."""

from __future__ import annotations

from typing import Any, Final

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    ColumnElement,
    Integer,
    String,
    and_,
    case,
    func,
    literal,
    not_,
    null,
    or_,
    select,
)
from sqlalchemy.orm import aliased

from desktop_app.database.acts.engine_functions import engine_function
from desktop_app.database.acts.expressions import given, me, my_name, now
from desktop_app.database.acts.model import ActScope, Does, Step, declare
from desktop_app.database.declarations import named_table
from desktop_app.instruments.acts.beside import WRITES, beside
from desktop_app.instruments.acts.drafts import step_act
from desktop_app.instruments.model import Invitation
from desktop_app.instruments.steps import INVITE
from desktop_app.instruments.vocabulary import InvitationAnswer
from desktop_app.people.model import Expert

#: The numbers of a list.
_numbers: Final = engine_function(
    Integer(),
    postgresql="(SELECT listed.one::bigint FROM json_array_elements_text({0}) AS listed (one))",
    sqlite="(SELECT listed.value FROM json_each({0}) AS listed)",
)


def _listed(number: Any, numbers: ColumnElement[Any]) -> ColumnElement[bool]:
    found: ColumnElement[bool] = number.op("IN", is_comparison=True, return_type=Boolean())(_numbers(numbers))
    return found


_EXPERT: Final = named_table("expert")


def _is_invited(scope: ActScope, expert: Any) -> ColumnElement[bool]:
    there = aliased(Invitation)
    found = select(there.id).where(there.instrument_id == scope.item.c.id, there.expert_id == expert.id)
    return found.correlate_except(there).exists()


def _is_new(scope: ActScope, expert: Any) -> ColumnElement[bool]:
    return and_(_listed(expert.id, scope.given("experts")), expert.active, not_(_is_invited(scope, expert)))


def _new_experts(scope: ActScope) -> ColumnElement[Any]:
    expert = aliased(Expert)
    found = select(func.count()).select_from(expert).where(_is_new(scope, expert))
    return found.correlate_except(expert).scalar_subquery()


def _no_expert(scope: ActScope) -> ColumnElement[bool]:
    """Whether one of the list is neither in the register nor invited, or stands there twice."""
    expert = aliased(Expert)
    known = or_(expert.active, _is_invited(scope, expert))
    found = select(func.count()).select_from(expert).where(_listed(expert.id, scope.given("experts")), known)
    number = found.correlate_except(expert).scalar_subquery()
    return number != func.coalesce(func.json_array_length(scope.given("experts")), -1)


def _unanswered(scope: ActScope) -> ColumnElement[Any]:
    there = aliased(Invitation)
    found = (
        select(func.count())
        .select_from(there)
        .where(
            there.instrument_id == scope.item.c.id,
            there.answer == "",
            _listed(there.expert_id, scope.given("experts")),
        )
    )
    return found.correlate_except(there).scalar_subquery()


_INVITATION: Final = named_table("invitation")
INVITED: Final = step_act(
    INVITE,
    None,
    ("not_there_any_more", _no_expert),
    ("nobody_new", lambda scope: _new_experts(scope) == 0),
    told_as="invited",
    asks={"experts": JSON()},
    extra={"count": _new_experts},
    others=(
        Step(
            "invitations",
            _INVITATION,
            Does.INSERT,
            "instrument_id",
            sets={
                "expert_id": lambda _scope: _EXPERT.c.id,
                "invited_at": now,
                "invited_by_id": me,
                "invited_by": my_name,
                "version": lambda _scope: literal(1),
            },
            where=lambda scope: _is_new(scope, _EXPERT.c),
        ),
    ),
)
INVITATION_TAKEN_BACK: Final = beside(
    "invitation_taken_back",
    WRITES,
    ("nobody_new", lambda scope: _unanswered(scope) == 0),
    asks={"experts": JSON()},
    extra={"count": _unanswered},
    steps=(
        Step(
            "invitations",
            _INVITATION,
            Does.DELETE,
            "instrument_id",
            where=lambda scope: and_(
                scope.row.c.answer == "", _listed(scope.row.c.expert_id, scope.given("experts"))
            ),
        ),
    ),
)


def _given_invitation(scope: ActScope, *conditions: Any) -> ColumnElement[bool]:
    there = _INVITATION.alias()
    found = select(there.c.id).where(
        there.c.id == scope.given("invitation_id"),
        there.c.instrument_id == scope.item.c.id,
        *(there.c[name] == value for name, value in conditions),
    )
    return found.correlate_except(there).exists()


def _name_of_invited(scope: ActScope) -> ColumnElement[Any]:
    there, expert = aliased(Invitation), aliased(Expert)
    found = (
        select(expert.name)
        .join(there, there.expert_id == expert.id)
        .where(there.id == scope.given("invitation_id"))
    )
    return found.correlate_except(there, expert).scalar_subquery()


def _no_answer(scope: ActScope) -> ColumnElement[bool]:
    answers = [answer.value for answer in InvitationAnswer]
    return func.coalesce(scope.given("answer"), "-").not_in(answers)


INVITATION_ANSWERED: Final = beside(
    "invitation_answered",
    WRITES,
    ("not_there_any_more", lambda scope: not_(_given_invitation(scope))),
    (
        "conflict",
        lambda scope: not_(_given_invitation(scope, ("version", scope.given("invitation_version")))),
    ),
    ("out_of_range", _no_answer),
    asks={"invitation_id": BigInteger(), "invitation_version": Integer(), "answer": String()},
    extra={"answer": given("answer"), "name": _name_of_invited},
    steps=(
        Step(
            "invitation",
            _INVITATION,
            Does.UPDATE,
            "instrument_id",
            sets={
                "answer": given("answer"),
                "answered_at": lambda scope: case((scope.given("answer") == "", null()), else_=scope.now),
                "version": lambda scope: scope.row.c.version + 1,
            },
            where=lambda scope: scope.row.c.id == scope.given("invitation_id"),
        ),
    ),
)

declare(INVITED, INVITATION_TAKEN_BACK, INVITATION_ANSWERED)
