"""Takes in what a colleague wrote into a file of Word: a list to look at first, then one act.

The author of a comment is a name in the file, never an account: the importing person answers for what comes in.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop_app.database.acts.model import Act, Item
from desktop_app.database.engine import Database
from desktop_app.database.operations import once
from desktop_app.documents.remarks_reading import read_remarks_of
from desktop_app.errors import RuleError
from desktop_app.instruments.annotations.acts import RESOLVED
from desktop_app.instruments.annotations.placing import Place, Placer, anchor_values
from desktop_app.instruments.annotations.threads import thread_rows
from desktop_app.instruments.annotations.word_acts import ANNOTATED_FROM_WORD, REPLIED_FROM_WORD
from desktop_app.instruments.annotations.word_plan import incoming_plan, on_revisions, wanted_revision
from desktop_app.instruments.annotations.word_rows import DraftState, IncomingKind, IncomingPlan, IncomingRow
from desktop_app.instruments.drafting.revisions import revision_text
from desktop_app.instruments.drafting.service import existing_instrument
from desktop_app.instruments.model import Revision, Thread, ThreadMessage
from desktop_app.instruments.thread_acts import ANNOTATORS, errors_of
from desktop_app.instruments.vocabulary import Placement, ThreadKind, ThreadOutcome
from desktop_app.progress import Progress
from desktop_app.staff.acting import perform_one
from desktop_app.staff.roles import Actor
from desktop_app.wording import fill, translate

#: The number of a thread that is being opened; no thread has it.
_NEW: Final = 0


@dataclass(frozen=True, slots=True)
class TakenIn:
    """What one act took in."""

    threads: int = 0
    replies: int = 0
    suggestions: int = 0
    resolved: int = 0


class WordImport:
    """The use cases of files that come back from Word."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def plan(
        self, actor: Actor, instrument_id: int, path: Path, *, progress: Progress | None = None
    ) -> IncomingPlan:
        """Reads a DOCX, and returns what it would bring. Nothing is kept.

        Raises `BadFileError`, `NotPermittedError`, `NotFoundError`, and `RuleError` for a draft without a text.
        """
        actor.must_be(*ANNOTATORS, act="annotate")
        remarks, sha256 = read_remarks_of(path, progress=progress)
        with self._database.reading() as session:
            numbers = session.scalars(select(Revision.number).where(Revision.instrument_id == instrument_id))
            revisions = {number: revision_text(session, instrument_id, number) for number in numbers}
            code = existing_instrument(session, instrument_id).code
            if not revisions:
                raise RuleError(rule="instrument_has_no_text")
            remarks = on_revisions(remarks, revisions)
            number = wanted_revision(remarks, revisions)
            threads = list(
                session.scalars(
                    select(Thread).where(Thread.instrument_id == instrument_id).order_by(Thread.id)
                )
            )
            revision = session.get_one(Revision, revisions[number].id)
            draft = DraftState(
                instrument_id, code, revisions, number, thread_rows(session, threads, revision),
                *_messages(session, instrument_id),
            )  # fmt: skip
        return incoming_plan(path.name, sha256, remarks, draft)

    @once
    def take_in(self, actor: Actor, instrument_id: int, plan: IncomingPlan, keys: Collection[str]) -> TakenIn:
        """Takes in the rows with these keys, all or none; each is named in the history of its thread.

        A reply to a row that is left out is left out too. Raises `ConflictError`, `RuleError`.
        """
        with self._database.writing() as session:
            existing_instrument(session, instrument_id, lock=True)
            taking = _Taking(session, self._database, actor, instrument_id)
            for row in plan.rows:
                if row.key in keys and row.fault is None:
                    taking.take(row)
            return taking.done()


