"""What is out of sight, and whether rejections are read a second time.

The words of a hidden comment stay as they came. They are read by reviewers and by the unit of the draft, one at a
time, and each reading is an event; on PostgreSQL nobody else gets the row.
"""

from __future__ import annotations

from dataclasses import dataclass

from desktop_app.database.audit import record_event
from desktop_app.database.engine import Database
from desktop_app.database.operations import once
from desktop_app.errors import ConflictError, NotFoundError, NotPermittedError, RuleError
from desktop_app.instruments.consultation.gate import SETTLED_BEFORE, settles_second_reader
from desktop_app.instruments.drafting.service import existing_instrument
from desktop_app.instruments.model import Instrument, PublicComment
from desktop_app.instruments.vocabulary import HiddenReason
from desktop_app.staff.roles import Actor, Role


@dataclass(frozen=True, slots=True)
class HiddenWords:
    """What a hidden comment says, and who put it out of sight."""

    comment_id: int
    sender: str
    quote: str
    text: str
    reason: HiddenReason
    hidden_by: str


def reads_senders(actor: Actor, instrument: Instrument) -> bool:
    """Whether a person works on a draft, so that what identifies senders is shown (domain.md §6): reviewers, and the
    unit that the draft is of."""
    unit = instrument.unit_id
    inside = unit is not None and (unit in actor.unit_ids or actor.has(Role.MANAGER, unit))
    return actor.has(Role.REVIEWER) or inside


def must_read_senders(actor: Actor, instrument: Instrument, act: str) -> None:
    """Raises `NotPermittedError` for whoever does not."""
    if not reads_senders(actor, instrument):
        raise NotPermittedError(act=act, who_may=f"{Role.REVIEWER},{Role.MANAGER}")


class Moderation:
    """Reads what is hidden; settles how rejections are read."""

    def __init__(self, database: Database) -> None:
        self._database = database

    @once
    def read(self, actor: Actor, comment_id: int) -> HiddenWords:
        """The words of a hidden comment; that they were read is an event. Raises `NotFoundError`,
        `NotPermittedError`, `RuleError` for one that is not hidden."""
        with self._database.writing() as session:
            comment = session.get(PublicComment, comment_id)
            if comment is None:
                raise NotFoundError(item="comment", key=comment_id)
            instrument = session.get_one(Instrument, comment.instrument_id)
            must_read_senders(actor, instrument, "read_hidden")
            if comment.hidden_reason is None:
                raise RuleError(rule="comment_is_not_hidden")
            record_event(
                session,
                item_type="comment",
                item_id=comment_id,
                at=self._database.now(session),
                actor_id=actor.person_id,
                actor_name=actor.name,
                action="hidden_read",
                after={"hidden_reason": comment.hidden_reason},
            )
            return HiddenWords(
                comment_id,
                comment.sender,
                comment.quote,
                comment.text,
                HiddenReason(comment.hidden_reason),
                comment.hidden_by,
            )

    @once
    def ask_for_second_reader(self, actor: Actor, instrument_id: int, version: int, *, wanted: bool) -> None:
        """Whether a rejection counts only when a second reviewer has confirmed it. Raises `RuleError` once the window
        was opened, `ConflictError`."""
        with self._database.writing() as session:
            instrument = existing_instrument(session, instrument_id, lock=True)
            if instrument.version != version:
                raise ConflictError(item="instrument", key=instrument_id)
            if not settles_second_reader(actor, instrument):
                raise NotPermittedError(act="settle_second_reader", who_may=f"{Role.REVIEWER},{Role.MANAGER}")
            if instrument.status not in SETTLED_BEFORE:
                raise RuleError(rule="second_reader_is_settled")
            before, instrument.second_reader = instrument.second_reader, wanted
            now = self._database.now(session)
            instrument.changed_at = now
            record_event(
                session,
                item_type="instrument",
                item_id=instrument_id,
                at=now,
                actor_id=actor.person_id,
                actor_name=actor.name,
                action="second_reader_settled",
                before={"second_reader": before},
                after={"second_reader": wanted},
            )
            session.flush()
