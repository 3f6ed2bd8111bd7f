"""The acts on annotations: threads on a phrase of a revision, and their places on later revisions."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Final

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    ColumnElement,
    Integer,
    and_,
    case,
    false,
    func,
    literal,
    literal_column,
    not_,
    null,
    or_,
    select,
)
from sqlalchemy.orm import aliased

from desktop_app.database.acts.engine_functions import engine_function
from desktop_app.database.acts.expressions import bare, column, given, negation, not_one_of, now, value_of
from desktop_app.database.acts.model import ActScope, Does, Expression, Step, declare
from desktop_app.database.base import Json
from desktop_app.database.declarations import named_table
from desktop_app.instruments.annotations.threads import AnnotationSubject
from desktop_app.instruments.annotations.work_acts import MENTIONS
from desktop_app.instruments.model import Revision, ThreadPlace
from desktop_app.instruments.statute.rules import is_finished
from desktop_app.instruments.thread_acts import (
    SAID,
    SIGNED,
    TOLD,
    changed,
    conversation_acts,
    message_step,
    thread_act,
)
from desktop_app.instruments.vocabulary import Placement, ThreadKind, ThreadStatus

#: In code points. A whole provision can be annotated, and provisions may be long.
LONGEST_QUOTE: Final = 20_000

_THREAD: Final = named_table("thread")
_PLACE: Final = named_table("thread_place")
_MESSAGES: Final = named_table("thread_message")
_NULL: Final = JSON(none_as_null=True)

#: A place as `ThreadPlace.replaced` holds it: placement, begin, end, confidence, candidates, replaced.
_place_object: Final = engine_function(
    _NULL,
    postgresql="json_build_object('placement', {0}, 'begin', {1}, 'end', {2}, 'confidence', {3},"
    " 'candidates', {4}, 'replaced', {5})",
    sqlite="json_object('placement', {0}, 'begin', {1}, 'end', {2}, 'confidence', {3}, 'candidates', json({4}),"
    " 'replaced', json({5}))",
)
_replaced_candidates: Final = engine_function(
    Json, postgresql="({0} -> 'candidates')", sqlite="json_extract({0}, '$.candidates')"
)
_replaced_before: Final = engine_function(
    _NULL, postgresql="CAST({0} ->> 'replaced' AS json)", sqlite="json_extract({0}, '$.replaced')"
)
_NO_RANGES: Final[ColumnElement[Any]] = literal_column("'[]'", Json)
#: Whether a value is a list of ranges; on SQLite only the program calls acts.
_ranges: Final = engine_function(
    Boolean(),
    postgresql=r"(CAST({0} AS text) ~ '^\[(\[\d+, ?\d+\](, ?)?)*\]$')",
    sqlite="1",
)
#: Whether a revision was added in this transaction; on SQLite only the program calls acts.
_just_added: Final = engine_function(
    Boolean(),
    postgresql="EXISTS (SELECT 1 FROM revision AS r WHERE r.id = {0}"
    " AND r.xmin::text::bigint >= pg_current_xact_id()::text::bigint & 4294967295)",
    sqlite="1",
)


def _in_text(text: Any, begin: ColumnElement[Any], end: ColumnElement[Any]) -> ColumnElement[bool]:
    return and_(begin >= 0, begin < end, end <= func.length(text))


def _given_words(scope: ActScope) -> ColumnElement[Any]:
    """Returns the words of the given range of the given revision; empty for no range of the text."""
    revision, begin, end = aliased(Revision), scope.given("begin"), scope.given("end")
    inside = _in_text(revision.text, begin, end)
    words = case((inside, func.substr(revision.text, begin + 1, end - begin)), else_="")
    found = select(words).where(revision.id == scope.given("revision_id")).correlate_except(revision)
    return func.coalesce(found.scalar_subquery(), "")


def _bad_range(scope: ActScope) -> ColumnElement[bool]:
    """Whether the given range has no words, or too many."""
    return or_(bare(_given_words(scope)) == "", scope.given("end") - scope.given("begin") > LONGEST_QUOTE)


def _bad_anchor(scope: ActScope) -> ColumnElement[bool]:
    """Whether the given anchor does not have the words of the given range."""
    anchor = scope.given("anchor")
    about = [one.value for one in AnnotationSubject]
    fits = and_(
        anchor["quote"].as_string() == _given_words(scope),
        anchor["start"].as_integer() == scope.given("begin"),
        anchor["end"].as_integer() == scope.given("end"),
        anchor["about"].as_string().in_(about),
        anchor["path"].as_string().is_not(None),
    )
    return not_(func.coalesce(fits, false()))


def _of_another_draft(scope: ActScope) -> ColumnElement[bool]:
    """Whether the given revision is none of the given instrument."""
    other = value_of(Revision, "instrument_id", "revision_id")(scope)
    return other.is_distinct_from(scope.given("instrument_id"))


def _objects_after_end(kind: ColumnElement[Any], instrument_id: ColumnElement[Any]) -> ColumnElement[bool]:
    objects: ColumnElement[bool] = kind == ThreadKind.OBJECTION.value
    return and_(objects, is_finished(instrument_id))


def _is_place(scope: ActScope) -> ColumnElement[bool]:
    """Whether the given row is a place on a revision after the one on which the thread was opened."""
    revision, first = aliased(Revision), aliased(Revision)
    begin, end, placement = (scope.given(name) for name in ("begin", "end", "placement"))
    without = [Placement.ORPHAN.value, Placement.AMBIGUOUS.value]
    placed = [one.value for one in Placement if one.value not in without]
    found = (
        select(revision.id)
        .join(first, first.id == scope.item.c.revision_id)
        .where(
            revision.id == scope.given("revision_id"),
            revision.instrument_id == scope.item.c.instrument_id,
            revision.number > first.number,
            or_(
                and_(placement.in_(without), begin.is_(None), end.is_(None)),
                and_(placement.in_(placed), _in_text(revision.text, begin, end)),
            ),
            _ranges(scope.given("candidates")),
        )
    )
    return found.correlate_except(revision, first).exists()


def _has_place(scope: ActScope) -> ColumnElement[bool]:
    """Whether the thread has a place on the given revision."""
    place = aliased(ThreadPlace)
    found = select(place.id).where(
        place.thread_id == scope.item.c.id, place.revision_id == scope.given("revision_id")
    )
    return found.correlate_except(place).exists()


_GIVEN: Final = ("revision_id", "placement", "begin", "end", "confidence", "candidates")


def _found_again(*conditions: Expression) -> Step:
    """Returns the step that changes places to those that the program found; never what a person attached."""
    return Step(
        "places",
        _PLACE,
        Does.UPDATE,
        "thread_id",
        given=_GIVEN,
        where=lambda scope: and_(
            scope.row.c.revision_id == scope.given("revision_id"),
            scope.row.c.replaced.is_(null()),
            _is_place(scope),
            *(condition(scope) for condition in conditions),
        ),
    )


def _found(*conditions: Expression) -> Step:
    """Returns the step that adds places that the program found on revisions where the thread has none."""
    return Step(
        "new_places",
        _PLACE,
        Does.INSERT,
        "thread_id",
        given=_GIVEN,
        where=lambda scope: and_(
            not_(_has_place(scope)), _is_place(scope), *(condition(scope) for condition in conditions)
        ),
    )


def _elsewhere(scope: ActScope) -> ColumnElement[bool]:
    """Whether a found place is not the one that the act itself writes."""
    other: ColumnElement[bool] = scope.given("revision_id") != scope.given("attached_to_id")
    return other


def _is_being_added(scope: ActScope) -> ColumnElement[bool]:
    return and_(scope.item.c.status == ThreadStatus.OPEN.value, _just_added(scope.given("revision_id")))


#: The steps that have rows of places.
PLACING: Final = (_found_again().name, _found().name)


# Opening


_BY_HAND: Final[dict[str, Expression]] = {
    "begin": given("begin"),
    "end": given("end"),
    "confidence": lambda _scope: literal(1.0),
    "candidates": lambda _scope: _NO_RANGES,
}
ANNOTATED: Final = thread_act(
    _THREAD,
    "annotated",
    *SAID,
    ("out_of_range", not_one_of("kind", ThreadKind)),
    ("out_of_range", _bad_range),
    ("out_of_range", _bad_anchor),
    ("out_of_range", _of_another_draft),
    (
        "objections_are_over",
        lambda scope: _objects_after_end(scope.given("kind"), scope.given("instrument_id")),
    ),
    under="instrument_id",
    steps=(
        Step(
            "thread",
            _THREAD,
            Does.INSERT,
            "id",
            given=("instrument_id", "revision_id", "kind", "anchor"),
            sets={
                **SIGNED,
                "changed_at": now,
                "status": lambda _scope: literal(ThreadStatus.OPEN.value),
            },
        ),
        message_step(_MESSAGES),
        MENTIONS,
        Step(
            "place",
            _PLACE,
            Does.INSERT,
            "thread_id",
            sets={
                **_BY_HAND,
                "revision_id": given("revision_id"),
                "placement": lambda _scope: literal(Placement.EXACT.value),
            },
        ),
        _found(),
    ),
    told={**TOLD, "kind": column("kind")},
    asks={"begin": Integer(), "end": Integer()},
)


# Attaching by hand


def _attached(scope: ActScope) -> ActScope:
    """Returns the scope in which the given revision is the one to which the thread is attached."""
    asked = scope.given
    return replace(scope, given=lambda name: asked("attached_to_id" if name == "revision_id" else name))


def _of_attached(expression: Expression) -> Expression:
    return lambda scope: expression(_attached(scope))


def _number(revision: Any, asked: ColumnElement[Any]) -> ColumnElement[Any]:
    return select(revision.number).where(revision.id == asked).correlate_except(revision).scalar_subquery()


def _no_such_revision(scope: ActScope) -> ColumnElement[bool]:
    revision = aliased(Revision)
    found = select(revision.id).where(
        revision.id == scope.given("attached_to_id"), revision.instrument_id == scope.item.c.instrument_id
    )
    return not_(found.correlate_except(revision).exists())


def _is_newer(scope: ActScope) -> ColumnElement[bool]:
    """Whether the thread was opened on a later revision."""
    opened = _number(aliased(Revision), scope.item.c.revision_id)
    return opened > _number(aliased(Revision), scope.given("attached_to_id"))


def _placement(scope: ActScope) -> ColumnElement[Any]:
    same = _given_words(_attached(scope)) == scope.item.c.anchor["quote"].as_string()
    return case((same, Placement.MOVED.value), else_=Placement.CHANGED.value)


def _on_attached(scope: ActScope) -> ColumnElement[bool]:
    same: ColumnElement[bool] = scope.row.c.revision_id == scope.given("attached_to_id")
    return same


def _as_it_is(scope: ActScope) -> ColumnElement[Any]:
    names = ("placement", "begin", "end", "confidence", "candidates", "replaced")
    return _place_object(*(scope.row.c[name] for name in names))


def _orphan(_scope: ActScope) -> ColumnElement[Any]:
    return _place_object(literal(Placement.ORPHAN.value), null(), null(), literal(0.0), _NO_RANGES, null())


_TO: Final = {"attached_to_id": BigInteger()}
_REVISION: Final = value_of(Revision, "number", "attached_to_id")
_NO_REVISION: Final = ("not_there_any_more", _no_such_revision)
ATTACHED: Final = thread_act(
    _THREAD,
    "attached",
    _NO_REVISION,
    ("thread_is_newer", _is_newer),
    ("out_of_range", _of_attached(_bad_range)),
    steps=(
        changed(_THREAD),
        Step(
            "place",
            _PLACE,
            Does.UPDATE,
            "thread_id",
            sets={**_BY_HAND, "placement": _placement, "replaced": _as_it_is},
            where=_on_attached,
        ),
        Step(
            "new_place",
            _PLACE,
            Does.INSERT,
            "thread_id",
            sets={
                **_BY_HAND,
                "revision_id": given("attached_to_id"),
                "placement": _placement,
                "replaced": _orphan,
            },
            where=negation(_of_attached(_has_place)),
        ),
        _found_again(_elsewhere),
        _found(_elsewhere),
    ),
    asks={"begin": Integer(), "end": Integer(), **_TO},
    extra={"revision": _REVISION, "placement": _placement, "begin": given("begin"), "end": given("end")},
)


def _not_attached(scope: ActScope) -> ColumnElement[bool]:
    place = aliased(ThreadPlace)
    found = select(place.id).where(
        place.thread_id == scope.item.c.id,
        place.revision_id == scope.given("attached_to_id"),
        place.replaced.is_not(null()),
    )
    return not_(found.correlate_except(place).exists())


ATTACHING_UNDONE: Final = thread_act(
    _THREAD,
    "attaching_undone",
    _NO_REVISION,
    ("not_from_this_state", _not_attached),
    steps=(
        changed(_THREAD),
        Step(
            "place",
            _PLACE,
            Does.UPDATE,
            "thread_id",
            sets={
                "placement": lambda scope: scope.row.c.replaced["placement"].as_string(),
                "begin": lambda scope: scope.row.c.replaced["begin"].as_integer(),
                "end": lambda scope: scope.row.c.replaced["end"].as_integer(),
                "confidence": lambda scope: scope.row.c.replaced["confidence"].as_float(),
                "candidates": lambda scope: _replaced_candidates(scope.row.c.replaced),
                "replaced": lambda scope: _replaced_before(scope.row.c.replaced),
            },
            where=_on_attached,
        ),
        _found_again(_elsewhere),
        _found(_elsewhere),
    ),
    asks=_TO,
    extra={"revision": _REVISION},
)


# What the program finds


#: The places of open threads on a revision that the same transaction adds; derived data, which no event records.
PLACED: Final = replace(thread_act(_THREAD, "placed", steps=(_found(_is_being_added),)), recorded=False)
#: Places that changed because a pin was set or removed.
CARRIED: Final = thread_act(_THREAD, "carried", steps=(_found_again(), _found()))

REPLIED, ASSIGNED, RESOLVED, _REOPENED = conversation_acts(
    _THREAD, _MESSAGES, _found_again(), _found(), saying=(MENTIONS,)
)
REOPENED: Final = replace(
    _REOPENED,
    under="instrument_id",
    refusals=(
        *_REOPENED.refusals,
        (
            "objections_are_over",
            lambda scope: _objects_after_end(scope.item.c.kind, scope.item.c.instrument_id),
        ),
    ),
)

declare(
    ANNOTATED, ATTACHED, ATTACHING_UNDONE, PLACED, CARRIED, REPLIED, ASSIGNED, RESOLVED, REOPENED,
)  # fmt: skip
