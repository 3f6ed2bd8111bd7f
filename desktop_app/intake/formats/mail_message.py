"""Parses one untrusted mail: limits headers and parts, lists attachments, and never opens them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from email import errors as mail_errors
from email import message_from_bytes, policy
from email.message import EmailMessage, Message, MIMEPart
from email.utils import parsedate_to_datetime
from typing import Final

from desktop_app.errors import BadFileError
from desktop_app.intake.formats.faults import UnreadableRow
from desktop_app.intake.formats.mail_text import Parted, decoded, parted, plain_of_html

#: Maximum number of parts of a mail, and of characters of a header. The parser recurses into nested parts,
#: and its time is quadratic in the length of a header.
MOST_PARTS: Final = 100
LONGEST_HEADER: Final = 4_096
#: Maximum number of headers in one block; the parser needs a millisecond for ten.
MOST_HEADERS: Final = 1_000
#: Maximum size of a mail in bytes; larger ones mostly consist of attachments, which belong to a petition.
MESSAGE_LIMIT: Final = 30 * 1024 * 1024
#: Maximum number of characters of its text, far more than a petition may have.
TEXT_OF_MAIL: Final = 1_500_000
_PART: Final = re.compile(rb"^content-type[ \t]*:", re.IGNORECASE | re.MULTILINE)
_LONG: Final = re.compile(
    rb"^content-(?:type|disposition|transfer-encoding)[ \t]*:(?:[^\n]|\n[ \t]){4096}",
    re.IGNORECASE | re.MULTILINE,
)
_HEADER: Final = re.compile(rb"^[!-9;-~]+[ \t]*:", re.MULTILINE)
_BLANK: Final = re.compile(rb"\n\r?\n")
_BOUNCER: Final = re.compile(r"^(?:mailer-daemon|postmaster)@", re.IGNORECASE)
_AWAY: Final = re.compile(
    r"^(?:auto(?:matic)? ?reply|out of (?:the )?office|پاسخ خودکار|پاسخ اتوماتیک)\b", re.IGNORECASE
)


_NO_WORDS: Final = Parted("")


@dataclass(frozen=True, slots=True)
class Mail:
    """The content of a mail.

    `received_at` is ISO 8601 with UTC offset, empty without a readable date. `fault` is an `UnreadableRow` for
    a mail that is set aside.
    """

    message_id: str = ""
    name: str = ""
    address: str = ""
    subject: str = ""
    received_at: str = ""
    words: Parted = _NO_WORDS
    attachments: tuple[str, ...] = ()
    fault: str = ""


def read_mail(data: bytes) -> Mail:
    """Parses `data`; always returns a mail, with its text or with a fault."""
    if len(data) > MESSAGE_LIMIT:
        return Mail(fault=UnreadableRow.MAIL_TOO_LARGE)
    if len(_PART.findall(data)) > MOST_PARTS or _LONG.search(data) or _headed_without_end(data):
        return Mail(fault=UnreadableRow.TOO_MANY_PARTS)
    try:
        message = message_from_bytes(data, policy=policy.default)
        return _read(message)
    except (ValueError, LookupError, IndexError, AttributeError, KeyError, TypeError, RecursionError, BadFileError,
            mail_errors.MessageError):  # fmt: skip
        # The parser is known to fail on some headers; set aside the mail, not the whole file.
        return Mail(fault=UnreadableRow.NOT_A_MAIL)


def _headed_without_end(data: bytes) -> bool:
    """Whether a block without a blank line has too many headers."""
    return any(
        block.count(b"\n") > MOST_HEADERS and len(_HEADER.findall(block)) > MOST_HEADERS
        for block in _BLANK.split(data)
    )


def _read(message: EmailMessage) -> Mail:
    headers = {
        name: _header(message, name) for name in ("from", "subject", "date", "message-id", "auto-submitted")
    }
    name, address = _sender(message)
    words, attachments = _body(message)
    if len(words.own) + len(words.quoted) + len(words.signature) > TEXT_OF_MAIL:
        return Mail(fault=UnreadableRow.TOO_MUCH_TEXT)
    mail = Mail(
        message_id=headers["message-id"].strip("<> ")[:60],
        name=name,
        address=address,
        subject=headers["subject"],
        received_at=_moment(headers["date"]),
        words=words,
        attachments=attachments,
    )
    if not any(headers.values()) and not words.own:
        return Mail(fault=UnreadableRow.NOT_A_MAIL)
    fault = _automatic(message, headers, address)
    return replace(mail, fault=fault) if fault else mail


def _automatic(message: EmailMessage, headers: dict[str, str], address: str) -> str:
    """Detects mails of programs: bounces and automatic replies."""
    if message.get_content_type() == "multipart/report" or _BOUNCER.match(address):
        return UnreadableRow.BOUNCE
    by_program = headers["auto-submitted"].strip().lower() not in {"", "no"}
    if by_program or _header(message, "x-autoreply") or _AWAY.match(headers["subject"]):
        return UnreadableRow.AUTOMATIC_REPLY
    return ""


def _header(message: EmailMessage, name: str) -> str:
    """Returns a header as single-line text, truncated before parsing."""
    for known, value in message.raw_items():
        if known.lower() == name:
            raw = str(value)[:LONGEST_HEADER].encode("utf-8", "surrogateescape").decode("utf-8", "replace")
            parsed = policy.default.header_factory(name, raw)
            return " ".join(str(parsed).split())
    return ""


def _sender(message: EmailMessage) -> tuple[str, str]:
    for known, value in message.raw_items():
        if known.lower() == "from":
            raw = str(value)[:LONGEST_HEADER].encode("utf-8", "surrogateescape").decode("utf-8", "replace")
            parsed = policy.default.header_factory("from", raw)
            for one in getattr(parsed, "addresses", ())[:1]:
                return " ".join(one.display_name.split()), one.addr_spec
    return "", ""


def _moment(date: str) -> str:
    try:
        found = parsedate_to_datetime(date)
    except (ValueError, TypeError, IndexError, OverflowError):
        return ""
    # A date without a UTC offset is ambiguous.
    return found.isoformat(sep=" ", timespec="seconds") if found.tzinfo is not None else ""


def files_of(data: bytes) -> Iterator[tuple[str, bytes]]:
    """Yields the attachments of a mail accepted by `read_mail` as (name, content).

    The content is as it was sent (still compressed).
    """
    message = message_from_bytes(data, policy=policy.default)
    for name, part in _attached(message):
        if part.get_content_maintype() == "message":
            content = _message_within(part)
        else:
            payload = part.get_payload(decode=True)
            content = payload if isinstance(payload, bytes) else b""
        yield name, content


def _attached(message: MIMEPart) -> Iterator[tuple[str, MIMEPart]]:
    """Yields the parts that are no text of the mail; a forwarded mail that is attached is a single file."""
    for part in message.iter_parts() if message.get_content_maintype() == "multipart" else [message]:
        if part.get_content_maintype() == "multipart":
            yield from _attached(part)
            continue
        kind, named = part.get_content_type(), part.get_filename()
        if named or part.get_content_disposition() == "attachment" or not kind.startswith("text/"):
            name = named or ("message.eml" if kind == "message/rfc822" else kind)
            yield " ".join(str(name).split())[:200], part


def _message_within(part: MIMEPart) -> bytes:
    payload = part.get_payload()
    inner = payload[0] if isinstance(payload, list) and payload else part
    if not isinstance(inner, Message):
        return str(inner).encode("utf-8", "replace")
    try:
        return inner.as_bytes()
    except (ValueError, LookupError, AttributeError, TypeError, mail_errors.MessageError):
        # The headers cannot be serialised again.
        return str(inner.get_payload()).encode("utf-8", "replace")


def _body(message: EmailMessage) -> tuple[Parted, tuple[str, ...]]:
    plain: EmailMessage | None = None
    html: EmailMessage | None = None
    attachments = tuple(name for name, _ in _attached(message))
    for part in message.walk():
        if part.is_multipart():
            continue
        kind = part.get_content_type()
        if (
            part.get_filename()
            or part.get_content_disposition() == "attachment"
            or not kind.startswith("text/")
        ):
            continue
        if kind == "text/html":
            html = html or part
        else:
            plain = plain or part
    if plain is not None and (words := _text(plain)).strip():
        return parted(words), attachments
    if html is not None:
        shown = plain_of_html(_text(html))
        cut = parted(shown.own)
        quoted = "\n".join(filter(None, (cut.quoted, shown.quoted)))
        return Parted(cut.own or shown.quoted, quoted, cut.signature), attachments
    return Parted(""), attachments


def _text(part: EmailMessage) -> str:
    data = part.get_payload(decode=True)
    charset = part.get_content_charset() or ""
    return decoded(data, charset) if isinstance(data, bytes) else ""
