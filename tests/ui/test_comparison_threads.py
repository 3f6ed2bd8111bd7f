"""Annotations in the comparison: opened, placed, chosen among twins, settled, by keys and clicks."""

from __future__ import annotations

import random
from collections.abc import Callable
from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop_app.comparison.engine import compare_texts
from desktop_app.database.audit import history
from desktop_app.documents.document import Document
from desktop_app.instruments.annotations.service import AnnotationSubject, ThreadRow
from desktop_app.instruments.vocabulary import (
    InstrumentKind,
    Placement,
    ThreadKind,
    ThreadOutcome,
    ThreadStatus,
)
from desktop_app.settings import Settings
from desktop_app.staff.presence import Doing
from tests.department import TestOffice
from tests.ui.comparison_samples import gallery_bylaw
from tests.ui.keyboard import CONTROL, activate, click, press, type_text
from ui import jobs
from ui.annotations.candidate_list import candidates_of
from ui.annotations.targets import targets_of_change, targets_of_selection
from ui.comparison.screen import ComparisonScreen
from ui.widgets.comparison_view.card_placing import place_cards
from ui.widgets.comparison_view.card_words import CARD_WIDTH
from ui.widgets.comparison_view.cards import MarginCard, PlacedCard
from ui.widgets.plain import PlainLabel
from ui.workplace import Workplace

REST = [
    "متقاضی درخواست خود را با مدارک کامل در سامانه بارگذاری می‌کند.",
    "تعرفه خدمات هر سال یک بار با نظر شورا بازنگری و اعلام می‌شود.",
    "کارگروه نظارت سه عضو دارد و دبیر آن کارشناس حقوقی اداره است.",
    "نگارخانه فهرست آثار خود را تا پایان هر فصل به‌روز نگه می‌دارد.",
    "بازرس اداره پس از هر بازدید صورت‌جلسه را همان روز ثبت می‌کند.",
    "پروانه نگارخانه پنج سال اعتبار دارد و با درخواست تمدید می‌شود.",
]
TWIN = "اداره موظف است ظرف سی روز کاری پاسخ دهد و نتیجه را بنویسد."
QUOTE = "ظرف سی روز کاری پاسخ دهد"


def numbered(*bodies: str) -> str:
    return "\n".join(f"ماده {number}ـ {body}" for number, body in enumerate(bodies, 1))


@pytest.fixture
def screen(qtbot: QtBot, sqlite_office: TestOffice) -> ComparisonScreen:
    made = ComparisonScreen(Workplace(sqlite_office.services, sqlite_office.reviewer, Settings()))
    qtbot.addWidget(made)
    made.resize(1400, 860)
    activate(made)
    made.shown()
    assert jobs.wait_all()
    return made


@pytest.fixture
def said(screen: ComparisonScreen) -> list[tuple[str, Callable[[], object] | None]]:
    """What the message bar was told, with how to take it back."""
    messages: list[tuple[str, Callable[[], object] | None]] = []
    screen.message.connect(lambda words, undo: messages.append((words, undo)))
    return messages


def draft(office: TestOffice, *texts: str) -> int:
    made = office.services.drafting.register(office.reviewer, InstrumentKind.BYLAW, "آیین‌نامه نگارخانه‌ها")
    for text in texts:
        office.services.drafting.add_revision(
            office.reviewer, made.row.id, Document("draft.txt", text, (), "txt", "")
        )
    return made.row.id


def gallery(office: TestOffice) -> int:
    bylaw = gallery_bylaw()
    return draft(office, bylaw.old.text, bylaw.new.text)


def asked(office: TestOffice) -> int:
    """A draft whose annotated article stands in two places of revision 2."""
    instrument = draft(office, numbered(REST[0], TWIN, *REST[1:]))
    annotate(office, instrument, 1, QUOTE)
    text = numbered(REST[0], REST[1], REST[2], REST[3], TWIN, REST[4], REST[5], TWIN)
    office.services.drafting.add_revision(
        office.reviewer, instrument, Document("draft.txt", text, (), "txt", "")
    )
    return instrument


def annotate(office: TestOffice, instrument: int, number: int, words: str, said: str = "چرا؟") -> ThreadRow:
    start = office.services.drafting.revision(instrument, number).text.index(words)
    return office.services.annotations.annotate(
        office.reviewer, instrument, number, start, start + len(words), ThreadKind.QUESTION, said
    )


def show(screen: ComparisonScreen, instrument: int, old: int = 1, new: int = 2) -> None:
    screen.open_item((instrument, old, new))
    assert jobs.wait_all()
    screen.annotating.reload()
    assert jobs.wait_all()


