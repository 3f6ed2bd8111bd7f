"""The inbox in the real window, and waiting until nothing is under way; what its tests share."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desktop_app.people.petitioners import Contact
from desktop_app.persian.text import visible_controls
from desktop_app.petitions.desk.detail import PetitionDetail
from desktop_app.petitions.lists.inbox import ListFilter, Scope, View
from desktop_app.petitions.registration.register import NewPetition
from desktop_app.petitions.vocabulary import Channel, Kind
from desktop_app.settings import Settings
from desktop_app.staff.roles import Actor
from tests.conftest import NOON
from tests.department import TestOffice
from tests.ui.keyboard import CONTROL, activate, press, put_away
from ui import jobs
from ui.main_window import MainWindow
from ui.notices.pane import NoticesPane
from ui.people.screen import PeopleScreen
from ui.petitions.desk.sending import BoxMode
from ui.petitions.lists.watch import DeskWatch
from ui.petitions.screen import InboxScreen
from ui.widgets.empty_state import EmptyState
from ui.workplace import Workplace


def ask(watch: DeskWatch) -> None:
    """What was told last may be about any petition: asks at once, without the wait of a rhythm."""
    watch._grow_stale({0})
    watch._ask()


def empty_state(widget: QWidget) -> EmptyState:
    """The page without rows that is seen in the widget."""
    [seen] = [one for one in widget.findChildren(EmptyState) if one.isVisible()]
    return seen


class DeskWindow:
    """One person's window on the office's database."""

    def __init__(self, office: TestOffice, actor: Actor) -> None:
        self.office, self.actor = office, actor
        workplace = Workplace(office.services, actor, Settings(data_folder=Path(), theme="light"))
        self.window = MainWindow(workplace, {"inbox": InboxScreen, "people": PeopleScreen})
        self.window.resize(1440, 868)
        activate(self.window)
        screen = self.window.current_screen()
        assert isinstance(screen, InboxScreen)
        self.screen = screen
        self.settle()

    def settle(self) -> None:
        """Waits until everything that was begun is done."""
        assert jobs.wait_all(), "the window never came to rest"

    def show(self, view: View = View.ALL, scope: Scope = Scope.OPEN, keep: int | None = None) -> None:
        """Shows a view, with the selection on a petition."""
        self.screen.lists.show_list(ListFilter(view=view, scope=scope), keep=keep)
        self.settle()

    def key(self, key: Qt.Key | int, *, control: bool = False, shift: bool = False, text: str = "") -> None:
        """Strikes a key where the focus is in this window, and waits."""
        modifiers = CONTROL if control else Qt.KeyboardModifier.NoModifier
        if shift:
            modifiers |= Qt.KeyboardModifier.ShiftModifier
        press(self.focus(), int(key), modifiers, text)
        self.settle()

    def letter(self, letter: str) -> None:
        """Strikes the key that writes `letter` under the layout in use."""
        self.key(ord(letter.upper()), text=letter)

    def focus(self) -> QWidget:
        found: QWidget | None = self.window.focusWidget()
        return self.screen.table if found is None else found

    def focus_table(self) -> None:
        self.screen.table.setFocus()

    def write(self, text: str) -> None:
        """Puts words into the box as if they had been typed."""
        self.screen.details.composer.edit.setPlainText(text)

    def send(self) -> None:
        """Ctrl+Enter in the box."""
        self.screen.details.composer.edit.setFocus()
        self.key(Qt.Key.Key_Return, control=True)

    @property
    def mode(self) -> BoxMode:
        return self.screen.details.composer.mode

    @property
    def message(self) -> str:
        return self.window.message_bar.text

    @property
    def shown(self) -> PetitionDetail:
        detail = self.screen.details.detail
        assert detail is not None
        return detail

    def stored(self, petition_id: int) -> PetitionDetail:
        """The petition as the database has it."""
        return self.office.services.desk.peek(self.actor, petition_id)

    def subjects(self) -> list[str]:
        """The subjects of the rows of the list, headings left out."""
        model = self.screen.model
        rows = [model.row_at(row) for row in range(model.rowCount())]
        return [visible_controls(row.subject) for row in rows if row is not None]

    def close(self) -> None:
        self.settle()
        self.window.close()
        put_away(self.window)


@contextmanager
def desk(office: TestOffice, actor: Actor) -> Iterator[DeskWindow]:
    """A window of `actor`, closed at the end."""
    made = DeskWindow(office, actor)
    try:
        yield made
    finally:
        made.close()


def opened_bell(window: MainWindow) -> NoticesPane:
    """The notices, opened by their key."""
    press(window.rail, Qt.Key.Key_F9)
    assert jobs.wait_all()
    assert window.side_pane.content is window.bell.centre
    return window.bell.centre


@pytest.fixture
def office(sqlite_office: TestOffice) -> TestOffice:
    return sqlite_office


@pytest.fixture
def clerk(office: TestOffice) -> Iterator[DeskWindow]:
    with desk(office, office.clerk) as opened:
        yield opened


def many(office: TestOffice, count: int) -> None:
    """Petitions «مورد 0» … that came a minute after each other."""
    office.services.register.register_many(
        office.clerk,
        [
            NewPetition(
                Kind.REQUEST,
                Channel.PORTAL,
                f"متن مورد {number}",
                f"مورد {number}",
                Contact(name="زهرا امینی", mobile="09121112233"),
                external_id=f"M-{number}",
                received_at=NOON - timedelta(days=30) + timedelta(minutes=number),
                unit_id=office.books.id,
            )
            for number in range(count)
        ],
    )
