from __future__ import annotations

import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.cli.running import ROOT
from tests.engines import SqliteFiles
from tests.intake.tables import write_csv

ROWS = 3_000
#: Whoever starts the tests in the background hands down an interrupt that is ignored.
_LISTENING = (
    "import signal, sys; signal.signal(signal.SIGINT, signal.default_int_handler);"
    "from desktop_app.cli import main; sys.exit(main())"
)


def registered(path: str) -> int:
    connection = sqlite3.connect(path, timeout=5)
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
        path = url.removeprefix("sqlite:///")
        where = ["--data-dir", str(tmp_path), "--database", url, "--language", "en"]
        command = [sys.executable, "-c", _LISTENING, *where, "import", "petitions", str(source)]
        with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=ROOT) as running:
            while registered(path) == 0 and running.poll() is None:
                time.sleep(0.02)
            running.send_signal(signal.SIGINT)
            out, err = running.communicate(timeout=60)
        kept = registered(path)
        assert running.returncode == 130, err
        assert out == b""
        assert err.decode().splitlines() == ["Stopped. What was done before is kept."]
        assert 0 < kept < ROWS
        assert kept % 500 == 0
