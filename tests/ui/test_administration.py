from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from desktop_app.errors import RuleError
from desktop_app.settings import Settings
from desktop_app.staff.accounts import PersonRow
from desktop_app.staff.roles import Membership, Role
from desktop_app.wording.errors import error_sentence
from desktop_app.wording.labels import rename
from tests.department import PASSWORD, TestOffice, confirm_all
from tests.ui.keyboard import CONTROL, activate, choose_row, click, press, titles, type_text
from ui import jobs
from ui.administration.outcomes_panel import OutcomesPanel
from ui.administration.screen import AdministrationScreen
from ui.petitions.desk.composer_fields import ReplyFields
from ui.widgets.roster import RosterRow, roster_model
from ui.workplace import Workplace

Key = Qt.Key


class Desk:
    """The screen, and what it told the window."""

    def __init__(self, screen: AdministrationScreen) -> None:
        self.screen = screen
        self.said: list[str] = []
        self.troubles: list[Exception] = []
        self.undo: Callable[[], None] | None = None
        screen.message.connect(self._on_message)
        screen.trouble.connect(self.troubles.append)

    def _on_message(self, sentence: str, undo: Callable[[], None] | None) -> None:
        self.said.append(sentence)
        self.undo = undo

    def take_back(self) -> None:
        """Ctrl+Z in the message bar."""
        assert self.undo is not None
        self.undo()
        assert jobs.wait_all()

    def section(self, name: str) -> None:
        self.screen.tabs.choose(name)
        assert jobs.wait_all()


@pytest.fixture
def desk(qtbot: QtBot, sqlite_office: TestOffice, tmp_path: Path) -> Iterator[Desk]:
    settings = Settings(data_folder=tmp_path)
    screen = AdministrationScreen(Workplace(sqlite_office.services, sqlite_office.administrator, settings))
    qtbot.addWidget(screen)
    screen.resize(1200, 800)
    activate(screen)
    screen.tabs.choose("units")
    assert jobs.wait_all()
    yield Desk(screen)
    assert jobs.wait_all()


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


def test_an_account_is_made_and_can_sign_in(desk: Desk, sqlite_office: TestOffice) -> None:
    desk.section("staff")
    press(desk.screen, Key.Key_N, CONTROL)
    panel = desk.screen.staff
    type_text(panel.full_name, "نمونه تازه")
    type_text(panel.username, "nemoone")
    line = panel.roles.lines[0]
    line.role.setCurrentIndex(line.role.findData("manager"))
    line.unit.setCurrentIndex(line.unit.findData(sqlite_office.music.id))
    click(panel.save_button)
    assert jobs.wait_all()
    accounts = sqlite_office.services.accounts
    once = panel.password.password()
    actor = accounts.sign_in("nemoone", once)
    assert (actor.must_change_password, actor.memberships) == (True, frozenset())
    accounts.change_own_password(actor, once, "own-words-1405")
    assert accounts.sign_in("nemoone", "own-words-1405").unconfirmed
    confirm_all(sqlite_office.services, actor.person_id or 0)
    actor = accounts.sign_in("nemoone", "own-words-1405")
    assert actor.memberships == {Membership(Role.MANAGER, sqlite_office.music.id)}
    assert "نمونه تازه" in titles(panel.roster)


def test_an_administrator_of_one_pc_makes_a_new_recovery_code_in_two_steps(
    desk: Desk, sqlite_office: TestOffice
) -> None:
    administrator, services = sqlite_office.administrator, sqlite_office.services
    old = services.recovery.make(administrator)
    desk.section("staff")
    panel = desk.screen.staff
    choose_row(panel.roster, sqlite_office.clerk.person_id or 0)
    assert jobs.wait_all()
    assert not panel.recovery.isVisible()
    choose_row(panel.roster, administrator.person_id or 0)
    assert jobs.wait_all()
    box = panel.recovery
    assert "۱۴۰۵" in box.about.text()
    click(box.ask_button)
    assert box.yes_button.hasFocus()
    press(box.yes_button, Key.Key_Space)
    assert jobs.wait_all()
    code = box.sheet.box.code
    assert code not in {"", old.code}
    click(box.put_away_button)
    assert box.sheet.box.code == ""
    assert desk.said[-1]
    with pytest.raises(RuleError):
        services.recovery.recover(old.code, "new-words-1405")
    assert services.recovery.recover(code, "new-words-1405").username


def test_saving_a_person_unchanged_keeps_roles_and_password(desk: Desk, sqlite_office: TestOffice) -> None:
    desk.section("staff")
    before = sqlite_office.services.accounts.all()
    panel = desk.screen.staff
    for person in before:
        choose_row(panel.roster, person.id)
        panel.save()
        assert jobs.wait_all()
    after = sqlite_office.services.accounts.all()
    assert [p.memberships for p in after] == [p.memberships for p in before]
    assert desk.troubles == []
    clerk = next(p for p in after if p.id == sqlite_office.clerk.person_id)
    assert sqlite_office.services.accounts.sign_in(clerk.username, PASSWORD) == sqlite_office.clerk


