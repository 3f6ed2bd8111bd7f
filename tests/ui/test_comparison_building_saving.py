"""The revision that was built is seen, saved with its suggestions, and told what is stale in it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop_app.comparison.repairing import RepairChoices
from desktop_app.instruments.annotations.service import ThreadRow
from desktop_app.instruments.drafting.composition_choices import CompositionChoices
from desktop_app.instruments.vocabulary import ThreadKind, ThreadOutcome, ThreadStatus
from tests.department import TestOffice
from tests.ui import keyboard
from tests.ui.building import (
    CONTROL,
    NEW,
    OLD,
    building,
    compared,
    instrument,
    prepared,
    said_by,
    sqlite_office,
    take_old,
)
from tests.ui.comparing import compared_screen, dressed, instrument_of, reading
from ui import jobs
from ui.comparison.screen import ComparisonScreen
from ui.widgets.button import Button
from ui.widgets.comparison_view import ChangeKind
from ui.widgets.plain import PlainLabel

__all__ = ["building", "compared", "dressed", "instrument", "prepared", "sqlite_office"]


def suggest(office: TestOffice, instrument: int, words: str, instead: str) -> ThreadRow:
    start = NEW.index(words)
    return office.services.annotations.annotate(
        office.manager, instrument, 2, start, start + len(words), ThreadKind.SUGGESTION, instead
    )


def save(screen: ComparisonScreen) -> None:
    """Opens the form and confirms it as it is proposed."""
    keyboard.click(screen.page.building.save_button)
    assert jobs.wait_all()
    keyboard.press(screen.page.building.form.text, Qt.Key.Key_Return, CONTROL)
    assert jobs.wait_all()


def test_the_preview_is_the_text_beside_either_of_its_sources(building: ComparisonScreen) -> None:
    take_old(building, ChangeKind.DELETED)
    keyboard.click(building.page.building.preview_button)
    assert jobs.wait_all()
    preview = building.desk.preview
    assert preview.isVisible()
    found = preview.view.reading
    assert found is not None
    assert [one.kind for one in found.changes] == [ChangeKind.INSERTED]
    assert found.comparison.new.text == OLD.replace("سی", "شصت").replace("کتبی", "شفاهی")
    preview.base.choose("old")
    assert jobs.wait_all()
    found = preview.view.reading
    assert found is not None
    assert [one.kind for one in found.changes] == [ChangeKind.EDITED, ChangeKind.EDITED]
    seen = building.page.footer.seen.words()
    annotate = next(b for b in building.header.findChildren(Button) if b.text() == "حاشیهٔ جدید")
    assert not annotate.isEnabled()
    keyboard.press(preview.view, Qt.Key.Key_F8)
    assert preview.view.current_change == 0
    keyboard.press(preview.view, Qt.Key.Key_A, text="a")
    assert building.page.footer.seen.words() == seen
    keyboard.press(preview.view, Qt.Key.Key_Escape)
    assert building.page.isVisible()
    assert annotate.isEnabled()
    keyboard.click(building.page.building.preview_button)
    assert jobs.wait_all()
    leave = next(b for b in building.header.findChildren(Button) if b.text() == "بیرون رفتن از ساختن")
    keyboard.click(leave)
    assert building.page.isVisible()
    assert not building.desk.building.active


def test_the_revision_is_saved_with_a_summary_of_what_was_taken_and_compared_at_once(
    building: ComparisonScreen, sqlite_office: TestOffice, instrument: int
) -> None:
    said = said_by(building)
    take_old(building, ChangeKind.DELETED)
    keyboard.click(building.page.building.save_button)
    assert jobs.wait_all()
    form = building.page.building.form
    assert form.text.toPlainText() == "ساخته‌شده از نسخه‌های ۱ و ۲؛ برگرفته از نسخهٔ ۱: تبصره ماده ۲"
    assert form.button.text() == "ذخیره به نام نسخهٔ ۳"
    keyboard.press(form.text, Qt.Key.Key_Return, CONTROL)
    assert jobs.wait_all()
    detail = sqlite_office.services.drafting.detail(sqlite_office.reviewer, instrument)
    assert detail.revisions[-1].summary.startswith("ساخته‌شده از نسخه‌های ۱ و ۲")
    assert ("نسخهٔ ۳ ساخته و ذخیره شد.", None) in said
    assert "نسخهٔ ۲ و نسخهٔ ۳" in building.title()
    assert not building.desk.building.active
    assert building.page.building.isHidden()
    assert [one.kind for one in reading(building).changes] == [ChangeKind.INSERTED]


def test_a_suggested_wording_is_taken_and_its_thread_is_settled_as_applied(
    qtbot: QtBot, sqlite_office: TestOffice, instrument: int
) -> None:
    thread = suggest(sqlite_office, instrument, "شصت روز", "چهل روز کاری")
    screen = compared_screen(qtbot, sqlite_office, instrument)
    keyboard.press(screen.page.view, Qt.Key.Key_B, text="b")
    [box] = screen.page.building.suggestions
    keyboard.click(box.button)
    assert jobs.wait_all()
    save(screen)
    made = sqlite_office.services.drafting.revision(instrument, 3).text
    assert made == NEW.replace("شصت روز", "چهل روز کاری")
    [row] = sqlite_office.services.annotations.on_revision(instrument, 3)
    assert (row.id, row.status, row.outcome) == (thread.id, ThreadStatus.RESOLVED, ThreadOutcome.APPLIED)


def test_a_suggestion_without_its_words_in_the_text_is_named_before_anything_is_saved(
    qtbot: QtBot, sqlite_office: TestOffice, instrument: int
) -> None:
    suggest(sqlite_office, instrument, "شصت روز", "چهل روز کاری")
    screen = compared_screen(qtbot, sqlite_office, instrument)
    keyboard.press(screen.page.view, Qt.Key.Key_B, text="b")
    keyboard.click(screen.page.building.suggestions[0].button)
    take_old(screen, ChangeKind.EDITED)
    keyboard.click(screen.page.building.save_button)
    assert jobs.wait_all()
    panel = screen.page.building
    assert panel.form.isHidden()
    assert panel.trouble.text().startswith("یکی از انتخاب‌ها در متن جا ندارد")
    keyboard.click(panel.suggestions[0].button)
    assert jobs.wait_all()
    assert panel.trouble.isHidden()
    save(screen)
    assert len(sqlite_office.services.drafting.detail(sqlite_office.reviewer, instrument).revisions) == 3


def test_a_summary_that_is_being_written_outlives_a_look_at_another_screen(
    building: ComparisonScreen,
) -> None:
    take_old(building, ChangeKind.DELETED)
    keyboard.click(building.page.building.save_button)
    assert jobs.wait_all()
    form = building.page.building.form
    form.text.setPlainText("نسخه پس از جلسه کارگروه")
    building.shown()
    assert jobs.wait_all()
    assert form.isVisible()
    assert form.text.toPlainText() == "نسخه پس از جلسه کارگروه"


def test_two_provisions_of_one_number_are_pointed_out_and_can_be_saved(
    qtbot: QtBot, sqlite_office: TestOffice
) -> None:
    gone = "ماده ۲ـ مهلت پاسخ سی روز است.\nتبصره ـ جمعه‌ها به شمار نمی‌آید.\n"
    new = OLD.replace(gone, "").replace("۳", "۲").replace("کتبی", "شفاهی")
    screen = compared_screen(qtbot, sqlite_office, instrument_of(sqlite_office, OLD, new))
    keyboard.press(screen.page.view, Qt.Key.Key_B, text="b")
    take_old(screen, ChangeKind.DELETED)
    keyboard.click(screen.page.building.save_button)
    assert jobs.wait_all()
    panel = screen.page.building
    assert panel.trouble.text() == "اکنون دو ماده یا بند یک شماره دارند: ماده ۲"
    assert panel.form.isVisible()


def test_stale_references_are_told_and_the_button_leads_to_the_words(
    qtbot: QtBot, sqlite_office: TestOffice
) -> None:
    old = OLD.replace("اداره تحویل", "اداره موضوع ماده ۳ تحویل")
    new = old.replace("ماده ۳ـ", "ماده ۴ـ").replace("ماده ۲ـ", "ماده ۲ـ نشانی اداره در سامانه است.\nماده ۳ـ")
    instrument = instrument_of(sqlite_office, old, new)
    screen = compared_screen(qtbot, sqlite_office, instrument)
    keyboard.press(screen.page.view, ord("ذ"), text="ذ")
    panel = screen.page.building
    assert not panel.save_button.isEnabled()
    labels = [label.text() for label in panel.findChildren(PlainLabel)]
    assert "ارجاع کهنه: «ماده ۳» باید «ماده ۴» شود" in labels
    button = panel.references_button
    assert button is not None
    keyboard.click(button)
    assert jobs.wait_all()
    page = screen.desk.building.coming.page
    assert page.isVisible()
    [item] = page.repairs.items
    assert (item.before, item.after) == ("ماده ۳", "ماده ۴")
    keyboard.click(page.repairs.button)
    assert jobs.wait_all()
    row = sqlite_office.services.composing.current(instrument, 1, 2)
    assert row is not None
    assert row.taken == CompositionChoices(repair=RepairChoices())
    keyboard.press(page.pane, Qt.Key.Key_Escape)
    assert panel.isVisible()
    save(screen)
    assert sqlite_office.services.drafting.revision(instrument, 3).text == new.replace(
        "موضوع ماده ۳", "موضوع ماده ۴"
    )


def test_a_suggestion_written_while_building_is_open_can_be_taken_at_once(
    building: ComparisonScreen, sqlite_office: TestOffice, instrument: int
) -> None:
    assert building.page.building.suggestions == []
    thread = suggest(sqlite_office, instrument, "شصت روز", "چهل روز")
    building.others_changed(frozenset({("thread", thread.id)}))
    assert jobs.wait_all()
    [box] = building.page.building.suggestions
    assert box.thread_id == thread.id
    keyboard.press(building.page.view, Qt.Key.Key_W, text="w")
    assert jobs.wait_all()
    keyboard.press(building.desk.building.coming.page.pane, Qt.Key.Key_Escape)
    keyboard.click(building.page.building.suggestions[0].button)
    assert jobs.wait_all()
    row = sqlite_office.services.composing.current(instrument, 1, 2)
    assert row is not None
    assert row.taken.threads == (thread.id,)
