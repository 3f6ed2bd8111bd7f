"""Rights on the tables of petitioners and experts."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from desktop_app.database.rights.model import (
    ME,
    READ,
    EventRights,
    ModuleRights,
    TableRights,
    declare,
    script,
)
from desktop_app.staff.rights import ADMINISTERS

_TABLES: Final[Mapping[str, TableRights]] = {
    # Functions write it; the name and the masked identifiers stand in lists.
    "petitioner": TableRights(
        {"staff": READ},
        rows={"SELECT": ("true", "")},
    ),
    # Definer functions alone write and read it.
    "petitioner_identity": TableRights(
        {},
    ),
    # Definer functions alone write and read it.
    "asked_key": TableRights(
        {},
    ),
    "expert": TableRights(
        {"staff": READ},
    ),
}

#: Events with keys of numbers; nobody reads those of a transaction that can still be rolled back.
_ASKED: Final = f"({ADMINISTERS} OR item_id = {ME}) AND age(xmin) > 0"
_FUNCTIONS: Final = {
    "staff": (
        "recognise(jsonb, bigint, text, timestamptz)", "look_up(text, bigint, text, timestamptz)", "looked_up(text)",
        "ask(text[])",
    ),
}  # fmt: skip
_EVENTS: Final = {
    "expert": EventRights(),
    "petitioner": EventRights("(SELECT app.at_desk())"),
    "look_up": EventRights(_ASKED),
    "look_ups": EventRights(_ASKED),
}

declare("people", ModuleRights(_TABLES, _EVENTS, _FUNCTIONS, (script(__package__, "rights.sql"),)))
