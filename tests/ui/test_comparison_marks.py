"""Marking changes: by key, button and menu; kept in the database for the pair, taken back; filtered."""

from __future__ import annotations

import sqlite3

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy import event

from desktop_app.clock import FixedClock
from desktop_app.errors import DatabaseAwayError
from desktop_app.instruments.drafting.review_marks import ChangeKey, MarkState, ReviewerMark
from desktop_app.staff.roles import Actor, Membership, Role
from tests.department import TestOffice
from tests.ui import keyboard
from tests.ui.comparing import compared_screen, dressed, instrument_of, reading
from tests.ui.prepared import begins_with, its_given, its_office
from ui import jobs
from ui.comparison.forms import shown_by
from ui.comparison.marking import MarkLifetime
from ui.comparison.screen import ComparisonScreen
from ui.comparison.sources import FilePair
from ui.widgets.button import Button, IconButton
from ui.widgets.comparison_view import ChangeKind

__all__ = ["dressed"]
WAIT = 20_000


def compared_draft(office: TestOffice, clock: FixedClock) -> int:
    del clock
    return instrument_of(office)


prepared = begins_with(compared_draft)
sqlite_office, instrument = its_office, its_given


@pytest.fixture
def compared(qtbot: QtBot, sqlite_office: TestOffice, instrument: int) -> ComparisonScreen:
    return compared_screen(qtbot, sqlite_office, instrument)


def kept(office: TestOffice, instrument: int) -> dict[tuple[str, ChangeKey], MarkState]:
    marks: tuple[ReviewerMark, ...] = office.services.reviewing.marks(instrument, 1, 2)
    return {(mark.person_name, mark.key): mark.state for mark in marks}


def listed(screen: ComparisonScreen) -> list[int]:
    return [row for row in screen.page.list.rows() if isinstance(row, int)]


def said_by(screen: ComparisonScreen) -> list[tuple[str, object]]:
    said: list[tuple[str, object]] = []
    screen.message.connect(lambda words, undo: said.append((words, undo)))
    return said


def mark_button(screen: ComparisonScreen, name: str) -> IconButton:
    return next(b for b in screen.page.footer.findChildren(IconButton) if b.accessibleName() == name)


def hold(widget: QWidget, key: Qt.Key) -> None:
    """Presses a key, which repeats three times before it is released."""
    for down, repeated in ((True, False), *((True, True),) * 3, (False, False)):
        QTest.simulateEvent(widget, down, key, Qt.KeyboardModifier.NoModifier, "", repeated)


def test_to_step_onto_a_change_is_to_have_seen_it_and_that_is_kept(
    compared: ComparisonScreen, sqlite_office: TestOffice, instrument: int, qtbot: QtBot
) -> None:
    keyboard.press(compared.page.view, Qt.Key.Key_F8)
    hold(compared.page.view, Qt.Key.Key_F8)
    assert compared.page.footer.seen.words() == "۲ از ۱۰ دیده شد"
    # A held arrow key passes over changes of the list: the last one is seen.
    compared.page.list.setFocus()
    hold(compared.page.list, Qt.Key.Key_Down)
    assert compared.page.footer.seen.words() == "۴ از ۱۰ دیده شد"
    qtbot.waitUntil(lambda: len(kept(sqlite_office, instrument)) == 4, timeout=WAIT)
    assert set(kept(sqlite_office, instrument).values()) == {MarkState.SEEN}


@pytest.mark.parametrize(
    ("key", "state"),
    [
        ("A", MarkState.ACCEPTED),
        ("ش", MarkState.ACCEPTED),
        ("D", MarkState.DISCUSS),
        ("ی", MarkState.DISCUSS),
        ("ي", MarkState.DISCUSS),
    ],
)
def test_a_change_is_accepted_or_put_up_for_discussion_by_key_under_either_layout(
    compared: ComparisonScreen, key: str, state: MarkState
) -> None:
    view = compared.page.view
    view.select_change(2)
    keyboard.press(view, ord(key), text=key)
    assert view.mark_of(2) == state.value
    assert compared.page.list.changes.mark(2) is state
    keyboard.press(view, ord(key), text=key)
    assert view.mark_of(2) == "seen"


def test_the_buttons_mark_and_show_the_mark_of_the_change_one_stands_on(compared: ComparisonScreen) -> None:
    view = compared.page.view
    view.select_change(0)
    button = mark_button(compared, "پذیرفته")
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert (view.mark_of(0), button.isChecked()) == ("accepted", True)
    view.select_change(1)
    assert not button.isChecked()
    view.select_change(0)
    assert button.isChecked()
    assert compared.page.footer.seen.words() == "۲ از ۱۰ دیده شد · ۱ پذیرفته"


def test_the_menu_marks_too(compared: ComparisonScreen) -> None:
    view = compared.page.view
    view.select_change(3)
    next(a for a in view.context_menu().actions() if a.text() == "محل بحث").trigger()
    assert view.mark_of(3) == "discuss"


