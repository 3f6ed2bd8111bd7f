"""The public's comments, driven by keys and clicks: reading by provision, filtering."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from desktop_app.clock import FixedClock
from desktop_app.database.audit import history
from desktop_app.instruments.comments.review import WHOLE
from desktop_app.instruments.model import Instrument
from desktop_app.instruments.vocabulary import Disposition
from tests.department import TestOffice
from tests.instruments.consulting import made_history
from tests.ui.comment_review import (
    REASON,
    Open,
    consultation,
    go_to,
    open_screen,
    prepared,
    sqlite_office,
    stored,
    texts,
)
from tests.ui.consultation import FIRST, TITLE, comment, draft, settle
from tests.ui.desk_window import empty_state
from tests.ui.keyboard import click, press
from ui.comments.comment_dialog import CommentDialog
from ui.comments.provision_text import ProvisionText
from ui.comments.words import LONGEST_IN_LIST
from ui.widgets.plain import PlainLabel

__all__ = ["consultation", "open_screen", "prepared", "sqlite_office"]


def marked(shown: ProvisionText) -> list[str]:
    """The words that are marked, without their numbers."""
    return [shown._text[quote.start : quote.end] for quote in shown._quotes]


def test_without_comments_the_screen_says_how_they_come(open_screen: Open, sqlite_office: TestOffice) -> None:
    draft(sqlite_office, FIRST)
    screen = open_screen()
    assert empty_state(screen).isVisible()


def test_comments_stand_at_the_provision_that_they_name_however_it_is_spelled(
    open_screen: Open, consultation: int
) -> None:
    screen = open_screen()
    counted = {part.label: len(part.comments) for part in screen.page.parts.rows()}
    assert counted == {"ماده ۱": 1, "ماده ۲": 2, "تبصره ماده ۲": 1, "ماده ۳": 0, "": 1}
    assert screen.page.parts.rows()[-1].key == WHOLE


def test_the_text_is_that_of_the_exposed_revision_and_quoted_words_are_marked(
    open_screen: Open, consultation: int
) -> None:
    screen = open_screen()
    go_to(screen, "ماده ۲")
    part = screen.page.part
    assert part is not None
    assert "یک سال" in part.text
    assert "دو سال" not in part.text
    assert marked(screen.page.text) == ["مدت یک سال"]
    assert [quote.count for quote in part.quotes] == [2]
    assert screen.page.review is not None
    assert screen.page.review.exposed == 1


def test_the_first_provision_that_waits_is_shown_and_its_comment_chosen(
    open_screen: Open, consultation: int
) -> None:
    screen = open_screen()
    assert screen.page.heading.text() == "ماده ۱"
    assert texts(screen) == ["خوب است."]
    assert screen.decision.comment is not None
    assert screen.decision.comment.text == "خوب است."


def test_the_keyboard_belongs_to_the_comments_as_soon_as_they_are_there(
    open_screen: Open, consultation: int
) -> None:
    assert open_screen().page.comments.hasFocus()


def test_only_the_undecided_are_listed_on_demand(
    open_screen: Open, sqlite_office: TestOffice, consultation: int
) -> None:
    first = stored(sqlite_office, consultation, 0)
    sqlite_office.services.comments.decide(
        sqlite_office.reviewer, first.id, first.version, Disposition.ACCEPTED, REASON
    )
    screen = open_screen()
    go_to(screen, "ماده ۲")
    assert len(texts(screen)) == 2
    press(screen.page.comments, Qt.Key.Key_U)
    assert texts(screen) == ["سه سال بهتر است."]
    assert screen.page.filters.undecided_chip._set
    press(screen.page.comments, Qt.Key.Key_U)
    assert len(texts(screen)) == 2


def test_one_channel_is_listed_on_demand(open_screen: Open, consultation: int) -> None:
    screen = open_screen()
    go_to(screen, "ماده ۲")
    menu = screen.page.filters.channel_menu()
    next(action for action in menu.actions() if action.text().startswith("پیامک")).trigger()
    assert texts(screen) == ["سه سال بهتر است."]
    go_to(screen, "ماده ۱")
    assert texts(screen) == []
    assert "با این شرط‌ها" in screen.page.nothing.text()
    screen.page.filters.channel_chip.cleared.emit()
    assert texts(screen) == ["خوب است."]


def test_a_provision_without_comments_says_so(open_screen: Open, consultation: int) -> None:
    screen = open_screen()
    go_to(screen, "ماده ۳")
    assert screen.decision.comment is None
    assert "کسی دربارهٔ این ماده نظر نداده" in screen.page.nothing.text()
    assert not screen.decision.save_button.isEnabled()


def test_a_comment_on_a_provision_that_the_text_does_not_have_stands_first_as_unsure(
    open_screen: Open, sqlite_office: TestOffice, consultation: int
) -> None:
    comment(sqlite_office, consultation, "ماده ۹۹ چه شد؟", provision="ماده ۹۹")
    screen = open_screen()
    assert screen.page.heading.text() == "نامطمئن"
    assert texts(screen) == ["ماده ۹۹ چه شد؟"]
    assert screen.page.missing.isVisible()


def test_the_brackets_walk_the_provisions_that_have_comments(open_screen: Open, consultation: int) -> None:
    screen = open_screen()
    go_to(screen, "تبصره ماده ۲")
    press(screen.page.comments, Qt.Key.Key_BracketRight)
    assert screen.page.heading.text() == "کل متن"
    press(screen.page.comments, Qt.Key.Key_BracketLeft)
    assert screen.page.heading.text() == "تبصره ماده ۲"


def test_the_days_that_are_left_are_told(open_screen: Open, consultation: int) -> None:
    screen = open_screen()
    panel = screen.page.window_panel
    assert panel.isVisible()
    assert panel.left.text() == "۱۱ روز"
    assert panel.day.text() == "روز ۴ از ۱۵"
    assert "۱۴ آذر" in panel.last.text()


def test_a_draft_that_was_taken_up_again_shows_no_window(
    open_screen: Open, sqlite_office: TestOffice
) -> None:
    made = draft(sqlite_office, FIRST)
    comment(sqlite_office, made.row.id, "به‌هنگام رسید.", provision="ماده ۱")
    # Withdrawn and taken up again, as its comments are kept.
    with made_history(sqlite_office.services), sqlite_office.services.database.writing() as session:
        taken_up = session.get_one(Instrument, made.row.id)
        taken_up.status, taken_up.opened_on, taken_up.closes_on = "drafting", None, None
        taken_up.exposed_revision_id = None
    screen = open_screen()
    assert not screen.page.window_panel.isVisible()


def test_a_late_comment_is_kept_and_marked(
    open_screen: Open, sqlite_office: TestOffice, consultation: int, clock: FixedClock
) -> None:
    clock.advance(timedelta(days=20))
    late = comment(sqlite_office, consultation, "دیر رسید.", provision="ماده ۳")
    assert late.late
    screen = open_screen()
    go_to(screen, "ماده ۳")
    assert texts(screen) == ["دیر رسید."]
    assert screen.page.window_panel.left.text() == "پایان مهلت"


def test_mark_up_and_direction_characters_of_the_public_are_shown_as_written(
    open_screen: Open, sqlite_office: TestOffice, consultation: int
) -> None:
    comment(sqlite_office, consultation, "<b>مهم</b> \u202eوارونه", provision="ماده ۳")
    screen = open_screen()
    go_to(screen, "ماده ۳")
    model = screen.page.comments.row_model
    shown = str(model.data(model.index(0), Qt.ItemDataRole.DisplayRole))
    assert shown.startswith("<b>مهم</b>")
    assert "\u202e" not in shown


def test_a_very_long_comment_is_cut_in_the_list_and_read_whole_by_enter(
    open_screen: Open, sqlite_office: TestOffice, consultation: int, qtbot: QtBot
) -> None:
    comment(sqlite_office, consultation, "بسیار " * 5000 + "پایان", provision="ماده ۳")
    screen = open_screen()
    go_to(screen, "ماده ۳")
    model = screen.page.comments.row_model
    said = str(model.data(model.index(0), Qt.ItemDataRole.AccessibleTextRole))
    _about, _colon, shown = said.partition(": ")
    assert 200 < len(shown) <= LONGEST_IN_LIST + 2
    screen.page.comments.setFocus()
    press(screen.page.comments, Qt.Key.Key_Return)
    (dialog,) = screen.findChildren(CommentDialog)
    assert dialog.isVisible()
    assert dialog.text.toPlainText().endswith("پایان")


def test_the_number_of_a_sender_is_shown_with_the_whole_comment_and_with_an_event(
    open_screen: Open, sqlite_office: TestOffice, consultation: int
) -> None:
    row = comment(
        sqlite_office, consultation, "کم است.", provision="ماده ۳", sender="09121234567", channel="sms"
    )
    for actor, shown, events in (
        (sqlite_office.music_clerk, "•••", 0),
        (sqlite_office.reviewer, "۰۹۱۲۱۲۳۴", 1),
    ):
        screen = open_screen(actor)
        go_to(screen, "ماده ۳")
        screen.page.comments.setFocus()
        press(screen.page.comments, Qt.Key.Key_Return)
        settle(screen)
        (dialog,) = screen.findChildren(CommentDialog)
        assert any(shown in label.text() for label in dialog.findChildren(PlainLabel))
        with sqlite_office.services.database.reading() as session:
            assert len(history(session, "comment", row.id)) == events


def test_another_instrument_is_chosen_from_the_menu(
    open_screen: Open, sqlite_office: TestOffice, consultation: int
) -> None:
    other = draft(sqlite_office, FIRST, title="بخشنامه دیگر")
    comment(sqlite_office, other.row.id, "درباره دیگر", provision="ماده ۳")
    screen = open_screen()
    assert screen.header.title.text() == TITLE
    menu = screen.header.instrument_menu()
    next(action for action in menu.actions() if action.text().startswith("بخشنامه دیگر")).trigger()
    settle(screen)
    assert screen.header.title.text() == "بخشنامه دیگر"
    assert texts(screen) == ["درباره دیگر"]


def test_the_exposed_revision_is_compared_with_the_latest_one(open_screen: Open, consultation: int) -> None:
    screen = open_screen()
    asked: list[tuple[str, object]] = []
    screen.navigate.connect(lambda name, item: asked.append((name, item)))
    click(screen.header.compare)
    click(screen.header.draft)
    assert asked == [("comparison", (consultation, 1, 2)), ("drafts", consultation)]


def test_the_rail_is_told_how_many_wait(open_screen: Open, consultation: int) -> None:
    screen = open_screen()
    told: list[int] = []
    screen.count_changed.connect(told.append)
    screen.refresh()
    settle(screen)
    assert told == [5]


def test_the_models_of_provisions_and_comments_keep_qt_s_contract(
    open_screen: Open, consultation: int, qtmodeltester: ModelTester
) -> None:
    screen = open_screen()
    qtmodeltester.check(screen.page.parts.row_model)  # type: ignore[no-untyped-call]
    qtmodeltester.check(screen.page.comments.row_model)  # type: ignore[no-untyped-call]
