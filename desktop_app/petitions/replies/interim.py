"""Sends interim replies (پاسخ میانی), which answer the petitioner and leave the petition open."""

from __future__ import annotations

from typing import Final

from desktop_app.database.acts.model import Item
from desktop_app.database.engine import Database
from desktop_app.database.operations import once
from desktop_app.errors import InvalidValueError
from desktop_app.persian.dates import tehran_day
from desktop_app.petitions.acts.interim import INTERIM_REPLY
from desktop_app.petitions.desk.conflicts import as_seen, do_one, mark_seen
from desktop_app.petitions.desk.detail import PetitionDetail, draft_of, load_detail
from desktop_app.petitions.outbox.announcing import messages_of_interim
from desktop_app.petitions.replies.answering import required
from desktop_app.staff.deputies import acting_on
from desktop_app.staff.roles import Actor

_LONGEST: Final = 100_000


class InterimReplies:
    """Sends interim replies; for those who work on the petition."""

    def __init__(self, database: Database) -> None:
        self._database = database

    @once
    def send(self, actor: Actor, petition_id: int, version: int, text: str) -> PetitionDetail:
        """Sends `text`, or the draft where it is empty; state and deadline stay.

        Raises `InvalidValueError`, `RuleError`, `ConflictError`.
        """
        if len(text) > _LONGEST:
            raise InvalidValueError(field="text", reason="too_long", value="")
        with self._database.writing() as session:
            as_seen(session, petition_id, version)
            now = self._database.now(session)
            actor = acting_on(session, actor, tehran_day(now))
            draft = draft_of(session, petition_id)
            reply = required(text if text.strip() or draft is None else draft.text, "reply")
            rows = {"messages": messages_of_interim(session, petition_id, now, reply)}
            item = Item(petition_id, version, text)
            mark_seen(session, actor, petition_id, do_one(session, INTERIM_REPLY, actor, item, rows, now))
            return load_detail(session, actor, petition_id)
