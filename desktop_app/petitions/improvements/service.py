"""Improvement actions (اقدام اصلاحی): what the office improves because of petitions (strategy, S6).

An action names the service, the owner, the due date and the petitions that caused it. Everybody at the desk reads
them; the person who created one, its owner and managers change and finish it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from desktop_app.database.acts.model import Act, Item
from desktop_app.database.engine import Database
from desktop_app.database.operations import once
from desktop_app.errors import AppError, ConflictError, InvalidValueError, NotFoundError, NotPermittedError
from desktop_app.persian.dates import tehran_day
from desktop_app.petitions.desk.conflicts import do_one
from desktop_app.petitions.improvements.acts import ADDED, CHANGED, DONE, NAMED, REOPENED
from desktop_app.petitions.improvements.model import (
    LONGEST_SERVICE,
    LONGEST_TITLE,
    Improvement,
    ImprovementPetition,
)
from desktop_app.petitions.model import Petition
from desktop_app.petitions.visibility import is_seen, reach
from desktop_app.staff.acting import perform_one
from desktop_app.staff.model import Person
from desktop_app.staff.roles import Actor, Role

#: The number of petitions that are locked and attached in one transaction; more take several.
AT_ONCE: Final = 500
_SHOWN: Final = 200


@dataclass(frozen=True, slots=True)
class NewImprovement:
    """The values of an action when it is created or changed."""

    service: str
    title: str
    text: str = ""
    owner_id: int | None = None
    due_on: date | None = None


@dataclass(frozen=True, slots=True)
class CausingPetition:
    """A petition that caused an action, if the reader may see it."""

    id: int
    tracking_code: str
    subject: str


@dataclass(frozen=True, slots=True)
class ImprovementRow:
    """An action as screens show it.

    `petitions` is the number of its causes; `causes` are those that the reader may see, latest first. `may_change`:
    whether the reader may change and finish it.
    """

    id: int
    version: int
    service: str
    title: str
    text: str
    owner_id: int | None
    owner: str
    due_on: date | None
    made_on: date
    made_by: str
    done_on: date | None
    done_note: str
    petitions: int
    causes: tuple[CausingPetition, ...]
    may_change: bool

    def is_late(self, today: date) -> bool:
        """Whether it is open past its due date."""
        return self.done_on is None and self.due_on is not None and self.due_on < today


class Improvements:
    """Creates, changes and finishes actions."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self, actor: Actor) -> tuple[ImprovementRow, ...]:
        """Returns every action: open ones by due date, then finished ones, latest first."""
        with self._database.reading() as session:
            rows = _rows(session, actor)
        last = date.max
        return tuple(
            sorted(
                rows,
                key=lambda row: (
                    row.done_on is not None,
                    -row.done_on.toordinal() if row.done_on else (row.due_on or last).toordinal(),
                    row.id,
                ),
            )
        )

    def of(self, actor: Actor, petition_id: int) -> tuple[ImprovementRow, ...]:
        """Returns the actions that a petition caused. Raises `NotFoundError`."""
        with self._database.reading() as session:
            if not is_seen(session, actor, petition_id):
                raise NotFoundError(item="petition", key=petition_id)
            return _rows(
                session,
                actor,
                Improvement.id.in_(
                    select(ImprovementPetition.improvement_id).where(
                        ImprovementPetition.petition_id == petition_id
                    )
                ),
            )

    @once
    def add(self, actor: Actor, new: NewImprovement, petition_ids: Sequence[int]) -> ImprovementRow:
        """Creates an action from at most `AT_ONCE` petitions, with an event for each. Raises `InvalidValueError`,
        `NotFoundError`, `NotPermittedError`.
        """
        actor.must_be(Role.CLERK, Role.MANAGER, act="improve")
        new = _valid(new)
        wanted = sorted(set(petition_ids))
        if len(wanted) > AT_ONCE:
            raise InvalidValueError(field="petitions", reason="out_of_range", value="")
        with self._database.writing() as session:
            item = Item(0, given=_fields(new), remarks={"petitions": len(wanted)})
            made = self._perform(session, ADDED, actor, item)
            self._name(session, actor, made, wanted)
            return _row(session, actor, made)

    @once
    def name_petitions(
        self, actor: Actor, improvement_id: int, petition_ids: Sequence[int]
    ) -> ImprovementRow:
        """Attaches more petitions, at most `AT_ONCE`, to an action; attached ones are skipped. Raises
        `NotFoundError`, `InvalidValueError`, `NotPermittedError`.
        """
        actor.must_be(Role.CLERK, Role.MANAGER, act="improve")
        if len(petition_ids) > AT_ONCE:
            raise InvalidValueError(field="petitions", reason="out_of_range", value="")
        with self._database.writing() as session:
            _must_exist(session, improvement_id)
            for number in petition_ids:
                if not is_seen(session, actor, number):
                    raise NotFoundError(item="petition", key=number)
            named = set(
                session.scalars(
                    select(ImprovementPetition.petition_id).where(
                        ImprovementPetition.improvement_id == improvement_id,
                        ImprovementPetition.petition_id.in_(petition_ids),
                    )
                )
            )
            self._name(session, actor, improvement_id, sorted(set(petition_ids) - named))
            return _row(session, actor, improvement_id)

    def change(self, actor: Actor, improvement_id: int, version: int, new: NewImprovement) -> ImprovementRow:
        """Changes the values of an action. Raises `ConflictError`, `NotPermittedError`, `InvalidValueError`."""
        return self._change(actor, CHANGED, Item(improvement_id, version, given=_fields(_valid(new))))

    def finish(self, actor: Actor, improvement_id: int, version: int, note: str) -> ImprovementRow:
        """Finishes an action with a note on its result."""
        return self._change(actor, DONE, Item(improvement_id, version, note.strip()))

    def reopen(self, actor: Actor, improvement_id: int, version: int) -> ImprovementRow:
        """Reopens a finished action."""
        return self._change(actor, REOPENED, Item(improvement_id, version))

    @once
    def _change(self, actor: Actor, act: Act, item: Item) -> ImprovementRow:
        with self._database.writing() as session:
            self._perform(session, act, actor, item)
            return _row(session, actor, item.id)

    def _perform(self, session: Session, act: Act, actor: Actor, item: Item) -> int:
        who = f"{Role.CLERK},{Role.MANAGER}" if act.creates else Role.MANAGER
        errors: dict[str, AppError] = {
            "not_there": NotFoundError(item="improvement", key=item.id),
            "conflict": ConflictError(item="improvement"),
            "not_your_role": NotPermittedError(act="improve", who_may=who),
            "text_missing": InvalidValueError(field="note", reason="empty", value=""),
            "not_there_any_more": NotFoundError(item="person", key=item.given.get("owner_id")),
        }
        return perform_one(session, act, actor, item, self._database.now(session), errors=errors)

    def _name(self, session: Session, actor: Actor, improvement_id: int, petition_ids: Sequence[int]) -> None:
        now = self._database.now(session)
        for number in petition_ids:
            item = Item(number, given={"improvement_id": improvement_id})
            do_one(session, NAMED, actor, item, None, now)


