"""The open petitions of a departing employee, and handing all of them over in one step.

Each petition follows the rules of `Desk.hand_over`, in its own transaction and with its own event. Petitions
handed over before an error or a cancellation stay handed over; each failure is reported.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import uuid4

from sqlalchemy import func, select, text

from desktop_app.database.engine import Database
from desktop_app.errors import (
    AppError,
    ConflictError,
    DatabaseAwayError,
    InvalidValueError,
    NotFoundError,
    NotPermittedError,
    RuleError,
)
from desktop_app.petitions.desk.service import Desk
from desktop_app.petitions.model import Petition
from desktop_app.petitions.moves import TABLE
from desktop_app.petitions.vocabulary import Move
from desktop_app.progress import Progress, SilentProgress
from desktop_app.staff.model import Person, Unit
from desktop_app.staff.roles import Actor, Role


@dataclass(frozen=True, slots=True)
class Holding:
    """The petitions of a person in one unit. `staying` wait for the petitioner or for approval and cannot be
    handed over until then.
    """

    unit_id: int
    unit_name: str
    movable: int
    staying: int
    #: Clerks of the unit who can take over: id and name.
    successors: tuple[tuple[int, str], ...]
    #: Whether the actor may hand them over.
    allowed: bool


@dataclass(frozen=True, slots=True)
class NotHandedOver:
    """A petition that could not be handed over, with its error."""

    petition_id: int
    tracking_code: str
    error: AppError


@dataclass(frozen=True, slots=True)
class HandedOver:
    """The result of a handover. `untouched` counts the petitions not reached, after a cancellation or a lost
    database.
    """

    #: Petitions handed over: id and new version.
    done: tuple[tuple[int, int], ...]
    failures: tuple[NotHandedOver, ...]
    untouched: int


class Leavers:
    """Hands over a leaver's open petitions, on behalf of the manager of the unit."""

    def __init__(self, database: Database, desk: Desk) -> None:
        self._database = database
        self._desk = desk

    def holdings(self, actor: Actor, person_id: int) -> tuple[Holding, ...]:
        """Returns the open petitions of a person by unit. Managers see their own units, administrators all
        counts.
        """
        actor.must_be(Role.MANAGER, Role.ADMINISTRATOR, act="hand_over")
        starts = {status.value for status in TABLE[Move.HAND_OVER].starts}
        with self._database.reading() as session:
            if session.get(Person, person_id) is None:
                raise NotFoundError(item="person", key=person_id)
            if self._database.is_sqlite:
                counting = (
                    select(Petition.unit_id, Petition.status, func.count())
                    .where(Petition.assignee_id == person_id, Petition.is_open)
                    .group_by(Petition.unit_id, Petition.status)
                )
                rows = session.execute(counting).all()
            else:
                held = text("SELECT unit_id, status, held FROM app.held_by(:person)")
                rows = session.execute(held, {"person": person_id}).all()
            found: list[tuple[int | None, str, int]] = [(row[0], row[1], row[2]) for row in rows]
            names = {
                unit.id: unit.name for unit in session.scalars(select(Unit).order_by(Unit.place, Unit.id))
            }
        made = []
        for unit_id, name in names.items():
            here = {status: count for unit, status, count in found if unit == unit_id}
            if not here:
                continue
            movable = sum(count for status, count in here.items() if status in starts)
            successors = tuple(one for one in self._desk.clerks(unit_id) if one[0] != person_id)
            allowed = actor.has(Role.MANAGER, unit_id)
            made.append(Holding(unit_id, name, movable, sum(here.values()) - movable, successors, allowed))
        return tuple(made)

    def hand_over(
        self,
        actor: Actor,
        person_id: int,
        successors: Mapping[int, int | None],
        reason: str,
        progress: Progress | None = None,
    ) -> HandedOver:
        """Hands over the person's petitions in the given units to a clerk of each unit, or (None) back to the
        unit.

        Nothing is changed if it raises `NotPermittedError` (the actor does not manage one of the units),
        `InvalidValueError` (no reason) or `RuleError` (a successor is no clerk of the unit).
        """
        progress = progress or SilentProgress()
        if not reason.strip():
            raise InvalidValueError(field="reason", reason="empty", value="")
        for unit_id, successor in successors.items():
            if not actor.has(Role.MANAGER, unit_id):
                raise NotPermittedError(act="hand_over", who_may=Role.MANAGER.value)
            clerks = {clerk for clerk, _ in self._desk.clerks(unit_id)} - {person_id}
            if successor is not None and successor not in clerks:
                raise RuleError(rule="not_a_clerk_of_the_unit")
        waiting, run = self._held(person_id, frozenset(successors)), uuid4().hex
        done, failures = list[tuple[int, int]](), list[NotHandedOver]()
        for at, (petition_id, version, code, unit_id) in enumerate(waiting):
            if progress.cancelled():
                return HandedOver(tuple(done), tuple(failures), len(waiting) - at)
            try:
                now = self._desk.hand_over(actor, petition_id, version, successors[unit_id], reason, run=run)
                done.append((petition_id, now.version))
            except DatabaseAwayError as error:
                failures.append(NotHandedOver(petition_id, code, error))
                return HandedOver(tuple(done), tuple(failures), len(waiting) - at - 1)
            except AppError as error:
                failures.append(NotHandedOver(petition_id, code, error))
            progress.report(at + 1, len(waiting))
        return HandedOver(tuple(done), tuple(failures), 0)

    def take_back(self, actor: Actor, done: tuple[tuple[int, int], ...]) -> int:
        """Undoes a handover for each petition that was not changed since; returns how many were restored."""
        back = 0
        for petition_id, version in done:
            try:
                self._desk.undo(actor, petition_id, version)
                back += 1
            except (ConflictError, RuleError):
                continue
        return back

    def _held(self, person_id: int, unit_ids: frozenset[int]) -> list[tuple[int, int, str, int]]:
        with self._database.reading() as session:
            found = session.execute(
                select(Petition.id, Petition.version, Petition.tracking_code, Petition.unit_id)
                .where(Petition.assignee_id == person_id, Petition.is_open, Petition.unit_id.in_(unit_ids))
                .order_by(Petition.due_order, Petition.id)
            )
            return [(row.id, row.version, row.tracking_code, row.unit_id or 0) for row in found]
