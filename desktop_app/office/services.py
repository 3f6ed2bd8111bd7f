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

from desktop_app.database.acts.model import Item
from desktop_app.database.engine import Database
from desktop_app.database.operations import once
from desktop_app.errors import ConflictError, InvalidValueError, NotFoundError
from desktop_app.office.acts import SERVICE_ADDED, SERVICE_CHANGED
from desktop_app.office.model import OfficeService
from desktop_app.persian.digits import latin_digits
from desktop_app.persian.text import fold
from desktop_app.staff.roles import Actor
from desktop_app.staff.roster import administer, administer_many

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
        new = _values(_valid_code(code), _valid_name(name), kind, active=True)
        with self._database.writing() as session:
            _must_be_free(session, new["code"], new["name"], None)
            now = self._database.now(session)
            made = administer(session, SERVICE_ADDED, actor, new, now, denied=_DENIED)
            return _row(session.get_one(OfficeService, made))

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
        with self._database.writing() as session:
            service = session.get(OfficeService, service_id)
            if service is None:
                raise NotFoundError(item="service", key=service_id)
            unnumbered = not code and service.code.startswith(_WITHOUT)
            wanted = service.code if code is None or unnumbered else _valid_code(code)
            named = _valid_name(service.name if name is None else name)
            _must_be_free(session, wanted, named, service_id)
            new = _values(
                wanted,
                named,
                kind or SubjectKind(service.kind),
                active=service.active if active is None else active,
            )
            item, now = Item(service_id, version, given=new), self._database.now(session)
            errors = {"conflict": ConflictError(item="service")}
            administer(session, SERVICE_CHANGED, actor, item, now, denied=_DENIED, errors=errors)
            return _row(session.get_one(OfficeService, service_id))

    @once
    def take_in(self, actor: Actor, rows: Sequence[NewSubject]) -> ListTaken:
        """Imports a list: entries are identified by number, or by title without one; nothing is deleted.

        The title of a numbered entry may change. Raises `InvalidValueError`.
        """
        with self._database.writing() as session:
            known = [_Entry(one.id, _values_of(one)) for one in session.scalars(select(OfficeService))]
            by_code = {str(one.values["code_key"]): one for one in known}
            by_name = {str(one.values["name_key"]): one for one in known}
            before = {one.id: one.values for one in known}
            added: list[_Entry] = []
            same = 0
            for row in rows:
                name = _valid_name(row.name)
                named = by_name.get(subject_key(name))
                found = by_code.get(subject_key(row.code)) if row.code else named
                if found is None and named is not None and named.code.startswith(_WITHOUT):
                    # The entry now has a number.
                    found = named
                if found is None or (named is not None and named is not found):
                    if named is not None:
                        raise ConflictError(item="service", name=name)
                    code = _valid_code(row.code) if row.code else _made_code(name)
                    found = _Entry(None, _values(code, name, row.kind, active=True))
                    added.append(found)
                else:
                    code = _valid_code(row.code) if row.code else found.code
                    by_name.pop(str(found.values["name_key"]), None)
                    new = _values(code, name, row.kind, active=True)
                    same += new == found.values
                    found.values = new
                by_code[str(found.values["code_key"])] = by_name[str(found.values["name_key"])] = found
            changed = [one for one in known if one.values != before[one.id]]
            self._store(session, actor, added, changed)
            return ListTaken(len(added), len(changed), same)

    def _store(
        self, session: Session, actor: Actor, added: Sequence[_Entry], changed: Sequence[_Entry]
    ) -> None:
        now = self._database.now(session)
        administer_many(
            session,
            SERVICE_CHANGED,
            actor,
            [Item(one.id or 0, given=one.values) for one in changed],
            now,
            denied=_DENIED,
        )
        administer_many(
            session,
            SERVICE_ADDED,
            actor,
            [Item(at, given=one.values) for at, one in enumerate(added)],
            now,
            denied=_DENIED,
        )


@dataclass
class _Entry:
    """An entry while a list is imported; `id` is None for a new one."""

    id: int | None
    values: dict[str, Any]

    @property
    def code(self) -> str:
        return str(self.values["code"])


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
_DENIED: Final = "change_services"


def _known(session: Session) -> tuple[dict[str, OfficeService], dict[str, OfficeService]]:
    entries = session.scalars(select(OfficeService)).all()
    return {one.code_key: one for one in entries}, {one.name_key: one for one in entries}


def _values(code: str, name: str, kind: SubjectKind, *, active: bool) -> dict[str, Any]:
    """Returns the columns of an entry."""
    return {
        "code": code,
        "name": name,
        "active": active,
        "kind": kind.value,
        "code_key": subject_key(code)[:LONGEST_CODE],
        "name_key": subject_key(name),
    }


def _values_of(service: OfficeService) -> dict[str, Any]:
    return _values(service.code, service.name, SubjectKind(service.kind), active=service.active)


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


def _row(service: OfficeService) -> ServiceRow:
    return ServiceRow(
        service.id,
        service.version,
        service.code,
        service.name,
        service.active,
        SubjectKind(service.kind or SubjectKind.SERVICE),
    )
