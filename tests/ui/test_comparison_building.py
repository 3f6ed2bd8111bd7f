"""Building the next revision on the screen: choosing, conflicts, and what stands in the way."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from sqlalchemy import text

from desktop_app.errors import ConflictError
from desktop_app.instruments.drafting.composition_choices import CompositionChoices
from tests.department import TestOffice, only_administrator
from tests.ui import keyboard
from tests.ui.building import (
    CONTROL,
    NEW,
    OLD,
    building,
    change,
    compared,
    instrument,
    prepared,
    said_by,
    sqlite_office,
    take_old,
)
from tests.ui.comparing import compared_screen, document, dressed, instrument_of, reading
from ui import jobs
from ui.comparison.screen import ComparisonScreen
from ui.comparison.sources import FilePair
from ui.widgets.button import Button
from ui.widgets.comparison_view import ChangeKind

__all__ = ["building", "compared", "dressed", "instrument", "prepared", "sqlite_office"]


def test_a_change_is_taken_from_the_older_side_with_the_key_and_kept(
    building: ComparisonScreen, sqlite_office: TestOffice, instrument: int
) -> None:
    view, panel = building.page.view, building.page.building
    assert panel.isVisible()
    deleted = change(building, ChangeKind.DELETED)
    take_old(building, ChangeKind.DELETED)
    assert view.choice_of(deleted) == "old"
    assert view.choice_of(change(building, ChangeKind.EDITED)) == "new"
    assert [box.taken.title for box in panel.changes] == ["تبصره ماده ۲"]
    row = sqlite_office.services.composing.current(instrument, 1, 2)
    assert row is not None
    assert len(row.taken.old) == 1
    model = building.page.list.changes
    assert model.summary(deleted).startswith("از نسخهٔ ۱")
    keyboard.press(view, Qt.Key.Key_Left, CONTROL)
    assert jobs.wait_all()
    assert panel.changes == []
    row = sqlite_office.services.composing.current(instrument, 1, 2)
    assert row is not None
    assert row.taken == CompositionChoices()


def test_choices_made_faster_than_they_are_written_are_all_kept(
    building: ComparisonScreen, sqlite_office: TestOffice, instrument: int
) -> None:
    for number in range(len(reading(building).changes)):
        building.page.view.select_change(number)
        keyboard.press(building.page.view, Qt.Key.Key_Right, CONTROL)
    assert jobs.wait_all()
    row = sqlite_office.services.composing.current(instrument, 1, 2)
    assert row is not None
    assert len(row.taken.old) == len(reading(building).changes) == 3


def test_what_was_chosen_is_there_again_after_the_program_died(
    building: ComparisonScreen, sqlite_office: TestOffice, instrument: int, qtbot: QtBot
) -> None:
    take_old(building, ChangeKind.DELETED)
    again = compared_screen(qtbot, sqlite_office, instrument)
    assert again.page.building.isHidden()
    keyboard.press(again.page.view, Qt.Key.Key_B, text="b")
    assert [box.taken.title for box in again.page.building.changes] == ["تبصره ماده ۲"]
    assert again.page.view.choice_of(change(again, ChangeKind.DELETED)) == "old"


def test_where_a_colleague_chose_meanwhile_theirs_stands_and_the_person_is_told(
    building: ComparisonScreen, sqlite_office: TestOffice, instrument: int
) -> None:
    trouble: list[object] = []
    building.trouble.connect(trouble.append)
    take_old(building, ChangeKind.DELETED)
    composing = sqlite_office.services.composing
    row = composing.current(instrument, 1, 2)
    assert row is not None
    composing.keep(sqlite_office.manager, instrument, 1, 2, CompositionChoices(), version=row.version)
    take_old(building, ChangeKind.EDITED)
    [error] = trouble
    assert isinstance(error, ConflictError)
    assert error.parameters["theirs"] == "کامران یزدی"
    assert building.page.building.changes == []
    take_old(building, ChangeKind.EDITED)
    assert len(building.page.building.changes) == 1
    assert len(trouble) == 1


def test_everything_chosen_is_put_aside_and_taken_back(
    building: ComparisonScreen, sqlite_office: TestOffice, instrument: int
) -> None:
    said = said_by(building)
    take_old(building, ChangeKind.DELETED)
    keyboard.click(building.page.building.drop_button)
    assert jobs.wait_all()
    assert building.page.building.changes == []
    assert sqlite_office.services.composing.current(instrument, 1, 2) is None
    words, undo = said[-1]
    assert words == "انتخاب‌های نسخهٔ بعد کنار گذاشته شد."
    assert callable(undo)
    undo()
    assert jobs.wait_all()
    assert len(building.page.building.changes) == 1


def test_to_leave_keeps_the_choices_and_takes_the_ticks_away(building: ComparisonScreen) -> None:
    take_old(building, ChangeKind.DELETED)
    keyboard.press(building.page.view, Qt.Key.Key_B, text="b")
    assert building.page.building.isHidden()
    assert building.page.view.choice_of(change(building, ChangeKind.DELETED)) is None
    assert not building.page.view.takes_choices
    keyboard.press(building.page.view, Qt.Key.Key_B, text="b")
    assert building.page.view.choice_of(change(building, ChangeKind.DELETED)) == "old"


@pytest.mark.parametrize("obstacle", ["finished", "role", "newer", "files"])
def test_where_nothing_can_be_built_it_is_said_why(
    qtbot: QtBot,
    sqlite_office: TestOffice,
    instrument: int,
    obstacle: str,
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    actor = sqlite_office.reviewer
    if obstacle == "finished":
        with sqlite_office.services.database.writing() as session:
            session.execute(text("UPDATE instrument SET status = 'withdrawn', withdrawn_reason = 'x'"))
    elif obstacle == "role":
        actor = only_administrator(sqlite_office)
    elif obstacle == "newer":
        third = document(NEW.replace("شصت", "نود"))
        sqlite_office.services.drafting.add_revision(actor, instrument, third)
    screen = compared_screen(qtbot, sqlite_office, instrument, actor=actor)
    if obstacle == "files":
        path = tmp_path_factory.mktemp("files") / "1.txt"
        path.write_text(OLD, encoding="utf-8")
        screen.compare(FilePair(path, path))
        assert jobs.wait_all()
    said = said_by(screen)
    keyboard.press(screen.page.view, Qt.Key.Key_B, text="b")
    assert not screen.desk.building.active
    expected = {
        "finished": "نسخه‌ای نمی‌توان افزود",
        "role": "نسخه‌ای نمی‌توان افزود",
        "newer": "نسخهٔ جدیدتری آمده است",
        "files": "نسخهٔ بعد از دو نسخهٔ یک پیش‌نویس ساخته می‌شود",
    }
    assert said[0][0].startswith(expected[obstacle])


def test_a_side_can_t_be_taken_before_building_began(compared: ComparisonScreen) -> None:
    said = said_by(compared)
    compared.page.view.select_change(0)
    keyboard.press(compared.page.view, Qt.Key.Key_Right, CONTROL)
    assert said == [("نخست B (ذ) را بزنید تا ساختن نسخهٔ بعد آغاز شود.", None)]


def test_what_was_begun_is_offered_to_be_gone_on_with(
    building: ComparisonScreen, sqlite_office: TestOffice, instrument: int, qtbot: QtBot
) -> None:
    take_old(building, ChangeKind.DELETED)
    again = compared_screen(qtbot, sqlite_office, instrument)
    assert any(b.text() == "ادامهٔ ساختن نسخهٔ بعد" for b in again.header.findChildren(Button))


def test_the_keys_for_the_sides_move_by_words_in_the_summary(building: ComparisonScreen) -> None:
    take_old(building, ChangeKind.DELETED)
    keyboard.click(building.page.building.save_button)
    assert jobs.wait_all()
    form = building.page.building.form
    form.text.setFocus()
    before = form.text.textCursor().position()
    keyboard.press(form.text, Qt.Key.Key_Left, CONTROL)
    assert form.text.textCursor().position() != before
    assert len(building.page.building.changes) == 1


def test_one_panel_stands_beside_the_texts_at_a_time(building: ComparisonScreen) -> None:
    page = building.page
    keyboard.press(page.view, Qt.Key.Key_H, text="h")
    assert (page.threads.isVisible(), page.building.isVisible()) == (True, False)
    page.threads.closed.emit()
    assert (page.threads.isVisible(), page.building.isVisible()) == (False, True)
    keyboard.press(page.view, Qt.Key.Key_S, text="s")
    assert jobs.wait_all()
    assert (page.structure.isVisible(), page.building.isVisible()) == (True, False)
    keyboard.press(page.view, Qt.Key.Key_H, text="h")
    assert (page.threads.isVisible(), page.structure.isVisible()) == (True, False)


def test_choices_outlive_a_comparison_that_is_made_again_while_they_are_written(
    building: ComparisonScreen, sqlite_office: TestOffice, instrument: int
) -> None:
    for number in range(3):
        building.page.view.select_change(number)
        keyboard.press(building.page.view, Qt.Key.Key_Right, CONTROL)
    keyboard.press(building.page.view, Qt.Key.Key_F5)
    assert jobs.wait_all()
    assert len(building.page.building.changes) == 3
    row = sqlite_office.services.composing.current(instrument, 1, 2)
    assert row is not None
    assert len(row.taken.old) == 3
    trouble: list[object] = []
    building.trouble.connect(trouble.append)
    keyboard.press(building.page.view, Qt.Key.Key_Left, CONTROL)
    assert jobs.wait_all()
    assert trouble == []
    assert len(building.page.building.changes) == 2


def test_what_a_colleague_chooses_appears_and_the_summary_that_is_being_written_stays(
    building: ComparisonScreen, sqlite_office: TestOffice, instrument: int
) -> None:
    take_old(building, ChangeKind.DELETED)
    panel = building.page.building
    keyboard.click(panel.save_button)
    assert jobs.wait_all()
    panel.form.text.clear()
    keyboard.type_text(panel.form.text, "متن بازگشت")
    composing = sqlite_office.services.composing
    row = composing.current(instrument, 1, 2)
    assert row is not None
    composing.keep(sqlite_office.manager, instrument, 1, 2, CompositionChoices(), version=row.version)
    building.others_changed(frozenset({("composition", row.id)}))
    assert jobs.wait_all()
    assert panel.changes == []
    take_old(building, ChangeKind.DELETED)
    keyboard.click(panel.save_button)
    assert jobs.wait_all()
    assert panel.form.text.toPlainText() == "متن بازگشت"


def test_a_mere_number_is_not_taken_back(qtbot: QtBot, sqlite_office: TestOffice) -> None:
    new = OLD.replace("ماده ۳ـ", "ماده ۴ـ").replace("ماده ۲ـ", "ماده ۲ـ نشانی اداره در سامانه است.\nماده ۳ـ")
    screen = compared_screen(qtbot, sqlite_office, instrument_of(sqlite_office, OLD, new))
    keyboard.press(screen.page.view, Qt.Key.Key_B, text="b")
    said = said_by(screen)
    take_old(screen, ChangeKind.RENUMBERED)
    assert said[-1][0].startswith("فقط شماره تفاوت دارد")
    assert screen.page.building.changes == []
