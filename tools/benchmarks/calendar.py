"""Another weekend with many open petitions: every deadline counted again and told, against one petition at a time.

On both engines; on PostgreSQL by an administrator's own role, as in an office. The alternative is measured on a few.
"""

from __future__ import annotations

import tempfile
import time
from dataclasses import replace
from pathlib import Path
from typing import Final

from sqlalchemy import make_url, select, text

from desktop_app.bootstrap import open_services, sign_in
from desktop_app.database.audit import record_event
from desktop_app.database.engine import sqlite_url
from desktop_app.petitions.deadlines.explaining import explain_deadline
from desktop_app.petitions.model import Petition
from desktop_app.sample.filling import SAMPLE_PASSWORD, fill
from desktop_app.sample.office import STAFF
from desktop_app.services import Services
from desktop_app.staff.roles import Actor, pc_user
from tests.department import PASSWORD
from tests.guarded import OWNER, started_server
from tools.benchmarks.million import UNTIL

_ONE_BY_ONE: Final = 500
Measured = list[tuple[str, str]]


def run(petitions: int) -> Measured:
    """What was measured, as (what, figure)."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        services = _filled(open_services(sqlite_url(Path(folder) / "office.db")), petitions)
        found = _measured("SQLite", services, pc_user("benchmark"), services)
        services.close()
    with started_server() as server:
        server.run(f"CREATE DATABASE calendar OWNER {OWNER}")
        url = make_url(server.url("calendar")).set(username=OWNER, password=PASSWORD)
        owner = _filled(open_services(url.render_as_string(hide_password=False)), petitions)
        administrator = next(member.user_name for member in STAFF if member.role == "administrator")
        theirs, actor = sign_in(owner, administrator, SAMPLE_PASSWORD)
        found += _measured("PostgreSQL", theirs, actor, owner)
        theirs.close()
        owner.close()
    return found


def _filled(services: Services, petitions: int) -> Services:
    """An office in which every petition is open and due."""
    fill(services, petitions=petitions, until=UNTIL)
    day = "date(received_at, '+20 days')" if services.database.is_sqlite else "received_at::date + 20"
    with services.database.writing() as session:
        session.execute(
            text(
                "UPDATE petition SET status = 'in_progress', is_open = true, outcome = NULL, resolved_at = NULL,"
                f" due_on = {day}, due_order = {day}"
            )
        )
    return services


def _measured(name: str, services: Services, actor: Actor, owner: Services) -> Measured:
    settings = services.office.settings()
    began = time.perf_counter()
    weekend = (4,) if settings.weekend != (4,) else (3, 4)
    moved = services.closures.change_settings(actor, replace(settings, weekend=weekend), "benchmark").moved
    together = (time.perf_counter() - began) / moved
    one_by_one = _one_by_one(owner)
    return [
        (f"{name}: {moved:,} deadlines by another weekend, in one transaction", f"{together * moved:.1f} s"),
        (
            "  each, against one petition at a time",
            f"{together * 1e3:.3f} ms, {one_by_one * 1e3:.3f} ms: 1/{one_by_one / together:.0f}",
        ),
    ]


def _one_by_one(owner: Services) -> float:
    """Seconds for one petition, by the same rule, with its event."""
    database = owner.database
    began = time.perf_counter()
    with database.writing() as session:
        now = database.now(session)
        for petition in session.scalars(select(Petition).order_by(Petition.id).limit(_ONE_BY_ONE)).all():
            explained = explain_deadline(session, petition)
            petition.due_on = explained.day if explained else petition.due_on
            petition.changed_at = now
            record_event(
                session,
                item_type="petition",
                item_id=petition.id,
                at=now,
                actor_id=None,
                actor_name="benchmark",
                action="deadline_moved",
            )
            session.flush()
    return (time.perf_counter() - began) / _ONE_BY_ONE
