"""The acts that store the material changes of two revisions, and the reasons for those that nobody asked for."""

from __future__ import annotations

from typing import Any, Final

from sqlalchemy import ColumnElement, func, literal, not_, select
from sqlalchemy.orm import aliased

from desktop_app.comparison.result import ENGINE
from desktop_app.database.acts.expressions import me, my_name, now, visible
from desktop_app.database.acts.model import ActScope, Does, Expression, Step, declare
from desktop_app.database.declarations import named_table
from desktop_app.instruments.acts.predicates import standing
from desktop_app.instruments.changes.model import TextChange
from desktop_app.instruments.model import Revision
from desktop_app.instruments.statute.outcome import pins_between
from desktop_app.instruments.vocabulary import FINISHED
from desktop_app.staff.role_acts import role_act
from desktop_app.staff.role_expressions import has_role
from desktop_app.staff.roles import Role

_INSTRUMENT: Final = named_table("instrument")
_COMPARISON: Final = named_table("text_comparison")
_CHANGE: Final = named_table("text_change")
_REASON: Final = named_table("change_reason")
#: The longest reason for a change, in letters.
LONGEST_REASON: Final = 2000
_PAIR: Final = ("old_revision_id", "new_revision_id")


def _reviews(scope: ActScope) -> ColumnElement[bool]:
    return has_role(scope, Role.REVIEWER)


def _finished(scope: ActScope) -> ColumnElement[bool]:
    return standing(scope).in_(FINISHED)


def _is_pair(scope: ActScope) -> ColumnElement[bool]:
    """Whether the given revisions are the exposed one and a later one of the draft."""
    newer = aliased(Revision)
    found = select(newer.id).where(
        newer.id == scope.given("new_revision_id"),
        newer.instrument_id == scope.item.c.id,
        newer.id > scope.item.c.exposed_revision_id,
        scope.given("old_revision_id") == scope.item.c.exposed_revision_id,
    )
    return found.correlate_except(newer).exists()


def _hash_of(asked: str) -> Expression:
    """Returns the hash of the given revision's text."""

    def stored(scope: ActScope) -> ColumnElement[Any]:
        row = aliased(Revision)
        found = select(row.sha256).where(row.id == scope.given(asked)).correlate_except(row)
        return found.scalar_subquery()

    return stored


#: Stores the material changes between the exposed revision and a later one, as the program found them.
COMPARED: Final = role_act(
    "changes_compared",
    _INSTRUMENT,
    _reviews,
    ("instrument_is_finished", _finished),
    steps=(
        Step(
            "comparison",
            _COMPARISON,
            Does.INSERT,
            "instrument_id",
            (*_PAIR, "renumbered", "spelled", "digest"),
            sets={
                # Nobody names another engine, whose changes would not be computed again.
                "engine": lambda _scope: literal(ENGINE),
                "old_sha256": _hash_of("old_revision_id"),
                "new_sha256": _hash_of("new_revision_id"),
                "pins": lambda scope: pins_between(*(scope.given(name) for name in _PAIR)),
                "made_at": now,
                "made_by_id": me,
                "made_by": my_name,
            },
            where=_is_pair,
        ),
        Step(
            "changes",
            _CHANGE,
            Does.INSERT,
            "comparison_id",
            ("name", "key", "status", "flags", "kinds", "old_begin", "old_end", "new_begin", "new_end"),
            sets={"instrument_id": lambda scope: scope.item.c.id},
            of="comparison",
            by="digest",
        ),
    ),
)


def _no_pair_is_compared(scope: ActScope) -> ColumnElement[bool]:
    there = aliased(TextChange)
    found = select(there.id).where(there.instrument_id == scope.item.c.id)
    return not_(found.correlate_except(there).exists())


def _is_change(scope: ActScope) -> ColumnElement[bool]:
    """Whether the given key is that of a change of the draft."""
    there = aliased(TextChange)
    found = select(there.id).where(there.instrument_id == scope.item.c.id, there.key == scope.given("key"))
    return found.correlate_except(there).exists()


#: Puts one reason on changes: the last of a change counts, and an empty one takes it away.
EXPLAINED: Final = role_act(
    "changes_explained",
    _INSTRUMENT,
    _reviews,
    ("instrument_is_finished", _finished),
    ("out_of_range", lambda scope: func.length(scope.words) > LONGEST_REASON),
    ("nothing_since_publication", _no_pair_is_compared),
    steps=(
        Step(
            "reasons",
            _REASON,
            Does.INSERT,
            "instrument_id",
            ("key",),
            sets={
                "reason": lambda scope: visible(scope.words),
                "person_id": me,
                "person_name": my_name,
                "at": now,
            },
            where=_is_change,
            counted="count",
        ),
    ),
)

declare(COMPARED, EXPLAINED)
