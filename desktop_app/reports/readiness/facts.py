"""Reads what the set-up tasks depend on. An administrator's role on PostgreSQL reads all of these tables."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields
from datetime import datetime
from typing import Any, Final

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from desktop_app.database.audit import EventRecord
from desktop_app.database.last_backup import last_backup_in
from desktop_app.office.acts import DEADLINES_CHANGED, OFFICE, SETTINGS_CHANGED
from desktop_app.office.message_templates import DeliveryMethod, MessageKind, active_templates
from desktop_app.office.model import ClosedDay, LetterTemplate, ReplyTemplate
from desktop_app.office.office_settings import OfficeSettings
from desktop_app.office.set_up import SET_UP_CONFIRMED, SET_UP_UNCONFIRMED, SetUpTask
from desktop_app.office.settings import confirmed_years, deadlines_of, settings_of
from desktop_app.persian.dates import JalaliDay, tehran_day
from desktop_app.petitions.outbox.settings import message_settings_of, unready_ways
from desktop_app.petitions.routing.model import RoutingRule
from desktop_app.reports.readiness.checklist import SetUpEvent, SetUpFacts, SetUpRule, SetUpUnit
from desktop_app.staff.model import Person, PersonRole, Unit
from desktop_app.staff.roles import Role

_DESK: Final = (Role.CLERK.value, Role.MANAGER.value)
_LETTERHEAD: Final = ("ministry", "office_name", "office_short", "phone", "office_address")
_BACKUP: Final = "backup_made"
_OF_OFFICE: Final = (EventRecord.item_type == "office", EventRecord.item_id == OFFICE)


def facts_of(session: Session, now: datetime) -> SetUpFacts:
    """Returns the facts at `now`, within an existing transaction."""
    year = JalaliDay.of(tehran_day(now)).year
    events, confirmed = _events(session)
    people = session.execute(
        select(Person.id, Person.must_change_password, Person.opened_by_id).where(Person.active)
    ).all()
    answers_by = _answers_by(session)
    backup, made = last_backup_in(session, now), _last(session, *_OF_OFFICE, EventRecord.action == _BACKUP)
    if made is not None:
        events[SetUpTask.BACKUP] = _event(made)
    of_the_desk = (
        select(func.count(PersonRole.person_id.distinct()))
        .join(Person, Person.id == PersonRole.person_id)
        .where(Person.active, PersonRole.role.in_(_DESK))
    )
    return SetUpFacts(
        settings=settings_of(session),
        units=_units(session),
        accounts=len(people),
        of_the_desk=session.scalar(of_the_desk) or 0,
        not_signed_in=sum(bool(one.must_change_password or one.opened_by_id) for one in people),
        rules=tuple(
            SetUpRule(row.id, row.version, row.name, row.active)
            for row in session.scalars(select(RoutingRule).order_by(RoutingRule.place, RoutingRule.id))
        ),
        year=year,
        year_confirmed=year in confirmed_years(session),
        closed_days=_closed_days(session, year),
        deadlines=deadlines_of(session),
        replies=_count(
            session, ReplyTemplate.id, ReplyTemplate.active.is_(True), ReplyTemplate.owner_id.is_(None)
        ),
        own_letters=_count(session, LetterTemplate.id, LetterTemplate.standard.is_(False)),
        answers_by=answers_by,
        leads_nowhere=unready_ways(message_settings_of(session), answers_by),
        backup=backup,
        backup_by_hand=made is not None and made.actor_id is not None,
        events=events,
        confirmed=confirmed,
    )


def first_administrator(session: Session) -> str:
    """Returns the name of the oldest account that administers; empty where there is none."""
    found = (
        select(Person.full_name)
        .join(PersonRole, PersonRole.person_id == Person.id)
        .where(Person.active, PersonRole.role == Role.ADMINISTRATOR.value)
        .order_by(Person.id)
        .limit(1)
    )
    return session.scalar(found) or ""


def _units(session: Session) -> tuple[SetUpUnit, ...]:
    held = session.execute(
        select(PersonRole.unit_id, func.count(PersonRole.person_id.distinct()))
        .join(Person, Person.id == PersonRole.person_id)
        .where(Person.active, PersonRole.role.in_(_DESK))
        .group_by(PersonRole.unit_id)
    )
    counts = {row[0]: row[1] for row in held}
    units = session.scalars(select(Unit).where(Unit.active).order_by(Unit.place, Unit.id))
    return tuple(SetUpUnit(unit.id, unit.name, unit.needs_approval, counts.get(unit.id, 0)) for unit in units)


def _answers_by(session: Session) -> tuple[DeliveryMethod, ...]:
    answered = active_templates(session, (MessageKind.ANSWERED,))
    return tuple(way for way in DeliveryMethod if (MessageKind.ANSWERED.value, way.value) in answered)


def _closed_days(session: Session, year: int) -> int:
    first, after = JalaliDay(year, 1, 1).to_date(), JalaliDay(year + 1, 1, 1).to_date()
    return _count(session, ClosedDay.id, ClosedDay.day >= first, ClosedDay.day < after)


def _count(session: Session, column: Any, *conditions: ColumnElement[bool]) -> int:
    return session.scalar(select(func.count(column)).where(*conditions)) or 0


# Events


def _events(session: Session) -> tuple[dict[SetUpTask, SetUpEvent], dict[SetUpTask, SetUpEvent]]:
    """Returns the last events of tasks, and the confirmations that nobody took back."""
    events: dict[SetUpTask, SetUpEvent] = {}
    confirmed: dict[SetUpTask, SetUpEvent] = {}
    actions = [SETTINGS_CHANGED, DEADLINES_CHANGED, SET_UP_CONFIRMED, SET_UP_UNCONFIRMED]
    for one in _all(session, *_OF_OFFICE, EventRecord.action.in_([act.action for act in actions])):
        if one.action == DEADLINES_CHANGED.action:
            events[SetUpTask.DEADLINES] = _event(one)
        elif one.action == SETTINGS_CHANGED.action:
            if _is_of_letterhead(one.before, one.after):
                events[SetUpTask.LETTERHEAD] = _event(one)
        else:
            task = SetUpTask(one.after["set_up_task"])
            confirmed.pop(task, None)
            if one.action == SET_UP_CONFIRMED.action:
                confirmed[task] = _event(one)
    for task, item_type in (
        (SetUpTask.ROUTING, "routing_rule"),
        (SetUpTask.CALENDAR, "calendar_year"),
        (SetUpTask.REPLIES, "reply_template"),
    ):
        last = _last(session, EventRecord.item_type == item_type)
        if last is not None:
            events[task] = _event(last)
    return events, confirmed


def _is_of_letterhead(before: dict[str, Any], after: dict[str, Any]) -> bool:
    """Whether an event of the settings is about the letterhead: it changed, or all was saved as it stood."""
    whole = {field.name for field in fields(OfficeSettings)} <= after.keys()
    return any(before.get(name) != after.get(name) for name in _LETTERHEAD) or (whole and before == after)


def _event(found: Any) -> SetUpEvent:
    return SetUpEvent(found.actor_name, found.at, found.text, str(found.after.get("key_fingerprint", "")))


_COLUMNS: Final = (
    EventRecord.actor_id, EventRecord.actor_name, EventRecord.at, EventRecord.action, EventRecord.before,
    EventRecord.after, EventRecord.text,
)  # fmt: skip


def _all(session: Session, *conditions: ColumnElement[bool]) -> Iterable[Any]:
    return session.execute(select(*_COLUMNS).where(*conditions).order_by(EventRecord.sequence)).all()


def _last(session: Session, *conditions: ColumnElement[bool]) -> Any | None:
    found = select(*_COLUMNS).where(*conditions).order_by(EventRecord.id.desc()).limit(1)
    return session.execute(found).one_or_none()
