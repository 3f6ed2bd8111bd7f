"""The bell (زنگ): everything that needs the attention of a person now, collected from all parts of the program.

For everyone: due reminders, referred petitions that are not accepted yet, and new messages of petitioners. Also
pending side referrals in both directions, petitioners whom a message did not reach, replies awaiting approval,
and comments to decide. For an administrator, first of all: missing or disabled database guards, what waits
for a second person, back-ups that are not sound or not tried, messages that could not be sent, and calendars to
confirm.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Final

from sqlalchemy import ColumnElement, and_, not_, or_, select
from sqlalchemy.orm import Session, aliased

from desktop_app.database.audit import EventRecord
from desktop_app.database.declarations import named_table
from desktop_app.database.engine import Database
from desktop_app.database.guard_check import guard_faults
from desktop_app.database.last_backup import last_backup_in, last_trial_in
from desktop_app.instruments.model import Instrument, PublicComment
from desktop_app.instruments.statute.late_closures import awaits_decision
from desktop_app.instruments.vocabulary import InstrumentStatus
from desktop_app.office.settings import confirmed_years
from desktop_app.persian.dates import JalaliDay, tehran_day, year_title
from desktop_app.petitions.desk.reminders import due_reminders
from desktop_app.petitions.follow_ups.model import WroteAgain
from desktop_app.petitions.model import Petition
from desktop_app.petitions.outbox.standing import not_reached, standing
from desktop_app.petitions.referrals.side_lists import side_rows
from desktop_app.petitions.visibility import reach
from desktop_app.petitions.vocabulary import Kind, Status
from desktop_app.staff.confirmations import pending_of
from desktop_app.staff.roles import Actor, Role
from desktop_app.wording import digits, fill, translate
from desktop_app.wording.backups import last_trial_words, trial_call_words
from desktop_app.wording.history import guard_words
from desktop_app.wording.labels import label
from desktop_app.wording.messages import message_words, reason_words, standing_words

#: Maximum number of rows of each kind; the inbox shows the complete list.
MOST: Final = 50
#: The Jalali month from which the calendar of the next year is asked for: windows and answers end in it by then.
NEXT_YEAR_FROM: Final = 10
#: Days after which a back-up has to be tried again.
TRIAL_DAYS: Final = 31


class Call(StrEnum):
    """The reason of a notification, in display order."""

    GUARD = "guard"
    CONFIRM = "confirm"
    BACKUP = "backup"
    OUTBOX = "outbox"
    CALENDAR = "calendar"
    REMINDER = "reminder"
    REFERRED = "referred"
    WROTE_AGAIN = "wrote_again"
    ASKED = "asked"
    OVERDUE = "overdue"
    NOT_REACHED = "not_reached"
    APPROVAL = "approval"
    CLOSURE = "closure"
    REOPENED = "reopened"
    COMMENT = "comment"


@dataclass(frozen=True, slots=True)
class BellRow:
    """One notification.

    `item_id` is the petition or the comment (then `instrument_id` is set), and 0 for a window (of the draft
    `instrument_id`), a database guard, a back-up, a calendar (`shows`: its year) or the outbox (`shows`: which of
    its messages). `words` is the subject, `beside` the person or item that it belongs to, `due_on` the deadline as
    a day in Tehran, if any.
    """

    call: Call
    item_id: int
    words: str
    beside: str = ""
    due_on: date | None = None
    reminder_id: int | None = None
    instrument_id: int | None = None
    shows: str = ""
    at: datetime | None = None
    message_id: int | None = None
    referral_id: int | None = None


@dataclass(frozen=True, slots=True)
class Bell:
    """All notifications of a day in Tehran; `more` where a kind has more rows than `MOST`.

    `tried` is the verdict on the last back-up that was tried, as text for an administrator.
    """

    today: date
    rows: tuple[BellRow, ...]
    more: bool
    tried: str = ""


class Bells:
    """Collects the notifications of a person."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def of(self, actor: Actor) -> Bell:
        """Returns the current notifications of `actor`; none for an actor without an account."""
        with self._database.reading() as session:
            now = self._database.about_now(session)
            today = tehran_day(now)
            if actor.person_id is None:
                return Bell(today, (), more=False)
            sorts = [
                _guards(session, actor),
                _confirmations(session, actor),
                _trial(session, actor, now),
                _outbox(session, actor, now),
                _calendar(session, actor, today),
                _reminders(session, actor, today),
                _petitions(session, actor, Call.REFERRED, _referred(actor)),
                _wrote_again(session, actor),
                _side_referrals(session, actor, Call.ASKED, None),
                _side_referrals(session, actor, Call.OVERDUE, today - timedelta(days=1)),
                _not_reached(session, actor, now),
                _petitions(session, actor, Call.APPROVAL, _approvals(actor)),
                _windows(session, actor, Call.CLOSURE, today),
                _windows(session, actor, Call.REOPENED, today),
                _comments(session, actor),
            ]
            tried = _tried(session, actor, now)
        rows = tuple(row for rows in sorts for row in rows[:MOST])
        return Bell(today, rows, more=any(len(rows) > MOST for rows in sorts), tried=tried)


