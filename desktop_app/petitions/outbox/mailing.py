"""Hands waiting e-mails to the mail server, each at most once, whatever fails.

Messages are assigned to a batch without a folder, as those of files are. Each of them takes two transactions: it is
noted that it begins, and, after the server's answer, what became of it. Between them no transaction is open. What the
server certainly did not take waits again. What began and has no outcome is not known: after `ABANDONED` the next
worker fails it, and it is never sent again by itself. A second worker puts back what the first one has not begun, and
takes it into a batch of its own; the first one then skips it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any, Final

from sqlalchemy import func, select, update
from sqlalchemy.orm import Session

from desktop_app.database.audit import record_event
from desktop_app.database.engine import Database
from desktop_app.database.operations import once
from desktop_app.errors import MailServerError
from desktop_app.office.message_templates import DeliveryMethod
from desktop_app.office.settings import settings_of
from desktop_app.petitions.outbox.addresses import DeliveryFailure, addresses_of_batch, take_messages
from desktop_app.petitions.outbox.batches import leave_masked, letters_of, locked, sends
from desktop_app.petitions.outbox.files import mail_content
from desktop_app.petitions.outbox.model import BatchState, MessageState, OutboxBatch, OutboxMessage
from desktop_app.petitions.outbox.settings import MessageSettings
from desktop_app.petitions.outbox.smtp import LAST_PATIENCE, MailAnswer, MailConnection, MailOutcome
from desktop_app.progress import Progress
from desktop_app.staff.roles import Actor, told_behalf

#: Messages of one batch.
MOST: Final = 50
#: After this time whoever began a message does not wait for its answer any more.
ABANDONED: Final = timedelta(seconds=2 * LAST_PATIENCE)
_OUTCOMES: Final = {
    MailAnswer.TAKEN: MessageState.SENT,
    MailAnswer.REFUSED: MessageState.FAILED,
    MailAnswer.LATER: MessageState.WAITING,
    MailAnswer.UNKNOWN: MessageState.FAILED,
}


@dataclass(slots=True)
class Mailed:
    """What became of e-mails: those that the server took, refused and put off, and those of which it is not known;
    `trouble` ended the run.
    """

    sent: int = 0
    failed: int = 0
    put_off: int = 0
    unsure: int = 0
    trouble: MailServerError | None = field(default=None)


class Mailing:
    """One run of one person."""

    def __init__(self, database: Database, actor: Actor, settings: MessageSettings) -> None:
        self._database, self._actor, self._settings = database, actor, settings
        self._connection = MailConnection(settings)
        self.done = Mailed()

    def run(self, progress: Progress) -> None:
        """Sends what waits. The trouble of the mail server is noted in `done`."""
        if not self._any_waits():
            return
        try:
            # Before anything is taken: what the server does not take stays as it is.
            self._connection.open()
            self._send_all(progress)
        except MailServerError as error:
            self.done.trouble = error
        finally:
            self._connection.close()

    def _send_all(self, progress: Progress) -> None:
        above = 0
        while not progress.cancelled():
            batch = self._take(above)
            if batch is None:
                return
            if batch:
                above = max(above, self._send(batch, progress))

    def _send(self, batch: int, progress: Progress) -> int:
        """Sends a batch; returns its last message. What the server puts off is not taken again in the same run."""
        mails = self._mails(batch)
        try:
            for number, (address, content) in mails.items():
                if progress.cancelled():
                    break
                if address and self._begin(batch, number):
                    self._hand_over(batch, number, address, content)
                    progress.report(self.done.sent)
        except MailServerError:
            close_batch(self._database, self._actor, batch)
            raise
        close_batch(self._database, self._actor, batch)
        return max(mails, default=0)

    def _hand_over(self, batch: int, number: int, address: str, content: bytes) -> None:
        try:
            handed = self._connection.hand_over(address, content)
        except MailServerError:
            self._settle(batch, number, MailOutcome(MailAnswer.LATER))
            raise
        self._settle(batch, number, handed)
        done = self.done
        if handed.answer is MailAnswer.TAKEN:
            done.sent += 1
        elif handed.answer is MailAnswer.REFUSED:
            done.failed += 1
        elif handed.answer is MailAnswer.LATER:
            done.put_off += 1
        else:
            done.unsure += 1
            # Whatever broke it may break the next one as well, and then nobody knows of many.
            raise MailServerError(reason="refused", where=self._settings.mail_place)

    def _any_waits(self) -> bool:
        with self._database.reading() as session:
            return waiting(session, (DeliveryMethod.EMAIL,)) > 0

    @once
    def _take(self, above: int) -> int | None:
        """Assigns the next e-mails to a batch: its id; 0 if none of them can be sent; None if none wait."""
        with self._database.writing() as session:
            now = self._database.now(session)
            batch, failed = take_messages(
                session, self._actor, DeliveryMethod.EMAIL, MOST, "", "", now, above=above
            )
        self.done.failed += failed
        return batch

    def _mails(self, batch: int) -> dict[int, tuple[str, bytes]]:
        """Returns address and content of each message."""
        with self._database.reading() as session:
            made_at = session.scalars(select(OutboxBatch.made_at).where(OutboxBatch.id == batch)).one()
            name, sender = settings_of(session).office_name, self._settings.sender
            letters = letters_of(session, batch, addresses_of_batch(session, batch))
        return {
            number: (letter.address, mail_content(letter, sender, name, made_at))
            for number, letter in letters.items()
        }

    @once
    def _begin(self, batch: int, number: int) -> bool:
        """Notes that a message begins; False if another worker has it, or it was masked meanwhile."""
        with self._database.writing() as session:
            leave_masked(session, batch)
            begun = _move(
                session,
                {"begun_at": self._database.now(session)},
                OutboxMessage.id == number,
                OutboxMessage.batch_id == batch,
                OutboxMessage.begun_at.is_(None),
            )
            return begun > 0

    @once
    def _settle(self, batch: int, number: int, handed: MailOutcome) -> None:
        """Notes what became of a message that began."""
        state = _OUTCOMES[handed.answer]
        with self._database.writing() as session:
            locked(session, batch)
            now = self._database.now(session)
            values: dict[str, Any] = {"state": state.value}
            if state is MessageState.SENT:
                values |= {"sent_at": now}
            elif state is MessageState.FAILED:
                unknown = handed.answer is MailAnswer.UNKNOWN
                values |= {"told_at": now, "reason": DeliveryFailure.UNSURE if unknown else handed.words}
            else:
                values |= {"batch_id": None, "begun_at": None}
            moved = _move(
                session,
                values,
                OutboxMessage.id == number,
                OutboxMessage.batch_id == batch,
                OutboxMessage.begun_at.is_not(None),
            )
            _tell(session, self._database, self._actor, batch, {_TOLD[handed.answer]: moved})


_TOLD: Final = {
    MailAnswer.TAKEN: "sent",
    MailAnswer.REFUSED: "failed",
    MailAnswer.LATER: "put_off",
    MailAnswer.UNKNOWN: "unsure",
}


@once
def close_batch(database: Database, actor: Actor, batch: int) -> int:
    """Puts back what did not begin, and fails what began long ago without an outcome; returns how many of these.

    A batch of which another worker sends a message stays open.
    """
    with database.writing() as session:
        found = locked(session, batch)
        if found is None or found.state == BatchState.WRITTEN.value:
            return 0
        leave_masked(session, batch)
        now = database.now(session)
        back = _move(
            session,
            {"state": MessageState.WAITING.value, "batch_id": None},
            OutboxMessage.batch_id == batch,
            OutboxMessage.begun_at.is_(None),
        )
        unsure = _move(
            session,
            {"state": MessageState.FAILED.value, "told_at": now, "reason": DeliveryFailure.UNSURE},
            OutboxMessage.batch_id == batch,
            OutboxMessage.begun_at < now - ABANDONED,
        )
        _tell(session, database, actor, batch, {"put_off": back, "unsure": unsure})
        under_way = select(func.count()).where(
            OutboxMessage.batch_id == batch, OutboxMessage.state == MessageState.TAKEN.value
        )
        if not session.scalar(under_way):
            found.state, found.written_at = BatchState.WRITTEN.value, now
        return unsure


def waiting(session: Session, ways: tuple[DeliveryMethod, ...]) -> int:
    """Returns how many messages of these delivery methods wait."""
    waits = (
        OutboxMessage.state == MessageState.WAITING.value,
        OutboxMessage.way.in_([way.value for way in ways]),
    )
    return session.scalar(select(func.count()).where(*waits)) or 0


def _move(session: Session, values: Mapping[str, Any], *which: Any) -> int:
    """Changes messages that are taken; returns how many."""
    done: Any = session.execute(
        update(OutboxMessage)
        .where(OutboxMessage.state == MessageState.TAKEN.value, *which)
        .values(**values)
        .execution_options(synchronize_session=False)
    )
    return int(done.rowcount)


def _tell(session: Session, database: Database, actor: Actor, batch: int, counts: Mapping[str, int]) -> None:
    """Records what became of messages, without the words of the server: they may name a petitioner."""
    told = {name: count for name, count in counts.items() if count}
    if told:
        record_event(
            session,
            item_type="outbox",
            item_id=batch,
            at=database.now(session),
            actor_id=actor.person_id,
            actor_name=actor.name,
            action="outbox_mailed",
            after={"way": DeliveryMethod.EMAIL.value, **told} | told_behalf(actor.on_behalf_of(sends)),
        )
