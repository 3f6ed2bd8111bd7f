"""What single members of a campaign group add, in the window: read before one decision, decided apart, by keys."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop_app.instruments.vocabulary import Disposition
from desktop_app.persian.digits import latin_digits
from desktop_app.persian.joined_numbers import shown_digits
from tests.department import TestOffice
from tests.instruments.campaigning import COMMON
from tests.ui.consultation import FIRST, comment, draft, open_window, settle, workplace
from tests.ui.keyboard import CONTROL, activate, press, type_text
from ui.comments.campaign_dialog import CampaignDialog
from ui.comments.comment_dialog import CommentDialog
from ui.comments.screen import CommentsScreen

REASON = "قانون اجازه نمی‌دهد."


def street(number: int) -> str:
    return f"کتاب‌فروشی ما در خیابان بهار پلاک {number} به همین دلیل بسته شد."


def opened(qtbot: QtBot, office: TestOffice, streets: int, *, same: int = 0) -> CommentsScreen:
    """A group of two and of as many others as there are streets, which each of them adds; then another comment.

    `same` others of the group add one street together.
    """
    number = draft(office, FIRST).row.id
    open_window(office, number, date(2026, 11, 20), date(2026, 12, 5))
    said = [COMMON, COMMON, *(f"{COMMON} {street(n)}" for n in (*range(streets), *[99] * same))]
    for n, text in enumerate(said):
        comment(office, number, text, provision="ماده ۱", sender=f"فرستنده {n}")
    comment(office, number, "تعرفه روشن نیست.", provision="ماده ۲")
    office.services.campaign_finding.look(office.reviewer, number)
    made = CommentsScreen(workplace(office, office.reviewer))
    qtbot.addWidget(made)
    made.resize(1272, 788)
    activate(made)
    made.shown()
    settle(made)
    settle(made)
    return made


def decide_group(screen: CommentsScreen) -> CampaignDialog:
    """Tries to decide the group by keys; returns the dialog that asks."""
    screen.page.comments.go_to(0)
    press(screen.page.comments, Qt.Key.Key_3)
    type_text(screen.decision.reason, REASON)
    press(screen.decision.reason, Qt.Key.Key_Return, CONTROL)
    return asked(screen)


def asked(screen: CommentsScreen) -> CampaignDialog:
    for _ in range(3):
        settle(screen)
    [dialog] = open_dialogs(screen)
    activate(dialog)
    return dialog


def open_dialogs(screen: CommentsScreen) -> list[CampaignDialog]:
    return [one for one in screen.findChildren(CampaignDialog) if one.isVisible()]


def dispositions(screen: CommentsScreen) -> list[Disposition | None]:
    for _ in range(3):
        settle(screen)
    review = screen.page.review
    assert review is not None
    return [one.disposition for one in review.comments]


def test_the_row_and_the_dialog_say_what_all_share_and_additions_stand_one_by_one(
    qtbot: QtBot, sqlite_office: TestOffice
) -> None:
    screen = opened(qtbot, sqlite_office, 3)
    [row] = screen.page.comments.listed
    assert row.text == COMMON
    screen.page.comments.go_to(0)
    press(screen.page.comments, Qt.Key.Key_Return)
    dialog = asked(screen)
    assert dialog.text.toPlainText() == COMMON
    shown = [dialog.added.item(at).text() for at in range(dialog.added.count())]
    assert [latin_digits(one) for one in shown] == [f"فرستنده {n + 2}: {street(n)}" for n in range(3)]
    assert not dialog.decide_button.isVisible()
    # They were in view: that is read.
    group = sqlite_office.services.campaigns.one(dialog.campaign.id)
    assert not group.unread_by(sqlite_office.reviewer.person_id)
    assert not dialog.reading.isVisible()


def test_a_decision_for_a_group_asks_until_every_addition_was_in_view(
    qtbot: QtBot, sqlite_office: TestOffice
) -> None:
    screen = opened(qtbot, sqlite_office, 60)
    dialog = decide_group(screen)
    assert dialog.reading.isVisible()
    assert dialog.decide_button.isVisible()
    assert not dialog.decide.isEnabled()
    # To jump to the end is not to read what is between.
    press(dialog.added, Qt.Key.Key_End)
    settle(screen)
    assert not dialog.decide.isEnabled()
    press(dialog.added, Qt.Key.Key_Return, CONTROL)
    assert dispositions(screen) == [None] * 63
    press(dialog.added, Qt.Key.Key_Home)
    for _ in range(60):
        press(dialog.added, Qt.Key.Key_Down)
    for _ in range(3):
        settle(screen)
    assert not dialog.reading.isVisible()
    assert dialog.decide.isEnabled()
    press(dialog.added, Qt.Key.Key_Return, CONTROL)
    assert dispositions(screen) == [Disposition.REJECTED] * 62 + [None]
    assert not open_dialogs(screen)


def test_an_addition_that_arrives_behind_the_dialog_asks_again(
    qtbot: QtBot, sqlite_office: TestOffice
) -> None:
    screen = opened(qtbot, sqlite_office, 2)
    dialog = decide_group(screen)
    assert dialog.decide.isEnabled()
    number = screen.page.review.detail.row.id  # type: ignore[union-attr]
    comment(sqlite_office, number, f"{COMMON} {street(99)}", provision="ماده ۱", sender="تازه")
    sqlite_office.services.campaign_finding.look(sqlite_office.clerk, number)
    press(dialog.added, Qt.Key.Key_Return, CONTROL)
    again = asked(screen)
    assert again is not dialog
    assert any("99" in latin_digits(again.added.item(at).text()) for at in range(again.added.count()))
    # The words of the decision were kept meanwhile.
    assert screen.decision.reason.toPlainText() == REASON
    press(again.added, Qt.Key.Key_Return, CONTROL)
    assert dispositions(screen) == [Disposition.REJECTED] * 5 + [None]


def test_a_member_is_taken_out_of_the_decision_by_a_key_and_decided_on_its_own(
    qtbot: QtBot, sqlite_office: TestOffice
) -> None:
    screen = opened(qtbot, sqlite_office, 3)
    dialog = decide_group(screen)
    press(dialog.added, Qt.Key.Key_Down)
    press(dialog.added, Qt.Key.Key_A)
    for _ in range(3):
        settle(screen)
    assert "با تصمیم جدا" in dialog.added.item(1).text()
    # Back, and out again.
    for _ in range(2):
        press(dialog.added, Qt.Key.Key_A)
        for _ in range(3):
            settle(screen)
    press(dialog.added, Qt.Key.Key_Return, CONTROL)
    rejected = Disposition.REJECTED
    assert dispositions(screen) == [rejected, rejected, rejected, None, rejected, None]
    # It has a row of its own, and is the next.
    assert [one.stands_for is None for one in screen.page.comments.listed] == [False, True]
    current = screen.decision.comment
    assert current is not None
    assert current.text == f"{COMMON} {street(1)}"
    activate(screen)
    press(screen.page.comments, Qt.Key.Key_4)
    type_text(screen.decision.reason, "جداگانه")
    press(screen.decision.reason, Qt.Key.Key_Return, CONTROL)
    assert dispositions(screen)[3] is Disposition.OUT_OF_SCOPE


@pytest.mark.parametrize("by_mouse", [False, True])
def test_opening_an_addition_leads_to_its_comment_and_sets_nothing_apart(
    qtbot: QtBot, sqlite_office: TestOffice, *, by_mouse: bool
) -> None:
    screen = opened(qtbot, sqlite_office, 3, same=4)
    dialog = decide_group(screen)
    at = next(n for n in range(dialog.added.count()) if "۴ نظر" in dialog.added.item(n).text())
    for _ in range(at):
        press(dialog.added, Qt.Key.Key_Down)
    if by_mouse:
        place = dialog.added.visualItemRect(dialog.added.item(at)).center()
        QTest.mouseClick(dialog.added.viewport(), Qt.MouseButton.LeftButton, pos=place)
        QTest.mouseDClick(dialog.added.viewport(), Qt.MouseButton.LeftButton, pos=place)
    else:
        press(dialog.added, Qt.Key.Key_Return)
    for _ in range(4):
        settle(screen)
    [whole] = dialog.findChildren(CommentDialog)
    assert whole.text.toPlainText() == shown_digits(f"{COMMON} {street(99)}")
    activate(whole)
    press(whole, Qt.Key.Key_Escape)
    settle(screen)
    # The decision waits as before, for all.
    assert open_dialogs(screen) == [dialog]
    assert not dialog.findChildren(CommentDialog)
    review = screen.page.review
    assert review is not None
    assert not any(one.apart for one in sqlite_office.services.comments.of_instrument(review.detail.row.id))
    # Any member is opened from the list below as well.
    press(dialog.members, Qt.Key.Key_Return)
    for _ in range(4):
        settle(screen)
    [whole] = dialog.findChildren(CommentDialog)
    assert COMMON in whole.text.toPlainText()


def test_many_with_a_group_among_them_ask_for_its_additions_first(
    qtbot: QtBot, sqlite_office: TestOffice
) -> None:
    screen = opened(qtbot, sqlite_office, 2)
    screen.page.comments.go_to(0)
    press(screen.page.comments, Qt.Key.Key_D, CONTROL)
    dialog = asked(screen)
    assert screen.triaging.dialog is None
    dialog.accept()
    for _ in range(3):
        settle(screen)
    activate(screen)
    press(screen.page.comments, Qt.Key.Key_D, CONTROL)
    settle(screen)
    assert screen.triaging.dialog is not None


@pytest.mark.parametrize("only_undecided", [False, True])
def test_saving_goes_on_and_never_back(
    qtbot: QtBot, sqlite_office: TestOffice, *, only_undecided: bool
) -> None:
    screen = opened(qtbot, sqlite_office, 1)
    told: list[str] = []
    screen.message.connect(lambda words, _undo: told.append(latin_digits(words)))
    if only_undecided:
        press(screen.page.comments, Qt.Key.Key_U)
    press(screen.page.comments, Qt.Key.Key_BracketRight)
    last = screen.decision.comment
    assert last is not None
    assert last.text == "تعرفه روشن نیست."
    press(screen.page.comments, Qt.Key.Key_3)
    type_text(screen.decision.reason, REASON)
    press(screen.decision.reason, Qt.Key.Key_Return, CONTROL)
    assert dispositions(screen) == [None] * 3 + [Disposition.REJECTED]
    # The group before it waits; nothing is behind it.
    assert screen.decision.comment is not None
    assert screen.decision.comment.id == last.id
    assert "پس از این همه تصمیم دارند؛ پیش از آن 1" in told[-1]
    assert screen.decision.earlier.isVisible()
    assert "ماده ۱" in screen.decision.earlier.text()
    press(screen.page.comments, Qt.Key.Key_N)
    assert screen.decision.comment.id == last.id
    press(screen.page.comments, Qt.Key.Key_N, Qt.KeyboardModifier.ShiftModifier)
    settle(screen)
    assert screen.decision.comment.stands_for is not None
    assert not screen.decision.earlier.isVisible()


def test_the_next_one_is_looked_for_in_the_order_of_the_list(qtbot: QtBot, sqlite_office: TestOffice) -> None:
    number = draft(sqlite_office, FIRST).row.id
    open_window(sqlite_office, number, date(2026, 11, 20), date(2026, 12, 5))
    # Received in another order than that of the provisions.
    said = (("سوم", "ماده ۲"), ("نخست", "ماده ۱"), ("چهارم", "ماده ۳"), ("دوم", "ماده ۱"))
    for text, provision in said:
        comment(sqlite_office, number, f"{text}.", provision=provision)
    screen = CommentsScreen(workplace(sqlite_office, sqlite_office.reviewer))
    qtbot.addWidget(screen)
    screen.resize(1272, 788)
    activate(screen)
    screen.shown()
    settle(screen)
    settle(screen)
    seen = []
    for _ in range(4):
        assert screen.decision.comment is not None
        seen.append(screen.decision.comment.text.rstrip("."))
        press(screen.page.comments, Qt.Key.Key_3)
        type_text(screen.decision.reason, REASON)
        press(screen.decision.reason, Qt.Key.Key_Return, CONTROL)
        for _ in range(3):
            settle(screen)
    assert seen == ["نخست", "دوم", "سوم", "چهارم"]
    assert not screen.decision.earlier.isVisible()
