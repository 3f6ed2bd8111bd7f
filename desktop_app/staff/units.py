"""The units of the office."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import func, select, text
from sqlalchemy.orm import Session

from desktop_app.database.audit import record_event
from desktop_app.database.engine import Database
from desktop_app.database.operations import once
from desktop_app.errors import ConflictError, InvalidValueError, NotFoundError, RuleError
from desktop_app.persian.text import fold
from desktop_app.staff.model import Unit
from desktop_app.staff.roles import Actor, Role

Values = dict[str, Any]


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
        actor.must_be(Role.ADMINISTRATOR, act="add_unit")
        name = _valid_name(name)
        with self._database.writing() as session:
            _must_be_free(session, name, code)
            count = session.scalar(select(func.max(Unit.id))) or 0
            last = session.scalar(select(func.max(Unit.place))) or 0
            unit = Unit(
                code=code or f"u{count + 1}",
                name=name,
                active=True,
                needs_approval=needs_approval,
                place=last + 1,
            )
            session.add(unit)
            session.flush()
            self._note(session, actor, unit, "unit_added", {}, {"name": name})
            return _row(unit)

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
        actor.must_be(Role.ADMINISTRATOR, act="change_unit")
        with self._database.writing() as session:
            unit = session.get(Unit, unit_id)
            if unit is None:
                raise NotFoundError(item="unit", key=unit_id)
            before = {"name": unit.name, "active": unit.active, "needs_approval": unit.needs_approval}
            if name is not None:
                unit.name = _valid_name(name)
                _must_be_free(session, unit.name, unit.code, but=unit.id)
            if active is False and unit.active:
                _must_hold_nothing(session, unit, is_sqlite=self._database.is_sqlite)
            unit.active = unit.active if active is None else active
            unit.needs_approval = unit.needs_approval if needs_approval is None else needs_approval
            after = {"name": unit.name, "active": unit.active, "needs_approval": unit.needs_approval}
            self._note(session, actor, unit, "unit_changed", before, after)
            return _row(unit)

    @once
    def move(self, actor: Actor, unit_id: int, step: int) -> tuple[UnitRow, ...]:
        """Moves a unit `step` positions down (up where negative) in lists; returns all units."""
        actor.must_be(Role.ADMINISTRATOR, act="change_unit")
        with self._database.writing() as session:
            units = list(session.scalars(select(Unit).order_by(Unit.place, Unit.id)))
            at = next((n for n, unit in enumerate(units) if unit.id == unit_id), None)
            if at is None:
                raise NotFoundError(item="unit", key=unit_id)
            to = min(max(at + step, 0), len(units) - 1)
            unit = units.pop(at)
            units.insert(to, unit)
            for place, one in enumerate(units, start=1):
                one.place = place
            if to != at:
                self._note(session, actor, unit, "unit_moved", {"place": at + 1}, {"place": to + 1})
            return tuple(_row(one) for one in units)

    def _note(
        self, session: Session, actor: Actor, unit: Unit, action: str, before: Values, after: Values
    ) -> None:
        record_event(
            session,
            item_type="unit",
            item_id=unit.id,
            at=self._database.now(session),
            actor_id=actor.person_id,
            actor_name=actor.name,
            action=action,
            before=before,
            after=after,
        )


def _must_be_free(session: Session, name: str, code: str, but: int | None = None) -> None:
    """Refuses the name or code of another unit, in any spelling."""
    with session.no_autoflush:
        others = [other for other in session.scalars(select(Unit)) if other.id != but]
    for wanted, taken in ((name, [other.name for other in others]), (code, [other.code for other in others])):
        if wanted and fold(wanted) in map(fold, taken):
            raise ConflictError(item="unit", name=wanted)


def _must_hold_nothing(session: Session, unit: Unit, *, is_sqlite: bool) -> None:
    """Refuses to deactivate a unit that has open petitions, or has to answer a referral."""
    # Plain SQL, because these tables belong to a higher layer. On PostgreSQL, administrators cannot read
    # them.
    counting = _OPEN_IN_UNIT if is_sqlite else "SELECT app.open_in_unit(:unit)"
    count = session.scalar(text(counting), {"unit": unit.id}) or 0
    if count:
        raise RuleError(rule="unit_holds_petitions", count=count)


_OPEN_IN_UNIT = (
    "SELECT count(*) FROM petition p WHERE p.is_open AND (p.unit_id = :unit OR EXISTS ("
    "SELECT 1 FROM referral r WHERE r.petition_id = p.id AND r.to_unit_id = :unit AND r.purpose = 'action'"
    " AND r.acted_at IS NULL))"
)


def _valid_name(name: str) -> str:
    name = " ".join(name.split())
    if not name:
        raise InvalidValueError(field="unit_name", reason="empty", value="")
    if len(name) > 80:
        raise InvalidValueError(field="unit_name", reason="too_long", value=name[:20])
    return name


def _row(unit: Unit) -> UnitRow:
    return UnitRow(unit.id, unit.code, unit.name, unit.active, unit.needs_approval)
