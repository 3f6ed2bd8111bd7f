"""A comparison screen on a real database, for the tests of what a reviewer does on it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.documents.document import Document
from desktop_app.instruments.annotations.service import ThreadRow
from desktop_app.instruments.vocabulary import InstrumentKind, ThreadKind
from desktop_app.settings import Settings
from desktop_app.staff.roles import Actor
from tests.department import TestOffice
from tests.ui.comparison_samples import gallery_bylaw
from ui import jobs
from ui.comparison.screen import ComparisonScreen
from ui.theme import appearance
from ui.widgets.comparison_view import ComparisonReading
from ui.widgets.plain import PlainLabel
from ui.workplace import Workplace

TITLE = "آیین‌نامه تأسیس و نظارت بر نگارخانه‌ها"


@pytest.fixture(autouse=True)
def dressed(qapp: QApplication) -> Iterator[None]:
    """Right to left, light, nothing left running."""
    direction = qapp.layoutDirection()
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    appearance().choose("light")
    appearance().put_on(qapp)
    yield
    assert jobs.wait_all()
    qapp.setLayoutDirection(direction)


def document(text: str, *left_out: str) -> Document:
    return Document("draft.txt", text, left_out, "txt", hashlib.sha256(text.encode()).hexdigest())


def instrument_of(office: TestOffice, *texts: str) -> int:
    """An instrument with these revisions, else those of the bylaw on galleries."""
    bylaw = gallery_bylaw()
    made = office.services.drafting.register(office.reviewer, InstrumentKind.BYLAW, TITLE)
    for text in texts or (bylaw.old.text, bylaw.new.text):
        office.services.drafting.add_revision(office.reviewer, made.row.id, document(text))
    return made.row.id


def comparison_screen(qtbot: QtBot, office: TestOffice) -> ComparisonScreen:
    """The screen of a reviewer who has compared nothing yet."""
    made = ComparisonScreen(Workplace(office.services, office.reviewer, Settings()))
    qtbot.addWidget(made)
    made.resize(1272, 788)
    made.show()
    made.shown()
    assert jobs.wait_all()
    return made


def compared_screen(
    qtbot: QtBot, office: TestOffice, instrument: int, *, actor: Actor | None = None
) -> ComparisonScreen:
    """The screen with the first two revisions side by side."""
    made = ComparisonScreen(Workplace(office.services, actor or office.reviewer, Settings()))
    qtbot.addWidget(made)
    made.resize(1272, 788)
    made.show()
    made.open_item((instrument, 1, 2))
    assert jobs.wait_all()
    return made


def reading(screen: ComparisonScreen) -> ComparisonReading:
    found = screen.page.view.reading
    assert found is not None
    return found


@pytest.fixture
def instrument(sqlite_office: TestOffice) -> int:
    """An instrument with two revisions."""
    drafting, actor = sqlite_office.services.drafting, sqlite_office.reviewer
    made = drafting.register(actor, InstrumentKind.BYLAW, TITLE)
    bylaw = gallery_bylaw()
    for text in (bylaw.old.text, bylaw.new.text):
        drafting.add_revision(actor, made.row.id, document(text))
    return made.row.id


@pytest.fixture
def screen(qtbot: QtBot, sqlite_office: TestOffice) -> ComparisonScreen:
    return comparison_screen(qtbot, sqlite_office)


@pytest.fixture
def compared(screen: ComparisonScreen, instrument: int) -> ComparisonScreen:
    """The screen with both revisions side by side."""
    screen.open_item((instrument, 1, 2))
    assert jobs.wait_all()
    return screen


def labels(widget: QWidget) -> list[str]:
    return [label.text() for label in widget.findChildren(PlainLabel)]


def annotate(office: TestOffice, instrument: int, words: str, text: str = "ناسازگار است") -> ThreadRow:
    start = gallery_bylaw().new.text.index(words)
    return office.services.annotations.annotate(
        office.reviewer, instrument, 2, start, start + len(words), ThreadKind.OBJECTION, text
    )
