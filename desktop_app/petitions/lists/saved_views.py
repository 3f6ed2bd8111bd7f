"""Saved views: a filter with order, grouping and columns under a name, for oneself or for a unit.

A shared view is changed and removed by its owner or by a manager of its unit; row security on PostgreSQL enforces
the same. Changes of shared views are recorded as events, those of private ones are not.
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
from desktop_app.petitions.lists.filters import ListFilter, from_json, to_json
from desktop_app.petitions.lists.model import ListLayout, SavedView
from desktop_app.staff.model import Person, Unit
from desktop_app.staff.roles import Actor, Role, told_behalf

LONGEST_NAME: Final = 80
_DESK: Final = (Role.CLERK, Role.MANAGER)


@dataclass(frozen=True, slots=True)
class NewView:
    """The values of a view; `columns` None leaves them to the reader; `unit_id` shares it."""

    name: str
    wanted: ListFilter
    columns: tuple[str, ...] | None = None
    unit_id: int | None = None


@dataclass(frozen=True, slots=True)
class ViewRow:
    """A saved view as screens show it."""

    id: int
    version: int
    terms: NewView
    owner_id: int
    owner_name: str
    unit_name: str
    #: Whether the reader may change and remove it.
    may_change: bool


class SavedViews:
    """Stores views, columns and sizes."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self, actor: Actor) -> tuple[ViewRow, ...]:
        """Returns the person's own views and those shared with the person's units, by name."""
        with self._database.reading() as session:
            found = session.execute(
                select(SavedView, Person.full_name, Unit.name)
                .join(Person, Person.id == SavedView.owner_id)
                .outerjoin(Unit, Unit.id == SavedView.unit_id)
                .where(or_(SavedView.owner_id == (actor.person_id or 0), _shared_with(actor)))
            ).all()
        rows = [_row(actor, view, owner, unit or "") for view, owner, unit in found]
        return tuple(sorted(rows, key=lambda row: (sort_key(row.terms.name), row.id)))

    @once
    def add(self, actor: Actor, terms: NewView) -> ViewRow:
        """Stores a view. Raises `InvalidValueError` (name empty or too long), `NotPermittedError` for a unit at
        whose desk the person does not work.
        """
        with self._database.writing() as session:
            view = SavedView(owner_id=_person(actor), **_columns_of(actor, terms))
            session.add(view)
            session.flush()
            if view.unit_id is not None:
                self._note(session, actor, view, "view_added", {}, _audit_values(session, view))
            return _read(session, actor, view)

    @once
    def change(self, actor: Actor, view_id: int, version: int, terms: NewView) -> ViewRow:
        """Changes name, content, columns or readers of a view. Raises `NotFoundError`, `ConflictError`,
        `NotPermittedError`, `InvalidValueError`.
        """
        with self._database.writing() as session:
            view = self._mine(session, actor, view_id, version)
            before, shared = _audit_values(session, view), view.unit_id is not None
            for name, value in _columns_of(actor, terms).items():
                setattr(view, name, value)
            session.flush()
            if shared or view.unit_id is not None:
                self._note(session, actor, view, "view_changed", before, _audit_values(session, view))
            return _read(session, actor, view)

    @once
    def remove(self, actor: Actor, view_id: int, version: int) -> NewView:
        """Deletes a view; returns its values, so that it can be created again."""
        with self._database.writing() as session:
            view = self._mine(session, actor, view_id, version)
            terms = _terms(view)
            if view.unit_id is not None:
                self._note(session, actor, view, "view_removed", _audit_values(session, view), {})
                # The event is written first: its permission check reads the view.
                session.flush()
            session.delete(view)
            return terms

    def columns(self, actor: Actor) -> tuple[str, ...] | None:
        """Returns the columns that the person has chosen; None if none yet."""
        with self._database.reading() as session:
            found = session.get(ListLayout, actor.person_id or 0)
            return tuple(map(str, found.columns)) if found and found.columns is not None else None

    @once
    def keep_columns(self, actor: Actor, columns: tuple[str, ...]) -> None:
        """Stores the columns that the person has chosen."""
        with self._database.writing() as session:
            session.merge(ListLayout(person_id=_person(actor), columns=list(columns)))

    def sizes(self, actor: Actor) -> dict[str, int]:
        """Returns the widths that the person has chosen, in logical pixels, by name."""
        with self._database.reading() as session:
            found = session.get(ListLayout, actor.person_id or 0)
            return {str(name): int(size) for name, size in found.sizes.items()} if found else {}

    @once
    def keep_sizes(self, actor: Actor, sizes: dict[str, int]) -> None:
        """Stores widths that the person has chosen. Other ones remain."""
        with self._database.writing() as session:
            found = session.get(ListLayout, _person(actor))
            if found is None:
                found = ListLayout(person_id=_person(actor), columns=None, sizes={})
                session.add(found)
            found.sizes = {**found.sizes, **sizes}

    def _mine(self, session: Session, actor: Actor, view_id: int, version: int) -> SavedView:
        view = session.get(SavedView, view_id)
        if view is None or not (view.owner_id == actor.person_id or _works_in(actor, view.unit_id)):
            raise NotFoundError(item="saved_view", key=view_id)
        if not _may_change(actor, view):
            raise NotPermittedError(act="change_view", who_may=Role.MANAGER.value)
        if view.version != version:
            raise ConflictError(item="saved_view")
        return view

    def _note(
        self,
        session: Session,
        actor: Actor,
        view: SavedView,
        action: str,
        before: dict[str, Any],
        after: dict[str, Any],
    ) -> None:
        unit, owner = view.unit_id, view.owner_id
        # Records the absent manager for whom a deputy does what only the manager may.
        behalf = actor.on_behalf_of(lambda who: who.person_id == owner or who.has(Role.MANAGER, unit))
        record_event(
            session,
            item_type="saved_view",
            item_id=view.id,
            at=self._database.now(session),
            actor_id=actor.person_id,
            actor_name=actor.name,
            action=action,
            before=before,
            after=after | told_behalf(behalf) if after else after,
        )


