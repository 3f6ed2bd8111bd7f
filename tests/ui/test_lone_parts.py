"""A part that is told to be visible before it has a place is a small window of its own for a moment: it flashes on
the desktop, and takes the keyboard away from the program."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.department import TestOffice
from tests.ui.consultation import FIRST, SECOND, comment, draft, open_window, settle, workplace
from tests.ui.desk_window import desk
from tests.ui.keyboard import activate
from ui.comments.campaign_dialog import CampaignDialog
from ui.comments.screen import CommentsScreen
from ui.instruments.screen import InstrumentsScreen

COMMON = "مدت پروانه باید بیشتر از یک سال باشد تا نگارخانه‌ها بتوانند برنامه‌ریزی کنند."


class _Seen(QObject):
    """Notes every widget that is shown as a window and has no parent."""

    def __init__(self, but: tuple[type[QWidget], ...]) -> None:
        super().__init__()
        self.lone: list[str] = []
        self._but = but

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is not QEvent.Type.Show or not isinstance(watched, QWidget):
            return False
        if watched.isWindow() and watched.parent() is None and not isinstance(watched, self._but):
            self.lone.append(repr(watched))
        return False


@contextmanager
def no_lone_parts(*but: type[QWidget]) -> Iterator[None]:
    app = QApplication.instance()
    assert app is not None
    seen = _Seen(but)
    app.installEventFilter(seen)
    try:
        yield
    finally:
        app.removeEventFilter(seen)
    assert seen.lone == []


def test_the_register_of_experts(sqlite_office: TestOffice) -> None:
    sqlite_office.registered()
    with desk(sqlite_office, sqlite_office.clerk) as shown, no_lone_parts():
        shown.window.go("people")
        shown.settle()
        assert shown.window.isActiveWindow()


def test_drafts_and_their_details(sqlite_office: TestOffice, qtbot: QtBot) -> None:
    draft(sqlite_office, FIRST, SECOND)
    with no_lone_parts(InstrumentsScreen):
        screen = InstrumentsScreen(workplace(sqlite_office, sqlite_office.reviewer))
        qtbot.addWidget(screen)
        activate(screen)
        screen.shown()
        settle(screen)


def test_comments_and_a_group_of_them(sqlite_office: TestOffice, qtbot: QtBot) -> None:
    number = draft(sqlite_office, FIRST).row.id
    open_window(sqlite_office, number, date(2026, 11, 20), date(2026, 12, 5))
    for n in range(3):
        comment(sqlite_office, number, COMMON, provision="ماده ۱", sender=f"فرستنده {n}")
    with no_lone_parts(CommentsScreen):
        screen = CommentsScreen(workplace(sqlite_office, sqlite_office.reviewer))
        qtbot.addWidget(screen)
        activate(screen)
        screen.shown()
        settle(screen)
        settle(screen)
        screen.page.comments.go_to(0)
        screen.page.comments.opened.emit(screen.page.comments.current())
        settle(screen)
        assert screen.findChildren(CampaignDialog)
