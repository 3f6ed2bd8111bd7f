"""Converts rows of a file to unchanged rows of the staging table, in batches for one transaction each."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Final

from desktop_app.database.sameness import CONTENT
from desktop_app.errors import InvalidValueError
from desktop_app.intake.formats.cells import RowFault
from desktop_app.intake.formats.faults import UnreadableRow
from desktop_app.intake.formats.names import channel_of
from desktop_app.intake.formats.registry import read_rows
from desktop_app.intake.formats.sms import PartedMessages
from desktop_app.intake.formats.tabular import TableFormat, TabularFile, TabularRow
from desktop_app.persian.dates import parse_moment
from desktop_app.persian.digits import latin_digits
from desktop_app.persian.text import fold
from desktop_app.petitions.vocabulary import Channel
from desktop_app.progress import Progress

#: Limits of a transaction: rows, and bytes of their attachments.
CHUNK: Final = 500
CHUNK_BYTES: Final = 24 * 1024 * 1024
LONGEST_ID: Final = 60
#: Automatic mails, which contain no request.
ASIDE: Final = frozenset({UnreadableRow.BOUNCE, UnreadableRow.AUTOMATIC_REPLY})
_NOT_STORABLE: Final = re.compile("[\x00\ud800-\udfff]")


@dataclass(slots=True)
class RowBatch:
    """Rows of one transaction, as values for the staging table.

    Also the number of rows of the file, and how many of these are invalid or set aside.
    """

    values: list[dict[str, Any]] = field(default_factory=list)
    rows: int = 0
    unreadable: int = 0
    set_aside: int = 0


@dataclass(frozen=True, slots=True)
class RowStaging:
    """Reads the rows of a table with one mapping. `channel` is the default of rows without one."""

    table: TabularFile
    mapping: Mapping[str, str]
    channel: Channel
    source_id: int
    file_id: int

    def parts(self, behind: int = 0, progress: Progress | None = None) -> Iterator[RowBatch]:
        """Yields batches of the rows after the first `behind` ones. Raises `BadFileError`, `CancelledError`."""
        part, size = RowBatch(), 0
        for number, row in enumerate(self._rows(progress), start=1):
            if number <= behind:
                continue
            part.rows += 1
            if why := untakeable(row):
                part.set_aside += why in ASIDE
                part.unreadable += why not in ASIDE
            else:
                values = self._values(row)
                size += sum(len(one["content"]) for one in values["attachments"])
                part.values.append(values)
            if part.rows >= CHUNK or size >= CHUNK_BYTES:
                yield part
                part, size = RowBatch(), 0
        if part.rows:
            yield part

    def faults(self) -> Iterator[tuple[TabularRow, RowFault]]:
        """Yields the invalid rows with their faults."""
        for row in self._rows():
            if why := untakeable(row):
                yield row, RowFault(self.table.path.name, row.number, "", why)

    def _rows(self, progress: Progress | None = None) -> Iterator[TabularRow]:
        return PartedMessages(self.table.columns, self.mapping).rows(read_rows(self.table, progress))

    def _values(self, row: TabularRow) -> dict[str, Any]:
        payload = {name: cell for name, cell in row.cells.items() if cell.strip()}
        fields = {name: payload.get(column, "") for name, column in self.mapping.items()}
        number = latin_digits(" ".join(fields.get("external_id", "").split()))
        channel = channel_of(fields.get("channel", "")) or self.channel
        return {
            "channel": channel.value,
            "external_id": number if 0 < len(number) <= LONGEST_ID else None,
            "received_at": _moment(fields.get("received_at", "")),
            "payload": payload,
            "attachments": self._attachments(row),
            "file_id": self.file_id,
            "row": row.number,
            "row_key": _row_key(self.source_id, fields),
        }

    def _attachments(self, row: TabularRow) -> list[dict[str, str]]:
        if self.table.format is not TableFormat.MAIL or not row.cells.get("attachments"):
            return []
        from desktop_app.intake.formats.mailbox import files_of_mail  # noqa: PLC0415 - brings the mail package along

        # Skip empty attachments; the row has their names.
        return [
            {"name": _NOT_STORABLE.sub(" ", name), "content": base64.b64encode(content).decode()}
            for name, content in files_of_mail(self.table.path, row.line)
            if content
        ]


def untakeable(row: TabularRow) -> str:
    """Returns why a row cannot be stored in quarantine; empty where it can."""
    if row.fault:
        return row.fault
    if any(_NOT_STORABLE.search(text) for pair in row.cells.items() for text in pair):
        return "not_storable"
    return ""


def _moment(cell: str) -> datetime | None:
    """Parses the time of receipt, None if invalid; the fault is reported when the row is processed."""
    try:
        return parse_moment(" ".join(cell.split()))
    except InvalidValueError:
        return None


def _row_key(source_id: int, fields: Mapping[str, str]) -> str:
    # Fold the text, so that the same row in another file format has the same key.
    folded = {name: fold(cell) for name, cell in fields.items() if cell}
    content = json.dumps([source_id, folded], ensure_ascii=False, sort_keys=True)
    return f"{CONTENT}{hashlib.sha256(content.encode()).hexdigest()}"
