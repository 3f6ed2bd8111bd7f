"""Annotations in the comparison: listed, opened, answered, settled, by keys and clicks."""

from __future__ import annotations

import random
from collections.abc import Callable
from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop_app.instruments.annotations.service import AnnotationSubject
from desktop_app.instruments.vocabulary import ThreadOutcome, ThreadStatus
from desktop_app.staff.presence import Doing
from tests.department import TestOffice
from tests.ui.annotating import annotate, gallery, labels, rows, said, screen, show
from tests.ui.comparison_samples import gallery_bylaw
from tests.ui.keyboard import CONTROL, click, press, type_text
from ui import jobs
from ui.annotations.targets import targets_of_change, targets_of_selection
from ui.comparison.screen import ComparisonScreen
from ui.widgets.comparison_view.card_placing import place_cards
from ui.widgets.comparison_view.card_words import CARD_WIDTH
from ui.widgets.comparison_view.cards import MarginCard, PlacedCard

__all__ = ["said", "screen"]


def test_undo_does_not_overwrite_what_a_colleague_did_meanwhile(
    screen: ComparisonScreen,
    sqlite_office: TestOffice,
    said: list[tuple[str, Callable[[], object] | None]],
) -> None:
    instrument = gallery(sqlite_office)
    thread = annotate(sqlite_office, instrument, 2, "کارگروه")
    show(screen, instrument)
    trouble: list[object] = []
    screen.trouble.connect(trouble.append)
    screen.annotating.changes.resolve(thread.id, "applied")
    assert jobs.wait_all()
    undo = said[-1][1]
    [row] = rows(sqlite_office, instrument, 2)
    annotations = sqlite_office.services.annotations
    annotations.assign(sqlite_office.manager, row.id, row.version, 2, sqlite_office.manager.person_id)
    assert undo is not None
    undo()
    assert jobs.wait_all()
    assert rows(sqlite_office, instrument, 2)[0].status is ThreadStatus.RESOLVED
    assert len(trouble) == 1


def test_a_thread_is_given_to_a_colleague_and_that_can_be_taken_back(
    screen: ComparisonScreen,
    sqlite_office: TestOffice,
    said: list[tuple[str, Callable[[], object] | None]],
) -> None:
    instrument = gallery(sqlite_office)
    thread = annotate(sqlite_office, instrument, 2, "کارگروه")
    show(screen, instrument)
    screen.annotating.open_thread(thread.id)
    work = screen.page.threads.boxes[thread.id].work
    assert work is not None
    menu = work.assignee_menu()
    assert menu.actions()[0].text() == sqlite_office.reviewer.name
    next(a for a in menu.actions() if a.text() == sqlite_office.manager.name).trigger()
    assert jobs.wait_all()
    assert rows(sqlite_office, instrument, 2)[0].assignee_name == sqlite_office.manager.name
    done = f"{sqlite_office.reviewer.name} آن را به {sqlite_office.manager.name} سپرد"
    assert any(text.startswith(done) for text in labels(screen))
    work = screen.page.threads.boxes[thread.id].work
    assert work is not None
    button = work.assign
    assert button is not None
    assert button.text() == f"برای {sqlite_office.manager.name}"
    undo = said[-1][1]
    assert undo is not None
    undo()
    assert jobs.wait_all()
    assert rows(sqlite_office, instrument, 2)[0].assignee_id is None


def test_the_list_is_walked_and_opened_from_the_keyboard(
    screen: ComparisonScreen, sqlite_office: TestOffice
) -> None:
    instrument = gallery(sqlite_office)
    first = annotate(sqlite_office, instrument, 2, "کارگروه")
    second = annotate(sqlite_office, instrument, 2, "پنج سال")
    show(screen, instrument)
    panel = screen.page.threads
    panel.show()
    panel.take_keyboard()
    assert panel.boxes[first.id].hasFocus()
    press(panel.boxes[first.id], Qt.Key.Key_Down)
    assert panel.boxes[second.id].hasFocus()
    press(panel.boxes[second.id], Qt.Key.Key_Return)
    assert panel.active == second.id
    reply = panel.boxes[second.id].reply
    assert reply is not None
    assert reply.hasFocus()
    assert screen.page.view.shown.active_thread == second.id


