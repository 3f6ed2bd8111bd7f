"""Delivery receipts of sent messages: gateway reports in CSV, XLSX or JSON Lines, and bounced mails.

A row identifies a message by the `id` with which it was sent, and gives its state: delivered, failed with a
reason, or still pending, which has no effect. Importing the same file again has no effect either.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from desktop_app.documents.faults import refusal
from desktop_app.errors import AppError, BadFileError, NotWrittenError
from desktop_app.intake.formats.bounces import bounces
from desktop_app.intake.formats.cells import Cells, RowFault
from desktop_app.intake.formats.columns import (
    RECEIPT_FIELDS,
    REQUIRED_OF_RECEIPTS,
    folded_name,
    match,
    missing,
)
from desktop_app.intake.formats.faults import TableFault
from desktop_app.intake.formats.registry import open_table, read_rows
from desktop_app.intake.formats.tabular import TableFormat, TabularRow
from desktop_app.intake.sources.folders import (
    DONE,
    REJECTED,
    WatchedFolder,
    report_name,
    still_copy,
    unsettled,
)
from desktop_app.intake.sources.rounds import PAUSE
from desktop_app.paths import storable_name
from desktop_app.persian.digits import in_own_direction, isolated
from desktop_app.petitions.outbox.service import Outbox, Receipt, ReceiptsNoted
from desktop_app.scratch import scratch_folder
from desktop_app.staff.roles import Actor
from desktop_app.wording import fill, translate
from desktop_app.wording.errors import error_sentence
from desktop_app.wording.row_faults import row_fault_sentence

#: Name of the folder of receipts inside the folder of messages.
RECEIPTS: Final = "receipts"
#: Maximum number of printed row errors and of unknown ids; the JSON output has all of them.
_SHOWN: Final = 20

_ARRIVED: Final = (
    "delivered", "delivrd", "received", "success", "successful", "رسید", "رسیده", "تحویل شد", "تحویل داده شد",
    "تحویل‌شده", "رسیده به گوشی", "رسیده به گیرنده",
)  # fmt: skip
_FAILED: Final = (
    "failed", "failure", "undelivered", "undeliv", "undeliverable", "rejected", "rejectd", "expired", "error",
    "bounced", "deleted", "blocked", "نرسید", "نرسیده", "ناموفق", "تحویل نشد", "رد شد", "برگشت خورد", "منقضی شد",
    "خطا", "مسدود", "نرسیده به گوشی",
)  # fmt: skip
_UNDER_WAY: Final = (
    "sent", "accepted", "acceptd", "enroute", "queued", "pending", "submitted", "relayed", "delayed", "ارسال شد",
    "ارسال شده", "در صف", "در انتظار", "در حال ارسال", "فرستاده شد",
)  # fmt: skip
#: True for delivered, False for failed, None for pending.
_STATES: Final[dict[str, bool | None]] = (
    dict.fromkeys(map(folded_name, _ARRIVED), True)
    | dict.fromkeys(map(folded_name, _FAILED), False)
    | dict.fromkeys(map(folded_name, _UNDER_WAY), None)
)
_LONGEST_KEY: Final = 40


@dataclass(frozen=True, slots=True)
class ReceiptFile:
    """The content of a file: receipts, the number of pending messages, and unreadable rows."""

    receipts: tuple[Receipt, ...]
    under_way: int
    faults: tuple[RowFault, ...]


@dataclass(frozen=True, slots=True)
class ReceiptsRead:
    """The result of importing a file."""

    name: str
    noted: ReceiptsNoted
    under_way: int
    faults: tuple[RowFault, ...]

    @property
    def clean(self) -> bool:
        """Whether nothing needs attention."""
        return not self.faults and not self.noted.unknown


def read_receipts(path: Path) -> ReceiptFile:
    """Reads a file. Raises `BadFileError`, also where the column of the message or of the state is missing."""
    table = open_table(path)
    if table.format is TableFormat.MAIL:
        return _gathered(bounces(table))
    mapping = match(table.columns, RECEIPT_FIELDS)
    if lacking := missing(mapping, REQUIRED_OF_RECEIPTS):
        raise refusal(path.name, TableFault.MISSING_COLUMNS, fields=",".join(lacking))
    return _gathered(_receipt(path, row, mapping) for row in read_rows(table))


def take_receipts(outbox: Outbox, actor: Actor, path: Path) -> ReceiptsRead:
    """Imports a file. Raises `BadFileError`, `NotPermittedError`, `DatabaseAwayError`."""
    read, name = read_receipts(path), storable_name(path.name)
    return ReceiptsRead(name, outbox.note_receipts(actor, read.receipts, name), read.under_way, read.faults)


def take_folder(
    outbox: Outbox, actor: Actor, folder: Path, *, pause: float = PAUSE
) -> tuple[list[ReceiptsRead], list[AppError]]:
    """Imports the files of a folder in order of arrival, and moves each away with a report.

    Returns the imported files and the errors of refused ones; both are empty where the folder does not exist.
    Raises `SourceAwayError`, `NotPermittedError`, `DatabaseAwayError`. After a crash between import and move,
    the file is imported again, without further effect.
    """
    read: list[ReceiptsRead] = []
    refused: list[AppError] = []
    if not folder.is_dir():
        return read, refused
    watched = WatchedFolder(RECEIPTS, folder)
    watched.must_take()
    found = watched.files()
    busy = unsettled(found, pause)
    for one in found:
        if one.path in busy:
            continue
        with scratch_folder() as room:
            below, words = DONE, ""
            try:
                copied = still_copy(one, room)
                if copied is None:
                    continue
                path, sha256 = copied
                read.append(take_receipts(outbox, actor, path))
                words = "\n".join(receipt_lines(read[-1]))
            except BadFileError as error:
                refused.append(error)
                below, words = REJECTED, error_sentence(error)
            name = watched.free_name(below, one.name, ())
            try:
                watched.put_away(one, sha256, below, name)
                watched.write_beside(below, report_name(name), f"{words}\n".encode())
            except OSError as error:
                refused.append(NotWrittenError.because(str(folder / below / name), error))
    return read, refused


def receipt_lines(read: ReceiptsRead) -> list[str]:
    """Describes the result of a file for people."""
    noted = read.noted
    words = translate(
        "CommandLine",
        "{file}: {delivered} arrived, {failed} did not, {unchanged} were known, {under_way} are under way.",
    )
    lines = [
        fill(
            words,
            file=in_own_direction(read.name),
            delivered=noted.delivered,
            failed=noted.failed,
            unchanged=noted.unchanged,
            under_way=read.under_way,
        )
    ]
    if noted.unknown:
        unknown = translate("CommandLine", "{count} name no message of this office: {keys}")
        some = translate("Window", ", ").join(isolated(key) for key in noted.unknown[:_SHOWN])
        lines.append(fill(unknown, count=len(noted.unknown), keys=some))
    lines.extend(row_fault_sentence(fault) for fault in read.faults[:_SHOWN])
    return lines


def _gathered(rows: Iterator[Receipt | RowFault | None]) -> ReceiptFile:
    receipts: list[Receipt] = []
    faults: list[RowFault] = []
    under_way = 0
    for one in rows:
        if isinstance(one, RowFault):
            faults.append(one)
        elif one is None:
            under_way += 1
        else:
            receipts.append(one)
    return ReceiptFile(tuple(receipts), under_way, tuple(faults))


def _receipt(path: Path, row: TabularRow, mapping: dict[str, str]) -> Receipt | RowFault | None:
    cells = Cells(str(path), row, mapping)
    key = cells.raw("message_key").strip().strip("<>").partition("@")[0][:_LONGEST_KEY]
    said = folded_name(cells.raw("receipt"))
    if not row.fault:
        if not key:
            cells.refuse("message_key", "empty")
        if said not in _STATES:
            cells.refuse("receipt", "unknown", cells.raw("receipt"))
    fault = cells.fault()
    if fault is not None:
        return fault
    arrived = _STATES[said]
    return None if arrived is None else Receipt(key, arrived, cells.raw("receipt_reason"))
