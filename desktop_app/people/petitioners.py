"""Petitioners: searching, listing, and recognising people who wrote before."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from sqlalchemy import ColumnElement, and_, bindparam, false, func, insert, or_, select, text, update
from sqlalchemy.dialects import postgresql
from sqlalchemy.orm import Session

from desktop_app.database.audit import record_event
from desktop_app.database.engine import Database
from desktop_app.database.number_keys import KeyOfNumber, make_number_keys
from desktop_app.people.identity import whole_number
from desktop_app.people.look_ups import known_by, look_up
from desktop_app.people.model import Petitioner, PetitionerIdentity
from desktop_app.persian.digits import only_digits
from desktop_app.persian.names import sort_key
from desktop_app.staff.roles import Actor, Role


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


#: Roles that look petitioners up by their numbers.
LOOKS_UP: Final = frozenset({Role.CLERK, Role.MANAGER, Role.ADMINISTRATOR})
#: The identifiers of a petitioner, which a later petition may complete.
IDENTIFIERS: Final = ("national_id", "mobile", "email")
#: The action of the event.
COMPLETED: Final = "petitioner_completed"


class Petitioners:
    """The register of petitioners."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def count(self, actor: Actor, query: str = "") -> int:
        """The number of petitioners that match `query`: a name in any spelling, or a whole national ID or mobile.

        Raises `RuleError`, like `look_ups.look_up`.
        """
        number = self._look_up(actor, query)
        with self._database.reading() as session:
            matching = _matching(session, query, number)
            statement = select(func.count()).select_from(Petitioner).where(*matching)
            return session.scalar(statement) or 0

    def page(
        self, actor: Actor, query: str = "", *, after: tuple[str, int] | None = None, count: int = 200
    ) -> list[PetitionerRow]:
        """Returns `count` petitioners after the key `after` (sort key, id).

        They are in Persian order of their names, unnamed ones last. Raises `RuleError`, like `count`.
        """
        number = self._look_up(actor, query)
        with self._database.reading() as session:
            matching = _matching(session, query, number)
            found: list[Petitioner] = []
            if after is None or after[0]:
                found = _page_of(session, [*matching, _named_behind(after)], count)
                after = None
            if len(found) < count:
                last = after[1] if after else 0
                nameless = [*matching, Petitioner.name_key == "", Petitioner.id > last]
                found += _page_of(session, nameless, count - len(found))
            return [petitioner_row(person) for person in found]

    def _look_up(self, actor: Actor, query: str) -> str:
        """Returns the whole number that a query is, and notes the look-up; empty for another query."""
        number = whole_number(query) if actor.roles & LOOKS_UP else ""
        if number:
            look_up(self._database, actor, number)
        return number


def page_key(row: PetitionerRow) -> tuple[str, int]:
    """Returns the key after which the next page starts."""
    return sort_key(row.name), row.id


def mask(identifier: str | None) -> str:
    """Hides all but the last three characters: «•••••••۱۲۳»."""
    if not identifier:
        return ""
    return "•" * max(0, len(identifier) - 3) + identifier[-3:]


def recognise(session: Session, actor: Actor, contacts: Sequence[Contact], at: datetime) -> list[int | None]:
    """Returns the ids of the petitioners for `contacts`, matched by national ID, or by mobile and name, or new.

    The id is None for an anonymous sender. New data is added to existing records, with an event that names the
    fields; nothing is overwritten. On PostgreSQL `app.recognise` does it.
    """
    if session.get_bind().dialect.name != "sqlite":
        sent = [_sent(contact) for contact in contacts]
        asked = {"contacts": sent, "actor": actor.person_id, "named": actor.name, "at": at}
        found: list[int | None] = session.execute(_RECOGNISE, asked).scalar_one()
        return found
    known = _Known(session, contacts)
    places = [known.place(contact, at) for contact in contacts]
    ids = known.save()
    for place, fields in known.added.items():
        record_event(
            session,
            item_type="petitioner",
            item_id=ids[place],
            at=at,
            actor_id=actor.person_id,
            actor_name=actor.name,
            action=COMPLETED,
            after={"fields": fields},
        )
    return [None if place is None else ids[place] for place in places]


_RECOGNISE: Final = text("SELECT app.recognise(:contacts, :actor, :named, :at)").bindparams(
    bindparam("contacts", type_=postgresql.JSONB)
)


def _sent(contact: Contact) -> dict[str, str]:
    return {
        "name": contact.name,
        "name_key": sort_key(contact.name),
        "group": contact.group,
        **{field: getattr(contact, field) or "" for field in IDENTIFIERS},
    }


