"""Rights on the tables of the office."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from desktop_app.database.rights.model import (
    KEEP,
    ME,
    READ,
    EventRights,
    ModuleRights,
    TableRights,
    declare,
    script,
)
from desktop_app.staff.rights import ADMINISTERS, desk

_OWN: Final = f"owner_id = {ME}"
#: What is recorded without an act: by `Trail`, `Retention`, and for back-ups by the owner.
_NOTED: Final = ("history_exported", "masking_begun", "masking_ended")

_TABLES: Final[Mapping[str, TableRights]] = {
    # Acts (`office.acts`) write the office's own.
    "office": TableRights({"staff": READ}),
    "setting": TableRights({"staff": READ}),
    "closed_day": TableRights({"staff": READ}),
    "calendar_year": TableRights({"staff": READ}),
    "letter_template": TableRights({"staff": READ}),
    "office_service": TableRights({"staff": READ}),
    "message_template": TableRights({"staff": READ}),
    # A clerk's own replies are theirs alone.
    "reply_template": TableRights(
        desk(*KEEP),
        rows={
            "SELECT": (f"owner_id IS NULL OR {_OWN}", ""),
            "INSERT": ("", _OWN),
            "UPDATE": (_OWN, _OWN),
        },
        # Their owners write an event of the one kind, acts of administrators one of the other.
        told=("own_reply", "reply_template"),
    ),
}

_KINDS: Final = (
    "closed_day", "calendar_year", "reply_template", "letter_template", "office_service", "message_template",
)  # fmt: skip
_EVENTS: Final = dict.fromkeys(_KINDS, EventRights()) | {
    "office": EventRights(writable=f"{ADMINISTERS} AND action IN {_NOTED}"),
    "own_reply": EventRights(
        writable=(
            "action IN ('template_added', 'template_changed')"
            f" AND EXISTS (SELECT 1 FROM reply_template t WHERE t.id = item_id AND t.owner_id = {ME})"
        )
    ),
}

declare("office", ModuleRights(_TABLES, _EVENTS, scripts=(script(__package__, "rights.sql"),)))
