"""What a petition is about is an entry of the catalogue: a service, an instrument, a news item.

Revision ID: 0071
Revises: 0070
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from desktop_app.persian.text import fold

revision = "0071"
down_revision = "0070"

_IS_SET = sa.text("about_id IS NOT NULL")


def upgrade() -> None:
    for column in (
        sa.Column("kind", sa.String(length=12), server_default="service", nullable=False),
        sa.Column("code_key", sa.String(length=30), server_default="", nullable=False),
        sa.Column("name_key", sa.String(length=200), server_default="", nullable=False),
    ):
        op.add_column("office_service", column)
    with op.batch_alter_table("office_service") as table:
        table.alter_column(
            "name", type_=sa.String(length=200), existing_type=sa.String(length=120), existing_nullable=False
        )
    entries = sa.table(
        "office_service", *(sa.column(name) for name in ("id", "code", "name", "code_key", "name_key"))
    )
    connection = op.get_bind()
    for row in connection.execute(sa.select(entries.c.id, entries.c.code, entries.c.name)).all():
        keys = {"code_key": _key(row.code)[:30], "name_key": _key(row.name)[:200]}
        connection.execute(sa.update(entries).where(entries.c.id == row.id).values(**keys))
    op.create_index("ix_office_service_name_key", "office_service", ["name_key"])
    op.add_column("petition", sa.Column("about_id", sa.Integer(), nullable=True))
    op.create_index(
        "ix_petition_about_id", "petition", ["about_id", "id"], sqlite_where=_IS_SET, postgresql_where=_IS_SET
    )


def downgrade() -> None:
    op.drop_index("ix_petition_about_id", table_name="petition")
    op.drop_column("petition", "about_id")
    op.drop_index("ix_office_service_name_key", table_name="office_service")
    for name in ("name_key", "code_key", "kind"):
        op.drop_column("office_service", name)


def _key(words: str) -> str:
    return "".join(character for character in fold(words) if character.isalnum())
