"""Macros (دستورهای پی‌درپی): several steps on a petition under a name and a digit key.

A macro is private, or shared with everybody at the desk of a unit. Its steps run in their order
(`steps`).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from desktop_app.database.audit import record_event
from desktop_app.database.engine import Database
from desktop_app.database.operations import once
from desktop_app.errors import ConflictError, InvalidValueError, NotFoundError, NotPermittedError
from desktop_app.persian.names import sort_key
from desktop_app.petitions.macros.steps import Step, checked, read, stored
from desktop_app.petitions.model import Macro
from desktop_app.staff.model import Unit
from desktop_app.staff.roles import Actor, Role

LONGEST_NAME: Final = 80
#: The digit keys of the desk that a macro can have.
KEYS: Final = tuple("123456789")
_DESK: Final = (Role.CLERK, Role.MANAGER)


@dataclass(frozen=True, slots=True)
class MacroTerms:
    """The values of a macro: its steps in order. At most one of them may hand the petition on."""

    name: str
    key: str = ""
    #: The unit that it is shared with; None: private.
    unit_id: int | None = None
    steps: tuple[Step, ...] = ()


@dataclass(frozen=True, slots=True)
class MacroRow:
    """A macro as screens show it."""

    id: int
    version: int
    terms: MacroTerms
    unit_name: str
    #: Whether the reader may change and remove it.
    may_change: bool


class Macros:
    """Stores macros."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self, actor: Actor) -> tuple[MacroRow, ...]:
        """Returns the person's own macros and those shared with the person's units, by name."""
        with self._database.reading() as session:
            found = session.execute(
                select(Macro, Unit.name)
                .outerjoin(Unit, Unit.id == Macro.unit_id)
                .where(or_(Macro.owner_id == (actor.person_id or 0), _shared_with(actor)))
            ).all()
        rows = [_row(actor, macro, unit or "") for macro, unit in found]
        return tuple(sorted(rows, key=lambda row: (sort_key(row.terms.name), row.id)))

    @once
    def add(self, actor: Actor, terms: MacroTerms) -> MacroRow:
        """Stores a macro. Raises `InvalidValueError` (no name, no steps, handed on twice, an unknown variable),
        `NotPermittedError`.
        """
        actor.must_be(*_DESK, act="keep_macro")
        if actor.person_id is None:
            raise NotPermittedError(act="keep_macro", who_may=Role.CLERK.value)
        with self._database.writing() as session:
            macro = Macro(owner_id=actor.person_id, **_columns(actor, terms))
            session.add(macro)
            session.flush()
            self._note(session, actor, macro, "macro_added", {})
            return _read(session, actor, macro)

    @once
    def change(self, actor: Actor, macro_id: int, version: int, terms: MacroTerms) -> MacroRow:
        """Replaces the values of a macro. Raises `NotFoundError`, `ConflictError`, and as `add`."""
        with self._database.writing() as session:
            macro = _mine(session, actor, macro_id, version)
            before = _audit_values(macro)
            for name, value in _columns(actor, terms).items():
                setattr(macro, name, value)
            session.flush()
            self._note(session, actor, macro, "macro_changed", before)
            return _read(session, actor, macro)

    @once
    def remove(self, actor: Actor, macro_id: int, version: int) -> MacroTerms:
        """Deletes a macro; returns its values, so that it can be created again."""
        with self._database.writing() as session:
            macro = _mine(session, actor, macro_id, version)
            terms = terms_of(macro)
            self._note(session, actor, macro, "macro_removed", _audit_values(macro))
            session.flush()
            session.delete(macro)
            return terms

    def _note(
        self, session: Session, actor: Actor, macro: Macro, action: str, before: dict[str, Any]
    ) -> None:
        if macro.unit_id is None and not before.get("unit_id"):
            # Changes of a private macro are not recorded.
            return
        record_event(
            session,
            item_type="macro",
            item_id=macro.id,
            at=self._database.now(session),
            actor_id=actor.person_id,
            actor_name=actor.name,
            action=action,
            before=before,
            after={} if action == "macro_removed" else _audit_values(macro),
        )


def terms_of(macro: Macro) -> MacroTerms:
    """Returns the values of a macro."""
    return MacroTerms(macro.name, macro.key, macro.unit_id, read(macro.steps))


def offered(session: Session, actor: Actor, macro_id: int) -> MacroTerms:
    """Returns the macro if the person may use it. Raises `NotFoundError`."""
    macro = session.get(Macro, macro_id)
    if macro is None or not (macro.owner_id == actor.person_id or _works_in(actor, macro.unit_id)):
        raise NotFoundError(item="macro", key=macro_id)
    return terms_of(macro)


def _works_in(actor: Actor, unit_id: int | None) -> bool:
    return unit_id is not None and any(actor.has(role, unit_id) for role in _DESK)


def _shared_with(actor: Actor) -> Any:
    desks = {membership.unit_id for membership in actor.held if membership.role in _DESK}
    if None in desks:
        return Macro.unit_id.is_not(None)
    return Macro.unit_id.in_(sorted(unit for unit in desks if unit is not None))


def _may_change(actor: Actor, macro: Macro) -> bool:
    manages = macro.unit_id is not None and actor.has(Role.MANAGER, macro.unit_id)
    return macro.owner_id == actor.person_id or manages


def _mine(session: Session, actor: Actor, macro_id: int, version: int) -> Macro:
    macro = session.get(Macro, macro_id)
    if macro is None or not _may_change(actor, macro):
        raise NotFoundError(item="macro", key=macro_id)
    if macro.version != version:
        raise ConflictError(item="macro")
    return macro


def _columns(actor: Actor, terms: MacroTerms) -> dict[str, Any]:
    name = " ".join(terms.name.split())
    if not name:
        raise InvalidValueError(field="name", reason="empty", value="")
    if len(name) > LONGEST_NAME:
        raise InvalidValueError(field="name", reason="too_long", value=name[:20])
    if terms.key and terms.key not in KEYS:
        raise InvalidValueError(field="macro_key", reason="unknown", value=terms.key[:5])
    if terms.unit_id is not None and not _works_in(actor, terms.unit_id):
        raise NotPermittedError(act="share_macro", who_may=Role.CLERK.value)
    checked(terms.steps)
    return {"name": name, "key": terms.key, "unit_id": terms.unit_id, "steps": stored(terms.steps)}


def _audit_values(macro: Macro) -> dict[str, Any]:
    return {"name": macro.name, "unit_id": macro.unit_id, "steps": macro.steps}


def _read(session: Session, actor: Actor, macro: Macro) -> MacroRow:
    unit = session.get(Unit, macro.unit_id) if macro.unit_id is not None else None
    return _row(actor, macro, unit.name if unit else "")


def _row(actor: Actor, macro: Macro, unit: str) -> MacroRow:
    return MacroRow(macro.id, macro.version, terms_of(macro), unit, _may_change(actor, macro))
