from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop_app.wording import digits
from desktop_app.wording.errors import error_sentence
from desktop_app.wording.labels import rename
from tests.department import TestOffice
from tests.ui.administering import Desk, Key, desk
from tests.ui.keyboard import CONTROL, choose_row, click, press, titles, type_text
from tests.ui.painted_words import painted_words
from ui import jobs
from ui.administration.outcomes_panel import OutcomesPanel
from ui.administration.staff_panel import StaffPanel
from ui.petitions.desk.composer_fields import ReplyFields
from ui.widgets.roster import RosterRow, roster_model

__all__ = ["desk"]


def test_a_unit_is_added_by_keys_and_chosen(desk: Desk, sqlite_office: TestOffice) -> None:
    press(desk.screen, Key.Key_N, CONTROL)
    type_text(desk.screen.units.name, "واحد سینما")
    press(desk.screen.units.name, Key.Key_Return)
    assert jobs.wait_all()
    assert "واحد سینما" in titles(desk.screen.units.roster)
    made = next(unit for unit in sqlite_office.services.units.all() if unit.name == "واحد سینما")
    assert desk.screen.units.roster.key() == made.id
    assert len(desk.said) == 1


def test_a_unit_is_renamed_and_taken_out_of_use(desk: Desk, sqlite_office: TestOffice) -> None:
    panel = desk.screen.units
    assert panel.roster.key() == sqlite_office.books.id
    panel.name.selectAll()
    type_text(panel.name, "کتاب و نشر")
    panel.active.setChecked(False)
    panel.approval.setChecked(True)
    click(panel.save_button)
    assert jobs.wait_all()
    unit = next(unit for unit in sqlite_office.services.units.all() if unit.id == sqlite_office.books.id)
    assert (unit.name, unit.active, unit.needs_approval) == ("کتاب و نشر", False, True)


def test_what_is_taken_back_is_shown_before_it_is_read_again(desk: Desk, sqlite_office: TestOffice) -> None:
    panel, read = desk.screen.units, []
    panel.approval.setChecked(True)
    click(panel.save_button)
    assert jobs.wait_all()
    choose_row(panel.roster, sqlite_office.music.id)
    panel.done.connect(lambda _words, _undo: read.append((panel.name.text(), panel.approval.isChecked())))
    desk.take_back()
    assert read == [(sqlite_office.books.name, False)]
    assert panel.roster.key() == sqlite_office.books.id


def test_a_name_that_is_taken_is_refused_and_what_was_typed_stays(
    desk: Desk, sqlite_office: TestOffice
) -> None:
    press(desk.screen, Key.Key_N, CONTROL)
    type_text(desk.screen.units.name, sqlite_office.books.name)
    click(desk.screen.units.save_button)
    assert jobs.wait_all()
    card = desk.screen.units.refusals.card
    assert (card.field, desk.troubles) == (desk.screen.units.name, [])
    assert sqlite_office.books.name in card.words.text()
    assert desk.screen.units.name.text() == sqlite_office.books.name
    assert desk.screen.units.save_button.isEnabled()


