"""What changed since publication and nobody asked for, with and without a revision in between."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from sqlalchemy import func, select

from desktop_app.clock import FixedClock
from desktop_app.instruments.comments.service import NewComment
from desktop_app.instruments.model import Instrument, Revision
from desktop_app.instruments.vocabulary import InstrumentKind
from tests.department import TestOffice
from tests.instruments.consulting import exposed_now, made_history
from tests.ui import keyboard
from tests.ui.comparing import TITLE, compared_screen, document, dressed, reading
from ui import jobs
from ui.comparison.screen import ComparisonScreen

__all__ = ["dressed"]
PUBLISHED = (
    "ماده ۱ـ متقاضی درخواست خود را در سامانه ثبت می‌کند.\n"
    "ماده ۲ـ اداره ظرف سی روز پاسخ می‌دهد.\n"
    "ماده ۳ـ هزینه بررسی بر عهده متقاضی است.\n"
    "ماده ۴ـ کارگروه استانی با سه عضو تشکیل می‌شود.\n"
)
COMMENTED = PUBLISHED.replace("بر عهده متقاضی", "بر عهده اداره")
FINAL = COMMENTED.replace("سی روز", "بیست روز").replace("سه عضو", "پنج عضو")


@pytest.fixture
def published(qtbot: QtBot, sqlite_office: TestOffice, clock: FixedClock) -> ComparisonScreen:
    """The published revision beside the final one; one comment, on article 2."""
    services, reviewer = sqlite_office.services, sqlite_office.reviewer
    number = services.drafting.register(reviewer, InstrumentKind.BYLAW, TITLE).row.id
    services.drafting.add_revision(reviewer, number, document(PUBLISHED))
    exposed_now(services, number)
    services.comments.take_in(reviewer, number, [NewComment("کوتاه‌تر شود", provision="ماده ۲")])
    clock.advance(timedelta(days=20))
    for text in (COMMENTED, FINAL):
        services.drafting.add_revision(reviewer, number, document(text))
    screen = compared_screen(qtbot, sqlite_office, number)
    screen.open_item((number, 1, 3))
    assert jobs.wait_all()
    return screen


def listed(screen: ComparisonScreen) -> list[str]:
    model = screen.page.list.changes
    return [model.index(at).data() for at, row in enumerate(model.rows) if isinstance(row, int)]


def test_changes_that_no_comment_asked_for_are_counted_and_listed(published: ComparisonScreen) -> None:
    chip = published.page.mark_strip.unasked
    assert chip.isVisible()
    assert chip.count == 2
    keyboard.click(chip)
    assert listed(published) == ["ماده ۳", "ماده ۴"]
    model = published.page.list.changes
    tip = model.index(model.row_of(1)).data(Qt.ItemDataRole.ToolTipRole)
    title, happened, note = tip.split("\n")
    assert (title, note) == ("ماده ۳", "هیچ نظری آن را نخواسته است.")
    assert happened == "«متقاضی» شد «اداره»"


def test_the_revision_in_between_accounts_for_what_it_has_already(published: ComparisonScreen) -> None:
    keyboard.click(published.page.mark_strip.unasked)
    assert published.header.middle_button.isVisible()
    menu = published.header.middle_menu()
    assert [action.isChecked() for action in menu.actions()] == [True, False]
    menu.actions()[1].trigger()
    assert jobs.wait_all()
    assert published.page.mark_strip.unasked.count == 1
    assert listed(published) == ["ماده ۴"]
    assert published.header.middle_button.text().startswith("نسخهٔ ۲")


def test_the_filters_of_marks_and_of_publication_hold_together(published: ComparisonScreen) -> None:
    strip = published.page.mark_strip
    published.page.view.select_change(2)
    keyboard.click(strip.unasked)
    keyboard.click(strip.unseen)
    assert listed(published) == ["ماده ۳"]
    keyboard.click(strip.unasked)
    assert listed(published) == ["ماده ۲", "ماده ۳"]


def test_beside_a_revision_that_the_public_never_saw_nothing_is_asked_for(
    published: ComparisonScreen,
) -> None:
    assert published.page.loaded is not None
    assert published.page.loaded.instrument is not None
    published.open_item((published.page.loaded.instrument.row.id, 2, 3))
    assert jobs.wait_all()
    assert len(reading(published).changes) == 2
    assert published.page.mark_strip.unasked.isHidden()
    assert published.header.middle_button.isHidden()


@pytest.mark.parametrize("published_number", [1, 3])
def test_beside_itself_or_an_earlier_one_the_published_revision_is_no_trouble(
    published: ComparisonScreen, sqlite_office: TestOffice, published_number: int
) -> None:
    loaded, told = published.page.loaded, list[object]()
    assert loaded is not None
    assert loaded.instrument is not None
    if published_number == 3:
        services = sqlite_office.services
        with made_history(services), services.database.writing() as session:
            opened = session.get_one(Instrument, loaded.instrument.row.id)
            opened.exposed_revision_id = session.scalar(select(func.max(Revision.id)))
    published.trouble.connect(told.append)
    published.open_item((loaded.instrument.row.id, published_number, 1))
    assert jobs.wait_all()
    assert not told
    assert not published.page.mark_strip.unasked.isVisible()
