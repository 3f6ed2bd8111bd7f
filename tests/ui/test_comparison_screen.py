"""The comparison screen, driven by keys and clicks on a real database."""

from __future__ import annotations

import hashlib
import os
import random
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu, QWidget
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from desktop_app.documents.document import Document
from desktop_app.instruments.annotations.service import ThreadRow
from desktop_app.instruments.vocabulary import InstrumentKind, ThreadKind, ThreadOutcome, ThreadStatus
from desktop_app.staff.presence import Doing, OpenItem, Present
from tests.department import TestOffice
from tests.ui.comparing import comparison_screen
from tests.ui.comparison_samples import gallery_bylaw
from ui import jobs
from ui.comparison.change_list import ChangeListModel
from ui.comparison.forms import ExportFormat
from ui.comparison.screen import ComparisonScreen
from ui.comparison.sources import FilePair
from ui.theme import appearance
from ui.widgets.button import Button
from ui.widgets.comparison_view import ChangeKind, ComparisonReading
from ui.widgets.empty_state import EmptyState
from ui.widgets.plain import PlainLabel
from ui.workplace import CompareFiles

TITLE = "آیین‌نامه تأسیس و نظارت بر نگارخانه‌ها"


@pytest.fixture(autouse=True)
def _dressed(qapp: QApplication) -> Iterator[None]:
    direction = qapp.layoutDirection()
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    appearance().choose("light")
    appearance().put_on(qapp)
    yield
    assert jobs.wait_all()
    qapp.setLayoutDirection(direction)


def document(text: str, *left_out: str) -> Document:
    return Document("draft.txt", text, left_out, "txt", hashlib.sha256(text.encode()).hexdigest())


@pytest.fixture
def instrument(sqlite_office: TestOffice) -> int:
    """An instrument with two revisions."""
    drafting, actor = sqlite_office.services.drafting, sqlite_office.reviewer
    made = drafting.register(actor, InstrumentKind.BYLAW, TITLE)
    bylaw = gallery_bylaw()
    for text in (bylaw.old.text, bylaw.new.text):
        drafting.add_revision(actor, made.row.id, document(text))
    return made.row.id


@pytest.fixture
def screen(qtbot: QtBot, sqlite_office: TestOffice) -> ComparisonScreen:
    return comparison_screen(qtbot, sqlite_office)


@pytest.fixture
def compared(screen: ComparisonScreen, instrument: int) -> ComparisonScreen:
    """The screen with both revisions side by side."""
    screen.open_item((instrument, 1, 2))
    assert jobs.wait_all()
    return screen


def reading(screen: ComparisonScreen) -> ComparisonReading:
    found = screen.page.view.reading
    assert found is not None
    return found


def labels(widget: QWidget) -> list[str]:
    return [label.text() for label in widget.findChildren(PlainLabel)]


def annotate(office: TestOffice, instrument: int, words: str, text: str = "ناسازگار است") -> ThreadRow:
    start = gallery_bylaw().new.text.index(words)
    return office.services.annotations.annotate(
        office.reviewer, instrument, 2, start, start + len(words), ThreadKind.OBJECTION, text
    )


def test_without_anything_to_compare_the_first_steps_are_offered(screen: ComparisonScreen) -> None:
    state = screen.findChild(EmptyState)
    assert state is not None
    assert "دو نسخه از یک پیش‌نویس" in labels(state)
    assert "دو فایل از دیسک" in labels(state)


def test_two_revisions_stand_side_by_side_with_their_changes_listed(compared: ComparisonScreen) -> None:
    assert compared.title() == f"مقایسهٔ نسخهٔ ۱ و نسخهٔ ۲ — {TITLE}"
    model = compared.page.list.changes
    titles = [model.index(row).data() for row in range(model.rowCount())]
    assert titles[:3] == ["فصل دوم ـ صدور پروانه", "ماده ۲", "ماده ۳"]
    assert "ماده ۱۷ ← ۱۹" in titles
    assert model.summary(0) == "«هیئت» شد «کارگروه»"


