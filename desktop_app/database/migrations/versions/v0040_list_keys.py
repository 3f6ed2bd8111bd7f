"""The keys by which subjects and senders are ordered stand in the row on SQLite too, and the program's triggers keep
them; nothing that reads the file without the program has to know how they are made.

Revision ID: 0040
Revises: 0039
"""

from __future__ import annotations

from alembic import op

revision = "0040"
down_revision = "0039"

#: As queries name them (`collation.kept_order`).
_KEYS = ("subject", "petitioner_name")
_KEPT = ", ".join(f"{name}_key = mosharekat_sort_key({{row}}{name})" for name in _KEYS)


def upgrade() -> None:
    if op.get_bind().dialect.name != "sqlite":
        return
    for name in _KEYS:
        op.execute(f"ALTER TABLE petition ADD COLUMN {name}_key TEXT NOT NULL DEFAULT ''")
    op.execute(f"UPDATE petition SET {_KEPT.format(row='')}")
    for name in _KEYS:
        op.execute(f"CREATE INDEX ix_petition_{name}_key ON petition ({name}_key, id)")
    keeping = f"BEGIN UPDATE petition SET {_KEPT.format(row='NEW.')} WHERE id = NEW.id; END"
    op.execute(f"CREATE TRIGGER petition_keys_insert AFTER INSERT ON petition {keeping}")
    op.execute(
        f"CREATE TRIGGER petition_keys_update AFTER UPDATE OF {', '.join(_KEYS)} ON petition {keeping}"
    )


def downgrade() -> None:
    if op.get_bind().dialect.name != "sqlite":
        return
    for verb in ("insert", "update"):
        op.execute(f"DROP TRIGGER petition_keys_{verb}")
    for name in _KEYS:
        op.execute(f"DROP INDEX ix_petition_{name}_key")
        op.execute(f"ALTER TABLE petition DROP COLUMN {name}_key")
