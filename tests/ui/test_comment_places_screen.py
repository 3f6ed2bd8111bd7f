"""Where unsure comments belong, by keys: the candidates, the whole text, the search; and taken back."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop_app.clock import FixedClock
from desktop_app.instruments.comments.anchoring import How
from desktop_app.instruments.comments.review import UNSURE
from desktop_app.persian.digits import isolated
from desktop_app.staff.roles import Actor
from desktop_app.wording import in_language
from tests.department import TestOffice
from tests.ui.consultation import FIRST, comment, draft, settle, workplace
from tests.ui.keyboard import activate, click, press, type_text
from ui.comments.screen import CommentsScreen
from ui.widgets.comment_sender import sender

Open = Callable[..., CommentsScreen]


@pytest.fixture
def consultation(sqlite_office: TestOffice, clock: FixedClock) -> int:
    """Three comments whose place is unsure, and one on article 1."""
    made = draft(sqlite_office, FIRST).row.id
    comment(sqlite_office, made, "کم است.", provision="ماده ۱", quote="تعرفه هر سال منتشر می‌شود")
    comment(sqlite_office, made, "روشن نیست.", provision="ماده ۹")
    comment(sqlite_office, made, "ماده ۱ و ماده ۳ با هم نمی‌خوانند.")
    comment(sqlite_office, made, "خوب است.", provision="ماده ۱")
    return made


@pytest.fixture
def open_screen(qtbot: QtBot, sqlite_office: TestOffice) -> Open:
    def make(actor: Actor | None = None) -> CommentsScreen:
        screen = CommentsScreen(workplace(sqlite_office, actor or sqlite_office.reviewer))
        qtbot.addWidget(screen)
        screen.resize(1272, 788)
        activate(screen)
        screen.shown()
        settle(screen)
        return screen

    return make


def counted(screen: CommentsScreen) -> dict[str, int]:
    parts = screen.page.parts.rows()
    return {part.label or part.key: len(part.comments) for part in parts if part.comments}


def test_what_is_unsure_stands_first_and_its_candidates_are_chosen_by_their_keys(
    open_screen: Open, consultation: int
) -> None:
    screen = open_screen()
    assert screen.page.parts.rows()[0].key == UNSURE
    assert counted(screen) == {UNSURE: 3, "ماده ۱": 1}
    place = screen.page.place
    assert place.isVisible()
    assert "ماده ۱" in place.given.text()
    shown = [button.text() for button in place.candidates if button.isVisible()]
    assert [words.split(":")[0] for words in shown] == ["ماده ۱", "ماده ۳"]
    press(screen.page.comments, ord("2"))
    settle(screen)
    assert counted(screen) == {UNSURE: 2, "ماده ۱": 1, "ماده ۳": 1}
    assert screen.decision.comment is not None
    assert screen.decision.comment.text == "روشن نیست."


def test_a_key_without_a_candidate_does_nothing_and_the_nought_is_the_whole(
    open_screen: Open, consultation: int
) -> None:
    screen = open_screen()
    press(screen.page.comments, ord("J"))
    assert not [button for button in screen.page.place.candidates if button.isVisible()]
    press(screen.page.comments, ord("1"))
    settle(screen)
    assert counted(screen)[UNSURE] == 3
    press(screen.page.comments, ord("0"))
    settle(screen)
    assert counted(screen) == {UNSURE: 2, "ماده ۱": 1, "": 1}


def test_any_provision_is_found_by_its_words(open_screen: Open, consultation: int) -> None:
    screen = open_screen()
    press(screen.page.comments, ord("P"))
    finder = screen.placing.finder
    assert finder is not None
    type_text(finder.field, "نمایشگاه گروهی")
    press(finder.field, Qt.Key.Key_Return)
    settle(screen)
    assert counted(screen) == {UNSURE: 2, "ماده ۱": 1, "تبصره ماده ۲": 1}


def test_a_choice_is_taken_back(open_screen: Open, consultation: int, sqlite_office: TestOffice) -> None:
    screen = open_screen()
    said: list[object] = []
    screen.message.connect(lambda _words, undo: said.append(undo))
    click(screen.page.place.candidates[0])
    settle(screen)
    assert counted(screen) == {UNSURE: 2, "ماده ۱": 2}
    undo = said[-1]
    assert callable(undo)
    undo()
    settle(screen)
    assert counted(screen) == {UNSURE: 3, "ماده ۱": 1}
    rows = sqlite_office.services.comments.of_instrument(consultation)
    assert [row.place.how for row in rows if row.place][:1] == [How.UNSURE]


def test_elsewhere_the_numbers_are_dispositions_and_others_may_not_place(
    open_screen: Open, consultation: int, sqlite_office: TestOffice
) -> None:
    screen = open_screen(sqlite_office.clerk)
    assert not [button for button in screen.page.place.candidates if button.isVisible()]
    assert not screen.page.place.search.isVisible()
    press(screen.page.comments, ord("P"))
    assert screen.placing.finder is None


def test_who_sent_a_text_message_goes_by_a_number_in_the_digits_of_the_language(
    sqlite_office: TestOffice,
) -> None:
    made = draft(sqlite_office, FIRST).row.id
    row = comment(sqlite_office, made, "کم است.", sender="09121234567", channel="sms")
    assert sender(row) == isolated("••••••••۵۶۷")
    assert in_language("en", lambda: sender(row)) == isolated("••••••••567")
