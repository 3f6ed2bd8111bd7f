"""Petitioners: searching, listing, and recognising people who wrote before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from sqlalchemy import ColumnElement, and_, func, insert, or_, select, update
from sqlalchemy.orm import Session

from desktop_app.database.engine import Database
from desktop_app.people.model import Petitioner
from desktop_app.persian.digits import only_digits
from desktop_app.persian.names import sort_key


@dataclass(frozen=True, slots=True)
class Contact:
    """The known data of a sender; unknown values are empty or None."""

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
    """A petitioner for lists.

    Identifiers are masked, unless requested by a person who works on one of their items.
    """

    id: int
    name: str
    group: str
    national_id: str
    mobile: str
    email: str
    since: datetime
    masked: bool = True


class Petitioners:
    """The register of petitioners."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def count(self, query: str = "") -> int:
        """The number of petitioners that match `query` (name in any spelling, digits of national ID or mobile)."""
        with self._database.reading() as session:
            statement = select(func.count()).select_from(Petitioner).where(*_matching(query))
            return session.scalar(statement) or 0

    def page(
        self, query: str = "", *, after: tuple[str, int] | None = None, count: int = 200
    ) -> list[PetitionerRow]:
        """Returns `count` petitioners after the key `after` (sort key, id).

        They are in Persian order of their names, unnamed ones last.
        """
        with self._database.reading() as session:
            found: list[Petitioner] = []
            if after is None or after[0]:
                found = _page_of(session, [*_matching(query), _named_behind(after)], count)
                after = None
            if len(found) < count:
                last = after[1] if after else 0
                nameless = [*_matching(query), Petitioner.name_key == "", Petitioner.id > last]
                found += _page_of(session, nameless, count - len(found))
            return [petitioner_row(person) for person in found]


def last_with_mobile(session: Session, mobile: str) -> Petitioner | None:
    """Returns the latest petitioner with a mobile number, within an existing transaction."""
    return session.scalar(
        select(Petitioner).where(Petitioner.mobile == mobile).order_by(Petitioner.id.desc()).limit(1)
    )


def page_key(row: PetitionerRow) -> tuple[str, int]:
    """Returns the key after which the next page starts."""
    return sort_key(row.name), row.id


def mask(identifier: str | None) -> str:
    """Hides all but the last three characters: «•••••••۱۲۳»."""
    if not identifier:
        return ""
    return "•" * max(0, len(identifier) - 3) + identifier[-3:]


def recognise(session: Session, contacts: Sequence[Contact], at: datetime) -> list[int | None]:
    """Returns the ids of the petitioners for `contacts`, matched by national ID, or by mobile and name, or new.

    The id is None for an anonymous sender. New data is added to existing records; nothing is overwritten.
    """
    known = _Known(session, contacts)
    places = [known.place(contact, at) for contact in contacts]
    ids = known.save()
    return [None if place is None else ids[place] for place in places]


class _Known:
    """The candidate petitioners of a batch of contacts, read and written with a constant number of statements.

    A petitioner is a dictionary of its columns, with `id` if it is stored.
    """

    def __init__(self, session: Session, contacts: Sequence[Contact]) -> None:
        self._session = session
        self._found: list[dict[str, Any]] = []
        self._changed: set[int] = set()
        self._by_national_id: dict[str, int] = {}
        self._by_mobile: dict[tuple[str, str], int] = {}
        numbers = {contact.national_id for contact in contacts if contact.national_id}
        mobiles = {c.mobile for c in contacts if c.mobile and not c.national_id}
        stored: dict[int, dict[str, Any]] = {}
        for condition, values in ((Petitioner.national_id, numbers), (Petitioner.mobile, mobiles)):
            if values:
                found = session.execute(select(Petitioner.__table__).where(condition.in_(values)))
                stored |= {row["id"]: dict(row) for row in found.mappings()}
        # Newest first, so that the oldest record of a person takes precedence.
        for _, row in sorted(stored.items(), reverse=True):
            self._remember(row)

    def place(self, contact: Contact, at: datetime) -> int | None:
        """Returns the index of the petitioner for `contact`, which is added if new."""
        if contact.is_anonymous:
            return None
        key = sort_key(contact.name)
        known = None
        if contact.national_id:
            known = self._by_national_id.get(contact.national_id)
        elif contact.mobile:
            known = self._by_mobile.get((contact.mobile, key))
        if known is None:
            row = {"name": contact.name, "name_key": key, "group": contact.group, "created_at": at}
            return self._remember(row | {field: getattr(contact, field) for field in _ADDED_LATER})
        self._complete(known, contact)
        return known

    def save(self) -> list[int]:
        """Stores new and changed petitioners, and returns the ids of all by index."""
        new = [row for row in self._found if "id" not in row]
        if new:
            made = self._session.execute(
                insert(Petitioner).returning(Petitioner.id, sort_by_parameter_order=True), new
            )
            for row, identity in zip(new, made.scalars(), strict=True):
                row["id"] = identity
        changed = [self._found[place] for place in self._changed]
        changes = [{name: row[name] for name in ("id", *_ADDED_LATER)} for row in changed]
        if changes:
            self._session.execute(update(Petitioner), changes)
        return [row["id"] for row in self._found]

    def _complete(self, place: int, contact: Contact) -> None:
        row = self._found[place]
        for field in _ADDED_LATER:
            if not row[field] and getattr(contact, field):
                row[field] = getattr(contact, field)
                self._changed.add(place)
        self._index(place, row)

    def _remember(self, row: dict[str, Any]) -> int:
        self._found.append(row)
        self._index(len(self._found) - 1, row)
        return len(self._found) - 1

    def _index(self, place: int, row: dict[str, Any]) -> None:
        if row["national_id"]:
            self._by_national_id[row["national_id"]] = place
        if row["mobile"]:
            self._by_mobile[row["mobile"], row["name_key"]] = place


#: Columns that a later petition may fill in.
_ADDED_LATER: Final = ("national_id", "mobile", "email")


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
    # A name key has only letters and spaces, so it cannot contain LIKE wildcards.
    return [Petitioner.name_key.like(f"%{part}%", escape="\\") for part in sort_key(query).split()]


def petitioner_row(person: Petitioner, *, masked: bool = True) -> PetitionerRow:
    """Converts a petitioner to a row for lists."""
    shown = mask if masked else _plain
    return PetitionerRow(
        person.id,
        person.name,
        person.group,
        shown(person.national_id),
        shown(person.mobile),
        person.email if person.email and not masked else mask(person.email),
        person.created_at,
        masked,
    )


def _plain(identifier: str | None) -> str:
    return identifier or ""