def _guards(session: Session, actor: Actor) -> list[BellRow]:
    """Database guards (triggers) that are missing, disabled or different from those of the program."""
    if not actor.has(Role.ADMINISTRATOR):
        return []
    return [BellRow(Call.GUARD, 0, guard_words(fault.value, name)) for name, fault in guard_faults(session)]


def _confirmations(session: Session, actor: Actor) -> list[BellRow]:
    """What the actor can confirm now as the second person."""
    return [
        BellRow(
            Call.CONFIRM,
            0,
            row.person_name,
            label("role", row.membership.role.value)
            if row.membership
            else translate("Confirmations", "Account with a new password"),
        )
        for row in pending_of(session, actor)
        if row.ready and not row.mine
    ]


def _trial(session: Session, actor: Actor, now: datetime) -> list[BellRow]:
    """A backup that was tried and is not sound, or backups that nobody tried for too long."""
    if not actor.has(Role.ADMINISTRATOR) or last_backup_in(session, now) is None:
        return []
    last = last_trial_in(session, now)
    if last is not None and last.ok and last.age_days <= TRIAL_DAYS:
        return []
    # The file may be one of another PC, with other separators.
    name = re.split(r"[\\/]", last.place)[-1] if last is not None else ""
    return [BellRow(Call.BACKUP, 0, trial_call_words(last), name)]


def _tried(session: Session, actor: Actor, now: datetime) -> str:
    """Returns the verdict of the last trial for an administrator, if there was one."""
    last = last_trial_in(session, now) if actor.has(Role.ADMINISTRATOR) else None
    return last_trial_words(last) if last is not None else ""


def _outbox(session: Session, actor: Actor, now: datetime) -> list[BellRow]:
    """Undelivered messages that need an administrator: wrong address, unwritable folder, overdue round."""
    if not actor.has(Role.ADMINISTRATOR):
        return []
    found = standing(session, now)
    words = standing_words(found.failed, found.late, found.without_sender, found.stuck)
    return [
        BellRow(Call.OUTBOX, 0, text, shows="failed" if found.failed and not at else "waiting")
        for at, text in enumerate(words)
    ]


def _calendar(session: Session, actor: Actor, today: date) -> list[BellRow]:
    """Years whose closed days are not confirmed: this one, and the next one before it begins."""
    if not actor.has(Role.ADMINISTRATOR):
        return []
    here, confirmed = JalaliDay.of(today), confirmed_years(session)
    asked = [here.year] if here.month < NEXT_YEAR_FROM else [here.year, here.year + 1]
    words = translate("Bell", "Confirm the calendar of {year}")
    return [
        BellRow(Call.CALENDAR, 0, fill(words, year=year_title(year)), shows=str(year))
        for year in asked
        if year not in confirmed
    ]


def _not_reached(session: Session, actor: Actor, now: datetime) -> list[BellRow]:
    return [
        BellRow(
            Call.NOT_REACHED,
            row.petition_id,
            row.subject,
            fill(
                translate("Outbox", "{what}: {reason}"),
                what=message_words(row.kind, row.way),
                reason=reason_words(row.reason),
            )
            if row.reason
            else message_words(row.kind, row.way),
            at=row.told_at,
            message_id=row.message_id,
        )
        for row in not_reached(session, actor, now, MOST + 1)
    ]


def _reminders(session: Session, actor: Actor, today: date) -> list[BellRow]:
    return [
        BellRow(Call.REMINDER, row.petition_id, row.text, row.subject, row.due_on, reminder_id=row.id)
        for row in due_reminders(session, actor, today, MOST + 1)
    ]


def _referred(actor: Actor) -> list[ColumnElement[bool]]:
    return [Petition.assignee_id == actor.person_id, Petition.status == Status.REFERRED.value]


def _approvals(actor: Actor) -> list[ColumnElement[bool]] | None:
    """Conditions for the units that the person manages; a complaint is never approved by its assignee."""
    managed = actor.managed_units
    if not managed:
        return None
    wanted: list[ColumnElement[bool]] = [
        Petition.status == Status.AWAITING_APPROVAL.value,
        or_(
            Petition.kind != Kind.COMPLAINT.value,
            Petition.assignee_id.is_(None),
            Petition.assignee_id != actor.person_id,
        ),
    ]
    if None not in managed:
        wanted.append(Petition.unit_id.in_(sorted(unit for unit in managed if unit is not None)))
    return wanted


