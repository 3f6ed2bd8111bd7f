"""Corrects a petitioner's data at their request, in the register, in all of their petitions and in search.

Wrong names, national IDs, numbers and addresses are corrected, with an event in each petition's history. The
event never contains identifiers in clear text, nor the wrong name if the person asks for that. The petitioner's
own text stays unchanged.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import select, text, update
from sqlalchemy.orm import Session

from desktop_app.database.audit import record_event
from desktop_app.database.chain import canonical_json
from desktop_app.database.engine import Database
from desktop_app.database.number_keys import make_number_keys
from desktop_app.database.operations import once
from desktop_app.database.search import keyed, terms_of, together
from desktop_app.errors import ConflictError, InvalidValueError, NotFoundError, NotPermittedError, RuleError
from desktop_app.people.asking import ask_about
from desktop_app.people.identity import valid_email, valid_mobile, valid_national_id
from desktop_app.people.masking import DOT
from desktop_app.people.model import LONGEST_NAME, Petitioner, PetitionerIdentity
from desktop_app.people.petitioners import IDENTIFIERS, mask, store_identities
from desktop_app.persian.names import sort_key
from desktop_app.persian.text import UNSEEN
from desktop_app.petitions.model import Petition, PetitionText
from desktop_app.petitions.registration.indexed_terms import further_terms, registered_terms
from desktop_app.petitions.visibility import reach
from desktop_app.staff.roles import Actor, Role

#: The action of the event.
CORRECTED: Final = "petitioner_corrected"


@dataclass(frozen=True, slots=True)
class Correction:
    """The correct values; empty ones are not changed. `reason` is recorded, `hides_former` keeps the old name
    out of the event.
    """

    reason: str
    name: str = ""
    national_id: str = ""
    mobile: str = ""
    email: str = ""
    hides_former: bool = False


class Corrections:
    """Corrects petitioners; for a manager of one of their petitions."""

    def __init__(self, database: Database) -> None:
        self._database = database

    @once
    def correct(self, actor: Actor, petitioner_id: int, wanted: Correction) -> int:
        """Corrects a petitioner; returns the number of changed petitions. Raises `InvalidValueError`,
        `NotPermittedError`, `NotFoundError`, `RuleError` if nothing changes.
        """
        actor.must_be(Role.MANAGER, act="correct")
        values = _checked(wanted)
        ask_about(self._database, (values.get(name) for name in IDENTIFIERS))
        with self._database.writing() as session:
            return self._correct(session, actor, petitioner_id, wanted, values)

    def correct_in(self, session: Session, actor: Actor, petitioner_id: int, wanted: Correction) -> int:
        """Does the same as `correct` in the transaction of another act; for the name alone."""
        values = _checked(Correction(wanted.reason, wanted.name))
        return self._correct(session, actor, petitioner_id, wanted, values)

    def _correct(
        self, session: Session, actor: Actor, petitioner_id: int, wanted: Correction, values: dict[str, str]
    ) -> int:
        person = session.get(Petitioner, petitioner_id, with_for_update=self._database.is_sqlite)
        if person is None:
            raise NotFoundError(item="petitioner", key=petitioner_id)
        visible = list(
            session.execute(
                select(Petition, PetitionText.body)
                .outerjoin(PetitionText, PetitionText.petition_id == Petition.id)
                .where(Petition.petitioner_id == petitioner_id, *reach(session, actor))
                .order_by(Petition.id)
            )
        )
        if not any(actor.has(Role.MANAGER, petition.unit_id) for petition, _ in visible):
            raise NotPermittedError(act="correct", who_may=Role.MANAGER.value)
        if self._database.is_sqlite:
            return self._correct_file(session, actor, person, wanted, values)
        return _correct_on_server(session, actor, person, wanted, values, visible)

    def _correct_file(
        self, session: Session, actor: Actor, person: Petitioner, wanted: Correction, values: dict[str, str]
    ) -> int:
        """Does the same as `app.correct_petitioner`: for all petitions of the person, including those that the
        actor may not see.
        """
        identity = session.get(PetitionerIdentity, person.id)
        former = {"name": person.name}
        former |= {name: getattr(identity, name, None) or "" for name in IDENTIFIERS}
        new = {name: value for name, value in values.items() if value != former[name]}
        if not new:
            raise RuleError(rule="nothing_corrected")
        right = former | new
        before = {name: _recorded_value(name, former[name], hidden=wanted.hides_former) for name in new}
        after = {name: _recorded_value(name, new[name], hidden=False) for name in new}
        found = list(
            session.execute(
                select(Petition, PetitionText.body)
                .outerjoin(PetitionText, PetitionText.petition_id == Petition.id)
                .where(Petition.petitioner_id == person.id)
            )
        )
        now = self._database.now(session)
        person.name, person.name_key = right["name"], sort_key(right["name"])
        key = make_number_keys(session)
        if identity is None and any(right[name] for name in IDENTIFIERS):
            session.add(PetitionerIdentity(petitioner_id=person.id))
        session.flush()
        if any(right[name] for name in IDENTIFIERS):
            store_identities(session, [right | {"id": person.id}], key)
        further = further_terms(session, Petition.petitioner_id == person.id)
        for petition, body in found:
            since = further.get(petition.id, [])
            # The contentless index needs the words of an entry to remove it.
            former_terms = registered_terms(petition, body, petition.petitioner_name)
            former_terms = keyed(former_terms, _numbers(former), key)
            old = {"id": petition.id, "terms": together(former_terms, *since)}
            session.execute(
                text("INSERT INTO petition_fts (petition_fts, rowid, terms) VALUES ('delete', :id, :terms)"),
                old,
            )
            terms = keyed(registered_terms(petition, body, right["name"]), _numbers(right), key)
            fresh = {"id": petition.id, "terms": together(terms, *since)}
            session.execute(text("INSERT INTO petition_fts (rowid, terms) VALUES (:id, :terms)"), fresh)
        session.execute(
            update(Petition)
            .where(Petition.petitioner_id == person.id)
            .values(petitioner_name=right["name"], changed_at=now, version=Petition.version + 1)
            .execution_options(synchronize_session=False)
        )
        for petition, _ in found:
            record_event(
                session,
                item_type="petition",
                item_id=petition.id,
                at=now,
                actor_id=actor.person_id,
                actor_name=actor.name,
                action=CORRECTED,
                before=before,
                after=after,
                text=wanted.reason,
            )
        return len(found)


def _correct_on_server(
    session: Session,
    actor: Actor,
    person: Petitioner,
    wanted: Correction,
    values: dict[str, str],
    visible: Sequence[Any],
) -> int:
    """Lets `app.correct_petitioner` do it, which knows the identifiers; this gives the words for search."""
    name = values.get("name", person.name)
    document: dict[str, Any] = dict(values) | {
        "seen": person.name,
        "key": sort_key(name),
        "terms": {str(petition.id): registered_terms(petition, body, name) for petition, body in visible},
        "further": further_terms(session, Petition.petitioner_id == person.id),
        "old": terms_of((person.name,)).split(),
        "new": terms_of((name,)).split(),
    }
    document |= {"reason": wanted.reason, "hides_former": wanted.hides_former}
    document |= {"actor": actor.name, "actor_id": actor.person_id}
    done = int(session.execute(_CORRECT, {"id": person.id, "asked": canonical_json(document)}).scalar_one())
    if done == _NOTHING:
        raise RuleError(rule="nothing_corrected")
    if done == _CHANGED:
        raise ConflictError(item="petitioner", key=person.id)
    return done


#: What `app.correct_petitioner` returns if nothing changes, or if somebody else has changed the name.
_NOTHING: Final = -1
_CHANGED: Final = -2
_CORRECT: Final = text("SELECT app.correct_petitioner(:id, CAST(:asked AS jsonb))")
_CHECKS: Final[dict[str, Callable[[str], str]]] = {
    "national_id": valid_national_id,
    "mobile": valid_mobile,
    "email": valid_email,
}


def _checked(wanted: Correction) -> dict[str, str]:
    if not wanted.reason.strip(UNSEEN):
        raise InvalidValueError(field="reason", reason="empty", value="")
    name = " ".join(wanted.name.split())
    if len(name) > LONGEST_NAME:
        raise InvalidValueError(field="name", reason="too_long", value="")
    if not name.isprintable() and any(ord(letter) < 32 for letter in name):
        raise InvalidValueError(field="name", reason="control_characters", value="")
    values = {"name": name} if name else {}
    for field, check in _CHECKS.items():
        typed = str(getattr(wanted, field)).strip()
        if typed:
            values[field] = check(typed)
    return values


def _recorded_value(field: str, value: str, *, hidden: bool) -> str:
    """Returns a value as the audit log stores it."""
    if field != "name":
        return mask(value)
    return DOT * 3 if hidden and value else value


def _numbers(values: Mapping[str, str]) -> tuple[str, str]:
    return values["national_id"], values["mobile"]
