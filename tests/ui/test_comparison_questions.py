"""Uncertain pairs in the window: the list, the question, and the way back."""

from __future__ import annotations

import re

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication
from pytestqt.modeltest import ModelTester

from desktop_app.errors import DatabaseAwayError
from tests.department import TestOffice
from tests.rewritten_bylaw import AFTER, BEFORE
from tests.ui import keyboard
from tests.ui.asking import (
    INSURED,
    PRICES,
    UPLOAD,
    asked,
    cards,
    compared,
    instrument,
    page,
    prepared,
    press,
    rows,
    said_by,
    sqlite_office,
)
from tests.ui.comparing import dressed, instrument_of, reading
from ui import jobs
from ui.comparison.question_text import QuestionText
from ui.comparison.screen import ComparisonScreen
from ui.comparison.sources import FilePair, RevisionPair
from ui.widgets.comparison_view.rows import SIDES, Row

__all__ = ["asked", "compared", "dressed", "instrument", "prepared", "sqlite_office"]


def test_uncertain_pairs_are_listed_above_the_changes_with_their_confidence(
    compared: ComparisonScreen,
) -> None:
    assert compared.page.questions.isVisible()
    assert compared.page.questions.head.accessibleName() == "جفت‌های نامطمئن ۲"
    assert rows(compared) == [
        ("ماده ۳", "۲ گزینه، ۸۸\u200f٪ و ۱۵\u200f٪"),
        ("ماده ۶", "۱ گزینه، ۴۱\u200f٪"),
    ]
    assert compared.page.questions.mapTo(compared, compared.page.questions.rect().bottomLeft()).y() < (
        compared.page.list.mapTo(compared, compared.page.list.rect().topLeft()).y()
    )


