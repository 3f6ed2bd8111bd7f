"""Attachments (پیوست) of petitions: visible with the petition; removed ones only to managers."""

from __future__ import annotations

from datetime import datetime
from hashlib import sha256
from typing import Final

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from desktop_app.database.acts.model import Item
from desktop_app.database.engine import Database
from desktop_app.database.files import FileRow, StoredFile, content_of, files_of, store_content
from desktop_app.database.operations import once
from desktop_app.documents.media import LONGEST_NAME, media_type
from desktop_app.errors import AttachmentError, InvalidValueError, NotFoundError, NotPermittedError
from desktop_app.office.settings import settings_of
from desktop_app.petitions.acts.beside import BESIDE_MOVES, MOST_FILES
from desktop_app.petitions.desk.conflicts import do_one
from desktop_app.petitions.desk.detail import existing
from desktop_app.petitions.model import Petition
from desktop_app.petitions.visibility import is_seen
from desktop_app.staff.roles import Actor, Role

_MEGABYTE: Final = 1024 * 1024
#: The action of the event that records files dropped because the petition was full.
FILES_LEFT: Final = "files_left"


class Attachments:
    """Adds, lists, reads and removes the files of a petition."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def limit(self) -> int:
        """Returns the maximum size of one file, in bytes."""
        with self._database.reading() as session:
            return settings_of(session).attachment_mb * _MEGABYTE

    def of(self, actor: Actor, petition_id: int) -> tuple[FileRow, ...]:
        """Returns the files of a petition, including removed ones. Raises `NotFoundError`."""
        with self._database.reading() as session:
            _seen(session, actor, petition_id)
            return files_of(session, "petition", petition_id)

    @once
    def add(self, actor: Actor, petition_id: int, name: str, content: bytes) -> FileRow:
        """Stores a file. The media type comes from its bytes; the name is only displayed.

        Raises `AttachmentError` (too large, empty, too many), `NotPermittedError`, `NotFoundError`.
        """
        actor.must_be(Role.CLERK, Role.MANAGER, act="attach")
        with self._database.writing() as session:
            petition = _seen(session, actor, petition_id)
            file_id = attach(session, actor, petition.id, name, content, self._database.now(session))
            (row,) = (one for one in files_of(session, "petition", petition_id) if one.id == file_id)
            return row

    def read(self, actor: Actor, file_id: int) -> tuple[FileRow, bytes]:
        """Returns a file and its content.

        Raises `NotFoundError`, `NotPermittedError` for a removed file, `AttachmentError` for a damaged or
        masked one.
        """
        with self._database.reading() as session:
            file, petition = _file(session, actor, file_id)
            if file.removed_at is not None and not _manages(actor, petition):
                raise NotPermittedError(act="read_removed", who_may=Role.MANAGER)
            if petition.masked_at is not None:
                raise AttachmentError(reason="masked", name=file.name)
            (row,) = (one for one in files_of(session, "petition", petition.id) if one.id == file_id)
            return row, content_of(session, file)

    @once
    def remove(self, actor: Actor, file_id: int, reason: str) -> None:
        """Hides a file; the person who added it and the managers of its unit may do so.

        The file stays in the database, readable by managers. Raises `NotPermittedError`, `NotFoundError`,
        `InvalidValueError`.
        """
        if not reason.strip():
            raise InvalidValueError(field="reason", reason="empty", value="")
        with self._database.writing() as session:
            file, petition = _file(session, actor, file_id)
            if file.removed_at is not None:
                return
            denied = NotPermittedError(act="remove_attachment", who_may=Role.MANAGER)
            _do(
                session,
                actor,
                petition.id,
                "attachment_removed",
                {"file_id": file_id},
                self._database.now(session),
                reason,
                denied,
            )


def attach(session: Session, actor: Actor, petition_id: int, name: str, content: bytes, now: datetime) -> int:
    """Stores a file of a petition in the caller's transaction and returns its id. Raises `AttachmentError`."""
    limit = settings_of(session).attachment_mb
    if len(content) > limit * _MEGABYTE:
        raise AttachmentError(reason="too_large", name=name, limit=limit)
    if not content:
        raise AttachmentError(reason="empty", name=name)
    if sum(not row.removed for row in files_of(session, "petition", petition_id)) >= MOST_FILES:
        raise AttachmentError(reason="too_many", name=name, limit=MOST_FILES)
    given = {
        "name": _stored_name(name),
        "media_type": media_type(content),
        "size": len(content),
        "sha256": sha256(content).hexdigest(),
    }
    _do(session, actor, petition_id, "attachment_added", given, now)
    # The act has locked the petition.
    newest = select(func.max(StoredFile.id)).where(
        StoredFile.item_type == "petition", StoredFile.item_id == petition_id
    )
    file_id = session.scalars(newest).one()
    store_content(session, file_id, content)
    return file_id


def note_left(
    session: Session, actor: Actor, petition_id: int, count: int, submission_id: int, now: datetime
) -> None:
    """Records in the history, in the caller's transaction, that `count` files exceeded the limit of the
    petition.

    The event names the raw submission (`intake.tracing`) that still holds them.
    """
    _do(session, actor, petition_id, FILES_LEFT, {"files": count, "submission_id": submission_id}, now)


def _do(
    session: Session,
    actor: Actor,
    petition_id: int,
    action: str,
    given: dict[str, object],
    now: datetime,
    text: str = "",
    denied: NotPermittedError | None = None,
) -> None:
    item = Item(petition_id, text=text, given=given)
    do_one(session, BESIDE_MOVES[action], actor, item, None, now, denied=denied)


def _seen(session: Session, actor: Actor, petition_id: int) -> Petition:
    if not is_seen(session, actor, petition_id):
        raise NotFoundError(item="petition", key=petition_id)
    return existing(session, petition_id)


def _file(session: Session, actor: Actor, file_id: int) -> tuple[StoredFile, Petition]:
    file = session.get(StoredFile, file_id)
    if file is None or file.item_type != "petition":
        raise NotFoundError(item="file", key=file_id)
    return file, _seen(session, actor, file.item_id)


def _manages(actor: Actor, petition: Petition) -> bool:
    return actor.has(Role.MANAGER, petition.unit_id)


def _stored_name(name: str) -> str:
    """Returns the last path component without NUL and lone surrogates, shortened but with its extension."""
    bare = name.replace("\\", "/").rsplit("/", 1)[-1]
    kept = bare.replace("\0", "").encode("utf-8", "ignore").decode("utf-8").strip() or "file"
    if len(kept) <= LONGEST_NAME:
        return kept
    stem, dot, ending = kept.rpartition(".")
    if not dot or len(ending) > 12:
        return kept[:LONGEST_NAME]
    return f"{stem[: LONGEST_NAME - len(ending) - 1]}.{ending}"
