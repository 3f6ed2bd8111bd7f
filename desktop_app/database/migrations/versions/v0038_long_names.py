"""Names of 400 characters: a company or an association has all of its purpose in its name.

On SQLite nothing of a row depends on the width that a column declares, so the declaration alone is rewritten, as its
manual has it (ALTER TABLE, "Making Other Kinds Of Table Schema Changes"), and a million rows stay where they are. On
PostgreSQL the key that is made of the name has to go and come again, with whatever index has it.

Revision ID: 0038
Revises: 0037
"""

from __future__ import annotations

from typing import Final

from alembic import op
from sqlalchemy import Connection, text

from desktop_app.database.collation import key_of_column

revision = "0038"
down_revision = "0037"

_COLUMNS: Final = (("petition", "petitioner_name"), ("petitioner", "name"), ("public_comment", "sender"))
_KEY: Final = "petitioner_name_key"
_SHORT, _LONG = 120, 400


def upgrade() -> None:
    _declare(_SHORT, _LONG)


def downgrade() -> None:
    """Where a name has become longer meanwhile there is no way back: none is cut."""
    for table, column in _COLUMNS:
        found = op.get_bind().execute(text(f"SELECT count(*) FROM {table} WHERE length({column}) > {_SHORT}"))
        if longer := found.scalar():
            raise ValueError(f"{longer} names in {table}.{column} are longer than {_SHORT} characters")
    _declare(_LONG, _SHORT)


def _declare(former: int, wide: int) -> None:
    connection = op.get_bind()
    if connection.dialect.name == "sqlite":
        _rewrite(connection, former, wide)
        return
    indexes = list(
        connection.scalars(
            text(
                "SELECT indexdef FROM pg_indexes WHERE schemaname = current_schema() AND tablename = 'petition'"
                " AND indexdef LIKE :key ORDER BY indexname"
            ),
            {"key": f"%{_KEY}%"},
        )
    )
    key = key_of_column(connection.dialect, "petitioner_name")
    connection.exec_driver_sql(
        f"ALTER TABLE petition DROP COLUMN {_KEY}, ALTER COLUMN petitioner_name TYPE varchar({wide}),"
        f' ADD COLUMN {_KEY} text COLLATE "C" GENERATED ALWAYS AS ({key}) STORED'
    )
    for index in indexes:
        connection.exec_driver_sql(index)
    for table, column in _COLUMNS[1:]:
        op.execute(f"ALTER TABLE {table} ALTER COLUMN {column} TYPE varchar({wide})")
    op.execute("ANALYZE petition")


def _rewrite(connection: Connection, former: int, wide: int) -> None:
    version = connection.execute(text("PRAGMA schema_version")).scalar_one()
    connection.execute(text("PRAGMA writable_schema = ON"))
    for table, column in _COLUMNS:
        changed = connection.execute(
            text(
                "UPDATE sqlite_master SET sql = replace(sql, :old, :new)"
                " WHERE type = 'table' AND name = :table AND instr(sql, :old) > 0"
            ),
            {
                "table": table,
                "old": f"\t{column} VARCHAR({former})",
                "new": f"\t{column} VARCHAR({wide})",
            },
        )
        if changed.rowcount != 1:
            raise ValueError(f"{table}.{column} is not declared as VARCHAR({former})")
    connection.execute(text(f"PRAGMA schema_version = {version + 1}"))
    connection.execute(text("PRAGMA writable_schema = RESET"))
