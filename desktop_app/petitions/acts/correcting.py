"""The act that corrects how a petition was registered: kind, subject and letter number.

The petitioner's text stays as it came, and the petitioner's name is corrected in the register
(`petitions.registration.correction`). With another kind the deadline is counted again.
"""

from __future__ import annotations

from typing import Any, Final

from sqlalchemy import ColumnElement, Date, and_, case, func, literal, not_, true

from desktop_app.database.acts.engine_functions import engine_function
from desktop_app.database.acts.expressions import column, visible
from desktop_app.database.acts.model import ActScope
from desktop_app.petitions.acts.beside import beside
from desktop_app.petitions.acts.moves import REASON
from desktop_app.petitions.acts.predicates import conflict, in_sql, works
from desktop_app.petitions.acts.steps import moved
from desktop_app.petitions.model import NO_DEADLINE
from desktop_app.petitions.moves import ASSIGNEE_RESOLVES
from desktop_app.petitions.vocabulary import REGISTRATION_CORRECTED, Kind

#: The deadline of a petition with another kind: kind, channel, moment of arrival, id; SQLite takes the given day,
#: the fifth.
_due_of_kind: Final = engine_function(
    Date(),
    postgresql="app.due_for({0}, {1}, ({2} AT TIME ZONE 'Asia/Tehran')::date, {3})",
    sqlite="{4}",
)
#: The columns that are corrected.
CORRECTED_COLUMNS: Final = ("kind", "subject", "letter_number")


def _other_kind(scope: ActScope) -> ColumnElement[bool]:
    other: ColumnElement[bool] = scope.item.c.kind != scope.given("kind")
    return other


def _due(scope: ActScope) -> ColumnElement[Any]:
    """Returns the deadline by the given kind; a notice has none, and the same kind keeps it."""
    row = scope.item.c
    counted = _due_of_kind(
        scope.given("kind"),
        row.channel,
        func.coalesce(row.completed_at, row.received_at),
        row.id,
        scope.given("due_on"),
    )
    return case((and_(_other_kind(scope), not_(row.notice)), counted), else_=row.due_on)


def _unknown_kind(scope: ActScope) -> ColumnElement[bool]:
    return func.coalesce(scope.given("kind").not_in([kind.value for kind in Kind]), true())


def _nothing_changes(scope: ActScope) -> ColumnElement[bool]:
    return and_(
        *(scope.given(name).is_not_distinct_from(getattr(scope.item.c, name)) for name in CORRECTED_COLUMNS)
    )


def _kind_of_closed(scope: ActScope) -> ColumnElement[bool]:
    return and_(_other_kind(scope), not_(scope.item.c.is_open))


def _own_complaint(scope: ActScope) -> ColumnElement[bool]:
    """Whether a complaint would become another kind by a person who may not resolve it."""
    return and_(_other_kind(scope), in_sql(ASSIGNEE_RESOLVES)(scope))


CORRECTION: Final = beside(
    REGISTRATION_CORRECTED,
    works,
    ("conflict", conflict),
    REASON,
    ("masked_registration", lambda scope: scope.item.c.masked_at.is_not(None)),
    ("not_there_any_more", _unknown_kind),
    ("subject_missing", lambda scope: visible(func.coalesce(scope.given("subject"), literal(""))) == ""),
    ("nothing_corrected", _nothing_changes),
    ("kind_of_closed", _kind_of_closed),
    ("complaint_stays", _own_complaint),
    steps=(
        moved(
            None,
            (*CORRECTED_COLUMNS, "due_on"),
            due_on=_due,
            due_order=lambda scope: func.coalesce(_due(scope), literal(NO_DEADLINE, Date)),
        ),
    ),
    told={name: column(name) for name in (*CORRECTED_COLUMNS, "due_on")},
)  # fmt: skip