def test_a_mark_is_said_and_taken_back(compared: ComparisonScreen) -> None:
    said, view = said_by(compared), compared.page.view
    view.select_change(0)
    keyboard.press(view, Qt.Key.Key_A, text="a")
    [(words, undo)] = said
    assert words == "«ماده ۲» پذیرفته شد."
    assert callable(undo)
    undo()
    assert view.mark_of(0) == "seen"


def test_without_a_change_to_mark_the_way_to_one_is_said(compared: ComparisonScreen) -> None:
    said = said_by(compared)
    keyboard.press(compared.page.view, Qt.Key.Key_A, text="a")
    assert said == [("نخست تغییری را انتخاب کنید: F8 به تغییر بعدی می‌رود.", None)]


def test_marks_are_there_again_for_the_same_person_in_another_window(
    compared: ComparisonScreen, sqlite_office: TestOffice, instrument: int, qtbot: QtBot
) -> None:
    compared.page.view.select_change(1)
    keyboard.press(compared.page.view, Qt.Key.Key_D, text="d")
    compared.hide()
    assert jobs.wait_all()
    again = compared_screen(qtbot, sqlite_office, instrument)
    assert again.page.view.mark_of(1) == "discuss"
    assert again.page.footer.seen.words() == "۱ از ۱۰ دیده شد"


