"""Acts on the clock of one PC: the day is confirmed, or a mark that was set wrongly is taken back.

Two people of the office do it, of whom the second one signs at the same PC. Where there is nobody else, one does it
with a reason, and the event says so (`nobody_else`). The mark itself moves by these events (`database.clock_mark`).

No login of a server performs them: it has its own clock.
"""

from __future__ import annotations

from typing import Any, Final

from sqlalchemy import (
    BigInteger,
    Boolean,
    ColumnElement,
    String,
    and_,
    case,
    func,
    literal,
    not_,
    null,
    or_,
    select,
)
from sqlalchemy import true as always
from sqlalchemy.orm import aliased

from desktop_app.database.acts.expressions import given, visible
from desktop_app.database.acts.model import Act, ActScope, Expression, declare
from desktop_app.database.clock_mark import CONFIRMED, OF_ITEM, SECONDED, TAKEN_BACK, ClockMark
from desktop_app.database.clock_watch import DoubtReason
from desktop_app.office.model import OfficeRow
from desktop_app.staff.model import Person, PersonRole
from desktop_app.staff.roster import roster_act


def _works_here(scope: ActScope) -> ColumnElement[bool]:
    """Whether the actor has a role of their own; the user of the computer counts where nobody has an account."""
    held = scope.roles.alias()
    own = select(held.c.role).where(held.c.person_id.is_(None))
    return or_(scope.me.is_(None), own.correlate_except(held).exists())


def _somebody_else(scope: ActScope) -> ColumnElement[bool]:
    """Whether there is another active account. One with a one-time password counts: whoever made it is not alone."""
    other = aliased(Person)
    found = select(other.id).where(other.active, other.id != func.coalesce(scope.me, 0))
    return found.correlate_except(other).exists()


def _second(scope: ActScope, column: str) -> Any:
    """Selects a column of the second person: active, with a role, and past the one-time password."""
    person, held = aliased(Person), aliased(PersonRole)
    found = select(getattr(person, column)).where(
        person.id == scope.given("second_id"),
        person.active,
        person.must_change_password.is_(False),
        person.opened_at.is_(None),
        select(held.id).where(held.person_id == person.id).correlate(person).exists(),
    )
    return found.correlate_except(person)


def _nobody_signed(scope: ActScope) -> ColumnElement[bool]:
    return and_(_somebody_else(scope), not_(_second(scope, "id").exists()))


def _is_me(scope: ActScope) -> ColumnElement[bool]:
    return func.coalesce(scope.given("second_id") == scope.me, False)


def _without_reason(needed: Expression) -> Expression:
    return lambda scope: and_(visible(scope.words) == "", needed(scope))


def _alone(scope: ActScope) -> ColumnElement[Any]:
    return case((not_(_somebody_else(scope)), literal(True, Boolean)), else_=null())


def _before(scope: ActScope) -> ColumnElement[Any]:
    del scope
    return select(ClockMark.day).scalar_subquery()


def _clock_act(name: str, reason_needed: Expression) -> Act:
    reasons = tuple(DoubtReason)
    return roster_act(
        name, OF_ITEM, OfficeRow.__tablename__, who=_works_here, inner=True,
        asks={"second_id": BigInteger(), "clock_doubt": String()},
        rules=(
            ("out_of_range", lambda scope: func.coalesce(scope.given("clock_doubt").not_in(reasons), always())),
            ("clock_second_is_another", _is_me),
            ("clock_needs_second", _nobody_signed),
            ("text_missing", _without_reason(reason_needed)),
        ),
        extra={
            "clock_day": lambda scope: scope.today,
            "clock_day_before": _before,
            "clock_doubt": given("clock_doubt"),
            "second_id": given("second_id"),
            "second_person": lambda scope: _second(scope, "full_name").scalar_subquery(),
            "nobody_else": _alone,
        },
    )  # fmt: skip


CLOCK_CONFIRMED: Final = _clock_act(CONFIRMED, lambda scope: not_(_somebody_else(scope)))
CLOCK_TAKEN_BACK: Final = _clock_act(TAKEN_BACK, lambda _scope: always())
#: The second person's own event; the first person's tells what they signed.
CLOCK_SECONDED: Final = roster_act(
    SECONDED,
    OF_ITEM,
    OfficeRow.__tablename__,
    who=_works_here,
    inner=True,
    extra={"clock_day": lambda scope: scope.today},
)

declare(CLOCK_CONFIRMED, CLOCK_TAKEN_BACK, CLOCK_SECONDED)
