"""Campaign groups in the comments screen: one row, decided once, read whole, parted by keys."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop_app.instruments.campaigns import service as campaigns
from desktop_app.instruments.vocabulary import Disposition, ThreadKind, ThreadOutcome
from desktop_app.persian.digits import latin_digits
from tests.department import TestOffice
from tests.instruments.campaigning import COMMON
from tests.ui.consultation import FIRST, comment, draft, open_window, settle, workplace
from tests.ui.keyboard import CONTROL, activate, click, press, type_text
from ui.comments.campaign_dialog import CampaignDialog
from ui.comments.comment_dialog import CommentDialog
from ui.comments.more_filters import MoreFilters
from ui.comments.screen import CommentsScreen
from ui.comments.triage_dialog import TriageDialog

OWN = "در یزد سه کتاب‌فروشی به همین دلیل بسته شد و هیچ‌کس پاسخگو نبود."


@pytest.fixture
def screen(qtbot: QtBot, sqlite_office: TestOffice) -> CommentsScreen:
    """Five comments of one text and one other on article 1, nobody has looked for groups yet."""
    number = draft(sqlite_office, FIRST).row.id
    open_window(sqlite_office, number, date(2026, 11, 20), date(2026, 12, 5))
    for n in range(4):
        text = COMMON.replace("ی", "ي") if n % 2 else COMMON
        comment(sqlite_office, number, text, provision="ماده ۱", sender=f"فرستنده {n}")
    comment(sqlite_office, number, f"{COMMON} {OWN}", provision="ماده ۱", sender="")
    comment(sqlite_office, number, "تعرفه روشن نیست.", provision="ماده ۱")
    made = CommentsScreen(workplace(sqlite_office, sqlite_office.reviewer))
    qtbot.addWidget(made)
    made.resize(1272, 788)
    activate(made)
    made.shown()
    settle(made)
    settle(made)
    return made


def listed(screen: CommentsScreen) -> list[str]:
    """What a screen reader says of each row."""
    rows = screen.page.comments.row_model
    said = [rows.data(rows.index(at), Qt.ItemDataRole.AccessibleTextRole) for at in range(rows.rowCount())]
    return [latin_digits(str(one)) for one in said]


def test_a_group_is_one_row_with_submissions_persons_and_additions(screen: CommentsScreen) -> None:
    first, other = listed(screen)
    for words in ("5 نظر هم‌متن", "از 4 نفر", "1 بی‌نام", "1 جمله"):
        assert words in first
    assert "تعرفه" in other
    press(screen.page.comments, Qt.Key.Key_G)
    assert len(listed(screen)) == 6


def test_a_group_is_decided_by_keys_and_the_next_comment_follows(
    screen: CommentsScreen, sqlite_office: TestOffice
) -> None:
    screen.page.comments.go_to(0)
    press(screen.page.comments, Qt.Key.Key_3)
    press(screen.page.comments, Qt.Key.Key_E)
    type_text(screen.decision.reason, "قانون اجازه نمی‌دهد.")
    press(screen.decision.reason, Qt.Key.Key_Return, CONTROL)
    settle(screen)
    settle(screen)
    # One of them added a sentence: it is shown before the decision is everybody's.
    review = screen.page.review
    assert review is not None
    assert {one.disposition for one in review.comments} == {None}
    [dialog] = screen.findChildren(CampaignDialog)
    assert OWN in dialog.added.item(0).text()
    assert OWN not in dialog.text.toPlainText()
    assert not dialog.reading.isVisible()
    press(dialog.added, Qt.Key.Key_Return, CONTROL)
    settle(screen)
    settle(screen)
    review = screen.page.review
    assert review is not None
    decided = [one.disposition for one in review.comments]
    assert decided == [Disposition.REJECTED] * 5 + [None]
    assert screen.decision.comment is not None
    assert screen.decision.comment.text == "تعرفه روشن نیست."
    assert [one.follows for one in sqlite_office.services.comments.of_instrument(review.detail.row.id)] == [
        True
    ] * 5 + [False]


def test_a_group_is_read_whole_and_a_comment_taken_out_of_it(screen: CommentsScreen, qtbot: QtBot) -> None:
    screen.page.comments.go_to(0)
    press(screen.page.comments, Qt.Key.Key_Return)
    settle(screen)
    [dialog] = screen.findChildren(CampaignDialog)
    assert OWN in dialog.added.item(0).text()
    assert dialog.members.row_model.rowCount() == 5
    dialog.members.go_to(4)
    dialog.take_out()
    settle(screen)
    settle(screen)
    assert dialog.members.row_model.rowCount() == 4
    assert len(listed(screen)) == 3
    assert dialog.groups_menu().actions()[0].isEnabled() is False
    dialog.accept()


def test_many_are_decided_named_and_given_by_keys_and_taken_back(
    screen: CommentsScreen, sqlite_office: TestOffice
) -> None:
    offered: list[object] = []
    screen.message.connect(lambda _words, undo: offered.append(undo))
    press(screen.page.comments, Qt.Key.Key_G)
    screen.page.comments.selectAll()
    press(screen.page.comments, Qt.Key.Key_L)
    dialog = shown(screen)
    dialog.issue.setCurrentText("مهلت")
    dialog.count()
    settle(screen)
    assert latin_digits(dialog.told.text()) == "برای 6 نظر از 6 امکان‌پذیر است"
    dialog.start()
    settle(screen)
    settle(screen)
    review = screen.page.review
    assert review is not None
    assert {one.issues for one in review.comments} == {("مهلت",)}
    screen.page.filters.choose_more(MoreFilters(issue=""))
    assert listed(screen) == []
    screen.page.filters.choose_more(MoreFilters(issue="مهلت"))
    activate(screen)
    screen.page.comments.setFocus()
    press(screen.page.comments, Qt.Key.Key_D, CONTROL)
    dialog = shown(screen)
    dialog.choice.choose("out_of_scope")
    dialog.reason.setPlainText("موضوع این آیین‌نامه نیست.")
    dialog.count()
    settle(screen)
    press(dialog, Qt.Key.Key_Return, CONTROL)
    settle(screen)
    settle(screen)
    assert screen.page.review is not None
    assert all(one.disposition is Disposition.OUT_OF_SCOPE for one in screen.page.review.comments)
    undo = offered[-1]
    assert callable(undo)
    undo()
    settle(screen)
    settle(screen)
    assert {one.disposition for one in screen.page.review.comments} == {None}


def shown(screen: CommentsScreen) -> TriageDialog:
    settle(screen)
    dialog = screen.triaging.dialog
    assert dialog is not None
    activate(dialog)
    return dialog


def test_a_comment_is_hidden_and_read_only_with_an_event(screen: CommentsScreen) -> None:
    screen.page.comments.go_to(1)
    screen.triaging.moderation_menu().actions()[0].trigger()
    settle(screen)
    settle(screen)
    assert "تعرفه" not in listed(screen)[1]
    assert "توهین" in listed(screen)[1]
    screen.page.comments.go_to(1)
    press(screen.page.comments, Qt.Key.Key_Return)
    settle(screen)
    [dialog] = screen.findChildren(CommentDialog)
    assert "تعرفه" in dialog.text.toPlainText()


def test_staff_talk_about_a_group_beside_it(screen: CommentsScreen) -> None:
    row = next(i for i, one in enumerate(screen.page.comments.listed) if one.stands_for is not None)
    screen.page.comments.go_to(row)
    press(screen.page.comments, Qt.Key.Key_T)
    pane = screen.conversation
    type_text(pane.text, "این متن از کجا آمد؟")
    pane.kind.choose("question")
    press(pane.text, Qt.Key.Key_Return, CONTROL)
    settle(screen)
    settle(screen)
    assert [one.kind for one in pane.threads] == [ThreadKind.QUESTION]
    # The row of the group says that somebody asked.
    assert "1 رشتهٔ داخلی" in listed(screen)[row]
    pane.list.setCurrentRow(0)
    click(pane.settle_button)
    settle(screen)
    settle(screen)
    assert [one.outcome for one in pane.threads] == [ThreadOutcome.ANSWERED]
    assert "رشتهٔ داخلی" not in listed(screen)[row]
    assert pane.reopen_button.isVisible()


def test_deciding_a_group_tells_how_far_it_is_and_can_be_stopped_and_gone_on_with(
    screen: CommentsScreen, sqlite_office: TestOffice, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(campaigns, "CHUNK", 2)
    told: list[str] = []
    screen.message.connect(lambda words, _undo: told.append(latin_digits(words)))
    panel, progress = screen.decision, screen.decision.progress
    [group] = screen.page.review.campaigns.values()  # type: ignore[union-attr]
    sqlite_office.services.campaigns.read(sqlite_office.reviewer, group.id, group.digest)
    screen.page.comments.go_to(0)
    press(screen.page.comments, Qt.Key.Key_3)
    type_text(panel.reason, "قانون اجازه نمی‌دهد.")
    # Somebody else writes: the first chunk waits until the person has stopped it.
    with sqlite_office.services.database.writing() as session:
        session.connection()
        press(panel.reason, Qt.Key.Key_Return, CONTROL)
        progress.show_progress(0, 5)
        assert progress.isVisible()
        click(progress.stop_button)
    settle(screen)
    settle(screen)
    assert not progress.isVisible()
    # Nothing or one chunk of two, by who was faster; never all.
    held = sqlite_office.services.comments.of_instrument(screen.page.review.detail.row.id)  # type: ignore[union-attr]
    waiting = sum(one.disposition is None and one.campaign is not None for one in held)
    assert waiting in {3, 5}
    assert told[-1].startswith(f"متوقف شد: {waiting} نظر")
    assert panel.reason.toPlainText() == "قانون اجازه نمی‌دهد."
    press(panel.reason, Qt.Key.Key_Return, CONTROL)
    settle(screen)
    settle(screen)
    review = screen.page.review
    assert review is not None
    assert [one.disposition for one in review.comments] == [Disposition.REJECTED] * 5 + [None]
