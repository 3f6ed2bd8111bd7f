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
#: Limits of the mails that are sent together: their number, and their bytes.
_MOST_TOGETHER: Final = 25
_LARGEST_TOGETHER: Final = 256 * 1024

#: Byte ranges.
_Group = tuple[tuple[int, int], ...]


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
    number = 0
    with READER.batch() as batch:
        reader = _MailReader(batch, table.path, progress)
        groups = _groups(table.path)
        group = reader.ask_ahead(next(groups, ()))
        while group:
            mails = reader.answered(group)
            if mails is not None:
                # The process reads the next ones meanwhile.
                following = reader.ask_ahead(next(groups, ()))
            for place, (start, end) in enumerate(group):
                number += 1
                mail = mails[place] if mails is not None else reader.one((start, end))
                cells = _cells(mail) if mail.fault != UnreadableRow.MAIL_TOO_LARGE else {}
                yield TabularRow(number, cells, mail.fault, line=f"{start}:{end}")
            group = following if mails is not None else reader.ask_ahead(next(groups, ()))


class _MailReader:
    """Questions about some mails of a file, or about one."""

    def __init__(self, batch: Batch, path: Path, progress: Progress | None) -> None:
        self._batch, self._path, self._progress = batch, path, progress
        self._failures = 0

    def ask_ahead(self, group: _Group) -> _Group:
        """Sends mails to the process, unless there are none or one is too large, and returns them."""
        if group and not _is_too_large(group[0]):
            raws = [raw_mail(self._path, f"{start}:{end}") for start, end in group]
            self._batch.post("mails", self._path.name, b"".join(raws), sizes=list(map(len, raws)))
        return group

    def answered(self, group: _Group) -> list[Mail] | None:
        """Returns the mails that were asked for; None where some of them ended the process."""
        if _is_too_large(group[0]):
            return [Mail(fault=UnreadableRow.MAIL_TOO_LARGE)]
        try:
            return self._answer(len(group))
        except BadFileError as error:
            return [self._failed(error)] if len(group) == 1 else None

    def one(self, span: tuple[int, int]) -> Mail:
        """Returns one mail. Raises `BadFileError` with the third that ends the process."""
        self.ask_ahead((span,))
        try:
            (mail,) = self._answer(1)
        except BadFileError as error:
            return self._failed(error)
        return mail

    def _answer(self, count: int) -> list[Mail]:
        name, told = self._path.name, self._batch.answer(self._progress).words.get("mails")
        if not isinstance(told, list) or len(told) != count:
            raise refusal(name, ReaderFault.READER_CRASHED)
        return [_told(name, mail) for mail in told]

    def _failed(self, error: BadFileError) -> Mail:
        self._failures += 1
        if self._failures == _MOST_FAILURES:
            raise error
        return Mail(fault=str(error.parameters["reason"]))


def _groups(path: Path) -> Iterator[_Group]:
    """Yields mails that are sent together; one that is too large is alone."""
    group: list[tuple[int, int]] = []
    for span in _spans(path):
        whole = span[1] - (group[0][0] if group else span[0])
        if group and (len(group) == _MOST_TOGETHER or whole > _LARGEST_TOGETHER):
            yield tuple(group)
            group = []
        group.append(span)
    if group:
        yield tuple(group)


def _is_too_large(span: tuple[int, int]) -> bool:
    return span[1] - span[0] > MESSAGE_LIMIT


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


def _told(name: str, told: Any) -> Mail:
    """Checks what the process for foreign files says. Raises `BadFileError`."""
    try:
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
