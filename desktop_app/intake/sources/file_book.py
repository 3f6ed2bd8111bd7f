"""Keeps track of each file of a source: its progress, its result, and its archive name.

Each method is one transaction. A batch of rows is stored together with the new position, so that work
continues after it following a crash. If two workers process the same file, the second one notices the changed
position and stops.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

from sqlalchemy import func, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from desktop_app.database.declarations import named_table
from desktop_app.database.engine import Database
from desktop_app.database.kept_statements import ask, upserts
from desktop_app.database.operations import once
from desktop_app.database.sameness import RowKind, stored_keys
from desktop_app.errors import NotFoundError
from desktop_app.intake.formats.cells import RowFault
from desktop_app.intake.sources.model import FileState, IntakeFile, IntakeSource, IntakeVisit
from desktop_app.intake.sources.round_report import FileOutcome
from desktop_app.intake.staging.model import IntakeSubmission, StagingState
from desktop_app.intake.staging.row_staging import RowBatch
from desktop_app.intake.staging.service import TAKERS
from desktop_app.intake.staging.submissions import read_fault
from desktop_app.staff.roles import Actor

_LONGEST_NAME: Final = 255
_MOST_WAITING: Final = 20
_VISITED: Final = upserts(
    named_table(IntakeVisit.__tablename__), ("source_id",), ("at", "trouble", "waiting")
)


class FileBook:
    """The state of files; only the rounds write it."""

    def __init__(self, database: Database) -> None:
        self._database = database

    @once
    def begin(
        self,
        actor: Actor,
        source_id: int,
        name: str,
        sha256: str,
        size: int,
        *,
        mapping: Mapping[str, str] | None = None,
        defaults: Mapping[str, str] | None = None,
        fault: Mapping[str, Any] | None = None,
    ) -> IntakeFile:
        """Registers a file, or returns the unfinished entry of the same file; `fault` marks it as refused."""
        actor.must_be_for_all(*TAKERS, act="take_in")
        with self._database.writing() as session:
            dialect = sqlite if self._database.is_sqlite else postgresql
            values = {
                "source_id": source_id, "name": name[:_LONGEST_NAME], "sha256": sha256, "size": size,
                "began_at": self._database.now(session),
                "state": FileState.READ.value if fault else FileState.READING.value,
                "position": 0, "unreadable": 0, "set_aside": 0, "waiting_already": 0, "fault": dict(fault or {}),
                "mapping": dict(mapping or {}), "defaults": dict(defaults or {}), "kept_as": "", "created": 0,
                "already_present": 0, "quarantined": 0, "note": "",
            }  # fmt: skip
            session.execute(dialect.insert(IntakeFile).on_conflict_do_nothing(), [values])
            return session.scalars(
                select(IntakeFile).where(
                    IntakeFile.source_id == source_id,
                    IntakeFile.name == values["name"],
                    IntakeFile.sha256 == sha256,
                    IntakeFile.state != FileState.DONE.value,
                )
            ).one()

    @once
    def keep(self, actor: Actor, file_id: int, behind: int, part: RowBatch) -> bool:
        """Stages a batch of rows; returns False where another worker did."""
        actor.must_be_for_all(*TAKERS, act="take_in")
        with self._database.writing() as session:
            file = _locked(session, file_id)
            if file.position != behind or file.state != FileState.READING:
                return False
            made = 0
            if part.values:
                dialect = sqlite if self._database.is_sqlite else postgresql
                insert = dialect.insert(IntakeSubmission).on_conflict_do_nothing()
                # On PostgreSQL a trigger keys them.
                told = (one["row_key"] for one in part.values)
                keys = stored_keys(session, told, RowKind.SUBMISSION, new=True)
                values = [one | {"row_key": keys[one["row_key"]]} for one in part.values]
                made = len(session.scalars(insert.returning(IntakeSubmission.id), values).all())
            file.position += part.rows
            file.unreadable += part.unreadable
            file.set_aside += part.set_aside
            file.waiting_already += len(part.values) - made
            return True

    @once
    def read(self, actor: Actor, file_id: int, fault: Mapping[str, Any] | None = None) -> None:
        """Marks a file as completely staged; `fault` says why no more could be read."""
        actor.must_be_for_all(*TAKERS, act="take_in")
        with self._database.writing() as session:
            file = _locked(session, file_id)
            if file.state == FileState.READING:
                file.state = FileState.READ.value
                file.fault = dict(fault or {})

    @once
    def name(self, actor: Actor, file_id: int, kept_as: str) -> None:
        """Records the archive name before the file is moved."""
        actor.must_be_for_all(*TAKERS, act="take_in")
        with self._database.writing() as session:
            _locked(session, file_id).kept_as = kept_as[:_LONGEST_NAME]

    @once
    def put_away(self, actor: Actor, outcome: FileOutcome) -> None:
        """Marks a file as finished with `outcome`."""
        actor.must_be_for_all(*TAKERS, act="take_in")
        with self._database.writing() as session:
            file = _locked(session, outcome.id)
            file.state, file.kept_as = FileState.DONE.value, outcome.kept_as
            file.ended_at = self._database.now(session)
            file.created, file.already_present = outcome.created, outcome.already_present
            file.quarantined = outcome.quarantined

    @once
    def visited(
        self, actor: Actor, source_id: int, trouble: Mapping[str, object], waiting: Sequence[str]
    ) -> None:
        """Records a visit to a source, or why it failed."""
        actor.must_be_for_all(*TAKERS, act="take_in")
        with self._database.writing() as session:
            visit = {
                "source_id": source_id,
                "at": self._database.now(session),
                "trouble": dict(trouble),
                "waiting": list(waiting[:_MOST_WAITING]),
            }
            ask(session, _VISITED[session.get_bind().dialect.name], visit)

    def due(self, source_id: int) -> list[IntakeFile]:
        """Returns the files of a source that were read and can be moved away: none of their rows is waiting."""
        waits = select(IntakeSubmission.id).where(
            IntakeSubmission.file_id == IntakeFile.id, IntakeSubmission.state == StagingState.WAITING.value
        )
        with self._database.reading() as session:
            return list(
                session.scalars(
                    select(IntakeFile)
                    .where(
                        IntakeFile.source_id == source_id,
                        IntakeFile.state == FileState.READ.value,
                        ~waits.exists(),
                    )
                    .order_by(IntakeFile.id)
                )
            )

    def names_taken(self, source_id: int, name: str) -> set[str]:
        """Returns the archive names of the source that might collide with `name`."""
        stem = name.rpartition(".")[0] or name
        kept = IntakeFile.kept_as
        with self._database.reading() as session:
            statement = select(kept).where(
                IntakeFile.source_id == source_id,
                IntakeFile.state == FileState.READ.value,
                kept.startswith(stem, autoescape=True),
            )
            return set(session.scalars(statement)) - {""}

    def handled(self, source_id: int, names: list[str]) -> set[str]:
        """Returns those of the names that are finished."""
        found: set[str] = set()
        with self._database.reading() as session:
            for start in range(0, len(names), 500):
                statement = select(IntakeFile.name).where(
                    IntakeFile.source_id == source_id,
                    IntakeFile.state == FileState.DONE.value,
                    IntakeFile.name.in_(names[start : start + 500]),
                )
                found |= set(session.scalars(statement))
        return found

    def outcome(self, file_id: int) -> FileOutcome:
        """Returns the current result of a file."""
        with self._database.reading() as session:
            file = session.get_one(IntakeFile, file_id)
            source = session.get_one(IntakeSource, file.source_id)
            counted = session.execute(
                select(IntakeSubmission.state, IntakeSubmission.was_there, func.count())
                .where(IntakeSubmission.file_id == file_id)
                .group_by(IntakeSubmission.state, IntakeSubmission.was_there)
            )
            found = {(state, there): number for state, there, number in counted}
            return _outcome(
                file,
                source.name,
                created=found.get((StagingState.DONE.value, False), 0),
                present=found.get((StagingState.DONE.value, True), 0) + file.waiting_already,
                quarantined=sum(
                    n for (state, _), n in found.items() if state == StagingState.QUARANTINED.value
                ),
                put_aside=sum(n for (state, _), n in found.items() if state == StagingState.ASIDE.value),
            )

    def in_quarantine(self, file_id: int) -> list[RowFault]:
        """Returns the rows of a file in quarantine, with reason and row number."""
        statement = (
            select(IntakeSubmission.row, IntakeSubmission.reason)
            .where(
                IntakeSubmission.file_id == file_id,
                IntakeSubmission.state == StagingState.QUARANTINED.value,
            )
            .order_by(IntakeSubmission.row)
        )
        with self._database.reading() as session:
            return [read_fault(row or 0, reason) for row, reason in session.execute(statement)]

    def latest(self, source_id: int, most: int = 50) -> tuple[FileOutcome, ...]:
        """Returns the files of a source with the figures of their reports, latest first.

        Includes unfinished ones.
        """
        with self._database.reading() as session:
            source = session.get(IntakeSource, source_id)
            if source is None:
                raise NotFoundError(item="intake_source", key=source_id)
            statement = (
                select(IntakeFile)
                .where(IntakeFile.source_id == source_id)
                .order_by(IntakeFile.id.desc())
                .limit(most)
            )
            return tuple(
                _outcome(
                    file,
                    source.name,
                    created=file.created,
                    present=file.already_present,
                    quarantined=file.quarantined,
                )
                for file in session.scalars(statement)
            )


def _locked(session: Session, file_id: int) -> IntakeFile:
    return session.get_one(IntakeFile, file_id, with_for_update=True)


def _outcome(
    file: IntakeFile, source: str, *, created: int, present: int, quarantined: int, put_aside: int = 0
) -> FileOutcome:
    return FileOutcome(
        file.id,
        file.source_id,
        source,
        file.name,
        file.began_at,
        rows=file.position,
        created=created,
        already_present=present,
        quarantined=quarantined,
        put_aside=put_aside,
        unreadable=file.unreadable,
        set_aside=file.set_aside,
        fault=dict(file.fault),
        kept_as=file.kept_as,
        put_away=file.state == FileState.DONE,
    )
