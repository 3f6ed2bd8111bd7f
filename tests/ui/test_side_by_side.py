"""One screen for a provision: its text, its comments, what staff say of either, its change; decided by keys alone."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop_app.clock import FixedClock
from desktop_app.comparison.marking import MarkKind
from desktop_app.comparison.result import ProvisionStatus
from desktop_app.instruments.annotations.service import AnnotationSubject
from desktop_app.instruments.comments.decisions import Carrier
from desktop_app.instruments.comments.staff_threads import ThreadSubject
from desktop_app.instruments.vocabulary import Disposition, ThreadKind
from tests.department import TestOffice
from tests.instruments.campaigning import COMMON
from tests.ui.comment_review import CLOSES, OPENED, REASON, go_to, stored
from tests.ui.consultation import FIRST, SECOND, comment, document, draft, open_window, settle, workplace
from tests.ui.keyboard import CONTROL, activate, click, press, type_text
from tests.ui.test_comments_deciding import other_reviewer
from ui.comments.screen import CommentsScreen
from ui.comments.triage_dialog import TriageDialog

Open = Callable[[], CommentsScreen]


@pytest.fixture
def consultation(sqlite_office: TestOffice, clock: FixedClock) -> int:
    """Two comments on article 2, which a newer revision amends, one on article 1, which it does not; a question of
    staff on the text of article 2."""
    office = sqlite_office
    clock.advance(timedelta(days=-10))
    number = draft(office, FIRST).row.id
    clock.advance(timedelta(days=9))
    office.services.drafting.add_revision(office.reviewer, number, document(SECOND))
    clock.advance(timedelta(days=1))
    open_window(office, number, OPENED, CLOSES)
    comment(office, number, "خوب است.", provision="ماده ۱")
    comment(office, number, "مدت کم است.", provision="ماده ۲", quote="مدت یک سال")
    comment(office, number, "سه سال بهتر است.", provision="ماده ۲")
    start = FIRST.index("یک سال")
    office.services.annotations.annotate(
        office.clerk,
        number,
        1,
        start,
        start + 6,
        ThreadKind.QUESTION,
        "چرا یک سال؟",
        about=AnnotationSubject.PHRASE,
    )
    return number


@pytest.fixture
def open_screen(qtbot: QtBot, sqlite_office: TestOffice, consultation: int) -> Open:
    def make() -> CommentsScreen:
        screen = CommentsScreen(workplace(sqlite_office, sqlite_office.reviewer))
        qtbot.addWidget(screen)
        screen.resize(1272, 788)
        activate(screen)
        screen.shown()
        settle(screen)
        settle(screen)
        return screen

    return make


def said(screen: CommentsScreen) -> list[str]:
    """The threads that are shown, each with its conversation."""
    shown = screen.conversation.list
    return [shown.item(at).text() for at in range(shown.count())]


def test_a_provision_stands_with_its_text_comments_threads_and_its_change(open_screen: Open) -> None:
    screen = open_screen()
    go_to(screen, "ماده ۲")
    page = screen.page
    assert "یک سال" in page.text.accessibleName()
    # What staff discuss is underlined in the text as well, beside what the public quoted.
    assert page.text.accessibleDescription() == "پرسش: «یک سال»"
    assert not page.text.grab().isNull()
    assert [one.text for one in page.comments.listed] == ["مدت کم است.", "سه سال بهتر است."]
    (words,) = said(screen)
    assert words.startswith("پرسش، دربارهٔ متن «یک سال»، باز")
    assert "چرا یک سال؟" in words
    assert page.change.heading.text() == "تغییر در نسخهٔ ۲"
    (change,) = page.change.shown
    assert (
        change.name,
        [(one.kind, one.text) for one in change.pieces if one.kind is not MarkKind.PLAIN],
    ) == (
        "ماده ۲",
        [(MarkKind.DELETED, "یک"), (MarkKind.INSERTED, "دو")],
    )
    assert "حذف‌شده: یک" in page.change.texts[0].accessibleName()
    go_to(screen, "ماده ۱")
    assert page.text.accessibleDescription() == ""
    assert page.change.shown == ()
    assert page.change.told.text() == "ماده ۱ در نسخهٔ ۲ تغییری نکرده است."
    assert said(screen) == []
    assert screen.conversation.counted.text() == "دربارهٔ این ماده چیزی نیست"


def test_what_a_colleague_pins_changes_what_is_shown_and_taken_away_it_comes_back(
    open_screen: Open, sqlite_office: TestOffice, consultation: int
) -> None:
    screen = open_screen()
    go_to(screen, "ماده ۲")
    reviewing = sqlite_office.services.reviewing

    def statuses() -> list[ProvisionStatus]:
        screen.refresh()
        settle(screen)
        settle(screen)
        return [one.status for one in screen.page.change.shown]

    before = statuses()
    assert before == [ProvisionStatus.EDITED]
    places = FIRST.index("ماده ۲"), SECOND.index("ماده ۲")
    made = reviewing.pin(sqlite_office.manager, consultation, 1, 2, *places, same=False)
    apart = statuses()
    assert ProvisionStatus.EDITED not in apart
    assert ProvisionStatus.DELETED in apart
    reviewing.unpin(sqlite_office.manager, made.added.id)
    assert statuses() == before


def test_without_a_newer_revision_the_panel_says_so(
    qtbot: QtBot, sqlite_office: TestOffice, clock: FixedClock
) -> None:
    number = draft(sqlite_office, FIRST).row.id
    clock.advance(timedelta(days=1))
    open_window(sqlite_office, number, OPENED, CLOSES)
    comment(sqlite_office, number, "مدت کم است.", provision="ماده ۲")
    screen = CommentsScreen(workplace(sqlite_office, sqlite_office.reviewer))
    qtbot.addWidget(screen)
    activate(screen)
    screen.shown()
    settle(screen)
    assert "هنوز نسخه‌ای پس از نسخهٔ در معرض نقد نیامده است." in screen.page.change.told.text()
    assert not screen.page.change.link.isVisible()


def test_staff_are_asked_on_the_comment_and_on_the_text_by_keys(
    open_screen: Open, sqlite_office: TestOffice, consultation: int
) -> None:
    screen, office = open_screen(), sqlite_office
    go_to(screen, "ماده ۲")
    pane = screen.conversation
    press(screen.page.comments, Qt.Key.Key_T)
    assert pane.text.hasFocus()
    type_text(pane.text, "این را چه کسی گفت؟")
    press(pane.text, Qt.Key.Key_Return, CONTROL)
    settle(screen)
    settle(screen)
    # The same key sent nothing else: no comment was decided by it.
    assert stored(office, consultation, 1).disposition is None
    assert pane.text.toPlainText() == ""
    assert [one.about.comment_id for one in office.services.staff_threads.of_instrument(consultation)] == [
        stored(office, consultation, 1).id
    ]
    assert said(screen)[0].startswith("یادداشت، دربارهٔ نظر مریم سعیدی")
    pane.about.setFocus()
    press(pane.about, Qt.Key.Key_Left)
    type_text(pane.text, "با ماده ۹ ناسازگار است.")
    press(pane.text, Qt.Key.Key_Return, CONTROL)
    settle(screen)
    settle(screen)
    on_text = office.services.annotations.on_revision(consultation, 1)
    assert [one.messages[0].text for one in on_text] == ["با ماده ۹ ناسازگار است.", "چرا یک سال؟"]
    # A thread on the text is answered here as well.
    pane.list.setCurrentRow(next(i for i, words in enumerate(said(screen)) if "چرا یک سال؟" in words))
    type_text(pane.text, "از آیین‌نامه بالادست.")
    press(pane.text, Qt.Key.Key_Return, CONTROL)
    settle(screen)
    settle(screen)
    click(pane.settle_button)
    settle(screen)
    settle(screen)
    (asked,) = (
        o for o in office.services.annotations.on_revision(consultation, 1) if "چرا" in o.messages[0].text
    )
    assert [one.text for one in asked.messages] == ["چرا یک سال؟", "از آیین‌نامه بالادست."]
    assert asked.outcome is not None
    press(pane.text, Qt.Key.Key_Escape)
    assert pane.writing.isHidden()
    assert screen.page.comments.hasFocus()


def test_what_is_written_to_colleagues_waits_for_the_next_window(open_screen: Open) -> None:
    screen = open_screen()
    press(screen.page.comments, Qt.Key.Key_T)
    type_text(screen.conversation.text, "نیمه‌کاره")
    screen.conversation.show_review(screen.page.review)  # type: ignore[arg-type]
    press(screen.conversation.text, Qt.Key.Key_Escape)
    assert screen.conversation.text.toPlainText() == "نیمه‌کاره"
    (kept,) = screen.workplace.unfinished.all()
    assert (kept.key.field, kept.text) == ("conversation", "نیمه‌کاره")


def test_a_colleague_s_settling_meanwhile_is_told_and_what_was_typed_stays(
    open_screen: Open, sqlite_office: TestOffice, consultation: int
) -> None:
    screen, office = open_screen(), sqlite_office
    go_to(screen, "ماده ۲")
    pane, services = screen.conversation, office.services
    pane.list.setCurrentRow(0)
    type_text(pane.text, "در راه است.")
    (asked,) = services.annotations.on_revision(consultation, 1)
    services.annotations.assign(office.clerk, asked.id, asked.version, 1, office.clerk.person_id)
    troubles: list[Exception] = []
    screen.trouble.connect(troubles.append)
    click(pane.dismiss_button)
    settle(screen)
    settle(screen)
    assert [type(one).__name__ for one in troubles] == ["ConflictError"]
    assert pane.text.toPlainText() == "در راه است."
    assert f"مسئول: {office.clerk.name}" in said(screen)[0]


def test_what_a_colleague_says_meanwhile_comes_in_without_a_key(
    open_screen: Open, sqlite_office: TestOffice, consultation: int
) -> None:
    screen, office = open_screen(), sqlite_office
    go_to(screen, "ماده ۲")
    about = ThreadSubject(comment_id=stored(office, consultation, 2).id)
    opened = office.services.staff_threads.open(office.clerk, about, ThreadKind.NOTE, "این را هم ببینید.")
    screen.others_changed(frozenset({("petition", 1)}))
    settle(screen)
    assert len(said(screen)) == 1
    screen.others_changed(frozenset({("comment_thread", opened.id)}))
    settle(screen)
    settle(screen)
    assert any("این را هم ببینید." in words for words in said(screen))


def test_deciding_goes_on_from_provision_to_provision_by_keys_alone(
    open_screen: Open, sqlite_office: TestOffice, consultation: int
) -> None:
    screen = open_screen()
    for code in ("4", "1", "2"):
        press(screen.page.comments, ord(code), text=code)
        press(screen.page.comments, Qt.Key.Key_E)
        type_text(screen.decision.reason, REASON)
        press(screen.decision.reason, Qt.Key.Key_Return, CONTROL)
        settle(screen)
        settle(screen)
    rows = sqlite_office.services.comments.of_instrument(consultation)
    assert [one.disposition for one in rows] == [
        Disposition.OUT_OF_SCOPE,
        Disposition.ACCEPTED,
        Disposition.PARTLY_ACCEPTED,
    ]
    # What was accepted on an article names the article of the newer revision that carries it.
    assert [(one.carried_revision, one.carried_provision) for one in rows[1:]] == [(2, "ماده ۲")] * 2
    assert screen.page.progress.words.text() == "۳ از ۳ تصمیم"


def test_the_next_undecided_comment_is_gone_to_without_deciding(open_screen: Open) -> None:
    screen = open_screen()
    heads = []
    for _ in range(3):
        current = screen.decision.comment
        assert current is not None
        heads.append((screen.page.heading.text(), current.text))
        press(screen.page.comments, Qt.Key.Key_N)
        settle(screen)
    assert heads == [("ماده ۱", "خوب است."), ("ماده ۲", "مدت کم است."), ("ماده ۲", "سه سال بهتر است.")]


def test_many_are_accepted_by_the_provision_that_carries_them_or_told_where_they_stand(
    open_screen: Open, sqlite_office: TestOffice, consultation: int
) -> None:
    screen = open_screen()
    go_to(screen, "ماده ۲")
    press(screen.page.comments, Qt.Key.Key_D, CONTROL)
    settle(screen)
    dialog = screen.triaging.dialog
    assert isinstance(dialog, TriageDialog)
    activate(dialog)
    dialog.choice.setFocus()
    press(dialog.choice, Qt.Key.Key_3, text="3")
    assert not dialog.carrier.isVisible()
    assert not dialog.carried.isVisible()
    press(dialog.choice, Qt.Key.Key_1, text="1")
    assert dialog.carrier.name == "ماده ۲"
    assert not dialog.carried.isVisible()
    dialog.carrier.provision.clear()
    press(dialog.choice, Qt.Key.Key_3, text="3")
    dialog.carrier.show_comment(None, "")
    press(dialog.choice, Qt.Key.Key_1, text="1")
    assert "سند آماده نمی‌شود" in dialog.carried.text()
    type_text(dialog.carrier.provision, "ماده ۲")
    completer = dialog.carrier.provision.completer()
    assert completer is not None
    names = completer.popup()
    assert names is not None
    names.hide()
    assert not dialog.carried.isVisible()
    type_text(dialog.reason, REASON)
    dialog.count()
    settle(screen)
    press(dialog.reason, Qt.Key.Key_Return, CONTROL)
    settle(screen)
    settle(screen)
    rows = sqlite_office.services.comments.of_instrument(consultation)
    assert [(one.carried_revision, one.carried_provision) for one in rows] == [
        (None, ""),
        *[(2, "ماده ۲")] * 2,
    ]


def test_a_decision_that_a_colleague_took_meanwhile_stands_beside_ours(
    open_screen: Open, sqlite_office: TestOffice, consultation: int
) -> None:
    screen, office = open_screen(), sqlite_office
    go_to(screen, "ماده ۲")
    other, row = other_reviewer(office), stored(office, consultation, 1)
    press(screen.page.comments, ord("3"), text="3")
    type_text(screen.decision.reason, "لازم نیست.")
    office.services.comments.decide(
        other, row.id, row.version, Disposition.ACCEPTED, "وارد است.", Carrier(2, "ماده ۲")
    )
    press(screen.decision.reason, Qt.Key.Key_Return, CONTROL)
    settle(screen)
    settle(screen)
    assert screen.decision.conflict.isVisible()
    assert screen.decision.reason.toPlainText() == "لازم نیست."
    assert stored(office, consultation, 1).disposition is Disposition.ACCEPTED


def test_of_a_group_over_several_provisions_the_one_that_is_shown_is_suggested_as_carrier(
    open_screen: Open, sqlite_office: TestOffice, consultation: int
) -> None:
    for provision in ("ماده ۱", "ماده ۲"):
        comment(sqlite_office, consultation, COMMON, provision=provision, sender=provision)
    # Both provisions differ from what the public read.
    third = document(SECOND.replace("برای همه", "برای بیشتر"))
    sqlite_office.services.drafting.add_revision(sqlite_office.reviewer, consultation, third)
    screen = open_screen()
    settle(screen)
    for name in ("ماده ۲", "ماده ۱"):
        go_to(screen, name)
        rows = screen.page.comments.listed
        [at] = [n for n, one in enumerate(rows) if one.stands_for is not None]
        assert rows[at].provision == "ماده ۱"
        screen.page.comments.go_to(at)
        press(screen.page.comments, ord("1"), text="1")
        assert screen.decision.carrier.name == name
        screen.decision.carrier.provision.clear()
        press(screen.page.comments, ord("3"), text="3")
