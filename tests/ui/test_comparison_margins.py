"""The cards of each side stand in its own margin."""

from __future__ import annotations

from tests.department import TestOffice
from tests.ui.annotating import annotate, gallery, screen, show
from tests.ui.keyboard import click
from ui.comparison.screen import ComparisonScreen

__all__ = ["screen"]


def test_a_card_of_old_stands_at_the_right_and_opens_there(
    screen: ComparisonScreen, sqlite_office: TestOffice
) -> None:
    instrument = gallery(sqlite_office)
    thread = annotate(sqlite_office, instrument, 1, "هیئت")
    show(screen, instrument)
    view = screen.page.view
    columns = view.columns
    assert columns is not None
    [placed] = [one for one in view.shown.placed if one.card.side == "old"]
    assert placed.box.left() >= columns.right
    click(view.viewport(), placed.box)
    assert view.shown.active_thread == thread.id


def test_without_cards_of_old_its_text_has_all_the_room(
    screen: ComparisonScreen, sqlite_office: TestOffice
) -> None:
    show(screen, gallery(sqlite_office))
    columns = screen.page.view.columns
    assert columns is not None
    assert columns.old_margin == 0
