"""Hidden comments, and the second reader of rejections.

The text of a hidden comment is kept unchanged. Reviewers and the draft's unit can read it, one comment at a
time, and each reading is an event. On PostgreSQL nobody else gets the row.
"""

from __future__ import annotations

from dataclasses import dataclass

from desktop_app.database.acts.model import Item
from desktop_app.database.engine import Database
from desktop_app.database.operations import once
from desktop_app.errors import NotPermittedError
from desktop_app.instruments.acts.drafts import DRAFT_ACTS
from desktop_app.instruments.comments.acting import denied, do_one
from desktop_app.instruments.comments.acts.triage import HIDDEN_READ
from desktop_app.instruments.comments.service import existing_comment
from desktop_app.instruments.drafting.performing import do_step
from desktop_app.instruments.model import Instrument
from desktop_app.instruments.steps import SETTLE_SECOND_READER
from desktop_app.instruments.vocabulary import HiddenReason
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


def reads_senders(actor: Actor, instrument: Instrument) -> bool:
    """Whether a person works on a draft and may see what identifies senders: reviewers, and the
    draft's unit.
    """
    unit = instrument.unit_id
    inside = unit is not None and (unit in actor.unit_ids or actor.has(Role.MANAGER, unit))
    return actor.has(Role.REVIEWER) or inside


def must_read_senders(actor: Actor, instrument: Instrument, act: str) -> None:
    """Raises `NotPermittedError` for a person who may not."""
    if not reads_senders(actor, instrument):
        raise NotPermittedError(act=act, who_may=f"{Role.REVIEWER},{Role.MANAGER}")


class Moderation:
    """Reads hidden comments; settles how rejections are read."""

    def __init__(self, database: Database) -> None:
        self._database = database

    @once
    def read(self, actor: Actor, comment_id: int) -> HiddenWords:
        """Returns the text of a hidden comment, and records an event.

        Raises `NotFoundError`, `NotPermittedError`, `RuleError` for one that is not hidden.
        """
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
