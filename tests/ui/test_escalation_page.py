"""G, D in the inbox: what is late in a manager's units; numbers open their petitions, the page is printed."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop_app.office.settings import AnswerDeadline
from desktop_app.petitions.vocabulary import Kind
from tests.conftest import NOON
from tests.department import TestOffice
from tests.ui.desk_window import desk


def late(office: TestOffice) -> None:
    office.services.office.set_deadlines(
        office.administrator, tuple(AnswerDeadline(kind.value, None, 5, working=False) for kind in Kind)
    )
    for subject, days in (("دیر", 14), ("خیلی دیر", 60), ("در مهلت", 0)):
        office.taken(subject=subject, received_at=NOON - timedelta(days=days))
    office.taken(office.other_clerk, subject="از همکار", received_at=NOON - timedelta(days=14))


def test_keys_lead_from_the_list_to_a_number_and_its_petitions(
    sqlite_office: TestOffice, tmp_path: Path
) -> None:
    late(sqlite_office)
    with desk(sqlite_office, sqlite_office.manager) as shown:
        shown.focus_table()
        shown.letter("g")
        shown.letter("d")
        page = shown.screen.papers.escalation
        assert page is not None
        assert page.isVisible()
        assert shown.screen.title() == "درخواست‌های معوق"
        assert page.table.hasFocus()
        page.work.ask_path = lambda suggested, _kinds: tmp_path / suggested.name
        shown.key(Qt.Key.Key_S, control=True)
        assert (tmp_path / "درخواست‌های معوق 1405-09-03.pdf").read_bytes().startswith(b"%PDF")
        # From the unit down to the person with the most, on to those over 30 days late.
        for key in (Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Left):
            shown.key(key)
        shown.key(Qt.Key.Key_Return)
        assert shown.screen.pages.currentIndex() == 0
        assert shown.subjects() == ["خیلی دیر"]


def test_a_click_on_a_number_opens_it_and_escape_leads_back(sqlite_office: TestOffice) -> None:
    late(sqlite_office)
    with desk(sqlite_office, sqlite_office.manager) as shown:
        QTest.mouseClick(shown.screen.views.overdue_button, Qt.MouseButton.LeftButton)
        shown.settle()
        page = shown.screen.papers.escalation
        assert page is not None
        shown.key(Qt.Key.Key_Escape)
        assert shown.screen.pages.currentIndex() == 0
        shown.screen.papers.show_escalation()
        shown.settle()
        QTest.mouseClick(
            page.table, Qt.MouseButton.LeftButton, pos=page.table.box_of((0, 0)).center().toPoint()
        )
        shown.settle()
        assert sorted(shown.subjects()) == ["از همکار", "خیلی دیر", "دیر"]


def test_a_clerk_is_not_offered_it_and_nothing_late_is_said_in_words(sqlite_office: TestOffice) -> None:
    with desk(sqlite_office, sqlite_office.clerk) as shown:
        assert shown.screen.views.overdue_button.isHidden()
        shown.focus_table()
        shown.letter("g")
        shown.letter("d")
        assert shown.screen.papers.escalation is None
    with desk(sqlite_office, sqlite_office.music_manager) as shown:
        shown.screen.papers.show_escalation()
        shown.settle()
        page = shown.screen.papers.escalation
        assert page is not None
        assert not page.table.isVisible()
