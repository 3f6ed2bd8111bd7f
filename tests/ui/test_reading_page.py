"""A revision that is read: well set, with its annotations beside the text, by keys and by the mouse."""

from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop_app.comparison.typesetting import BlockKind
from desktop_app.instruments.annotations.service import AnnotationSubject
from desktop_app.instruments.vocabulary import ThreadKind
from tests import annotated_bylaw
from tests.department import TestOffice
from tests.ui.consultation import settle, workplace
from tests.ui.keyboard import CONTROL, activate, click, press, type_text
from ui.instruments.reader import Reader
from ui.instruments.screen import InstrumentsScreen
from ui.widgets.reading_view import ReadingView


@pytest.fixture
def reader(qtbot: QtBot, sqlite_office: TestOffice) -> Reader:
    """The second revision of the bylaw in a window of 1272 × 788; one of its annotations is an orphan."""
    number = annotated_bylaw.filed(sqlite_office.services, sqlite_office.reviewer)
    screen = InstrumentsScreen(workplace(sqlite_office, sqlite_office.reviewer))
    qtbot.addWidget(screen)
    screen.resize(1272, 788)
    activate(screen)
    screen.shown()
    settle(screen)
    screen.open_item(number)
    settle(screen)
    screen.papers.read(2)
    settle(screen)
    return screen.papers.reader


def words_of(view: ReadingView) -> str:
    """The annotated words of the active thread."""
    card = next(card for card in view.shown.cards if card.thread_id == view.shown.active_thread)
    return view.text[card.start : card.end]


def test_the_text_is_set_with_tables_and_every_cell_can_be_annotated(
    reader: Reader, sqlite_office: TestOffice
) -> None:
    view = reader.body.text
    assert view.page is not None
    rows = [at for at, block in enumerate(view.page.blocks) if block.kind is BlockKind.ROW]
    assert len(rows) == 4
    lefts = [[part.left for part in view.page.layout(at).paragraphs] for at in rows]
    assert all(one == other for one, other in pairwise(lefts))
    at = view.text.index("\t60\t") + 1
    view.select_text("new", at, at + 2)
    press(view, Qt.Key.Key_N)
    settle(reader.window())  # type: ignore[arg-type]
    composer = reader.threads.composer
    assert composer.isVisible()
    assert "60" in composer.quote.text()
    type_text(composer.text, "کم است")
    press(composer.text, Qt.Key.Key_Return, CONTROL)
    settle(reader.window())  # type: ignore[arg-type]
    assert reader.opened is not None
    made = sqlite_office.services.annotations.on_revision(reader.opened.detail.row.id, 2)
    assert [(row.start, row.end, row.about) for row in made if row.quote == "60"] == [
        (at, at + 2, AnnotationSubject.PHRASE)
    ]


def test_a_whole_provision_and_words_across_provisions_are_annotated_here(reader: Reader) -> None:
    view = reader.body.text
    at = next(n for n, entry in enumerate(reader.body.outline.rows()) if entry.label == "ماده ۱۱")
    reader.body.outline.go_to(at)
    press(view, Qt.Key.Key_N)
    composer = reader.threads.composer
    whole = composer.target
    assert whole is not None
    assert whole.about is AnnotationSubject.PROVISION
    assert view.text[whole.start : whole.end].startswith("ماده ۱۱ـ")
    press(composer.text, Qt.Key.Key_Escape)
    start, end = view.text.index("فهرست آن‌ها"), view.text.index("ساعت کار") + 8
    view.select_text("new", start, end)
    press(view, Qt.Key.Key_N)
    across = composer.target
    assert across is not None
    assert (across.start, across.end, across.about) == (start, end, AnnotationSubject.PHRASE)


def test_keys_walk_through_the_threads_in_the_order_of_the_text_and_by_kind(reader: Reader) -> None:
    view = reader.body.text
    seen = []
    for _ in range(3):
        press(view, Qt.Key.Key_J)
        seen.append(words_of(view))
    assert seen == ["سامان دادن", "10", "دست‌کم بیست و پنج سال سن"]
    assert reader.foot.position.text() == "حاشیهٔ ۳ از ۸"
    assert "بیست و پنج سال" in view.accessibleDescription()
    press(view, Qt.Key.Key_J, Qt.KeyboardModifier.ShiftModifier)
    assert words_of(view) == "سامان دادن"
    press(view, Qt.Key.Key_K)
    assert words_of(view).startswith("ماده ۱۰ـ")
    [placed] = [one for one in view.shown.placed if one.card.thread_id == view.shown.active_thread]
    assert placed.whole
    press(view, Qt.Key.Key_Return)
    assert reader.threads.isVisible()
    assert reader.threads.active == view.shown.active_thread
    # The list has the room of the cards, and gives it back.
    assert not view.shown.placed
    reader.threads.hide()
    assert view.shown.placed


