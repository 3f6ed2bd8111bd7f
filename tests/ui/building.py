"""A draft with two revisions, from which the next one is built on the screen."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop_app.clock import FixedClock
from tests.department import TestOffice
from tests.ui import keyboard
from tests.ui.comparing import compared_screen, instrument_of, reading
from tests.ui.prepared import begins_with, its_given, its_office
from ui import jobs
from ui.comparison.screen import ComparisonScreen
from ui.widgets.comparison_view import ChangeKind

OLD = (
    "ماده ۱ـ متقاضی درخواست خود را به اداره تحویل می‌دهد.\n"
    "ماده ۲ـ مهلت پاسخ سی روز است.\n"
    "تبصره ـ جمعه‌ها به شمار نمی‌آید.\n"
    "ماده ۳ـ نگارخانه متخلف اخطار کتبی می‌گیرد.\n"
)
NEW = OLD.replace("سی", "شصت").replace("تبصره ـ جمعه‌ها به شمار نمی‌آید.\n", "").replace("کتبی", "شفاهی")
CONTROL = Qt.KeyboardModifier.ControlModifier


def compared_draft(office: TestOffice, clock: FixedClock) -> int:
    del clock
    return instrument_of(office, OLD, NEW)


prepared = begins_with(compared_draft)
sqlite_office, instrument = its_office, its_given


@pytest.fixture
def compared(qtbot: QtBot, sqlite_office: TestOffice, instrument: int) -> ComparisonScreen:
    return compared_screen(qtbot, sqlite_office, instrument)


@pytest.fixture
def building(compared: ComparisonScreen) -> ComparisonScreen:
    """The screen while the next revision is built."""
    keyboard.press(compared.page.view, ord("ذ"), text="ذ")
    assert compared.desk.building.active
    return compared


def change(screen: ComparisonScreen, kind: ChangeKind) -> int:
    return next(i for i, one in enumerate(reading(screen).changes) if one.kind is kind)


def take_old(screen: ComparisonScreen, kind: ChangeKind) -> None:
    screen.page.view.select_change(change(screen, kind))
    keyboard.press(screen.page.view, Qt.Key.Key_Right, CONTROL)
    assert jobs.wait_all()


def said_by(screen: ComparisonScreen) -> list[tuple[str, object]]:
    said: list[tuple[str, object]] = []
    screen.message.connect(lambda words, undo: said.append((words, undo)))
    return said
