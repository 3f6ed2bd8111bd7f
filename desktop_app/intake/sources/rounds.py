"""A round polls every source: it stages the files, processes the staging table, and moves finished files away.

Processing is exactly once, even after a crash: the result of each step is stored with it (`file_book`), and the
next round continues there. Rows that cannot be imported wait in quarantine, where people correct them on
screen. The petition keeps its reference to the row of the file. Only rows without cells (a damaged line, an
invalid mail) are written to a file next to the report.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Final

from desktop_app.database.engine import Database
from desktop_app.documents.faults import refusal
from desktop_app.errors import AppError, BadFileError, CancelledError, SourceAwayError
from desktop_app.instruments.drafting.service import existing_instrument
from desktop_app.intake.formats.bounces import bounces, may_hold_bounces
from desktop_app.intake.formats.cells import RowFault
from desktop_app.intake.formats.columns import missing
from desktop_app.intake.formats.faults import TableFault
from desktop_app.intake.formats.registry import open_table
from desktop_app.intake.formats.tabular import TableFormat, TabularFile
from desktop_app.intake.imports.rejects import RejectedRows
from desktop_app.intake.sources.file_book import FileBook
from desktop_app.intake.sources.folders import rejects_name, report_name
from desktop_app.intake.sources.model import FileState, IntakeFile, Matter, SourceKind
from desktop_app.intake.sources.places import ArchivedItem, FolderPlace, SourceItem, SourcePlace
from desktop_app.intake.sources.round_report import FileOutcome, report_text
from desktop_app.intake.sources.service import SourceRow, Sources, mapping_for, required_of
from desktop_app.intake.staging.batch import IntakeResult
from desktop_app.intake.staging.row_staging import ASIDE, RowStaging
from desktop_app.intake.staging.service import TAKERS, Staging
from desktop_app.petitions.outbox.service import Outbox, Receipt
from desktop_app.petitions.retention.archiving import Archiving
from desktop_app.petitions.vocabulary import Channel
from desktop_app.progress import Progress, SilentProgress
from desktop_app.scratch import scratch_folder
from desktop_app.staff.roles import Actor

#: Seconds for which a recently changed file is observed.
PAUSE: Final = 2.0
#: Number of names to try where somebody else takes a free name.
_TRIES: Final = 5


@dataclass(slots=True)
class Round:
    """The result of a round.

    `files` were moved away; `waiting` has (source, name) of files still being written. `troubles` are errors of
    unreachable sources.
    """

    taken: IntakeResult = field(default_factory=IntakeResult)
    files: list[FileOutcome] = field(default_factory=list)
    waiting: list[tuple[str, str]] = field(default_factory=list)
    troubles: list[AppError] = field(default_factory=list)
    #: Petitions that were archived by themselves.
    archived: int = 0

    @property
    def clean(self) -> bool:
        """Whether nothing needs attention."""
        quarantined = self.taken.quarantined > sum(one.quarantined for one in self.files)
        return not (self.troubles or quarantined) and all(one.clean for one in self.files)


class Rounds:
    """Runs rounds; `pause` is that of `FolderPlace`. Bounced mails are reported to the `outbox`."""

    def __init__(
        self,
        database: Database,
        staging: Staging,
        sources: Sources,
        outbox: Outbox | None = None,
        *,
        pause: float = PAUSE,
    ) -> None:
        self._database, self._staging, self._sources = database, staging, sources
        self._outbox, self._pause = outbox, pause
        self._book = FileBook(database)
        self._archiving = Archiving(database)

    def run(self, actor: Actor, progress: Progress | None = None) -> Round:
        """Polls every active source, processes the staging table, and moves finished files away.

        Then petitions that are due are archived. An unreachable source is reported, and the others continue. Raises
        the errors of `Staging.run`.
        """
        actor.must_be_for_all(*TAKERS, act="take_in")
        progress = progress or SilentProgress()
        done = Round()
        places: list[tuple[SourceRow, SourcePlace]] = []
        looked_into: list[SourceRow] = []
        try:
            for source in self._sources.all(active_only=True):
                if progress.cancelled():
                    break
                looked_into.append(source)
                place = self._place(source)
                places.append((source, place))
                try:
                    self._read_all(actor, source, place, done, progress)
                except SourceAwayError as trouble:
                    done.troubles.append(trouble)
                    places.pop()
                    place.close()
            done.taken = self._staging.run(actor, progress)
            for source, place in places:
                self._put_all_away(actor, source, place, done)
            self._note(actor, looked_into, done)
            done.archived = self._archiving.run(progress)
        finally:
            for _, place in places:
                place.close()
        return done

    def _note(self, actor: Actor, sources: list[SourceRow], done: Round) -> None:
        for source in sources:
            name = source.settings.name
            failure = next((one for one in done.troubles if one.parameters.get("name") == name), None)
            waiting = [file for of, file in done.waiting if of == name]
            self._book.visited(actor, source.id, failure.parameters if failure is not None else {}, waiting)

    def _put_all_away(self, actor: Actor, source: SourceRow, place: SourcePlace, done: Round) -> None:
        held = False
        try:
            for file in self._book.due(source.id):
                try:
                    done.files.append(self._put_away(actor, file, place))
                except OSError:
                    # Disk full or file open elsewhere: the next round moves it away.
                    held = True
        except SourceAwayError as trouble:
            done.troubles.append(trouble)
        if held:
            name, where = source.settings.name, source.place
            done.troubles.append(SourceAwayError(reason="held", name=name, where=where))

    def latest(self, actor: Actor, source_id: int, most: int = 50) -> tuple[FileOutcome, ...]:
        """Returns the files of a source, latest first. Raises `NotFoundError`."""
        del actor
        return self._book.latest(source_id, most)

    def _place(self, source: SourceRow) -> SourcePlace:
        if source.settings.way is SourceKind.FOLDER:
            return FolderPlace(source.settings.name, Path(source.settings.folder), self._pause)
        from desktop_app.intake.sources.mail_server import MailboxPlace  # noqa: PLC0415 - brings TLS along

        return MailboxPlace(source)

    def _read_all(
        self, actor: Actor, source: SourceRow, place: SourcePlace, done: Round, progress: Progress
    ) -> None:
        items = place.items(lambda names: self._book.handled(source.id, names))
        done.waiting += [(source.settings.name, name) for name in place.waiting()]
        for item in items:
            if progress.cancelled():
                return
            with scratch_folder() as room:
                read = self._read(actor, source, place, item, room, progress)
                if not (read or progress.cancelled()):
                    done.waiting.append((source.settings.name, item.name))

    def _read(
        self,
        actor: Actor,
        source: SourceRow,
        place: SourcePlace,
        item: SourceItem,
        room: Path,
        progress: Progress,
    ) -> bool:
        """Stages the rows of one item; returns False where it has to wait."""
        try:
            copied = place.fetch(item, room)
        except BadFileError as error:
            self._book.begin(actor, source.id, item.name, item.unread, item.size, fault=_fault(error))
            return True
        if copied is None:
            return False
        path, sha256 = copied
        try:
            table, mapping = self._understood(source, path)
        except BadFileError as error:
            self._book.begin(actor, source.id, item.name, sha256, item.size, fault=_fault(error))
            return True
        self._note_bounces(actor, table, path, item.name)
        file = self._book.begin(
            actor,
            source.id,
            item.name,
            sha256,
            item.size,
            mapping=mapping,
            defaults=self._defaults(source, table),
        )
        return file.state != FileState.READING or self._stage(actor, file, table, progress)

    def _note_bounces(self, actor: Actor, table: TabularFile, path: Path, name: str) -> None:
        """Reports bounced mails of the office to the outbox; repeating that has no effect."""
        if self._outbox is not None and table.format is TableFormat.MAIL and may_hold_bounces(path):
            receipts = [one for one in bounces(table) if isinstance(one, Receipt)]
            if receipts:
                self._outbox.note_receipts(actor, receipts, name)

    def _stage(self, actor: Actor, file: IntakeFile, table: TabularFile, progress: Progress) -> bool:
        rows = _rows(file, table)
        behind = file.position
        fault: BadFileError | None = None
        try:
            for part in rows.parts(behind, progress):
                if progress.cancelled() or not self._book.keep(actor, file.id, behind, part):
                    return False
                behind += part.rows
                progress.report(behind, max(behind, table.rows))
        except CancelledError:
            return False
        except BadFileError as error:
            fault = error
        except AppError as error:
            error.after(behind - file.position)
            raise
        if not behind and fault is None:
            fault = refusal(file.name, TableFault.NO_ROWS)
        self._book.read(actor, file.id, _fault(fault) if fault is not None else None)
        return True

    def _understood(self, source: SourceRow, path: Path) -> tuple[TabularFile, dict[str, str]]:
        table = open_table(path)
        mapping = mapping_for(source.settings, table.columns)
        lacks = missing(mapping, required_of(source.settings))
        if lacks:
            raise refusal(path.name, TableFault.MISSING_COLUMNS, fields=",".join(lacks))
        return table, mapping

    def _defaults(self, source: SourceRow, table: TabularFile) -> dict[str, str]:
        settings = source.settings
        found = {"matter": settings.matter.value, "channel": settings.channel.value}
        if settings.matter is Matter.PETITIONS:
            found["kind"] = settings.petition_kind
        elif settings.instrument_id is not None:
            with self._database.reading() as session:
                found["instrument"] = existing_instrument(session, settings.instrument_id).code
        if settings.matter is Matter.COMMENTS and table.format is TableFormat.MAIL:
            found["subject"] = "subject"
        return found

    def _put_away(self, actor: Actor, file: IntakeFile, place: SourcePlace) -> FileOutcome:
        """Moves a processed file away and writes its report.

        Each step detects whether it was already done.
        """
        rejected = bool(file.fault)
        archived = self._moved(actor, file, place, rejected=rejected)
        outcome = replace(self._book.outcome(file.id), kept_as=archived.name, put_away=True)
        if archived.name and archived.path is not None:
            faults, rejects = self._left_out(file, archived.path, outcome)
            name = ""
            if rejects:
                with scratch_folder() as room:
                    (written,) = rejects.write(room / f"rejects{rejects.suffix()}")
                    name = rejects_name(archived.name, rejects.suffix())
                    place.write_beside(name, written.read_bytes(), rejected=rejected)
            text = report_text(outcome, self._book.in_quarantine(file.id), faults, name)
            place.write_beside(report_name(archived.name), text.encode("utf-8-sig"), rejected=rejected)
        self._book.put_away(actor, outcome)
        return outcome

    def _moved(self, actor: Actor, file: IntakeFile, place: SourcePlace, *, rejected: bool) -> ArchivedItem:
        kept_as = file.kept_as
        for _ in range(_TRIES):
            if not kept_as:
                taken = self._book.names_taken(file.source_id, file.name)
                kept_as = place.new_name(file.name, taken, rejected=rejected)
                self._book.name(actor, file.id, kept_as)
            try:
                archived = place.put_away(file.name, file.sha256, kept_as, rejected=rejected)
            except FileExistsError:
                archived = None
            if archived is not None:
                return archived
            kept_as = ""
        raise OSError

    @staticmethod
    def _left_out(file: IntakeFile, path: Path, outcome: FileOutcome) -> tuple[list[RowFault], RejectedRows]:
        """Reads the invalid rows again from the file."""
        faults: list[RowFault] = []
        rejects = RejectedRows()
        if outcome.unreadable or outcome.set_aside:
            rows = _rows(file, open_table(path))
            for row, fault in rows.faults():
                faults.append(fault)
                if fault.reason not in ASIDE:
                    rejects.add(rows.table, row)
        return faults, rejects


def _rows(file: IntakeFile, table: TabularFile) -> RowStaging:
    channel = Channel(file.defaults["channel"])
    return RowStaging(table, file.mapping, channel, file.source_id, file.id)


def _fault(error: BadFileError) -> dict[str, object]:
    return {name: value for name, value in error.parameters.items() if name != "name"}
