"""The key by which a row that is imported again is recognized, whatever its file or format (cli.md, "import")."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from datetime import datetime

from desktop_app.persian.dates import tehran_day
from desktop_app.persian.text import fold


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
    return "content:" + hashlib.sha256("\x1f".join(fold(part) for part in parts).encode()).hexdigest()
