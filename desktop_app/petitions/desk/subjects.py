"""The subject of a petition: an entry of the catalogue, set by the desk, beside the submitted text."""

from __future__ import annotations

from desktop_app.database.acts.model import Item
from desktop_app.database.engine import Database
from desktop_app.database.operations import once
from desktop_app.errors import NotFoundError, NotPermittedError
from desktop_app.office.model import OfficeService
from desktop_app.persian.dates import tehran_day
from desktop_app.petitions.acts.beside import BESIDE_MOVES
from desktop_app.petitions.desk.conflicts import do_one, mark_seen
from desktop_app.petitions.desk.detail import PetitionDetail, existing, load_detail
from desktop_app.petitions.moves import works
from desktop_app.petitions.visibility import is_seen
from desktop_app.staff.deputies import acting_on
from desktop_app.staff.roles import Actor, Role


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
            petition = existing(session, petition_id)
            now = self._database.now(session)
            actor = acting_on(session, actor, tehran_day(now))
            denied = NotPermittedError(act="set_about", who_may=f"{Role.CLERK.value},{Role.MANAGER.value}")
            version = petition.version
            if subject_id is not None and session.get(OfficeService, subject_id) is None:
                raise NotFoundError(item="service", key=subject_id)
            if petition.about_id != subject_id:
                item = Item(petition_id, given={"about_id": subject_id})
                version = do_one(session, BESIDE_MOVES["about_set"], actor, item, None, now, denied=denied)
            elif not works(actor, petition.unit_id):
                raise denied
            mark_seen(session, actor, petition_id, version)
            return load_detail(session, actor, petition_id)
