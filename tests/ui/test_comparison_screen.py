"""The comparison screen, driven by keys and clicks on a real database."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.modeltest import ModelTester

from desktop_app.instruments.vocabulary import InstrumentKind
from desktop_app.staff.presence import Doing, OpenItem, Present
from tests.department import TestOffice
from tests.ui.comparing import (
    TITLE,
    annotate,
    compared,
    document,
    dressed,
    instrument,
    labels,
    reading,
    screen,
)
from tests.ui.comparison_samples import gallery_bylaw
from ui import jobs
from ui.comparison.change_list import ChangeListModel
from ui.comparison.forms import ExportFormat
from ui.comparison.screen import ComparisonScreen
from ui.comparison.sources import FilePair
from ui.theme import appearance
from ui.widgets.button import Button
from ui.widgets.comparison_view import ChangeKind
from ui.widgets.empty_state import EmptyState
from ui.widgets.plain import PlainLabel

__all__ = ["compared", "dressed", "instrument", "screen"]


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


def test_what_was_not_compared_is_said(
    screen: ComparisonScreen, sqlite_office: TestOffice, instrument: int
) -> None:
    third = document(gallery_bylaw().new.text + "\nماده ۲۵ـ پایان", "footnotes")
    sqlite_office.services.drafting.add_revision(sqlite_office.reviewer, instrument, third)
    screen.open_item((instrument, 2, 3))
    assert jobs.wait_all()
    assert screen.page.notices.left_out.words() == "مقایسه نشد: پانوشت‌ها"
    assert not screen.page.notices.unchanged.words()


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
