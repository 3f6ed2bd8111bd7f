"""Correcting the alignment by hand, and seeing what the texts were taken for."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from desktop_app.clock import FixedClock
from desktop_app.comparison.pins import Pin
from tests.department import TestOffice
from tests.ui import keyboard
from tests.ui.comparing import compared_screen, dressed, instrument_of, reading
from tests.ui.prepared import begins_with, its_given, its_office
from ui import jobs
from ui.comparison.outline_list import ProvisionOutlineList
from ui.comparison.screen import ComparisonScreen
from ui.comparison.sources import FilePair, RevisionPair
from ui.widgets.comparison_view import ChangeKind

__all__ = ["dressed"]
OLD = (
    "فصل اول ـ کلیات\n"
    "ماده ۱ـ متقاضی درخواست خود را به اداره تحویل می‌دهد.\n"
    "ماده ۲ـ مهلت پاسخ سی روز است.\n"
    "ماده ۳ـ نگارخانه متخلف اخطار کتبی می‌گیرد.\n"
)
NEW = OLD.replace("سی", "شصت").replace(
    "نگارخانه متخلف اخطار کتبی می‌گیرد.", "اعتراض در کارگروه استانی بررسی می‌شود."
)


def compared_draft(office: TestOffice, clock: FixedClock) -> int:
    del clock
    return instrument_of(office, OLD, NEW)


prepared = begins_with(compared_draft)
sqlite_office, instrument = its_office, its_given


@pytest.fixture
def compared(qtbot: QtBot, sqlite_office: TestOffice, instrument: int) -> ComparisonScreen:
    return compared_screen(qtbot, sqlite_office, instrument)


def change(screen: ComparisonScreen, kind: ChangeKind) -> int:
    return next(i for i, one in enumerate(reading(screen).changes) if one.kind is kind)


def kinds(screen: ComparisonScreen) -> list[ChangeKind]:
    return [one.kind for one in reading(screen).changes]


def said_by(screen: ComparisonScreen) -> list[tuple[str, object]]:
    said: list[tuple[str, object]] = []
    screen.message.connect(lambda words, undo: said.append((words, undo)))
    return said


def join_both(screen: ComparisonScreen) -> None:
    view = screen.page.view
    view.select_change(change(screen, ChangeKind.DELETED))
    keyboard.press(view, Qt.Key.Key_P, text="p")
    view.select_change(change(screen, ChangeKind.INSERTED))
    keyboard.press(view, ord("ح"), text="ح")
    assert jobs.wait_all()


def test_a_deleted_and_an_inserted_provision_are_made_one_and_looked_at(
    compared: ComparisonScreen, sqlite_office: TestOffice, instrument: int
) -> None:
    said, view = said_by(compared), compared.page.view
    view.select_change(change(compared, ChangeKind.DELETED))
    keyboard.press(view, Qt.Key.Key_P, text="p")
    assert compared.page.notices.pin.words().startswith("«ماده ۳» کدام ماده یا بند نسخهٔ ۲ است؟")
    join_both(compared)
    assert kinds(compared) == [ChangeKind.EDITED, ChangeKind.EDITED]
    assert view.current_change == 1
    assert compared.page.notices.pin.words() == ""
    assert said[-1][0] == "«ماده ۳» و «ماده ۳» یکی گرفته شد، برای همکاران هم."
    [row] = sqlite_office.services.reviewing.pins(instrument, 1, 2)
    assert row.pin == Pin(OLD.index("ماده ۳"), NEW.index("ماده ۳"), same=True)


def test_the_filter_stays_when_a_pin_has_everything_compared_again(compared: ComparisonScreen) -> None:
    keyboard.click(compared.page.footer.chips[ChangeKind.EDITED])
    keyboard.press(compared.page.view, Qt.Key.Key_F5)
    assert jobs.wait_all()
    assert compared.page.footer.chips[ChangeKind.EDITED].isChecked()
    assert len(reading(compared).shown_changes) == 1


def test_a_comparison_that_can_t_be_made_again_leaves_the_one_that_is_shown(
    compared: ComparisonScreen,
) -> None:
    trouble: list[object] = []
    compared.trouble.connect(trouble.append)
    compared.compare(RevisionPair(999, 1, 2), back_to=("new", 0))
    assert jobs.wait_all()
    assert len(trouble) == 1
    assert compared.page.isVisible()
    assert ChangeKind.DELETED in kinds(compared)


def test_a_pin_is_taken_back_through_the_message(
    compared: ComparisonScreen, sqlite_office: TestOffice, instrument: int
) -> None:
    said = said_by(compared)
    join_both(compared)
    undo = said[-1][1]
    assert callable(undo)
    undo()
    assert jobs.wait_all()
    assert sqlite_office.services.reviewing.pins(instrument, 1, 2) == ()
    assert ChangeKind.DELETED in kinds(compared)


def test_two_that_were_taken_for_one_are_parted_from_the_menu(compared: ComparisonScreen) -> None:
    view = compared.page.view
    view.select_change(change(compared, ChangeKind.EDITED))
    menu = view.context_menu()
    next(action for action in menu.actions() if action.text() == "این دو یکی نیست").trigger()
    assert jobs.wait_all()
    assert kinds(compared).count(ChangeKind.DELETED) == 2
    assert ChangeKind.EDITED not in kinds(compared)


def test_escape_lets_go_of_what_was_held(compared: ComparisonScreen) -> None:
    view = compared.page.view
    view.setFocus()
    view.select_change(change(compared, ChangeKind.DELETED))
    keyboard.press(view, Qt.Key.Key_P, text="p")
    assert not compared.page.notices.pin.isHidden()
    keyboard.press(view, Qt.Key.Key_Escape)
    held = compared.desk.pinning.holds
    assert not held
    assert compared.page.notices.pin.isHidden()


def test_what_a_colleague_pinned_is_said_and_compared_on_request(
    compared: ComparisonScreen, sqlite_office: TestOffice, instrument: int
) -> None:
    view = compared.page.view
    view.select_change(change(compared, ChangeKind.INSERTED))
    sqlite_office.services.reviewing.pin(
        sqlite_office.manager, instrument, 1, 2, OLD.index("ماده ۳"), NEW.index("ماده ۳"), same=True
    )
    compared.refresh()
    assert jobs.wait_all()
    assert compared.page.notices.pin.words() == "یک همکار سنجاق‌ها را تغییر داد. F5 دوباره مقایسه می‌کند."
    assert ChangeKind.INSERTED in kinds(compared)
    keyboard.press(view, Qt.Key.Key_F5)
    assert jobs.wait_all()
    assert kinds(compared) == [ChangeKind.EDITED, ChangeKind.EDITED]
    assert view.current_change == 1
    assert compared.page.notices.pin.isHidden()


def test_what_can_t_be_pinned_is_said(compared: ComparisonScreen) -> None:
    said, view = said_by(compared), compared.page.view
    keyboard.press(view, Qt.Key.Key_P, text="p")
    view.select_change(change(compared, ChangeKind.EDITED))
    keyboard.press(view, Qt.Key.Key_P, text="p")
    view.select_change(change(compared, ChangeKind.DELETED))
    keyboard.press(view, Qt.Key.Key_P, Qt.KeyboardModifier.ShiftModifier, "P")
    assert [words for words, _ in said] == [
        "نخست تغییری را انتخاب کنید: F8 به تغییر بعدی می‌رود.",
        "این دو هم‌اکنون یکی گرفته شده‌اند؛ اگر نیستند نخست جدایشان کنید.",
        "فقط ماده یا بندی را می‌توان جدا کرد که در هر دو سو هست.",
    ]


def test_files_have_no_pins_but_a_structure(
    compared: ComparisonScreen, tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = tmp_path_factory.mktemp("files") / "1.txt"
    path.write_text(OLD, encoding="utf-8")
    compared.compare(FilePair(path, path))
    assert jobs.wait_all()
    said = said_by(compared)
    keyboard.press(compared.page.view, Qt.Key.Key_P, text="p")
    assert said[0][0].startswith("ماده‌ها و بندهای فایل‌های دیسک را نمی‌توان سنجاق کرد")
    keyboard.press(compared.page.view, Qt.Key.Key_S, text="s")
    assert jobs.wait_all()
    assert compared.page.structure.list.row_model.rowCount() == 4


def test_the_structure_lists_the_labels_of_either_side_and_leads_to_them(compared: ComparisonScreen) -> None:
    view, panel = compared.page.view, compared.page.structure
    keyboard.press(view, ord("س"), text="س")
    assert jobs.wait_all()
    assert panel.isVisible()
    model = panel.list.row_model
    assert [model.index(row).data() for row in range(model.rowCount())] == [
        "فصل اول  کلیات",
        "ماده ۱  متقاضی درخواست خود را به اداره تحویل می‌دهد.",
        "ماده ۲  مهلت پاسخ شصت روز است.",
        "ماده ۳  اعتراض در کارگروه استانی بررسی می‌شود.",
    ]
    panel.sides.choose("old")
    assert jobs.wait_all()
    assert "سی روز" in model.index(2).data()
    places: list[tuple[str, int]] = []
    panel.place_chosen.connect(lambda side, at: places.append((side, at)))
    at = panel.list.visualRect(model.index(3)).center()
    QTest.mouseClick(panel.list.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert places == [("old", OLD.index("ماده ۳"))]
    keyboard.press(panel.list, Qt.Key.Key_Escape)
    assert panel.isHidden()


def test_pins_are_listed_with_their_author_and_can_be_taken_away(
    compared: ComparisonScreen, sqlite_office: TestOffice, instrument: int
) -> None:
    join_both(compared)
    keyboard.press(compared.page.view, Qt.Key.Key_S, text="s")
    assert jobs.wait_all()
    [box] = compared.page.structure.pin_boxes
    assert box.words == "«ماده ۳» همان «ماده ۳» است"
    keyboard.click(box.remove_button)
    assert jobs.wait_all()
    assert sqlite_office.services.reviewing.pins(instrument, 1, 2) == ()
    assert compared.page.structure.pin_boxes == []
    assert ChangeKind.DELETED in kinds(compared)


def test_the_outline_keeps_qt_s_rules(
    compared: ComparisonScreen, qtmodeltester: ModelTester, qtbot: QtBot
) -> None:
    keyboard.press(compared.page.view, Qt.Key.Key_S, text="s")
    assert jobs.wait_all()
    found: ProvisionOutlineList = compared.page.structure.list
    qtmodeltester.check(found.row_model)  # type: ignore[no-untyped-call]
