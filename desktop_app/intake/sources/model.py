"""The tables of intake sources, and of the files and mails that came by them."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import Any, Final

from sqlalchemy import BigInteger, ForeignKey, Index, String, Text, text
from sqlalchemy.orm import Mapped, mapped_column

from desktop_app.database.base import Base, Json, UtcMoment

_OPEN: Final = text("state <> 'done'")


class Matter(StrEnum):
    """What a source brings."""

    PETITIONS = "petitions"
    COMMENTS = "comments"


class SourceKind(StrEnum):
    """Where a source lies."""

    FOLDER = "folder"
    MAILBOX = "mailbox"


class FileState(StrEnum):
    """How far a file is."""

    #: Its rows are being put into the staging table; `position` tells how many were.
    READING = "reading"
    #: Its rows are there, or it was refused; the report is due and it has to be put away.
    READ = "read"
    DONE = "done"


class IntakeSource(Base):
    """A place that is looked into: a folder, or a mailbox. None is ever removed, its files name it: it is switched
    off."""

    __tablename__ = "intake_source"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(80))
    active: Mapped[bool]
    #: A `Matter`.
    matter: Mapped[str] = mapped_column(String(12))
    #: A `SourceKind`.
    way: Mapped[str] = mapped_column(String(12))
    #: Of rows that name none.
    channel: Mapped[str] = mapped_column(String(20))
    #: As the PC that does the rounds reaches it.
    folder: Mapped[str] = mapped_column(String(500))
    host: Mapped[str] = mapped_column(String(200))
    port: Mapped[int]
    username: Mapped[str] = mapped_column(String(200))
    mailbox: Mapped[str] = mapped_column(String(200))
    #: The kind of a petition whose row names none; empty: it has to.
    petition_kind: Mapped[str] = mapped_column(String(20))
    #: The draft of comments whose row names none.
    instrument_id: Mapped[int | None] = mapped_column(ForeignKey("instrument.id"))
    #: Field → column; an empty column: it is not in the files. Without any, the names of the columns tell.
    mapping: Mapped[dict[str, str]] = mapped_column(Json)
    version: Mapped[int] = mapped_column()

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012 - SQLAlchemy reads it from the class


class IntakeVisit(Base):
    """The last time that a source was looked into."""

    __tablename__ = "intake_visit"

    source_id: Mapped[int] = mapped_column(
        ForeignKey("intake_source.id"), primary_key=True, autoincrement=False
    )
    at: Mapped[datetime] = mapped_column(UtcMoment)
    #: Why it could not be, as a `SourceAwayError` tells it; empty where it could.
    trouble: Mapped[dict[str, Any]] = mapped_column(Json)
    #: Names of what was still being written.
    waiting: Mapped[list[str]] = mapped_column(Json)


class IntakeFile(Base):
    """A file or a mail that came by a source: how far it was read, what it became, where it was put."""

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

    id: Mapped[int] = mapped_column(primary_key=True)
    source_id: Mapped[int] = mapped_column(ForeignKey("intake_source.id"))
    name: Mapped[str] = mapped_column(String(255))
    #: Of its bytes; of one that was refused unread its size and time stand here.
    sha256: Mapped[str] = mapped_column(String(64))
    size: Mapped[int] = mapped_column(BigInteger)
    began_at: Mapped[datetime] = mapped_column(UtcMoment)
    #: A `FileState`.
    state: Mapped[str] = mapped_column(String(8))
    #: Rows behind us.
    position: Mapped[int]
    #: Of these: rows that no petition can be made of (they are in the file of rejects), mails that a program wrote,
    #: and rows that wait in quarantine since another file.
    unreadable: Mapped[int]
    set_aside: Mapped[int]
    waiting_already: Mapped[int]
    #: Why the file as a whole was refused, `{"reason": …}`; empty where it was not.
    fault: Mapped[dict[str, Any]] = mapped_column(Json)
    #: With what it is read: field → column, and what rows have that do not say it.
    mapping: Mapped[dict[str, str]] = mapped_column(Json)
    defaults: Mapped[dict[str, str]] = mapped_column(Json)
    #: Its name where it was put; empty before, and where it was not there any more.
    kept_as: Mapped[str] = mapped_column(String(255))
    ended_at: Mapped[datetime | None] = mapped_column(UtcMoment)
    #: What the report says.
    created: Mapped[int]
    already_present: Mapped[int]
    quarantined: Mapped[int]
    note: Mapped[str] = mapped_column(Text)
