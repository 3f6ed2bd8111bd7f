"""The worker of the outbox: writes waiting messages into files, each exactly once, whatever fails.

Each batch takes three transactions: messages are assigned to the batch; its files are written under hidden names;
the files are renamed. Each transaction locks the batch's row, so that two workers never do the same step. After a
crash the next worker finishes the batch first. Until its files are ready they are written again, the same bytes
under the same names. After that only files that still have a hidden name are renamed.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from sqlalchemy import func, select, update
from sqlalchemy.orm import Session

from desktop_app.database.audit import record_event
from desktop_app.database.engine import Database
from desktop_app.database.operations import once
from desktop_app.errors import NotWrittenError
from desktop_app.office.message_templates import DeliveryMethod
from desktop_app.office.settings import settings_of
from desktop_app.petitions.model import Petition
from desktop_app.petitions.outbox.addresses import (
    DeliveryFailure,
    addresses_of_batch,
    take_messages,
    take_over,
)
from desktop_app.petitions.outbox.earlier_answers import tell_earlier
from desktop_app.petitions.outbox.files import OutgoingMessage, file_contents, file_names
from desktop_app.petitions.outbox.folder import hand_on, lay_ready, mark_of, marked
from desktop_app.petitions.outbox.model import BatchState, MessageState, OutboxBatch, OutboxMessage
from desktop_app.petitions.outbox.settings import message_settings_of
from desktop_app.petitions.satisfaction.asking import ask_due
from desktop_app.progress import Progress, SilentProgress
from desktop_app.staff.roles import Actor, Role, told_behalf

#: Messages of one file, and e-mails of one batch: each e-mail is flushed to disk while an SQLite file is locked.
MOST: Final = {DeliveryMethod.PORTAL: 5_000, DeliveryMethod.SMS: 5_000, DeliveryMethod.EMAIL: 100}
#: The roles that send messages, for the whole office: a person of one unit would leave those of others unsent.
SENDERS: Final = (Role.CLERK, Role.MANAGER)
#: How many files an event names.
_NAMED: Final = 20


def sends(actor: Actor) -> bool:
    """Whether a person may send messages."""
    return any(held.role in SENDERS and held.unit_id is None for held in actor.held)


@dataclass(slots=True)
class HandedOn:
    """The result of a run: messages by delivery method, failed ones, the files, and folders of batches that are
    unavailable.
    """

    messages: dict[str, int] = field(default_factory=dict)
    failed: int = 0
    files: list[str] = field(default_factory=list)
    stuck: list[str] = field(default_factory=list)
    #: E-mails that wait because the office has no sender address yet.
    without_sender: int = 0
    #: Petitions about which somebody is asked from now on how satisfied they are.
    asked: int = 0
    #: Answers of which a message was written now, because they were given before messages were switched on.
    earlier: int = 0
    cancelled: bool = False

    @property
    def count(self) -> int:
        return sum(self.messages.values())


class Delivery:
    """Sends waiting messages."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def write(self, actor: Actor, folder: Path, progress: Progress | None = None) -> HandedOn:
        """Finishes open batches, asks about closed petitions, then writes waiting messages into `folder`.

        Raises `NotPermittedError`, `NotWrittenError`, `DatabaseAwayError` between two batches; remaining messages
        follow in the next run.
        """
        actor.must_be_for_all(*SENDERS, act="send_out")
        progress = progress or SilentProgress()
        folder = folder.absolute()
        mark = marked(folder)
        done = HandedOn()
        for number in self._unfinished():
            with self._database.touching() as session:
                take_over(session, actor, number, self._database.now(session))
            self._finish(actor, number, folder, mark, done)
        done.earlier = tell_earlier(self._database, actor, progress)
        done.asked = ask_due(self._database, actor, progress)
        for way in self._sendable(done):
            while not progress.cancelled():
                batch = self._take(actor, way, folder, mark, done)
                if batch is None:
                    break
                if batch:
                    self._finish(actor, batch, folder, mark, done)
                progress.report(done.count)
        done.cancelled = progress.cancelled()
        return done

    def _sendable(self, done: HandedOn) -> list[DeliveryMethod]:
        """Returns the delivery methods that can be used now."""
        with self._database.reading() as session:
            if message_settings_of(session).sender:
                return list(DeliveryMethod)
            mails = (
                OutboxMessage.state == MessageState.WAITING.value,
                OutboxMessage.way == DeliveryMethod.EMAIL.value,
            )
            done.without_sender = session.scalar(select(func.count()).where(*mails)) or 0
        return [way for way in DeliveryMethod if way is not DeliveryMethod.EMAIL]

    def _unfinished(self) -> Sequence[int]:
        with self._database.reading() as session:
            unwritten = OutboxBatch.state != BatchState.WRITTEN.value
            return session.scalars(select(OutboxBatch.id).where(unwritten).order_by(OutboxBatch.id)).all()

    def _finish(self, actor: Actor, number: int, folder: Path, mark: str, done: HandedOn) -> None:
        if self._lay_ready(number, folder, mark):
            self._hand_on(actor, number, done)

    @once
    def _take(self, actor: Actor, way: DeliveryMethod, folder: Path, mark: str, done: HandedOn) -> int | None:
        """Assigns the next messages of a delivery method to a batch: its id; 0 if none of them can be sent; None if
        none wait.
        """
        with self._database.writing() as session:
            now = self._database.now(session)
            number, failed = take_messages(session, actor, way, MOST[way], folder, mark, now)
        done.failed += failed
        return number

    @once
    def _lay_ready(self, number: int, folder: Path, mark: str) -> bool:
        """Writes the files of a batch under hidden names; False if another worker has finished it."""
        with self._database.writing() as session:
            batch = _locked(session, number)
            if batch is None or batch.state != BatchState.TAKEN.value:
                return batch is not None and batch.state == BatchState.READY.value
            # Nothing of it is visible yet, so it may be written into this run's folder.
            batch.folder, batch.folder_mark = str(folder), mark
            _leave_masked(session, number)
            letters = _letters(session, number, addresses_of_batch(session, number))
            settings, way = message_settings_of(session), DeliveryMethod(batch.way)
            contents = file_contents(
                way, letters, settings.sender, settings_of(session).office_name, batch.made_at
            )
            lay_ready(folder, file_names(way, _stem(batch), letters), contents)
            batch.state = BatchState.READY.value
            return True

    @once
    def _hand_on(self, actor: Actor, number: int, done: HandedOn) -> None:
        """Renames the files of a batch and marks its messages as sent."""
        with self._database.writing() as session:
            batch = _locked(session, number)
            if batch is None or batch.state != BatchState.READY.value:
                return
            folder = Path(batch.folder)
            if mark_of(folder) != batch.folder_mark:
                # Whether its files were taken cannot be checked from this PC.
                done.stuck.append(str(folder))
                return
            letters = _letters(session, number, {})
            names = file_names(DeliveryMethod(batch.way), _stem(batch), letters)
            hand_on(folder, names)
            now = self._database.now(session)
            batch.state, batch.written_at = BatchState.WRITTEN.value, now
            session.flush()
            session.execute(
                update(OutboxMessage)
                .where(OutboxMessage.batch_id == number, OutboxMessage.state == MessageState.TAKEN.value)
                .values(state=MessageState.SENT.value, sent_at=now)
                .execution_options(synchronize_session=False)
            )
            # A receipt may have arrived earlier.
            session.execute(
                update(OutboxMessage)
                .where(OutboxMessage.batch_id == number, OutboxMessage.sent_at.is_(None))
                .values(sent_at=now)
                .execution_options(synchronize_session=False)
            )
            record_event(
                session,
                item_type="outbox",
                item_id=number,
                at=now,
                actor_id=actor.person_id,
                actor_name=actor.name,
                action="outbox_written",
                after={"way": batch.way, "count": len(letters), "file": ", ".join(names[:_NAMED])}
                | told_behalf(actor.on_behalf_of(sends)),
            )
        done.messages[batch.way] = done.messages.get(batch.way, 0) + len(letters)
        done.files.extend(str(folder / name) for name in names)


