"""The acts that set and remove an alignment pin; their events are in the history of the instrument."""

from __future__ import annotations

from typing import Any, Final

from sqlalchemy import BigInteger, Boolean, ColumnElement, and_, func, not_, or_, select
from sqlalchemy.orm import aliased

from desktop_app.database.acts.engine_functions import engine_function
from desktop_app.database.acts.expressions import given, me, my_name, now, value_of
from desktop_app.database.acts.model import ActScope, Does, Expression, Step, declare
from desktop_app.database.declarations import named_table
from desktop_app.instruments.drafting.revisions import WRITERS
from desktop_app.instruments.model import AlignmentPin, Revision
from desktop_app.staff.role_acts import role_act
from desktop_app.staff.role_expressions import has_any

_INSTRUMENT: Final = named_table("instrument")
_PIN: Final = named_table("alignment_pin")
_PAIR: Final = ("old_revision_id", "new_revision_id")
_reviews: Final = has_any(*WRITERS)

#: Whether the pin with an id put aside a pin with these values; on SQLite only the program calls acts.
#: Instrument, id, old_at, new_at, same, person_id, person_name, at.
_put_aside: Final = engine_function(
    Boolean(),
    postgresql="EXISTS (SELECT 1 FROM event AS e WHERE e.item_type = 'instrument' AND e.item_id = {0}"
    " AND e.action = 'pinned' AND CAST(e.after AS jsonb) -> 'changes' @> jsonb_build_object("
    "'pin', jsonb_build_array(jsonb_build_object('id', {1})),"
    " 'put_aside', jsonb_build_array(jsonb_build_object('was', jsonb_build_object('old_at', {2}, 'new_at', {3},"
    " 'same', {4}, 'person_id', {5}, 'person_name', {6}, 'at', {7})))))",
    sqlite="1",
)


def _contradict(one: Any, other: Any) -> ColumnElement[bool]:
    """Whether two pins of a pair of revisions contradict each other.

    They do if they connect the same two provisions, or if both state equality and share exactly one provision.
    """
    old, new = one("old_at") == other("old_at"), one("new_at") == other("new_at")
    return or_(and_(old, new), and_(one("same"), other("same"), or_(old, new)))


def _of_pair(row: Any, scope: ActScope) -> ColumnElement[bool]:
    return and_(*(row.c[name] == scope.given(name) for name in _PAIR))


def _no_pair(scope: ActScope) -> ColumnElement[bool]:
    """Whether the given revisions are not two of the instrument, or an offset is outside of its text."""
    older, newer = aliased(Revision), aliased(Revision)
    found = select(older.id).where(
        older.id == scope.given("old_revision_id"),
        newer.id == scope.given("new_revision_id"),
        older.id != newer.id,
        older.instrument_id == scope.item.c.id,
        newer.instrument_id == scope.item.c.id,
        scope.given("old_at").between(0, func.length(older.text) - 1),
        scope.given("new_at").between(0, func.length(newer.text) - 1),
    )
    return not_(found.correlate_except(older, newer).exists())


def _no_pin(scope: ActScope) -> ColumnElement[bool]:
    pin = aliased(AlignmentPin)
    found = select(pin.id).where(pin.id == scope.given("pin_id"), pin.instrument_id == scope.item.c.id)
    return not_(found.correlate_except(pin).exists())


def _comes_back(scope: ActScope) -> ColumnElement[bool]:
    """Whether the removed pin had put the given one aside, and no other pin contradicts it."""
    standing = _PIN.alias()
    values = [scope.given(name) for name in ("old_at", "new_at", "same", "person_id", "person_name", "at")]
    found = select(standing.c.id).where(
        standing.c.id != scope.given("pin_id"),
        _of_pair(standing, scope),
        _contradict(standing.c.__getitem__, scope.given),
    )
    contradicted = found.correlate_except(standing).exists()
    return and_(_put_aside(scope.item.c.id, scope.given("pin_id"), *values), not_(contradicted))


def _number_of(pair: str) -> Expression:
    """Returns the number of a revision of the given pin."""

    def number(scope: ActScope) -> ColumnElement[Any]:
        revision, pin = aliased(Revision), aliased(AlignmentPin)
        found = (
            select(revision.number)
            .join(pin, getattr(pin, pair) == revision.id)
            .where(pin.id == scope.given("pin_id"))
        )
        return found.correlate_except(revision, pin).scalar_subquery()

    return number


_VALUES: Final = ("old_at", "new_at", "same")
PINNED: Final = role_act(
    "pinned",
    _INSTRUMENT,
    _reviews,
    ("not_there_any_more", _no_pair),
    steps=(
        Step(
            "put_aside",
            _PIN,
            Does.DELETE,
            "instrument_id",
            where=lambda scope: and_(
                _of_pair(scope.row, scope), _contradict(scope.row.c.__getitem__, scope.given)
            ),
        ),
        Step(
            "pin",
            _PIN,
            Does.INSERT,
            "instrument_id",
            sets={name: given(name) for name in (*_PAIR, *_VALUES)}
            | {"person_id": me, "person_name": my_name, "at": now},
        ),
    ),
    asks={name: _PIN.c[name].type for name in (*_PAIR, *_VALUES)},
    extra={
        "old": value_of(Revision, "number", "old_revision_id"),
        "new": value_of(Revision, "number", "new_revision_id"),
        **{name: given(name) for name in _VALUES},
    },
)
UNPINNED: Final = role_act(
    "unpinned",
    _INSTRUMENT,
    _reviews,
    ("not_there_any_more", _no_pin),
    steps=(
        Step(
            "restored",
            _PIN,
            Does.INSERT,
            "instrument_id",
            given=(*_PAIR, *_VALUES, "person_id", "person_name", "at"),
            where=_comes_back,
        ),
        Step(
            "pin",
            _PIN,
            Does.DELETE,
            "instrument_id",
            where=lambda scope: scope.row.c.id == scope.given("pin_id"),
        ),
    ),
    asks={"pin_id": BigInteger()},
    extra={
        "old": _number_of("old_revision_id"),
        "new": _number_of("new_revision_id"),
        **{name: value_of(AlignmentPin, name, "pin_id") for name in _VALUES},
    },
)

declare(PINNED, UNPINNED)