class _Known:
    """The candidate petitioners of a batch of contacts, read and written with a constant number of statements.

    A petitioner is a dictionary with its name and identifiers, and `id` if it is stored.
    """

    def __init__(self, session: Session, contacts: Sequence[Contact]) -> None:
        self._session = session
        self._key = make_number_keys(session)
        self._found: list[dict[str, Any]] = []
        #: The added fields of stored petitioners, by index.
        self.added: dict[int, list[str]] = {}
        self._by_national_id: dict[str, int] = {}
        self._by_mobile: dict[tuple[str, str], int] = {}
        numbers = {contact.national_id for contact in contacts if contact.national_id}
        mobiles = {c.mobile for c in contacts if c.mobile and not c.national_id}
        stored: dict[int, dict[str, Any]] = {}
        identity = PetitionerIdentity
        for column, values in ((identity.national_id_key, numbers), (identity.mobile_key, mobiles)):
            if values:
                wanted = _KNOWN.where(column.in_([self._key(value) for value in values]))
                stored |= {row["id"]: dict(row) for row in session.execute(wanted).mappings()}
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
            return self._remember(row | {field: getattr(contact, field) for field in IDENTIFIERS})
        self._complete(known, contact)
        return known

    def save(self) -> list[int]:
        """Stores new and changed petitioners, and returns the ids of all by index."""
        new = [row for row in self._found if "id" not in row]
        changed = [self._found[place] for place in self.added]
        if new:
            made = self._session.execute(
                insert(Petitioner).returning(Petitioner.id, sort_by_parameter_order=True),
                [{name: row[name] for name in _OWN} | masked_identifiers(row) for row in new],
            )
            for row, identity in zip(new, made.scalars(), strict=True):
                row["id"] = identity
        identified = [identity_row(row, self._key) for row in new if any(row[name] for name in IDENTIFIERS)]
        if identified:
            self._session.execute(insert(PetitionerIdentity), identified)
        if changed:
            store_identities(self._session, changed, self._key)
        return [row["id"] for row in self._found]

    def _complete(self, place: int, contact: Contact) -> None:
        row = self._found[place]
        for field in IDENTIFIERS:
            if not row[field] and getattr(contact, field):
                row[field] = getattr(contact, field)
                if "id" in row:
                    self.added.setdefault(place, []).append(field)
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


#: The columns of a new petitioner beside the masked identifiers.
_OWN: Final = ("name", "name_key", "group", "created_at")
_KNOWN: Final = select(
    Petitioner.id,
    Petitioner.name_key,
    PetitionerIdentity.national_id,
    PetitionerIdentity.mobile,
    PetitionerIdentity.email,
).join(Petitioner, Petitioner.id == PetitionerIdentity.petitioner_id)


def identity_row(person: Mapping[str, Any], key: KeyOfNumber) -> dict[str, Any]:
    """Returns the row of `petitioner_identity` for a petitioner with `id` and identifiers."""
    return {
        "petitioner_id": person["id"],
        **{name: person[name] or None for name in IDENTIFIERS},
        **{f"{name}_key": key(person[name]) if person[name] else None for name in ("national_id", "mobile")},
    }


def masked_identifiers(person: Mapping[str, Any]) -> dict[str, str]:
    """Returns the columns of `petitioner` that everybody may read of the identifiers."""
    return {f"masked_{name}": mask(person[name]) for name in IDENTIFIERS}


def store_identities(session: Session, people: Sequence[Mapping[str, Any]], key: KeyOfNumber) -> None:
    """Writes changed identifiers of stored petitioners, on SQLite."""
    session.execute(update(Petitioner), [{"id": row["id"]} | masked_identifiers(row) for row in people])
    session.execute(update(PetitionerIdentity), [identity_row(row, key) for row in people])


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


def _matching(session: Session, query: str, number: str) -> list[ColumnElement[bool]]:
    """Returns the conditions of a query; `number` is the whole number that it is."""
    query = query.strip()
    if number:
        return [Petitioner.id.in_(known_by(session, number))]
    if not query:
        return []
    digits = len(only_digits(query))
    if digits and digits == len(query) - query.count(" ") - query.count("-"):
        # A part of a number finds nobody.
        return [false()]
    # A name key has only letters and spaces, so it cannot contain LIKE wildcards.
    return [Petitioner.name_key.like(f"%{part}%", escape="\\") for part in sort_key(query).split()]


def petitioner_row(person: Petitioner) -> PetitionerRow:
    """Converts a petitioner to a row for lists."""
    return PetitionerRow(
        person.id,
        person.name,
        person.group,
        person.masked_national_id,
        person.masked_mobile,
        person.masked_email,
        person.created_at,
    )
