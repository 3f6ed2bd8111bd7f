"""Work on annotations in the window: nothing typed is lost; mentions, days, labels, walking by key."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication

from desktop_app.instruments.annotations.service import ThreadRow
from desktop_app.instruments.vocabulary import ThreadKind, ThreadOutcome, ThreadStatus
from tests.department import TestOffice
from tests.ui.annotating import REST, annotate, draft, gallery, labels, numbered, rows, said, screen, show  # noqa: F401 - fixtures
from tests.ui.keyboard import CONTROL, press, type_text
from ui import jobs
from ui.annotations.mentions import mentioned, name_being_typed, names_for
from ui.annotations.reply_form import ReplyForm
from ui.annotations.thread_box import ThreadBox
from ui.comparison.screen import ComparisonScreen
from ui.widgets.comparison_view.selection import TextSelection, whole_words
from ui.widgets.month_grid import today

Said = list[tuple[str, Callable[[], object] | None]]
ALT, SHIFT = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ShiftModifier


def opened(screen: ComparisonScreen, thread: int) -> tuple[ThreadBox, ReplyForm]:  # noqa: F811
    screen.annotating.open_thread(thread)
    box = screen.page.threads.boxes[thread]
    assert box.form is not None
    return box, box.form


def colleague(screen: ComparisonScreen, thread: int) -> None:  # noqa: F811
    """Lets the screen hear of a colleague's act on a thread."""
    screen.others_changed(frozenset({("thread", thread)}))
    assert jobs.wait_all()


def test_a_half_written_reply_stays_when_a_colleague_closes_the_thread(
    screen: ComparisonScreen,  # noqa: F811
    sqlite_office: TestOffice,
) -> None:
    office, instrument = sqlite_office, gallery(sqlite_office)
    thread = annotate(office, instrument, 2, "نگارخانه")
    for _ in range(6):
        annotate(office, instrument, 2, "کارگروه")
    show(screen, instrument)
    box, form = opened(screen, thread.id)
    type_text(form.text, "نیمهٔ پاسخ من")
    settled = office.services.annotations.resolve(
        office.manager, thread.id, thread.version, 2, ThreadOutcome.ANSWERED, "بسته شد"
    )
    QApplication.processEvents()
    top = form.text.mapTo(screen.page.threads, QPoint(0, 0)).y()
    colleague(screen, thread.id)
    panel = screen.page.threads
    assert panel.boxes[thread.id] is box
    assert box.form is form
    assert (form.text.toPlainText(), form.text.hasFocus()) == ("نیمهٔ پاسخ من", True)
    # The field is where it was, though the conversation above it grew.
    assert form.text.mapTo(panel, QPoint(0, 0)).y() == top
    told = form.meanwhile.words.text()
    assert office.manager.name in told
    assert "پاسخ داده شد" in told
    assert form.meanwhile.isVisible()
    # Send only: the thread stays closed, and has the words.
    form._send_only()
    assert jobs.wait_all()
    row = next(row for row in rows(office, instrument, 2) if row.id == thread.id)
    assert (row.status, row.messages[-1].text) == (ThreadStatus.RESOLVED, "نیمهٔ پاسخ من")
    assert screen.page.threads.boxes[thread.id].form is None
    # Reopened by its author, closed again while the next words are written, and reopened with them by key.
    office.services.annotations.reopen(office.reviewer, thread.id, settled.version + 1, 2)
    colleague(screen, thread.id)
    _, form = opened(screen, thread.id)
    type_text(form.text, "باز هم")
    now = next(row for row in rows(office, instrument, 2) if row.id == thread.id)
    office.services.annotations.resolve(office.manager, thread.id, now.version, 2, ThreadOutcome.DISMISSED)
    colleague(screen, thread.id)
    press(form.text, Qt.Key.Key_Return, CONTROL)
    assert jobs.wait_all()
    row = next(row for row in rows(office, instrument, 2) if row.id == thread.id)
    assert (row.status, row.messages[-1].text) == (ThreadStatus.OPEN, "باز هم")
    assert form.text.toPlainText() == ""


