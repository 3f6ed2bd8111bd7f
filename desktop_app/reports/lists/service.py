"""Exports of lists. Each export is recorded as an event with the name of the list and the number of rows.

The search text is not recorded, because it may name a citizen.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

from desktop_app.database.engine import Database
from desktop_app.errors import NotWrittenError
from desktop_app.instruments.comments.service import Comments
from desktop_app.instruments.drafting.service import Drafting
from desktop_app.people.experts import Experts
from desktop_app.people.petitioners import Petitioners
from desktop_app.persian.dates import tehran_day
from desktop_app.petitions.follow_ups.service import FurtherTexts
from desktop_app.petitions.improvements.service import Improvements
from desktop_app.petitions.lists.escalation import Escalations
from desktop_app.petitions.lists.inbox import Inbox, ListFilter
from desktop_app.progress import Progress, SilentProgress
from desktop_app.reports.lists.drafts import comment_table, instrument_table
from desktop_app.reports.lists.events import ExportEvents
from desktop_app.reports.lists.people import expert_table, petitioner_table
from desktop_app.reports.lists.petitions import message_table, petition_table
from desktop_app.reports.lists.table import CSV, XLSX, ListPaper, ListTable, write_list
from desktop_app.reports.lists.threads import KEY, ThreadFilter, ThreadLists, thread_table
from desktop_app.reports.lists.work import escalation_table, improvement_table
from desktop_app.staff.roles import Actor
from desktop_app.whole_file import make_whole

PDF: Final = ".pdf"
#: Makes the table to export; may query the database.
Making = Callable[[], ListTable]


class ListFiles:
    """Exports the lists visible to a person (.xlsx or .csv, by the suffix of `target`).

    Every method returns the number of rows, and raises `NotWrittenError`, `CancelledError` and the errors of
    reading the list. File and event appear together or not at all.
    """

    def __init__(self, database: Database) -> None:
        self._database = database
        self._inbox = Inbox(database)
        self._further = FurtherTexts(database)
        self._petitioners, self._experts = Petitioners(database), Experts(database)
        self._drafting, self._comments = Drafting(database), Comments(database)
        self._improvements, self._escalations = Improvements(database), Escalations(database)
        self._events = ExportEvents(database)
        self._threads = ThreadLists(database)

    def petitions(
        self,
        actor: Actor,
        wanted: ListFilter,
        target: Path,
        progress: Progress | None = None,
        ids: Sequence[int] | None = None,
        paper: ListPaper | None = None,
    ) -> int:
        """Exports a list of petitions completely, or only the petitions in `ids`; `paper` says what it prints."""

        def making() -> ListTable:
            table = petition_table(self._database, self._inbox, actor, wanted, ids)
            return table if paper is None else replace(table, paper=paper)

        return self._write(actor, making, target, progress)

    def further_texts(
        self, actor: Actor, petition_id: int, target: Path, progress: Progress | None = None
    ) -> int:
        """Exports all further messages about a petition. Raises `NotFoundError`."""

        def making() -> ListTable:
            return message_table(
                self._further.all(actor, petition_id), self._further.count(actor, petition_id)
            )

        return self._write(actor, making, target, progress)

    def petitioners(self, actor: Actor, query: str, target: Path, progress: Progress | None = None) -> int:
        """Exports the petitioners that match `query`."""
        return self._write(actor, lambda: petitioner_table(self._petitioners, actor, query), target, progress)

    def experts(self, actor: Actor, target: Path, progress: Progress | None = None) -> int:
        """Exports the register of experts and stakeholders."""
        return self._write(actor, lambda: expert_table(self._experts, actor), target, progress)

    def instruments(
        self, actor: Actor, target: Path, progress: Progress | None = None, ids: Sequence[int] | None = None
    ) -> int:
        """Exports drafts, or only those in `ids`."""

        def making() -> ListTable:
            rows = self._drafting.all()
            return instrument_table([row for row in rows if ids is None or row.id in ids])

        return self._write(actor, making, target, progress)

    def comments(
        self,
        actor: Actor,
        instrument_id: int,
        target: Path,
        progress: Progress | None = None,
        ids: Sequence[int] | None = None,
    ) -> int:
        """Exports the comments on a draft in order of receipt, or only those in `ids`."""

        def making() -> ListTable:
            code = self._drafting.detail(actor, instrument_id).row.code
            rows = self._comments.of_instrument(instrument_id)
            kept = None if ids is None else frozenset(ids)
            return comment_table(code, [row for row in rows if kept is None or row.id in kept])

        return self._write(actor, making, target, progress)

    def threads(
        self, actor: Actor, wanted: ThreadFilter, target: Path, progress: Progress | None = None
    ) -> int:
        """Exports annotations; a `target` that ends in .pdf is set for print."""
        if target.suffix.lower() != PDF:
            return self._write(actor, lambda: thread_table(self._threads.of(wanted)), target, progress)
        from desktop_app.reports.threads_pdf import threads_pdf  # noqa: PLC0415 - reportlab, fonts

        found = self._threads.of(wanted)
        data = threads_pdf(found)
        try:
            make_whole(target, lambda temporary: self._put(actor, temporary, data, len(found.threads)))
        except OSError as error:
            raise NotWrittenError.because(target.name, error) from error
        return len(found.threads)

    def _put(self, actor: Actor, temporary: Path, data: bytes, rows: int) -> None:
        temporary.write_bytes(data)
        self._events.record(actor, KEY, rows, PDF)

    def improvements(self, actor: Actor, target: Path, progress: Progress | None = None) -> int:
        """Exports improvement actions."""

        def making() -> ListTable:
            with self._database.reading() as session:
                today = tehran_day(self._database.now(session))
            return improvement_table(self._improvements.all(actor), today)

        return self._write(actor, making, target, progress)

    def overdue(self, actor: Actor, target: Path, progress: Progress | None = None) -> int:
        """Exports the escalation list of a manager. Raises `NotPermittedError`."""
        return self._write(actor, lambda: escalation_table(self._escalations.of(actor)), target, progress)

    def _write(self, actor: Actor, making: Making, target: Path, progress: Progress | None) -> int:
        table, written = making(), 0
        with self._database.reading() as session:
            made_at = self._database.now(session)
        suffix = CSV if target.suffix.lower() == CSV else XLSX

        def make(temporary: Path) -> None:
            nonlocal written
            written = write_list(table, temporary, suffix, progress or SilentProgress(), made_at)
            self._events.record(actor, table.key, written, suffix)

        try:
            make_whole(target, make)
        except OSError as error:
            raise NotWrittenError.because(target.name, error) from error
        return written
