"""Acts of the work on annotations: mentions, due dates and labels."""

from __future__ import annotations

from typing import Any, Final

from sqlalchemy import Boolean, ColumnElement, String, and_, case, func, literal, not_, or_, select
from sqlalchemy.orm import aliased

from desktop_app.database.acts.engine_functions import engine_function
from desktop_app.database.acts.expressions import bare, column, given, me, now, value_of, visible
from desktop_app.database.acts.model import ActScope, Does, Step, declare
from desktop_app.database.base import Json
from desktop_app.database.declarations import named_table
from desktop_app.instruments.annotations.work_model import LONGEST_LABEL, ThreadLabel, ThreadMention
from desktop_app.instruments.model import Thread
from desktop_app.instruments.thread_acts import changed, thread_act
from desktop_app.instruments.vocabulary import ThreadStatus
from desktop_app.staff.model import Person

#: How many labels a thread has at most.
MOST_LABELS: Final = 12
_THREAD: Final = named_table(Thread.__tablename__)
_MENTIONS: Final = named_table(ThreadMention.__tablename__)
_LABELS: Final = named_table(ThreadLabel.__tablename__)


# Mentions

_occurs_in: Final = engine_function(
    Boolean(), postgresql="(position({0} in {1}) > 0)", sqlite="(instr({1}, {0}) > 0)"
)


def _is_named(scope: ActScope) -> ColumnElement[bool]:
    """Whether the given person is active, and the text of the act has `@` and the name."""
    person = aliased(Person)
    found = select(person.id).where(
        person.id == scope.given("person_id"),
        person.active,
        _occurs_in(literal("@", String).concat(person.full_name), func.coalesce(scope.words, "")),
    )
    return found.correlate_except(person).exists()


#: Stores the persons whom the text of the act names; a row for anybody else is not written.
MENTIONS: Final = Step(
    "mentions",
    _MENTIONS,
    Does.INSERT,
    "thread_id",
    given=("person_id",),
    sets={"person_name": value_of(Person, "full_name", "person_id"), "by_id": me, "at": now},
    where=_is_named,
)


# Due dates


def _is_resolved(scope: ActScope) -> ColumnElement[bool]:
    resolved: ColumnElement[bool] = scope.item.c.status == ThreadStatus.RESOLVED.value
    return resolved


#: Sets the day until which an open thread is to be settled; NULL removes it.
DUE_SET: Final = thread_act(
    _THREAD,
    "due_set",
    ("not_from_this_state", _is_resolved),
    steps=(changed(_THREAD, ("due_on",)),),
    told={"due_on": column("due_on")},
)


# Labels

_SQLITE_LABELS: Final = (
    "(SELECT json_group_array(name) FROM (SELECT name, folded FROM thread_label"
    " WHERE thread_id = {0} {1} ORDER BY folded))"
)
_POSTGRESQL_LABELS: Final = (
    "(SELECT coalesce(jsonb_agg(o.name ORDER BY o.folded COLLATE \"C\"), '[]')"
    " FROM (SELECT name, folded FROM thread_label WHERE thread_id = {0} {1}) AS o)"
)


def _labels(then: str) -> Any:
    """Returns a function of the thread: the names of its labels with `then` after them."""
    return engine_function(
        Json,
        postgresql=_POSTGRESQL_LABELS.replace("{1}", then),
        sqlite=_SQLITE_LABELS.replace("{1}", then),
    )


_labels_now: Final = _labels("")
_labels_with: Final = _labels("UNION SELECT {2}, {1}")
_labels_without: Final = _labels("AND folded <> {1}")


def _bad_label(scope: ActScope) -> ColumnElement[bool]:
    name, folded = scope.given("label"), scope.given("folded")
    return or_(
        visible(name) == "",
        bare(folded) == "",
        func.length(name) > LONGEST_LABEL,
        func.length(folded) > LONGEST_LABEL,
        bare(name) != name,
    )


def _has_label(scope: ActScope) -> ColumnElement[bool]:
    row = aliased(ThreadLabel)
    found = select(row.thread_id).where(row.thread_id == scope.item.c.id, row.folded == scope.given("folded"))
    return found.correlate_except(row).exists()


def _too_many(scope: ActScope) -> ColumnElement[bool]:
    row = aliased(ThreadLabel)
    count = select(func.count()).where(row.thread_id == scope.item.c.id).correlate_except(row)
    return and_(_wanted(scope), count.scalar_subquery() >= MOST_LABELS)


def _wanted(scope: ActScope) -> ColumnElement[bool]:
    wanted: ColumnElement[bool] = scope.given("on")
    return wanted


def _spelled(scope: ActScope) -> ColumnElement[Any]:
    """Returns the name as the office already spells it, else the given one."""
    row = aliased(ThreadLabel)
    known = select(func.min(row.name)).where(row.folded == scope.given("folded")).correlate_except(row)
    return func.coalesce(known.scalar_subquery(), scope.given("label"))


#: Puts a label on a thread, or takes it off; what is so already is refused.
LABELS_CHANGED: Final = thread_act(
    _THREAD,
    "labels_changed",
    ("out_of_range", _bad_label),
    ("so_already", lambda scope: _has_label(scope) == _wanted(scope)),
    ("too_many", _too_many),
    steps=(
        Step(
            "put",
            _LABELS,
            Does.INSERT,
            "thread_id",
            sets={"folded": given("folded"), "name": _spelled},
            where=_wanted,
            recorded=False,
        ),
        Step(
            "taken",
            _LABELS,
            Does.DELETE,
            "thread_id",
            where=lambda scope: and_(not_(_wanted(scope)), scope.row.c.folded == scope.given("folded")),
            recorded=False,
        ),
    ),
    told={"labels": lambda scope: _labels_now(scope.item.c.id)},
    asks={"label": String(), "folded": String(), "on": Boolean()},
    extra={
        "labels": lambda scope: case(
            (_wanted(scope), _labels_with(scope.item.c.id, scope.given("folded"), _spelled(scope))),
            else_=_labels_without(scope.item.c.id, scope.given("folded")),
        )
    },
)

declare(DUE_SET, LABELS_CHANGED)
