"""Columns and indexes of `petition` that lists read and the models do not map; the database fills them.

`subject_key` and `petitioner_name_key` are the keys of `collation`: generated columns on PostgreSQL, filled by
triggers on SQLite. `reach` (PostgreSQL) holds the units that a petition was sent to and from, and the senders as
negative ids. The functions of `rights` maintain it. The indexes cover the columns that row security checks, so
that counts are index-only scans.
"""

from __future__ import annotations

from typing import Final

from sqlalchemy import Connection

from desktop_app.database.collation import key_of_column

#: Columns that have a key column (`collation.kept_order`).
_KEYED: Final = ("subject", "petitioner_name")
_KEYS: Final = ", ".join(f"{name}_key = mosharekat_sort_key(NEW.{name})" for name in _KEYED)
_KEEP_KEYS: Final = f"ON petition BEGIN UPDATE petition SET {_KEYS} WHERE id = NEW.id; END"
#: The columns of closed petitions that reports read.
_RESOLVED: Final = (
    "resolved_at, received_at, due_on, unit_id, kind, channel, satisfaction, assignee_id, notice"
)
#: The columns of open petitions that the built-in views and the usual saved views read.
_ASKED: Final = "due_order, status, paused_on, kind, channel, urgency, received_at"
#: The columns that row security checks (`petitions.rights`).
_SEEN: Final = "unit_id, assignee_id, reach, is_open"
_SQLITE_INDEXES: Final = {
    "received": "(received_at, id, notice)",
    "unit_received": "(unit_id, received_at, id, notice)",
    "resolved": f"({_RESOLVED})",
    # `is_open` comes first, so that the index is chosen even before the table is analyzed.
    "open_counted": "(is_open, unit_id, assignee_id, status, due_order, paused_on, kind, channel, urgency,"
    " received_at) WHERE is_open IS 1",
    "petitioner_name_key_headed": "(petitioner_name_key, petitioner_id, received_at, id)",
}
_POSTGRESQL_INDEXES: Final = {
    "received": f"(received_at, id) INCLUDE ({_SEEN}, notice)",
    "unit_received": "(unit_id, received_at, id) INCLUDE (assignee_id, reach, is_open, notice)",
    "resolved": f"({_RESOLVED}) INCLUDE (reach, is_open)",
    "open_counted": f"(id) INCLUDE ({_SEEN}, {_ASKED}) WHERE is_open IS true",
}


def set_up(connection: Connection) -> None:
    """Adds columns, triggers and indexes to the new table `petition`."""
    if connection.dialect.name == "sqlite":
        for name in _KEYED:
            connection.exec_driver_sql(f"ALTER TABLE petition ADD COLUMN {name}_key TEXT NOT NULL DEFAULT ''")
        connection.exec_driver_sql(f"CREATE TRIGGER petition_keys_insert AFTER INSERT {_KEEP_KEYS}")
        connection.exec_driver_sql(
            f"CREATE TRIGGER petition_keys_update AFTER UPDATE OF {', '.join(_KEYED)} {_KEEP_KEYS}"
        )
        indexes = _SQLITE_INDEXES
    else:
        parts = ["ADD COLUMN reach bigint[]"]
        for name in _KEYED:
            key = key_of_column(connection.dialect, name)
            parts.append(f'ADD COLUMN {name}_key text COLLATE "C" GENERATED ALWAYS AS ({key}) STORED')
        connection.exec_driver_sql(f"ALTER TABLE petition {', '.join(parts)}")
        indexes = _POSTGRESQL_INDEXES
    for name in _KEYED:
        connection.exec_driver_sql(f"CREATE INDEX ix_petition_{name}_key ON petition ({name}_key, id)")
    for name, columns in indexes.items():
        connection.exec_driver_sql(f"CREATE INDEX ix_petition_{name} ON petition {columns}")
    # Statistics of the empty tables: without them both planners assume many rows, also in partial indexes.
    for table in ("petition", "referral"):
        connection.exec_driver_sql(f"ANALYZE {table}")
