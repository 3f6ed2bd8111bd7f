"""The public's comments, driven by keys and clicks: reading by provision, filtering, deciding, conflicts."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from desktop_app.clock import FixedClock
from desktop_app.database.audit import history
from desktop_app.errors import AppError, ConflictError, DatabaseAwayError
from desktop_app.instruments.comments.review import WHOLE
from desktop_app.instruments.comments.service import CommentRow
from desktop_app.instruments.model import Instrument
from desktop_app.instruments.vocabulary import Disposition
from desktop_app.staff.presence import Doing, OpenItem, Present
from desktop_app.staff.roles import Actor, Membership, Role
from tests.department import TestOffice, add_person
from tests.instruments.consulting import made_history
from tests.ui.consultation import (
    FIRST,
    SECOND,
    TITLE,
    comment,
    document,
    draft,
    open_window,
    settle,
    workplace,
)
from tests.ui.desk_window import empty_state
from tests.ui.keyboard import CONTROL, activate, click, press, type_text
from tests.ui.prepared import PreparedOffices, its_given, its_office, nothing
from ui.comments.comment_dialog import CommentDialog
from ui.comments.provision_text import ProvisionText
from ui.comments.screen import CommentsScreen
from ui.comments.words import LONGEST_IN_LIST
from ui.widgets.plain import PlainLabel

OPENED, CLOSES = date(2026, 11, 20), date(2026, 12, 5)
REASON = "مدت پروانه دو سال شد."
Open = Callable[..., CommentsScreen]


def marked(shown: ProvisionText) -> list[str]:
    """The words that are marked, without their numbers."""
    return [shown._text[quote.start : quote.end] for quote in shown._quotes]


def consulted(office: TestOffice, clock: FixedClock) -> int:
    """An open directive with two comments on article 2, one on its note, one on article 1, one on the whole."""
    clock.advance(timedelta(days=-10))
    made = draft(office, FIRST)
    clock.advance(timedelta(days=9))
    office.services.drafting.add_revision(office.reviewer, made.row.id, document(SECOND))
    clock.advance(timedelta(days=1))
    open_window(office, made.row.id, OPENED, CLOSES)
    number = made.row.id
    comment(office, number, "مدت کم است.", provision="ماده ۲", quote="مدت یک سال")
    comment(
        office, number, "سه سال بهتر است.", provision="ماده 2", quote="مدت يك سال", channel="sms",
        sender="",
    )  # fmt: skip
    comment(office, number, "تبصره روشن نیست.", provision="تبصره ماده ۲")
    comment(office, number, "خوب است.", provision="ماده یک")
    comment(office, number, "با همه آن موافقم.")
    return number


@pytest.fixture
def prepared(
    request: pytest.FixtureRequest, prepared_offices: PreparedOffices, clock: FixedClock
) -> Iterator[tuple[TestOffice, int]]:
    """With the directive where the test asks for `consultation`."""
    with prepared_offices.office(
        consulted if "consultation" in request.fixturenames else nothing, clock
    ) as made:
        yield made


sqlite_office, consultation = its_office, its_given


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


def other_reviewer(office: TestOffice) -> Actor:
    memberships = frozenset({Membership(Role.REVIEWER, None)})
    row = add_person(office.services, office.administrator, "حسین مرادی", "moradi", memberships)
    return office.services.accounts.actor(row.id)


def stored(office: TestOffice, instrument: int, at: int) -> CommentRow:
    return office.services.comments.of_instrument(instrument)[at]


def go_to(screen: CommentsScreen, label: str) -> None:
    at = next(i for i, part in enumerate(screen.page.parts.rows()) if part.label == label)
    screen.page.parts.go_to(at)


def errors_of(screen: CommentsScreen) -> list[AppError]:
    found: list[AppError] = []
    screen.trouble.connect(found.append)
    return found


def texts(screen: CommentsScreen) -> list[str]:
    return [one.text for one in screen.page.comments.listed]


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


def test_a_comment_is_decided_by_keys_alone_and_the_next_one_is_chosen(
    open_screen: Open, sqlite_office: TestOffice, consultation: int
) -> None:
    screen = open_screen()
    go_to(screen, "ماده ۲")
    settle(screen)
    screen.page.comments.setFocus()
    press(screen.page.comments, Qt.Key.Key_2)
    press(screen.page.comments, Qt.Key.Key_E)
    assert screen.decision.reason.hasFocus()
    type_text(screen.decision.reason, REASON)
    press(screen.decision.reason, Qt.Key.Key_Return, CONTROL)
    settle(screen)
    decided = stored(sqlite_office, consultation, 0)
    assert decided.disposition is Disposition.PARTLY_ACCEPTED
    assert decided.reason == REASON
    assert decided.decided_by == sqlite_office.reviewer.name
    assert screen.decision.comment is not None
    assert screen.decision.comment.text == "سه سال بهتر است."
    assert screen.page.progress.words.text() == "۱ از ۵ تصمیم"


def test_after_the_last_comment_of_a_provision_the_next_provision_follows(
    open_screen: Open, sqlite_office: TestOffice, consultation: int
) -> None:
    screen = open_screen()
    assert screen.page.heading.text() == "ماده ۱"
    press(screen.page.comments, Qt.Key.Key_1)
    type_text(screen.decision.reason, REASON)
    press(screen.decision.reason, Qt.Key.Key_Return, CONTROL)
    settle(screen)
    assert screen.page.heading.text() == "ماده ۲"
    assert screen.decision.comment is not None
    assert screen.decision.comment.text == "مدت کم است."


def test_a_decision_that_is_under_way_does_not_take_the_reader_elsewhere(
    open_screen: Open, sqlite_office: TestOffice, consultation: int
) -> None:
    screen = open_screen()
    go_to(screen, "ماده ۲")
    press(screen.page.comments, Qt.Key.Key_1)
    type_text(screen.decision.reason, REASON)
    press(screen.decision.reason, Qt.Key.Key_Return, CONTROL)
    go_to(screen, "تبصره ماده ۲")
    type_text(screen.decision.reason, "در این میان")
    settle(screen)
    assert stored(sqlite_office, consultation, 0).disposition is Disposition.ACCEPTED
    assert screen.page.heading.text() == "تبصره ماده ۲"
    assert screen.decision.reason.toPlainText() == "در این میان"


def test_j_and_k_walk_the_comments_under_both_layouts(open_screen: Open, consultation: int) -> None:
    screen = open_screen()
    go_to(screen, "ماده ۲")
    listed = screen.page.comments
    listed.setFocus()
    press(listed, Qt.Key.Key_J)
    assert listed.currentIndex().row() == 1
    press(listed, ord("ن"), text="ن")
    assert listed.currentIndex().row() == 0


def test_letters_typed_into_the_reason_are_no_commands(open_screen: Open, consultation: int) -> None:
    screen = open_screen()
    go_to(screen, "ماده ۲")
    type_text(screen.decision.reason, "تن ۲ 2")
    assert screen.decision.reason.toPlainText() == "تن ۲ 2"
    assert screen.page.comments.currentIndex().row() == 0
    assert screen.decision.choice.value() == ""


def test_nothing_is_saved_without_a_disposition_or_without_a_reason(
    open_screen: Open, sqlite_office: TestOffice, consultation: int
) -> None:
    screen = open_screen()
    type_text(screen.decision.reason, REASON)
    refusals = screen.decision.refusals
    press(screen.decision.reason, Qt.Key.Key_Return, CONTROL)
    assert "نتیجهٔ بررسی" in refusals.card.words.text()
    assert screen.decision.choice.hasFocus()
    screen.decision.reason.clear()
    press(screen.page.comments, Qt.Key.Key_1)
    assert not refusals.card.isVisible()
    screen.deciding.save()
    assert refusals.card.field is screen.decision.reason
    settle(screen)
    assert all(one.disposition is None for one in sqlite_office.services.comments.of_instrument(consultation))


def test_what_was_typed_is_there_again_after_looking_at_another_comment(
    open_screen: Open, consultation: int
) -> None:
    screen = open_screen()
    go_to(screen, "ماده ۲")
    press(screen.page.comments, Qt.Key.Key_3)
    type_text(screen.decision.reason, "هنوز ننوشته")
    screen.page.comments.step(1)
    assert screen.decision.reason.toPlainText() == ""
    screen.refresh()
    settle(screen)
    screen.page.comments.step(-1)
    assert screen.decision.reason.toPlainText() == "هنوز ننوشته"
    assert screen.decision.choice.value() == "rejected"
    assert screen.decision.state.text() == "پیش‌نویس"


def test_news_from_colleagues_take_neither_the_place_nor_the_caret(
    open_screen: Open, sqlite_office: TestOffice, consultation: int
) -> None:
    screen = open_screen()
    go_to(screen, "ماده ۲")
    screen.page.comments.step(1)
    type_text(screen.decision.reason, "هنوز ننوشته")
    caret = screen.decision.reason.textCursor()
    caret.setPosition(4)
    screen.decision.reason.setTextCursor(caret)
    others = sqlite_office.services.comments.of_instrument(consultation)
    first = next(one for one in others if one.provision == "ماده ۲")
    sqlite_office.services.comments.decide(
        sqlite_office.reviewer, first.id, first.version, Disposition.REJECTED, REASON
    )
    comment(sqlite_office, consultation, "ماده ۲ روشن نیست.", provision="ماده ۲")
    resets: list[None] = []
    screen.page.comments.row_model.modelReset.connect(lambda: resets.append(None))
    screen.others_changed(frozenset({("comment", first.id)}))
    settle(screen)
    assert screen.decision.reason.toPlainText() == "هنوز ننوشته"
    assert screen.decision.reason.textCursor().position() == 4
    assert screen.decision.reason.hasFocus()
    rows = screen.page.comments.row_model
    assert screen.page.comments.currentIndex().row() == 1
    assert rows.rowCount() == 3
    assert rows.rows[0].disposition is Disposition.REJECTED
    assert resets == []


def test_who_is_at_the_same_comment_or_elsewhere_on_the_draft_is_named(
    open_screen: Open, sqlite_office: TestOffice, consultation: int
) -> None:
    screen = open_screen()
    go_to(screen, "ماده ۲")
    current = screen.decision.comment
    assert current is not None
    assert screen.place() == OpenItem("comment", current.id, Doing.LOOKING)
    type_text(screen.decision.reason, "می‌نویسم")
    assert screen.place() == OpenItem("comment", current.id, Doing.WRITING)
    other = next(one for one in screen.page.comments.listed if one.id != current.id)
    here = Present("کامران یزدی", OpenItem("comment", current.id, Doing.WRITING), 5.0)
    there = Present("مریم رضایی", OpenItem("comment", other.id, Doing.LOOKING), 5.0)
    reading = Present("حسن نوری", OpenItem("instrument", consultation, Doing.LOOKING), 5.0)
    far = Present("سارا امینی", OpenItem("instrument", consultation + 1, Doing.LOOKING), 5.0)
    screen.show_present((here, there, reading, far))
    assert screen.decision.presence.words.text() == "کامران یزدی در حال ویرایش"
    assert screen.presence.words.text() == "مریم رضایی، حسن نوری در حال مشاهده"
    screen.page.comments.step(1)
    assert screen.decision.presence.words.text() == "مریم رضایی در حال مشاهده"
    screen.show_present(())
    assert screen.decision.presence.isHidden()
    assert screen.presence.isHidden()


def test_a_clerk_reads_the_decision_and_learns_who_may_decide(
    open_screen: Open, sqlite_office: TestOffice, consultation: int
) -> None:
    first = stored(sqlite_office, consultation, 3)
    sqlite_office.services.comments.decide(
        sqlite_office.reviewer, first.id, first.version, Disposition.ACCEPTED, REASON
    )
    screen = open_screen(sqlite_office.clerk)
    go_to(screen, "ماده ۱")
    assert not screen.decision.choice.isVisible()
    assert not screen.decision.reason.isVisible()
    assert not screen.decision.save_button.isVisible()
    assert screen.decision.decided.text() == "پذیرفته"
    assert screen.decision.published.text() == REASON
    assert sqlite_office.reviewer.name in screen.decision.who_may.text()


def conflicting(screen: CommentsScreen, office: TestOffice, instrument: int) -> CommentRow:
    """Somebody else decides the comment that is on the screen, with our text half written; then we save."""
    go_to(screen, "ماده ۱")
    press(screen.page.comments, Qt.Key.Key_3)
    type_text(screen.decision.reason, "سبب ما")
    ours = screen.decision.comment
    assert ours is not None
    theirs = other_reviewer(office)
    decided = office.services.comments.decide(
        theirs, ours.id, ours.version, Disposition.ACCEPTED, "سبب ایشان"
    )
    press(screen.decision.reason, Qt.Key.Key_Return, CONTROL)
    settle(screen)
    return decided


def test_of_two_who_decide_the_second_is_told_sees_both_and_keeps_the_text(
    open_screen: Open, sqlite_office: TestOffice, consultation: int
) -> None:
    screen = open_screen()
    errors = errors_of(screen)
    conflicting(screen, sqlite_office, consultation)
    assert [type(error) for error in errors] == [ConflictError]
    assert screen.decision.conflict.isVisible()
    assert "حسین مرادی" in screen.decision.conflict.who.text()
    assert "پذیرفته" in screen.decision.conflict.who.text()
    assert screen.decision.conflict.reason.text() == "سبب ایشان"
    assert screen.decision.reason.toPlainText() == "سبب ما"
    press(screen.decision.reason, Qt.Key.Key_Return, CONTROL)
    settle(screen)
    assert not screen.decision.save_button.isEnabled()
    assert stored(sqlite_office, consultation, 3).reason == "سبب ایشان"


def test_reading_again_does_not_hide_that_somebody_was_faster(
    open_screen: Open, sqlite_office: TestOffice, consultation: int
) -> None:
    screen = open_screen()
    go_to(screen, "ماده ۱")
    press(screen.page.comments, Qt.Key.Key_3)
    type_text(screen.decision.reason, "سبب ما")
    ours = screen.decision.comment
    assert ours is not None
    sqlite_office.services.comments.decide(
        other_reviewer(sqlite_office), ours.id, ours.version, Disposition.ACCEPTED, "سبب ایشان"
    )
    screen.others_changed(frozenset({("comment", ours.id)}))
    settle(screen)
    assert screen.decision.conflict.isVisible()
    assert screen.decision.reason.toPlainText() == "سبب ما"
    press(screen.decision.reason, Qt.Key.Key_Return, CONTROL)
    settle(screen)
    assert stored(sqlite_office, consultation, 3).reason == "سبب ایشان"


def test_the_second_can_leave_the_first_decision(
    open_screen: Open, sqlite_office: TestOffice, consultation: int
) -> None:
    screen = open_screen()
    conflicting(screen, sqlite_office, consultation)
    click(screen.decision.conflict.keep_theirs)
    settle(screen)
    assert not screen.decision.conflict.isVisible()
    assert screen.decision.reason.toPlainText() == "سبب ایشان"
    assert screen.decision.choice.value() == "accepted"
    assert stored(sqlite_office, consultation, 3).reason == "سبب ایشان"


def test_the_second_can_put_the_own_decision_in_its_place_and_both_stay_in_the_history(
    open_screen: Open, sqlite_office: TestOffice, consultation: int
) -> None:
    screen = open_screen()
    conflicting(screen, sqlite_office, consultation)
    click(screen.decision.conflict.use_ours)
    settle(screen)
    now = stored(sqlite_office, consultation, 3)
    assert (now.disposition, now.reason) == (Disposition.REJECTED, "سبب ما")
    assert not screen.decision.conflict.isVisible()


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


def test_trouble_while_reading_again_leaves_what_is_shown(
    open_screen: Open, consultation: int, sqlite_office: TestOffice, monkeypatch: pytest.MonkeyPatch
) -> None:
    def away(*_: object) -> None:
        raise DatabaseAwayError(where="office")

    screen = open_screen()
    errors = errors_of(screen)
    shown = texts(screen)
    monkeypatch.setattr(sqlite_office.services.drafting, "all", away)
    screen.refresh()
    settle(screen)
    assert [type(error) for error in errors] == [DatabaseAwayError]
    assert texts(screen) == shown


def test_the_models_of_provisions_and_comments_keep_qt_s_contract(
    open_screen: Open, consultation: int, qtmodeltester: ModelTester
) -> None:
    screen = open_screen()
    qtmodeltester.check(screen.page.parts.row_model)  # type: ignore[no-untyped-call]
    qtmodeltester.check(screen.page.comments.row_model)  # type: ignore[no-untyped-call]
