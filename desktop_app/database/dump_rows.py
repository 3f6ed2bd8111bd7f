"""Reads rows out of a file of pg_dump, unpacked into text by pg_restore.

Only rows are read, and no statement of the file is ever run. The tables, triggers and rights of a restored
database are our own.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Final

from desktop_app.database.pg_tools import Tools, reading
from desktop_app.database.rows import CopySide, DamagedRowError, Row, SqliteSide, Value, batched, moment_text
from desktop_app.database.shapes import DERIVED_COLUMNS, Shape, TableColumn, ValueEncoding, quoted
from desktop_app.errors import BackupError, CancelledError, TransferError
from desktop_app.progress import Progress
from desktop_app.scratch import scratch_folder

_COPY: Final = re.compile(rb'COPY (?:"?[^".\s]+"?\.)?"?([^".\s]+)"? \(([^()]*)\) FROM stdin;\r?\n')
_END: Final = b"\\."
#: Bytes of one row: more than the longest text that the program accepts.
_LONGEST_LINE: Final = 512 * 1024 * 1024
_ESCAPED: Final = re.compile(rb"\\(.)", re.DOTALL)
_ESCAPES: Final = {b"b": b"\b", b"f": b"\f", b"n": b"\n", b"r": b"\r", b"t": b"\t", b"v": b"\v"}
_LOOK_EVERY: Final = 500


@dataclass(frozen=True)
class DumpSource:
    """A file of pg_dump. Its rows are first copied to a staging database in `folder`: a dump is unordered."""

    path: Path
    tools: Tools
    folder: Path
    revision: str
    _open: list[sqlite3.Connection] = field(default_factory=list)

    @property
    def place(self) -> str:
        return self.path.name

    def side(self, shapes: Sequence[Shape], progress: Progress) -> CopySide:
        """Unpacks every row of these tables. Raises `BackupError`, `TransferError`, `CancelledError`."""
        staging = sqlite3.connect(self.folder / "rows.db", isolation_level=None)
        self._open.append(staging)
        for setting in ("journal_mode=OFF", "synchronous=OFF"):
            staging.execute(f"PRAGMA {setting}")
        staging.execute("BEGIN")
        wanted = {shape.table: shape for shape in shapes}
        for shape in shapes:
            names = ", ".join(map(quoted, shape.names))
            key = ", ".join(quoted(shape.names[place]) for place in shape.key)
            staging.execute(
                f"CREATE TABLE {quoted(shape.table)} ({names}, PRIMARY KEY ({key})) WITHOUT ROWID"
            )
        side = _Laid(staging)
        found = set()
        with reading(self.tools, self.path) as stream:
            for table, columns, lines in blocks(stream, self.path.name):
                if table not in wanted:
                    continue
                shape = wanted[table]
                if set(columns).difference(DERIVED_COLUMNS.get(table, ())) != set(shape.names):
                    raise TransferError(reason="shape", where=self.place, table=table)
                found.add(table)
                rows = _rows(shape, columns, lines, progress)
                try:
                    side.write(shape, batched(rows))
                except (DamagedRowError, ValueError, KeyError, sqlite3.IntegrityError) as error:
                    raise BackupError(reason="damaged", name=self.path.name) from error
        for table in wanted.keys() - found:
            raise TransferError(reason="shape", where=self.place, table=table)
        return side

    def close(self) -> None:
        """Closes the staging database."""
        for connection in self._open:
            connection.close()


class _Laid(SqliteSide):
    """A staging database of unchanged rows: no trigger fills any column here."""

    def write(self, shape: Shape, batches: Iterable[list[Row]]) -> None:
        marks = ", ".join("?" * len(shape.columns))
        for batch in batches:
            self._connection.executemany(f"INSERT INTO {quoted(shape.table)} VALUES ({marks})", batch)


@contextmanager
def opened_dump(path: Path, tools: Tools, folder: Path) -> Iterator[DumpSource]:
    """Opens the dump, with a temporary folder below `folder` for staging. Raises `BackupError`."""
    with scratch_folder(folder, ".restore-") as staging:
        source = DumpSource(path, tools, staging, _revision(path, tools))
        with closing(source):
            yield source


def count_rows(path: Path, tools: Tools, progress: Progress) -> dict[str, int]:
    """Returns the number of rows of each table of a dump, by reading all of it. Raises `BackupError`."""
    found: dict[str, int] = {}
    with reading(tools, path) as stream:
        for table, _columns, lines in blocks(stream, path.name):
            found[table] = 0
            for _line in lines:
                found[table] += 1
                if found[table] % _LOOK_EVERY == 0 and progress.cancelled():
                    raise CancelledError()
    return found


def blocks(stream: IO[bytes], name: str) -> Iterator[tuple[str, tuple[str, ...], Iterator[bytes]]]:
    """Yields the tables of an unpacked dump: name, columns, lines.

    Lines that the caller did not read are skipped. Raises `BackupError` if a table is truncated.
    """
    while line := stream.readline(_LONGEST_LINE):
        begun = _COPY.fullmatch(line)
        if begun is None:
            continue
        columns = tuple(
            column.strip().strip('"') for column in begun[2].decode("utf-8", "replace").split(",")
        )
        lines = _lines(stream, name)
        yield begun[1].decode("utf-8", "replace"), columns, lines
        for _passed in lines:
            pass


def _lines(stream: IO[bytes], name: str) -> Iterator[bytes]:
    while True:
        line = stream.readline(_LONGEST_LINE)
        if not line.endswith(b"\n"):
            raise BackupError(reason="damaged", name=name)
        content = line.rstrip(b"\r\n")
        if content == _END:
            return
        yield content


def _rows(shape: Shape, columns: Sequence[str], lines: Iterator[bytes], progress: Progress) -> Iterator[Row]:
    readers = [_reader(shape, column) for column in shape.columns]
    places = [columns.index(column.name) for column in shape.columns]
    for number, line in enumerate(lines):
        if number % _LOOK_EVERY == 0 and progress.cancelled():
            raise CancelledError()
        fields = line.split(b"\t")
        if len(fields) != len(columns):
            raise DamagedRowError(shape.table, "")
        yield tuple(
            None if fields[place] == b"\\N" else read(unescaped(fields[place]))
            for place, read in zip(places, readers, strict=True)
        )


def _reader(shape: Shape, column: TableColumn) -> Callable[[bytes], Value]:
    match column.form:
        case ValueEncoding.INTEGER:
            return int
        case ValueEncoding.NUMBER:
            return float
        case ValueEncoding.FLAG:
            return {b"t": 1, b"f": 0}.__getitem__
        case ValueEncoding.MOMENT:
            return lambda text: moment_text(shape.table, column.name, text.decode())
        case ValueEncoding.BYTES:
            return lambda text: bytes.fromhex(text[2:].decode())
        case _:
            return bytes.decode


def unescaped(field: bytes) -> bytes:
    """Decodes the backslash sequences of PostgreSQL's COPY text format."""
    if b"\\" not in field:
        return field
    return _ESCAPED.sub(lambda found: _ESCAPES.get(found[1], found[1]), field)


def _revision(path: Path, tools: Tools) -> str:
    with reading(tools, path, "--table=alembic_version") as stream:
        for table, _columns, lines in blocks(stream, path.name):
            if table == "alembic_version":
                return next(lines, b"").decode("utf-8", "replace")
    raise BackupError(reason="not_a_backup", name=path.name)
