"""Reads later messages of petitioners: the latest with the petition, others page by page.

How they are attached: see `receiving`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any, Final

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from desktop_app.database.engine import Database
from desktop_app.errors import NotFoundError
from desktop_app.people.petitioners import mask
from desktop_app.persian.query import marked, parse_query
from desktop_app.petitions.follow_ups.model import PetitionMessage, WroteAgain
from desktop_app.petitions.model import Petition
from desktop_app.petitions.visibility import is_seen, works_in
from desktop_app.staff.roles import Actor

#: How many of the latest are loaded with an opened petition.
LATEST: Final = 20
#: How many earlier ones are searched for a match.
_LOOKED_AT: Final = 2000


class FollowUpReason(StrEnum):
    """Why a message was attached to a petition."""

    #: It names the petition's tracking code.
    CODE = "code"
    #: Its sender exceeded the limit of an hour, and the petition collects the rest.
    FLOOD = "flood"


@dataclass(frozen=True, slots=True)
class FollowUpRow:
    """A later message as screens show it; `text` is the petitioner's, as plain text.

    `sender` is masked for a person who does not work on the petition.
    """

    id: int
    channel: str
    sender: str
    text: str
    received_at: datetime
    cause: FollowUpReason
    other_sender: bool


def latest_messages(session: Session, petition_id: int, *, masked: bool) -> tuple[FollowUpRow, ...]:
    """Returns the latest messages of a petition, oldest first; the caller has checked that the person may see it."""
    statement = _of(petition_id).order_by(PetitionMessage.id.desc()).limit(LATEST)
    return tuple(_row(row, masked=masked) for row in reversed(session.execute(statement).all()))


def put_away(session: Session, petition_id: int) -> None:
    """Marks the messages as read by the assignee."""
    session.execute(
        update(WroteAgain)
        .where(WroteAgain.petition_id == petition_id, WroteAgain.unread.is_(True))
        .values(unread=False)
        .execution_options(synchronize_session=False)
    )


class FurtherTexts:
    """Reads later messages."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def page(
        self, actor: Actor, petition_id: int, *, before: int | None = None, count: int = 50
    ) -> tuple[FollowUpRow, ...]:
        """Returns `count` messages before the one with the id `before` (None: the latest), oldest first.

        Raises `NotFoundError`, also for a petition that the person may not see.
        """
        with self._database.reading() as session:
            masked = _masked_for(session, actor, petition_id)
            statement = _of(petition_id).order_by(PetitionMessage.id.desc()).limit(count)
            if before is not None:
                statement = statement.where(PetitionMessage.id < before)
            return tuple(_row(row, masked=masked) for row in reversed(session.execute(statement).all()))

    def found(self, actor: Actor, petition_id: int, query: str, *, before: int) -> FollowUpRow | None:
        """Returns the latest message before the id `before` that matches a search query, within `_LOOKED_AT`
        messages.

        Raises `NotFoundError`.
        """
        asked = parse_query(query)
        with self._database.reading() as session:
            masked = _masked_for(session, actor, petition_id)
            statement = _of(petition_id).where(PetitionMessage.id < before)
            statement = statement.order_by(PetitionMessage.id.desc()).limit(_LOOKED_AT)
            with session.execute(statement.execution_options(yield_per=100)) as rows:
                hit = next((row for row in rows if marked(asked, row.text)), None)
            return None if hit is None else _row(hit, masked=masked)

    def all(self, actor: Actor, petition_id: int) -> Iterator[FollowUpRow]:
        """Yields every message, oldest first, in batches of a thousand, for an export. Raises `NotFoundError`."""
        after = 0
        while True:
            with self._database.reading() as session:
                masked = _masked_for(session, actor, petition_id)
                statement = _of(petition_id).where(PetitionMessage.id > after)
                rows = session.execute(statement.order_by(PetitionMessage.id).limit(1000)).all()
            yield from (_row(row, masked=masked) for row in rows)
            if len(rows) < 1000:
                return
            after = rows[-1].id

    def count(self, actor: Actor, petition_id: int) -> int:
        """Returns the number of messages. Raises `NotFoundError`."""
        with self._database.reading() as session:
            _masked_for(session, actor, petition_id)
            found = session.scalar(select(WroteAgain.texts).where(WroteAgain.petition_id == petition_id))
            return found or 0


def _masked_for(session: Session, actor: Actor, petition_id: int) -> bool:
    if not is_seen(session, actor, petition_id):
        raise NotFoundError(item="petition", key=petition_id)
    return not works_in(actor, session.scalar(select(Petition.unit_id).where(Petition.id == petition_id)))


def _of(petition_id: int) -> Any:
    return select(
        PetitionMessage.id,
        PetitionMessage.channel,
        PetitionMessage.sender,
        PetitionMessage.text,
        PetitionMessage.received_at,
        PetitionMessage.cause,
        PetitionMessage.other_sender,
    ).where(PetitionMessage.petition_id == petition_id)


def _row(row: Any, *, masked: bool) -> FollowUpRow:
    sender = mask(row.sender) if masked else row.sender
    return FollowUpRow(
        row.id, row.channel, sender, row.text, row.received_at, FollowUpReason(row.cause), row.other_sender
    )
