"""Reading a draft: revisions, outline, words that are found, pairs to compare."""

from __future__ import annotations

from PySide6.QtCore import Qt

from tests.department import TestOffice
from tests.ui.consultation import FIRST, SECOND, TITLE, draft, settle
from tests.ui.drafts_window import Open, asked_of, open_screen
from tests.ui.keyboard import CONTROL, click, press, type_text
from ui.widgets.reading_view import ReadingView

__all__ = ["open_screen"]


def top_of(view: ReadingView) -> str:
    """Returns the text of the first block in sight."""
    assert view.page is not None
    index, _origin = next(view.page.visible(view.verticalScrollBar().value() + 12, 1))
    block = view.page.blocks[index]
    return view.text[block.start : block.end]


def test_enter_reads_the_latest_revision_and_escape_comes_back(
    open_screen: Open, sqlite_office: TestOffice
) -> None:
    draft(sqlite_office, FIRST, SECOND)
    screen = open_screen()
    press(screen.list_page.list, Qt.Key.Key_Return)
    settle(screen)
    assert screen.papers.reader.isVisible()
    assert screen.papers.reader.body.text.text == SECOND
    assert TITLE in screen.title()
    press(screen.papers.reader.body.text, Qt.Key.Key_Escape)
    assert screen.list_page.isVisible()


def test_the_reader_steps_to_the_revision_before_by_the_key_under_both_layouts(
    open_screen: Open, sqlite_office: TestOffice
) -> None:
    draft(sqlite_office, FIRST, SECOND)
    screen = open_screen()
    screen.papers.read(2)
    settle(screen)
    press(screen.papers.reader.body.text, Qt.Key.Key_BracketLeft)
    settle(screen)
    assert screen.papers.reader.body.text.text == FIRST
    press(screen.papers.reader.body.text, ord("چ"), text="چ")
    settle(screen)
    assert screen.papers.reader.body.text.text == SECOND


def test_choosing_in_the_outline_scrolls_the_text_there(open_screen: Open, sqlite_office: TestOffice) -> None:
    long = "".join(f"ماده {number}- حکم شماره {number} " + "متن " * 60 + "\n" for number in range(1, 60))
    draft(sqlite_office, long)
    screen = open_screen()
    screen.papers.read(1)
    settle(screen)
    outline = screen.papers.reader.body.outline
    outline.go_to(39)
    text = screen.papers.reader.body.text
    assert top_of(text).startswith("ماده 40-")
    # Scrolling selects the provision at the top.
    press(text, Qt.Key.Key_Home)
    assert outline.currentIndex().row() == 0


def test_words_are_found_in_the_text_however_they_are_spelled(
    open_screen: Open, sqlite_office: TestOffice
) -> None:
    draft(sqlite_office, FIRST)
    screen = open_screen()
    screen.papers.read(1)
    settle(screen)
    body = screen.papers.reader.body
    press(body.text, Qt.Key.Key_F, CONTROL)
    assert body.search.hasFocus()
    type_text(body.search, "نگارخانه")
    press(body.search, Qt.Key.Key_Return)
    settle(screen)
    first = body.text.shown.match
    assert first is not None
    assert body.text.text[slice(*first)] == "نگارخانه"
    press(body.search, Qt.Key.Key_F3)
    assert body.text.shown.match != first
    press(body.search, Qt.Key.Key_F3)
    press(body.search, Qt.Key.Key_F3)
    body.search.setText("مي آيد")
    press(body.search, Qt.Key.Key_Return)
    found = body.text.shown.match
    assert found is not None
    assert body.text.text[slice(*found)] == "می‌آید"
    body.search.setText("نیست که نیست")
    press(body.search, Qt.Key.Key_Return)
    assert body.search.property("invalid")


def test_document_text_grows_with_the_scale(open_screen: Open, sqlite_office: TestOffice) -> None:
    draft(sqlite_office, FIRST)
    screen = open_screen()
    screen.papers.read(1)
    settle(screen)
    page = screen.papers.reader.body.text.page
    assert page is not None
    before = page.layout(0).line_height
    click(screen.papers.reader.head.larger)
    assert page.layout(0).line_height > before
    click(screen.papers.reader.head.smaller)
    assert page.layout(0).line_height == before


def test_control_characters_are_shown_and_the_outline_still_leads_to_its_place(
    open_screen: Open, sqlite_office: TestOffice
) -> None:
    draft(sqlite_office, "ماده ۱- \u202eوارونه و 😀 تمام.\nماده ۲- دیگر.\n")
    screen = open_screen()
    screen.papers.read(1)
    settle(screen)
    body = screen.papers.reader.body
    assert body.text.page is not None
    shown = body.text.page.layout(0).paragraphs[0].layout.text()
    assert "\u202e" not in shown
    assert "\ufffdوارونه و 😀" in shown
    assert not body.text.viewport().grab().isNull()


def test_two_revisions_go_to_the_comparison_by_one_key(open_screen: Open, sqlite_office: TestOffice) -> None:
    made = draft(sqlite_office, FIRST, SECOND)
    screen = open_screen()
    asked = asked_of(screen)
    press(screen.list_page.list, Qt.Key.Key_M, CONTROL)
    assert asked == [("comparison", (made.row.id, 1, 2))]


def test_of_three_revisions_every_pair_can_be_compared(open_screen: Open, sqlite_office: TestOffice) -> None:
    made = draft(sqlite_office, FIRST, SECOND, FIRST)
    screen = open_screen()
    asked = asked_of(screen)
    menu = screen.details.compare_menu()
    assert len(menu.actions()) == 3
    menu.actions()[-1].trigger()
    assert asked == [("comparison", (made.row.id, 1, 2))]


def test_a_single_revision_cannot_be_compared(open_screen: Open, sqlite_office: TestOffice) -> None:
    draft(sqlite_office, FIRST)
    screen = open_screen()
    assert not screen.details.compare.isEnabled()