def test_without_numbers_the_last_revision_stands_beside_the_one_before_it(
    screen: ComparisonScreen, sqlite_office: TestOffice, instrument: int
) -> None:
    third = gallery_bylaw().new.text.replace("کارگروه", "شورا")
    sqlite_office.services.drafting.add_revision(sqlite_office.reviewer, instrument, document(third))
    screen.open_item(instrument)
    assert jobs.wait_all()
    assert "نسخهٔ ۲ و نسخهٔ ۳" in screen.title()
    assert len(reading(screen).substantive) == 1


def test_another_revision_is_chosen_from_the_picker(
    compared: ComparisonScreen, sqlite_office: TestOffice, instrument: int
) -> None:
    third = gallery_bylaw().new.text.replace("کارگروه", "شورا")
    sqlite_office.services.drafting.add_revision(sqlite_office.reviewer, instrument, document(third))
    compared.open_item((instrument, 1, 2))
    assert jobs.wait_all()
    menu = compared.header.revision_menu("new")
    assert [a.isChecked() for a in menu.actions()] == [True, False]
    menu.actions()[1].trigger()
    assert jobs.wait_all()
    assert "نسخهٔ ۱ و نسخهٔ ۳" in compared.title()
    assert len(compared.header.revision_menu("old").actions()) == 2


def test_a_revision_that_came_meanwhile_is_offered_when_the_screen_is_shown_again(
    compared: ComparisonScreen, sqlite_office: TestOffice, instrument: int
) -> None:
    assert len(compared.header.revision_menu("new").actions()) == 1
    third = gallery_bylaw().new.text.replace("کارگروه", "شورا")
    sqlite_office.services.drafting.add_revision(sqlite_office.reviewer, instrument, document(third))
    compared.page.view.select_change(4)
    compared.shown()
    assert jobs.wait_all()
    assert len(compared.header.revision_menu("new").actions()) == 2
    assert compared.page.view.current_change == 4


def test_a_revision_of_a_colleague_is_offered_by_itself_and_the_reader_stays_where_he_is(
    compared: ComparisonScreen, sqlite_office: TestOffice, instrument: int
) -> None:
    third = gallery_bylaw().new.text.replace("کارگروه", "شورا")
    sqlite_office.services.drafting.add_revision(sqlite_office.reviewer, instrument, document(third))
    compared.page.view.select_change(4)
    compared.others_changed(frozenset({("petition", 1)}))
    assert jobs.wait_all()
    assert len(compared.header.revision_menu("new").actions()) == 1
    compared.others_changed(frozenset({("instrument", instrument)}))
    assert jobs.wait_all()
    assert len(compared.header.revision_menu("new").actions()) == 2
    assert compared.page.view.current_change == 4


def test_a_colleague_at_the_same_instrument_is_named(compared: ComparisonScreen, instrument: int) -> None:
    assert compared.place() == OpenItem("instrument", instrument, Doing.LOOKING)
    composer = compared.page.threads.composer
    composer.show()
    composer.text.setPlainText("حاشیه")
    assert compared.place() == OpenItem("instrument", instrument, Doing.WRITING)
    there = Present("حسن نوری", OpenItem("instrument", instrument, Doing.WRITING), 5.0)
    elsewhere = Present("سارا امینی", OpenItem("petition", instrument, Doing.WRITING), 5.0)
    compared.show_present((there, elsewhere))
    assert compared.presence.words.text() == "حسن نوری در حال ویرایش"
    compared.show_present((elsewhere,))
    assert compared.presence.isHidden()


def test_an_instrument_is_chosen_from_the_menu_beside_the_title(
    screen: ComparisonScreen, instrument: int
) -> None:
    screen.refresh()
    assert jobs.wait_all()
    menu = screen.header.instrument_menu()
    assert menu.actions()[0].text() == TITLE
    menu.actions()[0].trigger()
    assert jobs.wait_all()
    assert TITLE in screen.title()
    assert instrument


def test_an_instrument_with_one_revision_says_so(screen: ComparisonScreen, sqlite_office: TestOffice) -> None:
    drafting, actor = sqlite_office.services.drafting, sqlite_office.reviewer
    made = drafting.register(actor, InstrumentKind.CIRCULAR, "بخشنامه تک‌نسخه")
    drafting.add_revision(actor, made.row.id, document("ماده ۱ـ متن"))
    screen.open_item(made.row.id)
    assert jobs.wait_all()
    assert "«بخشنامه تک‌نسخه» تنها یک نسخه دارد" in labels(screen)


