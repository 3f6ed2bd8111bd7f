"""Numbers without gaps: one counter row a series and Jalali year, locked in the transaction that uses it."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from desktop_app.office.model import Counter

REGISTRY = "registry"


def take_numbers(session: Session, series: str, year: int, count: int = 1) -> int:
    """Takes `count` numbers of `series` in the Jalali `year`; returns the first of them.

    They are given out with the transaction: a roll-back gives them back, so there are no gaps. Others who want
    one wait until then.
    """
    dialect = session.get_bind().dialect.name
    insert = sqlite.insert(Counter) if dialect == "sqlite" else postgresql.insert(Counter)
    session.execute(insert.values(series=series, year=year, last=0).on_conflict_do_nothing())
    counter = session.scalars(
        select(Counter).where(Counter.series == series, Counter.year == year).with_for_update()
    ).one()
    first = counter.last + 1
    counter.last += count
    session.flush()
    return first
