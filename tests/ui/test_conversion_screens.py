"""A petition is taken as a comment from the desk and back, a comment registered as a petition, by keys."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop_app.petitions.lists.inbox import ListFilter, Scope
from tests.department import TestOffice
from tests.intake.test_conversion import AS_COMMENT, opened, registered
from tests.ui.consultation import settle, workplace
from tests.ui.desk_window import desk
from tests.ui.keyboard import activate, click, press
from ui.comments.screen import CommentsScreen
from ui.widgets.finder import FinderDialog


def test_it_is_taken_as_a_comment_by_keys_and_taken_back(sqlite_office: TestOffice) -> None:
    office = sqlite_office
    consultation, number = opened(office), registered(office)
    with desk(office, office.clerk) as window:
        window.show(keep=number)
        window.focus_table()
        window.key(Qt.Key.Key_N, shift=True, text="N")
        finder = window.screen.turning.finder
        assert isinstance(finder, FinderDialog)
        press(finder.field, Qt.Key.Key_Return)
        window.settle()
        assert window.stored(number).outcome == "commented"
        assert len(office.services.comments.of_instrument(consultation)) == 1
        click(window.window.message_bar.undo_button)
        window.settle()
        assert window.stored(number).outcome is None
        assert "درخواست" in window.message
        # Days later, too: the same key.
        office.services.conversion.into_comment(
            office.clerk, number, window.stored(number).version, consultation
        )
        window.show(scope=Scope.CLOSED, keep=number)
        window.screen.details.reload()
        window.settle()
        activate(window.window)
        window.focus_table()
        window.key(Qt.Key.Key_N, shift=True, text="N")
        assert window.stored(number).outcome is None


def test_a_comment_is_registered_as_a_petition_and_traced_by_keys(
    sqlite_office: TestOffice, qtbot: QtBot
) -> None:
    office = sqlite_office
    consultation = opened(office)
    office.services.comments.take_in(office.reviewer, consultation, [AS_COMMENT])
    administrator = office.administrator
    screen = CommentsScreen(workplace(office, administrator))
    qtbot.addWidget(screen)
    screen.resize(1272, 788)
    activate(screen)
    screen.open_item(consultation)
    settle(screen)
    screen.page.comments.setFocus()
    press(screen.page.comments, Qt.Key.Key_Q, text="q")
    finder = screen.origins.finder
    assert isinstance(finder, FinderDialog)
    press(finder.field, Qt.Key.Key_Return)
    settle(screen)
    assert office.services.inbox.count(office.manager, ListFilter()) == 1
    activate(screen)
    press(screen.page.comments, Qt.Key.Key_O, text="o")
    settle(screen)
    dialog = screen.origins.dialog
    assert dialog is not None
    # They are no reviewer, and not of its unit: that is said.
    assert dialog.trouble.isVisible()
    dialog.close()


def test_with_no_open_draft_there_is_nothing_to_choose(sqlite_office: TestOffice) -> None:
    number = registered(sqlite_office)
    with desk(sqlite_office, sqlite_office.clerk) as window:
        window.show(keep=number)
        window.focus_table()
        window.key(Qt.Key.Key_N, shift=True, text="N")
        finder = window.screen.turning.finder
        assert isinstance(finder, FinderDialog)
        press(finder.field, Qt.Key.Key_Return)
        window.settle()
        assert window.stored(number).outcome is None
        finder.close()
