"""The acts on improvement actions, and the one that names an action in the history of a petition."""

from __future__ import annotations

from typing import Final

from sqlalchemy import BigInteger, ColumnElement, false, func, literal, or_

from desktop_app.database.acts.expressions import (
    bare,
    column,
    empty_words,
    given,
    me,
    named,
    next_version,
    nothing,
    now,
    today,
    value_of,
    visible,
)
from desktop_app.database.acts.model import Act, ActScope, Does, Expression, Step, declare
from desktop_app.database.declarations import named_table
from desktop_app.petitions.acts.beside import at_desk, beside
from desktop_app.petitions.improvements.model import Improvement
from desktop_app.staff.model import Person
from desktop_app.staff.role_acts import no_active_person, role_act
from desktop_app.staff.role_expressions import has_role
from desktop_app.staff.roles import Role

_TABLE: Final = named_table("improvement")


def _changes(scope: ActScope) -> ColumnElement[bool]:
    """Whether the actor made the action, owns it, or is a manager."""
    item = scope.item.c
    own = or_(item.owner_id == scope.me, item.made_by_id == scope.me)
    return or_(func.coalesce(own, false()), has_role(scope, Role.MANAGER))


def _nothing_said(scope: ActScope) -> ColumnElement[bool]:
    return or_(visible(scope.given("service")) == "", visible(scope.given("title")) == "")


def _empty(_scope: ActScope) -> ColumnElement[str]:
    return literal("")


_FIELDS: Final = ("service", "title", "text", "owner_id", "due_on")
_VALID: Final = (
    ("text_missing", _nothing_said),
    ("not_there_any_more", no_active_person("owner_id")),
)
_TOLD: Final[dict[str, Expression]] = {
    name: column(name) for name in ("service", "title", "text", "owner_id", "due_on", "done_on", "done_note")
} | {"owner_name": named(Person, "owner_id", "full_name")}


def _changed(
    name: str, *needs: tuple[str, Expression], fields: tuple[str, ...] = (), **sets: Expression
) -> Act:
    step = Step("improvement", _TABLE, Does.UPDATE, "id", fields, sets | {"version": next_version})
    return role_act(name, _TABLE, _changes, *needs, steps=(step,), told=_TOLD)


ADDED: Final = role_act(
    "improvement_added",
    _TABLE,
    at_desk,
    *_VALID,
    steps=(
        Step(
            "improvement",
            _TABLE,
            Does.INSERT,
            "id",
            _FIELDS,
            {"made_at": now, "made_by_id": me, "done_note": _empty, "version": lambda _scope: literal(1)},
        ),
    ),
    told=_TOLD,
    remarks=("petitions",),
)
CHANGED: Final = _changed("improvement_changed", *_VALID, fields=_FIELDS)
DONE: Final = _changed(
    "improvement_done",
    ("text_missing", empty_words),
    done_on=today,
    done_note=lambda scope: bare(scope.words),
)
REOPENED: Final = _changed("improvement_reopened", done_on=nothing, done_note=_empty)

#: The act on a petition that names an action which it caused.
NAMED: Final = beside(
    "improvement_named", at_desk, asks={"improvement_id": BigInteger()},
    steps=(
        Step(
            "improvement", named_table("improvement_petition"), Does.INSERT, "petition_id",
            sets={"improvement_id": given("improvement_id")},
        ),
    ),
    extra={"title": value_of(Improvement, "title", "improvement_id")},
)  # fmt: skip

declare(ADDED, CHANGED, DONE, REOPENED, NAMED)
