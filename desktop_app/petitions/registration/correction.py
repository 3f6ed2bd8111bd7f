"""Corrects a petitioner's data at their request, in the register, in all of their petitions and in search.

Wrong names, national IDs, numbers and addresses are corrected, with an event in each petition's history. The
event never contains identifiers in clear text, nor the wrong name if the person asks for that. The petitioner's
own text stays unchanged.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import select, text, update
from sqlalchemy.orm import Session

from desktop_app.database.audit import record_event
from desktop_app.database.chain import canonical_json
from desktop_app.database.engine import Database
from desktop_app.database.operations import once
from desktop_app.database.search import terms_of, together
from desktop_app.errors import InvalidValueError, NotFoundError, NotPermittedError, RuleError
from desktop_app.people.identity import valid_email, valid_mobile, valid_national_id
from desktop_app.people.masking import DOT
from desktop_app.people.model import LONGEST_NAME, Petitioner
from desktop_app.people.petitioners import mask
from desktop_app.persian.names import sort_key
from desktop_app.petitions.follow_ups.model import PetitionMessage
from desktop_app.petitions.model import Petition, PetitionText
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
        with self._database.writing() as session:
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
            former = {name: getattr(person, name) or "" for name in _FIELDS}
            new = {name: value for name, value in values.items() if value != former[name]}
            if not new:
                raise RuleError(rule="nothing_corrected")
            right = former | new
            before = {name: _recorded_value(name, former[name], hidden=wanted.hides_former) for name in new}
            after = {name: _recorded_value(name, new[name], hidden=False) for name in new}
            if not self._database.is_sqlite:
                terms = {str(petition.id): _terms(petition, body, right) for petition, body in visible}
                further = _further(session, petitioner_id)
                document = right | {
                    "key": sort_key(right["name"]),
                    "before": before,
                    "after": after,
                    "terms": terms,
                    "further": further,
                }
                document |= {"reason": wanted.reason, "actor": actor.name, "actor_id": actor.person_id}
                document |= {"old": _words(former), "new": _words(right)}
                done = text("SELECT app.correct_petitioner(:id, CAST(:asked AS jsonb))")
                return int(
                    session.execute(
                        done, {"id": petitioner_id, "asked": canonical_json(document)}
                    ).scalar_one()
                )
            return self._correct_file(session, actor, person, wanted.reason, former, right, (before, after))

    def _correct_file(
        self,
        session: Session,
        actor: Actor,
        person: Petitioner,
        reason: str,
        former: dict[str, str],
        right: dict[str, str],
        changes: tuple[dict[str, Any], dict[str, Any]],
    ) -> int:
        """Does the same as `app.correct_petitioner`: for all petitions of the person, including those that the
        actor may not see.
        """
        found = list(
            session.execute(
                select(Petition, PetitionText.body)
                .outerjoin(PetitionText, PetitionText.petition_id == Petition.id)
                .where(Petition.petitioner_id == person.id)
            )
        )
        now = self._database.now(session)
        person.name, person.name_key = right["name"], sort_key(right["name"])
        for name in ("national_id", "mobile", "email"):
            setattr(person, name, right[name] or None)
        session.flush()
        further = _further(session, person.id)
        for petition, body in found:
            since = further.get(petition.id, [])
            # The contentless index needs the words of an entry to remove it.
            former_terms = _terms(petition, body, former, petition.petitioner_name)
            old = {"id": petition.id, "terms": together(former_terms, *since)}
            session.execute(
                text("INSERT INTO petition_fts (petition_fts, rowid, terms) VALUES ('delete', :id, :terms)"),
                old,
            )
            fresh = {"id": petition.id, "terms": together(_terms(petition, body, right), *since)}
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
                before=changes[0],
                after=changes[1],
                text=reason,
            )
        return len(found)


_CHECKS: Final[dict[str, Callable[[str], str]]] = {
    "national_id": valid_national_id,
    "mobile": valid_mobile,
    "email": valid_email,
}
_FIELDS: Final = ("name", *_CHECKS)


def _checked(wanted: Correction) -> dict[str, str]:
    if not wanted.reason.strip():
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


def _words(values: dict[str, str]) -> list[str]:
    return terms_of((values["name"],), (values["national_id"], values["mobile"])).split()


def _further(session: Session, petitioner_id: int) -> dict[int, list[str]]:
    """Returns the search terms of later messages by petition."""
    rows = session.execute(
        select(PetitionMessage.petition_id, PetitionMessage.text)
        .join(Petition, Petition.id == PetitionMessage.petition_id)
        .where(Petition.petitioner_id == petitioner_id)
        .order_by(PetitionMessage.id)
    )
    found: dict[int, list[str]] = {}
    for row in rows:
        found.setdefault(row.petition_id, []).append(terms_of((row.text,)))
    return found


def _terms(petition: Petition, body: str | None, values: dict[str, str], name: str | None = None) -> str:
    """Returns the search terms of the petition as registration computes them."""
    return terms_of(
        (petition.subject, body, values["name"] if name is None else name, petition.about),
        (
            petition.tracking_code,
            petition.external_id,
            petition.letter_number,
            values["national_id"] or None,
            values["mobile"] or None,
        ),
    )
