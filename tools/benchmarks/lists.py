"""A random place of a list: keyset paging from a fence against OFFSET, on the same database."""

from __future__ import annotations

import itertools
from random import Random

from desktop_app.petitions.lists.inbox import ListFilter, Order, Scope
from desktop_app.petitions.lists.rows import row_of, select_rows
from desktop_app.petitions.model import Petition
from desktop_app.staff.roles import pc_user
from tools.benchmarks.million import milliseconds, services


def run(petitions: int) -> list[tuple[str, str]]:
    """What was measured, as (what, figure)."""
    office = services(petitions)
    actor = pc_user("benchmark")
    wanted = ListFilter(scope=Scope.ANY, order=Order.NEWEST)
    outlines: list[object] = []
    outline_time = milliseconds(lambda: outlines.append(office.inbox.outline(actor, wanted)), 3)
    outline = office.inbox.outline(actor, wanted)
    places = itertools.cycle([Random(7).randrange(outline.total - 256) for _ in range(101)])

    def by_key() -> None:
        rows = office.inbox.page(actor, wanted, outline, next(places), 256)
        assert len(rows) == 256

    def by_offset() -> None:
        with office.database.reading() as session:
            # The same rows with the same joins, reached the other way.
            statement = (
                select_rows(actor)
                .order_by(Petition.received_at.desc(), Petition.id.desc())
                .offset(next(places))
                .limit(256)
            )
            assert len([row_of(row) for row in session.execute(statement)]) == 256

    keyed, offset = milliseconds(by_key, 101), milliseconds(by_offset, 51)
    office.close()
    return [
        (f"outline of {outline.total:,} petitions (length and fences)", f"{outline_time:.0f} ms"),
        ("256 rows at a random place, keyset with fences", f"{keyed:.2f} ms"),
        ("256 rows at a random place, OFFSET", f"{offset:.2f} ms"),
        ("keyset / OFFSET (asked: at most 1/20)", f"1/{offset / keyed:.0f}"),
    ]
