"""Which petitions have near-equal ones, for a list to tell.

Revision ID: 0033
Revises: 0032
"""

from __future__ import annotations

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

from desktop_app.likeness.shingles import sketch

revision = "0033"
down_revision = "0032"

#: So many texts are read at once; a million takes a few minutes.
_CHUNK = 1000


def upgrade() -> None:
    op.create_table(
        "near_equal",
        sa.Column("petition_id", sa.Integer(), nullable=False, autoincrement=False),
        sa.Column("other_id", sa.Integer(), nullable=False, autoincrement=False),
        sa.Column("settled", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("petition_id", "other_id", name=op.f("pk_near_equal")),
        sqlite_with_rowid=False,
    )
    _fill(op.get_bind())
    _settle()


def downgrade() -> None:
    op.drop_table("near_equal")
    if op.get_bind().dialect.name != "sqlite":
        op.execute("DROP FUNCTION IF EXISTS app.pair_near_equals(integer[], integer[])")


def _fill(connection: sa.Connection) -> None:
    texts = sa.text(
        f"SELECT petition_id, body FROM petition_text WHERE petition_id > :last ORDER BY petition_id LIMIT {_CHUNK}"
    )
    table = sa.table("near_equal", sa.column("petition_id"), sa.column("other_id"), sa.column("settled"))
    last = 0
    while found := connection.execute(texts, {"last": last}).all():
        pairs = []
        for number, body in found:
            pieces = sketch(body)
            for other in _earlier(connection, number, pieces) if len(pieces) >= 4 else ():
                pairs += [(number, other), (other, number)]
        if pairs:
            rows = [{"petition_id": one, "other_id": other, "settled": False} for one, other in pairs]
            connection.execute(sa.insert(table), rows)
        last = found[-1][0]


def _earlier(connection: sa.Connection, number: int, pieces: Sequence[int]) -> Sequence[int]:
    held = " UNION ALL ".join(
        f"SELECT * FROM (SELECT petition_id FROM petition_sketch WHERE piece = :p{place}"
        " AND petition_id < :number ORDER BY petition_id DESC LIMIT 30) AS h"
        for place in range(len(pieces))
    )
    asked = (
        f"SELECT petition_id FROM (SELECT petition_id, count(*) AS shared FROM ({held}) AS a"
        " GROUP BY petition_id) AS f WHERE shared >= :enough OR (shared >= 4 AND EXISTS"
        " (SELECT 1 FROM petition p JOIN petition o ON o.petitioner_id = p.petitioner_id"
        " WHERE p.id = :number AND o.id = f.petition_id))"
        " ORDER BY shared DESC, petition_id DESC LIMIT 9"
    )
    values = {f"p{place}": piece for place, piece in enumerate(pieces)}
    enough = max(4, -(-len(pieces) * 8 // 16))
    return connection.scalars(sa.text(asked), values | {"number": number, "enough": enough}).all()


def _settle() -> None:
    said = "SELECT first_id AS a, second_id AS b FROM petition_pair WHERE kind = 'set_apart'"
    merged = "SELECT id AS a, duplicate_of_id AS b FROM petition WHERE duplicate_of_id IS NOT NULL"
    op.execute(
        "UPDATE near_equal SET settled = true WHERE EXISTS"
        f" (SELECT 1 FROM ({said} UNION ALL {merged}) AS s"
        " WHERE (s.a = petition_id AND s.b = other_id) OR (s.b = petition_id AND s.a = other_id))"
    )
