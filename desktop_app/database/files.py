"""Files that belong to items, stored in the database in parts of 256 KiB, with hash and media type.

Because of the parts, a copy or a backup never holds a whole film in memory. A stored file never changes: a removed
one is hidden, and a new upload is another file. The hash is checked whenever a file is read.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from sqlalchemy import ForeignKey, Index, LargeBinary, String, Text, insert, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from desktop_app.database.base import AutoId, Base, UtcMoment
from desktop_app.database.vouched import vouched
from desktop_app.errors import AttachmentError

#: The size of a part in bytes.
PART: Final = 256 * 1024


class StoredFile(Base):
    """The metadata of a file: name, media type (sniffed), size, hash, and the item that it belongs to."""

    __tablename__ = "stored_file"
    __table_args__ = (
        Index("ix_stored_file_item", "item_type", "item_id", "id"),
        vouched("media_type", "size", "sha256", "added_at", "added_by_id", words=("name",)),
    )

    id: Mapped[AutoId]
    item_type: Mapped[str] = mapped_column(String(20))
    item_id: Mapped[int]
    name: Mapped[str] = mapped_column(String(120))
    media_type: Mapped[str] = mapped_column(String(100))
    size: Mapped[int]
    sha256: Mapped[str] = mapped_column(String(64))
    added_at: Mapped[datetime] = mapped_column(UtcMoment)
    added_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    added_by: Mapped[str] = mapped_column(String(120))
    removed_at: Mapped[datetime | None] = mapped_column(UtcMoment)
    removed_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    removed_reason: Mapped[str] = mapped_column(Text, server_default="")


class StoredPart(Base):
    """A part of a file; numbers count from 1."""

    __tablename__ = "stored_part"

    file_id: Mapped[int] = mapped_column(ForeignKey("stored_file.id"), primary_key=True, autoincrement=False)
    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    content: Mapped[bytes] = mapped_column(LargeBinary)


@dataclass(frozen=True, slots=True)
class FileRow:
    """A file as lists show it. `added_at` is aware, in UTC; `size` in bytes."""

    id: int
    name: str
    media_type: str
    size: int
    sha256: str
    added_at: datetime
    added_by: str
    added_by_id: int | None
    removed: bool


def store_content(session: Session, file_id: int, content: bytes) -> None:
    """Writes the content of a file that was added in the same transaction."""
    for number, start in enumerate(range(0, len(content), PART), start=1):
        part = {"file_id": file_id, "number": number, "content": content[start : start + PART]}
        session.execute(insert(StoredPart), [part])


def parts(session: Session, file_id: int) -> Iterator[bytes]:
    """Yields the content of a file part by part, without checking its hash."""
    numbers = session.scalars(
        select(StoredPart.number).where(StoredPart.file_id == file_id).order_by(StoredPart.number)
    ).all()
    for number in numbers:
        yield session.scalars(
            select(StoredPart.content).where(StoredPart.file_id == file_id, StoredPart.number == number)
        ).one()


def content_of(session: Session, file: StoredFile) -> bytes:
    """Returns the whole content of a file. Raises `AttachmentError` if its size or hash does not match."""
    content = b"".join(parts(session, file.id))
    if len(content) != file.size or hashlib.sha256(content).hexdigest() != file.sha256:
        raise AttachmentError(reason="damaged", name=file.name)
    return content


def files_of(session: Session, item_type: str, item_id: int) -> tuple[FileRow, ...]:
    """Returns the files of an item in the order in which they were added, including removed ones."""
    found = session.scalars(
        select(StoredFile)
        .where(StoredFile.item_type == item_type, StoredFile.item_id == item_id)
        .order_by(StoredFile.id)
    )
    return tuple(
        FileRow(
            f.id, f.name, f.media_type, f.size, f.sha256, f.added_at, f.added_by, f.added_by_id,
            f.removed_at is not None,
        )
        for f in found
    )  # fmt: skip
