"""Incomplete identity: when a petition is a notice (بدون پاسخ), and the act that makes it an ordinary petition.

The office sets which fields of the identity a kind and a channel require (`office.identity_rules`). The database
alone decides whether they are there, by what is on file of the petitioner; nobody gives it.
"""

from __future__ import annotations

from typing import Any, Final

from sqlalchemy import Boolean, ColumnElement, Date, case, false, func, literal, not_, or_, select
from sqlalchemy.orm import aliased

from desktop_app.database.acts.engine_functions import engine_function
from desktop_app.database.acts.expressions import column, next_version, now
from desktop_app.database.acts.model import ActScope, Does, Step, declare
from desktop_app.people.model import Petitioner
from desktop_app.petitions.acts.beside import beside
from desktop_app.petitions.acts.predicates import conflict, not_from, works
from desktop_app.petitions.acts.steps import PETITION
from desktop_app.petitions.model import NO_DEADLINE
from desktop_app.petitions.vocabulary import OPEN

#: Whether required fields are missing: kind, channel, petitioner (id), and the name on the petition. The most
#: specific rule counts, as of deadlines (`deadlines.counting.rule_for`).
_lacks: Final = engine_function(
    Boolean(),
    postgresql="app.identity_lacks({0}, {1}, {2}, {3})",
    sqlite="coalesce((SELECT EXISTS (SELECT 1 FROM json_each(rule.value, '$.fields') AS field"
    " LEFT JOIN petitioner AS sender ON sender.id = {2}"
    " WHERE CASE field.value WHEN 'name' THEN trim(coalesce({3}, ''))"
    " WHEN 'national_id' THEN coalesce(sender.masked_national_id, '')"
    " ELSE coalesce(sender.masked_mobile, '') END = '')"
    " FROM office AS kept, json_each(kept.identity_rules) AS rule"
    " WHERE coalesce(json_extract(rule.value, '$.kind'), {0}) = {0}"
    " AND coalesce(json_extract(rule.value, '$.channel'), {1}) = {1}"
    " ORDER BY json_extract(rule.value, '$.kind') IS NOT NULL DESC,"
    " json_extract(rule.value, '$.channel') IS NOT NULL DESC, rule.key LIMIT 1), 0)",
)
#: The deadline of what was received on a day: kind, channel, day; SQLite takes the given day, the fourth.
due_from: Final = engine_function(Date(), postgresql="app.due_for({0}, {1}, {2}, NULL)", sqlite="{3}")


def lacks_identity(scope: ActScope) -> ColumnElement[bool]:
    """Whether a petition that is being registered is a notice."""
    found: ColumnElement[bool] = _lacks(
        *(scope.given(name) for name in ("kind", "channel", "petitioner_id", "petitioner_name"))
    )
    return found


def _still_lacks(scope: ActScope) -> ColumnElement[bool]:
    row = scope.item.c
    found: ColumnElement[bool] = _lacks(row.kind, row.channel, scope.given("petitioner_id"), _name(scope))
    return found


def _name(scope: ActScope) -> ColumnElement[Any]:
    """Returns the name on the petition; an empty one takes the given one."""
    row = scope.item.c
    return case((row.petitioner_name == "", scope.given("petitioner_name")), else_=row.petitioner_name)


def _no_petitioner(scope: ActScope) -> ColumnElement[bool]:
    person = aliased(Petitioner)
    found = select(person.id).where(person.id == scope.given("petitioner_id"))
    return not_(found.correlate_except(person).exists())


def _due(scope: ActScope) -> ColumnElement[Any]:
    row = scope.item.c
    return due_from(row.kind, row.channel, scope.today, scope.given("due_on"))


IDENTITY_COMPLETED: Final = beside(
    "identity_completed",
    works,
    ("conflict", conflict),
    ("not_from_this_state", not_from(OPEN)),
    ("no_notice", lambda scope: not_(scope.item.c.notice)),
    ("not_there_any_more", _no_petitioner),
    ("identity_incomplete", lambda scope: or_(_still_lacks(scope), scope.item.c.masked_at.is_not(None))),
    steps=(
        Step(
            "petition",
            PETITION,
            Does.UPDATE,
            "id",
            given=("petitioner_id", "petitioner_name", "due_on"),
            sets={
                "petitioner_name": _name,
                "notice": lambda _scope: false(),
                # The clock starts with the completion, whenever the petition was received.
                "completed_at": now,
                "due_on": _due,
                "due_order": lambda scope: func.coalesce(_due(scope), literal(NO_DEADLINE, Date)),
                "changed_at": now,
                "version": next_version,
            },
        ),
    ),
    told={name: column(name) for name in ("notice", "due_on")},
    remarks=("fields",),
)  # fmt: skip

declare(IDENTITY_COMPLETED)
