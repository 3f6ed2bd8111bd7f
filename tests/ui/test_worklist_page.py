"""Ctrl+P in the inbox: the worklist of the day, looked at, saved, for a manager's unit too."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from tests.department import TestOffice
from tests.ui.desk_window import desk
from ui import jobs


def test_ctrl_p_shows_the_page_and_escape_leads_back(sqlite_office: TestOffice, tmp_path: Path) -> None:
    sqlite_office.taken(subject="مجوز کتاب")
    with desk(sqlite_office, sqlite_office.clerk) as shown:
        shown.key(Qt.Key.Key_P, control=True)
        page = shown.screen.papers.worklist
        assert page is not None
        assert page.isVisible()
        assert (page.preview.pages, page.whose.isHidden()) == (1, True)
        assert shown.screen.title() == "برنامهٔ کار امروز"
        page.work.ask_path = lambda suggested, _kinds: tmp_path / suggested.name
        shown.key(Qt.Key.Key_S, control=True)
        written = tmp_path / "برنامهٔ کار 1405-09-03.pdf"
        assert page.opened is not None
        assert written.read_bytes() == page.opened.pdf
        asked: list[int] = []

        def not_today(printer: QPrinter, _owner: QWidget) -> bool:
            asked.append(printer.toPage())
            return False

        page.work.ask_printer = not_today
        shown.key(Qt.Key.Key_P, control=True)
        assert asked == [1]
        shown.key(Qt.Key.Key_Escape)
        assert shown.screen.pages.currentIndex() == 0


def test_a_manager_chooses_the_unit(sqlite_office: TestOffice) -> None:
    sqlite_office.registered(unit=sqlite_office.music)
    with desk(sqlite_office, sqlite_office.music_manager) as shown:
        shown.key(Qt.Key.Key_P, control=True)
        page = shown.screen.papers.worklist
        assert page is not None
        assert page.whose.isVisible()
        page.whose.setFocus()
        QTest.keyClick(page.whose, Qt.Key.Key_Down)
        assert jobs.wait_all()
        assert page.opened is not None
        assert page.opened.worklist.unit_name == sqlite_office.music.name
