"""Mails that came back (RFC 3464): which message of the office did not arrive, and why."""

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

#: How a message's id stands in the Message-ID of a mail.
_KEY: Final = re.compile(rb"<([0-9a-f]{24})@")
_ACTION: Final = re.compile(rb"^action[ \t]*:[ \t]*([a-z]+)", re.IGNORECASE | re.MULTILINE)
#: Why: in words, else by its number (RFC 3463).
_WHY: Final = (
    re.compile(rb"^diagnostic-code[ \t]*:[ \t]*([^\r\n]{1,200})", re.IGNORECASE | re.MULTILINE),
    re.compile(rb"^status[ \t]*:[ \t]*([45]\.[0-9.]{3,12})", re.IGNORECASE | re.MULTILINE),
)
#: What a server does that may still do better.
_UNDER_WAY: Final = ("delayed", "relayed", "expanded")
_REPORT: Final = b"multipart/report"
_BLOCK: Final = 1 << 20


def bounces(table: TabularFile) -> Iterator[Receipt | RowFault | None]:
    """What each mail of a table says; None: the server tries on. Any other mail is a fault."""
    return (_bounce(table, row) for row in read_rows(table))


def may_hold_bounces(path: Path) -> bool:
    """Whether it is worth while to look for them: a look at the bytes, which takes no time beside reading mails."""
    before = b""
    with path.open("rb") as file:
        while block := file.read(_BLOCK):
            if _REPORT in (before + block).lower():
                return True
            before = block[-len(_REPORT) :]
    return False


def _bounce(table: TabularFile, row: TabularRow) -> Receipt | RowFault | None:
    """Of a mail that a server sent: which message came back, and why. Any other mail is no receipt."""
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
    # What the server returns of the mail stands behind what it says itself.
    return Receipt(keys[-1].decode("ascii"), did == "delivered", reason)
