"""Hidden comments, and the second reader of rejections.

The text of a hidden comment is kept unchanged. Reviewers and the draft's unit can read it, one comment at a
time, and each reading is an event. On PostgreSQL nobody else gets the row.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop_app.database.acts.model import Item
from desktop_app.database.audit import EventRecord
from desktop_app.database.engine import Database
from desktop_app.database.operations import once
from desktop_app.errors import NotPermittedError
from desktop_app.instruments.acts.drafts import DRAFT_ACTS
from desktop_app.instruments.comments.acting import denied, do_one
from desktop_app.instruments.comments.acts.triage import HIDDEN_READ, SENDER_READ
from desktop_app.instruments.comments.senders import senders_of_comments
from desktop_app.instruments.comments.service import existing_comment
from desktop_app.instruments.drafting.performing import do_step
from desktop_app.instruments.model import Instrument
from desktop_app.instruments.steps import SETTLE_SECOND_READER
from desktop_app.instruments.vocabulary import HiddenReason
from desktop_app.persian.dates import start_of_day, tehran_day
from desktop_app.staff.roles import Actor, Role


@dataclass(frozen=True, slots=True)
class HiddenWords:
    """The text of a hidden comment, and who hid it."""

    comment_id: int
    sender: str
    quote: str
    text: str
    reason: HiddenReason
    hidden_by: str


def reads_senders(actor: Actor, unit: int | None) -> bool:
    """Whether a person works on a draft of a unit and may see what identifies senders: reviewers, and the
    draft's unit.
    """
    inside = unit is not None and (unit in actor.unit_ids or actor.has(Role.MANAGER, unit))
    return actor.has(Role.REVIEWER) or inside


def must_read_senders(actor: Actor, instrument: Instrument, act: str) -> None:
    """Raises `NotPermittedError` for a person who may not."""
    if not reads_senders(actor, instrument.unit_id):
        raise NotPermittedError(act=act, who_may=f"{Role.REVIEWER},{Role.MANAGER}")


def read_sender(database: Database, actor: Actor, comment_id: int) -> str:
    """Returns the whole sender of a comment. A number or an address leaves an event, once a person and day.

    Raises `NotFoundError`, `NotPermittedError`, `RuleError` for a hidden comment.
    """
    with database.reading() as session:
        comment = existing_comment(session, comment_id)
        if not comment.sender_key:
            return comment.sender
        shown, now = comment.sender, database.now(session)
        noted = _noted_today(session, actor, comment_id, now)
    if not noted:
        _note_sender(database, actor, comment_id, now)
    with database.reading() as session:
        return senders_of_comments(session, [comment_id]).get(comment_id, shown)


@once
def _note_sender(database: Database, actor: Actor, comment_id: int, now: datetime) -> None:
    with database.writing() as session:
        errors = denied("read_senders", Role.REVIEWER, Role.MANAGER)
        do_one(session, SENDER_READ, actor, Item(comment_id), now, errors=errors)


def _noted_today(session: Session, actor: Actor, comment_id: int, now: datetime) -> bool:
    event = EventRecord
    found = select(event.id).where(
        event.item_type == "comment",
        event.item_id == comment_id,
        event.action == SENDER_READ.action,
        event.actor_id.is_not_distinct_from(actor.person_id),
        event.at >= start_of_day(tehran_day(now)),
    )
    return session.scalar(found.limit(1)) is not None


class Moderation:
    """Reads hidden comments; settles how rejections are read."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def read(self, actor: Actor, comment_id: int) -> HiddenWords:
        """Returns the text of a hidden comment, and records an event.

        Raises `NotFoundError`, `NotPermittedError`, `RuleError` for one that is not hidden.
        """
        words = self._read(actor, comment_id)
        with self._database.reading() as session:
            found = senders_of_comments(session, [comment_id])
        return replace(words, sender=found.get(comment_id, words.sender))

    @once
    def _read(self, actor: Actor, comment_id: int) -> HiddenWords:
        with self._database.writing() as session:
            comment = existing_comment(session, comment_id)
            do_one(
                session,
                HIDDEN_READ,
                actor,
                Item(comment_id),
                self._database.now(session),
                errors=denied("read_hidden", Role.REVIEWER, Role.MANAGER),
            )
            assert comment.hidden_reason is not None
            return HiddenWords(
                comment_id,
                comment.sender,
                comment.quote,
                comment.text,
                HiddenReason(comment.hidden_reason),
                comment.hidden_by,
            )

    def sender(self, actor: Actor, comment_id: int) -> str:
        """Does the same as `read_sender`."""
        return read_sender(self._database, actor, comment_id)

    @once
    def ask_for_second_reader(self, actor: Actor, instrument_id: int, version: int, *, wanted: bool) -> None:
        """Sets whether a rejection is valid only after a second reviewer has confirmed it.

        Raises `RuleError` after the window was opened, `ConflictError`.
        """
        denied = NotPermittedError(act="settle_second_reader", who_may=f"{Role.REVIEWER},{Role.MANAGER}")
        with self._database.writing() as session:
            do_step(
                session,
                self._database,
                actor,
                DRAFT_ACTS[SETTLE_SECOND_READER],
                instrument_id,
                version=version,
                given={"wanted": wanted},
                refusals={"not_your_role": denied},
            )
