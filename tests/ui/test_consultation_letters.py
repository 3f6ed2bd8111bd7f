"""Letters of a consultation in the window: invitations and notices, looked at, sent out and printed by keys."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop_app.clock import FixedClock
from desktop_app.people.experts import ExpertWords
from tests.department import TestOffice
from tests.instruments.consulting import Consultation
from tests.reports.pdf.reading import by_pdfium
from tests.ui.consultation import settle, workplace
from tests.ui.keyboard import CONTROL, activate, click, press
from ui import jobs
from ui.instruments.screen import InstrumentsScreen


@pytest.fixture
def screen(qtbot: QtBot, sqlite_office: TestOffice, clock: FixedClock) -> Iterator[InstrumentsScreen]:
    """The drafts with one that stands before the public, to which two are invited."""
    office = sqlite_office
    consultation = Consultation(office, clock).opened()
    experts = [
        office.services.experts.add(office.clerk, ExpertWords(name, fields=("نشر",)))
        for name in ("بهرام ناصری", "نیلوفر جاوید")
    ]
    office.services.invitations.invite(office.clerk, consultation.id, [one.id for one in experts])
    made = InstrumentsScreen(workplace(office, office.clerk))
    qtbot.addWidget(made)
    made.resize(1272, 788)
    activate(made)
    made.shown()
    settle(made)
    yield made
    assert jobs.wait_all()


def test_invitations_are_looked_at_and_go_out_by_keys(
    screen: InstrumentsScreen, sqlite_office: TestOffice, tmp_path: Path
) -> None:
    click(screen.details.life.invite)
    assert jobs.wait_all()
    press(screen.papers.inviting.list, Qt.Key.Key_P, CONTROL)
    assert jobs.wait_all()
    page = screen.papers.letters
    assert page.isVisible()
    assert (page.preview.pages, page.state.text()) == (2, "۰ نامه از ۲ نامه صادر شده است")
    press(page, Qt.Key.Key_Return, CONTROL)
    assert jobs.wait_all()
    assert page.state.text() == "۲ نامه از ۲ نامه صادر شده است"
    assert page.issue_button.isHidden()
    page.work.ask_path = lambda _suggested, _kinds: tmp_path / "letters.pdf"
    press(page, Qt.Key.Key_S, CONTROL)
    assert jobs.wait_all()
    pages = by_pdfium((tmp_path / "letters.pdf").read_bytes())
    assert ["۱۴۰۵/۱" in pages[0], "۱۴۰۵/۲" in pages[1]] == [True, True]
    press(page.preview.view, Qt.Key.Key_Escape)
    assert screen.papers.inviting.isVisible()


def test_a_notice_is_addressed_goes_out_and_is_found_again(
    screen: InstrumentsScreen, sqlite_office: TestOffice
) -> None:
    click(screen.details.life.notice)
    assert jobs.wait_all()
    page = screen.papers.letters
    assert page.state.text() == "پیش‌نویس، بدون شماره"
    press(page, Qt.Key.Key_Return, CONTROL)
    assert jobs.wait_all()
    assert "گیرنده" in page.refusals.card.words.text()
    page.address.setPlainText("انجمن ناشران\nتهران")
    press(page, Qt.Key.Key_Return, CONTROL)
    assert jobs.wait_all()
    assert "۱۴۰۵/۱" in page.state.text()
    assert page.pages is not None
    assert page.pages.pdf is not None
    assert "انجمن ناشران" in by_pdfium(page.pages.pdf)[0]
    out = page.pages.pdf
    page.earlier.setCurrentIndex(0)
    assert jobs.wait_all()
    assert page.state.text() == "پیش‌نویس، بدون شماره"
    page.earlier.setCurrentIndex(1)
    assert jobs.wait_all()
    assert page.pages.pdf == out
    press(page.preview.view, Qt.Key.Key_Escape)
    assert screen.details.isVisible()