def test_a_click_in_the_list_goes_to_the_change_and_ticks_it(compared: ComparisonScreen) -> None:
    page = compared.page
    row = page.list.changes.row_of(3)
    place = page.list.visualRect(page.list.changes.index(row)).center()
    QTest.mouseClick(page.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert page.view.current_change == 3
    assert page.list.changes.seen(3)
    assert page.footer.seen.words() == "۱ از ۱۰ دیده شد"


def test_f8_works_while_the_list_has_the_focus_and_marks_the_row(compared: ComparisonScreen) -> None:
    page = compared.page
    page.list.setFocus()
    QTest.keyClick(page.list, Qt.Key.Key_F8)
    QTest.keyClick(page.list, Qt.Key.Key_F8)
    assert page.view.current_change == 1
    assert page.list.current() == 1


def test_the_chips_hide_and_show(compared: ComparisonScreen) -> None:
    page = compared.page
    chip = page.footer.chips[ChangeKind.DELETED]
    assert chip.count == 1
    QTest.mouseClick(chip, Qt.MouseButton.LeftButton)
    assert [reading(compared).changes[c].kind for c in reading(compared).shown_changes] == [
        ChangeKind.DELETED
    ]
    assert [row for row in page.list.rows() if isinstance(row, int)] == reading(compared).shown_changes
    QTest.mouseClick(page.footer.all_chip, Qt.MouseButton.LeftButton)
    assert len(reading(compared).shown_changes) == 10


def test_spelling_is_counted_while_it_is_hidden_and_listed_when_asked_for(
    screen: ComparisonScreen, tmp_path: Path
) -> None:
    old, new = tmp_path / "1.txt", tmp_path / "2.txt"
    old.write_text("ماده ۱ـ کتاب يك\nماده ۲ـ هیئت", encoding="utf-8")
    new.write_text("ماده ۱ـ کتاب یک\nماده ۲ـ کارگروه", encoding="utf-8")
    screen.compare(FilePair(old, new))
    assert jobs.wait_all()
    chip = screen.page.footer.orthographic_chip
    assert chip.count == 1
    assert chip.accessibleName() == "۱ نگارشی، پنهان"
    before = screen.page.list.changes.rowCount()
    QTest.mouseClick(chip, Qt.MouseButton.LeftButton)
    assert screen.page.list.changes.rowCount() == before + 1


def test_two_files_from_disk_are_compared_without_the_database(
    screen: ComparisonScreen, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old, new = tmp_path / "قدیم.txt", tmp_path / "جدید.html"
    old.write_text("ماده ۱ـ هیئت نظارت", encoding="utf-8")
    new.write_text("<p>ماده ۱ـ کارگروه نظارت</p>", encoding="utf-8")
    names = [str(old), str(new)]
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_args: (names.pop(0), ""))
    screen.setFocus()
    QTest.keyClick(screen, Qt.Key.Key_O, Qt.KeyboardModifier.ControlModifier)
    assert jobs.wait_all()
    assert [c.kind for c in reading(screen).changes] == [ChangeKind.EDITED]
    assert screen.page.loaded is not None
    assert screen.page.loaded.instrument is None
    said: list[str] = []
    screen.message.connect(lambda words, _undo: said.append(words))
    screen.page.view.select_change(0)
    QTest.keyClick(screen.page.view, Qt.Key.Key_N)
    assert said == ["بر فایل‌های دیسک نمی‌توان حاشیه نوشت: در سامانه نگه داشته نمی‌شوند."]


def waiting_words(screen: ComparisonScreen) -> str:
    states = [state for state in screen.findChildren(EmptyState) if state.isVisible()]
    return "\n".join(label.text() for state in states for label in state.findChildren(PlainLabel))


def test_a_single_file_is_the_older_text_and_the_other_one_is_asked_for(
    screen: ComparisonScreen, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old, new = tmp_path / "قدیم.txt", tmp_path / "جدید.txt"
    old.write_text("ماده ۱ـ هیئت نظارت", encoding="utf-8")
    new.write_text("ماده ۱ـ کارگروه نظارت", encoding="utf-8")
    screen.open_item(CompareFiles((old,)))
    assert "متن قدیمی‌تر" in waiting_words(screen)
    assert "قدیم.txt" in waiting_words(screen)
    names = ["", str(new)]
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_args: (names.pop(0), ""))
    for _ in range(2):
        button = next(
            one for one in screen.findChildren(Button) if one.isVisible() and one.text() == "انتخاب فایل"
        )
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert jobs.wait_all()
    assert screen.page.loaded is not None
    assert screen.page.loaded.source == FilePair(old, new)


def test_a_file_that_arrives_later_is_the_other_side_whichever_that_is(
    screen: ComparisonScreen, tmp_path: Path
) -> None:
    first, second = tmp_path / "a.txt", tmp_path / "b.txt"
    for file in (first, second):
        file.write_text(f"ماده ۱ـ متن {file.name}", encoding="utf-8")
    screen.open_item(CompareFiles((first,)))
    change = next(one for one in screen.findChildren(Button) if one.isVisible() and one.text() == "جابه‌جایی")
    QTest.mouseClick(change, Qt.MouseButton.LeftButton)
    assert "متن جدیدتر: " in waiting_words(screen)
    screen.open_item(CompareFiles((second,)))
    assert jobs.wait_all()
    assert screen.page.loaded is not None
    assert screen.page.loaded.source == FilePair(second, first)
    screen.open_item(CompareFiles((second,)))
    assert "b.txt" in waiting_words(screen), "what was compared before waits for nothing"


def test_a_single_dropped_file_joins_the_one_that_waits(screen: ComparisonScreen, tmp_path: Path) -> None:
    old, new = tmp_path / "a.txt", tmp_path / "b.txt"
    for file in (old, new):
        file.write_text(f"ماده ۱ـ متن {file.name}", encoding="utf-8")
    screen.open_item(CompareFiles((old,)))
    dropped(screen, new)
    assert jobs.wait_all()
    assert screen.page.loaded is not None
    assert screen.page.loaded.source == FilePair(old, new)


def dropped(screen: ComparisonScreen, *files: Path) -> None:
    """Drops files on the screen."""
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in files])
    move = Qt.DropAction.CopyAction
    QApplication.sendEvent(
        screen,
        QDragEnterEvent(QPoint(5, 5), move, mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier),
    )
    event = QDropEvent(QPointF(5, 5), move, mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(screen, event)


def test_two_dropped_files_are_compared_the_older_one_first(screen: ComparisonScreen, tmp_path: Path) -> None:
    first, second = tmp_path / "b.txt", tmp_path / "a.txt"
    first.write_text("ماده ۱ـ یک", encoding="utf-8")
    second.write_text("ماده ۱ـ دو", encoding="utf-8")
    os.utime(first, (1_000, 1_000))
    dropped(screen, second, first)
    assert jobs.wait_all()
    assert reading(screen).comparison.old.name == "b.txt"


def test_nothing_substantive_is_said_in_those_words(screen: ComparisonScreen, tmp_path: Path) -> None:
    old, new = tmp_path / "1.txt", tmp_path / "2.txt"
    old.write_text(gallery_bylaw().old.text, encoding="utf-8")
    new.write_text(gallery_bylaw().old.text.replace("ی", "ي"), encoding="utf-8")
    screen.compare(FilePair(old, new))
    assert jobs.wait_all()
    assert screen.page.notices.unchanged.words() == "هیچ تغییر محتوایی نیست."


def test_what_was_not_compared_is_said(
    screen: ComparisonScreen, sqlite_office: TestOffice, instrument: int
) -> None:
    third = document(gallery_bylaw().new.text + "\nماده ۲۵ـ پایان", "footnotes")
    sqlite_office.services.drafting.add_revision(sqlite_office.reviewer, instrument, third)
    screen.open_item((instrument, 2, 3))
    assert jobs.wait_all()
    assert screen.page.notices.left_out.words() == "مقایسه نشد: پانوشت‌ها"
    assert not screen.page.notices.unchanged.words()


def test_a_file_that_can_t_be_read_gives_a_sentence_and_a_way_on(
    screen: ComparisonScreen, tmp_path: Path
) -> None:
    old, new = tmp_path / "1.txt", tmp_path / "2.docx"
    old.write_text("ماده ۱ـ متن", encoding="utf-8")
    new.write_bytes(b"PK\x03\x04 not a document")
    screen.compare(FilePair(old, new))
    assert jobs.wait_all()
    shown = labels(screen)
    assert "متن‌ها مقایسه نشد" in shown
    assert any("2.docx" in text for text in shown)
    new.unlink()
    (tmp_path / "2.docx").write_bytes(b"")
    button = next(b for b in screen.findChildren(Button) if b.text() == "تلاش دوباره")
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert jobs.wait_all()
    assert "متن‌ها مقایسه نشد" in labels(screen)


def test_a_phrase_is_annotated_from_the_keyboard(
    compared: ComparisonScreen, sqlite_office: TestOffice, instrument: int
) -> None:
    view, words = compared.page.view, "پانزده روز کاری"
    start = reading(compared).comparison.new.text.index(words)
    view.select_text("new", start, start + len(words))
    QTest.keyClick(view, Qt.Key.Key_N)
    composer = compared.page.threads.composer
    assert composer.isVisible()
    assert words in composer.quote.text()
    composer.kind.choose("question")
    composer.text.setPlainText("چرا پانزده روز؟")
    QTest.keyClick(composer.text, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert jobs.wait_all()
    [row] = sqlite_office.services.annotations.on_revision(instrument, 2)
    assert (row.kind, row.quote, row.start) == (ThreadKind.QUESTION, words, start)
    assert row.messages[0].text == "چرا پانزده روز؟"
    compared.page.threads.closed.emit()
    QApplication.sendPostedEvents()
    assert [placed.card.thread_id for placed in view.shown.placed] == [row.id]
    assert composer.isHidden()
    assert composer.text.toPlainText() == ""


def test_a_deleted_provision_is_annotated_on_the_older_revision(
    compared: ComparisonScreen, sqlite_office: TestOffice, instrument: int
) -> None:
    text = reading(compared).comparison.old.text
    start = text.index("انجمن صنفی")
    compared.page.view.select_text("old", start, start + len("انجمن صنفی"))
    QTest.keyClick(compared.page.view, Qt.Key.Key_N)
    compared.page.threads.composer.text.setPlainText("چرا حذف شد؟")
    QTest.keyClick(
        compared.page.threads.composer.text, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier
    )
    assert jobs.wait_all()
    [row] = sqlite_office.services.annotations.on_revision(instrument, 1)
    assert (row.made_on, row.quote) == (1, "انجمن صنفی")


def test_a_thread_is_answered_settled_and_taken_up_again(
    screen: ComparisonScreen, sqlite_office: TestOffice, instrument: int
) -> None:
    thread = annotate(sqlite_office, instrument, "کارگروه")
    screen.open_item((instrument, 1, 2))
    assert jobs.wait_all()
    panel = screen.page.threads
    screen.annotating.open_thread(thread.id)
    reply = panel.boxes[thread.id].reply
    assert reply is not None
    reply.setPlainText("درست است")
    QTest.keyClick(reply, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert jobs.wait_all()
    assert "درست است" in labels(panel.boxes[thread.id])
    menu = panel.boxes[thread.id].outcome_menu()
    next(a for a in menu.actions() if a.text() == "اعمال شد").trigger()
    assert jobs.wait_all()
    [row] = sqlite_office.services.annotations.on_revision(instrument, 2)
    assert (row.status, row.outcome) == (ThreadStatus.RESOLVED, ThreadOutcome.APPLIED)
    assert [m.text for m in row.messages] == ["ناسازگار است", "درست است"]
    panel.reopen_wanted.emit(thread.id)
    assert jobs.wait_all()
    [row] = sqlite_office.services.annotations.on_revision(instrument, 2)
    assert row.status is ThreadStatus.OPEN


def test_a_thread_that_somebody_else_settled_meanwhile_is_not_overwritten(
    screen: ComparisonScreen, sqlite_office: TestOffice, instrument: int
) -> None:
    thread = annotate(sqlite_office, instrument, "کارگروه")
    screen.open_item((instrument, 1, 2))
    assert jobs.wait_all()
    service, actor = sqlite_office.services.annotations, sqlite_office.manager
    service.resolve(actor, thread.id, thread.version, 2, ThreadOutcome.DISMISSED)
    trouble: list[object] = []
    screen.trouble.connect(trouble.append)
    screen.annotating.changes.resolve(thread.id, "applied")
    assert jobs.wait_all()
    [row] = service.on_revision(instrument, 2)
    assert row.outcome is ThreadOutcome.DISMISSED
    assert len(trouble) == 1


def test_an_orphan_waits_in_the_tray_and_is_put_on_the_selection(
    screen: ComparisonScreen, sqlite_office: TestOffice, instrument: int
) -> None:
    thread = annotate(sqlite_office, instrument, "خودبه‌خود به مدیر واحد ارجاع می‌شود")
    lines = [line for line in gallery_bylaw().new.text.split("\n") if not line.startswith("تبصره")]
    sqlite_office.services.drafting.add_revision(
        sqlite_office.reviewer, instrument, document("\n".join(lines))
    )
    screen.open_item((instrument, 2, 3))
    assert jobs.wait_all()
    panel = screen.page.threads
    assert "بی‌جا مانده‌ها" in labels(panel)
    assert "این عبارت از نسخهٔ ۳ به بعد در متن نیست." in labels(panel)
    start = reading(screen).comparison.new.text.index("کارگروه")
    screen.page.view.select_text("new", start, start + 7)
    panel.attach_wanted.emit(thread.id)
    assert jobs.wait_all()
    [row] = sqlite_office.services.annotations.on_revision(instrument, 3)
    assert (row.start, row.end) == (start, start + 7)
    assert "بی‌جا مانده‌ها" not in labels(panel)


def test_what_is_typed_as_a_reply_is_kept_when_another_thread_is_opened(
    screen: ComparisonScreen, sqlite_office: TestOffice, instrument: int
) -> None:
    first = annotate(sqlite_office, instrument, "کارگروه")
    second = annotate(sqlite_office, instrument, "پنج سال")
    screen.open_item((instrument, 1, 2))
    assert jobs.wait_all()
    panel = screen.page.threads
    screen.annotating.open_thread(first.id)
    reply = panel.boxes[first.id].reply
    assert reply is not None
    reply.setPlainText("نیمه‌کاره")
    screen.annotating.open_thread(second.id)
    screen.annotating.open_thread(first.id)
    kept = panel.boxes[first.id].reply
    assert kept is not None
    assert kept.toPlainText() == "نیمه‌کاره"


def test_words_are_found_from_the_keyboard(compared: ComparisonScreen) -> None:
    QTest.keyClick(compared.page.view, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    bar = compared.page.find_bar
    assert bar.isVisible()
    bar.field.setText("متقاضي")
    QTest.keyClick(bar.field, Qt.Key.Key_Return)
    assert bar.words().startswith("۱ از ")
    assert compared.page.view.selected_text() == "متقاضی"
    bar.field.setText("نیست‌درجهان")
    QTest.keyClick(bar.field, Qt.Key.Key_Return)
    assert bar.words() == "در هیچ‌یک از دو متن پیدا نشد"
    bar.put_away()
    assert not compared.page.view.shown.matches


def test_the_change_is_copied_with_both_wordings(compared: ComparisonScreen) -> None:
    compared.page.view.select_change(0)
    keys = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(compared.page.view, Qt.Key.Key_C, keys)
    assert "نسخهٔ ۲: ماده ۲ـ درخواست‌ها در کارگروه" in QGuiApplication.clipboard().text()


def test_the_export_button_opens_the_menu_of_forms(compared: ComparisonScreen) -> None:
    button = next(b for b in compared.header.findChildren(Button) if b.text() == "برون‌برد")
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert len(menu.actions()) > 4
    menu.close()


def test_the_comparison_is_exported_as_a_page_that_runs_nothing(
    screen: ComparisonScreen, tmp_path: Path
) -> None:
    old, new = tmp_path / "1.txt", tmp_path / "2.txt"
    old.write_text("ماده ۱ـ هیئت <script>alert(1)</script>", encoding="utf-8")
    new.write_text("ماده ۱ـ کارگروه <script>alert(1)</script>", encoding="utf-8")
    screen.compare(FilePair(old, new))
    assert jobs.wait_all()
    target = tmp_path / "out.html"
    screen.exporting.write(ExportFormat.HTML, target)
    assert jobs.wait_all()
    page = target.read_text(encoding="utf-8")
    assert "<script" not in page
    assert re.search("<del[^>]*>هیئت</del>", page)
    assert re.search("<ins[^>]*>کارگروه</ins>", page)
    assert 'dir="rtl"' in page


def test_what_was_seen_is_remembered_when_one_comes_back(
    compared: ComparisonScreen, instrument: int, tmp_path: Path
) -> None:
    compared.page.view.select_change(0)
    path = tmp_path / "1.txt"
    path.write_text("ماده ۱ـ متن", encoding="utf-8")
    compared.compare(FilePair(path, path))
    assert jobs.wait_all()
    compared.open_item((instrument, 1, 2))
    assert jobs.wait_all()
    assert reading(compared).seen == {0}


def test_the_later_of_two_wishes_is_the_one_that_is_shown(
    screen: ComparisonScreen, instrument: int, tmp_path: Path
) -> None:
    path = tmp_path / "1.txt"
    path.write_text("ماده ۱ـ متن", encoding="utf-8")
    screen.open_item((instrument, 1, 2))
    screen.compare(FilePair(path, path))
    assert jobs.wait_all()
    assert screen.page.loaded is not None
    assert isinstance(screen.page.loaded.source, FilePair)


def test_the_model_of_the_list_keeps_qt_s_rules(
    compared: ComparisonScreen, qtmodeltester: ModelTester
) -> None:
    model = ChangeListModel()
    model.show_reading(reading(compared))
    qtmodeltester.check(model)  # type: ignore[no-untyped-call]
    headings = [at for at, row in enumerate(model.rows) if not isinstance(row, int)]
    assert headings
    assert not model.flags(model.index(headings[0])) & Qt.ItemFlag.ItemIsSelectable


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_whole_screen_is_painted_in_both_themes(
    screen: ComparisonScreen, sqlite_office: TestOffice, instrument: int, scheme: str
) -> None:
    appearance().choose(scheme)  # type: ignore[arg-type]
    thread = annotate(sqlite_office, instrument, "کارگروه", "متنی بسیار بلند " * 60)
    screen.open_item((instrument, 1, 2))
    assert jobs.wait_all()
    screen.annotating.open_thread(thread.id)
    for width in (1272, 900):
        screen.resize(width, 700)
        assert not screen.grab().isNull()
    QTest.mouseMove(screen.page.view.viewport(), QPoint(300, 200))
    appearance().choose("light")


def test_escape_closes_the_find_bar_at_once_and_keeps_the_words_for_the_next_time(
    compared: ComparisonScreen,
) -> None:
    QTest.keyClick(compared.page.view, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    bar = compared.page.find_bar
    bar.field.setText("متقاضی")
    QTest.keyClick(bar.field, Qt.Key.Key_Return)
    QTest.keyClick(bar.field, Qt.Key.Key_Escape)
    assert not bar.isVisible()
    assert not compared.page.view.shown.matches
    assert compared.page.view.hasFocus()
    assert bar.field.text() == "متقاضی"


def test_an_emptied_find_field_leaves_nothing_marked(compared: ComparisonScreen) -> None:
    QTest.keyClick(compared.page.view, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    bar = compared.page.find_bar
    bar.field.setText("متقاضی")
    QTest.keyClick(bar.field, Qt.Key.Key_Return)
    assert compared.page.view.shown.matches
    cross = QPoint(16, bar.field.height() // 2)
    QTest.mouseClick(bar.field, Qt.MouseButton.LeftButton, pos=cross)
    assert bar.field.text() == ""
    assert bar.words() == ""
    assert not compared.page.view.shown.matches


def test_searching_begins_where_the_reader_looks(compared: ComparisonScreen) -> None:
    view = compared.page.view
    compared.resize(1272, 420)
    view.select_change(reading(compared).shown_changes[-1])
    above, total = view.find_words("ماده")
    assert above > total // 2
    view.clear_matches()
    backwards, _ = view.find_words("ماده", backwards=True)
    assert backwards == above - 1


def test_what_was_selected_elsewhere_is_let_go_of_on_the_way_to_a_change(compared: ComparisonScreen) -> None:
    view = compared.page.view
    view.find_words("نگارخانه")
    assert view.selected_text() == "نگارخانه"
    QTest.keyClick(view, Qt.Key.Key_F8)
    assert view.selection() is None
    QTest.keyClick(view, Qt.Key.Key_N)
    wanted = compared.page.threads.composer.target
    assert wanted is not None
    assert "کارگروه" in reading(compared).comparison.new.text[wanted.start : wanted.end]


def test_a_list_without_any_change_does_not_speak_of_a_kind(screen: ComparisonScreen, tmp_path: Path) -> None:
    files = tmp_path / "old.txt", tmp_path / "new.txt"
    for file, text in zip(files, ("ماده ۱ـ اداره می‌تواند.", "ماده ۱ـ اداره مي‌تواند."), strict=True):
        file.write_text(text, encoding="utf-8")
    screen.open_item(files)
    assert jobs.wait_all()
    changes = screen.page.list.changes
    assert changes.rowCount() == 0
    assert changes.nothing_words() == "تغییر محتوایی نیست"


def test_the_first_steps_are_told_in_whole_sentences(screen: ComparisonScreen) -> None:
    state = screen.findChild(EmptyState)
    assert state is not None
    for label in state.findChildren(PlainLabel):
        if not label.wordWrap():
            assert label.fontMetrics().horizontalAdvance(label.text()) <= label.width(), label.text()


def test_whatever_the_keyboard_reaches_has_a_name(compared: ComparisonScreen) -> None:
    for key in (Qt.Key.Key_S, Qt.Key.Key_H, Qt.Key.Key_N, Qt.Key.Key_B):
        QTest.keyClick(compared.page.view, key)
        assert jobs.wait_all()
        for widget in compared.findChildren(QWidget):
            reached = widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
            if reached and widget.focusProxy() is None:
                said = widget.accessibleName() or getattr(widget, "text", str)()
                assert said, f"{type(widget).__name__} in {type(widget.parent()).__name__} after {key.name}"


def test_a_wrong_number_of_articles_in_the_law_itself_is_said_above_the_texts(
    screen: ComparisonScreen, tmp_path: Path
) -> None:
    old, new = tmp_path / "1.txt", tmp_path / "2.txt"
    closing = "قانون فوق مشتمل بر دو ماده تصویب شد."
    old.write_text(f"ماده ۱ـ کتاب\nماده ۲ـ هیئت\n{closing}", encoding="utf-8")
    new.write_text(f"ماده ۱ـ کتاب\nماده ۲ـ هیئت\nماده ۳ـ مهلت سی روز است.\n{closing}", encoding="utf-8")
    screen.compare(FilePair(old, new))
    assert jobs.wait_all()
    notice = screen.page.notices.wrong_counts
    assert notice.words() == "متن جدید می‌گوید «دو ماده» دارد؛ ۳ ماده در آن شناخته شد."
    screen.compare(FilePair(old, old))
    assert jobs.wait_all()
    assert notice.words() == ""


def test_a_paragraph_that_is_too_long_to_align_is_said_above_the_texts(
    screen: ComparisonScreen, tmp_path: Path
) -> None:
    chance = random.Random(1)
    old, new = tmp_path / "1.txt", tmp_path / "2.txt"
    for path in (old, new):
        path.write_text(" ".join(chance.choice(("کتاب", "نشر")) for _ in range(7_000)), encoding="utf-8")
    screen.compare(FilePair(old, new))
    assert jobs.wait_all()
    assert "دوباره مقایسه کنید" in screen.page.notices.rough.words()
    screen.compare(FilePair(old, old))
    assert jobs.wait_all()
    assert screen.page.notices.rough.words() == ""