def _rows(session: Session, actor: Actor, *conditions: Any) -> tuple[ImprovementRow, ...]:
    names = {row.id: row.full_name for row in session.execute(select(Person.id, Person.full_name))}
    counts = {
        row[0]: row[1]
        for row in session.execute(
            select(ImprovementPetition.improvement_id, func.count()).group_by(
                ImprovementPetition.improvement_id
            )
        )
    }
    found = session.scalars(select(Improvement).where(*conditions).order_by(Improvement.id)).all()
    causes = _causes(session, actor, [made.id for made in found])
    return tuple(
        ImprovementRow(
            id=made.id,
            version=made.version,
            service=made.service,
            title=made.title,
            text=made.text,
            owner_id=made.owner_id,
            owner=names.get(made.owner_id or 0, ""),
            due_on=made.due_on,
            made_on=tehran_day(made.made_at),
            made_by=names.get(made.made_by_id or 0, ""),
            done_on=made.done_on,
            done_note=made.done_note,
            petitions=counts.get(made.id, 0),
            causes=tuple(causes.get(made.id, ())),
            may_change=_may_change(actor, made),
        )
        for made in found
    )


def _row(session: Session, actor: Actor, improvement_id: int) -> ImprovementRow:
    return _rows(session, actor, Improvement.id == improvement_id)[0]


def _causes(session: Session, actor: Actor, ids: Sequence[int]) -> dict[int, list[CausingPetition]]:
    found: dict[int, list[CausingPetition]] = {}
    statement = (
        select(ImprovementPetition.improvement_id, Petition.id, Petition.tracking_code, Petition.subject)
        .join(Petition, Petition.id == ImprovementPetition.petition_id)
        .where(ImprovementPetition.improvement_id.in_(ids), *reach(session, actor))
        .order_by(Petition.id.desc())
    )
    for number, petition_id, code, subject in session.execute(statement):
        if len(found.setdefault(number, [])) < _SHOWN:
            found[number].append(CausingPetition(petition_id, code, subject))
    return found


def _must_exist(session: Session, improvement_id: int) -> None:
    if session.get(Improvement, improvement_id) is None:
        raise NotFoundError(item="improvement", key=improvement_id)


def _may_change(actor: Actor, made: Improvement) -> bool:
    own = actor.person_id is not None and actor.person_id in {made.owner_id, made.made_by_id}
    return own or actor.has(Role.MANAGER)


def _valid(new: NewImprovement) -> NewImprovement:
    service, title = " ".join(new.service.split()), " ".join(new.title.split())
    for field, value, longest in (
        ("service_name", service, LONGEST_SERVICE),
        ("title", title, LONGEST_TITLE),
    ):
        if not value:
            raise InvalidValueError(field=field, reason="empty", value="")
        if len(value) > longest:
            raise InvalidValueError(field=field, reason="too_long", value="")
    return NewImprovement(service, title, new.text.strip(), new.owner_id, new.due_on)


def _fields(new: NewImprovement) -> dict[str, Any]:
    return {
        "service": new.service, "title": new.title, "text": new.text, "owner_id": new.owner_id, "due_on": new.due_on,
    }  # fmt: skip
