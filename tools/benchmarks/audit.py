"""The chain of the history: what it costs to write against a plain audit trigger, to check and to print."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator, Sequence
from statistics import median
from typing import Any, Final

import psycopg
from sqlalchemy import text

from desktop_app.bootstrap import open_services
from desktop_app.database.history_head import history_head
from desktop_app.database.seals import new_seal
from desktop_app.database.verification import verify
from desktop_app.services import Services
from desktop_app.signing import SigningKey
from desktop_app.staff.roles import pc_user
from tests.engines import PostgresqlServer
from tools.benchmarks.kept import kept_database
from tools.benchmarks.million import services

CLIENTS: Final = 4
#: Transactions of each client in a round; many short rounds, so that what else the machine does meets both ways.
TRANSACTIONS: Final = 100
ROUNDS: Final = 30
#: Rounds where many events are written at once.
ROUNDS_TOGETHER: Final = 5
#: Events of one transaction where many are written at once.
TOGETHER: Final = 20_000
_VALUES: Final = (
    '{"status":"in_progress","unit_id":3,"assignee_id":7,"outcome":null,"due_on":"2026-12-08"}',
    '{"status":"resolved","unit_id":3,"assignee_id":7,"outcome":"answered","due_on":"2026-12-08"}',
    "پاسخ درخواست شما در سامانه ثبت شد و از همان درگاه در دسترس است.",
)


#: Events after the seal.
_NEWER: Final = 2_000


def run(petitions: int, engines: Sequence[str]) -> list[tuple[str, str]]:
    """What was measured, as (what, figure)."""
    measured = _writing()
    for engine in engines:
        if engine == "sqlite":
            office = services(petitions)
            measured += [(f"SQLite: {what}", figure) for what, figure in _reading(office)]
            office.close()
            continue
        with kept_database(petitions) as url:
            office = open_services(url)
            measured += [(f"PostgreSQL: {what}", figure) for what, figure in _reading(office)]
            office.close()
    return measured


def _reading(office: Services) -> Iterator[tuple[str, str]]:
    database, key = office.database, SigningKey.new()
    with database.writing() as session:
        session.execute(text("DELETE FROM history_block"))
    began = time.perf_counter()
    head = history_head(database)
    yield f"the first head, of {head.events:,} events", f"{time.perf_counter() - began:.2f} s"
    began = time.perf_counter()
    seal, _ = new_seal(database, key)
    yield "a seal of what is new (asked: at most 1 s)", f"{time.perf_counter() - began:.2f} s"
    with database.reading() as session:
        found = session.execute(text(f"SELECT id FROM petition ORDER BY id LIMIT {_NEWER}"))
        numbers = [row[0] for row in found]
    clerk = pc_user("benchmark")
    for number in numbers:
        office.desk.note(clerk, number, "یادداشت")
    began = time.perf_counter()
    new_seal(database, key)
    yield f"a seal after {_NEWER:,} more events (asked: at most 1 s)", f"{time.perf_counter() - began:.2f} s"
    began = time.perf_counter()
    verdict = verify(database, seals=[seal], only_since=True)
    taken = time.perf_counter() - began
    yield f"verify {verdict.events:,} events since a seal (asked: at most 10 s)", f"{taken:.1f} s"
    assert not any(one.fault for one in verdict.seals)
    began = time.perf_counter()
    verdict = verify(database, seals=[seal])
    taken = time.perf_counter() - began
    millions = verdict.events / 1_000_000
    yield f"verify all {verdict.events:,} events", f"{taken:.1f} s ({taken / millions:.1f} s a million)"


def _writing() -> list[tuple[str, str]]:
    server = PostgresqlServer()
    try:
        # As an office would run it: a commit is on the disk.
        for setting in ("fsync", "synchronous_commit", "full_page_writes"):
            server.run(f"ALTER SYSTEM SET {setting} = on")
        server.run("SELECT pg_reload_conf()")
        with server.fresh() as url:
            _plain_table(url)
            moved = _in_turn(url, _transactions, ROUNDS)
            together = _in_turn(url, _one_transaction, ROUNDS_TOGETHER)
    finally:
        server.stop()
    return [
        *_told(f"moves of an item with their event, {CLIENTS} clients, PostgreSQL", moved),
        *_told(f"{TOGETHER:,} events in one transaction, PostgreSQL", together),
    ]


def _told(what: str, rates: dict[str, list[float]]) -> list[tuple[str, str]]:
    chained, plain = median(rates["event"]), median(rates["plain_event"])
    ratio = median(one / other for one, other in zip(rates["event"], rates["plain_event"], strict=True))
    asked = " (asked: at least 0.90)" if "clients" in what else ""
    return [
        (f"{what}: chain", f"{chained:,.0f} / s"),
        (f"{what}: plain audit trigger", f"{plain:,.0f} / s"),
        (f"{what}: chain / plain{asked}", f"{ratio:.2f}"),
    ]


def _plain_table(url: str) -> None:
    """The same table with a trigger that only stamps, and an item that is changed along with each event."""
    with psycopg.connect(url) as connection:
        connection.execute("CREATE TABLE plain_event (LIKE event INCLUDING ALL)")
        connection.execute(
            "CREATE FUNCTION stamp() RETURNS trigger LANGUAGE plpgsql AS"
            " $$ BEGIN NEW.at := coalesce(NEW.at, clock_timestamp()); RETURN NEW; END $$"
        )
        connection.execute(
            "CREATE TRIGGER stamp BEFORE INSERT ON plain_event FOR EACH ROW EXECUTE FUNCTION stamp()"
        )
        connection.execute(
            "CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON plain_event"
            " FOR EACH ROW EXECUTE FUNCTION refuse_change()"
        )
        connection.execute("CREATE TABLE item (id integer PRIMARY KEY, version integer NOT NULL)")
        connection.execute("INSERT INTO item SELECT number, 1 FROM generate_series(1, 1000) number")


def _in_turn(url: str, write: Callable[[str, str, int], float], rounds: int) -> dict[str, list[float]]:
    """Events a second, each way in turn, so that both see the same machine."""
    rates: dict[str, list[float]] = {"event": [], "plain_event": []}
    for turn in range(rounds + 1):
        for table in sorted(rates, reverse=bool(turn % 2)):
            rate = write(url, table, turn)
            if turn:
                rates[table].append(rate)
    return rates


def _statement(table: str) -> bytes:
    return (
        f"INSERT INTO {table} (item_type, item_id, sequence, at, actor_name, action, before, after, text)"
        " VALUES (%s, %s, %s, clock_timestamp(), 'کاظمی', 'resolve', %s, %s, %s)"
    ).encode()


def _transactions(url: str, table: str, turn: int) -> float:
    ready = threading.Barrier(CLIENTS + 1)
    statement = _statement(table)

    def client(number: int) -> None:
        with psycopg.connect(url, autocommit=True) as connection:
            move(connection, f"warm {turn}", number, 20)
            ready.wait()
            move(connection, f"turn {turn}", number, TRANSACTIONS)

    def move(connection: psycopg.Connection[Any], kind: str, number: int, count: int) -> None:
        for place in range(count):
            item, sequence = 1 + number * 100 + place % 50, place // 50 + 1
            with connection.transaction():
                connection.execute("UPDATE item SET version = version + 1 WHERE id = %s", (item,))
                connection.execute(statement, (kind, item, sequence, *_VALUES))

    clients = [threading.Thread(target=client, args=(number,)) for number in range(CLIENTS)]
    for thread in clients:
        thread.start()
    ready.wait()
    began = time.perf_counter()
    for thread in clients:
        thread.join()
    return CLIENTS * TRANSACTIONS / (time.perf_counter() - began)


def _one_transaction(url: str, table: str, turn: int) -> float:
    rows: list[tuple[Any, ...]] = [
        (f"bulk {turn}", item, sequence, *_VALUES)
        for sequence in range(1, 5)
        for item in range(1, TOGETHER // 4 + 1)
    ]
    with psycopg.connect(url) as connection, connection.cursor() as cursor:
        began = time.perf_counter()
        cursor.executemany(_statement(table), rows)
        connection.commit()
        return TOGETHER / (time.perf_counter() - began)