def person(office: TestOffice, username: str) -> PersonRow:
    return next(row for row in office.services.accounts.all() if row.username == username)


def test_a_forgotten_password_is_reset_in_two_steps_and_shown_once(
    desk: Desk, sqlite_office: TestOffice
) -> None:
    desk.section("staff")
    panel, accounts = desk.screen.staff, sqlite_office.services.accounts
    choose_row(panel.roster, person(sqlite_office, "rezaei").id)
    click(panel.password.ask_button)
    assert accounts.sign_in("rezaei", PASSWORD) == sqlite_office.clerk
    press(panel.password.yes_button, Key.Key_Space)
    assert jobs.wait_all()
    once = panel.password.password()
    assert accounts.sign_in("rezaei", once).must_change_password
    click(panel.password.copy_button)
    assert QGuiApplication.clipboard().text() == once
    assert panel.roster.rows()[1].mark == "گذرواژهٔ یک‌بارمصرف"
    choose_row(panel.roster, person(sqlite_office, "nouri").id)
    choose_row(panel.roster, person(sqlite_office, "rezaei").id)
    assert panel.password.password() == ""


def test_leaving_the_question_leaves_the_password(desk: Desk, sqlite_office: TestOffice) -> None:
    desk.section("staff")
    panel = desk.screen.staff
    choose_row(panel.roster, person(sqlite_office, "rezaei").id)
    click(panel.password.ask_button)
    click(panel.password.no_button)
    assert jobs.wait_all()
    assert sqlite_office.services.accounts.sign_in("rezaei", PASSWORD) == sqlite_office.clerk
    assert panel.password.ask_button.isVisible()


def test_nobody_resets_their_own_password(desk: Desk, sqlite_office: TestOffice) -> None:
    desk.section("staff")
    panel = desk.screen.staff
    choose_row(panel.roster, person(sqlite_office, "admin").id)
    assert not panel.password.isVisible()


def test_disabling_an_account_can_be_undone(desk: Desk, sqlite_office: TestOffice) -> None:
    desk.section("staff")
    panel = desk.screen.staff
    choose_row(panel.roster, person(sqlite_office, "rezaei").id)
    panel.active.setChecked(False)
    press(panel.full_name, Key.Key_Return)
    assert jobs.wait_all()
    assert not person(sqlite_office, "rezaei").active
    desk.take_back()
    assert person(sqlite_office, "rezaei").active
    assert desk.troubles == []


def test_the_list_is_filtered_in_any_spelling(desk: Desk, sqlite_office: TestOffice) -> None:
    desk.section("staff")
    panel = desk.screen.staff
    type_text(panel.pane.box, "رضايي")
    press(panel.pane.box, Key.Key_Return)
    assert titles(panel.roster) == ["مریم رضایی"]
    assert panel.roster.hasFocus()
    panel.pane.box.clear_search()
    type_text(panel.pane.box, "موسیقی")
    press(panel.pane.box, Key.Key_Return)
    assert titles(panel.roster) == ["سارا امینی", "رضا شریفی"]
    type_text(panel.pane.box, "‌نیست")
    press(panel.pane.box, Key.Key_Return)
    assert titles(panel.roster) == []


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


def test_a_role_is_added_and_taken_away(desk: Desk, sqlite_office: TestOffice) -> None:
    desk.section("staff")
    panel = desk.screen.staff
    assert sqlite_office.clerk.person_id is not None
    choose_row(panel.roster, sqlite_office.clerk.person_id)
    click(panel.roles.add_button)
    panel.roles.lines[-1].role.setCurrentIndex(panel.roles.lines[-1].role.findData("reviewer"))
    click(panel.roles.lines[0].remove_button)
    panel.save()
    assert jobs.wait_all()
    actor = sqlite_office.services.accounts.actor(sqlite_office.clerk.person_id)
    assert actor.memberships == {Membership(Role.REVIEWER, None)}


def test_the_last_administrator_cannot_be_shut_out(desk: Desk, sqlite_office: TestOffice) -> None:
    desk.section("staff")
    panel = desk.screen.staff
    for person in sqlite_office.services.accounts.all():
        if any(m.role is Role.ADMINISTRATOR for m in person.memberships):
            choose_row(panel.roster, person.id)
            panel.active.setChecked(False)
            panel.save()
            assert jobs.wait_all()
    assert desk.troubles
    assert any(
        p.active and any(m.role is Role.ADMINISTRATOR for m in p.memberships)
        for p in sqlite_office.services.accounts.all()
    )


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


def test_what_is_no_list_to_add_to_is_built_when_it_is_first_looked_at(desk: Desk) -> None:
    assert desk.screen.findChildren(OutcomesPanel) == []
    desk.screen.tabs.choose("outcomes")
    assert jobs.wait_all()
    (panel,) = desk.screen.findChildren(OutcomesPanel)
    assert panel.isVisible()
    desk.screen.tabs.choose("units")
    desk.screen.tabs.choose("outcomes")
    assert desk.screen.findChildren(OutcomesPanel) == [panel]
