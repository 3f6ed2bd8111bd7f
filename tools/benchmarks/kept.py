"""A PostgreSQL server of the benchmarks whose databases are kept: filled once, by the thousand or by the million, and
found again among the temporary files.

The server is set as an office's would be, and runs as long as somebody measures. A database is brought to the
program's schema by its own migrations when it is opened, as an office's is. Making a petition is a millisecond of
Python; putting it in ten times under other numbers (see `million`) is a third of one each, on the server, whose own
trigger makes the chains of the histories.
"""

from __future__ import annotations

import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from sqlalchemy import make_url

from desktop_app.bootstrap import open_services
from desktop_app.database.vouched import VOUCHED
from desktop_app.progress import SilentProgress
from desktop_app.sample.filling import fill
from tests.database.faults.servers import Server, initialise
from tests.guarded import OWNER
from tools.benchmarks.million import COPIES, MANY, NUMBER, OF_PETITION, UNTIL, other_petition

_SETTINGS: Final = (
    "shared_buffers=1GB",
    "effective_cache_size=4GB",
    "max_connections=100",
    "max_wal_size=4GB",
)
#: Without these the indexes are built at the end, each in one go. The history's own is asked for each of its rows.
_INDEXES: Final = """
    SELECT c.relname, pg_get_indexdef(i.indexrelid) FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
      JOIN pg_class t ON t.oid = i.indrelid JOIN pg_namespace n ON n.oid = t.relnamespace
    WHERE n.nspname = 'public' AND NOT EXISTS (SELECT 1 FROM pg_constraint k WHERE k.conindid = i.indexrelid)
"""
_SKETCHES: Final = "pk_petition_sketch"
#: Ten digits that none has twice (the factor shares nothing with ten), and their two check digits (ISO 7064 97-10).
_BODY: Final = f"(({NUMBER.format('b.id')}::bigint * 7368787 + 1000000007) % 10000000000)"
_CODE: Final = f"lpad({_BODY}::text, 10, '0') || lpad((98 - {_BODY} * 100 % 97)::text, 2, '0')"
_DAY: Final = "date_trunc('day', {0} AT TIME ZONE 'Asia/Tehran') AT TIME ZONE 'Asia/Tehran'"
_ARRIVED: Final = f"greatest({{0}} - ({COPIES - 1} - k) * interval '7 minutes', {_DAY})"
_FOUND: Final = """ substring(b.{0}::text from '"duplicate_of_id":([0-9]+)') """
_TOLD: Final = (
    "CASE WHEN b.{0}::text LIKE '%%\"duplicate_of_id\":%%' AND b.{0}::text NOT LIKE '%%\"duplicate_of_id\":null%%'"
    " THEN replace(b.{0}::text, '\"duplicate_of_id\":' ||" + _FOUND + ", '\"duplicate_of_id\":' || "
    + NUMBER.format("(" + _FOUND + ")::integer") + ")::json ELSE b.{0} END"
).replace("%%", "%")  # fmt: skip
#: Table → what is another one in each copy, in the order of what it hangs on; a serial number is given anew.
_TABLES: Final = {
    "petition": other_petition(_CODE, _ARRIVED),
    "petition_text": OF_PETITION,
    "referral": OF_PETITION | {"id": ""},
    "reply": OF_PETITION | {"id": ""},
    "petition_pause": OF_PETITION | {"id": ""},
    "petition_sketch": OF_PETITION,
    "event": {
        "id": "",
        "item_id": NUMBER.format("b.item_id"),
        "at": f"CASE b.sequence WHEN 1 THEN {_ARRIVED.format('b.at')} ELSE b.at END",
        "before": _TOLD.format("before"),
        # What is vouched for is the row of the one that was copied.
        "after": f"regexp_replace(({_TOLD.format('after')})::text, ',?\"{VOUCHED}\":{{[^}}]*}}', '')::json",
        "content_hash": "''",
        "hash": "''",
    },
}  # fmt: skip
_ORDER: Final = {"petition": "id", "event": "item_id, sequence", "petition_sketch": "petition_id"}


@contextmanager
def kept_database(petitions: int) -> Iterator[str]:
    """The address, by its owner, of a database with so many made petitions; the server runs meanwhile."""
    folder = Path(tempfile.gettempdir()) / "mosharekat-benchmark-postgresql"
    new = not folder.exists()
    if new:
        initialise(folder)
    server, name = Server(folder, *_SETTINGS), f"petitions_{petitions}"
    server.start()
    try:
        if new:
            server.run(f"CREATE ROLE {OWNER} LOGIN CREATEROLE")
        _find_or_fill(server, petitions)
        _bring_up_to_date(server, name)
        yield _address(server, name)
    finally:
        server.shut_down()


def _bring_up_to_date(server: Server, name: str) -> None:
    revision = "SELECT version_num FROM alembic_version"
    before = server.run(revision, name)
    open_services(_address(server, name)).close()
    if server.run(revision, name) != before:
        # As the server would by itself before long.
        server.run("VACUUM ANALYZE", name)


