"""Rights on the tables of this package."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from desktop_app.database.history_head import POSTGRESQL_FUNCTION
from desktop_app.database.rights.model import READ, ModuleRights, TableRights, declare, script

_TABLES: Final[Mapping[str, TableRights]] = {
    "alembic_version": TableRights(
        {"staff": READ},
    ),
    # Its row security comes from what the modules say of their types of items.
    "event": TableRights(
        {"staff": ("SELECT", "INSERT")},
    ),
    "clock_mark": TableRights(
        {"staff": READ},
    ),
    # `app.history_head` alone writes it.
    "history_block": TableRights(
        {"staff": READ},
    ),
    # Definer functions alone read it.
    "number_secret": TableRights(
        {},
    ),
    # Only what nobody asks for any more is taken away.
    "operation": TableRights(
        {"staff": ("SELECT", "INSERT", "UPDATE", "DELETE")},
        columns={
            "INSERT": "id client asked",
            "UPDATE": "asked",
        },
        rows={
            "SELECT": ("true", ""),
            "INSERT": ("", "true"),
            "UPDATE": ("true", "true"),
            "DELETE": ("at < now() - interval '1 day'", ""),
        },
    ),
}

_FUNCTIONS: Final = {
    "staff": (
        "is_program()", "me()", "today()", "take_numbers(text, integer, bigint)",
        "end_blocking_sessions()", "history_head()",
        "perform(text, jsonb, jsonb, bigint, text, timestamptz)",
    ),
}  # fmt: skip


_SCRIPTS: Final = ("rights.sql", "numbers.sql", "sessions.sql")

declare(
    "database",
    ModuleRights(
        _TABLES,
        functions=_FUNCTIONS,
        scripts=(*(script(__package__, name) for name in _SCRIPTS), POSTGRESQL_FUNCTION),
    ),
)