def test_what_waits_to_be_written_is_written_before_something_else_is_compared(
    compared: ComparisonScreen,
    sqlite_office: TestOffice,
    instrument: int,
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    path = tmp_path_factory.mktemp("files") / "1.txt"
    path.write_text("ماده ۱ـ متن", encoding="utf-8")
    compared.page.view.select_change(4)
    compared.compare(FilePair(path, path))
    assert jobs.wait_all()
    assert len(kept(sqlite_office, instrument)) == 1


def test_a_colleague_s_mark_stands_in_the_list_with_their_name_and_counts_as_to_be_discussed(
    compared: ComparisonScreen, sqlite_office: TestOffice, instrument: int
) -> None:
    book = compared.desk.marking.book
    assert book is not None
    wanted = {book.keys[5]: MarkState.DISCUSS, book.keys[6]: MarkState.SEEN}
    sqlite_office.services.reviewing.mark(sqlite_office.manager, instrument, 1, 2, wanted)
    compared.refresh()
    assert jobs.wait_all()
    model = compared.page.list.changes
    tip = model.index(model.row_of(5)).data(Qt.ItemDataRole.ToolTipRole)
    assert tip.endswith("کامران یزدی: محل بحث، ۳ آذر")
    assert compared.page.view.mark_of(5) is None
    strip = compared.page.mark_strip
    assert (strip.discuss.count, strip.unseen.count) == (1, 10)
    keyboard.click(strip.discuss)
    assert listed(compared) == [5]


def test_a_colleague_s_mark_appears_by_itself_and_takes_nobody_s_place(
    compared: ComparisonScreen, sqlite_office: TestOffice, instrument: int
) -> None:
    book = compared.desk.marking.book
    assert book is not None
    compared.page.view.select_change(3)
    compared.desk.marking.toggle(3, MarkState.ACCEPTED.value)
    place = compared.page.view.verticalScrollBar().value()
    wanted = {book.keys[5]: MarkState.DISCUSS}
    sqlite_office.services.reviewing.mark(sqlite_office.manager, instrument, 1, 2, wanted)
    compared.others_changed(frozenset({("mark", 2)}))
    assert jobs.wait_all()
    assert [mark.person_name for mark in book.colleagues(5)] == ["کامران یزدی"]
    # What the reader marked a moment ago, and has not been written yet, stands.
    assert compared.page.view.mark_of(3) == MarkState.ACCEPTED.value
    assert compared.page.view.current_change == 3
    assert compared.page.view.verticalScrollBar().value() == place


def test_who_walks_through_the_unseen_keeps_the_list_and_the_keys_pass_over_the_rest(
    compared: ComparisonScreen,
) -> None:
    page = compared.page
    page.view.select_change(0)
    page.view.select_change(2)
    keyboard.click(page.mark_strip.unseen)
    expected = [change for change in reading(compared).substantive if change not in {0, 2}]
    assert listed(compared) == expected
    keyboard.press(page.view, Qt.Key.Key_F8)
    assert page.view.current_change == 1
    keyboard.press(page.view, Qt.Key.Key_F8)
    assert page.view.current_change == 3
    assert listed(compared) == expected
    assert page.mark_strip.unseen.count == len(expected) - 2
    keyboard.click(page.mark_strip.unseen)
    assert listed(compared) == reading(compared).substantive


def test_all_takes_the_filter_of_marks_away_too(compared: ComparisonScreen) -> None:
    page = compared.page
    page.view.select_change(0)
    keyboard.click(page.mark_strip.unseen)
    assert not page.footer.all_chip.isChecked()
    keyboard.click(page.footer.all_chip)
    assert page.footer.all_chip.isChecked()
    assert not page.mark_strip.unseen.isChecked()
    assert listed(compared) == reading(compared).substantive


def test_what_is_hidden_by_marks_is_told_to_an_export(compared: ComparisonScreen) -> None:
    page = compared.page
    assert shown_by(reading(compared)).hidden == ("نگارشی (۱)",)
    for change in range(8):
        page.view.select_change(change)
    keyboard.click(page.mark_strip.unseen)
    shown = shown_by(reading(compared))
    assert shown.showing.entries == frozenset(
        entry for change in (8, 9) for entry in reading(compared).changes[change].entries
    )
    assert shown.hidden


def test_in_a_narrow_window_the_counts_keep_their_numbers_and_every_button_its_place(
    compared: ComparisonScreen, qtbot: QtBot
) -> None:
    footer = compared.page.footer
    compared.resize(960, 700)
    qtbot.waitUntil(lambda: footer.width() == compared.width(), timeout=WAIT)
    assert compared.width() == 960
    chip = footer.chips[ChangeKind.EDITED]
    qtbot.waitUntil(lambda: chip.width() < 60, timeout=WAIT)
    buttons = footer.findChildren(Button)
    assert all(button.width() >= button.sizeHint().width() for button in buttons)
    assert chip.toolTip() == "۵ اصلاح"


def test_an_empty_list_says_so(compared: ComparisonScreen) -> None:
    page = compared.page
    for change in reading(compared).substantive:
        page.view.select_change(change)
    assert page.mark_strip.unseen.isHidden()
    assert page.footer.seen.words() == "۱۰ از ۱۰ دیده شد"
    page.view.select_change(0)
    keyboard.press(page.view, Qt.Key.Key_D, text="d")
    keyboard.click(page.mark_strip.discuss)
    keyboard.press(page.view, Qt.Key.Key_D, text="d")
    assert page.mark_strip.discuss.isVisible()
    assert listed(compared) == [0]


def test_marks_on_files_last_for_the_session_and_the_screen_says_so(
    compared: ComparisonScreen, instrument: int, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("files")
    old, new = folder / "1.txt", folder / "2.txt"
    old.write_text("ماده ۱ـ هیئت\nماده ۲ـ سی روز", encoding="utf-8")
    new.write_text("ماده ۱ـ کارگروه\nماده ۲ـ شصت روز", encoding="utf-8")
    compared.compare(FilePair(old, new))
    assert jobs.wait_all()
    assert compared.page.mark_strip._note.text() == "نشان‌های فایل‌های دیسک تا بستن برنامه می‌ماند."
    compared.page.view.select_change(0)
    keyboard.press(compared.page.view, Qt.Key.Key_A, text="a")
    compared.open_item((instrument, 1, 2))
    assert jobs.wait_all()
    assert compared.page.mark_strip._note.text() == ""
    compared.compare(FilePair(old, new))
    assert jobs.wait_all()
    assert compared.page.view.mark_of(0) == "accepted"


def test_who_may_not_review_is_told_that_marks_are_not_kept(
    qtbot: QtBot, sqlite_office: TestOffice, instrument: int
) -> None:
    onlooker = Actor(None, "ناظر", frozenset({Membership(Role.ADMINISTRATOR, None)}))
    screen = compared_screen(qtbot, sqlite_office, instrument, actor=onlooker)
    trouble: list[object] = []
    screen.trouble.connect(trouble.append)
    assert screen.desk.marking.kept is MarkLifetime.NO_ROLE
    assert screen.page.mark_strip._note.text().startswith("نشان‌های شما نگه داشته نمی‌شود")
    screen.page.view.select_change(0)
    screen.hide()
    assert jobs.wait_all()
    assert kept(sqlite_office, instrument) == {}
    assert trouble == []


def test_marks_that_the_database_does_not_take_wait_and_are_sent_again(
    compared: ComparisonScreen, sqlite_office: TestOffice, instrument: int, request: pytest.FixtureRequest
) -> None:
    trouble: list[object] = []
    compared.trouble.connect(trouble.append)
    database = sqlite_office.services.database

    def soon_tired(raw: sqlite3.Connection, *_: object) -> None:
        raw.execute("PRAGMA busy_timeout=20")

    event.listen(database.engine, "checkout", soon_tired)
    request.addfinalizer(lambda: event.remove(database.engine, "checkout", soon_tired))
    other = sqlite3.connect(str(database.url.database), isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    keyboard.press(compared.page.view, Qt.Key.Key_F8)
    compared.desk.marking.flush()
    # A later mark of the same change, while the first one is under way.
    keyboard.press(compared.page.view, Qt.Key.Key_A, text="a")
    assert jobs.wait_all()
    assert len(trouble) == 1
    assert isinstance(trouble[0], DatabaseAwayError)
    assert compared.page.footer.seen.words() == "۱ از ۱۰ دیده شد · ۱ پذیرفته"
    other.execute("ROLLBACK")
    other.close()
    compared.desk.marking.flush()
    assert jobs.wait_all()
    assert list(kept(sqlite_office, instrument).values()) == [MarkState.ACCEPTED]
