"""Acts that issue a report, and a new edition of it.

What a report counts is the client's; its number, digests, author and moment are the database's.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from sqlalchemy import BigInteger, ColumnElement, Text, and_, func, literal, not_, or_, select
from sqlalchemy.orm import aliased

from desktop_app.database.acts.engine_functions import digest_of_bytes, digest_of_text, from_base64, parsed
from desktop_app.database.acts.expressions import column, given, me, my_name, negation, now, value_of, visible
from desktop_app.database.acts.model import Act, ActScope, Does, Expression, Step, declare
from desktop_app.office.letter_acts import NUMBER_RULES
from desktop_app.office.number_expressions import paper_number_of
from desktop_app.reports.issued_model import IssuedReport
from desktop_app.staff.model import Person, Unit
from desktop_app.staff.role_expressions import covers, has_role, on_behalf_of, roles_of
from desktop_app.staff.roles import Role

_REPORT: Final[Any] = IssuedReport.__table__


def _issues(unit: Expression) -> Expression:
    """Returns the expression whether the actor may issue a report of the unit: they see all that it counts."""

    def issues(scope: ActScope) -> ColumnElement[bool]:
        of = unit(scope)
        administers = and_(has_role(scope, Role.ADMINISTRATOR), covers(scope, Role.CLERK, of))
        return or_(covers(scope, Role.MANAGER, of), administers)

    return issues


def _name_of(model: type[Any], column_name: str, number: Expression) -> Expression:
    def name(scope: ActScope) -> ColumnElement[Any]:
        row = aliased(model)
        found = select(getattr(row, column_name)).where(row.id == number(scope)).correlate_except(row)
        return func.coalesce(found.scalar_subquery(), "")

    return name


def _page(scope: ActScope) -> ColumnElement[Any]:
    return from_base64(scope.given("page_base64"))


def _filled(name: str) -> Expression:
    """Returns the expression of a column of the new report, or NULL where it is empty."""
    return lambda scope: func.nullif(scope.item.c[name], "")


def _shown_number(scope: ActScope) -> ColumnElement[Any]:
    row = scope.item.c
    return paper_number_of(row.year, row.number)


#: What the event tells of a new report.
_TELLS: Final[dict[str, Expression]] = {
    "report_number": _shown_number,
    "edition": column("edition"),
    "period": column("period"),
    "unit_name": _filled("unit_name"),
    "colleague": _filled("person_name"),
    "reason": _filled("reason"),
    "signed_as": column("signed_as"),
    "sha256": column("sha256"),
}


def _issue_act(
    name: str,
    columns: tuple[str, ...],
    unit: Expression,
    person: Expression,
    *rules: tuple[str, Expression],
    sets: Mapping[str, Expression],
    asks: Mapping[str, Any] | None = None,
) -> Act:
    """Returns an act that creates a report of a unit and a person; the caller gives the `columns` and a signature."""
    values: dict[str, Expression] = {
        **sets,
        "unit_name": _name_of(Unit, "name", unit),
        "person_name": _name_of(Person, "full_name", person),
        "content": lambda scope: parsed(scope.given("content_text")),
        "sha256": lambda scope: digest_of_text(scope.given("content_text")),
        "page": _page,
        "page_sha256": lambda scope: digest_of_bytes(_page(scope)),
        "issued_at": now,
        "issued_by_id": me,
        "issued_by": my_name,
    }
    return Act(
        name=name,
        item_type="report",
        table=_REPORT,
        refusals=(
            ("not_your_role", negation(_issues(unit))),
            *rules,
            ("text_missing", lambda scope: visible(scope.given("signed_as")) == ""),
        ),
        steps=(Step("report", _REPORT, Does.INSERT, "id", given=(*columns, "signed_as"), sets=values),),
        told={},
        roles=roles_of,
        asks={"content_text": Text(), "page_base64": Text(), **(asks or {})},
        extra=_TELLS | on_behalf_of([negation(_issues(column("unit_id")))]),
    )


def _is_issued(scope: ActScope) -> ColumnElement[bool]:
    """Whether there is a report of the given petitions and days, or with the given number."""
    there = aliased(IssuedReport)
    found = select(there.id).where(
        or_(
            there.scope_key == scope.given("scope_key"),
            and_(there.year == scope.given("year"), there.number == scope.given("number")),
        )
    )
    return found.correlate_except(there).exists()


def _first(of: Any) -> Expression:
    return lambda _scope: literal(of)


ISSUED: Final = _issue_act(
    "report_issued",
    ("year", "number", "scope_key", "period", "unit_id", "person_id"),
    given("unit_id"),
    given("person_id"),
    ("issued_already", _is_issued),
    *NUMBER_RULES,
    sets={"edition": _first(1), "replaces": _first(0), "reason": _first("")},
)


def _former(name: str) -> Expression:
    """Returns the expression of a column of the edition that is replaced."""
    return value_of(IssuedReport, name, "former_id")


def _not_the_latest(scope: ActScope) -> ColumnElement[bool]:
    former, later = aliased(IssuedReport), aliased(IssuedReport)
    newer = select(later.id).where(later.scope_key == former.scope_key, later.edition > former.edition)
    found = select(former.id).where(
        former.id == scope.given("former_id"), not_(newer.correlate_except(later).exists())
    )
    return not_(found.correlate_except(former).exists())


CORRECTED: Final = _issue_act(
    "report_corrected",
    ("reason",),
    _former("unit_id"),
    _former("person_id"),
    ("edition_is_not_the_latest", _not_the_latest),
    ("text_missing", lambda scope: visible(scope.given("reason")) == ""),
    sets={
        **{name: _former(name) for name in ("year", "number", "scope_key", "period", "unit_id", "person_id")},
        "edition": lambda scope: _former("edition")(scope) + 1,
        "replaces": _former("edition"),
    },
    asks={"former_id": BigInteger()},
)

declare(ISSUED, CORRECTED)
