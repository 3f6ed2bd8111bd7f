"""Keys that are struck faster than the database answers: none acts on the wrong petition, none is lost."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from sqlalchemy import event
from sqlalchemy.engine import Engine

from desktop_app.petitions.vocabulary import Status
from tests.department import TestOffice
from tests.ui.desk_window import DeskWindow, desk
from ui import jobs
from ui.petitions.desk.sending import Mode

ITEMS = 5


@pytest.fixture
def office(sqlite_office: TestOffice) -> TestOffice:
    for number in range(ITEMS):
        sqlite_office.registered(f"متن {number}", subject=f"پرونده {number}")
    return sqlite_office


@pytest.fixture
def clerk(office: TestOffice) -> Iterator[DeskWindow]:
    with desk(office, office.manager) as opened:
        opened.show()
        opened.focus_table()
        opened.settle()
        # Without a window manager nobody makes the window active again when a list has closed.
        opened.screen.details.composer.order.recipients.changed.connect(opened.window.activateWindow)
        yield opened


@contextmanager
def held_database() -> Iterator[Event]:
    """Every statement waits until the event is set."""
    free = Event()

    def wait(*_: Any) -> None:
        assert free.wait(60)

    event.listen(Engine, "before_cursor_execute", wait)
    try:
        yield free
    finally:
        free.set()
        event.remove(Engine, "before_cursor_execute", wait)


def strike(clerk: DeskWindow, text: str, *, control: bool = False) -> None:
    """Strikes keys where the focus is, without waiting for anything."""
    for letter in text:
        key = int(Qt.Key.Key_Return) if letter == "\n" else ord(letter.upper())
        modifiers = Qt.KeyboardModifier.ControlModifier if control else Qt.KeyboardModifier.NoModifier
        written = "" if control or letter == "\n" else letter
        for down in (True, False):
            # An open list takes the keys, as it does from a keyboard.
            place = QApplication.activePopupWidget() or clerk.focus()
            QTest.simulateEvent(place, down, key, modifiers, written, False)


def refer(clerk: DeskWindow) -> None:
    """«ارجاع», a letter of a unit with its first line, and sending: what a fast clerk types for each petition."""
    strike(clerk, "ق")
    strike(clerk, "ا\n")
    strike(clerk, "\n", control=True)


def states(clerk: DeskWindow) -> list[tuple[str, str]]:
    model = clerk.screen.model
    rows = [model.row_at(at) for at in range(model.rowCount())]
    return [(row.unit_name, row.status) for row in rows if row is not None]


def test_petitions_are_referred_one_after_the_other_while_the_database_is_slow(clerk: DeskWindow) -> None:
    with held_database() as free:
        for _ in range(ITEMS):
            refer(clerk)
        free.set()
        clerk.settle()
    found = states(clerk)
    assert clerk.screen.bulk.marks.count == 0
    assert {status for _, status in found} == {Status.REFERRED}
    assert len({unit for unit, _ in found}) == 1
    assert {clerk.stored(number).version for number in clerk.screen.model.ids_of(range(20))} == {2}


def test_letters_wait_for_the_petition_that_is_being_read(clerk: DeskWindow) -> None:
    shown = clerk.shown.id
    with held_database() as free:
        strike(clerk, "ت")
        jobs.wait_all(0.2)
        strike(clerk, "قس")
        assert clerk.screen.bulk.marks.count == 0
        free.set()
        clerk.settle()
    assert clerk.shown.id != shown
    assert clerk.mode is Mode.ORDER
    assert clerk.screen.bulk.marks.count == 0


def test_selecting_does_not_wait(clerk: DeskWindow) -> None:
    before = clerk.screen.table.current_table_row()
    with held_database() as free:
        strike(clerk, "تتس")
        assert clerk.screen.table.current_table_row() > before + 1
        assert clerk.screen.bulk.marks.count == 1
        free.set()
        clerk.settle()


def test_a_letter_is_for_the_place_where_it_was_struck(clerk: DeskWindow) -> None:
    edit = clerk.screen.details.composer.edit
    with held_database() as free:
        strike(clerk, "ت")
        jobs.wait_all(0.2)
        strike(clerk, "د")
        # A click into the box before the petition is there.
        QTest.mouseClick(edit.viewport(), Qt.MouseButton.LeftButton)
        strike(clerk, "سلام")
        free.set()
        clerk.settle()
    assert (clerk.mode, edit.toPlainText()) == (Mode.NOTE, "سلام")
