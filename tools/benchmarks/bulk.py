"""An act on many petitions against the same acts one by one, in one database: referring 5,000, and taking it back.

On SQLite, and on a real PostgreSQL that is started for it, there by a clerk's own role under row security. One by one
is measured on fewer petitions and reckoned up: each costs the same. PostgreSQL writes every COMMIT to the disk.
"""

from __future__ import annotations

import shutil
import tempfile
import time
from pathlib import Path
from typing import Any, Final

import psycopg
from sqlalchemy import make_url, select

from desktop_app.bootstrap import open_services, sign_in
from desktop_app.database.audit import record_events
from desktop_app.database.engine import sqlite_url
from desktop_app.petitions.bulk.acts import Refer
from desktop_app.petitions.bulk.run import BulkSelection
from desktop_app.petitions.bulk.state import read_states
from desktop_app.petitions.model import Petition
from desktop_app.petitions.vocabulary import Status
from desktop_app.sample.filling import SAMPLE_PASSWORD, fill
from desktop_app.services import Services
from desktop_app.staff.roles import Actor, Membership, Role
from tests.department import PASSWORD
from tests.guarded import OWNER, started_server
from tools.benchmarks.million import UNTIL, services

MANY: Final = 5_000
_SINGLY: Final = 300
_AT_ONCE: Final = 500
_LEAST: Final = 10
_CLERK: Final = "s.kazemi"
Measured = list[tuple[str, str]]


def _ids(opened: Services) -> list[int]:
    """Petitions that can be referred: registered, so that no rule stands in the way."""
    with opened.database.reading() as session:
        statement = (
            select(Petition.id)
            .where(Petition.is_open, Petition.status == Status.REGISTERED.value, Petition.unit_id.is_(None))
            .order_by(Petition.id)
        )
        return list(session.scalars(statement))


def _prepared(opened: Services) -> None:
    """Puts enough open petitions back where nobody has them: a benchmark's own doing, past the services."""
    with opened.database.engine.begin() as connection:
        wanted = MANY + _SINGLY
        connection.exec_driver_sql(
            "UPDATE petition SET status = 'registered', unit_id = NULL, assignee_id = NULL, paused_on = NULL"
            f" WHERE id IN (SELECT id FROM petition WHERE is_open ORDER BY id LIMIT {wanted})"
        )
        short = (
            wanted
            - connection.exec_driver_sql(
                "SELECT count(*) FROM petition WHERE status = 'registered' AND unit_id IS NULL"
            ).scalar_one()
        )
        if short > 0:
            connection.exec_driver_sql(
                "UPDATE petition SET status = 'registered', is_open = true, outcome = NULL, resolved_at = NULL,"
                " unit_id = NULL, assignee_id = NULL, paused_on = NULL, duplicate_of_id = NULL,"
                " satisfaction = NULL WHERE id IN"
                f" (SELECT id FROM petition WHERE NOT is_open ORDER BY id LIMIT {short})"
            )
    _told(opened)


def _told(opened: Services) -> None:
    """Has the history tell where they stand now: what it does not tell is not given back to anybody."""
    numbers = _ids(opened)
    for first in range(0, len(numbers), _AT_ONCE):
        with opened.database.writing() as session:
            events: dict[int, tuple[dict[str, Any], dict[str, Any], str]] = {
                state.id: ({}, {"status": state.status, "unit_id": state.unit_id}, "")
                for state in read_states(session, numbers[first : first + _AT_ONCE], ())
            }
            now = opened.database.now(session)
            who: dict[str, Any] = {"actor_id": None, "actor_name": "benchmark", "action": "give_back"}
            record_events(session, item_type="petition", at=now, events=events, **who)


def _measured(name: str, opened: Services, actor: Actor) -> Measured:
    unit = next(row.id for row in opened.units.all(active_only=True) if row.id not in actor.unit_ids)
    ids = _ids(opened)
    assert len(ids) >= MANY + _SINGLY, "too few petitions"
    began = time.perf_counter()
    for number in ids[:_SINGLY]:
        detail = opened.desk.peek(actor, number)
        opened.desk.refer(actor, number, detail.version, unit, "برای رسیدگی")
    singly = (time.perf_counter() - began) / _SINGLY * MANY
    act, selection = Refer(unit, "برای رسیدگی"), BulkSelection(tuple(ids[_SINGLY : _SINGLY + MANY]))
    began = time.perf_counter()
    preview = opened.bulk.preview(actor, selection, act)
    previewed = time.perf_counter() - began
    began = time.perf_counter()
    run = opened.bulk.run(actor, opened.bulk.begin(selection, act, preview))
    together = time.perf_counter() - began
    assert (len(run.done), run.failures, preview.possible) == (MANY, [], MANY)
    began = time.perf_counter()
    assert opened.bulk.take_back(actor, run) == MANY
    back = time.perf_counter() - began
    ratio = singly / (together + previewed)
    mark = "" if ratio >= _LEAST else " !"
    return [
        (f"{name}: referring {MANY:,} one by one", f"{singly:.1f} s"),
        (f"{name}: preview", f"{previewed * 1000:.0f} ms"),
        (f"{name}: at once", f"{together:.2f} s"),
        (f"{name}: at once / one by one (asked: at most 1/{_LEAST})", f"1/{ratio:.1f}{mark}"),
        (f"{name}: taken back", f"{back:.2f} s"),
    ]


def _on_sqlite(petitions: int) -> Measured:
    services(petitions).close()
    kept = Path(tempfile.gettempdir()) / f"mosharekat-benchmark-{petitions}.db"
    with tempfile.TemporaryDirectory() as folder:
        path = Path(shutil.copyfile(kept, Path(folder) / "bulk.db"))
        opened = open_services(sqlite_url(path))
        _prepared(opened)
        actor = Actor(1, "benchmark", frozenset({Membership(role, None) for role in Role}))
        made = _measured("SQLite", opened, actor)
        opened.close()
    return made


def _on_postgresql(petitions: int) -> Measured:
    with started_server() as server:
        for setting in ("fsync = on", "synchronous_commit = on", "full_page_writes = on"):
            server.run(f"ALTER SYSTEM SET {setting}")
        with psycopg.connect(server.url("postgres"), autocommit=True) as connection:
            connection.execute(f"CREATE DATABASE bulk OWNER {OWNER}".encode())
            connection.execute("SELECT pg_reload_conf()")
        url = make_url(server.url("bulk")).set(username=OWNER, password=PASSWORD)
        owner = open_services(url.render_as_string(hide_password=False))
        fill(owner, petitions=petitions, until=UNTIL)
        _prepared(owner)
        with psycopg.connect(server.url("bulk"), autocommit=True) as connection:
            connection.execute("ANALYZE")
        clerk, actor = sign_in(owner, _CLERK, SAMPLE_PASSWORD)
        made = _measured("PostgreSQL, a clerk", clerk, actor)
        clerk.close()
        owner.close()
    return made


def run(petitions: int = 10_000) -> Measured:
    """What was measured, as (what, figure)."""
    return _on_sqlite(petitions) + _on_postgresql(petitions)
