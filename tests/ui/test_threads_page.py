"""Annotations over all drafts in the window: views, search, the tray of lost ones, the way to the place."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop_app.instruments.annotations.over_all import ThreadView
from desktop_app.instruments.vocabulary import Placement, ThreadOutcome, ThreadStatus
from desktop_app.settings import Settings
from tests.department import TestOffice
from tests.instruments.test_annotations import ARTICLES, add, annotate, draft
from tests.ui.keyboard import CONTROL, activate, press, type_text
from ui import jobs
from ui.comparison.screen import ComparisonScreen
from ui.instruments.screen import InstrumentsScreen
from ui.instruments.threads_page import ThreadsPage
from ui.workplace import ShowThread, Workplace

ALT, SHIFT = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def screen(qtbot: QtBot, sqlite_office: TestOffice) -> InstrumentsScreen:
    made = InstrumentsScreen(Workplace(sqlite_office.services, sqlite_office.reviewer, Settings()))
    qtbot.addWidget(made)
    made.resize(1200, 720)
    activate(made)
    made.shown()
    assert jobs.wait_all()
    return made


@pytest.fixture
def said(screen: InstrumentsScreen) -> list[tuple[str, Callable[[], object] | None]]:
    messages: list[tuple[str, Callable[[], object] | None]] = []
    screen.message.connect(lambda words, undo: messages.append((words, undo)))
    return messages


def page(screen: InstrumentsScreen) -> ThreadsPage:
    """Opens the page by its key."""
    press(screen.list_page.list, Qt.Key.Key_H, CONTROL | SHIFT)
    assert jobs.wait_all()
    return screen.threads


def quotes(shown: ThreadsPage) -> list[str]:
    return [line.quote for line in shown.list.rows()]


def test_views_and_search_narrow_the_list_and_enter_leads_to_the_place(
    screen: InstrumentsScreen, sqlite_office: TestOffice
) -> None:
    office, annotations = sqlite_office, sqlite_office.services.annotations
    one, two = draft(office, *ARTICLES), draft(office, *ARTICLES[1:])
    first, other = annotate(office, one, "سی روز کاری"), annotate(office, two, "نام متخلفان")
    annotations.assign(office.manager, other.id, other.version, 1, office.clerk.person_id)
    screen.refresh()
    assert jobs.wait_all()
    # The list of drafts tells what blocks, also to a screen reader.
    index = screen.list_page.list.row_model.index(0)
    spoken = screen.list_page.list.row_model.data(index, Qt.ItemDataRole.AccessibleTextRole)
    assert "۱ ایراد باز" in str(spoken)
    shown = page(screen)
    assert screen.title().startswith("حاشیه‌های همهٔ پیش‌نویس‌ها")
    assert (shown.tabs.value(), quotes(shown)) == (ThreadView.MINE.value, ["سی روز کاری"])
    press(shown.list, Qt.Key.Key_3, ALT, text="3")
    assert sorted(quotes(shown)) == ["سی روز کاری", "نام متخلفان"]
    shown.search.setFocus()
    type_text(shown.search, "متخلفان")
    assert jobs.wait_all()
    assert quotes(shown) == ["نام متخلفان"]
    wanted: list[tuple[str, object]] = []
    screen.navigate.connect(lambda name, item: wanted.append((name, item)))
    press(shown.list, Qt.Key.Key_Return)
    assert wanted == [("comparison", ShowThread(two, other.id))]
    type_text(shown.search, " نیست")
    assert jobs.wait_all()
    assert quotes(shown) == []
    assert shown.panel.boxes == {}
    press(shown.search, Qt.Key.Key_Escape)
    shown.choose(ThreadView.MINE)
    assert jobs.wait_all()
    # What a colleague closes leaves the list by itself, and the words being written stay.
    assert (quotes(shown), shown.tabs.value()) == (["سی روز کاری"], ThreadView.MINE.value)
    assert screen.pages.currentWidget() is shown
    press(shown.list, Qt.Key.Key_E)
    box = shown.panel.boxes[first.id]
    assert box.reply is not None
    type_text(box.reply, "نیمهٔ پاسخ")
    now = annotations.set_label(office.manager, first.id, 1, "مهلت")
    screen.others_changed(frozenset({("thread", first.id)}))
    assert jobs.wait_all()
    assert box.placed.row.labels == ("مهلت",)
    assert (box.reply.toPlainText(), box.reply.hasFocus()) == ("نیمهٔ پاسخ", True)
    annotations.resolve(office.manager, first.id, now.version, 1, ThreadOutcome.ANSWERED)
    press(box.reply, Qt.Key.Key_Return, CONTROL)
    assert jobs.wait_all()
    row = annotations.thread(first.id, 1)
    assert (row.status, row.messages[-1].text) == (ThreadStatus.RESOLVED, "نیمهٔ پاسخ")
    press(shown, Qt.Key.Key_Escape)
    assert screen.pages.list_in_front


def test_a_lost_annotation_is_attached_from_the_tray_and_that_is_taken_back(
    screen: InstrumentsScreen,
    sqlite_office: TestOffice,
    said: list[tuple[str, Callable[[], object] | None]],
) -> None:
    office = sqlite_office
    instrument = draft(office, *ARTICLES)
    lost = annotate(office, instrument, "نام متخلفان در درگاه اداره اعلام می‌شود")
    add(office, instrument, *ARTICLES[:2])
    add(office, instrument, *ARTICLES[:2], "ماده ۳- این آیین‌نامه سه ماده دارد.")
    screen.refresh()
    assert jobs.wait_all()
    shown = page(screen)
    shown.choose(ThreadView.HOMELESS)
    assert jobs.wait_all()
    box = shown.panel.boxes[lost.id]
    assert box.candidates is None
    shown.panel.places_wanted.emit(lost.id)
    assert jobs.wait_all()
    places = shown.panel.boxes[lost.id].candidates
    assert places is not None
    assert places.hasFocus()
    press(places, Qt.Key.Key_1, text="1")
    assert jobs.wait_all()
    row = office.services.annotations.thread(lost.id, 3)
    assert row.placement in (Placement.MOVED, Placement.CHANGED)
    assert quotes(shown) == []
    undo = said[-1][1]
    assert undo is not None
    undo()
    assert jobs.wait_all()
    assert quotes(shown) == [lost.quote]


def test_an_annotation_of_another_screen_is_opened_at_its_place(
    qtbot: QtBot, sqlite_office: TestOffice
) -> None:
    office = sqlite_office
    instrument = draft(office, *ARTICLES)
    only = annotate(office, instrument, "سی روز کاری")
    screen = ComparisonScreen(Workplace(office.services, office.reviewer, Settings()))
    qtbot.addWidget(screen)
    screen.resize(1200, 720)
    activate(screen)
    wanted: list[tuple[str, object]] = []
    screen.navigate.connect(lambda name, item: wanted.append((name, item)))
    screen.open_item(ShowThread(instrument, only.id))
    assert jobs.wait_all()
    # Of one revision there is no comparison: the reading view of the drafts has it.
    assert wanted == [("drafts", ShowThread(instrument, only.id))]
    add(office, instrument, "ماده ۱- این آیین‌نامه از امروز اجرا می‌شود.", *ARTICLES)
    screen.open_item(ShowThread(instrument, only.id))
    assert jobs.wait_all()
    assert screen.page.threads.isVisible()
    assert screen.page.threads.active == only.id
    assert screen.page.view.shown.active_thread == only.id
