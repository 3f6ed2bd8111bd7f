"""Rights on the tables of petitioners and experts."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from desktop_app.database.rights.model import (
    KEEP,
    READ,
    EventRights,
    ModuleRights,
    TableRights,
    declare,
    script,
)
from desktop_app.staff.rights import desk

_TABLES: Final[Mapping[str, TableRights]] = {
    # A group is also a deputy's, who is one on the days of the delegation only.
    "petitioner": TableRights(
        desk(*KEEP) | {"administrator": KEEP},
        columns={
            "UPDATE": "national_id mobile email",
        },
        rows={
            "SELECT": ("true", ""),
            "INSERT": ("", "(SELECT app.at_desk())"),
            "UPDATE": ("(SELECT app.at_desk())", "true"),
        },
    ),
    "expert": TableRights(
        {"staff": READ},
    ),
}

_EVENTS: Final = {"expert": EventRights()}

declare("people", ModuleRights(_TABLES, _EVENTS, scripts=(script(__package__, "rights.sql"),)))