def test_an_outcome_is_renamed_by_keys_moved_hidden_and_the_inbox_offers_it_so(
    desk: Desk, sqlite_office: TestOffice
) -> None:
    desk.section("outcomes")
    panel = desk.screen.outcomes
    assert titles(panel.roster)[:2] == ["پاسخ داده شد", "پذیرفته شد"]
    press(panel.roster, Key.Key_Down)
    panel.persian.selectAll()
    type_text(panel.persian, "موافقت شد")
    # To read again what has not changed leaves what is typed.
    desk.screen.refresh()
    assert jobs.wait_all()
    assert panel.persian.text() == "موافقت شد"
    press(panel.persian, Key.Key_Return)
    assert jobs.wait_all()
    panel.reason.click()
    press(panel.roster, Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert jobs.wait_all()
    assert titles(panel.roster)[:2] == ["موافقت شد", "پاسخ داده شد"]
    [first, *_] = sqlite_office.services.outcomes.all()
    assert (first.persian, first.reason, len(desk.said)) == ("موافقت شد", True, 2)
    fields = ReplyFields()
    fields.know_outcomes(sqlite_office.services.outcomes.all())
    fields.offer_outcomes(answering=True, closing=False, notice=False)
    assert (fields.outcome.itemText(0), fields.wants_reason) == ("موافقت شد", True)
    panel.offered.click()
    click(panel.save_button)
    assert jobs.wait_all()
    fields.know_outcomes(sqlite_office.services.outcomes.all())
    assert fields.outcome.findText("موافقت شد") == -1
    desk.take_back()
    assert sqlite_office.services.outcomes.all()[0].offered
    panel.persian.setText(" ")
    click(panel.save_button)
    assert jobs.wait_all()
    assert (panel.refusals.card.field, desk.troubles) == (panel.persian, [])
    rename("outcome", "fa", {})
    rename("outcome", "en", {})
    fields.deleteLater()


def test_a_unit_that_holds_petitions_says_how_many_and_stays(desk: Desk, sqlite_office: TestOffice) -> None:
    sqlite_office.registered(unit=sqlite_office.books)
    sqlite_office.registered("متن دوم", unit=sqlite_office.books)
    panel = desk.screen.units
    panel.active.setChecked(False)
    click(panel.save_button)
    assert jobs.wait_all()
    assert "۲" in error_sentence(desk.troubles[0])  # type: ignore[arg-type]
    assert all(unit.active for unit in sqlite_office.services.units.all())


def test_renaming_a_unit_can_be_undone_and_its_place_changed_by_keys(
    desk: Desk, sqlite_office: TestOffice
) -> None:
    panel, units = desk.screen.units, sqlite_office.services.units
    panel.name.selectAll()
    type_text(panel.name, "نشر")
    press(panel.name, Key.Key_Return)
    assert jobs.wait_all()
    desk.take_back()
    assert units.all()[0].name == sqlite_office.books.name
    press(desk.screen, Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert jobs.wait_all()
    assert [unit.code for unit in units.all()] == ["music", "books"]
    assert panel.roster.key() == sqlite_office.books.id


def test_the_numbers_of_decree_and_sms_are_empty_until_entered(desk: Desk, sqlite_office: TestOffice) -> None:
    desk.section("office")
    panel = desk.screen.office
    assert panel.decree_number.text() == panel.sms_number.text() == ""
    type_text(panel.decree_number, "نمونه-۱")
    panel.phone.clear()
    type_text(panel.phone, "۱۲۳۴۵")
    panel.weekend[3].setChecked(False)
    click(panel.save_button)
    assert jobs.wait_all()
    settings = sqlite_office.services.office.settings()
    assert settings.decree_number == "نمونه-۱"
    assert settings.sms_number == ""
    assert settings.phone == "12345"
    assert panel.phone.text() == "۱۲۳۴۵"
    assert settings.weekend == (4,)
    assert desk.said


def test_the_days_until_the_clock_is_asked_about_are_set_in_the_office_s_settings(
    desk: Desk, sqlite_office: TestOffice
) -> None:
    desk.section("office")
    field = desk.screen.office.clock_gap_days
    assert field.text() == "۷"
    field.selectAll()
    type_text(field, "۲۰")
    click(desk.screen.office.save_button)
    assert jobs.wait_all()
    assert sqlite_office.services.office.settings().clock_gap_days == 20


def test_an_office_without_a_name_is_refused(desk: Desk, sqlite_office: TestOffice) -> None:
    desk.section("office")
    before = sqlite_office.services.office.settings()
    desk.screen.office.office_name.clear()
    desk.screen.office.save()
    assert jobs.wait_all()
    assert desk.screen.office.refusals.card.field is desk.screen.office.office_name
    assert sqlite_office.services.office.settings() == before


def test_the_pattern_of_numbers_is_previewed_and_a_wrong_one_refused(
    desk: Desk, sqlite_office: TestOffice
) -> None:
    desk.section("office")
    panel, office = desk.screen.office, sqlite_office.services.office
    assert "/۱۲۳" in panel.pattern_preview.text()
    panel.registry_pattern.selectAll()
    type_text(panel.registry_pattern, "{year}/{nr}")
    assert "nr" in panel.pattern_preview.text()
    click(panel.save_button)
    assert jobs.wait_all()
    assert panel.refusals.card.field is panel.registry_pattern
    assert office.settings().registry_pattern == "{year}/{number}"
    panel.registry_pattern.selectAll()
    type_text(panel.registry_pattern, "{year}/{number:05}")
    assert "۰۰۱۲۳" in panel.pattern_preview.text()
    click(panel.save_button)
    assert jobs.wait_all()
    assert sqlite_office.petition().registry.endswith("/00001")


def test_the_database_says_where_it_is(desk: Desk, sqlite_office: TestOffice) -> None:
    desk.section("database")
    values = [value for _, value in desk.screen.database.facts]
    assert "SQLite" in values
    assert any(Path(sqlite_office.services.database.place).name in value for value in values)
    assert not desk.screen.add_action.isVisible()


def test_a_saved_reply_is_written_with_buttons_and_previewed(desk: Desk, sqlite_office: TestOffice) -> None:
    desk.section("templates")
    panel, templates = desk.screen.templates, sqlite_office.services.templates
    press(desk.screen, Key.Key_N, CONTROL)
    type_text(panel.title, "پاسخ نخست")
    press(panel.title, Key.Key_Return)
    assert panel.text.hasFocus()
    click(panel.variables["name"])
    type_text(panel.text, " گرامی، کد شما ")
    click(panel.variables["code"])
    assert panel.text.toPlainText() == "{name} گرامی، کد شما {code}"
    assert panel.preview.text().startswith("خانم مریم کریمی گرامی")
    assert "۱۲۳۴" in panel.preview.text()
    click(panel.save_button)
    assert jobs.wait_all()
    assert titles(panel.roster) == ["پاسخ نخست"]
    panel.active.setChecked(False)
    click(panel.save_button)
    assert jobs.wait_all()
    assert not templates.all()[0].active
    desk.take_back()
    assert templates.all()[0].active


def test_an_unknown_variable_is_named_while_typing_and_at_saving(
    desk: Desk, sqlite_office: TestOffice
) -> None:
    desk.section("templates")
    panel = desk.screen.templates
    type_text(panel.title, "پاسخ")
    type_text(panel.text, "سلام {naam}")
    assert "naam" in panel.preview.text()
    click(panel.save_button)
    assert jobs.wait_all()
    assert panel.refusals.card.field is panel.text
    assert "naam" in panel.refusals.card.words.text()
    assert panel.text.toPlainText() == "سلام {naam}"
    assert sqlite_office.services.templates.all() == ()


def test_a_service_is_entered_by_keys_and_retired(desk: Desk, sqlite_office: TestOffice) -> None:
    desk.section("services")
    panel, catalogue = desk.screen.services, sqlite_office.services.catalogue
    type_text(panel.name, "صدور پروانه نشر")
    type_text(panel.code, "۱۰۰۲۱")
    press(panel.code, Key.Key_Return)
    assert jobs.wait_all()
    [row] = panel.roster.rows()
    assert (row.title, "۱۰۰۲۱" in row.about) == ("صدور پروانه نشر", True)
    panel.active.setChecked(False)
    click(panel.save_button)
    assert jobs.wait_all()
    assert catalogue.all(active_only=True) == ()
    desk.take_back()
    assert [service.code for service in catalogue.all(active_only=True)] == ["10021"]


def test_the_list_keeps_the_rules_of_qt_models(qtbot: QtBot, qtmodeltester: object) -> None:
    model = roster_model()
    model.show_rows([RosterRow(1, "کتاب", "", True), RosterRow(2, "موسیقی", "", False)])
    qtmodeltester.check(model)  # type: ignore[attr-defined]


def test_a_merge_of_labels_is_undone_from_the_message_bar(desk: Desk, sqlite_office: TestOffice) -> None:
    labels = sqlite_office.services.labels
    first, second = sqlite_office.taken(text="یک"), sqlite_office.taken(text="دو")
    tomes = labels.put_on(sqlite_office.clerk, first.id, "کتب")
    books = labels.put_on(sqlite_office.clerk, second.id, "کتاب")
    desk.section("labels")
    panel = desk.screen.labels
    panel.refresh()
    assert jobs.wait_all()
    panel.roster.show_rows(panel.roster.rows(), tomes.id)
    panel.into.setCurrentIndex(panel.into.findData(books.id))
    click(panel.merge_button)
    assert jobs.wait_all()
    assert titles(panel.roster) == ["کتاب"]
    desk.take_back()
    assert desk.said[-1] == "«کتب» دوباره برچسبی جداست و روی ۱ درخواست است."
    assert sorted(titles(panel.roster)) == ["کتاب", "کتب"]
    assert {row.id: row.used for row in labels.all(counted=True)} == {tomes.id: 1, books.id: 1}


def numbers_beside(desk: Desk) -> dict[str, str]:
    """The number that is painted on the line of each section that has one."""
    lines: dict[int, list[tuple[float, str]]] = {}
    sections = desk.screen.tabs.widget()
    assert sections is not None
    for place, words in painted_words(sections):
        lines.setdefault(round(place.center().y() / 8), []).append((place.x(), words))
    # Numbers are at the left end of the line.
    rows = [[words for _, words in sorted(line)] for line in lines.values()]
    return {row[-1]: row[0] for row in rows if len(row) > 1}


def test_sections_have_their_numbers_before_they_are_opened(desk: Desk, sqlite_office: TestOffice) -> None:
    services = sqlite_office.services
    shown = numbers_beside(desk)
    assert shown["واحدها"] == digits(len(services.units.all()))
    assert shown["کارکنان"] == digits(len(services.accounts.all()))
    assert shown["پاسخ‌های آماده"] == digits(0)
    assert desk.screen.findChildren(StaffPanel) == []
    units = desk.screen.units
    units.active.setChecked(False)
    click(units.save_button)
    assert jobs.wait_all()
    assert numbers_beside(desk)["واحدها"] == digits(len(services.units.all()) - 1)


def test_a_section_is_built_when_it_is_first_looked_at(desk: Desk) -> None:
    assert desk.screen.findChildren(OutcomesPanel) == []
    desk.screen.tabs.choose("outcomes")
    assert jobs.wait_all()
    (panel,) = desk.screen.findChildren(OutcomesPanel)
    assert panel.isVisible()
    desk.screen.tabs.choose("units")
    desk.screen.tabs.choose("outcomes")
    assert desk.screen.findChildren(OutcomesPanel) == [panel]
