"""Rights on the tables of the office."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from desktop_app.database.rights.model import (
    KEEP,
    ME,
    READ,
    WRITE,
    EventRights,
    ModuleRights,
    TableRights,
    declare,
    script,
)
from desktop_app.staff.rights import ADMINISTERS, set_by_administrator

_OWN_OR_OFFICE: Final = f"owner_id = {ME} OR (owner_id IS NULL AND {ADMINISTERS})"

_TABLES: Final[Mapping[str, TableRights]] = {
    "setting": TableRights(
        set_by_administrator(*KEEP),
        told=("office",),
    ),
    "closed_day": TableRights(
        set_by_administrator(*WRITE),
        told=("closed_day", "office"),
    ),
    "deadline_rule": TableRights(
        set_by_administrator(*WRITE),
        told=("office",),
    ),
    # The office's own are its administrators'; a clerk's own are theirs alone.
    "reply_template": TableRights(
        {"staff": READ} | dict.fromkeys(("clerk", "manager", "administrator"), KEEP),
        rows={
            "SELECT": (f"owner_id IS NULL OR owner_id = {ME}", ""),
            "INSERT": ("", _OWN_OR_OFFICE),
            "UPDATE": (_OWN_OR_OFFICE, _OWN_OR_OFFICE),
        },
        told=("reply_template", "own_reply"),
    ),
    "letter_template": TableRights(
        set_by_administrator(*KEEP),
        told=("letter_template",),
    ),
    "office_service": TableRights(
        set_by_administrator(*KEEP),
        told=("office_service",),
    ),
    "message_template": TableRights(
        set_by_administrator(*KEEP),
        told=("message_template",),
    ),
}

_KINDS: Final = (
    "office",
    "closed_day",
    "reply_template",
    "letter_template",
    "office_service",
    "message_template",
)
_EVENTS: Final = {kind: EventRights(writable=ADMINISTERS) for kind in _KINDS} | {
    "own_reply": EventRights(writable="true")
}

declare("office", ModuleRights(_TABLES, _EVENTS, scripts=(script(__package__, "rights.sql"),)))
