"""The latest time that the program has seen: an SQLite file has no server clock to compare with.

A PC whose clock was put back can neither keep a consultation open nor promulgate early. A clock that is ahead is
trusted.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Final

from sqlalchemy import CheckConstraint, select
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.orm import Mapped, Session, mapped_column

from desktop_app.database.base import Base, UtcMoment
from desktop_app.persian.dates import tehran_day

#: A clock that is synchronized may jump by so much without any manipulation.
_TOLERANCE: Final = timedelta(minutes=10)


class ClockMark(Base):
    """The latest time seen; at most one row, and none on PostgreSQL."""

    __tablename__ = "clock_mark"
    __table_args__ = (CheckConstraint("id = 1", name="one_row"),)

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    #: The day of `at` in Tehran.
    day: Mapped[date]
    at: Mapped[datetime] = mapped_column(UtcMoment)


def is_behind(session: Session, now: datetime) -> bool:
    """Whether `now` (aware) is earlier than the latest time seen."""
    seen = session.scalar(select(ClockMark.at))
    return seen is not None and now < seen - _TOLERANCE


def keep_the_time(session: Session, now: datetime) -> None:
    """Stores `now` (aware) if it is the latest so far; needs a writing session of an SQLite database."""
    made = insert(ClockMark).values(id=1, day=tehran_day(now), at=now)
    latest = {"day": made.excluded.day, "at": made.excluded.at}
    later = made.excluded.at > ClockMark.at
    session.execute(made.on_conflict_do_update(index_elements=[ClockMark.id], set_=latest, where=later))
