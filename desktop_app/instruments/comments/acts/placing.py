"""Putting comments at a provision by hand, and taking that back."""

from __future__ import annotations

import operator
from typing import Any, Final

from sqlalchemy import BigInteger, ColumnElement, Integer, String, and_, case, func, literal, not_, select
from sqlalchemy.orm import aliased

from desktop_app.database.acts.engine_functions import engine_function
from desktop_app.database.acts.expressions import column, given, me, my_name, negation, now
from desktop_app.database.acts.model import ActScope, Does, Expression, Reversal, Step, declare
from desktop_app.database.audit import EventRecord
from desktop_app.database.base import Json
from desktop_app.instruments.comments.acts.predicates import (
    PLACE,
    finished,
    given_revision_is,
    on_comment,
    reviews,
)
from desktop_app.instruments.comments.anchoring import How
from desktop_app.instruments.comments.place_model import CommentPlace

#: An empty list, as it is stored.
no_candidates: Final = engine_function(Json, postgresql="'[]'::json", sqlite="'[]'")
_BACK: Final = "placing_undone"


def _held(scope: ActScope, name: str) -> ColumnElement[Any]:
    """Returns a value of the comment's stored place, NULL for none."""
    row = aliased(CommentPlace)
    found = select(getattr(row, name)).where(row.comment_id == scope.item.c.id).correlate_except(row)
    return found.scalar_subquery()


def _placed_meanwhile(scope: ActScope) -> ColumnElement[bool]:
    return func.coalesce(_held(scope, "version"), 0) != func.coalesce(scope.given("place_version"), 0)


def _not_exposed(scope: ActScope) -> ColumnElement[bool]:
    """Whether the given revision is none of the instrument, or another one than the exposed one."""
    return not_(given_revision_is(scope, "revision_id", operator.eq))


def _no_place(scope: ActScope) -> ColumnElement[bool]:
    return _held(scope, "version").is_(None)


def _provision(scope: ActScope) -> ColumnElement[Any]:
    """Returns the provision where the comment was; its own label where no place is stored."""
    return func.coalesce(_held(scope, "provision"), scope.item.c.provision)


def _how(scope: ActScope) -> ColumnElement[Any]:
    own = case((scope.item.c.provision != "", How.LABEL.value), else_=How.WHOLE.value)
    return func.coalesce(_held(scope, "how"), own)


def _person(_scope: ActScope) -> ColumnElement[Any]:
    return literal(How.PERSON.value)


_CHOSEN: Final[dict[str, Expression]] = {
    "revision_id": given("revision_id"),
    "provision": given("provision"),
    "begin": given("begin"),
    "how": _person,
    "confidence": lambda _scope: literal(100),
    "candidates": lambda _scope: no_candidates(),
    "chosen_by_id": me,
    "chosen_by": my_name,
    "chosen_at": now,
}
PLACED: Final = on_comment(
    "placed",
    reviews,
    ("instrument_is_finished", finished),
    ("conflict", _placed_meanwhile),
    ("not_there_any_more", _not_exposed),
    steps=(
        Step(
            "place",
            PLACE,
            Does.UPDATE,
            "comment_id",
            sets=_CHOSEN | {"version": lambda scope: scope.row.c.version + 1},
        ),
        Step(
            "new_place",
            PLACE,
            Does.INSERT,
            "comment_id",
            sets=_CHOSEN | {"version": lambda _scope: literal(1)},
            where=_no_place,
        ),
    ),
    told={"provision": _provision, "how": _how},
    asks={"revision_id": BigInteger(), "provision": String(), "begin": Integer(), "place_version": Integer()},
    extra={"provision": given("provision"), "how": _person},
)


def _last_placing(event: Any, scope: ActScope) -> ColumnElement[bool]:
    """Selects the actor's own placing, if the comment was not placed again since."""
    later = aliased(EventRecord)
    after = select(later.id).where(
        later.item_type == event.c.item_type,
        later.item_id == event.c.item_id,
        later.sequence > event.c.sequence,
        later.action.in_((PLACED.name, _BACK)),
    )
    return and_(
        event.c.action == PLACED.name,
        event.c.actor_id.is_not_distinct_from(scope.me),
        not_(after.correlate_except(later).exists()),
    )


PLACING_UNDONE: Final = Reversal(
    name=_BACK,
    of=PLACED,
    event=_last_placing,
    refusals=(("instrument_is_finished", finished), ("not_your_role", negation(reviews))),
    follows={"version": column("version")},
    extra={},
)

declare(PLACED, PLACING_UNDONE)
