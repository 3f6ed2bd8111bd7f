"""Which fields of the identity a petition lacks, and how a notice becomes an ordinary petition.

Nothing on file is overwritten: what is wrong, `correction` corrects.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Final

from sqlalchemy import bindparam, select, text
from sqlalchemy.dialects import postgresql
from sqlalchemy.orm import Session

from desktop_app.database.acts.model import Item
from desktop_app.database.audit import record_event
from desktop_app.database.engine import Database
from desktop_app.database.number_keys import make_number_keys
from desktop_app.database.operations import once
from desktop_app.database.search import terms_of
from desktop_app.errors import InvalidValueError, NotFoundError
from desktop_app.office.settings import IdentityRule, calendar_of, deadlines_of, identity_rules_of
from desktop_app.people.asking import ask_about
from desktop_app.people.identity import valid_email, valid_mobile, valid_national_id
from desktop_app.people.model import LONGEST_NAME, Petitioner, PetitionerIdentity
from desktop_app.people.petitioners import (
    COMPLETED,
    IDENTIFIERS,
    Contact,
    recognise,
    store_identities,
)
from desktop_app.persian.dates import tehran_day
from desktop_app.persian.names import sort_key
from desktop_app.petitions.acts.identity import IDENTITY_COMPLETED
from desktop_app.petitions.deadlines.counting import deadline, rule_for
from desktop_app.petitions.desk.conflicts import as_seen, do_one, mark_seen
from desktop_app.petitions.desk.detail import PetitionDetail, existing, load_detail
from desktop_app.petitions.model import Petition
from desktop_app.petitions.registration.indexed_terms import index_again, indexed_terms
from desktop_app.petitions.visibility import is_seen
from desktop_app.staff.deputies import acting_on
from desktop_app.staff.roles import Actor

_CHECKS: Final[Mapping[str, Callable[[str], str]]] = {
    "national_id": valid_national_id,
    "mobile": valid_mobile,
    "email": valid_email,
}


_FIELDS: Final = ("name", *IDENTIFIERS)


def required_fields(kind: str, channel: str, rules: tuple[IdentityRule, ...]) -> tuple[str, ...]:
    """Returns the fields that the office requires of a petition of a kind through a channel."""
    rule = rule_for(kind, channel, rules)
    return rule.fields if rule is not None else ()


def missing_fields(
    kind: str, channel: str, contact: Contact, rules: tuple[IdentityRule, ...]
) -> tuple[str, ...]:
    """Returns the required fields that `contact` lacks."""
    return tuple(
        field
        for field in required_fields(kind, channel, rules)
        if not (getattr(contact, field) or "").strip()
    )


@dataclass(frozen=True, slots=True)
class NoticeIdentity:
    """The identity of a notice: what is required, which of it is missing, and everything that is on file."""

    required: tuple[str, ...]
    missing: tuple[str, ...]
    on_file: tuple[str, ...]


class NoticeIdentities:
    """Completes the identity of notices."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def of(self, actor: Actor, petition_id: int) -> NoticeIdentity:
        """Returns what is required of a petition by the rules in force. Raises `NotFoundError`."""
        with self._database.reading() as session:
            if not is_seen(session, actor, petition_id):
                raise NotFoundError(item="petition", key=petition_id)
            petition = existing(session, petition_id)
            rules = identity_rules_of(session)
            known = _on_file(session, petition)
            required = required_fields(petition.kind, petition.channel, rules)
            missing = tuple(field for field in required if field not in known)
            return NoticeIdentity(required, missing, known)

    @once
    def complete(self, actor: Actor, petition_id: int, version: int, contact: Contact) -> PetitionDetail:
        """Adds fields to the identity of a notice, which becomes an ordinary petition with its deadline from now.

        Raises `InvalidValueError`, `RuleError` where required fields are still missing; then nothing is kept.
        """
        contact = _checked(contact)
        ask_about(self._database, (getattr(contact, name) for name in IDENTIFIERS))
        with self._database.writing() as session:
            petition = as_seen(session, petition_id, version)
            now = self._database.now(session)
            actor = acting_on(session, actor, tehran_day(now))
            known = _on_file(session, petition)
            former = indexed_terms(session, petition) if self._database.is_sqlite else ""
            found = (
                _complete_here(session, actor, petition, contact, now)
                if self._database.is_sqlite
                else _complete_on_server(session, actor, petition_id, contact, now)
            )
            rule = rule_for(petition.kind, petition.channel, deadlines_of(session))
            due = deadline(tehran_day(now), rule, calendar_of(session)).day if rule else None
            given = {"petitioner_id": found, "petitioner_name": contact.name, "due_on": due}
            fields = [name for name in _FIELDS if name not in known and getattr(contact, name)]
            item = Item(petition_id, version, given=given, remarks={"fields": fields})
            seen = do_one(session, IDENTITY_COMPLETED, actor, item, None, now)
            session.refresh(petition)
            if self._database.is_sqlite:
                index_again(session, petition, former)
            mark_seen(session, actor, petition_id, seen)
            return load_detail(session, actor, petition_id)


