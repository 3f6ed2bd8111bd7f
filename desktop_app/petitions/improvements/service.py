"""Improvement actions (اقدام اصلاحی): what the office improves because of petitions (strategy, S6).

An action names the service, the owner, the due date and the petitions that caused it. Everybody at the desk reads
them; the person who created one, its owner and managers change and finish it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final

from sqlalchemy import CheckConstraint, ForeignKey, Index, Integer, String, Text, func, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from desktop_app.database.acts.expressions import given, value_of
from desktop_app.database.acts.model import Does, Item, Step, declare
from desktop_app.database.audit import record_event
from desktop_app.database.base import AutoId, Base, UtcMoment
from desktop_app.database.engine import Database
from desktop_app.database.operations import once
from desktop_app.errors import ConflictError, InvalidValueError, NotFoundError, NotPermittedError
from desktop_app.persian.dates import tehran_day
from desktop_app.petitions.acts.beside import at_desk, beside
from desktop_app.petitions.desk.conflicts import do_one
from desktop_app.petitions.model import Petition
from desktop_app.petitions.visibility import is_seen, reach
from desktop_app.staff.deputies import acting_on
from desktop_app.staff.model import Person
from desktop_app.staff.roles import Actor, Role, told_behalf

LONGEST_TITLE: Final = 200
LONGEST_SERVICE: Final = 120
#: The number of petitions that are locked and attached in one transaction; more take several.
AT_ONCE: Final = 500
_SHOWN: Final = 200


class Improvement(Base):
    """One action; open as long as `done_on` is NULL. Dates are in Tehran."""

    __tablename__ = "improvement"
    __table_args__ = (
        CheckConstraint("(done_on IS NULL) = (done_note = '')", "done_has_note"),
        Index("ix_improvement_open", "done_on", "due_on"),
    )

    id: Mapped[AutoId]
    #: The name of the improved service, from the catalogue or as typed.
    service: Mapped[str] = mapped_column(String(LONGEST_SERVICE))
    title: Mapped[str] = mapped_column(String(LONGEST_TITLE))
    text: Mapped[str] = mapped_column(Text)
    owner_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    due_on: Mapped[date | None]
    made_at: Mapped[datetime] = mapped_column(UtcMoment)
    made_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    done_on: Mapped[date | None]
    done_note: Mapped[str] = mapped_column(Text, server_default="")
    version: Mapped[int] = mapped_column()

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012 - SQLAlchemy reads it from the class


class ImprovementPetition(Base):
    """A petition that caused an action."""

    __tablename__ = "improvement_petition"
    __table_args__ = (Index("ix_improvement_petition_petition", "petition_id"),)

    improvement_id: Mapped[int] = mapped_column(
        ForeignKey("improvement.id"), primary_key=True, autoincrement=False
    )
    petition_id: Mapped[int] = mapped_column(ForeignKey("petition.id"), primary_key=True, autoincrement=False)


#: The act on a petition that names an action which it caused.
_NAMED: Final = beside(
    "improvement_named", at_desk, asks={"improvement_id": Integer()},
    steps=(
        Step(
            "improvement", Base.metadata.tables["improvement_petition"], Does.INSERT, "petition_id",
            sets={"improvement_id": given("improvement_id")},
        ),
    ),
    extra={"title": value_of(Improvement, "title", "improvement_id")},
)  # fmt: skip
declare(_NAMED)


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
            now = self._database.now(session)
            _must_be_staff(session, new.owner_id)
            made = Improvement(**_fields(new), made_at=now, made_by_id=actor.person_id, done_note="")
            session.add(made)
            session.flush()
            self._name(session, actor, made, wanted)
            self._record(session, actor, made, "improvement_added", {}, petitions=len(wanted))
            return _row(session, actor, made.id)

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
            made = _existing(session, improvement_id)
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
            self._name(session, actor, made, sorted(set(petition_ids) - named))
            return _row(session, actor, improvement_id)

    def change(self, actor: Actor, improvement_id: int, version: int, new: NewImprovement) -> ImprovementRow:
        """Changes the values of an action. Raises `ConflictError`, `NotPermittedError`, `InvalidValueError`."""
        new = _valid(new)

        def change(session: Session, made: Improvement) -> None:
            _must_be_staff(session, new.owner_id)
            for name, value in _fields(new).items():
                setattr(made, name, value)

        return self._change(actor, improvement_id, version, "improvement_changed", change)

    def finish(self, actor: Actor, improvement_id: int, version: int, note: str) -> ImprovementRow:
        """Finishes an action with a note on its result."""
        if not note.strip():
            raise InvalidValueError(field="note", reason="empty", value="")

        def change(session: Session, made: Improvement) -> None:
            made.done_on, made.done_note = tehran_day(self._database.now(session)), note.strip()

        return self._change(actor, improvement_id, version, "improvement_done", change)

    def reopen(self, actor: Actor, improvement_id: int, version: int) -> ImprovementRow:
        """Reopens a finished action."""

        def change(session: Session, made: Improvement) -> None:
            del session
            made.done_on, made.done_note = None, ""

        return self._change(actor, improvement_id, version, "improvement_reopened", change)

    @once
    def _change(
        self,
        actor: Actor,
        improvement_id: int,
        version: int,
        action: str,
        change: Callable[[Session, Improvement], None],
    ) -> ImprovementRow:
        with self._database.writing() as session:
            made = _existing(session, improvement_id)
            if not _may_change(actor, made):
                raise NotPermittedError(act="improve", who_may=Role.MANAGER)
            # Row security allows only those to lock the row who may change it.
            session.refresh(made, with_for_update=True)
            if made.version != version:
                raise ConflictError(item="improvement")
            before = _audit_values(session, made)
            with session.no_autoflush:
                change(session, made)
            session.flush()
            self._record(session, actor, made, action, before)
            return _row(session, actor, improvement_id)

    def _name(self, session: Session, actor: Actor, made: Improvement, petition_ids: Sequence[int]) -> None:
        now = self._database.now(session)
        for number in petition_ids:
            do_one(session, _NAMED, actor, Item(number, given={"improvement_id": made.id}), None, now)

    def _record(
        self,
        session: Session,
        actor: Actor,
        made: Improvement,
        action: str,
        before: dict[str, Any],
        **more: Any,
    ) -> None:
        record_event(
            session,
            item_type="improvement",
            item_id=made.id,
            at=self._database.now(session),
            actor_id=actor.person_id,
            actor_name=actor.name,
            action=action,
            before=before,
            after={**_audit_values(session, made), **more, **self._behalf(session, actor)},
        )

    def _behalf(self, session: Session, actor: Actor) -> dict[str, Any]:
        today = tehran_day(self._database.now(session))
        return told_behalf(
            acting_on(session, actor, today).on_behalf_of(
                lambda who: bool(who.roles & {Role.CLERK, Role.MANAGER})
            )
        )


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


def _existing(session: Session, improvement_id: int) -> Improvement:
    made = session.get(Improvement, improvement_id)
    if made is None:
        raise NotFoundError(item="improvement", key=improvement_id)
    return made


def _may_change(actor: Actor, made: Improvement) -> bool:
    own = actor.person_id is not None and actor.person_id in {made.owner_id, made.made_by_id}
    return own or actor.has(Role.MANAGER)


def _must_be_staff(session: Session, person_id: int | None) -> None:
    if person_id is not None and not session.scalar(
        select(Person.id).where(Person.id == person_id, Person.active)
    ):
        raise NotFoundError(item="person", key=person_id)


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


def _audit_values(session: Session, made: Improvement) -> dict[str, Any]:
    owner = session.scalar(select(Person.full_name).where(Person.id == made.owner_id)) or ""
    return {
        "service": made.service,
        "title": made.title,
        "text": made.text,
        "owner_name": owner,
        "due_on": made.due_on.isoformat() if made.due_on else None,
        "done_on": made.done_on.isoformat() if made.done_on else None,
        "done_note": made.done_note,
    }
