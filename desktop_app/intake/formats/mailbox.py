"""Mail files as tables: an `.eml` has one row, an `.mbox` one row per mail. Mails are read one at a time."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from desktop_app.documents.faults import foreign_fault, refusal
from desktop_app.intake.formats.faults import TableFault, UnreadableRow
from desktop_app.intake.formats.mail_message import MESSAGE_LIMIT, Mail, read_mail
from desktop_app.intake.formats.tabular import (
    TEXT_TABLE_LIMIT,
    TableFormat,
    TabularFile,
    TabularRow,
    check_table_size,
)

#: Names of `columns.ALIASES`, so that the mapping is found automatically.
COLUMNS: Final = (
    "message id", "sender", "email", "subject", "text", "received_at", "channel", "quoted mail", "signature",
    "attachments",
)  # fmt: skip
_BETWEEN: Final = b"From "
_FIRST: Final = 8192


def open_mailbox(path: Path) -> TabularFile:
    """Opens the mail file at `path`. Raises `BadFileError`."""
    check_table_size(path, TEXT_TABLE_LIMIT)
    with path.open("rb") as file:
        beginning = file.read(_FIRST)
    if (fault := foreign_fault(beginning)) is not None:
        raise refusal(path.name, fault)
    mbox = path.suffix.lower() == ".mbox"
    headed = b":" in beginning.split(b"\n\n", 1)[0] and (mbox or b"\x00" not in beginning)
    if not headed or mbox != beginning.startswith(_BETWEEN):
        raise refusal(path.name, TableFault.NOT_MAIL)
    count = sum(1 for _ in _spans(path)) if mbox else 1
    return TabularFile(path, TableFormat.MAIL, "", "", COLUMNS, 0, count)


def read_mailbox(table: TabularFile) -> Iterator[TabularRow]:
    """Yields the mails of a file in order; `line` of a row is the byte range of the mail (see `raw_mail`)."""
    for number, (start, end) in enumerate(_spans(table.path), start=1):
        line = f"{start}:{end}"
        if end - start > MESSAGE_LIMIT:
            yield TabularRow(number, {}, UnreadableRow.MAIL_TOO_LARGE, line=line)
            continue
        mail = read_mail(raw_mail(table.path, line))
        yield TabularRow(number, _cells(mail), mail.fault, line=line)


def raw_mail(path: Path, line: str) -> bytes:
    """Returns the unchanged bytes of the mail of a row."""
    start, end = map(int, line.split(":"))
    with path.open("rb") as file:
        file.seek(start)
        return file.read(end - start)


def as_mbox(mails: Iterator[bytes]) -> bytes:
    """Joins mails to a file in `.mbox` format."""
    found = []
    for mail in mails:
        lines = mail.rstrip(b"\r\n").split(b"\n")
        found.append(b"\n".join(b">" + line if line.startswith(_BETWEEN) else line for line in lines))
    return b"".join(b"From - Thu Jan  1 00:00:00 1970\n" + mail + b"\n\n" for mail in found)


def _spans(path: Path) -> Iterator[tuple[int, int]]:
    """Yields the byte range of each mail, without separator lines in a mailbox."""
    if path.suffix.lower() != ".mbox":
        yield 0, path.stat().st_size
        return
    start: int | None = None
    at, blank = 0, True
    with path.open("rb") as file:
        # Limited, because a line may be as long as the file.
        while line := file.readline(1 << 16):
            if blank and line.startswith(_BETWEEN):
                if start is not None:
                    yield start, at
                start = at + len(line)
            at += len(line)
            blank = line in {b"\n", b"\r\n"}
    if start is not None:
        yield start, at


def _cells(mail: Mail) -> dict[str, str]:
    values = (
        mail.message_id, mail.name or mail.address, mail.address, mail.subject, mail.words.own, mail.received_at,
        "email", mail.words.quoted, mail.words.signature, "\n".join(mail.attachments),
    )  # fmt: skip
    return dict(zip(COLUMNS, values, strict=True))
