"""Numbers without gaps: one counter row a series and Jalali year, locked in the transaction that uses it."""

from __future__ import annotations

from sqlalchemy import select, text
from sqlalchemy.dialects import sqlite
from sqlalchemy.orm import Session

from desktop_app.office.model import Counter

REGISTRY = "registry"


def take_numbers(session: Session, series: str, year: int, count: int = 1) -> int:
    """Takes `count` numbers of `series` in the Jalali `year`; returns the first of them.

    They are given out with the transaction: a roll-back gives them back, so there are no gaps. Others who want
    one wait until then. On PostgreSQL nobody touches the counters but a function of the database.
    """
    if session.get_bind().dialect.name != "sqlite":
        taken = text("SELECT app.take_numbers(:series, :year, :count)")
        return int(session.execute(taken, {"series": series, "year": year, "count": count}).scalar_one())
    insert = sqlite.insert(Counter).values(series=series, year=year, last=0)
    session.execute(insert.on_conflict_do_nothing())
    counter = session.scalars(select(Counter).where(Counter.series == series, Counter.year == year)).one()
    first = counter.last + 1
    counter.last += count
    session.flush()
    return first
