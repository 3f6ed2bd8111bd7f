"""Mail files as tables: an `.eml` has one row, an `.mbox` one row per mail. Mails are read one at a time."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from desktop_app.documents.faults import foreign_fault, refusal
from desktop_app.errors import BadFileError
from desktop_app.foreign.faults import ReaderFault
from desktop_app.foreign.reader import READER, Batch
from desktop_app.intake.formats.faults import TableFault, UnreadableRow
from desktop_app.intake.formats.mail_message import MESSAGE_LIMIT, Mail
from desktop_app.intake.formats.mail_text import Parted
from desktop_app.intake.formats.tabular import (
    TEXT_TABLE_LIMIT,
    TableFormat,
    TabularFile,
    TabularRow,
    check_table_size,
)
from desktop_app.progress import Progress

#: Names of `columns.ALIASES`, so that the mapping is found automatically.
COLUMNS: Final = (
    "message id", "sender", "email", "subject", "text", "received_at", "channel", "quoted mail", "signature",
    "attachments",
)  # fmt: skip
_BETWEEN: Final = b"From "
_FIRST: Final = 8192
#: With so many mails that end the process for foreign files, a mail file is refused: each may take its whole time.
_MOST_FAILURES: Final = 3


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


def read_mailbox(table: TabularFile, progress: Progress | None = None) -> Iterator[TabularRow]:
    """Yields the mails of a file in order; `line` of a row is the byte range of the mail (see `raw_mail`).

    Mails are parsed in the process for foreign files; one that ends it is a row with a fault. Raises `BadFileError`
    with the third, and `CancelledError`.
    """
    failures = 0
    with READER.batch() as batch:
        spans = _Ahead(batch, table.path)
        while (span := spans.current) is not None:
            line = f"{span[0]}:{span[1]}"
            if not spans.asked:
                mail = Mail(fault=UnreadableRow.MAIL_TOO_LARGE)
            else:
                try:
                    mail = _told(table.path.name, batch.answer(progress).words)
                except BadFileError as error:
                    failures += 1
                    if failures == _MOST_FAILURES:
                        raise
                    mail = Mail(fault=str(error.parameters["reason"]))
            number = spans.number
            # The process reads the next one meanwhile.
            spans.go_on()
            cells = _cells(mail) if mail.fault != UnreadableRow.MAIL_TOO_LARGE else {}
            yield TabularRow(number, cells, mail.fault, line=line)


class _Ahead:
    """The mails of a file; the current one was sent to the process for foreign files, unless it is too large."""

    def __init__(self, batch: Batch, path: Path) -> None:
        self._batch, self._path, self._spans = batch, path, _spans(path)
        self.number = 0
        self.go_on()

    def go_on(self) -> None:
        self.number += 1
        self.current = next(self._spans, None)
        self.asked = self.current is not None and self.current[1] - self.current[0] <= MESSAGE_LIMIT
        if self.current is not None and self.asked:
            raw = raw_mail(self._path, f"{self.current[0]}:{self.current[1]}")
            self._batch.post("mail", self._path.name, raw)


def files_of_mail(path: Path, line: str) -> list[tuple[str, bytes]]:
    """Returns the attachments of a mail that was read, as (name, content). Raises `BadFileError`."""
    with READER.batch() as batch:
        read = batch.ask("files_of_mail", path.name, raw_mail(path, line))
    found: list[tuple[str, bytes]] = []
    at = 0
    try:
        for name, size in read.words["files"]:
            found.append((f"{name}", read.data[at : at + size]))
            at += size
    except (KeyError, TypeError, ValueError) as error:
        raise refusal(path.name, ReaderFault.READER_CRASHED) from error
    return found


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


def _told(name: str, words: dict[str, Any]) -> Mail:
    """Checks what the process for foreign files says. Raises `BadFileError`."""
    try:
        told = words["mail"]
        parted = Parted(**told["words"])
        mail = Mail(**told | {"words": parted, "attachments": tuple(told["attachments"])})
        heads = (mail.message_id, mail.name, mail.address, mail.subject, mail.received_at, mail.fault)
        texts = (*heads, *mail.attachments, parted.own, parted.quoted, parted.signature)
        if mail.fault:
            UnreadableRow(mail.fault)
    except (KeyError, TypeError, ValueError) as error:
        raise refusal(name, ReaderFault.READER_CRASHED) from error
    if not all(isinstance(text, str) for text in texts):
        raise refusal(name, ReaderFault.READER_CRASHED)
    return mail


def _cells(mail: Mail) -> dict[str, str]:
    values = (
        mail.message_id, mail.name or mail.address, mail.address, mail.subject, mail.words.own, mail.received_at,
        "email", mail.words.quoted, mail.words.signature, "\n".join(mail.attachments),
    )  # fmt: skip
    return dict(zip(COLUMNS, values, strict=True))
