"""What row security costs: the queries of the desk by a clerk's own role, beside the same ones by the owner, whom row
security does not bind, over the rows of the clerk's units.

On a real PostgreSQL that is started for it.
"""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from typing import Final

import psycopg
from sqlalchemy import make_url

from desktop_app.bootstrap import Services, open_services, sign_in
from desktop_app.petitions.inbox import ListFilter, Order, Scope, View
from desktop_app.sample.filling import SAMPLE_PASSWORD, fill
from desktop_app.staff.roles import Actor
from tests.benchmarks.million import UNTIL
from tests.department import PASSWORD
from tests.engines import PostgresqlServer
from tests.guarded import OWNER, started_server

PETITIONS: Final = 50_000
_ROUNDS: Final = 15
_MOST: Final = 1.5
_CLERK: Final = "s.kazemi"
Measured = list[tuple[str, str]]


def _seconds(work: Callable[[], object]) -> float:
    taken = []
    for _ in range(_ROUNDS):
        start = time.perf_counter()
        work()
        taken.append(time.perf_counter() - start)
    return statistics.median(taken)


def _queries(services: Services, actor: Actor, unit: int) -> dict[str, Callable[[], object]]:
    unit_list = ListFilter(view=View.MY_UNIT, unit_id=unit, scope=Scope.ANY, order=Order.NEWEST)
    everything = ListFilter()
    outline = services.inbox.outline(actor, unit_list)
    first = services.inbox.page(actor, unit_list, outline, 0, 50)
    return {
        "first 50 of the unit": lambda: services.inbox.page(actor, unit_list, outline, 0, 50),
        "50 from the middle": lambda: services.inbox.page(actor, unit_list, outline, outline.total // 2, 50),
        "outline of the unit": lambda: services.inbox.outline(actor, unit_list),
        # The owner sees more rows in these; who sees few of them must not wait longer for it.
        "all that is open, as a window opens it": lambda: services.inbox.open_list(actor, everything),
        "counts of the views": lambda: services.inbox.counts(actor),
        "one petition, whole": lambda: services.desk.peek(actor, first[0].id),
    }


def prepared(server: PostgresqlServer, petitions: int) -> str:
    """The address of a database with so many made petitions, by its owner, on a server that was started for it."""
    with psycopg.connect(server.url("postgres"), autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE rights OWNER {OWNER}".encode())
    url = make_url(server.url("rights")).set(username=OWNER, password=PASSWORD)
    address = url.render_as_string(hide_password=False)
    services = open_services(address)
    fill(services, petitions=petitions, until=UNTIL)
    services.close()
    with psycopg.connect(server.url("rights"), autocommit=True) as connection:
        connection.execute("ANALYZE")
    return address


def run(petitions: int = PETITIONS) -> Measured:
    """What was measured, as (what, figure)."""
    made: Measured = []
    with started_server() as server:
        owner = open_services(prepared(server, petitions), prepare_schema=False)
        clerk, actor = sign_in(owner, _CLERK, SAMPLE_PASSWORD)
        unit = min(actor.unit_ids)
        free, bound = _queries(owner, actor, unit), _queries(clerk, actor, unit)
        for what in free:
            without, within = _seconds(free[what]), _seconds(bound[what])
            ratio = within / without
            mark = " !" if ratio > _MOST else ""
            made.append(
                (
                    f"{what}, {petitions:,} petitions: with row security, without",
                    f"{within * 1000:.1f} ms, {without * 1000:.1f} ms",
                )
            )
            made.append((f"  times (wanted: ≤ {_MOST})", f"{ratio:.2f} ×{mark}"))
        clerk.close()
        owner.close()
    return made
