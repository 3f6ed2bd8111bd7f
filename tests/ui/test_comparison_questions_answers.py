"""Answers to uncertain pairs are kept as pins, taken back, refused, and met by those of colleagues."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop_app.comparison.pins import Pin
from tests.department import TestOffice, only_administrator
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
from tests.ui.comparing import compared_screen, dressed, reading
from ui import jobs
from ui.comparison.screen import ComparisonScreen
from ui.comparison.sources import FilePair

__all__ = ["asked", "compared", "dressed", "instrument", "prepared", "sqlite_office"]

LIST, LOAN = BEFORE.index("ماده 3"), BEFORE.index("ماده 6")


def pins(office: TestOffice, instrument: int) -> list[Pin]:
    return [row.pin for row in office.services.reviewing.pins(instrument, 1, 2)]


def partner_of(screen: ComparisonScreen, start: int) -> int | None:
    entries = reading(screen).comparison.entries
    entry = next(one for one in entries if one.old is not None and one.old.start == start)
    return None if entry.new is None else entry.new.start


@pytest.mark.parametrize("key", [ord("1"), ord("۱")])
def test_a_number_key_pins_its_candidate_and_the_next_question_comes(
    asked: ComparisonScreen, sqlite_office: TestOffice, instrument: int, key: int
) -> None:
    said = said_by(asked)
    press(asked, key, chr(key))
    assert pins(sqlite_office, instrument) == [Pin(LIST, UPLOAD, same=True)]
    assert said[-1][0] == "«ماده ۳» و «ماده ۵» یکی گرفته شد، برای همکاران هم."
    assert page(asked).isVisible()
    assert page(asked).sentence.text().startswith("«ماده ۶»")
    assert cards(asked) == ["ماده 11"]
    assert rows(asked) == [("ماده ۶", "۱ گزینه، ۴۱\u200f٪"), ("ماده ۳ ← ۵", "سنجاق شد، شما")]


def test_the_second_candidate_replaces_what_the_comparison_took(
    asked: ComparisonScreen, sqlite_office: TestOffice, instrument: int
) -> None:
    assert partner_of(asked, LIST) == UPLOAD
    press(asked, Qt.Key.Key_2, "2")
    assert pins(sqlite_office, instrument) == [Pin(LIST, PRICES, same=True)]
    assert partner_of(asked, LIST) == PRICES


def test_zero_parts_the_article_from_every_candidate_that_was_shown(
    asked: ComparisonScreen, sqlite_office: TestOffice, instrument: int
) -> None:
    said = said_by(asked)
    press(asked, Qt.Key.Key_0, "0")
    assert pins(sqlite_office, instrument) == [
        Pin(LIST, UPLOAD, same=False),
        Pin(LIST, PRICES, same=False),
    ]
    assert said[-1][0] == "«ماده ۳» هیچ‌یک از ۲ مادهٔ نشان‌داده‌شده نیست، برای همکاران هم."
    assert partner_of(asked, LIST) is None
    assert rows(asked)[1] == ("ماده ۳", "همان ماده ۵ و ماده ۶ نیست؛ شما")


def test_an_answer_is_taken_back_as_a_whole(
    asked: ComparisonScreen, sqlite_office: TestOffice, instrument: int
) -> None:
    said = said_by(asked)
    press(asked, Qt.Key.Key_0, "0")
    undo = said[-1][1]
    assert callable(undo)
    undo()
    assert jobs.wait_all()
    assert pins(sqlite_office, instrument) == []
    assert [title for title, _summary in rows(asked)] == ["ماده ۳", "ماده ۶"]


def test_after_the_last_answer_the_changes_come_back_with_a_notice(
    asked: ComparisonScreen, sqlite_office: TestOffice, instrument: int
) -> None:
    press(asked, Qt.Key.Key_1, "1")
    press(asked, Qt.Key.Key_1, "1")
    assert pins(sqlite_office, instrument) == [Pin(LIST, UPLOAD, same=True), Pin(LOAN, INSURED, same=True)]
    assert not page(asked).isVisible()
    assert asked.page.isVisible()
    assert asked.page.notices.pin.words() == (
        "جفت نامطمئنی نمانده است. پاسخ‌ها بالای فهرست تغییرها سنجاق شده است."
    )
    assert asked.page.questions.head.accessibleName() == "جفت‌های نامطمئن ۰"
    assert [summary for _title, summary in rows(asked)] == ["سنجاق شد، شما"] * 2


def test_the_buttons_answer_as_the_keys_do(
    asked: ComparisonScreen, sqlite_office: TestOffice, instrument: int
) -> None:
    body = page(asked).body
    assert body is not None
    keyboard.click(body.cards[1].pin_button)
    assert jobs.wait_all()
    body = page(asked).body
    assert body is not None
    keyboard.click(body.none_button)
    assert jobs.wait_all()
    assert pins(sqlite_office, instrument) == [Pin(LIST, PRICES, same=True), Pin(LOAN, INSURED, same=False)]


def test_files_are_asked_about_but_cannot_be_pinned(
    compared: ComparisonScreen, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("files")
    for name, text in (("1.txt", BEFORE), ("2.txt", AFTER)):
        (folder / name).write_text(text, encoding="utf-8")
    compared.compare(FilePair(folder / "1.txt", folder / "2.txt"))
    assert jobs.wait_all()
    said = said_by(compared)
    keyboard.press(compared.page.view, Qt.Key.Key_Q, text="q")
    assert cards(compared) == ["ماده 5", "ماده 6"]
    press(compared, Qt.Key.Key_1, "1")
    ((words, _undo),) = said
    assert words.startswith("ماده‌ها و بندهای فایل‌های دیسک را نمی‌توان سنجاق کرد")
    assert page(compared).isVisible()
    body = page(compared).body
    assert body is not None
    assert body.cards[0].pin_button.isEnabled()


def test_a_person_who_may_not_review_is_refused_and_can_go_on(
    qtbot: QtBot, sqlite_office: TestOffice, instrument: int
) -> None:
    screen = compared_screen(qtbot, sqlite_office, instrument, actor=only_administrator(sqlite_office))
    trouble: list[object] = []
    screen.trouble.connect(trouble.append)
    keyboard.press(screen.page.view, Qt.Key.Key_Q, text="q")
    press(screen, Qt.Key.Key_1, "1")
    assert len(trouble) == 1
    assert pins(sqlite_office, instrument) == []
    assert page(screen).isVisible()
    assert page(screen).notice.words() == ""
    body = page(screen).body
    assert body is not None
    assert body.cards[0].pin_button.isEnabled()


def test_pins_that_were_kept_before_one_was_refused_are_shown(
    asked: ComparisonScreen, sqlite_office: TestOffice, instrument: int
) -> None:
    said = said_by(asked)
    trouble: list[object] = []
    asked.trouble.connect(trouble.append)
    entries = reading(asked).comparison.entries
    old = next(one.old for one in entries if one.old is not None and one.old.start == LIST)
    new = next(one.new for one in entries if one.new is not None and one.new.start == UPLOAD)
    nowhere = new._replace(start=len(AFTER) + 9, end=len(AFTER) + 10)
    assert asked.desk.pinning.pin([(old, new), (old, nowhere)], same=False)
    assert jobs.wait_all()
    assert (len(trouble), said) == (1, [])
    assert pins(sqlite_office, instrument) == [Pin(LIST, UPLOAD, same=False)]
    assert partner_of(asked, LIST) is None


def test_what_a_colleague_pinned_is_said_on_the_question_and_taken_over(
    asked: ComparisonScreen, sqlite_office: TestOffice, instrument: int
) -> None:
    sqlite_office.services.reviewing.pin(sqlite_office.manager, instrument, 1, 2, LIST, UPLOAD, same=True)
    asked.refresh()
    assert jobs.wait_all()
    assert page(asked).notice.words() == "یک همکار سنجاق‌ها را تغییر داد. F5 دوباره مقایسه می‌کند."
    press(asked, Qt.Key.Key_F5)
    assert page(asked).isVisible()
    assert page(asked).sentence.text().startswith("«ماده ۶»")
    assert rows(asked)[1] == ("ماده ۳ ← ۵", f"سنجاق شد، {sqlite_office.manager.name}")