def _stem(batch: OutboxBatch) -> str:
    return f"{batch.way}-{batch.id:06}-{batch.key}"


def _leave_masked(session: Session, number: int) -> None:
    """Fails messages that were masked since they were taken: they have no text left to send."""
    session.execute(
        update(OutboxMessage)
        .where(OutboxMessage.batch_id == number, OutboxMessage.text == "")
        .values(state=MessageState.FAILED.value, reason=DeliveryFailure.MASKED, batch_id=None)
        .execution_options(synchronize_session=False)
    )


def _locked(session: Session, number: int) -> OutboxBatch | None:
    return session.scalar(select(OutboxBatch).where(OutboxBatch.id == number).with_for_update())


def _letters(session: Session, number: int, addresses: Mapping[int, str]) -> list[OutgoingMessage]:
    """Returns the messages of a batch in their order."""
    found = session.execute(
        select(
            OutboxMessage.id,
            OutboxMessage.key,
            OutboxMessage.kind,
            Petition.tracking_code,
            OutboxMessage.subject,
            OutboxMessage.text,
            OutboxMessage.made_at,
            Petition.external_id,
        )
        .outerjoin(Petition, Petition.id == OutboxMessage.petition_id)
        .where(OutboxMessage.batch_id == number)
        .order_by(OutboxMessage.id)
    )
    return [
        OutgoingMessage(
            row.key, row.kind, row.tracking_code or "", addresses.get(row.id, ""), row.subject, row.text, row.made_at,
            row.external_id,
        )
        for row in found
    ]  # fmt: skip


__all__ = ["SENDERS", "Delivery", "DeliveryFailure", "HandedOn", "NotWrittenError"]
