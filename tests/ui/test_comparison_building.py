"""Building the next revision on the screen: choosing, seeing, saving, conflicts, and what stands in the way."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from sqlalchemy import text

from desktop_app.clock import FixedClock
from desktop_app.comparison.repairing import RepairChoices
from desktop_app.errors import ConflictError
from desktop_app.instruments.annotations.service import ThreadRow
from desktop_app.instruments.drafting.composition_choices import CompositionChoices
from desktop_app.instruments.vocabulary import ThreadKind, ThreadOutcome, ThreadStatus
from tests.department import TestOffice, only_administrator
from tests.ui import keyboard
from tests.ui.comparing import compared_screen, document, dressed, instrument_of, reading
from tests.ui.prepared import begins_with, its_given, its_office
from ui import jobs
from ui.comparison.screen import ComparisonScreen
from ui.comparison.sources import FilePair
from ui.widgets.button import Button
from ui.widgets.comparison_view import ChangeKind
from ui.widgets.plain import PlainLabel

__all__ = ["dressed"]
OLD = (
    "ماده ۱ـ متقاضی درخواست خود را به اداره تحویل می‌دهد.\n"
    "ماده ۲ـ مهلت پاسخ سی روز است.\n"
    "تبصره ـ جمعه‌ها به شمار نمی‌آید.\n"
    "ماده ۳ـ نگارخانه متخلف اخطار کتبی می‌گیرد.\n"
)
NEW = OLD.replace("سی", "شصت").replace("تبصره ـ جمعه‌ها به شمار نمی‌آید.\n", "").replace("کتبی", "شفاهی")
CONTROL = Qt.KeyboardModifier.ControlModifier


def compared_draft(office: TestOffice, clock: FixedClock) -> int:
    del clock
    return instrument_of(office, OLD, NEW)


prepared = begins_with(compared_draft)
sqlite_office, instrument = its_office, its_given


@pytest.fixture
def compared(qtbot: QtBot, sqlite_office: TestOffice, instrument: int) -> ComparisonScreen:
    return compared_screen(qtbot, sqlite_office, instrument)


@pytest.fixture
def building(compared: ComparisonScreen) -> ComparisonScreen:
    """The screen while the next revision is built."""
    keyboard.press(compared.page.view, ord("ذ"), text="ذ")
    assert compared.desk.building.active
    return compared


def change(screen: ComparisonScreen, kind: ChangeKind) -> int:
    return next(i for i, one in enumerate(reading(screen).changes) if one.kind is kind)


def take_old(screen: ComparisonScreen, kind: ChangeKind) -> None:
    screen.page.view.select_change(change(screen, kind))
    keyboard.press(screen.page.view, Qt.Key.Key_Right, CONTROL)
    assert jobs.wait_all()


def said_by(screen: ComparisonScreen) -> list[tuple[str, object]]:
    said: list[tuple[str, object]] = []
    screen.message.connect(lambda words, undo: said.append((words, undo)))
    return said


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


def test_a_mere_number_is_not_taken_back(qtbot: QtBot, sqlite_office: TestOffice) -> None:
    new = OLD.replace("ماده ۳ـ", "ماده ۴ـ").replace("ماده ۲ـ", "ماده ۲ـ نشانی اداره در سامانه است.\nماده ۳ـ")
    screen = compared_screen(qtbot, sqlite_office, instrument_of(sqlite_office, OLD, new))
    keyboard.press(screen.page.view, Qt.Key.Key_B, text="b")
    said = said_by(screen)
    take_old(screen, ChangeKind.RENUMBERED)
    assert said[-1][0].startswith("فقط شماره تفاوت دارد")
    assert screen.page.building.changes == []
