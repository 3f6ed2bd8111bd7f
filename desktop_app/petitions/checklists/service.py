"""Keeps the points of checklists, and ticks them on petitions."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from sqlalchemy import and_, func, or_, select, true
from sqlalchemy.orm import Session

from desktop_app.database.acts.model import Item
from desktop_app.database.engine import Database
from desktop_app.database.operations import once
from desktop_app.errors import ConflictError, NotFoundError
from desktop_app.office.templates import valid_line
from desktop_app.persian.dates import tehran_day
from desktop_app.persian.text import fold
from desktop_app.petitions.checklists.acts import (
    POINT_ADDED,
    POINT_CHANGED,
    POINTS_ORDERED,
    TICKED,
    TICKING,
    UNTICKED,
)
from desktop_app.petitions.checklists.missing import belongs
from desktop_app.petitions.checklists.model import LONGEST_POINT, CheckPoint, PetitionTick
from desktop_app.petitions.desk.conflicts import do_one, mark_seen
from desktop_app.petitions.desk.detail import PetitionDetail, load_detail
from desktop_app.petitions.model import Label, Petition
from desktop_app.petitions.visibility import reach
from desktop_app.petitions.vocabulary import Kind
from desktop_app.staff.deputies import acting_on
from desktop_app.staff.model import Person
from desktop_app.staff.roles import Actor
from desktop_app.staff.roster import administer, reorder


@dataclass(frozen=True, slots=True)
class CheckPointRow:
    """A point of the list of a kind, or of a label; `place` counts from 1 within its list."""

    id: int
    version: int
    kind: Kind | None
    label_id: int | None
    #: The present name of the label; empty for a kind.
    label: str
    title: str
    required: bool
    place: int
    active: bool


@dataclass(frozen=True, slots=True)
class Tick:
    """A point on a petition: whether it is ticked, by whom and when (aware, UTC). Retired ones stay if ticked."""

    point_id: int
    title: str
    required: bool
    #: The label whose list it is of; empty for that of the kind.
    label: str
    ticked_by: str
    ticked_at: datetime | None

    @property
    def missing(self) -> bool:
        """Whether it is required and not ticked."""
        return self.required and self.ticked_at is None


class Checklists:
    """Keeps points (administrators) and ticks them (whoever works on the petition)."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self) -> tuple[CheckPointRow, ...]:
        """Returns every point: those of kinds, then those of labels, each list in its order."""
        with self._database.reading() as session:
            return _points(session)

    @once
    def add(
        self,
        actor: Actor,
        *,
        kind: Kind | None = None,
        label_id: int | None = None,
        title: str,
        required: bool,
    ) -> CheckPointRow:
        """Adds a point at the end of the list of a kind or a label.

        Raises `InvalidValueError`, `ConflictError` for a point that is there, `NotFoundError`.
        """
        title = valid_line(title, "point", LONGEST_POINT)
        with self._database.writing() as session:
            own = _list_of(session, kind, label_id)
            _must_be_new(own, title)
            new = {
                "kind": kind.value if kind is not None else None, "label_id": label_id, "title": title,
                "required": required, "place": max((row.place for row in own), default=0) + 1,
            }  # fmt: skip
            now = self._database.now(session)
            made = administer(session, POINT_ADDED, actor, new, now, denied="change_checklists")
            return _point(session, made)

    @once
    def change(
        self, actor: Actor, point_id: int, version: int, *, title: str, required: bool, active: bool
    ) -> CheckPointRow:
        """Changes a point; a retired one (`active` is false) stays where it was ticked. Raises as `add`."""
        title = valid_line(title, "point", LONGEST_POINT)
        with self._database.writing() as session:
            row = _point(session, point_id)
            own = _list_of(session, row.kind, row.label_id)
            _must_be_new([one for one in own if one.id != point_id], title)
            new = {"title": title, "required": required, "active": active}
            now = self._database.now(session)
            item = Item(point_id, version, given=new)
            administer(session, POINT_CHANGED, actor, item, now, denied="change_checklists")
            return _point(session, point_id)

    @once
    def move(self, actor: Actor, point_id: int, by: int) -> tuple[CheckPointRow, ...]:
        """Moves a point up (-1) or down (1) in its list, and returns all points."""
        with self._database.writing() as session:
            row = _point(session, point_id)
            places = {one.id: one.place for one in _list_of(session, row.kind, row.label_id)}
            order = list(places)
            at = order.index(point_id)
            order.insert(min(max(at + by, 0), len(order) - 1), order.pop(at))
            now = self._database.now(session)
            reorder(session, POINTS_ORDERED, actor, places, order, now, denied="change_checklists")
            return _points(session)

    def of(self, actor: Actor, petition_id: int) -> tuple[Tick, ...]:
        """Returns the points of a petition. Raises `NotFoundError`."""
        with self._database.reading() as session:
            actor = acting_on(session, actor, tehran_day(self._database.now(session)))
            found = select(Petition.id).where(Petition.id == petition_id, *reach(session, actor))
            if session.scalar(found) is None:
                raise NotFoundError(item="petition", key=petition_id)
            return ticks_of(session, petition_id)

    @once
    def tick(self, actor: Actor, petition_id: int, point_id: int, *, on: bool = True) -> PetitionDetail:
        """Ticks a point, or takes the tick away; there is no conflict check. Raises `RuleError`."""
        with self._database.writing() as session:
            now = self._database.now(session)
            actor = acting_on(session, actor, tehran_day(now))
            act = TICKING[TICKED if on else UNTICKED]
            item = Item(petition_id, given={"point_id": point_id})
            mark_seen(session, actor, petition_id, do_one(session, act, actor, item, None, now))
            return load_detail(session, actor, petition_id)


