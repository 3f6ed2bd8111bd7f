"""How many petitions each view holds, where row security looks at each of them: read off an index, and no more than
is in reach."""

from __future__ import annotations

from typing import Any

from sqlalchemy import event, text

from desktop_app.persian.day_ranges import DayRange
from desktop_app.petitions.lists.filters import ListFilter, Order, Scope, View
from desktop_app.petitions.registration.register import NewPetition
from desktop_app.petitions.vocabulary import Channel, Kind
from tests.guarded import Department


def test_views_are_counted_in_an_index_alone_and_only_what_is_in_reach(department: Department) -> None:
    office = department.office
    clerk, rezaei = department.signed_in("rezaei")
    own, taken = office.petition("یک"), office.taken(external_id="taken")
    theirs = office.services.register.register(
        office.music_clerk, NewPetition(Kind.REQUEST, Channel.PHONE, "سه", unit_id=office.music.id)
    )
    saved = [
        ListFilter(scope=Scope.ANY, order=Order.NEWEST, received=DayRange(words="ماه جاری")),
        ListFilter(unit_id=office.books.id),
    ]
    asked: list[tuple[str, Any]] = []

    def told(_connection: Any, _cursor: Any, statement: str, parameters: Any, *_: Any) -> None:
        asked.append((statement, parameters))

    event.listen(clerk.database.engine, "before_cursor_execute", told)
    views, kept = clerk.inbox.counts(rezaei), clerk.inbox.counts_of(rezaei, saved)
    event.remove(clerk.database.engine, "before_cursor_execute", told)
    seen = {row.id for row in clerk.inbox.first(rezaei, ListFilter())}
    assert {own.id, taken.id} <= seen
    assert theirs.id not in seen
    assert views[View.ALL] == kept[0] == len(seen)
    assert views[View.MINE] == 1
    counting = [one for one in asked if "FROM petition" in one[0]]
    assert len(counting) == 3
    vacuum_until_visible(department)
    with clerk.database.reading() as session:
        # Of a handful of rows there is no need for an index.
        for way in ("seqscan", "bitmapscan", "sort"):
            session.execute(text(f"SET LOCAL enable_{way} = off"))
        for statement, parameters in counting:
            plan = session.connection().exec_driver_sql(f"EXPLAIN {statement}", parameters).scalars().all()
            read = [line for line in plan if " on petition" in line]
            assert len(read) == 1
            assert "Index Only Scan using ix_petition_" in read[0], plan


def vacuum_until_visible(department: Department) -> None:
    """Vacuums the petitions until every page is known to be visible to all: only then an index is read alone.

    A page stays unmarked as long as any older snapshot is open, such as that of an autovacuum worker.
    """
    marked = "SELECT relpages > 0 AND relallvisible = relpages FROM pg_class WHERE relname = 'petition'"
    with department.owner.database.engine.connect() as connection:
        connection.execution_options(isolation_level="AUTOCOMMIT")
        # Earlier tests leave indexes that are larger than they need to be, and another one is cheaper then.
        connection.exec_driver_sql("REINDEX TABLE petition")
        connection.exec_driver_sql("VACUUM ANALYZE petition")
        while not connection.exec_driver_sql(marked).scalar_one():
            connection.exec_driver_sql("SELECT pg_sleep(0.05)")
            connection.exec_driver_sql("VACUUM ANALYZE petition")
