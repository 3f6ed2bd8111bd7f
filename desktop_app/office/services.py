"""The catalogue of subjects of petitions (موضوع): services of the office, published instruments, news items.

Submissions name a subject by number or title, in any spelling, and are then linked to it. A title that is not
in the catalogue stays plain text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256
from typing import Any, Final

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from desktop_app.database.audit import record_event, record_events
from desktop_app.database.engine import Database
from desktop_app.database.operations import once
from desktop_app.errors import ConflictError, InvalidValueError, NotFoundError
from desktop_app.office.model import OfficeService
from desktop_app.persian.digits import latin_digits
from desktop_app.persian.text import fold
from desktop_app.staff.roles import Actor, Role

LONGEST_NAME: Final = 200
LONGEST_CODE: Final = 30
_CODE: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9._/-]{0,29}")
#: Prefix of the generated code of an entry without a number; derived from the title, so that imports find it
#: again.
_WITHOUT: Final = "t-"


class SubjectKind(StrEnum):
    """The kind of a subject."""

    SERVICE = "service"
    INSTRUMENT = "instrument"
    NEWS = "news"


@dataclass(frozen=True, slots=True)
class ServiceRow:
    """An entry for display; `code` is its number in the national catalogue, or a code of the office."""

    id: int
    version: int
    code: str
    name: str
    active: bool
    kind: SubjectKind = SubjectKind.SERVICE

    @property
    def number(self) -> str:
        """Its number; empty for a generated code."""
        return "" if self.code.startswith(_WITHOUT) else self.code


@dataclass(frozen=True, slots=True)
class NewSubject:
    """A row of an imported list; `code` is empty without a number."""

    kind: SubjectKind
    name: str
    code: str = ""


@dataclass(frozen=True, slots=True)
class ListTaken:
    """The result of an import: numbers of added, changed and unchanged entries."""

    added: int
    changed: int
    same: int


def subject_key(words: str) -> str:
    """Folds numbers and titles for comparison: spelling, spaces, ZWNJ, dashes and dots are ignored."""
    return "".join(character for character in fold(words) if character.isalnum())[:LONGEST_NAME]


class Catalogue:
    """Adds, changes and deactivates entries; administrators only."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self, *, active_only: bool = False, kind: SubjectKind | None = None) -> tuple[ServiceRow, ...]:
        """Returns the entries, services first, then by number; optionally of one `kind`."""
        with self._database.reading() as session:
            found = session.scalars(select(OfficeService).order_by(OfficeService.code))
            rows = [
                _row(one)
                for one in found
                if (one.active or not active_only) and (kind is None or one.kind == kind)
            ]
            return tuple(sorted(rows, key=lambda row: _KINDS.index(row.kind)))

    @once
    def add(self, actor: Actor, code: str, name: str, kind: SubjectKind = SubjectKind.SERVICE) -> ServiceRow:
        """Adds an entry. Raises `InvalidValueError`, `ConflictError` for an existing number or name."""
        actor.must_be(Role.ADMINISTRATOR, act="change_services")
        with self._database.writing() as session:
            service = OfficeService(active=True, kind=kind.value)
            _name(service, _valid_code(code), _valid_name(name))
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
        kind: SubjectKind | None = None,
    ) -> ServiceRow:
        """Changes the given values; an inactive entry is not offered for selection."""
        actor.must_be(Role.ADMINISTRATOR, act="change_services")
        with self._database.writing() as session:
            service = session.get(OfficeService, service_id)
            if service is None:
                raise NotFoundError(item="service", key=service_id)
            if service.version != version:
                raise ConflictError(item="service")
            before = _logged_values(service)
            unnumbered = not code and service.code.startswith(_WITHOUT)
            wanted = service.code if code is None or unnumbered else _valid_code(code)
            named = _valid_name(service.name if name is None else name)
            _must_be_free(session, wanted, named, service_id)
            _name(service, wanted, named)
            service.active = service.active if active is None else active
            service.kind = service.kind if kind is None else kind.value
            session.flush()
            self._note(session, actor, service, "service_changed", before)
            return _row(service)

    @once
    def take_in(self, actor: Actor, rows: Sequence[NewSubject]) -> ListTaken:
        """Imports a list: entries are identified by number, or by title without one; nothing is deleted.

        The title of a numbered entry may change. Raises `InvalidValueError`.
        """
        actor.must_be(Role.ADMINISTRATOR, act="change_services")
        with self._database.writing() as session:
            by_code, by_name = _known(session)
            added: list[OfficeService] = []
            changes: dict[int, tuple[dict[str, Any], dict[str, Any]]] = {}
            same = 0
            for row in rows:
                name = _valid_name(row.name)
                named = by_name.get(subject_key(name))
                numbered = by_code.get(subject_key(row.code)) if row.code else named
                if numbered is None and named is not None and named.code.startswith(_WITHOUT):
                    # The entry now has a number.
                    numbered = named
                if numbered is None or (named is not None and named is not numbered):
                    if named is not None:
                        raise ConflictError(item="service", name=name)
                    numbered = OfficeService(active=True, kind=row.kind.value)
                    _name(numbered, _valid_code(row.code) if row.code else _made_code(name), name)
                    session.add(numbered)
                    added.append(numbered)
                else:
                    before = _logged_values(numbered)
                    code = _valid_code(row.code) if row.code else numbered.code
                    by_name.pop(numbered.name_key, None)
                    _name(numbered, code, name)
                    numbered.kind, numbered.active = row.kind.value, True
                    if before == _logged_values(numbered):
                        same += 1
                    elif numbered.id is not None:
                        changes[numbered.id] = (
                            changes.get(numbered.id, (before,))[0],
                            _logged_values(numbered),
                        )
                by_code[numbered.code_key] = by_name[numbered.name_key] = numbered
            session.flush()
            now = self._database.now(session)
            additions: dict[int, tuple[dict[str, Any], dict[str, Any]]] = {
                one.id: ({}, _logged_values(one)) for one in added
            }
            for action, events in (("service_added", additions), ("service_changed", changes)):
                record_events(
                    session,
                    item_type="office_service",
                    at=now,
                    actor_id=actor.person_id,
                    actor_name=actor.name,
                    action=action,
                    events={number: (*values, "") for number, values in events.items()},
                )
            return ListTaken(len(added), len(changes), same)

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
            after=_logged_values(service),
        )