def test_who_is_second_loses_no_words_and_sees_what_happened(
    screen: ComparisonScreen,  # noqa: F811
    sqlite_office: TestOffice,
) -> None:
    office, instrument = sqlite_office, gallery(sqlite_office)
    thread = annotate(office, instrument, 2, "نگارخانه")
    show(screen, instrument)
    _, form = opened(screen, thread.id)
    type_text(form.text, "من هم می‌بندم")
    office.services.annotations.resolve(office.manager, thread.id, thread.version, 2, ThreadOutcome.ANSWERED)
    # The screen has not heard of it yet.
    trouble: list[Exception] = []
    screen.show_error = trouble.append  # type: ignore[assignment,method-assign]
    form.settled.emit(ThreadOutcome.APPLIED.value)
    assert jobs.wait_all()
    assert len(trouble) == 1
    assert form.meanwhile.isVisible()
    assert form.text.toPlainText() == "من هم می‌بندم"
    # To give it to somebody takes no words from the field; words typed after sending stay.
    form.reopened.emit()
    type_text(form.text, " و این هم")
    assert jobs.wait_all()
    assert form.text.toPlainText() == "و این هم"
    work = screen.page.threads.boxes[thread.id].work
    assert work is not None
    work.ask_for_label()
    assert work.name is not None
    type_text(work.name, "مه")
    screen.page.threads.assignee_chosen.emit(thread.id, office.manager.person_id)
    assert jobs.wait_all()
    assert form.text.toPlainText() == "و این هم"
    assert (work.name.text(), screen.page.threads.boxes[thread.id].work) == ("مه", work)


def test_days_and_labels_are_set_from_the_box_and_taken_back(
    screen: ComparisonScreen,  # noqa: F811
    sqlite_office: TestOffice,
    said: Said,  # noqa: F811
) -> None:
    office, instrument = sqlite_office, gallery(sqlite_office)
    thread, other = annotate(office, instrument, 2, "نگارخانه"), annotate(office, instrument, 2, "کارگروه")
    office.services.annotations.set_label(office.manager, other.id, 2, "مهلت‌ها")

    def row() -> ThreadRow:
        assert jobs.wait_all()
        return next(row for row in rows(office, instrument, 2) if row.id == thread.id)

    show(screen, instrument)
    box, _ = opened(screen, thread.id)
    assert box.work is not None
    menu = box.work.due_menu()
    menu.actions()[2].trigger()
    assert row().due_on == today() + timedelta(days=7)
    undo = said[-1][1]
    assert undo is not None
    undo()
    assert row().due_on is None
    box.work.ask_for_day()
    assert box.work.day is not None
    box.work.day.write("1406/13/1")
    press(box.work.day, Qt.Key.Key_Return)
    assert row().due_on is None
    box.work.day.write("۱۴۰۶/۱/۲")
    press(box.work.day, Qt.Key.Key_Return)
    assert str(row().due_on) == "2027-03-22"
    names = [action.text() for action in box.work.label_menu().actions()]
    assert names[0] == "مهلت‌ها"
    box.work.ask_for_label()
    assert box.work.name is not None
    type_text(box.work.name, "مهلتها")
    press(box.work.name, Qt.Key.Key_Return)
    assert row().labels == ("مهلت‌ها",)
    assert any("برچسب‌ها را تغییر داد: مهلت‌ها" in text for text in labels(screen))


def test_a_name_is_completed_and_the_colleague_is_mentioned(
    screen: ComparisonScreen,  # noqa: F811
    sqlite_office: TestOffice,
) -> None:
    office, instrument = sqlite_office, gallery(sqlite_office)
    thread = annotate(office, instrument, 2, "نگارخانه")
    show(screen, instrument)
    _, form = opened(screen, thread.id)
    type_text(form.text, "از @")
    offered = form.text.completer.completionModel()
    names = [offered.index(row, 0).data() for row in range(offered.rowCount())]
    assert office.manager.name in names
    assert office.reviewer.name not in names
    popup = form.text.completer.popup()
    assert popup is not None
    caret = form.text.viewport().mapToGlobal(form.text.cursorRect().bottomLeft())
    assert popup.mapToGlobal(popup.rect().topLeft()).y() > caret.y()
    # Half of a name is no mention, which is told before it is saved as it is.
    type_text(form.text, office.manager.name.split()[0][:2])
    press(form.text, Qt.Key.Key_Return, CONTROL)
    assert jobs.wait_all()
    assert [len(row.messages) for row in rows(office, instrument, 2)] == [1]
    assert any("هنوز نام کسی نیست" in text for text in labels(screen))
    type_text(form.text, office.manager.name.split()[0][2:])
    form.text.completer.activated.emit(office.manager.name)
    type_text(form.text, "بپرسید.")
    assert form.text.toPlainText() == f"از @{office.manager.name} بپرسید."
    assert form.text.mentions() == (office.manager.person_id,)
    press(form.text, Qt.Key.Key_Return, CONTROL)
    assert jobs.wait_all()
    [row] = rows(office, instrument, 2)
    assert row.messages[-1].mentioned == (office.manager.name,)
    notices = office.services.notices.of(office.manager).notices
    assert [notice.item_id for notice in notices] == [thread.id]


