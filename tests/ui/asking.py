"""A draft with two uncertain pairs, and the page that asks about them."""

from __future__ import annotations

import hashlib
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop_app.clock import FixedClock
from desktop_app.documents.document import Document
from desktop_app.instruments.comments.service import NewComment
from desktop_app.instruments.vocabulary import InstrumentKind, ThreadKind
from tests.department import TestOffice
from tests.instruments.consulting import exposed_now
from tests.rewritten_bylaw import AFTER, BEFORE
from tests.ui import keyboard
from tests.ui.comparing import compared_screen
from tests.ui.prepared import begins_with, its_given, its_office
from ui import jobs
from ui.comparison.question_page import QuestionPage
from ui.comparison.screen import ComparisonScreen

UPLOAD, PRICES, INSURED = (AFTER.index(label) for label in ("ماده 5", "ماده 6", "ماده 11"))


def compared_draft(office: TestOffice, clock: FixedClock) -> int:
    """Two revisions with two uncertain pairs; an annotation and a comment are on the first article of them."""
    services, reviewer = office.services, office.reviewer
    number = services.drafting.register(reviewer, InstrumentKind.BYLAW, "آیین‌نامه نمونه").row.id
    before, after = (
        Document("sample.txt", text, (), "txt", hashlib.sha256(text.encode()).hexdigest())
        for text in (BEFORE, AFTER)
    )
    services.drafting.add_revision(reviewer, number, before)
    at = BEFORE.index("پنج روز")
    services.annotations.annotate(reviewer, number, 1, at, at + 7, ThreadKind.QUESTION, "روز کاری؟")
    exposed_now(services, number)
    services.comments.take_in(reviewer, number, [NewComment("کم است", provision="ماده 3")])
    clock.advance(timedelta(days=20))
    services.drafting.add_revision(reviewer, number, after)
    return number


prepared = begins_with(compared_draft)
sqlite_office, instrument = its_office, its_given


@pytest.fixture
def compared(qtbot: QtBot, sqlite_office: TestOffice, instrument: int) -> ComparisonScreen:
    return compared_screen(qtbot, sqlite_office, instrument)


@pytest.fixture
def asked(compared: ComparisonScreen) -> ComparisonScreen:
    """The screen with its first question."""
    keyboard.press(compared.page.view, Qt.Key.Key_Q, text="q")
    assert page(compared).isVisible()
    return compared


def page(screen: ComparisonScreen) -> QuestionPage:
    return screen.desk.asking.page


def press(screen: ComparisonScreen, key: int, text: str = "") -> None:
    widget = QApplication.focusWidget() or page(screen)
    keyboard.press(widget, key, text=text)
    assert jobs.wait_all()


def rows(screen: ComparisonScreen) -> list[tuple[str, str]]:
    return [(row.title, row.summary) for row in screen.page.questions.list.rows()]


def said_by(screen: ComparisonScreen) -> list[tuple[str, object]]:
    said: list[tuple[str, object]] = []
    screen.message.connect(lambda words, undo: said.append((words, undo)))
    return said


def cards(screen: ComparisonScreen) -> list[str]:
    body = page(screen).body
    assert body is not None
    return [AFTER[slice(*card.candidate.new)].partition("ـ")[0] for card in body.cards]
