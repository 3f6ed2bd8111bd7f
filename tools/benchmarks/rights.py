"""What row security costs: the queries of the desk by a clerk's own role, beside the same ones by the owner, whom row
security does not bind, over the rows of the clerk's units.

On a real PostgreSQL, whose database is kept (`kept.py`).
"""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from typing import Final

from desktop_app.bootstrap import open_services, sign_in
from desktop_app.petitions.lists.inbox import ListFilter, Order, Scope, View
from desktop_app.sample.filling import SAMPLE_PASSWORD
from desktop_app.services import Services
from desktop_app.staff.roles import Actor
from tools.benchmarks.kept import kept_database

PETITIONS: Final = 50_000
_ROUNDS: Final = 41
_MOST: Final = 1.5
_CLERK: Final = "s.kazemi"
Measured = list[tuple[str, str]]


def _seconds(*works: Callable[[], object]) -> list[float]:
    """The median of each, done in turns: what else the machine does at a moment meets all of them."""
    taken: list[list[float]] = [[] for _ in works]
    for _ in range(_ROUNDS):
        for work, times in zip(works, taken, strict=True):
            start = time.perf_counter()
            work()
            times.append(time.perf_counter() - start)
    return [statistics.median(times) for times in taken]


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


def run(petitions: int = PETITIONS) -> Measured:
    """What was measured, as (what, figure)."""
    made: Measured = []
    with kept_database(petitions) as address:
        owner = open_services(address, prepare_schema=False)
        clerk, actor = sign_in(owner, _CLERK, SAMPLE_PASSWORD)
        unit = min(actor.unit_ids)
        free, bound = _queries(owner, actor, unit), _queries(clerk, actor, unit)
        for what in free:
            without, within = _seconds(free[what], bound[what])
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