def ticks_of(session: Session, petition_id: int) -> tuple[Tick, ...]:
    """Returns the points of a petition in the caller's transaction: of its kind first, then of its labels."""
    tick = PetitionTick
    statement = (
        select(
            CheckPoint.id,
            CheckPoint.title,
            CheckPoint.required,
            func.coalesce(Label.name, ""),
            func.coalesce(Person.full_name, ""),
            tick.ticked_at,
            CheckPoint.active,
        )
        .select_from(Petition)
        .join(CheckPoint, true())
        .outerjoin(tick, and_(tick.petition_id == Petition.id, tick.point_id == CheckPoint.id))
        .outerjoin(Person, Person.id == tick.ticked_by_id)
        .outerjoin(Label, Label.id == CheckPoint.label_id)
        .where(
            Petition.id == petition_id,
            or_(tick.ticked_at.is_not(None), and_(CheckPoint.active, belongs(CheckPoint, Petition))),
        )
        .order_by(*_ORDER)
    )
    return tuple(
        Tick(number, title, required and active, label, by, at)
        for number, title, required, label, by, at, active in session.execute(statement)
    )


_ORDER: Final = (
    CheckPoint.label_id.is_not(None),
    Label.name,
    CheckPoint.kind,
    CheckPoint.place,
    CheckPoint.id,
)


def _points(session: Session) -> tuple[CheckPointRow, ...]:
    rows = session.execute(
        select(CheckPoint, func.coalesce(Label.name, ""))
        .outerjoin(Label, Label.id == CheckPoint.label_id)
        .order_by(*_ORDER)
    )
    kinds = list(Kind)
    found = [_row(point, name) for point, name in rows]
    # Kinds stand in the order of the office's words; lists of labels come after them.
    return tuple(sorted(found, key=lambda row: len(kinds) if row.kind is None else kinds.index(row.kind)))


def _list_of(session: Session, kind: Kind | None, label_id: int | None) -> list[CheckPointRow]:
    """Returns the points of one list, in its order."""
    return [row for row in _points(session) if (row.kind, row.label_id) == (kind, label_id)]


def _point(session: Session, point_id: int) -> CheckPointRow:
    found = next((row for row in _points(session) if row.id == point_id), None)
    if found is None:
        raise NotFoundError(item="check_point", key=point_id)
    return found


def _row(point: CheckPoint, label: str) -> CheckPointRow:
    kind = Kind(point.kind) if point.kind is not None else None
    return CheckPointRow(
        point.id,
        point.version,
        kind,
        point.label_id,
        label,
        point.title,
        point.required,
        point.place,
        point.active,
    )


def _must_be_new(rows: list[CheckPointRow], title: str) -> None:
    if any(fold(row.title) == fold(title) for row in rows):
        raise ConflictError(item="check_point", name=title)
