"""The tables of intake sources, and of their files and mails."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import Any, Final

from sqlalchemy import BigInteger, ForeignKey, Index, String, Text, text
from sqlalchemy.orm import Mapped, mapped_column

from desktop_app.database.base import AutoId, Base, Json, UtcMoment

_OPEN: Final = text("state <> 'done'")


class Matter(StrEnum):
    """The type of records that a source delivers."""

    PETITIONS = "petitions"
    COMMENTS = "comments"


class SourceKind(StrEnum):
    """The type of a source."""

    FOLDER = "folder"
    MAILBOX = "mailbox"


class FileState(StrEnum):
    """The progress of a file."""

    #: Its rows are being staged; `position` is the number of staged rows.
    READING = "reading"
    #: Its rows are staged, or it was refused; it still has to be reported and moved away.
    READ = "read"
    DONE = "done"


class IntakeSource(Base):
    """A place to poll for files: a folder or a mailbox.

    Sources are deactivated and never deleted, since files refer to them.
    """

    __tablename__ = "intake_source"

    id: Mapped[AutoId]
    name: Mapped[str] = mapped_column(String(80))
    active: Mapped[bool]
    #: A `Matter`.
    matter: Mapped[str] = mapped_column(String(12))
    #: A `SourceKind`.
    way: Mapped[str] = mapped_column(String(12))
    #: The default channel.
    channel: Mapped[str] = mapped_column(String(20))
    #: A path as seen by the computer that runs the rounds.
    folder: Mapped[str] = mapped_column(String(500))
    host: Mapped[str] = mapped_column(String(200))
    port: Mapped[int]
    username: Mapped[str] = mapped_column(String(200))
    mailbox: Mapped[str] = mapped_column(String(200))
    #: The kind of petitions without one in the row; empty where the row must have it.
    petition_kind: Mapped[str] = mapped_column(String(20))
    #: The draft of comments without one in the row.
    instrument_id: Mapped[int | None] = mapped_column(ForeignKey("instrument.id"))
    #: Field → column; an empty column where the files lack the field. Without any entry, column names are
    #: matched.
    mapping: Mapped[dict[str, str]] = mapped_column(Json)
    version: Mapped[int] = mapped_column()

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012 - SQLAlchemy reads it from the class


class IntakeVisit(Base):
    """The last visit to a source."""

    __tablename__ = "intake_visit"

    source_id: Mapped[int] = mapped_column(
        ForeignKey("intake_source.id"), primary_key=True, autoincrement=False
    )
    at: Mapped[datetime] = mapped_column(UtcMoment)
    #: Parameters of the `SourceAwayError` that occurred; empty after a successful visit.
    trouble: Mapped[dict[str, Any]] = mapped_column(Json)
    #: Names of files that were still being written.
    waiting: Mapped[list[str]] = mapped_column(Json)


class IntakeFile(Base):
    """A file or mail of a source: its progress, its result, and its archive name."""

    __tablename__ = "intake_file"
    __table_args__ = (
        Index(
            "uq_intake_file_open",
            "source_id",
            "name",
            "sha256",
            unique=True,
            sqlite_where=_OPEN,
            postgresql_where=_OPEN,
        ),
        Index("ix_intake_file_source_id", "source_id", "id"),
    )

    id: Mapped[AutoId]
    source_id: Mapped[int] = mapped_column(ForeignKey("intake_source.id"))
    name: Mapped[str] = mapped_column(String(255))
    #: Digest of its bytes; for a file that was refused without reading, its size and timestamp.
    sha256: Mapped[str] = mapped_column(String(64))
    size: Mapped[int] = mapped_column(BigInteger)
    began_at: Mapped[datetime] = mapped_column(UtcMoment)
    #: A `FileState`.
    state: Mapped[str] = mapped_column(String(8))
    #: Number of processed rows.
    position: Mapped[int]
    #: Among these: invalid rows (written to the file of rejects), automatic mails, and rows that are already
    #: in quarantine from another file.
    unreadable: Mapped[int]
    set_aside: Mapped[int]
    waiting_already: Mapped[int]
    #: Why the whole file was refused, `{"reason": …}`; empty where it was not.
    fault: Mapped[dict[str, Any]] = mapped_column(Json)
    #: Used for reading it: field → column, and default values.
    mapping: Mapped[dict[str, str]] = mapped_column(Json)
    defaults: Mapped[dict[str, str]] = mapped_column(Json)
    #: Its archive name; empty before, and where the file had disappeared.
    kept_as: Mapped[str] = mapped_column(String(255))
    ended_at: Mapped[datetime | None] = mapped_column(UtcMoment)
    #: The figures of the report.
    created: Mapped[int]
    already_present: Mapped[int]
    quarantined: Mapped[int]
    note: Mapped[str] = mapped_column(Text)
