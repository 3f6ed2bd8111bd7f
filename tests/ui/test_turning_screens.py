"""A petition is taken as a comment from the desk and back, a comment registered as a petition, by keys."""

from __future__ import annotations

from PySide6.QtCore import Qt

from tests.department import TestOffice
from tests.intake.test_turning import opened, registered
from tests.ui.desk_window import desk
from tests.ui.keyboard import click, press
from ui.widgets.finder import Finder


def test_it_is_taken_as_a_comment_by_keys_and_taken_back(sqlite_office: TestOffice) -> None:
    office = sqlite_office
    consultation, number = opened(office), registered(office)
    with desk(office, office.clerk) as window:
        window.show(keep=number)
        window.focus_table()
        window.letter("c")
        finder = window.screen.turning.finder
        assert isinstance(finder, Finder)
        press(finder.field, Qt.Key.Key_Return)
        window.settle()
        assert window.stored(number).outcome == "commented"
        assert len(office.services.comments.of_instrument(consultation)) == 1
        click(window.window.message_bar._undo_button)
        window.settle()
        assert window.stored(number).outcome is None
        assert "درخواست" in window.message


def test_with_no_open_draft_there_is_nothing_to_choose(sqlite_office: TestOffice) -> None:
    number = registered(sqlite_office)
    with desk(sqlite_office, sqlite_office.clerk) as window:
        window.show(keep=number)
        window.focus_table()
        window.letter("c")
        finder = window.screen.turning.finder
        assert isinstance(finder, Finder)
        press(finder.field, Qt.Key.Key_Return)
        window.settle()
        assert window.stored(number).outcome is None
        finder.close()