def _petitions(
    session: Session, actor: Actor, call: Call, wanted: list[ColumnElement[bool]] | None
) -> list[BellRow]:
    if wanted is None:
        return []
    statement = (
        select(
            Petition.id,
            Petition.subject,
            Petition.snippet,
            Petition.petitioner_name,
            Petition.due_on,
            Petition.changed_at,
        )
        .where(Petition.is_open.is_(True), *wanted, *reach(session, actor))
        .order_by(Petition.due_order, Petition.id)
        .limit(MOST + 1)
    )
    return [
        BellRow(call, row.id, row.subject or row.snippet, row.petitioner_name, row.due_on, at=row.changed_at)
        for row in session.execute(statement)
    ]


def _wrote_again(session: Session, actor: Actor) -> list[BellRow]:
    """New messages of petitioners, for the assignee; where there is no assignee, for the members of the unit."""
    mine = and_(Petition.is_open.is_(True), Petition.assignee_id == actor.person_id)
    unassigned = or_(Petition.is_open.is_(False), Petition.assignee_id.is_(None))
    statement = (
        select(Petition.id, Petition.subject, Petition.snippet, Petition.petitioner_name, WroteAgain.last_at)
        .join(WroteAgain, WroteAgain.petition_id == Petition.id)
        .where(
            WroteAgain.unread.is_(True),
            or_(mine, and_(unassigned, Petition.unit_id.in_(sorted(actor.unit_ids)))),
            *reach(session, actor),
        )
        .order_by(WroteAgain.last_at, Petition.id)
        .limit(MOST + 1)
    )
    return [
        BellRow(Call.WROTE_AGAIN, row.id, row.subject or row.snippet, row.petitioner_name, at=row.last_at)
        for row in session.execute(statement)
    ]


def _side_referrals(session: Session, actor: Actor, call: Call, until: date | None) -> list[BellRow]:
    asked = call is Call.ASKED
    return [
        BellRow(
            call,
            row.petition_id,
            row.subject,
            row.from_unit if asked else row.to_unit,
            row.due_on,
            at=row.sent_at if asked else None,
            referral_id=row.referral_id,
        )
        for row in side_rows(session, actor, asked=asked, until=until, most=MOST + 1)
    ]


def _windows(session: Session, actor: Actor, call: Call, today: date) -> list[BellRow]:
    """Drafts that wait for the decision on a closure; open windows that were opened again and not published so.

    For the draft's manager. A window that was opened again calls reviewers as well, until its package is made.
    """
    managed = actor.managed_units
    drafts = named_table(Instrument.__tablename__)
    wanted = awaits_decision(drafts) if call is Call.CLOSURE else _opened_again(today)
    if not (call is Call.REOPENED and actor.has(Role.REVIEWER)) and None not in managed:
        if not managed:
            return []
        units = sorted(unit for unit in managed if unit is not None)
        wanted = and_(wanted, or_(Instrument.unit_id.is_(None), Instrument.unit_id.in_(units)))
    statement = (
        select(Instrument.id, Instrument.title, Instrument.code, Instrument.closes_on)
        .where(wanted)
        .order_by(Instrument.closes_on, Instrument.id)
        .limit(MOST + 1)
    )
    return [
        BellRow(
            call,
            0,
            row.title,
            digits(row.code),
            row.closes_on if call is Call.REOPENED else None,
            instrument_id=row.id,
        )
        for row in session.execute(statement)
    ]


def _opened_again(today: date) -> ColumnElement[bool]:
    event, later = aliased(EventRecord), aliased(EventRecord)
    after = select(later.id).where(
        later.item_type == event.item_type,
        later.item_id == event.item_id,
        later.sequence > event.sequence,
        later.action.in_(("moved", "package_made")),
    )
    again = select(event.id).where(
        event.item_type == "instrument",
        event.item_id == Instrument.id,
        event.action == "window_reopened",
        not_(after.exists()),
    )
    is_open = and_(Instrument.status == InstrumentStatus.OPEN.value, Instrument.closes_on >= today)
    return and_(is_open, again.exists())


def _comments(session: Session, actor: Actor) -> list[BellRow]:
    statement = (
        select(PublicComment.id, PublicComment.instrument_id, PublicComment.text, Instrument.title)
        .join(Instrument, Instrument.id == PublicComment.instrument_id)
        .where(
            PublicComment.assignee_id == actor.person_id,
            PublicComment.disposition.is_(None),
            PublicComment.hidden_reason.is_(None),
        )
        .order_by(PublicComment.id)
        .limit(MOST + 1)
    )
    return [
        BellRow(Call.COMMENT, row.id, row.text[:200], row.title, instrument_id=row.instrument_id)
        for row in session.execute(statement)
    ]
