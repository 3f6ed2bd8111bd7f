"""The worker of the outbox: writes waiting messages into files, each exactly once, whatever fails.

E-mails go to the mail server if the office has set one (`mailing`).

Each batch of files takes three transactions: messages are assigned to the batch; its files are written under hidden
names; the files are renamed. Each transaction locks the batch's row, so that two workers never do the same step.
After a crash the next worker finishes the batch first. Until its files are ready they are written again, the same
bytes under the same names. After that only files that still have a hidden name are renamed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from sqlalchemy import select, update

from desktop_app.database.audit import record_event
from desktop_app.database.engine import Database
from desktop_app.database.operations import once
from desktop_app.errors import AppError, InvalidValueError, NotWrittenError
from desktop_app.office.message_templates import DeliveryMethod
from desktop_app.office.settings import settings_of
from desktop_app.petitions.outbox.addresses import (
    DeliveryFailure,
    addresses_of_batch,
    take_messages,
    take_over,
)
from desktop_app.petitions.outbox.batches import SENDERS, leave_masked, letters_of, locked, sends
from desktop_app.petitions.outbox.earlier_answers import tell_earlier
from desktop_app.petitions.outbox.files import file_contents, file_names
from desktop_app.petitions.outbox.folder import hand_on, lay_ready, mark_of, marked
from desktop_app.petitions.outbox.mailing import Mailing, close_batch, waiting
from desktop_app.petitions.outbox.model import BatchState, MessageState, OutboxBatch, OutboxMessage
from desktop_app.petitions.outbox.settings import MessageSettings, message_settings_of
from desktop_app.petitions.outbox.trial import TrialMessage, send_trial
from desktop_app.petitions.satisfaction.asking import ask_due
from desktop_app.progress import Progress, SilentProgress
from desktop_app.staff.roles import Actor, told_behalf

#: Messages of one file, and e-mails of one batch: each e-mail is flushed to disk while an SQLite file is locked.
MOST: Final = {DeliveryMethod.PORTAL: 5_000, DeliveryMethod.SMS: 5_000, DeliveryMethod.EMAIL: 100}
#: How many files an event names.
_NAMED: Final = 20


@dataclass(slots=True)
class HandedOn:
    """The result of a run: messages by delivery method, failed ones, the files, and folders of batches that are
    unavailable. `troubles` kept some of the messages back, and none of the others.
    """

    messages: dict[str, int] = field(default_factory=dict)
    failed: int = 0
    files: list[str] = field(default_factory=list)
    stuck: list[str] = field(default_factory=list)
    #: E-mails that wait because the office has no sender address yet.
    without_sender: int = 0
    #: Petitions about which somebody is asked from now on how satisfied they are.
    asked: int = 0
    #: E-mails that the mail server took; they are among `messages` as well.
    mailed: int = 0
    #: E-mails that the mail server does not take now. They wait.
    put_off: int = 0
    #: E-mails of which it is not known whether the mail server took them.
    unsure: int = 0
    #: Messages that wait because there is no folder for their files.
    without_folder: int = 0
    troubles: list[AppError] = field(default_factory=list)
    #: Answers of which a message was written now, because they were given before messages were switched on.
    earlier: int = 0
    cancelled: bool = False

    @property
    def count(self) -> int:
        return sum(self.messages.values())

    @property
    def in_files(self) -> int:
        return self.count - self.mailed

    @property
    def clean(self) -> bool:
        """Whether nobody has to act."""
        kept_back = self.without_sender or self.without_folder or self.stuck or self.troubles
        return not (self.failed or self.unsure or kept_back)


@dataclass(frozen=True, slots=True)
class _Place:
    """The folder into which a run writes, and its mark."""

    folder: Path
    mark: str


class Delivery:
    """Sends waiting messages."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def write(self, actor: Actor, folder: Path | None = None, progress: Progress | None = None) -> HandedOn:
        """Finishes open batches, asks about closed petitions, then sends waiting messages: e-mails to the mail server
        if there is one, the others into files in `folder`.

        Without a mail server a folder is needed. With one, its troubles and those of the folder are in the result.
        Raises `NotPermittedError`, `InvalidValueError`, `NotWrittenError`, `DatabaseAwayError` between two batches;
        remaining messages follow in the next run.
        """
        actor.must_be_for_all(*SENDERS, act="send_out")
        progress = progress or SilentProgress()
        with self._database.reading() as session:
            settings = message_settings_of(session)
        done = HandedOn()
        place = _place(folder, settings, done)
        for number, folder_of_batch in self._unfinished():
            if not folder_of_batch:
                done.unsure += close_batch(self._database, actor, number)
                continue
            with self._database.touching() as session:
                take_over(session, actor, number, self._database.now(session))
            self._finish(actor, number, place, done)
        done.earlier = tell_earlier(self._database, actor, progress)
        done.asked = ask_due(self._database, actor, progress)
        if settings.mail_host:
            self._mail(actor, settings, progress, done)
        ways = self._ways_of_files(settings, place, done)
        while place is not None and ways and not progress.cancelled():
            batch = self._take(actor, ways[0], place, done)
            if batch is None:
                ways = ways[1:]
            elif batch:
                self._finish(actor, batch, place, done)
            progress.report(done.count)
        done.cancelled = progress.cancelled()
        return done

    def trial(self, actor: Actor, address: str) -> TrialMessage:
        """Sends a message that says it is a trial: see `trial.send_trial`."""
        return send_trial(self._database, actor, address)

    def _mail(self, actor: Actor, settings: MessageSettings, progress: Progress, done: HandedOn) -> None:
        """Sends waiting e-mails to the mail server."""
        mailing = Mailing(self._database, actor, settings)
        mailing.run(progress)
        found = mailing.done
        done.mailed, done.put_off = found.sent, found.put_off
        done.failed += found.failed
        done.unsure += found.unsure
        if found.sent:
            done.messages[DeliveryMethod.EMAIL.value] = found.sent
        if found.trouble is not None:
            done.troubles.append(found.trouble)

    def _ways_of_files(
        self, settings: MessageSettings, place: _Place | None, done: HandedOn
    ) -> list[DeliveryMethod]:
        """Returns the delivery methods whose messages can be written into files now."""
        ways: list[DeliveryMethod] = [way for way in DeliveryMethod if way is not DeliveryMethod.EMAIL]
        with self._database.reading() as session:
            if place is None and done.troubles:
                return []
            if place is None:
                done.without_folder = waiting(session, tuple(ways))
                return []
            if settings.mail_host:
                return ways
            if settings.sender:
                return list(DeliveryMethod)
            done.without_sender = waiting(session, (DeliveryMethod.EMAIL,))
        return ways

    def _unfinished(self) -> Sequence[tuple[int, str]]:
        """Returns open batches and their folders; that of the mail server is empty."""
        with self._database.reading() as session:
            unwritten = OutboxBatch.state != BatchState.WRITTEN.value
            found = select(OutboxBatch.id, OutboxBatch.folder).where(unwritten).order_by(OutboxBatch.id)
            return [(row.id, row.folder) for row in session.execute(found)]

    def _finish(self, actor: Actor, number: int, place: _Place | None, done: HandedOn) -> None:
        if self._lay_ready(number, place):
            self._hand_on(actor, number, done)

    @once
    def _take(self, actor: Actor, way: DeliveryMethod, place: _Place, done: HandedOn) -> int | None:
        """Assigns the next messages of a delivery method to a batch: its id; 0 if none of them can be sent; None if
        none wait.
        """
        with self._database.writing() as session:
            now = self._database.now(session)
            number, failed = take_messages(session, actor, way, MOST[way], str(place.folder), place.mark, now)
        done.failed += failed
        return number

    @once
    def _lay_ready(self, number: int, place: _Place | None) -> bool:
        """Writes the files of a batch under hidden names; False if another worker has finished it, or there is no
        folder.
        """
        with self._database.writing() as session:
            batch = locked(session, number)
            if batch is None or batch.state != BatchState.TAKEN.value:
                return batch is not None and batch.state == BatchState.READY.value
            if place is None:
                return False
            # Nothing of it is visible yet, so it may be written into this run's folder.
            batch.folder, batch.folder_mark = str(place.folder), place.mark
            leave_masked(session, number)
            letters = list(letters_of(session, number, addresses_of_batch(session, number)).values())
            settings, way = message_settings_of(session), DeliveryMethod(batch.way)
            contents = file_contents(
                way, letters, settings.sender, settings_of(session).office_name, batch.made_at
            )
            lay_ready(place.folder, file_names(way, _stem(batch), letters), contents)
            batch.state = BatchState.READY.value
            return True

    @once
    def _hand_on(self, actor: Actor, number: int, done: HandedOn) -> None:
        """Renames the files of a batch and marks its messages as sent."""
        with self._database.writing() as session:
            batch = locked(session, number)
            if batch is None or batch.state != BatchState.READY.value:
                return
            folder = Path(batch.folder)
            if mark_of(folder) != batch.folder_mark:
                # Whether its files were taken cannot be checked from this PC.
                done.stuck.append(str(folder))
                return
            letters = list(letters_of(session, number, {}).values())
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


def _place(folder: Path | None, settings: MessageSettings, done: HandedOn) -> _Place | None:
    """Returns the folder of a run, None without one. Raises `InvalidValueError`, `NotWrittenError`."""
    if folder is None:
        if not settings.mail_host:
            raise InvalidValueError(field="message_folder", reason="empty", value="")
        return None
    folder = folder.absolute()
    try:
        return _Place(folder, marked(folder))
    except NotWrittenError as error:
        if not settings.mail_host:
            raise
        # E-mails need no folder.
        done.troubles.append(error)
        return None


def _stem(batch: OutboxBatch) -> str:
    return f"{batch.way}-{batch.id:06}-{batch.key}"


__all__ = ["SENDERS", "Delivery", "DeliveryFailure", "HandedOn", "NotWrittenError"]
