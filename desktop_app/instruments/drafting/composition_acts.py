"""The acts on compositions of the next revision."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from sqlalchemy import Boolean, ColumnElement, Integer, and_, false, func, literal, not_, select
from sqlalchemy.orm import aliased

from desktop_app.database.acts.engine_functions import engine_function
from desktop_app.database.acts.expressions import (
    column,
    given,
    my_name,
    next_version,
    now,
    value_of,
)
from desktop_app.database.acts.model import Act, ActScope, Does, Expression, Step, declare
from desktop_app.database.base import Json
from desktop_app.database.declarations import named_table
from desktop_app.instruments.drafting.revisions import WRITERS
from desktop_app.instruments.model import Composition, Instrument, Revision
from desktop_app.instruments.steps import ADD_REVISION, STEPS
from desktop_app.instruments.vocabulary import CompositionStatus
from desktop_app.staff.role_acts import role_act
from desktop_app.staff.role_expressions import has_any

_TABLE: Final = named_table("composition")
_composes: Final = has_any(*WRITERS)

#: Whether a value has the form of `Composition.choices`; on SQLite only the program calls acts.
_CHANGE: Final = r"\[(\[\d+, \d+\]|null), (\[\d+, \d+\]|null)\](, )?"
_STRING: Final = r'"([^"\\]|\\.)*"'
_PLACES: Final = r'(, "places": \[(\[\d+, \d+, \d+, \d+\](, )?)*\])?'
_EDITS: Final = rf'(, "edits": \[(\[\d+, \d+, {_STRING}\](, )?)*\])?'
_ITEM: Final = r'"(number|reference|count)", [012], \d+'
_REPAIR: Final = (
    rf'(, "repair": \{{"answers": \[(\[{_ITEM}, {_STRING}\](, )?)*\], "without": \[(\[{_ITEM}\](, )?)*\]\}})?'
)
#: The keys are in the order of `jsonb`: by length, then by name.
_PARTS: Final = rf'"old": \[({_CHANGE})*\]{_EDITS}{_PLACES}{_REPAIR}, "threads": \[(\d+(, )?)*\]'
_KEYS: Final = _PARTS.replace("{", "{{").replace("}", "}}")
_choices: Final = engine_function(
    Boolean(),
    postgresql=f"(CAST({{0}} AS text) ~ '^{{{{{_KEYS}}}}}$')",
    sqlite="1",
)
_count: Final = engine_function(
    Integer(),
    postgresql="json_array_length({0} -> {1})",
    sqlite="json_array_length(json_extract({0}, '$.' || {1}))",
)
_threads: Final = engine_function(
    Json, postgresql="({0} -> 'threads')", sqlite="json_extract({0}, '$.threads')"
)


def _accepted(scope: ActScope) -> ColumnElement[Any]:
    """Returns the threads whose wording was accepted, from which it follows who accepted each of them when."""
    return _threads(scope.item.c.choices)


def _counted(key: str) -> Expression:
    return lambda scope: _count(scope.item.c.choices, literal(key))


def _pair(scope: ActScope, name: str) -> ColumnElement[Any]:
    """Returns a revision of the composition; for a new one, the given revision."""
    value: ColumnElement[Any] = scope.item.c[name] if name in scope.item.c else scope.given(name)
    return value


def _not_writable(scope: ActScope) -> ColumnElement[bool]:
    draft, newer = aliased(Instrument), aliased(Revision)
    found = (
        select(draft.id)
        .join(newer, newer.instrument_id == draft.id)
        .where(
            newer.id == _pair(scope, "new_revision_id"),
            draft.status.in_(sorted(status.value for status in STEPS[ADD_REVISION].starts)),
        )
    )
    return not_(found.correlate_except(draft, newer).exists())


def _not_the_last(scope: ActScope) -> ColumnElement[bool]:
    """Whether there is a later revision: what it changed would be undone unnoticed."""
    newer, later = aliased(Revision), aliased(Revision)
    found = (
        select(later.id)
        .join(newer, and_(newer.instrument_id == later.instrument_id, later.number > newer.number))
        .where(newer.id == _pair(scope, "new_revision_id"))
    )
    return found.correlate_except(newer, later).exists()


def _no_pair(scope: ActScope) -> ColumnElement[bool]:
    older, newer = aliased(Revision), aliased(Revision)
    found = (
        select(older.id)
        .join(newer, newer.instrument_id == older.instrument_id)
        .where(
            older.id == _pair(scope, "old_revision_id"),
            newer.id == _pair(scope, "new_revision_id"),
            older.number <= newer.number,
        )
    )
    return not_(found.correlate_except(older, newer).exists())


def _other_is_open(scope: ActScope) -> ColumnElement[bool]:
    """Whether a composition of the same pair is open."""
    other = aliased(Composition)
    found = select(other.id).where(
        other.status == CompositionStatus.OPEN.value,
        other.old_revision_id == _pair(scope, "old_revision_id"),
        other.new_revision_id == _pair(scope, "new_revision_id"),
    )
    return found.correlate_except(other).exists()


def _not_next(scope: ActScope) -> ColumnElement[bool]:
    """Whether the given revision does not come right after the newer one of the pair."""
    newer, following = aliased(Revision), aliased(Revision)
    found = (
        select(following.id)
        .join(
            newer,
            and_(newer.instrument_id == following.instrument_id, following.number == newer.number + 1),
        )
        .where(
            newer.id == _pair(scope, "new_revision_id"),
            following.id == scope.given("revision_id"),
            following.author_id.is_not_distinct_from(scope.me),
        )
    )
    return not_(found.correlate_except(newer, following).exists())


def _is(status: CompositionStatus) -> Expression:
    return lambda _scope: literal(status.value)


def _is_not(status: CompositionStatus) -> tuple[str, Expression]:
    return "conflict", lambda scope: scope.item.c.status != status.value


_CHANGED: Final[dict[str, Expression]] = {"changed_by": my_name, "changed_at": now}
_BAD_CHOICES: Final[tuple[str, Expression]] = (
    "out_of_range",
    lambda scope: not_(func.coalesce(_choices(scope.given("choices")), false())),
)
_FINISHED: Final = ("instrument_is_finished", _not_writable)
_OUTDATED: Final = ("not_the_last_revision", _not_the_last)


def _act(name: str, step: Step, *needs: tuple[str, Expression], asks: Mapping[str, Any] | None = None) -> Act:
    told: dict[str, Expression] = {
        "status": column("status"),
        "passages": _counted("old"),
        "suggestions": _counted("threads"),
        "accepted": _accepted,
    }
    return role_act(name, _TABLE, _composes, *needs, steps=(step,), told=told, asks=asks)


def _changed(given: tuple[str, ...] = (), **sets: Expression) -> Step:
    return Step("composition", _TABLE, Does.UPDATE, "id", given, sets | _CHANGED | {"version": next_version})


BEGUN: Final = _act(
    "composition_begun",
    Step(
        "composition",
        _TABLE,
        Does.INSERT,
        "id",
        given=("old_revision_id", "new_revision_id"),
        sets={
            **_CHANGED,
            "instrument_id": value_of(Revision, "instrument_id", "new_revision_id"),
            "status": _is(CompositionStatus.OPEN),
            "choices": given("choices"),
            "started_by": my_name,
            "started_at": now,
            "version": lambda _scope: literal(1),
        },
    ),
    ("not_there_any_more", _no_pair),
    _FINISHED,
    _OUTDATED,
    ("conflict", _other_is_open),
    _BAD_CHOICES,
    asks={"choices": Json},
)
KEPT: Final = _act(
    "composition_kept",
    _changed(choices=given("choices")),
    _FINISHED,
    _OUTDATED,
    _is_not(CompositionStatus.OPEN),
    _BAD_CHOICES,
    asks={"choices": Json},
)
DROPPED: Final = _act(
    "composition_dropped", _changed(status=_is(CompositionStatus.DROPPED)), _is_not(CompositionStatus.OPEN)
)
TAKEN_UP: Final = _act(
    "composition_taken_up",
    _changed(status=_is(CompositionStatus.OPEN)),
    _FINISHED,
    _OUTDATED,
    _is_not(CompositionStatus.DROPPED),
    ("conflict", _other_is_open),
)
SAVED: Final = _act(
    "composition_saved",
    _changed(("revision_id",), status=_is(CompositionStatus.SAVED)),
    _is_not(CompositionStatus.OPEN),
    ("not_the_last_revision", _not_next),
)

declare(BEGUN, KEPT, DROPPED, TAKEN_UP, SAVED)
