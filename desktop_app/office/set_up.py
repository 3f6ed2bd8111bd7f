"""The tasks of setting the program up in an office, and the confirmations that people give for some of them."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from sqlalchemy import String, not_

from desktop_app.database.acts.expressions import given
from desktop_app.database.acts.model import declare
from desktop_app.office.model import OfficeRow
from desktop_app.staff.roster import Rules, roster_act


class SetUpTask(StrEnum):
    """The tasks, in the order in which an office does them."""

    LETTERHEAD = "letterhead"
    UNITS = "units"
    ACCOUNTS = "accounts"
    ROUTING = "routing"
    CALENDAR = "calendar"
    DEADLINES = "deadlines"
    REPLIES = "replies"
    MESSAGES = "messages"
    BACKUP = "backup"
    SEAL = "seal"


#: The tasks of which only a person can say that they are complete.
CONFIRMABLE: Final = frozenset(
    {
        SetUpTask.UNITS,
        SetUpTask.ACCOUNTS,
        SetUpTask.ROUTING,
        SetUpTask.MESSAGES,
        SetUpTask.BACKUP,
        SetUpTask.SEAL,
    }
)
#: A confirmation is an event of the office and no row. The text of the one about the seal names the second custodian,
#: `key` is the fingerprint of the key.
_RULES: Final[Rules] = (("out_of_range", lambda scope: not_(scope.given("task").in_(sorted(CONFIRMABLE)))),)
SET_UP_CONFIRMED: Final = roster_act(
    "set_up_confirmed", "office", OfficeRow.__tablename__, asks={"task": String()},
    extra={"set_up_task": given("task")}, remarks=("key_fingerprint",), rules=_RULES,
)  # fmt: skip
SET_UP_UNCONFIRMED: Final = roster_act(
    "set_up_unconfirmed", "office", OfficeRow.__tablename__, asks={"task": String()},
    extra={"set_up_task": given("task")}, rules=_RULES,
)  # fmt: skip
declare(SET_UP_CONFIRMED, SET_UP_UNCONFIRMED)