def _person(actor: Actor) -> int:
    if actor.person_id is None:
        raise NotPermittedError(act="keep_view", who_may="staff")
    return actor.person_id


def _works_in(actor: Actor, unit_id: int | None) -> bool:
    return unit_id is not None and any(actor.has(role, unit_id) for role in _DESK)


def _may_change(actor: Actor, view: SavedView) -> bool:
    return view.owner_id == actor.person_id or (
        view.unit_id is not None and actor.has(Role.MANAGER, view.unit_id)
    )


def _shared_with(actor: Actor) -> Any:
    desks = {membership.unit_id for membership in actor.held if membership.role in _DESK}
    if None in desks:
        return SavedView.unit_id.is_not(None)
    return SavedView.unit_id.in_(sorted(unit for unit in desks if unit is not None))


def _columns_of(actor: Actor, terms: NewView) -> dict[str, Any]:
    name = " ".join(terms.name.split())
    if not name:
        raise InvalidValueError(field="name", reason="empty", value="")
    if len(name) > LONGEST_NAME:
        raise InvalidValueError(field="name", reason="too_long", value=name[:20])
    if terms.unit_id is not None and not _works_in(actor, terms.unit_id):
        raise NotPermittedError(act="share_view", who_may=Role.CLERK.value)
    return {
        "name": name,
        "unit_id": terms.unit_id,
        "filter": to_json(terms.wanted),
        "columns": list(terms.columns) if terms.columns is not None else None,
    }


def _terms(view: SavedView) -> NewView:
    columns = tuple(map(str, view.columns)) if isinstance(view.columns, list) else None
    return NewView(view.name, from_json(view.filter), columns, view.unit_id)


def _audit_values(session: Session, view: SavedView) -> dict[str, Any]:
    """Returns the view's values for the audit log."""
    unit = session.get(Unit, view.unit_id) if view.unit_id else None
    return {
        "name": view.name,
        "unit_id": view.unit_id,
        "unit_name": unit.name if unit else "",
        "filter": view.filter,
        "columns": view.columns or [],
    }


def _read(session: Session, actor: Actor, view: SavedView) -> ViewRow:
    owner, unit = session.get_one(Person, view.owner_id), None
    if view.unit_id is not None:
        unit = session.get(Unit, view.unit_id)
    return _row(actor, view, owner.full_name, unit.name if unit else "")


def _row(actor: Actor, view: SavedView, owner: str, unit: str) -> ViewRow:
    return ViewRow(view.id, view.version, _terms(view), view.owner_id, owner, unit, _may_change(actor, view))
