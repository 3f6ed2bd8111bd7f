"""JSON Lines: one object per line, with its keys as columns."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from desktop_app.documents.faults import FileFault, refusal
from desktop_app.intake.formats.faults import TableFault, UnreadableRow
from desktop_app.intake.formats.tabular import (
    MOST_COLUMNS,
    TableFormat,
    TabularFile,
    TabularRow,
)
from desktop_app.intake.formats.text_files import checked_encoding, opened_text

#: Number of objects whose keys define the columns, because an export may omit empty fields.
_SAMPLE_ROWS: Final = 200


def open_json_lines(path: Path) -> TabularFile:
    """Opens the file at `path`. Raises `BadFileError`."""
    encoding = checked_encoding(path, TableFault.NOT_JSON_LINES)
    columns: dict[str, None] = {}
    rows = 0
    with opened_text(path, encoding, "\n") as file:
        for line in file:
            if not line.strip():
                continue
            rows += 1
            found = _object(line) if rows <= _SAMPLE_ROWS else {}
            if found is None and rows == 1:
                raise refusal(path.name, TableFault.NOT_JSON_LINES)
            columns.update(dict.fromkeys(found or ()))
            if len(columns) > MOST_COLUMNS:
                raise refusal(path.name, TableFault.TOO_MANY_COLUMNS, limit=MOST_COLUMNS)
    if not columns:
        raise refusal(path.name, TableFault.NOT_JSON_LINES if rows else FileFault.EMPTY_FILE)
    return TabularFile(path, TableFormat.JSON_LINES, encoding, "", tuple(columns), 0, rows)


def read_json_lines(table: TabularFile) -> Iterator[TabularRow]:
    """Yields the rows of a JSON Lines file; a line without an object becomes a row with a fault."""
    with opened_text(table.path, table.encoding, "\n") as file:
        for number, line in enumerate(file, start=1):
            if not line.strip():
                continue
            found = _object(line)
            if found is None:
                yield TabularRow(number, {}, UnreadableRow.NOT_JSON, line=line.rstrip("\r\n"))
                continue
            if len(found) > MOST_COLUMNS:
                yield TabularRow(number, {}, UnreadableRow.MORE_CELLS_THAN_COLUMNS, line=line.rstrip("\r\n"))
                continue
            nested = any(isinstance(value, dict | list) for value in found.values())
            cells = {key: plain_text(value) for key, value in found.items()}
            if nested or any(cell.strip() for cell in cells.values()):
                fault = UnreadableRow.NESTED if nested else ""
                yield TabularRow(number, cells, fault, line=line.rstrip("\r\n"))


def _object(line: str) -> dict[str, Any] | None:
    try:
        found = json.loads(line)
    except (ValueError, RecursionError):
        return None
    return found if isinstance(found, dict) else None


def plain_text(value: Any) -> str:
    """Converts a JSON value to a cell."""
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return json.dumps(value, ensure_ascii=False)