@dataclass(frozen=True, slots=True)
class Subject:
    """An entry that a petition is about."""

    id: int
    name: str


def subjects_named(session: Session, names: Iterable[str]) -> dict[str, Subject]:
    """Maps each of `names` to the entry with that number or title; unknown names are omitted.

    Includes inactive entries, since submissions may be about them.
    """
    keys = {name: key for name in names if (key := subject_key(name))}
    if not keys:
        return {}
    wanted = set(keys.values())
    rows = session.execute(
        select(OfficeService.id, OfficeService.name, OfficeService.code_key, OfficeService.name_key).where(
            or_(OfficeService.code_key.in_(wanted), OfficeService.name_key.in_(wanted))
        )
    ).all()
    by_code = {row.code_key: Subject(row.id, row.name) for row in rows}
    by_name = {row.name_key: Subject(row.id, row.name) for row in rows}
    found = {name: by_name.get(key) or by_code.get(key) for name, key in keys.items()}
    return {name: subject for name, subject in found.items() if subject is not None}


_KINDS: Final = tuple(SubjectKind)


def _known(session: Session) -> tuple[dict[str, OfficeService], dict[str, OfficeService]]:
    entries = session.scalars(select(OfficeService)).all()
    return {one.code_key: one for one in entries}, {one.name_key: one for one in entries}


def _name(service: OfficeService, code: str, name: str) -> None:
    service.code, service.name = code, name
    service.code_key, service.name_key = subject_key(code)[:LONGEST_CODE], subject_key(name)


def _made_code(name: str) -> str:
    return _WITHOUT + sha256(subject_key(name).encode()).hexdigest()[:16]


def _must_be_free(session: Session, code: str, name: str, but: int | None) -> None:
    with session.no_autoflush:
        by_code, by_name = _known(session)
    for found, words in ((by_code.get(subject_key(code)), code), (by_name.get(subject_key(name)), name)):
        if found is not None and found.id != but:
            raise ConflictError(item="service", name=words)


def is_code(code: str) -> bool:
    """Whether `code` is a valid number of an entry: Latin letters and digits, dots, dashes and slashes."""
    return bool(_CODE.fullmatch(code))


def _valid_code(code: str) -> str:
    code = latin_digits(code).strip()
    if not code:
        raise InvalidValueError(field="service_code", reason="empty", value="")
    if not is_code(code):
        raise InvalidValueError(field="service_code", reason="code_form", value=code[:30])
    return code


def _valid_name(name: str) -> str:
    name = " ".join(name.split())
    if not subject_key(name):
        raise InvalidValueError(field="service_name", reason="empty", value="")
    if len(name) > LONGEST_NAME:
        raise InvalidValueError(field="service_name", reason="too_long", value="")
    return name


def _logged_values(service: OfficeService) -> dict[str, Any]:
    return {
        "code": service.code,
        "name": service.name,
        "active": service.active,
        "subject_kind": service.kind or SubjectKind.SERVICE.value,
    }


def _row(service: OfficeService) -> ServiceRow:
    return ServiceRow(
        service.id,
        service.version,
        service.code,
        service.name,
        service.active,
        SubjectKind(service.kind or SubjectKind.SERVICE),
    )
