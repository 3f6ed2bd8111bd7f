from __future__ import annotations

import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.running import ROOT
from tests.engines import SqliteFiles, file_of
from tests.intake.tables import write_csv

ROWS = 1_200
#: The program, interrupted by a real signal while it writes the second chunk of rows.
_INTERRUPTED = """
import signal, sys
from sqlalchemy import Engine, event
from desktop_app.cli import main

# Whoever starts the tests in the background hands down an interrupt that is ignored.
signal.signal(signal.SIGINT, signal.default_int_handler)
chunks = 0

@event.listens_for(Engine, "before_cursor_execute")
def _interrupt(_connection, _cursor, statement, *_rest):
    global chunks
    chunks += statement.startswith("INSERT INTO petition ")
    if chunks == 2:
        signal.raise_signal(signal.SIGINT)

sys.exit(main())
"""


def registered(path: Path) -> int:
    connection = sqlite3.connect(path)
    try:
        return int(connection.execute("SELECT count(*) FROM petition").fetchone()[0])
    finally:
        connection.close()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGINT for one process")
def test_an_interrupted_import_keeps_whole_chunks_and_says_so(
    sqlite_files: SqliteFiles, tmp_path: Path
) -> None:
    source = write_csv(tmp_path / "in.csv", [("درخواست", f"متن {n}") for n in range(ROWS)], ("نوع", "متن"))
    with sqlite_files.fresh() as url:
        where = ["--data-dir", str(tmp_path), "--database", url, "--language", "en"]
        command = [sys.executable, "-c", _INTERRUPTED, *where, "import", "petitions", str(source)]
        done = subprocess.run(command, capture_output=True, cwd=ROOT, check=False)
        assert done.returncode == 130, done.stderr
        assert done.stdout == b""
        assert done.stderr.decode().splitlines() == ["Stopped. What was done before is kept."]
        assert registered(file_of(url)) == 500
