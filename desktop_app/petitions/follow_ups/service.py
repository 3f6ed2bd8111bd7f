"""Reads later messages of petitioners: the latest with the petition, others page by page.

How they are attached: see `receiving`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any, Final

from sqlalchemy import ARRAY, BigInteger, bindparam, select, text, update
from sqlalchemy.orm import Session

from desktop_app.database.engine import Database
from desktop_app.errors import NotFoundError
from desktop_app.persian.query import marked, parse_query
from desktop_app.petitions.follow_ups.model import MessageSender, PetitionMessage, WroteAgain
from desktop_app.petitions.identities import read_identities
from desktop_app.petitions.visibility import is_seen
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
    #: It came again under its sender's number, with other words, and a person put it to the petition.
    CHANGED = "changed"
    #: It answers how satisfied its sender was with an end that was taken back since.
    ANSWER = "answer"


@dataclass(frozen=True, slots=True)
class FollowUpRow:
    """A later message as screens show it; `text` is the petitioner's, as plain text.

    `sender` is whole for a person who works on the petition and has read its identifiers today; else `masked`.
    """

    id: int
    channel: str
    sender: str
    text: str
    received_at: datetime
    cause: FollowUpReason
    other_sender: bool
    masked: bool = False


def latest_messages(session: Session, petition_id: int, *, whole: bool) -> tuple[FollowUpRow, ...]:
    """Returns the latest messages of a petition, oldest first; the caller has checked that the person may see it.

    `whole`: with the senders, as far as the person has read them.
    """
    statement = _of(petition_id).order_by(PetitionMessage.id.desc()).limit(LATEST)
    return _rows(session, session.execute(statement).all()[::-1], whole=whole)


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
        whole = self._reads_senders(actor, petition_id)
        with self._database.reading() as session:
            statement = _of(petition_id).order_by(PetitionMessage.id.desc()).limit(count)
            if before is not None:
                statement = statement.where(PetitionMessage.id < before)
            return _rows(session, session.execute(statement).all()[::-1], whole=whole)

    def found(self, actor: Actor, petition_id: int, query: str, *, before: int) -> FollowUpRow | None:
        """Returns the latest message before the id `before` that matches a search query, within `_LOOKED_AT`
        messages.

        Raises `NotFoundError`.
        """
        asked = parse_query(query)
        whole = self._reads_senders(actor, petition_id)
        with self._database.reading() as session:
            statement = _of(petition_id).where(PetitionMessage.id < before)
            statement = statement.order_by(PetitionMessage.id.desc()).limit(_LOOKED_AT)
            with session.execute(statement.execution_options(yield_per=100)) as rows:
                hit = next((row for row in rows if marked(asked, row.text)), None)
            return None if hit is None else _rows(session, [hit], whole=whole)[0]

    def all(self, actor: Actor, petition_id: int) -> Iterator[FollowUpRow]:
        """Yields every message, oldest first, in batches of a thousand, for an export. Raises `NotFoundError`."""
        after = 0
        whole = self._reads_senders(actor, petition_id)
        while True:
            with self._database.reading() as session:
                statement = _of(petition_id).where(PetitionMessage.id > after)
                found = session.execute(statement.order_by(PetitionMessage.id).limit(1000)).all()
                rows = _rows(session, found, whole=whole)
            yield from rows
            if len(rows) < 1000:
                return
            after = rows[-1].id

    def count(self, actor: Actor, petition_id: int) -> int:
        """Returns the number of messages. Raises `NotFoundError`."""
        with self._database.reading() as session:
            _must_see(session, actor, petition_id)
            found = session.scalar(select(WroteAgain.texts).where(WroteAgain.petition_id == petition_id))
            return found or 0

    def _reads_senders(self, actor: Actor, petition_id: int) -> bool:
        """Whether the person works on the petition; notes that they read its identifiers. Raises `NotFoundError`."""
        with self._database.reading() as session:
            _must_see(session, actor, petition_id)
        return petition_id in read_identities(self._database, actor, [petition_id])


def _must_see(session: Session, actor: Actor, petition_id: int) -> None:
    if not is_seen(session, actor, petition_id):
        raise NotFoundError(item="petition", key=petition_id)


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


_SENDERS: Final = text("SELECT message, sender FROM app.message_senders(:asked)").bindparams(
    bindparam("asked", type_=ARRAY(BigInteger))
)


def _rows(session: Session, rows: Sequence[Any], *, whole: bool) -> tuple[FollowUpRow, ...]:
    wanted = [row.id for row in rows if whole and row.sender]
    senders = _senders(session, wanted) if wanted else {}
    return tuple(
        FollowUpRow(
            row.id,
            row.channel,
            senders.get(row.id, row.sender),
            row.text,
            row.received_at,
            FollowUpReason(row.cause),
            row.other_sender,
            masked=bool(row.sender) and row.id not in senders,
        )
        for row in rows
    )


def _senders(session: Session, message_ids: Sequence[int]) -> dict[int, str]:
    if session.get_bind().dialect.name != "sqlite":
        found = session.execute(_SENDERS, {"asked": list(message_ids)})
        return {row.message: row.sender for row in found}
    wanted = select(MessageSender.message_id, MessageSender.sender)
    rows = session.execute(wanted.where(MessageSender.message_id.in_(message_ids)))
    return {row.message_id: row.sender for row in rows}