def rows(office: TestOffice, instrument: int, number: int) -> tuple[ThreadRow, ...]:
    return office.services.annotations.on_revision(instrument, number)


def labels(screen: ComparisonScreen) -> list[str]:
    return [label.text() for label in screen.page.threads.findChildren(PlainLabel)]


def select(screen: ComparisonScreen, side: str, words: str) -> None:
    reading = screen.page.view.reading
    assert reading is not None
    text = reading.comparison.old.text if side == "old" else reading.comparison.new.text
    start = text.index(words)
    screen.page.view.select_text(side, start, start + len(words))  # type: ignore[arg-type]


def write(screen: ComparisonScreen, words: str) -> None:
    """Types into the form and keeps it."""
    composer = screen.page.threads.composer
    type_text(composer.text, words)
    press(composer.text, Qt.Key.Key_Return, CONTROL)
    assert jobs.wait_all()


def test_a_phrase_is_annotated_and_can_be_made_a_whole_provision(
    screen: ComparisonScreen, sqlite_office: TestOffice
) -> None:
    instrument = gallery(sqlite_office)
    show(screen, instrument)
    select(screen, "new", "کارگروه نظارت")
    press(screen.page.view, Qt.Key.Key_N)
    composer = screen.page.threads.composer
    assert composer.target is not None
    assert composer.target.about is AnnotationSubject.PHRASE
    assert composer.about is not None
    press(composer.about, Qt.Key.Key_2, text="2")
    assert composer.quote.text().startswith("«ماده ۲ـ درخواست‌ها")
    assert screen.page.view.selected_text().startswith("ماده ۲ـ")
    write(screen, "کل ماده")
    [row] = rows(sqlite_office, instrument, 2)
    assert row.about is AnnotationSubject.PROVISION
    assert row.quote == "ماده ۲ـ درخواست‌ها در کارگروه نظارت بررسی می‌شود."


def test_the_letter_on_the_key_under_the_persian_layout_opens_the_form_too(
    screen: ComparisonScreen, sqlite_office: TestOffice
) -> None:
    show(screen, gallery(sqlite_office))
    select(screen, "new", "کارگروه نظارت")
    press(screen.page.view, ord("د"), text="د")
    assert screen.page.threads.composer.isVisible()


def test_the_current_change_is_annotated_without_a_selection(
    screen: ComparisonScreen, sqlite_office: TestOffice
) -> None:
    instrument = gallery(sqlite_office)
    show(screen, instrument)
    press(screen.page.view, Qt.Key.Key_F8)
    press(screen.page.view, Qt.Key.Key_N)
    write(screen, "چرا کارگروه؟")
    [row] = rows(sqlite_office, instrument, 2)
    assert (row.about, row.quote) == (AnnotationSubject.CHANGE, "کارگروه")


def test_what_was_deleted_is_annotated_on_the_older_side_and_is_not_lost(
    screen: ComparisonScreen, sqlite_office: TestOffice
) -> None:
    instrument = gallery(sqlite_office)
    show(screen, instrument)
    select(screen, "old", "معرفی‌نامه انجمن صنفی")
    press(screen.page.view, Qt.Key.Key_N)
    target = screen.page.threads.composer.target
    assert target is not None
    assert (target.side, target.about) == ("old", AnnotationSubject.DELETION)
    write(screen, "چرا حذف شد؟")
    [row] = rows(sqlite_office, instrument, 1)
    assert (row.made_on, row.about) == (1, AnnotationSubject.DELETION)
    assert "این عبارت در نسخهٔ ۲ حذف شده است." in labels(screen)
    assert "بی‌جا مانده‌ها" not in labels(screen)
    [card] = screen.page.view.shown.cards
    assert card.side == "old"


def test_a_suggested_wording_begins_with_the_words_that_it_replaces(
    screen: ComparisonScreen, sqlite_office: TestOffice
) -> None:
    show(screen, gallery(sqlite_office))
    select(screen, "new", "کارگروه نظارت")
    press(screen.page.view, Qt.Key.Key_N)
    composer = screen.page.threads.composer
    press(composer.kind, Qt.Key.Key_4, text="4")
    assert composer.text.toPlainText() == "کارگروه نظارت"
    press(composer.kind, Qt.Key.Key_1, text="1")
    assert composer.text.toPlainText() == ""


