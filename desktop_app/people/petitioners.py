"""Petitioners: finding, listing, and recognising somebody who has written before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, and_, func, or_, select
from sqlalchemy.orm import Session

from desktop_app.database.engine import Database
from desktop_app.people.model import Petitioner
from desktop_app.persian.digits import only_digits
from desktop_app.persian.names import sort_key


@dataclass(frozen=True, slots=True)
class Contact:
    """What is known of a sender; empty strings and None where it is not."""

    name: str = ""
    national_id: str | None = None
    mobile: str | None = None
    email: str | None = None
    group: str = "citizen"

    @property
    def is_anonymous(self) -> bool:
        return not (self.name or self.national_id or self.mobile or self.email)


@dataclass(frozen=True, slots=True)
class PetitionerRow:
    """A petitioner as a list shows them; identifiers are masked unless asked for by someone who works on
    one of their items."""

    id: int
    name: str
    group: str
    national_id: str
    mobile: str
    email: str
    since: datetime


class Petitioners:
    """The register of petitioners."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def count(self, query: str = "") -> int:
        """How many match `query` (name in any spelling, digits of national ID or mobile)."""
        with self._database.reading() as session:
            statement = select(func.count()).select_from(Petitioner).where(*_matching(query))
            return session.scalar(statement) or 0

    def page(
        self, query: str = "", *, after: tuple[str, int] | None = None, count: int = 200
    ) -> list[PetitionerRow]:
        """`count` petitioners by name in Persian order, behind the key `after` (sort key, id); those without
        a name come last."""
        with self._database.reading() as session:
            found: list[Petitioner] = []
            if after is None or after[0]:
                found = _page_of(session, [*_matching(query), _named_behind(after)], count)
                after = None
            if len(found) < count:
                last = after[1] if after else 0
                nameless = [*_matching(query), Petitioner.name_key == "", Petitioner.id > last]
                found += _page_of(session, nameless, count - len(found))
            return [_row(person) for person in found]

    def find_by_mobile(self, mobile: str) -> PetitionerRow | None:
        """The petitioner with this mobile number (`09…`) who came last."""
        with self._database.reading() as session:
            found = session.scalar(
                select(Petitioner).where(Petitioner.mobile == mobile).order_by(Petitioner.id.desc()).limit(1)
            )
            return _row(found, masked=False) if found else None


def page_key(row: PetitionerRow) -> tuple[str, int]:
    """The key behind which the next page begins."""
    return sort_key(row.name), row.id


def mask(identifier: str | None) -> str:
    """All but the last three characters hidden: «•••••••۱۲۳»."""
    if not identifier:
        return ""
    return "•" * max(0, len(identifier) - 3) + identifier[-3:]


def recognise(session: Session, contacts: Sequence[Contact], at: datetime) -> list[int | None]:
    """The ids of the petitioners that `contacts` are: known by national ID, or by mobile and name; else new.

    None for a sender who left nothing. What is newly known is added to the record, nothing is overwritten.
    """
    known = _Known(session, contacts)
    found = [known.petitioner(contact, at) for contact in contacts]
    session.flush()
    return [petitioner.id if petitioner else None for petitioner in found]


class _Known:
    """The petitioners that a batch of contacts may be, read with two statements whatever its size."""

    def __init__(self, session: Session, contacts: Sequence[Contact]) -> None:
        self._session = session
        self._by_national_id: dict[str, Petitioner] = {}
        self._by_mobile: dict[tuple[str, str], Petitioner] = {}
        numbers = {contact.national_id for contact in contacts if contact.national_id}
        mobiles = {c.mobile for c in contacts if c.mobile and not c.national_id}
        for condition, values in ((Petitioner.national_id, numbers), (Petitioner.mobile, mobiles)):
            if values:
                # The newest first, so that the oldest record of a person is the one that stays.
                statement = select(Petitioner).where(condition.in_(values)).order_by(Petitioner.id.desc())
                for petitioner in session.scalars(statement):
                    self._remember(petitioner)

    def petitioner(self, contact: Contact, at: datetime) -> Petitioner | None:
        if contact.is_anonymous:
            return None
        key = sort_key(contact.name)
        known = None
        if contact.national_id:
            known = self._by_national_id.get(contact.national_id)
        elif contact.mobile:
            known = self._by_mobile.get((contact.mobile, key))
        if known is None:
            known = Petitioner(
                name=contact.name,
                name_key=key,
                national_id=contact.national_id,
                mobile=contact.mobile,
                email=contact.email,
                group=contact.group,
                created_at=at,
            )
            self._session.add(known)
        else:
            known.national_id = known.national_id or contact.national_id
            known.mobile = known.mobile or contact.mobile
            known.email = known.email or contact.email
        self._remember(known)
        return known

    def _remember(self, petitioner: Petitioner) -> None:
        if petitioner.national_id:
            self._by_national_id[petitioner.national_id] = petitioner
        if petitioner.mobile:
            self._by_mobile[petitioner.mobile, petitioner.name_key] = petitioner


def _page_of(session: Session, conditions: list[ColumnElement[bool]], count: int) -> list[Petitioner]:
    statement = (
        select(Petitioner).where(*conditions).order_by(Petitioner.name_key, Petitioner.id).limit(count)
    )
    return list(session.scalars(statement))


def _named_behind(after: tuple[str, int] | None) -> ColumnElement[bool]:
    if after is None:
        return Petitioner.name_key > ""
    key, last = after
    return or_(Petitioner.name_key > key, and_(Petitioner.name_key == key, Petitioner.id > last))


def _matching(query: str) -> list[ColumnElement[bool]]:
    query = query.strip()
    if not query:
        return []
    number = only_digits(query)
    if len(number) >= 4 and len(number) >= len(query) - query.count(" ") - query.count("-"):
        pattern = f"%{number.removeprefix('0')}"
        return [or_(Petitioner.national_id == number, Petitioner.mobile.like(pattern))]
    # A name key is plain letters and spaces: no wildcard of LIKE can be smuggled in.
    return [Petitioner.name_key.like(f"%{part}%", escape="\\") for part in sort_key(query).split()]


def _row(person: Petitioner, *, masked: bool = True) -> PetitionerRow:
    shown = mask if masked else _plain
    return PetitionerRow(
        person.id,
        person.name,
        person.group,
        shown(person.national_id),
        shown(person.mobile),
        person.email if person.email and not masked else mask(person.email),
        person.created_at,
    )


def _plain(identifier: str | None) -> str:
    return identifier or ""
