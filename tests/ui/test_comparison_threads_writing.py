"""Annotations are written in the comparison, on words of either side, by keys."""

from __future__ import annotations

from PySide6.QtCore import Qt

from desktop_app.instruments.annotations.service import AnnotationSubject
from tests.department import TestOffice
from tests.ui.annotating import gallery, labels, rows, screen, select, show
from tests.ui.keyboard import CONTROL, press, type_text
from ui import jobs
from ui.comparison.screen import ComparisonScreen

__all__ = ["screen"]


def write(screen: ComparisonScreen, words: str) -> None:
    """Types into the form and keeps it."""
    composer = screen.page.threads.composer
    type_text(composer.text, words)
    press(composer.text, Qt.Key.Key_Return, CONTROL)
    assert jobs.wait_all()


def test_a_phrase_is_annotated_and_can_be_made_a_whole_provision(
    screen: ComparisonScreen, sqlite_office: TestOffice
) -> None:
    instrument = gallery(sqlite_office)
    show(screen, instrument)
    select(screen, "new", "کارگروه نظارت")
    press(screen.page.view, Qt.Key.Key_N)
    composer = screen.page.threads.composer
    assert composer.target is not None
    assert composer.target.about is AnnotationSubject.PHRASE
    assert composer.about is not None
    press(composer.about, Qt.Key.Key_2, text="2")
    assert composer.quote.text().startswith("«ماده ۲ـ درخواست‌ها")
    assert screen.page.view.selected_text().startswith("ماده ۲ـ")
    write(screen, "کل ماده")
    [row] = rows(sqlite_office, instrument, 2)
    assert row.about is AnnotationSubject.PROVISION
    assert row.quote == "ماده ۲ـ درخواست‌ها در کارگروه نظارت بررسی می‌شود."


def test_the_letter_on_the_key_under_the_persian_layout_opens_the_form_too(
    screen: ComparisonScreen, sqlite_office: TestOffice
) -> None:
    show(screen, gallery(sqlite_office))
    select(screen, "new", "کارگروه نظارت")
    press(screen.page.view, ord("د"), text="د")
    assert screen.page.threads.composer.isVisible()


def test_the_current_change_is_annotated_without_a_selection(
    screen: ComparisonScreen, sqlite_office: TestOffice
) -> None:
    instrument = gallery(sqlite_office)
    show(screen, instrument)
    press(screen.page.view, Qt.Key.Key_F8)
    press(screen.page.view, Qt.Key.Key_N)
    write(screen, "چرا کارگروه؟")
    [row] = rows(sqlite_office, instrument, 2)
    assert (row.about, row.quote) == (AnnotationSubject.CHANGE, "کارگروه")


def test_what_was_deleted_is_annotated_on_the_older_side_and_is_not_lost(
    screen: ComparisonScreen, sqlite_office: TestOffice
) -> None:
    instrument = gallery(sqlite_office)
    show(screen, instrument)
    select(screen, "old", "معرفی‌نامه انجمن صنفی")
    press(screen.page.view, Qt.Key.Key_N)
    target = screen.page.threads.composer.target
    assert target is not None
    assert (target.side, target.about) == ("old", AnnotationSubject.DELETION)
    write(screen, "چرا حذف شد؟")
    [row] = rows(sqlite_office, instrument, 1)
    assert (row.made_on, row.about) == (1, AnnotationSubject.DELETION)
    assert "این عبارت در نسخهٔ ۲ حذف شده است." in labels(screen)
    assert "بی‌جا مانده‌ها" not in labels(screen)
    [card] = screen.page.view.shown.cards
    assert card.side == "old"


def test_a_suggested_wording_begins_with_the_words_that_it_replaces(
    screen: ComparisonScreen, sqlite_office: TestOffice
) -> None:
    show(screen, gallery(sqlite_office))
    select(screen, "new", "کارگروه نظارت")
    press(screen.page.view, Qt.Key.Key_N)
    composer = screen.page.threads.composer
    press(composer.kind, Qt.Key.Key_4, text="4")
    assert composer.text.toPlainText() == "کارگروه نظارت"
    press(composer.kind, Qt.Key.Key_1, text="1")
    assert composer.text.toPlainText() == ""


def test_escape_puts_the_form_away_keeps_what_was_typed_and_goes_back_to_the_text(
    screen: ComparisonScreen, sqlite_office: TestOffice
) -> None:
    show(screen, gallery(sqlite_office))
    select(screen, "new", "کارگروه نظارت")
    press(screen.page.view, Qt.Key.Key_N)
    composer = screen.page.threads.composer
    type_text(composer.text, "نیمه")
    press(composer.text, Qt.Key.Key_Escape)
    assert composer.isHidden()
    assert screen.page.view.hasFocus()
    press(screen.page.view, Qt.Key.Key_N)
    assert composer.text.toPlainText() == "نیمه"
