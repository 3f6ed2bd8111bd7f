"""The subject of a petition: an entry of the catalogue, set by the desk, beside the submitted text."""

from __future__ import annotations

from sqlalchemy import update
from sqlalchemy.orm import Session

from desktop_app.database.audit import record_event
from desktop_app.database.engine import Database
from desktop_app.database.operations import once
from desktop_app.errors import NotFoundError, NotPermittedError
from desktop_app.office.model import OfficeService
from desktop_app.persian.dates import tehran_day
from desktop_app.petitions.desk.conflicts import mark_seen
from desktop_app.petitions.desk.detail import PetitionDetail, existing, load_detail, standing_of
from desktop_app.petitions.model import Petition
from desktop_app.petitions.moves import works, writing_for
from desktop_app.petitions.visibility import is_seen
from desktop_app.staff.deputies import acting_on
from desktop_app.staff.roles import Actor, Role, told_behalf


class Subjects:
    """Sets and clears the subject of a petition."""

    def __init__(self, database: Database) -> None:
        self._database = database

    @once
    def set(self, actor: Actor, petition_id: int, subject_id: int | None) -> PetitionDetail:
        """Sets the subject of a petition; None clears it.

        There is no conflict check: the last change wins, and the history has every one. Raises
        `NotFoundError`, `NotPermittedError` for a person who does not work on the petition.
        """
        with self._database.writing() as session:
            if not is_seen(session, actor, petition_id):
                raise NotFoundError(item="petition", key=petition_id)
            petition = existing(session, petition_id, lock=True)
            now = self._database.now(session)
            actor = acting_on(session, actor, tehran_day(now))
            if not works(actor, petition.unit_id):
                raise NotPermittedError(act="set_about", who_may=f"{Role.CLERK.value},{Role.MANAGER.value}")
            before = _name_of(session, petition.about_id)
            after = _name_of(session, subject_id)
            if petition.about_id != subject_id:
                told = told_behalf(writing_for(standing_of(session, petition), actor))
                # Every event has its own version of the petition.
                session.execute(
                    update(Petition)
                    .where(Petition.id == petition_id)
                    .values(about_id=subject_id, version=petition.version + 1, changed_at=now)
                    .execution_options(synchronize_session=False)
                )
                session.expire(petition)
                record_event(
                    session,
                    item_type="petition",
                    item_id=petition_id,
                    at=now,
                    actor_id=actor.person_id,
                    actor_name=actor.name,
                    action="about_set",
                    before={"about": before},
                    after={"about": after, **told},
                )
                session.flush()
            mark_seen(session, actor, petition_id, petition.version)
            return load_detail(session, actor, petition_id)


def _name_of(session: Session, subject_id: int | None) -> str:
    if subject_id is None:
        return ""
    found = session.get(OfficeService, subject_id)
    if found is None:
        raise NotFoundError(item="service", key=subject_id)
    return found.name