def test_the_text_is_read_in_words_with_each_thread_after_its_provision(reader: Reader) -> None:
    view = reader.body.text
    press(view, Qt.Key.Key_J)
    active = view.shown.active_thread
    press(view, Qt.Key.Key_R, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    pane = view.words
    assert pane is not None
    assert QApplication.focusWidget() is pane.text
    read = pane.text.toPlainText()
    total = len([card for card in view.shown.cards if not card.resolved])
    assert read.count("پایان حاشیه") == total
    assert pane.text.textCursor().block().text().startswith("حاشیهٔ ۱ از ")
    assert f"«{' '.join(words_of(view).split())}»" in pane.text.textCursor().block().text()
    assert all(word in read for word in view.text.split())
    press(pane.text, Qt.Key.Key_J)
    assert view.shown.active_thread != active
    assert pane.text.textCursor().block().text().startswith("حاشیهٔ ۲ از ")
    press(pane.text, Qt.Key.Key_Escape)
    assert view.words is None
    assert QApplication.focusWidget() is view
    assert reader.isVisible()


def test_phrase_disc_and_card_point_at_each_other_and_no_card_lies_on_the_text(reader: Reader) -> None:
    view = reader.body.text
    assert view.page is not None
    view.show_place("new", view.text.index("ماده ۹ـ"))
    [disc] = [disc for disc in view.shown.discs if len(disc.cards) == 2]
    [card] = [one for one in view.shown.placed if one.together]
    assert set(card.together) == set(disc.cards)
    assert disc.centre.x() < view.page.columns.left
    assert all(one.box.right() < view.page.columns.margin for one in view.shown.placed)
    QTest.mouseMove(view.viewport(), disc.centre.toPoint())
    assert view.shown.near_thread in {one.thread_id for one in disc.cards}
    click(view.viewport(), disc.box)
    first = view.shown.active_thread
    click(view.viewport(), disc.box)
    assert {first, view.shown.active_thread} == {one.thread_id for one in disc.cards}
    # A click on the words makes the innermost thread the active one.
    index = view.page.block_at(view.text.index("سی روز کاری"))
    start = view.text.index("سی روز کاری")
    box = view.page.layout(index).rectangles(start, start + 2)[0]
    origin = view.page.origin(index, view.verticalScrollBar().value())
    at = QPointF(origin.x() + box.center().x(), origin.y() + box.center().y())
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at.toPoint())
    assert words_of(view) == "سی روز کاری"


def test_outline_filters_and_tray_tell_what_there_is(reader: Reader, sqlite_office: TestOffice) -> None:
    view, body = reader.body.text, reader.body
    rows = body.outline.row_model
    spoken = [rows.data(rows.index(at), Qt.ItemDataRole.AccessibleTextRole) for at in range(rows.rowCount())]
    assert any(str(words).startswith("ماده ۹") and "پرسش، پیشنهاد عبارت" in str(words) for words in spoken)
    click(reader.head.chips["question"])
    assert {card.kind for card in view.shown.cards} == {"question"}
    click(reader.head.chips["question"])
    assert len({card.kind for card in view.shown.cards}) == 4
    assert reader.foot.orphans.text() == "بدون جا: ۱"
    click(reader.foot.orphans)
    assert reader.threads.active is not None
    assert reader.threads.boxes[reader.threads.active].placed.row.quote == "رایگان است"
    # A colleague's thread arrives by itself.
    assert reader.opened is not None
    number, at = reader.opened.detail.row.id, view.text.index("اصالت آثار")
    annotations = sqlite_office.services.annotations
    made = annotations.annotate(sqlite_office.manager, number, 2, at, at + 10, ThreadKind.NOTE, "تازه")
    screen = reader.window()
    assert isinstance(screen, InstrumentsScreen)
    screen.others_changed(frozenset({("thread", made.id)}))
    settle(screen)
    assert made.id in {card.thread_id for card in view.shown.cards}
    # Another screen may ask for one thread.
    reader.show_thread(made.id)
    assert view.shown.active_thread == made.id
