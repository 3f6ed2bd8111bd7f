"""Side referrals (ارجاع هم‌زمان) to several units and persons at once, while the petition stays in its unit.

Each has a purpose and an optional deadline, and is closed with an answer or a reason. Open referrals for
action block the resolution; those for an opinion do not. A referral for information needs no answer.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop_app.database.acts.model import Item, Rows
from desktop_app.database.engine import Database
from desktop_app.database.operations import once
from desktop_app.errors import InvalidValueError, NotFoundError, RuleError
from desktop_app.office.settings import AnswerDeadline, calendar_of
from desktop_app.office.workdays import WorkCalendar
from desktop_app.persian.dates import tehran_day
from desktop_app.petitions.acts.side import SIDE_ACTS
from desktop_app.petitions.deadlines.counting import deadline
from desktop_app.petitions.desk.conflicts import as_seen, do_one, mark_seen
from desktop_app.petitions.desk.detail import PetitionDetail, existing, load_detail
from desktop_app.petitions.model import Petition, Referral
from desktop_app.petitions.moves import answers, recalls, works
from desktop_app.petitions.referrals.sending import active_unit, clerks_of
from desktop_app.petitions.replies.answering import required
from desktop_app.petitions.visibility import is_seen
from desktop_app.petitions.vocabulary import OPEN, Purpose, SideAct, Status
from desktop_app.staff.deputies import acting_on, clerks_deputies
from desktop_app.staff.model import Person, PersonRole, Unit
from desktop_app.staff.roles import Actor, Role

#: Default number of working days for an answer.
DEFAULT_DAYS: Final = 5
MOST_DAYS: Final = 366
#: Maximum number of recipients at once.
MOST_TARGETS: Final = 50
LONGEST: Final = 100_000


@dataclass(frozen=True, slots=True)
class SideTarget:
    """A recipient (`person_id` None: the whole unit) and the purpose.

    `days` are working days, None for no deadline. `order_note` replaces the common note for this recipient.
    """

    unit_id: int
    person_id: int | None = None
    purpose: Purpose = Purpose.OPINION
    days: int | None = DEFAULT_DAYS
    order_note: str = ""


@dataclass(frozen=True, slots=True)
class SidePlace:
    """A unit (`person_id` None) or a clerk in it, with names; `deputy` stands in for the clerk today.

    Places with the same ids are equal, whatever the names were when they were read.
    """

    unit_id: int
    person_id: int | None
    unit: str = field(compare=False)
    person: str = field(compare=False)
    deputy: str = field(default="", compare=False)


class SideReferrals:
    """Sends, answers, returns and recalls side referrals; `Desk.undo` undoes each."""

    def __init__(self, database: Database) -> None:
        self._database = database

    @once
    def send(
        self,
        actor: Actor,
        petition_id: int,
        version: int,
        targets: Sequence[SideTarget],
        order_note: str = "",
    ) -> PetitionDetail:
        """Sends side referrals of an open petition of the actor's unit.

        Raises `RuleError` (`already_asked`: one to the same recipient is open), `InvalidValueError`,
        `ConflictError`, `NotFoundError`.
        """
        with self._database.writing() as session:
            petition = as_seen(session, petition_id, version)
            now = self._database.now(session)
            actor = acting_on(session, actor, tehran_day(now))
            prepared = targets_to_send(session, actor, petition, now, targets, order_note)
            item = Item(petition_id, version, order_note, remarks={"targets": [told for _, told in prepared]})
            rows = {"side": [{"item": petition_id, **columns} for columns, _ in prepared]}
            return _done(session, actor, SideAct.SENT, item, rows, now)

    def answer(self, actor: Actor, petition_id: int, referral_id: int, text: str) -> PetitionDetail:
        """Answers a referral to the actor or their unit."""
        return self._close(actor, petition_id, referral_id, SideAct.ANSWERED, required(text, "answer"))

    def give_back(self, actor: Actor, petition_id: int, referral_id: int, reason: str) -> PetitionDetail:
        """Returns a referral that is outside the responsibility of its recipient."""
        return self._close(actor, petition_id, referral_id, SideAct.RETURNED, required(reason, "reason"))

    def recall(self, actor: Actor, petition_id: int, referral_id: int, reason: str = "") -> PetitionDetail:
        """Recalls an unanswered referral; its sender and those who work on the petition may do so."""
        return self._close(actor, petition_id, referral_id, SideAct.RECALLED, reason)

    def places(self) -> tuple[SidePlace, ...]:
        """Returns the possible recipients: each active unit, followed by its clerks."""
        units = select(Unit.id, Unit.name).where(Unit.active).order_by(Unit.place, Unit.id)
        clerks = (
            select(PersonRole.unit_id, Person.id, Person.full_name)
            .join(Person)
            .where(Person.active, PersonRole.role == Role.CLERK.value, PersonRole.unit_id.is_not(None))
            .order_by(Person.id)
            .distinct()
        )
        with self._database.reading() as session:
            of_unit: dict[int, list[SidePlace]] = {
                row.id: [SidePlace(row.id, None, row.name, "")] for row in session.execute(units)
            }
            deputies = clerks_deputies(session, tehran_day(self._database.now(session)))
            for unit, person, name in session.execute(clerks):
                if unit in of_unit:
                    deputy = deputies.get((person, unit)) or deputies.get((person, None), "")
                    of_unit[unit].append(SidePlace(unit, person, of_unit[unit][0].unit, name, deputy))
            return tuple(place for places in of_unit.values() for place in places)

    @once
    def _close(
        self, actor: Actor, petition_id: int, referral_id: int, act: SideAct, text: str
    ) -> PetitionDetail:
        with self._database.writing() as session:
            petition = existing(session, petition_id)
            now = self._database.now(session)
            actor = acting_on(session, actor, tehran_day(now))
            if not is_seen(session, actor, petition_id):
                raise NotFoundError(item="petition", key=petition_id)
            referral = session.get(Referral, referral_id, populate_existing=True)
            if referral is None or not referral.side or referral.petition_id != petition_id:
                raise NotFoundError(item="referral", key=referral_id)
            _must(act, actor, petition, referral)
            told = _told(
                session, referral.to_unit_id, referral.to_person_id, referral.purpose, referral.due_on
            )
            # No version check, as with notes: other changes do not conflict.
            remarks = {"targets": [told], "referral": referral_id}
            item = Item(petition_id, None, text, {"referral": referral_id}, remarks)
            return _done(session, actor, act, item, {}, now)


def targets_to_send(
    session: Session,
    actor: Actor,
    petition: Petition,
    now: datetime,
    targets: Sequence[SideTarget],
    order_note: str,
) -> list[tuple[dict[str, Any], dict[str, Any]]]:
    """Returns for each recipient the columns of its referral and the values that the event records."""
    if Status(petition.status) not in OPEN:
        raise RuleError(rule="not_from_this_state")
    if not works(actor, petition.unit_id):
        raise RuleError(rule="not_your_role")
    if not 1 <= len(targets) <= MOST_TARGETS:
        raise InvalidValueError(field="targets", reason="out_of_range", value=len(targets))
    calendar = calendar_of(session)
    out = {
        (row.to_unit_id, row.to_person_id)
        for row in session.execute(
            select(Referral.to_unit_id, Referral.to_person_id).where(
                Referral.petition_id == petition.id, Referral.side, Referral.acted_at.is_(None)
            )
        )
    }
    prepared = []
    for target in targets:
        place = (target.unit_id, target.person_id)
        if place in out:
            raise RuleError(rule="already_asked")
        out.add(place)
        _look_at(session, actor, petition, target)
        note = target.order_note.strip() or order_note.strip()
        if target.purpose is not Purpose.INFORMATION:
            required(note, "order_note")
        due_on = due_after(calendar, now, None if target.purpose is Purpose.INFORMATION else target.days)
        columns = {
            "to_unit_id": target.unit_id,
            "to_person_id": target.person_id,
            "purpose": target.purpose.value,
            "order_note": note,
            "due_on": due_on,
        }
        prepared.append(
            (columns, _told(session, target.unit_id, target.person_id, target.purpose.value, due_on))
        )
    return prepared


def due_after(calendar: WorkCalendar, now: datetime, days: int | None) -> date | None:
    """Returns the last of `days` working days after today, or None without a deadline. Raises
    `InvalidValueError`.
    """
    if days is None:
        return None
    if not 1 <= days <= MOST_DAYS:
        raise InvalidValueError(field="days", reason="out_of_range", value=days)
    return deadline(tehran_day(now), AnswerDeadline(None, None, days, working=True), calendar).day


def _look_at(session: Session, actor: Actor, petition: Petition, target: SideTarget) -> None:
    active_unit(session, target.unit_id)
    if target.person_id is None:
        if target.unit_id == petition.unit_id:
            raise RuleError(rule="already_in_this_unit")
        return
    if target.person_id == actor.person_id:
        raise RuleError(rule="not_to_oneself")
    if target.person_id not in {person.id for person in clerks_of(session, target.unit_id)}:
        raise RuleError(rule="not_a_clerk_of_the_unit")


def _must(act: SideAct, actor: Actor, petition: Petition, referral: Referral) -> None:
    """Raises if the act is not allowed."""
    if referral.acted_at is not None:
        raise RuleError(rule="referral_is_closed")
    if not petition.is_open or (act is not SideAct.RECALLED and referral.purpose == Purpose.INFORMATION):
        raise RuleError(rule="not_from_this_state")
    unit, person, sender = referral.to_unit_id, referral.to_person_id, referral.sent_by_id
    held = petition.unit_id

    def may(who: Actor) -> bool:
        if act is SideAct.RECALLED:
            return recalls(who, held, sender)
        return answers(who, unit, person)

    if not may(actor):
        raise RuleError(rule="not_your_role")


def _told(
    session: Session, unit_id: int, person_id: int | None, purpose: str, due_on: date | None
) -> dict[str, Any]:
    person = session.get(Person, person_id) if person_id else None
    return {
        "unit": session.scalar(select(Unit.name).where(Unit.id == unit_id)) or "",
        "person": person.full_name if person else "",
        "purpose": purpose,
        "due_on": due_on.isoformat() if due_on else None,
    }


def _done(
    session: Session, actor: Actor, act: SideAct, item: Item, rows: Rows, now: datetime
) -> PetitionDetail:
    if len(item.text) > LONGEST:
        raise InvalidValueError(field="text", reason="too_long", value="")
    mark_seen(session, actor, item.id, do_one(session, SIDE_ACTS[act], actor, item, rows, now))
    return load_detail(session, actor, item.id)
