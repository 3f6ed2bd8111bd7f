"""The findings about defined terms beside the texts, each place a link."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from tests.department import TestOffice
from tests.ui import keyboard
from tests.ui.comparing import comparison_screen
from ui import jobs
from ui.comparison.screen import ComparisonScreen
from ui.comparison.sources import FilePair
from ui.comparison.terms_panel import TermRow

OLD = (
    "ماده ۱- در این آیین‌نامه اصطلاحات زیر در معانی مشروح به کار می‌روند:\n"
    "الف- شورا: شورای هنر استان.\n"
    "ب- نگارخانه: محل نمایش آثار.\n"
    "ماده ۲- شورا هر ماه یک بار نشست دارد.\n"
    "ماده ۳- نشست‌ها در تالار بزرگ برگزار و گزارش آن‌ها در پرونده نگهداری می‌شود و مشاوران شورا می‌آیند.\n"
)
NEW = OLD.replace("شورای هنر استان.", "شورای هنر و رسانه استان.")


@pytest.fixture
def screen(qtbot: QtBot, sqlite_office: TestOffice) -> ComparisonScreen:
    return comparison_screen(qtbot, sqlite_office)


def compare(screen: ComparisonScreen, folder: Path, old: str, new: str) -> None:
    files = folder / "1.txt", folder / "2.txt"
    for path, text in zip(files, (old, new), strict=True):
        path.write_text(text, encoding="utf-8")
    screen.compare(FilePair(*files))
    assert jobs.wait_all()


def test_a_changed_definition_is_listed_with_a_way_to_each_use(
    screen: ComparisonScreen, tmp_path: Path, qtmodeltester: ModelTester
) -> None:
    compare(screen, tmp_path, OLD, NEW)
    page = screen.page
    assert page.terms_foot.isVisible()
    assert page.terms_foot.button.text() == "واژه‌های نیازمند بررسی: ۱"
    assert page.terms.isHidden()
    keyboard.press(page.view, ord("ف"), text="ف")
    assert page.terms.isVisible()
    rows = page.terms.list.row_model
    assert [rows.index(row).data() for row in range(rows.rowCount())] == [
        "«شورا»: تعریف آن تغییر کرده است",
        "تعریف در: ۱",
        "بند الف ماده ۱  شورا: شورای هنر و رسانه استان.",
        "کاربرد در: ۲",
        "ماده ۲  شورا هر ماه یک بار نشست دارد.",
        "ماده ۳  … نگهداری می‌شود و مشاوران شورا می‌آیند.",
    ]
    qtmodeltester.check(rows)  # type: ignore[no-untyped-call]
    current = page.terms.list.current()
    assert isinstance(current, TermRow)
    assert current.title == "بند الف ماده ۱"
    places: list[tuple[str, int]] = []
    page.terms.place_chosen.connect(lambda side, at: places.append((side, at)))
    keyboard.press(page.terms.list, Qt.Key.Key_Return)
    at = page.terms.list.visualRect(rows.index(5)).center()
    QTest.mouseClick(page.terms.list.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert places == [("new", NEW.index("شورا:")), ("new", NEW.index("شورا می‌آیند"))]
    keyboard.press(page.terms.list, Qt.Key.Key_Escape)
    assert page.terms.isHidden()
    assert page.view.hasFocus()


def test_a_place_in_a_fold_is_opened(screen: ComparisonScreen, tmp_path: Path) -> None:
    more = "".join(f"ماده {n}- آثار گروه {n} در تالار نگهداری می‌شود.\n" for n in range(4, 60))
    compare(screen, tmp_path, OLD + more + "ماده ۶۰- شورا می‌آید.\n", NEW + more + "ماده ۶۰- شورا می‌آید.\n")
    page = screen.page
    before = page.view.verticalScrollBar().value()
    page.terms.list.opened.emit(page.terms.list.rows()[-1])
    assert page.view.verticalScrollBar().value() > before
    reading = page.view.reading
    assert reading is not None
    entry = reading.places.entry_at("new", reading.comparison.new.text.index("ماده ۶۰"))
    assert entry is not None
    assert reading.line_of(entry) is not None


def test_only_one_panel_is_beside_the_texts(screen: ComparisonScreen, tmp_path: Path) -> None:
    compare(screen, tmp_path, OLD, NEW)
    page = screen.page
    keyboard.press(page.view, Qt.Key.Key_T, text="t")
    keyboard.press(page.terms.list, Qt.Key.Key_S, text="s")
    assert jobs.wait_all()
    assert (page.terms.isVisible(), page.structure.isVisible()) == (False, True)
    keyboard.press(page.structure.list, Qt.Key.Key_T, text="t")
    assert (page.terms.isVisible(), page.structure.isVisible()) == (True, False)
    keyboard.press(page.terms.list, Qt.Key.Key_T, text="t")
    assert page.terms.isHidden()


def test_without_a_finding_there_is_neither_button_nor_panel(
    screen: ComparisonScreen, tmp_path: Path
) -> None:
    compare(screen, tmp_path, OLD, NEW)
    page = screen.page
    keyboard.press(page.view, Qt.Key.Key_T, text="t")
    assert page.terms.isVisible()
    compare(screen, tmp_path, OLD, OLD.replace("هر ماه", "هر سال"))
    assert not page.terms_foot.isVisible()
    assert page.terms.isHidden()
    keyboard.press(page.view, Qt.Key.Key_T, text="t")
    assert page.terms.isHidden()
