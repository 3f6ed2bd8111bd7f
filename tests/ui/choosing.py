"""Choosing in the finder of the filter, by typing as a person does, and the recipients of an order."""

from __future__ import annotations

from PySide6.QtCore import Qt

from desktop_app.petitions.referrals.side import SidePlace
from tests.department import TestOffice
from tests.ui.desk_window import DeskWindow
from tests.ui.keyboard import press, type_text
from ui.petitions.referrals.order_fields import OrderFields
from ui.widgets.finder import FinderDialog


def open_finder(clerk: DeskWindow) -> FinderDialog:
    """What is open at the moment."""
    finder = clerk.screen.filter.finder.dialog
    assert finder is not None
    assert finder.isVisible()
    return finder


def choose(clerk: DeskWindow, typed: str) -> None:
    """Types into the finder that is open and takes its first line."""
    finder = open_finder(clerk)
    clerk.settle()
    finder.field.clear()
    type_text(finder.field, typed)
    press(finder.field, Qt.Key.Key_Return)
    clerk.settle()


def choose_music(order: OrderFields, office: TestOffice) -> None:
    """Chooses the unit of music as the recipient of an order."""
    order.recipients.add(music_of(office))


def music_of(office: TestOffice) -> SidePlace:
    return SidePlace(office.music.id, None, office.music.name, "")


def choose_recipient(order: OrderFields, typed: str) -> None:
    """Types into the field of the recipients and takes the first line of its list."""
    field = order.recipients.field
    type_text(field, typed)
    assert field.list_view is not None
    assert field.list_view.isVisible()
    press(field.list_view, Qt.Key.Key_Return)
