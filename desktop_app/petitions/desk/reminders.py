"""Personal reminders (یادآور) about a petition, shown on their day to their owner only.

On PostgreSQL row security restricts each person to their own rows. Reminders are private and therefore create
no events.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from sqlalchemy import ColumnElement, ForeignKey, Index, String, and_, func, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from desktop_app.database.base import AutoId, Base, UtcMoment
from desktop_app.database.engine import Database
from desktop_app.database.operations import once
from desktop_app.errors import InvalidValueError, NotFoundError, NotPermittedError
from desktop_app.persian.dates import tehran_day
from desktop_app.petitions.model import Petition
from desktop_app.petitions.visibility import is_seen, reach
from desktop_app.staff.roles import Actor, Role

LONGEST_TEXT: Final = 200


class Reminder(Base):
    """A reminder; `due_on` is a day in Tehran, `done_at` when it was completed."""

    __tablename__ = "reminder"
    __table_args__ = (Index("ix_reminder_person", "person_id", "due_on"),)

    id: Mapped[AutoId]
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    petition_id: Mapped[int] = mapped_column(ForeignKey("petition.id"))
    due_on: Mapped[date]
    text: Mapped[str] = mapped_column(String(LONGEST_TEXT))
    made_at: Mapped[datetime] = mapped_column(UtcMoment)
    done_at: Mapped[datetime | None] = mapped_column(UtcMoment)


@dataclass(frozen=True, slots=True)
class ReminderRow:
    """A reminder as a screen shows it; `subject` and `tracking_code` are empty if the person no longer sees
    the petition.
    """

    id: int
    petition_id: int
    due_on: date
    text: str
    done: bool
    subject: str = ""
    tracking_code: str = ""


class Reminders:
    """Stores and reads reminders."""

    def __init__(self, database: Database) -> None:
        self._database = database

    @once
    def add(self, actor: Actor, petition_id: int, due_on: date, text: str) -> ReminderRow:
        """Adds a reminder.

        Raises `InvalidValueError` (empty or too long text, a past day), `NotFoundError`, `NotPermittedError`
        for an actor without an account.
        """
        words = " ".join(text.split())
        if not words:
            raise InvalidValueError(field="reminder", reason="empty", value="")
        if len(words) > LONGEST_TEXT:
            raise InvalidValueError(field="reminder", reason="too_long", value=words[:20])
        if actor.person_id is None:
            raise NotPermittedError(act="keep_reminder", who_may=Role.CLERK.value)
        with self._database.writing() as session:
            now = self._database.now(session)
            if due_on < tehran_day(now):
                raise InvalidValueError(field="date", reason="day_is_past", value=due_on.isoformat())
            if not is_seen(session, actor, petition_id):
                raise NotFoundError(item="petition", key=petition_id)
            made = Reminder(
                person_id=actor.person_id, petition_id=petition_id, due_on=due_on, text=words, made_at=now
            )
            session.add(made)
            session.flush()
            return _read(session, actor, made.id)

    @once
    def set_done(self, actor: Actor, reminder_id: int, *, done: bool = True) -> ReminderRow:
        """Marks a reminder as done, or (`done` false) as open. Raises `NotFoundError` for another person's."""
        with self._database.writing() as session:
            mine = _mine(session, actor, reminder_id)
            mine.done_at = self._database.now(session) if done else None
            session.flush()
            return _read(session, actor, mine.id)

    @once
    def put_off(self, actor: Actor, reminder_id: int, due_on: date) -> ReminderRow:
        """Moves a reminder to another day; past days are accepted, so that this can be undone.

        Raises `NotFoundError` for another person's.
        """
        with self._database.writing() as session:
            mine = _mine(session, actor, reminder_id)
            mine.due_on = due_on
            session.flush()
            return _read(session, actor, mine.id)

    def open(self, actor: Actor, petition_id: int | None = None) -> tuple[ReminderRow, ...]:
        """Returns the person's open reminders by day, optionally those of one petition."""
        wanted: list[ColumnElement[bool]] = [Reminder.done_at.is_(None)]
        if petition_id is not None:
            wanted.append(Reminder.petition_id == petition_id)
        with self._database.reading() as session:
            return _rows(session, actor, wanted)


def due_reminders(session: Session, actor: Actor, today: date, most: int) -> tuple[ReminderRow, ...]:
    """Returns the person's due reminders in the caller's transaction, at most `most`."""
    return _rows(session, actor, [Reminder.done_at.is_(None), Reminder.due_on <= today], most)


def _mine(session: Session, actor: Actor, reminder_id: int) -> Reminder:
    found = session.get(Reminder, reminder_id)
    if found is None or found.person_id != actor.person_id:
        raise NotFoundError(item="reminder", key=reminder_id)
    return found


def _read(session: Session, actor: Actor, reminder_id: int) -> ReminderRow:
    return _rows(session, actor, [Reminder.id == reminder_id])[0]


def _rows(
    session: Session, actor: Actor, wanted: Sequence[ColumnElement[bool]], most: int | None = None
) -> tuple[ReminderRow, ...]:
    # Petitions no longer visible are not named; the person's own text stays.
    seen = and_(Petition.id == Reminder.petition_id, *reach(session, actor))
    statement = (
        select(
            Reminder.id,
            Reminder.petition_id,
            Reminder.due_on,
            Reminder.text,
            Reminder.done_at.is_not(None),
            func.coalesce(Petition.subject, ""),
            func.coalesce(Petition.tracking_code, ""),
        )
        .outerjoin(Petition, seen)
        .where(Reminder.person_id == (actor.person_id or 0), *wanted)
        .order_by(Reminder.due_on, Reminder.id)
        .limit(most)
    )
    return tuple(ReminderRow(*row) for row in session.execute(statement))