def _on_file(session: Session, petition: Petition) -> tuple[str, ...]:
    """Returns the fields of a petition's identity that are known."""
    masked = (getattr(Petitioner, f"masked_{name}") for name in IDENTIFIERS)
    person = session.execute(select(*masked).where(Petitioner.id == petition.petitioner_id)).one_or_none()
    known = (petition.petitioner_name.strip(), *(person or ()))
    return tuple(field for field, value in zip(_FIELDS, known, strict=False) if value)


def _checked(contact: Contact) -> Contact:
    """Returns the contact with checked values. Raises `InvalidValueError`."""
    name = " ".join(contact.name.split())
    if len(name) > LONGEST_NAME:
        raise InvalidValueError(field="name", reason="too_long", value="")
    values: dict[str, Any] = {}
    for field, check in _CHECKS.items():
        typed = (getattr(contact, field) or "").strip()
        values[field] = check(typed) if typed else None
    return replace(contact, name=name, **values)


_COMPLETE: Final = text(
    "SELECT app.complete_petitioner(:petition, :contact, :actor, :named, :at)"
).bindparams(bindparam("contact", type_=postgresql.JSONB))


def _complete_on_server(
    session: Session, actor: Actor, petition_id: int, contact: Contact, now: datetime
) -> int | None:
    sent = {
        "name": contact.name,
        "name_key": sort_key(contact.name),
        "group": contact.group,
        "terms": terms_of((contact.name,)),
        **{name: getattr(contact, name) or "" for name in IDENTIFIERS},
    }
    asked = {
        "petition": petition_id,
        "contact": sent,
        "actor": actor.person_id,
        "named": actor.name,
        "at": now,
    }
    found: int | None = session.execute(_COMPLETE, asked).scalar_one()
    return found


def _complete_here(
    session: Session, actor: Actor, petition: Petition, contact: Contact, now: datetime
) -> int | None:
    """Does the same as `app.complete_petitioner`; returns the id of the petitioner."""
    key = make_number_keys(session)
    person = session.get(Petitioner, petition.petitioner_id or 0)
    identity = PetitionerIdentity
    known = contact.national_id is not None and session.scalar(
        select(identity.petitioner_id)
        .where(identity.national_id_key == key(contact.national_id))
        .where(identity.petitioner_id != (petition.petitioner_id or 0))
    )
    if person is None or known:
        [found] = recognise(session, actor, [contact], now)
        return found
    stored = session.get(identity, person.id)
    on_file = {name: getattr(stored, name, None) or "" for name in IDENTIFIERS}
    added = [name for name in IDENTIFIERS if not on_file[name] and getattr(contact, name)]
    if not person.name and contact.name:
        person.name, person.name_key = contact.name, sort_key(contact.name)
    if not added:
        return person.id
    if stored is None:
        session.add(identity(petitioner_id=person.id))
    session.flush()
    row = on_file | {name: getattr(contact, name) for name in added} | {"id": person.id}
    store_identities(session, [row], key)
    record_event(
        session,
        item_type="petitioner",
        item_id=person.id,
        at=now,
        actor_id=actor.person_id,
        actor_name=actor.name,
        action=COMPLETED,
        after={"fields": added},
    )
    return person.id