def test_the_list_takes_the_keyboard_when_it_is_opened_and_escape_gives_it_back(
    screen: ComparisonScreen, sqlite_office: TestOffice
) -> None:
    instrument = gallery(sqlite_office)
    thread = annotate(sqlite_office, instrument, 2, "کارگروه")
    show(screen, instrument)
    panel = screen.page.threads
    press(screen.page.view, Qt.Key.Key_H)
    assert panel.boxes[thread.id].hasFocus()
    press(panel.boxes[thread.id], Qt.Key.Key_Return)
    reply = panel.boxes[thread.id].reply
    assert reply is not None
    press(reply, Qt.Key.Key_Escape)
    assert panel.isHidden()
    assert screen.page.view.hasFocus()


def test_a_reply_is_sent_by_keys_and_stands_in_the_card(
    screen: ComparisonScreen, sqlite_office: TestOffice
) -> None:
    instrument = gallery(sqlite_office)
    thread = annotate(sqlite_office, instrument, 2, "کارگروه")
    show(screen, instrument)
    placed = screen.page.view.shown.placed
    assert [one.card.thread_id for one in placed] == [thread.id]
    click(screen.page.view.viewport(), placed[0].reply_box)
    reply = screen.page.threads.boxes[thread.id].reply
    assert reply is not None
    assert reply.hasFocus()
    type_text(reply, "در نسخه بعد اصلاح می‌شود.")
    press(reply, Qt.Key.Key_Return, CONTROL)
    assert jobs.wait_all()
    assert [m.text for m in rows(sqlite_office, instrument, 2)[0].messages] == [
        "چرا؟",
        "در نسخه بعد اصلاح می‌شود.",
    ]
    [card] = screen.page.view.shown.cards
    assert [one.text for one in card.replies] == ["در نسخه بعد اصلاح می‌شود."]


def test_a_closed_thread_says_how_it_was_settled_and_is_reopened_by_a_click(
    screen: ComparisonScreen, sqlite_office: TestOffice
) -> None:
    instrument = gallery(sqlite_office)
    thread = annotate(sqlite_office, instrument, 2, "کارگروه")
    sqlite_office.services.annotations.resolve(
        sqlite_office.reviewer, thread.id, thread.version, 2, ThreadOutcome.ANSWERED
    )
    show(screen, instrument)
    panel = screen.page.threads
    panel.show()
    QApplication.sendPostedEvents()
    QTest.mouseClick(
        panel.boxes[thread.id], Qt.MouseButton.LeftButton, pos=QPoint(4, panel.boxes[thread.id].height() - 4)
    )
    done = f"{sqlite_office.reviewer.name} آن را بست: پاسخ داده شد"
    assert any(text.startswith(done) for text in labels(screen))
    panel.reopen_wanted.emit(thread.id)
    assert jobs.wait_all()
    assert rows(sqlite_office, instrument, 2)[0].status is ThreadStatus.OPEN


def test_a_message_longer_than_a_label_holds_is_there_in_full_when_it_is_opened(
    screen: ComparisonScreen, sqlite_office: TestOffice
) -> None:
    instrument = gallery(sqlite_office)
    long = "<b>متن</b> " * 700 + "پایان"
    thread = annotate(sqlite_office, instrument, 2, "کارگروه", long)
    show(screen, instrument)
    screen.annotating.open_thread(thread.id)
    from ui.widgets.plain import PlainText  # noqa: PLC0415

    shown = [box.toPlainText() for box in screen.page.threads.boxes[thread.id].findChildren(PlainText)]
    assert long in shown


def test_of_many_threads_the_list_holds_those_around_the_opened_one(
    screen: ComparisonScreen, sqlite_office: TestOffice
) -> None:
    instrument = gallery(sqlite_office)
    made = [annotate(sqlite_office, instrument, 2, "کارگروه") for _ in range(70)]
    show(screen, instrument)
    panel = screen.page.threads
    panel.show()
    assert "و ۴۰ مورد دیگر" in labels(screen)
    panel.choose(made[40].id)
    assert made[40].id in panel.boxes
    assert len(panel.boxes) == 30
    [before] = [text for text in labels(screen) if "پیش از این" in text]
    assert before == "۲۵ حاشیه پیش از این‌ها"
    # A neighbour is opened without making the others anew.
    other = panel.boxes[made[42].id]
    panel.choose(made[41].id)
    assert panel.boxes[made[42].id] is other
    assert panel.boxes[made[40].id].reply is None


