"""A search on PostgreSQL asks one table: whose a petition is stands beside the words that it is found by.

Words that are common in the office and never together where somebody works were looked up one by one among all
petitions. The table is written anew, without the places of words, which nobody asks for: some minutes for a million.

Revision ID: 0056
Revises: 0055
"""

from __future__ import annotations

from alembic import op

revision = "0056"
down_revision = "0055"


def upgrade() -> None:
    if op.get_bind().dialect.name == "sqlite":
        return
    # Room in the pages: what changes later is `seen_by` alone, which is in no index, so the words stay.
    op.execute(
        "CREATE TABLE petition_search_next (petition_id integer NOT NULL, document tsvector NOT NULL,"
        " seen_by integer[]) WITH (fillfactor = 90)"
    )
    op.execute(
        "INSERT INTO petition_search_next SELECT s.petition_id, strip(s.document), ARRAY[coalesce(p.unit_id, 0)]"
        " || CASE WHEN p.assignee_id IS NULL THEN '{}' ELSE ARRAY[-p.assignee_id] END || coalesce(p.reach, '{}')"
        " FROM petition_search s JOIN petition p ON p.id = s.petition_id ORDER BY s.petition_id"
    )
    op.execute("DROP TABLE petition_search")
    op.execute("ALTER TABLE petition_search_next RENAME TO petition_search")
    op.execute(
        "ALTER TABLE petition_search ADD CONSTRAINT petition_search_pkey PRIMARY KEY (petition_id),"
        " ADD CONSTRAINT petition_search_petition_id_fkey FOREIGN KEY (petition_id) REFERENCES petition (id)"
    )
    op.execute("ALTER TABLE petition_search ALTER COLUMN document SET STATISTICS 1000")
    op.execute("CREATE INDEX ix_petition_search_document ON petition_search USING gin (document)")
    op.execute("ANALYZE petition_search")


def downgrade() -> None:
    if op.get_bind().dialect.name != "sqlite":
        # The triggers that fill it are of the newer schema too.
        op.execute("DROP TRIGGER IF EXISTS begin_seen_by ON petition_search")
        op.execute("DROP TRIGGER IF EXISTS keep_seen_by ON petition")
        op.execute("ALTER TABLE petition_search DROP COLUMN seen_by")
