from __future__ import annotations

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_app.clock import FixedClock
from tests.cli.running import CommandLine
from tests.engines import SqliteFiles


@pytest.fixture(autouse=True)
def _no_log_left_open() -> Iterator[None]:
    """The command line opens a log for its process; a test gives it back."""
    before = list(logging.getLogger().handlers)
    yield
    for handler in [found for found in logging.getLogger().handlers if found not in before]:
        logging.getLogger().removeHandler(handler)
        handler.close()


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], tmp_path: Path, database_url: str) -> CommandLine:
    """The command line on a prepared database of each engine."""
    return CommandLine(capsys, tmp_path / "data", database_url)


@pytest.fixture
def run_sqlite(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, sqlite_files: SqliteFiles, clock: FixedClock
) -> Iterator[CommandLine]:
    """The command line on a prepared SQLite database, where the engine makes no difference; it goes by `clock`."""
    with sqlite_files.fresh() as url:
        yield CommandLine(capsys, tmp_path / "data", url)


@pytest.fixture
def run_new(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> CommandLine:
    """The command line of a PC on which nothing was set up."""
    return CommandLine(capsys, tmp_path / "data", "")