def _messages(session: Session, instrument_id: int) -> tuple[dict[int, int], dict[str, int]]:
    """Returns the thread of each message of the draft, and of each identity that came in before."""
    statement = (
        select(ThreadMessage.id, ThreadMessage.thread_id, ThreadMessage.word_key)
        .join(Thread, Thread.id == ThreadMessage.thread_id)
        .where(Thread.instrument_id == instrument_id)
    )
    found = session.execute(statement).all()
    return {row[0]: row[1] for row in found}, {row[2]: row[1] for row in found if row[2] is not None}


class _Taking:
    """Writes the rows of one file in one transaction."""

    def __init__(self, session: Session, database: Database, actor: Actor, instrument_id: int) -> None:
        self._session, self._actor, self._instrument_id = session, actor, instrument_id
        self._now = database.now(session)
        self._made: dict[str, int] = {}
        self._counts: dict[IncomingKind, int] = dict.fromkeys(IncomingKind, 0)

    def take(self, row: IncomingRow) -> None:
        if row.kind is IncomingKind.REPLY:
            thread = row.thread_id if row.parent is None else self._made.get(row.parent)
            if thread is None:
                return
            self._of_draft(thread)
            self._perform(REPLIED_FROM_WORD, Item(thread, None, row.text, _signed(row)))
        elif row.kind is IncomingKind.RESOLUTION:
            assert row.thread_id is not None
            found = self._of_draft(row.thread_id)
            said = fill(translate("Word", "Resolved in Word by {name}"), name=row.author)
            outcome = {"outcome": ThreadOutcome.ANSWERED.value}
            self._perform(RESOLVED, Item(found.id, found.version, said, outcome))
        else:
            self._made[row.key] = self._open(row)
        self._counts[row.kind] += 1

    def done(self) -> TakenIn:
        counts = self._counts
        return TakenIn(
            counts[IncomingKind.THREAD],
            counts[IncomingKind.REPLY],
            counts[IncomingKind.SUGGESTION],
            counts[IncomingKind.RESOLUTION],
        )

    def _open(self, row: IncomingRow) -> int:
        revision = self._session.scalars(
            select(Revision).where(
                Revision.instrument_id == self._instrument_id, Revision.number == row.number
            )
        ).one()
        suggested = row.kind is IncomingKind.SUGGESTION and row.placed
        given = {
            "instrument_id": self._instrument_id,
            "revision_id": revision.id,
            "kind": (ThreadKind.SUGGESTION if suggested else ThreadKind.NOTE).value,
            "anchor": anchor_values(revision.text, row.start, row.end) | {"about": row.about.value},
            "begin": row.start,
            "end": row.end,
        }
        placer = Placer(self._session, self._instrument_id)
        placer.place_forward(_NEW, revision, Place(Placement.EXACT.value, row.start, row.end, 1.0))
        return self._perform(ANNOTATED_FROM_WORD, Item(_NEW, None, _text(row), given | _signed(row)), placer)

    def _perform(self, act: Act, item: Item, placer: Placer | None = None) -> int:
        rows = None if placer is None else placer.rows()
        errors = errors_of(item.id, field="message")
        return perform_one(self._session, act, self._actor, item, self._now, rows, errors=errors)

    def _of_draft(self, thread_id: int) -> Thread:
        thread = self._session.get(Thread, thread_id, populate_existing=True)
        if thread is None or thread.instrument_id != self._instrument_id:
            raise errors_of(thread_id, field="message")["not_there"]
        return thread


def _signed(row: IncomingRow) -> dict[str, object]:
    return {"word_author": row.author, "word_at": row.written_at, "word_key": row.key}


def _text(row: IncomingRow) -> str:
    """Returns the text of a thread: with its quote where the words were not found."""
    if row.placed:
        return row.text
    if row.kind is IncomingKind.SUGGESTION:
        said = translate("Word", "Instead of “{quote}”: {text}")
        return fill(said, quote=row.quote, text=row.text)
    if not row.quote:
        return row.text
    return "\n".join(
        [fill(translate("Word", "The words that were meant: “{quote}”"), quote=row.quote), row.text]
    )
