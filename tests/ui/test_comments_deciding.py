"""Comments are decided by keys, alone and beside colleagues: conflicts, news, what is kept."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from desktop_app.errors import AppError, ConflictError, DatabaseAwayError
from desktop_app.instruments.comments.service import CommentRow
from desktop_app.instruments.vocabulary import Disposition
from desktop_app.staff.presence import Doing, OpenItem, Present
from desktop_app.staff.roles import Actor, Membership, Role
from tests.department import TestOffice, add_person
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
from tests.ui.consultation import comment, settle
from tests.ui.keyboard import CONTROL, click, press, type_text
from ui.comments.screen import CommentsScreen

__all__ = ["consultation", "open_screen", "prepared", "sqlite_office"]


def other_reviewer(office: TestOffice) -> Actor:
    memberships = frozenset({Membership(Role.REVIEWER, None)})
    row = add_person(office.services, office.administrator, "حسین مرادی", "moradi", memberships)
    return office.services.accounts.actor(row.id)


def errors_of(screen: CommentsScreen) -> list[AppError]:
    found: list[AppError] = []
    screen.trouble.connect(found.append)
    return found


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
