"""Suggested wordings in the text: accepted and refused by key, several at once, and conflicts."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop_app.clock import FixedClock
from desktop_app.instruments.annotations.service import ThreadRow
from desktop_app.instruments.comments.service import NewComment
from desktop_app.instruments.drafting.coming_text import RunKind
from desktop_app.instruments.vocabulary import ThreadKind, ThreadOutcome, ThreadStatus
from tests import coming_samples
from tests.department import TestOffice
from tests.instruments.consulting import exposed_now
from tests.ui import keyboard
from tests.ui.comparing import compared_screen, dressed, instrument_of
from tests.ui.prepared import begins_with, its_given, its_office
from ui import jobs
from ui.comparison.screen import ComparisonScreen
from ui.comparison.suggestion_page import SuggestionPage

__all__ = ["dressed"]
TEXT = coming_samples.AFTER
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def drafted(office: TestOffice, clock: FixedClock) -> int:
    """An instrument with two suggestions for ماده ۴, and two for the same words of ماده ۹."""
    del clock
    number = instrument_of(office, coming_samples.BEFORE, TEXT)
    for words, instead in (
        ("پانزده روز کاری", "بیست روز کاری"), ("با دلیل اعلام", "با دلیل کتبی اعلام"),
        ("یک نمایشگاه را", "دو نمایشگاه را"), ("هر سال یک نمایشگاه", "هر سال دست‌کم یک نمایشگاه"),
    ):  # fmt: skip
        start = TEXT.index(words)
        office.services.annotations.annotate(
            office.manager, number, 2, start, start + len(words), ThreadKind.SUGGESTION, instead
        )
    return number


prepared = begins_with(drafted)
sqlite_office, instrument = its_office, its_given


@pytest.fixture
def screen(qtbot: QtBot, sqlite_office: TestOffice, instrument: int) -> ComparisonScreen:
    made = compared_screen(qtbot, sqlite_office, instrument)
    keyboard.press(made.page.view, Qt.Key.Key_G, text="g")
    assert jobs.wait_all()
    return made


@pytest.fixture
def page(screen: ComparisonScreen) -> SuggestionPage:
    return screen.desk.building.suggesting.page


def press(page: SuggestionPage, key: Qt.Key, modifiers: Qt.KeyboardModifier | None = None) -> None:
    if modifiers is None:
        keyboard.press(page.pane, key)
    else:
        keyboard.press(page.pane, key, modifiers)
    assert jobs.wait_all()


def threads(office: TestOffice, instrument: int) -> list[ThreadRow]:
    return list(office.services.annotations.on_revision(instrument, 2))


def accepted(office: TestOffice, instrument: int) -> tuple[int, ...]:
    row = office.services.composing.current(instrument, 1, 2)
    return () if row is None else row.taken.threads


def test_a_suggestion_is_a_change_in_the_text_accepted_by_key_and_given_back(
    screen: ComparisonScreen, page: SuggestionPage, sqlite_office: TestOffice, instrument: int
) -> None:
    undone: list[Callable[[], object]] = []
    screen.message.connect(lambda _words, undo: undone.append(undo))
    first = page.current
    assert first is not None
    assert page.shown is not None
    block = page.shown.block_of(first)
    assert block is not None
    marked = [
        (run.text, run.kind) for run in block.runs if run.thread == first and run.kind is not RunKind.PLAIN
    ]
    assert marked == [("پانزده", RunKind.DELETED), ("بیست", RunKind.INSERTED)]
    press(page, Qt.Key.Key_A)
    assert accepted(sqlite_office, instrument) == (first,)
    assert page.current != first
    assert [row.title for row in page.list.rows()][-2:] == ["تصمیم‌گرفته  ۱", "ماده ۴"]
    undone[-1]()
    assert jobs.wait_all()
    assert accepted(sqlite_office, instrument) == ()
    press(page, Qt.Key.Key_A, SHIFT)
    assert len(accepted(sqlite_office, instrument)) == 2


def test_a_refusal_needs_a_reason_and_its_author_reads_it(
    screen: ComparisonScreen, page: SuggestionPage, sqlite_office: TestOffice, instrument: int
) -> None:
    undone: list[Callable[[], object]] = []
    screen.message.connect(lambda _words, undo: undone.append(undo))
    press(page, Qt.Key.Key_R)
    assert page.card.reason.hasFocus()
    assert page.card.reason.accessibleDescription()
    keyboard.press(page.card.reason, Qt.Key.Key_Escape)
    assert page.pane.hasFocus()
    assert page.isVisible()
    assert all(row.status is ThreadStatus.OPEN for row in threads(sqlite_office, instrument))
    press(page, Qt.Key.Key_R, SHIFT)
    keyboard.type_text(page.card.reason, "مهلت کافی است")
    keyboard.press(page.card.reason, Qt.Key.Key_Return, CONTROL)
    assert jobs.wait_all()
    refused = [row for row in threads(sqlite_office, instrument) if row.status is ThreadStatus.RESOLVED]
    assert [row.outcome for row in refused] == [ThreadOutcome.DISMISSED] * 2
    assert {row.messages[-1].text for row in refused} == {"مهلت کافی است"}
    undone[-1]()
    assert jobs.wait_all()
    assert all(row.status is ThreadStatus.OPEN for row in threads(sqlite_office, instrument))


def test_of_suggestions_for_the_same_words_one_is_chosen_and_the_other_closed_with_a_reason(
    page: SuggestionPage, sqlite_office: TestOffice, instrument: int
) -> None:
    press(page, Qt.Key.Key_K)
    assert page.conflict is not None
    wanted, other = page.conflict.rivals[1], page.conflict.rivals[0]
    press(page, Qt.Key.Key_A)
    assert accepted(sqlite_office, instrument) == ()
    press(page, Qt.Key.Key_2)
    assert accepted(sqlite_office, instrument) == (wanted.thread_id,)
    closed = next(row for row in threads(sqlite_office, instrument) if row.id == other.thread_id)
    assert closed.outcome is ThreadOutcome.DISMISSED
    assert closed.messages[-1].text.startswith("ناسازگار با پیشنهاد پذیرفته‌شده")


def test_another_wording_is_accepted_in_place_of_both_and_applied_to_the_next_revision(
    screen: ComparisonScreen, page: SuggestionPage, sqlite_office: TestOffice, instrument: int
) -> None:
    press(page, Qt.Key.Key_K)
    press(page, Qt.Key.Key_3)
    assert page.conflict is not None
    page.conflict.field.setPlainText("هر فصل یک نمایشگاه را")
    keyboard.press(page.conflict.field, Qt.Key.Key_Return, CONTROL)
    assert jobs.wait_all()
    press(page, Qt.Key.Key_B)
    building = screen.desk.building.coming.page
    assert building.isVisible()
    keyboard.press(building.pane, Qt.Key.Key_S, CONTROL)
    assert jobs.wait_all()
    keyboard.press(building.form.text, Qt.Key.Key_Return, CONTROL)
    assert jobs.wait_all()
    saved = sqlite_office.services.drafting.revision(instrument, 3).text
    assert saved == TEXT.replace("هر سال یک نمایشگاه را", "هر فصل یک نمایشگاه را")
    applied = [r for r in threads(sqlite_office, instrument) if r.outcome is ThreadOutcome.APPLIED]
    assert [row.author_name for row in applied] == [sqlite_office.reviewer.name]


def test_a_reason_that_is_being_written_outlives_what_a_colleague_does(
    screen: ComparisonScreen, page: SuggestionPage, sqlite_office: TestOffice, instrument: int
) -> None:
    press(page, Qt.Key.Key_R)
    keyboard.type_text(page.card.reason, "با ماده ۶")
    row = threads(sqlite_office, instrument)[1]
    sqlite_office.services.annotations.reply(sqlite_office.manager, row.id, 2, "موافقم")
    screen.others_changed(frozenset({("thread", row.id)}))
    assert jobs.wait_all()
    assert page.card.reason.toPlainText() == "با ماده ۶"
    assert page.card.reason.hasFocus()


def test_a_reply_is_written_here_kept_until_it_is_sent_and_the_public_is_counted(
    screen: ComparisonScreen, page: SuggestionPage, sqlite_office: TestOffice, instrument: int
) -> None:
    services, current = sqlite_office.services, page.current
    assert current is not None
    assert page.talk.demand.isHidden()
    exposed_now(services, instrument)
    words = [NewComment(f"مهلت کم است {n}", provision="ماده ۴") for n in range(2)]
    services.comments.take_in(
        sqlite_office.clerk, instrument, [*words, NewComment("خوب است", provision="ماده ۹")]
    )
    press(page, Qt.Key.Key_Escape)
    keyboard.press(screen.page.view, Qt.Key.Key_G, text="g")
    assert jobs.wait_all()
    assert page.talk.demand.text() == "نظرهای مردم دربارهٔ این ماده: ۲"
    press(page, Qt.Key.Key_T)
    form = page.talk.form
    assert form is not None
    assert form.text.hasFocus()
    keyboard.type_text(form.text, "با بخش فناوری هماهنگ شود")
    services.annotations.reply(sqlite_office.manager, current, 2, "آماری از پارسال داریم؟")
    screen.annotating.reload()
    assert jobs.wait_all()
    assert form.text.toPlainText() == "با بخش فناوری هماهنگ شود"
    assert form.text.hasFocus()
    keyboard.press(form.text, Qt.Key.Key_Escape)
    assert page.pane.hasFocus()
    press(page, Qt.Key.Key_J)
    assert page.talk.form is not None
    assert not page.talk.form.text.toPlainText()
    press(page, Qt.Key.Key_K)
    press(page, Qt.Key.Key_T)
    form = page.talk.form
    assert form is not None
    keyboard.press(form.text, Qt.Key.Key_Return, CONTROL)
    assert jobs.wait_all()
    row = next(row for row in threads(sqlite_office, instrument) if row.id == current)
    assert [message.text for message in row.messages[1:]] == [
        "آماری از پارسال داریم؟",
        "با بخش فناوری هماهنگ شود",
    ]
    assert page.talk.form is not None
    assert not page.talk.form.text.toPlainText()


def test_in_a_narrow_window_the_conversation_takes_the_place_of_the_list(
    screen: ComparisonScreen, page: SuggestionPage
) -> None:
    screen.resize(960, 600)
    assert not page.talk.isVisible()
    press(page, Qt.Key.Key_T)
    assert page.talk.form is not None
    assert page.talk.form.text.hasFocus()
    assert not page.list.isVisible()
    keyboard.press(page.talk.form.text, Qt.Key.Key_Escape)
    assert page.list.isVisible()
    assert page.pane.hasFocus()
