"""What a search found is marked in the citizen's own words; a search that stopped early goes on."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QTextEdit
from pytestqt.qtbot import QtBot

from desktop_app.persian.joined_numbers import isolated_numbers, without_isolates
from desktop_app.petitions.lists import inbox, searching
from tests.department import TestOffice
from tests.ui.consultation import workplace
from tests.ui.keyboard import activate, click
from ui import jobs
from ui.petitions.desk.citizen_text import CitizenText
from ui.petitions.screen import InboxScreen


def marks(field: QTextEdit) -> list[str]:
    return [one.cursor.selectedText() for one in field.extraSelections()]


def test_the_words_of_a_search_are_marked_in_the_text_and_the_text_stays(qtbot: QtBot) -> None:
    page = CitizenText()
    qtbot.addWidget(page)
    text = "😀 درخواست مُجَوِّز كتاب‌ها <b>مجوز</b>"
    page.mark("مجوز «کتاب‌ها»")
    page.show_text(text)
    assert page.page.toPlainText() == text
    assert marks(page.page) == ["مُجَوِّز", "كتاب‌ها", "مجوز"]
    page.mark("")
    assert marks(page.page) == []


def test_a_number_of_several_parts_is_read_as_it_was_written_found_and_copied_as_it_is_stored(
    qtbot: QtBot,
) -> None:
    page = CitizenText()
    qtbot.addWidget(page)
    text = "نامهٔ ۱۴۰۴/۰۱-۱۰۰۰۱ و تلفن ۰۲۱-۸۸۷۷۶۶۵۵"
    page.show_text(text)
    assert page.page.toPlainText() == isolated_numbers(text)
    page.mark("88776655")
    assert [without_isolates(word) for word in marks(page.page)] == ["۸۸۷۷۶۶۵۵"]
    page.page.selectAll()
    page.page.copy()
    assert QGuiApplication.clipboard().text() == text


def test_a_search_that_stopped_at_its_newest_matches_goes_on(
    qtbot: QtBot, sqlite_office: TestOffice, monkeypatch: pytest.MonkeyPatch
) -> None:
    # A thousand is three here.
    monkeypatch.setattr(inbox, "COUNTED", 3)
    monkeypatch.setattr(searching, "MOST_MATCHES", 4)
    for number in range(7):
        sqlite_office.registered(f"مجوز {number}", unit=sqlite_office.books)
    screen = InboxScreen(workplace(sqlite_office, sqlite_office.clerk))
    qtbot.addWidget(screen)
    screen.resize(1272, 788)
    activate(screen)
    screen.shown()
    assert jobs.wait_all()
    screen.lists.search("مجوز")
    assert jobs.wait_all()
    assert screen.model.outline.total == 3
    assert screen.side.further.isVisible()
    click(screen.side.further)
    assert jobs.wait_all()
    assert screen.model.outline.total == 7
    assert not screen.side.further.isVisible()
    qtbot.waitUntil(lambda: marks(screen.details.body.text.page) == ["مجوز"], timeout=60_000)