def _find_or_fill(server: Server, petitions: int) -> str:
    """The name of the database; it is filled under another one, until it is whole."""
    name, part = f"petitions_{petitions}", f"petitions_{petitions}_part"
    if server.run(f"SELECT 1 FROM pg_database WHERE datname = '{name}'"):
        return name
    began, base = time.perf_counter(), ""
    if petitions >= MANY and petitions % COPIES == 0:
        base = _find_or_fill(server, petitions // COPIES)
    server.run(f"DROP DATABASE IF EXISTS {part} WITH (FORCE)")
    server.run(f"CREATE DATABASE {part} OWNER {OWNER}" + (f" TEMPLATE {base}" if base else ""))
    open_services(_address(server, part)).close()
    with _in_haste(server, part):
        if base:
            _multiply(server, part)
        else:
            services = open_services(_address(server, part))
            fill(services, petitions=petitions, instruments=1, until=UNTIL, progress=_Told())
            services.close()
            # The triggers of the referrals have rested.
            server.run("UPDATE petition SET reach = app.reach_of(id)", part)
            server.run(
                "UPDATE petition_search s SET seen_by = app.seen_by(p.unit_id, p.assignee_id, p.reach)"
                " FROM petition p WHERE p.id = s.petition_id",
                part,
            )
            server.run("VACUUM FULL petition", part)
    server.run(f"ALTER DATABASE {part} RENAME TO {name}")
    print(f"filled {petitions:,} petitions in {time.perf_counter() - began:.0f} s", flush=True)
    return name


@contextmanager
def _in_haste(server: Server, name: str) -> Iterator[None]:
    """Lets a database be filled in bulk, and leaves it as if it had been filled one by one."""
    settings = {
        "synchronous_commit": "off",
        "maintenance_work_mem": "'1GB'",
        # What is made refers to what was made; only the chain of the history is for the server to make, row by row.
        "session_replication_role": "replica",
    }
    for setting, value in settings.items():
        server.run(f"ALTER DATABASE {name} SET {setting} = {value}")
    indexes = server.run(_INDEXES, name)
    for index, _ in indexes:
        server.run(f'DROP INDEX "{index}"', name)
    server.run(f"ALTER TABLE petition_sketch DROP CONSTRAINT {_SKETCHES}", name)
    server.run("ALTER TABLE event ENABLE ALWAYS TRIGGER event_chain", name)
    yield
    server.run("ALTER TABLE event ENABLE TRIGGER event_chain", name)
    server.run(
        f"ALTER TABLE petition_sketch ADD CONSTRAINT {_SKETCHES} PRIMARY KEY (piece, petition_id)", name
    )
    for _, definition in indexes:
        server.run(str(definition), name)
    server.run("VACUUM ANALYZE", name)
    for setting in settings:
        server.run(f"ALTER DATABASE {name} RESET {setting}")


class _Told(SilentProgress):
    """Says how far it is: a million takes its time."""

    def report(self, done: int, total: int | None = None) -> None:
        if done % 100_000 == 0:
            print(f"{done:,} of {total:,}", flush=True)


def _address(server: Server, name: str) -> str:
    url = make_url(server.url(name)).set(drivername="postgresql+psycopg", username=OWNER)
    return url.render_as_string(hide_password=False)


def _multiply(server: Server, name: str) -> None:
    """Takes the place of the petitions of a database, whose triggers rest, by ten of each."""
    run = server.run
    run("CREATE SCHEMA base", name)
    for table in (*_TABLES, "petition_search"):
        run(f"CREATE UNLOGGED TABLE base.{table} AS TABLE public.{table}", name)
    run("TRUNCATE petition, petition_sketch, event RESTART IDENTITY CASCADE", name)
    for table, others in _TABLES.items():
        found = run(
            "SELECT column_name FROM information_schema.columns"
            f" WHERE table_schema = 'public' AND table_name = '{table}' AND is_generated = 'NEVER'",
            name,
        )
        columns = [str(row[0]) for row in found if others.get(str(row[0])) != ""]
        values = ", ".join(others.get(column, f'b."{column}"') for column in columns)
        names = ", ".join(f'"{column}"' for column in columns)
        order = _ORDER.get(table, "petition_id, id" if "id" in others else "petition_id")
        only = " WHERE item_type = 'petition'" if table == "event" else ""
        run(
            f"INSERT INTO {table} ({names}) SELECT {values}"
            f" FROM (SELECT * FROM base.{table}{only} ORDER BY {order}) b"
            # Hanging on the row, the ten come one behind the other, and nothing has to be sorted again.
            f" CROSS JOIN LATERAL generate_series(0, {COPIES - 1} + 0 * b.{order.split(',')[0]}) k",
            name,
        )
        if only:
            whole = names.replace('"content_hash"', "content_hash")
            plain = ", ".join(
                "''" if column in ("content_hash", "hash") else f'"{column}"' for column in columns
            )
            run(
                f"INSERT INTO event ({whole}) SELECT {plain} FROM base.event WHERE item_type <> 'petition'"
                " ORDER BY id",
                name,
            )
    run(
        "INSERT INTO petition_search (petition_id, document, seen_by)"
        f" SELECT {NUMBER.format('b.petition_id')}, ts_delete(b.document, p.tracking_code)"
        f" || strip(to_tsvector('simple', q.tracking_code)), app.seen_by(q.unit_id, q.assignee_id, q.reach)"
        " FROM base.petition_search b JOIN base.petition p ON p.id = b.petition_id"
        f" CROSS JOIN generate_series(0, {COPIES - 1}) k JOIN petition q ON q.id = {NUMBER.format('b.petition_id')}",
        name,
    )
    run(f"UPDATE counter SET last = last * {COPIES} WHERE series = 'registry'", name)
    run("SELECT setval(pg_get_serial_sequence('petition', 'id'), max(id)) FROM petition", name)
    run("DROP SCHEMA base CASCADE", name)