def test_escape_puts_the_form_away_keeps_what_was_typed_and_goes_back_to_the_text(
    screen: ComparisonScreen, sqlite_office: TestOffice
) -> None:
    show(screen, gallery(sqlite_office))
    select(screen, "new", "کارگروه نظارت")
    press(screen.page.view, Qt.Key.Key_N)
    composer = screen.page.threads.composer
    type_text(composer.text, "نیمه")
    press(composer.text, Qt.Key.Key_Escape)
    assert composer.isHidden()
    assert screen.page.view.hasFocus()
    press(screen.page.view, Qt.Key.Key_N)
    assert composer.text.toPlainText() == "نیمه"


def test_twins_are_listed_with_their_words_and_chosen_from_the_keyboard(
    screen: ComparisonScreen,
    sqlite_office: TestOffice,
    said: list[tuple[str, Callable[[], object] | None]],
) -> None:
    instrument = asked(sqlite_office)
    show(screen, instrument)
    assert "کدام جا مقصود است؟" in labels(screen)
    [thread] = rows(sqlite_office, instrument, 2)
    assert thread.placement is Placement.AMBIGUOUS
    screen.annotating.open_thread(thread.id)
    places = screen.page.threads.boxes[thread.id].candidates
    assert places is not None
    assert places.hasFocus()
    press(places, Qt.Key.Key_Down)
    assert places.current is not None
    assert places.current.label == "ماده ۸"
    assert QUOTE in places.current.words
    # The place under the keyboard is shown in the text.
    assert screen.page.view.selection() == ("new", places.current.start, places.current.end)
    press(places, Qt.Key.Key_Return)
    assert jobs.wait_all()
    [row] = rows(sqlite_office, instrument, 2)
    assert (row.start, row.placement) == (thread.candidates[1][0], Placement.MOVED)
    words, undo = said[-1]
    assert words == "حاشیه دوباره سر جایش است."
    assert undo is not None
    undo()
    assert jobs.wait_all()
    [row] = rows(sqlite_office, instrument, 2)
    assert (row.placement, row.candidates) == (Placement.AMBIGUOUS, thread.candidates)
    with sqlite_office.services.database.reading() as session:
        actions = [event.action for event in history(session, "thread", thread.id)]
    assert actions == ["annotated", "attached", "attaching_undone"]


def test_a_digit_or_two_clicks_choose_among_twins(
    screen: ComparisonScreen, sqlite_office: TestOffice
) -> None:
    instrument = asked(sqlite_office)
    show(screen, instrument)
    [thread] = rows(sqlite_office, instrument, 2)
    screen.annotating.open_thread(thread.id)
    QApplication.sendPostedEvents()
    places = screen.page.threads.boxes[thread.id].candidates
    assert places is not None
    click(places, places.box(1))
    assert places.current is not None
    assert places.current.start == thread.candidates[1][0]
    assert rows(sqlite_office, instrument, 2)[0].start is None
    press(places, ord("۱"), text="۱")
    assert jobs.wait_all()
    assert rows(sqlite_office, instrument, 2)[0].start == thread.candidates[0][0]


def test_the_candidates_say_where_they_stand_as_plain_text() -> None:
    old = numbered(REST[0], "متن <b>یکم</b>")
    comparison = compare_texts(old, old)
    start = old.index("<b>")
    [candidate] = candidates_of(comparison, [(start, start + 3)])
    assert candidate.label == "ماده ۲"
    assert candidate.words[candidate.first : candidate.last] == "<b>"


def test_a_lost_thread_is_attached_to_the_selection_by_keys_and_that_is_taken_back(
    screen: ComparisonScreen,
    sqlite_office: TestOffice,
    said: list[tuple[str, Callable[[], object] | None]],
) -> None:
    instrument = draft(sqlite_office, numbered(TWIN, *REST), numbered(*REST))
    lost = annotate(sqlite_office, instrument, 1, QUOTE)
    show(screen, instrument)
    assert "بی‌جا مانده‌ها" in labels(screen)
    assert "این عبارت از نسخهٔ ۲ به بعد در متن نیست." in labels(screen)
    select(screen, "new", "مدارک کامل")
    screen.annotating.open_thread(lost.id)
    box = screen.page.threads.boxes[lost.id]
    press(box.reply or box, Qt.Key.Key_U, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    assert jobs.wait_all()
    [row] = rows(sqlite_office, instrument, 2)
    text = sqlite_office.services.drafting.revision(instrument, 2).text
    assert text[row.start or 0 : row.end or 0] == "مدارک کامل"
    undo = said[-1][1]
    assert undo is not None
    undo()
    assert jobs.wait_all()
    assert rows(sqlite_office, instrument, 2)[0].placement is Placement.ORPHAN
    assert "بی‌جا مانده‌ها" in labels(screen)


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
