"""The catalogue of the office's services (خدمت): what a petition can be about."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop_app.database.audit import record_event
from desktop_app.database.engine import Database
from desktop_app.database.operations import once
from desktop_app.errors import ConflictError, InvalidValueError, NotFoundError
from desktop_app.office.model import OfficeService
from desktop_app.persian.digits import latin_digits
from desktop_app.persian.text import fold
from desktop_app.staff.roles import Actor, Role

LONGEST_NAME: Final = 120
_CODE: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9._/-]{0,29}")


@dataclass(frozen=True, slots=True)
class ServiceRow:
    """A service as a screen shows it; `code` is its number in the national catalogue, or the office's own."""

    id: int
    version: int
    code: str
    name: str
    active: bool


class Catalogue:
    """Adds, changes and retires services; only an administrator may."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self, *, active_only: bool = False) -> tuple[ServiceRow, ...]:
        """Every service, by code."""
        with self._database.reading() as session:
            found = session.scalars(select(OfficeService).order_by(OfficeService.code))
            return tuple(_row(one) for one in found if one.active or not active_only)

    @once
    def add(self, actor: Actor, code: str, name: str) -> ServiceRow:
        """Enters a service. Raises `InvalidValueError`, `ConflictError` for a code or name that is taken."""
        actor.must_be(Role.ADMINISTRATOR, act="change_services")
        with self._database.writing() as session:
            service = OfficeService(code=_valid_code(code), name=_valid_name(name), active=True)
            _must_be_free(session, service.code, service.name, None)
            session.add(service)
            session.flush()
            self._note(session, actor, service, "service_added", {})
            return _row(service)

    @once
    def change(
        self,
        actor: Actor,
        service_id: int,
        version: int,
        *,
        code: str | None = None,
        name: str | None = None,
        active: bool | None = None,
    ) -> ServiceRow:
        """Changes what is given; a retired service is offered no more."""
        actor.must_be(Role.ADMINISTRATOR, act="change_services")
        with self._database.writing() as session:
            service = session.get(OfficeService, service_id)
            if service is None:
                raise NotFoundError(item="service", key=service_id)
            if service.version != version:
                raise ConflictError(item="service")
            before = _told(service)
            wanted = _valid_code(service.code if code is None else code)
            named = _valid_name(service.name if name is None else name)
            _must_be_free(session, wanted, named, service_id)
            service.code, service.name = wanted, named
            service.active = service.active if active is None else active
            session.flush()
            self._note(session, actor, service, "service_changed", before)
            return _row(service)

    def _note(
        self, session: Session, actor: Actor, service: OfficeService, action: str, before: dict[str, Any]
    ) -> None:
        record_event(
            session,
            item_type="office_service",
            item_id=service.id,
            at=self._database.now(session),
            actor_id=actor.person_id,
            actor_name=actor.name,
            action=action,
            before=before,
            after=_told(service),
        )


def _must_be_free(session: Session, code: str, name: str, but: int | None) -> None:
    with session.no_autoflush:
        others = [one for one in session.scalars(select(OfficeService)) if one.id != but]
    if fold(code) in {fold(one.code) for one in others}:
        raise ConflictError(item="service", name=code)
    if fold(name) in {fold(one.name) for one in others}:
        raise ConflictError(item="service", name=name)


def _valid_code(code: str) -> str:
    code = latin_digits(code).strip()
    if not code:
        raise InvalidValueError(field="service_code", reason="empty", value="")
    if not _CODE.fullmatch(code):
        raise InvalidValueError(field="service_code", reason="code_form", value=code[:30])
    return code


def _valid_name(name: str) -> str:
    name = " ".join(name.split())
    if not name:
        raise InvalidValueError(field="service_name", reason="empty", value="")
    if len(name) > LONGEST_NAME:
        raise InvalidValueError(field="service_name", reason="too_long", value="")
    return name


def _told(service: OfficeService) -> dict[str, Any]:
    return {"code": service.code, "name": service.name, "active": service.active}


def _row(service: OfficeService) -> ServiceRow:
    return ServiceRow(service.id, service.version, service.code, service.name, service.active)
