"""Whether stored bytes still have their digests: files, letters, reports; for `audit verify`."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256
from typing import Final

from sqlalchemy import text
from sqlalchemy.orm import Session

#: Table, and the stored text or bytes with the column of its digest. What retention removed is NULL.
_COLUMNS: Final = (
    ("letter", "page", "sha256"),
    ("issued_report", "page", "page_sha256"),
    ("issued_report", "content", "sha256"),
    ("consultation_report", "content", "sha256"),
)
_TEXTS: Final = frozenset({"content"})
_FILES: Final = (
    "SELECT f.id, f.sha256, f.size, EXISTS (SELECT 1 FROM stored_part p WHERE p.file_id = f.id),"
    " EXISTS (SELECT 1 FROM petition q WHERE f.item_type = 'petition' AND q.id = f.item_id"
    " AND q.masked_at IS NOT NULL) FROM stored_file f ORDER BY f.id"
)
_ON_POSTGRESQL: Final = (
    "SELECT encode(sha256(string_agg(p.content, '' ORDER BY p.number)), 'hex')"
    " FROM stored_part p WHERE p.file_id = :file"
)
_PARTS: Final = "SELECT content FROM stored_part WHERE file_id = :file ORDER BY number"


def bytes_unlike(session: Session) -> Iterator[str]:
    """Yields the rows whose bytes are not those of their digest, such as `letter 5`; every byte is read."""
    sqlite = session.get_bind().dialect.name == "sqlite"
    for table, column, digest in _COLUMNS:
        if sqlite:
            actual = f"mosharekat_sha256({column})"
        elif column in _TEXTS:
            actual = f"encode(sha256(convert_to({column}::text, 'UTF8')), 'hex')"
        else:
            actual = f"encode(sha256({column}), 'hex')"
        other = text(
            f"SELECT id FROM {table} WHERE {column} IS NOT NULL AND {digest} <> {actual} ORDER BY id"
        )
        for number in session.scalars(other):
            yield f"{table} {number}"
    for number, digest, size, whole, masked in session.execute(text(_FILES)).all():
        if not whole:
            if size and not masked:
                yield f"stored_file {number}"
        elif digest != _digest_of(session, number, sqlite=sqlite):
            yield f"stored_file {number}"


def _digest_of(session: Session, file: int, *, sqlite: bool) -> str:
    if not sqlite:
        return str(session.scalar(text(_ON_POSTGRESQL), {"file": file}))
    found = sha256()
    for (part,) in session.execute(text(_PARTS), {"file": file}):
        # Whoever changed a part may have left a text.
        found.update(part if isinstance(part, bytes) else str(part).encode())
    return found.hexdigest()
