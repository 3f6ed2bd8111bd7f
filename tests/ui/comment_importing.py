"""A window with the comments on a draft, into which files are imported."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from desktop_app.clock import FixedClock
from desktop_app.instruments.model import Instrument
from desktop_app.instruments.vocabulary import InstrumentStatus
from desktop_app.staff.roles import Actor
from tests.department import TestOffice
from tests.instruments.consulting import made_history
from tests.ui.consultation import FIRST, comment, draft, open_window, workplace
from tests.ui.keyboard import activate, press
from tests.ui.prepared import begins_with, its_given, its_office
from ui import jobs
from ui.actions import commands
from ui.comments.screen import CommentsScreen
from ui.importing.page import ImportPage
from ui.instruments.screen import InstrumentsScreen
from ui.main_window import MainWindow

HEADER = ("شناسه", "متن نظر", "نام", "ماده")
GOOD = ("C-1", "مدت پروانه کم است.", "مریم سعیدی", "ماده ۲")


IMPORT = "وارد کردن نظرها…"


class Window:
    """The comments in a window, and before them the drafts if `with_drafts`."""

    def __init__(self, office: TestOffice, actor: Actor, *, with_drafts: bool) -> None:
        self.office = office
        drafts = {"drafts": InstrumentsScreen} if with_drafts else {}
        self.window = MainWindow(workplace(office, actor), {**drafts, "comments": CommentsScreen})
        self.window.resize(1440, 868)
        activate(self.window)
        self.settle()

    def settle(self) -> None:
        for _ in range(3):
            assert jobs.wait_all()
            QApplication.processEvents()

    @property
    def drafts(self) -> InstrumentsScreen:
        screen = self.window.stack.screens["drafts"]
        assert isinstance(screen, InstrumentsScreen)
        return screen

    @property
    def comments(self) -> CommentsScreen:
        # Coming to the front it would read everything again.
        if self.window.screen_name != "comments":
            self.window.go("comments")
            self.settle()
        screen = self.window.stack.screens["comments"]
        assert isinstance(screen, CommentsScreen)
        return screen

    @property
    def page(self) -> ImportPage:
        found = self.comments.importing.page
        assert found is not None
        assert found.isVisible()
        return found

    def show_draft(self, number: int) -> None:
        self.window.go("drafts", number)
        self.settle()

    def look(self, path: Path) -> ImportPage:
        """Chooses a file where one is asked for, by the button there."""
        page = self.page
        page.choose_file = lambda: str(path)
        page.choose()
        self.settle()
        return page

    def run(self, path: Path) -> ImportPage:
        page = self.look(path)
        assert page.plan_page.import_button.hasFocus()
        press(page.plan_page.import_button, Qt.Key.Key_Space)
        self.settle()
        assert page.result.isVisible()
        return page

    def offered(self) -> list[str]:
        front = self.window.current_screen()
        assert front is not None
        return [action.text() for action in commands(front) if action.text() == IMPORT]

    @property
    def said(self) -> str:
        return self.window.message_bar.text


@contextmanager
def window_of(office: TestOffice, actor: Actor, *, with_drafts: bool = True) -> Iterator[Window]:
    made = Window(office, actor, with_drafts=with_drafts)
    try:
        yield made
    finally:
        made.settle()
        made.window.close()
        made.window.deleteLater()


def consultation(office: TestOffice) -> int:
    """A directive before the public, without a comment."""
    made = draft(office, FIRST)
    open_window(office, made.row.id, date(2026, 11, 20), date(2026, 12, 5))
    return made.row.id


def one_consultation(office: TestOffice, clock: FixedClock) -> int:
    del clock
    return consultation(office)


prepared = begins_with(one_consultation)
sqlite_office, number = its_office, its_given


@pytest.fixture
def clerk(sqlite_office: TestOffice, number: int) -> Iterator[Window]:
    """A clerk's window on the comments on the draft, of which there is one."""
    comment(sqlite_office, number, "با همه آن موافقم.")
    with window_of(sqlite_office, sqlite_office.clerk, with_drafts=False) as opened:
        assert opened.comments.page.review is not None
        yield opened


def set_state(office: TestOffice, number: int, status: InstrumentStatus) -> None:
    with made_history(office.services), office.services.database.writing() as session:
        session.get_one(Instrument, number).status = status.value