def test_what_can_be_annotated_is_told_from_the_comparison() -> None:
    comparison = gallery_bylaw()
    new, old = comparison.new.text, comparison.old.text
    phrase = new.index("کارگروه نظارت")
    found = targets_of_selection(comparison, "new", phrase, phrase + 8)
    assert [target.about for target in found] == [AnnotationSubject.PHRASE, AnnotationSubject.PROVISION]
    inserted = new.index("تبصره ـ هرگاه")
    assert [t.about for t in targets_of_change(comparison, "new", inserted)] == [AnnotationSubject.CHANGE]
    deleted = old.index("ب) معرفی‌نامه")
    [target] = targets_of_change(comparison, "old", deleted)
    assert (target.side, target.about) == ("old", AnnotationSubject.DELETION)
    edited = targets_of_change(comparison, "new", new.index("ماده ۴ـ"))
    assert {target.about for target in edited} >= {
        AnnotationSubject.CHANGE,
        AnnotationSubject.DELETION,
        AnnotationSubject.PROVISION,
    }
    assert old[edited[1].start : edited[1].end] == "رسمی"


def card(number: int, *, replies: int = 0, resolved: bool = False) -> MarginCard:
    return MarginCard(
        number, "new", 0, 5, "note", "نگار صادقی", "۳ آذر", "متن " * (number % 40 + 1), (), resolved
    )


@pytest.mark.parametrize("seed", range(12))
def test_cards_never_overlap_and_none_is_forgotten(screen: ComparisonScreen, seed: int) -> None:
    del screen
    chance = random.Random(seed)
    count = chance.choice((1, 3, 8, 20, 60))
    anchored = [(chance.uniform(-80, 700), card(n, resolved=chance.random() < 0.2)) for n in range(count)]
    active = chance.choice((None, chance.randrange(count)))
    width = chance.choice((CARD_WIDTH, 32))
    placed: list[PlacedCard] = place_cards(anchored, 36, 640, active, width=width)
    assert {one.box.right() for one in placed} == {36 + width}
    for above, below in pairwise(placed):
        assert above.box.bottom() < below.box.top()
    assert sum(1 + one.more for one in placed) == count
    whole = [one.card.thread_id for one in placed if one.card.thread_id == active and one.whole]
    assert whole == [one for one in (active,) if one is not None]
    assert all(one.box.bottom() <= 640 for one in placed)


def test_a_colleague_s_reply_appears_while_one_s_own_is_being_written(
    screen: ComparisonScreen, sqlite_office: TestOffice
) -> None:
    instrument = gallery(sqlite_office)
    thread = annotate(sqlite_office, instrument, 2, "نگارخانه")
    show(screen, instrument)
    screen.annotating.open_thread(thread.id)
    box = screen.page.threads.boxes[thread.id]
    assert box.reply is not None
    type_text(box.reply, "پاسخ من")
    caret = box.reply.textCursor()
    caret.setPosition(4)
    box.reply.setTextCursor(caret)
    sqlite_office.services.annotations.reply(sqlite_office.manager, thread.id, 2, "پاسخ همکار")
    screen.others_changed(frozenset({("thread", thread.id)}))
    assert jobs.wait_all()
    assert "پاسخ همکار" in labels(screen)
    now = screen.page.threads.boxes[thread.id].reply
    assert now is not None
    # The very same field: neither its undo nor the input method lost anything.
    assert now is box.reply
    assert (now.toPlainText(), now.textCursor().position()) == ("پاسخ من", 4)
    assert now.hasFocus()
    place = screen.place()
    assert place is not None
    assert place.doing is Doing.WRITING


def test_nothing_is_built_anew_where_nothing_came(
    screen: ComparisonScreen, sqlite_office: TestOffice
) -> None:
    instrument = gallery(sqlite_office)
    thread = annotate(sqlite_office, instrument, 2, "نگارخانه")
    show(screen, instrument)
    box = screen.page.threads.boxes[thread.id]
    screen.others_changed(frozenset({("instrument", instrument)}))
    assert jobs.wait_all()
    assert screen.page.threads.boxes[thread.id] is box