def test_threads_stand_in_the_order_of_the_text_and_are_walked_by_kind(
    screen: ComparisonScreen,  # noqa: F811
    sqlite_office: TestOffice,
) -> None:
    office = sqlite_office
    old = numbered(*REST[:3], "مهلت پاسخ سی روز اداری است.", *REST[3:])
    instrument = draft(office, old, numbered(*REST))
    last = annotate(office, instrument, 2, "پنج سال")
    gone = annotate(office, instrument, 1, "مهلت پاسخ سی روز اداری است")
    start = office.services.drafting.revision(instrument, 2).text.index("بارگذاری")
    note = office.services.annotations.annotate(
        office.reviewer, instrument, 2, start, start + 8, ThreadKind.NOTE, "یادداشت"
    )
    show(screen, instrument)
    panel = screen.page.threads
    assert [thread.row.id for thread in panel.threads] == [note.id, gone.id, last.id]
    view = screen.page.view
    press(view, Qt.Key.Key_F8, ALT)
    assert panel.active == panel.order[0].row.id
    panel.active = note.id
    screen.annotating.step(1, alike=True)
    assert panel.active == note.id
    screen.annotating.step(-1)
    assert panel.active == panel.order[-1].row.id
    screen.annotating.step(1, kind=ThreadKind.NOTE)
    assert panel.active == note.id
    del view


@pytest.mark.parametrize(
    ("part", "whole"),
    [
        ("ذشته به م", "گذشته به می‌رود"), ("۴۰۵/۰", "۱۴۰۵/۰۹/۰۳"), ("۲٫", "۱۲٫۵"), ("ادّه", "مادّهٔ"),
        ("تاب‌ه", "کتاب‌هایِ"), (" به ", " به "), ("به", "به"),
    ],
)  # fmt: skip
def test_a_selection_keeps_words_and_numbers_whole(part: str, whole: str) -> None:
    text = "گذشته به می‌رود در ۱۴۰۵/۰۹/۰۳ و ۱۲٫۵ درصد مادّهٔ کتاب‌هایِ نو"
    start = text.index(part)
    assert text[slice(*whole_words(text, start, start + len(part)))] == whole
    backwards = TextSelection("new", start + len(part), start)
    assert text[slice(*backwards.to_words(text).range)] == whole
    assert backwards.to_words(text).anchor > backwards.to_words(text).caret or part == whole
    exact = TextSelection("new", start, start + len(part), exact=True)
    assert exact.to_words(text) == exact


def test_a_name_is_typed_after_an_at_sign_that_begins_a_word() -> None:
    staff = [(1, "الهام رضایی"), (2, "کامران يزدی"), (3, "کامران یزدی")]
    found = name_being_typed("از @کام", 7)
    assert found is not None
    assert (found.start, found.words) == (4, "کام")
    assert name_being_typed("rezaei@farhang.ir", 14) is None
    assert name_being_typed("@ کام", 5) is None
    assert name_being_typed("@کام\nدیگر", 9) is None
    assert names_for("رضا", staff) == [(1, "الهام رضایی")]
    assert names_for("يزد کام", staff) == [(2, "کامران يزدی"), (3, "کامران یزدی")]
    assert names_for("الهام رضایی", staff) == []
    assert mentioned("@کامران یزدی", staff, {}) == (3,)
    twins = [(2, "کامران یزدی"), (3, "کامران یزدی")]
    assert mentioned("@کامران یزدی", twins, {"کامران یزدی": 3}) == (3,)


def test_a_mouse_selection_snaps_to_words_unless_alt_is_held(
    screen: ComparisonScreen,  # noqa: F811
    sqlite_office: TestOffice,
) -> None:
    show(screen, gallery(sqlite_office))
    view = screen.page.view
    text = screen.page.loaded.comparison.new.text if screen.page.loaded is not None else ""
    start = text.index("نگارخانه")
    for modifiers, wanted in ((ALT, "گارخا"), (Qt.KeyboardModifier.NoModifier, "نگارخانه")):
        view.shown.selection = TextSelection("new", start + 1, start + 6)
        view._keep_words(exact=bool(modifiers & ALT))
        assert view.selected_text().startswith(wanted)
    QApplication.processEvents()
