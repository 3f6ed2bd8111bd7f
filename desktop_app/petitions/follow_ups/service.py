"""What a petitioner writes to a petition that is there already, as it is read: with the petition, or page by page.

How it came there, see `joining`.
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

#: So many of the latest come with a petition that is opened.
LATEST: Final = 20
#: So many of those before are looked through for what a search found.
_LOOKED_AT: Final = 2000


class FollowUpReason(StrEnum):
    """Why a text was put to a petition."""

    #: It names the petition's tracking code.
    CODE = "code"
    #: So much came from one sender within an hour that the rest was gathered.
    FLOOD = "flood"


@dataclass(frozen=True, slots=True)
class FollowUpRow:
    """A further text as a screen shows it; `text` is the petitioner's, plain text only. `sender` is masked for who
    does not work on the petition."""

    id: int
    channel: str
    sender: str
    text: str
    received_at: datetime
    cause: FollowUpReason
    other_sender: bool


def latest_messages(session: Session, petition_id: int, *, masked: bool) -> tuple[FollowUpRow, ...]:
    """The latest further texts of a petition, oldest first, for whoever sees it."""
    statement = _of(petition_id).order_by(PetitionMessage.id.desc()).limit(LATEST)
    return tuple(_row(row, masked=masked) for row in reversed(session.execute(statement).all()))


def put_away(session: Session, petition_id: int) -> None:
    """They were read by who has the petition."""
    session.execute(
        update(WroteAgain)
        .where(WroteAgain.petition_id == petition_id, WroteAgain.unread.is_(True))
        .values(unread=False)
        .execution_options(synchronize_session=False)
    )


class FurtherTexts:
    """Reads further texts."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def page(
        self, actor: Actor, petition_id: int, *, before: int | None = None, count: int = 50
    ) -> tuple[FollowUpRow, ...]:
        """`count` texts before the one with the id `before` (None: the latest), oldest first. Raises
        `NotFoundError`, also for a petition that they do not see."""
        with self._database.reading() as session:
            masked = _masked_for(session, actor, petition_id)
            statement = _of(petition_id).order_by(PetitionMessage.id.desc()).limit(count)
            if before is not None:
                statement = statement.where(PetitionMessage.id < before)
            return tuple(_row(row, masked=masked) for row in reversed(session.execute(statement).all()))

    def found(self, actor: Actor, petition_id: int, query: str, *, before: int) -> FollowUpRow | None:
        """The latest text before the one with the id `before` that has something of what a search asks for; among so
        many as are read in a moment. Raises `NotFoundError`."""
        asked = parse_query(query)
        with self._database.reading() as session:
            masked = _masked_for(session, actor, petition_id)
            statement = _of(petition_id).where(PetitionMessage.id < before)
            statement = statement.order_by(PetitionMessage.id.desc()).limit(_LOOKED_AT)
            with session.execute(statement.execution_options(yield_per=100)) as rows:
                hit = next((row for row in rows if marked(asked, row.text)), None)
            return None if hit is None else _row(hit, masked=masked)

    def all(self, actor: Actor, petition_id: int) -> Iterator[FollowUpRow]:
        """Every text, oldest first, a thousand at a time: for a file. Raises `NotFoundError`."""
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
        """How many there are. Raises `NotFoundError`."""
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
