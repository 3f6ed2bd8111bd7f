"""Corrects how a petition was registered: kind, subject, letter number, and with them the petitioner's name.

What the petitioner wrote stays as it came. Each correction has a reason and an event; search and the deadline
follow.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from sqlalchemy.orm import Session

from desktop_app.database.acts.model import Item
from desktop_app.database.engine import Database
from desktop_app.database.operations import once
from desktop_app.errors import InvalidValueError, NotPermittedError, RuleError
from desktop_app.persian.dates import tehran_day
from desktop_app.petitions.acts.correcting import CORRECTED_COLUMNS, CORRECTION
from desktop_app.petitions.deadlines.explaining import counted_deadline
from desktop_app.petitions.desk.conflicts import as_seen, do_one, mark_seen
from desktop_app.petitions.desk.detail import PetitionDetail, load_detail
from desktop_app.petitions.model import Petition
from desktop_app.petitions.registration.correction import Correction, Corrections
from desktop_app.petitions.registration.indexed_terms import index_again, indexed_terms
from desktop_app.petitions.registration.register import LONGEST
from desktop_app.petitions.vocabulary import Kind
from desktop_app.staff.deputies import acting_on
from desktop_app.staff.roles import Actor, Role

_LONGEST: Final = {**{name: LONGEST[name] for name in ("subject", "letter_number")}, "reason": 2_000}


@dataclass(frozen=True, slots=True)
class RegistrationCorrection:
    """The correct values, all of them; `reason` is recorded. An empty `letter_number` removes the number.

    `name` is the petitioner's; None leaves it alone. Only a manager corrects it, in all of their petitions.
    """

    kind: Kind
    subject: str
    letter_number: str
    reason: str
    name: str | None = None


class RegistrationCorrections:
    """Corrects registrations; for those who work on the petition."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._petitioners = Corrections(database)

    @once
    def correct(
        self, actor: Actor, petition_id: int, version: int, wanted: RegistrationCorrection
    ) -> PetitionDetail:
        """Writes the correct values and one event for them, and returns the petition.

        Raises `InvalidValueError`, `RuleError` (also where nothing changes), `ConflictError`,
        `NotPermittedError` for a name that a manager has to correct.
        """
        given = _checked(wanted)
        with self._database.writing() as session:
            petition = as_seen(session, petition_id, version)
            now = self._database.now(session)
            acting = acting_on(session, actor, tehran_day(now))
            renamed = self._rename(session, acting, petition, wanted)
            session.refresh(petition)
            same = all(given[name] == getattr(petition, name) for name in CORRECTED_COLUMNS)
            seen = petition.version
            if not (renamed and same):
                seen = _write(session, acting, petition, given, wanted, now)
            mark_seen(session, acting, petition_id, seen)
            return load_detail(session, acting, petition_id)

    def _rename(
        self, session: Session, actor: Actor, petition: Petition, wanted: RegistrationCorrection
    ) -> bool:
        """Corrects the petitioner's name, if another one is given."""
        name = " ".join((wanted.name or "").split())
        if not name or name == petition.petitioner_name:
            return False
        if not actor.has(Role.MANAGER, petition.unit_id):
            raise NotPermittedError(act="correct", who_may=Role.MANAGER.value)
        if petition.petitioner_id is None:
            raise RuleError(rule="nobody_to_rename")
        correction = Correction(wanted.reason, name)
        self._petitioners.correct_in(session, actor, petition.petitioner_id, correction)
        return True


def _write(
    session: Session,
    actor: Actor,
    petition: Petition,
    given: dict[str, str | None],
    wanted: RegistrationCorrection,
    now: datetime,
) -> int:
    """Performs the act and returns the new version."""
    former = indexed_terms(session, petition)
    counted = counted_deadline(session, petition, wanted.kind.value)
    due = counted.day if counted is not None else None
    item = Item(petition.id, petition.version, wanted.reason.strip(), given | {"due_on": due})
    version = do_one(session, CORRECTION, actor, item, None, now)
    session.refresh(petition)
    index_again(session, petition, former)
    return version


def _checked(wanted: RegistrationCorrection) -> dict[str, str | None]:
    """Returns the values for the act. Raises `InvalidValueError`."""
    typed = {
        "subject": " ".join(wanted.subject.split()),
        "letter_number": " ".join(wanted.letter_number.split()),
        "reason": wanted.reason.strip(),
    }
    for field in ("subject", "reason"):
        if not typed[field]:
            raise InvalidValueError(field=field, reason="empty", value="")
    for field, most in _LONGEST.items():
        if len(typed[field]) > most:
            raise InvalidValueError(field=field, reason="too_long", value="")
    return {
        "kind": wanted.kind.value,
        "subject": typed["subject"],
        "letter_number": typed["letter_number"] or None,
    }
