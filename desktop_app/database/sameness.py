"""The key by which a row that is imported again is recognized, whatever its file or format (cli.md, "import").

The numbers of its sender are in the hash of a row. So it is stored as a keyed hash (`number_keys`): nobody who reads
it can try numbers. On PostgreSQL the database computes that, and no login can ask for it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from datetime import datetime
from enum import StrEnum
from typing import Final

from sqlalchemy import String
from sqlalchemy.orm import Session

from desktop_app.database.acts.engine_functions import engine_function
from desktop_app.database.number_keys import make_number_keys, number_keys
from desktop_app.persian.dates import tehran_day
from desktop_app.persian.text import fold

#: The stored key of a petition, and of a comment; SQLite gets them from `stored_keys`.
row_key: Final = engine_function(String(), postgresql="app.row_key({0})", sqlite="{0}")
comment_key: Final = engine_function(String(), postgresql="app.row_key_of('comment:', {0})", sqlite="{0}")
#: How a key begins that is a hash.
CONTENT: Final = "content:"


class RowKind(StrEnum):
    """What goes before the words that are hashed: rows of different kinds have different keys of the same words."""

    #: A petition, or a further text to one.
    PETITION = ""
    COMMENT = "comment:"
    SUBMISSION = "submission:"


def identity_of(
    channel: str, external_id: str | None, received_at: datetime | None, content: Sequence[str]
) -> str:
    """Returns the key of a row: (channel, external id); without an id, a hash of its folded content and its day.

    Text is folded first, so that the same row in another format has the same key. A row without a date has no day,
    so that its key is the same tomorrow.
    """
    if external_id:
        return f"id:{channel}:{external_id}"
    day = tehran_day(received_at).isoformat() if received_at else ""
    parts = [channel, day, *content]
    return CONTENT + hashlib.sha256("\x1f".join(fold(part) for part in parts).encode()).hexdigest()


def stored_keys(
    session: Session, keys: Iterable[str], kind: RowKind = RowKind.PETITION, *, new: bool = False
) -> dict[str, str]:
    """Returns the keys that an act or a function is given, by `keys`: on SQLite the stored ones.

    Rows that are to be stored are `new`: their keys need the secret, which is made if there is none.
    """
    if session.get_bind().dialect.name != "sqlite":
        return {told: told for told in keys}
    key = make_number_keys(session) if new else number_keys(session)
    return {told: key(kind + told) if key and told.startswith(CONTENT) else told for told in keys}