def test_a_comparison_without_uncertain_pairs_has_no_list_and_says_so(
    compared: ComparisonScreen, tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = tmp_path_factory.mktemp("files") / "1.txt"
    path.write_text(BEFORE, encoding="utf-8")
    compared.compare(FilePair(path, path))
    assert jobs.wait_all()
    said = said_by(compared)
    assert compared.page.questions.isHidden()
    keyboard.press(compared.page.view, Qt.Key.Key_Q, text="q")
    assert said == [("در این مقایسه جفت نامطمئنی نیست.", None)]
    assert not page(compared).isVisible()


def test_a_question_shows_the_article_its_neighbours_and_the_candidates(asked: ComparisonScreen) -> None:
    questions = page(asked)
    assert questions.sentence.text() == "«ماده ۳» نسخهٔ ۱ در نسخهٔ ۲ کدام است؟"
    assert cards(asked) == ["ماده 5", "ماده 6"]
    assert questions.body is not None
    texts = [text.accessibleName().partition("ـ")[0] for text in questions.body.findChildren(QuestionText)]
    assert set(texts) == {"ماده 2", "ماده 3", "ماده 4", "ماده 5", "ماده 6"}
    assert questions.body.article.hanging.text() == (
        "۱ حاشیه با پاسخ شما جابه‌جا می‌شود. ۱ نظر مردم دربارهٔ این ماده است."
    )


def test_a_screen_reader_is_told_the_question_what_holds_and_each_candidate(asked: ComparisonScreen) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    interface = QAccessible.queryAccessibleInterface(focused)
    assert interface.text(QAccessible.Text.Name) == page(asked).sentence.text()
    told = interface.text(QAccessible.Text.Description).split("\n")
    assert told[0] == "تا پاسخ شما، ماده ۳ و ماده ۵ یک ماده شمرده می‌شود."
    assert told[2].startswith("۱. ماده ۵، اطمینان ۸۸\u200f٪؛ بازنویسی و افزایش؛ واژه‌های مشترک: ۲۰ از ۲۷، ")
    assert "همسایه‌ها: ماده ۲ ← ۳ و ماده ۴ ← ۷، موافق" in told[2]
    assert "طول: ۴۴ واژه به‌جای ۲۷، نه موافق" in told[2]
    assert told[3].startswith("۲. ماده ۶، اطمینان ۱۵\u200f٪؛ موضوع نزدیک؛ ")
    assert page(asked).section.list.accessibleName() == "جفت‌های نامطمئن"


def test_keys_lead_to_the_next_and_the_previous_question(asked: ComparisonScreen) -> None:
    for key, text, title in (
        (Qt.Key.Key_F8, "", "ماده ۶"),
        (Qt.Key.Key_F8, "", "ماده ۶"),
        (Qt.Key.Key_K, "k", "ماده ۳"),
        (ord("ت"), "ت", "ماده ۶"),
        (Qt.Key.Key_F7, "", "ماده ۳"),
    ):
        press(asked, int(key), text)
        assert page(asked).sentence.text().startswith(f"«{title}»")
    current = page(asked).section.list.current()
    assert current is not None
    assert current.title == "ماده ۳"


def test_keys_of_the_comparison_do_nothing_behind_a_question(asked: ComparisonScreen) -> None:
    current = asked.page.view.current_change
    for key, text in ((Qt.Key.Key_A, "a"), (Qt.Key.Key_P, "p"), (Qt.Key.Key_3, "3")):
        press(asked, key, text)
    assert asked.page.view.current_change == current
    assert page(asked).isVisible()
    assert not asked.desk.pinning.holds


def test_escape_returns_to_the_article_in_the_text(asked: ComparisonScreen) -> None:
    press(asked, Qt.Key.Key_Escape)
    assert asked.page.isVisible()
    assert asked.page.place() == ("new", UPLOAD)
    assert asked.page.view.hasFocus()


def test_a_candidate_is_looked_at_in_the_text(asked: ComparisonScreen) -> None:
    body = page(asked).body
    assert body is not None
    keyboard.click(body.cards[1].look_button)
    assert asked.page.isVisible()
    assert asked.page.place() == ("new", PRICES)


def test_the_article_marks_the_words_that_it_shares_with_the_candidate_in_focus(
    asked: ComparisonScreen,
) -> None:
    body = page(asked).body
    assert body is not None
    first, second = body.cards
    assert body.article.text.shared == first.candidate.shared_old
    second.pin_button.setFocus()
    assert body.article.text.shared == second.candidate.shared_old != first.candidate.shared_old
    first.pin_button.setFocus()
    assert body.article.text.shared == first.candidate.shared_old


def test_a_click_or_enter_in_the_list_opens_the_question_and_an_answer_leads_to_the_text(
    compared: ComparisonScreen,
) -> None:
    found = compared.page.questions.list
    box = found.visualRect(found.row_model.index(1))
    keyboard.click(found.viewport(), QRectF(box))
    assert page(compared).sentence.text().startswith("«ماده ۶»")
    press(compared, Qt.Key.Key_1, "1")
    section = page(compared).section.list
    section.setFocus()
    section.go_to(1)
    keyboard.press(section, Qt.Key.Key_Return)
    assert compared.page.isVisible()
    assert compared.page.place() == ("new", INSURED)


def test_the_question_has_the_list_of_changes_which_leads_back(asked: ComparisonScreen) -> None:
    changes = page(asked).changes
    assert changes.changes.rows == asked.page.list.changes.rows
    changes.go_to(3)
    assert asked.page.isVisible()
    assert asked.page.view.current_change == changes.changes.rows[3]


def test_the_list_of_changes_and_the_text_tell_the_confidence(compared: ComparisonScreen) -> None:
    model = compared.page.list.changes
    change = next(
        number
        for number, one in enumerate(reading(compared).changes)
        if one.entries[0] in reading(compared).comparison.uncertain_by_entry
    )
    assert model.summary(change) == "اطمینان ۸۸\u200f٪؛ ۸ جا در متن"
    lines = compared.page.view.lines
    assert lines is not None
    told = [
        (side, tag.words)
        for line in reading(compared).lines
        if isinstance(line, Row)
        for side in SIDES
        for tag in lines.tags(line, side)
    ]
    assert told == [
        ("new", "جفت نامطمئن، ۸۸\u200f٪"),
        ("old", "شاید ماده ۱۱، ۴۱\u200f٪"),
        ("new", "شاید ماده ۶، ۴۱\u200f٪"),
    ]


def test_a_click_on_the_tag_in_the_text_opens_the_question(compared: ComparisonScreen) -> None:
    view = compared.page.view
    view.select_change(next(n for n, c in enumerate(reading(compared).changes) if c.kind == "deleted"))
    assert view.lines is not None
    place = None
    for _index, line, box in view.lines.visible(view.verticalScrollBar().value(), view.viewport().height()):
        if isinstance(line, Row) and any(tag.kind == "uncertain" for tag in view.lines.tags(line, "old")):
            right, _room, top = view.lines.tag_place(line, box, "old")
            place = QRectF(right - 30, top, 20, 20)
    assert place is not None
    keyboard.click(view.viewport(), place)
    assert page(compared).isVisible()
    assert page(compared).sentence.text().startswith("«ماده ۶»")


def test_the_key_and_the_menu_open_the_question_of_the_current_change(compared: ComparisonScreen) -> None:
    view = compared.page.view
    view.select_change(next(n for n, c in enumerate(reading(compared).changes) if c.kind == "deleted"))
    keyboard.press(view, ord("ض"), text="ض")
    assert page(compared).sentence.text().startswith("«ماده ۶»")
    press(compared, Qt.Key.Key_Escape)
    action = next(
        one for one in view.context_menu().actions() if one.text() == "تصمیم دربارهٔ این جفت نامطمئن"
    )
    action.trigger()
    assert page(compared).sentence.text().startswith("«ماده ۶»")


def test_comparing_again_comes_back_to_the_same_question(asked: ComparisonScreen) -> None:
    press(asked, Qt.Key.Key_F8)
    # To step into the list of changes chooses none of them.
    page(asked).changes.setFocus(Qt.FocusReason.TabFocusReason)
    assert asked.page.view.current_change is None
    press(asked, Qt.Key.Key_F5)
    assert page(asked).isVisible()
    assert page(asked).sentence.text().startswith("«ماده ۶»")


def test_building_the_next_revision_leaves_the_question(asked: ComparisonScreen) -> None:
    asked.desk.building.commands[0].trigger()
    assert jobs.wait_all()
    assert not page(asked).isVisible()
    assert asked.page.building.isVisible()


def test_another_comparison_does_not_open_with_its_questions(
    asked: ComparisonScreen, sqlite_office: TestOffice
) -> None:
    other = instrument_of(sqlite_office, BEFORE, AFTER)
    keyboard.press(page(asked), Qt.Key.Key_F5)
    asked.compare(RevisionPair(other, 1, 2))
    assert jobs.wait_all()
    assert asked.page.loaded is not None
    assert asked.page.loaded.source == RevisionPair(other, 1, 2)
    assert asked.page.isVisible()


def test_a_question_about_texts_without_labels_fits_a_small_window(
    compared: ComparisonScreen, sqlite_office: TestOffice
) -> None:
    bare = [re.sub(r"ماده \d+ـ ", "", text) for text in (BEFORE, AFTER)]
    compared.compare(RevisionPair(instrument_of(sqlite_office, *bare), 1, 2))
    assert jobs.wait_all()
    compared.page.threads.hide()
    assert jobs.wait_all()
    compared.resize(904, 552)
    keyboard.press(compared.page.view, Qt.Key.Key_Q, text="q")
    questions = page(compared)
    assert questions.sentence.text() == "«نگارخانه موظف است فهرست …» نسخهٔ ۱ در نسخهٔ ۲ کدام است؟"
    assert questions.body is not None
    assert [card.pin_button.text() for card in questions.body.cards] == ["سنجاق با این ماده"] * 2
    assert jobs.wait_all()
    assert compared.width() == 904
    assert questions.body.width() <= questions.area.viewport().width()


def test_all_pins_are_shown_beside_the_text(asked: ComparisonScreen) -> None:
    press(asked, Qt.Key.Key_1, "1")
    keyboard.click(page(asked).pins_button)
    assert jobs.wait_all()
    assert asked.page.structure.isVisible()
    assert [box.words for box in asked.page.structure.pin_boxes] == ["«ماده ۳» همان «ماده ۵» است"]


def test_until_the_candidates_are_found_the_question_waits(compared: ComparisonScreen) -> None:
    loaded = compared.page.loaded
    assert loaded is not None
    compared.show_comparison(loaded)
    keyboard.press(compared.page.view, Qt.Key.Key_Q, text="q")
    questions = page(compared)
    assert questions.body is None
    assert QApplication.focusWidget() is questions.area
    keyboard.press(questions.area, Qt.Key.Key_1, text="1")
    assert questions.notice.words() == ""
    assert jobs.wait_all()
    assert cards(compared) == ["ماده 5", "ماده 6"]
    assert QApplication.focusWidget() is page(compared).body.article  # type: ignore[union-attr]


def test_a_search_that_failed_is_said_and_tried_again(
    compared: ComparisonScreen, sqlite_office: TestOffice, monkeypatch: pytest.MonkeyPatch
) -> None:
    def away(*_: object) -> None:
        raise DatabaseAwayError(where="office")

    trouble: list[object] = []
    compared.trouble.connect(trouble.append)
    loaded = compared.page.loaded
    assert loaded is not None
    with monkeypatch.context() as patch:
        patch.setattr(sqlite_office.services.comments, "of_instrument", away)
        compared.show_comparison(loaded)
        assert jobs.wait_all()
        assert rows(compared)[0] == ("ماده ۳", "۸۸\u200f٪")
        trouble.clear()
        keyboard.press(compared.page.view, Qt.Key.Key_Q, text="q")
        assert jobs.wait_all()
        assert len(trouble) == 1
        assert page(compared).body is None
        assert "جست‌وجوی گزینه‌ها انجام نشد" in page(compared).area.accessibleDescription()
    press(compared, Qt.Key.Key_F5)
    assert cards(compared) == ["ماده 5", "ماده 6"]


def test_the_list_keeps_qt_s_rules(compared: ComparisonScreen, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(compared.page.questions.list.row_model)  # type: ignore[no-untyped-call]
