"""Acts on intake sources."""

from __future__ import annotations

from typing import Any, Final

from sqlalchemy import ColumnElement, String, case, cast, false, func, literal, not_

from desktop_app.database.acts.expressions import column, named
from desktop_app.database.acts.model import ActScope, Does, Expression, declare
from desktop_app.instruments.model import Instrument
from desktop_app.intake.sources.model import SourceKind
from desktop_app.staff.roster import roster_act


def _mailbox(scope: ActScope) -> ColumnElement[Any]:
    row = scope.item.c
    place = (
        row.username
        + literal("@")
        + row.host
        + literal(":")
        + cast(row.port, String)
        + literal("/")
        + row.mailbox
    )
    return case((row.way == SourceKind.MAILBOX.value, place), else_=literal(""))


_GIVEN: Final = (
    "name", "active", "matter", "way", "channel", "folder", "host", "port", "username", "mailbox", "petition_kind",
    "instrument_id", "mapping",
)  # fmt: skip
_TOLD: Final = ("name", "active", "matter", "channel")
#: Passwords are never stored in the database.
_TELLS: Final[dict[str, Expression]] = {
    "watched_folder": column("folder"),
    "mailbox": _mailbox,
    "kind": lambda scope: func.nullif(scope.item.c.petition_kind, ""),
    "instrument": lambda scope: func.nullif(named(Instrument, "instrument_id", "title")(scope), ""),
    "columns": column("mapping"),
}
_OUT_OF_RANGE: Final = (
    ("out_of_range", lambda scope: not_(func.coalesce(scope.given("port").between(0, 65_535), false()))),
)
SOURCE_ADDED: Final = roster_act(
    "intake_source_added", "intake_source", "intake_source", Does.INSERT,
    given=_GIVEN, told=_TOLD, tells=_TELLS, rules=_OUT_OF_RANGE,
)  # fmt: skip
SOURCE_CHANGED: Final = roster_act(
    "intake_source_changed", "intake_source", "intake_source", Does.UPDATE,
    given=_GIVEN, told=_TOLD, tells=_TELLS, rules=_OUT_OF_RANGE,
)  # fmt: skip

declare(SOURCE_ADDED, SOURCE_CHANGED)
