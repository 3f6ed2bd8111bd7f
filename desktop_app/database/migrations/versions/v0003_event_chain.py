"""The history becomes a chain: every event carries a hash over itself and all of its item before it.

Revision ID: 0003
Revises: 0002
"""

from __future__ import annotations

from typing import Any, Final

import sqlalchemy as sa
from alembic import op

from desktop_app.database import chain_guard
from desktop_app.database.chain import NOTHING_BEFORE, content_hash, event_hash
from desktop_app.database.chain_guard import POSTGRESQL_MOMENT

revision = "0003"
down_revision = "0002"

_BATCH: Final = 10_000


def upgrade() -> None:
    connection = op.get_bind()
    for name in ("content_hash", "hash"):
        column: sa.Column[str] = sa.Column(name, sa.String(length=64), nullable=False, server_default="")
        op.add_column("event", column)
    _guard_of_the_first_schema(connection, stands=False)
    _link_what_is_there(connection)
    chain_guard.set_up(connection)
    if connection.dialect.name != "sqlite":
        op.execute(
            "CREATE TRIGGER revision_no_truncate BEFORE TRUNCATE ON revision"
            " FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()"
        )


def downgrade() -> None:
    connection = op.get_bind()
    chain_guard.take_down(connection)
    if connection.dialect.name != "sqlite":
        op.execute("DROP TRIGGER revision_no_truncate ON revision")
    op.execute("ALTER TABLE event DROP COLUMN hash")
    op.execute("ALTER TABLE event DROP COLUMN content_hash")
    _guard_of_the_first_schema(connection, stands=True)


def _guard_of_the_first_schema(connection: sa.Connection, *, stands: bool) -> None:
    """Takes away the triggers that revision 0001 made on `event`, or puts them back."""
    if connection.dialect.name != "sqlite":
        drop = "DROP TRIGGER event_append_only ON event"
        make = (
            "CREATE TRIGGER event_append_only BEFORE UPDATE OR DELETE ON event"
            " FOR EACH ROW EXECUTE FUNCTION refuse_change()"
        )
        op.execute(make if stands else drop)
        return
    for verb in ("UPDATE", "DELETE"):
        name = f"event_no_{verb.lower()}"
        refusal = "BEGIN SELECT RAISE(ABORT, 'event is append-only'); END"
        op.execute(
            f"CREATE TRIGGER {name} BEFORE {verb} ON event {refusal}" if stands else f"DROP TRIGGER {name}"
        )


def _link_what_is_there(connection: sa.Connection) -> None:
    """Hashes the events that were written before there was a chain, item by item, a batch at a time."""
    sqlite = connection.dialect.name == "sqlite"
    at, as_text = ("at", "{}") if sqlite else (POSTGRESQL_MOMENT.format(at="at"), "{}::text")
    read = sa.text(
        f"SELECT id, item_type, item_id, sequence, {at}, actor_id, actor_name, action,"
        f" {as_text.format('before')}, {as_text.format('after')}, text FROM event"
        " WHERE (item_type, item_id, sequence) > (:item_type, :item_id, :sequence)"
        f" ORDER BY item_type, item_id, sequence LIMIT {_BATCH}"
    )
    place = {"item_type": "", "item_id": -1, "sequence": -1}
    item: tuple[str, int] = ("", -1)
    previous = NOTHING_BEFORE
    while rows := connection.execute(read, place).all():
        linked: list[tuple[str, str, int]] = []
        for key, item_type, item_id, sequence, moment, actor_id, name, action, before, after, words in rows:
            if (item_type, item_id) != item:
                item, previous = (item_type, item_id), NOTHING_BEFORE
            content = content_hash(name, before, after, words)
            previous = event_hash(previous, item_type, item_id, sequence, moment, actor_id, action, content)
            linked.append((content, previous, key))
        _write(connection, linked)
        place = {"item_type": rows[-1][1], "item_id": rows[-1][2], "sequence": rows[-1][3]}


def _write(connection: sa.Connection, linked: list[tuple[str, str, int]]) -> None:
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql("UPDATE event SET content_hash = ?, hash = ? WHERE id = ?", linked)
        return
    columns: list[list[Any]] = [list(column) for column in zip(*linked, strict=True)]
    # One statement a batch: a statement a row takes four times as long.
    connection.exec_driver_sql(
        "UPDATE event SET content_hash = made.content, hash = made.hash"
        " FROM unnest(%s::text[], %s::text[], %s::bigint[]) AS made (content, hash, id)"
        " WHERE event.id = made.id",
        tuple(columns),
    )
