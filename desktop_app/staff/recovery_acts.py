"""Acts on the recovery code of an administrator of one PC: made, tried in vain, used.

No login of a server performs them: there the owner of the database gives a new password.
"""

from __future__ import annotations

from typing import Any, Final

from sqlalchemy import ColumnElement, Integer, String, and_, false, literal, not_, select, true
from sqlalchemy.orm import aliased

from desktop_app.database.acts.expressions import given, me, now
from desktop_app.database.acts.model import ActScope, Does, Step, declare
from desktop_app.database.declarations import named_table
from desktop_app.staff.account_acts import TELLS, TOLD, alone, holds, is_me, opened_by, this
from desktop_app.staff.model import RecoveryCode
from desktop_app.staff.roles import Role
from desktop_app.staff.roster import administers, roster_act

REPLACED: Final = "replaced"
USED: Final = "used"
_TABLE: Final = named_table(RecoveryCode.__tablename__)


def _no_code(scope: ActScope) -> ColumnElement[bool]:
    """Whether the person has no code that counts: it counts while the person administers."""
    code = aliased(RecoveryCode)
    found = select(code.id).where(code.person_id == scope.item.c.id, code.ended_at.is_(None))
    there = found.correlate_except(code).exists()
    return not_(and_(there, scope.item.c.active, holds(scope, Role.ADMINISTRATOR.value)))


def _counts(scope: ActScope) -> ColumnElement[bool]:
    counts: ColumnElement[bool] = scope.row.c.ended_at.is_(None)
    return counts


def _ends(how: str) -> Step:
    def says(_scope: ActScope) -> ColumnElement[Any]:
        return literal(how, String)

    return Step(
        "ended", _TABLE, Does.UPDATE, "person_id", sets={"ended_at": now, "ended_as": says},
        where=_counts, recorded=False,
    )  # fmt: skip


def _none(_scope: ActScope) -> ColumnElement[Any]:
    return literal(0, Integer)


CODE_MADE: Final = roster_act(
    "recovery_code_made", "person", "person", inner=True,
    who=lambda scope: and_(is_me(scope), administers(scope)),
    steps=(
        _ends(REPLACED),
        Step(
            "code", _TABLE, Does.INSERT, "person_id",
            sets={
                "code_hash": given("code_hash"), "made_at": now,
                "ended_as": lambda _scope: literal("", String), "failed_tries": _none,
            },
            recorded=False,
        ),
    ),
    asks={"code_hash": String()}, told=("username",),
)  # fmt: skip
#: A wrong code was typed. Whoever did it has not shown who they are.
CODE_FAILED: Final = roster_act(
    "recovery_failed", "person", "person", inner=True, who=lambda _scope: true(),
    rules=(("no_recovery_code", _no_code),),
    steps=(
        Step(
            "tried", _TABLE, Does.UPDATE, "person_id",
            sets={"failed_tries": lambda scope: scope.row.c.failed_tries + 1, "last_failed_at": now},
            where=_counts, recorded=False,
        ),
    ),
    asks={"failed_tries": Integer()}, extra={"failed_tries": given("failed_tries")},
)  # fmt: skip
#: The person showed the code and chose a new password. Where there is a second person, they confirm the account.
PASSWORD_RECOVERED: Final = roster_act(
    "password_recovered", "person", "person", Does.UPDATE, inner=True, who=is_me,
    sets={
        "password_hash": given("password_hash"),
        "must_change_password": lambda _scope: false(),
        "opened_by_id": opened_by(me, this),
        "opened_at": opened_by(now, this),
    },
    steps=(_ends(USED),),
    rules=(("no_recovery_code", _no_code),),
    asks={"password_hash": String()}, told=TOLD, tells=TELLS, extra=alone(lambda _scope: true(), this),
)  # fmt: skip

declare(CODE_MADE, CODE_FAILED, PASSWORD_RECOVERED)
