"""Files with which the program is started: after the sign-in, never over a lock, two starts of a moment together."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop_app.settings import Settings
from tests.department import TestOffice
from tests.ui.keyboard import wait
from tests.ui.shell_pages import InboxPage, Page, ReportsPage
from ui import jobs
from ui.application import Session
from ui.arriving_files import ArrivingFiles
from ui.workplace import CompareFiles

A, B, C = Path("/a.docx"), Path("/b.docx"), Path("/c.docx")


class ComparisonPage(Page):
    name = "comparison"

    @property
    def compared(self) -> list[tuple[Path, ...]]:
        return [item.files for item in self.asked if isinstance(item, CompareFiles)]


FACTORIES = {"inbox": InboxPage, "reports": ReportsPage, "comparison": ComparisonPage}


@pytest.fixture
def session(sqlite_office: TestOffice, tmp_path: Path) -> Iterator[Session]:
    made = Session(Settings(data_folder=tmp_path, theme="light"), FACTORIES, sqlite_office.services)
    yield made
    if made.window is not None:
        made.window.close()
        made.window.deleteLater()
    assert jobs.wait_all()
    made.close()


def arriving(session: Session, *files: Path, moment: int = 0) -> ArrivingFiles:
    made = ArrivingFiles(lambda: session.window, files, session)
    made.moment.setInterval(moment)
    session.main_opened.connect(made.use)
    return made


def signed_in(session: Session, office: TestOffice) -> ComparisonPage:
    """Signs in, and returns the comparison."""
    window = session.open_main(office.services, office.clerk)
    assert jobs.wait_all()
    screen = window.stack.bring("comparison")
    assert isinstance(screen, ComparisonPage)
    return screen


def test_two_files_wait_for_the_sign_in(session: Session, sqlite_office: TestOffice) -> None:
    arriving(session, A, B)
    session.open_sign_in()
    assert jobs.wait_all()
    assert signed_in(session, sqlite_office).compared == [(A, B)]


def test_a_single_file_asks_for_the_other_after_a_moment(session: Session, sqlite_office: TestOffice) -> None:
    files = arriving(session)
    screen = signed_in(session, sqlite_office)
    files.arrive([A])
    assert wait(lambda: screen.compared == [(A,)])


def test_a_second_start_within_a_moment_brings_the_newer_text(
    session: Session, sqlite_office: TestOffice
) -> None:
    files = arriving(session, moment=600_000)
    screen = signed_in(session, sqlite_office)
    files.arrive([A])
    assert screen.compared == []
    files.arrive([B])
    assert screen.compared == [(A, B)]


def test_starts_before_the_sign_in_are_joined(session: Session, sqlite_office: TestOffice) -> None:
    files = arriving(session, A)
    session.open_sign_in()
    files.arrive([B])
    assert signed_in(session, sqlite_office).compared == [(A, B)]


def test_a_start_without_files_brings_the_window_to_the_front(
    qtbot: QtBot, session: Session, sqlite_office: TestOffice
) -> None:
    files = arriving(session)
    screen = signed_in(session, sqlite_office)
    window = session.window
    assert window is not None
    window.showMinimized()
    files.arrive([])
    assert not window.windowState() & Qt.WindowState.WindowMinimized
    assert window.isActiveWindow()
    assert screen.compared == []


def test_a_locked_window_gets_its_files_when_it_is_unlocked(
    session: Session, sqlite_office: TestOffice
) -> None:
    files = arriving(session)
    screen = signed_in(session, sqlite_office)
    window = session.open_main(sqlite_office.services, sqlite_office.clerk)
    assert jobs.wait_all()
    found = window.stack.bring("comparison")
    assert isinstance(found, ComparisonPage)
    screen = found
    assert window.lock is not None
    window.lock.lock()
    files.arrive([A, B])
    assert screen.compared == []
    window.lock._unlock()
    assert screen.compared == [(A, B)]


def test_files_after_signing_out_wait_for_the_next_person(
    session: Session, sqlite_office: TestOffice
) -> None:
    files = arriving(session)
    before = signed_in(session, sqlite_office)
    session.open_sign_in()
    files.arrive([A, B])
    assert before.compared == []
    assert jobs.wait_all()
    assert signed_in(session, sqlite_office).compared == [(A, B)]
