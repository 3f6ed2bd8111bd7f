"""The units of the office."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import func, literal, select
from sqlalchemy.orm import Session

from desktop_app.database.acts.model import Item
from desktop_app.database.engine import Database
from desktop_app.database.operations import once
from desktop_app.errors import ConflictError, InvalidValueError, NotFoundError, RuleError
from desktop_app.persian.text import fold
from desktop_app.staff.acts import UNIT_ADDED, UNIT_CHANGED, UNIT_MOVED, open_in_unit
from desktop_app.staff.model import Unit
from desktop_app.staff.roles import Actor
from desktop_app.staff.roster import administer, reorder


@dataclass(frozen=True, slots=True)
class UnitRow:
    """A unit for display."""

    id: int
    code: str
    name: str
    active: bool
    needs_approval: bool


class Units:
    """Adds, renames and deactivates units; administrators only."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self, *, active_only: bool = False) -> tuple[UnitRow, ...]:
        """Returns the units in the order of the office."""
        with self._database.reading() as session:
            units = session.scalars(select(Unit).order_by(Unit.place, Unit.id))
            return tuple(_row(unit) for unit in units if unit.active or not active_only)

    @once
    def add(self, actor: Actor, name: str, *, code: str = "", needs_approval: bool = False) -> UnitRow:
        """Adds a unit. Raises `InvalidValueError`, `ConflictError` for an existing name."""
        name = _valid_name(name)
        with self._database.writing() as session:
            _must_be_free(session, name, code)
            count = session.scalar(select(func.max(Unit.id))) or 0
            last = session.scalar(select(func.max(Unit.place))) or 0
            new = {
                "code": code or f"u{count + 1}",
                "name": name,
                "needs_approval": needs_approval,
                "place": last + 1,
            }
            made = administer(session, UNIT_ADDED, actor, new, self._database.now(session), denied="add_unit")
            return _row(session.get_one(Unit, made))

    @once
    def change(
        self,
        actor: Actor,
        unit_id: int,
        *,
        name: str | None = None,
        active: bool | None = None,
        needs_approval: bool | None = None,
    ) -> UnitRow:
        """Renames, deactivates or reactivates a unit, and sets whether its replies need approval.

        A unit with open petitions cannot be deactivated: raises `RuleError` with their number.
        """
        with self._database.writing() as session:
            unit = session.get(Unit, unit_id)
            if unit is None:
                raise NotFoundError(item="unit", key=unit_id)
            new: dict[str, Any] = {
                "name": unit.name if name is None else _valid_name(name),
                "active": unit.active if active is None else active,
                "needs_approval": unit.needs_approval if needs_approval is None else needs_approval,
            }
            if name is not None:
                _must_be_free(session, new["name"], unit.code, but=unit.id)
            try:
                administer(
                    session,
                    UNIT_CHANGED,
                    actor,
                    Item(unit_id, unit.version, given=new),
                    self._database.now(session),
                    denied="change_unit",
                )
            except RuleError as error:
                # The sentence says how many.
                raise RuleError(**error.parameters, count=_open_in(session, unit_id)) from error
            return _row(session.get_one(Unit, unit_id))

    @once
    def move(self, actor: Actor, unit_id: int, step: int) -> tuple[UnitRow, ...]:
        """Moves a unit `step` positions down (up where negative) in lists; returns all units."""
        with self._database.writing() as session:
            ordered = select(Unit).order_by(Unit.place, Unit.id)
            places = {unit.id: unit.place for unit in session.scalars(ordered)}
            if unit_id not in places:
                raise NotFoundError(item="unit", key=unit_id)
            order = list(places)
            at = order.index(unit_id)
            order.insert(min(max(at + step, 0), len(order) - 1), order.pop(at))
            now = self._database.now(session)
            reorder(session, UNIT_MOVED, actor, places, order, now, denied="change_unit")
            return tuple(_row(unit) for unit in session.scalars(ordered))


def _must_be_free(session: Session, name: str, code: str, but: int | None = None) -> None:
    """Refuses the name or code of another unit, in any spelling."""
    with session.no_autoflush:
        others = [other for other in session.scalars(select(Unit)) if other.id != but]
    for wanted, taken in ((name, [other.name for other in others]), (code, [other.code for other in others])):
        if wanted and fold(wanted) in map(fold, taken):
            raise ConflictError(item="unit", name=wanted)


def _open_in(session: Session, unit_id: int) -> int:
    return session.scalar(select(open_in_unit(literal(unit_id)))) or 0


def _valid_name(name: str) -> str:
    name = " ".join(name.split())
    if not name:
        raise InvalidValueError(field="unit_name", reason="empty", value="")
    if len(name) > 80:
        raise InvalidValueError(field="unit_name", reason="too_long", value=name[:20])
    return name


def _row(unit: Unit) -> UnitRow:
    return UnitRow(unit.id, unit.code, unit.name, unit.active, unit.needs_approval)
