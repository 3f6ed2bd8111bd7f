"""The sections of the details pane: empty ones take no room, others fold to a line with what is in them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QTextDocumentFragment

from tests.department import TestOffice
from tests.ui.desk_window import DeskWindow, desk
from ui.petitions.desk.file_sources import FileSource

LONG = "درخواست رسیدگی به تأخیر در صدور مجوز نشر کتاب " * 6


@pytest.fixture
def office(sqlite_office: TestOffice) -> TestOffice:
    return sqlite_office


@pytest.fixture
def clerk(office: TestOffice) -> Iterator[DeskWindow]:
    with desk(office, office.clerk) as opened:
        yield opened


def top_of_history(clerk: DeskWindow) -> int:
    details = clerk.screen.details
    return details.body.history.mapTo(details, QPoint(0, 0)).y()


def test_a_long_subject_takes_one_line_and_is_whole_in_its_tip(clerk: DeskWindow) -> None:
    short = clerk.office.petition("متن", subject="کوتاه")
    long = clerk.office.petition("متن", subject=LONG[:190])
    clerk.show(keep=short.id)
    head = clerk.screen.details.head
    before = head.height()
    clerk.show(keep=long.id)
    assert head.height() == before
    tip = QTextDocumentFragment.fromHtml(head.title.toolTip()).toPlainText()
    assert " ".join(tip.split()) == " ".join(LONG[:190].split())


def test_empty_sections_take_no_room_and_the_time_line_is_in_sight(clerk: DeskWindow, tmp_path: Path) -> None:
    letter = tmp_path / "letter.pdf"
    letter.write_bytes(b"%PDF-1.7\n")
    made = clerk.office.petition("متن کوتاه")
    clerk.show(keep=made.id)
    body, details = clerk.screen.details.body, clerk.screen.details
    assert not body.attachments.isVisible()
    assert not body.improvements.isVisible()
    assert body.attachments.add.isVisible()
    assert body.improvements.make.isVisible()
    foot = details.foot.mapTo(details, QPoint(0, 0)).y()
    assert top_of_history(clerk) + body.history.height() <= foot
    body.attachments.take([FileSource("نامه.pdf", path=letter)])
    clerk.settle()
    assert body.attachments.isVisible()


def test_who_has_it_now_is_one_line_that_opens_by_the_keyboard(clerk: DeskWindow) -> None:
    made = clerk.office.petition("متن", unit=clerk.office.books)
    clerk.show(keep=made.id)
    section = clerk.screen.details.body.holding_section
    assert not section.is_open
    assert clerk.office.books.name in section.button.accessibleName()
    section.button.setFocus()
    clerk.key(Qt.Key.Key_Space)
    assert clerk.screen.details.body.holding.isVisible()


def test_one_section_at_a_time_is_open_in_a_low_window(clerk: DeskWindow) -> None:
    made = clerk.office.petition("متن", unit=clerk.office.books)
    clerk.window.resize(960, 600)
    clerk.show(keep=made.id)
    clerk.focus_table()
    clerk.key(Qt.Key.Key_Space)
    body = clerk.screen.details.body
    assert not body.history_section.is_open
    assert "آخرین:" in body.history_section.button.accessibleName()
    for section in (body.holding_section, body.history_section):
        section.button.setFocus()
        clerk.key(Qt.Key.Key_Space)
    assert not body.holding.isVisible()
    assert body.history.isVisible()
    clerk.window.resize(1440, 868)
    clerk.settle()
    assert body.history.isVisible()
