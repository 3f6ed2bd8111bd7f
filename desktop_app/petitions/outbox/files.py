"""The files of a batch: JSON Lines for the portal and the SMS gateway, one e-mail (RFC 5322) a file. Pure.

The contract with the receiving systems: a file appears complete and never changes. `id` identifies a message and
is never reused, so that a system that gets a message twice can recognize it. Its receipt repeats it. An e-mail's
Message-ID is `<id@domain of the sender>`.
"""

from __future__ import annotations

import json
import re
from base64 import encodebytes
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from email.header import Header
from email.utils import format_datetime
from typing import Any, Final

from desktop_app.office.message_templates import DeliveryMethod
from desktop_app.petitions.outbox.segments import segments

#: A Message-ID that was stored completely; longer ones are truncated.
_MESSAGE_ID: Final = re.compile(
    r"(?=.{3,59}$)[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]+@[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]+"
)


@dataclass(frozen=True, slots=True)
class OutgoingMessage:
    """A message as it is sent."""

    key: str
    kind: str
    tracking_code: str
    address: str
    subject: str
    text: str
    made_at: datetime
    #: The external number of the petition: for an e-mail its Message-ID.
    external_id: str | None = None


def file_names(way: DeliveryMethod, stem: str, letters: Sequence[OutgoingMessage]) -> list[str]:
    """Returns the names of a batch's files, the same at every call."""
    if way is DeliveryMethod.EMAIL:
        return [f"{stem}-{letter.key}.eml" for letter in letters]
    return [f"{stem}.jsonl"]


def file_contents(
    way: DeliveryMethod, letters: Sequence[OutgoingMessage], sender: str, sender_name: str, at: datetime
) -> list[bytes]:
    """Returns the contents of the files, in the same order and with the same bytes at every call."""
    if way is DeliveryMethod.EMAIL:
        return [mail_content(letter, sender, sender_name, at) for letter in letters]
    serialize = _to_portal if way is DeliveryMethod.PORTAL else _to_gateway
    lines = (json.dumps(serialize(letter), ensure_ascii=False) for letter in letters)
    return ["".join(f"{line}\n" for line in lines).encode("utf-8")]


def _to_portal(letter: OutgoingMessage) -> dict[str, Any]:
    return {
        "id": letter.key,
        "external_id": letter.address,
        "tracking_code": letter.tracking_code,
        "kind": letter.kind,
        "subject": letter.subject,
        "text": letter.text,
        "made_at": letter.made_at.isoformat(),
    }


def _to_gateway(letter: OutgoingMessage) -> dict[str, Any]:
    counted = segments(letter.text)
    return {
        "id": letter.key,
        "to": letter.address,
        "text": letter.text,
        "encoding": "ucs2" if counted.unicode else "gsm7",
        "segments": counted.count,
    }


def mail_content(letter: OutgoingMessage, sender: str, sender_name: str, at: datetime) -> bytes:
    """Returns an e-mail, the same bytes at every call."""
    # Built by hand: the email package's policy may split an encoded name at a line end.
    name = _encoded(one_line(sender_name))
    headers = (
        ("From", f"{name}\r\n <{sender}>" if name else sender),
        ("To", letter.address),
        ("Subject", _encoded(one_line(letter.subject))),
        ("Date", format_datetime(at)),
        ("Message-ID", f"<{letter.key}@{sender.rpartition('@')[2]}>"),
        # Prevents automatic replies.
        ("Auto-Submitted", "auto-generated"),
        ("X-Auto-Response-Suppress", "All"),
        ("MIME-Version", "1.0"),
        ("Content-Type", 'text/plain; charset="utf-8"'),
        ("Content-Language", "fa"),
        ("Content-Transfer-Encoding", "base64"),
    )
    body = encodebytes(letter.text.replace("\n", "\r\n").encode("utf-8")).decode("ascii")
    lines = [f"{name}: {value}" for name, value in headers]
    if _MESSAGE_ID.fullmatch(letter.external_id or ""):
        # Threads the reply below the petitioner's own e-mail.
        lines += [f"{name}: <{letter.external_id}>" for name in ("In-Reply-To", "References")]
    return ("\r\n".join(lines) + "\r\n\r\n" + body.replace("\n", "\r\n")).encode("ascii")


def _encoded(text: str) -> str:
    """Returns an encoded header value (RFC 2047), folded at the maximum line length."""
    return Header(text, "utf-8", maxlinelen=66).encode(linesep="\r\n") if text else ""


def one_line(text: str) -> str:
    """Returns a text as one line without control characters."""
    return " ".join("".join(one if one.isprintable() else " " for one in text).split())
