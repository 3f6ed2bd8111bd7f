"""What every test of a window stands on: one dressed application, offscreen; nothing left running behind."""

from __future__ import annotations

import gc
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Final

os.environ["QT_QPA_PLATFORM"] = "offscreen"

import psycopg
import pytest
import shiboken6
from PySide6.QtWidgets import QApplication

from desktop_app.clock import FixedClock
from desktop_app.settings import Settings
from tests.department import TestOffice
from tests.engines import PostgresqlServer, SqliteFiles
from tests.guarded import OWNER
from tests.ui.keyboard import put_away
from tests.ui.prepared import PreparedOffices, nothing
from ui import jobs
from ui.application import make_application, speak
from ui.global_search import forget_searches
from ui.theme import appearance

#: What the offscreen platform says of itself; no fault of ours.
OFFSCREEN_ONLY = r"This plugin does not support"
#: By which the window's own collector goes; other tests raise them (tests/conftest.py), later than this is read.
_PYTHON_S_OWN: Final = gc.get_threshold()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if item.nodeid.startswith("tests/ui/"):
            item.add_marker(pytest.mark.qt_log_ignore(OFFSCREEN_ONLY))


@pytest.fixture(scope="session")
def qapp(tmp_path_factory: pytest.TempPathFactory) -> Iterator[QApplication]:
    """The application as it is started: right to left, our fonts, the light theme."""
    application = make_application(Settings(data_folder=tmp_path_factory.mktemp("pc"), theme="light"))
    application.setQuitOnLastWindowClosed(False)
    yield application
    # The offscreen clipboard dies after Python has ended, and data that Python made with it: that is a crash.
    application.clipboard().clear()


@pytest.fixture(autouse=True)
def _clean_desk(qapp: QApplication, monkeypatch: pytest.MonkeyPatch, clock: FixedClock) -> Iterator[None]:
    """Persian, light, usual size, nothing searched, no pause and the day of `clock` before each test; nothing under
    way after it.
    """
    speak(qapp, Settings(data_folder=Path(), language="fa"))
    forget_searches()
    monkeypatch.setattr(jobs.Debouncer, "skipped", True)
    # Widgets die on this thread alone, as in the program; other tests of this process have the collector as usual.
    elsewhere = gc.get_threshold()
    gc.disable()
    gc.set_threshold(*_PYTHON_S_OWN)
    yield
    assert jobs.wait_all()
    for window in QApplication.topLevelWidgets():
        window.close()
    for window in QApplication.topLevelWidgets():
        # What is left when all that was begun is done waits for its clocks: nothing may begin in the next test.
        if shiboken6.isValid(window) and window.parent() is None:
            put_away(window)
    gc.collect(1)
    gc.set_threshold(*elsewhere)
    gc.enable()
    appearance().choose("light")
    appearance().scale_documents(1.0)
    speak(qapp, Settings(data_folder=Path(), language="fa"))


@pytest.fixture(scope="session")
def prepared_offices(sqlite_files: SqliteFiles) -> PreparedOffices:
    """Offices with what the tests of one file begin with."""
    return PreparedOffices(sqlite_files, sqlite_files.folder)


@pytest.fixture
def sqlite_office(prepared_offices: PreparedOffices, clock: FixedClock) -> Iterator[TestOffice]:
    """As everywhere: units and staff on SQLite."""
    with prepared_offices.office(nothing, clock) as (office, _):
        yield office


@pytest.fixture
def empty_department(server_without_accounts: PostgresqlServer) -> Iterator[str]:
    """The address of a database of the owner's, without tables."""
    with psycopg.connect(server_without_accounts.url("postgres"), autocommit=True) as server:
        server.execute(f"CREATE DATABASE set_up OWNER {OWNER}".encode())
    yield server_without_accounts.url("set_up")
    with psycopg.connect(server_without_accounts.url("postgres"), autocommit=True) as server:
        server.execute("DROP DATABASE set_up WITH (FORCE)")
        server.execute("DROP ROLE IF EXISTS rahbar")
