"""Bounced mails (RFC 3464): which message was not delivered, and why."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from desktop_app.intake.formats.cells import RowFault
from desktop_app.intake.formats.faults import UnreadableRow
from desktop_app.intake.formats.mailbox import raw_mail
from desktop_app.intake.formats.registry import read_rows
from desktop_app.intake.formats.tabular import TabularFile, TabularRow
from desktop_app.petitions.outbox.service import Receipt

#: The id of a message in the Message-ID of its mail.
_KEY: Final = re.compile(rb"<([0-9a-f]{24})@")
_ACTION: Final = re.compile(rb"^action[ \t]*:[ \t]*([a-z]+)", re.IGNORECASE | re.MULTILINE)
#: The reason: as text, otherwise as a status code (RFC 3463).
_WHY: Final = (
    re.compile(rb"^diagnostic-code[ \t]*:[ \t]*([^\r\n]{1,200})", re.IGNORECASE | re.MULTILINE),
    re.compile(rb"^status[ \t]*:[ \t]*([45]\.[0-9.]{3,12})", re.IGNORECASE | re.MULTILINE),
)
#: Actions after which the message may still be delivered.
_UNDER_WAY: Final = ("delayed", "relayed", "expanded")
_REPORT: Final = b"multipart/report"
_BLOCK: Final = 1 << 20


def bounces(table: TabularFile) -> Iterator[Receipt | RowFault | None]:
    """Returns the receipt of each mail of a table, None while the server retries; a fault for any other mail."""
    return (_bounce(table, row) for row in read_rows(table))


def may_hold_bounces(path: Path) -> bool:
    """Whether the file may contain bounces: a fast search in its bytes, compared to parsing mails."""
    before = b""
    with path.open("rb") as file:
        while block := file.read(_BLOCK):
            if _REPORT in (before + block).lower():
                return True
            before = block[-len(_REPORT) :]
    return False


def _bounce(table: TabularFile, row: TabularRow) -> Receipt | RowFault | None:
    """Returns the receipt for a bounce; any other mail is a fault."""
    if row.fault != UnreadableRow.BOUNCE:
        return RowFault(str(table.path), row.number, "", "no_bounce")
    raw = raw_mail(table.path, row.line)
    keys = _KEY.findall(raw)
    if not keys:
        return RowFault(str(table.path), row.number, "", "bounce_of_another")
    action = _ACTION.search(raw)
    did = action[1].decode("ascii").lower() if action else "failed"
    if did in _UNDER_WAY:
        return None
    why = next(filter(None, (pattern.search(raw) for pattern in _WHY)), None)
    reason = why[1].decode("utf-8", "replace") if why else ""
    # The last id is that of the returned mail, which follows the report of the server.
    return Receipt(keys[-1].decode("ascii"), did == "delivered", reason)
