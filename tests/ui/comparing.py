"""A comparison screen on a real database, for the tests of what a reviewer does on it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop_app.documents.document import Document
from desktop_app.instruments.vocabulary import InstrumentKind
from desktop_app.settings import Settings
from desktop_app.staff.roles import Actor
from tests.department import TestOffice
from tests.ui.comparison_samples import gallery_bylaw
from ui import jobs
from ui.comparison.screen import ComparisonScreen
from ui.theme import appearance
from ui.widgets.comparison_view import ComparisonReading
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
