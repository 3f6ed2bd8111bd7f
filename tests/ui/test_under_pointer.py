"""A click opens nothing under the resting pointer that would take the next one, on the desk."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QPushButton

from desktop_app.petitions.lists.inbox import View
from tests.department import TestOffice
from tests.ui.desk_window import desk
from tests.ui.under_pointer import taken_clicks


@pytest.mark.parametrize(("width", "height"), [(1440, 868), (1366, 768), (960, 600)])
def test_no_button_of_the_desk_gives_its_place_to_another(
    sqlite_office: TestOffice, width: int, height: int
) -> None:
    made = [sqlite_office.taken(text=f"متن {number}") for number in range(3)]
    with desk(sqlite_office, sqlite_office.clerk) as clerk:
        clerk.window.resize(width, height)
        clerk.show(View.MINE, keep=made[0].id)
        clerk.screen.preview.open()
        clerk.settle()
        assert taken_clicks(clerk.window) == []


def test_what_covers_a_button_is_found(sqlite_office: TestOffice) -> None:
    made = sqlite_office.taken()
    with desk(sqlite_office, sqlite_office.clerk) as clerk:
        clerk.show(View.MINE, keep=made.id)
        button = clerk.screen.details.composer.send_button
        cover = QPushButton("روی آن", button.parentWidget())
        cover.hide()

        def lay_over() -> None:
            cover.setGeometry(button.geometry())
            cover.show()
            cover.raise_()

        button.clicked.connect(lay_over)
        assert any("QPushButton" in found for found in taken_clicks(clerk.window))
