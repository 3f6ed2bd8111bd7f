"""The latest time that the program has seen: an SQLite file has no server clock to compare with.

A PC whose clock was put back can neither keep a consultation open nor promulgate early. The mark goes forward only by
a clock that can be trusted (`database.clock_watch`), and back only by an event that people recorded (`settle`).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, Final

from sqlalchemy import CheckConstraint, false, func, insert, select, update
from sqlalchemy.orm import Mapped, Session, mapped_column

from desktop_app.database.audit import EventRecord
from desktop_app.database.base import Base, UtcMoment
from desktop_app.database.declarations import load_all
from desktop_app.persian.dates import tehran_day

#: A clock that is synchronized may jump by so much without any manipulation.
TOLERANCE: Final = timedelta(minutes=10)
#: What people record about the clock: that it is right, and that the mark goes back to it.
CONFIRMED: Final = "clock_confirmed"
TAKEN_BACK: Final = "clock_taken_back"
#: The event of the second person, which follows one of these.
SECONDED: Final = "clock_seconded"
#: The type of item that these events belong to.
OF_ITEM: Final = "office"


class ClockMark(Base):
    """The latest time seen; at most one row, and none on PostgreSQL."""

    __tablename__ = "clock_mark"
    __table_args__ = (CheckConstraint("id = 1", name="one_row"),)

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    #: The day of `at` in Tehran.
    day: Mapped[date]
    at: Mapped[datetime] = mapped_column(UtcMoment)
    #: The event by which people last set the mark; before the first one, the newest event when the mark was made.
    event_id: Mapped[int]
    #: Whether a running program saw the clock jump, and nobody has confirmed the day since.
    doubted: Mapped[bool] = mapped_column(default=False, server_default=false())


@dataclass(frozen=True, slots=True)
class MarkedTime:
    """The mark as it is stored. `at` is aware."""

    at: datetime
    event_id: int
    doubted: bool


def marked_time(session: Session) -> MarkedTime | None:
    """Returns the mark of an SQLite database; None if there is none yet."""
    found = session.execute(select(ClockMark.at, ClockMark.event_id, ClockMark.doubted)).one_or_none()
    return None if found is None else MarkedTime(*found)


def is_behind(session: Session, now: datetime) -> bool:
    """Whether `now` (aware) is earlier than the latest time seen."""
    mark = marked_time(session)
    return mark is not None and now < mark.at - TOLERANCE


def keep_the_time(session: Session, now: datetime) -> None:
    """Stores `now` (aware) if it is the latest so far; needs a writing session of an SQLite database."""
    if marked_time(session) is None:
        newest = select(func.coalesce(func.max(EventRecord.id), 0)).scalar_subquery()
        session.execute(insert(ClockMark).values(id=1, day=tehran_day(now), at=now, event_id=newest))
        return
    later = update(ClockMark).where(ClockMark.at < now)
    session.execute(later.values(day=tehran_day(now), at=now))


def settle(session: Session) -> None:
    """Sets the mark to the moment of the newest event that people recorded about the clock, in its transaction."""
    at, number = session.execute(
        select(EventRecord.at, EventRecord.id)
        .where(EventRecord.item_type == OF_ITEM, EventRecord.action.in_((CONFIRMED, TAKEN_BACK)))
        .order_by(EventRecord.id.desc())
        .limit(1)
    ).one()
    values = {"day": tehran_day(at), "at": at, "event_id": number, "doubted": False}
    there = marked_time(session) is not None
    session.execute(update(ClockMark).values(values) if there else insert(ClockMark).values(id=1, **values))


def set_doubted(session: Session, doubted: bool) -> None:
    """Stores whether a jump of the clock was seen, for programs that start later."""
    session.execute(update(ClockMark).where(ClockMark.doubted != doubted).values(doubted=doubted))


#: The events of acts that kept the time, by type of item and action; with the statuses that count, if not all.
_KEEPERS: Final[dict[tuple[str, str], frozenset[str]]] = {}


def keeps_time(item_type: str, action: str, *statuses: str) -> None:
    """Registers an act after which the mark stands at its event or later, for `audit verify`."""
    _KEEPERS[item_type, action] = frozenset(statuses)


def mark_is_behind(session: Session) -> tuple[datetime, datetime] | None:
    """Returns the mark, and the later moment at which it stood by the history, if it went back without an event."""
    mark = marked_time(session)
    if mark is None:
        return None
    about_clock = select(func.max(EventRecord.id)).where(
        EventRecord.item_type == OF_ITEM, EventRecord.action.in_((CONFIRMED, TAKEN_BACK))
    )
    last = int(session.scalar(about_clock) or 0)
    if mark.event_id < last:
        at = session.scalars(select(EventRecord.at).where(EventRecord.id == last)).one()
        return mark.at, at
    latest = max((at for at in _kept_since(session, last)), default=mark.at)
    return (mark.at, latest) if mark.at < latest - TOLERANCE else None


def _kept_since(session: Session, since: int) -> list[datetime]:
    """Returns the moments at which the time was kept after an event."""
    load_all()
    types, actions = ({key[place] for key in _KEEPERS} for place in (0, 1))
    rows = session.execute(
        select(EventRecord.item_type, EventRecord.action, EventRecord.at, EventRecord.after).where(
            EventRecord.id >= since, EventRecord.item_type.in_(types | {OF_ITEM}),
            EventRecord.action.in_(actions | {CONFIRMED, TAKEN_BACK}),
        )
    )  # fmt: skip
    return [row.at for row in rows if _keeps(row)]


def _keeps(row: Any) -> bool:
    if row.item_type == OF_ITEM:
        return row.action in {CONFIRMED, TAKEN_BACK}
    statuses = _KEEPERS.get((row.item_type, row.action))
    return statuses is not None and (not statuses or row.after.get("status") in statuses)
